"""What people say of what is to go or to come, told with one plain verb: "throw the bench out", "can we not have the dogs", "the
trees in the background can go", "how about two more benches", "slide the girl to the left".

A reason that follows is no second wish: "lose the car, I don't want it" is about the car, and not about what was spoken of last.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from paintover.engines.illustrator.retelling.others import named_in
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.wording import Pattern, Told

_QUOTES = re.compile(r"[“”\"]")
_LEAD = r"(?P<lead>^(?:(?:please|now|then|and|also|ok|okay|so|just|maybe|actually|hey|well|but|can you|could you|can we|could we|let's|you can),? )*)"
_END = r"(?:,? (?:please|now|instead of it|entirely|altogether|completely|i think|thanks))*[ .!?]*$"
_WHAT = r"(?:the|that|this|those|these|all|one of|both|his|her|their|its|it\b|them\b|him\b|any) ?[^,.;!?]*?"
_NOTHING_ELSE = r"(?!.*\b(?:at|to|for|into|onto|of the (?:window|car|boat|house)|and (?:put|add|make|give|have|replace|use))\b)"
_CLEAR = r"(?:remove|delete|erase|get rid of|lose|ditch|scrap|drop|kill|bin|chuck|take (?:out|away|off)|throw (?:out|away)|kick out|cut|clear)"
_IT = r"(?:it|them|her|him|that|those|this|that one|that thing)"
_UNWANTED = (
    rf"{_CLEAR} {_IT}|(?:take|throw|kick|toss) {_IT} (?:out|away|off)"
    rf"|(?:(?:because|since|as|cause|cuz|bc) )?(?:i|we) (?:really |just )*(?:don't|don’t|dont|do not|no longer) (?:really |actually )*(?:want|need|like|care for) {_IT}(?: there| here| anymore| any more| any longer| in there| in the picture| at all)*"
    rf"|{_IT} (?:(?:has|have|needs?) to go|(?:can|must|should) go)"
)
_IN_THE_WAY = (
    r"(?:(?:because|since|as|cause|cuz|bc) )?(?:it|they|he|she|that)(?:'s|’s|'re|’re| is| are| looks?| look| seems?| does(?:n't|n’t| not)| don't| don’t| do not)(?: (?:just|so|too|really|kind of|kinda|a bit|a little|very|only|all))* "
    r"(?:in the way|distracting|ugly|silly|weird|odd|strange|wrong|boring|creepy|annoying|unnecessary|not needed|too much|out of place|messy|bad|fit(?: in)?|fit (?:here|there)|belong (?:here|there)|make sense|useless|cluttered|blocking (?:the view|everything|her|him|them|it))"
)
_WITH_A_REASON = Pattern(
    rf"{_LEAD}(?P<goes>{_CLEAR} {_WHAT}|no (?:more )?[a-z ]+?|(?:i|we) (?:don't|don’t|dont|do not) (?:want|need|like) {_WHAT}|(?:i )?hate {_WHAT})"
    rf"(?:(?:,|;|\.|!| -| –| —)? ?(?:and |so |just )*(?:{_UNWANTED})|(?:,|;|\.|!| -| –| —| because| as| since| cause| cuz)? ?{_IN_THE_WAY})+{_END}"
)
_A_REASON_FIRST = Pattern(
    rf"{_LEAD}(?P<what>(?:the|that|this|those|these|his|her) [a-z]+(?: [a-z]+){{0,2}}?)(?:'s|’s| is| are| looks?| seems?| does(?:n't|n’t| not)| don't| don’t) [^,.;!?]{{2,40}}?(?:,|;|\.|!| -| –| —| and| so)+ ?(?:and |so |just |please )*(?:{_UNWANTED}){_END}"
)
_GOES: Sequence[tuple[Pattern, Told]] = (
    (
        Pattern(
            rf"{_LEAD}(?:(?:put|stamp) out|extinguish|douse|quench|smother) (?P<a>(?:the|that|this|all the) (?:big |whole )?(?:camp|bon)?(?:fires?|flames?))(?: (?:on|in) (?:it|the [a-z]+))?{_END}"
        ),
        r"\g<lead>remove \g<a>",
    ),
    (
        Pattern(
            rf"{_LEAD}(?:(?:put|get) (?P<a>(?:the|that|this|all the) (?:camp|bon)?(?:fires?|flames?)) out|(?:make |let )?(?P<b>(?:the|that|this|all the) (?:camp|bon)?(?:fires?|flames?)) (?:should |must |has to |to )?(?:be |go |is |are |gets? )?(?:put out|extinguished|gone out|go out|out)){_END}"
        ),
        lambda match: f"{match['lead']}remove {match['a'] or match['b']}",
    ),
    (
        Pattern(
            rf"{_LEAD}(?:throw|kick|toss|chuck|boot|fling) {_NOTHING_ELSE}(?:(?:out|away) (?P<a>{_WHAT})|(?P<b>{_WHAT}) (?:out|away))(?: (?:of|from) (?:the (?:picture|scene|image|frame|shot)|here|there))?{_END}"
        ),
        lambda match: f"{match['lead']}remove {match['a'] or match['b']}",
    ),
    (
        Pattern(
            rf"{_LEAD}(?:(?:can|could|shall|should) (?:we|you|i) (?:please )?not (?:have|include|show|draw)|let's not (?:have|include|show)|let us not have|i'd rather not have|i would rather not have|we don't (?:really )?need|i don't (?:really )?need|there's no need for|(?:i|we) (?:can|could) do without) (?P<a>{_WHAT})(?: (?:in there|in the picture|anymore|any more|there|here))?{_END}"
        ),
        r"\g<lead>remove \g<a>",
    ),
    (
        Pattern(
            rf"{_LEAD}(?:make|let|have) (?P<a>{_WHAT}) (?:disappear|vanish|go away|be gone|leave(?: the (?:picture|scene))?){_END}"
        ),
        r"\g<lead>remove \g<a>",
    ),
    (
        Pattern(
            rf"{_LEAD}(?P<a>(?:the|that|this|those|these|all the|one of the|both) [^,.;!?]*?) (?:(?:can|could|should|must|may|has to|have to|needs to|need to|ought to) (?:go(?: away)?|disappear|be (?:removed|deleted|taken (?:out|away)))|(?:is|are) (?:not needed|no longer needed|unnecessary)){_END}"
        ),
        r"\g<lead>remove \g<a>",
    ),
    (
        Pattern(
            rf"{_LEAD}(?:ditch|scrap|axe|bin|lose|zap|nuke|(?:drop|chuck)(?! .*\b(?:on|onto|under|into|beside|behind|next|near|at|to|in(?! the background))\b)) (?P<a>(?:the|that|this|those|these|all the|both) [^,.;!?]*?){_END}"
        ),
        r"\g<lead>remove \g<a>",
    ),
)
_COMES: Sequence[tuple[Pattern, Told]] = (
    (
        Pattern(
            rf"{_LEAD}how about (?:adding |we add |having )?(?=(?:another|(?:a few|some|[a-z]+|\d+) more|a (?:second|third|fourth|couple|pair|bunch)|some|two|three|four|five|several)\b)(?!.*\binstead\b)"
        ),
        r"\g<lead>add ",
    ),
    (
        Pattern(
            rf"{_LEAD}(?:(?:i want|i'd like|i would like|give me|add|let's have|can i have|could i have|we need|i need) )?another (?P<n>two|three|four|five|six|[2-9]) (?P<what>[a-z]+(?: [a-z]+)*?){_END}"
        ),
        r"\g<lead>add \g<n> more \g<what>",
    ),
    (
        Pattern(
            rf"{_LEAD}(?:(?:i want|i'd like|i would like|give me|add|let's have|can i have|could i have|put|draw) )?(?P<another>another|one more|a second) (?P<what>[a-z]+),? but (?:a (?:bit|little|lot) |much |way |slightly )*(?:(?P<small>smaller|tinier|littler)|bigger|larger|taller)(?: one)?{_END}"
        ),
        lambda match: (
            f"{match['lead']}add {match['another']} {'small' if match['small'] else 'big'} {match['what']}"
        ),
    ),
    (
        Pattern(
            rf"{_LEAD}(?:slide|scoot|scooch|shift|shuffle|budge) (?P<what>(?:the|that|this|those|his|her|it|them|him) ?[^,.;!?]*?) (?P<where>(?:a (?:bit|little) |much |way |over |further |farther |slightly |closer |nearer |next |away |back |down |up |apart|to |towards? |in front|in |behind |beside |under |on |onto |left|right))"
        ),
        r"\g<lead>move \g<what> \g<where>",
    ),
    (
        Pattern(
            rf"{_LEAD}(?:drop|leave|hide|stash|chuck|throw|toss) (?P<what>(?:an?|some|two|three|four|a few|a couple of|another) (?:[a-z]+ )??[a-z]+) (?P<where>(?:under|underneath|beneath|behind|beside|next to|in front of|on|in|inside|near|by|between|onto) (?:the|his|her|their) [a-z]+(?: [a-z]+)?){_END}"
        ),
        r"\g<lead>put \g<what> \g<where>",
    ),
    (
        Pattern(
            rf"{_LEAD}(?:give me|add|put|draw|i want|i'd like|can i have|let's have|we need) an? (?:second|third|fourth|fifth) (?=[a-z]+ (?:on|to|at|in|next|behind|beside|under|between|near)\b)"
        ),
        r"\g<lead>add another ",
    ),
    (Pattern(r"\bfar out (?=(?:at|in|on|to) (?:the )?(?:sea|ocean|water|lake)\b)"), "out "),
    (
        Pattern(r"\b(?:very |right |way |really )?far (?:away )?behind (?=the |him|her|it|them)"),
        "in the distance behind ",
    ),
    (
        Pattern(
            r"\b(?:near|close to|by|towards?|up at|up near|up by|right at) the (?:very )?(?P<side>top|bottom)(?: (?:edge|part))?(?: of (?:the|this) (?:picture|image|frame|scene|page|drawing))?(?=$|[,.;!?])"
        ),
        r"at the \g<side>",
    ),
)
_MORE_OF_THEM = Pattern(
    rf"{_LEAD}(?:add|give me|throw in|put in|i want|can i have|let's have) (?P<n>two|three|four|five|six|[2-9])(?: more)? of (?:them|those|these){_END}"
)
_AT_THE_FOOT = Pattern(
    r"\b(?:at|by|near|around) the (?:foot|base) of (?P<what>(?:the|that|this|his|her) (?P<noun>[a-z]+(?: [a-z]+)?))(?=$|[,.;!?]| and )"
)
_ONE_SIDE = frozenset({"mountain", "hill", "cliff", "volcano", "mountains", "hills"})


def told_with_one_verb(prompt: str, base: Scene) -> str:
    """The wish for a change of that picture with what goes told by "remove", and what comes by "add"; quotations stay."""
    if _QUOTES.search(prompt) or (not prompt.isascii() and "’" not in prompt):
        return prompt
    prompt = _WITH_A_REASON.sub(lambda match: f"{match['lead']}{_plainly(match['goes'])}", prompt)
    prompt = _A_REASON_FIRST.sub(lambda match: _of_what_is_there(match, base), prompt)
    for pattern, told in (*_GOES, *_COMES):
        prompt = pattern.sub(told, prompt)
    prompt = _MORE_OF_THEM.sub(lambda match: _so_many_more(match, base), prompt)
    return _AT_THE_FOOT.sub(lambda match: _at_its_foot(match, base), prompt)


_WHERE_IT_WAS = Pattern(
    r" (?P<where>(?:in the (?:place|spot) |right |exactly )?where (?P<what>(?:the|that|his|her) [a-z]+(?: [a-z]+)?) (?:was|were|used to be|stood|sat|had been)(?: before| standing| sitting)?)(?=$|[,.;!?])"
)


def without_former_places(prompt: str, base: Scene) -> tuple[str, str | None]:
    """The wish without where something was that is there no more, and those words: nobody knows where that was."""
    found = _WHERE_IT_WAS.search(prompt)
    if found is None or named_in(found["what"], base):
        return prompt, None
    return f"{prompt[: found.start()]}{prompt[found.end() :]}", found["where"]


def _plainly(goes: str) -> str:
    return re.sub(
        rf"^(?:{_CLEAR}|(?:i|we) (?:don't|don’t|dont|do not) (?:want|need|like)|(?:i )?hate|no(?: more)?) ",
        "remove ",
        goes,
        flags=re.IGNORECASE,
    )


def _of_what_is_there(match: re.Match[str], base: Scene) -> str:
    """ "The bench is in the way, get rid of it", where there is one."""
    return f"{match['lead']}remove {match['what']}" if named_in(match["what"], base) else match[0]


def _so_many_more(match: re.Match[str], base: Scene) -> str:
    """ "Add three of them" is three more of what was spoken of last, or else of the only kind of which there are several."""
    about = base.thing(base.focus or "")
    many = Counter(one.kind for one in base.objects)
    several = [kind for kind, count in many.items() if count > 1]
    if about is not None and (many[about.kind] > 1 or len(several) != 1):
        return f"{match['lead']}add {match['n']} more of them"
    meant = next((one for one in base.objects if [one.kind] == several), None)
    return match[0] if meant is None else f"{match['lead']}add {match['n']} more {meant.label}"


def _at_its_foot(match: re.Match[str], base: Scene) -> str:
    """Below the crown of a tree, and before what else stands there."""
    there = named_in(match["what"], base)
    if not there or match["noun"].lower() in _ONE_SIDE:
        return match[0]
    return f"{'under' if 'tree' in there[0].kind.split('-') or 'palm' in there[0].kind else 'in front of'} {match['what']}"

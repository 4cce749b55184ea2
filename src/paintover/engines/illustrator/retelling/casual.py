"""What people call putting something somewhere when they talk at ease: "stick a chicken on the roof", "sneak a frog in there", "toss
in a ball", "fill it with apples"; and what they say ahead of a wish: "I changed my mind, lose the bench".

Each is told with "put" or "add", so that neither the verb is read as a thing (a stick on the roof) nor the answer speaks of it.
"""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.kinds import TABLES, kinds
from paintover.engines.illustrator.retelling.whom import named, one_called
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.wording import Pattern

_QUOTES = re.compile(r"[“”\"]")
_POURS = frozenset({"pour", "ladle", "spoon"})
_THROWS = frozenset({"throw", "toss", "chuck", "lob", "sling"})
_VERBS = "stick|pop|plonk|plop|plunk|slap|shove|whack|bung|dump|stuff|squeeze|sneak|slip|wedge|jam|nestle|tuck|squash|smack|whip|rustle|conjure|moor|anchor|pile|pour|ladle|spoon|throw|toss|chuck|lob|sling|splash|stack|heap"
_AT_EASE = Pattern(
    r"(?P<at>(?:^|[,;.!?\n]+ *|\b(?:and|then|but) )(?:(?:and|then|please|now|also|just|so|maybe|perhaps|could you|can you|can we|could we|let's|let us|hey|ok|okay|rather|instead),? )*)"
    rf"(?P<verb>{_VERBS})(?: up| in| down| on)? "
    r"(?P<what>(?P<some>an?|some|another|more|one|two|three|four|five|six|several|[2-9]|(?:a few|a couple of|lots of|loads of|a bunch of|a bit of))?(?:(?:the|his|her|its|their|my|it|him|them|that|those) ?)?[^,.;!?\n]*?)(?=$|[,.;!?\n]| and (?:then )?(?:make|give|put|let|have|add|remove|lose|turn|move|get|take|change|stick|pop|paint)\b)"
)
_NAMED = re.compile(r"(?:an?|some|another|more|one|two|three|four|five|six|several|[2-9]|lots|loads|the|his|her|its|their|my|it|him|them|that|those|(?:sun)?glasses|goggles|earrings|gloves|mittens|boots|shoes|headphones)\b", re.IGNORECASE)  # fmt: skip
_AWAY = re.compile(r"\b(?:to|at|away|out|off|for|from)\b(?! the (?:left|right|side|top|bottom|front|back)\b)", re.IGNORECASE)  # fmt: skip
"""Of what is thrown to somebody, or away."""
_THERE = re.compile(r" (?:in|there|in there|in here|somewhere|in somewhere|in the mix|for good measure)$", re.IGNORECASE)  # fmt: skip
_PLACED = Pattern(
    r"\b(?:on|onto|in|into|under|behind|beside|by|next|near|over|above|below|around|between|against|front|to|at|along|across|with|inside|beneath|underneath|there|here)\b"
)
_SOME = re.compile(r"^(?:some|more|a bit of|lots of|loads of) (?=[a-z]+(?<!s) )", re.IGNORECASE)
_FIRST_SAID = Pattern(
    r"^(?:(?:ok|okay|oh|no|nah|hmm+|um+|ah|wait|well|actually|sorry|oops|right|hey)[, ]+)*(?:i(?:'ve| have|’ve)? changed my mind|on second thoughts?|scratch that|never ?mind(?: that)?|come to think of it|you know what|tell you what|thinking about it|now that i (?:see|look at) it|looking at it|one (?:more|last) thing|last thing|almost (?:there|done))(?:[,.;:!—-]+ *| and | but )(?=\S)"
)
_SEEN = Pattern(
    r"\b(?P<is>should be|must be|could be|needs to be|is|are|be) (?:visible|seen|spotted) (?=(?:in|on|above|behind|through|at|over|under|beside|next|from)\b)"
)
_ABOVE = Pattern(
    r"(?P<what>\b(?:add|put|draw) (?:an?|some|two|three) [a-z]+(?: [a-z]+)?) (?:swimming|floating|hovering|drifting) (?:above|overhead|up above|up top)(?=$|[,.;!?])"
)
_ENDS = Pattern(
    r"(?P<put>\b(?:put|add|place|set|stand) )(?P<what>(?:an? |some |two )?[a-z]+(?: [a-z]+)?) (?:on|at) (?:both|either|each) ends?(?: of (?:it|the (?:[a-z]+ )?table))?(?=$|[,.;!?])"
)
"""Of a table."""


def _on_it(match: re.Match[str], base: Scene) -> str:
    """At both ends of a table: two, on it."""
    tables = [one for one in base.objects if one.kind in TABLES]
    if len(tables) != 1:
        return match[0]
    what = re.sub(r"^(?:an?|some|two) ", "", match["what"])
    what = what if what.endswith("s") else f"{what}s"
    return f"{match['put']}two {what} on {named(tables[0], base)}"


_CALM = Pattern(
    r"\b(?:make the (?:sea|ocean|water)|the (?:sea|ocean|water) should be) calm(?=$|[,.;!?]| and )"
)
_CALMS = Pattern(r"\bcalm (?:down )?the (?P<water>sea|ocean|water|waves)(?: down)?(?=$|[,.;!?]| and )")
_FILLS = Pattern(
    r"(?P<at>(?:^|[,;.!?\n]+ *|\b(?:and|then|but) )(?:(?:and|then|please|now|also|just|so|can you|could you),? )*)"
    r"(?:fill|load|stock|heap|stuff|pack|cram)(?: up)? (?P<what>it|(?:the|his|her|its|that) [a-z]+(?: [a-z]+)??)(?: up)?(?: all)? with (?P<with>[a-z][a-z ]{2,30}?)(?=$|[,.;!?\n]| and (?:then )?(?:make|give|put|let|have|add|remove|turn|move|take|change|paint)\b)"
)
_SHELVES = frozenset({"shelf", "bookshelf", "truck", "cart", "tray", "market-stall", "dresser", "trolley"})
"""What is filled by what stands on it."""


def _filled(match: re.Match[str], base: Scene) -> str:
    """ "Fill it with apples": they are put into what is there."""
    vessel = one_called(match["what"], base)
    if vessel is None and match["what"].lower() == "it":
        roots = [one for one in base.objects if one.rel is None and not kinds()[one.kind].alive]
        vessel = roots[0] if len(roots) == 1 else None
    comes = [one for one in parse(match["with"]).mentions if one.kind is not None]
    several = all(one.plural or one.counted or one.label.endswith("s") for one in comes)
    if vessel is None or kinds()[vessel.kind].alive or not comes or not several:
        return match[0]
    where = "on" if vessel.kind in _SHELVES or kinds()[vessel.kind].habitat == "road" else "in"
    return f"{match['at']}put {match['with']} {where} {named(vessel, base)}"


_STACKED = Pattern(
    r"\b(?:stack|pile|heap)(?: up)? (?:some|three|a few|several|a bunch of|a couple of)(?: old| thick| big)? books\b"
)


def told_casually(prompt: str, base: Scene) -> str:
    """The wish for a change with "put" or "add" for such verbs, and without what is said ahead of it; quotations stay."""
    if _QUOTES.search(prompt):
        return prompt
    prompt = _STACKED.sub("put a stack of books", prompt)
    prompt = _SEEN.sub(r"\g<is> ", _FIRST_SAID.sub("", prompt))
    prompt = _ABOVE.sub(r"\g<what> at the top", prompt)
    prompt = _ENDS.sub(lambda match: _on_it(match, base), prompt)
    storm = base.env.weather == "storm"  # which is over when the sea is calm
    prompt = _CALMS.sub("calm the sea" if storm else r"make the \g<water> calm", prompt)
    prompt = _CALM.sub("calm the sea", prompt) if storm else prompt
    prompt = _FILLS.sub(lambda match: _filled(match, base), prompt)
    return _AT_EASE.sub(_told, prompt)


def _told(match: re.Match[str]) -> str:
    verb, what = match["verb"].lower(), match["what"].strip()
    if _NAMED.match(what) is None or (verb in _THROWS and _AWAY.search(what)):
        return match[0]
    there = _THERE.sub("", what)
    if match["some"] and not _PLACED.search(there):
        return f"{match['at']}add {there}"
    if not _PLACED.search(what):
        return match[0]  # "throw the ball"
    return f"{match['at']}put {_SOME.sub('', what) if verb in _POURS else what}"

"""What people say of who has what on, told so that it goes to them: "make the king old with a white beard", "her dog wears a
bandana", "both have glasses", 狼戴上奶奶的帽子, 他俩都戴帽子.
"""

from __future__ import annotations

import re
from collections import Counter

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.relatives import plural_of
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.called import has_of_its_own
from paintover.engines.illustrator.retelling.forms import Form, told_by_form
from paintover.engines.illustrator.retelling.others import called_apart, named_in
from paintover.engines.illustrator.retelling.pronouns import meant_by, somebody_told
from paintover.engines.illustrator.retelling.talk import kinds_in, living_in
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.hair import HAIR
from paintover.engines.illustrator.staging.likeness import is_animal, is_somebody
from paintover.engines.illustrator.wording import Pattern

_WHO = r"(?:the|my) [a-z ]{2,24}?"
_POLITELY = r"(?:(?:please|now|and|then|also) )*"
_LOOKS_AND_WORN = Pattern(
    rf"{_POLITELY}(?:make (?P<who>{_WHO}|him|her|it)|(?P<they>{_WHO}|he|she|it) (?:should be|must be|has to be|is)) (?P<how>(?:very )?[a-z]+) with (?P<what>(?:an? |some )?[a-z ]+)"
)
_TAKES_OFF = Pattern(
    rf"{_POLITELY}(?:let |make |have )?(?P<who>{_WHO}|he|she|him|her|it) (?:should |must |is |has |to )*(?:take|takes|taking|taken|remove|removes|removing) "
    r"(?:off (?:his|her|its|the) (?P<off>[a-z ]+)|(?:his|her|its|the) (?P<what>[a-z ]+?)(?: off)?)"
)
_FROM_ONE_TO_ANOTHER = Pattern(
    rf"{_POLITELY}take (?P<whose>his|her|its|the [a-z ]+?(?:'s|’s)) (?P<what>[a-z ]+?)(?: off)?(?:,| and|, and) (?:put|place) it on (?P<on>{_WHO}|him|her|it)(?:(?:'s|’s) head)?"
)
_ONTO_ANOTHER = Pattern(
    rf"{_POLITELY}(?:put|place) (?:his|her|its|the [a-z ]+?(?:'s|’s)) (?P<what>[a-z ]+?) on(?:to)? (?:(?P<on>his|her|its|{_WHO}(?:'s|’s)) (?:head|face|nose|neck|eyes)|(?P<onto>{_WHO}|him|her|it))"
)
_IN_A_COLOUR = Pattern(
    rf"{_POLITELY}(?:dress|clothe|put) (?P<who>{_WHO}|him|her|them|everyone|everybody) (?:all )?in (?P<how>[a-z]+(?: and [a-z]+)?)"
)
_COMES_CLAD = Pattern(
    rf"{_POLITELY}(?:(?:add|put|draw) )?(?P<new>(?:an?|another|two|three|four|some) [a-z ]+? (?:in|with|wearing) (?:an? )?[a-z ]+?) (?P<where>next to|beside|behind|in front of) (?P<whom>her|him|the [a-z ]+)"
)
_ALL_THREE = Pattern(
    r"\b(?P<give>give|put) (?P<on>(?:[a-z ]+ on )?)(?:all (?:two|three|four|five|six)|all (?:the )?(?:two|three|four|five) of them|both of them|the (?:two|three) of them)\b(?! of| [a-z]+ (?:an?|some)\b)"
)
_ARMS_UP = Pattern(
    r"\b(?:raises?|raising|lifts?|lifting|throws?|holds?) (?:up )?(?:both |his |her |their |its )+(?:arms|hands)(?: up| in the air)*"
)
_DYE_IT = Pattern(r"\b(?:dye|bleach) it (?P<how>[a-z]+)\b|(?:把它)?染成(?P<zh>[\u4e00-\u9fff]{1,4})")
_STOCKINGS = Pattern(r"\b(?P<gives>(?:give|gives|wear|wears|wearing|has|in|put) [a-z ]*?)stockings\b")
_SMEARED = Pattern(
    r"(?:脸|身|手|头|鼻子|衣服)上?(?:都|全)?(?:有|沾|沾着|沾了|抹着|抹了|都是|全是|沾满)(?:了)?(?:点|一?些|很多)?(?:灰|泥巴?|土|汗水?|油污?|泪水?|眼泪|奶油|墨水|面粉)(?![色的])"
)
_OFF_AND_THERE = Pattern(
    rf"{_POLITELY}take (?:off (?:his|her|its|the) (?P<off>[a-z ]+?)|(?:his|her|its|the) (?P<what>[a-z ]+?) off)(?:,| and|, and) (?:put|place|lay|hang) (?:it|them) (?P<where>(?:on|onto|in|into|under|next to|beside|behind) the [a-z ]+)"
)
_ALL_HAVE = Pattern(
    rf"{_POLITELY}(?:let |make |have )?(?P<who>they(?: all| both)?|both(?: of them)?|all(?: of them)?|each of them|everyone|everybody) "
    r"(?:should |must |has to |have to |needs? to )?(?:have|has|gets?|need|needs|wears?|put on|are wearing|is wearing) (?P<what>[a-z ]+)"
)
_CLAD_IN = Pattern(
    rf"{_POLITELY}(?P<who>{_WHO}|he|she|they) (?:is|are|should be|must be)(?: dressed| clad)? in (?:an? |his |her |their |some )?(?P<what>[a-z ]+)"
)
_HAS = Pattern(
    rf"{_POLITELY}(?P<who>{_WHO}) (?:has|have|should have|gets?|wears?|is wearing|are wearing|should wear) (?P<what>(?:an? |some |one |two |three )?[a-z ]+)"
)
_TONGUE = Pattern(
    r"\b(?:stick|sticks|sticking|stuck|poke|pokes|poking)(?: out (?:his|her|its|their|the) tongue| (?:his|her|its|their|the) tongue out)|(?:吐|伸)(?:着|出)?(?:出)?(?:小)?舌头"
)
_HER_PET = Pattern(
    r"\b(?:her|his|their|its|my|our) (?P<noun>[a-z]+)(?=$|[,.!]| (?:wears?|wearing|should|has|is|gets?|needs?|with|sits?|stands?|looks?|lies|an?|to|in|on|at|and|from|under|by|behind|beside|into|over|close|closer|tight|tightly|too|while|some|the|up|down)\b)"
)
_HER_PETS = Pattern(
    r"\b(?:her|his|their|its|my|our) (?P<noun>(?:(?P<n>two|three|four|five|both|all) )?(?:of (?:her|his|their) )?(?:(?:little|young|own|older|younger) )?(?P<last>[a-z]+s|(?:grand)?children)(?P<owns>'|’)?)(?= |$|[,.!])"
)
_ON_HIS = Pattern(
    r"\b(?P<where>around|on|over|onto) (?P<whose>his|her) (?P<part>neck|head|face|nose|shoulders?|ears?|eyes|feet)\b"
)
_OF_SOMEBODY_ELSE = Pattern(
    r"\b(?P<owner>(?:the )?[a-z]+)(?:'s|’s) (?P<what>[a-z]+)\b"
    r"|(?P<puts>[戴穿披系围](?:上|着|了)?)(?P<whose>[\u4e00-\u9fff]{1,4}?)的(?P<garment>[\u4e00-\u9fff]{1,4})"
)
_BOTH_ZH = Pattern(
    r"(?<![\u4e00-\u9fff])(?:让|给|叫)?(?:他俩|她俩|他们俩|她们俩|他们两个|她们两个)(?:人)?", re.NOFLAG
)
_HERS_ZH = Pattern(
    r"(?<=[着加来画])(?:她|他|我|咱|俺)(?:的)?(?=老公|老婆|丈夫|妻子|妈妈|爸爸|爷爷|奶奶|儿子|女儿|哥哥|姐姐|弟弟|妹妹|朋友|同学|同事|男朋友|女朋友)",
    re.NOFLAG,
)
_UNDER_COVERS = Pattern(
    r"(?:给|让|帮)?(?P<who>[\u4e00-\u9fff]{1,5}?)(?:身上)?盖(?:上|着|好|了)+(?:一[床条张])?(?P<what>被子|毯子|棉被)",
    re.NOFLAG,
)
_CUT_OTHERWISE = Pattern(
    r"(?:把|让)?(?P<who>[\u4e00-\u9fff]{1,6}?)的?(?P<what>裙子|裙摆|裤子|袖子|衣服|外套|帽子|厨师帽|胡子)(?:再|要|变|改)?(?:得)?(?P<how>[长短高宽窄松紧]|大|小)(?:一?[点些]儿?)",
    re.NOFLAG,
)
_BARE = Pattern(
    r"光着?(?:脚丫?|膀子|身子|上身|屁股)|赤着?脚|打赤脚|\b(?:barefoot|bare-?footed|shirtless|bare-?chested)\b"
)
_HEAD_ON = Pattern(
    r"\b(?:rest|lay|lean|put|place)(?:s|ing)? (?:his|her|their|its) heads? (?:on|against|onto|in) (?:his|her|the|their|each other's) (?:[a-z]+ ?'?s? )?(?:shoulders?|chest|lap|knees?)\b"
)
_PARTS = frozenset({"tooth", "teeth", "ear", "eye", "nose", "tongue", "eyes"})


def told_of_who_wears(prompt: str, base: Scene) -> str:
    """The wish for a change of that picture with such clauses told plainly; quotations stay as they are.

    Raises:
        NotDrawable: it asks what no drawing here shows, or is about nobody who is there.
    """
    if any(mark in prompt for mark in '“"「『《'):
        return prompt
    _unless_undrawn(prompt)
    prompt = _HERS_ZH.sub("一个", prompt)
    prompt = _STOCKINGS.sub(r"\g<gives>leggings", _ARMS_UP.sub("raising his hands", prompt))
    prompt = _DYE_IT.sub(lambda match: _dyed(match, base), prompt)
    prompt = _ALL_THREE.sub(r"\g<give> \g<on>all of them", prompt)
    prompt = _HER_PET.sub(lambda match: _pet(match, base), prompt)
    prompt = _HER_PETS.sub(lambda match: _pets(match, base), prompt)
    prompt = _ON_HIS.sub(lambda match: _on_his(match, base), prompt)
    prompt = _OF_SOMEBODY_ELSE.sub(lambda match: _not_of_them(match, base), prompt)
    prompt = _BOTH_ZH.sub(lambda match: _the_two(match, base), prompt)
    if (said := told_by_form(prompt.strip(" .。!！~"), base, _FORMS)) is not None:
        return said
    parts = _CLAUSES.split(prompt)
    if len(parts) > 1:
        parts[::2] = [told_by_form(part.strip(" .。!！~"), base, _FORMS) or part for part in parts[::2]]
    return "".join(parts)


_CLAUSES = re.compile(r"([,;，。；]+ *)")


def _unless_undrawn(prompt: str) -> None:
    """Raise NotDrawable for a tongue that is put out, and for bare feet."""
    if (match := _TONGUE.search(prompt)) is not None:
        zh = not match[0].isascii()
        raise NotDrawable(notes.part_of_a_drawing("舌头" if zh else "tongue", "zh" if zh else "en"))
    if (match := _HEAD_ON.search(prompt)) is not None and len(prompt) < 60:
        raise NotDrawable(notes.no_change_of_that_kind([match[0]], "en"))
    if (match := _BARE.search(prompt) or _SMEARED.search(prompt)) is not None and len(prompt) < 40:
        raise NotDrawable(notes.no_change_of_that_kind([match[0]], "en" if match[0].isascii() else "zh"))


def _worn(words: str) -> list[str]:
    """The kinds of what is named, where all of it is to be worn."""
    said = [one.kind for one in parse(words).mentions]
    found = [
        kind
        for kind in said
        if kind is not None and (kind in _ON_THE_HAND or kinds()[kind].wear not in (None, "hand"))
    ]
    return found if len(found) == len(said) else []


_ON_THE_HAND = frozenset({"gloves", "watch", "baseball-glove"})


def _standing(noun: str, base: Scene) -> list[Thing]:
    """Who lives in the picture and goes by that noun."""
    return [one for one in named_in(noun, base) if kinds()[one.kind].alive]


def _pet(match: re.Match[str], base: Scene) -> str:
    """ "Her dog" of the picture: the dog."""
    noun = match["noun"]
    there = [one for one in living_in(base) if noun in (one.label, one.kind)]
    return f"the {noun}" if len(there) == 1 else match[0]


def _pets(match: re.Match[str], base: Scene) -> str:
    """ "His sons" of the picture: the sons, all of them."""
    last = match["last"]
    there = [one for one in living_in(base) if last in (one.label, plural_of(one.label))]
    if len(there) < 2:
        named = {one.id for one in named_in(last, base)}
        there = [one for one in living_in(base) if one.id in named]
    many = _FEW.get(match["n"] or "", len(there))
    return f"the {match['noun']}" if len(there) > 1 and many == len(there) else match[0]


_FEW = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}


def _on_his(match: re.Match[str], base: Scene) -> str:
    """ "Around his neck": of the one person there, where an animal was spoken of."""
    people = [one for one in living_in(base) if is_somebody(one.kind)]
    if len(people) != 1 or not any(is_animal(one.kind) for one in living_in(base)):
        return match[0]
    return f"{match['where']} {called_apart(base, people[0].id, chinese=False)}'s {match['part']}"


def _dyed(match: re.Match[str], base: Scene) -> str:
    """ "Dye it green", where somebody's hair was spoken of: that hair."""
    about = base.thing(base.focus or "")
    rel = about.rel if about is not None and about.kind in HAIR else None
    who = about if about is not None and is_somebody(about.kind) else base.thing(rel.to) if rel else None
    if who is None or match.start() > 0:
        return match[0]
    name = called_apart(base, who.id, chinese=bool(match["zh"]))
    return f"{name}的头发变成{match['zh']}" if match["zh"] else f"make {name}'s hair {match['how']}"


def _not_of_them(match: re.Match[str], base: Scene) -> str:
    """The hat of a grandma who is not there: a hat."""
    owner, what = match["owner"] or match["whose"], match["what"] or match["garment"]
    named = kinds_in(owner)
    absent = bool(named) and all(kinds()[kind].alive for kind in named) and not named_in(owner, base)
    if not absent or not _worn(what) or any(kind in HAIR for kind in _worn(what)):
        return match[0]
    return f"{match['puts']}{what}" if match["whose"] else f"{'' if what.endswith('s') else 'a '}{what}"


def _the_two(match: re.Match[str], base: Scene) -> str:
    """他俩, of more than two: the only two of a sort."""
    people = [one for one in living_in(base) if is_somebody(one.kind)]
    pairs = [kind for kind, many in Counter(one.kind for one in people).items() if many == 2]
    if len(people) < 3 or len(pairs) != 1:
        return match[0]
    return "和".join(called_apart(base, one.id, chinese=True) for one in people if one.kind == pairs[0])


def _looks_and_worn(match: re.Match[str], base: Scene) -> str | None:
    """ "Make the king old with a beard": two things of the king."""
    who, what = match["who"] or match["they"], match["what"]
    if not _worn(what) or tokenise(match["how"].split()[-1])[0].get("kinds"):
        return None
    if who.lower() not in _PRONOUNS and not _standing(who, base):
        return None
    who = {"he": "him", "she": "her"}.get(who.lower(), who)
    return f"make {who} {match['how']}, give {who} {what}"


_PRONOUNS = frozenset({"he", "she", "him", "her", "it", "they", "them"})


def _takes_off(match: re.Match[str], base: Scene) -> str | None:
    who, what = match["who"].lower(), match["off"] or match["what"]
    if not _worn(what):
        return None
    if who in _PRONOUNS:
        return f"remove {'her' if who in ('she', 'her') else 'its' if who == 'it' else 'his'} {what}"
    return f"remove {who}'s {what}" if _standing(who, base) else None


def _from_one(match: re.Match[str], base: Scene) -> str | None:
    """ "Take his hat and put it on the pig": off the one and on the other, though he may be drawn with his."""
    what, on = match["what"], match["on"]
    if not _worn(what) or (on.lower() not in _PRONOUNS and not _standing(on, base)):
        return None
    there = any(one.rel is not None and one.rel.type == "wear" for one in named_in(what, base))
    if there:
        return f"put the {what} on {on}"
    own = next(
        (own for one in living_in(base) if (own := has_of_its_own(kinds()[one.kind], _worn(what)[0]))), None
    )
    return f"remove {match['whose']} {what}, put a {names('en', own) if own else what} on {on}"


def _onto_another(match: re.Match[str], base: Scene) -> str | None:
    """ "Put his cap on her head", of a cap that he wears."""
    what, on = match["what"], re.sub(r"(?:'s|’s)$", "", match["on"] or match["onto"]).lower()
    worn = any(one.rel is not None and one.rel.type == "wear" for one in named_in(what, base))
    return f"put the {what} on {_OBJECT.get(on, on)}" if worn and _worn(what) else None


_OBJECT = {"his": "him", "its": "it"}


def _in_a_colour(match: re.Match[str], base: Scene) -> str | None:
    """ "Dress the guitarist in black": in clothes of that colour."""
    told = tokenise(match["how"])
    if not all(token.get("colours") or token.get("and") for token in told):
        return None
    return f"give {match['who']} {match['how']} clothes"


def _comes_clad(match: re.Match[str], base: Scene) -> str | None:
    """ "A girl in a white dress next to her": one who comes, next to her who is there."""
    said = [one for one in parse(match["new"]).mentions if one.kind is not None]
    whom = match["whom"]
    if whom.lower() in _PRONOUNS:
        one = somebody_told(whom, base) or meant_by(whom, base)
        whom = called_apart(base, one.id, chinese=False) if one is not None else whom
    alive = bool(said) and kinds()[said[0].kind or ""].alive
    return f"add {match['new']} {match['where']} {whom}" if alive else None


def _off_and_there(match: re.Match[str], base: Scene) -> str | None:
    """ "Take off his hat and put it on the table": the hat goes there, and not he."""
    what = match["off"] or match["what"]
    worn = any(one.rel is not None and one.rel.type == "wear" for one in named_in(what, base))
    return f"put the {what} {match['where']}" if worn and _worn(what) else None


def _all_have(match: re.Match[str], base: Scene) -> str | None:
    """ "Both have glasses": they wear them."""
    return f"they all wear {match['what']}" if _worn(match["what"]) and len(living_in(base)) > 1 else None


def _clad(match: re.Match[str], base: Scene) -> str | None:
    """ "She is in pyjamas": she wears them."""
    who, what = match["who"], match["what"]
    if not _worn(what) or (who.lower() not in _PRONOUNS and not _standing(who, base)):
        return None
    return f"{who} {'wear' if who.lower() == 'they' else 'wears'} {'' if what.endswith('s') else 'a '}{what}"


def _has(match: re.Match[str], base: Scene) -> str | None:
    """Wings of who is drawn with them, teeth, and whatever is of somebody who is not there.

    Raises:
        NotDrawable: that is asked.
    """
    who, worn = match["who"], _worn(match["what"])
    named = [one for one in parse(who).mentions if one.kind is not None]
    if len(named) != 1 or not kinds()[named[0].kind or ""].alive or named[0].plural:
        return None
    there = _standing(who, base)
    if worn and not there:
        raise NotDrawable(notes.not_in_picture(named[0].label, "en"))
    word = match["what"].rpartition(" ")[2]
    said = parse(match["what"]).mentions
    own = [has_of_its_own(kinds()[there[0].kind], one.kind) for one in said if one.kind] if there else []
    looks = any(one.colour or one.size or one.pattern for one in said)
    if there and (word in _PARTS or (any(own) and looks)):
        raise NotDrawable(notes.part_of_a_drawing(word, "en"))
    return None


def _covered(match: re.Match[str], base: Scene) -> str | None:
    """小女孩盖上被子, where none is: it comes."""
    who = somebody_told(match["who"], base) or next(iter(_standing(match["who"], base)), None)
    if who is None or named_in(match["what"], base):
        return None
    return f"在{called_apart(base, who.id, chinese=True)}身上盖一条{match['what']}"


def _cut_otherwise(match: re.Match[str], base: Scene) -> str | None:
    """A skirt that is drawn with somebody is as long as it is.

    Raises:
        NotDrawable: that is asked.
    """
    who = next(iter(_standing(match["who"], base)), None) or (
        meant_by(match["who"], base) if match["who"] in ("他", "她") else None
    )
    if who is None or named_in(match["what"], base):
        return None
    raise NotDrawable(notes.part_of_a_drawing(match["what"], "zh"))


_FORMS: tuple[Form, ...] = (
    (_FROM_ONE_TO_ANOTHER, _from_one),
    (_OFF_AND_THERE, _off_and_there),
    (_ONTO_ANOTHER, _onto_another),
    (_IN_A_COLOUR, _in_a_colour),
    (_COMES_CLAD, _comes_clad),
    (_LOOKS_AND_WORN, _looks_and_worn),
    (_TAKES_OFF, _takes_off),
    (_ALL_HAVE, _all_have),
    (_CLAD_IN, _clad),
    (_HAS, _has),
    (_UNDER_COVERS, _covered),
    (_CUT_OTHERWISE, _cut_otherwise),
)

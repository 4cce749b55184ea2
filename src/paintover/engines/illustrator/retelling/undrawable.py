"""What is asked of a thing that no drawing of it shows: a closed laptop, a number on a shirt. Some is told as another drawing
("close the umbrella" is a closed umbrella); of the rest the answer says what cannot be done, and the wish goes on without it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from paintover.domain.call import Language
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds, parts_of
from paintover.engines.illustrator.retelling.called import called_so, drawn_with
from paintover.engines.illustrator.retelling.of_a_place import not_of_a_place
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.sprites.tailor import GARMENTS
from paintover.engines.illustrator.staging.company import has_arms
from paintover.engines.illustrator.wording import Pattern

_CLAUSES = re.compile(
    r"([,;.!?\n]+ *| and then | then | and (?=(?:make|put|give|let|add|remove|close|open|write)\b))",
    re.IGNORECASE,
)
_STATE = Pattern(
    r"(?:please |can you |could you |now |then )*(?:(?P<verb>open|close|shut|fold|unfold|break|crack|smash|shatter|tear|rip|turn on|turn off|switch on|switch off)(?: up)? (?P<what>(?:the|his|her|its|their) [a-z -]{2,24}?|it)(?: up| shut| open| in half| in two| on| off)?"
    r"|(?:turn|switch) (?P<thing>(?:the|his|her|its) [a-z -]{2,24}?|it) (?P<way>on|off)"
    r"|(?P<whose>(?:the|his|her|its|their) [a-z -]{2,24}?|it) (?:is|are|should be|must be) (?:now )?(?P<state>open|opened|closed|shut|folded|broken|cracked|switched on|switched off|turned on|turned off))(?: please| now)?"
)
_SO = {
    "open": "open", "opened": "open", "close": "closed", "shut": "closed", "fold": "folded", "unfold": "unfolded", "break": "broken",
    "crack": "cracked", "smash": "broken", "shatter": "broken", "tear": "torn", "rip": "torn", "turn on": "switched on",
    "switch on": "switched on", "turn off": "switched off", "switch off": "switched off", "on": "switched on", "off": "switched off",
    "turned on": "switched on", "turned off": "switched off",
}  # fmt: skip
"""How a thing is to which that was done."""
_DRAWN: Mapping[tuple[str, str], str] = {
    ("closed", "umbrella"): "closed-umbrella",
    ("folded", "umbrella"): "closed-umbrella",
    ("open", "closed-umbrella"): "umbrella",
    ("unfolded", "closed-umbrella"): "umbrella",
    ("open", "book"): "open-book",
    ("closed", "open-book"): "book",
}
"""What there is another drawing of."""
_AS_DRAWN: Mapping[str, tuple[str, ...]] = {
    "laptop": ("open", "unfolded"), "book": ("closed",), "open-book": ("open",), "umbrella": ("open", "unfolded"),
    "closed-umbrella": ("closed", "folded"), "door": ("closed",), "bay-window": ("closed",), "window": ("closed",), "gift": ("closed",),
    "wooden-crate": ("closed",), "suitcase": ("closed",), "treasure-chest": ("open",), "refrigerator": ("closed",),
}  # fmt: skip
"""How some are drawn anyway."""
_NUMBER = r"(?:the |a )?(?:big |large |white |black )?(?:number|no\.?|digit|#) ?(?:\d{1,3}|[a-z]{3,6})"
_MARKED = Pattern(
    rf"(?P<before>.*?)(?:,? (?:and |with ){_NUMBER}(?: (?:printed |written )?(?:on|at) (?:it|them|the (?:front|back|chest)|(?:his|her) (?:back|chest)))?)"
)
_WRITTEN = Pattern(
    rf"(?:please |can you )*(?:(?:put|write|print|add|draw|paint|give him|give her) (?:{_NUMBER}|\d{{1,3}})|{_NUMBER}) (?:on|onto|to) (?P<on>(?:the |his |her |their )[a-z' -]{{2,24}})"
)
_WRITTEN_ZH = Pattern(
    r"(?:给|在|把)?(?P<on>[^，。写印]{1,8}?)(?:上面?)?(?:再)?(?:写|印|画|加|标)(?:上|着|个|了)*(?:一?个)?(?:数字|号码)?\d{1,3}号?(?:的?(?:数字|号码))?",
    re.NOFLAG,
)


_PARTS_COLOURED = Pattern(
    r"(?P<before>(?:make|paint|turn|colou?r) .{4,40}?|.{3,40}? (?:should be|is) [a-z ]{3,16}?) (?:with|and) (?:an?|its|his|her)? ?(?:[a-z]+ )(?P<part>mane|tail|ears|paws|belly|tummy|nose|beak|wings|feet|hooves)"
)
"""A brown horse with a white mane: of a drawing's part no colour of its own is known here."""


_NO_LOOK = (
    r"(?:transparent|translucent|see[- ]through|glowing|shiny|glossy|sparkly|sparkling|glittery|glittering|fluffy|fuzzy|furry|soft|smooth"
    r"|rough|neon|reflective|iridescent|delicate|silky)"
)
_BESIDE_A_COLOUR = (
    Pattern(rf"(?P<before>.*?)(?:,? and |, | )(?P<word>{_NO_LOOK})(?P<after>)"),
    Pattern(rf"(?P<before>.*? )(?P<word>{_NO_LOOK})(?:,? and |, | )(?P<after>[a-z -]+)"),
)
_NO_LOOK_ZH = "半透明|透明|发光|闪光|闪亮|亮闪闪|闪闪发光|亮晶晶|反光|毛茸茸|毛绒绒|毛绒|蓬松|柔软|光滑|粗糙|软绵绵|荧光|丝滑"
_BESIDE_A_COLOUR_ZH = Pattern(
    rf"(?P<before>.+?)(?:又|而且|并且|还|、|和|的)?(?P<word>{_NO_LOOK_ZH})(?:的)?(?P<after>[^，。]{{0,3}}?)(?:的)?",
    re.NOFLAG,
)
"""A blue and transparent umbrella: of what has no look the colour beside it is done all the same."""


def _beside_a_colour(clause: str, language: Language) -> tuple[str, str] | None:
    """A clause that asks for another colour, without the word beside it of which no drawing shows anything; None for others."""
    for asks in _BESIDE_A_COLOUR if language == "en" else (_BESIDE_A_COLOUR_ZH,):
        match = asks.fullmatch(clause)
        if match is None:
            continue
        said, rest = parse(match["before"] + match["after"]), match["before"] + match["after"]
        if any(operation.action == "recolour" for operation in said.operations) and not said.left_out:
            return rest, match["word"]
    return None


def without_undrawable(prompt: str, base: Scene, language: Language) -> tuple[str, tuple[str, ...]]:
    """The wish without what no drawing shows, and what the answer says of that."""
    if len(prompt) > 200 or any(mark in prompt for mark in '“"「『《'):
        return prompt, ()
    kept, refused = [], []
    for at, part in enumerate(
        _CLAUSES.split(prompt) if language == "en" else re.split("([，,。；;]+)", prompt)
    ):
        told, why = (part, None) if at % 2 or not part.strip() else _told(part, base, language)
        kept.append(told)
        refused += [why] if why is not None else []
    if not refused and "".join(kept) == prompt:
        return prompt, ()
    rest = "".join(kept)
    return (rest if any(letter.isalnum() for letter in rest) else ""), tuple(dict.fromkeys(refused))


_GESTURE_ZH = Pattern(
    r"(?:让|叫|请)?(?P<who>[\u4e00-\u9fff]{0,5}?)(?:都|正在|在|对着镜头)?(?:捂(?:着|住|上)?(?:耳朵|嘴巴?|鼻子|肚子)|擦(?:擦|一?下|着|了擦)?(?:眼泪|鼻涕)|吐(?:着|了|个)?舌头|眨(?:眨|着|了)?眼睛?|耸(?:耸|了耸)?肩|打个?喷嚏|咬(?:着)?(?:手指|嘴唇)|跺(?:跺|着)?脚|踮(?:着|起)?脚尖?|做个?(?:着|了)?鬼脸|扮(?:个)?鬼脸|搓(?:搓|着)?手)",
    re.NOFLAG,
)
"""What people do with their hands and faces that no drawing shows."""
_WORN_OUT_ZH = Pattern(
    r"(?:把|让)?(?P<what>[\u4e00-\u9fff]{1,5}?)(?:的?身上|上面?)?(?:都|再|更|有点|很|太|挺|看起来|看着|要|应该|被?弄|变|搞|得)*(?P<how>脏兮兮|脏乎乎|脏|破破烂烂|破旧|旧旧|湿漉漉|湿淋淋|皱巴巴|锈迹斑斑|生锈)(?:一?[点些]儿?|了|的)*(?:吧)?",
    re.NOFLAG,
)
"""What becomes dirty, worn, wet or rusty, which no drawing shows."""
_REFLECTED_ZH = Pattern(
    r"(?:镜子|水面|水|湖面|湖|玻璃|橱窗|窗户)(?:里面?|上面?|中)?(?:能|可以|会)?(?:看见|看到|看得见|映出|映着|映照出|倒映着?|照出|照着|有)(?P<whom>[^，。,；;]{1,8}?)(?:的)?(?:倒影|影子|身影|样子|脸|笑脸)?",
    re.NOFLAG,
)
"""Who is to be seen in a mirror, which shows nobody."""


def _told(clause: str, base: Scene, language: Language) -> tuple[str, str | None]:
    bare = clause.strip(" .!")
    if language == "zh" and (mirror := _REFLECTED_ZH.fullmatch(bare)) is not None:
        shown = re.search(r"看见|看到|看得见|映|照|倒影|影子", bare) is not None
        whom = mirror["whom"]
        if shown and (whom[0] in "他她它自" or any(one.label in whom for one in base.objects)):
            return "", notes.left_out([bare], language)
    if language == "zh" and (gesture := _GESTURE_ZH.fullmatch(bare)) is not None:
        people = [one for one in base.objects if has_arms(stock_of(one))]
        named = [one.label for one in people if one.label == gesture["who"]]
        who = named or ([gesture["who"]] if gesture["who"] else [one.label for one in people][:1])
        if people and not any(mention.pose or mention.mood for mention in parse(bare).mentions):
            return "", notes.pose_not_drawn(who, language)
    if language == "zh" and (worn := _WORN_OUT_ZH.fullmatch(bare)) is not None and _meant(worn["what"], base):
        return "", notes.left_out([worn["how"]], language)
    if (match := _STATE.fullmatch(bare)) is not None:
        return _in_that_state(match, clause, base)
    if language == "en" and (why := not_of_a_place(bare, base)) is not None:
        return "", why
    if (match := _MARKED.fullmatch(bare)) is not None and (on := _worn(match["before"], base)) is not None:
        return match["before"], notes.nothing_written_on(on, "en")
    coloured = _PARTS_COLOURED.fullmatch(bare) if language == "en" else None
    if coloured is not None and _is_coloured(coloured["before"]):
        return coloured["before"], notes.part_of_a_drawing(coloured["part"], "en")
    if (apart := _beside_a_colour(bare, language)) is not None:
        return apart[0], notes.left_out(apart[1:], language)
    written = (_WRITTEN if language == "en" else _WRITTEN_ZH).fullmatch(bare)
    if written is not None and (on := _worn(written["on"], base)) is not None:
        return "", notes.nothing_written_on(on, language)
    return clause, None


def _is_coloured(words: str) -> bool:
    return any(token.get("colours") for token in tokenise(words))


def _in_that_state(match: re.Match[str], clause: str, base: Scene) -> tuple[str, str | None]:
    said = match.groupdict()
    words = said["what"] or said["thing"] or said["whose"] or ""
    state = _SO.get((said["verb"] or said["way"] or said["state"] or "").lower(), said["state"] or "")
    found = _meant(words, base)
    if not found:
        part = parse(words).mentions[-1:]
        noun = words.partition(" ")[2]
        shown = bool(part) and part[0].kind in parts_of(one.kind for one in base.objects)
        shown = shown or drawn_with(noun, base) is not None
        return ("", notes.state_not_drawn(noun, state, "en")) if shown else (clause, None)
    thing, alive = found[-1], stock_of(found[-1]).alive
    if alive or (words == "it" and state in ("switched on", "switched off") and "turn" in clause):
        return clause, None
    if (other := _DRAWN.get((state, thing.kind))) is not None:
        return f"replace the {names('en', thing.kind)} with a {names('en', other)}", None
    if state in _AS_DRAWN.get(thing.kind, ()):
        return "", notes.already_so("en")
    return "", notes.state_not_drawn(thing.label if words == "it" else words.partition(" ")[2], state, "en")


def _meant(words: str, base: Scene) -> list[Thing]:
    if words != "it":
        return _named(words, base)
    return [one for one in base.objects if one.id == base.focus] or [*base.objects[-1:]]


def _named(words: str, base: Scene) -> list[Thing]:
    said = parse(words).mentions
    if len(said) != 1 or said[0].kind is None:
        return []
    return [one for one in base.objects if one.kind == said[0].kind] or called_so(base.objects, said[0])


def _worn(words: str, base: Scene) -> str | None:
    """The garment of which a clause tells, where somebody is there who may wear it."""
    if not any(has_arms(stock_of(one)) for one in base.objects):
        return None
    worn = [
        one.label
        for one in parse(words).mentions
        if one.kind is not None and (one.kind in GARMENTS or kinds()[one.kind].wear in ("neck", "head"))
    ]
    return worn[-1] if worn else None

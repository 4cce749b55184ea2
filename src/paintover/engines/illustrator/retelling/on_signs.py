"""What a sign that comes into a picture says, wherever the words stand: "put a sign next to it saying KEEP OUT", 左边立个牌子写禁止停车.

Each is told as a sign that says it, in quotation marks, and behind that where it is.
"""

from __future__ import annotations

import re

from paintover.engines.illustrator.letters.boards import is_sign
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.shops import shops
from paintover.engines.illustrator.wording import Pattern

_BOARD = r"(?:signboard|signpost|sign|billboard|banner|placard|poster|plaque|board)"
_SAYS = r"(?:saying|says|that says|which says|that reads|which reads|reading|with the words?|with the text)"
_AT = r"(?:next to|beside|near|by|behind|in front of|at|on|onto|above|over|under|in|outside|outside of)"
_PLACE = (
    rf"(?:up |right )?{_AT} (?:it|him|her|them|there|(?:the|his|her|their|its) (?:[a-z]+ ){{0,2}}?[a-z]+)"
)
_PUTS = (
    r"(?:add|put(?: up)?|place|hang(?: up)?|stick|plant|set up|make|draw|give (?:him|her|them|the [a-z]+))"
)
_COMES = Pattern(
    rf"(?P<lead>\b{_PUTS} (?:an?|another|one more|the) )(?P<kind>(?:[a-z]+ ){{0,2}}?{_BOARD})(?P<where>(?: {_PLACE})?),? (?:and (?:it |have it )?)?(?P<says>{_SAYS}) "
    r"(?:(?P<quote>[“\"])(?P<told>[^”\"]+)[”\"]|(?P<bare>[^“\"”]+?))(?P<behind>(?: " + _PLACE + r")?)[.!]?$"
)
_TITLED = Pattern(
    rf"(?P<lead>\b{_PUTS} (?:an?|another) )(?P<kind>(?:[a-z]+ ){{0,2}}?{_BOARD})(?P<where>(?: {_PLACE})?)(?: ?: ?| with )(?:[“\"](?P<told>[^”\"]+)[”\"]|(?P<bare>[A-Z0-9][^“\"”:]*?))(?: (?:written |painted )?on it)?[.!]?$",
    re.NOFLAG,
)
_TWO = Pattern(
    rf"\b(?P<lead>{_PUTS}) two (?P<kind>{_BOARD})s?,? ?:?(?:with )?one (?:{_SAYS})? ?[“\"]?(?P<one>[^“\"”,]+?)[”\"]?,? (?:and )?(?:the other|another|one)(?: one)? (?:{_SAYS})? ?[“\"]?(?P<other>[^“\"”,]+?)[”\"]?[.!]?$"
)
_GLOWS = Pattern(r"\b(?P<how>neon|glowing|light-up|lit-up|illuminated|led) (?=(?:sign|board|billboard)\b)")
"""Said of the sign, and no style of the picture."""
_SHEET = re.compile(r"\bposter$")
_ZH_BOARD = r"(?:[木纸灯路告示指警小大广]{0,3}牌子?|广告牌|指示牌|招牌|横幅|条幅|标语|海报)"
_COMES_ZH = Pattern(
    rf"(?P<lead>(?:^|(?<=[，,。；;]))[^，。,；;“\"]{{0,10}}?)(?P<verb>加上?|添上?|放上?|立着?|摆上?|竖着?|挂上?|贴上?|画|来|举着?|拿着?|弄)(?P<one>(?:一|上|了)?[个块条张幅面])?(?P<kind>{_ZH_BOARD})[，,]?(?:牌子)?(?:上面?|上头)?(?:写着|写上|写有|写了|写的是|写|印着|是)[：:]?"
    r"(?:[“\"「](?P<told>[^”\"」]+)[”\"」]|(?P<bare>[^“\"”「」，。,；;的几些]{1,16}))(?=$|[。！!])",
    re.NOFLAG,
)
_BARELY = Pattern(
    rf"^(?:把|让)?(?:最?(?P<side>左|右)[边面]?的?(?:那|这)?[块个]?)?(?P<kind>{_ZH_BOARD})(?:上面?|上头)?的?字?(?:要|就|再|也)?(?:改写成|改写|写成|写上|写着|写)(?P<bare>(?!什么|点|个|字|几|了|不|着|上|得|的)[^“”\"的，。]{{1,10}}?)(?:这?[两三四五]个字|几个字)?(?:吧|就行|就好|啊)?$",
    re.NOFLAG,
)
"""What is to stand on a sign that is there, without quotation marks."""
_TWO_ZH = Pattern(
    rf"(?P<lead>[加添放立摆竖挂])(?:上|了)?两[个块条](?P<kind>{_ZH_BOARD})[，,]?(?:分别写(?:着|上)?[“\"「](?P<a>[^”\"」]+)[”\"」](?:和|、|，)[“\"「](?P<b>[^”\"」]+)[”\"」]|一[个块条](?:上面?)?写(?:着|上)?[“\"「]?(?P<one>[^”\"」“，,一]+?)[”\"」]?[，,]?(?:另)?一[个块条](?:上面?)?写(?:着|上)?[“\"「]?(?P<other>[^”\"」“，,]+?)[”\"」]?)$",
    re.NOFLAG,
)
_CAPTION = Pattern(
    r"(?:please |can you |now )*(?:caption|title) (?:it|this|the picture|the image)(?: with| as)?:? (?P<cap>[“\"]?[^“\"”]+?[”\"]?)[.!]?"
    r"|(?:please |can you |now )*(?:add|put|write)(?: in)? (?:some |the |a )?(?:text|words?|lettering|caption|writing) (?:that says?|saying|reading|that reads?) [“\"']?(?P<text>[^“\"”']+?)[”\"']?(?P<at>(?: (?:in|at|on|along|across|over) (?:the [a-z ]+|top|bottom))?)[.!]?"
)
"""Words of the picture itself, which nobody says."""
_ITS_OWN = Pattern(
    r"\b(?:over|above|on|onto|across) (?:it\b(?![.!]?$)|(?:the|its) (?:[a-z]+ )?(?:door|shop|store|bakery|cafe|entrance|front|roof|window)\b)|(?:门|店|屋顶|房)上"
)
"""That a sign is the one of the shop."""
_AT_THE_DOOR = Pattern(
    r"\b(?:at|by|near|beside|in front of|outside) (?:the|its) (?:front |shop )?(?:door|entrance)\b|(?:大|店)?门(?:口|前|边)(?=放|立|摆|挂|加|竖)",
    re.NOFLAG,
)
_INSTEAD = Pattern(
    r"(?:please |now |no,? )*(?:write|put|say) (?P<write>[“\"]?[^“\"”]+?[”\"]?) instead|(?:please |now )*(?:change|switch|set) it to (?P<to>[“\"][^“\"”]+[”\"]|[A-Z0-9][A-Z0-9'’!?& -]+)|(?:改|换)(?:写)?成?[“\"「](?P<zh>[^”\"」]+)[”\"」]"
)

_RENAMED = Pattern(
    rf"(?:[Pp]lease |[Nn]ow )*(?:[Cc]hange|[Ss]witch|[Ss]et|[Tt]urn|[Uu]pdate|[Rr]ename) (?P<sign>the (?:[a-z]+ )?{_BOARD})(?:['’]s (?:text|words?|lettering))? (?:to|into) (?P<told>[A-Z0-9][A-Z0-9'’!?& -]*)[.!]?",
    re.NOFLAG,
)
"""What is in capitals is what a sign says."""


def told_on_signs(prompt: str, base: Scene) -> str:
    """The wish with each sign that comes told as one that says its words, and other words as those of the only one there."""
    if (
        words := _CAPTION.compiled.fullmatch(prompt.strip()) if _CAPTION.search(prompt) else None
    ) is not None:
        said = (words["cap"] or words["text"]).strip(" “”\"'")
        return f"write “{said}”{words['at'] or ''}"
    if any(one.kind in shops() for one in base.objects) and _ITS_OWN.search(prompt) is not None:
        return prompt
    plain = _at_the_shop(_GLOWS.sub("", prompt), base)
    told = _TWO.sub(_two, plain.strip())
    told = _TWO_ZH.sub(_two_zh, told)
    if told != plain.strip():
        return told
    told = _TITLED.sub(_in_english, _COMES.sub(_in_english, told))
    told = _COMES_ZH.sub(_in_chinese, told)
    if (renamed := _RENAMED.fullmatch(told.strip())) is not None and any(map(is_sign, base.objects)):
        return f"{renamed['sign']} should say “{renamed['told'].strip()}”"
    if any(map(is_sign, base.objects)) and not re.search('[“”"「」]', told):
        told = "".join(_BARELY.sub(_quoted, part) for part in re.split(r"([，,。；;！!])", told))
    return _instead(told, base)


def _quoted(match: re.Match[str]) -> str:
    """左边牌子写停: the words of the sign on that side."""
    side = match["side"]
    return f"{side + '边的' if side else ''}{match['kind']}上写着“{match['bare']}”"


def how_it_glows(prompt: str) -> str | None:
    """What is said of the light of a sign, none of which glows."""
    match = _GLOWS.search(prompt)
    return match["how"] if match is not None else None


def _at_the_shop(prompt: str, base: Scene) -> str:
    """A sign at the door of the only shop, whose door is a part of its front."""
    fronts = [one for one in base.objects if one.kind in shops()]
    if len(fronts) != 1 or any(one.kind in ("door", "house", "cottage") for one in base.objects):
        return prompt
    if _AT_THE_DOOR.search(prompt) is None or re.search(rf"\b{_BOARD}\b|{_ZH_BOARD}", prompt) is None:
        return prompt
    label = fronts[0].label
    return _AT_THE_DOOR.sub(f"in front of the {label}" if prompt.isascii() else f"{label}前面", prompt)


def _in_english(match: re.Match[str]) -> str:
    words = (match["told"] or match["bare"]).strip(" .")
    kind = _SHEET.sub("sign", match["kind"])
    lead = re.sub(r"^make\b", "add", match["lead"], flags=re.IGNORECASE)
    behind = match.groupdict().get("behind") or ""
    if " and a " in words or " and put " in words:
        return match[0]
    if not words or words.split()[0].lower() in ("something", "nothing", "it", "that"):
        return match[0]
    return f"{lead}{kind} that says “{words}”{match['where'] or behind}"


def _two(match: re.Match[str]) -> str:
    lead = re.sub(r"^make\b", "add", match["lead"], flags=re.IGNORECASE)
    kind = _SHEET.sub("sign", match["kind"])
    return f"{lead} a {kind} that says “{match['one'].strip()}” and a {kind} that says “{match['other'].strip()}”"


def _two_zh(match: re.Match[str]) -> str:
    one, other = match["a"] or match["one"], match["b"] or match["other"]
    return f"{match['lead']}一块写着“{one}”的{match['kind']}和一块写着“{other}”的{match['kind']}"


_OF_WORDS = re.compile(r"^(?:字|一行字|几个字|什么|点什么)$")


def _in_chinese(match: re.Match[str]) -> str:
    words = match["told"] or match["bare"]
    if _OF_WORDS.search(words):
        return match[0]
    kind = "牌子" if match["kind"] == "海报" else match["kind"]
    measure = "条" if kind in ("横幅", "条幅", "标语") else "块"
    verb = match["verb"] if match["verb"][0] in "举拿挂贴放" else "加"
    return f"{match['lead']}{verb}一{measure}写着“{words}”的{kind}"


def _instead(prompt: str, base: Scene) -> str:
    """ "Write “Hello” instead", of a picture with one sign that says something and no words of its own."""
    match = _INSTEAD.compiled.fullmatch(prompt.strip(" .!。")) if _INSTEAD.search(prompt) else None
    boards = [one for one in base.objects if is_sign(one) and one.says]
    if match is None or len(boards) != 1 or base.caption:
        return prompt
    words = (match["write"] or match["to"] or match["zh"]).strip(' “”"')
    board = boards[0].label
    return f"把{board}上的字改成“{words}”" if not board.isascii() else f"change the {board} to “{words}”"

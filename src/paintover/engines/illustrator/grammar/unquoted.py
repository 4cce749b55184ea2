"""Words to be written that stand in no quotation marks: "write Happy Birthday on it", 写上新年快乐."""

from __future__ import annotations

import re
from string import capwords

from paintover.engines.illustrator.wording import Pattern

_QUOTED = re.compile(r"[“\"「『《]")
_ENGLISH = Pattern(
    r"\b(?:(?:caption|text|title|label)(?:\s+(?:to|is|of|reads?|says?|saying|reading|that (?:says|reads))(?:\s+(?:say|read))?"
    r"|\s*[:：])|sign (?:that (?:says|reads)|saying|reading)|(?:add|put|place) (?:the )?(?:text|words?|caption|title|phrase)(?= [A-Z0-9])(?! (?:saying|reading|that|which|to|is|of)\b)|write|that (?:says|reads)|saying)\s*[:：]?\s+"
    r"(?!on\b|in\b|it\b|something\b|a\s+(?:caption|text|title)\b|the\s+(?:caption|text|title)\b)"
    r"(?:the\s+words?\s+)?(?P<words>[^,.;\n，。；]{1,60}?)"
    r"(?=\s+(?:on|in|at|under|underneath|below|above|over|across|along|into)\s+(?:it|the|top|bottom|this|its|my|a)\b"
    r"|\s+(?:next to|beside|near|behind|in front of)\s+(?:the|a|an|my|his|her)\b"
    r"|\s+(?:please|pls|thanks)\b|\s+and\s+(?:add|make|remove|put|change|give|draw|turn)\b|[,.;\n，。；]|$)"
)
_CHINESE = Pattern(
    r"(?:(?:写上|写着|写有|写道|题上|配文|配字|配上|题字|加字)(?:改成|换成|改为|换为|为|是)?|(?:文字|标题|字幕|配文|题字|字)(?:改成|换成|改为|换为|为|是|写)"
    r"|(?:[上下中]面|[上下]方|顶部|底部|中间|[左右][上下]角)写(?!作业|字|信|书法|生字|诗|文章|日记|毛笔|上|着|有|下)(?:个|一句|几个字)?)"
    r"[：:]?\s*(?!的|字|个|去|删|几|一些)(?P<words>[^，。；,;\n：:]{1,40}?)"
    r"(?=的(?:木?牌|旗|横幅|纸|黑板|招牌|标语)|吧?(?:[，。；,;\n]|$))",
    re.NOFLAG,
)
_MARK = Pattern(
    r"(?:文字|标题|字幕|配文|配字|题字|写着|写上|写有|\b(?:text|caption|title))\s*[：:]\s*(?P<words>[^\n。；]{1,60}?)"
    r"(?=[，,]\s*(?:再|并|然后|把|加|去|换|改|给|让|(?:and |then )*(?:add|make|remove|put|change|give|draw|turn)\b)|[。；\n]|$)"
)


def unquoted(text: str) -> tuple[int, int] | None:
    """From where to where the words to write stand in a text without quotation marks; None where none are named."""
    if _QUOTED.search(text):
        return None
    match = _MARK.search(text) or _ENGLISH.search(text) or _CHINESE.search(text)
    if match is None:
        return None
    start, end = match.span("words")
    end -= len(text[start:end]) - len(text[start:end].rstrip())
    return (start, end) if end > start else None


_ON_A_THING = Pattern(
    r"\b(?P<lead>(?:signs?|banner|board|poster|placard|speech bubble|bubble|billboard|flag|card|note|label|plaque|notice|signboard|signpost|blackboard|chalkboard|whiteboard|(?:t-?)?shirt|mug)(?: (?:saying|reading|that says?|that reads?|which says?|which reads?|with the words?|with the text):? | ?: ))(?P<words>(?:(?:do not|don[’']t|please|stay) [^,.;\n]{1,60}(?=[,.;!\n]|$)|[^,.;\n]{1,60}?))"
    r"(?P<rest>(?= (?:on|in|at|under|above|over|across|next to|beside|near|behind|in front of) (?:the|it|his|her|their|a|an)\b| please\b| and (?:(?:add|make|remove|put|change|give)\b|an? )|[,.;!\n]|$))"
)
_WITH_WORDS = Pattern(
    r"(?P<thing>\b(?:signs?|banners?|board|posters?|placards?|billboards?|flags?|notice|signboard|signpost|blackboard|chalkboard|whiteboard|plaque)) with (?:(?:the|a|big|large|bold|word|words|text|message|writing|written)\s+)*(?P<words>[“\"][^”\"]*[”\"])(?: (?:written |painted |printed )?on (?:it|them))?"
)
"""A thing that bears the words that are quoted behind it."""
_SIGN_THERE = Pattern(
    r"\b(?P<thing>signs?|board|banner|poster|placard|notice) (?:up )?(?:there|here|nearby|somewhere)(?: somewhere| in front)? (?=(?:that|which) (?:says?|reads?)\b|saying\b|reading\b|with [“\"])"
)
"""Where a sign is, told between it and what it says."""
_PLURAL = re.compile(r"\b(?:that|which) (?:say|read):? $", re.IGNORECASE)
"""What several boards do that say the same."""
_BOARD_ZH = r"[木纸灯路门标语告示小大广]{0,3}牌子?|广告牌|招牌|横幅|条幅|标语|黑板|白板|告示|旗子|灯笼"
_SAYING_ZH = Pattern(
    rf"(?P<lead>写着|写有|写了|印着)(?P<words>[^“”\"「」的，。,；;\s]{{1,12}})(?=的(?:{_BOARD_ZH}))"
    rf"|(?P<on>(?:{_BOARD_ZH})(?:上面?|，)?(?:写着|写有|写了|印着))(?P<told>[^“”\"「」的，。,；;：:\s]{{1,16}})(?=$|[，。,；;])",
    re.NOFLAG,
)
_OF_WORDS = re.compile(r"^[些几一很满不各]|[首行句道篇个段]$|文字|数学|公式|算式")
"""Words that tell of what is written without telling it: 写着几个字, 写着一首诗."""


_GREETINGS = (
    r"happy (?:birthday|new year|anniversary|halloween|easter|holidays|hanukkah|thanksgiving|diwali|retirement|graduation|(?:mother|father|valentine)[’']?s day)(?: (?:to you|mom|mum|dad|grandma|grandpa))?"
    r"|merry (?:christmas|xmas)|welcome(?: home| back)|congratulations|congrats|just married|well done|good luck|get well soon|bon voyage|season[’']?s greetings|thank you|it[’']?s an? (?:boy|girl)|will you marry me|we(?:[’']ll| will) miss you|i love you|good job|great job"
)
_GREETING = Pattern(
    rf"(?P<held>\b(?:hold(?:s|ing)?|carry(?:ing)?|carries|rais(?:es?|ing)) (?:up )?)?(?P<the>(?:\b(?:an?|the|another|her|his|their) )|^(?=[a-z ']+$))(?P<how>(?:(?:big|large|huge|little|small|colou?rful|red|blue|green|yellow|pink|purple|white|gold(?:en)?|wooden|handmade|paper) )*)(?P<words>{_GREETINGS}) (?P<board>banner|sign|poster|placard|signboard)\b"
)
"""Words that a board has on it by its name: a happy birthday banner."""


_FEASTS = Pattern(
    r"\b(?:new year|halloween|easter|hanukkah|thanksgiving|diwali|(?:mother|father|valentine)[’']?s day|christmas|xmas)\b"
)


def _greeting(match: re.Match[str]) -> str:
    words = match["words"]
    article = "a " if match["the"].lower() in ("an ", "") and not match["how"] else match["the"]
    said = (
        words if words != words.lower() else _FEASTS.sub(lambda feast: capwords(feast[0]), words.capitalize())
    )
    board = match["board"].lower()
    if board == "banner":  # and no sheet of that name; in somebody's hands it is a board
        board = "sign" if match["held"] else "cloth banner"
    return f"{match['held'] or ''}{article}{match['how']}{board} that says “{said}”"


def quoted_on_things(text: str) -> str:
    """The text with quotation marks around what unquoted words are to stand on: "a sign saying welcome"; and with what a sign
    has told as said by it: a sign with “welcome”."""
    text = _SIGN_THERE.sub(r"\g<thing> ", in_double_quotes(text))
    if _QUOTED.search(text):
        return _WITH_WORDS.sub(r"\g<thing> saying \g<words>", text)
    if not text.isascii():
        return text
    if _GREETING.search(text):
        return _GREETING.sub(_greeting, text)
    return _ON_A_THING.sub(
        lambda match: f'{_PLURAL.sub("saying ", match["lead"])}"{match["words"].strip()}"', text
    )


def quoted_on_boards(text: str) -> str:
    """A first wish with quotation marks around what unquoted words are to stand on: 写着禁止停车的牌子 as well."""
    if _QUOTED.search(text):
        return quoted_on_things(text)
    return _SAYING_ZH.sub(_in_marks, quoted_on_things(text))


def _in_marks(match: re.Match[str]) -> str:
    words = match["words"] or match["told"]
    return match[0] if _OF_WORDS.search(words) else f"{match['lead'] or match['on']}“{words}”"


_SINGLE = re.compile(
    r"(?<![\w'’])['‘](?P<words>[^'‘’\n]{0,100}?(?:\w['’]\w[^'‘’\n]{0,100}?)*)['’](?!['’]|(?![\uac00-\ud7a3\u3040-\u30ff])\w)"
)


def in_double_quotes(text: str) -> str:
    """The text with words in single quotation marks put in double ones; apostrophes stay."""
    return _SINGLE.sub(lambda match: f"“{match['words']}”" if match["words"].strip() else match[0], text)

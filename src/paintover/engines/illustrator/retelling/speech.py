"""Who says what: words in quotation marks after a verb of speaking go into a bubble, those on a board onto a sign.

They are taken out of the wish before it is read, since what somebody says is nothing to draw; so are captions in other
languages.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import msgspec

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.sheets import names_a_sheet
from paintover.engines.illustrator.grammar.tokenise import MAX_TEXT, tokenise
from paintover.engines.illustrator.kinds import SIGNPOST, kinds
from paintover.engines.illustrator.letters.boards import WRITABLE, is_sign
from paintover.engines.illustrator.retelling.called import called_so
from paintover.engines.illustrator.retelling.inscribed import inscribed, on_the_board
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.shops import shops
from paintover.engines.illustrator.staging.cast import Cast
from paintover.engines.illustrator.wording import Pattern, any_of

MOST = 160
"""Characters of one speech that are kept."""

_QUOTE = r"[“\"「『«„]\s*(?P<words>[^”\"」』»“„\n]{1,400}?)\s*[”\"」』»“]"
_LOOSE = r"(?P<loose>[^，。；！？,;“\"\n]{1,80}[！？!?]?)"
_SAYS = (
    r"(?:大声)?(?:说着|说道|说了|说|喊道|喊着|大喊|喊|问道|问|叫道|嚷道|唱道|唱着|回答|答道)(?:一句|一声)?"
    r"|(?:吆喝|叫卖|嘟囔|嘀咕|念叨|吼叫|吼|嚷嚷|嚷|喃喃自语|自言自语|感叹|感慨|惊呼|尖叫|大叫|抱怨|提醒|宣布|骂|叹|笑|高喊|呼喊|招呼|心想|心里想|唱|(?<![家店名牌只个位条匹头])叫|想)(?:着|道|了)?(?:一句|一声)?(?=\s*[:：,，]?\s*[“\"「『])"
    r"|\b(?:is |are |who )?(?:says?|saying|shouts?|shouting|asks?|asking|yells?|yelling|whispers?|whispering|sings?|singing"
    r"|exclaims?|exclaiming|replies|replying|dice|dicen|diciendo|grita|gritando|dit|disant|disent|crie|criant|sagt|sagen|ruft"
    r"|diz|dizem|dizendo|говорит|говорят|говорящая|говорящий|кричит|спрашивает|يقول|تقول)\b"
)
_BUBBLE = (
    r"(?:(?:头上|头顶|旁边)?(?:有|带|加|配)?(?:一?个)?(?:对话框|对话气泡|气泡|话泡)(?:里|中|上)?(?:写着|写上|写|说|内容是|是)?"
    r"|\b(?:with|add|put in|include|give (?:it|him|her|them|the \w+)) (?:a |the )?(?:speech|word|text|dialogue|thought) (?:bubble|balloon)(?: (?:that |which )?(?:saying|says|reading|reads|with))?)"
)
_ON_SIGN = (
    r"(?:上面?|上头|身上|外面)?(?:写着|写上|写了|写有|写|[印刻绣][着上了有]?)(?:名字|文字)?"
    r"|\b(?:that |which )?(?:says|saying|reads|reading|with the (?:words?|text|inscription)|written on it|labell?ed)\b"
)
_SPEECHES = (
    re.compile(rf"(?P<verb>{_BUBBLE})\s*[:：,，]?\s*{_QUOTE}", re.IGNORECASE),
    re.compile(rf"(?P<verb>{_SAYS})\s*[:：,，]?\s*{_QUOTE}", re.IGNORECASE),
    re.compile(rf"(?P<verb>{_SAYS})\s*[:：]\s*{_LOOSE}", re.IGNORECASE),
)
_SIGN = re.compile(rf"(?P<verb>{_ON_SIGN})\s*[:：,，]?\s*{_QUOTE}", re.IGNORECASE)
_CHALKED = Pattern(
    r"(?<=[板门衫杯碗车盒箱船桶袋包瓶罐牌糕旗幅])(?P<verb>上面?(?:再)?(?:写着|写上|写了|写有|写|[写加](?:上)?(?:几个|[一两三四五六]个|一行|一句|些)?(?:大|小)?字(?=[:：]))|(?:写着|写上|写的是)(?=[:：]))\s*[:：]?\s*(?P<loose>[^，。；！？,;“\"「的有画放贴挂站坐\n][^，。；,;“\"「\n]{0,40})",
    re.NOFLAG,
)
_BEFORE = re.compile(r"「(?P<words>[^」]{1,400})」\s*(?:と|って)\s*(?:言う|言って(?:いる)?|いう|話す|叫ぶ)")
_SILENCED = Pattern(
    r"(?:去掉|去除|删掉|删除|移除|拿掉|不要)\s*(?:那个|这个|所有|全部)?的?(?:对话框|对话气泡|气泡|话泡)"
    r"|\b(?:remove|delete|take away|get rid of)\s+(?:the |all |its |his |her )*(?:(?:speech|word|text|dialogue)\s*(?:bubbles?|balloons?)|bubbles?)\b"
)
_STOPS = "，。；;,.!！？?\n"
_LED_BY = re.compile(r"^(?:让|叫|使|请|给|把|and|let|make|have|then|然后|再)\s*", re.IGNORECASE)
_ADDRESSED = re.compile(
    r"(?:对着?|向|跟|冲着?|朝着?)[^的]+$|\b(?:to|at) (?:the|a|an|another|his|her)\b.*$", re.IGNORECASE
)
_TEXTUAL = re.compile(
    r"\b(?:text|caption|title|words?|letters?)\s*$|(?:文字|标题|字幕|字样)\s*$", re.IGNORECASE
)
_CAPTIONED = Pattern(
    rf"(?:\b(?:con|com|avec|mit|met)\s+)?(?:\b(?:el|le|la|dem|der|o|a|de|het|l['’])\s*)?(?:\b(?:schreib\w*|escrib\w+|escrev\w+|écri\w+|scriv\w+|schrijf|напиш\w+|اكتب|texto|texte|testo|tekst|título|titre|Titel|Aufschrift|Schriftzug|Beschriftung|scritta|opschrift|bijschrift|inscripción|inscription|inscrição|legenda|leyenda|légende|надпись\w*|текст\w*|подпис\w*)\b|문구|글씨|글자|텍스트|자막|文字|見出し|مكتوب علي(?:ها|ه)|نص|كتابة|عبارة|عنوان)\s*[:：]?\s*(?:unten |oben |abajo |arriba |en bas |en haut |sotto |sopra |em baixo |em cima |внизу |сверху |вверху )?(?:el texto |le texte |den Text |o texto |il testo |текст )?{_QUOTE}"
    r"(?:\s+(?:darauf|drauf|dazu|encima|dessus|sopra|em cima|nele|ci|sur l'image|auf das Bild|en la imagen|sull'immagine|na imagem|на картинке|erop)\b)?"
)
_CAPTIONED_BEHIND = Pattern(
    rf"{_QUOTE}\s*(?:(?:と|って)(?:いう文字を)?\s*(?:書かれた|書いてある|書いた|(?:書(?:いて|く|き)|かいて|入れて|記して)(?:ください|下さい|くれ|ほしい|ね)?)|(?:이?라고|라는 글[을씨]+)\s*(?:써|적어|쓰|넣어)(?:\s?(?:줘|주세요|주라|줄래))?)",
    re.NOFLAG,
)
"""The same where the verb comes last."""


@dataclass(frozen=True, slots=True)
class Speech:
    """Words, and who says them in the wish's own terms ("the cat"); empty for whoever the talk is about."""

    who: str
    words: str
    on_sign: bool = False
    at: tuple[str, ...] = ()
    """The ids of those in the picture on which they are written."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A wish without what is said in it."""

    prompt: str
    speeches: tuple[Speech, ...] = ()
    silenced: bool = False
    """The bubbles are to go."""
    caption: str | None = None
    """The words to write under the picture, where they were asked for in neither Chinese nor English."""


_PUT_ON = re.compile(
    rf"\b(?:write|put|print|paint|carve|add|engrave|have|draw)(?: out)? (?:the (?:words?|name|letters?|text|number|title) )?(?:{_QUOTE}|(?-i:(?P<plain>[A-Z][\w'’ ]{{0,30}}?))) on(?:to)? (?P<board>(?:(?:the|his|her|its|their|my|an?|each) [a-z -]{{2,24}}?|it))(?=[,.;!]|\s+(?:and|then|but)\b|$)",
    re.IGNORECASE,
)
_HAS_ON_IT = re.compile(
    rf"\b(?P<board>(?:an?|the|his|her|my) (?:[a-z-]+ ){{0,2}}[a-z-]+) with (?:the (?:words?|name|letters?|text|number) )?{_QUOTE} (?:written |printed |painted )?on (?:it|the (?:side|front))",
    re.IGNORECASE,
)
_BEFORE_ITS_NOUN = re.compile(
    rf"(?:上面?)?(?:写着|写有|印着|印有|刻着|写了|绣着){_QUOTE}(?:字样|几个字|的字)?的(?P<board>[\u4e00-\u9fff]{{1,6}}?)(?=$|[，。,、！]|[放在和])"
)
_STANDS_ON = re.compile(
    rf"(?P<write>\bwriting )?(?:the (?:words?|name|letters?|text|number|message|title) )?{_QUOTE} (?:is |are )?(?:written |printed |painted |chalked )?on (?P<board>(?:the|an?|his|her|its) (?:[a-z]+ )?(?:blackboard|chalkboard|whiteboard|board|sign|signboard|billboard|banner))\b",
    re.IGNORECASE,
)
"""Words on something, said otherwise than 碗上写着 and "the bowl says"."""


def _told_of_the_board(text: str, base: Scene | None) -> str:
    """The wish with "write “Tom” on the mug" told as the mug that says it, where that can be written on."""

    def said(match: re.Match[str]) -> str:
        board, words = match["board"], match["words"] or match.groupdict().get("plain")
        if not _on_sign(board, base):
            return match[0]
        if board.lower() == "it" and base is not None:
            meant = base.thing(_boards_of(board, base)[0])
            board = f"the {names('en', meant.kind)}" if meant is not None else board
        if match.re is _STANDS_ON and match["write"]:
            return f"writing on {board}, {board} that says “{words}”"
        return f"{board}上写着“{words}”" if match.re is _BEFORE_ITS_NOUN else f"{board} that says “{words}”"

    for pattern in (_PUT_ON, _HAS_ON_IT, _BEFORE_ITS_NOUN, _STANDS_ON):
        text = pattern.sub(said, text)
    return text


def written_nowhere(text: str, base: Scene) -> str | None:
    """The scarf of "write “Tom” on the scarf", which shows no words; None where there is no such noun."""
    for match in (*_PUT_ON.finditer(text), *_ON_ZH.finditer(text)):
        said = parse(match["board"]).mentions
        if match["board"].lower() == "it" and (about := base.thing(base.focus or "")) is not None:
            return None if base.sheet or is_sign(about) or kinds()[about.kind].alive else about.label
        if said and said[-1].kind is not None and not _on_sign(match["board"], base):
            return said[-1].label
    return None


_ON_ZH = Pattern(
    rf"(?:在)?(?P<board>[\u4e00-\u9fff]{{1,6}}?)(?:上面?|身上)(?:写|印|刻|绣)[着上了有]?(?:名字|文字)?{_QUOTE}",
    re.NOFLAG,
)
_WIPED = Pattern(
    r"(?:please )?(?:remove|erase|delete|wipe(?: off)?|take off|take away|get rid of) (?:the |all the )?(?:text|words?|writing|letters?|name|lettering|number)(?: (?:on|from|off) (?:the|its|his|her) (?P<board>[a-z -]{2,20}))?"
    r"|(?:把)?(?P<zh>[\u4e00-\u9fff]{1,5}?)?(?:上面?)?的?(?:文?字|名字)(?:都|给)?(?:去掉|删掉|擦掉|不要|拿掉)了?|(?:去掉|删掉|擦掉|不要|拿掉)(?:(?P<zh2>[\u4e00-\u9fff]{1,5}?)(?:上面?)?的)?(?:文?字|名字)了?"
)


_OTHERWISE = Pattern(
    rf"(?:把|给)?(?:小|这家)?(?:字|文字|名字|店|店名|招牌|牌子|店招|门头|它)?上?的?(?:字|文字|名字)?(?:(?:改|换)(?:成|为)|起名叫?|取名叫?|叫做?|名叫|改叫)\s*{_QUOTE}|(?:change|make|have|let) (?:it|that|the (?:text|words?|name|writing|sign(?:board)?|shop sign)) (?:to|say|read) {_QUOTE.replace('words', 'said')}"
)


_OTHERWISE_BARE = Pattern(
    r"(?:把|给|将)?(?P<board>[\u4e00-\u9fff]{0,6}?)(?:上面?|里面?)?的?(?:字|文字|店名|数字|号码)(?:都|给我|要)?(?:(?:改|换|变)(?:成|为)[“\"「『]?(?P<bare>[^“”\"「」『』，。,；;\n]{1,30}?)[”\"」』]?|(?:改|变|弄|写|再)*(?P<look>[大小粗细](?:一?[点些]儿?|号)))(?:吧)?",
    re.NOFLAG,
)
_OVER_THE_DOOR = re.compile("店|招牌|牌子|门头|sign", re.IGNORECASE)
_SIGN_OVER = Pattern(
    r"(?:please )?(?:put|add|hang|place|stick)(?: up)? (?:an?|the) (?:[a-z]+ )?sign(?:board)? (?:over|above|on|onto) (?:(?:the|its|his|her|their) (?:[a-z]+ )?(?:door|shop|store|entrance|window|front|[a-z]+(?:'s)? shop|bakery|cafe)|it)"
    rf",? (?:that |which )?(?:says|saying|reads|reading|with(?: the words?| the name| the text)?)[: ]+(?:{_QUOTE}|(?P<bare>[^“”\"\n.!]{{1,40}}))"
    rf"|(?:在)?(?:店|门|大门|店门|门口|商店)(?:的?(?:上面?|上方|顶上|口))?(?:挂|加|装|放|竖)[个块上一]{{0,2}}(?:写着)?(?:招牌|牌子|牌匾|匾)[，,]?(?:上面?)?(?:写着?|叫|名叫)\s*{_QUOTE.replace('words', 'named')}"
)
"""A sign over the door of the shop that says so: the front has the board for it."""


def _said_otherwise(match: re.Match[str], scene: Scene) -> Scene | None:
    """牌子上的字改成再见: other words on the board that is named, or on the only thing that has some; the front of a shop is
    one. None where they may be those of the sheet.

    Raises:
        NotDrawable: words on a board are to look otherwise, 字改成红色.
    """
    words, board = match["bare"] or match["look"], match["board"].removeprefix("这家")
    looks = ("colours", "sizes", "styles", "patterns")
    look = match["look"] or all(any(map(token.get, looks)) for token in tokenise(words.removesuffix("的")))
    fronts = [one for one in scene.objects if one.kind in shops()]
    named = {one.kind for one in parse(board).mentions if one.kind is not None} if board else set()
    written = [one for one in scene.objects if one.says and not kinds()[one.kind].alive]
    meant = [one for one in written if one.kind in named]
    if not meant and (not named or SIGNPOST in named) and not scene.caption:
        meant = written
    if not meant and (_OVER_THE_DOOR.search(match[0]) or named & {one.kind for one in fronts}):
        meant = fronts
    if len(meant) > 1 and (side := re.match("最?(?P<side>[左右])[边侧]", board)) is not None:
        meant.sort(key=lambda one: scene.layout[one.id].x if one.id in scene.layout else 0)
        meant = meant[:1] if side["side"] == "左" else meant[-1:]
    if look and any(one.says for one in meant):
        raise NotDrawable(notes.left_out([words], "zh"))
    if look or len({one.id for one in meant}) != 1:
        return None
    anew = [msgspec.structs.replace(one, says=words) if one in meant else one for one in scene.objects]
    return msgspec.structs.replace(scene, objects=tuple(anew))


def with_other_boards(prompt: str, scene: Scene) -> Scene | None:
    """The scene with other words on its only board that has some, or without the words on its boards, where the wish asks
    just that; None where it does not, or the words of the sheet may be meant."""
    told = [one for one in scene.objects if is_sign(one) and one.says]
    wish = prompt.strip(" .。!！")
    if (bare := _OTHERWISE_BARE.fullmatch(wish)) is not None and (said_anew := _said_otherwise(bare, scene)):
        return said_anew
    other = _OTHERWISE.fullmatch(wish)
    if other is not None and not told and not scene.caption and scene.env.scenery.chalk:
        words = next(words for words in other.groupdict().values() if words)[:MOST]
        scenery = msgspec.structs.replace(scene.env.scenery, chalk=words)
        return msgspec.structs.replace(scene, env=msgspec.structs.replace(scene.env, scenery=scenery))
    over = None if other is not None else _SIGN_OVER.fullmatch(wish)
    fronts = [one for one in scene.objects if one.kind == SIGNPOST or one.kind in shops()]
    if over is not None:
        fronts = [one for one in fronts if one.kind != SIGNPOST]
        other, told = over if len(fronts) == 1 else None, fronts
    elif other is not None and not told and _OVER_THE_DOOR.search(other[0]):
        told = fronts[:1] if len({one.kind for one in fronts}) == 1 else []
    if other is not None and (over or not scene.caption) and len({one.says for one in told}) == 1:
        said = next(words for words in other.groupdict().values() if words)[:MOST]
        anew = (msgspec.structs.replace(one, says=said) if one in told else one for one in scene.objects)
        return msgspec.structs.replace(scene, objects=tuple(anew))
    match = _WIPED.fullmatch(prompt.strip(" .。!！"))
    if match is None:
        return None
    board = next((one for one in (match["board"], match["zh"], match["zh2"]) if one), None)
    kinds_ = {one.kind for one in parse(board).mentions} if board else set()
    if scene.caption and not kinds_:
        return None
    wiped = [
        one.id for one in scene.objects if is_sign(one) and one.says and (not kinds_ or one.kind in kinds_)
    ]
    if not wiped:
        return None
    objects = (msgspec.structs.replace(one, says=None) if one.id in wiped else one for one in scene.objects)
    return msgspec.structs.replace(scene, objects=tuple(objects))


_IN_CAPITALS = Pattern(
    r"\b(?P<board>(?i:sign|signpost|sign post|board|signboard|billboard|plaque|placard|banner))"
    r"(?P<where>(?i: (?:on|above|over|in front of|next to|beside|by|at|outside) (?:the|an?|its|his|her) [a-z]+)?)"
    r",? (?i:saying|says|that says|which says|that reads|which reads|reading|with the words?|with the text|labell?ed|marked)"
    r" (?P<words>[A-Z][A-Z0-9'’&!?-]+(?: [A-Z0-9'’&!?-]+)*)(?![a-z])",
    re.NOFLAG,
)
"""A sign on the wall saying OLD TOM."""
_LABELLED = re.compile(r"\b(?P<board>(?:a|an|the) (?:[a-z]+ )?(?:sign|banner|label|placard|billboard)) (?=[“\"])", re.IGNORECASE)  # fmt: skip
"""A sign "OPEN"."""
_LABELLED_ZH = Pattern(
    r"(?<=[举拿挂立竖着有个块张条])(?:写着|印着|写有)?[“\"「](?P<words>[^”\"」\n]{1,60})[”\"」](?:字样)?的?(?P<board>[木纸灯标语告示小大]{0,3}牌子?|横幅|旗子|招牌|条幅)",
    re.NOFLAG,
)
"""举着“欢迎”的牌子."""
_LABELLED_BEHIND_ZH = Pattern(
    r"(?<=[举拿挂立竖]着)(?:一?[块个张面])?(?P<board>[木纸灯标语告示小大]{0,3}牌子?|横幅|条幅)[，,:：]?[“\"「](?P<words>[^”\"」\n]{1,60})[”\"」]",
    re.NOFLAG,
)
"""举着牌子“欢迎”."""
_BANNER_ZH = Pattern(r"(?P<v>[举拉拿扛打]着)(?P<said>[^，。,]{0,24}?)(?:一?[条幅张块个])?[横条]幅", re.NOFLAG)
"""A banner in somebody's hands, which is drawn as a board."""
_UNQUOTED_ZH = Pattern(
    r"(?P<where>(?:最?(?:上|下)[面边头方]|[底顶]部|底下|中间)(?:一行|一排)?(?:小字|大字|一行字)?(?:写着|写上|写了|写的是|写|印着|[：:]))(?P<words>[^，。,；;：:“”\"「」『』《》\s的个几一有画放贴挂站坐][^，。,；;“”\"「」『』《》\s]{1,20}?)(?=$|[，。,；;])",
    re.NOFLAG,
)
"""Words to be written at a place, without quotation marks: 上面写欢迎回家."""


_A_BUBBLE = r"an? (?:little |small |big )?(?:(?:(?:speech|thought|talk|word|text|dialogue) )?bubble|(?:speech|text|word) balloon)"
_A_PLACE = r"(?:the |very |upper |lower )*(?:top|bottom|left|right|centre|center|middle|corner|back|front)(?:[- ](?:left|right|corner|side|half|of the (?:picture|image|page)))*"
_WHOSE_BUBBLE = (
    r"(?:over|above|next to|beside|for|near|by|to|at|on top of|from|of|(?:coming )?out of|coming from)"
    rf" (?P<who>(?!(?:{_A_PLACE}|once|each other)(?:[,.;!]|$))[a-z][^,.;!“\"\n]{{0,36}}?)(?:['’]s? (?:head|mouth|face)| head| mouth)?"
)
"""At whom it is, who need not be called "the": grandpa, Tom."""
_WITH_WORDS = r"(?:saying|says|that says|which says|that reads|reading|with)(?: the (?:words?|text))?[:,]?"
_PUTS = r"(?:add|put|draw|place|show|include|have|give me)(?: in)?"
_BUBBLE_AT = tuple(
    Pattern(pattern)
    for pattern in (
        rf"\b(?:write|put|add|place|show|have) {_QUOTE} (?:in|inside|into) {_A_BUBBLE}(?: {_WHOSE_BUBBLE}| (?:at|in|on|near) {_A_PLACE})?(?=[,.;!]|$| and\b)",
        rf"\b{_PUTS} {_A_BUBBLE},? {_WITH_WORDS} ?{_QUOTE} {_WHOSE_BUBBLE}(?=[,.;!]|$| and\b)",
        rf"(?:\b{_PUTS} {_A_BUBBLE}|(?P<one>(?<=[”\"]) and) (?:one|another(?: one)?)) {_WHOSE_BUBBLE},? {_WITH_WORDS} ?(?:{_QUOTE}|(?P<bare>[^“\",.;\n]{{1,60}})$)",
        rf"\bgive (?P<who>(?:the|him|her|it|them|both|my)\b[^,.;!“\"\n]{{0,36}}?) {_A_BUBBLE},? {_WITH_WORDS} ?(?:{_QUOTE}|(?P<bare>[^“\",.;\n]{{1,60}})$)",
    )
)
"""A bubble with words, and at whom: they are that one's."""
_BUBBLE_OF_ZH = Pattern(
    rf"(?:在|给)?(?P<who>[^，。,；“\"「]{{1,10}}?)的?(?:旁边|上面|上方|头上|头顶上?|边上|嘴边)?(?:写|加|画|放|来)上?(?:一?个)?{_QUOTE}的(?:对话框|对话气泡|气泡|话泡)",
    re.NOFLAG,
)
_SAYS_BARE = (
    Pattern(r"(?:让|叫|要|使)(?P<who>[^，。,；“\"「说]{1,10}?)(?:大声)?说(?:一句|一声)?(?!话|着|悄悄|故事|笑话|一?[个段]|[英中日法德韩][语文]|书|出|明|服|得)(?P<bare>[^“\"「，。,；：:]{1,20}[！？!?]?)(?=$|[。；;])", re.NOFLAG),
    Pattern(r"\b(?:let|make|have) (?P<who>(?:the|him|her|it|them|both|my)\b[^,.;!“\"\n]{0,24}?) (?:say|shout|yell|whisper) (?!something|nothing|it\b|that\b|so\b|a\b|the\b)(?P<bare>[^“\",.;:\n]{1,60})$"),
)  # fmt: skip
"""Words that somebody is to say, without quotation marks."""
_THEY = {"his": "he", "him": "he", "her": "she", "its": "it", "their": "they", "them": "they"}


def _told_of_the_bubble(text: str) -> str:
    """The wish with "write “Hi” in a bubble above the cat" told as the cat that says it; so with 让猫说我饿了."""

    def said(match: re.Match[str]) -> str:
        groups = match.groupdict()
        words = groups.get("words") or groups["bare"]
        if groups["who"] is None:
            return f"add a speech bubble saying “{words}”"
        if "说" in match[0]:
            return f"{groups['who']}说“{words}”"
        return f"{groups.get('one') or ''} {_THEY.get(groups['who'].lower(), groups['who'])} says “{words}”".lstrip()  # fmt: skip

    for pattern in (*_BUBBLE_AT, *_SAYS_BARE):
        text = pattern.sub(said, text)
    return _BUBBLE_OF_ZH.sub(r"\g<who>说“\g<words>”", text)


def hear(prompt: str, *, base: Scene | None = None) -> Heard:
    """Take the speeches out of a wish. In a new picture the speaker stays, to be drawn; in an edit of `base` ("let the cat
    say “hello”") the whole clause goes, unless it adds the speaker."""
    prompt, boards = inscribed(prompt if base is None else on_the_board(prompt))
    speeches = [Speech(f"the {board}", words[:MOST], on_sign=True) for board, words in boards]
    new = base is None
    prompt = _IN_CAPITALS.sub(r"\g<board> that says “\g<words>”\g<where>", prompt[:MAX_TEXT])
    prompt = _LABELLED.sub(r"\g<board> that says ", prompt)
    if new:
        prompt = _UNQUOTED_ZH.sub(r"\g<where>“\g<words>”", _BANNER_ZH.sub(r"\g<v>\g<said>牌子", prompt))
        prompt = _LABELLED_BEHIND_ZH.sub(r"\g<board>，\g<board>上写着“\g<words>”", prompt)
        prompt = _LABELLED_ZH.sub(r"\g<board>，\g<board>上写着“\g<words>”，", prompt)
    prompt = _told_of_the_board(_told_of_the_bubble(prompt), base)
    silenced = _SILENCED.search(prompt) is not None
    rest = _SILENCED.sub(" ", prompt)
    for _ in range(8):
        found = _next(rest, base)
        if found is None:
            break
        match, sign = found
        groups = match.groupdict()
        words = (groups.get("words") or groups.get("loose") or "").strip()
        at: tuple[str, ...] = ()
        start = max((rest.rfind(stop, 0, match.start()) for stop in _STOPS), default=-1) + 1
        if match.re is _BEFORE:
            before, (after, kept) = rest[start : match.start()], _after(rest, match.end())
            who = before.rstrip("はが、 ") or after
            rest = rest[:start] + (before.rstrip("はが、 ") or "") + " " + kept
        else:
            who = rest[start : match.start()].strip()
            at = _boards_of(who, base) if sign else ()
            clause = "" if at else who if new or sign or _adds(who) else ""
            if sign and not at and _A_SIDE.fullmatch(who):
                who, clause = re.split(f"[{_STOPS}]", rest[: max(0, start - 1)])[-1], ""
            rest = rest[:start] + clause + " " + rest[match.end() :]
        speeches.append(Speech(_ADDRESSED.sub("", _LED_BY.sub("", who)), words[:MOST], sign, at))
    caption = None
    if match_ := _CAPTIONED.search(rest) or _CAPTIONED_BEHIND.search(rest):
        caption = match_["words"].strip()
        rest = f"{rest[: match_.start()]} {rest[match_.end() :]}"
    return Heard(rest, tuple(speeches), silenced, caption)


def _next(text: str, base: Scene | None) -> tuple[re.Match[str], bool] | None:
    """The next speech, and whether it stands on a sign."""
    for pattern in (_BEFORE, *_SPEECHES):
        for match in pattern.finditer(text):
            before = text[: match.start()]
            if not _TEXTUAL.search(before.rstrip()) and not _on_sign(before, base):
                return match, False
    for match in (*_SIGN.finditer(text), *_CHALKED.finditer(text)):
        if (
            base is None
            and text[: match.start()].rstrip()[-1:] in ("，", ",")
            and match["verb"].startswith("写")
            and names_a_sheet(text)
        ):
            continue  # 海报，一杯咖啡，写“半价”: on the sheet
        if _on_sign(text[: match.start()], base):
            return match, True
    return None


_A_SIDE = re.compile(r"(?:封面|正面|背面|侧面|外面|上面?|身上|它)?上?面?")
"""What says no more than on which side of the thing named before."""


def _on_sign(before: str, base: Scene | None) -> bool:
    """Whether the last thing named is a sign, or can be written on."""
    *earlier, clause = re.split(f"[{_STOPS}]", before)
    if _boards_of(clause, base):
        return True
    if earlier and _A_SIDE.fullmatch(clause.strip()):
        clause = earlier[-1]
    mentions = parse(clause).mentions
    end = re.sub(r" (?:that|which)$", "", clause.rstrip().casefold())
    return any(
        one.kind in WRITABLE and (one is mentions[-1] or end.endswith(one.label.casefold()))
        for one in mentions  # "make her hold a sign": who holds it is named behind it
    )


def _boards_of(clause: str, base: Scene | None) -> tuple[str, ...]:
    """Those in the picture that the last noun of a clause means, where they can be written on: the cup that is called so, "it"."""
    if base is None:
        return ()
    mentions = parse(clause).mentions
    if _A_SIDE.fullmatch(clause.strip()) or clause.strip().lower() == "it":
        found = [one for one in base.objects if one.id == base.focus] or [*base.objects[:1]][
            : len(base.objects) == 1 and not base.sheet
        ]
    elif not mentions or _adds(clause) or (mentions[-1].counted and mentions[-1].lang == "en"):
        return ()
    else:
        last = mentions[-1]
        found = [one for one in base.objects if one.kind == last.kind] or [*called_so(base.objects, last)]
        if not found and last.kind == SIGNPOST and not last.counted:  # 招牌上写: over the shop's door
            found = [one for one in base.objects if one.kind in shops()]
        if last.side is not None and found:
            found = [Cast(base).at_side(found, last.side)]
        elif not (last.every or last.plural or clause.startswith(("每", "所有"))):
            found = found[:1]
    return tuple(one.id for one in found if is_sign(one))


def _after(text: str, end: int) -> tuple[str, str]:
    """Japanese names the speaker behind what is said."""
    stop = min((at for mark in _STOPS if (at := text.find(mark, end)) >= 0), default=len(text))
    return text[end:stop], text[end:]


def _adds(clause: str) -> bool:
    return any(operation.fresh for operation in parse(clause).operations)


@cache
def _names() -> tuple[re.Pattern[str], ...]:
    en, zh = (
        any_of(words)
        for words in (
            [word for shop in shops().values() for word in shop.en],
            [word for shop in shops().values() for word in shop.zh],
        )
    )
    title = r"(?P<loose>[A-Z0-9][\w'’.-]*(?:\s+(?:(?:and|of|the|&|on|n)\s+)*[A-Z0-9][\w'’.-]*){0,4})"
    saying = r"(?:that (?:says|reads)|saying|reading|which (?:says|reads))"
    return (
        re.compile(
            rf"\b(?P<shop>{en}),?\s+(?i:called|named|with (?:a|the) (?:[a-z]+ )?(?:sign|name) {saying}|whose sign {saying})\s*[:,]?\s*(?:{_QUOTE}|{title})"
        ),
        re.compile(rf"(?:名?叫做?|名为|店名(?:叫|是)?)\s*(?:{_QUOTE}|(?P<loose>[^\s，。,的“\"「『]{{1,8}}))\s*的\s*(?P<shop>{zh})"),
        re.compile(
            rf"(?P<shop>{zh})[,，]?\s*(?:的?(?:招牌|店名|名字|牌子|门头)(?:上面?)?(?:写着|写的是|是|叫)?|名?叫做?|名为|取名)\s*(?:{_QUOTE}|(?P<loose>[^\s，。,的“\"「『]{{1,8}})(?=$|[，。,]))"
        ),
    )  # fmt: skip


def named_shops(prompt: str) -> tuple[str, tuple[Speech, ...]]:
    """A wish without the names of its shops, and those names, which stand on their signs."""
    found: list[Speech] = []
    for pattern in _names():
        while (match := pattern.search(prompt)) is not None and len(found) < 8:
            words = (match["words"] or match["loose"]).strip()
            found.append(Speech(match["shop"], words[:MOST], on_sign=True))
            prompt = prompt[: match.start()] + match["shop"] + prompt[match.end() :]
    return prompt, tuple(found)


def spoken(scene: Scene, heard: Heard) -> Scene:
    """The scene in which everybody says what was heard. What nobody there can say becomes the caption."""
    things = list(scene.objects)
    if heard.silenced:
        things = [msgspec.structs.replace(t, says=None) if not is_sign(t) else t for t in things]
    caption = heard.caption or scene.caption
    boards = [speech for speech in heard.speeches if speech.on_sign]
    for speech in heard.speeches:
        alike = _held_alike(things, speech) if boards == [speech] and not scene.layout else []
        speakers = (
            alike
            or [at for at, thing in enumerate(things) if thing.id in speech.at]
            or _speakers(things, speech, scene)
        )
        if not speakers:
            caption = speech.words
        for at in speakers:
            things[at] = msgspec.structs.replace(things[at], says=speech.words)
    return msgspec.structs.replace(scene, objects=tuple(things), caption=caption)


def _held_alike(things: Sequence[Thing], speech: Speech) -> list[int]:
    """The boards of a new picture that several hold, each one, where nothing else is written: all say the same."""
    kind = _boards(speech.who)[0]
    held = [at for at, one in enumerate(things) if _is(one, kind) and is_sign(one)]
    bearers = {rel.to for at in held if (rel := things[at].rel) is not None and rel.type == "hold"}
    return held if len(held) == len(bearers) > 1 else []


def _speakers(things: Sequence[Thing], speech: Speech, scene: Scene) -> list[int]:
    """Who says it: one, or all the lanterns that are written on."""
    for kind in _boards(speech.who) if speech.on_sign else _who(speech.who):
        found = [at for at, thing in enumerate(things) if _is(thing, kind)]
        if speech.on_sign and len(found) > 1 and (worn := _worn_by(things, found, speech.who, scene)):
            return worn[:1]
        if found and speech.on_sign and any(m.count > 1 or m.plural for m in parse(speech.who).mentions):
            return found
        if found and (aside := _at_that_side(things, found, speech.who, scene)) is not None:
            return [aside]
        if found:
            return [next((at for at in found if things[at].says is None), found[0])]
    able = [at for at, thing in enumerate(things) if thing.rung != "signpost" and kinds()[thing.kind].alive]
    if (aside := _at_that_side(things, able, speech.who, scene)) is not None:
        return [aside]
    newest = [at for at in able if things[at].id == scene.focus]
    return (newest or able)[:1]


_SIDE = re.compile(
    r"\b(?:the |on the )(?P<en>left|right|middle)\b|(?P<zh>左|右|中)(?:边|面|侧|间)(?:的|那)|左[起数](?:第(?P<nth>[一二三四五六七八九])个)"
)


def _at_that_side(things: Sequence[Thing], found: Sequence[int], who: str, scene: Scene) -> int | None:
    """Of several who may say it the one on the side that is told; None where none is, or there is only one."""
    placed = sorted(
        (at for at in found if things[at].id in scene.layout), key=lambda at: scene.layout[things[at].id].x
    )
    match = _SIDE.search(who)
    if match is None or len(placed) < 2:
        return None
    if match["nth"]:
        number = "一二三四五六七八九".index(match["nth"])
        return placed[number] if number < len(placed) else None
    side = match["en"] or match["zh"]
    if side in ("middle", "中"):
        return placed[len(placed) // 2] if len(placed) % 2 else None
    return placed[0] if side in ("left", "左") else placed[-1]


def _worn_by(things: Sequence[Thing], found: Sequence[int], words: str, scene: Scene) -> list[int]:
    """Of several shirts that of whoever is named, at the side that is told: "give the left player a shirt that says 10"."""
    said = [one for one in parse(words).mentions if one.kind is not None and kinds()[one.kind].alive]
    if len(said) != 1:
        return []
    who = [one for one in things if one.kind == said[0].kind and one.id in scene.layout]
    who.sort(key=lambda one: scene.layout[one.id].x)
    if said[0].side in ("left", "right"):
        who = who[:1] if said[0].side == "left" else who[-1:]
    ids = {one.id for one in who}
    return [
        at for at in found if (rel := things[at].rel) is not None and rel.type == "wear" and rel.to in ids
    ]


def _boards(words: str) -> list[str]:
    """What was named last of those that can be written on, or else a signpost."""
    return [*(m.kind for m in reversed(parse(words).mentions) if m.kind in WRITABLE and m.kind), SIGNPOST]


def _who(words: str) -> list[str]:
    """The kinds that may be speaking, the likeliest first: who lives, bears others and stands nearest to the verb."""
    said = parse(words)
    grounds = {link.ground for link in said.links}
    known = [(at, m.kind) for at, m in enumerate(said.mentions) if m.kind is not None]
    ranked = sorted(known, key=lambda one: (not kinds()[one[1]].alive, one[0] in grounds, -one[0]))
    return [kind for _, kind in ranked]


def _is(thing: Thing, kind: str) -> bool:
    return thing.kind == kind or thing.kind.endswith(f"-{kind}")

"""What an edit asks of a sheet and of its words: another kind of sheet, another colour or face of the letters, one more line.

Such clauses are taken out before the rest is read, since "make it a poster" would otherwise ask for a thing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from paintover.engines.illustrator.backdrops import PAPERS
from paintover.engines.illustrator.grammar.scenery import shade_of
from paintover.engines.illustrator.grammar.sheets import MOST, named_sheet, paper_of
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.grammar.unquoted import unquoted
from paintover.engines.illustrator.letters.titling import inks_of_lines, lines_of
from paintover.engines.illustrator.retelling.lines import with_other_lines
from paintover.engines.illustrator.scene import Scene, Sheet
from paintover.engines.illustrator.wording import Pattern

_CLAUSES = re.compile(
    r"([，,；;。\n]+|\s+(?:and|then)\s+(?=(?:put|make|turn|change|paint|add|write|use|remove)\b)|然后|并且|(?<![面方部下边底后角端旁])再(?=把|加|写|改|换))"
)
_QUOTES = re.compile(r"[“\"「『][^“”\"「」『』]*[”\"」』]")
_LINE_AT_ZH = r"(?:标题|大字|文字|字|那行字|名字|它)(?:的)?(?:下面|下方|底下|下边|下)"
_PLACE_ZH = r"(?:图片?|画面|海报|卡片|贺卡)?的?(?:最?(?:下面|下方|底部|底下|底端|后面|下边|右下角|左下角|角落里?|旁边|空白处))"
_LINE_AT_EN = r"(?:under|below|beneath|underneath) (?:the |that |its )?(?:title|headline|heading|text|caption|words|name|writing|it|that)|(?:as|for|on) (?:a|the) (?:second|next|new|third|last|separate) line"
_WORDS = r"(?:文字|字幕|字体|标题|配文|字)"
_WORDS_EN = r"(?:text|words|title|caption|letters|lettering|writing|font)"
_COLOURED = (
    re.compile(rf"^(?:把|将|让)?(?:上面的?|下面的?|图[里上]的)?{_WORDS}(?:的)?(?:颜色)?(?:改|换|变|涂|弄|调|用)(?:成|为|到)?(?P<what>[^，。“”\"]{{1,8}}?)(?:的|吧)?$"),
    re.compile(rf"^(?:please )?(?:make|turn|change|paint|colou?r|set|write) (?:the |all )?(?:colou?r of )?(?:the )?{_WORDS_EN}(?:'s)?(?: colou?r)?(?: to be| to| in| into)? (?P<what>[\w -]{{3,20}})$", re.IGNORECASE),
    re.compile(rf"^(?:use |with |in )?(?P<what>(?:\w+ )?\w+) {_WORDS_EN}(?: please)?$", re.IGNORECASE),
    re.compile(
        r"^(?:bitte )?(?:mach|mache|färbe|färb|mets|rends|haz|pon|pinta|fai|rendi|metti|faz|faça|deixa|deixe|сделай|покрась) (?:de[nr] |die |das |le |la |les |el |los |las |il |lo |i |gli |o |os |as )?(?:titel|schrift|text|buchstaben|überschrift|titre|texte|lettres|título|texto|letras|titolo|testo|lettere|scritta|заголовок|текст|буквы|надпись) (?:in |en |de |di |в )?(?P<what>\w{3,14})$",
        re.IGNORECASE,
    ),
)  # fmt: skip
_FACED = Pattern(
    r"换(?:一?[个种下])?(?:别的|其他的?|好看的?)?字体|(?:把)?字体(?:换|改)(?:一?[个种下]|掉)?(?:别的)?$|\b(?:use |try |change to )?(?:an?other|a different|a new|a nicer) (?:font|typeface)\b|\bchange the (?:font|typeface)$|\bother font\b"
)
_LINES = (
    re.compile(r"^(?:请|帮我)?(?:再)?写上?(?:[^，。:：“”]{0,8}(?:名字|姓名|文字|字|内容|祝福语?))(?:[:：]|是)\s*(?P<line>[^“”]{2,60})$"),
    re.compile(r"^(?P<line>(?:时间|日期|地点|地址|电话|价格|主办方?)(?:写上?|是|为|定在|[:：])\s*[^，。“”]{2,40})$"),
    re.compile(r"^(?:在)?(?:最?(?:下面|下方|底部|底下|上面|下边))?(?:再)?(?:加上?|写上?|补上|标上|注明|来)(?:一?[行个])?(?:日期|时间|地点|地址|电话|价格|副标题|署名|落款)(?:是|为|[:：])?\s*[“\"「]?(?P<line>[^“”\"「」]{2,40})[”\"」]?$"),
    re.compile(r"^(?:and )?(?:please )?(?:put|add|write|include) (?:in )?(?:the |a )?(?:date|time|place|venue|address|price|subtitle|phone number|second line)s?(?: of| is)?\s*[:：]?\s*[“\"']?(?P<line>[^“”\"]{2,60}?)[”\"']?(?: (?:at|on|in|to|below|under) (?:the )?(?:bottom|foot|top|title|it|poster|card|page).*)?$", re.IGNORECASE),
)  # fmt: skip
_DATED = Pattern(
    r"^(?:and |then |please |also |with )*(?:(?:add |put |the )*(?:date|time|place|venue|when|where|address|price|entry|rsvp)\s*[:：]\s*(?P<line>[^“”\"]{2,60})|(?:add |sign it |signed )?(?P<from>(?:from|love|with love from|yours,?|your) [A-Z][\w' &]{1,30}))$",
    re.NOFLAG,
)
"""What is told of a card or a poster and can only be written: "date: June 12", "from Tom"."""
_LINES_QUOTED = (
    re.compile(rf"^(?:请|帮我)?(?:在)?(?:{_LINE_AT_ZH})(?:再|也)?(?:用小字)?(?:加上?|写上?|补上?|添上?|放上?|标上)(?:一行)?(?:小字|字)?(?:是|为|[:：])?\s*[“\"「『](?P<line>[^“”\"「」『』]{{1,80}})[”\"」』]$"),
    re.compile(rf"^(?:请|帮我)?(?:在)?(?:{_PLACE_ZH})?(?:再|另外|另|也|还要)?(?:加上?|写上?|补上?|添上?|另起)(?:[一第][二]?行|多一行)(?:小字|字|文字)?(?:是|为|写|[:：])*\s*[“\"「『]?(?P<line>[^“”\"「」『』]{{1,80}}?)[”\"」』]?$"),
    re.compile(rf"^(?:请|帮我)?(?:(?:在)?(?:{_PLACE_ZH})(?:的?(?:位置|地方|空白处))?(?:再|也)?|再|还要|另外|也)(?:用?小字)?(?:给我)?(?:加上?|写上?|写着|补上?|添上?|放上?|标上|印上|配上|来)(?:几个|一句|两个)?(?:小字|大字|字|文字)?(?:是|为|写|[:：])*\s*[“\"「『](?P<line>[^“”\"「」『』]{{1,80}})[”\"」』](?:[一二三四五六七八两几]个(?:大|小)?字)?$"),
    re.compile(r"^(?:请|帮我)?(?:给它|图上|上面|卡片上|海报上)?(?:写上|加上|加个|添上|补上|配上|印上)(?:几个|一句|一行|两个)?(?:小字|大字|字|文字)?(?:是|为|[:：])*\s*[“\"「『](?P<line>[^“”\"「」『』]{1,80})[”\"」』](?:[一二三四五六七八两几]个(?:大|小)?字)?$"),
    re.compile(rf"^(?:and |then |please |also )*(?:write|put|add|place|set|include|type) (?:the )?(?:words? |text |line |date |time )?[“\"「](?P<line>[^“”\"]{{1,120}})[”\"」] (?:{_LINE_AT_EN})(?: please)?$", re.IGNORECASE),
    re.compile(rf"^(?:and |then |please |also )*(?:{_LINE_AT_EN})[,:]? ?(?:please )?(?:write|put|add|place|say)? ?[“\"「](?P<line>[^“”\"]{{1,120}})[”\"」]$", re.IGNORECASE),
    re.compile(r"^(?:and |then |please |also )*(?:write|put|add|include) (?:a |another |one more |the )?(?:(?:second|third|new|extra|more|small|smaller|little|short) )*(?:line|subtitle|tag ?line|slogan|sub-?heading|footer)(?: of text)?(?: below| underneath| under it| at (?:the )?(?:very )?bottom| (?:below|under) (?:the |that )?(?:title|it|that))?(?: that (?:says|reads)| saying| reading|:)? ?[“\"「]?(?P<line>[^“”\"]{1,120}?)[”\"」]?$", re.IGNORECASE),
    re.compile(rf"^(?:and |then |please |also )*(?:write|put|add) (?P<line>(?!the\b|a\b|an\b)[^“”\",]{{2,60}}?) (?:{_LINE_AT_EN})$", re.IGNORECASE),
)  # fmt: skip
"""One more line below the words that a picture has, whatever its sheet."""
_LINES_PLAIN = (
    re.compile(r"^(?:请|帮我)?(?:再)?(?:加上|写上|补上|添上)(?P<line>[^，。“”\"]{4,24})$"),
    re.compile(r"^(?:please )?(?:write|add)(?: the words?)? (?P<line>(?!an? |the |some |another |two |three )[A-Za-z0-9][^,“”\"]{3,40})$", re.IGNORECASE),
)  # fmt: skip
"""The same without quotation marks: text, where it names nothing that can be drawn."""
_MADE_ZH = re.compile(
    r"^(?:请|帮我|可以)?(?:把|将)?(?:它|这|这张|这个|这幅|图|这张图|这张画|画面|整张图)?(?:都)?(?:做|改|变|换|弄|制作|设计|改编)(?:成|为|作)(?:一?[张个份幅款枚套])?(?P<kind>[^，。]{1,8}?)(?:的?样子|形式|风格|吧)?$"
)
_MADE_EN = re.compile(
    r"^(?:please |can you |could you )?(?:now )?(?:make|turn|convert|change|design) (?:it|this|that|the (?:picture|image|drawing|whole thing))(?: all)? ?(?:look (?:more )?(?:like|as) |(?:in)?(?:to|as)? ?(?:be )?)(?:an?|the) (?P<kind>[\w -]{3,30})$",
    re.IGNORECASE,
)


def with_its_sheet(prompt: str, scene: Scene) -> tuple[str, Scene]:
    """The wish without what it says about the sheet and how its words look, and the scene with that done."""
    kept: list[str] = []
    for clause in _clauses(prompt):
        changed = _changed(clause.strip(" .!！?？"), scene)
        if changed is None:
            kept.append(clause)
        else:
            scene = changed
    rest = "".join(kept)
    return (rest if any(letter.isalnum() for letter in rest) else ""), scene


def asks_of_the_words(prompt: str, scene: Scene) -> bool:
    """Whether all that is asked is another colour of letters, and nothing there is made of letters."""
    if any(thing.says or thing.kind == "letter" for thing in scene.objects):
        return False
    clause = prompt.strip(" .!！?？")
    matches = (pattern.match(clause) for pattern in _COLOURED)
    return any(match is not None and _colour(match["what"]) is not None for match in matches)


def _clauses(prompt: str) -> list[str]:
    """Clauses and what stands between them; nothing in quotation marks is parted."""
    quoted: list[str] = []

    def put_away(match: re.Match[str]) -> str:
        quoted.append(match[0])
        return f"\x00{len(quoted) - 1}\x00"

    hidden = _QUOTES.sub(put_away, prompt)
    return [
        re.sub("\x00(\\d+)\x00", lambda match: quoted[int(match[1])], one) for one in _CLAUSES.split(hidden)
    ]


def _changed(clause: str, scene: Scene) -> Scene | None:
    if scene.caption:
        if (one_line := _one_line(clause, scene)) is not None:
            return one_line
        for pattern in _COLOURED:
            if (match := pattern.match(clause)) is not None and (colour := _colour(match["what"])):
                return msgspec.structs.replace(scene, caption_colour=colour)
        if _FACED.search(clause):
            return msgspec.structs.replace(scene, caption_face=scene.caption_face + 1)
    if scene.sheet and scene.caption and (dated := _DATED.match(clause)) is not None:
        line = (dated["line"] or dated["from"]).strip()
        return msgspec.structs.replace(scene, caption=f"{scene.caption}\n{line}"[: 2 * MOST])
    lines = (*_LINES_QUOTED, *(_LINES if scene.sheet else ())) if scene.caption else ()
    for pattern in lines:
        if (match := pattern.match(clause)) is not None:
            return _with_line(scene, match["line"])
    if (relined := with_other_lines(_with_quotes(clause), scene)) is not None:
        return relined
    for pattern in _LINES_PLAIN if scene.sheet and scene.caption else ():
        if (match := pattern.match(clause)) is not None and _names_nothing(match["line"]):
            return _with_line(scene, match["line"])
    for pattern in (_MADE_ZH, _MADE_EN):
        match = pattern.match(clause)
        sheet = None if match is None else named_sheet(match["kind"])
        if sheet is not None:
            return on_sheet(scene, sheet)
    return None


def _with_quotes(clause: str) -> str:
    """The clause with the words to write in quotation marks, so that it is plain what is said of where they go."""
    said = unquoted(clause)
    return clause if said is None else f"{clause[: said[0]]}“{clause[said[0] : said[1]]}”{clause[said[1] :]}"


def _with_line(scene: Scene, line: str) -> Scene:
    return msgspec.structs.replace(scene, caption=f"{scene.caption}\n{line.strip()}"[: 2 * MOST])


def _names_nothing(words: str) -> bool:
    """Whether nothing of that could be drawn: neither a thing nor a place, a look or a deed."""
    roles = (
        "kinds",
        "colours",
        "patterns",
        "sizes",
        "places",
        "weathers",
        "styles",
        "verbs",
        "frame",
        "festivals",
    )
    return not any(token.get(role) for token in tokenise(words) for role in roles)


_OPEN, _CLOSE = "“\"「『'‘", "”\"」』'’"
_SOME_WORDS = rf"[{_OPEN}]?(?P<words>[^{_OPEN}{_CLOSE}，。]{{1,60}}?)[{_CLOSE}]?"
_SO_MANY = r"(?:[这那]?[一二两三四五六七八几]个(?:大|小)?字|(?:的)?[这那]?[一两]?[行句排](?:话|字)?)?"
_ITS_COLOUR = (
    re.compile(rf"^(?:请|帮我)?(?:把|将|让)?{_SOME_WORDS}{_SO_MANY}(?:的)?(?:颜色)?(?:改|换|变|涂|弄|调|用|写|做)(?:成|为|到)?(?P<what>[^，。“”\"]{{1,8}}?)(?:的|吧)?$"),
    re.compile(rf"^(?:please )?(?:make|turn|change|paint|colou?r|set|write) (?:the )?(?:colou?r of )?(?:the )?(?:words? |text )?{_SOME_WORDS} (?:to be |to |in |into )?(?P<what>[\w-]{{3,12}}(?: [\w-]{{3,12}})?)$", re.IGNORECASE),
)  # fmt: skip
_GONE = (
    re.compile(rf"^(?:请|帮我)?(?:把|将)?{_SOME_WORDS}{_SO_MANY}(?:都|给)?(?:去掉|删掉|删了|删除|拿掉|不要|擦掉|移除)(?:了|吧)?$"),
    re.compile(rf"^(?:请|帮我)?(?:去掉|删掉|删除|不要|擦掉|移除){_SOME_WORDS}{_SO_MANY}(?:了|吧)?$"),
    re.compile(rf"^(?:please )?(?:remove|delete|erase|drop|take out|take away) (?:the )?(?:words? |text |line )?{_SOME_WORDS}(?: line)?$", re.IGNORECASE),
)  # fmt: skip
_OTHER_WORDS = (
    re.compile(rf"^(?:请|帮我)?(?:把|将)?(?P<words>[^{_OPEN}{_CLOSE}，。]{{2,8}}?)(?:的文字|的内容)?(?:改|换|变|写)(?:成|为|作)\s*[{_OPEN}]?(?P<new>[^{_OPEN}{_CLOSE}]{{1,80}}?)[{_CLOSE}]?$"),
    re.compile(rf"^(?:please )?(?:change|turn|make|set|edit) the (?P<words>[\w ]{{4,16}}?)(?: text)? (?:in)?to (?:say |read )?[{_OPEN}]?(?P<new>[^{_OPEN}{_CLOSE}]{{1,80}}?)[{_CLOSE}]?$", re.IGNORECASE),
)  # fmt: skip
_FIRST_LINE = re.compile(
    r"(?:大|主)?标题|第一行?(?:的?文?字)?|最?上面(?:的|那)*(?:一?行|个|句)?(?:大)?字?|大字|(?:first|top|upper) line|title|headline|heading",
    re.IGNORECASE,
)
_LAST_LINE = Pattern(
    r"副标题|第二行?(?:的?文?字)?|最?下面(?:的|那)*(?:一?行|个|句|排)?小?(?:字|话)?|(?:那行)?小字|最后一行?(?:字)?|(?:second|last|bottom|lower) line|subtitle|small(?:er)? (?:text|print|line)"
)


def _one_line(clause: str, scene: Scene) -> Scene | None:
    """The scene with one line of its words in another colour, gone, or replaced; None where the clause is about none."""
    title, others = lines_of(scene.caption or "")
    lines = [title, *others]
    inks = inks_of_lines(scene.caption_colour, len(lines))
    for pattern in _ITS_COLOUR:
        match = pattern.match(clause)
        colour = None if match is None else _colour(match["what"])
        at = None if match is None else _line(match["words"], lines)
        if colour is not None and at is not None:
            inks[at] = colour
            return _in_lines(scene, lines, inks)
    for pattern in _GONE:
        if (match := pattern.match(clause)) is None or (at := _line(match["words"], lines)) is None:
            continue
        words = match["words"].strip()
        if _is_drawn(words, clause, scene):
            continue
        lines[at] = lines[at].replace(words, "").strip(" ，,、·") if words in lines[at] else ""
        kept = [pair for pair in zip(lines, inks, strict=True) if pair[0]]
        return _in_lines(scene, [line for line, _ in kept], [ink for _, ink in kept])
    for pattern in _OTHER_WORDS if len(lines) > 1 else ():
        if (match := pattern.match(clause)) is None or _colour(match["new"]):
            continue
        words = match["words"].strip()
        if _FIRST_LINE.fullmatch(words) or _LAST_LINE.fullmatch(words):
            lines[0 if _FIRST_LINE.fullmatch(words) else -1] = match["new"].strip()
            return _in_lines(scene, lines, inks)
    return None


_OF_LETTERS = re.compile(
    rf"[{_OPEN}{_CLOSE}]|字|文|标题|\b(?:words?|text|line|title|caption|letters)\b", re.IGNORECASE
)


def _is_drawn(words: str, clause: str, scene: Scene) -> bool:
    """Whether a word that also stands in the caption rather means what is drawn: 去掉火锅 of a poster 火锅节."""
    kinds = {token.get("kinds") for token in tokenise(words)} - {None}
    return not _OF_LETTERS.search(clause) and any(
        one.kind in kinds or one.label == words for one in scene.objects
    )


def _in_lines(scene: Scene, lines: Sequence[str], inks: Sequence[str]) -> Scene:
    caption = "\n".join(lines)[: 2 * MOST] if len(lines) != 1 or scene.caption is None else lines[0]
    return msgspec.structs.replace(
        scene,
        caption=caption or None,
        caption_colour="\n".join(inks) if len(set(inks)) > 1 else next(iter(inks), ""),
    )


def _line(words: str, lines: Sequence[str]) -> int | None:
    """Which line is meant: one that has those words, or the first or the last by its name where there are several."""
    words = words.strip()
    for at, line in enumerate(lines):
        if words and words.casefold() in line.casefold() and (len(words) > 1 or words == line):
            return at
    if len(lines) > 1 and _FIRST_LINE.fullmatch(words):
        return 0
    return len(lines) - 1 if len(lines) > 1 and _LAST_LINE.fullmatch(words) else None


def _colour(words: str) -> str | None:
    tokens = tokenise(words)
    coloured = [token for token in tokens if token.get("colours")]
    return shade_of(coloured[0]) if len(coloured) == 1 and len(tokens) <= 2 else None


def on_sheet(scene: Scene, sheet: Sheet) -> Scene:
    """The same things on another sheet, arranged as that has them; a place that is shown stays where the sheet shows one."""
    printed = scene.env.place in PAPERS or (scene.env.place == "studio" and bool(scene.sheet))
    ground = paper_of(sheet, None if printed else scene.env.place, scene.env)
    place = ground or ("meadow" if printed else scene.env.place)
    frame = scene.frame or ("white" if sheet in ("card", "postcard") and ground is None else None)
    return msgspec.structs.replace(
        scene, sheet=sheet, env=msgspec.structs.replace(scene.env, place=place), frame=frame, layout={}
    )

"""What is to come only where the picture has none of it: 茶几上放盘水果，没有茶几就加一个, "make the cat black; if there's no cat, add one".

Whether there is one the picture tells, so that it is added plainly, or the condition is met and goes.
"""

from __future__ import annotations

import itertools
import re

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.of_the_backdrop import piece_called
from paintover.engines.illustrator.retelling.others import named_in
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.wording import Pattern

_MEASURE = "[个只头匹条根支枝架艘辆台棵朵位名颗块片本顶把杯盏座栋间张件双对群串盆幅盘瓶]"
_ADDS = r"(?:加|添|放|摆|来|画|弄|补|搬|挂|种|铺|贴|盖|搭|养|换)(?:上|来)?"
_CHINESE = Pattern(
    rf"(?P<ahead>^|[，,。；;！!？?\n]+)(?:要是|如果|假如|要|若)?没有?(?P<what>[^，。,；;！!？?\n没]{{0,5}}?)(?:(?:的话|的)?[，,]?(?:那就|那么|就|那|则)|的话[，,]?)(?:直接|另外|干脆|重新|先)?(?P<where>(?:在[^，。,；;]{{1,5}}?)?)(?P<adds>{_ADDS})(?P<many>(?:[一两二三四五六几]|\d)?{_MEASURE})?(?P<again>[^，。,；;！!？?\n]{{0,8}}?)(?:吧|呗|了)?(?=$|[，,。；;！!？?\n])",
    re.NOFLAG,
)
_NEVER_MIND = Pattern(
    r"[，,。；;]?(?:要是|如果|要)?没有?[^，。,；;！!？?\n]{0,5}?(?:的话)?[，,]?(?:就|那就)(?:算了|不用(?:管|加|画)?了?|拉倒|不管)(?:吧)?",
    re.NOFLAG,
)
_ENGLISH = Pattern(
    r"(?P<ahead>^|[,.;!?]? *(?:and |but |or )?)if (?:there(?:'s|’s| is| are| isn't| isn’t| aren't| aren’t|re)|you (?:don't|don’t|do not) (?:have|see))(?: no| not)?(?: an?| any| yet)?(?P<what>(?: (?!none\b|one\b|isn|aren)[a-z]+){0,3}?)(?: none| one| any| yet)?(?: (?:there|in it|in the picture|yet|already))?,? (?:then )?(?:please |just )?(?P<adds>add|put|draw|place|hang|lay) (?:one|some|it|them|(?P<again>an? [a-z ]{2,30}))(?P<where>(?: (?:in|there|on the [a-z ]{2,20}))?)[.!]?(?=$|[,.;!?])"
)

_EITHER = Pattern(
    r"(?P<ahead>^|[，,。；;！!？?\n]+)(?:要是|如果|假如|要|若)?(?P<where>[^，。,；;\n]{0,5}?[上里下边]面?)?有(?P<what>[^，。,；;！!？?\n没]{1,5}?)(?:的话)?[，,]?(?:那就|就|那|则)(?:把(?:它|他|她)?)?(?P<does>去掉|删掉|拿掉|拿走|拆掉|擦掉|摘掉|取下来?|(?:换|改|变)成[^，。,；;\n]{1,6}?)(?:吧)?[，,；;。]*(?:要是|如果)?没有?(?:[^，。,；;！!？?\n]{0,6}?)(?P<then>的话|就|那)",
    re.NOFLAG,
)
"""What is to become of it if there is one, ahead of what is to come if there is none: 墙上有画就去掉，没有就挂个钟."""
_ASKED = Pattern(
    r"(?<![^，。,；;！!？?\n])[^，。,；;\n]{0,6}?有(?:没有)?(?P<what>[^，。,；;！!？?\n没就]{1,5}?)(?:吗|么)?[，,？?]+(?:要是|如果)?没有(?=的话|就|那)",
    re.NOFLAG,
)
"""A question whether there is one, and what is to come if there is none: 墙上有画吗，没有的话挂一幅."""
_GOES = Pattern(
    r"(?:去掉|去除|删掉|删除|删了|拿掉|拿走|移除|移走|擦掉|不要|撤掉|拆掉|搬走|摘掉|取下)|\b(?:remove|delete|erase|get rid|take (?:away|down|out|off))\b"
)
"""That what the clause is about is to go."""
_NO_ORDER = re.compile(r"(?:^|[，,。；;\n]|把|将|[的幅张有没])画(?=$|[，,。；;去删拿移擦撤拆搬摘取换改变])")
"""画 as a noun, and no order to draw."""


def told_unless_there(prompt: str, base: Scene) -> str:
    """The wish with what is to come only if there is none told plainly: it comes, or nothing is said of it.

    Raises:
        NotDrawable: it is there, and nothing else is asked for.
    """
    prompt = _NEVER_MIND.sub("", prompt) or prompt
    prompt = _ASKED.sub(r"没有\g<what>", prompt)
    prompt = _EITHER.sub(lambda match: _either(match, base), prompt)
    for pattern, zh in ((_CHINESE, True), (_ENGLISH, False)):
        while (match := pattern.search(prompt)) is not None:
            prompt = _told(match, base, zh=zh)
    return prompt


def _told(match: re.Match[str], base: Scene, *, zh: bool) -> str:
    prompt = match.string
    before, behind = prompt[: match.start()], prompt[match.end() :]
    what = (match["what"] or "").strip() or _first_noun(before, base)
    if what and not _is_there(what, base):
        comes = _comes(match, what, zh=zh)
        if _is_exchanged(what, before) or (
            (match["again"] or not zh or match["many"]) and _GOES.search(before)
        ):
            before = _WITHOUT_EXCHANGE.sub("", before)
        if not match["where"].strip() and _is_ground(what, before):
            return f"{before}{behind}"  # which comes with what is put on it
        return f"{comes}{'，' if zh else ', '}{before}{behind}".rstrip("，, ") if before or behind else comes
    rest = f"{before}{behind}".strip("，,。；;.! ")
    if not rest:
        raise NotDrawable(notes.already_so("zh" if zh else "en"))
    return f"{before}{behind}"


def _either(match: re.Match[str], base: Scene) -> str:
    """What is to become of it, told plainly; nothing where it is not there."""
    what, where = match["what"], match["where"]
    otherwise = f"没有{what}{match['then']}"
    if not _is_there(what, base):
        return f"{match['ahead']}{otherwise}"
    return f"{match['ahead']}把{f'{where}的' if where else ''}{what}{match['does']}，{otherwise}"


def _comes(match: re.Match[str], what: str, *, zh: bool) -> str:
    """The order to add it."""
    again = match["again"] or ""
    if not zh:
        where = match["where"] if match["where"].strip() not in ("", "in", "there") else ""
        adds = "hang" if match["adds"].lower() == "hang" else "add"
        return f"{adds} {again or ('an ' if what[0] in 'aeiou' else 'a ') + what}{where}"
    many = match["many"] or "个"
    return f"{match['where']}{match['adds']}{many if many[0] in '一两二三四五六几0123456789' else '一' + many}{again or what}"


def _is_there(what: str, base: Scene) -> bool:
    named = named_in("幅画" if what == "画" else what, base)
    return bool(named) or bool(piece_called(what, base))


def _first_noun(before: str, base: Scene) -> str:
    """What the clause before is about that is not there, and that it does not bring itself: 墙上挂个钟."""
    tokens = tokenise(before)
    brought = {
        token.text
        for ahead, token in itertools.pairwise(tokens)
        if (ahead.get("measures") and not ahead.get("take")) or ahead.get("numbers")
    }
    lacking = [
        token.text
        for token in tokens
        if token.text not in brought
        and (kind := token.get("kinds")) is not None
        and kind in kinds()
        and not _is_there(token.text, base)
    ]
    if not lacking and _NO_ORDER.search(before) is not None and not _is_there("画", base):
        return "画"
    return lacking[0] if lacking else ""


_WITHOUT_EXCHANGE = Pattern(r"[^，,。；;！!？?\n]*$")


def _is_exchanged(what: str, before: str) -> bool:
    """Whether the clause before would put another thing in its place, which comes now anyhow."""
    match = re.search(rf"{re.escape(what)}[^，,。；;]*?(?:换|改|变)成(?P<new>[^，,。；;]+)", before)
    return match is not None and any(token.get("kinds") for token in tokenise(match["new"]))


def _is_ground(what: str, before: str) -> bool:
    """Whether something is put on it, or in it, in the clause before."""
    return (
        re.search(
            rf"{re.escape(what)}(?:上|里|下|旁|前|后|顶|边)|\b(?:on|in|under|into|onto) (?:the |a |my )?{re.escape(what)}\b",
            before,
        )
        is not None
    )

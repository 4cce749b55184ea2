"""Hide what the user quotes: words to be written in a picture, code, pasted text. They are content, never cues."""

from __future__ import annotations

import re

from paintover.domain.ids import GEN_ID_PATTERN, TASK_ID_PATTERN

_QUOTED = re.compile(
    r"```.*?(?:```|\Z)"
    r"|“[^”\n]{1,400}”|‘[^’\n]{1,400}’|「[^」\n]{1,400}」|『[^』\n]{1,400}』|«[^»\n]{1,400}»|„[^“”\n]{1,400}[“”]"
    r"|\"[^\"\n]{1,400}\"|(?<!\w)'[^'\n]{1,400}'(?!\w)|`[^`\n]{1,400}`"
    r"|^>[^\n]*",
    re.DOTALL | re.MULTILINE,
)
_WRITTEN = re.compile(
    r"\b(?:words?|text|label|title|caption|lettering|letters|slogan|heading|saying|says?|reading|reads?|titled|named|called)\s+"
    r"(?P<x>[A-Z]{2}[A-Z0-9'!&-]*(?:\s+[A-Z0-9][A-Z0-9'!&-]*)*)(?![a-z])"
)
"""Capitals after a word for writing: "make the word UNDO red"."""
_SPELT_OUT = re.compile(
    r"\b(?:that )?(?:reads|says|saying|reading)\s*:\s*(?P<x>\S[^\n]*)"
    r"|(?:写着?上?|印着?上?|文字|字样|内容)(?:是|为)?\s*[:：]\s*(?P<y>[^\s`“\"「『][^，。\n]*)",
    re.IGNORECASE,
)
"""Words for the picture after a colon, without quotation marks: "a note that reads: go back to bed"."""
_PRINTED_ID = re.compile(
    r"(?:(?:[写印刻绣喷纹打](?:[上着个]|一[行串排段]|几个|[小大红白黑金]?[字色]符?|编号|代码|文字|数字|字样|\s){0,6}|显示|"
    r"(?:write|print|engrave|carve|stamp|stitch|paint)(?: the| this| a)?(?: tiny| small| big)? (?:text|words?|code|string|letters|number|serial(?: number)?|line|caption|label)|says?|saying|reads?|reading|printed?|engraved?|text|words?)\s*[:：]?\s*)"
    r"`?(?P<a>(?:gen|task)_[0-9a-z]{8,40})`?"
    r"|`?(?P<b>(?:gen|task)_[0-9a-z]{8,40})`?(?=\s*(?:这|那)?(?:几个|一?串|一?行|些)?(?:字符?|文字|字样|编号)|\s+(?:as (?:the )?text|written|printed))",
    re.IGNORECASE,
)
"""An id that is to be written in the picture."""
_BRACES = re.compile(r"\{[^{}\n]{1,400}\}")
_ONLY_AN_ID = re.compile(rf"`\s*(?:{GEN_ID_PATTERN}|{TASK_ID_PATTERN})\s*`", re.IGNORECASE)
_ID = re.compile(r"(?<![0-9a-z_])(?:gen|task)_[0-9a-z]{8,40}(?![0-9a-z_])", re.IGNORECASE)
_LINK = re.compile(r"(?:https?://|data:image/)[^\s)>\]，。]+")
HIDDEN = "\ue000"
"""Stands for each quoted character, so that offsets stay those of the user's text. A private-use code point."""


def mask(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Blank out quotes, fences, braces and quoted lines; links and ids too, in the masked text only.

    Returns the masked text, as long as `text`, and the quoted stretches as ``(start, end)``. An id alone in backticks
    is how people paste ids, so it stays visible.
    """
    braced = tuple(match.span() for match in _BRACES.finditer(text))
    whole = text
    for start, end in braced:
        whole = whole[:start] + HIDDEN * (end - start) + whole[end:]
    quoted = braced + tuple(
        match.span() for match in _QUOTED.finditer(whole) if not _ONLY_AN_ID.fullmatch(match[0])
    )
    quoted += tuple(match.span("x" if match["x"] else "y") for match in _SPELT_OUT.finditer(whole))
    quoted += tuple(match.span("a" if match["a"] else "b") for match in _PRINTED_ID.finditer(whole))
    quoted += tuple(match.span("x") for match in _WRITTEN.finditer(whole))
    masked = text.replace(HIDDEN, " ")
    named = (match.span() for names in (_LINK, _ID) for match in names.finditer(text))
    for start, end in (*quoted, *named):
        masked = masked[:start] + HIDDEN * (end - start) + masked[end:]
    return masked, quoted

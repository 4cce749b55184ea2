"""The words and line shapes of an answer, shared by the writer and the reader.

An answer is a fenced call, a gap of three empty lines, quoted status lines, and then the pictures:

    ``` {call} ```  >  ID  >  queued  >  running  >  progress*  >  done  (gen_id, image, download)*

Lines end at a line feed and at nothing else: U+0085, U+2028 and the like are words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from paintover.domain.call import Language
from paintover.domain.ids import GEN_ID_PATTERN, TASK_ID_PATTERN

FENCE: Final = "```"
GAP: Final = "\n\n\n\n"
"""Between the fence and the task line: the fence's own line end and three empty lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """One language of the status lines. Where a word ends in a space or a colon, that belongs to it."""

    language: Language
    queued: str
    place: str
    """Follows `queued` and its dot for a task that does not run next; holds ``{place}``."""
    running: str
    progress: str
    done: str
    failed: str
    reason: str
    download: str
    parting: str
    """Before the id of a task that goes on without this answer."""
    reasons: Mapping[str, str] = field(default_factory=dict)
    """By error code, what the user can do, in place of the errors' own words, which are English. A message that is
    in this language already is told as it is."""


ZH: Final = Dialect(
    language="zh",
    queued="排队中",
    place=" 第 {place} 位.",
    running="生成中",
    progress="进度 ",
    done="生成完成 ✅",
    failed="生成失败 ❌",
    reason="失败原因：",
    download="点击下载",
    parting="服务器要重启，任务没有丢，过一会儿再发一遍就能接上：",
    reasons={
        "not_found": "这里没有你说的那张图，请指一张这次对话里的图。",
        "source_lost": "原来那张图已经取不到，也没法照对话重画；请换一张更新的图，或把原图发上来。",
        "forbidden_address": "这个链接不能访问，请直接把图片发上来。",
        "fetch_failed": "链接里的图取不到，请直接把图片发上来。",
        "fetch_too_large": "链接里的图太大了，请换一张小一点的。",
        "invalid_image": "这张图片打不开，请换成 PNG、JPEG、WebP、GIF 或 AVIF。",
        "moderation_blocked": "这个不能画，请换个内容。",
        "rate_limit_exceeded": "现在太忙，请过几秒再试。",
        "engine_failed": "画的时候出了错，已经记下，请再试一次。",
        "engine_unavailable": "画图引擎暂时用不了，请过一会儿再试。",
        "out_of_memory": "画这张图的内存不够，请画小一点、少几张，或过一会儿再试。",
        "deadline_exceeded": "用的时间太长，已经停下；请说得简单些，或再试一次。",
        "cancelled": "已经取消；想画的话再发一遍。",
        "store_failed": "存不下来，请稍后再试。",
        "internal_error": "我们这边出了错，已经记下，请再试一次。",
    },
)
EN: Final = Dialect(
    language="en",
    queued="Queuing",
    place=" Place {place}.",
    running="Generating",
    progress="Progress ",
    done="Generation complete ✅",
    failed="Generation failed ❌",
    reason="Reason: ",
    download="Click to download",
    parting="The server restarts; the task is kept, so send this again in a moment to pick it up: ",
)
DIALECTS: Final[dict[Language, Dialect]] = {"zh": ZH, "en": EN}


def task_line(task_id: str) -> str:
    """The line that names the task."""
    return f"> ID: `{task_id}`"


def gen_line(gen_id: str) -> str:
    """The line that names a picture."""
    return f"> gen_id: `{gen_id}`"


def image_line(gen_id: str, url: str) -> str:
    """The picture itself; its alternative text is its id, since some clients know no other place for it."""
    return f"![{gen_id}]({url})"


def download_line(dialect: Dialect, url: str) -> str:
    """The same picture as a file."""
    return f"[{dialect.download}]({url})"


def queued_line(dialect: Dialect, place: int | None) -> str:
    """The waiting line. Who runs next reads the plain word, as does who waits for an unknown time.

    The place follows the word and its dot, in digits without a percent sign: clients know the line by how it begins.
    """
    ahead = dialect.place.format(place=place) if place is not None and place > 1 else ""
    return f"> {dialect.queued}.{ahead}"


def running_line(dialect: Dialect) -> str:
    """The line before the first percentage."""
    return f"> {dialect.running}."


def progress_line(dialect: Dialect, percent: int) -> str:
    """Without a dot: every dot behind a percentage is a heartbeat."""
    return f"> {dialect.progress}{percent}%"


_URL = r"(?:https?://[^\s()<>\"'`\\]++|data:image/[a-z0-9.+-]++;base64,[A-Za-z0-9+/=]++)"
_EXTENSION = r"\.(?:png|jpe?g|webp|gif|avif)"

_FILL = r"[^\w`!\[\](){}\"'\\\n]*+"
# What may stand around the tokens of a line: quoting, spaces, dots, the pictographs of newer servers.

TOKEN: Final = re.compile(
    rf"""
    {_FILL}(?:
      ID\ *+[:：]\ *+`?(?P<task>{TASK_ID_PATTERN})(?![0-9a-z_])`?
    | (?P<label>gen_id\ *+[:：])
    | (?P<gen>`{GEN_ID_PATTERN}`|{GEN_ID_PATTERN}(?![0-9a-z_]))
    | !\[(?P<alt>[^\[\]\n]{{0,300}}+)\]\(\ *+(?P<image>{_URL})\ *+(?:"[^"\n]{{0,300}}+"\ *+)?\)
    | \[(?:点击下载|Click\ to\ download)\]\((?P<download>{_URL})\)
    | \[\d{{1,3}}%?\]\((?P<finish>{_URL})\)
    | (?P<bare>https?://[^\s()<>"'`\\]++)
    | (?P<failed>(?:生成失败|Generation\ failed)(?:[ ❌]*+[:：](?P<cause>[^\n]++))?)
    | (?P<reason>(?:失败原因|Reason)\ *+[:：](?P<why>[^\n]++))
    | (?:进度|Progress)\ ?[:：]?[\d.%\ ]*+
    | (?:排队中|Queuing)(?:\.\ 第\ \d++\ 位|\.\ Place\ \d++)?
    | 生成中 | Generating | 生成完成 | Generation\ complete
    ){_FILL}
    """,
    re.VERBOSE,
)
"""One token of a line of an answer, with what surrounds it. A line that is not tokens from end to end is words, whatever it contains."""

IMAGE_PATH: Final = re.compile(rf"{_EXTENSION}(?:[?#]|$)", re.IGNORECASE)
"""Found in a link that names a picture file."""

SIGNAL: Final = re.compile(r"gen_|task_|\]\(|https?://|失败|failed|Reason")
"""Found in every line that can tell the reader something; the other lines need no look."""

LEADING_IMAGE: Final = re.compile(
    rf"\s*+((?i:https?://[!-~]+?{_EXTENSION})(?:[?#][!-~]*+)?(?![0-9A-Za-z])"
    r"|data:image/[a-z0-9.+-]++;base64,[A-Za-z0-9+/=]++)"
)
"""A picture's address at the start of what a user wrote; other words may follow without a space."""

"""An answer taken apart without losing a byte: the proof that writer and reader speak the same grammar."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from paintover.domain.conversation import EchoedCall
from paintover.transcript.grammar import DIALECTS, Dialect
from paintover.transcript.reader import read_answer
from paintover.transcript.writer import AnswerWriter

StatusKind = Literal["queued", "running", "progress"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """One status line: `value` is the place or the percentage, `dots` are the heartbeats that it gathered."""

    kind: StatusKind
    value: int | None = None
    dots: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscriptPicture:
    """A picture of an answer, as its lines show it."""

    gen_id: str
    url: str
    download_url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """A finished answer as the events that wrote it."""

    dialect: Dialect
    call: EchoedCall
    task_id: str
    statuses: tuple[Status, ...]
    pictures: tuple[TranscriptPicture, ...]


_STATUS: Final[dict[str, re.Pattern[str]]] = {
    name: re.compile(
        rf"> (?:(?P<queued>{words.queued})"
        rf"[.](?:{re.escape(words.place).replace(re.escape('{place}'), '(?P<place>[0-9]{1,9})')})?(?P<q>[.]*)"
        rf"|(?P<running>{words.running})[.](?P<r>[.]*)"
        rf"|(?P<progress>{words.progress})(?P<percent>[0-9]{{1,3}})%(?P<p>[.]*))"
    )
    for name, words in DIALECTS.items()
}


def read_transcript(text: str) -> Transcript | None:
    """Take a finished answer apart; None when it is not, to the last byte, one that `write_transcript` writes."""
    answer = read_answer(text)
    if answer is None or answer.call is None or answer.task_id is None or answer.failed:
        return None
    for dialect in DIALECTS.values():
        download = re.compile(rf"(?m)^\[{re.escape(dialect.download)}\]\(([^()\n]++)\)$")
        downloads = download.findall(text) or [None] * len(answer.pictures)
        if len(downloads) != len(answer.pictures):
            continue
        pictures = tuple(
            TranscriptPicture(gen_id=picture.gen_id, url=picture.url, download_url=link)
            for picture, link in zip(answer.pictures, downloads, strict=True)
            if picture.gen_id and picture.url
        )
        matches = (_STATUS[dialect.language].fullmatch(line) for line in text.split("\n"))
        transcript = Transcript(
            dialect=dialect,
            call=answer.call,
            task_id=answer.task_id,
            statuses=tuple(_status(match) for match in matches if match),
            pictures=pictures,
        )
        if write_transcript(transcript) == text:
            return transcript
    return None


def write_transcript(transcript: Transcript) -> str:
    """The text of a transcript, written by the same writer that streams.

    Raises:
        ValueError: a gen_id or a link is none, or the statuses are in no possible order.
    """
    has_download = any(picture.download_url for picture in transcript.pictures)
    writer = AnswerWriter(transcript.dialect, download_link=has_download)
    deltas = [*writer.echo(transcript.call), *writer.task(transcript.task_id)]
    for status in transcript.statuses:
        if status.kind == "queued":
            deltas += writer.queued(status.value)
        elif status.kind == "running":
            deltas += writer.running()
        else:
            deltas += writer.progress(status.value or 0)
        for _ in range(status.dots):
            deltas += writer.heartbeat()
    deltas += writer.done()
    for picture in transcript.pictures:
        deltas += writer.picture(picture.gen_id, picture.url, picture.download_url)
    return "".join(deltas)


def _status(match: re.Match[str]) -> Status:
    if match["queued"]:
        return Status(
            kind="queued", value=int(match["place"]) if match["place"] else None, dots=len(match["q"])
        )
    if match["running"]:
        return Status(kind="running", dots=len(match["r"]))
    return Status(kind="progress", value=int(match["percent"]), dots=len(match["p"]))

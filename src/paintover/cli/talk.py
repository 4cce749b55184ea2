"""A conversation as the terminal keeps it on disk: what was said, what was answered, and what is still unanswered.

What is asked is written down before it is sent, with the very bytes and the idempotency key that it is sent with, so
that whoever comes back after a broken connection, a closed terminal or a crash joins the same task.
"""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

from paintover.domain.errors import FolderInUse, StoreFailed
from paintover.store.lock import FolderLock
from paintover.transcript.reader import read_answers

FILE = "talk.json"
LONGEST_TITLE = 40
LONGEST_NAMED = 1500
"""Behind longer words than these a picture's id would not be looked for; the call is then written as JSON."""
JOINABLE_S = 23 * 3600
"""For so long after it was asked a request can be joined by its key; servers keep keys for a day."""


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A request that has not been answered whole. `body` is what was sent, to the byte."""

    said: str
    content: str
    body: str
    key: str
    at: float
    is_alone: bool = False
    """Whether it was sent without what was said before: a picture that begins from no other."""

    @property
    def is_joinable(self) -> bool:
        """Whether the server still knows it by its key."""
        return time.time() - self.at < JOINABLE_S


class Exchange(msgspec.Struct, frozen=True, kw_only=True):
    """One answered request. `content` is what was said as it stood on the wire."""

    said: str
    content: str
    answer: str
    at: float
    is_alone: bool = False


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """A picture of the conversation. `number` counts from 1, as the planner counts."""

    number: int
    gen_id: str
    url: str
    said: str
    sources: tuple[str, ...] = ()
    """What it was made of, as the answer says."""


class Talk(msgspec.Struct, kw_only=True):
    """A conversation. `home` is the server that has its pictures: an address, or a data folder."""

    id: str
    home: str
    made_at: float
    changed_at: float
    exchanges: list[Exchange] = []
    asked: Asked | None = None
    ratio: str = ""

    @property
    def title(self) -> str:
        """Its first words."""
        first = self.exchanges[0].said if self.exchanges else self.asked.said if self.asked else ""
        words = " ".join(first.split())
        return words if len(words) <= LONGEST_TITLE else f"{words[: LONGEST_TITLE - 1]}…"

    def pictures(self) -> list[Shown]:
        """Its pictures in the order of the answers."""
        found: list[Shown] = []
        for exchange in self.exchanges:
            for answer in read_answers(exchange.answer):
                for picture in answer.pictures:
                    if picture.gen_id:
                        found.append(
                            Shown(
                                number=len(found) + 1,
                                gen_id=picture.gen_id,
                                url=picture.url or "",
                                said=exchange.said,
                                sources=answer.call.sources if answer.call is not None else (),
                            )
                        )
        return found

    def find(self, what: str) -> Shown | None:
        """The picture that a number, an id or the beginning of an id names."""
        what = what.strip().lstrip("#图").strip()
        pictures = self.pictures()
        if what.isdecimal() and len(what) < 7:
            return next((one for one in pictures if one.number == int(what)), None)
        fits = [one for one in pictures if len(what) > 4 and one.gen_id.startswith(what.lower())]
        return fits[0] if len({one.gen_id for one in fits}) == 1 else None

    def ask(self, said: str, *, source: str | None, model: str, previews: int = 0) -> Asked:
        """Write down a request before it is sent. `source` is the gen_id of the picture that it changes, "new" for none,
        None to leave it to the words; `previews` is how many unfinished renderings are wanted."""
        content = said
        if source == "new":
            before: list[dict[str, Any]] = []
        else:
            before = [message for exchange in self.exchanges for message in _messages(exchange)]
        if source not in (None, "new"):
            is_long = len(said) > LONGEST_NAMED
            content = (
                msgspec.json.encode({"prompt": said, "gen_id": source}).decode()
                if is_long
                else f"`{source}` {said}"
            )
        return self._asked(said, content, before, model, previews, is_alone=source == "new")

    def ask_again(self, *, model: str, previews: int = 0) -> Asked:
        """Write down the last request once more, as if it had not been answered: the same words then mean the same
        picture. There must be one."""
        last = self.exchanges[-1]
        before = [] if last.is_alone else [one for each in self.exchanges[:-1] for one in _messages(each)]
        return self._asked(last.said, last.content, before, model, previews, is_alone=last.is_alone)

    def _asked(
        self,
        said: str,
        content: str,
        before: list[dict[str, Any]],
        model: str,
        previews: int,
        *,
        is_alone: bool,
    ) -> Asked:
        body = {
            "model": model,
            "stream": True,
            "messages": [*before, {"role": "user", "content": content}],
            **({"ratio": self.ratio} if self.ratio else {}),
            **({"previews": previews} if previews else {}),
        }
        self.asked = Asked(
            said=said,
            content=content,
            body=msgspec.json.encode(body).decode(),
            key=secrets.token_urlsafe(24),
            at=time.time(),
            is_alone=is_alone,
        )
        return self.asked

    def answered(self, answer: str) -> None:
        """The request has been answered with this text."""
        asked, self.asked = self.asked, None
        if asked is not None:
            self.exchanges.append(
                Exchange(
                    said=asked.said,
                    content=asked.content,
                    answer=answer,
                    at=asked.at,
                    is_alone=asked.is_alone,
                )
            )
        self.changed_at = time.time()


def _messages(exchange: Exchange) -> Iterator[dict[str, Any]]:
    yield {"role": "user", "content": exchange.content}
    yield {"role": "assistant", "content": exchange.answer}


class Kept:
    """A conversation that is open here, and nowhere else until `close`."""

    def __init__(self, talk: Talk, folder: Path, lock: FolderLock | None) -> None:
        """Use `Talks`."""
        self.talk = talk
        self._folder = folder
        self._lock = lock

    def save(self) -> None:
        """Put it on disk. One without any words is not worth keeping.

        Raises:
            StoreFailed: the folder cannot be written.
        """
        talk = self.talk
        if not (talk.exchanges or talk.asked or (self._folder / FILE).exists()):
            return
        try:
            if self._lock is None:
                self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
                self._lock = FolderLock.take(self._folder, patience_s=0.0)
            aside = self._folder / f".{FILE}"
            with aside.open("wb") as file:
                file.write(msgspec.json.encode(talk))
                file.flush()
                os.fsync(file.fileno())
            aside.replace(self._folder / FILE)
        except OSError as exc:
            raise StoreFailed(
                f"The conversation cannot be kept in {self._folder}: {exc.strerror or exc}."
            ) from exc

    def close(self) -> None:
        """Let others open it."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None


class Talks:
    """The conversations with one server, in a folder of the user's."""

    def __init__(self, folder: Path, home: str) -> None:
        """`folder` holds the conversations with every server, each in a folder of its own."""
        self._folder = folder
        self._home = home

    def new(self) -> Kept:
        """An empty one, which comes to the disk with its first words."""
        now = time.time()
        name = f"{time.strftime('%Y%m%d-%H%M%S', time.localtime(now))}-{secrets.token_hex(2)}"
        return Kept(
            Talk(id=name, home=self._home, made_at=now, changed_at=now), self._folder / name, lock=None
        )

    def all(self) -> list[Talk]:
        """Those with this server, the last one first. What cannot be read is passed over."""
        found = []
        for file in self._folder.glob(f"*/{FILE}"):
            with suppress(OSError, msgspec.DecodeError):
                talk = msgspec.json.decode(file.read_bytes(), type=Talk)
                if talk.home == self._home and talk.id == file.parent.name:
                    found.append(talk)
        return sorted(found, key=lambda talk: talk.changed_at, reverse=True)

    def open(self, name: str) -> Kept:
        """One of them.

        Raises:
            FolderInUse: it is open elsewhere.
            StoreFailed: it cannot be read.
        """
        folder = self._folder / name
        lock = FolderLock.take(folder, patience_s=0.0)
        try:
            # Read under the lock: whoever had it open may have gone on.
            talk = msgspec.json.decode((folder / FILE).read_bytes(), type=Talk)
        except (OSError, msgspec.DecodeError) as exc:
            lock.release()
            raise StoreFailed(f"The conversation {name} cannot be read: {exc}.") from exc
        return Kept(talk, folder, lock)

    def latest(self) -> tuple[Kept, bool]:
        """The one that was last talked in, else a new one; and whether the last one is open elsewhere."""
        for talk in self.all()[:1]:
            try:
                return self.open(talk.id), False
            except FolderInUse:
                return self.new(), True
            except StoreFailed:
                break
        return self.new(), False

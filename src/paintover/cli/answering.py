"""Following one request to its answer, over as many connections as it takes.

The answer is read in a thread of its own, so that whoever waits for it can be interrupted: a request to stop cancels the
task on the server, and the answer then ends by itself.
"""

from __future__ import annotations

import base64
import queue
import re
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Literal

import httpx
import msgspec

from paintover.cli.client import RETRIES, check, records, unreachable
from paintover.cli.talk import Asked
from paintover.domain.errors import FetchFailed, PaintoverError
from paintover.domain.ids import TASK_ID_PATTERN, is_task_id
from paintover.transcript.grammar import DIALECTS
from paintover.transcript.reader import read_answers

Stage = Literal["queued", "running", "reconnecting", "busy", "stopping"]
PASSING = frozenset({429, 502, 503, 504})
LONGEST_REST_S = 30.0
_TASK_LINE = re.compile(rf"> ID: `({TASK_ID_PATTERN})`")
_PERCENT = re.compile(r"> (?:进度|Progress) (\d{1,3})%")
_QUEUED = re.compile(r"> (?:排队中|Queuing)\.(?: (?:第|Place) (\d{1,6}))?")
_RUNNING = re.compile(r"> (?:生成中|Generating)")


@dataclass(frozen=True, slots=True)
class Status:
    """How far a request is. `percent` is 0 to 100; `place` is the place in the queue, None where it is not told."""

    stage: Stage = "queued"
    percent: int = 0
    place: int | None = None
    step: str = ""
    """What the engine is about, in the engine's own word; "" where it is not told."""
    preview: bytes | None = None
    """The newest unfinished rendering, where the request has asked for some."""


class Answering:
    """One request under way. Its answer can be read when `updates` has ended."""

    def __init__(self, client: httpx.Client, asked: Asked, *, looks_on: bool = False) -> None:
        """Send it, or join it where it was sent before. With `looks_on` the engine's steps and the unfinished renderings
        are told too."""
        self.text = ""
        self.task_ids: list[str] = []
        self.is_stopping = False
        self._client = client
        self._asked = asked
        self._status = Status()
        self._step = ""
        self._preview: bytes | None = None
        self._looks_on = looks_on
        self._told: queue.SimpleQueue[None] = queue.SimpleQueue()
        self._is_over = threading.Event()
        self._error: PaintoverError | None = None
        self.is_lost = False
        """Whether the server could not be reached to the end: then the request can be joined later."""
        self._woken = threading.Event()
        self._is_left = False
        threading.Thread(target=self._run, name="answer", daemon=True).start()

    def updates(self, every_s: float = 0.5) -> Iterator[Status]:
        """Each change, and at least one word every so often, until the answer is whole.

        Raises:
            PaintoverError: the server cannot be reached (any more), or says no.
        """
        # What is over is told apart from the wake-up calls: an interruption may swallow one of those.
        while not self._is_over.is_set():
            with suppress(queue.Empty):
                self._told.get(timeout=every_s)
            yield self._shown()
        if self._error is not None:
            raise self._error

    def stop(self) -> None:
        """Cancel its task, as soon as the task is known; the updates go on to the end of the answer."""
        self.is_stopping = True
        for task_id in list(self.task_ids):
            threading.Thread(target=self._cancel, args=(task_id,), name="cancel", daemon=True).start()

    def leave(self) -> None:
        """Read no further. The task goes on."""
        self._is_left = True
        self._woken.set()

    def _shown(self) -> Status:
        stage: Stage = "stopping" if self.is_stopping else self._status.stage
        return replace(self._status, stage=stage, step=self._step, preview=self._preview)

    def _tell(self, status: Status) -> None:
        if status != self._status:
            self._status = status
            self._told.put(None)

    def _run(self) -> None:
        try:
            self._follow()
        except PaintoverError as exc:
            self._error = exc
        finally:
            self._is_over.set()
            self._told.put(None)

    def _follow(self) -> None:
        broken, was_known = 0, False
        while not self._is_left:
            rest_s = min(0.25 * 2.0**broken, 5.0)
            try:
                stage, asked_rest_s = self._connection()
                if stage is None:
                    return
                was_known = True
                rest_s = asked_rest_s or rest_s
            except httpx.HTTPError as exc:
                # A server that was never there is told at once.
                if not was_known and not self.task_ids:
                    self.is_lost = True
                    raise unreachable(self._client) from exc
                stage = "reconnecting"
            broken += 1
            if broken > RETRIES:
                self.is_lost = True
                raise unreachable(self._client)
            self._tell(replace(self._status, stage=stage))
            self._woken.wait(rest_s)

    def _connection(self) -> tuple[Stage | None, float]:
        """One connection: None when the answer is whole, else why and after how many seconds to come again."""
        headers = {"Content-Type": "application/json", "Idempotency-Key": self._asked.key}
        with self._client.stream(
            "POST", "/v1/chat/completions", content=self._asked.body.encode(), headers=headers
        ) as response:
            if response.status_code in PASSING:
                after = response.headers.get("retry-after", "")
                rest_s = float(after) if after.isdecimal() else 0.0
                if rest_s <= LONGEST_REST_S:
                    return "busy", rest_s
            check(response)
            self._learn(response.headers.get("x-task-id", ""))
            return self._read(response.iter_lines()), 0.0

    def _read(self, lines: Iterator[str]) -> Stage | None:
        """An answer from its beginning, which is how each connection tells it."""
        self.text = ""
        for line in lines:
            if self._is_left:
                return "reconnecting"
            if line.startswith("data: [DONE]"):
                return None if _is_whole(self.text) else "reconnecting"
            if not line.startswith("data: "):
                continue
            for delta in _deltas(line[6:]):
                self.text += delta
                self._notice(delta)
        return "reconnecting"

    def _notice(self, delta: str) -> None:
        delta = delta.lstrip("\n")
        if not delta.startswith("> "):  # the call's echo, which holds the user's words
            return
        if task := _TASK_LINE.search(delta):
            self._learn(task[1])
        if percent := _PERCENT.search(delta):
            self._tell(Status("running", percent=min(100, int(percent[1]))))
        elif queued := _QUEUED.search(delta):
            self._tell(Status("queued", place=int(queued[1]) if queued[1] else None))
        elif _RUNNING.search(delta):
            self._tell(replace(self._status, stage="running", place=None))

    def _learn(self, task_id: str) -> None:
        if is_task_id(task_id) and task_id not in self.task_ids:
            self.task_ids.append(task_id)
            if self._looks_on:
                threading.Thread(target=self._look_on, args=(task_id,), name="look on", daemon=True).start()
            if self.is_stopping:
                self._cancel(task_id)

    def _look_on(self, task_id: str) -> None:
        """What the answer does not tell. It can be missing: then there is a little less to see."""
        with (
            suppress(httpx.HTTPError, PaintoverError, KeyError, TypeError, ValueError),
            self._client.stream("GET", f"/v1/tasks/{task_id}/events", params={"previews": "1"}) as response,
        ):
            check(response)
            for event in records(response.iter_lines()):
                if self._is_left or self._is_over.is_set():
                    return
                match event["type"]:
                    case "progress":
                        self._step = str(event["stage"])
                    case "preview":
                        self._preview = base64.b64decode(str(event["image"]).partition(",")[2], validate=True)
                self._told.put(None)

    def _cancel(self, task_id: str) -> None:
        try:
            self._client.post(f"/v1/tasks/{task_id}/cancel")
        except httpx.HTTPError:
            # Whoever reads the answer finds out as well.
            return


def _deltas(told: str) -> Iterator[str]:
    try:
        chunk = msgspec.json.decode(told)
        if error := chunk.get("error"):
            raise FetchFailed(str(error["message"]))
        for choice in chunk["choices"]:
            yield choice["delta"].get("content") or ""
    except (msgspec.DecodeError, KeyError, TypeError, AttributeError) as exc:
        raise FetchFailed("The server's answer is not ours to read; is the address right?") from exc


def _is_whole(text: str) -> bool:
    """Whether an answer came to something: pictures, a failure, or words. One that a server broke off when it was stopped
    did not."""
    last = text.rstrip().rpartition("\n")[2]
    if any(dialect.parting in last for dialect in DIALECTS.values()):
        return False
    answers = read_answers(text)
    if not answers:
        return bool(text.strip())
    return any(one.pictures or one.failed for one in answers)

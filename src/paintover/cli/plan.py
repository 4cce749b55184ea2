"""`paintover plan` and `paintover eval`: what the planner makes of a conversation, without drawing it."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Annotated

import msgspec
from cyclopts import Parameter
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from paintover.api.chat import asked_wishes, read_chat_request
from paintover.domain.errors import BadRequest
from paintover.planner.evaluation import call_as_json, predict_file
from paintover.planner.explaining import explained
from paintover.planner.offline import OfflinePlanner
from paintover.transcript.messages import read_conversation


def plan(
    file: Annotated[
        Path, Parameter(help="A chat request as JSON; '-' reads standard input.", allow_leading_hyphen=True)
    ],
    *,
    explain: Annotated[bool, Parameter(negative=(), help="Say in words why, instead of JSON.")] = False,
) -> None:
    """Print the call that the planner makes for a chat request."""
    chat = read_chat_request(_read(file))
    conversation = read_conversation(chat.messages)
    made = asyncio.run(OfflinePlanner().plan(conversation, asked_wishes(chat)))
    if explain:
        for line in explained(made, conversation):
            print(line)
        return
    print(msgspec.json.format(msgspec.json.encode(call_as_json(made)), indent=2).decode())


def evaluate(
    gold: Annotated[Path, Parameter(help="Cases, one JSON object a line.")],
    *,
    predictions: Annotated[Path, Parameter(help="The file to write, one prediction a line.")],
) -> None:
    """Run the planner over evaluation cases and write its predictions, for the scorer to judge."""
    columns = (TextColumn("planning"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task("planning", total=None)
        try:
            count = predict_file(
                gold, predictions, lambda done, total: progress.update(bar, completed=done, total=total)
            )
        except ValueError as exc:
            raise BadRequest(f"{gold} is no file of cases: {exc}.") from exc
        except OSError as exc:
            raise BadRequest(f"{exc.filename}: {exc.strerror}.") from exc
    print(f"{count} predictions in {predictions}", file=sys.stderr)


def _read(file: Path) -> bytes:
    try:
        return sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    except OSError as exc:
        raise BadRequest(f"Cannot read {file}: {exc.strerror}.") from exc

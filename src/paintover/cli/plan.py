"""`paintover plan` and `paintover eval`: what the planner makes of a conversation, without drawing it."""

from __future__ import annotations

import asyncio
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack, contextmanager
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from paintover.api.chat import asked_wishes, read_chat_request
from paintover.cli.client import Json, print_json
from paintover.domain.call import Plan
from paintover.domain.conversation import Conversation
from paintover.domain.errors import BadRequest
from paintover.logs import configure_logs
from paintover.parts import open_planner
from paintover.planner.evaluation import call_as_json, predict_file
from paintover.planner.explaining import explained
from paintover.planner.protocol import Wishes
from paintover.settings import Settings, read_settings
from paintover.transcript.messages import read_conversation

PlannerName = Annotated[
    Literal["offline", "auto", "llm"] | None,
    Parameter(help="The planner to use instead of the settings' one."),
]


def plan(
    file: Annotated[
        Path, Parameter(help="A chat request as JSON; '-' reads standard input.", allow_leading_hyphen=True)
    ],
    *,
    explain: Annotated[bool, Parameter(negative=(), help="Say in words why, instead of JSON.")] = False,
    json: Annotated[
        bool,
        Parameter(
            name="--json",
            negative=(),
            help="Print JSON, as it does anyway; with --explain the words are in it.",
        ),
    ] = False,
    planner: PlannerName = None,
) -> None:
    """Print the call that the planner makes for a chat request.

    The planner is the one that the settings name, as for the server.
    """
    settings = _settings(planner)
    chat = read_chat_request(_read(file))
    conversation = read_conversation(chat.messages)
    with _opened(settings) as plan_of:
        made = plan_of(conversation, asked_wishes(chat))
    lines = list(explained(made, conversation)) if explain else []
    if not explain:
        print_json(call_as_json(made))
    elif json:
        print_json({**call_as_json(made), "explanation": lines})
    else:
        print("\n".join(lines))


def evaluate(
    gold: Annotated[Path, Parameter(help="Cases, one JSON object a line.")],
    *,
    predictions: Annotated[Path, Parameter(help="The file to write, one prediction a line.")],
    json: Json = False,
    planner: PlannerName = None,
) -> None:
    """Run the planner over evaluation cases and write its predictions, for the scorer to judge."""
    settings = _settings(planner)
    columns = (TextColumn("planning"), BarColumn(), MofNCompleteColumn())
    console = Console(stderr=True)
    fallbacks: Counter[str] = Counter()
    with (
        _opened(settings) as plan_of,
        Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress,
    ):
        bar = progress.add_task("planning", total=None)

        def planned(conversation: Conversation) -> Plan:
            made = plan_of(conversation, Wishes())
            if made.evidence.fallback is not None:
                fallbacks[made.evidence.fallback] += 1
            return made

        def show(done: int, total: int) -> None:
            progress.update(bar, completed=done, total=total)

        try:
            count = predict_file(gold, predictions, show, planned)
        except ValueError as exc:
            raise BadRequest(f"{gold} is no file of cases: {exc}.") from exc
        except OSError as exc:
            raise BadRequest(f"{exc.filename}: {exc.strerror}.") from exc
    if json:
        print_json(
            {"predictions": count, "file": str(predictions), "fallbacks": dict(sorted(fallbacks.items()))}
        )
        return
    print(f"{count} predictions in {predictions}", file=sys.stderr)
    for trouble, times in sorted(fallbacks.items()):
        print(
            f"{times} of them by rules, since the model's call was not to be had: {trouble}", file=sys.stderr
        )


def _settings(planner: str | None) -> Settings:
    settings = read_settings({"planner": planner})
    configure_logs("error")
    return settings


@contextmanager
def _opened(settings: Settings) -> Iterator[Callable[[Conversation, Wishes], Plan]]:
    """The settings' planner, for code that is not asynchronous."""
    with asyncio.Runner() as runner:
        stack = AsyncExitStack()
        planner = runner.run(stack.enter_async_context(open_planner(settings)))
        try:
            yield lambda conversation, wishes: runner.run(planner.plan(conversation, wishes))
        finally:
            runner.run(stack.aclose())


def _read(file: Path) -> bytes:
    try:
        return sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    except OSError as exc:
        raise BadRequest(f"Cannot read {file}: {exc.strerror}.") from exc

"""`paintover chat`: a conversation in the terminal, with a server that runs or with one of its own."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from io import StringIO
from pathlib import Path
from typing import Annotated

import httpx
import msgspec
import platformdirs
from cyclopts import Parameter
from rich.console import Console
from rich.text import Text

from paintover.cli.bar import accent
from paintover.cli.client import DEFAULT_URL, Json, Key, Url, ask, open_client
from paintover.cli.commands import COMMANDS, read_line
from paintover.cli.graphics import Canvas
from paintover.cli.inline import open_canvas
from paintover.cli.session import Left, Outcome, Session
from paintover.cli.talk import Talks
from paintover.cli.words import Words
from paintover.domain.errors import BadRequest, PaintoverError
from paintover.logs import configure_logs
from paintover.settings import Settings, read_settings, terminal_program, user_language

NAME = "paintover"
DATABASE_NAME = "paintover.db"
INTERRUPTED = 130
"""The exit status of a program that Ctrl-C has ended."""


def chat(
    *,
    url: Url = None,
    key: Key = None,
    data: Annotated[
        str | None,
        Parameter(help="Draw in this process instead, with this folder for the database and the pictures."),
    ] = None,
    model: Annotated[str, Parameter(help="The model name to ask for.")] = "paintover",
    new: Annotated[
        bool, Parameter(negative=(), help="Begin a new conversation instead of going on with the last.")
    ] = False,
    resume: Annotated[
        bool,
        Parameter(negative=(), help="Go on with the last conversation even when the words are piped in."),
    ] = False,
    json: Json = False,
) -> None:
    """Talk: say what to draw, then what to change. /help in it lists the commands.

    The conversation is kept and gone on with the next time. Without --url (or PAINTOVER_URL) it talks to the server on
    this machine; where none runs, it draws by itself. Words can be piped in, one request a line; with --json each
    answer is one line of JSON. The exit status is 1 when something was not drawn.
    """
    # Only where somebody is typing: the drawn line and its history.
    is_typed = sys.stdin.isatty() and sys.stdout.isatty() and not json
    settings = read_settings()
    words = Words(user_language(settings))
    console = Console(highlight=False, file=StringIO() if json else None)
    said = Console(highlight=False, stderr=not is_typed)
    with _server(settings, url, key, data, words, said) as (client, home):
        state = Path(platformdirs.user_state_dir(NAME, appauthor=False))
        talks = Talks(state / "talks", home)
        # A script gets what it asks for, whatever was said before it.
        kept, is_taken = (talks.new(), False) if new or not (is_typed or resume) else talks.latest()
        if is_typed:
            canvas = open_canvas(console, inline=settings.inline, program=terminal_program())
        else:
            canvas = Canvas("off")
        session = Session(
            client, talks, kept, console=console, words=words, canvas=canvas, model=model, is_quiet=json
        )
        try:
            if is_typed:
                status = _typed(session, words, state, canvas.typed, is_taken=is_taken)
            else:
                status = _piped(session, is_json=json)
        finally:
            session.close()
    if status:
        raise SystemExit(status)


@contextmanager
def _server(
    settings: Settings, url: str | None, key: str | None, data: str | None, words: Words, console: Console
) -> Iterator[tuple[httpx.Client, str]]:
    """A client of the server that is meant, and under which name its conversations are kept."""
    named = url or settings.url
    if url and data:
        raise BadRequest("Either --url or --data: a server that runs has its own folder.")
    if data is None and (named or _is_running(DEFAULT_URL)):
        address = (named or DEFAULT_URL).strip().rstrip("/")
        with open_client(address, key) as client:
            ask(client, "GET", "/v1/models")
            if console.is_terminal:
                console.print(Text(words("connected", url=address), "dim"))
            yield client, address
        return
    folder = _folder(data)
    message = words(
        "embedded" if data is None else "embedded_asked", url=DEFAULT_URL, folder=_at_home(folder)
    )
    console.print(Text(message, "dim"), soft_wrap=True)
    # Two seconds of imports, which only those wait for who have no server.
    from paintover.cli.embedded import server_beside

    configure_logs("error")
    own = read_settings({"data": str(folder), "host": "127.0.0.1", "drain_s": 1.0, "public_url": ""})
    with ExitStack() as stack:
        with console.status(Text(words("starting"), "dim"), spinner_style=accent(console)):
            address = stack.enter_context(server_beside(own))
        client = stack.enter_context(open_client(address, key))
        ask(client, "GET", "/v1/models")
        yield client, str(folder)


def _is_running(url: str) -> bool:
    """Whether a server of ours answers there."""
    try:
        with httpx.Client(trust_env=False, timeout=httpx.Timeout(5.0, connect=1.0)) as client:
            told = msgspec.json.decode(client.get(f"{url}/healthz").content)
            return isinstance(told, dict) and told.get("status") in ("ok", "unavailable")
    except (httpx.HTTPError, msgspec.DecodeError):
        return False


def _folder(data: str | None) -> Path:
    """Where a server of one's own keeps its pictures: where the settings say, else where a server has kept some in the
    working directory, else in the user's own folder for such things."""
    is_here = Path(Settings().data, DATABASE_NAME).is_file()
    home = platformdirs.user_data_dir(NAME, appauthor=False)
    settings = read_settings({"data": data}, defaults={} if is_here else {"data": home})
    return Path(settings.data).expanduser().resolve()


def _at_home(folder: Path) -> str:
    return f"~/{folder.relative_to(Path.home())}" if folder.is_relative_to(Path.home()) else str(folder)


def _typed(session: Session, words: Words, state: Path, typed: str, *, is_taken: bool) -> int:
    """The conversation with somebody who types; the exit status."""
    # Half a second of imports, which only those wait for who type.
    from paintover.cli.editor import Editor

    console = session.console
    editor = Editor(
        state / "history",
        pictures=lambda: [(str(one.number), one.gen_id, one.said) for one in session.pictures()],
        talks=session.talk_titles,
        toolbar=session.toolbar,
        commands={command.name: words(command.help_key) for command in COMMANDS},
    )
    if is_taken:
        console.print(Text(words("busy_talk"), "dim"))
    if session.kept.talk.exchanges:
        session.tell_where()
    else:
        console.print(Text(words("welcome"), "dim"))
    if session.kept.talk.asked is not None:
        _done(session, words, lambda: [session.go_on()])
    lines = typed.replace("\r", "\n").split("\n")
    is_leaving = False
    while True:
        try:
            line = lines.pop(0) if len(lines) > 1 else editor.read("› ", typed=lines.pop() if lines else "")
        except EOFError:
            return 0
        except KeyboardInterrupt as exc:
            if str(exc).strip():
                is_leaving = False
            elif is_leaving:
                return INTERRUPTED
            else:
                console.print(Text(f"  {words('leave_hint')}", "dim"))
                is_leaving = True
            continue
        is_leaving = False
        command, rest = read_line(line)
        if command == "quit":
            return 0
        if command is None and not rest:
            continue
        try:
            act = partial(session.say, rest) if command is None else partial(session.do, command, rest)
            is_leaving = _done(session, words, act)
        except Left:
            console.print(Text(f"  {words('left')}", "dim"))
            return INTERRUPTED


def _done(session: Session, words: Words, act: Callable[[], list[Outcome]]) -> bool:
    """Do something, and say what is wrong with it; whether it was stopped, so that a second Ctrl-C leaves."""
    try:
        outcomes = act()
    except PaintoverError as exc:
        session.trouble(exc.message)
        if session.kept.talk.asked is not None:
            session.trouble(words("unanswered"))
        return False
    except KeyboardInterrupt:
        return True
    for outcome in outcomes:
        if outcome.state == "cancelled":
            session.console.print(Text(f"  {words('stopped')}", "dim"))
            return True
        if outcome.state == "unanswered":
            session.trouble(outcome.error or "")
    return False


def _piped(session: Session, *, is_json: bool) -> int:
    """A request a line from standard input, to its end or to an empty line; the exit status."""
    has_failed = False
    for line in _lines():
        command, rest = read_line(line)
        if command == "quit" or (command is None and not rest):
            break
        try:
            outcomes = session.say(rest) if command is None else session.do(command, rest)
        except PaintoverError as exc:
            has_failed = True
            if is_json:
                _print_line({"said": line, "state": "failed", "error": exc.message, "code": exc.code})
            else:
                print(exc.message, file=sys.stderr)
            continue
        except Left:
            return INTERRUPTED
        for outcome in outcomes:
            has_failed |= outcome.state in ("failed", "unanswered", "cancelled")
            if is_json:
                _print_line(outcome)
            if outcome.state == "cancelled":
                return INTERRUPTED
        if is_json and command is not None and not outcomes:
            written = session.console.file
            assert isinstance(written, StringIO)
            _print_line({"said": line, "state": "answered", "words": written.getvalue().strip()})
            written.seek(0)
            written.truncate()
        sys.stdout.flush()
    return int(has_failed)


def _lines() -> Iterator[str]:
    """The lines of standard input; one that ends in a backslash goes on in the next."""
    said = ""
    for line in sys.stdin:
        line = line.rstrip("\r\n")
        if line.endswith("\\"):
            said += line[:-1] + "\n"
            continue
        yield said + line
        said = ""
    if said:
        yield said


def _print_line(told: object) -> None:
    print(msgspec.json.encode(told).decode(), flush=True)

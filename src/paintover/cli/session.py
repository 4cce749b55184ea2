"""What happens in `paintover chat`: words are asked and their answers shown, commands are done. How lines come in and
where the output goes is not known here."""

from __future__ import annotations

import time
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Literal

import httpx
import msgspec
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from paintover.cli.answering import Answering, Status
from paintover.cli.bar import accent, progress_bar
from paintover.cli.client import ask, check, unreachable
from paintover.cli.commands import COMMANDS, resembling
from paintover.cli.graphics import Canvas
from paintover.cli.inline import PREVIEWS, Live, show
from paintover.cli.talk import Asked, Kept, Shown, Talks
from paintover.cli.tree import Node, tree_lines
from paintover.cli.words import Words
from paintover.domain.errors import (
    BadRequest,
    FolderInUse,
    NotFound,
    PaintoverError,
    StoreFailed,
    Unauthorized,
)
from paintover.domain.ids import is_gen_id
from paintover.domain.ratio import parse_ratio
from paintover.transcript.reader import read_answers

FORMATS = {".png": "png", ".webp": "webp", ".jpg": "jpeg", ".jpeg": "jpeg", ".svg": "svg"}
MOST_TALKS = 20


class Left(Exception):
    """Whoever drew has gone, in the middle of a drawing, which goes on."""


class Outcome(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=False):
    """What came of some words, as `--json` prints it."""

    said: str
    state: Literal["succeeded", "failed", "cancelled", "answered", "unanswered"]
    pictures: list[Shown] = []
    because: str | None = None
    words: str | None = None
    """An answer in words, and what is said beside a picture."""
    task_ids: list[str] = []
    error: str | None = None
    seconds: float | None = None


class Session:
    """A conversation that is going on with one server."""

    def __init__(
        self,
        client: httpx.Client,
        talks: Talks,
        kept: Kept,
        *,
        console: Console,
        words: Words,
        canvas: Canvas,
        model: str,
        is_quiet: bool = False,
    ) -> None:
        """`is_quiet` shows nothing of what comes of words, for output that programs read."""
        self.console = console
        self._client = client
        self._talks = talks
        self._kept = kept
        self._words = words
        self._canvas = canvas
        self._model = model
        self._is_quiet = is_quiet
        self._accent = accent(console)
        self._previews = 0 if canvas.protocol == "off" else PREVIEWS
        self.source: str | None = None
        """Which picture the next words change: a gen_id, "new" for none, None to let the words say it."""

    # ---- what there is ------------------------------------------------------------------------------------------

    @property
    def kept(self) -> Kept:
        """The conversation that is open."""
        return self._kept

    def pictures(self) -> list[Shown]:
        """The conversation's pictures."""
        return self._kept.talk.pictures()

    def talk_titles(self) -> list[str]:
        """What `/talks` lists."""
        return [talk.title for talk in self._talks.all()[:MOST_TALKS]]

    def toolbar(self) -> str:
        """What the next words will do, in a few words."""
        t, pictures = self._words, self.pictures()
        if self.source == "new" or not pictures:
            first = t("source_new")
        elif self.source:
            first = t("source", n=self._number(self.source))
        else:
            first = t("pictures", n=len(pictures))
        parts = [first, self._kept.talk.ratio, "/help"]
        return "  ·  ".join(part for part in parts if part)

    def close(self) -> None:
        """Let others open the conversation."""
        self._kept.close()

    # ---- words --------------------------------------------------------------------------------------------------

    def say(self, said: str) -> list[Outcome]:
        """Ask for what is said, and show what came of it. Where something earlier has not been answered, its answer
        comes first; while that cannot be had, nothing else is asked.

        Raises:
            PaintoverError: the server cannot be reached, or says no.
            Left: interrupted for the second time.
        """
        outcomes = [] if self._kept.talk.asked is None else [self.go_on()]
        source, self.source = self.source, None
        asked = self._kept.talk.ask(said, source=source, model=self._model, previews=self._previews)
        try:
            self._kept.save()
            outcomes.append(self._answer(asked))
        except BaseException:
            self.source = source
            raise
        return outcomes

    def go_on(self) -> Outcome:
        """Join what was asked and has not been answered.

        Raises:
            As `say`.
        """
        asked = self._kept.talk.asked
        assert asked is not None
        if not asked.is_joinable:
            self._drop()
            return Outcome(
                said=asked.said, state="unanswered", error=self._words("pending_old", said=_short(asked.said))
            )
        if not self._is_quiet:
            self.console.print(self._words("pending", said=_short(asked.said)), style="dim", markup=False)
        return self._answer(asked)

    def _answer(self, asked: Asked) -> Outcome:
        began = time.monotonic()
        answering = Answering(self._client, asked, looks_on=self._is_watched())
        try:
            self._wait(answering)
        except Unauthorized:
            raise  # with another key it can still be joined
        except PaintoverError:
            if not answering.is_lost:
                self._drop()
            raise
        return self._ended(asked, answering, time.monotonic() - began)

    def _wait(self, answering: Answering) -> None:
        with self._progress() as tell:
            updates = answering.updates()
            while True:
                try:
                    for status in updates:
                        tell(status)
                    return
                except KeyboardInterrupt:
                    if answering.is_stopping:
                        answering.leave()
                        raise Left from None
                    answering.stop()
                    updates = answering.updates()

    def _is_watched(self) -> bool:
        return self.console.is_terminal and not self._is_quiet

    @contextmanager
    def _progress(self) -> Iterator[Callable[[Status], None]]:
        if not self._is_watched():
            yield lambda status: None
            return
        live = Live(self.console, self._canvas)
        shown: bytes | None = None
        with ExitStack() as stack:
            stack.callback(live.erase)  # when the bar has gone
            progress = stack.enter_context(progress_bar(self.console))
            bar = progress.add_task(self._words("queued"), total=None, percent="")

            def tell(status: Status) -> None:
                nonlocal shown
                t = self._words
                if status.preview is not None and status.preview is not shown:
                    shown = status.preview
                    live.draw(shown)
                named = {
                    "queued": t("place", n=status.place) if status.place else t("queued"),
                    "running": t.step(status.step) or t("running"),
                    "reconnecting": t("reconnecting"),
                    "busy": t("server_busy"),
                    "stopping": t("stopping"),
                }
                progress.update(
                    bar,
                    description=named[status.stage],
                    total=100 if status.percent else None,
                    completed=status.percent,
                    percent=f"{status.percent}%" if status.percent else "",
                )

            yield tell

    def _ended(self, asked: Asked, answering: Answering, seconds: float) -> Outcome:
        answers = read_answers(answering.text)
        failed = [one for one in answers if one.failed]
        pictures_before = len(self.pictures())
        has_pictures = any(one.pictures for one in answers)
        if answering.is_stopping and failed and not has_pictures:
            self._drop()
            return Outcome(said=asked.said, state="cancelled", task_ids=answering.task_ids)
        self._kept.talk.answered(answering.text)
        self._kept.save()
        reason = (failed[0].reason or self._words("no_reason")) if failed else None
        outcome = Outcome(
            said=asked.said,
            state="answered" if not answers else "succeeded" if has_pictures else "failed",
            pictures=self.pictures()[pictures_before:],
            because=self._because(answering.task_ids),
            words=_beside(answering.text, is_plain=not answers) or None,
            task_ids=answering.task_ids,
            error=reason,
            seconds=round(seconds, 2),
        )
        if not self._is_quiet:
            self._show(outcome, was_too_late=answering.is_stopping)
        return outcome

    def _because(self, task_ids: list[str]) -> str | None:
        if not task_ids:
            return None
        try:
            evidence = ask(self._client, "GET", f"/v1/tasks/{task_ids[0]}")["evidence"]
            return str(evidence["because"]) or None
        except (PaintoverError, KeyError, TypeError):
            return None  # the picture is here; why it is this one can be missing

    def _drop(self) -> None:
        self._kept.talk.asked = None
        self._kept.save()

    # ---- showing ------------------------------------------------------------------------------------------------

    def _show(self, outcome: Outcome, *, was_too_late: bool) -> None:
        t, console = self._words, self.console
        if was_too_late:
            console.print(f"  {t('too_late')}", style="dim")
        for picture in outcome.pictures:
            head = Text.assemble(
                "  ", (t("picture", n=picture.number), f"bold {self._accent}"), "  ", (picture.gen_id, "dim")
            )
            if outcome.seconds is not None and console.is_terminal:
                head.append(f"  {t('seconds', s=f'{outcome.seconds:.1f}')}", "dim")
            console.print(head, soft_wrap=True)
            self._draw(picture.gen_id)
            console.print(Text(f"  {picture.url}", "dim"), soft_wrap=True)
        is_first = len(self.pictures()) == len(outcome.pictures)  # from which there is nothing to explain
        if outcome.because and outcome.pictures and console.is_terminal and not is_first:
            self._print_indented(Text(outcome.because, "dim italic"))
        if outcome.words:
            self._print_indented(Text(outcome.words))
        if outcome.error:
            self.trouble(t("failed", reason=outcome.error))

    def trouble(self, message: str) -> None:
        """Say what is wrong."""
        self._print_indented(Text(message, "red"))

    def _print_indented(self, text: Text) -> None:
        """Words as a block of its own on a terminal; elsewhere as they are, however long."""
        if self.console.is_terminal:
            self.console.print(Padding(text, (0, 0, 0, 2)))
        else:
            self.console.print(text, soft_wrap=True)

    def _draw(self, gen_id: str) -> None:
        if self._canvas.protocol == "off":
            return
        try:
            show(self.console, self._file(gen_id), self._canvas)
        except PaintoverError as exc:
            self.trouble(exc.message)

    def _file(self, gen_id: str, **asked: str) -> bytes:
        try:
            response = self._client.get(f"/v1/generations/{gen_id}/file", params=asked)
        except httpx.HTTPError as exc:
            raise unreachable(self._client) from exc
        check(response)
        return response.content

    def _number(self, gen_id: str) -> str:
        return next((str(one.number) for one in self.pictures() if one.gen_id == gen_id), gen_id)

    # ---- commands -----------------------------------------------------------------------------------------------

    def do(self, name: str, rest: str) -> list[Outcome]:
        """Do a command that is not about leaving; what came of the words that it has asked for, if any.

        Raises:
            PaintoverError: it cannot be done; the message says what to do instead.
            Left: as `say`.
        """
        if name == "again":
            return self._again()
        commands: dict[str, Callable[[str], None]] = {
            "tree": self._tree,
            "look": self._look,
            "from": self._from,
            "undo": self._undo,
            "ratio": self._ratio,
            "save": self._save,
            "open": self._open,
            "new": self._new,
            "talks": self._list_talks,
            "help": self._help,
        }
        if name not in commands:
            other = resembling(name)
            key = "unknown_command" if other is None else "did_you_mean"
            raise BadRequest(self._words(key, name=name, other=other))
        commands[name](rest)
        return []

    def _again(self) -> list[Outcome]:
        talk = self._kept.talk
        if talk.asked is not None:
            return [self.go_on()]
        if not talk.exchanges:
            raise BadRequest(self._words("nothing_again"))
        asked = talk.ask_again(model=self._model, previews=self._previews)
        self._kept.save()
        return [self._answer(asked)]

    def _picture(self, what: str) -> Shown:
        """The picture that is named; without a name the one that the next words would change."""
        if not what and self.source not in (None, "new"):
            what = str(self.source)
        if not what:
            pictures = self.pictures()
            if not pictures:
                raise NotFound(self._words("none_yet"))
            return pictures[-1]
        found = self._kept.talk.find(what)
        if found is not None:
            return found
        if is_gen_id(what):
            facts = ask(self._client, "GET", f"/v1/generations/{what}")
            return Shown(number=0, gen_id=what, url=str(facts["url"]), said=str(facts["prompt"]))
        raise NotFound(self._words("no_such_picture", what=what))

    def _tree(self, rest: str) -> None:
        pictures = self.pictures()
        if not pictures:
            raise NotFound(self._words("none_yet"))
        known = {one.gen_id for one in pictures}
        guests = dict.fromkeys(name for one in pictures for name in one.sources if name not in known)
        nodes = [
            Node(name, "", self._words("elsewhere", gen_id=name), ()) for name in guests if is_gen_id(name)
        ]
        nodes += [Node(one.gen_id, str(one.number), one.said, one.sources) for one in pictures]
        here = pictures[-1].gen_id if self.source in (None, "new") else self.source
        for branch, node, others in tree_lines(nodes):
            is_here = node.gen_id == here
            line = Text.assemble(
                "  ",
                (branch, "dim"),
                ("●" if is_here else "○", f"bold {self._accent}" if is_here else "dim"),
                " ",
            )
            if node.label:
                line.append(node.label, f"bold {self._accent}" if is_here else "bold")
                line.append("  ")
            line.append(_short(node.words, 60), "" if node.label else "dim")
            if others:
                named = ", ".join(self._number(name) for name in others)
                line.append(f"  {self._words('also_from', pictures=named)}", "cyan")
            if is_here:
                line.append(f"  ← {self._words('current')}", self._accent)
            self.console.print(line, no_wrap=True, overflow="ellipsis", crop=self.console.is_terminal)

    def _look(self, rest: str) -> None:
        shown = self._picture(rest)
        facts = ask(self._client, "GET", f"/v1/generations/{shown.gen_id}")
        t, console = self._words, self.console
        name = t("picture", n=shown.number) if shown.number else ""
        console.print(
            Text.assemble("  ", (name, f"bold {self._accent}"), "  " if name else "", (shown.gen_id, "dim"))
        )
        self._draw(shown.gen_id)
        rows = {
            t("prompt_words"): facts["prompt"],
            t("made_of"): ", ".join(map(self._number, facts["sources"])),
            t("why"): self._because([facts["task_id"]]) if facts["task_id"] else "",
            t("size"): f"{facts['width']} × {facts['height']}  ({facts['ratio']})",
            t("engine"): facts["engine"],
            t("seed"): facts["seed"],
            t("made"): time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(facts["created_at"])),
            t("link"): facts["url"],
        }
        self._print_rows([(name, str(fact)) for name, fact in rows.items() if fact not in (None, "")])

    def _print_rows(self, rows: list[tuple[str, str]]) -> None:
        if not self.console.is_terminal:
            for name, fact in rows:
                # Past the console, which would turn the tabulator into spaces.
                self.console.file.write(f"{name}\t{' '.join(fact.split())}\n")
            return
        table = Table.grid(padding=(0, 2))
        for name, fact in rows:
            table.add_row(Text(f"  {name}", "dim"), Text(fact, overflow="fold"))
        self.console.print(table)

    def _from(self, rest: str) -> None:
        if rest.lower() in ("new", "新", "新图"):
            self.source = "new"
            self._note("from_new")
        elif not rest:
            self.source = None
            self._note("from_latest")
        else:
            shown = self._picture(rest)
            self.source = shown.gen_id
            self._note("from_set", n=shown.number or shown.gen_id)

    def _undo(self, rest: str) -> None:
        talk = self._kept.talk
        if talk.asked is not None:
            said, talk.asked = talk.asked.said, None
            gone: list[Shown] = []
        elif talk.exchanges:
            before = self.pictures()
            said = talk.exchanges.pop().said
            gone = before[len(self.pictures()) :]
        else:
            raise BadRequest(self._words("nothing_undo"))
        if self.source in {one.gen_id for one in gone}:
            self.source = None
        self._kept.save()
        if gone:
            self._note("undone", said=_short(said), gen_id=", ".join(one.gen_id for one in gone))
        else:
            self._note("undone_words", said=_short(said))

    def _ratio(self, rest: str) -> None:
        talk = self._kept.talk
        talk.ratio = str(parse_ratio(rest)) if rest else ""
        self._kept.save()
        self._note("ratio_set" if rest else "ratio_off", ratio=talk.ratio)

    def _save(self, rest: str) -> None:
        first, _, behind = rest.partition(" ")
        is_picture = bool(first) and (self._kept.talk.find(first) is not None or is_gen_id(first))
        # A file may have a number for its name, a picture that is there comes first.
        shown = self._picture(first if is_picture else "")
        name = (behind if is_picture else rest).strip().strip("\"'")
        file = Path(name).expanduser() if name else Path(f"{shown.gen_id}.png")
        if file.is_dir():
            file /= f"{shown.gen_id}.png"
        if not file.suffix:
            file = file.with_suffix(".png")
        if file.suffix.lower() not in FORMATS:
            raise BadRequest(self._words("format", suffix=file.suffix))
        content = self._file(shown.gen_id, format=FORMATS[file.suffix.lower()])
        try:
            with file.open("xb") as written:
                written.write(content)
        except FileExistsError as exc:
            raise BadRequest(self._words("exists", file=file)) from exc
        except OSError as exc:
            raise StoreFailed(
                self._words("cannot_write", file=file, reason=exc.strerror or str(exc))
            ) from exc
        self._note("saved", file=file)

    def _open(self, rest: str) -> None:
        shown = self._picture(rest)
        url = str(ask(self._client, "GET", f"/v1/generations/{shown.gen_id}")["url"])
        # A link comes from the server; nothing but a page is opened.
        is_page = url.startswith(("http://", "https://"))
        if not (is_page and webbrowser.open(url)):
            raise NotFound(self._words("not_opened", url=url))
        self._note("opened", url=url)

    def _new(self, rest: str) -> None:
        self._switch(self._talks.new())
        self._note("new_talk")

    def _list_talks(self, rest: str) -> None:
        talks = self._talks.all()[:MOST_TALKS]
        if rest:
            chosen = int(rest) if rest.isdecimal() and len(rest) < 4 else 0
            if not 1 <= chosen <= len(talks):
                raise NotFound(self._words("no_such_talk", what=rest))
            talk = talks[chosen - 1]
            if talk.id != self._kept.talk.id:
                try:
                    self._switch(self._talks.open(talk.id))
                except FolderInUse as exc:
                    raise FolderInUse(self._words("talk_open")) from exc
            self.tell_where()
            return
        if not talks:
            raise NotFound(self._words("no_talks"))
        for number, talk in enumerate(talks, 1):
            is_here = talk.id == self._kept.talk.id
            self.console.print(
                Text.assemble(
                    "  ",
                    (f"{number:>2}", f"bold {self._accent}" if is_here else "bold"),
                    "  ",
                    talk.title,
                    ("  " + self._words("pictures", n=len(talk.pictures())), "dim"),
                    ("  " + _moment(talk.changed_at), "dim"),
                    (f"  ← {self._words('current')}" if is_here else "", self._accent),
                )
            )

    def tell_where(self) -> None:
        """Which conversation is going on."""
        talk = self._kept.talk
        self._note(
            "resumed",
            title=talk.title,
            pictures=self._words("pictures", n=len(talk.pictures())),
            when=_moment(talk.changed_at),
        )

    def _switch(self, kept: Kept) -> None:
        self._kept.close()
        self._kept, self.source = kept, None

    def _help(self, rest: str) -> None:
        t = self._words
        rows = [(t("help_words"), t("help_words_does"))]
        rows += [(f"/{name} {arguments}".strip(), t(key)) for name, arguments, key in COMMANDS]
        self._print_rows(rows)
        self._print_indented(Text(t("help_keys"), "dim"))

    def _note(self, key: str, **values: Any) -> None:
        self._print_indented(Text(self._words(key, **values), "dim"))


def _moment(seconds: float) -> str:
    is_today = time.strftime("%Y%m%d", time.localtime(seconds)) == time.strftime("%Y%m%d")
    return time.strftime("%H:%M" if is_today else "%Y-%m-%d %H:%M", time.localtime(seconds))


def _short(said: str, most: int = 40) -> str:
    words = " ".join(said.split())
    return words if len(words) <= most else f"{words[: most - 1]}…"


def _beside(text: str, *, is_plain: bool) -> str:
    """What an answer says in sentences: all of one in plain words, else what stands beside the pictures."""
    if is_plain:
        return text.strip()
    is_call, kept = False, []
    for line in text.splitlines():
        if line.startswith("```"):
            is_call = not is_call
        elif not is_call and line.strip() and not line.startswith((">", "![", "[")):
            kept.append(line.strip())
    return "\n".join(kept)

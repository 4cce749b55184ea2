"""The line that is typed in `paintover chat`: editing, history, several lines, completion."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.history import FileHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.styles import Style

from paintover.cli.commands import completions

LONGEST_MEANING = 60
"""The most letters behind a completion."""
_STYLE = Style.from_dict(
    {
        "mark": "#c0862b bold",
        "where": "#808080",
        "bottom-toolbar": "noreverse #808080",
        "completion-menu.completion": "bg:#2b2b31 #dcdcd7",
        "completion-menu.completion.current": "noreverse bg:#c0862b #16161a",
        "completion-menu.meta.completion": "bg:#2b2b31 #8c8c8c",
        "completion-menu.meta.completion.current": "noreverse bg:#2b2b31 #dcdcd7",
        "scrollbar.background": "bg:#2b2b31",
        "scrollbar.button": "bg:#808080",
    }
)


class Editor:
    """Reads what is said, a line or several at a time."""

    def __init__(
        self,
        history: Path,
        *,
        pictures: Callable[[], Sequence[tuple[str, str, str]]],
        talks: Callable[[], Sequence[str]],
        toolbar: Callable[[], str],
        commands: Mapping[str, str],
    ) -> None:
        """`history` is the file of what was said before, `commands` what each of them does; the others say what there is to
        complete and to show below."""
        history.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with history.open("ab"):
            pass
        os.chmod(history, 0o600)
        self._session: PromptSession[str] = PromptSession(
            history=FileHistory(str(history)),
            completer=_Completer(pictures, talks, commands),
            complete_while_typing=True,
            multiline=True,
            key_bindings=_keys(),
            prompt_continuation=lambda width, number, is_soft: FormattedText(
                [("class:where", "… ".rjust(width))]
            ),
            bottom_toolbar=lambda: FormattedText([("class:where", toolbar())]),
            style=_STYLE,
            reserve_space_for_menu=5,
            enable_history_search=False,
        )

    def read(self, mark: str, *, typed: str = "") -> str:
        """What is said next; `typed` is there already, to be gone on with.

        Raises:
            EOFError: Ctrl-D on an empty line.
            KeyboardInterrupt: Ctrl-C; the exception's argument is what stood there.
        """
        try:
            return self._session.prompt(FormattedText([("class:mark", mark)]), default=typed)
        except KeyboardInterrupt:
            raise KeyboardInterrupt(self._session.default_buffer.text) from None


class _Completer(Completer):
    def __init__(
        self,
        pictures: Callable[[], Sequence[tuple[str, str, str]]],
        talks: Callable[[], Sequence[str]],
        commands: Mapping[str, str],
    ) -> None:
        self._commands = commands
        self._pictures = pictures
        self._talks = talks

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
        line = document.text_before_cursor
        if "\n" in line:
            return
        talks = self._talks() if line.startswith("/talks ") else ()
        for text, taken, meaning in completions(line, self._pictures(), talks):
            meaning = self._commands.get(text.removeprefix("/"), meaning)
            yield Completion(text, start_position=-taken, display_meta=_short(meaning))


def _short(meaning: str) -> str:
    words = " ".join(meaning.split())
    return words if len(words) <= LONGEST_MEANING else f"{words[: LONGEST_MEANING - 1]}…"


def _keys() -> KeyBindings:
    keys = KeyBindings()

    @keys.add("enter")
    def _say(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        if buffer.document.is_cursor_at_the_end and buffer.text.endswith("\\"):
            buffer.delete_before_cursor()
            buffer.insert_text("\n")
        else:
            buffer.validate_and_handle()

    @keys.add("escape", "enter")
    def _another_line(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text("\n")

    return keys

"""The bar that every command draws with: what is going on, how far it is, and for how long."""

from __future__ import annotations

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, Task, TextColumn, TimeElapsedColumn
from rich.text import Text

_OCHRE = "#b0721b"


def accent(console: Console) -> str:
    """The house's ochre, as it can be read on a light background and on a dark one; no colour where there are but sixteen,
    since none of their yellows can."""
    return _OCHRE if console.color_system in ("256", "truecolor") else "default"


class _Elapsed(TimeElapsedColumn):
    """How long it has taken, in no colour of its own."""

    def render(self, task: Task) -> Text:
        text = super().render(task)
        text.style = "dim"
        return text


def progress_bar(console: Console) -> Progress:
    """A bar that is gone when it is done, and is not there at all where nobody looks. Its tasks have a field
    `percent`, the words behind the bar."""
    colour = accent(console)
    return Progress(
        TextColumn(" "),
        SpinnerColumn(style=colour),
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=28, complete_style=colour, finished_style=colour, pulse_style=colour),
        TextColumn("{task.fields[percent]}"),
        _Elapsed(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )

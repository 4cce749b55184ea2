"""The bar that every command draws with: what is going on, how far it is, and for how long."""

from __future__ import annotations

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn


def progress_bar(console: Console) -> Progress:
    """A bar that is gone when it is done, and is not there at all where nobody looks. Its tasks have a field
    `percent`, the words behind the bar."""
    return Progress(
        TextColumn(" "),
        SpinnerColumn(style="yellow"),
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=28, complete_style="yellow", pulse_style="yellow dim"),
        TextColumn("{task.fields[percent]}"),
        TimeElapsedColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )

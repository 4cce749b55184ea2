"""`make bench`: every measurement as one table. `make bench ARGS=streams` runs those whose name contains the word."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

from rich.console import Console
from rich.table import Table

from bench import at_rest, illustrator, planner, streams, tasks, transcript, upstream
from bench.row import Row

MEASUREMENTS: dict[str, Callable[[], Iterator[Row]]] = {
    "transcript": transcript.measure,
    "planner": planner.measure,
    "illustrator": illustrator.measure,
    "tasks": tasks.measure,
    "at rest": at_rest.measure,
    "streams": streams.measure,
    "upstream": upstream.measure,
}


def main() -> None:
    """Measure and print; the exit status says whether every target was met."""
    wanted = " ".join(sys.argv[1:])
    console = Console(width=132)
    table = Table("what", "figure", "target", "", title="Paintover, measured on this machine")
    missed = 0
    for name, measure in MEASUREMENTS.items():
        if wanted in name:
            console.print(f"measuring: {name}", style="dim")
            for row in measure():
                missed += row.is_met is False
                table.add_row(
                    row.what, row.figure, row.target, {True: "met", False: "MISSED", None: ""}[row.is_met]
                )
            table.add_section()
    console.print(table)
    raise SystemExit(1 if missed else 0)


if __name__ == "__main__":
    main()

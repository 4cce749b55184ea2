"""The command `paintover`: one module for each command, each with its own `--help`."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from cyclopts import App

from paintover import __version__
from paintover.domain.errors import PaintoverError

app = App(
    name="paintover",
    help="The image server that you talk to.",
    version=__version__,
    help_format="markdown",
)
# By name, so that a command imports only what it needs itself.
app.command("paintover.cli.serve:serve")
app.command("paintover.cli.draw:draw")
app.command("paintover.cli.chat:chat")
app.command("paintover.cli.plan:plan")
app.command("paintover.cli.plan:evaluate", name="eval")
app.command("paintover.cli.tasks:tasks")
app.command("paintover.cli.worker:worker")
app.command("paintover.cli.keys:keys")
app.command("paintover.cli.mcp:mcp")
app.command("paintover.cli.usage:usage")


def main(words: Sequence[str] | None = None) -> None:
    """Run the command line, which is the process's own unless `words` are given; an error of ours is one sentence on
    standard error and exit status 1."""
    try:
        app(words)
    except PaintoverError as exc:
        print(f"paintover: {exc.message}", file=sys.stderr)
        raise SystemExit(1) from None
    except KeyboardInterrupt:
        raise SystemExit(130) from None


__all__ = ["app", "main"]

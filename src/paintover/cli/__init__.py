"""The command `paintover`: one module for each command, each with its own `--help`."""

from __future__ import annotations

import sys

from cyclopts import App

from paintover import __version__
from paintover.cli.chat import chat
from paintover.cli.draw import draw
from paintover.cli.keys import keys
from paintover.cli.plan import evaluate, plan
from paintover.cli.serve import serve
from paintover.domain.errors import PaintoverError

app = App(
    name="paintover",
    help="The image server that you talk to.",
    version=__version__,
    help_format="markdown",
)
app.command(serve)
app.command(draw)
app.command(chat)
app.command(plan)
app.command(evaluate, name="eval")
app.command(keys)


def main() -> None:
    """Run the command line; an error of ours is one sentence on standard error and exit status 1."""
    try:
        app()
    except PaintoverError as exc:
        print(f"paintover: {exc.message}", file=sys.stderr)
        raise SystemExit(1) from None
    except KeyboardInterrupt:
        raise SystemExit(130) from None


__all__ = ["app", "main"]

"""The command `paintover`: one module for each command, each with its own `--help`."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from cyclopts import App

from paintover import __version__
from paintover.domain.errors import PaintoverError

COMMANDS = (
    ("serve", "paintover.cli.serve:serve", "Serve the page and the API."),
    ("chat", "paintover.cli.chat:chat", "Talk: say what to draw, then what to change."),
    (
        "draw",
        "paintover.cli.draw:draw",
        "Draw one picture, write it to a file, and show it where this is a terminal that can.",
    ),
    ("plan", "paintover.cli.plan:plan", "Print the call that the planner makes for a chat request."),
    (
        "eval",
        "paintover.cli.plan:evaluate",
        "Run the planner over evaluation cases and write its predictions, for the scorer to judge.",
    ),
    ("tasks", "paintover.cli.tasks:tasks", "List, show, watch and cancel the tasks of a running server."),
    (
        "worker",
        "paintover.cli.worker:worker",
        "Draw what waits in a data folder whose server is gone, then end.",
    ),
    ("keys", "paintover.cli.keys:keys", "Make, list and revoke keys."),
    ("usage", "paintover.cli.usage:usage", "Sum up what was drawn, for everybody."),
    (
        "mcp",
        "paintover.cli.mcp:mcp",
        "Offer the tools to a program that starts them as a process, such as Claude Desktop.",
    ),
)
"""What each command is called, where it is, and the first sentence of its own help."""


def build_app(*, is_listing: bool = False) -> App:
    """The command line. Its commands are named by where they are, so that one imports only what it needs itself; who
    lists them wants their first sentences, which `is_listing` gives without an import."""
    built = App(
        name="paintover",
        help="The image server that you talk to.",
        version=__version__,
        help_format="markdown",
    )
    for name, place, meaning in COMMANDS:
        built.command(place, name=name, help=meaning if is_listing else None)
    built.register_install_completion_command(
        help="Let the shell (bash, zsh, fish) complete commands and options with Tab; writes to its start file."
    )
    return built


app = build_app()

_LEFT_BY_READER = 141
"""What a shell makes of the signal SIGPIPE, 128 + 13: other programs' status where their reader left."""


def main(words: Sequence[str] | None = None) -> None:
    """Run the command line, which is the process's own unless `words` are given; an error of ours is one sentence on
    standard error and exit status 1. A reader that leaves early, as `| head` does, ends it in silence."""
    words = sys.argv[1:] if words is None else words
    is_listing = not words or words[0] in ("--help", "-h")
    try:
        (build_app(is_listing=True) if is_listing else app)(words)
        sys.stdout.flush()
    except BrokenPipeError:
        # What is still buffered would fail once more when the interpreter ends: it goes nowhere instead.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(_LEFT_BY_READER) from None
    except PaintoverError as exc:
        print(f"paintover: {exc.message}", file=sys.stderr)
        raise SystemExit(1) from None
    except KeyboardInterrupt:
        raise SystemExit(130) from None


__all__ = ["COMMANDS", "app", "build_app", "main"]

"""What can be said in `paintover chat` beside words: the commands, their arguments, and their completion."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Final, NamedTuple


class Command(NamedTuple):
    """A command: how it is called, what may follow, and where its words are."""

    name: str
    arguments: str
    help_key: str


COMMANDS: Final = (
    Command("tree", "", "help_tree"),
    Command("look", "[N]", "help_look"),
    Command("from", "[N | new]", "help_from"),
    Command("again", "", "help_again"),
    Command("undo", "", "help_undo"),
    Command("ratio", "[W:H]", "help_ratio"),
    Command("save", "[N] [FILE]", "help_save"),
    Command("open", "[N]", "help_open"),
    Command("new", "", "help_new"),
    Command("talks", "[N]", "help_talks"),
    Command("help", "", "help_help"),
    Command("quit", "", "help_quit"),
)
NAMES: Final = tuple(command.name for command in COMMANDS)
OTHER_NAMES: Final = {
    "exit": "quit",
    "q": "quit",
    "?": "help",
    "h": "help",
    "t": "tree",
    "show": "look",
    "redo": "again",
}
"""What people say who are used to other programs."""
TAKES_PICTURE: Final = frozenset({"look", "from", "save", "open"})
RATIOS: Final = ("1:1", "3:2", "2:3", "4:3", "3:4", "16:9", "9:16", "21:9")


class Said(NamedTuple):
    """A line that was said: a command with its argument, or words with no command."""

    command: str | None
    rest: str


def read_line(line: str) -> Said:
    """What a line is. Two slashes begin words that begin with one; a command's name is the whole first word."""
    line = line.strip()
    if line.startswith("//"):
        return Said(None, line[1:])
    if not line.startswith("/") or len(line) == 1:
        return Said(None, line)
    name, _, rest = line[1:].partition(" ")
    name = name.lower()
    return Said(OTHER_NAMES.get(name, name), rest.strip())


def resembling(name: str) -> str | None:
    """The command that somebody may have meant who said `name`."""
    starts = [each for each in NAMES if name and each.startswith(name)]
    if len(starts) == 1:
        return starts[0]
    return next(iter(get_close_matches(name, NAMES, n=1, cutoff=0.6)), None)


def completions(
    line: str, pictures: Sequence[tuple[str, str, str]], talks: Sequence[str]
) -> list[tuple[str, int, str]]:
    """What can follow a line: the text, how many characters of the line it takes the place of, and what it means.

    `pictures` are number, gen_id and words of each; `talks` the titles that `/talks` lists.
    """
    last = line.rsplit(" ", 1)[-1]
    if line.startswith("/") and " " not in line:
        return [(f"/{name}", len(line), "") for name in NAMES if name.startswith(line[1:].lower())]
    command = read_line(line).command if line.startswith("/") else None
    found: list[tuple[str, int, str]] = []
    if command == "ratio":
        return [(ratio, len(last), "") for ratio in RATIOS if ratio.startswith(last)]
    if command == "talks":
        return [
            (str(number), len(last), title)
            for number, title in enumerate(talks, 1)
            if str(number).startswith(last)
        ]
    if command in TAKES_PICTURE:
        found = [(number, len(last), words) for number, _, words in pictures if number.startswith(last)]
        if command == "from" and "new".startswith(last):
            found.append(("new", len(last), ""))
    if len(last) >= 2 and "gen_".startswith(last[:4]):
        found += [(gen_id, len(last), words) for _, gen_id, words in pictures if gen_id.startswith(last)]
    return found

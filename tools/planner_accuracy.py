"""Writes docs/planner-accuracy.md: how often the offline planner is right, round by round, against two baselines.

Reads the kept rounds and what each one's first contact got wrong (`tests/planner/rounds/`). `--check` only says whether
the page is up to date.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from paintover.domain.conversation import Conversation
from paintover.planner.evaluation import predict
from paintover.planner.judging import Verdict, judge
from paintover.transcript.messages import read_conversation

ROOT = Path(__file__).parents[1]
ROUNDS = ROOT / "tests" / "planner" / "rounds"
PAGE = ROOT / "docs" / "planner-accuracy.md"
Case = dict[str, Any]
Judged = list[tuple[Case, Verdict]]
_PREDICTED: dict[str, dict[str, Any]] = {}
"""Of each case that was asked for, by its id."""
INTRODUCTION = """\
# How well the planner understands

Made from `tests/planner/rounds/` by `python tools/planner_accuracy.py`.

Each round holds 110 to 306 conversations in ten or eleven languages and 22 skills, written by people who had not seen the planner.
**First contact** is what the planner got right before anyone had looked at the round; only afterwards were classes of
failure put right, and the round was kept as a regression test. The last round's first contact is the figure to go by: the
later scores of the same rounds tell only that nothing was lost. Rounds l and m were
written by the one who then put right what they showed, both before the planner's code was opened: while l's failures were
put right, m's conversations were known to their writer, so m's figure is a little less independent than the earlier ones.
Round n's writer knew the labelling rules alone. The skills were named afterwards, and four are missing (adversarial,
ambiguous_latest, long_conv, negation), so it is easier than the others: the figure for a whole mix lies between m's and n's.
Rounds o and p are no whole mix but what was known to be weak: whole scenes and short wishes after a picture, references, small
talk. One person wrote both before the planner's code was opened; o's failures were put right, p's were only counted.

*Call*: action, source pictures, ratio and number are all right. *Full*: the prompt's words are right as well.
"Always the latest" edits the newest picture with the user's own words; "word overlap" edits the picture whose words share
most with the message, the newest on a tie; both draw anew when there is no picture."""


def page() -> str:
    """The text of docs/planner-accuracy.md."""
    noted = tomllib.loads((ROUNDS / "first_contact.toml").read_text(encoding="utf-8"))
    rounds = {name: list(_cases(ROUNDS / f"{name}.jsonl")) for name in noted}
    first = {name: _as_noted(cases, noted[name]) for name, cases in rounds.items()}
    parts = [INTRODUCTION, "## Rounds", _rounds(rounds, first)]
    last = list(rounds)[-1]
    for title, field in (("skill", "skill"), ("language", "lang")):
        parts += [f"## By {title}", _by(field, rounds, first, last)]
    parts += ["## First contact with every round, by skill", _each_round("skill", first)]
    disputed = [
        (name, case, why) for name, told in noted.items() for case, why in told.get("disputed", {}).items()
    ]
    if disputed:
        parts += ["## Disputed labels", *[f"* `{case}`: {why}" for _, case, why in disputed]]
    return "\n\n".join(parts) + "\n"


def _cases(path: Path) -> Iterator[Case]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


def _as_noted(cases: Iterable[Case], told: dict[str, Any]) -> Judged:
    calls, words = set(told["wrong_calls"]), set(told["wrong_words"])
    return [(case, Verdict(case["id"] not in calls, case["id"] not in words)) for case in cases]


def now(case: Case) -> dict[str, Any]:
    """What the planner of today makes of a case, worked out once."""
    if case["id"] not in _PREDICTED:
        _PREDICTED[case["id"]] = predict(case)
    return _PREDICTED[case["id"]]


def _judged(cases: Iterable[Case], planner: Callable[[Case], dict[str, Any]]) -> Judged:
    return [(case, judge(case, planner(case))) for case in cases]


def _rounds(rounds: dict[str, list[Case]], first: dict[str, Judged]) -> str:
    rows = []
    for name, cases in rounds.items():
        columns = [first[name], *(_judged(cases, one) for one in (now, always_the_latest, word_overlap))]
        rows.append([name.replace("_", " "), str(len(cases)), *(_both(one) for one in columns)])
    return _table(["round", "cases", "first contact", "now", "always the latest", "word overlap"], rows)


def _by(field: str, rounds: dict[str, list[Case]], first: dict[str, Judged], last: str) -> str:
    everything = [case for cases in rounds.values() for case in cases]
    columns = [
        _split(field, one)
        for one in (
            first[last],
            [pair for one in first.values() for pair in one],
            _judged(everything, now),
            _judged(everything, always_the_latest),
            _judged(everything, word_overlap),
        )
    ]
    names = sorted({case[field] for case in everything})
    rows = [
        [name, str(len(columns[1][name])), *(_both(column[name]) for column in columns)] for name in names
    ]
    heads = [
        field,
        "cases",
        "first contact, last round",
        "first contact, all",
        "now",
        "always the latest",
        "word overlap",
    ]
    return _table(heads, rows)


def _each_round(field: str, first: dict[str, Judged]) -> str:
    columns = {name: _split(field, judged) for name, judged in first.items()}
    names = sorted({name for column in columns.values() for name in column})
    rows = [[name, *(_both(column[name]) for column in columns.values())] for name in names]
    return _table([field, *(name.replace("_", " ") for name in columns)], rows)


def _split(field: str, judged: Judged) -> dict[str, Judged]:
    groups: dict[str, Judged] = defaultdict(list)
    for case, verdict in judged:
        groups[case[field]].append((case, verdict))
    return groups


def _both(judged: Judged) -> str:
    """Call and full in percent."""
    if not judged:
        return "–"
    call = sum(verdict.call for _, verdict in judged) / len(judged)
    full = sum(verdict.full for _, verdict in judged) / len(judged)
    return f"{100 * call:.1f} / {100 * full:.1f}"


def _table(heads: list[str], rows: list[list[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def always_the_latest(case: Case) -> dict[str, Any]:
    """The baseline that edits the newest picture, whatever is said."""
    conversation = read_conversation(case["messages"])
    pictures = conversation.pictures()
    return _as_call(case, conversation, len(pictures) - 1)


def word_overlap(case: Case) -> dict[str, Any]:
    """The baseline that edits the picture whose own words share most with the message."""
    conversation = read_conversation(case["messages"])
    asked = _words(conversation.request.text)
    shared = [
        (len(asked & _words(f"{one.call.prompt if one.call else ''} {one.said}")), place)
        for place, one in enumerate(conversation.pictures())
    ]
    return _as_call(case, conversation, max(shared, default=(0, -1))[1])


def _as_call(case: Case, conversation: Conversation, place: int) -> dict[str, Any]:
    pictures, request = conversation.pictures(), conversation.request
    sources = [upload.ref for upload in request.uploads] or ([pictures[place].name] if pictures else [])
    chosen = pictures[place].call if pictures else None
    ratio = (chosen.ratio if chosen and not request.uploads else None) or "1:1"
    return {
        "id": case["id"], "action": "edit" if sources else "generate", "sources": sources, "ratio": ratio, "n": 1,
        "prompt": request.text,
    }  # fmt: skip


def _words(text: str) -> frozenset[str]:
    """Words of an alphabet, characters of a script without spaces."""
    return frozenset(re.findall(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+", text.casefold()))


def main() -> None:
    """Write the page; `--check` only says whether it is up to date."""
    text = page()
    if "--check" in sys.argv:
        raise SystemExit(PAGE.read_text(encoding="utf-8") != text)
    PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

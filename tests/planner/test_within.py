"""What seems to point at pictures and means things in one."""

from __future__ import annotations

import asyncio

import pytest

from paintover.domain.call import Plan
from paintover.planner.offline import OfflinePlanner
from paintover.planner.protocol import Wishes
from paintover.transcript.messages import read_conversation
from tests.planner.conversations import asked, gen, history

DOGS = history(("a big dog and a small dog", None), ("make the dogs brown", 1))
APART = history(("a cat", None), ("a dog", None))


def planned(messages: list[dict[str, object]], text: str) -> Plan:
    return asyncio.run(OfflinePlanner().plan(read_conversation([*messages, asked(text)]), Wishes()))


@pytest.mark.parametrize(
    "text",
    [
        "give the small one a hat",
        "the big one should be black",
        "make the left one white",
        "the other one a bit bigger",
        "put sunglasses on both",
        "remove both",
        "remove one",
        "give each of them a balloon",
        "make one of them white",
        "make all of them smile",
    ],
)
def test_of_one_motif_things_are_meant(text: str) -> None:
    plan = planned(DOGS, text)
    assert (plan.call.sources, plan.call.prompt, plan.call.n, plan.more) == ((gen(2),), text, 1, ())


def test_one_more_after_an_addition_is_one_more_thing() -> None:
    plan = planned(history(("a rabbit", None), ("add a carrot", 1)), "one more")
    assert (plan.call.action, plan.call.sources, plan.call.prompt) == ("edit", (gen(2),), "one more")
    assert planned(history(("a rabbit", None)), "one more").call.action == "generate"


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("put both in one picture", (gen(1), gen(2))),
        ("make the first one bigger", (gen(1),)),
        ("go back to the first one", (gen(1),)),
    ],
)
def test_of_several_motifs_pictures_are_meant(text: str, sources: tuple[str, ...]) -> None:
    assert planned(APART, text).call.sources == sources


@pytest.mark.parametrize(
    ("turns", "text", "sources"),
    [
        ((("a bus", None), ("add three people", 1)), "give the first one an umbrella", (gen(2),)),
        ((("a bus", None), ("add three people", 1)), "let the last one jump", (gen(2),)),
        (
            (("a bus", None), ("add three people", 1), ("give the first one a cap", 2)),
            "let the last one wave",
            (gen(3),),
        ),
        ((("a horse", None), ("add a red hat", 1)), "give the first one a blue hat", (gen(1),)),
        ((("a bus", None), ("add three people", 1)), "make the first one bigger", (gen(1),)),
        ((("a bus", None), ("add three people", 1)), "go back to the first one", (gen(1),)),
    ],
)
def test_the_first_one_is_of_those_who_have_just_come(
    turns: tuple[tuple[str, int | None], ...], text: str, sources: tuple[str, ...]
) -> None:
    assert planned(history(*turns), text).call.sources == sources

"""The plumbing with a real model over a real connection. The model is far too small to choose well: what is shown is that
it is asked, that its words are read as a call, and that the call fits the conversation."""

from __future__ import annotations

import pytest
from tests.planner.conversations import asked, gen, history

from paintover.domain.call import Plan
from paintover.planner.llm.endpoint import Endpoint, as_schema
from paintover.planner.llm.planner import LlmPlanner
from paintover.planner.protocol import Wishes
from paintover.transcript.messages import read_conversation

CATS = history(("a cat in a hat on a sofa", None), ("a dog", None), ("a cat in a hat on a lawn", None))


async def planned(address: str, said: str, *, deadline_s: float) -> Plan:
    # So small a model passes the tool over, and tells stories at length before the schema's turn comes.
    endpoint = Endpoint(url=address, model="smollm2", form=as_schema)
    planner = LlmPlanner(endpoint, asks="always", deadline_s=deadline_s, most_pictures=4)
    try:
        return await planner.plan(read_conversation([*CATS, asked(said)]), Wishes())
    finally:
        await planner.aclose()


@pytest.mark.parametrize("said", ["the cat in a hat: make it night", "add a bird"])
async def test_it_gives_a_call_that_fits(address: str, said: str) -> None:
    plan = await planned(address, said, deadline_s=600)
    assert (plan.evidence.planner, plan.evidence.fallback) == ("llm", None)
    assert set(plan.call.sources) <= {gen(1), gen(2), gen(3)}
    assert plan.call.prompt
    assert 1 <= plan.call.n <= 4


async def test_it_is_not_waited_for(address: str) -> None:
    plan = await planned(address, "the cat in a hat: make it night", deadline_s=0.05)
    assert (plan.evidence.planner, plan.evidence.fallback) == ("offline", "late")
    assert plan.call.sources == (gen(3),)

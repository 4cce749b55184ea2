from __future__ import annotations

from dataclasses import replace

import pytest

from paintover.domain.call import CLOSE_MARGIN
from paintover.planner.wording import alternative
from tests.planner.conversations import Message, answered, asked, gen, history, planned

CATS = {
    "zh": (history(("画只戴帽子的猫在沙发上", None), ("画一条狗", None), ("画只戴帽子的猫在草地上", None)), "戴帽子的猫那张，背景改成夜晚"),
    "en": (history(("a cat in a hat on a sofa", None), ("a dog", None), ("a cat in a hat on a lawn", None)), "the cat in a hat: make it night"),
}  # fmt: skip


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_other_picture_is_offered_in_words_that_choose_it(language: str) -> None:
    messages, said = CATS[language]
    plan = planned(messages, said)
    assert plan.call.sources == (gen(3),)
    offer = alternative(plan.call, plan.evidence, plan.language)
    assert offer is not None
    reply = offer.split("“" if language == "zh" else '"')[1].rstrip('”"。.')
    after: list[Message] = [*messages, asked(said), answered(plan.call.prompt, 4, source=3)]
    chosen = planned(after, reply)
    assert (chosen.call.sources, chosen.call.prompt) == ((gen(1),), plan.call.prompt)


def test_nothing_is_offered_where_the_call_is_clear_or_no_words_would_do() -> None:
    messages, said = CATS["en"]
    plan = planned(messages, said)
    other = plan.evidence.runner_up
    assert other is not None
    clear = replace(plan.evidence, margin=CLOSE_MARGIN)
    assert alternative(plan.call, clear, "en") is None
    assert alternative(plan.call, replace(plan.evidence, runner_up=None), "en") is None
    sent = replace(plan.evidence, runner_up=replace(other, ordinal=None))
    assert alternative(plan.call, sent, "en") is None
    assert alternative(replace(plan.call, sources=(gen(3), gen(2))), plan.evidence, "en") is None
    assert alternative(replace(plan.call, sources=(gen(1),)), plan.evidence, "en") is None
    assert alternative(replace(plan.call, action="generate"), plan.evidence, "en") is None

"""The seed's own conversation, turn by turn, as the server that wrote it understood it."""

from __future__ import annotations

import pytest

from paintover.domain.call import Action
from paintover.domain.ratio import SQUARE
from paintover.planner.offline import plan_offline
from paintover.transcript.messages import read_conversation
from tests.planner.conversations import answered, asked, gen

SAID = (
    "画个牛马",
    "牛的脸上遮个布",
    "最开始的图片改一下吧，让马的脸上遮个布",
    "我又改了，刚才牛遮布的那一条修改一下，让牛的头上顶着锅盖",
    "锅盖上再加根筷子",
)
SOURCE = (None, 1, 1, 2, 4)
PROMPT = ("画个牛马", "牛的脸上遮个布", "马的脸上遮个布", "牛的头上顶着锅盖", "锅盖上再加根筷子")
ACTION: tuple[Action, ...] = ("generate", "edit", "edit", "edit", "edit")
TURNS = len(SAID)


@pytest.mark.parametrize("turn", range(TURNS))
def test_each_turn_is_understood_as_it_was(turn: int) -> None:
    messages = []
    for earlier in range(turn):
        messages += [asked(SAID[earlier]), answered(PROMPT[earlier], earlier + 1, source=SOURCE[earlier])]
    call = plan_offline(read_conversation([*messages, asked(SAID[turn])])).call
    source = SOURCE[turn]
    assert (call.action, call.prompt, call.ratio, call.n) == (ACTION[turn], PROMPT[turn], SQUARE, 1)
    assert call.sources == (() if source is None else (gen(source),))


def test_evidence_names_the_picture_in_the_users_language() -> None:
    messages = []
    for earlier in range(3):
        messages += [asked(SAID[earlier]), answered(PROMPT[earlier], earlier + 1, source=SOURCE[earlier])]
    plan = plan_offline(read_conversation([*messages, asked(SAID[3])]))
    assert plan.language == "zh"
    assert plan.evidence.rule == "content"
    assert plan.evidence.chosen[0].because == "第 2 张：牛的脸上遮个布"
    assert plan.evidence.runner_up is not None
    assert plan.evidence.runner_up.source in (gen(1), gen(3))
    assert 0 < plan.evidence.margin <= 1
    assert any(SAID[3][span.start : span.end].endswith("那一条") for span in plan.evidence.spans)

from __future__ import annotations

from typing import Any

import pytest

from paintover.domain.errors import ModerationUnavailable
from paintover.moderation.endpoint import LONGEST_SIDE, MAX_ANSWER_BYTES, ModerationEndpoint
from paintover.moderation.protocol import Finding
from tests.judging import answers, never, picture_of, verdict
from tests.llm_endpoint import Reply, ScriptedEndpoint
from tests.pictures import gradient, png


def asking(scripted: ScriptedEndpoint, **options: Any) -> ModerationEndpoint:
    return ModerationEndpoint(url=scripted.url, model="m", key="secret", **{"timeout_s": 20.0, **options})


async def test_words_are_sent_in_openais_shape_and_the_categories_come_back() -> None:
    with ScriptedEndpoint(verdict(violence=0.7, **{"self-harm": 0.6}), verdict()) as scripted:
        judge = asking(scripted)
        assert await judge.words("打 a fight \ud800", level="auto") == Finding(
            "endpoint", ("violence", "self-harm")
        )
        assert await judge.words("an ox", level="auto") is None
        await judge.aclose()
    first, second = scripted.asked
    assert first.path == "/v1/moderations"
    assert first.headers["authorization"] == "Bearer secret"
    assert first.body == {"model": "m", "input": "打 a fight ?"}
    assert second.body["input"] == "an ox"


async def test_pictures_are_sent_small() -> None:
    with ScriptedEndpoint(verdict(sexual=0.95)) as scripted:
        judge = asking(scripted)
        assert await judge.picture(png(gradient(2000, 1000)), level="auto") == Finding(
            "endpoint", ("sexual",)
        )
        await judge.aclose()
    assert picture_of(scripted.asked[0]) == (LONGEST_SIDE, LONGEST_SIDE // 2, "data:image/jpeg;base64")


@pytest.mark.parametrize(("score", "is_found"), [(0.7, False), (0.95, True)])
async def test_a_low_level_counts_only_what_is_certain(score: float, is_found: bool) -> None:
    with ScriptedEndpoint(verdict(violence=score)) as scripted:
        judge = asking(scripted)
        assert (await judge.words("a fight", level="low") is not None) == is_found
        assert await judge.words("a fight", level="auto") is not None
        await judge.aclose()


async def test_a_verdict_without_scores_is_believed_at_every_level() -> None:
    body = b'{"results": [{"flagged": false}, {"flagged": true, "categories": {"x!": true, "hate": true, "y": "z"}}]}'
    with ScriptedEndpoint(answers(200, body)) as scripted:
        judge = asking(scripted)
        assert await judge.words("words", level="low") == Finding("endpoint", ("hate",))
        await judge.aclose()


async def test_an_endpoint_that_stumbles_once_is_asked_again() -> None:
    with ScriptedEndpoint(answers(500), verdict()) as scripted:
        judge = asking(scripted)
        assert await judge.words("an ox", level="auto") is None
        await judge.aclose()
    assert len(scripted.asked) == 2


BROKEN: list[Reply] = [
    answers(401),
    answers(302, Location="http://127.0.0.1:1/"),
    answers(200, b"no json"),
    answers(200, b'{"results": []}'),
    answers(200, b'{"results": [{"flagged": "maybe"}]}'),
    answers(200, b"[" * 100_000),
    answers(200, b" " * (MAX_ANSWER_BYTES + 1)),
    answers(503),
]


@pytest.mark.parametrize("reply", BROKEN)
async def test_without_a_verdict_the_setting_decides(reply: Reply) -> None:
    with ScriptedEndpoint(reply) as scripted:
        for judge, allows in (
            (asking(scripted), False),
            (asking(scripted, when_unreachable="allow"), True),
        ):
            if allows:
                assert await judge.words("an ox", level="auto") is None
            else:
                with pytest.raises(ModerationUnavailable):
                    await judge.words("an ox", level="auto")
            await judge.aclose()


async def test_an_endpoint_that_is_late_or_gone_gives_no_verdict() -> None:
    with ScriptedEndpoint(never) as scripted:
        judge = asking(scripted, timeout_s=0.05)
        with pytest.raises(ModerationUnavailable):
            await judge.words("an ox", level="auto")
        await judge.aclose()
    judge = asking(scripted)
    with pytest.raises(ModerationUnavailable):
        await judge.words("an ox", level="auto")
    await judge.aclose()


async def test_a_picture_that_cannot_be_read_gives_no_verdict() -> None:
    with ScriptedEndpoint(verdict()) as scripted:
        judge = asking(scripted)
        with pytest.raises(ModerationUnavailable):
            await judge.picture(b"no picture", level="auto")
        await judge.aclose()
    assert scripted.asked == []

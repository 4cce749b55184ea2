"""What each dialect sends, and every place in which servers put their pictures."""

from __future__ import annotations

import asyncio
import base64
import json
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import replace

import pytest

from paintover.domain.errors import BadRequest, NotDrawable
from paintover.engines.instant import flat_png
from paintover.engines.openai import OpenAIEngine, build
from paintover.engines.openai.options import PROFILES, read_openai_options
from paintover.engines.protocol import EngineEvent, Painted, Preview, Spoiled, StageDone
from paintover.intake.guarded import GuardedIntake
from paintover.testing import an_order, as_source, events_of
from paintover.testing.orders import a_mask, a_photograph
from tests.engines.openai.upstream import (
    B64,
    PNG,
    Answer,
    Upstream,
    chat,
    picture,
    refusal,
    reply,
    stall,
    stream,
)
from tests.pace import timed
from tests.pixels import pixels

SHOWN = pixels(PNG)


@pytest.fixture
async def upstream() -> AsyncIterator[Upstream]:
    async with Upstream() as started:
        yield started


def engine_for(upstream: Upstream, **options: object) -> OpenAIEngine:
    usual = {"url": upstream.url, "key": "sk-1", "model": "m", "timeout_s": 20, "allow": ["127.0.0.1/32"]}
    return build({**usual, **options}, GuardedIntake())


def images(events: list[EngineEvent]) -> list[Painted]:
    return [event for event in events if isinstance(event, Painted)]


async def test_the_images_api_is_asked_for_one_picture_in_base64(upstream: Upstream) -> None:
    upstream.answers = [picture()]
    engine = engine_for(upstream, seeds=True, parameters={"quality": "high"})
    (painted,) = images(await events_of(engine, an_order("a cat \ud800", ratio="3:2", seed=9)))
    assert (pixels(painted.picture.image) == SHOWN).all()
    (asked,) = upstream.requests
    assert (asked.method, asked.path) == ("POST", "/v1/images/generations")
    assert asked.headers["authorization"] == "Bearer sk-1"
    assert asked.json() == {
        "model": "m", "prompt": "a cat \ufffd", "n": 1, "size": "1256x840", "response_format": "b64_json", "seed": 9,
        "quality": "high",
    }  # fmt: skip
    await engine.aclose()


async def test_a_route_may_set_the_model_and_parameters(upstream: Upstream) -> None:
    upstream.answers = [picture()]
    engine = engine_for(upstream, parameters={"quality": "high"})
    await events_of(engine, an_order("a cat", parameters={"model": "better", "quality": "low"}))
    assert (upstream.requests[0].json()["model"], upstream.requests[0].json()["quality"]) == ("better", "low")
    await engine.aclose()


async def test_an_image_model_streams_its_previews_in_a_size_that_it_knows(upstream: Upstream) -> None:
    upstream.answers = [
        stream(
            {"type": "image_generation.partial_image", "partial_image_index": 0, "b64_json": B64},
            {"type": "image_generation.partial_image", "partial_image_index": 1, "b64_json": "broken"},
            {"type": "image_generation.completed", "b64_json": B64},
        )
    ]
    engine = engine_for(upstream, model="gpt-image-1.5")
    events = await events_of(engine, an_order("a cat", ratio="16:9", previews=2))
    assert [type(event) for event in events] == [Preview, Painted]
    asked = upstream.requests[0].json()
    assert (asked["size"], asked["stream"], asked["partial_images"]) == ("1536x1024", True, 2)
    assert "response_format" not in asked
    await engine.aclose()


@pytest.mark.parametrize("count", [1, 2])
async def test_an_edit_sends_its_sources_and_mask_as_files(upstream: Upstream, count: int) -> None:
    upstream.answers = [picture()]
    engine = engine_for(upstream, model="gpt-image-1.5")
    photograph = a_photograph()
    mask = a_mask(photograph.width, photograph.height)
    order = an_order("a hat", *[photograph] * count, ratio="4:3", mask=mask)
    assert len(images(await events_of(engine, order))) == 1
    (asked,) = upstream.requests
    assert asked.path == "/v1/images/edits"
    assert asked.headers["content-type"].startswith("multipart/form-data")
    assert asked.body.count(photograph.image) == count
    assert asked.body.count(mask) == 1
    assert asked.body.count(b'name="image"') == (count == 1)
    assert asked.body.count(b'name="image[]"') == (2 if count == 2 else 0)
    await engine.aclose()


async def test_the_same_edit_is_the_same_bytes_for_a_server_that_finds_again(upstream: Upstream) -> None:
    upstream.answers = [picture()]
    engine, order = engine_for(upstream, finds_again=True), an_order("a hat", a_photograph(), ratio="4:3")
    for _ in range(2):
        await events_of(engine, order)
    first, second = upstream.requests
    assert first.body == second.body
    assert first.headers["idempotency-key"] == second.headers["idempotency-key"] == f"{order.task_id}:0"
    await engine.aclose()


async def test_a_paintovers_own_picture_is_edited_by_its_name_and_sent_when_it_is_not_known(
    upstream: Upstream,
) -> None:
    name = "gen_01jqwtksnne8mtahpxcdyzna0m"
    named = reply({"created": 1, "data": [{"b64_json": B64, "gen_id": name}]})
    upstream.answers = [named, named, refusal(404, "not_found"), picture()]
    engine = engine_for(upstream, model="paintover")
    first = images(await events_of(engine, an_order("a cat")))[0].picture
    order = an_order("a hat", as_source(first, with_scene=True), ratio="4:3")
    assert len(images(await events_of(engine, order))) == 1
    assert len(images(await events_of(engine, order))) == 1
    _, by_name, unknown, as_file = upstream.requests
    assert by_name.body == unknown.body
    assert (by_name.path, by_name.json()["gen_id"]) == ("/v1/images/edits", [name])
    assert as_file.body.count(b'name="image"') == 1
    assert as_file.headers["idempotency-key"] != by_name.headers["idempotency-key"]
    await engine.aclose()


async def test_a_picture_of_another_size_but_the_same_shape_is_scaled(upstream: Upstream) -> None:
    upstream.answers = [picture()]
    engine = engine_for(upstream)
    (same,) = images(await events_of(engine, an_order("a cat", ratio="4:3", size=(400, 300))))
    (other,) = images(await events_of(engine, an_order("a cat", ratio="1:1", size=(400, 400))))
    assert pixels(same.picture.image).shape == (300, 400, 3)
    assert pixels(other.picture.image).shape == SHOWN.shape
    assert (other.picture.width, other.picture.height) == (64, 48)
    await engine.aclose()


async def test_a_quality_and_a_clear_background_are_asked_for_where_they_are_known(
    upstream: Upstream,
) -> None:
    upstream.answers = [picture()]
    order = replace(an_order("a cat"), quality="high", background="transparent")
    for model in ("gpt-image-1.5", "gpt-image-2.5-flare", "gpt-image-2", "m"):
        await events_of(engine := engine_for(upstream, model=model), order)
        await engine.aclose()
    *known, opaque, unknown = (request.json() for request in upstream.requests)
    for asked in known:
        assert (asked["quality"], asked["background"]) == ("high", "transparent")
    assert opaque["quality"] == "high"
    assert "background" not in opaque
    assert not {"quality", "background"} & set(unknown)


async def test_a_size_within_a_models_bounds_is_asked_for_and_the_wished_one_given(
    upstream: Upstream,
) -> None:
    upstream.answers = [picture(b64_json=base64.b64encode(flat_png(816, 816, 9, 9, 9)).decode())]
    engine = engine_for(upstream, model="gpt-image-2.5-sunburst")
    (painted,) = images(await events_of(engine, an_order("a cat", size=(512, 512))))
    assert upstream.requests[0].json()["size"] == "816x816"
    assert (painted.picture.width, painted.picture.height) == (512, 512)
    await engine.aclose()


@pytest.mark.parametrize(
    ("model", "profile"),
    [
        ("gpt-image-1-mini", "gpt-image"), ("gpt-image-1.5", "gpt-image"), ("chatgpt-image-latest", "gpt-image"),
        ("gpt-image-2", "gpt-image-2"), ("openai/gpt-image-2-2026-04-21", "gpt-image-2"),
        ("gpt-image-2.5-flare-2026-09-08", "gpt-image-2.5"), ("gpt-image-2.6-sunburst", "gpt-image-2.5"),
        ("my-model", "generic"),
    ],
)  # fmt: skip
def test_a_profile_follows_from_a_models_name(model: str, profile: str) -> None:
    assert read_openai_options({"model": model}).quirks() == PROFILES[profile]


async def test_a_link_is_fetched_at_once(upstream: Upstream) -> None:
    host = upstream.url.removesuffix("/v1")
    upstream.answers = [
        picture(url=f"{host}/files/../a.png?sig=1"), refusal(503), reply(PNG, kind="text/plain"),
    ]  # fmt: skip
    engine = engine_for(upstream)
    (painted,) = images(await events_of(engine, an_order("a cat")))
    assert (pixels(painted.picture.image) == SHOWN).all()
    fetched = upstream.requests[-1]
    assert "authorization" not in fetched.headers
    assert len(upstream.requests) == 3
    await engine.aclose()


DATA = f"data:image/png;base64,{B64}"
PLACES: list[Answer] = [
    chat("", images=[{"type": "image_url", "image_url": {"url": DATA}}]),
    chat("", images=[{"image_url": DATA}]),
    chat("Here's the image:", image={"url": DATA, "detail": "auto"}),
    chat(f"Here you are: ![a cat]({DATA}) Enjoy!"),
    chat(f"![a cat]({DATA})"),
    chat("LINK"),
    chat("I have drawn it: LINK, as you wished."),
    chat(
        "> 生成完成 ✅\n\n> gen_id: `gen_01jqwtksnne8mtahpxcdyzna0m`\n\n![gen_01jqwtksnne8mtahpxcdyzna0m](LINK)"
    ),
    chat(">🏃 进度 36..47..[100](LINK)"),
    chat("[点击下载](LINK)"),
    stream({"choices": [{"delta": {"content": [{"type": "image_url", "image_url": {"url": DATA}}]}}]}),
    stream({"choices": [{"message": {"content": f"![x]({DATA})"}, "finish_reason": "stop"}]}),
]


@pytest.mark.parametrize("place", range(len(PLACES)))
async def test_a_picture_is_found_wherever_a_chat_shows_it(upstream: Upstream, place: int) -> None:
    link = f"{upstream.url.removesuffix('/v1')}/x/a.png"
    answer = PLACES[place]

    async def linked(writer: asyncio.StreamWriter) -> None:
        await answer(_Linking(writer, link))  # type: ignore[arg-type]

    upstream.answers = [linked, reply(PNG, kind="image/png")]
    engine = engine_for(upstream, dialect="chat")
    (painted,) = images(await events_of(engine, an_order("a cat")))
    assert (pixels(painted.picture.image) == SHOWN).all()
    await engine.aclose()


class _Linking:
    """Writes a link in place of the word LINK, in chunks whose lengths stay right."""

    def __init__(self, writer: asyncio.StreamWriter, link: str) -> None:
        self._writer, self._link = writer, link.encode()

    def write(self, part: bytes) -> None:
        if b"LINK" in part:
            body = part.split(b"\r\n", 1)[1].removesuffix(b"\r\n").replace(b"LINK", self._link)
            part = f"{len(body):x}\r\n".encode() + body + b"\r\n"
        self._writer.write(part)

    async def drain(self) -> None:
        await self._writer.drain()


async def test_a_relay_is_told_the_shape_in_words_and_its_progress_is_passed_on(upstream: Upstream) -> None:
    upstream.answers = [chat(f"> 排队中.\n> 进度 15%..\n> 进度 64%\n> 生成完成 ✅\n\n![x]({DATA})\n")]
    engine = engine_for(upstream, dialect="chat", model="gpt-4o-image")
    events = await events_of(engine, an_order("画个牛马", ratio="2:3"))
    assert [event.fraction for event in events if isinstance(event, StageDone)] == [0.15, 0.64]
    (asked,) = upstream.requests
    assert asked.path == "/v1/chat/completions"
    assert asked.json() == {
        "model": "gpt-4o-image", "stream": True, "messages": [{"role": "user", "content": "画个牛马【2:3】"}],
    }  # fmt: skip
    await engine.aclose()


async def test_another_paintover_gets_a_call_to_the_letter(upstream: Upstream) -> None:
    upstream.answers = [chat(f"![x]({DATA})")]
    engine = engine_for(upstream, dialect="chat", model="paintover")
    await events_of(engine, an_order('a "cat"', a_photograph(), ratio="4:3", seed=5))
    asked = upstream.requests[0].json()
    words, shown = asked["messages"][0]["content"]
    assert json.loads(words["text"]) == {"prompt": 'a "cat"', "ratio": "4:3"}
    assert base64.b64decode(shown["image_url"]["url"].split(",")[1]).startswith(b"\x89PNG")
    assert (asked["seed"], asked["n"]) == (5, 1)
    await engine.aclose()


async def test_the_responses_api_is_asked_for_its_image_tool(upstream: Upstream) -> None:
    upstream.answers = [
        stream(
            {"type": "response.image_generation_call.partial_image", "partial_image_b64": B64, "sequence_number": 1},
            {
                "type": "response.output_item.done", "sequence_number": 2,
                "item": {"type": "image_generation_call", "id": "i", "status": "completed", "result": B64},
            },
        )
    ]  # fmt: skip
    engine = engine_for(upstream, dialect="responses", partial_images=1, parameters={"quality": "low"})
    events = await events_of(engine, an_order("a hat", a_photograph(), ratio="4:3", previews=3))
    assert [type(event) for event in events] == [Preview, Painted]
    asked = upstream.requests[0].json()
    assert asked["tools"] == [
        {"type": "image_generation", "size": "1184x888", "partial_images": 1, "quality": "low"}
    ]
    assert [part["type"] for part in asked["input"][0]["content"]] == ["input_text", "input_image"]
    assert asked["store"] is False
    await engine.aclose()


async def test_one_picture_of_several_may_fail(upstream: Upstream) -> None:
    upstream.answers = [refusal(400, "moderation_blocked"), picture()]
    engine = engine_for(upstream, requests=1)
    events = await events_of(engine, an_order("a cat", n=3))
    assert [event.index for event in images(events)] == [1, 2]
    assert [event.index for event in events if isinstance(event, Spoiled)] == [0]
    await engine.aclose()


@timed
async def test_no_more_requests_are_open_than_allowed(upstream: Upstream) -> None:
    upstream.answers = [stall]
    engine = engine_for(upstream, requests=2)
    drawing = asyncio.create_task(events_of(engine, an_order("a cat", n=6)))
    await asyncio.wait_for(upstream.asked(2), 5)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(upstream.asked(3), 0.2)
    started = time.monotonic()
    drawing.cancel()
    await asyncio.gather(drawing, return_exceptions=True)
    took = time.monotonic() - started
    await asyncio.wait_for(upstream.left.wait(), 5)
    await engine.aclose()
    assert took < 1


async def test_what_a_server_cannot_do_is_refused_without_asking_it(upstream: Upstream) -> None:
    upstream.answers = [picture()]
    engine = engine_for(upstream, model="dall-e-3")
    with pytest.raises(NotDrawable):
        await events_of(engine, an_order("a hat", a_photograph(), ratio="4:3"))
    assert upstream.requests == []
    await engine.aclose()


@pytest.mark.parametrize(
    ("ratio", "given", "told"),
    [
        ("3:2", {}, {"aspect_ratio": "3:2"}),
        ("10:7", {}, {"aspect_ratio": "3:2"}),
        ("1:4", {}, {"aspect_ratio": "9:16"}),
        ("4:1", {"image_config": {"image_size": "2K"}}, {"aspect_ratio": "21:9", "image_size": "2K"}),
        ("3:2", {"image_config": {"aspect_ratio": "1:1"}}, {"aspect_ratio": "1:1"}),
        ("3:2", {"image_config": 5}, {"aspect_ratio": "3:2"}),
    ],
)
async def test_a_shape_may_be_told_beside_the_words(
    upstream: Upstream, ratio: str, given: dict[str, object], told: object
) -> None:
    upstream.answers = [chat(f"![x]({DATA})")]
    engine = engine_for(upstream, dialect="chat", image_config=True, parameters=given)
    await events_of(engine, an_order("a cat", ratio=ratio))
    asked = upstream.requests[0].json()
    assert asked["image_config"] == told
    assert asked["messages"][0]["content"] == "a cat"
    await engine.aclose()


@pytest.mark.parametrize(
    ("references", "member"),
    [
        ("image_url", lambda text: f"data:image/png;base64,{text}"),
        ("reference_images", lambda text: [f"data:image/png;base64,{text}"] * 2),
        ("ref_images", lambda text: [text] * 2),
        (
            "input_references",
            lambda text: [{"type": "image_url", "image_url": {"url": f"data:image/png;base64,{text}"}}] * 2,
        ),
    ],
)
async def test_an_edits_sources_may_stand_in_json(
    upstream: Upstream, references: str, member: Callable[[str], object]
) -> None:
    upstream.answers = [picture()]
    engine = engine_for(upstream, references=references, max_sources=2, path="/pictures", masks=True)
    photograph = a_photograph()
    assert engine.capabilities.max_sources == (1 if references == "image_url" else 2)
    assert not engine.capabilities.masks
    order = an_order("a hat", *[photograph] * engine.capabilities.max_sources)
    assert len(images(await events_of(engine, order))) == 1
    assert upstream.requests[0].path == "/v1/pictures"
    assert upstream.requests[0].json()[references] == member(base64.b64encode(photograph.image).decode())
    await engine.aclose()


def test_a_path_begins_with_a_slash() -> None:
    with pytest.raises(BadRequest, match="'path'"):
        read_openai_options({"model": "m", "path": "images"})

"""What ComfyUI is sent, and what is made of its answers and its troubles."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import aclosing, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
import pyvips
from starlette.responses import JSONResponse, Response

from paintover.domain.errors import (
    BadRequest,
    Busy,
    EngineFailed,
    EngineTimeout,
    EngineUnavailable,
    OutOfMemory,
    PaintoverError,
)
from paintover.domain.ids import new_task_id
from paintover.engines.comfyui import ComfyEngine, build
from paintover.engines.comfyui.options import read_comfy_options
from paintover.engines.comfyui.watching import Watching
from paintover.engines.protocol import Painted, Spoiled, StageDone
from paintover.intake.guarded import GuardedIntake
from paintover.testing import an_order, error_of, events_of
from paintover.testing.orders import a_mask, a_photograph
from tests.engines.comfyui.standin import CHECKPOINTS, ComfyStandIn

PATIENCE_S = 20


@pytest.fixture
def comfy() -> Iterator[ComfyStandIn]:
    with ComfyStandIn() as stand_in:
        yield stand_in


@asynccontextmanager
async def engine_for(comfy: ComfyStandIn, **options: Any) -> AsyncIterator[ComfyEngine]:
    async with aclosing(GuardedIntake()) as intake:
        given = {"url": comfy.url, "model": CHECKPOINTS[0], **options}
        async with aclosing(build(given, intake)) as engine:
            yield engine


async def until(is_so: Callable[[], object]) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while not is_so():  # noqa: ASYNC110  # it happens in another thread
            await asyncio.sleep(0.005)


def node(comfy: ComfyStandIn, number: str) -> dict[str, Any]:
    """The inputs of a node of the last workflow."""
    inputs: dict[str, Any] = comfy.prompts[-1]["prompt"][number]["inputs"]
    return inputs


async def test_an_order_stands_in_its_places(comfy: ComfyStandIn) -> None:
    order = an_order("an ox", ratio="3:2", size=(1000, 667), seed=41, parameters={"steps": 28, "3.cfg": 4.5})
    async with engine_for(comfy, negative="blurry") as engine:
        (painted,) = [event for event in await events_of(engine, order) if isinstance(event, Painted)]
    assert (painted.picture.width, painted.picture.height) == (1000, 667)
    assert node(comfy, "6")["text"] == "an ox"
    assert node(comfy, "7")["text"] == "blurry"
    assert node(comfy, "4")["ckpt_name"] == CHECKPOINTS[0]
    assert (node(comfy, "5")["width"], node(comfy, "5")["height"]) == (1000, 672)
    assert (node(comfy, "3")["seed"], node(comfy, "3")["steps"], node(comfy, "3")["cfg"]) == (41, 28, 4.5)
    assert comfy.prompts[-1]["extra_data"] == {"preview_method": "none"}


async def test_an_edit_sends_its_source_and_its_mask_once(comfy: ComfyStandIn) -> None:
    photograph = a_photograph()
    mask = a_mask(photograph.width, photograph.height)
    async with engine_for(comfy) as engine:
        await events_of(engine, an_order("a hat", photograph, ratio="4:3", mask=mask, n=2))
    names = {
        (body["prompt"]["10"]["inputs"]["image"], body["prompt"]["14"]["inputs"]["image"])
        for body in comfy.prompts
    }
    ((source, masked),) = names
    assert source.startswith("paintover/")
    assert source != masked
    held: Any = pyvips.Image.new_from_buffer(
        comfy.load("input", "paintover", masked.removeprefix("paintover/")), ""
    )
    assert held.hasalpha()


@pytest.mark.parametrize("tells_states", [True, False])
async def test_progress_is_that_of_the_nodes(comfy: ComfyStandIn, tells_states: bool) -> None:
    comfy.tells_states = tells_states
    comfy.gate.clear()
    async with engine_for(comfy) as engine, aclosing(engine.paint(an_order("an ox"))) as events:
        fractions = []
        async for event in events:
            if isinstance(event, StageDone):
                fractions.append(event.fraction)
                if event.fraction > 0.5:
                    comfy.gate.set()
    assert fractions == sorted(set(fractions))
    # Three of four steps of the node that takes longest.
    assert any(0.55 < fraction < 0.8 for fraction in fractions)


async def test_the_same_order_is_taken_out_of_comfyuis_own_cache(comfy: ComfyStandIn) -> None:
    async with engine_for(comfy) as engine:
        pictures = [
            event.picture.image
            for _ in range(2)
            for event in await events_of(engine, an_order("an ox", task_id=new_task_id()))
            if isinstance(event, Painted)
        ]
    assert len(comfy.history) == 2
    assert len(comfy.executed) == 1
    assert pictures[0] == pictures[1]


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"\0\0\0\4",
        b"\0\0\0\4\xff\xff\xff\xff{}",
        b"\0\0\0\4\0\0\0\2[]",
        b"\0\0\0\3\0\0\0\1" + b"3text",
        "no JSON",
        "[" * 100_000,
        '{"type": "progress", "data": 5}',
        '{"type": "progress", "data": {"prompt_id": "p", "node": "3", "value": NaN, "max": Infinity}}',
        '{"type": "progress", "data": {"prompt_id": "p", "node": "3", "value": 1e999, "max": -1}}',
        '{"type": "progress", "data": {"prompt_id": "p", "node": "3", "value": '
        + "9" * 400
        + ', "max": 0.5}}',
        '{"type": "progress_state", "data": {"prompt_id": "p", "nodes": [1]}}',
        '{"type": "progress_state", "data": {"prompt_id": "p", "nodes": {"3": 5, "4": {"value": "1", "max": 1}}}}',
        '{"type": "progress_state", "data": {"prompt_id": "p", "nodes": {"unknown": {"value": 1, "max": 1}}}}',
        '{"type": "executing", "data": {"node": "3"}}',
    ],
)
def test_a_message_of_no_use_is_passed_over(message: str | bytes) -> None:
    watching = Watching(read_comfy_options({}), "c")
    watch = watching.watch("p", {"3": 0.5, "4": 0.5})
    watching._hear(message)
    assert watch.fraction == 0
    assert not watch.is_over
    assert not watch.previews


def test_a_node_that_waits_for_others_is_not_done_where_states_are_told() -> None:
    watching = Watching(read_comfy_options({}), "c")
    watch = watching.watch("p", {"3": 0.5, "4": 0.5})
    state = {"3": {"value": 0, "max": 1, "state": "running"}}
    for kind, data in (
        ("execution_start", {}),
        ("progress_state", {"nodes": state}),
        ("executing", {"node": "3"}),
        ("executing", {"node": "4"}),
        ("progress_state", {"nodes": {**state, "4": {"value": 3, "max": 4, "state": "running"}}}),
    ):
        watching._hear(json.dumps({"type": kind, "data": {"prompt_id": "p", **data}}))
    assert watch.fraction == pytest.approx(0.375)


def test_a_socket_that_is_opened_again_is_told_what_was_done_meanwhile() -> None:
    watching = Watching(read_comfy_options({}), "c")
    watch = watching.watch("p", {"3": 0.5, "4": 0.25, "5": 0.25})
    watching._hear(json.dumps({"type": "executing", "data": {"node": "3"}}))
    states = {
        "4": {"value": 1, "max": 1, "state": "finished"},
        "3": {"value": 10, "max": 20, "state": "running"},
    }
    watching._hear(json.dumps({"type": "progress_state", "data": {"prompt_id": "p", "nodes": states}}))
    assert watch.fraction == pytest.approx(0.5)


async def test_who_asks_again_after_a_crash_finds_what_runs(comfy: ComfyStandIn) -> None:
    order = an_order("an ox", n=2, task_id=new_task_id())
    comfy.gate.clear()
    async with engine_for(comfy) as engine:
        first = asyncio.create_task(events_of(engine, order))
        await until(lambda: comfy.executed)
        # A process that dies says nothing to anybody.
        engine._server.stop = _nothing  # type: ignore[method-assign]
        first.cancel()
        await asyncio.gather(first, return_exceptions=True)
    async with engine_for(comfy) as engine:
        second = asyncio.create_task(events_of(engine, order))
        await until(lambda: len([path for _, path in comfy.calls if path == "/queue"]) >= 4)
        comfy.gate.set()
        painted = [event for event in await second if isinstance(event, Painted)]
    assert len(painted) == 2
    assert len(comfy.prompts) == 2
    assert len(comfy.executed) == 2


async def test_what_ends_while_it_is_asked_for_is_not_drawn_again(comfy: ComfyStandIn) -> None:
    order = an_order("an ox", task_id=new_task_id())
    comfy.gate.clear()
    async with engine_for(comfy) as engine:
        first = asyncio.create_task(events_of(engine, order))
        await until(lambda: comfy.executed)
        engine._server.stop = _nothing  # type: ignore[method-assign]
        first.cancel()
        await asyncio.gather(first, return_exceptions=True)
    async with engine_for(comfy) as engine:
        ask = engine._server.queue

        async def asking() -> tuple[set[str], set[str]]:
            comfy.gate.set()
            await until(lambda: comfy.history)
            return await ask()

        engine._server.queue = asking  # type: ignore[method-assign]
        assert [event for event in await events_of(engine, order) if isinstance(event, Painted)]
    assert len(comfy.prompts) == 1


async def _nothing(prompt_ids: set[str]) -> None:
    return


async def test_cancelling_interrupts_what_runs_and_takes_back_what_waits(comfy: ComfyStandIn) -> None:
    comfy.gate.clear()
    async with engine_for(comfy) as engine:
        others = asyncio.create_task(events_of(engine, an_order("somebody else's")))
        await until(lambda: comfy.executed)
        mine = asyncio.create_task(events_of(engine, an_order("an ox", n=2)))
        await until(lambda: len(comfy.prompts) == 3)
        mine.cancel()
        await asyncio.gather(mine, return_exceptions=True)
        comfy.gate.set()
        assert len([event for event in await others if isinstance(event, Painted)]) == 1
        assert len(comfy.executed) == 1

        comfy.gate.clear()
        mine = asyncio.create_task(events_of(engine, an_order("an ox", n=2)))
        await until(lambda: len(comfy.executed) == 2)
        mine.cancel()
        await asyncio.gather(mine, return_exceptions=True)
        await until(lambda: len(comfy.history) == 2)
    assert {held["status"]["status_str"] for held in comfy.history.values()} == {"success", "error"}
    assert len(comfy.executed) == 2


async def test_a_socket_that_breaks_loses_no_picture(comfy: ComfyStandIn) -> None:
    comfy.gate.clear()
    async with engine_for(comfy) as engine:
        drawing = asyncio.create_task(events_of(engine, an_order("an ox")))
        await until(lambda: comfy.executed)
        await asyncio.to_thread(comfy.hang_up)
        comfy.gate.set()
        assert len([event for event in await drawing if isinstance(event, Painted)]) == 1


async def test_a_server_that_starts_anew_has_the_order_tried_again(comfy: ComfyStandIn) -> None:
    comfy.gate.clear()
    async with engine_for(comfy) as engine:
        order = an_order("an ox")
        drawing = asyncio.create_task(error_of(engine, order))
        await until(lambda: comfy.executed)
        comfy.forget()
        await until(lambda: comfy.history)
        comfy.forget()
        assert type(await drawing) is EngineUnavailable
        comfy.gate.set()
        assert len([event for event in await events_of(engine, order) if isinstance(event, Painted)]) == 1


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        ("torch.OutOfMemoryError: Allocation on device", OutOfMemory),
        ("RuntimeError: CUDA error: out of memory", OutOfMemory),
        ("RuntimeError: mat1 and mat2 shapes cannot be multiplied /srv/me/x.py", EngineFailed),
    ],
)
async def test_a_workflow_that_breaks_is_told_and_tried_under_another_id(
    comfy: ComfyStandIn, fault: str, kind: type[PaintoverError]
) -> None:
    comfy.breaks["ox"] = fault
    async with engine_for(comfy) as engine:
        order = an_order("an ox")
        error = await error_of(engine, order)
        assert type(error) is kind
        assert "/srv" not in error.message
        comfy.breaks.clear()
        assert len([event for event in await events_of(engine, order) if isinstance(event, Painted)]) == 1
    assert len({body["prompt_id"] for body in comfy.prompts}) == 2


async def test_one_failure_of_several_leaves_the_others(comfy: ComfyStandIn) -> None:
    comfy.breaks["ox"] = "RuntimeError: no"
    comfy.executed = _Telling(comfy)
    async with engine_for(comfy) as engine:
        events = await events_of(engine, an_order("an ox", n=3))
    assert len([event for event in events if isinstance(event, Painted)]) == 2
    assert len([event for event in events if isinstance(event, Spoiled)]) == 1


class _Telling(list[str]):
    """After the second sampling has begun, nothing breaks any more."""

    def __init__(self, comfy: ComfyStandIn) -> None:
        super().__init__()
        self._comfy = comfy

    def append(self, prompt_id: str) -> None:
        super().append(prompt_id)
        if len(self) == 2:
            self._comfy.breaks.clear()


async def test_what_is_missing_is_named(comfy: ComfyStandIn) -> None:
    comfy.lacks.add("SetLatentNoiseMask")
    async with engine_for(comfy, model="flux.safetensors") as engine:
        with pytest.raises(EngineFailed) as caught:
            await engine.check()
        assert "the node 'SetLatentNoiseMask'" in caught.value.message
        assert "'flux.safetensors' for CheckpointLoaderSimple.ckpt_name" in caught.value.message
        assert await error_of(engine, an_order("an ox"))
        comfy.lacks.clear()
    assert comfy.prompts == []


async def test_a_model_that_vanishes_between_two_orders_is_named(comfy: ComfyStandIn) -> None:
    async with engine_for(comfy) as engine:
        await engine.check()
        error = await error_of(engine, an_order("an ox", parameters={"model": "gone.safetensors"}))
    assert "CheckpointLoaderSimple.ckpt_name (Value not in list)" in error.message


async def test_a_server_that_takes_no_ids_is_told_to_be_too_old_and_draws_nothing(
    comfy: ComfyStandIn,
) -> None:
    comfy.takes_ids = False
    comfy.gate.clear()
    async with engine_for(comfy) as engine:
        assert "too old" in (await error_of(engine, an_order("an ox"))).message
        await until(lambda: comfy.history)
    assert {held["status"]["status_str"] for held in comfy.history.values()} == {"error"}


def answering(status: int, body: object = None, **headers: str) -> Callable[[], Awaitable[Response]]:
    async def answer() -> Response:
        return JSONResponse(body, status, {name.replace("_", "-"): value for name, value in headers.items()})

    return answer


async def _slow() -> Response:
    await asyncio.sleep(3600)
    return Response()


async def _garbage() -> Response:
    return Response(b"<html>", media_type="text/html")


async def _endless() -> Response:
    return Response(b"\x89PNG" * 1_000_000, media_type="image/png")


@pytest.mark.parametrize(
    ("path", "answer", "kind"),
    [
        ("/prompt", answering(500), EngineUnavailable),
        ("/prompt", answering(429, retry_after="7"), Busy),
        ("/prompt", answering(503, retry_after="7"), Busy),
        ("/prompt", answering(401), EngineFailed),
        ("/prompt", answering(200, {"prompt_id": 5}), EngineFailed),
        ("/prompt", answering(400, {"error": "no", "node_errors": []}), EngineFailed),
        ("/prompt", _garbage, EngineFailed),
        ("/prompt", _slow, EngineTimeout),
        ("/upload", answering(500), EngineUnavailable),
        ("/upload", answering(200, {"name": ["x"]}), EngineFailed),
        ("/queue", answering(200, []), EngineFailed),
        ("/history", answering(200, "no"), EngineFailed),
        ("/history", answering(502), EngineUnavailable),
        ("/view", answering(404), EngineFailed),
        ("/view", _garbage, EngineFailed),
        ("/view", _endless, EngineFailed),
    ],
)
async def test_every_trouble_has_its_error(
    comfy: ComfyStandIn,
    path: str,
    answer: Callable[[], Awaitable[Response]],
    kind: type[PaintoverError],
) -> None:
    comfy.answers[path] = answer
    async with engine_for(comfy, timeout_s=3.0, max_bytes=1_000_000) as engine:
        error = await error_of(engine, an_order("a hat", a_photograph(64, 48), ratio="4:3"))
    assert type(error) is kind
    assert error.retry_after_s == (7 if kind is Busy else None)
    assert comfy.url not in error.message


async def test_a_saved_file_is_not_looked_for_outside_its_folder(comfy: ComfyStandIn) -> None:
    files = {"9": {"images": [{"filename": "../../secret.png", "subfolder": "", "type": "output"}]}}

    async def answer() -> Response:
        return JSONResponse({one["prompt_id"]: {"outputs": files, "status": {}} for one in comfy.prompts})

    comfy.answers["/history"] = answer
    async with engine_for(comfy) as engine:
        assert type(await error_of(engine, an_order("an ox"))) is EngineFailed
    assert "/view" not in [path for _, path in comfy.calls]


async def test_nobody_there(comfy: ComfyStandIn) -> None:
    async with engine_for(comfy, url="http://127.0.0.1:9") as engine:
        assert type(await error_of(engine, an_order("an ox"))) is EngineUnavailable
        with pytest.raises(EngineUnavailable):
            await engine.check()


async def test_a_workflow_of_ones_own(comfy: ComfyStandIn, tmp_path: Path) -> None:
    workflow = {
        "a": {"class_type": "CheckpointLoaderSimple", "inputs": {"ckpt_name": CHECKPOINTS[1]}},
        "b": {"class_type": "CLIPTextEncode", "inputs": {"text": "", "clip": ["a", 1]}},
        "c": {"class_type": "EmptyLatentImage", "inputs": {"width": 8, "height": 8, "batch_size": 1}},
        "d": {
            "class_type": "KSampler",
            "inputs": {
                "model": ["a", 0], "seed": 1, "steps": 4, "cfg": 1.0, "sampler_name": "euler", "scheduler": "normal",
                "positive": ["b", 0], "negative": ["b", 0], "latent_image": ["c", 0], "denoise": 1.0,
            },
        },
        "e": {"class_type": "VAEDecode", "inputs": {"samples": ["d", 0], "vae": ["a", 2]}},
        "f": {"class_type": "SaveImage", "inputs": {"images": ["e", 0], "filename_prefix": "x"}},
        "g": {"class_type": "SaveImage", "inputs": {"images": ["e", 0], "filename_prefix": "y"}},
    }  # fmt: skip
    path = tmp_path / "mine.json"
    path.write_text(json.dumps(workflow))
    inputs = {"prompt": "b.text", "seed": "d.seed", "width": "c.width", "height": "c.height"}
    draw = {"file": str(path), "inputs": inputs, "output": "g"}
    async with engine_for(comfy, model="", draw=draw, edits=False) as engine:
        assert not engine.capabilities.edits
        await events_of(engine, an_order("an ox"))
    assert node(comfy, "b")["text"] == "an ox"
    # Both were saved; the one that was named is the result.
    assert [path for _, path in comfy.calls].count("/view") == 1


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"url": "comfy"}, "address"),
        ({"modle": "x"}, "modle"),
        ({"model": ""}, "Name the model"),
        ({"draw": {"file": "nowhere.json"}}, "cannot be read"),
        ({"draw": {"file": "text-to-image", "inputs": {"prompt": "66.text"}}}, "66.text"),
        ({"draw": {"file": "text-to-image", "inputs": {"words": "6.text"}}}, "words"),
        ({"draw": {"file": "text-to-image", "inputs": {"seed": "3.seed"}}}, "where the prompt goes"),
        ({"draw": {"file": "text-to-image", "output": "99"}}, "no node 99"),
        ({"edit": {"file": "text-to-image"}}, "where a source goes"),
    ],
)
async def test_options_that_are_not_usable_say_why(
    comfy: ComfyStandIn, options: dict[str, Any], words: str
) -> None:
    with pytest.raises(BadRequest, match=words):
        async with engine_for(comfy, **options):
            pass


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"nodes": [], "links": []}', "Export"),
        ("[]", "API format"),
        ('{"1": {}}', "class_type"),
        ("{", "cannot be read"),
    ],
)
async def test_files_that_are_no_workflow_say_why(
    comfy: ComfyStandIn, tmp_path: Path, text: str, words: str
) -> None:
    path = tmp_path / "w.json"
    path.write_text(text)
    with pytest.raises(BadRequest, match=words):
        async with engine_for(comfy, draw={"file": str(path)}):
            pass

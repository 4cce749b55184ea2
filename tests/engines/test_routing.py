"""Who draws, and who draws when that one cannot."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from paintover.domain.errors import (
    BadRequest,
    Busy,
    EngineFailed,
    EngineTimeout,
    EngineUnavailable,
    NotDrawable,
    OutOfMemory,
    PaintoverError,
    Refused,
)
from paintover.engines.building import build_router, rebuild
from paintover.engines.health import FAILURES, FIRST_REST_S, Health
from paintover.engines.instant import InstantEngine
from paintover.engines.protocol import (
    Capabilities,
    Engine,
    EngineEvent,
    Painted,
    Picture,
    Spoiled,
    StageDone,
    Work,
)
from paintover.engines.routing import Entry, Route, Router, alone
from paintover.engines.tables import EngineTable, ModelTable
from paintover.intake.guarded import GuardedIntake
from paintover.testing import EngineContract, an_order, as_source, error_of, events_of
from paintover.testing.orders import a_mask, a_photograph

NEW_ONLY = Capabilities(seeds=True, progress=True)
OWN_ONLY = replace(NEW_ONLY, edits=frozenset({"scene"}))
PIXELS = replace(NEW_ONLY, edits=frozenset({"pixels"}), masks=True, max_sources=4)
REDRAWS = replace(NEW_ONLY, redraws=True)

Script = Callable[[Work], AsyncGenerator[EngineEvent, None]]


class Painter(InstantEngine):
    """Fails as it is told, and remembers its orders."""

    def __init__(self, name: str, can: Capabilities = PIXELS) -> None:
        self.name = name
        self.version = f"{name}-1"
        self.capabilities = can
        self.orders: list[Work] = []
        self.errors: list[Exception | None] = []
        self.spoils: dict[int, PaintoverError] = {}
        self.ill: PaintoverError | None = None
        self.is_closed = False
        self.gate: asyncio.Event | None = None
        self.at_once = self.most_at_once = 0

    async def paint(self, work: Work) -> AsyncGenerator[EngineEvent, None]:
        self.orders.append(work)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            if self.gate is not None:
                await self.gate.wait()
            error = self.errors.pop(0) if self.errors else None
            async with aclosing(super().paint(work)) as events:
                async for event in events:
                    if error is not None and isinstance(event, Painted):
                        raise error
                    if isinstance(event, Painted) and event.index in self.spoils:
                        yield Spoiled(event.index, self.spoils[event.index])
                        continue
                    yield event
        finally:
            self.at_once -= 1

    async def check(self) -> None:
        if self.ill is not None:
            raise self.ill

    async def aclose(self) -> None:
        self.is_closed = True


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def route(*engines: Engine, clock: Clock | None = None) -> Router:
    clock = clock or Clock()
    entries = (Entry(name=engine.name, engine=engine, health=Health(clock)) for engine in engines)
    return Router(Route(entries=tuple(entries)))


def pictures(events: list[EngineEvent]) -> dict[int, Picture]:
    return {event.index: event.picture for event in events if isinstance(event, Painted)}


class TestRouterOfOne(EngineContract):
    def build(self) -> Engine:
        return alone(InstantEngine())


class TestRouterWhoseFirstChoiceIsDown(EngineContract):
    def build(self) -> Engine:
        down = Painter("down", InstantEngine.capabilities)
        down.errors = [EngineUnavailable("gone") for _ in range(1000)]
        return route(down, InstantEngine())


async def test_the_first_choice_draws_and_says_nothing() -> None:
    first, second = Painter("first"), Painter("second")
    (picture,) = pictures(await events_of(route(first, second), an_order("a cat"))).values()
    assert (picture.engine, picture.engine_version, picture.notes) == ("first", "first-1", ())
    assert second.orders == []


FALLS = [
    Busy("later", retry_after_s=9), EngineUnavailable("gone"), EngineFailed("broke"), EngineTimeout("slow"), OutOfMemory("large"),
    RuntimeError("a bug"),
]  # fmt: skip


@pytest.mark.parametrize("error", FALLS, ids=lambda error: type(error).__name__)
async def test_another_draws_when_one_is_busy_or_broken_and_the_picture_says_so(error: Exception) -> None:
    first, second = Painter("first"), Painter("second")
    first.errors = [error]
    order = replace(an_order("a cat"), language="zh")
    (picture,) = pictures(await events_of(route(first, second), order)).values()
    assert picture.engine == "second"
    assert picture.notes == ("“first”暂时用不了，这次由“second”代画。",)


@pytest.mark.parametrize(
    "error",
    [Refused("no"), BadRequest("what"), NotDrawable("cannot")],
    ids=lambda error: type(error).__name__,
)
async def test_nobody_is_asked_after_a_refusal_or_a_faulty_order(error: PaintoverError) -> None:
    first, second = Painter("first"), Painter("second")
    first.errors = [error]
    assert await error_of(route(first, second), an_order("a cat")) is error
    first.spoils = {0: error}
    assert await error_of(route(first, second), an_order("a cat")) is error
    assert second.orders == []


async def test_only_what_is_missing_is_drawn_by_the_next() -> None:
    first, second = Painter("first"), Painter("second")
    first.spoils = {1: EngineFailed("broke"), 2: Refused("no")}
    events = await events_of(route(first, second), an_order("a cat", n=4, kept=frozenset({3})))
    assert {index: picture.engine for index, picture in pictures(events).items()} == {0: "first", 1: "second"}
    assert [(event.index, type(event.error)) for event in events if isinstance(event, Spoiled)] == [
        (2, Refused)
    ]
    assert second.orders[0].missing == (1,)
    fractions = [event.fraction for event in events if isinstance(event, StageDone)]
    assert fractions == sorted(set(fractions))


async def test_a_refusal_after_some_pictures_ends_the_rest() -> None:
    first, second = Painter("first"), Painter("second")
    first.spoils = {1: EngineFailed("broke")}
    second.errors = [Refused("no")]
    third = Painter("third")
    events = await events_of(route(first, second, third), an_order("a cat", n=2))
    assert list(pictures(events)) == [0]
    assert [type(event.error) for event in events if isinstance(event, Spoiled)] == [Refused]
    assert third.orders == []


@pytest.mark.parametrize(
    ("errors", "expected"),
    [
        ([Busy("b", retry_after_s=9), Busy("c", retry_after_s=3)], Busy),
        ([EngineUnavailable("u"), Busy("b", retry_after_s=3)], EngineUnavailable),
        # May have drawn: nobody may try all of it again unasked.
        ([EngineFailed("f"), Busy("b")], EngineFailed), ([Busy("b"), EngineTimeout("t")], EngineTimeout),
        ([EngineUnavailable("u"), OutOfMemory("o")], OutOfMemory),
    ],
)  # fmt: skip
async def test_when_all_fail_the_error_says_whether_it_may_be_tried_again(
    errors: list[PaintoverError], expected: type[PaintoverError]
) -> None:
    painters = [Painter("first"), Painter("second")]
    for painter, error in zip(painters, errors, strict=True):
        painter.errors = [error]
    with capture_logs() as lines:
        error = await error_of(route(*painters), an_order("a cat"))
    assert type(error) is expected
    passed_over = [(line["engine"], line["code"]) for line in lines if line["event"] == "engine passed over"]
    assert passed_over == [("first", errors[0].code), ("second", errors[1].code)]
    if errors[1].retry_after_s == 3 and expected is Busy:
        assert error.retry_after_s == 3


async def test_an_edit_goes_to_who_can_edit_what_it_starts_from() -> None:
    new, own, redraws, pixels = (
        Painter("new", NEW_ONLY), Painter("own", OWN_ONLY), Painter("redraws", REDRAWS), Painter("pixels"),
    )  # fmt: skip
    router = route(new, redraws, own, pixels)
    first = as_source(pictures(await events_of(alone(own), an_order("a cat")))[0], with_scene=True)

    async def drawn_by(order: Work) -> tuple[str | None, tuple[str, ...]]:
        (picture,) = pictures(await events_of(router, order)).values()
        return picture.engine, picture.notes

    assert await drawn_by(an_order("a cat")) == ("new", ())
    assert await drawn_by(an_order("a hat", replace(first, engine="own"))) == ("own", ())
    assert await drawn_by(an_order("a hat", replace(first, engine="new"))) == ("pixels", ())
    assert await drawn_by(an_order("a hat", a_photograph())) == ("pixels", ())
    pixels.errors = [EngineUnavailable("gone")]
    told = replace(an_order("a hat", a_photograph()), description="a cat with a hat")
    assert (await drawn_by(told))[0] == "redraws"
    assert (redraws.orders[-1].prompt, redraws.orders[-1].sources) == ("a cat with a hat", ())


async def test_nobody_sees_a_scene_or_a_mask_that_is_not_for_it() -> None:
    first, second = Painter("first"), Painter("second", replace(PIXELS, masks=False))
    first.errors = [EngineUnavailable("gone")]
    photograph = replace(a_photograph(), scene={"secret": 1}, engine="first")
    mask = a_mask(photograph.width, photograph.height)
    await events_of(route(first, second), an_order("a hat", photograph, mask=mask))
    assert (first.orders[0].mask, first.orders[0].sources[0].scene) == (mask, {"secret": 1})
    assert (second.orders[0].mask, second.orders[0].sources[0].scene) == (None, None)


async def test_what_nobody_can_do_is_said() -> None:
    assert isinstance(
        await error_of(route(Painter("a", NEW_ONLY), Painter("b", NEW_ONLY)), an_order("a hat", a_photograph())), NotDrawable
    )  # fmt: skip


async def test_who_fails_again_and_again_is_left_alone_until_a_check_says_otherwise() -> None:
    clock = Clock()
    first, second = Painter("first"), Painter("second")
    router = route(first, second, clock=clock)
    first.errors = [EngineUnavailable("gone")] * FAILURES
    first.ill = EngineUnavailable("gone")
    for _ in range(FAILURES + 3):
        (picture,) = pictures(await events_of(router, an_order("a cat"))).values()
        assert picture.engine == "second"
        assert picture.notes
    assert len(first.orders) == FAILURES
    clock.now += FIRST_REST_S + 1
    await events_of(router, an_order("a cat"))
    assert len(first.orders) == FAILURES
    clock.now += 2 * FIRST_REST_S + 1
    first.ill = None
    (picture,) = pictures(await events_of(router, an_order("a cat"))).values()
    assert (picture.engine, picture.notes) == ("first", ())


async def test_a_busy_engine_is_left_alone_for_as_long_as_it_says() -> None:
    clock = Clock()
    first, second = Painter("first"), Painter("second")
    router = route(first, second, clock=clock)
    first.errors = [Busy("later", retry_after_s=9)]
    for wait_s in (0, 8):
        clock.now += wait_s
        await events_of(router, an_order("a cat"))
    assert len(first.orders) == 1
    clock.now += 2
    await events_of(router, an_order("a cat"))
    assert len(first.orders) == 2


async def test_who_is_the_only_one_is_always_asked() -> None:
    only = Painter("only")
    only.errors = [EngineUnavailable("gone")] * 10
    router = route(only)
    for _ in range(10):
        await error_of(router, an_order("a cat"))
    assert len(pictures(await events_of(router, an_order("a cat")))) == 1
    assert len(only.orders) == 11


async def test_an_order_that_is_too_large_says_nothing_about_health() -> None:
    first, second = Painter("first"), Painter("second")
    router = route(first, second)
    first.errors = [OutOfMemory("large")] * 10
    for _ in range(10):
        await events_of(router, an_order("a cat"))
    assert len(first.orders) == 10


async def test_no_more_orders_are_under_way_than_an_engine_takes() -> None:
    first = Painter("first")
    first.gate = asyncio.Event()
    router = Router(Route(entries=(Entry(name="first", engine=first, concurrency=2),)))
    drawing = [asyncio.create_task(events_of(router, an_order("a cat"))) for _ in range(5)]
    for _ in range(20):
        await asyncio.sleep(0)
    assert first.at_once == 2
    drawing[0].cancel()
    first.gate.set()
    done = await asyncio.gather(*drawing, return_exceptions=True)
    assert [isinstance(one, list) for one in done] == [False, True, True, True, True]
    assert first.most_at_once == 2


async def test_an_engine_that_takes_too_long_is_left_at_its_deadline() -> None:
    first, second = Painter("first"), Painter("second")
    first.gate = asyncio.Event()
    router = Router(
        Route(
            entries=(Entry(name="first", engine=first, timeout_s=0.05), Entry(name="second", engine=second))
        )
    )
    (picture,) = pictures(await events_of(router, an_order("a cat"))).values()
    assert picture.engine == "second"
    assert first.at_once == 0


async def test_a_model_has_its_engines_and_parameters() -> None:
    usual, fine = Painter("usual"), Painter("fine")
    entry = Entry(name="fine", engine=fine)
    router = Router(
        Route(entries=(Entry(name="usual", engine=usual),)),
        {
            "flux": Route(entries=(entry,), parameters={"steps": 4}),
            "flux-fine": Route(entries=(entry,), parameters={}),
        },
    )
    for model in ("flux", "flux-async", "flux-fine", "paintover", ""):
        await events_of(router, replace(an_order("a cat"), model=model))
    assert [order.parameters for order in fine.orders] == [{"steps": 4}, {"steps": 4}, {}]
    assert len(usual.orders) == 2
    assert router.models == ("flux", "flux-fine")
    assert (router.name, router.version) == ("usual", "usual-1")
    await router.aclose()
    assert usual.is_closed
    assert fine.is_closed


async def test_a_check_asks_all_and_fails_when_none_could_draw() -> None:
    first, second = Painter("first"), Painter("second")
    first.ill = EngineUnavailable("gone")
    await route(first, second).check()
    second.ill = Busy("later")
    with pytest.raises(EngineUnavailable):
        await route(first, second).check()


def shared(*engines: Engine, **weights: float) -> Router:
    clock = Clock()
    entries = tuple(Entry(name=engine.name, engine=engine, health=Health(clock)) for engine in engines)
    return Router(Route(entries=entries, weights=weights))


async def test_orders_are_shared_by_weight_and_a_task_always_asks_the_same() -> None:
    heavy, light, spare = Painter("heavy"), Painter("light"), Painter("spare")
    router = shared(spare, light, heavy, heavy=3, light=1)
    orders = [an_order("a cat", task_id=f"task_{number:04}") for number in range(400)]
    for order in orders:
        await events_of(router, order)
    assert not spare.orders
    assert 0.68 < len(heavy.orders) / 400 < 0.82
    assert len(heavy.orders) + len(light.orders) == 400
    again = Painter("heavy")
    # Also in another process, with the engines in another order and one more of them.
    other = shared(again, Painter("light"), Painter("new"), heavy=3, light=1, new=0)
    for order in orders:
        await events_of(other, order)
    assert [order.task_id for order in again.orders] == [order.task_id for order in heavy.orders]


async def test_those_who_share_draw_for_each_other_silently_and_only_a_stand_in_is_named() -> None:
    one, two, spare = Painter("one"), Painter("two"), Painter("spare")
    router = shared(spare, one, two, one=1, two=1)
    for painter in (one, two):
        painter.errors = [Busy("later", retry_after_s=1)] * 50
    by: list[tuple[str | None, tuple[str, ...]]] = []
    for number in range(3):
        (picture,) = pictures(await events_of(router, an_order("a cat", task_id=f"task_{number}"))).values()
        by.append((picture.engine, picture.notes))
    assert [engine for engine, _ in by] == ["spare"] * 3
    assert all("“spare” drew this" in note for _, (note,) in by)
    one.errors = []
    (picture,) = pictures(await events_of(shared(one, two, spare, one=1, two=1), an_order("a cat"))).values()
    assert (picture.engine, picture.notes) == ("one", ())


async def test_a_weight_of_nothing_leaves_a_fallback() -> None:
    drained, other = Painter("drained"), Painter("other")
    router = shared(drained, other, drained=0, other=1)
    for number in range(20):
        await events_of(router, an_order("a cat", task_id=f"task_{number}"))
    assert not drained.orders
    other.errors = [EngineUnavailable("gone")]
    (picture,) = pictures(await events_of(router, an_order("a cat"))).values()
    assert (picture.engine, len(picture.notes)) == ("drained", 1)


async def test_routes_may_be_exchanged_under_an_order_which_keeps_to_its_own() -> None:
    first, second, third = Painter("first"), Painter("second"), Painter("third")
    second.gate = asyncio.Event()
    router = route(first, second)
    first.errors = [EngineUnavailable("gone")]
    drawing = asyncio.create_task(events_of(router, an_order("a cat")))
    for _ in range(20):
        await asyncio.sleep(0)
    assert second.orders
    left = router.follow(route(third))
    assert [entry.name for entry in left] == ["first", "second"]
    parting = asyncio.create_task(router.part_from(left))
    (picture,) = pictures(await events_of(router, an_order("a cat"))).values()
    assert (picture.engine, router.name) == ("third", "third")
    # Also the one that has failed may still be asked, for all that it knows.
    assert (first.is_closed, second.is_closed) == (False, False)
    second.gate.set()
    (picture,) = pictures(await drawing).values()
    assert picture.engine == "second"
    await asyncio.wait_for(parting, 10)
    assert (first.is_closed, second.is_closed, third.is_closed) == (True, True, False)
    await router.aclose()
    assert third.is_closed


async def test_who_is_left_while_drawing_is_closed_with_the_router_at_the_latest() -> None:
    first = Painter("first")
    router = route(first)
    left = router.follow(route(Painter("second")))
    with left[0].orders.one_more():
        parting = asyncio.create_task(router.part_from(left))
        await asyncio.sleep(0)
        await router.aclose()
        assert first.is_closed
    await parting


async def test_what_did_not_change_keeps_its_engine_health_and_slots() -> None:
    tables = {
        "same": EngineTable(engine="instant", concurrency=2),
        "slower": EngineTable(engine="instant", timeout_s=1),
        "fewer": EngineTable(engine="instant", concurrency=2),
        "other": EngineTable(engine="openai", options={"model": "m"}),
    }
    models = {"m": ModelTable(engines=[*tables, "illustrator"])}
    intake = GuardedIntake()
    router = build_router(intake, engine="instant", options={}, engines=tables, models=models)
    before = {entry.name: entry for entry in router.entries}
    tables |= {
        "slower": EngineTable(engine="instant", timeout_s=9),
        "fewer": EngineTable(engine="instant", concurrency=1),
        "other": EngineTable(engine="openai", options={"model": "n"}),
    }
    new, left = await rebuild(router, intake, engine="instant", options={}, engines=tables, models=models)
    after = {entry.name: entry for entry in router.entries}
    assert [entry.name for entry in new] == [entry.name for entry in left] == ["other"]
    assert after["same"] is before["same"]
    assert after["illustrator"] is before["illustrator"]
    for name in ("slower", "fewer"):
        assert after[name].engine is before[name].engine
        assert after[name].health is before[name].health
    assert (after["slower"].timeout_s, after["fewer"].concurrency) == (9, 1)
    assert after["other"].engine is not before["other"].engine
    await router.part_from(left)
    await router.aclose()


async def test_an_engine_whose_files_have_changed_is_made_anew(tmp_path: Path) -> None:
    path, shipped = tmp_path / "draw.json", files("paintover.engines.comfyui").joinpath("workflows")
    path.write_bytes(shipped.joinpath("text-to-image.json").read_bytes())
    draw = {"file": str(path), "inputs": {"prompt": "6.text"}}
    tables = {"comfy": EngineTable(engine="comfyui", options={"draw": draw, "model": "m.safetensors"})}
    models = {"m": ModelTable(engines=["comfy"])}
    intake = GuardedIntake()
    router = build_router(intake, engine="instant", options={}, engines=tables, models=models)

    async def again() -> list[str]:
        new, left = await rebuild(router, intake, engine="instant", options={}, engines=tables, models=models)
        await router.part_from(left)
        assert [entry.name for entry in new] == [entry.name for entry in left]
        return [entry.name for entry in new]

    assert await again() == []
    path.write_bytes(path.read_bytes() + b"\n")
    assert await again() == ["comfy"]
    assert await again() == []
    path.write_bytes(b"{}")
    with pytest.raises(BadRequest, match="API format"):
        await again()
    await router.aclose()


async def test_an_engine_that_is_to_be_warm_from_now_on_gets_ready() -> None:
    models = {"m": ModelTable(engines=["a", "b"])}
    tables = {"a": EngineTable(engine="instant"), "b": EngineTable(engine="instant", warm=True)}
    intake = GuardedIntake()
    router = build_router(intake, engine="instant", options={}, engines=tables, models=models)
    (before,) = (entry for entry in router.entries if entry.name == "a")
    tables = {name: EngineTable(engine="instant", warm=True, concurrency=3) for name in tables}
    (entry,), left = await rebuild(
        router, intake, engine="instant", options={}, engines=tables, models=models
    )
    assert (entry.name, entry.warm, entry.engine is before.engine, left) == ("a", True, True, [])
    await router.aclose()


async def test_a_mistake_leaves_the_router_as_it_was_and_nothing_open() -> None:
    intake = GuardedIntake()
    router = build_router(intake, engine="instant", options={}, engines={}, models={})
    before = router.entries
    tables = {"far": EngineTable(engine="openai", options={"model": "m"})}
    models = {"a": ModelTable(engines=["far"]), "b": ModelTable(engines=["nonesuch"])}
    with pytest.raises(BadRequest, match="nonesuch"):
        await rebuild(router, intake, engine="instant", options={}, engines=tables, models=models)
    assert router.entries == before
    assert router.models == ()
    await router.aclose()


async def test_who_is_to_be_warm_gets_ready_and_may_fail_at_it() -> None:
    warm, cold, ill, broken = Painter("warm"), Painter("cold"), Painter("ill"), Painter("broken")
    asked: list[str] = []

    def watch(painter: Painter, error: Exception | None) -> None:
        async def get_ready() -> None:
            asked.append(painter.name)
            if error is not None:
                raise error

        painter.warm = get_ready  # type: ignore[method-assign]

    watch(warm, None)
    watch(cold, None)
    watch(ill, EngineUnavailable("gone"))
    watch(broken, RuntimeError("a bug"))
    entries = [Entry(name=one.name, engine=one, warm=one is not cold) for one in (warm, cold, ill, broken)]
    await Router(Route(entries=tuple(entries))).warm()
    assert sorted(asked) == ["broken", "ill", "warm"]


async def test_it_is_built_from_what_the_operator_has_written() -> None:
    router = build_router(
        GuardedIntake(),
        engine="main",
        options={},
        engines={
            "main": EngineTable(engine="instant"),
            "far": EngineTable(engine="openai", options={"model": "m"}, concurrency=2),
        },
        models={"a": ModelTable(engines=["far", "main"]), "b": ModelTable(engines=["illustrator"])},
    )
    assert router.models == ("a", "b")
    assert router.name == "instant"
    await router.aclose()


@pytest.mark.parametrize(
    ("engine", "engines", "models", "words"),
    [
        ("nonesuch", {}, {}, "nonesuch"), ("instant", {}, {"m": ModelTable(engines=["gone"])}, "'gone'.*'m'.*instant"),
        ("instant", {}, {"m": ModelTable(engines=["instant"], weights={"other": 1})}, "'m'.*'other'.*instant"),
        ("instant", {}, {"m": ModelTable(engines=["instant"], weights={"instant": 0})}, "above 0"),
        ("instant", {"x": EngineTable(engine="openai")}, {"m": ModelTable(engines=["x"])}, "MODEL"),
        ("instant", {"x": EngineTable(engine="openai", options={"model": "m", "kye": "sk-1"})}, {"m": ModelTable(engines=["x"])}, "kye"),
    ],
)  # fmt: skip
def test_what_is_written_wrong_is_said(
    engine: str, engines: dict[str, EngineTable], models: dict[str, ModelTable], words: str
) -> None:
    with pytest.raises(BadRequest, match=words) as caught:
        build_router(GuardedIntake(), engine=engine, options={}, engines=engines, models=models)
    assert "sk-1" not in json.dumps(caught.value.message)

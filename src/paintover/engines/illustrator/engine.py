"""The built-in illustrator behind the `Engine` protocol."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from paintover.domain.call import Language
from paintover.domain.errors import EngineFailed, NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.abroad import as_spoken, retold, tongue_of
from paintover.engines.illustrator.drawing.clear import cleared, white, without_background
from paintover.engines.illustrator.drawing.encode import encode, encode_png
from paintover.engines.illustrator.drawing.filters import graded
from paintover.engines.illustrator.drawing.frame import framed
from paintover.engines.illustrator.drawing.hidden import hidden
from paintover.engines.illustrator.drawing.photograph import sources_of
from paintover.engines.illustrator.drawing.render import Drawing
from paintover.engines.illustrator.drawing.styles import in_style
from paintover.engines.illustrator.drawing.svg import svg_of
from paintover.engines.illustrator.editing.account import account, joined, told_hidden
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.editing.editor import Composed
from paintover.engines.illustrator.editing.hosting import in_order
from paintover.engines.illustrator.grammar.dialects import Dialect
from paintover.engines.illustrator.letters.fonts import unsettable
from paintover.engines.illustrator.letters.sheet_art import lettered_over
from paintover.engines.illustrator.notes import unlettered
from paintover.engines.illustrator.photo import (
    Photo,
    as_far_as_seen,
    edit_photo,
    is_treated_whole,
    only_where_drawn,
    put_into,
)
from paintover.engines.illustrator.rehang import rehung
from paintover.engines.illustrator.scene import Placement, Scene
from paintover.engines.illustrator.sprites.art import ART_VERSION
from paintover.engines.illustrator.staging.layout import arrange
from paintover.engines.illustrator.staging.spot import settled, spot_of
from paintover.engines.options import NoOptions, read_options
from paintover.engines.protocol import (
    Capabilities,
    Engine,
    EngineEvent,
    Intake,
    Painted,
    Picture,
    Preview,
    SourceImage,
    StageDone,
    Work,
)
from paintover.memory import give_back

ENGINE_VERSION = "43"
"""Stored with each scene; changes whenever the same work could give other bytes."""
THREADS = 4
"""Pictures drawn at the same time, at most; drawing holds the interpreter's lock for less than half of its time."""

_SHARE = {
    "understand": 0.04,
    "layout": 0.12,
    "backdrop": 0.40,
    "actors": 0.62,
    "details": 0.72,
    "shadows": 0.78,
    "composition": 0.84,
    "style": 0.90,
    "encode": 0.98,
}
"""How much of one picture is done after each stage, from measured times at 1024 x 1024."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A finished stage of one picture."""

    name: str


class IllustratorEngine(Engine):
    """Draws scenes in worker threads; knows no network, no key, no clock. Instances may be shared."""

    name = "illustrator"
    version = ENGINE_VERSION
    capabilities = Capabilities(
        edits=frozenset({"scene", "pixels"}),
        max_sources=16,
        masks=True,
        seeds=True,
        transparency=True,
        previews=True,
        progress=True,
    )

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="illustrator")

    async def paint(self, work: Work) -> AsyncGenerator[EngineEvent, None]:
        """See `Engine.paint`. Each stage runs in a thread; closing the iterator stops before the next one.

        A batch that an earlier attempt has begun goes on where it stopped, in what is drawn and in what is reported.
        """
        self.capabilities.check(work)
        loop = asyncio.get_running_loop()
        for done, index in enumerate(work.missing, start=len(work.kept)):
            steps = picture_steps(work, index)
            while True:
                step = await loop.run_in_executor(self._threads, next, steps, None)
                if step is None:
                    raise EngineFailed("The illustrator stopped before its picture was done.")
                if isinstance(step, Picture):
                    await loop.run_in_executor(self._threads, give_back)
                    yield Painted(index, step)
                    break
                if isinstance(step, Preview):
                    yield step
                    continue
                yield StageDone(step.name, (done + _SHARE[step.name]) / work.n)

    async def svg(self, source: SourceImage) -> bytes:
        """See `Engine.svg`."""
        scene = None if source.scene is None else _scene_of(source)
        if scene is None or scene.photographs or not all(thing.id in scene.layout for thing in scene.objects):
            return await super().svg(source)
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, svg_of, scene, source.width, source.height)

    async def aclose(self) -> None:
        """Let running stages end and release the threads."""
        await asyncio.to_thread(self._threads.shutdown, cancel_futures=True)


def build(options: Mapping[str, Any], intake: Intake) -> IllustratorEngine:
    """Entry point."""
    read_options(NoOptions, options, engine=IllustratorEngine.name)
    return IllustratorEngine()


def picture_steps(work: Work, index: int) -> Iterator[Stage | Preview | Picture]:
    """Draw picture number `index` of the order, one stage at a time; the picture comes last. What is said of it is said in
    the language of the order.

    Raises:
        NotDrawable: the order is understood and cannot be done.
    """
    if work.language == "zh":
        yield from _steps(work, index)
        return
    try:
        for step in _steps(work, index):
            yield replace(step, notes=_retold(step.notes, work)) if isinstance(step, Picture) else step
    except NotDrawable as refused:
        raise NotDrawable(retold(refused.message, _wish(work)), param=refused.param) from refused


def _retold(said: Sequence[str], work: Work) -> tuple[str, ...]:
    wish = _wish(work)
    return tuple(retold(note, wish) for note in said)


def _wish(work: Work) -> str:
    """By what the language of an answer is told: the wish, and the names in the pictures that it changes."""
    scenes = (_scene_of(source) for source in work.sources if source.scene is not None)
    return as_spoken(
        work.prompt, [thing.label for scene in scenes if scene is not None for thing in scene.objects]
    )


def _steps(work: Work, index: int) -> Iterator[Stage | Preview | Picture]:
    """Previews are what stands on the canvas by then: the backdrop (for an edit, the picture that it starts from), then the
    actors, then all that they bear and the words, before the style."""
    scenes = [_shown_by(source, work) for source in work.sources]
    photo, width, height = _photo_of(work, scenes, index), work.width, work.height
    if photo is None and None not in scenes:
        work, scenes = _host_first(work, [scene for scene in scenes if scene is not None])
    if photo is not None and not photo.is_drawn_upon:
        yield from _photo_steps(work, photo, index)
        return
    if photo is not None:
        composed = Composed(scene=photo.scene(), notes=photo.notes)
        width, height = photo.width, photo.height
        yield Stage("understand")
        scene = _signed(composed.scene)
    else:
        composed = _compose(work, [scene for scene in scenes if scene is not None], index)
        yield Stage("understand")
        scene = _laid_out(work, scenes[0] if scenes else None, composed)
    changes = _changes(scene, scenes, work)
    if changes is None and not composed.notes and _asks(work) and _is_as_before(scene, scenes):
        raise NotDrawable(notes.no_difference(work.language))
    yield Stage("layout")
    photographs = sources_of(scene, (*work.used, *work.sources)) or {}
    ground = white(work) if scene.clear else None
    drawing = Drawing(scene, width, height, ground=ground, photographs=photographs)
    due = list(_shown(work))
    if due and due[0] == "parent":
        yield Preview(index, work.sources[0].image, work.sources[0].media_type)
    for name in drawing.stages():
        yield Stage(name)
        if name in due:
            yield Preview(index, encode_png(drawing.so_far(name)), "image/png")
    pixels = in_style(drawing.pixels, scene.style, scene.seed, drawing.labels)
    pixels = lettered_over(pixels, drawing.scene)
    if not scene.clear:
        pixels = graded(pixels, scene.grade)
    if scene.frame is not None:
        pixels = framed(pixels, scene.frame)
    unseen = _unseen(drawing, scenes, work)
    yield Stage("style")
    if scene.clear:
        pixels = graded(cleared(drawing, pixels), scene.grade)
    image, media_type = encode(pixels, work.output)
    yield Stage("encode")
    yield Picture(
        image=image,
        media_type=media_type,
        output=work.output,
        width=width,
        height=height,
        seed=drawing.scene.seed,
        scene=drawing.scene.to_json(),
        notes=(*composed.notes, *_unlettered(drawing.scene, work.language), *([] if changes else unseen)),
        changes=joined(work.language, _dialect(work), changes, *unseen) if changes else None,
    )


def _host_first(work: Work, scenes: list[Scene]) -> tuple[Work, list[Scene | None]]:
    """The order with the picture first into which things come of the others, and all that goes by the first with it."""
    prompt, order = in_order(work.prompt, scenes)
    if order == tuple(range(len(scenes))):
        return work, [*scenes]
    sources = tuple(work.sources[number] for number in order)
    return replace(work, prompt=prompt, sources=sources), [scenes[number] for number in order]


def _shown(work: Work) -> Sequence[str]:
    """The stages after which somebody looks."""
    first = work.sources[0] if work.sources else None
    kept_shape = first is not None and abs(first.width * work.height / (first.height * work.width) - 1) < 0.02
    return ("parent" if kept_shape else "backdrop", "actors", "composition")[: work.previews]


def _changes(scene: Scene, sources: Sequence[Scene | None], work: Work) -> str | None:
    """See `Picture.changes`. None of a new picture, which shows all that it is, nor where a mask says what may change."""
    before = [source for source in sources if source is not None]
    if not before or work.mask is not None:
        return None
    return account(before, scene, work.language, _dialect(work))


def _unseen(drawing: Drawing, sources: Sequence[Scene | None], work: Work) -> tuple[str, ...]:
    """What of the things that are new, or placed anew, or behind those, is hidden in the finished drawing."""
    before = next((source for source in sources if source is not None), None)
    if work.mask is not None:
        return ()
    stood = {} if before is None else before.layout
    touched = {key for key, placed in drawing.scene.layout.items() if not _stays(placed, stood.get(key))}
    told = told_hidden(hidden(drawing, touched), drawing.scene, work.language, _dialect(work))
    return (told,) if told is not None else ()


def _stays(now: Placement, then: Placement | None) -> bool:
    """Whether one stands where it stood, as large."""
    return then is not None and (now.x, now.base, now.scale) == (then.x, then.base, then.scale)


def _dialect(work: Work) -> Dialect | None:
    return None if work.language == "zh" else tongue_of(_wish(work))


def _asks(work: Work) -> bool:
    return work.mask is None and any(letter.isalnum() for letter in work.prompt)


def _is_as_before(scene: Scene, sources: Sequence[Scene | None]) -> bool:
    """Whether a scene would be drawn as the first of the sources was, where no change of it can be told."""
    before = sources[0] if sources else None
    return before is not None and (scene.layout, scene.env, scene.clear) == (
        before.layout,
        before.env,
        before.clear,
    )


def _unlettered(scene: Scene, language: Language) -> tuple[str, ...]:
    """What could not be written of the words in the picture."""
    missing = unsettable(
        scene.caption or "",
        *(words for _, words in scene.in_corners),
        *(thing.says or "" for thing in scene.objects),
    )
    return (unlettered(missing, language),) if missing else ()


def _compose(work: Work, scenes: list[Scene], index: int) -> Composed:
    seed = work.seed + index
    ratio = str(work.ratio)
    prompt, clear = without_background(work.prompt, work.background)
    if not scenes:
        composed = compose_scene(prompt, ratio=ratio, seed=seed, language=work.language)
    elif clear and ratio == scenes[0].ratio and not any(letter.isalnum() for letter in prompt):
        composed = Composed(scene=scenes[0])
    elif scenes[0].photographs and (hung := rehung(prompt, scenes[0], work.language)) is not None:
        composed = hung
    else:
        composed = edit_scene(prompt, scenes, ratio=ratio, seed=seed, language=work.language)
        composed = as_far_as_seen(scenes[0], composed, work.language)
    if clear is None:
        clear = bool(scenes) and scenes[0].clear and composed.scene.env == scenes[0].env
    scene = msgspec.structs.replace(composed.scene, clear=clear)
    if clear:
        only_where_drawn(scene, work.language)
    return replace(composed, scene=scene)


def _laid_out(work: Work, base: Scene | None, composed: Composed) -> Scene:
    """The scene with a place for everything. What is new goes where a mask says, and nobody else moves for it."""
    scene = _signed(composed.scene)
    if work.mask is None or base is None:
        return arrange(scene, former=composed.former)
    before = {thing.id for thing in base.objects}
    if not scene.layout and scene.ratio == base.ratio and any(one.id not in before for one in scene.objects):
        present = {thing.id for thing in scene.objects}
        stood = {name: placement for name, placement in base.layout.items() if name in present}
        scene = msgspec.structs.replace(scene, layout=stood)
    scene = arrange(scene, former=composed.former)
    return settled(scene, before, spot_of(work.mask, scene))


def _signed(scene: Scene) -> Scene:
    return msgspec.structs.replace(scene, engine_version=ENGINE_VERSION, art_version=ART_VERSION)


def _scene_of(source: SourceImage) -> Scene | None:
    """The source's scene, or None for a picture that we did not draw."""
    if source.scene is None or "objects" not in source.scene:
        return None
    try:
        return Scene.from_json(source.scene)
    except msgspec.ValidationError as exc:
        raise EngineFailed(f"The scene stored with {source.gen_id} cannot be read: {exc}.") from exc


def _shown_by(source: SourceImage, work: Work) -> Scene | None:
    """The source's scene; None for a picture that is to be treated as pixels: none of ours, one with a photograph that is gone
    by now, or one that is to be cut or hung with the photograph in it."""
    scene = _scene_of(source)
    if scene is None or not scene.photographs:
        return scene
    if sources_of(scene, work.used) is None or (
        source is work.sources[0] and is_treated_whole(work.prompt, scene)
    ):
        return None
    return scene


def _photo_of(work: Work, scenes: Sequence[Scene | None], index: int) -> Photo | None:
    """What is to be done with a photograph, if the order starts from one; None for an order about drawings alone."""
    if not scenes or all(scene is not None for scene in scenes):
        return None
    if scenes[0] is None:
        return edit_photo(work, index)
    photograph = next(source for source, scene in zip(work.sources, scenes, strict=True) if scene is None)
    return put_into(work, scenes[0], photograph, index)


def _photo_steps(work: Work, photo: Photo, index: int) -> Iterator[Stage | Preview | Picture]:
    """A photograph that stays one."""
    yield Stage("understand")
    pixels = photo.pixels()
    for name in ("backdrop", "composition"):
        yield Stage(name)
    if work.previews:
        yield Preview(index, encode_png(pixels), "image/png")
    image, media_type = encode(pixels, work.output)
    yield Stage("encode")
    yield Picture(
        image=image,
        media_type=media_type,
        output=work.output,
        width=photo.width,
        height=photo.height,
        seed=work.seed + index,
        notes=photo.notes,
    )

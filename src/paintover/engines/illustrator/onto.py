"""Things drawn onto a photograph: what an edit adds, without any knowledge of what the photograph shows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import msgspec

from paintover.domain.call import Language
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.editor import Composed
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.utterance import Utterance
from paintover.engines.illustrator.scene import Environment, Placement, Scene
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.staging.layout import arrange, scene_size
from paintover.engines.illustrator.staging.spot import settled, spot_of
from paintover.engines.illustrator.wording import Pattern

_THE_PHOTO = Pattern(
    r"(?:在|给|往)?(?:这|那)?(?:张|幅)?(?:照片|图片|相片|画面|图)(?:的?(?:里面?|上面?|中间?|内))?"
    r"|\b(?:in|on|onto|into|to|over)\s+(?:the|this|my|that)\s+(?:photo(?:graph)?|picture|image|pic)\b"
)
_BEFORE_IT = Pattern(
    r"(?:在|站在|坐在)?(?:它的?|照片的?|海报的?|背景的?|广告牌的?|电视机?的?|墙)?(?:的)?(?:前面|前方|下面|下方|前)"
    r"|\b(?:(?:standing|sitting|walking|right)\s+)?(?:in front(?: of)?|before|below|beneath|under|underneath)\b"
    r"(?:\s+(?:the|it|that|this|my))*(?:\s*(?:poster|photo|picture|billboard|tv|background|wall|it)\b)?"
)
"""Where actors stand anyway."""
_CORNER = re.compile(
    r"[左右][上下]角?"
    r"|\b(?:in|at|on|into)?\s*the\s+(?:lower|upper|top|bottom)[ -](?:left|right)(?:[ -](?:hand )?corner|[ -]side)?\b",
    re.IGNORECASE,
)
_ADDED = re.compile("追加|描[いくき]|加え|추가|그려|넣어")
_SHRUNK = 0.62
"""Guests of a photograph are smaller than the actors of a picture of their own."""
_ACROSS = {"left": 0.24, "right": 0.76}
"""Where the guests' middle is, as a share of the width; in the middle otherwise."""
_DOWN = {"top": 0.48, "middle": 0.70}
"""Where their feet are, as a share of the height; near the lower edge otherwise."""


@dataclass(frozen=True, slots=True)
class Guests:
    """What is to be drawn onto a photograph, laid out on its shape."""

    scene: Scene
    notes: tuple[str, ...]


def guests(
    prompt: str,
    *,
    ratio: str,
    seed: int,
    language: Language,
    mask: bytes | None = None,
    stage: Environment | None = None,
    whole: bool = False,
) -> Guests | None:
    """What the wish adds, where the mask is open if there is one (see `Work.mask`); None where it adds nothing, or says
    how that stands to what only the photograph shows.

    With a `stage` they are no guests of the photograph but play there, and where `whole` says so they are as large as in a
    picture of their own.
    """
    corner = _CORNER.search(prompt)
    words = _THE_PHOTO.sub(" ", _CORNER.sub(" ", prompt))
    if stage is not None:
        words = _BEFORE_IT.sub(" ", words)
    said = parse(words)
    near = () if stage is not None else _beside_the_unknown(said)
    if not _adds_only(said, near, is_added=_ADDED.search(words) is not None):
        return None
    composed = compose_scene(words, ratio=ratio, seed=seed, language=language)
    if near:
        composed = _without(composed, {said.mentions[index].label for index in near}, language)
    if stage is not None:
        played = arrange(msgspec.structs.replace(composed.scene, env=stage, style="storybook", caption=None))
        sides = [mention.side for mention in said.mentions if mention.side is not None]
        return Guests(played if whole else _placed(played, sides), composed.notes)
    scene = arrange(msgspec.structs.replace(composed.scene, style="storybook", caption=None))
    if mask is not None:
        return Guests(settled(scene, (), spot_of(mask, scene)), composed.notes)
    sides = [mention.side for mention in said.mentions if mention.side is not None]
    return Guests(_placed(scene, sides if corner is None else _sides(corner[0].lower())), composed.notes)


_ANYWHERE = frozenset({"beside", "left", "right", "front", "behind"})
"""Relations to something on a photograph for which what is drawn onto it stands where there is room."""


def _beside_the_unknown(said: Utterance) -> tuple[int, ...]:
    """The mentions of what only the photograph shows, beside which something is to be."""
    added = {operation.target for operation in said.operations}
    grounds = [link.ground for link in said.links if link.ground not in added and link.ground >= 0]
    if any(link.type not in _ANYWHERE for link in said.links if link.ground in grounds):
        return ()
    return tuple(dict.fromkeys(grounds))


def _without(composed: Composed, labels: set[str], language: Language) -> Composed:
    """The guests without what the photograph shows already, and a word on where they stand."""
    gone = {thing.id for thing in composed.scene.objects if thing.label in labels}
    kept = tuple(
        msgspec.structs.replace(thing, rel=None) if thing.rel is not None and thing.rel.to in gone else thing
        for thing in composed.scene.objects
        if thing.id not in gone
    )
    return replace(
        composed,
        scene=msgspec.structs.replace(composed.scene, objects=kept),
        notes=(notes.somewhere_on_the_photograph(sorted(labels), language),),
    )


def _adds_only(said: Utterance, near: Sequence[int], *, is_added: bool) -> bool:
    """Whether every thing named is a new one that can be drawn, and stands only to others that are new, or `near` what the
    photograph shows. `is_added` says so of languages without articles."""
    if not said.operations or any(operation.action != "add" for operation in said.operations):
        return False
    added = {operation.target for operation in said.operations}
    known = [said.mentions[index] for index in added if index >= 0]
    if len(known) != len(added) or any(mention.kind in (None, "picture") for mention in known):
        return False
    is_new = is_added or any(operation.fresh for operation in said.operations)
    if not is_new and not any(mention.counted for mention in known):
        return False  # "the cat" is one that the photograph shows
    return all(link.ground in added or link.ground in near for link in said.links)


def _sides(corner: str) -> list[str]:
    across = "left" if "左" in corner or "left" in corner else "right"
    return [across, "top"] if re.search("上|upper|top", corner) else [across]


def _placed(scene: Scene, sides: Sequence[str]) -> Scene:
    """All guests together, smaller, on the side of the photograph that was named."""
    width, height = scene_size(scene)
    placements = scene.layout.values()
    left, right = min(p.box[0] for p in placements), max(p.box[2] for p in placements)
    top, ground = min(p.box[1] for p in placements), max(placement.base for placement in placements)
    middle, half = (left + right) / 2, (right - left) / 2 * _SHRUNK
    flying = all(stock_of(thing).habitat == "sky" for thing in scene.objects)
    across = next((_ACROSS[side] for side in sides if side in _ACROSS), 0.5) * width
    down = next((_DOWN[side] for side in sides if side in _DOWN), 0.55 if flying else 0.94) * height
    across = min(max(across, half + 0.01 * width), width * 0.99 - half)
    down = max(down, (ground - top) * _SHRUNK + 0.01 * height)

    def moved(placement: Placement) -> Placement:
        return msgspec.structs.replace(
            placement,
            x=round(across + _SHRUNK * (placement.x - middle), 2),
            base=round(down - _SHRUNK * (ground - placement.base), 2),
            scale=round(placement.scale * _SHRUNK, 2),
            lift=round(placement.lift * _SHRUNK, 2),
        )

    return msgspec.structs.replace(scene, layout={key: moved(value) for key, value in scene.layout.items()})

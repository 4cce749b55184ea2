"""Who is told to be on a path or a country road, or to go along it, is on the one that the place has."""

from __future__ import annotations

import msgspec

from paintover.engines.illustrator.retelling.paths import PATH, ROAD, WALKED
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.wording import Pattern

_ON_IT = Pattern(
    r"\b(?:on|along|down|up|following) (?:an?|the|this|that|some) (?:[a-z-]+ ){0,3}(?:paths?|pathways?|footpaths?|trails?|roads?|lanes?|tracks?)\b"
    r"|(?:[走跑骑开行站停漫散]步?(?:驶|进|着|车|自行车)*[在过]?|沿着?|顺着)[^，。,]{0,8}(?:小路|小径|小道|土路|石板路|石子路|碎石路|林荫道|山路|山道|公路|道路|步道)|(?:小路|小径|小道|土路|石板路|石子路|山路|山道|公路|道路|步道)(?:上|中间)|^(?:在)?(?:马|公)?路(?:上|中间)"
)


def on_the_path(scene: Scene, wish: str) -> Scene:
    """The picture with those who come to it on its path, if the wish says so."""
    if (
        scene.env.scenery.path not in (PATH, ROAD)
        or scene.env.place not in WALKED
        or _ON_IT.search(wish) is None
    ):
        return scene
    moved = (
        msgspec.structs.replace(one, where="path") if _goes(scene, one) else one for one in scene.objects
    )
    return msgspec.structs.replace(scene, objects=tuple(moved))


def _goes(scene: Scene, one: Thing) -> bool:
    """Whether it is new there, stands for itself, and can go along a path."""
    kind = stock_of(one)
    free = one.id not in scene.layout and one.rel is None and not one.where and one.size != "far"
    return free and (kind.habitat == "road" or (kind.alive and kind.habitat == "ground"))

"""What stands at the side of a street is on its pavement, and not in the middle of the road: a lamp, a bench, whatever is said to
be at the roadside."""

from __future__ import annotations

import msgspec

from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.wording import Pattern

_KERBSIDE = frozenset({
    "street-lamp", "lamp-post", "bench", "bus-stop", "fire-hydrant", "parking-meter", "mailbox", "postbox", "traffic-light", "trash-can",
    "stop-sign", "vending-machine", "phone-booth", "tree", "potted-plant", "signpost", "market-stall", "flower-pot", "bicycle-rack",
})  # fmt: skip
"""What stands there though nobody says so."""
_ROADSIDE = Pattern(
    r"\b(?:(?:at|by|on|along|beside|near|to|next to) (?:the )?)?(?:(?:side|edge) of (?:the )?(?:road|street|lane)|road ?side|kerb(?:side)?|curb(?:side)?|pavement|sidewalk)\b|\bby the (?:road|street)\b"
    r"|(?:在|到)?(?:马路|道路|公路|大街|街道|街|路)的?(?:一)?(?:边上?|旁边?|一侧)|人行道上?"
)


def at_the_kerb(scene: Scene, prompt: str) -> Scene:
    """The picture with what comes to a street at its side where it belongs there or is told to be."""
    if scene.env.place != "street" or not scene.layout:
        return scene
    told = _ROADSIDE.search(prompt) is not None

    def belongs(one: Thing) -> bool:
        on_foot = kinds()[one.kind].habitat != "sky"
        return (
            one.id not in scene.layout
            and one.rel is None
            and not one.where
            and on_foot
            and (told or one.kind in _KERBSIDE)
        )

    moved = (msgspec.structs.replace(one, where="kerb") if belongs(one) else one for one in scene.objects)
    return msgspec.structs.replace(scene, objects=tuple(moved))

"""Kinds of things by which it is told whether words make a picture of their own: places, and whoever may be there."""

from __future__ import annotations

from paintover.planner.lexicon import CONCEPT


def concepts(*names: str) -> frozenset[str]:
    """The terms of some concepts of the lexicon."""
    return frozenset(CONCEPT + name for name in names)


SETTINGS = concepts(
    "nature", "building", "room", "waterplace", "drinkplace", "garden", "park", "street", "city", "village", "sky", "space",
    "road", "market", "farm", "campus", "station", "shop", "playground", "stage", "zoo", "table_", "window", "sofa", "bed",
    "beach", "forest", "kitchen",
)  # fmt: skip
"""Where something may be: a scene has a place of its own."""
PLACES = SETTINGS - concepts("table_", "window", "sofa", "bed", "building")
"""Where many things may be."""
BEINGS = concepts("animal", "person", "mythical")
"""Whoever may do something."""
KINDS_OF_PICTURE = concepts(
    "print_", "ad_", "greeting_", "painting", "sketch", "cartoon", "poster", "watercolor", "oil_painting", "illustration",
    "logo", "icon", "sticker", "avatar", "wallpaper_", "cover", "card", "flyer", "map", "photo",
)  # fmt: skip
"""What is said of a picture as a whole."""

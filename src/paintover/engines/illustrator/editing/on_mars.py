"""On Mars: its ground is the moon's in red, and no ball in the sky that somebody stands on."""

from __future__ import annotations

import msgspec

from paintover.domain.call import Language
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.wording import Pattern

_THERE = Pattern(
    r"\bon (?:the )?(?:(?:red )?planet |surface of )?(?P<en>mars)\b(?! bar)|(?:在)?(?P<zh>火星)(?:的?表面|的?地面)?上(?!空|方|面有)",
)


def on_the_moon_instead(prompt: str) -> str:
    """The wish with the moon for Mars, as the grammar knows a place; else as it was."""
    return _THERE.sub(lambda match: "on the moon" if match["en"] else "在月球上", prompt)


def in_its_colour(scene: Scene, prompt: str, language: Language) -> tuple[Scene, tuple[str, ...]]:
    """The new scene on red ground where the wish plays on Mars, and what is said of it."""
    match = _THERE.search(prompt)
    if match is None or scene.env.place != "moon":
        return scene, ()
    scenery = msgspec.structs.replace(scene.env.scenery, ground=scene.env.scenery.ground or "red")
    env = msgspec.structs.replace(scene.env, scenery=scenery)
    word = match["en"] or match["zh"]
    told = notes.relatives(((word, "月球" if language == "zh" else "moon"),), language)
    return msgspec.structs.replace(scene, env=env), (told,)

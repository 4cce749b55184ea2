"""The moon of a forest is behind its trunks, where the backdrop shows it, and not before them."""

from __future__ import annotations

import msgspec

from paintover.engines.illustrator.scene import Environment, Scene


def between_the_trunks(scene: Scene, env: Environment) -> tuple[Scene, Environment]:
    """The scene without a plain moon of its own in a forest at night, and the surroundings that show one instead."""
    if (env.place, env.time) != ("forest", "night"):
        return scene, env
    moons = [one for one in scene.objects if one.kind == "moon"]
    if len(moons) != 1:
        return scene, env
    moon = moons[0]
    looks = (moon.colour, moon.size, moon.pattern, moon.pose, moon.mood, moon.where)
    meant = {one.rel.to for one in scene.objects if one.rel is not None} | {one.at for one in scene.objects}
    tied = moon.rel is not None and moon.rel.type != "beside"  # a wolf with a full moon
    if any(looks) or tied or moon.id in meant:
        return scene, env
    left = tuple(one for one in scene.objects if one is not moon)
    return msgspec.structs.replace(scene, objects=left), msgspec.structs.replace(env, luminary=True)

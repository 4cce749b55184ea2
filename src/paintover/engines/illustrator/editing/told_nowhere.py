"""A place in the picture that a Chinese wish names and that the picture has not, or where nothing came: 墙上加一只鸟 in a park,
门口放个花盆 in a kitchen without a door. What came is drawn; where it is not, is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from paintover.engines.illustrator import notes
from paintover.engines.illustrator.backdrops import INDOORS
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.hung import has_hooks

_PUTS = r"(?:再|还|也|给我)?(?:多|又)?(?:加|放|摆|挂|贴|画|添|来|有|站|坐|停|趴|飞|蹲|装|钉)"
_ON_WALL = re.compile(rf"(?<!围)(?:墙壁|墙面|墙)上(?:面)?{_PUTS}")
_AT_DOOR = re.compile(
    rf"(?<![店校家洞城园山村部])(?:大?门口|大?门前|大?门外|大?门边|大?门旁边?)(?:的地方)?{_PUTS}"
)
_AT_WINDOW = re.compile(rf"(?:窗户?边上?|窗户?旁边?|窗户?前面?|窗台上|窗户?外面?){_PUTS}")
_WALLS = frozenset({"wall", "brick-wall", "stone-wall", "fence"})


def told_nowhere(prompt: str, before: Scene, after: Scene) -> tuple[str, ...]:
    """What is to be said of the wall or the door at which the newcomers are not."""
    stood = {one.id for one in before.objects}
    came = [one for one in after.objects if one.id not in stood]
    return tuple(dict.fromkeys(_told(prompt, came, after))) if came else ()


def lacks_a_window(prompt: str, base: Scene) -> bool:
    """Whether something is to come to the window of a picture out of doors in which nothing has one."""
    if not _AT_WINDOW.search(prompt) or base.env.place in INDOORS:
        return False
    return not any(has_hooks(one) or "window" in one.kind for one in base.objects)


def _told(prompt: str, came: list[Thing], after: Scene) -> Iterator[str]:
    doors = [one for one in after.objects if has_hooks(one) or "door" in one.kind or "gate" in one.kind]
    walls = [one for one in after.objects if one.kind in _WALLS or has_hooks(one)]
    at_wall = [one for one in came if one.pose in ("hung", "ceiling") or one.rel is not None or one.where]
    if (said := _ON_WALL.search(prompt)) is not None and not at_wall:
        if after.env.place in INDOORS or walls:
            words = prompt[said.start() : said.end()].partition("上")[0] + "上"
            yield notes.not_so(words, f"{came[0].label}不在墙上", "zh")
        else:
            yield notes.not_in_picture("墙", "zh")
    if _AT_DOOR.search(prompt) is not None and not doors:
        yield notes.not_in_picture("门", "zh")

"""An animal that sits up and has something between its paws can't stand with it: that is said, where nothing else changed."""

from __future__ import annotations

from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.wording import Pattern

_STANDS = Pattern(
    r"(?:\b(?:stands?|gets?|getting|standing) (?:up|upright)|\bstand|站起来?|站立|站着)(?: please| now| again)*(?:吧|了)?[.!。！]*$"
)
_SITS_UP = "paws"


def told_to_stand(before: Scene, after: Scene, prompt: str) -> bool:
    """Whether a wish ends in that somebody stand up, and all is as it was."""
    alike = before.objects == after.objects and before.env == after.env
    return alike and _STANDS.search(prompt) is not None


def on_their_haunches(scene: Scene) -> tuple[str, ...]:
    """By their labels, those that sit up with something between the paws."""
    return tuple(dict.fromkeys(one.label for one in scene.objects if one.pose == _SITS_UP))

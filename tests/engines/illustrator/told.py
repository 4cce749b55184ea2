"""A talk with the illustrator: a first wish, changes of it, and what each answer says of its picture."""

from __future__ import annotations

from dataclasses import dataclass

from paintover.domain.call import Language
from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.editing.account import account
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange


def language_of(words: str) -> Language:
    return "en" if words.isascii() else "zh"


def first_picture(wish: str, *, seed: int = 3) -> Scene:
    """The scene of a first wish, laid out."""
    return arrange(compose_scene(wish, ratio="1:1", seed=seed, language=language_of(wish)).scene)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a change."""

    scene: Scene
    told: str
    """What was changed, as the answer tells it; for one that was refused, why."""
    notes: tuple[str, ...] = ()


def changed(base: Scene, edit: str) -> Answer:
    """A picture changed as a wish says; the same picture where that is refused."""
    language = language_of(edit)
    try:
        composed = edit_scene(edit, [base], ratio=base.ratio, seed=4, language=language)
    except NotDrawable as refused:
        return Answer(base, str(refused))
    scene = arrange(composed.scene, former=composed.former)
    return Answer(scene, account([base], scene, language) or "", composed.notes)


def talk(talked: str) -> list[Answer]:
    """The answers to the changes of a talk told as "wish => change => change"."""
    wish, *edits = (said.strip() for said in talked.split("=>"))
    scene, answers = first_picture(wish), []
    for edit in edits:
        answers.append(changed(scene, edit))
        scene = answers[-1].scene
    return answers

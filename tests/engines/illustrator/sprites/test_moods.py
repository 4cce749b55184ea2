from __future__ import annotations

import re

import msgspec
import numpy as np
import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.sprites.complexion import mouths
from paintover.engines.illustrator.sprites.figures import figure
from paintover.engines.illustrator.sprites.moods import CALM, MOODS, in_mood
from paintover.engines.illustrator.sprites.stock import figure_of, takes_mood, takes_pose
from tests.engines.illustrator.scenes import drawn, scene, thing


@pytest.mark.parametrize("kind", ["girl", "man", "panda", "dog", "cat", "horse"])
def test_each_mood_shows_on_the_face_and_nowhere_else(kind: str) -> None:
    plain = drawn(scene(thing("o1", kind)))
    seen = set()
    for mood in set(MOODS) - {CALM}:
        moody = drawn(scene(msgspec.structs.replace(thing("o1", kind), mood=mood)))
        assert moody.pixels.tobytes() not in seen
        seen.add(moody.pixels.tobytes())
        figured = figure_of(msgspec.structs.replace(thing("o1", kind), mood=mood))
        assert _besides_the_face(figured.body, figure_of(thing("o1", kind)).body)
    assert plain.pixels.tobytes() not in seen


def _besides_the_face(moody: str, calm: str) -> bool:
    """Whether all of a drawing is there still, but for a mouth and brows."""
    lost = [part for part in re.findall(r"<[a-z][^>]*>", calm) if part not in moody]
    return len(lost) <= 3 and all(part.startswith("<path") for part in lost)


@pytest.mark.parametrize(
    "kind", ["girl", "boy", "man", "woman", "child", "nurse", "santa-claus", "king", "baby"]
)
@pytest.mark.parametrize("mood", ["sad", "angry", "crying"])
def test_a_face_has_one_mouth(kind: str, mood: str) -> None:
    calm = figure_of(thing("o1", kind))
    moody = figure_of(msgspec.structs.replace(thing("o1", kind), mood=mood))
    shown = [part for part in re.findall(r"<path[^>]*>", calm.body) if any(one in part for one in mouths())]
    assert len(shown) == 1
    assert shown[0] not in moody.body


def test_who_has_no_known_eyes_keeps_its_face() -> None:
    bench = figure("prop:bench")
    assert in_mood(bench, "happy", person=False) is bench
    cat = figure("noto:cat")
    assert in_mood(cat, CALM, person=False) is cat
    assert in_mood(cat, "of-a-later-version", person=False) is cat


@pytest.mark.parametrize(
    ("prompt", "language", "moods"),
    [
        ("a happy cat and a sad dog", "en", ["happy", "sad"]),
        ("two angry bears", "en", ["angry", "angry"]),
        ("the horse is happy", "en", ["happy"]),
        ("一只开心的兔子", "zh", ["happy"]),
        ("一个哭泣的女孩和一只生气的熊猫", "zh", ["crying", "angry"]),
        ("a cat", "en", [None]),
    ],
)
def test_moods_are_read(prompt: str, language: str, moods: list[str | None]) -> None:
    composed = compose_scene(prompt, ratio="1:1", seed=1, language=language)  # type: ignore[arg-type]
    assert [one.mood for one in composed.scene.objects] == moods
    assert composed.notes == ()


@pytest.mark.parametrize(
    ("prompt", "edit", "language", "mood"),
    [
        ("a cat", "make the cat angry", "en", "angry"),
        ("a happy cat", "make it sad", "en", "sad"),
        ("a happy cat", "make the cat calm", "en", None),
        ("画一个男孩", "让他哭", "zh", "crying"),
        ("一只开心的兔子", "让兔子生气", "zh", "angry"),
        ("画一个老师", "让老师笑", "zh", "happy"),
        ("一个哭泣的老师", "让老师别哭了", "zh", None),
        ("一个医生", "让大家都露出惊讶的表情", "zh", "surprised"),
        ("a farmer", "make the farmer sad", "en", "sad"),
        ("a judge", "make the judge laugh", "en", "laughing"),
        ("a sad mechanic", "make everyone happy", "en", "happy"),
        ("a crying girl", "the girl should stop crying", "en", None),
        ("a boy", "make him yawn", "en", "yawning"),
        ("一只猫", "让它打哈欠", "zh", "yawning"),
    ],
)
def test_moods_are_changed_in_place(prompt: str, edit: str, language: str, mood: str | None) -> None:
    first = drawn(compose_scene(prompt, ratio="1:1", seed=1, language=language).scene)  # type: ignore[arg-type]
    second = edit_scene(edit, [first.scene], ratio="1:1", seed=1, language=language).scene  # type: ignore[arg-type]
    assert [one.mood for one in second.objects] == [mood]
    assert second.layout == first.scene.layout


@pytest.mark.parametrize(
    "kind",
    ["judge", "mechanic", "office-worker", "programmer", "factory-worker", "groom", "woman-farmer", "man-cook",
     "woman-police-officer", "man-scientist", "person-shrugging", "woman-raising-hand", "man-bald", "woman-red-hair"],
)  # fmt: skip
def test_people_of_the_emoji_set_show_moods(kind: str) -> None:
    calm = figure_of(thing("o1", kind))
    bodies = {figure_of(msgspec.structs.replace(thing("o1", kind), mood=mood)).body for mood in MOODS}
    assert len(bodies) == len(MOODS)
    assert all(_besides_the_face(body, calm.body) for body in bodies)


def test_what_cannot_be_drawn_is_said() -> None:
    lamp = compose_scene("an angry lamp", ratio="1:1", seed=1, language="en")
    assert any("expression" in note for note in lamp.notes)
    fish = compose_scene("一条坐着的鱼", ratio="1:1", seed=1, language="zh")
    assert any("姿势" in note for note in fish.notes)
    assert compose_scene("一头坐着的奶牛", ratio="1:1", seed=1, language="zh").notes == ()
    assert compose_scene("a running cow", ratio="1:1", seed=1, language="en").notes == ()


@pytest.mark.parametrize("kind", ["girl", "boy", "king", "cook", "panda", "bear"])
@pytest.mark.parametrize("pose", ["wave", "jump", "dance", "sit", "run", "sleep"])
def test_people_and_plush_take_the_common_poses(kind: str, pose: str) -> None:
    posing = msgspec.structs.replace(thing("o1", kind), pose=pose)
    assert takes_pose(posing)
    usual, posed = drawn(scene(thing("o1", kind))), drawn(scene(posing))
    assert not np.array_equal(usual.pixels, posed.pixels)


def test_sleep_hides_a_mood() -> None:
    dozing = msgspec.structs.replace(thing("o1", "cat"), pose="sleep", mood="happy")
    assert not takes_mood(dozing)


@pytest.mark.parametrize(
    ("start", "wish", "mood"),
    [
        ("a cat", "make it happier", "happy"),
        ("a cat", "make the cat angrier", "angry"),
        ("一只猫", "开心点", "happy"),
        ("一只猫", "让它笑一笑", "happy"),
    ],
)
def test_more_of_a_mood_is_that_mood(start: str, wish: str, mood: str) -> None:
    before = compose_scene(start, ratio="1:1", seed=1, language="en").scene
    after = edit_scene(wish, [before], ratio="1:1", seed=2, language="en").scene
    assert after.objects[0].mood == mood

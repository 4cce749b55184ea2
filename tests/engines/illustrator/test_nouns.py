"""Lists of nouns that must be drawn: none of them may end as a signpost, a near match or something else."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from paintover.domain.call import Language
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.editor import Composed

HERE = Path(__file__).parent
LISTS = {"nouns_coco.txt": 80, "nouns_quickdraw.txt": 345, "nouns_everyday.txt": 316}
EVERYDAY = "nouns_everyday.txt"
"""Mostly what no emoji shows."""
LANGUAGES: tuple[Language, ...] = ("en", "zh")
SINGULAR = {"cherry tomatoes", "drums", "flip flops", "peas", "rollerskates"}
"""English plurals; a plural is drawn as several."""
SEEN_APART = {
    "drums": ("drum", "drum-kit"),
    "mouse": ("mouse", "computer-mouse"),
    "electric scooter": ("kick-scooter", "scooter"),
    "rollerskates": ("roller-skates", "roller-skate"),
}
"""Nouns whose Chinese is narrower than the English, or another thing in each, with the kinds of each."""


def rows(name: str) -> Iterator[list[str]]:
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@cache
def composed(word: str, language: Language) -> Composed:
    return compose_scene(word, ratio="1:1", seed=1, language=language)


@pytest.mark.parametrize(("name", "many"), LISTS.items())
def test_the_list_is_whole(name: str, many: int) -> None:
    listed = list(rows(name))
    assert len(listed) == many
    assert len({row[0] for row in listed}) == many


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_noun_is_drawn_and_never_a_sign(name: str, language: Language) -> None:
    rungs: dict[str, int] = {}
    for row in rows(name):
        word = row[LANGUAGES.index(language)]
        done = composed(word, language)
        if len(row) == 3:
            setting = row[2].removeprefix("@")
            assert not done.scene.objects, word
            assert setting in (done.scene.env.place, done.scene.env.weather), word
            assert not done.notes, word
            continue
        kinds = {thing.kind for thing in done.scene.objects}
        assert len(kinds) == 1, (word, kinds)
        (rung,) = {thing.rung for thing in done.scene.objects}
        assert rung in ("sprite", "prop", "silhouette"), word
        assert len(done.scene.objects) == 1 or word in SINGULAR, word
        assert bool(done.notes) == (rung == "silhouette"), (word, done.notes)
        rungs[rung] = rungs.get(rung, 0) + 1
    assert name == EVERYDAY or rungs["sprite"] > rungs["prop"] > rungs.get("silhouette", 0)


@pytest.mark.parametrize("name", LISTS)
def test_both_languages_draw_the_same(name: str) -> None:
    for english, chinese, *setting in rows(name):
        if setting:
            continue
        first = composed(english, "en").scene.objects[0].kind
        second = composed(chinese, "zh").scene.objects[0].kind
        assert first == second or SEEN_APART.get(english) == (first, second), (english, first, second)

"""Events called by who takes part, and young ones beside a grown one."""

from __future__ import annotations

from collections import Counter

import pytest

from paintover.domain.call import Language
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.retelling.gatherings import gatherings, told_by_guests
from paintover.engines.illustrator.retelling.kin import told_by_kind
from paintover.engines.illustrator.scene import Scene


def drawn(prompt: str) -> Scene:
    language: Language = "en" if prompt.isascii() else "zh"
    done = compose_scene(prompt, ratio="1:1", seed=5, language=language)
    assert done.notes == (), prompt
    return done.scene


@pytest.mark.parametrize(
    ("prompt", "shown", "pose"),
    [
        ("a dog race", {"dog": 3}, "run"),
        ("小狗赛跑", {"dog": 3}, "run"),
        ("龟兔赛跑", {"turtle": 1, "rabbit": 1}, "run"),
        ("兔子和乌龟赛跑", {"rabbit": 1, "turtle": 1}, "run"),
        ("the tortoise and the hare race", {"turtle": 1, "rabbit": 1}, "run"),
        ("a hot air balloon festival over the mountains", {"hot-air-balloon": 5}, None),
        ("菊花展", {"chrysanthemum": 5}, None),
        ("a cute cat birthday party", {"cat": 3, "birthday-cake": 1, "dining-table": 1, "balloon": 3}, None),
        ("猫咪聚会", {"cat": 3, "birthday-cake": 1, "dining-table": 1, "balloon": 3}, None),
        (
            "a birthday party for my dog",
            {"dog": 1, "birthday-cake": 1, "dining-table": 1, "balloon": 3},
            None,
        ),
        ("生日派对", {"child": 3, "birthday-cake": 1, "dining-table": 1, "balloon": 3}, None),
        ("a dinosaur parade through the city", {"sauropod": 4, "balloon": 3}, "walk"),
        ("a pumpkin contest at the farm", {"pumpkin": 3, "trophy": 1}, None),
        ("一场足球比赛", {"boy": 2, "soccer-ball": 1}, "kick"),
    ],
)
def test_an_event_shows_who_takes_part(prompt: str, shown: dict[str, int], pose: str | None) -> None:
    scene = drawn(prompt)
    assert Counter(one.kind for one in scene.objects) == shown
    living = [one for one in scene.objects if one.kind == next(iter(shown))]
    assert {one.pose for one in living} == {pose}


@pytest.mark.parametrize(
    "wish",
    ["a race car", "a lantern festival", "a party hat", "two cats", "一只猫", "a dog in a show jumping ring"],
)
def test_what_is_no_event_stays_as_it_is(wish: str) -> None:
    assert told_by_guests(wish) == wish


def test_every_event_says_how_it_is_told_in_both_languages() -> None:
    for name, event in gatherings().items():
        for words in (event.lives, event.lives_zh, event.things or "{who}", event.things_zh or "{who}"):
            assert words.count("{who}") == 1, name
        assert bool(event.by) == bool(event.by_zh), name


@pytest.mark.parametrize(
    ("prompt", "many"),
    [
        ("a mother hedgehog with three babies", 3),
        ("a cat and its three kittens", 3),
        ("a cow and a calf", 1),
        ("a sheep with two lambs", 2),
        ("鸭妈妈和五只小鸭子", 5),
        ("猫妈妈和三只小猫", 3),
    ],
)
def test_young_ones_are_small_beside_a_grown_one(prompt: str, many: int) -> None:
    scene = drawn(prompt)
    assert len({one.kind for one in scene.objects}) == 1
    assert [one.size for one in scene.objects].count("small") == many
    assert len(scene.objects) == many + 1


@pytest.mark.parametrize(
    "prompt", ["three kittens in a basket", "a kitten and a puppy", "a woman with a baby"]
)
def test_young_ones_by_themselves_are_as_large_as_any(prompt: str) -> None:
    assert told_by_kind(prompt) == prompt


@pytest.mark.parametrize(
    "prompt",
    ["eine Familie beim Abendessen", "una familia cenando en casa", "une famille en train de dîner", "семья ужинает",
     "家族で夕食を食べている", "가족이 저녁을 먹고 있어요", "一家人吃晚饭", "a family having dinner"],
)  # fmt: skip
def test_a_family_has_its_meal_at_a_table(prompt: str) -> None:
    done = compose_scene(prompt, ratio="1:1", seed=5, language="zh" if prompt[0] == "一" else "en")
    table = next(one for one in done.scene.objects if one.kind == "dining-table")
    to = Counter(one.rel.type for one in done.scene.objects if one.rel is not None and one.rel.to == table.id)
    assert to == {"behind": 4, "on": 3}
    assert done.scene.env.place == "room"
    assert done.notes == ()


@pytest.mark.parametrize(
    "prompt",
    ["Geburtstagsfeier", "fiesta de cumpleaños", "une fête d'anniversaire", "festa de aniversário", "una festa di compleanno",
     "誕生日パーティー", "생일 파티"],
)  # fmt: skip
def test_a_birthday_is_kept_by_children(prompt: str) -> None:
    scene = compose_scene(prompt, ratio="1:1", seed=5, language="en").scene
    shown = Counter("child" if one.kind == "boy" else one.kind for one in scene.objects)
    assert shown == {"child": 3, "birthday-cake": 1, "balloon": 3}


@pytest.mark.parametrize(
    "prompt",
    ["children playing in the park", "小朋友们在公园里玩耍", "Kinder spielen im Park", "niños jugando en el parque",
     "公園で遊んでいる子供たち", "아이들이 공원에서 놀고 있어요", "дети играют в парке"],
)  # fmt: skip
def test_children_at_play_run(prompt: str) -> None:
    done = compose_scene(prompt, ratio="1:1", seed=5, language="en")
    assert [one.pose for one in done.scene.objects] == ["run"] * 3
    assert done.scene.env.place == "park"
    assert done.notes == done.left_out == ()

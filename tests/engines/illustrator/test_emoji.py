"""Every vendored emoji is found by its sign and by its CLDR name in English and Chinese."""

from __future__ import annotations

import pytest

from paintover.domain.call import Language
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.emoji import INSTEAD, Emoji, emoji, feelings, sign_at
from paintover.engines.illustrator.grammar.lexicon import names, signs
from paintover.engines.illustrator.kinds import by_icon, described, kinds
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.sprites.art import icon_names

MANY = 1_500
ELSEWHERE = {"plus", "label", "加", "啊", "OK", "梅花", "woman’s hat"}
"""Names that are words of the grammar, an interjection, or something else (plum blossom, a woman who wears a hat)."""

SCENES = frozenset(
    {
        "foggy",
        "fog",
        "night-with-stars",
        "sunrise-over-mountains",
        "sunrise",
        "sunset",
        "cityscape-at-dusk",
        "bridge-at-night",
        "milky-way",
        "moon-viewing-ceremony",
        "national-park",
        "desert",
    }
)
"""Icons that are little pictures in a frame."""
OURS = {
    "mage": "noto:man-mage",
    "pizza": "prop:whole-pizza",
    "donkey": "prop:grey-donkey",
    "elevator": "prop:elevator-doors",
    "glasses": "prop:glasses",
    "black-cat": "noto:cat",
    "chopsticks": "prop:chopsticks",
    "fireworks": "prop:fireworks",
    "crocodile": "prop:crocodile-side",
    "sparkler": "prop:sparkler",
    "shooting-star": "prop:shooting-star",
    "rainbow": "prop:rainbow",
    "package": "prop:open-box",
    "blossom": "prop:stemmed-flower",
    "cherry-blossom": "prop:blossom-sprig",
    "ogre": "prop:ogre",
    "goblin": "prop:goblin",
}
"""Icons whose name brings a drawing of our own: a whole bow, an open box, an ogre with a body."""
OURS_IN_CHINESE = {
    "煎蛋": "prop:fried-egg",
    **dict.fromkeys(("微笑的猫", "哭泣的猫", "生气的猫", "大笑的猫", "疲倦的猫"), "noto:cat"),
}
"""Names that are of what lies in the pan, where the icon's English name is of the cooking; and of a whole cat in that mood,
where the icon is its face."""


def kinds_of(text: str, language: Language = "en") -> list[str]:
    return [thing.kind for thing in _scene(text, language).objects]


def _scene(text: str, language: Language) -> Scene:
    return compose_scene(text, ratio="1:1", seed=1, language=language).scene


def drawn(scene: Scene) -> list[str]:
    """The art of every thing, in its pose and colour."""
    found = []
    for thing in scene.objects:
        kind = kinds()[thing.kind]
        found.append(kind.poses.get(thing.pose or "", kind.variants.get(thing.colour or "", kind.art)))
    return found


def test_there_are_plenty_and_each_has_a_kind() -> None:
    assert len(emoji()) >= MANY
    assert len({one.sign for one in emoji()}) == len(emoji())
    assert {one.icon for one in emoji()} <= icon_names()
    assert {one.icon for one in emoji()} <= set(by_icon())


def test_every_emoji_is_drawn_when_its_sign_is_typed() -> None:
    exact = 0
    for one in emoji():
        if one.icon in SCENES:
            continue
        (art,) = drawn(_scene(one.sign, "en"))
        exact += art == f"noto:{one.icon}"
        assert art == f"noto:{one.icon}" or one.icon in INSTEAD, one
    assert exact == len(emoji()) - len(INSTEAD) - len(SCENES) == 1_513


@pytest.mark.parametrize(("language", "exact"), [("en", 1_491), ("zh", 1_447)])
def test_every_emoji_is_drawn_when_its_name_is_typed(language: Language, exact: int) -> None:
    """Exactly that drawing; or what the lexicon means by the name, by hand; or the place or weather of that name."""
    by_name = 0
    for one in emoji():
        name = one.en if language == "en" else one.zh
        if one.icon in SCENES:  # drawn as that place and hour; see below
            by_name += 1
            continue
        scene = _scene(name, language)
        if drawn(scene) == [OURS_IN_CHINESE.get(name, OURS.get(one.icon, f"noto:{one.icon}"))]:
            by_name += 1
        elif name not in ELSEWHERE:
            assert {thing.kind for thing in scene.objects} <= set(described()), one
            assert len([thing for thing in scene.objects if thing.rel is None]) <= 1, one
            assert scene.objects or _set(scene), one
    assert by_name >= exact


def _set(scene: Scene) -> bool:
    env = scene.env
    return (env.place, env.time, env.weather) != ("meadow", "day", "clear")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_signs_that_show_a_place_and_an_hour_are_that_place_and_no_tile(language: Language) -> None:
    for one in emoji():
        if one.icon in SCENES:
            for text in (one.sign, one.en if language == "en" else one.zh):
                scene = _scene(text, language)
                assert _set(scene), one
                assert f"noto:{one.icon}" not in drawn(scene), one
    scene = _scene("一只猫🌃", "zh")
    assert [thing.kind for thing in scene.objects] == ["cat"]
    assert (scene.env.place, scene.env.time) == ("street", "night")


def test_signs_stand_in_sentences() -> None:
    assert kinds_of("画一只🐱和🚗", "zh") == ["cat", "car"]
    assert kinds_of("two 🐶 and a 🌳") == ["dog", "dog", "tree"]
    assert kinds_of("🐱🐱🐱🚗") == ["cat", "cat", "cat", "car"]
    assert kinds_of("a 👩🏽\u200d🌾 and a 🐄") == ["woman-farmer", "cow"]
    relation = _scene("🐱 on a 🛋️", "en").objects[1].rel
    assert relation is not None
    assert relation.type == "on"


def test_a_smiley_behind_a_sentence_asks_for_nothing() -> None:
    assert kinds_of("画一只猫😊", "zh") == ["cat"]
    assert kinds_of("a cat please 🙏✨") == ["cat"]
    assert kinds_of("画三个😀", "zh") == ["grinning-face"] * 3
    assert kinds_of("a cat and a 😀") == ["cat", "grinning-face"]
    assert "😀" in feelings()


def test_women_and_men_of_a_trade() -> None:
    assert kinds_of("a female doctor and a male teacher") == ["woman-health-worker", "man-teacher"]
    assert kinds_of("女警察", "zh") == ["woman-police-officer"]
    assert kinds()["woman-farmer"].height_m == kinds()["farmer"].height_m


def test_tones_and_variation_selectors_belong_to_the_sign() -> None:
    assert sign_at("❤️x", 0, signs()) == ("❤", 2)
    assert sign_at("👍🏿", 0, signs()) == ("👍", 2)
    assert sign_at("abc", 0, signs()) is None


def test_an_emoji_has_a_name_in_each_language() -> None:
    first = Emoji(*("😂", "face-with-tears-of-joy", "face with tears of joy", "笑哭了", "Smileys & Emotion"))
    assert first in emoji()
    assert names("zh", first.icon) == first.zh
    assert names("en", first.icon) == first.en

"""People have natural skin and hair, whose lot nobody's coming or going changes."""

from typing import Literal

import msgspec
import pytest

from paintover.domain.call import Language
from paintover.engines.illustrator.colour import colours_in, to_lab
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Relation, Scene, Thing
from paintover.engines.illustrator.sprites.complexion import (
    Complexion,
    complexion_of,
    hairs,
    lot,
    painted,
    tones,
)
from paintover.engines.illustrator.sprites.skin import all_shades, has_skin, shades
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.staging.drapes import drape


def _somebody(kind: str = "girl", **fields: object) -> Thing:
    plain = Thing(id="o1", kind=kind, label=kind, lang="en", rung=kinds()[kind].rung)
    return msgspec.structs.replace(plain, **fields)


def _scene(wish: str, seed: int = 5) -> Scene:
    language: Literal["zh", "en"] = "zh" if any("\u4e00" <= sign <= "\u9fff" for sign in wish) else "en"
    return compose_scene(wish, ratio="1:1", seed=seed, language=language).scene


def _edited(scene: Scene, wish: str, seed: int = 77) -> Scene:
    return edit_scene(wish, [scene], ratio="1:1", seed=seed, language="en").scene


def _drawn_ones() -> list[str]:
    """Of each drawing with skin, the first kind that it is the drawing of."""
    found: dict[str, str] = {}
    for name, kind in kinds().items():
        if has_skin(kind.art):
            found.setdefault(kind.art, name)
    return list(found.values())


def test_no_drawn_person_keeps_the_skin_of_the_emoji() -> None:
    yellow = frozenset(shades().skin)
    left = {
        kind: found
        for kind in _drawn_ones()
        if (found := yellow.intersection(colour.lower() for colour in colours_in(_shown(kind))))
    }

    assert left == {}


def _shown(kind: str) -> str:
    figure = figure_of(_somebody(kind))
    return figure.body + figure.over + figure.hands


@pytest.mark.parametrize("kind", ["swimsuit", "shorts", "tutu", "grass-skirt", "qipao", "wedding-dress"])
def test_what_a_garment_leaves_bare_has_the_wearers_skin(kind: str) -> None:
    wearer = _somebody("woman", complexion="brown black")
    garment = Thing(
        id="o2",
        kind=kind,
        label=kind,
        lang="en",
        rung="prop",
        rel=Relation(type="wear", to="o1", part="neck"),
    )

    worn, _ = drape(garment, wearer)

    assert not frozenset(shades().skin) & {colour.lower() for colour in colours_in(worn)}


@pytest.mark.parametrize("kind", ["snowman", "robot", "cat", "grinning-face"])
def test_what_is_nobody_has_no_complexion(kind: str) -> None:
    assert lot(1, _somebody(kind)) == ""
    assert complexion_of(_somebody(kind)) is None


def test_a_crown_stays_golden_and_straw_stays_straw() -> None:
    assert "#ffcc2b" in figure_of(_somebody("princess")).body
    assert "#e59903" in figure_of(_somebody("farmer")).body


def test_tones_go_from_light_to_dark_and_their_lines_are_darker() -> None:
    lights = [to_lab(tone.skin)[0] for tone in tones().values()]

    assert lights == sorted(lights, reverse=True)
    assert all(to_lab(tone.shade)[0] < to_lab(tone.skin)[0] - 0.08 for tone in tones().values())
    assert all(to_lab(tone.eye)[0] < to_lab(tone.skin)[0] - 0.2 for tone in tones().values())


@pytest.mark.parametrize("tone", list(tones()))
@pytest.mark.parametrize("hair", list(hairs()))
def test_every_shade_has_one_in_every_complexion(tone: str, hair: str) -> None:
    drawn = " ".join(sorted(all_shades()))

    moved = painted(drawn, Complexion(tone, hair)).split()

    assert not all_shades() & set(moved) - set(tones()[tone])
    assert tones()[tone].skin in moved


def test_the_lot_is_the_seeds_and_the_objects() -> None:
    first = [lot(seed, _somebody()) for seed in range(40)]

    assert first == [lot(seed, _somebody()) for seed in range(40)]
    assert len({one.partition(" ")[0] for one in first}) == len(tones())


def test_a_crowd_is_varied() -> None:
    crowd = _scene("six boys in a park")

    assert len({one.complexion for one in crowd.objects if one.kind == "boy"}) > 2


@pytest.mark.parametrize(
    "wish",
    [
        "a mother and her daughter",
        "a father, a mother and a boy",
        "爸爸妈妈和女儿",
        "grandpa with his grandson",
        "two brothers",
        "a family having a picnic in the park",
    ],
)
@pytest.mark.parametrize("seed", range(6))
def test_a_family_looks_akin(wish: str, seed: int) -> None:
    told = [one.complexion for one in _scene(wish, seed).objects if one.complexion]

    assert len(told) > 1
    assert len({one.partition(" ")[0] for one in told}) == 1


@pytest.mark.parametrize(
    "wish",
    [
        "add a policeman",
        "add a mother",
        "give the boy a hat",
        "remove the girl",
        "make the boy bigger",
        "make it night",
    ],
)
def test_an_edit_leaves_everybody_elses_looks(wish: str) -> None:
    before = _scene("a boy and a girl and an old woman with a red hat")

    after = _edited(before, wish)

    kept = {one.id: one for one in before.objects}
    shared = [one for one in after.objects if one.id in kept]
    assert len(shared) >= 3
    assert {one.id: one.complexion for one in shared} == {one.id: kept[one.id].complexion for one in shared}
    assert all(figure_of(one).body == figure_of(kept[one.id]).body for one in shared)


def test_a_new_drawing_of_all_may_look_otherwise() -> None:
    before = _scene("a boy in a park")

    found = {_edited(before, "draw it again", seed).objects[0].complexion for seed in range(20, 32)}

    assert len(found) > 2


def test_longer_hair_grows_in_the_colour_that_is_there() -> None:
    blond = _somebody("woman", complexion="fair blond")
    longer = Thing(
        id="o2",
        kind="long-hair",
        label="hair",
        lang="en",
        rung="prop",
        rel=Relation(type="wear", to="o1", part="head"),
    )

    worn, _ = drape(longer, blond)

    assert hairs()["blond"] in worn


@pytest.mark.parametrize(
    ("wish", "language"), [("an African girl", "en"), ("two african men", "en"), ("一个非洲男孩", "zh")]
)
def test_africans_have_dark_skin(wish: str, language: Language) -> None:
    scene = compose_scene(wish, ratio="1:1", seed=3, language=language).scene
    assert {one.skin for one in scene.objects} == {"deep"}

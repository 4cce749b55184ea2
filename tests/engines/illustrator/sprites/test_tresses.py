"""Hairdos and beards lie about the face as people wear them, and what is done to one leaves the rest alone."""

import msgspec
import numpy as np
import numpy.typing as npt
import pytest

from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.beards import BEARDS, grown_in_the_face
from paintover.engines.illustrator.sprites.complexion import BROW_UNDER_A_DYE, hair_paint, hairs
from paintover.engines.illustrator.sprites.figures import Figure
from paintover.engines.illustrator.sprites.hair import cut_hair
from paintover.engines.illustrator.sprites.moods import in_mood
from paintover.engines.illustrator.sprites.raster import rasterise
from paintover.engines.illustrator.sprites.stock import figure_of
from tests.engines.illustrator.scenes import thing
from tests.engines.illustrator.told import talk


def _shown(body: str) -> npt.NDArray[np.int16]:
    return rasterise(UNIT, UNIT, body).astype(np.int16)


def _covers(body: str) -> npt.NDArray[np.bool_]:
    return _shown(body)[..., 3] > 90


def _wearer(kind: str, **fields: object) -> Figure:
    return figure_of(msgspec.structs.replace(thing("o1", kind), complexion="light brown", **fields))


def _lowest(covered: npt.NDArray[np.bool_]) -> int:
    return int(np.flatnonzero(covered.any(axis=1))[-1])


@pytest.mark.parametrize("kind", ["girl", "woman", "boy", "man"])
@pytest.mark.parametrize("cut", ["long-hair", "short-hair", "curly-hair", "ponytail", "braids", "pigtails", "hair-bun"])  # fmt: skip
def test_a_hairdo_covers_the_skull_and_leaves_the_brows(kind: str, cut: str) -> None:
    wearer = _wearer(kind, shorn=True)
    covered = _covers(cut_hair(cut, None, wearer)[0])
    (left, y), (right, _) = wearer.anchors.eyes
    x, apart = wearer.anchors.eye[0], right - left
    assert covered[int(y - 1.35 * apart) : int(y - 1.2 * apart), int(x - 3) : int(x + 4)].mean() > 0.9
    assert not covered[int(y - 0.28 * apart), int(left) - 1 : int(left) + 2].any()


def test_long_hair_falls_to_the_chest_and_short_hair_does_not() -> None:
    wearer = _wearer("woman", shorn=True)
    chin = wearer.anchors.neck[1]
    long, short = (_lowest(_covers(cut_hair(cut, None, wearer)[0])) for cut in ("long-hair", "short-hair"))
    assert short < chin < long - 0.25 * wearer.anchors.head


def test_curls_of_a_man_end_at_the_ears_and_those_of_a_woman_at_the_shoulders() -> None:
    ends = []
    for kind in ("man", "woman"):
        wearer = _wearer(kind, shorn=True)
        low = _lowest(_covers(cut_hair("curly-hair", None, wearer)[0]))
        ends.append((low - wearer.anchors.eye[1]) / wearer.anchors.head)
    assert ends[0] < 0.25 < 0.4 < ends[1]


@pytest.mark.parametrize(("colour", "follow"), [("pink", False), ("blue", False), ("red", True)])
def test_nobody_dyes_the_brows_pink(colour: str, follow: bool) -> None:
    dyed, paint = _wearer("girl", hair=colour), hair_paint(colour)
    assert paint is not None
    assert paint in dyed.body
    assert (BROW_UNDER_A_DYE in dyed.body) != follow


@pytest.mark.parametrize("kind", sorted(BEARDS))
@pytest.mark.parametrize("wearer", ["man", "old-man", "boy"])
def test_what_grows_in_a_face_leaves_the_mouth_free(kind: str, wearer: str) -> None:
    one = _wearer(wearer)
    covered = _covers(grown_in_the_face(kind, None, None, one)[0])
    x, y = one.anchors.eye
    apart = abs(one.anchors.eyes[0][0] - one.anchors.eyes[1][0])
    assert covered.sum() > 20
    assert not covered[int(y + 0.63 * apart), int(x) - 2 : int(x) + 3].any()
    for left, row in one.anchors.eyes:
        assert not covered[int(row), int(left)]


def test_a_longer_beard_is_longer_and_no_broader() -> None:
    man = _wearer("man")
    short, usual, long = (
        _covers(grown_in_the_face("beard", length, None, man)[0]) for length in ("small", None, "large")
    )
    assert _lowest(short) < _lowest(usual) < _lowest(long)
    broad = [int(one.any(axis=0).sum()) for one in (usual, long)]
    assert broad[0] == broad[1]


def test_a_beard_has_the_hair_of_its_wearer_whatever_that_is_dyed_in() -> None:
    answers = talk("a man with a beard => make his hair blue => make the beard longer")
    assert [one.told for one in answers] == ["Changed: man – blue hair", "Changed: beard – larger"]
    assert all(one.scene.thing("o2").colour is None for one in answers)  # type: ignore[union-attr]


@pytest.mark.parametrize("mood", ["angry", "surprised", "scared", "winking"])
def test_a_sign_beside_the_head_moves_nobody(mood: str) -> None:
    calm = _wearer("man")
    assert in_mood(calm, mood, person=True).foot[0] == pytest.approx(calm.foot[0])


@pytest.mark.parametrize(("hair", "light"), [("blond", True), ("black", False)])
def test_brows_of_a_mood_go_with_the_hair(hair: str, light: bool) -> None:
    calm = figure_of(msgspec.structs.replace(thing("o1", "man"), complexion=f"fair {hair}"))
    drawn = in_mood(calm, "angry", person=True).body.removeprefix(calm.body[:200])
    assert hairs()[hair] in calm.body
    assert ("#3a2a28" in drawn) != light


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("一个女孩的头像", "给她戴一顶草帽"),
        ("a portrait of a man", "give him a cowboy hat"),
        ("an avatar of an old woman", "put a party hat on her"),
    ],
)
def test_a_portrait_steps_back_for_a_hat(wish: str, edit: str) -> None:
    (answer,) = talk(f"{wish} => {edit}")
    hat = next(one for one in answer.scene.objects if one.rel is not None and one.rel.part == "head")
    left, top, right, _ = answer.scene.layout[hat.id].box
    assert top >= 0
    assert left >= 0
    assert right <= 1024
    assert "变小" not in answer.told
    assert "smaller" not in answer.told


@pytest.mark.parametrize(
    ("talked", "kinds"),
    [
        ("a bald man => give him hair", ["man"]),
        ("a bald man => give him curly hair", ["curly-hair", "man"]),
        ("一个光头男人 => 给他一头黑色长发", ["long-hair", "man"]),
        ("一个光头男人 => 长出头发", ["man"]),
    ],
)
def test_who_was_bald_can_have_hair(talked: str, kinds: list[str]) -> None:
    (answer,) = talk(talked)
    assert sorted(one.kind for one in answer.scene.objects) == kinds

"""Faces have cheeks and hair that suit them."""

import re

import msgspec
import numpy as np
import numpy.typing as npt
import pytest

from paintover.domain.call import Language
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.sprites.art import UNIT, icon_body
from paintover.engines.illustrator.sprites.complexion import hairs
from paintover.engines.illustrator.sprites.faces import bloom
from paintover.engines.illustrator.sprites.hair import BALD, HAIR, cut_hair
from paintover.engines.illustrator.sprites.raster import rasterise
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.staging.standing import frame_from
from tests.engines.illustrator.scenes import drawn, thing


def _shown(body: str) -> npt.NDArray[np.int16]:
    return rasterise(UNIT, UNIT, body).astype(np.int16)


@pytest.mark.parametrize("icon", ["woman", "man", "girl", "boy", "man-bald", "old-man", "woman-curly-hair"])
def test_cheeks_lie_on_the_face_and_nowhere_else(icon: str) -> None:
    plain, rosy = icon_body(icon), bloom(icon_body(icon))
    before, after = _shown(plain), _shown(rosy)
    skin = re.findall(r'<path fill="#ffca28" d="[^"]+"/>', plain)
    face = max((_shown(part)[..., 3] > 0 for part in skin), key=lambda mask: int(mask.sum()))
    changed = np.abs(after - before).max(axis=-1) > 3
    assert changed.sum() > 100
    assert not (changed & ~face).any()


def test_cheeks_are_under_the_hair_that_falls_over_them() -> None:
    before, after = _shown(icon_body("woman")), _shown(bloom(icon_body("woman")))
    hair = (np.abs(before[..., :3] - (0x54, 0x39, 0x30)).max(axis=-1) < 4) & (before[..., 3] == 255)
    assert np.abs(after - before)[hair].max() <= 3


@pytest.mark.parametrize("kind", ["girl", "boy", "woman", "man"])
def test_people_smile_with_open_eyes_and_laugh_with_shut_ones(kind: str) -> None:
    calm, happy, laughing = (
        figure_of(msgspec.structs.replace(thing("o1", kind), mood=mood))
        for mood in (None, "happy", "laughing")
    )
    for x, y in calm.anchors.eyes:
        eye = slice(int(y) - 1, int(y) + 2), slice(int(x) - 1, int(x) + 2)
        assert (_shown(happy.body)[eye] == _shown(calm.body)[eye]).all()
        assert (_shown(laughing.body)[eye] != _shown(calm.body)[eye]).any()


@pytest.mark.parametrize("kind", ["girl", "boy", "woman", "man", "baby"])
def test_who_is_bald_has_no_hair(kind: str) -> None:
    haired = msgspec.structs.replace(thing("o1", kind), complexion="light auburn")
    paint = hairs()["auburn"]
    assert paint in figure_of(haired).body
    bald = figure_of(msgspec.structs.replace(haired, bald=True))
    assert paint not in bald.body
    assert bald.anchors == figure_of(haired).anchors


@pytest.mark.parametrize("cut", sorted(set(HAIR) - {"hair", "short-hair", BALD}))
@pytest.mark.parametrize("kind", ["girl", "woman", "man"])
def test_each_cut_leaves_the_eyes_and_the_mouth_free(kind: str, cut: str) -> None:
    wearer = figure_of(msgspec.structs.replace(thing("o1", kind), shorn=True))
    body, _ = cut_hair(cut, None, wearer)
    covered = _shown(body)[..., 3] > 60
    assert covered.sum() > 60
    for x, y in (*wearer.anchors.eyes, wearer.anchors.nose):
        assert not covered[int(y) - 1 : int(y) + 2, int(x) - 1 : int(x) + 2].any()


@pytest.mark.parametrize(("wish", "kind"), [("a woman", "woman"), ("一个女人", "woman"), ("a girl", "girl")])
def test_another_cut_takes_what_fell_below_the_ears(wish: str, kind: str) -> None:
    first = compose_scene(wish, ratio="1:1", seed=3, language="en").scene
    cut = edit_scene("give her short hair", [first], ratio="1:1", seed=4, language="en").scene
    before, after = (figure_of(one.objects[0]) for one in (first, cut))
    assert cut.objects[0].shorn
    low = slice(int(before.anchors.eye[1] + 0.3 * before.anchors.head), int(before.anchors.neck[1]))
    breadth = [(_shown(one.body)[low, :, 3] > 60).sum() for one in (before, after)]
    assert breadth[1] < 0.95 * breadth[0]


@pytest.mark.parametrize(
    ("wish", "language"),
    [("a boy wearing a cap", "en"), ("一个戴鸭舌帽的女孩", "zh"), ("a man in a red cap", "en")],
)
def test_a_cap_is_on_the_forehead_down_to_the_brows(wish: str, language: Language) -> None:
    made = drawn(compose_scene(wish, ratio="1:1", seed=3, language=language).scene).scene
    wearer, cap = made.objects
    figure, placed = figure_of(wearer), made.layout[cap.id]
    frame = frame_from(made.layout[wearer.id], figure)
    top, eye = (
        frame.point((figure.anchors.eye[0], y))[1] for y in (figure.anchors.top[1], figure.anchors.eye[1])
    )
    assert cap.pose == "peaked"
    assert top + 0.4 * (eye - top) < placed.box[3] < eye + 0.1 * (eye - top)


@pytest.mark.parametrize(
    ("wish", "language"), [("a portrait of a man smoking a pipe", "en"), ("一个爷爷抽烟斗", "zh")]
)
def test_a_pipe_is_between_the_lips(wish: str, language: Language) -> None:
    composed = compose_scene(wish, ratio="1:1", seed=3, language=language)
    made = drawn(composed.scene).scene
    wearer, pipe = made.objects
    figure, box = figure_of(wearer), made.layout[pipe.id].box
    frame = frame_from(made.layout[wearer.id], figure)
    x, y = frame.point((figure.anchors.nose[0], figure.anchors.nose[1]))
    size = figure.anchors.head * frame.factor
    assert not composed.notes
    assert box[0] > x - 0.05 * size
    assert box[2] < x + 0.8 * size
    assert y < (box[1] + box[3]) / 2 < y + 0.3 * size

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
from paintover.engines.illustrator.staging.layout import arrange
from paintover.engines.illustrator.staging.likeness import is_somebody
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


@pytest.mark.parametrize(
    ("wish", "language"),
    [("a freckled boy", "en"), ("a girl with freckles", "en"), ("一个长雀斑的女孩", "zh")],
)
def test_freckles_are_on_the_face_in_the_shade_of_its_skin(wish: str, language: Language) -> None:
    made = compose_scene(wish, ratio="1:1", seed=3, language=language).scene
    wearer = made.objects[0]
    assert wearer.freckled
    plain = figure_of(msgspec.structs.replace(wearer, freckled=False))
    changed = np.abs(_shown(figure_of(wearer).body) - _shown(plain.body)).max(axis=-1) > 8
    rows, columns = np.nonzero(changed)
    (x, y), size = plain.anchors.eye, plain.anchors.head
    assert changed.sum() > 8
    assert (np.abs(columns - x) < 0.32 * size).all()
    assert ((rows > y) & (rows < y + 0.3 * size)).all()
    after = edit_scene("remove the freckles", [made], ratio="1:1", seed=4, language="en").scene
    assert [(one.kind, one.freckled) for one in after.objects] == [(wearer.kind, False)]


@pytest.mark.parametrize(
    ("wish", "language"),
    [("a headshot of a woman", "en"), ("a passport photo", "en"), ("证件照", "zh"), ("男孩头像", "zh")],
)
def test_a_headshot_has_all_of_the_head(wish: str, language: Language) -> None:
    made = drawn(arrange(compose_scene(wish, ratio="1:1", seed=3, language=language).scene)).scene
    (one,) = made.objects
    figure = figure_of(one)
    frame = frame_from(made.layout[one.id], figure)
    crown = frame.point((figure.anchors.top[0], figure.extent[1]))[1]
    chin = frame.point(figure.anchors.neck)[1]
    assert 0 < crown < 0.15 * 1024
    assert 0.5 * 1024 < chin < 0.9 * 1024


@pytest.mark.parametrize(
    ("wish", "language", "people"),
    [
        ("a family photo", "en", 4),
        ("全家福", "zh", 5),
        ("自拍", "zh", 1),
        ("a selfie of two friends", "en", 2),
        ("a family photo on the wall", "en", 0),
    ],
)
def test_a_picture_of_people_shows_them(wish: str, language: Language, people: int) -> None:
    composed = compose_scene(wish, ratio="1:1", seed=3, language=language)
    shown = [one for one in composed.scene.objects if is_somebody(one.kind)]
    assert len(shown) == people
    assert not composed.notes


@pytest.mark.parametrize(
    ("wish", "language", "edits"),
    [
        ("a woman with red lipstick", "en", []),
        ("一个涂着红口红的女人", "zh", []),
        ("a woman", "en", ["put red lipstick on her"]),
        ("一个女人", "zh", ["涂上口红"]),
        ("a woman", "en", ["give her red lips", "make her wink"]),
        ("a woman", "en", ["give her red lips", "make her smile"]),
    ],
)
def test_lipstick_is_on_the_lips(wish: str, language: Language, edits: list[str]) -> None:
    scene = compose_scene(wish, ratio="1:1", seed=3, language=language).scene
    for edit in edits:
        scene = edit_scene(edit, [scene], ratio="1:1", seed=4, language=language).scene
    wearer = next(one for one in scene.objects if is_somebody(one.kind))
    assert wearer.lips == "red"
    assert wearer.pose is None
    painted = figure_of(wearer)
    shown = _shown(painted.body)
    (x, y), size = painted.anchors.nose, painted.anchors.head
    mouth = shown[int(y) : int(y + 0.22 * size), int(x - 0.2 * size) : int(x + 0.2 * size), :3]
    red = (mouth[..., 0] > 150) & (mouth[..., 1] < 90) & (mouth[..., 2] < 110)
    assert red.sum() >= 6
    bare = edit_scene("remove the lipstick", [scene], ratio="1:1", seed=5, language="en").scene
    assert [one.lips for one in bare.objects] == [None]


@pytest.mark.parametrize("kind", ["woman-teacher", "woman-office-worker", "woman-scientist"])
def test_short_hair_is_short_on_a_woman_of_a_trade(kind: str) -> None:
    long, short = (
        figure_of(msgspec.structs.replace(thing("o1", kind), shorn=shorn)) for shorn in (False, True)
    )
    gone = (_shown(long.body)[..., 3] > 127) & ~(_shown(short.body)[..., 3] > 127)
    assert gone.sum() > 20
    assert np.quantile(np.nonzero(gone)[0], 0.2) > long.anchors.eye[1]


@pytest.mark.parametrize("mood", ["winking", "blowing"])
def test_an_eye_that_is_shut_leaves_the_brow_whole(mood: str) -> None:
    calm, moody = (figure_of(msgspec.structs.replace(thing("o1", "woman"), mood=one)) for one in (None, mood))
    (x, y), (other, _) = calm.anchors.eyes
    brow = (
        slice(int(y - 0.36 * (other - x)), int(y - 0.27 * (other - x))),
        slice(int(other) - 2, int(other) + 3),
    )
    assert (_shown(moody.body)[brow] == _shown(calm.body)[brow]).all()


@pytest.mark.parametrize(
    ("wish", "language"),
    [
        ("a woman with sunglasses on her head", "en"),
        ("a man with glasses on his head", "en"),
        ("一个女人把墨镜戴在头上", "zh"),
    ],
)
def test_glasses_on_the_head_are_pushed_up_and_no_higher(wish: str, language: Language) -> None:
    made = drawn(compose_scene(wish, ratio="1:1", seed=3, language=language).scene).scene
    wearer, glasses = made.objects
    figure, box = figure_of(wearer), made.layout[glasses.id].box
    frame = frame_from(made.layout[wearer.id], figure)
    crown, eye = (frame.point((0, y))[1] for y in (figure.anchors.top[1], figure.anchors.eye[1]))
    assert crown - 0.1 * (eye - crown) < box[1]
    assert box[3] < eye

"""What is worn looks worn: trousers on legs, socks above shoes, scarves below mouths, eyes in black coats."""

import msgspec
import numpy as np
import numpy.typing as npt
import pytest

from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.hair import place_of_the_face
from paintover.engines.illustrator.sprites.raster import rasterise
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.sprites.tailor import cut
from paintover.engines.illustrator.staging.standing import frame_from
from tests.engines.illustrator.scenes import thing
from tests.engines.illustrator.told import first_picture, talk


def _shown(body: str) -> npt.NDArray[np.int16]:
    return rasterise(UNIT, UNIT, body).astype(np.int16)


def _covers(body: str) -> npt.NDArray[np.bool_]:
    return _shown(body)[..., 3] > 90


@pytest.mark.parametrize("kind", ["dog", "pig", "sheep", "horse", "cat", "cow", "tiger", "zebra"])
def test_trousers_of_one_on_four_legs_reach_from_the_trunk_to_the_ground(kind: str) -> None:
    wearer = figure_of(thing("o1", kind))
    body, _ = cut("jeans", "#3366cc", wearer)
    rows = np.flatnonzero(_covers(body).any(axis=1))
    foot, high = wearer.extent[3], wearer.height
    assert rows[0] < foot - 0.2 * high
    assert foot - 0.12 * high < rows[-1] <= foot
    for x, y in wearer.anchors.eyes:
        assert not _covers(body)[int(y), int(x)]


@pytest.mark.parametrize("kind", ["dog", "pig", "horse"])
def test_shorts_are_shorter_than_trousers(kind: str) -> None:
    wearer = figure_of(thing("o1", kind))
    low = [
        np.flatnonzero(_covers(cut(one, "#3366cc", wearer)[0]).any(axis=1))[-1] for one in ("shorts", "jeans")
    ]
    assert low[0] < low[1] - 2


@pytest.mark.parametrize("kind", ["boy", "girl", "man", "woman"])
def test_socks_are_above_the_shoes(kind: str) -> None:
    wearer = figure_of(thing("o1", kind))
    rows = np.flatnonzero(_covers(cut("socks", "#dd2222", wearer)[0]).any(axis=1))
    foot = wearer.extent[3]
    assert foot - 20 < rows[0]
    assert rows[-1] < foot - 2


@pytest.mark.parametrize(
    ("wish", "garment"),
    [("a girl in a skirt", "skirt"), ("a boy in socks", "socks"), ("穿袜子的女孩", "socks")],
)
def test_who_is_in_a_skirt_wears_it(wish: str, garment: str) -> None:
    scene = first_picture(wish)
    assert [(one.kind, one.rel.type) for one in scene.objects if one.rel] == [(garment, "wear")]


@pytest.mark.parametrize("wish", ["a boy", "一个男孩"])
def test_socks_go_on_the_feet_and_not_on_the_head(wish: str) -> None:
    (answer,) = talk(f"{wish} => {'give him red socks' if wish.isascii() else '给他穿上红袜子'}")
    boy, socks = answer.scene.objects
    assert socks.rel is not None
    assert (socks.rel.type, socks.rel.part) == ("wear", "foot")
    assert socks.rel.to == boy.id


@pytest.mark.parametrize("kind", ["girl", "boy", "woman", "old-man"])
def test_a_scarf_leaves_the_mouth_free(kind: str) -> None:
    wearer = figure_of(msgspec.structs.replace(thing("o1", kind), complexion="light brown"))
    left, top, k = place_of_the_face(wearer)
    covered = _covers(cut("scarf", None, wearer)[0])
    assert covered.any()
    assert not covered[int(top + 95 * k) : int(top + 106 * k), int(left + 62 * k) : int(left + 66 * k)].any()


@pytest.mark.parametrize("kind", ["cat", "dog", "horse", "bear", "rabbit"])
def test_the_eyes_of_black_animals_are_seen(kind: str) -> None:
    black = figure_of(msgspec.structs.replace(thing("o1", kind), colour="black"))
    for x, y in black.anchors.eyes:
        near = _shown(black.body)[int(y) - 4 : int(y) + 5, int(x) - 4 : int(x) + 5, :3]
        assert (near.sum(axis=-1) > 380).sum() >= 4


@pytest.mark.parametrize("colour", [None, "white", "brown"])
def test_the_eyes_of_others_are_as_they_are_drawn(colour: str | None) -> None:
    cat = figure_of(msgspec.structs.replace(thing("o1", "cat"), colour=colour))
    assert not cat.name.endswith("/seen")


@pytest.mark.parametrize("wish", ["a girl holding a lantern", "爷爷提着灯笼走路", "a woman carrying a basket", "a boy holding a birdcage"])  # fmt: skip
def test_what_has_a_handle_hangs_from_the_hand(wish: str) -> None:
    scene = first_picture(wish)
    held = next(one for one in scene.objects if one.rel is not None and one.rel.type == "hold")
    holder = next(one for one in scene.objects if one.rel is None)
    box, whole = scene.layout[held.id].box, scene.layout[holder.id].box
    assert box[1] > whole[1] + 0.5 * (whole[3] - whole[1])  # below the chin
    assert box[3] < whole[3] + 0.08 * (whole[3] - whole[1])


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("a king => make the king old", "Changed: king – white hair. Added: beard – on the king"),
        ("a queen => make the queen older", "Changed: queen – white hair"),
        ("一个国王 => 让国王变老", "改了：国王——白色头发。加了：胡子——在国王身上"),
        ("一个公主 => 让公主老一点", "改了：公主——白色头发"),
        ("a man => make him old", "Changed: old man – instead of man"),
    ],
)
def test_age_is_seen_of_who_has_no_older_drawing(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told


@pytest.mark.parametrize(
    "wish", ["an old king", "一个老国王坐在宝座上", "an elderly farmer feeding chickens"]
)
def test_the_old_of_a_trade_have_white_hair_and_a_beard(wish: str) -> None:
    scene = first_picture(wish)
    aged = {one.kind: one.colour for one in scene.objects if one.kind in ("hair", "beard")}
    assert aged == {"hair": "white", "beard": "white"}


@pytest.mark.parametrize("wish", ["一个程序员在电脑前工作", "a programmer at a computer"])
def test_a_programmer_wears_what_is_put_on_behind_the_laptop(wish: str) -> None:
    edit = "give him a striped shirt" if wish.isascii() else "换件条纹衬衫"
    (answer,) = talk(f"{wish} => {edit}")
    kinds = [one.kind for one in answer.scene.objects]
    assert "hoodie" not in kinds
    assert {"shirt", "laptop", "desk", "programmer"} <= set(kinds)
    shirt = next(one for one in answer.scene.objects if one.kind == "shirt")
    assert shirt.pattern == "striped"


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("a woman => change her shirt to a yellow one", "Added: shirt – yellow, worn by the woman"),
        ("a girl with a hat => swap her hat for a purple one", "Changed: hat – purple"),
        ("a red vase on the table => replace the vase with a blue one", "Changed: vase – blue"),
        ("a girl in a white dress => change her dress to a striped one", "Changed: dress – striped"),
    ],
)
def test_a_thing_for_the_same_in_another_colour(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told


@pytest.mark.parametrize(
    ("wish", "sizes"),
    [
        ("哥哥和弟弟", [None, "small"]),
        ("弟弟和姐姐", ["small", None]),
        ("an older brother and his little sister", [None, "small"]),
        ("三兄弟，老大最高", ["large", "small", "small"]),
        ("三姐妹", [None, None, None]),
    ],
)
def test_the_younger_of_siblings_is_the_smaller_one(wish: str, sizes: list[str | None]) -> None:
    assert [one.size for one in first_picture(wish).objects] == sizes


def _moods(wish: str) -> list[str | None]:
    return [one.mood for one in first_picture(wish).objects]


@pytest.mark.parametrize(
    ("wish", "moods"),
    [
        ("两个男孩，一个哭一个笑", ["crying", "happy"]),
        ("三个孩子，一个哭两个笑", ["crying", "happy", "happy"]),
        ("两只小猫，一只哭，一只笑", ["crying", "happy"]),
        ("一个生气的国王和一个害怕的士兵", ["angry", "scared"]),
    ],
)
def test_each_of_a_few_feels_what_is_said_of_them(wish: str, moods: list[str]) -> None:
    assert _moods(wish) == moods


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("两个男孩，一个哭一个笑 => 让哭的那个也笑", "改了：左边的男孩——开心"),
        ("两个男孩，一个哭一个笑 => 让哭的男孩也笑", "改了：左边的男孩——开心"),
        ("一只睡着的猫 => 让它睁开眼睛", "改了：猫——站着"),
        ("一个女孩在睡觉 => 她睁开了眼睛", "改了：女孩——坐着"),
        ("一个长胡子老爷爷 => 把胡子剪短", "改了：胡子——变小"),
        ("an old man with a long beard => trim his beard", "Changed: beard – smaller"),
        ("a family: dad, mum and a baby => dad should be bald", "Changed: dad – shaved head"),
        ("给小狗戴上墨镜和帽子 => 换成红色的帽子", "改了：帽子——红色"),
        ("一个女人 => 她吓了一跳", "改了：女人——惊讶"),
    ],
)
def test_looks_change_as_people_ask(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told


@pytest.mark.parametrize("kind", ["girl", "woman", "man"])
def test_a_necklace_hangs_below_the_mouth(kind: str) -> None:
    scene = first_picture(f"a portrait of a {kind} wearing a necklace")
    wearer, necklace = scene.objects
    figure = figure_of(wearer)
    left, top, k = place_of_the_face(figure)
    mouth = frame_from(scene.layout[wearer.id], figure).point((left, top + 108 * k))[1]
    assert necklace.kind == "necklace"
    assert scene.layout[necklace.id].box[1] > mouth


def test_a_teddy_bear_wears_what_it_is_said_to_wear() -> None:
    scene = first_picture("a teddy bear wearing a tie and glasses")
    bear = scene.objects[0]
    parts = {
        one.kind: one.rel.part for one in scene.objects if one.rel is not None and one.rel.type == "wear"
    }
    assert parts == {"tie": "neck", "glasses": "eyes"}
    figure = figure_of(bear)
    eye = frame_from(scene.layout[bear.id], figure).point(figure.anchors.eye)
    glasses = next(scene.layout[one.id].box for one in scene.objects if one.kind == "glasses")
    assert glasses[0] < eye[0] < glasses[2]
    assert glasses[1] < eye[1] < glasses[3]


@pytest.mark.parametrize("wish", ["一个戴红色发卡的女孩", "a girl wearing a hair clip"])
def test_a_hair_clip_is_at_the_side_of_the_head(wish: str) -> None:
    girl, clip = (scene := first_picture(wish)).objects
    figure = figure_of(girl)
    frame = frame_from(scene.layout[girl.id], figure)
    left, top, right, _ = scene.layout[clip.id].box
    crown = frame.point(figure.anchors.top)
    assert top > crown[1] - 0.1 * figure.anchors.head * frame.factor
    assert not left < crown[0] < right
    assert right - left < 0.6 * figure.anchors.head * frame.factor


_TRADES = ["teacher", "farmer", "pilot", "doctor", "police-officer", "cook", "artist", "judge"]


@pytest.mark.parametrize("kind", _TRADES)
def test_the_shoulders_of_a_trade_are_no_broader_than_those_of_others(kind: str) -> None:
    one = figure_of(thing("o1", kind))
    across = np.flatnonzero(rasterise(UNIT, UNIT, one.body)[72, :, 3] < 128)
    left, right = max(gap for gap in across if gap < 64), min(gap for gap in across if gap > 64)
    assert right - left < 66
    assert abs((left + right) / 2 - 64) < 8
    assert abs(one.anchors.eye[0] - 64) < 8


@pytest.mark.parametrize("kind", _TRADES)
def test_the_shoulders_of_a_trade_belong_to_what_they_have_on(kind: str) -> None:
    regions = figure_of(thing("o1", kind)).regions
    red, green, blue, _ = rasterise(UNIT, UNIT, regions)[68, 50]
    assert (red > 200, green < 60, blue < 60) == (True, True, True)


@pytest.mark.parametrize("kind", ["boy", "cowboy", "dog", "cat", "penguin"])
def test_a_belt_goes_around_the_trunk_alone(kind: str) -> None:
    wearer = figure_of(thing("o1", kind))
    body, (_, top, _, low) = cut("belt", "#d8322f", wearer)
    assert body
    assert wearer.anchors.nose[1] < low <= wearer.extent[3] - 2
    assert low - top < 0.45 * wearer.height


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("一个男孩系着腰带 => 红腰带，再戴个帽子", "帽子——在男孩身上"),
        ("一个男孩戴着围巾 => 围巾，再戴个墨镜", "墨镜——在男孩身上"),
        ("a boy in a red scarf => a blue hat, and he wears glasses", "glasses – worn by the boy"),
    ],
)
def test_nothing_is_worn_by_what_somebody_wears(talked: str, told: str) -> None:
    assert told in talk(talked)[0].told

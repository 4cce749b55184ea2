"""What people ask of a picture on a second look is drawn as they mean it: another hat, a shorter beard, one more mountain, an
umbrella for who has no hand free."""

from __future__ import annotations

import pytest

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.editing.account import account
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.letters.titling import word_boxes
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.moods import CALM
from paintover.engines.illustrator.sprites.stock import at_ease
from paintover.engines.illustrator.staging.layout import arrange
from paintover.engines.illustrator.staging.sight import face_of


def talk(*turns: str, seed: int = 3) -> Scene:
    language = language_of(turns[0])
    scene = arrange(compose_scene(turns[0], ratio="1:1", seed=seed, language=language).scene)
    for turn in turns[1:]:
        done = edit_scene(turn, [scene], ratio="1:1", seed=seed, language=language)
        scene = arrange(done.scene, former=done.former)
    return scene


def one_of(scene: Scene, kind: str) -> Thing:
    return next(one for one in scene.objects if one.kind == kind)


@pytest.mark.parametrize(
    ("wish", "edit", "bare", "hat"),
    [
        ("一个渔夫", "渔夫戴个斗笠", "bare-fisher", "bamboo-hat"),
        ("a fisherman", "give him a conical hat", "bare-fisher", "bamboo-hat"),
        ("a captain", "give him a santa hat", "bare-captain", "santa-hat"),
        ("一个水手", "戴个草帽", "bare-sailor", "straw-hat"),
    ],
)
def test_another_hat_comes_in_place_of_the_drawn_one(wish: str, edit: str, bare: str, hat: str) -> None:
    before, scene = talk(wish), talk(wish, edit)
    worn = one_of(scene, hat)
    assert worn.rel is not None
    assert worn.rel.to == one_of(scene, bare).id
    told = account([before], scene, language_of(wish)) or ""
    assert "鱼竿" not in told
    assert "rod" not in told


def test_a_tang_jacket_is_no_robe() -> None:
    assert one_of(talk("一个爷爷", "换件唐装，深红色的"), "tang-jacket").rel is not None
    assert one_of(talk("a boy in a tang suit"), "tang-jacket").rel is not None


@pytest.mark.parametrize(
    ("wish", "edit", "size"),
    [
        ("一个白胡子爷爷", "胡子短一点", "small"),
        ("一个白胡子爷爷", "胡子再长一点", "large"),
        ("an old man with a beard", "shorter beard", "small"),
    ],
)
def test_a_beard_gets_shorter_and_longer(wish: str, edit: str, size: str) -> None:
    assert one_of(talk(wish, edit), "beard").size == size


@pytest.mark.parametrize(
    ("wish", "edit"),
    [("一个爷爷", "胡子短一点"), ("a man", "make his beard shorter"), ("一个渔夫", "胡子短一点")],
)
def test_no_beard_grows_where_one_was_to_be_shorter(wish: str, edit: str) -> None:
    with pytest.raises(NotDrawable):
        talk(wish, edit)


@pytest.mark.parametrize(
    ("wish", "edit", "kind"),
    [
        ("一只橘猫趴在窗台上睡觉", "让它醒过来", "cat"),
        ("一只熊在睡觉", "把它叫醒", "bear"),
        ("a dog sleeping on a rug", "wake it up", "dog"),
    ],
)
@pytest.mark.parametrize("seed", range(1, 7))
def test_who_wakes_has_open_eyes(wish: str, edit: str, kind: str, seed: int) -> None:
    woken = at_ease(one_of(talk(wish, edit, seed=seed), kind))
    assert woken.pose != "sleep"
    assert woken.mood in (None, CALM)


@pytest.mark.parametrize(
    ("wish", "edit", "who"),
    [
        ("街上，一个老奶奶在卖包子", "前面来个小男孩，伸手要包子", "boy"),
        ("爸爸坐在桌子后面看书", "前面加一只狗", "dog"),
        ("a teacher at a desk", "add a boy in front of her", "boy"),
    ],
)
def test_who_comes_before_somebody_at_a_table_comes_before_the_table(wish: str, edit: str, who: str) -> None:
    scene = talk(wish, edit)
    newcomer = one_of(scene, who)
    table = next(one for one in scene.objects if one.kind in ("dining-table", "desk"))
    assert scene.layout[newcomer.id].base > scene.layout[table.id].base
    assert not any(one.kind == "gourd" for one in scene.objects)
    if who == "boy" and wish.startswith("街"):
        assert newcomer.pose == "reach"


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_more_lanterns_are_where_the_first_is_and_before_no_face(seed: int) -> None:
    scene = talk("下雪的老街，红灯笼，一个老奶奶在卖糖葫芦", "灯笼再多几个", seed=seed)
    lanterns = [one for one in scene.objects if one.kind == "lantern"]
    granny = one_of(scene, "old-woman")
    face = face_of(granny, scene.layout[granny.id])
    assert face is not None
    assert len(lanterns) > 2
    assert {(one.rel, one.colour) for one in lanterns} == {(None, "red")}
    for one in lanterns:
        left, top, right, bottom = scene.layout[one.id].box
        assert right < face[0] or left > face[2] or top > face[3] or bottom < face[1]


@pytest.mark.parametrize(
    ("wish", "edit", "old", "new"),
    [
        ("春节贺卡，上面写“新年快乐”，有一条龙和鞭炮", "龙换成兔子", "dragon", "rabbit"),
        ('a birthday card with an elephant and a balloon that says "Hi"', "replace the elephant with a mouse", "elephant", "mouse"),
    ],
)  # fmt: skip
def test_on_a_card_the_new_one_is_as_large_as_its_room(wish: str, edit: str, old: str, new: str) -> None:
    was, scene = talk(wish), talk(wish, edit)
    before, after = (at.layout[one_of(at, kind).id].box for at, kind in ((was, old), (scene, new)))
    assert after[3] - after[1] > 0.6 * (before[3] - before[1])


@pytest.mark.parametrize(
    ("turns", "peaks"),
    [
        (("江上有一条船", "再多一座山"), 1),
        (("江上有一条船", "再多一座山", "再来一座山"), 2),
        (("雪山下有一个小屋", "再加一座山"), 1),
        (("a lake with a boat", "add another mountain", "add one more mountain"), 2),
        (("a lake with a boat", "add another mountain", "remove the mountains"), 0),
    ],
)
def test_one_more_mountain_is_of_the_backdrop(turns: tuple[str, ...], peaks: int) -> None:
    scene = talk(*turns)
    assert scene.env.scenery.peaks == peaks
    assert not any(one.kind == "mountain" for one in scene.objects)


@pytest.mark.parametrize(
    ("turns", "who"),
    [
        (("牛背上坐着一个吹笛子的小孩", "给小孩打把伞"), "child"),
        (("一个男孩拿着书", "给他撑把红伞"), "boy"),
        (("a boy playing the flute", "give him an umbrella"), "boy"),
    ],
)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_umbrella_of_who_has_no_hand_free_is_over_the_head(
    turns: tuple[str, ...], who: str, seed: int
) -> None:
    scene = talk(*turns, seed=seed)
    somebody, umbrella = one_of(scene, who), one_of(scene, "umbrella")
    face = face_of(somebody, scene.layout[somebody.id])
    left, top, right, _ = scene.layout[umbrella.id].box
    assert face is not None
    assert left < face[0]
    assert right > face[2]
    assert top < scene.layout[somebody.id].box[1]


@pytest.mark.parametrize("edit", ["兔子换成嫦娥", "兔子换成长颈鹿"])
def test_who_comes_on_a_card_covers_no_words(edit: str) -> None:
    scene = talk("一张中秋贺卡，写着“中秋快乐”，有一只兔子和月饼", edit)
    low = max(box[3] for box in word_boxes(scene))
    newcomer = next(one for one in scene.objects if one.kind not in ("moon-cake", "hanfu"))
    assert scene.layout[newcomer.id].box[1] >= low - 2


def test_an_egg_lies_on_the_noodles_that_steam() -> None:
    scene = talk("一碗热气腾腾的牛肉面，旁边一双筷子", "面里加个荷包蛋")
    egg, bowl = one_of(scene, "fried-egg"), one_of(scene, "beef-noodles")
    _, top, _, bottom = scene.layout[bowl.id].box
    assert scene.layout[egg.id].box[3] > top
    assert scene.layout[egg.id].box[1] > top - 0.3 * (bottom - top)

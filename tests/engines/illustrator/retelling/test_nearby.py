"""What is said in short of what stands beside something is told in full."""

from __future__ import annotations

import pytest

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.editing.account import account
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.staging.layout import arrange
from tests.engines.illustrator.told import first_picture, language_of


@pytest.mark.parametrize(
    ("wish", "edit", "told"),
    [
        ("桌上一碗牛肉面，旁边一双筷子", "筷子放左边", "改了：筷子——在牛肉面左边"),
        ("a bowl of ramen and chopsticks on a table", "put the chopsticks on the left", "Changed: chopsticks – to the left of the ramen"),
        ("桌上一碗牛肉面，旁边一双筷子", "加个煎蛋在面上", "加了：煎蛋——在牛肉面上面"),
        ("两个小孩在门口，门上贴着福字", "门两边挂上灯笼", "加了：灯笼——挂在高处、在门左边；灯笼——挂在高处、在门右边"),
        ("农场里有两头奶牛", "再加一头小牛", "加了：奶牛——比平常小"),
        ("a cow in a field", "add a calf", "Added: cow – small"),
        ("a dog in a park", "add a few clouds", "Now: clouds – more"),
        ("公园里一只狗", "天上加几朵云", "现在：云——更多"),
        ("a dog in a park", "add three clouds", "Added: clouds × 3"),
        ("two boys playing in a garden", "make the left one's shirt red and the other one's blue", "Added: shirt – red, worn by the left boy; shirt – blue, worn by the right boy"),
        ("一个女医生和一个小朋友", "医生戴上口罩", "加了：口罩——在女医生身上"),
        ("生日蛋糕", "蛋糕换成巧克力的", "改了：生日蛋糕——棕色"),
        ("客厅里有沙发", "背景墙改成浅绿色", "现在：墙——浅绿色"),
        ("portrait of an old man", "put a plain blue background behind him", "Now: background – blue"),
        ("two cats in a park", "it should look more like autumn", "Now: autumn"),
        ("birthday card with a cake and balloons", "balloons pink and purple", "Changed: 2 of the 3 balloons – pink; middle balloon – purple"),
        ("two dogs", "dogs running", "Changed: dogs × 2 – running"),
        ("a dog and a black cat asleep on a red sofa", "take the cat off, put it on the floor", "Changed: cat – in front of the sofa, turned around"),
        ("a cake on a table", "put a little dog next to the cake wearing a party hat", "Added: dog – small, party hat, beside the cake"),
        ("a woman cooking in the kitchen", "add a cloud", "Added: cloud – outside the window"),
        ("a boy sleeping in bed", "add a moon and stars", "Added: moon – outside the window; stars × 3 – outside the window"),
        ("卧室里小女孩在睡觉", "加上月亮和星星", "加了：月亮——在窗外；星星——在窗外"),
        ("a boy sleeping in bed", "add two balloons", "Added: balloons × 2"),
        ("a man", "give him back his hat", "Added: hat – worn by the man"),
        ("一个男孩", "把眼镜还给他", "加了：眼镜——在男孩身上"),
        ("a cabin by a lake", "let the sun come up behind the cabin", "Now: dawn"),
    ],
)  # fmt: skip
def test_it_is_done_as_it_was_meant(wish: str, edit: str, told: str) -> None:
    base = first_picture(wish)
    composed = edit_scene(edit, [base], ratio="1:1", seed=4, language=language_of(edit))
    scene = arrange(composed.scene, former=composed.former)
    assert account([base], scene, language_of(edit)) == told


def test_two_shirts_are_on_two_boys() -> None:
    base = first_picture("two boys playing in a garden")
    wish = "make the left one's shirt red and the other one's blue"
    scene = edit_scene(wish, [base], ratio="1:1", seed=4, language="en").scene
    worn = {one.colour: one.rel.to for one in scene.objects if one.kind == "shirt" and one.rel is not None}
    left, right = sorted(
        (one.id for one in base.objects if one.kind == "boy"), key=lambda key: base.layout[key].x
    )
    assert worn == {"red": left, "blue": right}


def test_furniture_for_a_corner_stands_at_that_wall() -> None:
    base = first_picture("a living room with a sofa")
    composed = edit_scene(
        "put a christmas tree in the left corner", [base], ratio="1:1", seed=4, language="en"
    )
    scene = arrange(composed.scene, former=composed.former)
    tree = next(one for one in scene.objects if one.kind == "christmas-tree")
    _, top, right, foot = scene.layout[tree.id].box
    assert right < 512
    assert foot - top > 300


def test_who_comes_onto_a_full_mat_is_in_the_picture() -> None:
    base = first_picture("a mom and dad with their two kids having a picnic in the park")
    composed = edit_scene("put a dog on the blanket", [base], ratio="1:1", seed=4, language="en")
    scene = arrange(composed.scene, former=composed.former)
    dog = next(one for one in scene.objects if one.kind == "dog")
    left, _, right, _ = scene.layout[dog.id].box
    assert 0 <= left < right <= 1024


@pytest.mark.parametrize(
    ("wish", "edits", "told"),
    [
        ("family of four at the beach", ["dad needs sunglasses"], "Added: sunglasses – worn by the father"),
        ("portrait of a woman with curly red hair and freckles", ["make her smile", "green earrings"], "Added: earrings – green, worn by the woman"),
        ("三个男孩踢足球", ["去掉一个人"], "改了：足球——由左边的男孩拿着。去掉了：左边的男孩"),
        ("小红帽在森林里", ["小红帽的帽子改成蓝的"], "改了：连帽斗篷——蓝色"),
        ("生日蛋糕，上面插三根蜡烛", ["蜡烛多插两根"], "改了：生日蛋糕——不带蜡烛。加了：蜡烛 × 5——在生日蛋糕上面"),
    ],
)  # fmt: skip
def test_what_is_worn_held_or_lit_is_where_it_belongs(wish: str, edits: list[str], told: str) -> None:
    scene = first_picture(wish)
    before = scene
    for edit in edits:
        before = scene
        composed = edit_scene(edit, [scene], ratio="1:1", seed=4, language=language_of(edit))
        scene = arrange(composed.scene, former=composed.former)
    assert account([before], scene, language_of(wish)) == told


def test_nobody_is_painted_for_what_is_not_there() -> None:
    base = first_picture("a girl beside a boy in a garden")
    with pytest.raises(NotDrawable, match="no chair"):
        edit_scene("make the chair smaller and red", [base], ratio="1:1", seed=4, language="en")

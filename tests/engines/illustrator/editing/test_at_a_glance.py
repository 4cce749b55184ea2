"""What goes on in a first picture is read at a glance: each with what they do it with, and where."""

from __future__ import annotations

from collections import Counter

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.editor import Composed
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.staging.standing import area_of, scene_size, shared_area


def composed(wish: str) -> Composed:
    return compose_scene(wish, ratio="1:1", seed=3, language=language_of(wish))


def facts(scene: Scene) -> set[str]:
    """What stands how to what, by kinds: ``egg inside pan``; the kind alone where it stands for itself."""
    named = {one.id: one.kind for one in scene.objects}
    return {
        one.kind if one.rel is None else f"{one.kind} {one.rel.type} {named[one.rel.to]}"
        for one in scene.objects
    }


@pytest.mark.parametrize(
    ("wish", "food"),
    [
        ("厨师在煎鸡蛋", {"fried-egg"}),
        ("妈妈在锅里煎蛋", {"fried-egg"}),
        ("爸爸在煎牛排", {"steak"}),
        ("a cook frying an egg", {"fried-egg"}),
        ("a man frying an egg in a pan", {"fried-egg"}),
        ("dad frying bacon and eggs", {"bacon", "fried-egg"}),
        ("a girl making pancakes", {"pancakes"}),
    ],
)
def test_who_fries_something_has_it_in_a_pan_on_the_stove(wish: str, food: set[str]) -> None:
    done = composed(wish)
    shown = facts(done.scene)
    assert "frying-pan on stove" in shown
    assert {f"{one} inside frying-pan" for one in food} <= shown
    assert done.scene.env.place == "kitchen"
    assert not done.notes


@pytest.mark.parametrize(
    ("wish", "shown"),
    [
        ("a squirrel running along a wire", {"squirrel on power-line"}),
        ("a cat walking along a garden wall at night", {"cat on brick-wall"}),
        ("小猫沿着围墙走", {"cat on brick-wall"}),
        ("松鼠沿着树枝跑", {"squirrel on tree-branch"}),
        ("a cat sitting next to a wire fence", {"cat beside fence"}),
    ],
)
def test_who_is_light_goes_along_on_what_is_narrow(wish: str, shown: set[str]) -> None:
    assert shown <= facts(composed(wish).scene)


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        ("kids holding signs that say welcome", "welcome"),
        ("孩子们举着写着欢迎的牌子", "欢迎"),
        ("two fans holding signs that read go team", "go team"),
        ("a man with a sign that says help", "help"),
        ("people holding a banner that says welcome", "welcome"),
    ],
)
def test_every_sign_in_a_hand_says_so(wish: str, words: str) -> None:
    done = composed(wish)
    signs = [one for one in done.scene.objects if one.kind == "signpost"]
    assert signs
    assert {one.says for one in signs} == {words}
    assert all(one.rel is not None and one.rel.type == "hold" for one in signs)
    assert done.scene.caption is None
    assert not done.notes


@pytest.mark.parametrize(
    "wish", ["four kids holding flags", "三个男孩举着奖杯", "four workers holding signs"]
)
def test_what_several_hold_up_meets_nobody_else(wish: str) -> None:
    scene = arrange(composed(wish).scene)
    held = [one for one in scene.objects if one.rel is not None and one.rel.type == "hold"]
    people = [one for one in scene.objects if one.rel is None]
    assert len(held) == len(people)
    for one in held:
        box = scene.layout[one.id].box
        for other in people:
            if one.rel is not None and other.id != one.rel.to:
                theirs = scene.layout[other.id].box
                assert shared_area(box, theirs) < 0.15 * area_of(
                    box
                )  # a pennant tapers: the corners are empty


@pytest.mark.parametrize(
    "wish",
    ["a boy flying a kite with his dad", "a girl flying a kite and a dog", "爸爸和儿子在公园放风筝"],
)
def test_no_string_of_a_kite_runs_across_a_head(wish: str) -> None:
    scene = arrange(composed(wish).scene)
    for kite in (one for one in scene.objects if one.kind == "kite"):
        assert kite.rel is not None
        left, top, right, bottom = scene.layout[kite.id].box
        assert left >= 0
        assert right <= 1024
        holder = scene.layout[kite.rel.to]
        ends = (left, right) if (left + right) / 2 >= holder.x else (right, left)
        for other in (one for one in scene.objects if one.rel is None or one.rel.type == "beside"):
            far, high, near, low = scene.layout[other.id].box
            for step in range(11) if other.id != kite.rel.to else ():
                x = ends[0] + (ends[1] - ends[0]) * step / 10
                y = bottom + (top - bottom) * step / 10
                rim = 0.15 * (near - far)
                assert not (far + rim < x < near - rim and high < y < high + 0.5 * (low - high))


@pytest.mark.parametrize(
    "wish",
    [
        "a man sleeping in a hammock between two trees",
        "女孩躺在两棵树之间的吊床上看书",
        "a hammock between two palm trees on the beach",
    ],
)
def test_a_hammock_hangs_from_trunk_to_trunk(wish: str) -> None:
    done = composed(wish)
    scene = arrange(done.scene)
    hammock = next(one for one in scene.objects if one.kind == "hammock")
    trees = sorted(
        (scene.layout[one.id] for one in scene.objects if "tree" in one.kind), key=lambda one: one.x
    )
    left, top, right, bottom = scene.layout[hammock.id].box
    assert abs(left - trees[0].x) < 40
    assert abs(right - trees[1].x) < 40
    assert all(tree.box[1] < top and bottom < tree.base for tree in trees)
    assert all(tree.box[0] >= 0 and tree.box[2] <= 1024 for tree in trees)
    assert all(
        f"{one.kind} inside hammock" in facts(scene) for one in scene.objects if one.kind in ("man", "girl")
    )
    assert not done.notes


@pytest.mark.parametrize(
    ("wish", "shown"),
    [
        ("a picnic blanket with bread, cheese and wine", {"bread on picnic-mat", "cheese on picnic-mat", "wine-glass on picnic-mat"}),
        ("a picnic with sandwiches, apples and a cake", {"sandwich on picnic-mat", "apple on picnic-mat", "cake on picnic-mat"}),
        ("a red checkered tablecloth on the grass with cookies and tea", {"cookie on picnic-mat", "tea on picnic-mat"}),
        ("three friends toasting marshmallows around a campfire", {"person around campfire", "marshmallows hold person"}),
        ("a grandmother knitting by the fireplace with a cat at her feet", {"cat beside armchair"}),
        ("面包师从烤箱里拿出面包", {"bread hold baker", "baker beside oven"}),
        ("妈妈把蛋糕从烤箱里端出来", {"cake hold woman", "woman beside oven"}),
        ("爷爷在喂笼子里的鸟", {"bird inside bare-bird-cage", "old-man beside bare-bird-cage", "bread hold old-man"}),
        ("a bear in front of a cave", {"bear front cave-mouth"}),
        ("龙守着山洞", {"dragon front cave-mouth"}),
    ],
)  # fmt: skip
def test_all_that_is_told_of_is_where_it_is_told_to_be(wish: str, shown: set[str]) -> None:
    done = composed(wish)
    assert shown <= facts(done.scene)
    assert not done.notes


@pytest.mark.parametrize(
    ("wish", "people"),
    [("火车站里有很多人在等车", 5), ("一个男人在火车站等火车", 1), ("一个女孩在火车站送朋友", 2)],
)
def test_who_waits_at_a_station_is_on_its_platform(wish: str, people: int) -> None:
    done = composed(wish)
    assert done.scene.env.place == "platform"
    assert sum(is_somebody(one.kind) for one in done.scene.objects) == people
    assert not done.notes


@pytest.mark.parametrize(
    "wish",
    [
        "a couple having coffee under an umbrella at a cafe table",
        "a woman sitting at a cafe table under a red umbrella",
        "咖啡店门口的遮阳伞下，一对情侣坐在桌边喝咖啡",
    ],
)
def test_a_parasol_rises_over_those_at_the_table(wish: str) -> None:
    done = composed(wish)
    scene = arrange(done.scene)
    shade = scene.layout[next(one.id for one in scene.objects if one.kind == "beach-umbrella")].box
    people = [scene.layout[one.id].box for one in scene.objects if is_somebody(one.kind)]
    assert 0 <= shade[0] < min(box[0] for box in people) + 40
    assert max(box[2] for box in people) - 40 < shade[2] <= 1024
    assert 0 <= shade[1] < min(box[1] for box in people)
    assert not done.notes


@pytest.mark.parametrize(
    ("wish", "who"),
    [
        ("a baby crawling toward a teddy bear", "baby"),
        ("宝宝在地上爬", "baby"),
        ("a boy crawling under a table", "boy"),
        ("两个小朋友在草地上爬", "child"),
    ],
)
def test_who_crawls_is_on_hands_and_knees(wish: str, who: str) -> None:
    scene = arrange(composed(wish).scene)
    crawling = [one for one in scene.objects if one.kind == who]
    assert {one.pose for one in crawling} == {"crawl"}
    for one in crawling:
        left, top, right, bottom = scene.layout[one.id].box
        assert right - left > bottom - top


@pytest.mark.parametrize(
    ("wish", "shown"),
    [
        ("三个小孩围着看蚂蚁", {"child around ant"}),
        ("孩子们围着一只刺猬看", {"child around hedgehog"}),
        ("猫咪扒着鱼缸看金鱼", {"goldfish inside bare-fish-tank", "cat beside bare-fish-tank"}),
        ("小猪三兄弟站在砖房子前面", {"pig", "house behind pig"}),
        ("two old men playing chess on a park bench", {"chess-board between old-man", "old-man on bench"}),
        ("two old men playing cards on a park bench", {"playing-card hold old-man", "old-man on bench"}),
        ("a mom cooking while the kids watch", {"woman beside stove", "child"}),
        ("a vet checking a puppy's heart while the owner watches", {"vet beside dog", "person"}),
    ],
)
def test_nobody_and_nothing_of_it_is_missing(wish: str, shown: set[str]) -> None:
    done = composed(wish)
    assert shown <= facts(done.scene)
    assert not done.notes


@pytest.mark.parametrize(
    ("wish", "shown"),
    [
        ("消防员用水枪灭火，房子着火了", {"garden-hose hold firefighter", "fire on house"}),
        (
            "a firefighter spraying water on a burning house",
            {"garden-hose hold firefighter", "fire on house"},
        ),
        ("妈妈去菜市场买菜", {"basket hold woman", "cabbage inside basket"}),
        ("爷爷骑三轮车带着孙女去买菜", {"old-man on cargo-tricycle", "girl on cargo-tricycle"}),
        ("一个男孩摔倒了，女孩扶他起来", {"boy", "girl beside boy"}),
        ("孙女扶着奶奶散步", {"old-woman hold girl"}),
        ("a boy helping his sister up", {"girl", "boy beside girl"}),
        ("a referee blowing a whistle", {"whistle wear referee"}),
        ("大象用鼻子给小象喷水", {"water-jet wear elephant", "elephant beside elephant"}),
        ("小女孩在樱花树下荡秋千", {"swing-set inside cherry-tree", "girl on swing-set"}),
        ("爷爷推着自行车，孙女坐在后座", {"bicycle beside old-man", "girl on bicycle"}),
        ("妈妈抱着宝宝在窗前看月亮", {"moon inside bay-window", "baby hold woman"}),
        ("小偷翻墙，警察在后面追", {"thief on brick-wall", "police-officer right brick-wall"}),
        ("警察叔叔扶着盲人过马路", {"man hold police-officer", "sunglasses wear man"}),
        ("乌龟和兔子赛跑，乌龟先到终点", {"finish-line left turtle", "rabbit right turtle"}),
        (
            "the tortoise and the hare racing, the tortoise crosses the finish line first",
            {"finish-line left turtle", "rabbit right turtle"},
        ),
    ],
)
def test_a_deed_is_shown_by_what_it_takes(wish: str, shown: set[str]) -> None:
    done = composed(wish)
    assert shown <= facts(done.scene)
    assert not done.notes


def test_no_head_hides_the_moon() -> None:
    scene = arrange(composed("中秋节一家人在院子里赏月吃月饼").scene)
    moon = scene.layout[next(one.id for one in scene.objects if one.kind == "moon")].box
    for one in scene.objects:
        if one.kind != "moon":
            assert shared_area(moon, scene.layout[one.id].box) < 0.2 * area_of(moon)


@pytest.mark.parametrize(
    ("wish", "shown"),
    [
        ("小女孩踮着脚够桌上的糖果", {"candy on dining-table", "girl right dining-table"}),
        ("小狗叼着拖鞋跑，主人在后面追", {"sandal hold dog", "woman right dog"}),
        ("一对情侣在摩天轮前自拍", {"cell-phone hold woman"}),
        ("kids sledding down a snowy hill", {"child on sled", "sled on hill"}),
    ],
)
def test_what_it_is_done_with_is_there(wish: str, shown: set[str]) -> None:
    done = composed(wish)
    assert shown <= facts(done.scene)
    assert sum(one.kind == "cell-phone" for one in done.scene.objects) <= 1
    assert not done.notes


@pytest.mark.parametrize(
    "wish", ["a family building a sandcastle on the beach", "a family decorating a christmas tree"]
)
def test_nobody_of_a_family_that_builds_stands_apart(wish: str) -> None:
    scene = arrange(composed(wish).scene)
    people = sorted(scene.layout[one.id].box for one in scene.objects if is_somebody(one.kind))
    for left, right in ((people[0], people[1]), (people[2], people[3])):
        assert right[0] - left[2] < 0.6 * (right[2] - right[0])


@pytest.mark.parametrize(
    "wish", ["a family having a picnic under a tree with a dog", "一家人在草地上野餐，旁边有一只狗"]
)
def test_an_animal_beside_a_picnic_is_no_larger_than_those_who_sit_there(wish: str) -> None:
    done = composed(wish)
    scene = arrange(done.scene)
    dog = scene.layout[next(one.id for one in scene.objects if one.kind == "dog")].box
    mat = scene.layout[next(one.id for one in scene.objects if one.kind == "picnic-mat")].box
    people = [scene.layout[one.id].box for one in scene.objects if is_somebody(one.kind)]
    assert dog[3] - dog[1] < 1.3 * max(mat[1] - box[1] for box in people) + 40
    assert not done.notes


@pytest.mark.parametrize("ratio", ["1:1", "16:9", "21:9", "2:3", "9:16"])
@pytest.mark.parametrize(
    "wish",
    [
        "a couple having coffee under an umbrella at a cafe table",
        "a man sleeping in a hammock between two trees",
        "a boy flying a kite with his dad",
    ],
)
def test_all_is_in_the_picture_whatever_its_format(wish: str, ratio: str) -> None:
    scene = arrange(compose_scene(wish, ratio=ratio, seed=3, language="en").scene)
    width, height = scene_size(scene)
    for placed in scene.layout.values():
        assert placed.box[0] >= -2
        assert placed.box[2] <= width + 2
        assert placed.box[1] >= -2
        assert placed.box[3] <= height + 2


@pytest.mark.parametrize(
    ("wish", "who"),
    [
        ("操场上有三个男孩踢球，两个女孩跳绳，一位老师吹哨子", {"boy kick": 3, "girl skip": 2, "teacher": 1}),
        ("公园里两个女孩、一只狗和一只猫", {"girl": 2, "dog": 1, "cat": 1}),
        ("操场上有两个孩子踢球、一个孩子放风筝", {"child kick": 2, "child lift": 1}),
        ("裁判吹着哨子，两个队员在抢篮球", {"referee hold": 1, "athlete throw": 2}),
        ("女孩都骑自行车", {"girl ride": 3}),
        ("两个工人在搬沙发", {"construction-worker bear": 2}),
        ("七仙女在天上跳舞", {"fairy dance": 7}),
        ("a policeman, a mother with a child, a dog", {"police-officer": 1, "woman": 1, "child": 1, "dog": 1}),
    ],
)  # fmt: skip
def test_each_of_a_list_does_what_is_told_of_them(wish: str, who: dict[str, int]) -> None:
    scene = composed(wish).scene
    told = Counter(
        f"{one.kind} {one.pose}" if one.pose else one.kind for one in scene.objects if kinds()[one.kind].alive
    )
    assert told == who


@pytest.mark.parametrize(
    ("wish", "shown", "place"),
    [
        ("snow white and the seven dwarfs", {"snow-white", "gnome"}, "meadow"),
        ("the prince kissing snow white", {"prince", "snow-white"}, "castle"),
        ("a snow white rabbit", {"rabbit"}, "meadow"),
        ("重阳节爷爷奶奶爬山", {"old-man", "old-woman"}, "mountains"),
        ("a teacher and three pupils at the board", {"teacher", "pupil"}, "classroom"),
    ],
)
def test_who_and_where_as_told(wish: str, shown: set[str], place: str) -> None:
    done = composed(wish)
    assert {one.kind for one in done.scene.objects if kinds()[one.kind].alive} == shown
    assert done.scene.env.place == place


@pytest.mark.parametrize(
    ("wish", "pose"),
    [
        ("a woman jogging in the park with headphones", "run"),
        ("a man hurrying through the rain", "run"),
        ("soldiers marching in the street", "walk"),
        ("a couple taking a walk on the beach", "walk"),
        ("a woman hiking in the mountains", "walk"),
        ("a man relaxing on the beach", "sit"),
        ("a boy snoozing under a tree", "sleep"),
        ("一个女人在公园里闲逛", "walk"),
        ("一个女人在公园里休息", "sit"),
        ("爷爷在公园里晒太阳", "sit"),
    ],
)
def test_an_everyday_verb_has_the_pose_that_shows_it(wish: str, pose: str) -> None:
    done = composed(wish)
    assert {one.pose for one in done.scene.objects if is_somebody(one.kind)} == {pose}
    assert not done.notes


@pytest.mark.parametrize(
    ("wish", "place", "many"),
    [
        ("清晨，农夫赶着一群羊上山", "mountains", {"farmer": 1, "sheep": 5}),
        ("和尚挑水上山", "mountains", {"monk": 1}),
        ("两个老人在公园下棋，几个人围着看", "park", {"old-man": 2, "person": 3}),
    ],
)
def test_so_many_go_there(wish: str, place: str, many: dict[str, int]) -> None:
    done = composed(wish)
    assert done.scene.env.place == place
    assert Counter(one.kind for one in done.scene.objects if kinds()[one.kind].alive) == many
    assert not done.notes


@pytest.mark.parametrize(
    ("wish", "many"),
    [
        ("下雪天小朋友打雪仗", {"child": 3}),
        ("小鸟在喂窝里的宝宝", {"bird": 1, "chick": 3}),
        ("元宵节大家在猜灯谜", {"person": 5}),
        ("蚂蚁搬家，排成一队", {"ant": 5}),
        ("小鸭子排着队过马路", {"duck": 5}),
        ("渔民撒网捕鱼，太阳正在升起", {"fisher": 1}),
        ("a boy with a broken leg in bed", {"boy": 1}),
    ],
)
def test_nobody_does_alone_what_takes_several(wish: str, many: dict[str, int]) -> None:
    done = composed(wish)
    assert Counter(one.kind for one in done.scene.objects if kinds()[one.kind].alive) == many
    assert not any(one.kind.endswith("bed") and one.rel is not None for one in done.scene.objects)
    assert not done.notes


@pytest.mark.parametrize(
    ("wish", "who", "seat"),
    [
        ("a little girl picking apples from a ladder", "girl", "ladder"),
        ("a man washing windows on a ladder", "man", "ladder"),
    ],
)
def test_who_works_from_a_ladder_stands_on_it(wish: str, who: str, seat: str) -> None:
    scene = composed(wish).scene
    rel = next(one.rel for one in scene.objects if one.kind == who)
    assert rel is not None
    assert (rel.type, [one.kind for one in scene.objects if one.id == rel.to]) == ("on", [seat])


def test_a_tug_of_war_has_one_rope() -> None:
    kinds_there = [one.kind for one in composed("two dogs playing tug of war with a rope").scene.objects]
    assert kinds_there == ["dog", "dog", "tug-rope"]

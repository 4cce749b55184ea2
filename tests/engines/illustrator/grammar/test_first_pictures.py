"""First wishes as people type them: what is done is seen, where it is done, and by whom with whom."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.dealings import dealings
from paintover.engines.illustrator.staging.layout import arrange
from tests.engines.illustrator.told import first_picture


def _told(wish: str) -> Scene:
    composed = compose_scene(wish, ratio="1:1", seed=4, language="en" if wish.isascii() else "zh")
    assert composed.notes == ()
    return composed.scene


def _shown(scene: Scene) -> list[str]:
    """Each thing that is neither worn nor held, with its pose and what it is at."""
    kinds = {thing.id: thing.kind for thing in scene.objects}
    return [
        f"{one.kind}{'~' + one.pose if one.pose else ''}{f' {one.rel.type} {kinds[one.rel.to]}' if one.rel else ''}"
        for one in scene.objects
        if one.rel is None or one.rel.type != "wear"
    ]


@pytest.mark.parametrize(
    ("wish", "place", "shown"),
    [
        ("小孩在门口放鞭炮", "meadow", ["firecracker-string", "child beside firecracker-string", "house"]),
        ("a boy setting off firecrackers at the door", "meadow", ["firecracker-string", "boy beside firecracker-string", "house"]),
        ("爸爸把女儿扛在肩上", "meadow", ["man", "girl~ride on man"]),
        ("爷爷让孙子骑在脖子上", "meadow", ["old-man", "boy~ride on old-man"]),
        ("小女孩趴在草地上看书", "meadow", ["girl~prone", "book hold girl"]),
        ("a boy lying on the floor drawing", "room", ["boy~prone", "notebook hold boy"]),
        ("奶奶在织毛衣", "room", ["armchair", "old-woman~knit on armchair", "yarn hold old-woman"]),
        ("a grandma with a cat on her lap", "room", ["armchair", "old-woman~embrace on armchair", "cat hold old-woman"]),
        ("理发师给小男孩剪头发", "barber-shop", ["barber-chair", "barber~hold beside barber-chair", "scissors hold barber", "boy~sit on barber-chair"]),
        ("mom brushing her daughter's hair", "room", ["chair", "woman~comb beside chair", "comb hold woman", "girl~sit on chair"]),
        ("妈妈在晾衣服", "meadow", ["clothesline", "woman~hold beside clothesline", "shirt hold woman"]),
        ("夫妻俩在超市推着购物车", "supermarket-hall", ["man~push", "woman", "shopping-cart left man"]),
        ("a steaming bowl of soup on a table", "room", ["dining-table", "soup on dining-table", "steam on soup"]),
        ("santa claus coming down the chimney", "meadow", ["chimney", "santa-claus inside chimney"]),
        ("小女孩在跳绳", "meadow", ["girl~skip", "jump-rope hold girl"]),
        ("爸爸陪女儿搭积木", "room", ["building-blocks", "man~sit beside building-blocks", "girl~sit beside building-blocks"]),
        ("妈妈在菜市场买鱼", "market", ["woman~embrace", "fish hold woman"]),
        ("a goalkeeper catching the ball", "stadium", ["goal-net", "goalkeeper~hold front goal-net", "soccer-ball hold goalkeeper"]),
        ("老爷爷在树下下棋", "meadow", ["dining-table", "old-man behind dining-table", "chess-board on dining-table", "tree behind dining-table"]),
        ("奶奶给小孙子喂饭", "room", ["chair", "old-woman~hold beside chair", "spoon hold old-woman", "boy~sit on chair"]),
        ("一位妈妈骑电动车送孩子上学", "street", ["scooter", "woman~ride on scooter", "child~ride on scooter"]),
        ("two friends chatting in a cafe", "cafe", ["dining-table", "person behind dining-table", "person behind dining-table", "coffee on dining-table", "coffee on dining-table"]),
        ("一碗米饭、一盘青菜和一条鱼", "tabletop", ["rice", "plate", "fish-dish", "cabbage inside plate"]),
        ("a bride and groom cutting the wedding cake", "room", ["dining-table", "bride behind dining-table", "groom behind dining-table", "wedding-cake on dining-table"]),
        ("a knight and a castle", "meadow", ["knight", "castle"]),
        ("两个女孩在大树下野餐", "meadow", ["picnic-mat", "girl~sit behind picnic-mat", "girl~sit behind picnic-mat", "basket on picnic-mat", "apple on picnic-mat", "sandwich on picnic-mat", "tree behind picnic-mat"]),
        ("嫦娥奔月", "meadow", ["moon-goddess~fly", "moon"]),
    ],
)  # fmt: skip
def test_a_deed_is_seen_where_it_is_done(wish: str, place: str, shown: list[str]) -> None:
    scene = _told(wish)
    assert (scene.env.place, _shown(scene)) == (place, shown)


@pytest.mark.parametrize(
    "wish",
    ["一家人围着桌子吃火锅", "几个老人围着石桌下象棋", "三个女孩围着桌子写作业", "一家人在院子里吃月饼赏月"],
)
def test_who_is_round_a_table_sits_at_it(wish: str) -> None:
    scene = _told(wish)
    (table,) = (one for one in scene.objects if one.kind == "dining-table")
    people = [one for one in scene.objects if one.kind in ("man", "woman", "girl", "boy", "old-man", "pupil")]
    assert len(people) > 2
    assert {(one.rel.type, one.rel.to) if one.rel else None for one in people} == {("behind", table.id)}


@pytest.mark.parametrize("wish", ["运动员在跑道上赛跑", "孩子们在操场上赛跑"])
def test_a_race_is_run_by_several(wish: str) -> None:
    assert sum(one.pose == "run" for one in _told(wish).objects) > 1


@pytest.mark.parametrize("wish", ["kids building a snowman in front of the house", "孩子们在院子里堆雪人"])
def test_a_snowman_is_built_in_the_snow(wish: str) -> None:
    env = _told(wish).env
    assert env.place == "snow" or env.season == "winter"


@pytest.mark.parametrize("wish", ["a cat lying on its belly on the rug", "一只猫趴在地上", "爷爷躺在床上"])
def test_animals_and_who_is_in_bed_lie_as_they_did(wish: str) -> None:
    assert "prone" not in {one.pose for one in _told(wish).objects}


@pytest.mark.parametrize("wish", ["a family decorating a christmas tree", "两个孩子在院子里堆雪人"])
def test_several_at_one_thing_are_on_both_sides_of_it(wish: str) -> None:
    scene = arrange(_told(wish))
    busy = [one for one in scene.objects if one.pose == "reach"]
    (middle,) = {scene.layout[one.rel.to].x for one in busy if one.rel is not None}
    assert sum(scene.layout[one.id].x < middle for one in busy) == len(busy) / 2


@pytest.mark.parametrize(
    ("wish", "pose"),
    [
        ("一位女士撑着伞站在石桥上", "shade-up"),
        ("a girl standing on a rock with a lantern", "hold-up"),
        ("a girl sitting on a bench with an umbrella", "shade"),
        ("a girl standing with a red umbrella", "shade"),
    ],
)
def test_who_stands_on_something_holds_things_upright(wish: str, pose: str) -> None:
    assert pose in {one.pose for one in _told(wish).objects}


@pytest.mark.parametrize("seed", range(1, 7))
def test_what_several_build_before_a_house_is_not_behind_it(seed: int) -> None:
    wish = "kids building a snowman in front of the house"
    scene = arrange(compose_scene(wish, ratio="1:1", seed=seed, language="en").scene)
    base = {one.kind: scene.layout[one.id].base for one in scene.objects if one.kind in ("house", "snowman")}
    assert base["snowman"] >= base["house"] - 40


@pytest.mark.parametrize(
    "wish",
    [
        "a football match with spectators",
        "two boys playing basketball with spectators watching",
        "一场足球比赛，观众在看台上",
        "两个男孩在踢足球，很多观众在加油",
    ],
)
def test_spectators_are_a_crowd_behind_those_who_play(wish: str) -> None:
    scene = first_picture(wish)
    (crowd,) = (one for one in scene.objects if one.kind == "crowd")
    players = [scene.layout[one.id] for one in scene.objects if one.kind == "boy"]
    assert len(players) == 2
    assert all(scene.layout[crowd.id].base < placed.base for placed in players)
    assert scene.layout[crowd.id].box[2] - scene.layout[crowd.id].box[0] >= 1000


@pytest.mark.parametrize(
    "wish",
    [
        "three cows in a green field with a red barn",
        "a girl in a golden wheat field",
        "a horse in a green meadow",
        "a swan on a blue lake",
    ],
)
def test_a_place_gives_nobody_its_colour(wish: str) -> None:
    scene = _told(wish)
    assert all(one.colour is None for one in scene.objects if one.kind != "barn")


@pytest.mark.parametrize(
    ("wish", "place", "shown"),
    [
        ("奶奶坐在院子里的摇椅上给孙女梳头", "garden", ["rocking-chair", "old-woman~comb on rocking-chair", "comb hold old-woman", "girl~sit"]),
        ("妈妈坐在沙发上给女儿扎辫子", "room", ["couch", "woman~comb on couch", "comb hold woman", "girl~sit"]),
        ("a mother sitting on a bed brushing her daughter's hair", "room", ["bed", "woman~comb on bed", "comb hold woman", "girl~sit"]),
        ("医生蹲下来给哭着的小男孩打针", "ward", ["boy", "doctor~squat beside boy", "syringe hold doctor"]),
        ("两个小孩在胡同里踢毽子", "old-town", ["child~kick", "child~kick", "shuttlecock-kick hold child"]),
        ("a boy raising his hand", "meadow", ["boy~aloft"]),
        ("一个男孩举着手", "meadow", ["boy~aloft"]),
        ("一对老夫妻在公园长椅上喂鸽子", "park", ["bench", "old-man~hold on bench", "old-woman~hold on bench", "bread hold old-man", "bread hold old-woman", "pigeon front bench"]),
        ("a girl in a park with a dog on a leash", "park", ["girl~lead", "dog beside girl", "leash hold girl"]),
        ("a woman walking two dogs on leashes along the beach", "beach", ["woman~lead", "dog beside woman", "dog beside woman", "leash hold woman", "leash hold woman"]),
        ("爷爷在阳台上看报纸，脚边睡着一只猫", "balcony", ["old-man~read", "newspaper hold old-man", "cat~sleep beside old-man"]),
        ("消防员拿着水管给着火的房子灭火", "pavement", ["house", "firefighter~hose beside house", "garden-hose hold firefighter", "fire~blaze on house"]),
        ("a boy roasting a marshmallow over a campfire", "meadow", ["campfire", "boy~sit beside campfire", "marshmallows hold boy"]),
        ("雪山脚下有一座小木屋，屋前停着一辆红色的雪橇", "mountains", ["log-cabin", "sled front log-cabin"]),
        ("a cyclist riding past a bakery", "pavement", ["bakery", "cyclist front bakery"]),
        ("a sheep on a windy hill and a shepherd", "meadow", ["hill", "sheep on hill", "shepherd on hill"]),
        ("a boy on the roof of a car", "street", ["car", "boy~stand on car"]),
        ("three frogs on a log", "lake", ["wood", *["frog on wood"] * 3]),
        ("a boy swimming in the lake with his dog", "lake", ["boy~swim", "dog~swim"]),
        ("a log cabin with a man chopping wood", "meadow", ["wood", "log-cabin beside wood", "man~hold beside wood", "axe hold man"]),
        ("a wizard brewing a potion in a cauldron", "meadow", ["cauldron", "wizard~stir beside cauldron", "spoon hold wizard"]),
        ("two cats fighting over a ball of wool", "room", ["yarn", *["cat~fight beside yarn"] * 2]),
        ("a girl trying on shoes in a shop", "shoe-shop", ["girl"]),
        ("a cat watching birds through the window", "room", ["bay-window", "cat~sit on bay-window", *["bird inside bay-window"] * 3]),
        ("a boy crying because his ice cream fell on the ground", "meadow", ["boy", "ice-cream"]),
        ("a dog sticking its head out of a car window", "street", ["car", "dog inside car"]),
        ("a man running after a bus", "street", ["bus", "man~run right bus"]),
        ("two boys playing video games", "room", [*["boy~hold"] * 2, *["game-controller hold boy"] * 2]),
        ("a boy opening a gift under the christmas tree", "room", ["christmas-tree", "boy~sit beside christmas-tree", "gift hold boy"]),
        ("a hot air balloon over the mountains with two people", "mountains", ["hot-air-balloon", *["person inside hot-air-balloon"] * 2]),
        ("a baby elephant and its mother", "meadow", ["elephant", "elephant"]),
        ("农民牵着一头牛走在田埂上，背上坐着一个小孩", "paddy", ["farmer~walk", "ox beside farmer", "child~sit on ox", "leash hold farmer"]),
        ("a pirate digging up a treasure chest under a palm tree", "beach", ["palm-tree", "treasure-chest below palm-tree", "pirate beside palm-tree", "shovel hold pirate"]),
        ("爸爸在院子里烤香肠", "garden", ["barbecue-grill", "man behind barbecue-grill", "sausage on barbecue-grill"]),
        ("三个孩子跟在老师后面", "classroom", ["teacher", "child", "child", "child"]),
        ("小狗叼着拖鞋跑向坐在沙发上的主人", "room", ["dog~run", "sandal hold dog", "couch", "woman~sit on couch"]),
        ("姐姐在窗台上浇花", "room", ["bay-window", "girl~hold front bay-window", "watering-can hold girl", "flower on bay-window", "flower on bay-window"]),
        ("两个孩子过小桥", "meadow", ["bridge", "child~walk on bridge", "child~walk on bridge"]),
        ("老师牵着四个小朋友的手过马路", "street", ["teacher~hands", "child~hands hold teacher", *["child~hands hold child"] * 3]),
        ("孩子盖着被子", "bedroom", ["bed", "child~lie on bed"]),
        ("床上躺着一个女孩，盖着被子", "bedroom", ["bed", "girl~lie on bed"]),
        ("a dog and two kids watch", "meadow", ["dog", "child", "child"]),
        ("an old man in a wheelchair", "meadow", ["wheelchair", "old-man~sit on wheelchair"]),
        ("两只熊猫在竹林里打架，旁边一只在吃竹子", "bamboo-grove", ["panda~fight", "panda~fight", "panda~eat beside panda", "bamboo beside panda"]),
        ("一个男人看着手表", "meadow", ["man~hold", "watch hold man"]),
        ("奶奶在菜园里摘西红柿", "garden", [*["tomato"] * 3, "old-woman~reach beside tomato"]),
        ("three old men playing cards under a tree", "meadow", ["tree behind dining-table", "dining-table", *["old-man~hold behind dining-table"] * 3, *["playing-card hold old-man"] * 3]),
        ("两个老人在树下打牌", "meadow", ["dining-table", "tree behind dining-table", *["old-man~hold behind dining-table"] * 2, *["playing-card hold old-man"] * 2]),
        ("two girls building a snowman with a blue scarf in front of a cabin", "snow", ["log-cabin behind snowman", "snowman", *["girl~reach beside snowman"] * 2]),
        ("a woman feeding two swans from a boat", "lake", ["rowing-boat", "woman~hold on rowing-boat", "bread hold woman", "swan beside rowing-boat", "swan beside rowing-boat"]),
    ],
)  # fmt: skip
def test_a_deed_is_done_to_whom_it_is_told(wish: str, place: str, shown: list[str]) -> None:
    scene = _told(wish)
    assert (scene.env.place, _shown(scene)) == (place, shown)


@pytest.mark.parametrize(
    "wish", ["奶奶坐在摇椅上给孙女梳头", "a mother sitting on a bed brushing her daughter's hair"]
)
def test_who_sits_combs_the_hair_of_the_other(wish: str) -> None:
    scene = first_picture(wish)
    (dealing,) = (one for one in dealings(scene) if one.where == "head")
    assert (dealing.other.kind, dealing.actor.aim is not None) == ("girl", True)


def test_what_is_on_somebodys_clothes_is_owned_up_to() -> None:
    composed = compose_scene("a girl with paint on her apron", ratio="1:1", seed=4, language="en")
    assert _shown(composed.scene) == ["girl"]
    assert [one.kind for one in composed.scene.objects] == ["girl", "apron"]
    assert composed.notes == ("Left out: “paint on her apron”",)


def test_ducklings_are_smaller_than_their_mother() -> None:
    scene = first_picture("三只小鸭子跟在鸭妈妈后面过河")
    tall = sorted(scene.layout[one.id].box[3] - scene.layout[one.id].box[1] for one in scene.objects)
    assert len(tall) == 4
    assert tall[2] < 0.85 * tall[3]

"""Edits that only the picture explains: nearer, in the place of what goes, whose garment, gold ones."""

from __future__ import annotations

import pytest

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.editing.account import account
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.retelling.as_seen import told_as_seen
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.layout import arrange
from tests.engines.illustrator.told import first_picture


def edited(before: Scene, wish: str) -> Scene:
    done = edit_scene(wish, [before], ratio="1:1", seed=4, language=language_of(wish))
    return arrange(done.scene, former=done.former)


def one(scene: Scene, kind: str) -> Thing:
    (found,) = (thing for thing in scene.objects if thing.kind == kind)
    return found


TWO_HORSES = "Two horses standing in a meadow, one white and one brown"


@pytest.mark.parametrize(
    ("wish", "edit", "colour", "nearer"),
    [
        (TWO_HORSES, "move the white one closer to the front", "white", True),
        (TWO_HORSES, "bring the brown horse to the foreground pls", "brown", True),
        (TWO_HORSES, "move the brown one to the back", "brown", False),
        (TWO_HORSES, "move the white horse into the background", "white", False),
        (TWO_HORSES, "put the white horse in the foreground", "white", True),
        ("两匹马站在草地上，一匹白的一匹棕的", "白的往前一点", "white", True),
        ("两匹马站在草地上，一匹白的一匹棕的", "让棕色的到前面来", "brown", True),
        ("两匹马站在草地上，一匹白的一匹棕的", "白马往后一点", "white", False),
    ],
)
def test_one_comes_nearer_or_goes_back_and_the_other_stays(
    wish: str, edit: str, colour: str, nearer: bool
) -> None:
    before = first_picture(wish)
    after = edited(before, edit)
    for thing in before.objects:
        was, now = before.layout[thing.id], after.layout[thing.id]
        if thing.colour != colour:
            assert now == was
        else:
            assert (now.scale > was.scale and now.base >= was.base) == nearer
            assert (now.scale < was.scale and now.base < was.base) != nearer


@pytest.mark.parametrize(
    ("wish", "edit", "gone", "come"),
    [
        ("a living room with a sofa and a bookshelf", "get rid of the bookshelf and hang a painting there", "bookshelf", "picture"),
        ("a living room with a sofa and a bookshelf", "remove the bookshelf and put a plant in its place", "bookshelf", "potted-plant"),
        ("a living room with a sofa and a bookshelf", "put a floor lamp where the bookshelf was", "bookshelf", "floor-lamp"),
        ("客厅里有沙发和书架", "去掉书架，在那里放一盏落地灯", "bookshelf", "floor-lamp"),
    ],
)  # fmt: skip
def test_what_is_put_there_comes_instead_of_what_went(wish: str, edit: str, gone: str, come: str) -> None:
    after = edited(first_picture(wish), edit)
    kinds = [thing.kind for thing in after.objects]
    assert gone not in kinds
    assert kinds.count(come) == 1


def test_what_hangs_instead_of_a_shelf_is_on_the_wall() -> None:
    wish = "a cozy living room with a fireplace, a green sofa and a bookshelf"
    after = edited(first_picture(wish, seed=13), "get rid of the bookshelf and hang a painting there")
    assert after.layout[one(after, "picture").id].base < 0.55 * 1024


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        ("earrings, gold ones", "gold earrings"),
        ("add a hat, a red one", "add a red hat"),
        ("give her a hat, an orange one please", "give her an orange hat please"),
        ("给她加顶帽子，红色的", "给她加顶红色的帽子"),
        ("add a dog, a happy one", "add a dog, a happy one"),
        ("add a cat next to it, a white one", "add a white cat next to it"),
        ("a fence behind it plz", "a fence behind it please"),
    ],
)
def test_a_look_told_behind_the_noun_is_of_it(edit: str, told: str) -> None:
    assert told_as_seen(edit, first_picture("a girl in a meadow")) == told


@pytest.mark.parametrize("edit", ["earrings, gold ones", "give her gold earrings", "add gold earrings"])
def test_earrings_are_worn_on_both_ears_and_are_gold(edit: str) -> None:
    before = first_picture("portrait of an old woman")
    after = edited(before, edit)
    worn = one(after, "ear-drops")
    assert worn.rel is not None
    assert worn.rel.type == "wear"
    assert worn.colour == "gold"
    woman = after.layout[before.objects[0].id]
    left, _, right, _ = after.layout[worn.id].box
    assert woman.box[0] < left < woman.x < right < woman.box[2]


@pytest.mark.parametrize(
    ("wish", "edit", "whose", "colour"),
    [
        ("Nurse at the hospital taking care of an old man in bed", "make her uniform light green", "Nurse", "light-green"),
        ("a doctor and a boy", "make the doctor's coat blue", "doctor", "blue"),
        ("a girl and a man", "make his jacket blue", "man", "blue"),
        ("a girl and a man", "make her shirt pink", "girl", "pink"),
    ],
)  # fmt: skip
def test_a_garment_is_of_whom_it_is_said(wish: str, edit: str, whose: str, colour: str) -> None:
    before = first_picture(wish)
    after = edited(before, edit)
    changed = {
        thing.rel.to if thing.rel is not None and thing.rel.type == "wear" else thing.id
        for thing in after.objects
        if thing.colour == colour and before.thing(thing.id) != thing
    }
    assert changed == {thing.id for thing in before.objects if thing.label == whose}


def test_a_tinge_is_told_by_its_name() -> None:
    before = first_picture("a woman and a boy")
    after = edited(before, "make her shirt light green")
    assert "light green" in (account([before], after, "en") or "")
    assert "浅绿" in (account([before], after, "zh") or "")


MATCH = "a boy kicking a soccer ball towards the goal"


@pytest.mark.parametrize("edit", ["fill the background with spectators", "add fans behind the goal"])
def test_who_watches_is_far_off_and_several(edit: str) -> None:
    before = first_picture(MATCH)
    after = edited(before, edit)
    new = [thing for thing in after.objects if before.thing(thing.id) is None]
    assert len(new) >= 5
    assert {thing.size for thing in new} == {"far"}
    boy = after.layout[one(before, "boy").id]
    assert all(after.layout[thing.id].base < boy.base for thing in new)


def test_a_goalkeeper_stands_between_the_posts_and_takes_the_ball_there_is() -> None:
    before = edited(first_picture(MATCH), "put a goalkeeper in the goal, in a yellow shirt")
    goal, keeper = (before.layout[one(before, kind).id] for kind in ("goal-net", "goalkeeper"))
    assert goal.box[0] < keeper.box[0]
    assert keeper.box[2] < goal.box[2]
    assert keeper.base > goal.base
    ball = one(before, "soccer-ball")
    after = edited(before, "take the ball away and put it in the keeper's hands")
    held = one(after, "soccer-ball")
    assert held.id == ball.id
    assert held.rel is not None
    assert held.rel.to == one(after, "goalkeeper").id


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("a mountain lake with a cabin", "make it winter, the lake frozen"),
        ("a mountain lake with a cabin", "freeze the lake"),
        ("湖边有一座木屋", "湖面结冰了"),
    ],
)
def test_a_frozen_lake_is_white(wish: str, edit: str) -> None:
    assert edited(first_picture(wish), edit).env.scenery.water == "white"


def test_the_trees_on_the_left_are_all_that_stand_there() -> None:
    before = first_picture("a rock and four pine trees in a meadow")
    trees = [thing.id for thing in before.objects if thing.kind == "pine-tree"]
    after = edited(before, "remove the trees on the left")
    gone = {key for key in trees if after.thing(key) is None}
    assert gone == {key for key in trees if before.layout[key].x < 512}


@pytest.mark.parametrize(
    ("wish", "edit", "kind"),
    [
        (TWO_HORSES, "a wooden fence behind them pls", "long-fence"),
        ("a cat and a dog on the beach", "put a tent behind both of them", "tent"),
        ("a cat and a dog on the beach", "add a ball in front of them", "ball"),
        ("two horses in a meadow", "add a wooden fence behind the two horses", "long-fence"),
        ("草地上有两匹马", "在它们后面加一道栅栏", "long-fence"),
    ],
)
def test_what_is_behind_them_is_in_the_middle(wish: str, edit: str, kind: str) -> None:
    before = first_picture(wish)
    after = edited(before, edit)
    assert len(after.objects) == len(before.objects) + 1
    new = after.layout[one(after, kind).id]
    middles = [placed.x for placed in before.layout.values()]
    assert min(middles) < new.x < max(middles)


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("little red riding hood meets the wolf in the forest", "give her a basket"),
        ("a boy with a red hat", "give him a hat"),
        ("a girl holding a balloon", "give the girl a balloon"),
        ("一个戴红帽子的男孩", "给他戴顶帽子"),
    ],
)
def test_what_somebody_has_is_there_already(wish: str, edit: str) -> None:
    with pytest.raises(NotDrawable, match=r"already like that|已经是这样"):
        edited(first_picture(wish), edit)


def test_a_hat_of_another_colour_is_the_hat_that_is_worn() -> None:
    before = first_picture("a boy with a red hat")
    after = edited(before, "give him a blue hat")
    assert [thing.colour for thing in after.objects if thing.kind == "hat"] == ["blue"]


def test_another_is_one_more() -> None:
    after = edited(first_picture("a girl holding a balloon"), "give her another balloon")
    assert sum(thing.kind == "balloon" for thing in after.objects) == 2


def test_the_middle_one_is_of_those_who_are_together() -> None:
    before = first_picture("birthday party for my daughter, balloons, three little girls at the table")
    after = edited(before, "the girl in the middle wears a crown")
    crown = one(after, "crown")
    seated = [thing.id for thing in before.objects if thing.kind == "girl" and "little" in thing.label]
    assert crown.rel is not None
    assert len(seated) == 3
    assert crown.rel.to == sorted(seated, key=lambda key: before.layout[key].x)[1]


DINNER = "A plate of spaghetti with meatballs and a glass of red wine on a wooden table"


@pytest.mark.parametrize(
    ("wish", "edit", "kind", "on"),
    [
        (DINNER, "one more meatball on top", "meatball", "spaghetti-meatballs"),
        ("a cake on a table", "put a cherry on top", "cherries", "cake"),
        ("a cake with a cherry on a table", "one more cherry on top", "cherries", "cake"),
    ],
)
def test_what_is_put_on_top_is_on_the_dish(wish: str, edit: str, kind: str, on: str) -> None:
    after = edited(first_picture(wish), edit)
    new = next(thing for thing in reversed(after.objects) if thing.kind == kind)
    assert new.rel is not None
    assert new.rel.to == one(after, on).id


def test_a_fork_beside_the_plate_is_on_the_table() -> None:
    before = first_picture(DINNER)
    after = edited(before, "put a fork on the left of the plate")
    fork, plate = (after.layout[one(after, kind).id] for kind in ("fork", "spaghetti-meatballs"))
    assert fork.x < plate.x
    assert abs(fork.base - plate.base) < 40


def test_a_plate_that_is_no_thing_of_its_own_is_not_painted_over_the_food() -> None:
    with pytest.raises(NotDrawable, match="plate"):
        edited(first_picture("a plate of meatballs on a table"), "make the plate blue")


def test_lemonade_is_no_orange_juice() -> None:
    after = edited(first_picture(DINNER), "swap the wine for a glass of lemonade")
    assert one(after, "lemonade").label == "glass of lemonade"


def test_what_bears_somebody_goes_and_they_do_not_get_on_what_comes() -> None:
    before = first_picture("two cats on a rug in a living room")
    after = edited(before, "remove the rug and put a toy there")
    cats = [thing for thing in after.objects if thing.kind == "cat"]
    assert len(cats) == 2
    assert all(thing.rel is None for thing in cats)


@pytest.mark.parametrize(
    ("wish", "edit", "at", "way"),
    [
        ("three kids in a playground", "move the left kid to the back", 0, -1),
        ("three kids in a playground", "put the middle one in front", 1, 1),
        ("三个小孩在操场", "把最左边的小孩往后移", 0, -1),
        ("天上一个热气球和一个男孩", "热气球再高一点", 0, -1),
        ("月亮和一座房子", "月亮低一点", 0, 1),
    ],
)
def test_one_of_several_and_what_is_aloft_moves_alone(wish: str, edit: str, at: int, way: int) -> None:
    before = first_picture(wish)
    after = edited(before, edit)
    moved = {key for key, placed in after.layout.items() if placed != before.layout[key]}
    across = sorted(before.objects, key=lambda thing: before.layout[thing.id].x)
    meant = across[at].id if len(across) == 3 else before.objects[0].id
    assert moved == {meant}
    assert way * (after.layout[meant].base - before.layout[meant].base) > 0

"""What somebody has in a list, what is where, what burns, and words of no weight: all as told, and no note of the rest."""

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.grammar.parse import parse


def told(wish: str) -> tuple[list[str], tuple[str, ...]]:
    """Each thing with its colour or pattern and how it stands to what, and what the answer says."""
    done = compose_scene(wish, ratio="1:1", seed=7, language="zh" if wish[0] in "桌红锅其" else "en")
    known = {one.id: one.kind for one in done.scene.objects}
    return sorted(
        " ".join(filter(None, (one.colour or one.pattern, one.kind, f"{one.rel.type} {known[one.rel.to]}" if one.rel else None)))
        for one in done.scene.objects
    ), done.notes  # fmt: skip


DRESSED = ["black boot wear girl", "blue scarf wear girl", "girl", "red hat wear girl"]
TWO = ["blue dress wear girl", "girl", "girl", "red dress wear girl"]


@pytest.mark.parametrize(
    ("wish", "things"),
    [
        ("a girl with a red hat, a blue scarf and black boots", DRESSED),
        ("a girl wearing a red hat, a blue scarf, and black boots", DRESSED),
        ("a girl with red hat, blue scarf, black boots", DRESSED),
        ("a man with a dog, a hat and a scarf", ["dog beside man", "hat wear man", "man", "scarf wear man"]),
        ("a girl with a red hat, a dog and a cat", ["cat", "dog", "girl", "red hat wear girl"]),
        ("a snowman with a carrot nose, a blue scarf and a red hat", ["bare-snowman", "blue scarf wear bare-snowman", "red hat wear bare-snowman"]),
        ("a boy in a striped shirt, blue shorts and white sneakers", ["blue shorts wear boy", "boy", "striped shirt wear boy", "white shoe wear boy"]),
        ("a cat with long ears and a dog", ["cat", "dog"]),
        ("a girl in green gloves", ["girl", "green gloves wear girl"]),
        ("a girl with the red dress and a girl with the blue dress", TWO),
        ("due bambine, una con il vestito rosso e una con il vestito blu", TWO),
        ("the red ball and the blue ball", ["blue ball", "red ball"]),
        ("桌子上，一只猫在睡觉", ["cat on dining-table", "dining-table"]),
        ("红色的房子前，两个孩子在跑", ["child", "child", "red house behind child"]),
        ("锅着火了，妈妈拿着锅盖", ["fire on pot", "pot", "pot-lid hold woman", "woman"]),
        ("a firefighter in front of a burning house", ["fire on house", "firefighter front house", "house"]),
        ("the house is on fire", ["fire on house", "house"]),
        ("une maison en feu", ["fire on house", "house"]),
        ("our dog is actually running ahead in the park", ["dog"]),
        ("其实咱家小狗突然在公园里跑", ["dog"]),
        ("ein Hund spielt vielleicht auch im Park", ["dog"]),
        ("un perro juega tranquilamente en el parque", ["dog"]),
        ("猫が三匹、黒と白と縞模様", ["black cat", "striped cat", "white cat"]),
        ("ثلاث قطط، واحدة سوداء وواحدة بيضاء وواحدة مخططة", ["black cat", "striped cat", "white cat"]),
        ("a pirate on a ship", ["pirate"]),
        ("party invitation card", ["blue balloon", "cake", "gift", "red balloon", "yellow balloon"]),
        ("桌上放着一条蓝毛巾", ["blue towel on dining-table", "dining-table"]),
        ("a runner at the finish line", ["finish-line", "runner"]),
    ],
)  # fmt: skip
def test_what_is_told_is_drawn_and_nothing_is_noted(wish: str, things: list[str]) -> None:
    assert told(wish) == (things, ())


@pytest.mark.parametrize(
    ("wish", "contents"),
    [
        ("a bowl of apples, bananas and grapes", {"apple", "banana", "grapes"}),
        ("a bowl of fruit with apples, bananas and grapes", {"apple", "banana", "grapes"}),
        ("a basket filled with apples, pears and a pineapple", {"apple", "pear", "pineapple"}),
        ("a plate with eggs, bacon and toast", {"egg", "bacon", "bread"}),
        ("a boy holding a basket of apples and pears", {"apple", "pear"}),
        ("a fruit bowl with apples and oranges on a table", {"apple", "orange"}),
        ("a basket of apples and a dog", {"apple"}),
        ("a bowl of apples and a cup", {"apple"}),
        ("a plate of cookies and a glass of milk on a table", {"cookie"}),
        ("a plate with a fork and a knife", set()),
        ("a shopping cart full of bread, milk and carrots", {"bread", "milk", "carrot"}),
        ("a bowl of oranges, lemons and limes on a table", {"orange", "lemon", "lime"}),
        ("a vase of tulips and roses", {"tulip", "rose"}),
        ("a vase of roses and apples", {"rose"}),
        ("一碗水果：苹果、香蕉、葡萄", {"apple", "banana", "grapes"}),
        ("果盘里放着苹果和梨", {"apple", "pear"}),
    ],
)
def test_what_a_vessel_is_full_of_lies_in_it(wish: str, contents: set[str]) -> None:
    said = parse(wish)
    inside = [link.figure for link in said.links if link.type == "inside"]
    assert {said.mentions[at].kind for at in inside} == contents

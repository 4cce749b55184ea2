"""Turns of phrase and near relatives: groups, far things, what holds and is held, landscapes, dishes, breeds."""

from __future__ import annotations

from collections import Counter

import pytest

from paintover.domain.call import Language
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.editor import Composed
from paintover.engines.illustrator.grammar.relatives import with_relatives
from paintover.engines.illustrator.grammar.turns import turned
from paintover.engines.illustrator.staging.layout import arrange


def composed(prompt: str) -> Composed:
    language: Language = "en" if prompt.isascii() else "zh"
    return compose_scene(prompt, ratio="1:1", seed=3, language=language)


@pytest.mark.parametrize(
    "prompt",
    [
        "a cow by a brook",
        "a river through a meadow with a cow",
        "a fisherman beside a creek in the forest",
        "一条小溪，两只鸭子在水里",
        "森林里的小河边有一只鹿",
        "ein Pferd am Fluss",
        "un caballo junto al río",
        "un cheval au bord de la rivière",
        "лошадь у реки",
        "川のそばの馬",
    ],
)
def test_a_river_is_a_river_wherever_it_runs(prompt: str) -> None:
    env = composed(prompt).scene.env
    assert env.place == "river"
    assert (env.scenery.trees > 0) == ("forest" in prompt or "森林" in prompt)


@pytest.mark.parametrize(
    ("prompt", "place"),
    [
        ("画海", "sea"),
        ("画一片海", "sea"),
        ("画山", "mountains"),
        ("给我画一条河", "river"),
        ("画山和海", "sea"),
    ],
)
def test_a_landscape_of_one_character_is_that_landscape(prompt: str, place: str) -> None:
    scene = composed(prompt).scene
    assert scene.env.place == place
    assert all(thing.rung != "signpost" for thing in scene.objects)


@pytest.mark.parametrize(
    ("prompt", "kind", "count"),
    [
        ("骆驼队走在沙漠里", "camel", 5),
        ("a flock of sheep", "sheep", 5),
        ("a caravan of camels", "camel", 5),
        ("a school of fish", "fish", 5),
        ("一行白鹭", "crane-bird", 5),
        ("成群结队的企鹅", "penguin", 5),
        ("车站挤满了人", "person", 6),
        ("two rows of tulips", "tulip", 6),
    ],
)
def test_a_group_is_several(prompt: str, kind: str, count: int) -> None:
    assert Counter(thing.kind for thing in composed(prompt).scene.objects)[kind] == count


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [
        ("骆驼走在沙漠里，远处有金字塔", "pyramid"),
        ("a girl on a meadow with a castle in the distance", "castle"),
        ("in the distance there is a windmill, two cows", "windmill"),
        ("一个男孩，远方矗立着一座灯塔", "lighthouse"),
    ],
)
def test_what_is_far_away_is_small_and_at_the_horizon(prompt: str, kind: str) -> None:
    scene = arrange(composed(prompt).scene)
    far = next(thing for thing in scene.objects if thing.kind == kind)
    near = [thing for thing in scene.objects if thing.kind != kind]
    placed = scene.layout[far.id]
    assert far.size == "far"
    for other in near:
        assert placed.base < scene.layout[other.id].base
        height = scene.layout[other.id].box[3] - scene.layout[other.id].box[1]
        assert placed.box[3] - placed.box[1] < height


@pytest.mark.parametrize(
    ("prompt", "relation"),
    [
        ("一只三花猫从纸箱里探出头来", ("cat", "inside", "box")),
        ("a puppy peeking out of a basket", ("dog", "inside", "basket")),
        ("一只小狐狸从大树后面探出脑袋", ("fox", "behind", "tree")),
        ("a bear peeking from behind a tree", ("bear", "behind", "tree")),
        ("a message in a bottle", ("scroll", "inside", "bottle")),
    ],
)
def test_who_looks_out_of_something_is_in_it(prompt: str, relation: tuple[str, str, str]) -> None:
    scene = composed(prompt).scene
    by_id = {thing.id: thing.kind for thing in scene.objects}
    found = {(one.kind, one.rel.type, by_id[one.rel.to]) for one in scene.objects if one.rel is not None}
    assert relation in found


@pytest.mark.parametrize(
    ("prompt", "shown"),
    [
        ("pancakes with maple syrup and butter", ["pancakes"]),
        ("a bowl of ramen", ["noodles"]),
        ("一碗热气腾腾的牛肉面", ["beef-noodles", "steam"]),
        ("a steaming bowl of soup", ["soup", "steam"]),
        ("a steaming cup of coffee", ["coffee"]),
        ("a bowl of pho", ["noodles"]),
    ],
)
def test_a_dish_is_one_dish(prompt: str, shown: list[str]) -> None:
    assert [thing.kind for thing in composed(prompt).scene.objects] == shown


def test_a_bowl_of_sauce_is_one_thing_and_never_ketchup() -> None:
    done = composed("sushi platter with a small bowl of soy sauce")
    assert {thing.kind for thing in done.scene.objects} == {"plate", "sushi", "dipping-sauce"}
    assert done.notes == ()


@pytest.mark.parametrize(
    ("prompt", "kind", "colour", "told"),
    [
        ("two border collies", "dog", "white", "border collie"),
        ("一只萨摩耶", "dog", "white", "萨摩耶"),
        ("a raven on a tree", "crow", "black", "raven"),
        ("一辆法拉利", "sports-car", "red", "法拉利"),
        ("一束矢车菊", None, "blue", "矢车菊"),
    ],
)
def test_a_near_relative_is_drawn_and_named(prompt: str, kind: str | None, colour: str, told: str) -> None:
    done = composed(prompt)
    found = [thing for thing in done.scene.objects if kind in (None, thing.kind)]
    assert found
    assert {thing.colour for thing in found if thing.colour} == {colour}
    assert told in " ".join(done.notes)


def test_a_colour_that_was_said_wins_over_that_of_the_relative() -> None:
    assert composed("a blue ferrari").scene.objects[0].colour == "blue"


@pytest.mark.parametrize(
    "text", ["写着“骆驼队”", "boa noite, um gato preto", "杏花村", "a cow jumping over the moon"]
)
def test_what_only_looks_like_it_stays(text: str) -> None:
    assert turned(text) == text
    assert with_relatives(text) == (text, ())


def test_a_first_month_is_no_moon() -> None:
    scene = composed("宝宝满月请帖，粉色背景，一辆婴儿车").scene
    assert [thing.kind for thing in scene.objects] == ["stroller"]
    assert (scene.sheet, scene.caption, scene.env.scenery.wall) == ("card", "宝宝满月", "pink")


@pytest.mark.parametrize(
    ("prompt", "kind", "count", "vessel"),
    [
        ("一盘寿司", "sushi", 4, "plate"),
        ("a basket full of apples", "apple", 3, "basket"),
        ("鱼缸里有三条金鱼", "goldfish", 3, "bare-fish-tank"),
        ("two goldfish in a round bowl", "goldfish", 2, "bare-fish-bowl"),
        ("a boy in a hot air balloon", "boy", 1, "hot-air-balloon"),
        ("一只狐狸在水晶雪花球里", "fox", 1, "snow-globe"),
    ],
)
def test_what_is_in_a_vessel_is_in_it_in_the_picture(prompt: str, kind: str, count: int, vessel: str) -> None:
    scene = arrange(composed(prompt).scene)
    holder = next(thing for thing in scene.objects if thing.kind == vessel)
    held = [thing for thing in scene.objects if thing.kind == kind]
    assert len(held) == count
    left, top, right, bottom = scene.layout[holder.id].box
    for thing in held:
        box = scene.layout[thing.id].box
        assert left <= (box[0] + box[2]) / 2 <= right
        assert top <= (box[1] + box[3]) / 2 <= bottom


def test_a_landmark_is_drawn_as_its_like_or_named_and_never_a_stage() -> None:
    done = composed("Brooklyn Bridge in fog")
    assert [thing.kind for thing in done.scene.objects] == ["bridge"]
    assert "Brooklyn Bridge" in " ".join(done.notes)
    assert composed("the Sydney Opera House").scene.env.place != "stage"


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("两只企鹅站在冰山上", {"iceberg": 1, "penguin": 2}),
        ("a castle on an island floating in the sky", {"floating-island": 1, "castle": 1}),
        ("一座漂浮在空中的岛，岛上有城堡", {"floating-island": 1, "castle": 1}),
        ("a duck beside a puddle", {"duck": 1, "water-puddle": 1}),
        ("一只猫爪的logo", {"paw-prints": 1}),
        ("沙漠里的绿洲", {"palm-tree": 3}),
        ("小熊坐着热气球", {"bear": 1, "hot-air-balloon": 1}),
        ("春眠不觉晓，处处闻啼鸟", {"cherry-tree": 1, "bird": 3}),
    ],
)
def test_what_is_asked_is_all_there_is(prompt: str, expected: dict[str, int]) -> None:
    assert Counter(thing.kind for thing in composed(prompt).scene.objects) == expected


def test_a_silhouette_is_black_before_the_sunset() -> None:
    scene = composed("a camel silhouette against a huge setting sun").scene
    assert [(thing.kind, thing.colour) for thing in scene.objects] == [("camel", "black")]
    assert (scene.env.place, scene.env.time) == ("desert", "sunset")


@pytest.mark.parametrize(
    "prompt", ["a boat beside a castle", "村庄旁边停着一艘小船", "a boat in a village", "两只小船和一棵树"]
)
def test_no_boat_lies_on_the_grass(prompt: str) -> None:
    assert composed(prompt).scene.env.place in ("lake", "sea")


def test_what_is_to_be_written_is_written_as_it_is() -> None:
    scene = composed("a postcard that says Greetings from Paris").scene
    assert scene.caption == "Greetings from Paris"
    assert with_relatives("a sign saying Border Collie Club") == ("a sign saying Border Collie Club", ())


@pytest.mark.parametrize(
    ("prompt", "place"), [("巴黎街头的咖啡馆", "pavement"), ("a trip to Hawaii", "beach")]
)
def test_a_city_is_no_sign_beside_its_place(prompt: str, place: str) -> None:
    done = composed(prompt)
    assert done.scene.env.place == place
    assert all(thing.rung != "signpost" for thing in done.scene.objects)
    assert done.notes


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("my dachshund in a yellow raincoat, he looks grumpy", [("dog", "brown"), ("raincoat", "yellow")]),
        ("two cats, one ginger and one grey", [("cat", "orange"), ("cat", "grey")]),
        ("an image for our school newsletter: a red tree", [("tree", "red")]),
        ("picture for my juice bar: two green apples", [("apple", "green"), ("apple", "green")]),
    ],
)
def test_nobody_and_nothing_comes_in_that_was_not_asked_for(
    prompt: str, expected: list[tuple[str, str]]
) -> None:
    assert [(thing.kind, thing.colour) for thing in composed(prompt).scene.objects] == expected


@pytest.mark.parametrize(
    "wish",
    [
        "una cesta de manzanas", "un panier de pommes", "un cesto di mele", "uma cesta de maçãs", "ein Korb Äpfel",
        "корзина яблок", "りんごのかご", "사과 바구니",
    ],
)  # fmt: skip
def test_a_basket_of_apples_holds_them_in_every_language(wish: str) -> None:
    basket, *apples = compose_scene(wish, ratio="1:1", seed=1, language="en").scene.objects
    assert basket.kind == "basket"
    assert {(one.kind, one.rel.type, one.rel.to) for one in apples if one.rel} == {
        ("apple", "inside", basket.id)
    }


@pytest.mark.parametrize(
    "wish",
    [
        "a picnic in the park", "ein Picknick im Park", "un pique-nique dans le parc", "un picnic en el parque",
        "un picnic nel parco", "um piquenique no parque", "пикник в парке", "公園でピクニック", "공원에서 피크닉",
    ],
)  # fmt: skip
def test_a_picnic_is_what_lies_there(wish: str) -> None:
    scene = compose_scene(wish, ratio="1:1", seed=1, language="en").scene
    assert {one.kind for one in scene.objects} >= {"basket", "picnic-mat", "apple", "sandwich"}
    assert scene.env.place == "park"

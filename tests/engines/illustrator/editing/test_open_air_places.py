"""Places out of doors that a wish may play in: fields, water, grounds."""

from __future__ import annotations

import numpy as np
import pytest

from paintover.engines.illustrator.backdrops import backdrop
from paintover.engines.illustrator.drawing.render import draw
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.scene import Environment, Scenery
from paintover.engines.illustrator.sprites.raster import rasterise
from tests.engines.illustrator.told import first_picture, language_of, talk


@pytest.mark.parametrize(
    ("wish", "place", "kinds"),
    [
        ("a rice terrace landscape", "terraces", []),
        ("梯田", "terraces", []),
        ("水牛在稻田里", "paddy", ["water-buffalo"]),
        ("水牛在稻田裡", "paddy", ["water-buffalo"]),
        ("a heron in a rice paddy", "paddy", ["stork"]),
        ("a bowl of rice", "tabletop", ["rice"]),
        ("a swimming pool", "meadow", ["swimming-pool"]),
        ("在游泳池边", "pool", []),
        ("a house with a swimming pool", "meadow", ["house", "swimming-pool"]),
        ("花园里有个游泳池", "garden", ["swimming-pool"]),
        ("a woman reading by the pool", "pool", ["woman", "book"]),
        ("两个孩子在果园里", "orchard", ["child", "child"]),
        ("a couple walking in a vineyard", "vineyard", ["man", "woman"]),
        ("a tea garden", "tea-garden", []),
        ("tulip field", "tulip-field", []),
        ("a tulip", "meadow", ["tulip"]),
        ("油菜花田里的女孩", "rapeseed-field", ["girl"]),
        ("三个孩子在花海里奔跑", "wildflower-field", ["child"] * 3),
        ("a dog in a field of sunflowers", "sunflower-field", ["dog"]),
        ("薰衣草田", "lavender-field", []),
        ("a family at an amusement park", "amusement-park", ["man", "woman", "girl", "boy"]),
        ("遊樂園", "amusement-park", []),
        ("a lion at the zoo", "enclosure", ["lion"]),
        ("动物园里的大象", "enclosure", ["elephant"]),
        ("two kids looking at a giraffe at the zoo", "zoo", ["child", "child", "giraffe"]),
        ("工地上的工人", "construction-site", ["construction-worker"]),
        ("a boy on a construction site", "construction-site", ["boy"]),
        ("a harbour with boats", "harbour", ["boat"] * 3),
        ("港口里停着一艘渔船", "harbour", ["rowing-boat"]),
        ("a man standing on a cliff by the sea", "cliffs", ["man"]),
        ("a frog in a swamp", "swamp", ["frog"]),
        ("沼泽里的鳄鱼", "swamp", ["crocodile"]),
        ("a volcano", "meadow", ["volcano"]),
        ("火山脚下的恐龙", "volcano-land", ["sauropod"]),
        ("露营地", "campsite", []),
        ("a ghost in a graveyard", "graveyard", ["ghost"]),
    ],
)
def test_it_plays_there(wish: str, place: str, kinds: list[str]) -> None:
    composed = compose_scene(wish, ratio="1:1", seed=1, language=language_of(wish))
    assert composed.scene.env.place == place
    assert [one.kind for one in composed.scene.objects] == kinds
    assert composed.notes == ()


@pytest.mark.parametrize(
    ("wish", "place", "many"),
    [
        ("farmers planting rice in a paddy field", "paddy", 3),
        ("两个农民在梯田里插秧", "terraces", 2),
        ("a woman planting rice", "paddy", 1),
        ("农民正在插秧", "paddy", 1),
    ],
)
def test_each_who_plants_rice_has_seedlings(wish: str, place: str, many: int) -> None:
    scene = first_picture(wish)
    bearers = {one.rel.to for one in scene.objects if one.kind == "seedling" and one.rel is not None}
    assert scene.env.place == place
    assert len(bearers) == many


@pytest.mark.parametrize(
    ("wish", "season"),
    [
        ("a golden rice field", "autumn"),
        ("金黄的稻田", "autumn"),
        ("a rice field", ""),
        ("farmers harvesting rice", "autumn"),
    ],
)
def test_ripe_rice_is_of_autumn(wish: str, season: str) -> None:
    env = first_picture(wish).env
    assert (env.place, env.season) == ("paddy", season)


@pytest.mark.parametrize(
    ("talked", "place"),
    [
        ("two kids on a farm => put them in a rice paddy", "paddy"),
        ("草地上一个女孩 => 换成在梯田里", "terraces"),
        ("a boy on the beach => put him in a swimming pool", "pool"),
        ("一只小狗在草地上 => 换成在果园里", "orchard"),
        ("a boy on a farm => put him in an orchard", "orchard"),
        ("阳光下一片油菜花田 => 换成向日葵田", "sunflower-field"),
        ("一家人在游乐园玩 => 换成动物园", "zoo"),
        ("a dog in a park => put it in a graveyard", "graveyard"),
        ("a pirate on the beach => put him at the harbour", "harbour"),
        ("一只狗在公园里 => 换成在工地上", "construction-site"),
    ],
)
def test_a_change_brings_them_there(talked: str, place: str) -> None:
    answer = talk(talked)[-1]
    assert answer.scene.env.place == place
    assert answer.told
    assert answer.notes == ()


@pytest.mark.parametrize(
    ("wish", "many"),
    [
        ("kids swimming in a swimming pool", 3),
        ("孩子们在游泳池里游泳", 3),
        ("游泳池里有三个孩子，池边有一个救生员", 3),
        ("a dog in a pool, a girl standing by the pool", 1),
        ("a boy jumping into the pool", 0),
    ],
)
def test_whoever_is_in_the_pool_is_in_its_water(wish: str, many: int) -> None:
    scene = first_picture(wish)
    assert scene.env.place == "pool"
    assert sum(one.where == "water" or one.pose == "swim" for one in scene.objects) == many


def test_a_pool_that_is_added_is_put_on_the_ground() -> None:
    answer = talk("a cat in a garden => add a swimming pool")[-1]
    assert (answer.scene.env.place, answer.scene.objects[-1].kind) == ("garden", "swimming-pool")
    assert answer.scene.objects[-1].where != "water"


@pytest.mark.parametrize(
    ("talked", "place", "kind", "where"),
    [
        ("a girl by the pool => put her into the pool", "pool", "girl", "water"),
        ("a girl in the pool => add a ball in the pool", "pool", "ball", "water"),
        ("泳池边一个男孩 => 加一只小狗在游泳池里", "pool", "dog", "water"),
        ("a girl in the pool => put a dog next to the pool", "pool", "dog", None),
        ("a horse on the cliffs => add a ship in the sea", "cliffs", "ship", None),
        ("a man at the harbour => add a boat", "harbour", "boat", None),
    ],
)
def test_a_change_means_the_water_that_is_there(
    talked: str, place: str, kind: str, where: str | None
) -> None:
    scene = talk(talked)[-1].scene
    assert scene.env.place == place
    assert [one.where or None for one in scene.objects if one.kind == kind] == [where]


@pytest.mark.parametrize(
    "wish", ["a girl on the clifftop looking at the sea", "海边悬崖上一个男孩，海上有一艘帆船"]
)
def test_the_sea_below_a_cliff_is_no_other_place(wish: str) -> None:
    assert first_picture(wish).env.place == "cliffs"


@pytest.mark.parametrize(
    ("wish", "held", "place"),
    [
        ("a girl picking apples in an orchard", "apple", "orchard"),
        ("果园里摘苹果的女孩", "apple", "orchard"),
        ("茶园里采茶的姑娘", "basket", "tea-garden"),
        ("a woman picking tea", "basket", "tea-garden"),
        ("葡萄园里一个农夫在摘葡萄", "grapes", "vineyard"),
    ],
)
def test_what_is_picked_there_is_in_the_hands(wish: str, held: str, place: str) -> None:
    scene = first_picture(wish)
    assert scene.env.place == place
    assert {one.kind for one in scene.objects if one.rel is not None and one.rel.type == "hold"} == {held}
    assert not any(one.kind in ("tree", "bush") for one in scene.objects)


def test_mountains_come_behind_the_fields() -> None:
    env = talk("一列高铁穿过油菜花田 => 远处加座雪山")[-1].scene.env
    assert (env.place, env.scenery.peaks) == ("rapeseed-field", 1)


@pytest.mark.parametrize(
    ("wish", "piece"),
    [
        ("a windmill in a tulip field", "windmill"),
        ("a ferris wheel at an amusement park", "ferris wheel"),
        ("港口有一座灯塔", "lighthouse"),
    ],
)
def test_what_the_place_has_anyway_is_there_once(wish: str, piece: str) -> None:
    assert (piece, Scenery.GONE) in first_picture(wish).env.scenery.pieces


def test_who_stands_in_a_flooded_field_is_in_the_water_and_in_a_drained_one_on_the_ground() -> None:
    wet = draw(first_picture("a man in a rice paddy"))
    dry = draw(first_picture("a man in a rice paddy in autumn"))
    assert not wet.shadows
    assert dry.shadows


@pytest.mark.parametrize("place", ["paddy", "terraces"])
def test_rice_ripens(place: str) -> None:
    def seen(season: str) -> list[float]:
        pixels = rasterise(96, 96, backdrop(Environment(place=place, season=season), 2, 96, 96))
        return [float(one) for one in np.mean(pixels[48:, :, :3], axis=(0, 1))]

    plain, ripe = seen(""), seen("autumn")
    assert ripe[0] - ripe[2] > plain[0] - plain[2] + 40

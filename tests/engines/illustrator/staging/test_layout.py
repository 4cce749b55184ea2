from __future__ import annotations

from itertools import combinations, pairwise

import numpy as np
import pytest

from paintover.engines.illustrator.backdrops import place_of
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Placement, Scene
from paintover.engines.illustrator.staging.layout import arrange, scene_size
from tests.engines.illustrator.scenes import RATIOS, drawn, scene, thing, with_things, without
from tests.engines.illustrator.told import first_picture


def boxes(made: Scene) -> dict[str, tuple[int, int, int, int]]:
    return {name: placement.box for name, placement in made.layout.items()}


def overlap(first: tuple[int, int, int, int], second: tuple[int, int, int, int]) -> float:
    """Shared area as a part of the smaller box."""
    wide = min(first[2], second[2]) - max(first[0], second[0])
    high = min(first[3], second[3]) - max(first[1], second[1])
    least = min((box[2] - box[0]) * (box[3] - box[1]) for box in (first, second))
    return max(0, wide) * max(0, high) / least


@pytest.mark.parametrize("ratio", RATIOS)
@pytest.mark.parametrize("count", [1, 2, 3, 6, 10])
def test_everything_is_inside_the_picture_and_to_be_seen(ratio: str, count: int) -> None:
    names = ("horse", "cat", "tree", "house", "dog", "apple", "bus", "person", "rabbit", "bench")
    made = arrange(scene(*(thing(f"o{k}", names[k]) for k in range(count)), ratio=ratio))
    width, height = scene_size(made)
    placed = boxes(made)
    for box in placed.values():
        assert box[0] >= -2
        assert box[1] >= -2
        assert box[2] <= width + 2
        assert box[3] <= height + 2
        assert box[3] - box[1] > 0.04 * height
    for name, box in placed.items():
        assert all(overlap(box, other) < 0.75 for key, other in placed.items() if key != name)


@pytest.mark.parametrize("count", range(1, 11))
def test_ten_of_a_kind_stand_apart(count: int) -> None:
    made = arrange(scene(*(thing(f"o{k}", "penguin") for k in range(count)), place="snow"))
    placed = list(boxes(made).values())
    assert all(overlap(a, b) < 0.45 for i, a in enumerate(placed) for b in placed[:i])


def test_left_is_left_and_right_is_right_in_pixels() -> None:
    for seed in range(8):
        for kind in ("cow", "house", "apple"):
            left = boxes(arrange(scene(thing("o1", kind), thing("o2", "horse", "left", "o1"), seed=seed)))
            assert left["o2"][0] + left["o2"][2] < left["o1"][0] + left["o1"][2]
            right = boxes(arrange(scene(thing("o1", kind), thing("o2", "horse", "right", "o1"), seed=seed)))
            assert right["o2"][0] + right["o2"][2] > right["o1"][0] + right["o1"][2]


@pytest.mark.parametrize("kind", ["bird", "apple", "balloon", "boat"])
def test_above_and_below(kind: str) -> None:
    above = boxes(arrange(scene(thing("o1", kind), thing("o2", "suitcase", "above", "o1"))))
    assert above["o2"][3] <= above["o1"][1] + 8
    below = boxes(arrange(scene(thing("o1", kind), thing("o2", "suitcase", "below", "o1"))))
    assert below["o2"][1] >= below["o1"][3] - 8


@pytest.mark.parametrize("kind", ["cow", "elephant", "bus", "car"])
def test_what_stands_keeps_standing_with_something_under_it(kind: str) -> None:
    made = arrange(scene(thing("o1", kind), thing("o2", "cat", "below", "o1")))
    over, under = boxes(made)["o1"], boxes(made)["o2"]
    assert abs(under[3] - over[3]) < 0.06 * 1024
    assert min(over[2], under[2]) > max(over[0], under[0])
    assert under[1] > over[1]


@pytest.mark.parametrize("wish", ["a cat under a bed", "a cat under a sink", "沙发下面有一只猫"])
def test_furniture_gets_legs_where_something_is_under_it(wish: str) -> None:
    made = arrange(compose_scene(wish, ratio="1:1", seed=3, language=language_of(wish)).scene)
    (over, under), placed = made.objects, boxes(made)
    assert over.pose == "raised"
    assert under.rel is not None
    assert under.rel.type == "below"
    assert placed[under.id][1] > placed[over.id][1] + 0.4 * (placed[over.id][3] - placed[over.id][1])
    assert abs(placed[under.id][3] - placed[over.id][3]) < 0.04 * 1024


def test_furniture_that_is_there_gets_legs_and_what_is_on_it_goes_up_with_it() -> None:
    first = arrange(compose_scene("a cat on a bed", ratio="1:1", seed=3, language="en").scene)
    bed = next(one.id for one in first.objects if one.kind == "bed")
    cat = next(one.id for one in first.objects if one.kind == "cat")
    made = edit_scene("put a ball under the bed", [first], ratio="1:1", seed=3, language="en")
    after = arrange(made.scene, former=made.former)
    assert after.layout[bed].base == first.layout[bed].base
    assert after.layout[bed].x == first.layout[bed].x
    assert boxes(after)[cat][3] < boxes(first)[cat][3] - 30


@pytest.mark.parametrize("seat", ["dining-table", "bench", "chair"])
def test_under_furniture_is_between_its_legs(seat: str) -> None:
    things = (thing("o1", seat), thing("o2", "dog", "below", "o1"))
    for made in (arrange(scene(*things)), arrange(with_things(arrange(scene(things[0])), things[1]))):
        table, dog = made.layout["o1"].box, made.layout["o2"].box
        assert table[0] < dog[0]
        assert dog[2] < table[2]
        assert dog[1] > table[1] + 0.3 * (table[3] - table[1])
        assert 0 <= made.layout["o2"].base - made.layout["o1"].base < 30


def test_several_above_one_thing_are_side_by_side() -> None:
    stars = [thing(f"o{number}", "star", "above", "o1") for number in (2, 3, 4)]
    made = boxes(arrange(scene(thing("o1", "house"), *stars)))
    placed = [made[star.id] for star in stars]
    assert all(overlap(a, b) == 0 for i, a in enumerate(placed) for b in placed[:i])
    assert all(box[3] <= made["o1"][1] + 8 for box in placed)


def test_behind_is_partly_hidden_and_further_away() -> None:
    made = arrange(scene(thing("o1", "tree"), thing("o2", "cat", "behind", "o1")))
    assert made.layout["o2"].base < made.layout["o1"].base
    assert overlap(made.layout["o2"].box, made.layout["o1"].box) > 0


def test_front_is_nearer() -> None:
    made = arrange(scene(thing("o1", "house"), thing("o2", "cat", "front", "o1")))
    assert made.layout["o2"].base > made.layout["o1"].base


def test_a_newcomer_moves_nobody_and_covers_little() -> None:
    first = arrange(scene(thing("o1", "ox"), thing("o2", "horse")))
    for kind in ("cat", "tree", "bird", "apple", "giraffe"):
        second = arrange(with_things(first, thing("o3", kind)))
        assert {name: second.layout[name] for name in first.layout} == first.layout
        assert all(overlap(second.layout["o3"].box, first.layout[name].box) < 0.5 for name in first.layout)


def test_a_newcomer_obeys_its_relation() -> None:
    first = arrange(scene(thing("o1", "ox"), thing("o2", "horse"), ratio="3:2"))
    for name in ("o1", "o2"):
        left = boxes(arrange(with_things(first, thing("o3", "dog", "left", name))))
        assert left["o3"][0] + left["o3"][2] < left[name][0] + left[name][2]


def test_more_on_the_same_table_find_their_own_seats() -> None:
    first = arrange(scene(thing("o1", "dining-table"), thing("o2", "apple", "on", "o1"), place="room"))
    second = arrange(with_things(first, thing("o3", "apple", "on", "o1"), thing("o4", "apple", "on", "o1")))
    assert second.layout["o2"] == first.layout["o2"]
    xs = sorted(second.layout[name].x for name in ("o2", "o3", "o4"))
    assert xs[1] - xs[0] > 10
    assert xs[2] - xs[1] > 10


def test_real_sizes_show() -> None:
    made = arrange(scene(thing("o1", "elephant"), thing("o2", "mouse"), thing("o3", "giraffe")))
    heights = {name: box[3] - box[1] for name, box in boxes(made).items()}
    assert heights["o2"] < heights["o1"] < heights["o3"]


def test_placements_of_what_is_gone_are_dropped() -> None:
    first = arrange(scene(thing("o1", "ox"), thing("o2", "horse")))
    gone = arrange(without(first, "o1"))
    assert set(gone.layout) == {"o2"}


def test_a_thing_that_changed_keeps_its_spot() -> None:
    first = arrange(scene(thing("o1", "ox"), thing("o2", "horse")))
    was = first.layout["o1"]
    replaced = arrange(with_things(without(first, "o1"), thing("o1", "pig")), former={"o1": was})
    assert (replaced.layout["o1"].x, replaced.layout["o1"].base) == (round(was.x), round(was.base))


def test_rings_of_relations_are_broken() -> None:
    made = arrange(scene(thing("o1", "cat", "on", "o2", "head"), thing("o2", "dog", "on", "o1", "head")))
    assert all(isinstance(made.layout[name], Placement) for name in ("o1", "o2"))


@pytest.mark.parametrize("kind", [name for name, kind in kinds().items() if kind.wear])
def test_whatever_is_worn_is_at_its_wearer(kind: str) -> None:
    made = arrange(scene(thing("o1", "bear"), thing("o2", kind, "wear", "o1", kinds()[kind].wear)))
    bear, worn = made.layout["o1"].box, made.layout["o2"].box
    assert overlap(bear, worn) > 0.02
    assert worn[2] - worn[0] < 1.6 * (bear[2] - bear[0])


@pytest.mark.parametrize("place", ["meadow", "beach", "snow", "street", "room", "lake"])
def test_neighbouring_seeds_look_clearly_different(place: str) -> None:
    drawings = [
        drawn(scene(thing("o1", "cat"), thing("o2", "dog"), seed=seed, place=place)) for seed in range(4)
    ]
    for index, one in enumerate(drawings):
        for other in drawings[:index]:
            first, second = one.pixels.astype(int), other.pixels.astype(int)
            assert np.abs(first - second).mean() > 7
            moved = [
                abs(one.scene.layout[name].x - other.scene.layout[name].x)
                + abs(one.scene.layout[name].base - other.scene.layout[name].base)
                + abs(one.scene.layout[name].scale - other.scene.layout[name].scale)
                for name in ("o1", "o2")
            ]
            assert max(moved) > 12


@pytest.mark.parametrize(
    ("prompt", "larger", "smaller"),
    [
        ("huge strawberry, tiny elephant", "strawberry", "elephant"),
        ("a tiny house and a giant cat", "cat", "house"),
        ("an elephant behind a small mouse", "elephant", "mouse"),
        ("a house behind a cat", "house", "cat"),
    ],
)
def test_what_is_said_or_known_to_be_larger_is_drawn_larger(prompt: str, larger: str, smaller: str) -> None:
    made = arrange(compose_scene(prompt, ratio="1:1", seed=7, language="en").scene)
    tall = {one.kind: made.layout[one.id].box[3] - made.layout[one.id].box[1] for one in made.objects}
    assert tall[larger] > 1.5 * tall[smaller]


@pytest.mark.parametrize("pair", [("child", "child"), ("bear", "rabbit")])
def test_those_on_a_seesaw_sit_at_its_ends_one_up_and_one_down(pair: tuple[str, str]) -> None:
    made = arrange(
        scene(thing("o1", "seesaw"), thing("o2", pair[0], "on", "o1"), thing("o3", pair[1], "on", "o1"))
    )
    board, left, right = (made.layout[key].box for key in ("o1", "o2", "o3"))
    middle = (board[0] + board[2]) / 2
    assert left[2] < middle + 0.1 * (board[2] - board[0])
    assert right[0] > middle
    assert left[3] != right[3]


@pytest.mark.parametrize("wish", ["a mouse riding a bicycle", "猫骑自行车", "a sheep riding a bike"])
def test_who_rides_is_large_enough_to_ride(wish: str) -> None:
    rides = arrange(compose_scene(wish, ratio="1:1", seed=3, language=language_of(wish)).scene)
    (_, ridden_top, _, ridden_low), (_, top, _, low) = (rides.layout[key].box for key in ("o1", "o2"))
    assert low - top > 0.5 * (ridden_low - ridden_top)


@pytest.mark.parametrize(
    ("wish", "edit", "kind", "grows"),
    [
        ("a boy playing football", "make the ball bigger", "soccer-ball", True),
        ("孩子在放风筝", "风筝小一点", "kite", False),
        ("a boy holding a balloon", "make the balloon much bigger", "balloon", True),
        ("a seal balancing a ball", "make the ball bigger", "ball", True),
        ("一只小狗叼着骨头", "骨头大一点", "bone", True),
    ],
)
def test_what_is_held_or_kicked_grows_too(wish: str, edit: str, kind: str, grows: bool) -> None:
    before = arrange(compose_scene(wish, ratio="1:1", seed=3, language=language_of(wish)).scene)
    made = edit_scene(edit, [before], ratio="1:1", seed=3, language=language_of(edit))
    after = arrange(made.scene, former=made.former)
    key = next(one.id for one in before.objects if one.kind == kind)
    ratio = after.layout[key].scale / before.layout[key].scale
    assert ratio > 1.2 if grows else ratio < 0.8


@pytest.mark.parametrize("place", ["lake", "river"])
def test_large_swimmers_are_on_the_water_and_not_at_its_far_shore(place: str) -> None:
    made = drawn(compose_scene(f"two ducks in a {place}", ratio="1:1", seed=7, language="en").scene).scene
    line = scene_size(made)[1] * (place_of(made.env, made.seed).water or 0)
    assert all(abs(placed.box[3] - line) < 0.05 * scene_size(made)[1] for placed in made.layout.values())


@pytest.mark.parametrize(
    ("wish", "more"),
    [
        ("a duck, a sheep, a car", "add an orange pumpkin"),
        ("a cow and a pig on the farm", "add a rabbit"),
        ("two horses", "add a hen"),
        ("一只羊和一匹马", "加一个南瓜"),
    ],
)
def test_what_is_small_comes_in_front_and_does_not_hover_at_the_horizon(wish: str, more: str) -> None:
    first = arrange(compose_scene(wish, ratio="1:1", seed=7, language=language_of(wish)).scene)
    made = arrange(edit_scene(more, [first], ratio="1:1", seed=7, language=language_of(more)).scene)
    (fresh,) = set(made.layout) - set(first.layout)
    assert made.layout[fresh].base >= min(placed.base for placed in first.layout.values())


def test_a_river_runs_under_its_bridge_and_nobody_stands_in_it() -> None:
    wish = "a bridge over a river, a cow, two children and a tree"
    made = arrange(compose_scene(wish, ratio="1:1", seed=7, language="en").scene)
    place, width = place_of(made.env, made.seed), scene_size(made)[0]
    assert place.channel is not None
    for one in made.objects:
        x = made.layout[one.id].x / width
        assert (abs(x - 0.5) < 0.01) if one.kind == "bridge" else abs(x - 0.5) > place.channel
    swims = arrange(
        compose_scene("two ducks in a river and a bridge", ratio="1:1", seed=7, language="en").scene
    )
    ducks = [swims.layout[one.id] for one in swims.objects if one.kind == "duck"]
    assert all(abs(placed.x / width - 0.5) < place.channel for placed in ducks)


def test_two_rows_are_no_farther_apart_than_they_need_to_be() -> None:
    wish = "four children, two baskets, a cake and three apples"
    made = arrange(compose_scene(wish, ratio="1:1", seed=8, language="en").scene)
    behind = [made.layout[one.id] for one in made.objects if kinds()[one.kind].alive]
    before = [made.layout[one.id] for one in made.objects if not kinds()[one.kind].alive]
    air = min(placed.box[1] for placed in before) - max(placed.base for placed in behind)
    assert -0.03 * scene_size(made)[1] <= air < 0.12 * scene_size(made)[1]


def test_many_on_the_sea_are_in_two_rows_and_not_tiny() -> None:
    made = arrange(compose_scene("nine dolphins in the sea", ratio="1:1", seed=31, language="en").scene)
    wide = scene_size(made)[0]
    assert min(placed.box[2] - placed.box[0] for placed in made.layout.values()) > 0.1 * wide
    hidden = [overlap(one.box, two.box) for one, two in combinations(made.layout.values(), 2)]
    assert max(hidden) < 0.2


@pytest.mark.parametrize("wish", ["a city skyline with five skyscrapers", "城市里有四座高楼"])
def test_high_rises_hide_none_of_each_other(wish: str) -> None:
    scene = first_picture(wish)
    boxes = sorted(placed.box for placed in scene.layout.values())
    assert all(left[2] <= right[0] for left, right in pairwise(boxes))

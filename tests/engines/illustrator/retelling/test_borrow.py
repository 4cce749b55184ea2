from __future__ import annotations

from itertools import combinations

import msgspec
import pytest

from paintover.engines.illustrator.drawing.render import draw
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.editing.hosting import in_order
from paintover.engines.illustrator.grammar.parse import language_of, parse
from paintover.engines.illustrator.retelling.borrow import (
    Loan,
    Origins,
    in_its_style,
    lent,
    loan,
    origins,
    without_pictures,
)
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange
from tests.engines.illustrator.test_prompts import described


def made(prompt: str) -> Scene:
    scene = compose_scene(prompt, ratio="1:1", seed=7, language=language_of(prompt)).scene
    return draw(arrange(scene)).scene


def edited(prompt: str, *prompts: str) -> Scene:
    sources = [made(one) for one in prompts]
    done = edit_scene(prompt, sources, ratio="1:1", seed=8, language=language_of(prompt))
    assert done.notes == ()
    return draw(arrange(done.scene, former=done.former)).scene


@pytest.mark.parametrize(
    ("wish", "taken"),
    [
        ("same style as the second picture", Loan("style", 1)),
        ("用第二张的风格", Loan("style", 1)),
        ("第二张照第一张的画风画", Loan("style", 0)),
        ("put it on the background of the first", Loan("place", 0)),
        ("背景换成第二张的", Loan("place", 1)),
        ("make picture 1 in the style of picture 2", Loan("style", 1)),
        ("give the second picture the style of the first", Loan("style", 0)),
        ("和第二张图一样的画风", Loan("style", 1)),
        ("图1用图2的背景", Loan("place", 1)),
        ("把第一张的马放到第二张的牛旁边", None),
        ("watercolour style", None),
    ],
)
def test_what_is_borrowed_and_from_which(wish: str, taken: Loan | None) -> None:
    assert loan(wish, 2) == taken
    assert loan(wish, 1) is None


def test_a_style_or_place_is_lent_and_nothing_else() -> None:
    cat, dog = made("一只猫"), made("水墨风格的狗在海边")
    styled = lent(Loan("style", 1), [cat, dog])
    assert (styled.style, styled.objects, styled.layout) == ("ink", cat.objects, cat.layout)
    placed = lent(Loan("place", 1), [cat, dog])
    assert (placed.env.place, placed.style, placed.objects) == ("beach", "storybook", cat.objects)


@pytest.mark.parametrize(
    ("wish", "first", "second", "expected"),
    [
        (
            "put the horse of the first picture beside the ox of the second",
            "a horse",
            "an ox",
            "horse beside ox, ox",
        ),
        ("把第一张的马放到第二张的牛旁边", "一匹马", "一头牛", "horse beside ox, ox"),
        ("merge the two pictures", "a cat and a dog", "three sheep", "cat, dog, sheep, sheep, sheep"),
        ("把两张图合成一张", "一只戴帽子的猫", "一头牛和一座房子", "cat, hat wear cat head, ox, house"),
        ("把第二张图里的狗放进第一张", "一只猫在海边", "一只红色的狗和一棵树", "cat, dog/red"),
        ("merge picture 1 and picture 2", "a cat", "a dog wearing a hat", "cat, dog, hat wear dog head"),
        ("add the girl from picture 2 to picture 1", "a cat", "a girl holding a lantern and a tree", "cat, girl, lantern hold girl hand"),
        ("replace the cat with the dog from picture 2", "a cat and a ball", "a blue dog with a hat", "dog/blue, hat wear dog head, ball"),
        ("put the horse beside the ox", "a white horse", "an ox and a horse", "horse/white beside ox, ox, horse"),
        ("add the wolf", "an angry wolf and a tree", "a cat", "wolf, cat"),
        ("狼放，猫旁边", "一只狼", "一只猫和一棵树", "wolf beside cat, cat, tree"),
        ("add a wolf", "a wolf", "a cat", "wolf, wolf, cat"),
        ("把图2的狗加到图1", "一只猫", "一只红色的狗", "cat, dog/red"),
        ("put the horse of the first picture beside the ox of the second", "a white horse", "an ox and a horse", "horse/white beside ox, ox, horse"),
        ("put the cat from the first image on the horse of the second image", "a cat", "a horse", "cat on horse back, horse"),
    ],
)  # fmt: skip
def test_things_of_several_pictures_meet(wish: str, first: str, second: str, expected: str) -> None:
    assert described(edited(wish, first, second)) == sorted(expected.split(", "))


def test_a_merged_picture_keeps_poses_moods_and_the_place_that_is_named_first() -> None:
    beach = "a sleeping dog and a sad girl on the beach"
    forest = "an angry wolf in the forest at night"
    merged = edited("merge the two pictures", beach, forest)
    assert {one.kind: (one.pose, one.mood) for one in merged.objects} == {
        "dog": ("sleep", None), "girl": (None, "sad"), "wolf": (None, "angry"),
    }  # fmt: skip
    assert (merged.env.place, merged.env.time) == ("beach", "day")
    turned = edited("merge picture 2 and picture 1", beach, forest)
    assert (turned.env.place, turned.env.time, len(turned.objects)) == ("forest", "night", 3)
    lent_place = edited("merge the two pictures with the background of the second picture", beach, forest)
    assert (lent_place.env.place, len(lent_place.objects)) == ("forest", 3)
    elsewhere = edited("把两张图合成一张，放在雪地里", "一只睡觉的狗", "一匹马")
    assert (elsewhere.env.place, [one.pose for one in elsewhere.objects]) == ("snow", ["sleep", None])


def test_where_nouns_come_from() -> None:
    def named(words: str) -> list[str]:
        return [one.kind for one in parse(words).mentions if one.kind is not None]

    wish = "put the horse of the first picture beside the ox of the second"
    assert origins(wish, 2, named) == Origins((("horse", 0), ("ox", 1)))
    assert origins("add the girl from picture 2 to picture 1", 2, named) == Origins((("girl", 1),), into=0)
    assert origins("把第二张图里的狗放进第一张", 2, named) == Origins((("dog", 1),), into=0)
    assert origins(wish, 1, named) == Origins()
    assert without_pictures("add the girl from picture 2 to picture 1").split() == ["add", "the", "girl"]


def test_merged_scenes_do_not_collide() -> None:
    for first, second in (
        ("a cat and a dog", "three sheep"),
        ("一头大象", "一只老虎和一座房子"),
        ("four apples", "two cups"),
    ):
        scene = edited("merge the two pictures", first, second)
        boxes = [placed.box for placed in scene.layout.values()]
        for one, other in combinations(boxes, 2):
            wide = min(one[2], other[2]) - max(one[0], other[0])
            high = min(one[3], other[3]) - max(one[1], other[1])
            least = min((box[2] - box[0]) * (box[3] - box[1]) for box in (one, other))
            assert max(0, wide) * max(0, high) < 0.35 * least


@pytest.mark.parametrize(
    ("wish", "shown"),
    [
        ("draw a dog, in the style of the source picture", "draw a dog"),
        ("画一只狗，用原图的画风", "画一只狗"),
        ("in the style of the second picture", None),
        ("a dog", None),
    ],
)
def test_a_new_picture_takes_the_style_of_its_source_and_nothing_else(wish: str, shown: str | None) -> None:
    assert in_its_style(wish) == shown
    if shown is not None:
        styled = edited(wish, "水墨风格的猫")
        assert (styled.style, described(styled)) == ("ink", ["dog"])


@pytest.mark.parametrize(
    "wish",
    [
        "combine all of them",
        "kombiniere die beiden Bilder",
        "combina las dos imágenes",
        "二枚の絵を合わせて",
        "把两张图拼接起来",
    ],
)
def test_pictures_are_brought_together_in_every_language_without_a_word_too_many(wish: str) -> None:
    sources = [
        arrange(compose_scene(one, ratio="1:1", seed=5, language="en").scene) for one in ("a dog", "a horse")
    ]
    composed = edit_scene(wish, sources, ratio="1:1", seed=5, language="en")
    assert [one.kind for one in composed.scene.objects] == ["dog", "horse"]
    assert composed.notes == ()
    assert composed.left_out == ()


@pytest.mark.parametrize(
    ("wish", "pictures"),
    [
        ("all three on a bench", ("a fox", "a bear", "an owl")),
        ("两只都坐在长椅上", ("一只狐狸", "一只熊")),
    ],
)
def test_those_of_several_pictures_share_what_comes(wish: str, pictures: tuple[str, ...]) -> None:
    scene = edited(wish, *pictures)
    (bench,) = (thing for thing in scene.objects if thing.kind == "bench")
    others = [thing for thing in scene.objects if thing is not bench]
    assert len(others) == len(pictures)
    places = [None if thing.rel is None else (thing.rel.type, thing.rel.to) for thing in others]
    assert places == [("on", bench.id)] * len(pictures)


@pytest.mark.parametrize(
    ("wish", "pictures", "expected"),
    [
        ("put the dog on the sofa", ("a dog on the grass", "a cat on a sofa"), "cat on couch, couch, dog on couch"),
        ("把狗放到沙发上", ("一只狗在草地上", "一只猫在沙发上"), "cat on couch, couch, dog on couch"),
        ("add the sofa of picture 2", ("a dog on the grass", "a cat on a sofa"), "couch, dog"),
        ("replace the cat in picture 1 with the dog", ("a cat on a sofa", "a dog on the grass"), "couch, dog on couch"),
        ("把兔子换成刚才那只老虎", ("一只兔子", "一只老虎"), "tiger"),
        ("swap the car for the boat", ("a red car in a city", "a yellow boat on a lake"), "boat/yellow"),
        ("both on the sofa", ("a cat on a sofa", "a dog on the grass"), "cat on couch, couch, dog on couch"),
        ("the boy hugs the dog", ("a boy on a bench", "a dog"), "bench, boy on bench, dog hold boy hand"),
        ("让男孩骑自行车", ("一个男孩", "一辆自行车"), "bicycle, boy on bicycle"),
        ("give her the cake of picture 2", ("a girl", "a cake"), "cake hold girl hand, girl"),
        ("I want them in one picture", ("a cat", "a dog"), "cat, dog"),
        ("put grandma outside beside the snowman", ("a grandma", "a snowman"), "old-woman beside snowman, snowman"),
    ],
)  # fmt: skip
def test_what_is_asked_of_two_pictures_is_done_in_one(
    wish: str, pictures: tuple[str, str], expected: str
) -> None:
    assert described(edited(wish, *pictures)) == sorted(expected.split(", "))


@pytest.mark.parametrize(
    ("wish", "first", "second", "order", "words"),
    [
        ("add the cat of picture 2", "a dog", "a cat", (0, 1), "add the cat of picture 2"),
        ("put the dog on the sofa of picture 2", "a dog", "a cat on a sofa", (1, 0), "put the dog on the sofa of picture 1"),
        ("第二张里的猫也放到第二张", "一只狗", "一只猫", (1, 0), "第一张里的猫也放到第一张"),
        ("on the background of the first picture", "a dog", "a cat on a sofa", (1, 0), "on the background of the second picture"),
        ("merge the two pictures", "a dog", "a cat", (0, 1), "merge the two pictures"),
        ("the robot should help the chef in his kitchen", "a robot in a street", "a chef in a kitchen", (1, 0), "the robot should help the chef in his kitchen"),
        ("把猫放到女孩的课桌上", "一只猫在沙发上", "一个女孩在教室里写作业", (1, 0), "把猫放到女孩的课桌上"),
    ],
)  # fmt: skip
def test_the_picture_into_which_things_come_stands_first(
    wish: str, first: str, second: str, order: tuple[int, ...], words: str
) -> None:
    assert in_order(wish, [made(first), made(second)]) == (words, order)


def test_a_borrowed_place_looks_as_it_did_there() -> None:
    dog, cat = made("a dog on the grass"), made("a cat on a sofa")
    dog = msgspec.structs.replace(dog, seed=99)
    placed = edit_scene(
        "on the background of the second picture", [dog, cat], ratio="1:1", seed=8, language="en"
    )
    assert (placed.scene.env, placed.scene.seed) == (cat.env, cat.seed)
    assert [one.kind for one in placed.scene.objects] == ["dog"]


def test_who_comes_leaves_those_of_the_host_where_they_stand() -> None:
    dog, cat = made("a dog on the grass"), made("a cat on a sofa")
    come = edit_scene("add the cat of picture 2", [dog, cat], ratio="1:1", seed=8, language="en").scene
    assert come.layout[dog.objects[0].id] == dog.layout[dog.objects[0].id]


@pytest.mark.parametrize(
    ("wish", "pictures", "kind", "colour"),
    [
        ("give the dog the colour of the car", ("a dog and a red car",), "dog", "red"),
        ("make the dog the same colour as the car in picture 2", ("a dog", "a red car"), "dog", "red"),
        ("狗的颜色和汽车一样", ("一只狗", "一辆红色的汽车"), "dog", "red"),
        ("把围巾改成跟帽子一样的颜色", ("一个戴蓝帽子的男孩和一个戴红围巾的女孩",), "scarf", "blue"),
        ("the scarf should have the same colour as the hat", ("a boy with a green hat and a girl with a scarf",), "scarf", "green"),
    ],
)  # fmt: skip
def test_a_thing_takes_the_colour_of_another(
    wish: str, pictures: tuple[str, ...], kind: str, colour: str
) -> None:
    scene = edited(wish, *pictures)
    assert [one.colour for one in scene.objects if one.kind == kind] == [colour]
    assert len(scene.objects) == len(made(pictures[0]).objects)

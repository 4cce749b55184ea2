"""She and he are people; "it" is the thing or animal that can do, or suffer, what is said."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.retelling.pronouns import with_pronouns_named
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.layout import arrange
from tests.engines.illustrator.told import talk


def _talk(*turns: str) -> Scene:
    scene = Scene(seed=0, ratio="1:1")
    for at, turn in enumerate(turns):
        language = language_of(turn)
        if not at:
            scene = arrange(compose_scene(turn, ratio="1:1", seed=3, language=language).scene)
            continue
        composed = edit_scene(turn, [scene], ratio="1:1", seed=3, language=language)
        scene = arrange(composed.scene, former=composed.former)
    return scene


def _the(scene: Scene, kind: str) -> Thing:
    (found,) = [one for one in scene.objects if one.kind == kind]
    return found


def _bearer(scene: Scene, kind: str) -> tuple[str, str]:
    """How such a thing is borne, and by whom."""
    rel = _the(scene, kind).rel
    assert rel is not None
    bearer = scene.thing(rel.to)
    assert bearer is not None
    return rel.type, bearer.kind


@pytest.mark.parametrize(
    ("turns", "rider"),
    [
        (("a horse", "an elephant rides it"), "elephant"),
        (("a horse", "add a girl riding it"), "girl"),
        (("a donkey and a boy", "he gets on"), "boy"),
        (("a girl and a horse", "she rides it"), "girl"),
        (("a boy and a horse", "the boy gets on its back"), "boy"),
        (("一匹马", "一个男孩骑上去"), "boy"),
        (("一匹马", "让一个男孩骑在它上面"), "boy"),
        (("一头大象", "加一个骑着它的女孩"), "girl"),
        (("一个女孩和一匹马", "女孩骑上去"), "girl"),
    ],
)
def test_rides_what_is_there(turns: tuple[str, ...], rider: str) -> None:
    scene = _talk(*turns)
    assert len(scene.objects) == 2
    assert _bearer(scene, rider)[0] == "on"


@pytest.mark.parametrize(
    ("turns", "who"),
    [
        (("a girl riding a horse", "she gets off"), "girl"),
        (("a horse", "an elephant rides it", "it gets off"), "elephant"),
        (("一匹马", "一个男孩骑上去", "他下来了"), "boy"),
        (("一个女孩骑着马", "女孩下来"), "girl"),
    ],
)
def test_gets_off_again(turns: tuple[str, ...], who: str) -> None:
    assert _bearer(_talk(*turns), who)[0] == "beside"


@pytest.mark.parametrize(
    ("turns", "what", "how"),
    [
        (("a girl", "add a cat", "she is holding it"), "cat", ("hold", "girl")),
        (("一个女孩", "加一只猫", "她抱着它"), "cat", ("hold", "girl")),
        (("a man", "add a cat", "put it on his head"), "cat", ("on", "man")),
        (("a boy", "add a book", "he is reading it"), "book", ("hold", "boy")),
        (("a girl", "add a ball", "she kicks it"), "ball", ("hold", "girl")),
        (("一个女孩", "加一个球", "她踢它"), "ball", ("hold", "girl")),
        (("a girl", "add a dog", "put it behind her"), "dog", ("behind", "girl")),
        (("a girl", "add a dog", "put it on her left"), "dog", ("left", "girl")),
        (("a house", "add a dog", "put it in front of it"), "dog", ("front", "house")),
        (("a cat", "add a girl", "put a hat on it"), "hat", ("wear", "cat")),
        (("a boy and a girl", "she is sitting on his shoulders"), "girl", ("on", "boy")),
        (("a girl and a bird", "the bird sits on her head"), "bird", ("on", "girl")),
        (("一个女孩和一只鸟", "鸟停在她肩上"), "bird", ("on", "girl")),
        (("a girl and a rabbit", "make her hold it", "now put it down"), "rabbit", ("beside", "girl")),
        (("一个女孩和一只兔子", "让她抱着它", "把它放下"), "rabbit", ("beside", "girl")),
        (("a boy and a hat", "he holds his hat"), "hat", ("hold", "boy")),
    ],
)
def test_is_where_it_is_said(turns: tuple[str, ...], what: str, how: tuple[str, str]) -> None:
    assert _bearer(_talk(*turns), what) == how


@pytest.mark.parametrize(
    ("turns", "what"),
    [
        (("a cat", "add a girl", "make it black"), "cat"),
        (("一只猫", "加一个女孩", "把它变成黑色"), "cat"),
        (("a dog", "add a ball", "make it black"), "ball"),
    ],
)
def test_it_is_no_person(turns: tuple[str, ...], what: str) -> None:
    scene = _talk(*turns)
    assert [one.kind for one in scene.objects if one.colour == "black"] == [what]


@pytest.mark.parametrize(
    ("turns", "what"),
    [
        (("a dog", "add a ball", "make it sleep"), "dog"),
        (("一只狗", "加一个球", "它睡着了"), "dog"),
        (("a cat", "add a man", "it is sleeping"), "cat"),
        (("a cat", "add a man", "he is sleeping"), "man"),
    ],
)
def test_only_who_lives_does_anything(turns: tuple[str, ...], what: str) -> None:
    assert [one.kind for one in _talk(*turns).objects if one.pose == "sleep"] == [what]


@pytest.mark.parametrize(
    "wish",
    [
        "make it night",
        "make it even bigger",
        "make it black and white",
        "give it a frame",
        "remove it",
        "它下雨了",
        "弹吉他",
    ],
)
def test_leaves_what_is_no_deed(wish: str) -> None:
    assert with_pronouns_named(wish, _talk("a cat", "add a girl")) == wish


@pytest.mark.parametrize(
    ("turns", "leader"),
    [
        (("a boy and a dog", "put the dog on a leash"), "boy"),
        (("a dog", "a boy walks the dog on a leash"), "boy"),
        (("a woman and a dog", "she is walking it"), "woman"),
        (("一个女孩和一只狗", "给狗拴上狗绳"), "girl"),
        (("一个男孩和一只狗", "男孩用绳子牵着狗"), "boy"),
        (("a horse and a girl", "she leads it"), "girl"),
        (("a dog", "put it on a leash"), "dog"),
        (("一只狗", "给狗系上绳子"), "dog"),
        (("a dog", "add a leash"), "dog"),
        (("two dogs", "put one on a leash"), "dog"),
    ],
)
def test_a_leash_goes_to_a_hand_if_there_is_one(turns: tuple[str, ...], leader: str) -> None:
    scene = _talk(*turns)
    assert _bearer(scene, "leash") == ("wear" if leader == "dog" else "hold", leader)


def test_who_stands_beside_is_led_from_there() -> None:
    before = _talk("a horse and a girl")
    after = _talk("a horse and a girl", "the girl leads the horse")
    horse = _the(before, "horse").id
    assert after.layout[horse].box == before.layout[horse].box


@pytest.mark.parametrize(
    ("talked", "wearer"),
    [
        ("a teddy bear sitting on a shelf => Give it a red hat", "teddy-bear"),
        ("a doll on a chair => give her glasses", "rag-doll"),
        ("桌上有个洋娃娃 => 给它戴副眼镜 => 再给它围条红围巾", "rag-doll"),
        ("a snowman by a tree => give it a scarf", "snowman"),
        ("a cowboy on a white horse => make the horse black => give him a red bandana", "cowboy"),
    ],
)
def test_who_is_meant_puts_it_on(talked: str, wearer: str) -> None:
    scene = talk(talked)[-1].scene
    worn = scene.objects[-1]
    host = scene.thing(worn.rel.to) if worn.rel is not None else None
    assert worn.rel is not None
    assert worn.rel.type == "wear"
    assert host is not None
    assert host.kind == wearer


@pytest.mark.parametrize(
    ("talked", "beside"),
    [
        ("kids on a trampoline => the left one wears a cape => add a dog running around it", "trampoline"),
        ("a red car => add a man in a hat => a dog runs behind it", "car"),
        ("一个女孩和一辆自行车 => 给她戴一顶帽子 => 一只狗坐在它旁边", "bicycle"),
    ],
)
def test_nobody_is_beside_what_somebody_wears(talked: str, beside: str) -> None:
    scene = talk(talked)[-1].scene
    rel = _the(scene, "dog").rel
    assert rel is not None
    assert [one.kind for one in scene.objects if one.id == rel.to] == [beside]


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        (
            "three bears at a picnic => add a basket with apples => put a bee above them",
            "above the left bear",
        ),
        ("two girls with balloons => add a dog next to them", "beside the left girl"),
    ],
)
def test_one_comes_to_those_who_live(talked: str, told: str) -> None:
    assert told in talk(talked)[-1].told

"""Who has what: each thing that is worn, held or lacking is tied to the one it was said of."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange


def drawn(chain: str) -> tuple[Scene, tuple[str, ...]]:
    """The scene after a prompt and edits, parted by " > ", and the notes of the last."""
    first, *edits = chain.split(" > ")
    made = compose_scene(first, ratio="1:1", seed=7, language=language_of(first))
    for edit in edits:
        made = edit_scene(edit, [arrange(made.scene)], ratio="1:1", seed=7, language=language_of(edit))
    return made.scene, made.notes


def held(scene: Scene) -> list[str]:
    """Each thing with what is on it, in order: "dog(hat)"."""
    shown = []
    for thing in scene.objects:
        if thing.rel is not None and thing.rel.type in ("wear", "hold", "cover"):
            continue
        worn = [
            f"{other.colour} {other.kind}" if other.colour else other.kind
            for other in scene.objects
            if other.rel is not None
            and other.rel.to == thing.id
            and other.rel.type in ("wear", "hold", "cover")
        ]
        shown.append(f"{thing.kind}({', '.join(worn)})" if worn else thing.kind)
    return sorted(shown)


@pytest.mark.parametrize(
    ("chain", "expected"),
    [
        ("a cat wearing a hat and a dog wearing sunglasses", ["cat(hat)", "dog(sunglasses)"]),
        ("two dogs, one with a hat", ["dog", "dog(hat)"]),
        ("three cats, one wearing sunglasses", ["cat", "cat", "cat(sunglasses)"]),
        ("两只狗，一只戴帽子", ["dog", "dog(hat)"]),
        ("a cat next to a dog wearing a blue scarf", ["cat", "dog(blue scarf)"]),
        ("a cat and a dog wearing hats", ["cat(hat)", "dog(hat)"]),
        ("two dogs wearing hats", ["dog(hat)", "dog(hat)"]),
        ("a dog wearing a hat and a scarf and a cat", ["cat", "dog(hat, scarf)"]),
        ("a man sitting on a bench wearing a hat", ["bench", "man(hat)"]),
        ("一个没戴帽子的女孩和一只戴帽子的狗", ["dog(hat)", "girl"]),
        ("a girl without a hat and a dog", ["dog", "girl"]),
        ("a dog and no cat", ["dog"]),
        ("a snowman", ["snowman"]),
        ("a snowman without a hat", ["bare-snowman"]),
        ("画一个没有帽子的雪人", ["bare-snowman"]),
        ("a snowman with a hat", ["snowman"]),
        ("a snowman with a red hat", ["bare-snowman(red hat)"]),
        ("a snowman > remove the hat", ["bare-snowman"]),
        ("a snowman > 去掉雪人的帽子", ["bare-snowman"]),
        ("a girl wearing a hat > the girl without a hat", ["girl"]),
        ("a dog wearing a hat and a dog > put a red scarf on the dog without a hat", ["dog(hat)", "dog(red scarf)"]),
        ("a cat and a dog > remove the cat and add a horse", ["dog", "horse"]),
        ("a cat and a dog > remove the cat and the dog", []),
        ("a cat > add a red ball and make the cat black", ["ball", "cat"]),
        ("一只猫和一只狗 > 去掉猫和狗", []),
    ],
)  # fmt: skip
def test_each_has_its_own(chain: str, expected: list[str]) -> None:
    scene, notes = drawn(chain)
    assert held(scene) == expected
    assert notes == ()


def test_what_belongs_to_a_drawing_and_cannot_be_left_out_is_told() -> None:
    scene, notes = drawn("a witch without a hat")
    assert held(scene) == ["witch"]
    assert notes == ("The witch hat is part of the drawing of the witch and stays as it is",)
    assert drawn("没戴帽子的女巫")[1] == ("巫师帽是画好的女巫的一部分，去不掉，也不能单独改",)


def test_royalty_can_be_without_a_crown() -> None:
    for wish in ("a king without a crown", "没戴王冠的国王"):
        scene, notes = drawn(wish)
        assert (held(scene), notes) == (["bare-king"], ())


def test_the_backdrops_own_sun_and_moon_give_way() -> None:
    assert drawn("a horse")[0].env.luminary
    for chain in (
        "the sun above a house",
        "晚上房子上方有一个月亮",
        "a horse > remove the sun",
        "晚上的一匹马 > 去掉月亮",
    ):
        assert not drawn(chain)[0].env.luminary, chain
    assert drawn("晚上的一匹马 > 去掉月亮 > 改成白天")[0].env.luminary

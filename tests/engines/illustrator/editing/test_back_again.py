"""What a change took away comes back as it was, and something else comes in its place."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.scene import Scene, Thing
from tests.engines.illustrator.told import first_picture, talk


def _one(scene: Scene, kind: str) -> Thing:
    return next(one for one in scene.objects if one.kind == kind)


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("a girl in a red hat => lose the hat => make it night => actually put the hat back", "Added: hat – red, worn by the girl"),
        ("a girl in a red hat => lose the hat => bring back the hat and make it blue", "Added: hat – blue, worn by the girl"),
        ("a girl with a red balloon => can we lose the balloon => put it back", "Added: balloon – red, held by the girl"),
        ("a table with three apples => remove two apples => put them back", "Added: apples × 2 – on the table"),
        ("a man on a horse => remove the horse => bring the horse back", "Changed: man – on the horse. Added: horse"),
        ("公园里一个戴红帽子的女孩 => 帽子不要了 => 算了，帽子还是戴回去吧", "加了：帽子——红色、在女孩身上"),
        ("a pirate with a parrot on his shoulder => remove the parrot => put a monkey there instead", "Added: monkey – on the pirate"),
        ("a girl on a swing => remove the girl => put a boy there", "Added: boy – sitting, on the swing"),
        ("a girl and a dog => remove the dog => a cat instead", "Added: cat"),
        ("a girl and a dog => remove the dog => replace it with a cat", "Added: cat"),
        ("a girl and a dog => remove the dog => make it night => add a cat where the dog was", "Added: cat"),
        ("a table with three apples => remove the apples => put some oranges there instead", "Added: oranges × 3 – on the table"),
        ("公园里一个女孩和一只狗 => 去掉狗 => 在那儿放一只猫", "加了：猫"),
        # what is about nothing that went
        ("a girl and a dog => remove the dog => replace her with a boy", "Changed: boy – instead of girl"),
        ("a girl and a dog and a ball => remove the dog => put the ball back", ""),
    ],
)  # fmt: skip
def test_what_went_comes_back_or_is_followed(talked: str, told: str) -> None:
    answer = talk(talked)[-1]
    assert answer.told == told or (not told and not answer.told.startswith("Added"))


@pytest.mark.parametrize("talked", ["a girl and a dog in a park => remove the dog => {}", "a cat on a chair => remove the chair => {}"])  # fmt: skip
def test_all_is_as_it_was(talked: str) -> None:
    wish = talked.split(" => ")[0]
    noun = wish.split()[4]
    before, after = first_picture(wish), talk(talked.format(f"put the {noun} back"))[-1].scene
    assert {one.kind: one.rel for one in after.objects} == {one.kind: one.rel for one in before.objects}
    assert after.layout == before.layout


def test_who_comes_instead_stands_where_who_went_had_stood() -> None:
    before = first_picture("a girl and a dog in a park")
    after = talk("a girl and a dog in a park => remove the dog => a cat instead")[-1].scene
    dog, cat = before.layout[_one(before, "dog").id], after.layout[_one(after, "cat").id]
    assert abs(dog.x - cat.x) < 0.05 * 1024
    girl = _one(before, "girl").id
    assert after.layout[girl] == before.layout[girl]

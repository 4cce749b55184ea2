"""Whose portrait it is, how old they are and how they smile is told plainly, and nothing of it is said to be lacking."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.sprites.hair import HAIR
from tests.engines.illustrator.told import first_picture


@pytest.mark.parametrize(
    ("wish", "shown"),
    [
        ("给我爷爷画张像，七十多岁，白胡子，戴老花镜，慈祥地笑", ["beard", "glasses", "old-man"]),
        ("给我妈妈画张像，三十多岁，长头发，笑着", ["long-hair", "woman"]),
        ("帮我给爸爸画一幅画像，戴帽子，留着胡子", ["beard", "hat", "man"]),
        ("给我们家的猫画张像", ["cat"]),
        ("draw a portrait of my grandpa, in his seventies, white beard, reading glasses, smiling kindly", ["beard", "glasses", "old-man"]),
    ],
)  # fmt: skip
def test_who_sits_for_it_is_seen_from_near(wish: str, shown: list[str]) -> None:
    done = compose_scene(wish, ratio="1:1", seed=3, language=language_of(wish))
    assert sorted(one.kind for one in done.scene.objects) == shown
    assert done.scene.shot
    assert done.notes == ()
    somebody = next(one for one in done.scene.objects if one.kind in ("old-man", "woman", "man", "cat"))
    assert (somebody.mood is None) == ("笑" not in wish and "smil" not in wish)


@pytest.mark.parametrize(
    ("wish", "many"),
    [
        ("一家四口在公园，爸爸妈妈带着一儿一女", 4),
        ("爸爸妈妈带着一双儿女在海边", 4),
        ("爷爷奶奶和一儿一女", 4),
    ],
)
def test_a_son_and_a_daughter_are_a_boy_and_a_girl(wish: str, many: int) -> None:
    done = compose_scene(wish, ratio="1:1", seed=3, language="zh")
    assert len(done.scene.objects) == many
    assert {"boy", "girl"} <= {one.kind for one in done.scene.objects}
    assert done.notes == ()


def test_a_cloth_spread_beside_them_is_no_veil() -> None:
    wish = "画一家四口在公园草地上野餐，爸爸妈妈带着一儿一女，旁边铺着格子布，上面有水果和三明治"
    done = compose_scene(wish, ratio="1:1", seed=1, language="zh")
    assert not any(one.rel is not None and one.rel.type == "cover" for one in done.scene.objects)
    assert sum(one.kind == "picnic-mat" for one in done.scene.objects) == 1
    assert done.notes == ()


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        ("头像：戴眼镜的卷发男孩", {"boy", "curly-hair", "glasses"}),
        ("一个戴眼镜的卷发男孩的头像", {"boy", "curly-hair", "glasses"}),
        ("一个穿红色的裙子的黑色长发女孩在跑步", {"dress", "girl", "long-hair"}),
        ("戴眼镜的短发阿姨在看书", {"book", "glasses", "short-hair", "woman"}),
        ("一个戴草帽的长发姑娘和一只狗", {"dog", "girl", "long-hair", "straw-hat"}),
    ],
)
def test_hair_between_what_somebody_wears_and_who_it_is(wish: str, told: set[str]) -> None:
    scene = first_picture(wish)
    somebody = next(one for one in scene.objects if one.kind in ("boy", "girl", "woman"))
    hair = next(one for one in scene.objects if one.kind in HAIR)
    assert {one.kind.replace("skirt", "dress") for one in scene.objects} == told
    assert hair.rel is not None
    assert hair.rel.to == somebody.id

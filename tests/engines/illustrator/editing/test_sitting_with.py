"""Who comes beside somebody on a couch or a bench sits there, too; who is told to stand stands beside it."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.staging.test_distant import painted


@pytest.mark.parametrize(
    "turns",
    [
        ("a boy on a sofa", "add a girl next to him"),
        ("a girl reading on a couch", "put her mother next to her"),
        ("a couple sitting on a bench in the park", "add a child next to the woman"),
        ("a man sitting on a bench in the park", "put a woman to the left of the man"),
        ("爷爷坐在公园长椅上", "爷爷旁边加一个奶奶"),
        ("奶奶坐在沙发上织毛衣", "旁边加一个小女孩"),
    ],
)
def test_who_comes_beside_somebody_on_a_bench_sits_there(turns: tuple[str, ...]) -> None:
    assert painted(turns[0], 3, *turns[1:]).objects[-1].pose == "sit"


def test_who_is_told_to_stand_is_no_doll_on_the_bench() -> None:
    scene = painted("a man sitting on a bench in the park", 3, "a standing woman next to him")
    man, woman = (scene.layout[one.id] for one in scene.objects[1:3])
    assert scene.objects[2].pose == "stand"
    assert woman.box[3] - woman.box[1] > 0.5 * (man.box[3] - man.box[1])

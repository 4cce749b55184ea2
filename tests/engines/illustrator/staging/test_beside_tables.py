"""Who stands beside a table at which others sit is about as high as those."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.staging.standing import hidden_share
from tests.engines.illustrator.told import first_picture


@pytest.mark.parametrize(
    ("wish", "kind"),
    [
        ("两个老人在公园下象棋，旁边有人看", "person"),
        ("服务员给客人上菜", "waiter"),
        ("妈妈站在桌边看孩子写作业", "woman"),
    ],
)
def test_nobody_beside_it_is_a_dwarf(wish: str, kind: str) -> None:
    scene = first_picture(wish, seed=3)
    one = next(
        one for one in scene.objects if one.kind == kind and one.rel is not None and one.rel.type != "behind"
    )
    sit = [
        scene.layout[other.id].box[1]
        for other in scene.objects
        if other.rel is not None and other.rel.type == "behind"
    ]
    assert scene.layout[one.id].box[1] <= min(sit) + 0.02 * 1200


@pytest.mark.parametrize(
    ("wish", "hidden"), [("贴春联的爷爷和孙子", "old-man"), ("a farmer feeding three chickens", "farmer")]
)
def test_who_goes_to_what_they_deal_with_changes_places(wish: str, hidden: str) -> None:
    scene = first_picture(wish, seed=3)
    one = next(one for one in scene.objects if one.kind == hidden)
    others = [scene.layout[other.id] for other in scene.objects if stock_of(other).alive and other is not one]
    assert all(hidden_share(scene.layout[one.id], other) < 0.3 for other in others)


def test_a_child_that_looks_on_is_smaller_than_the_players() -> None:
    scene = first_picture("两个老人下棋，旁边有个孩子看")
    child, player = (next(one for one in scene.objects if one.kind == kind) for kind in ("child", "old-man"))
    broad = {one.id: scene.layout[one.id].box[2] - scene.layout[one.id].box[0] for one in (child, player)}
    assert broad[child.id] < broad[player.id]
    assert scene.layout[child.id].box[1] > scene.layout[player.id].box[1]

"""Who comes between two who sit together sits between them."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import first_picture, talk


@pytest.mark.parametrize(
    ("wish", "change"),
    [
        ("a couple on a sofa watching tv", "kid between them"),
        ("a boy and a girl on a bench", "put a cat between them"),
        ("a man and a woman at a table", "add a kid between them"),
        ("a couple on a sofa", "put a cat between them"),
        ("一对夫妻坐在沙发上", "在他们中间加一个小孩"),
    ],
)
def test_they_make_room(wish: str, change: str) -> None:
    before, after = first_picture(wish), talk(f"{wish} => {change}")[-1].scene
    (new,) = [one for one in after.objects if before.thing(one.id) is None]
    rows = [one for one in after.objects if one.rel is not None and one.rel == new.rel]
    assert [one.id for one in sorted(rows, key=lambda one: after.layout[one.id].x)][1] == new.id
    assert len(rows) == 3
    others = {one.id for one in before.objects} - {one.id for one in rows}
    assert all(after.layout[key] == before.layout[key] for key in others)

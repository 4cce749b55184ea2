"""Who comforts, teaches or looks after somebody who is there stands beside them, and nobody comes twice."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.retelling.at_their_side import told_at_their_side
from tests.engines.illustrator.told import first_picture, talk


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        ("a boy crying => add a girl comforting him", "Added: girl – reaching, beside the boy"),
        ("a boy crying => his mum comforts him", "Added: mum – reaching, beside the boy"),
        ("a boy crying => his sister comes to comfort him", "Added: sister – reaching, beside the boy"),
        ("a boy and a girl => the girl comforts the boy", "Changed: girl – reaching, beside the boy"),
        ("一个男孩在哭 => 加一个女孩安慰他", "加了：女孩——伸手、在男孩旁边"),
        ("一个男孩在哭 => 旁边来一个老奶奶哄他", "加了：老奶奶——伸手、在男孩旁边"),
        ("医生在医院给小男孩打针 => 妈妈过来安慰他", "加了：妈妈——伸手、在小男孩旁边"),
        ("一个男孩和一个女孩 => 男孩安慰女孩", "改了：男孩——伸手、在女孩旁边"),
    ],
)
def test_whoever_is_good_to_somebody_is_beside_them(wish: str, told: str) -> None:
    assert talk(wish)[-1].told == told


@pytest.mark.parametrize(
    "wish",
    ["a cat => the cat comforts him", "two boys => a girl comforts him and sings"],
)
def test_nothing_is_told_of_who_is_not_there(wish: str) -> None:
    first, _, edit = wish.partition(" => ")
    assert told_at_their_side(edit, first_picture(first)) == edit

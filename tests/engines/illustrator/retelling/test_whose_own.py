"""What somebody has is that one's alone, where only "his" or "her" says so."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("一个男人和一个女人在咖啡馆喝咖啡 => 她的咖啡换成果汁", "改了：果汁——换掉了咖啡"),
        ("爸爸妈妈各撑一把伞 => 他的伞去掉", "改了：爸爸——站着。去掉了：右边的伞"),
        ("a man and a woman in a cafe drinking coffee => swap his coffee for juice", "Changed: juice – instead of coffee"),
        ("a bride and groom in front of a church => his suit navy blue", "Changed: tuxedo – navy"),
        ("a bride and groom in front of a church => change her shirt to green", "Added: shirt – green, worn by the bride"),
    ],
)  # fmt: skip
def test_it_is_the_only_womans_or_mans(talked: str, told: str) -> None:
    answer = talk(talked)[-1]
    assert (answer.told, answer.notes) == (told, ())

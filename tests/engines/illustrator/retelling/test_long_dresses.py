"""Long dresses reach the ground, and come in place of short ones; hands are put up however it is said."""

from __future__ import annotations

import numpy as np
import pytest

from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.raster import rasterise
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.sprites.tailor import cut, kind_cut
from tests.engines.illustrator.told import first_picture, talk


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("a woman => give her a red floor-length gown", "Added: long dress – red, worn by the woman"),
        ("a woman => put on a long floor length dress", "Added: long dress – worn by the woman"),
        ("a woman in a red dress => change it to a floor-length gown", "Changed: long dress – instead of dress, red"),
        ("a woman in a red dress => she should wear a long blue dress", "Changed: long dress – instead of dress, blue"),
        ("一个穿白裙子的女孩 => 换成拖地长裙", "改了：拖地长裙——换掉了裙子、白色"),
        ("一个穿白裙子的女孩 => 给她穿一条红色长裙", "改了：长裙——换掉了裙子、红色"),
        ("一个女人 => 穿一条及膝的裙子", "加了：裙子——在女人身上"),
        ("a boy => put a safety helmet on him", "Added: safety helmet – worn by the boy"),
        ("a girl => she puts her hands up in the air", "Changed: girl – raising both arms"),
        ("a boy => his hands above his head", "Changed: boy – raising both arms"),
        ("一个女孩 => 双手举过头顶", "改了：女孩——举起双手"),
    ],
)  # fmt: skip
def test_it_is_told_as_asked(talked: str, told: str) -> None:
    (answer,) = talk(talked)
    assert (answer.told, answer.notes) == (told, ())


def test_a_long_dress_reaches_the_feet() -> None:
    covered = []
    for wish in ("a woman in a dress", "a woman in a long dress", "一个穿长裙的女人"):
        scene = first_picture(wish)
        dress = next(one for one in scene.objects if one.kind == "dress")
        wearer = figure_of(next(one for one in scene.objects if one.kind == "woman"))
        body, _ = cut(kind_cut(dress), "#0000ff", wearer)
        painted = rasterise(UNIT, UNIT, body)
        blue = (painted[..., 2] > 120) & (painted[..., 0] < 90)
        covered.append(int(np.flatnonzero(blue.any(axis=1))[-1]))
    assert covered[0] + 8 < covered[1] == covered[2]

"""By how much something is to be larger or smaller."""

from __future__ import annotations

import re

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.retelling.manyfold import Factors, told_by_how_much
from paintover.engines.illustrator.staging.layout import arrange

LARGER = {
    2: """make it twice as big|double the size of the cat|make the cat double its size|把猫放大两倍|大一倍|把猫变成原来的两倍大|让它两倍大
        |Mach den Hund doppelt so groß|fais le chat deux fois plus grand|haz el gato el doble de grande|faz o cachorro duas vezes maior
        |rendi il gatto due volte più grande|maak de kat twee keer zo groot|сделай кота вдвое больше|猫を2倍にして|고양이를 두 배로 크게 해줘
        |اجعل القطة ضعف حجمها""",
    3: "three times bigger car|mach ihn dreimal so groß|把猫变大三倍",
    1.5: "放大到150%|make it 50% bigger|scale the cat to 150%",
}
SMALLER = {
    0.5: """make the cake half the size|shrink the cat by half|猫缩小一半|把树变成一半大小|Mach die Katze halb so groß|rends le chat deux fois plus petit
        |haz el perro la mitad de grande|deixa o gato com metade do tamanho|rendi il cane grande la metà|maak de hond half zo groot
        |сделай кота в два раза меньше|猫を半分の大きさにして|고양이를 절반 크기로 줄여줘""",
}
NO_FACTORS = "twice as many|half of them red|数量增加一倍|make the cat twice as big as the dog|让猫比狗大两倍|2 cats|half a melon"


def _said(table: dict[float, str]) -> list[tuple[str, float]]:
    return [(one, factor) for factor, told in table.items() for one in re.split(r"\s*\|", told)]


@pytest.mark.parametrize(
    ("wish", "factor", "large"),
    [(*one, True) for one in _said(LARGER)] + [(*one, False) for one in _said(SMALLER)],
)
def test_tells_a_factor_plainly_and_keeps_it(wish: str, factor: float, large: bool) -> None:
    told, factors = told_by_how_much(wish)
    assert factors == (Factors(larger=(factor,)) if large else Factors(smaller=(factor,)))
    assert told != wish


@pytest.mark.parametrize("wish", NO_FACTORS.split("|"))
def test_leaves_numbers_and_comparisons_alone(wish: str) -> None:
    assert told_by_how_much(wish) == (wish, Factors())


@pytest.mark.parametrize(
    ("picture", "wish", "of", "factor", "noted"),
    [
        ("a cat on a sofa", "make it twice as big", "o2", 2.0, False),
        ("a cat and a dog", "make the cat half the size", "o1", 0.5, False),
        ("a cat and a dog", "make the cat ten times as big", "o1", None, True),
        ("a boy holding a balloon", "make the balloon twice as big", "o2", None, True),
    ],
)
def test_is_as_large_as_said_or_says_how_large(
    picture: str, wish: str, of: str, factor: float | None, noted: bool
) -> None:
    before = arrange(compose_scene(picture, ratio="1:1", seed=7, language="en").scene)
    composed = edit_scene(wish, [before], ratio="1:1", seed=7, language="en")
    after = arrange(composed.scene, former=composed.former)
    if factor is not None:
        assert after.layout[of].scale == pytest.approx(factor * before.layout[of].scale, rel=0.02)
    assert any("% of its size" in note for note in composed.notes) is noted

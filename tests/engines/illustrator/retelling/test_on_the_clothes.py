"""What comes onto the clothes that somebody is drawn in sits on their chest; what cannot be there is refused."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("a man in a park => put a badge on his jacket", "Added: badge – worn by the man"),
        ("a girl in a garden => pin a flower on her dress", "Added: flower – worn by the girl"),
        (
            "a mechanic in a garage => put a name tag on his overalls",
            "Added: name tag – worn by the mechanic",
        ),
        ("一个男人 => 胸前别个徽章", "加了：徽章——在男人身上"),
        ("一个男人 => 衣服上别朵花", "加了：花——在男人身上"),
        ("一个女孩 => 裙子上印个心", "加了：爱心——在女孩身上"),
        ("a man in a blue jacket => put a badge on his jacket", "Added: badge – on the jacket"),
    ],
)
def test_on_the_chest(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told


@pytest.mark.parametrize(
    ("talked", "why"),
    [
        ("a girl in a garden => draw a butterfly on her dress", "dress"),
        ("一个小女孩 => 裙子上画只蝴蝶", "裙子"),
        ("a chef in a kitchen => there's a stain on his apron", "stain"),
        ("a mechanic => take his cap off", "cap"),
        ("a santa claus => shave his beard", "beard"),
        ("一个海盗 => 胡子刮掉", "胡子"),
    ],
)
def test_refused_with_the_reason(talked: str, why: str) -> None:
    answer = talk(talked)[-1]
    assert why in answer.told
    assert not answer.told.startswith(("Added", "加了"))
    assert "no " + why not in answer.told.lower()
    assert "没有" + why not in answer.told

"""What passes between those who are there is done by them, and by nobody new; who is in no such pose is told so."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk

PARK = "a boy, a girl and a dog in a park"


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        (f"{PARK} => they should be arguing", "Changed: boy – fighting, angry; girl – fighting, angry"),
        (
            f"{PARK} => they should be arguing => now they should be talking",
            "Changed: boy – standing, turned to girl; girl – standing, turned to boy",
        ),
        (f"{PARK} => have them look at the dog", "Changed: boy – turned to dog; girl – turned to dog"),
        (
            f"{PARK} => have him hand her a flower",
            "Changed: boy – holding something out, beside the girl. Added: flower – held by the boy",
        ),
        (f"{PARK} => have him give the dog a bone", "Added: bone – held by the dog"),
        (f"{PARK} => have her pour him some tea", "Added: teapot – held by the girl"),
        (f"{PARK} => she should be laughing at him", "Changed: girl – laughing, turned to boy"),
        (
            f"{PARK} => let them share a pizza",
            "Changed: boy – eating; girl – eating. Added: pizza × 2 – held by the boy and the girl",
        ),
        ("a man and a woman => they are dancing together now", "Changed: man – dancing; woman – dancing"),
        (
            "two men and a woman at a table => they should be arguing",
            "Changed: men × 2 – angry; woman – angry",
        ),
        (
            "a mom and a little boy with a balloon => he should be eating an ice cream instead of the balloon",
            "Changed: boy – eating. Added: ice cream – held by the boy. Removed: balloon",
        ),
    ],
)
def test_what_passes_between_them(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told


def test_whoever_can_not_fight_is_told() -> None:
    step = talk("a chef and a waiter in a kitchen => they should be fighting")[-1]
    assert step.notes == ("I can't draw “waiter” in that pose; drawn as usual",)

"""People who lie on the belly and look at us: the chin over the folded arms, the body to the right, the feet in the air; and
who crawls on hands and knees."""

from __future__ import annotations

from paintover.engines.illustrator.colour import darker
from paintover.engines.illustrator.sprites.limbs import KEYS, Build, Cloth, Limbs, Point

PRONE, CRAWL = "prone", "crawl"
"""The poses."""
LOW = frozenset({PRONE, CRAWL})
_MIDDLE, _CHIN = 36.0, {PRONE: 106.0, CRAWL: 94.0}
"""Where the head's middle and its chin are."""
_HANDS: tuple[Point, Point] = ((17.0, 118.0), (55.0, 119.0))
_ELBOWS: tuple[Point, Point] = ((9.0, 108.0), (66.0, 111.0))
_HELD: Point = (36.0, 117.0)
"""Where what is read or written on lies, between the hands."""


def head_at(build: Build, pose: str) -> tuple[float, float, float]:
    """Scale and shift of a head that was laid on the upright body of that build."""
    scale = 0.9 if build.head < 0.6 else 0.76
    return scale, _MIDDLE - 64 * scale, _CHIN[pose] - build.top * scale


def low_limbs(build: Build, cloth: Cloth, pose: str) -> Limbs:
    """The body without its head."""
    return _crawling(build, cloth) if pose == CRAWL else _prone(build, cloth)


_PALMS: tuple[Point, Point] = ((30.0, 119.0), (56.0, 120.0))
_SHOULDERS: tuple[Point, Point] = ((34.0, 97.0), (54.0, 98.0))


def _crawling(build: Build, cloth: Cloth) -> Limbs:
    """On hands and knees."""
    behind = "".join(
        (
            _leg(cloth, build, (90, 102), (84, 118), (104, 119)),
            f'<path d="M24 98Q26 84 50 82Q76 78 98 82Q114 86 112 98Q109 108 94 108H40Q26 108 24 98Z" fill="{cloth.shirt}"/>',
            f'<path d="M84 80.500Q104 80 112 90Q115 100 106 106Q100 109 86 108Q92 94 84 80.500Z" fill="{cloth.trousers}"/>',
            _leg(cloth, build, (101, 101), (98, 119), (119, 120)),
        )
    )
    far, near = (
        _forearm(cloth, build, shoulder, palm) for shoulder, palm in zip(_SHOULDERS, _PALMS, strict=True)
    )
    hands = "".join(
        f'<ellipse cx="{x - 1.5:g}" cy="{y + 2:g}" rx="{build.wide * 0.62:.1f}" ry="{build.wide * 0.42:.1f}" fill="{cloth.skin}"/>'
        for x, y in _PALMS
    )
    return Limbs(
        behind + far + near, hands, hands, _PALMS[0], _PALMS[1], (42.0, 112.0), 124.0, (119.0, 118.0)
    )


def _prone(build: Build, cloth: Cloth) -> Limbs:
    behind = "".join(
        (
            _leg(cloth, build, (94, 110), (118, 114), (103, 80)),
            f'<path d="M20 108Q26 94 50 92Q76 92 96 98Q110 102 108 116Q106 124 92 124H34Q20 122 20 108Z" fill="{cloth.shirt}"/>',
            f'<path d="M82 95Q96 97 104 102Q110 108 107 117Q104 124 92 124H80Q86 110 82 95Z" fill="{cloth.trousers}"/>',
            _leg(cloth, build, (96, 116), (114, 118), (119, 84)),
        )
    )
    arms = "".join(_forearm(cloth, build, elbow, hand) for elbow, hand in zip(_ELBOWS, _HANDS, strict=True))
    hands = "".join(
        f'<circle cx="{x}" cy="{y}" r="{build.wide * 0.52:.1f}" fill="{cloth.skin}"/>' for x, y in _HANDS
    )
    return Limbs(behind, arms + hands, hands, _HANDS[0], _HANDS[1], _HELD, 124.0, (119.0, 84.0))


def _line(points: tuple[Point, ...], colour: str, wide: float) -> str:
    path = "M" + "L".join(f"{x:g} {y:g}" for x, y in points)
    return f'<path d="{path}" stroke="{colour}" stroke-width="{wide:.1f}" stroke-linecap="round" stroke-linejoin="round" fill="none"/>'


def _leg(cloth: Cloth, build: Build, hip: Point, knee: Point, heel: Point) -> str:
    """A thigh on the ground and a shin that stands up, with its shoe."""
    points = hip, knee, heel
    edge = "" if cloth is KEYS else _line(points, darker(cloth.trousers, 0.2), build.leg + 1.2)
    shoe = f'<ellipse cx="{heel[0] - 2:g}" cy="{heel[1] - 4:g}" rx="8.5" ry="5.5" fill="{cloth.shoe}"/>'
    return f"{edge}{_line(points, cloth.trousers, build.leg)}{shoe}"


def _forearm(cloth: Cloth, build: Build, elbow: Point, hand: Point) -> str:
    points = elbow, hand
    edge = "" if cloth is KEYS else _line(points, darker(cloth.sleeve, 0.16), build.wide + 1.6)
    return f"{edge}{_line(points, cloth.sleeve, build.wide)}"

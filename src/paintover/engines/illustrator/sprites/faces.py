"""What makes a face of the emoji set one of a picture book: cheeks, and a light in each eye."""

from __future__ import annotations

import re

CHEEK = "#ff8f6b"
"""The paint of cheeks, which goes with the skin."""


_EYES = re.compile(
    r'<g fill="#(?:404040|3f4040)">(?P<eyes>.*?)</g>|(?P<alone>(?:<(?:circle|ellipse)[^>]*fill="#(?:404040|3f4040)"[^>]*/>){2})',
    re.DOTALL,
)
_ROUND = re.compile(r"<(?:circle|ellipse)[^>]*/>")
_NUMBER = re.compile(r'\b(c[xy]|r[xy]?)="([\d.]+)"')


def bloom(face: str) -> str:
    """Cheeks and lights for a drawing that looks at us; "" where its eyes are not found."""
    found = _EYES.search(face)
    rounds = _ROUND.findall(found["eyes"] or found["alone"]) if found is not None else []
    eyes = [{name: float(value) for name, value in _NUMBER.findall(one)} for one in rounds]
    if len(eyes) != 2 or not all("cx" in eye and "cy" in eye for eye in eyes):
        return ""
    apart, drawn = abs(eyes[0]["cx"] - eyes[1]["cx"]), ""
    for eye in eyes:
        x, y, radius = eye["cx"], eye["cy"], eye.get("rx", eye.get("r", 6.0))
        out = -1 if x == min(one["cx"] for one in eyes) else 1
        drawn += (
            f'<ellipse cx="{x + out * 0.13 * apart:.1f}" cy="{y + 0.38 * apart:.1f}" rx="{0.18 * apart:.1f}" ry="{0.125 * apart:.1f}" fill="{CHEEK}" opacity=".5"/>'
            f'<circle cx="{x - 0.30 * radius:.1f}" cy="{y - 0.36 * radius:.1f}" r="{0.34 * radius:.1f}" fill="#fff" opacity=".92"/>'
        )
    return drawn

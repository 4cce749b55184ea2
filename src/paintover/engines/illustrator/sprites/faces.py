"""What makes a face of the emoji set one of a picture book: cheeks, and a light in each eye."""

from __future__ import annotations

import re
from zlib import crc32

CHEEK = "#ff8f6b"
"""The paint of cheeks, which goes with the skin."""


_EYES = re.compile(
    r'<g fill="#(?:404040|3f4040)">(?P<eyes>.*?)</g>|(?P<alone>(?:<(?:circle|ellipse)[^>]*fill="#(?:404040|3f4040)"[^>]*/>){2})',
    re.DOTALL,
)
_ROUND = re.compile(r"<(?:circle|ellipse)[^>]*/>")
_NUMBER = re.compile(r'\b(c[xy]|r[xy]?)="([\d.]+)"')


_FACE = re.compile(r'<path fill="#ffca28" d="(?P<outline>[^"]+)"/>')
"""The faces of the set, and other skin; the last before the eyes is the face."""


def bloom(face: str) -> str:
    """A drawing that looks at us with cheeks and lights; as it is where its eyes are not found.

    Cheeks lie on the face, below whatever hair falls over it, and reach nowhere beyond it.
    """
    found = _EYES.search(face)
    rounds = _ROUND.findall(found["eyes"] or found["alone"]) if found is not None else []
    eyes = [{name: float(value) for name, value in _NUMBER.findall(one)} for one in rounds]
    if found is None or len(eyes) != 2 or not all("cx" in eye and "cy" in eye for eye in eyes):
        return face
    apart, cheeks, lights = abs(eyes[0]["cx"] - eyes[1]["cx"]), "", ""
    for eye in eyes:
        x, y, radius = eye["cx"], eye["cy"], eye.get("rx", eye.get("r", 6.0))
        out = -1 if x == min(one["cx"] for one in eyes) else 1
        cheeks += f'<ellipse cx="{x + out * 0.13 * apart:.1f}" cy="{y + 0.38 * apart:.1f}" rx="{0.18 * apart:.1f}" ry="{0.125 * apart:.1f}" fill="{CHEEK}" opacity=".5"/>'
        lights += f'<circle cx="{x - 0.30 * radius:.1f}" cy="{y - 0.36 * radius:.1f}" r="{0.34 * radius:.1f}" fill="#fff" opacity=".92"/>'
    skins = list(_FACE.finditer(face, 0, found.start()))
    if not skins:
        return f"{face}{cheeks}{lights}"
    skin = skins[-1]
    mark = f"cheeks-{crc32(skin['outline'].encode()):x}"
    on_it = f'<clipPath id="{mark}"><path d="{skin["outline"]}"/></clipPath><g clip-path="url(#{mark})">{cheeks}</g>'
    return f"{face[: skin.end()]}{on_it}{face[skin.end() :]}{lights}"

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


_STRANDS = {
    "girl": ("#7a5846", "M62 21C54 34 40 42 27 46C20 50 17 58 16.500 68M59 16C46 28 32 34 22 42M54 11C40 16 28 24 21 36M66 21C74 34 88 42 101 46C108 50 111 58 111.500 68M69 16C82 28 96 34 106 42M74 11C88 16 100 24 107 36"),
    "boy": ("#7a5846", "M66 9C46 14 34 28 31 42M61 8C38 12 23 28 19 50M71 9C58 20 53 36 58 53M75 10C66 24 66 42 73 54M81 11C79 26 85 40 91 49M87 13C91 26 98 38 103 47M93 16C103 25 110 38 112 56"),
    "man": ("#7a5846", "M41 35C38 26 44 16 54 10M53 36C51 26 57 16 66 9M65 36C65 27 69 18 76 10M77 36C79 28 81 20 86 14M88 35C91 29 92 23 94 18M29 40C24 33 27 24 34 16M99 40C104 33 103 26 101 22"),
    "woman": ("#7a5846", "M76 32C66 42 46 50 31 53C23 56 20 68 21 92M74 27C60 36 40 42 26 48C17 56 15 76 17 104M71 20C54 24 34 32 22 46M80 32C86 44 94 50 101 55C107 62 107 78 106 104M82 26C90 36 100 42 107 52C112 62 112 80 111 96M84 19C94 24 104 32 109 42"),
    "old-woman": ("#8d8d8d", "M60 22C50 30 38 32 30 40C24 46 22 54 21.500 62M54 20C42 24 32 28 26 36M68 22C78 30 90 32 98 40C104 46 106 54 106.500 62M74 20C86 24 96 28 102 36M46 12C54 8 74 8 82 12M42 18C52 13 76 13 86 18"),
}  # fmt: skip
"""By face, the paint and the course of the lines between the locks of its hair."""
_COMBED = re.compile(r'<g class="strands">.*?</g>')


def combed(name: str, face: str) -> str:
    """A drawing with the strands of its hair where it is a plain face."""
    known = _STRANDS.get(name)
    if known is None:
        return face
    paint, course = known
    return f'{face}<g class="strands"><path d="{course}" stroke="{paint}" stroke-width="1.200" stroke-linecap="round" fill="none" opacity=".6"/></g>'


def combed_out(body: str) -> str:
    """A drawing without the strands of its hair."""
    return _COMBED.sub("", body)

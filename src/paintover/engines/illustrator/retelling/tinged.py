"""A step lighter or darker than something is: "make the dress a bit darker", "a lighter blue", "her scarf should be paler".

The sky and the ground have their own steps (`lights.py`), somebody's skin has (`editing/skin.py`), and the picture as a whole
(`whole.py`).
"""

from __future__ import annotations

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.colour import PAINTS
from paintover.engines.illustrator.retelling.others import named_in
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.stock import colour_of
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_STEP = r"(?:(?:just )?(?:a (?:bit|little|touch|tad|lot|shade|few shades)|slightly|somewhat|much|even) )?"
_HOW = r"(?P<how>lighter|paler|brighter|darker|deeper)"
_OF = rf"(?:an? )?{_STEP}{_HOW}(?: (?:shade|tone|colou?r))?(?: of)?(?: (?P<colour>[a-z]+))?(?: (?:colou?r|shade|tone))?"
_WHAT = r"(?P<what>(?:the|his|her|its|their|all the|both) (?![a-z' -]*\b(?:skin|hair|fur|eyes|face)\b)[a-z' -]{2,30}?)"
_SO = Pattern(
    rf"(?:(?:please|now|and|also) )*(?:(?:make|paint|turn|colou?r|dye) {_WHAT.replace('<what>', '<made>')}|{_WHAT} (?:should|must|could|needs to|has to|ought to) be) {_OF}(?: please)?[.!]?"
)


def told_of_its_shade(prompt: str, base: Scene) -> str:
    """The wish with the colour that the thing is to have by then.

    Raises:
        NotDrawable: it is as light, or as dark, as its colour can be.
    """
    match = _SO.fullmatch(prompt.strip())
    if match is None:
        return prompt
    what = match["made"] or match["what"]
    named = [one for one in named_in(what, base) if not is_somebody(one.kind)]
    if not named:
        return prompt
    tinge = "dark" if match["how"].lower() in ("darker", "deeper") else "light"
    told = (match["colour"] or "").lower()
    if told and told not in PAINTS:
        return prompt
    return f"make {what} {_a_step(named[-1], tinge, told)}"


def _a_step(one: Thing, tinge: str, told: str) -> str:
    """The colour that is a step lighter or darker than its own, as one says it.

    Raises:
        NotDrawable: there is none.
    """
    now = colour_of(one)
    if told and told != now.rpartition("-")[2]:
        return f"{tinge} {told}"
    then = a_step(now, tinge)
    if then is None:
        raise NotDrawable(
            f"The {one.label} is as {tinge} as its colour can be; name another, for example “make it {'white' if tinge == 'light' else 'black'}”"
        )
    return then.replace("-", " ")


def a_step(colour: str, tinge: str) -> str | None:
    """The name of the colour that is a step lighter (``light``) or darker (``dark``); None where there is none."""
    before, _, plain = colour.rpartition("-")
    if plain in _ENDS:
        end, other = _ENDS[plain]
        return other if end != tinge else None
    if before == tinge:
        return {"light-grey": "white", "dark-grey": "black"}.get(colour)
    return plain if before else f"{tinge}-{plain}"


_ENDS = {
    "white": ("light", "light-grey"),
    "black": ("dark", "dark-grey"),
    "navy": ("dark", "blue"),
    "maroon": ("dark", "red"),
    "teal": ("dark", "green"),
    "violet": ("light", "purple"),
    "beige": ("light", "light-brown"),
}
"""Colours that are light or dark by themselves, and what is a step the other way."""

"""Clothes cut to their wearer: the garment follows the wearer's own outline, so that it fits every figure.

All shapes are in the wearer's unit square.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from paintover.engines.illustrator.colour import darker, lighter
from paintover.engines.illustrator.scene import Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.beards import BEARDS
from paintover.engines.illustrator.sprites.belts import BELT, LEATHER, belt_round
from paintover.engines.illustrator.sprites.capes import cape_on_an_animal, hood_of
from paintover.engines.illustrator.sprites.figures import Figure
from paintover.engines.illustrator.sprites.hair import HAIR, cut_hair, place_of_the_face
from paintover.engines.illustrator.sprites.jackets import (
    apron_upright,
    jacket_in_profile,
    scarf_under_a_face,
    vest_upright,
)
from paintover.engines.illustrator.sprites.on_four_legs import shirt_on_four_legs, trousers_on_four_legs
from paintover.engines.illustrator.sprites.patterns import Pattern, tile
from paintover.engines.illustrator.sprites.raster import Extent, rasterise
from paintover.engines.illustrator.sprites.slings import ARM_CAST, PLASTER, arm_in_plaster
from paintover.engines.illustrator.sprites.tresses import MOUTH
from paintover.engines.illustrator.sprites.wardrobe import Wearer, gloves_on, wardrobe, worn_by

_CUTS = {
    "dress-shirt": frozenset({"shirt", "dress shirt", "衬衫", "衬衣"}),
    "clothes": frozenset({"clothes", "clothing", "outfit", "衣服", "衣裳", "上衣"}),
}
"""By cut, what a shirt is called that has it."""
_GOWN = "gown"
_GOWNS = frozenset(
    {
        _GOWN, "long dress", "floor-length dress", "floor length dress", "full-length dress", "ankle-length dress", "maxi dress",
        "floor-length gown", "floor length gown", "long gown", "evening gown", "evening dress", "ball gown", "长裙", "长连衣裙", "拖地长裙", "拖地裙", "晚礼服", "礼服裙",
    }
)  # fmt: skip
"""What a dress is called that reaches the ground."""
GARMENTS = {
    **{kind: garment.paint for kind, garment in wardrobe().items() if kind not in {*_CUTS, _GOWN}},
    **HAIR,
    "scarf": "#d5443c",
    "neckerchief": "#d8322f",
    "gloves": "#5d7fb3",
    ARM_CAST: PLASTER,
    BELT: LEATHER,
}
"""Kinds that are cut to their wearer, and their usual paint."""
COLLARS = {"pet-collar": "#d8322f", "bell": "#f2b632"}
"""What goes around a neck where it is worn, and is a thing of its own elsewhere, and its usual paint."""
_FRONTS = {"vest": vest_upright, "apron": apron_upright}
"""What has no sleeves, and how it is cut for those that stand up."""
_STRAP = "#9a6238"
"""The strap of a bell."""
LEGWEAR = frozenset({"jeans", "shorts"})
_FINE = 4
"""Steps of an outline in one unit."""

Mask = npt.NDArray[np.bool_]


def is_garment(thing: Thing) -> bool:
    """Whether it is worn on the body, and does not lie on a bed, or over a chair."""
    rel = thing.rel
    if rel is None or rel.type not in ("wear", "on", "cover") or (rel.type == "on" and rel.part is None):
        return False
    if thing.kind in BEARDS:
        return rel.type == "wear" and rel.part in ("neck", "face")
    return thing.kind in GARMENTS or (thing.kind in COLLARS and rel.part == "neck")


def is_gown(kind: str, label: str) -> bool:
    """Whether it is a dress that is called a long one."""
    return kind == "dress" and label.lower() in _GOWNS


def kind_cut(garment: Thing) -> str:
    """The cut of a garment: a shirt has a collar and long sleeves, which a T-shirt has not; clothes are cut as those that
    everybody has on."""
    if is_gown(garment.kind, garment.label) and not garment.says:
        return _GOWN
    if garment.kind != "shirt" or garment.says:
        return garment.kind
    return next((cut for cut, labels in _CUTS.items() if garment.label.lower() in labels), garment.kind)


def usual_paint(kind: str) -> str:
    """The paint of a garment of which nobody said the colour."""
    kind = "shirt" if kind in _CUTS else "dress" if kind == _GOWN else kind
    return GARMENTS[kind] if kind in GARMENTS else COLLARS[kind]


def cut(kind: str, paint: str | None, wearer: Figure, pattern: Pattern | None = None) -> tuple[str, Extent]:
    """The garment as SVG elements, and what it may cover of the wearer's square."""
    colour = paint or usual_paint(kind)
    if kind in COLLARS:
        return _collar(kind, wearer, colour)
    if kind == "scarf":
        return _scarf(wearer, colour, pattern)
    if kind == BELT:
        return belt_round(wearer, _outline(wearer.body), colour, upright=_stands_up(wearer))
    if kind in HAIR:
        return cut_hair(kind, paint, wearer)
    if kind == "gloves":
        return gloves_on(wearer.hands, colour)
    if kind == ARM_CAST and wearer.regions:
        return arm_in_plaster(wearer, colour)
    if kind in ("neckerchief", ARM_CAST):
        return _neckerchief(wearer, colour)
    print_ = _print(pattern, 0.16 * wearer.anchors.head + 3)
    if kind == "hooded-cape" and wearer.anchors.front:
        body, extent = cut("cape", colour, wearer, pattern)
        return hood_of(wearer, colour, body, extent)
    if wearer.regions:
        seat = wearer.anchors.seat or (64.0, wearer.extent[3] - 25)
        return worn_by(
            kind, paint, Wearer(wearer.regions, wearer.anchors.neck[1], seat[1], wearer.extent), print_
        )
    if "cape" in kind:
        return cape_on_an_animal(_outline(wearer.body), wearer, colour, upright=_stands_up(wearer))
    skirted, called, kind = wardrobe()[kind].skirt > 0, kind, wardrobe()[kind].like
    if kind == "boots":
        return _boots(wearer, colour)
    legged = kind in LEGWEAR and not skirted
    if legged and (
        worn := trousers_on_four_legs(wearer, _outline(wearer.body), colour, print_, short=kind == "shorts")
    ):
        return worn
    if called in _FRONTS and _stands_up(wearer):
        return _FRONTS[called](wearer, _outline(wearer.body), colour, print_)
    before = wearer.anchors.front and not _stands_up(wearer)  # the face before the trunk
    if (kind == "shirt" and not before and called not in _FRONTS) and (
        worn := shirt_on_four_legs(wearer, _outline(wearer.body), colour, print_)
    ):
        return worn
    if not _stands_up(wearer):
        form = called if called in _FRONTS else kind
        if kind not in LEGWEAR and (
            worn := jacket_in_profile(form, wearer, _outline(wearer.body), colour, print_)
        ):
            return worn
        return _on_all_fours(called if called == "apron" else kind, wearer, colour, print_)
    return _upright(kind, wearer, colour, print_)


def _print(pattern: Pattern | None, size: float) -> str:
    """The pattern over the whole square, to be clipped to the cloth."""
    if pattern is None:
        return ""
    woven = tile("k", pattern, pattern.paints, size, 0.0)
    return f'<defs>{woven}</defs><rect width="{UNIT}" height="{UNIT}" fill="url(#k)"/>'


def _stands_up(wearer: Figure) -> bool:
    """Whether its trunk is upright: it looks at us, or is a penguin. Who only turns the head to us stands on all fours."""
    left, _, right, _ = wearer.extent
    aside = abs(wearer.anchors.eye[0] - (left + right) / 2) > _HEAD_ASIDE * wearer.width
    return (wearer.anchors.front and not (aside and wearer.width > 0.92 * wearer.height)) or (
        wearer.height > 1.5 * wearer.width
    )


_HEAD_ASIDE = 0.21
"""How far from the middle of the body a face is that looks at us from its end, in breadths of the body."""


@lru_cache(maxsize=64)
def _outline(body: str) -> Mask:
    """What a figure covers, `_FINE` steps a unit."""
    side = UNIT * _FINE
    return rasterise(side, side, f'<g transform="scale({_FINE})">{body}</g>')[..., 3] > 110


def _path(mask: Mask) -> str:
    """A path around the set steps, row by row."""
    parts = []
    step = 1 / _FINE
    for row in np.flatnonzero(mask.any(axis=1)):
        edges = np.flatnonzero(np.diff(np.concatenate(([0], mask[row].astype(np.int8), [0]))))
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            parts.append(
                f"M{start * step:g} {row * step:g}h{(end - start) * step:g}v{step * 1.6:g}h{(start - end) * step:g}z"
            )
    return "".join(parts)


def _clipped(mask: Mask, details: Iterable[str], colour: str) -> str:
    """The cloth of that shape with details drawn on it and nowhere else."""
    path = _path(mask)
    return (
        f'<defs><clipPath id="c"><path d="{path}"/></clipPath></defs><path d="{path}" fill="{colour}"/>'
        f'<g clip-path="url(#c)">{"".join(details)}</g>'
    )


def _grown(mask: Mask, steps: int) -> Mask:
    """The mask with a margin, as cloth is thicker than skin."""
    grown = mask.copy()
    for by in range(1, steps + 1):
        grown[:, by:] |= mask[:, :-by]
        grown[:, :-by] |= mask[:, by:]
    return grown


def _extent_of(mask: Mask) -> Extent:
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not rows.size:
        return (0.0, 0.0, float(UNIT), float(UNIT))
    left, right, top, bottom = columns[0], columns[-1] + 1, rows[0], rows[-1] + 2
    return left / _FINE, top / _FINE, right / _FINE, bottom / _FINE


def _upright(kind: str, wearer: Figure, colour: str, print_: str) -> tuple[str, Extent]:
    """For those that stand and look at us: from the neck, or from the hips, down to the hem."""
    anchors, outline = wearer.anchors, _outline(wearer.body)
    neck, foot = anchors.neck[1], wearer.extent[3]
    long = foot - neck
    hips = neck + 0.56 * long
    top, hem = {
        "shirt": (neck - 1, hips + 0.06 * long),
        "coat": (neck - 1, neck + 0.80 * long),
        "dress": (neck, neck + 0.84 * long),
        "kimono": (neck - 1, neck + 0.90 * long),
        "jeans": (hips, neck + 0.92 * long),
        "shorts": (hips, neck + 0.76 * long),
    }[kind]
    y, x = np.mgrid[0 : UNIT * _FINE, 0 : UNIT * _FINE] / _FINE
    middle = anchors.neck[0]
    mask = _grown(outline, 5) & (y >= top) & (y < hem)
    hand = np.hypot(np.abs(x - middle) - abs(anchors.hand[0] - middle), y - anchors.hand[1])
    mask &= (hand > 6.5) | (y < hips - 0.1 * long)
    waist = neck + 0.42 * long
    half = min(0.20 * long + 6, 0.42 * wearer.width)
    if kind in ("dress", "kimono", "coat"):
        flare = {"dress": 0.52, "kimono": 0.18, "coat": 0.20}[kind]
        flare = min(flare, max(0.02, (0.64 * wearer.width - half) / (hem - waist)))
        skirt = (
            (y >= waist)
            & (y < hem - 1.5 * np.cos((x - middle) * 0.5))
            & (np.abs(x - middle) < half + flare * (y - waist))
        )
        mask |= skirt
    dark, light = darker(colour, 0.30), lighter(colour, 0.30)
    details = [print_, _folds(middle, waist if kind not in LEGWEAR else hips, hem, half, dark)]
    if kind in ("coat", "kimono"):
        details.append(
            f'<path d="M{middle - 13} {top - 2}L{middle} {waist}L{middle + 13} {top - 2}L{middle + 7} {top - 4}L{middle} {top + 8}L{middle - 7} {top - 4}Z" fill="{light}"/>'
            f'<path d="M{middle} {waist}V{hem + 4}" stroke="{dark}" stroke-width="1.4" fill="none"/>'
        )
    if kind == "coat":
        details += [
            f'<circle cx="{middle + 4}" cy="{waist + 6 + 9 * k}" r="1.7" fill="{darker(colour, 0.55)}"/>'
            for k in range(3)
        ]
    if kind in ("dress", "kimono", "coat"):
        sash = 7 if kind == "kimono" else 3.6
        details.append(
            f'<rect x="{middle - 40}" y="{waist - sash / 2}" width="80" height="{sash}" fill="{light if kind != "coat" else dark}" opacity=".9"/>'
        )
    if kind == "shirt":
        details.append(
            f'<path d="M{middle - 9} {top}Q{middle} {top + 11} {middle + 9} {top}" fill="{light}"/>'
        )
    if kind == "dress":
        details.append(
            f'<path d="M0 {hem - 3}H128V{hem + 4}H0Z" fill="{light}" opacity=".8"/>'
            f'<path d="M{middle - 8} {top - 1}Q{middle} {top + 9} {middle + 8} {top - 1}" fill="{light}"/>'
        )
    return _clipped(mask, details, colour), _extent_of(mask)


def _folds(middle: float, top: float, hem: float, half: float, dark: str) -> str:
    return "".join(
        f'<path d="M{middle + share * half * 0.6:.1f} {top + 3:.1f}Q{middle + share * half * 0.8:.1f} {(top + hem) / 2:.1f} {middle + share * half * 1.15:.1f} {hem:.1f}" stroke="{dark}" stroke-width="1.5" fill="none" opacity=".35"/>'
        for share in (-0.8, -0.3, 0.35, 0.85)
    )


def _on_all_fours(kind: str, wearer: Figure, colour: str, print_: str) -> tuple[str, Extent]:
    """For those in profile: from the neck to the loins, down to the belly."""
    outline, anchors = _outline(wearer.body), wearer.anchors
    start = anchors.neck[0] + 0.04 * anchors.head
    span = wearer.extent[2] - start
    first, last = (
        (start, start + 0.60 * span) if kind not in LEGWEAR else (start + 0.45 * span, start + 0.82 * span)
    )
    columns = range(int(first * _FINE), min(UNIT * _FINE, int(last * _FINE)))
    withers = int((anchors.back[1] - 7) * _FINE)  # a mane is not covered
    runs = {c: _longest_run(outline[:, c]) for c in columns if outline[:, c].any()}
    runs = {c: (max(top, withers), end) for c, (top, end) in runs.items() if end > withers}
    tops = {c: top for c, (top, _) in runs.items()}
    ends = [end for _, end in runs.values()]
    belly = int(np.percentile(ends, 30)) if ends else int(wearer.extent[3] * _FINE * 0.7)
    drop = {"dress": 5, "kimono": 4, "jeans": 14, "shorts": 6}.get(kind, 1) * _FINE
    mask = np.zeros_like(outline)
    for column, (top, end) in runs.items():
        mask[top:end, column] = True
    mask[belly + drop :] = False
    y, x = np.mgrid[0 : UNIT * _FINE, 0 : UNIT * _FINE] / _FINE
    (ex, ey), (nx, ny) = anchors.eye, anchors.nose
    mask &= (
        np.hypot(x - ex - 0.3 * (ex - nx), y - ey - 0.3 * (ey - ny)) > 0.5 * anchors.head
    )  # the face stays free
    if kind == "apron":  # around the flank, and tied over the back
        waist = min(tops.values(), default=0)
        mask[: int(waist + _TIED * (belly - waist))] = False
        mask[:, int((last - 0.12 * span) * _FINE) :] = False
    grown = mask.copy()
    grown[:-3] |= mask[3:]
    grown[3:] |= mask[:-3] & (np.arange(UNIT * _FINE)[:-3, None] < belly + drop - 3)
    dark, light = darker(colour, 0.30), lighter(colour, 0.35)
    low, high = belly / _FINE, min(tops.values(), default=0) / _FINE
    details = [
        print_,
        f'<path d="M{first - 1:.1f} 0h4.500v128h-4.500zM{last - 3.5:.1f} 0h5v128h-5z" fill="{light}"/>',
        f'<path d="M0 {low + drop / _FINE - 3:.1f}H128V128H0Z" fill="{light}"/>',
        "".join(
            f'<path d="M{first + (last - first) * share:.1f} {high:.1f}Q{first + (last - first) * (share + 0.06):.1f} {(low + high) / 2:.1f} {first + (last - first) * share:.1f} {low + 8:.1f}" stroke="{dark}" stroke-width="1.400" fill="none" opacity=".35"/>'
            for share in (0.3, 0.55, 0.8)
        ),
    ]
    if kind == "coat":
        middle = (first + last) / 2
        details.append(
            f'<path d="M{middle - 3:.1f} {low - 12:.1f}h9v8h-9z" fill="{dark}" opacity=".55"/>'
            f'<path d="M{first:.1f} {low - 14:.1f}H128" stroke="{dark}" stroke-width="2.500" opacity=".5"/>'
        )
    if kind == "apron":
        return _tied_over_the_back(grown, _clipped(grown, details[:1], colour), outline, high, colour)
    return _clipped(grown, details, colour), _extent_of(grown)


_TIED = 0.5
"""How far down the trunk the apron of an animal begins."""


def _tied_over_the_back(
    shape: Mask, cloth: str, outline: Mask, high: float, colour: str
) -> tuple[str, Extent]:
    """An apron on a flank with its pocket, its hem, and the two ties that go over the back."""
    left, top, right, low = _extent_of(shape)
    upper = np.flatnonzero(shape[int((top + 2) * _FINE)]) / _FINE
    left, first = (float(upper[0]), left) if upper.size else (left, left)
    dark, third = darker(colour, 0.24), (right - left) / 3
    ties = "".join(
        f"M{x:.1f} {top + 3:.1f}Q{x + lean:.1f} {(top + high) / 2:.1f} {x + 2 * lean:.1f} {high - 2:.1f}"
        for x, lean in ((left + 3, 2), (right - 3, -2))
    )
    pocket = f"M{left + third:.1f} {top + 0.34 * (low - top):.1f}h{third:.1f}v{0.3 * (low - top):.1f}h{-third:.1f}z"
    return (
        f'<clipPath id="w"><path d="{_path(outline)}"/></clipPath><g clip-path="url(#w)">'
        f'<path d="{ties}" stroke="{dark}" stroke-width="5" fill="none"/><path d="{ties}" stroke="{colour}" stroke-width="3.4" fill="none"/></g>'
        f'{cloth}<path d="{pocket}M{left + 1:.1f} {top + 3:.1f}H{right - 1:.1f}" stroke="{dark}" stroke-width="1.4" fill="none" opacity=".8"/>'
    ), (first, high - 3, right, low)


def _longest_run(column: Mask) -> tuple[int, int]:
    """Start and end of the longest stretch that is covered: the trunk, not an ear above it."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], column.astype(np.int8), [0]))))
    starts, ends = edges[::2], edges[1::2]
    longest = int(np.argmax(ends - starts))
    return int(starts[longest]), int(ends[longest])


_BETWEEN_THE_FEET = 0.13
"""How far from the middle the feet of somebody begin who sits and looks at us, as a share of the breadth."""


def _boots(wearer: Figure, colour: str) -> tuple[str, Extent]:
    """On every foot that stands on the ground."""
    outline, foot = _outline(wearer.body), wearer.extent[3]
    high = min(0.15 * wearer.height, 16.0)
    y = np.arange(UNIT * _FINE, dtype=np.float64)[:, None] / _FINE
    mask = _grown(outline, 3) & (y > foot - high)
    below = mask[int((foot - 0.4 * high) * _FINE)]
    if _stands_up(wearer) and wearer.anchors.front and np.count_nonzero(np.diff(below.astype(np.int8))) <= 2:
        x = np.arange(UNIT * _FINE, dtype=np.float64)[None, :] / _FINE
        mask &= np.abs(x - wearer.foot[0]) > _BETWEEN_THE_FEET * wearer.width  # the lap of one that sits
    details = [
        f'<path d="M0 {foot - high:.1f}H128V{foot - high * 0.72:.1f}H0Z" fill="{darker(colour, 0.24)}"/>',
        f'<path d="M0 {foot - 2:.1f}H128V{foot + 2:.1f}H0Z" fill="{darker(colour, 0.4)}"/>',
    ]
    return _clipped(mask, details, colour), _extent_of(mask)


LAYERS = {
    "socks": 1,
    **dict.fromkeys(("shirt", "blouse", "dress", "kimono", "qipao", "hanfu", "swimsuit"), 1),
    **dict.fromkeys(("skirt", "overalls", "vest", "sweater", "hoodie"), 2),
    **dict.fromkeys(
        (
            "suit",
            "tuxedo",
            "jacket",
            "tang-jacket",
            "coat",
            "raincoat",
            "down-jacket",
            "lab-coat",
            "uniform",
            "space-suit",
            "robe",
        ),
        3,
    ),
    **dict.fromkeys(("apron", "cape", "life-vest"), 4),
    **dict.fromkeys(("neckerchief", "scarf", "pet-collar", "bell"), 5),
    **dict.fromkeys(BEARDS, 5),
    **dict.fromkeys(HAIR, 6),
    BELT: 4,
    "hooded-cape": 7,
    ARM_CAST: 8,
}
"""What is worn over what: the higher over the lower, 0 where nothing is said."""
ACCESSORIES = frozenset({"scarf", "neckerchief", "apron", "cape", "hooded-cape", ARM_CAST})
"""What is worn with anything."""
TIES = frozenset({"tie", "bow-tie"})
_USUAL = 1
"""The layer of what is on the body and nothing else is said of."""
_OPEN = 3
"""From this layer on something is worn open over the rest."""


def gives_way(old: str, new: str) -> bool:
    """Whether somebody who puts on a garment of the new kind has to take the old one off, or would not show the new one."""
    cuts = wardrobe()
    if old in TIES or new in TIES:
        return old in TIES and new in TIES
    if old not in cuts or new not in cuts:
        return False
    if ACCESSORIES & {old, new}:
        return old == new
    had, has = cuts[old], cuts[new]
    if "socks" in (had.shoes, has.shoes):
        return had.shoes == has.shoes
    if had.shoes != "none" or has.shoes != "none":
        return had.shoes != "none" and has.shoes != "none"
    if had.torso and has.torso:
        return LAYERS.get(new, _USUAL) <= LAYERS.get(old, _USUAL)
    if had.legs != "none" and has.legs != "none":
        return True
    below = (one.legs != "none" or one.skirt > 0 for one in (had, has))
    return all(below) and max(LAYERS.get(old, 0), LAYERS.get(new, 0)) < _OPEN


def _neckerchief(wearer: Figure, colour: str) -> tuple[str, Extent]:
    """A triangle tied in front, as pupils wear it."""
    (x, y), head = wearer.anchors.neck, wearer.anchors.head
    half, dark = 0.30 * head, darker(colour, 0.25)
    body = (
        f'<path d="M{x - half:.1f} {y - 0.06 * head:.1f}Q{x:.1f} {y + 0.16 * head:.1f} {x + half:.1f} {y - 0.06 * head:.1f}L{x + 0.07 * head:.1f} {y + 0.22 * head:.1f}H{x - 0.07 * head:.1f}Z" fill="{colour}" stroke="{dark}" stroke-width="{0.015 * head:.2f}"/>'
        f'<path d="M{x - 0.04 * head:.1f} {y + 0.18 * head:.1f}L{x - 0.20 * head:.1f} {y + 0.50 * head:.1f}L{x - 0.02 * head:.1f} {y + 0.42 * head:.1f}ZM{x + 0.04 * head:.1f} {y + 0.18 * head:.1f}L{x + 0.20 * head:.1f} {y + 0.50 * head:.1f}L{x + 0.02 * head:.1f} {y + 0.42 * head:.1f}Z" fill="{colour}" stroke="{dark}" stroke-width="{0.015 * head:.2f}"/>'
        f'<ellipse cx="{x:.1f}" cy="{y + 0.18 * head:.1f}" rx="{0.07 * head:.1f}" ry="{0.06 * head:.1f}" fill="{dark}"/>'
    )
    return body, (x - half - 2, y - 0.1 * head, x + half + 2, y + 0.55 * head)


def _collar(kind: str, wearer: Figure, colour: str) -> tuple[str, Extent]:
    """A band around the neck, no broader than that, with a bell at the throat."""
    anchors, outline = wearer.anchors, _outline(wearer.body)
    (x, y), head = anchors.neck, anchors.head
    band, bell = (colour, "#f2c53d") if kind == "pet-collar" else (_STRAP, colour)
    size = (0.10 if kind == "pet-collar" else 0.19) * head
    if _stands_up(wearer):
        half, sag = 0.48 * head, 0.16 * head
        curve = f"M{x - half:.1f} {y - 0.10 * head:.1f}Q{x:.1f} {y - 0.10 * head + 2 * sag:.1f} {x + half:.1f} {y - 0.10 * head:.1f}"
        throat = (x, y - 0.10 * head + sag)
    else:
        ax, ay, bx, by = x + 0.42 * head, y - 0.40 * head, x - 0.34 * head, y + 0.26 * head
        cx, cy = x + 0.20 * head, y + 0.22 * head
        curve = f"M{ax:.1f} {ay:.1f}Q{cx:.1f} {cy:.1f} {bx:.1f} {by:.1f}"
        throat = (0.12 * ax + 0.40 * cx + 0.48 * bx, 0.12 * ay + 0.40 * cy + 0.48 * by)
    line = 'fill="none" stroke-linecap="butt"'
    details = [
        f'<path d="{curve}" stroke="{darker(band, 0.3)}" stroke-width="{0.15 * head:.1f}" {line}/>',
        f'<path d="{curve}" stroke="{band}" stroke-width="{0.11 * head:.1f}" {line}/>',
    ]
    left, right = int((x - 0.8 * head) * _FINE), int((x + 0.8 * head) * _FINE)
    top, low = int((y - 0.6 * head) * _FINE), int((y + 0.6 * head) * _FINE)
    near = np.zeros_like(outline)
    near[max(0, top) : low, max(0, left) : right] = _grown(outline, 4)[
        max(0, top) : low, max(0, left) : right
    ]
    bx, by = throat[0], throat[1] + 0.9 * size
    drawn = _bell(bx, by, size, bell) if kind == "bell" else _tag(bx, by, size, bell)
    body = f'<defs><clipPath id="c"><path d="{_path(near)}"/></clipPath></defs><g clip-path="url(#c)">{"".join(details)}</g>{drawn}'
    reach = 0.9 * head
    return body, (x - reach, y - reach, x + reach, max(y + reach, by + 2 * size))


def _tag(x: float, y: float, size: float, paint: str) -> str:
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size:.1f}" fill="{paint}" stroke="{darker(paint, 0.35)}" stroke-width="{0.22 * size:.1f}"/>'
        f'<path d="M{x - 0.7 * size:.1f} {y:.1f}h{1.4 * size:.1f}M{x:.1f} {y + 0.2 * size:.1f}v{0.5 * size:.1f}" stroke="{darker(paint, 0.45)}" stroke-width="{0.2 * size:.1f}"/>'
    )


def _bell(x: float, y: float, size: float, paint: str) -> str:
    dark = darker(paint, 0.35)
    return (
        f'<circle cx="{x:.1f}" cy="{y + 1.25 * size:.1f}" r="{0.28 * size:.1f}" fill="{dark}"/>'
        f'<path d="M{x - 0.5 * size:.1f} {y - 0.8 * size:.1f}h{size:.1f}q{0.1 * size:.1f} {1.2 * size:.1f} {0.6 * size:.1f} {1.9 * size:.1f}h{-2.2 * size:.1f}q{0.5 * size:.1f} {-0.7 * size:.1f} {0.6 * size:.1f} {-1.9 * size:.1f}z" '
        f'fill="{paint}" stroke="{dark}" stroke-width="{0.14 * size:.1f}" stroke-linejoin="round"/>'
        f'<path d="M{x - 0.3 * size:.1f} {y - 0.4 * size:.1f}q0 {0.7 * size:.1f} {-0.25 * size:.1f} {1.1 * size:.1f}" stroke="#fff" stroke-width="{0.2 * size:.1f}" opacity=".6" fill="none" stroke-linecap="round"/>'
    )


def _scarf(wearer: Figure, colour: str, pattern: Pattern | None) -> tuple[str, Extent]:
    """Around the neck, with one end hanging."""
    anchors, outline = wearer.anchors, _outline(wearer.body)
    if anchors.front and not _stands_up(wearer):
        woven = "" if pattern is None else _print(pattern, 0.26 * anchors.head)
        return scarf_under_a_face(wearer, outline, colour, woven)
    x, y = anchors.neck
    head, dark, light = anchors.head, darker(colour, 0.28), lighter(colour, 0.30)
    if _stands_up(wearer):
        row = outline[min(UNIT * _FINE - 1, int((y + 1) * _FINE))]
        reach = np.flatnonzero(row)
        x = float(reach[0] + reach[-1]) / _FINE / 2 if reach.size and not anchors.front else x
        half = min(0.62 * head, max(0.30 * head, (reach[-1] - reach[0]) / _FINE / 2 if reach.size else 0.0))
        thick, sag = 0.27 * head, 0.16 * head
        if wearer.hair:  # of a person, whose mouth stays free
            _, face, k = place_of_the_face(wearer)
            y = max(y, face + MOUTH * k + thick * 0.6 - 0.5 * sag)
        band = (
            f"M{x - half:.1f} {y - thick * 0.6:.1f}Q{x:.1f} {y - thick * 0.6 + sag:.1f} {x + half:.1f} {y - thick * 0.6:.1f}"
            f"Q{x + half * 1.16:.1f} {y:.1f} {x + half * 0.94:.1f} {y + thick * 0.5:.1f}"
            f"Q{x:.1f} {y + thick * 0.5 + sag * 1.3:.1f} {x - half * 0.94:.1f} {y + thick * 0.5:.1f}Q{x - half * 1.16:.1f} {y:.1f} {x - half:.1f} {y - thick * 0.6:.1f}Z"
        )
        knot = (x + half * 0.45, y + thick * 0.5)
        pad = half * 1.2
    else:
        ax, ay = x + 0.30 * head, y - 0.36 * head
        bx, by = x - 0.26 * head, y + 0.24 * head
        wx, wy = 0.15 * head, 0.13 * head
        band = (
            f"M{ax - wx:.1f} {ay - wy:.1f}Q{x + wx:.1f} {y + wy:.1f} {bx - wx:.1f} {by - wy:.1f}"
            f"Q{bx - wx * 1.2:.1f} {by + wy:.1f} {bx + wx:.1f} {by + wy * 1.2:.1f}Q{x + wx * 3:.1f} {y + wy * 3:.1f} {ax + wx * 1.3:.1f} {ay + wy:.1f}Q{ax + wx:.1f} {ay - wy * 1.3:.1f} {ax - wx:.1f} {ay - wy:.1f}Z"
        )
        knot = (bx + wx * 0.6, by)
        pad = 0.6 * head
    kx, ky = knot
    wide, drop = 0.20 * head, min(0.62 * head, wearer.extent[3] - ky - 0.15 * head)
    tail = (
        f"M{kx - wide * 0.5:.1f} {ky:.1f}Q{kx - wide * 0.9:.1f} {ky + drop * 0.6:.1f} {kx - wide * 0.6:.1f} {ky + drop:.1f}"
        f"L{kx + wide * 0.7:.1f} {ky + drop * 0.96:.1f}Q{kx + wide * 0.7:.1f} {ky + drop * 0.5:.1f} {kx + wide * 0.6:.1f} {ky:.1f}Z"
    )
    fringe = "".join(
        f"M{kx - wide * 0.5 + wide * 0.28 * k:.1f} {ky + drop * 0.97:.1f}v{0.10 * head:.1f}" for k in range(5)
    )
    stripes = "".join(
        f'<path d="M{kx - wide:.1f} {ky + drop * share:.1f}h{wide * 2:.1f}" stroke="{light}" stroke-width="{0.055 * head:.1f}" clip-path="url(#t)"/>'
        for share in (0.66, 0.82)
    )
    woven = "" if pattern is None else tile("k", pattern, pattern.paints, 0.26 * head, 62.0)
    print_ = '<path d="{}" fill="url(#k)"/>' if woven else ""
    body = (
        f'<defs><clipPath id="t"><path d="{tail}"/></clipPath>{woven}</defs>'
        f'<path d="{tail}" fill="{darker(colour, 0.10)}"/>{print_.format(tail)}{stripes if pattern is None else ""}<path d="{fringe}" stroke="{colour}" stroke-width="{0.035 * head:.1f}"/>'
        f'<path d="{band}" fill="{colour}" stroke="{dark}" stroke-width="{0.02 * head:.1f}"/>{print_.format(band)}'
        f'<ellipse cx="{kx:.1f}" cy="{ky:.1f}" rx="{wide * 0.62:.1f}" ry="{wide * 0.55:.1f}" fill="{colour}" stroke="{dark}" stroke-width="{0.02 * head:.1f}"/>'
    )
    top = y - 0.6 * head
    return body, (x - pad - wide, top, x + pad + wide, ky + drop + 0.15 * head)

"""What holds or bears other things, or hangs from something: a swing under a branch, a lamp under the ceiling, a hat upside down."""

from __future__ import annotations

from paintover.engines.illustrator.colour import darker, lighter
from paintover.engines.illustrator.sprites.props.shape import Prop, across, down, gloss

_ROPE = "#a07a4a"


def _tree_swing(paint: str) -> str:
    ropes = "M38 4V106M90 4V106"
    return (
        f'<path d="{ropes}" stroke="{darker(_ROPE, 0.35)}" stroke-width="5.500" stroke-linecap="round"/><path d="{ropes}" stroke="{_ROPE}" stroke-width="3.500" stroke-dasharray="5 2"/>'
        f'<rect x="26" y="104" width="76" height="11" rx="4" fill="{paint}"/><rect x="26" y="111" width="76" height="6" rx="3" fill="{darker(paint, 0.35)}"/><path d="M30 107H98" stroke="{lighter(paint, 0.35)}" stroke-width="2.500" stroke-linecap="round"/>'
        f'<path d="M34 116h8v4h-8zM86 116h8v4h-8z" fill="{darker(_ROPE, 0.2)}"/>'
    )


def _ceiling_lamp(paint: str) -> str:
    return (
        '<defs><radialGradient id="g"><stop offset="0" stop-color="#fff3c0" stop-opacity=".85"/><stop offset="1" stop-color="#fff3c0" stop-opacity="0"/></radialGradient></defs>'
        '<path d="M64 0V62" stroke="#4b4f55" stroke-width="3"/><rect x="52" y="0" width="24" height="6" rx="2" fill="#6b7078"/>'
        f'<ellipse cx="64" cy="104" rx="58" ry="24" fill="url(#g)"/>{across("s", (0, darker(paint, 0.2)), (0.4, lighter(paint, 0.6)), (1, darker(paint, 0.25)))}'
        f'<path d="M54 58h20l6 8Q108 74 112 100H16Q20 74 48 66z" fill="url(#s)"/><ellipse cx="64" cy="100" rx="48" ry="7" fill="#fff0b8"/><circle cx="64" cy="103" r="10" fill="#fffbe6"/>{gloss("M34 90Q40 76 54 72", 3, 0.5)}'
    )


def _wall_sign(paint: str) -> str:
    """A board that hangs from a nail; the words on it are set by `lettering`, where they are on a signpost."""
    dark = darker(paint, 0.35)
    return (
        f'<path d="M26 14L64 3L102 14" stroke="{darker(_ROPE, 0.35)}" stroke-width="4" fill="none" stroke-linejoin="round"/><path d="M26 14L64 3L102 14" stroke="{_ROPE}" stroke-width="2.500" fill="none" stroke-linejoin="round"/><circle cx="64" cy="5" r="4" fill="#6d5a4a"/>'
        f'{down("s", (0, lighter(paint, 0.22)), (1, paint))}<rect x="2" y="14" width="124" height="56" rx="7" fill="{dark}"/><rect x="2" y="12" width="124" height="55" rx="7" fill="url(#s)"/>'
        f'<path d="M10 26q40 4 70 0t38 1M8 46q30-4 60 0t52-1M10 60q50 3 108-1" stroke="{dark}" stroke-width="1.200" fill="none" opacity=".35"/>'
        '<circle cx="26" cy="17" r="2.500" fill="#6d5a4a"/><circle cx="102" cy="17" r="2.500" fill="#6d5a4a"/>'
    )


def _upturned_hat(paint: str) -> str:
    dark = darker(paint, 0.4)
    return (
        f'<path d="M24 34L32 112Q34 120 64 120T96 112L104 34z" fill="{paint}"/><path d="M84 34L80 119Q95 117 96 112L104 34z" fill="{dark}"/>'
        '<path d="M25.500 46L27.500 64Q64 76 100.500 64L102.500 46Q64 58 25.500 46z" fill="#f5b921"/>'
        f'<ellipse cx="64" cy="32" rx="60" ry="16" fill="{lighter(paint, 0.14)}"/><ellipse cx="64" cy="30" rx="42" ry="9.500" fill="{dark}"/>{gloss("M36 76L40 106", 5, 0.3)}{gloss("M10 32Q24 42 48 45", 3, 0.35)}'
    )


_ONE_FISH = '<path d="M44 74q14-14 30 0l12-9v18l-12-9q-16 14-30 0z" fill="#f28a22"/><circle cx="53" cy="72" r="2.800" fill="#222"/>'


def _fish_bowl(paint: str, fish: str = "") -> str:
    return (
        f'<path d="M38 18Q8 36 8 72Q8 104 34 118H94Q120 104 120 72Q120 36 90 18z" fill="#d8eef6"/><path d="M17 46Q10 58 10 72Q10 102 35 116H93Q118 102 118 72Q118 58 111 46Q64 54 17 46z" fill="{paint}" opacity=".85"/>'
        '<path d="M20 98Q40 90 64 96T108 98Q102 110 93 116H35Q26 110 20 98z" fill="#e0c080"/><path d="M30 100q-6-12 0-20t0-14M98 100q6-12 0-22t2-12" stroke="#4f9a52" stroke-width="4" fill="none" stroke-linecap="round"/>'
        f'{fish}<path d="M17 46Q64 54 111 46" stroke="#fff" stroke-width="3" fill="none" opacity=".8"/><ellipse cx="64" cy="18" rx="32" ry="6" fill="#eef8fc" stroke="#b9d9e6" stroke-width="3"/>'
        f'{gloss("M22 62Q18 82 30 98", 5, 0.55)}<circle cx="46" cy="58" r="2.500" fill="#fff" opacity=".8"/>'
    )


def _wooden_cart(paint: str) -> str:
    dark = darker(paint, 0.35)
    wheels = "".join(
        f'<circle cx="{x}" cy="100" r="22" fill="none" stroke="{dark}" stroke-width="6"/><path d="M{x} 78V122M{x - 22} 100H{x + 22}M{x - 15} 85L{x + 15} 115M{x + 15} 85L{x - 15} 115" stroke="{dark}" stroke-width="3"/><circle cx="{x}" cy="100" r="6" fill="{lighter(paint, 0.2)}"/>'
        for x in (38, 92)
    )
    return (
        f'<path d="M112 66L130 52" stroke="{dark}" stroke-width="5" stroke-linecap="round"/><path d="M10 42H118L108 88H18z" fill="{paint}"/><path d="M12.500 54H115.500M15 66H113M17 77H110.500" stroke="{dark}" stroke-width="2"/>'
        f'<path d="M30 44V88M98 44V88" stroke="{darker(paint, 0.2)}" stroke-width="6"/><rect x="6" y="36" width="116" height="9" rx="3" fill="{lighter(paint, 0.2)}"/>{wheels}'
    )


PROPS = {
    "tree-swing": Prop(_tree_swing, "#c8843f", rest=(64.0, 105.0), rest_width=70.0),
    "ceiling-lamp": Prop(_ceiling_lamp, "#f2d9a0"),
    "wall-sign": Prop(_wall_sign, "#c99a5b"),
    "upturned-hat": Prop(_upturned_hat, "#2c2c33", rest=(64.0, 32.0), rest_width=84.0),
    "fish-bowl": Prop(lambda paint: _fish_bowl(paint, _ONE_FISH), "#6cc5e8"),
    "bare-fish-bowl": Prop(_fish_bowl, "#6cc5e8"),
    "wooden-cart": Prop(_wooden_cart, "#b98046", rest=(64.0, 42.0), rest_width=100.0),
}

"""Props that are worn."""

from __future__ import annotations

from paintover.engines.illustrator.colour import darker, lighter
from paintover.engines.illustrator.sprites.props.shape import Prop, across, gloss


def _straw_hat(paint: str) -> str:
    dark = darker(paint, 0.25)
    weave = "".join(
        f"M{26 + k * 6} {70 - abs(6 - k) * -2.2:.1f}Q64 {62 + k * 1.5} {102 - k * 3} {72 + k}"
        for k in range(0, 6, 2)
    )
    return (
        f'<ellipse cx="64" cy="96" rx="62" ry="18" fill="{dark}"/><ellipse cx="64" cy="92" rx="62" ry="17" fill="{paint}"/>'
        f'<path d="M28 90Q26 44 64 42T100 90Q64 104 28 90z" fill="{lighter(paint, 0.18)}"/><path d="M27 80Q64 96 101 80L100 92Q64 106 28 92z" fill="#c8453c"/>'
        f'<path d="{weave}" stroke="{dark}" stroke-width="1.300" fill="none" opacity=".5"/><path d="M8 94Q64 118 120 94" stroke="{dark}" stroke-width="1.500" fill="none" opacity=".6"/>'
    )


def _bamboo_hat(paint: str) -> str:
    """A broad cone of split bamboo."""
    dark, light = darker(paint, 0.28), lighter(paint, 0.3)
    ribs = "".join(
        f"M64 30L{x} {y}"
        for x, y in ((8, 93), (26, 100), (46, 104), (64, 105), (82, 104), (102, 100), (120, 93))
    )
    rings = "".join(
        f"M{64 - 58 * k:.1f} {32 + 60 * k:.1f}Q64 {32 + 82 * k:.1f} {64 + 58 * k:.1f} {32 + 60 * k:.1f}"
        for k in (0.3, 0.52, 0.76)
    )
    return (
        f'<path d="M2 94Q64 124 126 94Q64 84 2 94z" fill="{darker(paint, 0.45)}"/><path d="M64 28Q69 30 126 94Q64 116 2 94Q59 30 64 28z" fill="{paint}"/>'
        f'<path d="M64 28Q59 30 2 94Q24 101 44 104z" fill="{light}" opacity=".45"/><path d="{ribs}" stroke="{dark}" stroke-width="1.400" fill="none" opacity=".6"/>'
        f'<path d="{rings}" stroke="{dark}" stroke-width="1.600" fill="none" opacity=".65"/><path d="M2 94Q64 116 126 94" stroke="{dark}" stroke-width="3" fill="none" stroke-linecap="round"/>'
    )


def _santa_hat(paint: str) -> str:
    return (
        f'<path d="M16 96Q22 30 70 12Q112 8 116 52Q96 36 92 48Q106 70 110 96z" fill="{paint}"/><path d="M70 12Q92 20 92 48" stroke="{darker(paint, 0.3)}" stroke-width="3" fill="none"/>'
        f'<path d="M36 80Q42 46 68 28" stroke="{lighter(paint, 0.3)}" stroke-width="5" fill="none" opacity=".6" stroke-linecap="round"/>'
        '<rect x="6" y="92" width="114" height="27" rx="13.500" fill="#fbfaf7"/><circle cx="115" cy="58" r="12" fill="#fbfaf7"/><path d="M14 112q50 8 98 0" stroke="#d9dde2" stroke-width="4" fill="none"/>'
    )


def _party_hat(paint: str) -> str:
    dots = "".join(
        f'<circle cx="{x}" cy="{y}" r="{r}" fill="{c}"/>'
        for x, y, r, c in (
            (56, 60, 5, "#ffd23f"),
            (74, 74, 5, "#fff"),
            (48, 92, 6, "#7ee0ff"),
            (70, 104, 6, "#ffd23f"),
            (90, 108, 5, "#fff"),
        )
    )
    return (
        f'{across("s", (0, lighter(paint, 0.3)), (0.5, paint), (1, darker(paint, 0.3)))}<path d="M64 16L104 116Q64 130 24 116z" fill="url(#s)"/>{dots}'
        '<circle cx="64" cy="14" r="11" fill="#ffd23f"/><path d="M64 3v22M53 14h22M56 6l16 16M72 6L56 22" stroke="#f2a900" stroke-width="2"/>'
    )


def _witch_hat(paint: str) -> str:
    return (
        f'<ellipse cx="64" cy="108" rx="62" ry="16" fill="{darker(paint, 0.4)}"/><ellipse cx="64" cy="104" rx="62" ry="15" fill="{paint}"/>'
        f'<path d="M30 102Q44 60 60 26Q68 8 96 6Q84 18 82 34Q88 70 98 102Q64 116 30 102z" fill="{lighter(paint, 0.1)}"/>'
        '<path d="M36 84Q64 96 93 84L98 101Q64 116 30 101z" fill="#e07b1f"/><rect x="54" y="88" width="19" height="19" rx="3" fill="none" stroke="#ffd65c" stroke-width="4"/>'
    )


def _wreath(paint: str) -> str:
    leaves = []
    for k in range(16):
        angle = k * 22.5
        shade = darker(paint, 0.25) if k % 2 else paint
        leaves.append(
            f'<g transform="rotate({angle} 64 74) translate(64 28)"><path d="M-12 4Q0-16 14 2Q2 12-12 4z" fill="{shade}"/></g>'
        )
        if k % 2 == 0:
            flower = ("#f48fb1", "#fff59d", "#ffffff", "#ffab91")[k // 2 % 4]
            leaves.append(
                f'<g transform="rotate({angle + 8} 64 74) translate(64 29)"><circle cx="-4" cy="0" r="5" fill="{flower}"/><circle cx="4" cy="0" r="5" fill="{flower}"/><circle cx="0" cy="-4" r="5" fill="{flower}"/><circle cx="0" cy="5" r="5" fill="{flower}"/><circle r="3" fill="#f9a825"/></g>'
            )
    return f'<g transform="translate(0 58) scale(1 .5)">{"".join(leaves)}</g>'


def _face_mask(paint: str) -> str:
    fold = darker(paint, 0.14)
    return (
        f'<path d="M22 46Q0 44 2 64T22 88M106 46Q128 44 126 64T106 88" stroke="#eceff1" stroke-width="4" fill="none"/><path d="M18 42Q64 30 110 42L106 88Q64 112 22 88z" fill="{paint}"/>'
        f'<path d="M19 54Q64 46 109 54M20 68Q64 64 108 68M22 82Q64 86 106 82" stroke="{fold}" stroke-width="3" fill="none"/>'
    )


def _hard_hat(paint: str) -> str:
    """A helmet as it is worn: no strap hangs in the face."""
    return (
        f'<path d="M12 92Q8 20 64 18Q120 20 116 92z" fill="{paint}"/><path d="M88 24Q118 38 116 92H92Q98 50 88 24z" fill="{darker(paint, 0.16)}"/>'
        f'<path d="M50 20Q64 12 78 20L84 92H44z" fill="{lighter(paint, 0.22)}"/><path d="M72 18Q77 18 78 20L84 92H76z" fill="{darker(paint, 0.1)}"/>'
        f'<path d="M3 98Q2 86 14 86Q64 74 114 86Q126 86 125 98Q124 108 112 106Q64 92 16 106Q4 108 3 98z" fill="{darker(paint, 0.14)}"/><path d="M5 94Q8 88 16 88Q64 76 112 88Q120 88 123 94Q64 78 5 94z" fill="{lighter(paint, 0.3)}"/>'
        f"{gloss('M26 74Q26 44 44 32', 5, 0.5)}"
    )


def _peaked_cap(paint: str) -> str:
    """A baseball cap on the head of who looks at us: a low crown with a light front, the bill out to one side."""
    dark, light = darker(paint, 0.26), lighter(paint, 0.3)
    return (
        f'<path d="M12 94C6 52 30 30 63 30S118 50 115 90Q64 72 12 94z" fill="{paint}"/>'
        f'<path d="M45 33Q88 26 106 80Q68 72 38 85Q34 54 45 33z" fill="{lighter(paint, 0.86)}"/>'
        f'<path d="M12 94C6 52 30 30 63 30Q22 40 24 89z" fill="{darker(paint, 0.12)}"/>'
        f'<path d="M45 33Q34 54 38 85M63 30Q88 34 106 80" stroke="{dark}" stroke-width="1.700" fill="none"/><ellipse cx="63" cy="30" rx="6.500" ry="3.200" fill="{dark}"/>'
        f'<path d="M60 52l4 8 9 .8-7 5.700 2.300 8.500-8.300-4.300-7.600 4.800 1.600-9-6.800-5.600 9-1.100z" fill="{paint}"/>'
        f'<path d="M34 92Q64 72 104 80Q125 87 126 100Q125 108 113 105Q76 91 43 102Q31 102 34 92z" fill="{dark}"/>'
        f'<path d="M34 90Q64 71 104 79Q123 85 125 97Q121 100 112 97Q76 84 43 97Q33 98 34 90z" fill="{paint}"/>'
        f'<path d="M40 89Q68 76 103 83Q115 87 120 93" stroke="{light}" stroke-width="2.400" fill="none" stroke-linecap="round"/>'
        f"{gloss('M20 72Q22 52 36 42', 4, 0.35)}"
    )


def _headset(paint: str) -> str:
    """Headphones as they are worn: the band over the head, a cup on each ear."""
    dark, light = darker(paint, 0.3), lighter(paint, 0.35)
    cups = "".join(
        f'<rect x="{x}" y="66" width="22" height="46" rx="11" fill="{paint}"/><rect x="{x + dx}" y="70" width="9" height="38" rx="4.5" fill="{dark}"/>'
        for x, dx in ((2, 12), (104, 1))
    )
    return (
        f'<path d="M12 82V66Q14 12 64 12T116 66V82" stroke="{paint}" stroke-width="11" fill="none" stroke-linecap="round"/>'
        f'<path d="M18 58Q24 18 60 15" stroke="{light}" stroke-width="3" fill="none" stroke-linecap="round"/>{cups}{gloss("M7 80v16", 3, 0.5)}{gloss("M120 80v16", 3, 0.4)}'
    )


def _freckles(paint: str) -> str:
    """Dots on both cheeks and over the nose."""
    spots = (
        (10, 52, 4),
        (24, 44, 5),
        (22, 62, 4.5),
        (38, 54, 5),
        (36, 72, 4),
        (50, 64, 4),
        (9, 70, 3.5),
        (58, 50, 3.5),
    )
    return "".join(
        f'<circle cx="{x}" cy="{y}" r="{r}" fill="{paint}"/>' for dx, y, r in spots for x in (dx, 128 - dx)
    )


def _tie(paint: str) -> str:
    stripe = lighter(paint, 0.5)
    return (
        f'<path d="M52 4h24l6 12-8 14H54l-8-14z" fill="{darker(paint, 0.18)}"/><path d="M54 30h20l14 72-24 24-24-24z" fill="{paint}"/>'
        f'<path d="M50 52l30-12 2 8-33 13zM46 76l38-15 2 8-42 16zM42 98l46-18 1 8-42 16z" fill="{stripe}" opacity=".85"/>'
    )


def _bow_tie(paint: str) -> str:
    dark = darker(paint, 0.3)
    return (
        f'<path d="M64 64L10 34Q2 32 3 44V84Q2 96 10 94z" fill="{paint}"/><path d="M64 64L118 34Q126 32 125 44V84Q126 96 118 94z" fill="{paint}"/>'
        f'<path d="M54 62L16 50M54 66L16 80M74 62l38-12M74 66l38 14" stroke="{dark}" stroke-width="3"/><rect x="52" y="50" width="24" height="28" rx="7" fill="{dark}"/>'
    )


def _sword(paint: str) -> str:
    return (
        f'{across("s", (0, lighter(paint, 0.6)), (0.48, lighter(paint, 0.2)), (0.52, darker(paint, 0.2)), (1, paint))}<path d="M57 86V16L64 2l7 14v70z" fill="url(#s)"/>'
        '<rect x="40" y="84" width="48" height="9" rx="4" fill="#d9a632"/><rect x="59" y="92" width="10" height="24" fill="#6b3f2a"/><circle cx="64" cy="120" r="6.500" fill="#d9a632"/><path d="M59 98h10M59 105h10" stroke="#3f2418" stroke-width="2"/>'
    )


def _glasses(paint: str) -> str:
    """Two round lenses that one sees through, their middles as far apart as `LENSES` says."""
    lens = (
        '<circle cx="{x}" cy="64" r="24" fill="#f2f9fd" opacity=".14"/><path d="M{a} 58q3-9 12-11" stroke="#fff" stroke-width="4" fill="none" stroke-linecap="round" opacity=".85"/>'
        f'<circle cx="{{x}}" cy="64" r="24" fill="none" stroke="{paint}" stroke-width="4.500"/><circle cx="{{x}}" cy="64" r="26" fill="none" stroke="{lighter(paint, 0.3)}" stroke-width="1" opacity=".6"/>'
    )
    return (
        f'<path d="M57 60Q64 53 71 60" stroke="{darker(paint, 0.15)}" stroke-width="5" fill="none" stroke-linecap="round"/>'
        f'<path d="M10 58L2 55M118 58l8-3" stroke="{darker(paint, 0.15)}" stroke-width="5" stroke-linecap="round"/>'
        f"{lens.format(x=34, a=19)}{lens.format(x=94, a=79)}"
    )


def _brimmed_hat(paint: str) -> str:
    """A soft hat as anybody wears it: a low round crown, a band, a brim all around."""
    dark, light = darker(paint, 0.34), lighter(paint, 0.3)
    return (
        f"{across('s', (0, darker(paint, 0.25)), (0.3, light), (0.6, paint), (1, dark))}"
        f'<ellipse cx="64" cy="96" rx="61" ry="16" fill="{dark}"/><ellipse cx="64" cy="92" rx="61" ry="15" fill="{paint}"/>'
        f'<path d="M28 92Q27 62 42 53Q64 44 86 53Q101 62 100 92Q64 105 28 92Z" fill="url(#s)"/>'
        f'<path d="M28 78Q64 92 100 78L101 92Q64 106 27 92Z" fill="{darker(paint, 0.6)}"/>'
        f"{gloss('M39 72Q40 61 50 57', 4, 0.3)}"
    )


PROPS = {
    "glasses": Prop(_glasses, "#5b3d2e"),
    "brimmed-hat": Prop(_brimmed_hat, "#b3875a"),
    "straw-hat": Prop(_straw_hat, "#eac774"),
    "bamboo-hat": Prop(_bamboo_hat, "#d3ab63"),
    "santa-hat": Prop(_santa_hat, "#d5322f"),
    "party-hat": Prop(_party_hat, "#a24bd0"),
    "witch-hat": Prop(_witch_hat, "#3b2a55"),
    "wreath": Prop(_wreath, "#5fa64a"),
    "face-mask": Prop(_face_mask, "#9cd3ea"),
    "hard-hat": Prop(_hard_hat, "#f4c430"),
    "peaked-cap": Prop(_peaked_cap, "#3f7fd0"),
    "freckles": Prop(_freckles, "#8a4b28"),
    "nothing": Prop(lambda paint: "", "#8a4b28"),
    "headset": Prop(_headset, "#4a4f57"),
    "tie": Prop(_tie, "#b3303a"),
    "bow-tie": Prop(_bow_tie, "#c22f3c"),
    "sword": Prop(_sword, "#b9c4cc"),
}

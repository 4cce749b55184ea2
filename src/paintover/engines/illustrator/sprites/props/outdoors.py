"""Props of street, garden and field."""

from __future__ import annotations

import math
import re
from functools import partial

from paintover.engines.illustrator.colour import darker, lighter
from paintover.engines.illustrator.sprites.art import icon_body
from paintover.engines.illustrator.sprites.props.shape import Prop, across, down, gloss


def _stop_sign(paint: str) -> str:
    corners = " ".join(
        f"{64 + 41 * math.cos(math.pi * (k + 0.5) / 4):.1f},{43 + 41 * math.sin(math.pi * (k + 0.5) / 4):.1f}"
        for k in range(8)
    )
    inner = " ".join(
        f"{64 + 36.5 * math.cos(math.pi * (k + 0.5) / 4):.1f},{43 + 36.5 * math.sin(math.pi * (k + 0.5) / 4):.1f}"
        for k in range(8)
    )
    letters = (
        '<path d="M45 37q-2-4-7-3t-4 5 6 5 5 6-5 4-7-4M50 34h12M56 34v20M73 34q-6 0-6 10t6 10 6-10-6-10zM86 54V34h5q5 0 5 5.500T91 45h-5" '
        'stroke="#fff" stroke-width="4" fill="none" stroke-linejoin="round"/>'
    )
    return f'<rect x="60" y="60" width="8" height="66" fill="#9aa3aa"/><rect x="60" y="60" width="3" height="66" fill="#c9d0d5"/><polygon points="{corners}" fill="#fff"/><polygon points="{inner}" fill="{paint}"/>{letters}'


def _fire_hydrant(paint: str) -> str:
    dark, light = darker(paint, 0.32), lighter(paint, 0.35)
    return (
        f'{across("s", (0, dark), (0.3, light), (0.55, paint), (1, dark))}<path d="M40 46h48v70H40z" fill="url(#s)"/>'
        f'<path d="M42 38Q44 14 64 12Q84 14 86 38z" fill="url(#s)"/><rect x="58" y="3" width="12" height="12" rx="3" fill="{dark}"/>'
        f'<rect x="34" y="36" width="60" height="11" rx="5" fill="{paint}"/><rect x="32" y="112" width="64" height="13" rx="4" fill="{dark}"/>'
        f'<path d="M40 60H26v20h14zM88 60h14v20H88z" fill="{paint}"/><rect x="20" y="56" width="9" height="28" rx="4" fill="{dark}"/><rect x="99" y="56" width="9" height="28" rx="4" fill="{dark}"/>'
        f'<circle cx="64" cy="72" r="14" fill="{dark}"/><circle cx="64" cy="72" r="9" fill="{light}"/><circle cx="64" cy="72" r="4" fill="{dark}"/>'
    )


def _mailbox(paint: str) -> str:
    """A box for letters with a round top on a post that stands in the ground, a letter in its slot."""
    dark, light = darker(paint, 0.32), lighter(paint, 0.3)
    return (
        '<rect x="57" y="66" width="14" height="60" fill="#8a6240"/><rect x="57" y="66" width="5" height="60" fill="#b0835a"/>'
        '<path d="M46 126q2-7 11-8h14q9 1 11 8z" fill="#6b4a30"/><path d="M44 68h40l-8 10H52z" fill="#6b4a30"/>'
        f'{across("s", (0, light), (0.5, paint), (1, dark))}<path d="M32 70V32Q32 4 64 4t32 28v38q0 3-3 3H35q-3 0-3-3z" fill="url(#s)"/>'
        f'<path d="M39 67V34q0-23 25-23t25 23v33z" fill="none" stroke="{dark}" stroke-width="2.500" opacity=".7"/>'
        f'<rect x="44" y="26" width="40" height="7" rx="3.500" fill="{darker(paint, 0.55)}"/>'
        '<path d="M48 30h32v21H48z" fill="#fff"/><path d="M48 30l16 12 16-12" fill="none" stroke="#7fb4dc" stroke-width="2.500"/>'
        f'<path d="M96 40V16h16v11h-12v13z" fill="#f2c230"/><circle cx="97" cy="40" r="4" fill="{dark}"/><circle cx="64" cy="61" r="3" fill="{light}"/>'
    )


def _parking_meter(paint: str) -> str:
    return (
        '<rect x="58" y="64" width="12" height="58" fill="#8d979f"/><rect x="58" y="64" width="4" height="58" fill="#c3cbd1"/><path d="M44 126l6-8h28l6 8z" fill="#6d7780"/>'
        f'<path d="M36 34q0-30 28-30t28 30v26q0 12-12 12H48q-12 0-12-12z" fill="{paint}"/><path d="M44 34q0-20 20-20t20 20v8H44z" fill="#d9eef7"/>'
        '<path d="M64 38l10-14" stroke="#e53935" stroke-width="3.500"/><circle cx="64" cy="38" r="3.500" fill="#333"/>'
        f'<rect x="50" y="50" width="28" height="9" rx="3" fill="{darker(paint, 0.4)}"/><rect x="62" y="51.500" width="3" height="6" fill="#eee"/>'
    )


def _street_lamp(paint: str) -> str:
    return (
        f'<rect x="60.500" y="34" width="7" height="84" fill="{paint}"/><path d="M50 126q0-10 10-12h8q10 2 10 12z" fill="{paint}"/><rect x="56" y="72" width="16" height="5" rx="2" fill="{lighter(paint, 0.2)}"/>'
        f'<path d="M50 8h28l6 24q-20 8-40 0z" fill="#ffeaa0"/><path d="M58 12h5v20q-6 0-8-1z" fill="#fffbe6"/>'
        f'<path d="M46 9Q64-4 82 9z" fill="{paint}"/><path d="M43 31q21 8 42 0l-5 6q-16 4-32 0z" fill="{paint}"/><circle cx="64" cy="2.500" r="2.500" fill="{paint}"/>'
    )


def _hot_air_balloon(paint: str) -> str:
    light, other = lighter(paint, 0.5), "#ffd65c"
    return (
        f'<path d="M64 2C28 2 12 24 16 44 20 62 40 72 50 80h28c10-8 30-18 34-36C116 24 100 2 64 2z" fill="{paint}"/>'
        f'<path d="M64 2C46 6 40 26 42 44c1 16 8 28 12 36h20c4-8 11-20 12-36C88 26 82 6 64 2z" fill="{other}"/>'
        f'<path d="M64 2c-9 8-11 26-10 42 1 16 4 28 6 36h8c2-8 5-20 6-36C75 28 73 10 64 2z" fill="{paint}"/>'
        f'<path d="M16 44q48 20 96 0" stroke="{light}" stroke-width="5" fill="none" opacity=".75"/>'
        '<path d="M50 80l-5 24M78 80l5 24" stroke="#6d4c41" stroke-width="2"/><path d="M43 103h42l-3 21q-18 4-36 0z" fill="#a9713f"/>'
        '<path d="M44.500 110h39M45.500 117h37M54 106l1 18M64 106v19M74 106l-1 18" stroke="#8a5a30" stroke-width="1.200" opacity=".6"/>'
        '<rect x="40" y="101" width="48" height="5" rx="2" fill="#7a4e28"/>'
        f"{gloss('M28 26Q34 14 46 9', 4, 0.5)}"
    )


def _surfboard(paint: str) -> str:
    return (
        f'{across("s", (0, lighter(paint, 0.5)), (0.5, paint), (1, darker(paint, 0.25)))}<path d="M64 1C88 26 92 84 76 124q-12 5-24 0C36 84 40 26 64 1z" fill="url(#s)"/>'
        '<path d="M64 4v120" stroke="#fff" stroke-width="3" opacity=".8"/><path d="M41 62q23 8 46 0v12q-23 8-46 0z" fill="#fff" opacity=".85"/>'
    )


def _fence(paint: str) -> str:
    dark = darker(paint, 0.28)
    posts = "".join(
        f'<path d="M{x} 124V52l9-12 9 12v72z" fill="{paint}"/><path d="M{x + 13} 46l5 6v72h-5z" fill="{dark}" opacity=".6"/>'
        for x in (3, 29, 55, 81, 107)
    )
    return f'<path d="M0 66h128v10H0zM0 98h128v10H0z" fill="{dark}"/>{posts}'


def _bush(paint: str) -> str:
    dark, light = darker(paint, 0.28), lighter(paint, 0.22)
    berries = "".join(
        f'<circle cx="{x}" cy="{y}" r="3" fill="#e8505b"/>'
        for x, y in ((34, 84), (58, 72), (86, 88), (100, 104), (50, 102))
    )
    return (
        f'<path d="M10 124Q-4 104 12 92Q12 70 34 70Q44 50 66 56Q90 48 98 70Q120 72 118 94Q134 108 118 124Z" fill="{dark}"/>'
        f'<path d="M16 116Q6 102 20 92Q22 74 40 76Q50 58 68 64Q88 58 92 76Q110 80 106 96Q114 108 100 112Q60 124 16 116Z" fill="{paint}"/>'
        f'<path d="M28 94q4-10 14-8M56 76q8-8 18-2M82 92q6-8 14-2" stroke="{light}" stroke-width="5" fill="none" stroke-linecap="round"/>{berries}'
    )


def _bamboo(paint: str) -> str:
    dark, light = darker(paint, 0.25), lighter(paint, 0.4)
    canes = ""
    for x, top in ((38, 14), (62, 2), (86, 22)):
        canes += f'<rect x="{x}" y="{top}" width="10" height="{124 - top}" rx="4" fill="{paint}"/><rect x="{x + 1.5}" y="{top}" width="2.500" height="{124 - top}" fill="{light}"/>'
        canes += "".join(
            f'<rect x="{x - 1}" y="{y}" width="12" height="3" rx="1.500" fill="{dark}"/>'
            for y in range(top + 20, 120, 22)
        )
    leaf = "M{x} {y}q{a} -12 {b} -4q-{c} 10 -{b} 4z"
    leaves = "".join(
        f'<path d="{leaf.format(x=x, y=y, a=10 * s, b=28 * s, c=10 * s).replace("--", "")}" fill="{c}"/>'
        for x, y, s, c in (
            (48, 36, 1, dark),
            (72, 26, 1, paint),
            (96, 44, 1, dark),
            (72, 66, 1, dark),
            (48, 84, 1, paint),
        )
    )
    left = "".join(
        f'<path d="M{x} {y}q-10 -12 -28 -4q10 10 28 4z" fill="{c}"/>'
        for x, y, c in ((38, 46, paint), (62, 20, dark), (86, 60, paint), (38, 92, dark))
    )
    return f"{left}{canes}{leaves}"


def _grass(paint: str) -> str:
    dark, light = darker(paint, 0.25), lighter(paint, 0.22)
    blades = (
        (20, -14, 66, dark),
        (34, -4, 44, paint),
        (48, -12, 34, dark),
        (58, 4, 26, light),
        (70, 0, 44, paint),
        (82, 12, 32, dark),
        (94, 8, 52, light),
        (106, 18, 70, paint),
    )
    return "".join(
        f'<path d="M{x - 6} 124Q{x - 3 + lean * 0.3:.1f} {(124 + top) / 2} {x + lean} {top}Q{x + 5 + lean * 0.3:.1f} {(124 + top) / 2} {x + 6} 124z" fill="{c}"/>'
        for x, lean, top, c in blades
    )


def _campfire(paint: str) -> str:
    return (
        '<path d="M14 108l92-14 4 12-92 16zM22 94l92 14-4 14-92-16z" fill="#7a4e2d"/><circle cx="16" cy="115" r="7" fill="#c79a68"/><circle cx="112" cy="115" r="7" fill="#c79a68"/>'
        f'<path d="M64 8Q70 34 88 50Q104 66 96 86Q88 104 64 104Q40 104 32 86Q26 68 42 54Q44 66 52 66Q48 36 64 8z" fill="{paint}"/>'
        '<path d="M66 42Q70 58 80 68Q88 80 82 90Q76 102 64 102Q50 102 46 90Q42 78 54 68Q58 76 62 72Q60 56 66 42z" fill="#ffb300"/>'
        '<path d="M64 70Q74 80 72 92Q70 100 64 100T56 92Q56 80 64 70z" fill="#fff59d"/>'
    )


def _bench(paint: str) -> str:
    dark, iron = darker(paint, 0.35), "#41505a"
    back = "".join(
        f'<rect x="5" y="{y}" width="118" height="9.500" rx="3" fill="{paint}"/><rect x="5" y="{y + 7}" width="118" height="2.500" rx="1" fill="{dark}"/>'
        for y in (36, 49, 62)
    )
    return (
        f'<path d="M18 34v88M110 34v88" stroke="{iron}" stroke-width="6"/>{back}<path d="M8 80h112l7 11H1z" fill="{lighter(paint, 0.15)}"/><path d="M5 85.500h118" stroke="{dark}" stroke-width="1.500"/>'
        f'<rect x="1" y="91" width="126" height="5" rx="2" fill="{dark}"/><path d="M10 96v28M118 96v28" stroke="{iron}" stroke-width="7"/>'
        f'<path d="M8 80V66q0-6 6-6M120 80V66q0-6-6-6" stroke="{iron}" stroke-width="4" fill="none"/>'
    )


def _basket(paint: str) -> str:
    dark = darker(paint, 0.35)
    rows = "".join(
        f'<path d="M{14 + k * 2} {70 + k * 13}q8 -5 16 0t16 0 16 0 16 0 16 0 {12 - k * 2} 0" stroke="{dark}" stroke-width="3" fill="none" opacity=".7"/>'
        for k in range(4)
    )
    return (
        f'<path d="M20 62Q24 6 64 6T108 62" stroke="{dark}" stroke-width="7" fill="none"/><path d="M10 60h108l-12 58q-1 6-8 6H30q-7 0-8-6z" fill="{paint}"/>{rows}'
        f'<rect x="6" y="54" width="116" height="11" rx="5" fill="{lighter(paint, 0.2)}"/>'
    )


def _pumpkin(paint: str) -> str:
    dark, light = darker(paint, 0.22), lighter(paint, 0.25)
    return (
        '<path d="M58 34Q56 14 72 8l8 6Q70 20 70 36z" fill="#6b8e3a"/>'
        f'<ellipse cx="34" cy="80" rx="32" ry="42" fill="{dark}"/><ellipse cx="94" cy="80" rx="32" ry="42" fill="{dark}"/><ellipse cx="48" cy="79" rx="27" ry="45" fill="{paint}"/>'
        f'<ellipse cx="80" cy="79" rx="27" ry="45" fill="{paint}"/><ellipse cx="64" cy="79" rx="22" ry="46" fill="{light}"/>{gloss("M22 64Q24 50 32 46", 4, 0.45)}'
    )


def _ball(paint: str) -> str:
    return (
        f'<circle cx="64" cy="64" r="60" fill="{paint}"/><path d="M64 4Q26 30 30 64T64 124Q16 110 5 70Q6 18 64 4z" fill="#fdfdfb"/>'
        f'<path d="M64 4Q102 30 98 64T64 124Q112 110 123 70Q122 18 64 4z" fill="#ffd23f"/><circle cx="64" cy="20" r="10" fill="#fdfdfb"/>{gloss("M34 38Q42 22 56 18", 6, 0.6)}'
    )


def _baseball_bat(paint: str) -> str:
    return (
        f'{across("s", (0, lighter(paint, 0.35)), (0.5, paint), (1, darker(paint, 0.3)))}<path d="M54 8q0-6 10-6t10 6l2 40q0 20-6 40l-2 30h-8l-2-30q-6-20-6-40z" fill="url(#s)"/>'
        '<path d="M59 92h10l-1 26h-8z" fill="#3b3230"/><ellipse cx="64" cy="121" rx="8.500" ry="4.500" fill="#7a4e2d"/>'
    )


def _baseball_glove(paint: str) -> str:
    dark = darker(paint, 0.32)
    return (
        f'<path d="M16 70Q8 30 20 22T36 30L38 14Q46 4 54 14L58 8Q68 2 72 14L78 12Q90 8 90 24L94 50Q112 40 118 54Q116 80 100 96Q96 122 62 122Q24 122 16 70z" fill="{paint}"/>'
        f'<path d="M36 30l4 34M56 14l2 46M74 14l0 46M92 48Q84 60 86 76" stroke="{dark}" stroke-width="3.500" fill="none"/><path d="M32 84q28 26 58-4" stroke="{dark}" stroke-width="4" fill="none"/>'
        f'<path d="M92 52l10 22M88 62l20 4" stroke="{lighter(paint, 0.5)}" stroke-width="2.500"/>'
    )


def _snowboard(paint: str) -> str:
    return (
        f'{across("s", (0, lighter(paint, 0.4)), (0.5, paint), (1, darker(paint, 0.3)))}<rect x="44" y="1" width="40" height="125" rx="20" fill="url(#s)"/>'
        '<path d="M44 56l40-14v16L44 72z" fill="#ffd65c"/><path d="M44 76l40-14v7L44 83z" fill="#fff"/><rect x="48" y="28" width="32" height="8" rx="3" fill="#2f343b"/><rect x="48" y="92" width="32" height="8" rx="3" fill="#2f343b"/>'
    )


def _signpost(paint: str) -> str:
    """A board on a post; the word on it is set by `lettering`."""
    dark = darker(paint, 0.35)
    return (
        f'<rect x="57" y="62" width="14" height="64" fill="{darker(paint, 0.25)}"/><rect x="57" y="62" width="4" height="64" fill="{paint}"/>'
        f'{down("s", (0, lighter(paint, 0.22)), (1, paint))}<rect x="2" y="14" width="124" height="56" rx="7" fill="{dark}"/><rect x="2" y="12" width="124" height="55" rx="7" fill="url(#s)"/>'
        f'<path d="M10 26q40 4 70 0t38 1M8 46q30-4 60 0t52-1M10 60q50 3 108-1" stroke="{dark}" stroke-width="1.200" fill="none" opacity=".35"/>'
        '<circle cx="9" cy="19" r="2.300" fill="#6d5a4a"/><circle cx="119" cy="19" r="2.300" fill="#6d5a4a"/><circle cx="9" cy="60" r="2.300" fill="#6d5a4a"/><circle cx="119" cy="60" r="2.300" fill="#6d5a4a"/>'
    )


def _pyramid(paint: str) -> str:
    light, dark = lighter(paint, 0.25), darker(paint, 0.28)
    rows = "".join(
        f'<path d="M{64 - 0.56 * y:.1f} {14 + y}L{64 + 0.14 * y:.1f} {14 + y}" stroke="{darker(paint, 0.16)}" stroke-width="1.200"/>'
        f'<path d="M{64 + 0.14 * y:.1f} {14 + y}L{64 + 0.56 * y:.1f} {14 + y * 0.93:.1f}" stroke="{darker(paint, 0.42)}" stroke-width="1.200"/>'
        for y in range(11, 108, 11)
    )
    bricks = "".join(
        f'<path d="M{64 - share * (0.5 * (11 * k + 6)):.1f} {14 + 11 * k}v11" stroke="{darker(paint, 0.14)}" stroke-width="1"/>'
        for k in range(1, 10)
        for share in (0.25, 0.62, 0.9)
    )
    return (
        f'<path d="M64 14L2 124H79z" fill="{light}"/><path d="M64 14L79 124L126 116z" fill="{dark}"/>{rows}{bricks}'
        f'<path d="M64 14L56 28h10z" fill="{lighter(paint, 0.5)}"/>'
    )


def _bridge(paint: str) -> str:
    dark, light = darker(paint, 0.28), lighter(paint, 0.25)
    stones = "".join(
        f'<path d="M{x} {y}h{w}v7h-{w}z" fill="{c}" opacity=".55"/>'
        for x, y, w, c in (
            (8, 92, 12, dark),
            (10, 106, 14, light),
            (26, 84, 12, light),
            (50, 66, 13, dark),
            (66, 64, 13, light),
            (92, 82, 12, dark),
            (106, 96, 13, light),
            (108, 110, 12, dark),
            (4, 116, 12, light),
        )
    )
    posts = "".join(
        f'<rect x="{x - 3}" y="{y - 18}" width="6" height="19" rx="2" fill="{dark}"/>'
        for x, y in ((6, 88), (30, 69), (64, 58), (98, 69), (122, 88))
    )
    return (
        f'<path d="M0 124V92Q64 22 128 92V124H104Q100 78 64 78T24 124z" fill="{paint}"/>{stones}'
        f'<path d="M24 124Q28 78 64 78T104 124h-6Q96 85 64 85T30 124z" fill="{dark}"/><path d="M0 92Q64 22 128 92v6Q64 30 0 98z" fill="{light}"/>'
        f'{posts}<path d="M2 76Q64 14 126 76" stroke="{dark}" stroke-width="4.500" fill="none" stroke-linecap="round"/>'
    )


def _bare_snowman(paint: str) -> str:
    """The icon's snowman without the hat: the brim's elements are left out, and the head made round."""
    twig, arms, arm_and_hat, _band, *rest = _SNOWMAN_PART.findall(icon_body("snowman-without-snow"))
    arm = re.sub(r"zM67\.23 4\.23[^\"]*", "z", arm_and_hat)
    crown = '<ellipse cx="64.500" cy="52" rx="27" ry="25" fill="#e0e0e0"/>'
    return f"{twig}{arms}{arm}{crown}{''.join(rest)}".replace("#e0e0e0", paint)


_SNOWMAN_PART = re.compile(r"<path[^>]*/>")


def _wooden_bridge(paint: str) -> str:
    """A footbridge of planks with a rail on posts; who is on it sits on its planks."""
    dark, light, deep = darker(paint, 0.28), lighter(paint, 0.25), darker(paint, 0.48)
    planks = "".join(
        f'<path d="M{x} {64 + (x - 62) ** 2 / 420:.1f}v9" stroke="{dark}" stroke-width="1.500"/>'
        for x in range(10, 124, 9)
    )
    back = "".join(
        f'<path d="M{x} {34 + (x - 64) ** 2 / 420:.1f}v30" stroke="{deep}" stroke-width="4"/>'
        for x in (12, 38, 64, 90, 116)
    )
    return (
        f'{back}<path d="M4 44Q64 24 124 44" stroke="{dark}" stroke-width="5" fill="none" stroke-linecap="round"/><path d="M6 58Q64 40 122 58" stroke="{dark}" stroke-width="3.600" fill="none"/>'
        f'<path d="M16 80h10v46H16zM102 80h10v46h-10z" fill="{deep}"/><path d="M48 76h9v50h-9zM71 76h9v50h-9z" fill="{dark}"/><path d="M20 100L54 84M108 100L74 84" stroke="{deep}" stroke-width="4"/>'
        f'<path d="M0 72Q64 56 128 72V82Q64 66 0 82z" fill="{paint}"/><path d="M0 72Q64 56 128 72V75Q64 59 0 75z" fill="{light}"/>{planks}<path d="M0 82Q64 66 128 82V87Q64 71 0 87z" fill="{deep}"/>'
    )


def _paddling_pool(paint: str) -> str:
    """An inflated pool of three rings, with water in it."""
    dark, light = darker(paint, 0.22), lighter(paint, 0.35)
    rings = (("#f6c945", 108), (paint, 94), ("#f2707c", 80))
    drawn = "".join(
        f'<path d="M2 {y}Q2 {y + 18} 64 {y + 18}T126 {y}V{y - 12}H2z" fill="{ring}"/><path d="M8 {y + 2}Q30 {y + 13} 64 {y + 13}" stroke="#fff" stroke-width="2.600" fill="none" opacity=".5" stroke-linecap="round"/>'
        for ring, y in rings
    )
    return (
        f'{down("w", (0, "#9fe0f6"), (1, "#4fb6e4"))}{drawn}<ellipse cx="64" cy="70" rx="62" ry="17" fill="#f79aa2"/><ellipse cx="64" cy="70" rx="62" ry="17" fill="none" stroke="#e25a68" stroke-width="1.500"/>'
        f'<ellipse cx="64" cy="72" rx="52" ry="12" fill="url(#w)"/><path d="M30 70q8-4 16 0t16 0M66 76q8-4 16 0t14 0" stroke="#fff" stroke-width="2" fill="none" opacity=".8" stroke-linecap="round"/>'
        f'<path d="M14 100l4 4M30 108l4 3M96 110l4-3M112 102l3-4" stroke="{light}" stroke-width="3" stroke-linecap="round"/><path d="M4 {108}Q6 122 64 125T124 108Q122 124 64 126T4 108z" fill="{dark}" opacity=".35"/>'
    )


def _cottage(lit: bool, smokes: bool, paint: str) -> str:
    """A small house of wood: its windows lit, its chimney smoking, as told."""
    dark, roof, roof_dark = darker(paint, 0.25), "#8a4a3a", "#6d3629"
    glass, glow = ("#ffd968", "#fff3b8") if lit else ("#9fc4d8", "#cfe6f0")
    logs = "".join(
        f'<path d="M20 {y}h88" stroke="{dark}" stroke-width="1.600" opacity=".6"/>' for y in range(70, 124, 9)
    )
    shine = (
        "".join(f'<ellipse cx="{x}" cy="92" rx="21" ry="20" fill="#ffdf7a" opacity=".35"/>' for x in (38, 90))
        if lit
        else ""
    )
    panes = "".join(
        f'<rect x="{x}" y="80" width="24" height="23" rx="1.500" fill="#6b4226"/><rect x="{x + 2.5}" y="82.500" width="19" height="18" fill="{glass}"/><rect x="{x + 2.5}" y="82.500" width="19" height="8" fill="{glow}" opacity=".7"/><path d="M{x + 12} 82v19M{x + 2} 91.500h20" stroke="#6b4226" stroke-width="2"/>'
        for x in (26, 78)
    )
    smoke = (
        '<g fill="#e9edf0" opacity=".92"><circle cx="97" cy="22" r="6"/><circle cx="103" cy="14" r="7"/><circle cx="94" cy="9" r="6"/><circle cx="106" cy="5" r="5"/></g>'
        if smokes
        else ""
    )
    return (
        f'{smoke}<path d="M89 28h14v34H89z" fill="#9a5a48"/><path d="M87 25h18v6H87z" fill="#7d4436"/><path d="M20 64h88v61H20z" fill="{paint}"/>{logs}'
        f'<path d="M64 22L12 68H116z" fill="{darker(paint, 0.12)}"/><path d="M64 16L4 70l6 6L64 28l54 48 6-6z" fill="{roof}"/><path d="M64 16L4 70l3 3L64 22l57 51 3-3z" fill="{roof_dark}"/>'
        f'{shine}{panes}<rect x="55" y="88" width="18" height="37" rx="1.500" fill="#6b4226"/><rect x="57" y="90" width="14" height="35" fill="#8f5a34"/><circle cx="68" cy="109" r="1.600" fill="#f4cf62"/>'
        f'<circle cx="64" cy="54" r="8" fill="#6b4226"/><circle cx="64" cy="54" r="5.500" fill="{glass}"/><path d="M64 48v12M58 54h12" stroke="#6b4226" stroke-width="1.600"/><path d="M14 122h100v4H14z" fill="#7d7468"/>'
    )


PROPS = {
    "bare-snowman": Prop(_bare_snowman, "#e0e0e0"),
    "pyramid": Prop(_pyramid, "#e0b766"),
    "wooden-bridge": Prop(_wooden_bridge, "#b07d4a", rest=(64.0, 70.0), rest_width=84.0),
    "paddling-pool": Prop(_paddling_pool, "#4f9fe0", rest=(64.0, 74.0), rest_width=100.0),
    "log-cabin": Prop(partial(_cottage, False, False), "#b98552"),
    "lit-cottage": Prop(partial(_cottage, True, False), "#b98552"),
    "smoking-cottage": Prop(partial(_cottage, False, True), "#b98552"),
    "cosy-cottage": Prop(partial(_cottage, True, True), "#b98552"),
    "bridge": Prop(_bridge, "#b7a58f", rest=(64.0, 60.0), rest_width=70.0),
    "stop-sign": Prop(_stop_sign, "#d32f2f"),
    "fire-hydrant": Prop(_fire_hydrant, "#e23b34"),
    "parking-meter": Prop(_parking_meter, "#5b7286"),
    "street-lamp": Prop(_street_lamp, "#37474f"),
    "hot-air-balloon": Prop(_hot_air_balloon, "#e5483f"),
    "surfboard": Prop(_surfboard, "#26a9c4"),
    "fence": Prop(_fence, "#e9d8b8"),
    "bush": Prop(_bush, "#5aa048"),
    "bamboo": Prop(_bamboo, "#7bb342"),
    "grass": Prop(_grass, "#6bb544"),
    "campfire": Prop(_campfire, "#f4511e"),
    "bench": Prop(_bench, "#b5763f", rest=(64.0, 86.0), rest_width=100.0),
    "basket": Prop(_basket, "#c99a5b", rest=(64.0, 60.0), rest_width=88.0),
    "pumpkin": Prop(_pumpkin, "#f28a22"),
    "ball": Prop(_ball, "#e53935"),
    "baseball-bat": Prop(_baseball_bat, "#d3a465"),
    "baseball-glove": Prop(_baseball_glove, "#a9652f"),
    "snowboard": Prop(_snowboard, "#3f6fd8"),
    "mailbox": Prop(_mailbox, "#d8443a"),
    "signpost": Prop(_signpost, "#d6a266"),
}

"""Props of games, sport, music and the playground."""

from __future__ import annotations

from paintover.engines.illustrator.colour import darker, lighter
from paintover.engines.illustrator.sprites.props.shape import Prop, across, down, gloss

WATER = "#6cc5e8"


def _swing_set(paint: str) -> str:
    dark = darker(paint, 0.35)
    seats = "".join(
        f'<path d="M{x} 18V88M{x + 24} 18V88" stroke="#7d868c" stroke-width="2.500"/><rect x="{x - 3}" y="86" width="30" height="7" rx="3" fill="{seat}"/><rect x="{x - 3}" y="90.500" width="30" height="2.500" rx="1" fill="{darker(seat, 0.35)}"/>'
        for x, seat in ((36, "#3f8fd2"), (70, "#f2b233"))
    )
    return (
        f'<path d="M22 12L4 124M22 12L34 124" stroke="{dark}" stroke-width="6" stroke-linecap="round"/><path d="M106 12L94 124M106 12L124 124" stroke="{dark}" stroke-width="6" stroke-linecap="round"/>'
        f'<path d="M22 12L4 124M106 12L124 124" stroke="{paint}" stroke-width="3.500" stroke-linecap="round"/>{seats}<rect x="14" y="8" width="100" height="10" rx="5" fill="{paint}"/><rect x="16" y="9.500" width="96" height="3" rx="1.500" fill="{lighter(paint, 0.4)}"/>'
    )


def _seesaw(paint: str) -> str:
    dark = darker(paint, 0.35)
    return (
        f'<path d="M64 76L44 124H84z" fill="#5b7286"/><path d="M64 76L84 124H74z" fill="#44586a"/><path d="M4 94L122 50L124 60L6 104z" fill="{paint}"/><path d="M5 100L123 56L124 60L6 104z" fill="{dark}"/>'
        f'<circle cx="64" cy="77" r="7" fill="#37474f"/><circle cx="64" cy="77" r="3" fill="#9fb0bb"/><path d="M20 92V74q0-5 6-6M108 59V41q0-5-6-4" stroke="#e23b34" stroke-width="5" fill="none" stroke-linecap="round"/>'
        '<path d="M4 90l18-6.500 1.500 5L6 95zM104 53l18-6.500 1.500 5-18 6.500z" fill="#ffd65c"/>'
    )


def _waterslide(paint: str) -> str:
    dark, light = darker(paint, 0.3), lighter(paint, 0.3)
    steps = "".join(f"M98 {y}h22" for y in range(44, 118, 12))
    return (
        f'<ellipse cx="44" cy="114" rx="42" ry="12" fill="{darker(WATER, 0.25)}"/><ellipse cx="44" cy="112" rx="42" ry="11" fill="{WATER}"/>'
        f'<path d="M98 30V122M120 30V122" stroke="#8a97a1" stroke-width="5"/><path d="{steps}" stroke="#b4bec6" stroke-width="4"/>'
        f'<path d="M122 28Q84 30 78 52T30 104L54 112Q94 92 100 60Q102 44 122 44z" fill="{dark}"/><path d="M122 24Q80 26 74 48T24 98L40 106Q80 82 88 56Q92 38 122 38z" fill="{paint}"/>'
        f'<path d="M116 30Q84 32 80 52T32 100" stroke="{WATER}" stroke-width="7" fill="none" stroke-linecap="round"/><path d="M112 29Q82 32 78 50" stroke="#fff" stroke-width="2.500" fill="none" opacity=".8"/>'
        f'<rect x="92" y="18" width="36" height="10" rx="4" fill="{light}"/><path d="M14 100q6-12 12-2q8-12 12 2" stroke="#e8f7fc" stroke-width="4" fill="none" stroke-linecap="round"/>'
    )


def _diving_board(paint: str) -> str:
    steps = "".join(f"M82 {y}h18" for y in range(66, 122, 11))
    return (
        f'<path d="M70 124V52M112 124V36" stroke="#8a97a1" stroke-width="7"/><path d="M82 124V60M100 124V60" stroke="#b4bec6" stroke-width="4"/><path d="{steps}" stroke="#b4bec6" stroke-width="4"/>'
        f'<path d="M2 52L124 44V54L2 58z" fill="{paint}"/><path d="M2 56L124 50V54L2 58z" fill="{darker(paint, 0.35)}"/><path d="M2 52L40 49.500V55L2 57z" fill="#fff" opacity=".65"/>'
        '<path d="M66 48V24H118V44" stroke="#7d8a94" stroke-width="4" fill="none" stroke-linejoin="round"/>'
    )


def _swimming_pool(paint: str) -> str:
    return (
        f'<path d="M22 62H106L126 120H2z" fill="#e8dcc2"/><path d="M2 120H126V125H2z" fill="#c7b794"/><path d="M29 67H99L115 114H13z" fill="{darker(paint, 0.3)}"/>{down("s", (0, lighter(paint, 0.25)), (1, paint))}<path d="M28 71H100L115 114H13z" fill="url(#s)"/>'
        '<path d="M36 82q7-4 14 0t14 0M62 96q8-5 16 0t16 0M30 104q8-5 16 0t16 0M78 80q6-4 12 0" stroke="#fff" stroke-width="2.600" fill="none" stroke-linecap="round" opacity=".8"/>'
        '<path d="M92 96V60q0-8 7-8t7 8M108 100V62" stroke="#9aa7b2" stroke-width="4" fill="none" stroke-linecap="round"/><path d="M92 72h15M92 84h16" stroke="#9aa7b2" stroke-width="3.500"/>'
        '<circle cx="48" cy="92" r="9" fill="none" stroke="#f05b4f" stroke-width="6"/><path d="M48 83v-3M39 92h-3M57 92h3M48 101v3" stroke="#fff" stroke-width="5"/>'
    )


def _level_skateboard(paint: str) -> str:
    wheels = "".join(
        f'<path d="M{x - 6} 106h12l-3 8h-6z" fill="#8d979f"/><circle cx="{x}" cy="115" r="9" fill="#e8503f"/><circle cx="{x}" cy="115" r="3.500" fill="#ffd9a8"/>'
        for x in (32, 96)
    )
    board = "M2 88Q5 84 10 89L17 95Q21 99 27 99H101Q107 99 111 95L118 89Q123 84 126 88Q127 92 121 98L114 104Q109 108 101 108H27Q19 108 14 104L7 98Q1 92 2 88z"
    return (
        f'{wheels}<path d="{board}" fill="#d9a066"/><path d="M2 88Q5 84 10 89L17 95Q21 99 27 99H101Q107 99 111 95L118 89Q123 84 126 88Q126 90 124 92L113 101Q109 103 101 103H27Q19 103 15 101L4 92Q2 90 2 88z" fill="{paint}"/>'
        f"{gloss('M28 100.500H92', 1.6, 0.35)}"
    )


def _level_snowboard(paint: str) -> str:
    return (
        f'<path d="M2 100Q1 94 8 97Q14 108 24 110H104Q114 108 120 97Q127 94 126 100Q120 116 104 117H24Q8 116 2 100z" fill="{paint}"/>'
        f'<path d="M7 108Q14 116 24 117H104Q114 116 121 108Q116 121 104 121H24Q12 121 7 108z" fill="{darker(paint, 0.4)}"/><path d="M36 110h12l-3 7H33zM82 110h12l-3 7H79z" fill="#ffd84a"/>'
    )


def _level_surfboard(paint: str) -> str:
    return (
        f'<path d="M1 96Q28 103 64 103H108Q124 103 127 100Q124 112 64 112Q18 112 1 96z" fill="{paint}"/>'
        f'<path d="M7 100Q34 105 64 106H112Q122 106 126 103Q120 112 64 112Q22 112 7 100z" fill="{darker(paint, 0.28)}"/><path d="M50 103h14l-3 9H46z" fill="#fff" opacity=".9"/>'
    )


def _level_sled(paint: str) -> str:
    dark = darker(paint, 0.35)
    slats = "".join(f"M{x} 92v8" for x in range(34, 118, 14))
    return (
        f'<path d="M44 98L38 116M76 98V116M108 98L112 116" stroke="{dark}" stroke-width="5"/><path d="M122 118H26Q4 116 6 96Q7 88 16 90" stroke="{paint}" stroke-width="6" fill="none" stroke-linecap="round"/>'
        f'<path d="M20 91H122q4 0 4 5t-4 5H24z" fill="#e0a050"/><path d="M24 98H124q0 3-2 3H26z" fill="#b5763a"/><path d="{slats}" stroke="#b5763a" stroke-width="1.600"/>'
    )


def _golf_club(paint: str) -> str:
    return (
        f'<path d="M92 4L52 104" stroke="#7d868c" stroke-width="5" stroke-linecap="round"/><path d="M91 4L51 104" stroke="{lighter(paint, 0.55)}" stroke-width="2"/><path d="M94 2L80 36" stroke="#37302e" stroke-width="8" stroke-linecap="round"/>'
        f'<path d="M44 100Q58 98 58 108Q58 122 42 124H26Q14 124 16 114Q32 112 44 100z" fill="{paint}"/><path d="M18 116Q40 118 57 106Q58 122 42 124H26Q16 124 18 116z" fill="{darker(paint, 0.3)}"/><circle cx="96" cy="114" r="9" fill="#fafafa"/><path d="M90 119a9 9 0 0 0 14-1a9 9 0 0 1-14 1z" fill="#cfd5da"/>'
    )


def _hockey_puck(paint: str) -> str:
    return (
        f'<path d="M8 70V92Q8 112 64 112T120 92V70z" fill="{darker(paint, 0.35)}"/><ellipse cx="64" cy="70" rx="56" ry="22" fill="{paint}"/><ellipse cx="64" cy="69" rx="46" ry="16" fill="{lighter(paint, 0.14)}"/>'
        f'<path d="{"".join(f"M{x} 88v14" for x in range(18, 116, 8))}" stroke="{lighter(paint, 0.12)}" stroke-width="2.500"/>{gloss("M28 66Q44 58 62 58", 3, 0.35)}'
    )


def _dumbbell(paint: str) -> str:
    plates = "".join(
        f'<rect x="{x}" y="{64 - h / 2}" width="13" height="{h}" rx="5" fill="url(#s)"/>'
        for x, h in ((8, 46), (22, 68), (93, 68), (107, 46))
    )
    return f'{down("s", (0, lighter(paint, 0.45)), (0.3, paint), (1, darker(paint, 0.4)))}<rect x="32" y="58" width="64" height="12" rx="4" fill="#9aa7b2"/><rect x="32" y="59" width="64" height="4" rx="2" fill="#d5dce1"/>{plates}'


def _cello(paint: str) -> str:
    dark = darker(paint, 0.4)
    return (
        f'<path d="M64 122V127" stroke="#444" stroke-width="3"/>{across("s", (0, darker(paint, 0.2)), (0.35, lighter(paint, 0.28)), (1, darker(paint, 0.3)))}'
        f'<path d="M64 46Q92 44 90 62Q88 72 80 76Q82 84 94 90Q100 122 64 122T34 90Q46 84 48 76Q40 72 38 62Q36 44 64 46z" fill="url(#s)" stroke="{dark}" stroke-width="2.500"/>'
        '<path d="M60 8h8l2 74h-12z" fill="#2f2523"/><path d="M61 4q3-4 6 0v8h-6z" fill="#4a2c20"/><circle cx="57" cy="10" r="2.500" fill="#2f2523"/><circle cx="71" cy="10" r="2.500" fill="#2f2523"/><circle cx="57" cy="18" r="2.500" fill="#2f2523"/><circle cx="71" cy="18" r="2.500" fill="#2f2523"/>'
        '<path d="M50 78q-4 8 0 16q4-2 0-16M78 78q4 8 0 16q-4-2 0-16" fill="#2f2523" stroke="#2f2523" stroke-width="1.500"/><rect x="55" y="92" width="18" height="4" rx="1" fill="#e7c48a"/><path d="M59 98h10l-2 18h-6z" fill="#2f2523"/><path d="M62 12V98M64 12V98M66 12V98" stroke="#e9e4d8" stroke-width=".9"/>'
        '<path d="M116 8L98 118" stroke="#6d4428" stroke-width="3" stroke-linecap="round"/><path d="M119 12L102 116" stroke="#f3ecd8" stroke-width="1.500"/>'
    )


def _clarinet(paint: str) -> str:
    keys = "".join(
        f'<circle cx="{64 + d}" cy="{y}" r="3.200" fill="#d5dce1"/>'
        for d, y in ((-1, 40), (1, 52), (-1, 62), (1, 76), (-1, 86), (1, 96))
    )
    return (
        f'<g transform="rotate(24 64 64)">{across("s", (0, darker(paint, 0.4)), (0.35, lighter(paint, 0.4)), (1, paint))}<path d="M60 8Q60 1 64 1T68 8L69 20H59z" fill="#222"/><path d="M58 20H70L72 108H56z" fill="url(#s)"/>'
        f'<path d="M56 106H72Q74 120 82 127H46Q54 120 56 106z" fill="url(#s)"/><path d="M57 28h14v4H57zM56 68h16v4H56zM55 104h18v4H55zM46 123h36v4H46z" fill="#c3cbd1"/>{keys}<path d="M72 44l5 8v20M56 80l-5 6v14" stroke="#c3cbd1" stroke-width="2.500" fill="none"/></g>'
    )


def _drum_kit(paint: str) -> str:
    dark, shell = darker(paint, 0.35), "url(#s)"
    return (
        f'{across("s", (0, dark), (0.3, lighter(paint, 0.4)), (1, dark))}<path d="M14 40L26 124M114 34L104 124M26 124l-8-1M104 124l8-1" stroke="#7d868c" stroke-width="3"/>'
        '<ellipse cx="16" cy="38" rx="16" ry="4.500" fill="#e6b93a" transform="rotate(-10 16 38)"/><ellipse cx="112" cy="32" rx="16" ry="4.500" fill="#e6b93a" transform="rotate(10 112 32)"/>'
        f'<path d="M34 40h26v22H34zM70 38h26v24H70z" fill="{shell}"/><ellipse cx="47" cy="40" rx="13" ry="4.500" fill="#f6f2e8"/><ellipse cx="83" cy="38" rx="13" ry="4.500" fill="#f6f2e8"/>'
        f'<path d="M6 76h28v26H6zM92 74h30v32H92z" fill="{shell}"/><ellipse cx="20" cy="76" rx="14" ry="4.500" fill="#f6f2e8"/><ellipse cx="107" cy="74" rx="15" ry="5" fill="#f6f2e8"/><path d="M10 102v22M30 102v22M96 106v18M118 106v18" stroke="#7d868c" stroke-width="3"/>'
        f'<circle cx="64" cy="92" r="33" fill="{dark}"/><circle cx="64" cy="92" r="29" fill="#f6f2e8"/><circle cx="64" cy="92" r="14" fill="{paint}"/><path d="M38 118l-8 8M90 118l8 8" stroke="#7d868c" stroke-width="4"/>'
    )


PROPS = {
    "swing-set": Prop(_swing_set, "#d9483f", rest=(64.0, 88.0), rest_width=80.0),
    "seesaw": Prop(_seesaw, "#58a55c", rest=(63.0, 70.0), rest_width=116.0),
    "waterslide": Prop(_waterslide, "#f28a22"),
    "diving-board": Prop(_diving_board, "#4f9bd6", rest=(20.0, 52.0), rest_width=40.0),
    "swimming-pool": Prop(_swimming_pool, "#4fb8e0", rest=(64.0, 92.0), rest_width=80.0),
    "level-skateboard": Prop(_level_skateboard, "#3d434a", rest=(64.0, 101.0), rest_width=90.0),
    "level-snowboard": Prop(_level_snowboard, "#3f6fd2", rest=(64.0, 111.0), rest_width=96.0),
    "level-surfboard": Prop(_level_surfboard, "#2fa8bd", rest=(64.0, 104.0), rest_width=96.0),
    "level-sled": Prop(_level_sled, "#d6202f", rest=(74.0, 92.0), rest_width=84.0),
    "golf-club": Prop(_golf_club, "#5f6b75"),
    "hockey-puck": Prop(_hockey_puck, "#2f343b"),
    "dumbbell": Prop(_dumbbell, "#4b5663"),
    "cello": Prop(_cello, "#b5652e"),
    "clarinet": Prop(_clarinet, "#38322f"),
    "drum-kit": Prop(_drum_kit, "#c2333c"),
}

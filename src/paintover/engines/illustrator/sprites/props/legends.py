"""Figures of legends and of the stage that no emoji shows whole: beasts that walk upright, heroes, gods."""

from __future__ import annotations

from paintover.engines.illustrator.colour import darker, lighter
from paintover.engines.illustrator.sprites.props.people import GOLD, STEEL, bare_head, head, robe, suit
from paintover.engines.illustrator.sprites.props.shape import Prop


def _eyes(white: str = "#fff", iris: str = "#2b2430", size: float = 5.5) -> str:
    """Where moods are drawn over them, as those of all people are."""
    return "".join(
        f'<circle cx="{x}" cy="37" r="{size}" fill="{white}"/><circle cx="{x}" cy="38" r="{size * 0.55:.1f}" fill="{iris}"/>'
        for x in (54, 74)
    )


def _brows(paint: str) -> str:
    return (
        f'<path d="M44 28L60 33M84 28L68 33" stroke="{paint}" stroke-width="4.500" stroke-linecap="round"/>'
    )


def _lowered(drawn: str) -> str:
    """Smaller by an eighth, for what a head-dress rises over."""
    return f'<g transform="translate(7.680 15.120) scale(.88)">{drawn}</g>'


def _pelt(paint: str) -> str:
    """A piece of fur over one shoulder and about the hips."""
    return (
        f'<path d="M40 70Q64 58 88 70L84 104l-6 8-6-6-8 8-8-8-6 6-6-8z" fill="{paint}"/><path d="M40 70L78 104H46z" fill="{darker(paint, 0.25)}" opacity=".55"/>'
        f'<path d="M44 92h40v7H44z" fill="#4a3524"/><circle cx="64" cy="95.500" r="4.500" fill="{GOLD}"/>'
    )


def _ogre(paint: str) -> str:
    dark, light = darker(paint, 0.25), lighter(paint, 0.3)
    return (
        f'{suit(paint, dark, darker(paint, 0.35), hands=paint)}{_pelt("#8a5f38")}<path d="M34 40L12 28l6 22 16 4zM94 40l22-12-6 22-16 4z" fill="{dark}"/>'
        f'<path d="M32 44Q28 2 64 2t32 42q0 26-32 26T32 44z" fill="{paint}"/><path d="M40 20q8-14 24-14" stroke="{light}" stroke-width="4" fill="none" stroke-linecap="round"/>{_eyes("#fff7c8")}{_brows(darker(paint, 0.55))}'
        f'<ellipse cx="64" cy="47" rx="9" ry="6" fill="{dark}"/><path d="M44 55q20 12 40 0-2 12-20 12T44 55z" fill="#4a1f2e"/><path d="M48 58l3-11 5 13zM80 58l-3-11-5 13z" fill="#fdf8ea"/>'
    )


def _orc(paint: str) -> str:
    dark = darker(paint, 0.3)
    return (
        f'{suit("#5a4a42", "#3b3431", "#2b2622", hands=paint)}<path d="M40 70Q64 60 88 70L84 88Q64 94 44 88z" fill="{STEEL}"/><path d="M64 66v26M44 78h40" stroke="#7d8790" stroke-width="2.500"/><path d="M24 74q12-12 24-4l-4 12q-12 2-20-8zM104 74q-12-12-24-4l4 12q12 2 20-8z" fill="#7d8790"/><path d="M30 70l-4-10 10 6zM98 70l4-10-10 6z" fill="#fdf8ea"/>'
        f'<path d="M34 40L8 30l12 20 16 4zM94 40l26-10-12 20-16 4z" fill="{paint}"/><path d="M34 40Q34 4 64 4t30 36q2 30-30 30T34 40z" fill="{paint}"/><path d="M52 4q12-14 24 0l-2 16H54z" fill="#2b2622"/>{_eyes("#f7d36a", "#7a1f1a", 5)}{_brows(darker(paint, 0.6))}'
        f'<path d="M58 46q6-6 12 0l-2 5h-8z" fill="{dark}"/><path d="M44 56h40l-3 9q-17 6-34 0z" fill="#3b1f26"/><path d="M46 62l2-16 7 16zM82 62l-2-16-7 16z" fill="#fdf8ea"/>'
    )


def _goblin(paint: str) -> str:
    dark, light = darker(paint, 0.28), lighter(paint, 0.3)
    return (
        f'{suit("#8a5a3a", "#5a3f2c", "#3b2a20", hands=paint)}<path d="M44 92h40v7H44z" fill="#3b2a20"/><path d="M76 96h12v14H76z" fill="#b9834f"/>'
        f'<path d="M34 42Q10 40-4 18q26-2 42 12zM94 42q24-2 38-24-26-2-42 12z" fill="{paint}"/><path d="M30 38Q16 34 6 24q16 2 28 10zM98 38q14-4 24-14-16 2-28 10z" fill="{dark}"/>'
        f'<path d="M34 34Q36 2 64 2t30 32q0 24-30 38Q34 58 34 34z" fill="{paint}"/><path d="M44 16q8-10 20-10" stroke="{light}" stroke-width="4" fill="none" stroke-linecap="round"/>{_eyes("#f9ec6a", "#1d1a20", 7)}{_brows(darker(paint, 0.55))}'
        f'<path d="M60 40h8l6 14q-10 6-20 0z" fill="{dark}"/><path d="M48 58q16 8 32 0-6 8-16 8t-16-8z" fill="#3b1f26"/><path d="M54 60l2 5 3-4zM72 60l2 4 3-5z" fill="#fdf8ea"/>'
    )


def _werewolf(paint: str) -> str:
    dark, light = darker(paint, 0.3), lighter(paint, 0.4)
    return (
        f'<path d="M88 104q26 6 30-22-14 4-30 8z" fill="{dark}"/>{suit(paint, "#4a5f86", dark, hands=dark)}<path d="M46 88l6 8 6-6 6 8 6-8 6 6 6-8-2 18q-16 6-32 0z" fill="#4a5f86"/><path d="M52 70q12 16 24 0l-4 22q-8 6-16 0z" fill="{light}"/><path d="M32 104l-2 6M37 106v6M42 104l2 6M86 104l-2 6M91 106v6M96 104l2 6" stroke="#fdf8ea" stroke-width="2.500"/>'
        f'<path d="M36 28L32-6 58 12zM92 28l4-34-26 18z" fill="{paint}"/><path d="M40 20L38 4l12 10zM88 20l2-16-12 10z" fill="#e8a8a0"/><path d="M30 34Q34 6 64 6t34 28l8 18-14 2-8 12-20 6-20-6-8-12-14-2z" fill="{paint}"/><path d="M46 46q18-14 36 0 0 20-18 24-18-4-18-24z" fill="{light}"/>{_eyes("#f7d34a", "#1d1a20", 6)}{_brows(dark)}'
        f'<ellipse cx="64" cy="46" rx="6.500" ry="4.500" fill="#22201f"/><path d="M50 55q14 8 28 0-2 12-14 12T50 55z" fill="#4a1f2e"/><path d="M53 56l3 8 4-6zM75 56l-3 8-4-6z" fill="#fdf8ea"/>'
    )


def _bull(paint: str, cloth: str) -> str:
    dark, light = darker(paint, 0.3), lighter(paint, 0.35)
    return (
        f'{cloth}<path d="M38 22Q10 22 8-6q14 14 36 14zM90 22q28 0 30-28-14 14-36 14z" fill="#f1e3c4"/><path d="M36 34L14 40q4 10 22 6zM92 34l22 6q-4 10-22 6z" fill="{dark}"/>'
        f'<path d="M38 30Q40 4 64 4t26 26q0 14-6 22-2 18-20 18T44 52q-6-8-6-22z" fill="{paint}"/><path d="M44 52q20-12 40 0-2 18-20 18T44 52z" fill="{light}"/><ellipse cx="56" cy="56" rx="3" ry="4" fill="{dark}"/><ellipse cx="72" cy="56" rx="3" ry="4" fill="{dark}"/><path d="M58 60q6 10 12 0" stroke="{GOLD}" stroke-width="3" fill="none"/>{_eyes("#fff", "#7a1f1a", 5)}{_brows(darker(paint, 0.5))}'
    )


def _minotaur(paint: str) -> str:
    dark = darker(paint, 0.2)
    body = suit(paint, "#6a4a34", "#2b2622", hands=paint)
    return _bull(
        paint,
        f'{body}<path d="M52 76q12 8 24 0M64 78v12" stroke="{dark}" stroke-width="3" fill="none"/><path d="M44 92h40v8H44z" fill="#4a3524"/><path d="M44 100h40l-4 16-8-6-8 8-8-8-8 6z" fill="#a8483a"/><circle cx="64" cy="96" r="5" fill="{GOLD}"/>',
    )


def _bull_king(paint: str) -> str:
    return _bull(
        "#5f4a42",
        f'{robe(paint, hands="#5f4a42")}<path d="M44 70L64 84L84 70L90 120H38z" fill="{darker(paint, 0.3)}"/><path d="M50 72h28l4 30H46z" fill="{GOLD}"/><path d="M50 80h28M48 88h32M47 96h34" stroke="{darker(GOLD, 0.3)}" stroke-width="2"/>',
    )


def _cyclops(paint: str) -> str:
    dark = darker(paint, 0.28)
    return (
        f'{suit(paint, dark, dark, hands=paint)}{_pelt("#7a6a4a")}<path d="M60 4q4-14 8 0z" fill="#f1e3c4"/><path d="M32 42Q30 4 64 4t32 38q0 28-32 28T32 42z" fill="{paint}"/><circle cx="64" cy="34" r="16" fill="#fff"/><circle cx="64" cy="36" r="9" fill="#4f86c6"/><circle cx="64" cy="36" r="4.500" fill="#1d1a20"/><circle cx="60" cy="32" r="2.500" fill="#fff"/>'
        f'<path d="M46 18q18-10 36 0" stroke="{darker(paint, 0.5)}" stroke-width="5" fill="none" stroke-linecap="round"/><path d="M46 56q18 10 36 0-2 10-18 10t-18-10z" fill="#4a1f2e"/><path d="M52 58l3 6 4-5zM76 58l-3 6-4-5z" fill="#fdf8ea"/>'
    )


def _frankenstein(paint: str) -> str:
    return (
        f'{suit("#3f4a56", "#2b323b", "#22201f", hands=paint)}<path d="M54 66l10 12 10-12v40H54z" fill="#6a7480"/><path d="M44 92l8 4-8 4M84 88l-8 4 8 4" stroke="#22201f" stroke-width="2"/><path d="M26 54h12v8H26zM90 54h12v8H90z" fill="{STEEL}"/>'
        f'<path d="M36 12h56v42q-2 16-28 16T36 54z" fill="{paint}"/><path d="M34 4h60v18l-8-6-6 7-8-6-8 7-8-7-8 6-6-7-8 6z" fill="#22242b"/>{_eyes("#fffbe0", "#3b2a20", 5.5)}<path d="M44 28h18M66 28h18" stroke="{darker(paint, 0.5)}" stroke-width="4.500"/>'
        f'<path d="M60 46h8" stroke="{darker(paint, 0.35)}" stroke-width="4" stroke-linecap="round"/><path d="M50 58h28" stroke="#3b2a30" stroke-width="3.500" stroke-linecap="round"/><path d="M78 16l6 14M77 22l8-3M79 28l8-3" stroke="{darker(paint, 0.55)}" stroke-width="2"/>'
    )


def _pharaoh(paint: str) -> str:
    stripes = "".join(
        f'<path d="M{64 - w} {y}h{2 * w}" stroke="#2f5aa0" stroke-width="4"/>' for y, w in ((4, 16), (12, 25))
    )
    flap = "".join(
        f'<path d="M{x - 8} {y}h16" stroke="#2f5aa0" stroke-width="4"/>'
        for x in (33, 95)
        for y in range(30, 80, 9)
    )
    return (
        f'<path d="M36 22q-10 20-14 62h22l2-40zM92 22q10 20 14 62H84l-2-40z" fill="{GOLD}"/>{suit("#ffca28", "#fdfdfb", "#8a5a34")}<path d="M44 88h40l4 26H40z" fill="#fdfdfb"/><path d="M58 88h12l4 26H54z" fill="{paint}"/><path d="M36 70q28-16 56 0l-4 14q-24 12-48 0z" fill="{paint}"/><path d="M40 76q24 12 48 0M42 82q22 10 44 0" stroke="{GOLD}" stroke-width="3" fill="none"/>'
        f'{head("man")}<path d="M34 40Q30-4 64-4T94 40q2-14-8-18Q64 12 42 22q-10 4-8 18z" fill="{GOLD}"/><clipPath id="n"><path d="M34 40Q30-4 64-4T94 40q2-14-8-18Q64 12 42 22q-10 4-8 18z"/></clipPath><g clip-path="url(#n)">{stripes}</g><path d="M25 26h16v56H22zM87 26h16l3 56H87z" fill="{GOLD}"/>{flap}<path d="M62 16q-4-16 2-20 6 4 2 20z" fill="{paint}"/><circle cx="64" cy="-3" r="2.500" fill="#d8322f"/><path d="M60 66h8l-2 16h-4z" fill="#2f5aa0"/><path d="M46 37q8-5 14 0M68 37q8-5 14 0" stroke="#22201f" stroke-width="2" fill="none"/>'
    )


def _medusa(paint: str) -> str:
    green = "#6fa84a"
    snakes = "".join(
        f'<path d="{d}" stroke="{green}" stroke-width="6.500" fill="none" stroke-linecap="round"/><circle cx="{x}" cy="{y}" r="5" fill="{darker(green, 0.2)}"/><circle cx="{x - 1.5}" cy="{y - 1}" r="1.300" fill="#fff"/>'
        for d, x, y in (
            ("M42 20Q20 18 18 4", 18, 2),
            ("M48 12Q36 0 44-8", 45, -8),
            ("M60 8Q54-6 64-12", 65, -12),
            ("M74 8Q84-2 82-10", 82, -10),
            ("M82 14Q100 8 104-4", 104, -5),
            ("M88 24Q108 26 112 14", 112, 12),
            ("M40 32Q18 36 16 54", 16, 56),
            ("M88 34q20 6 22 22", 110, 58),
            ("M40 44q-14 10-10 26", 30, 72),
            ("M90 46q12 8 8 24", 98, 72),
        )
    )
    return _lowered(
        f'{robe(paint)}<path d="M40 70L84 92 92 120Q70 110 38 92z" fill="{lighter(paint, 0.35)}"/>{snakes}<circle cx="64" cy="40" r="26" fill="#ffca28"/><path d="M38 30Q42 4 64 4t26 26Q64 12 38 30z" fill="{green}"/>{_eyes()}{_brows("#3f5f2a")}<path d="M56 55q8 5 16 0" stroke="#8a3a2a" stroke-width="3" fill="none"/>'
    )


def _sumo(paint: str) -> str:
    return (
        f'<path d="M34 104q0 18 10 18h14V104zM94 104q0 18-10 18H70V104z" fill="#ffca28"/><path d="M36 126q0-7 9-7h14v7zM92 126q0-7-9-7H69v7z" fill="#e5a51d"/><path d="M30 72Q14 82 22 102l12 4 4-24zM98 72q16 10 8 30l-12 4-4-24z" fill="#e5a51d"/><circle cx="28" cy="102" r="7" fill="#ffca28"/><circle cx="100" cy="102" r="7" fill="#ffca28"/>'
        f'<path d="M30 76Q34 62 64 62t34 14q8 34-10 40-24 8-48 0-18-6-10-40z" fill="#ffca28"/><path d="M40 82q10 8 22 0M66 82q12 8 22 0" stroke="#d99a1c" stroke-width="2.500" fill="none"/><circle cx="64" cy="94" r="2" fill="#d99a1c"/><path d="M28 98q36 16 72 0v11q-36 12-72 0z" fill="{paint}"/><path d="M56 104h16v16q-8 4-16 0z" fill="{darker(paint, 0.2)}"/>{head("man")}<path d="M40 26Q42 2 64 2t24 24Q64 12 40 26z" fill="#2b2622"/><path d="M56 4q8-14 16 0z" fill="#2b2622"/>'
    )


def _geisha(paint: str) -> str:
    return (
        f'{robe(paint)}<path d="M48 68L66 88L84 68" stroke="#fff" stroke-width="4" fill="none"/><path d="M40 88Q64 94 88 88V102Q64 108 40 102z" fill="{GOLD}"/><path d="M40 95Q64 101 88 95" stroke="#c8323c" stroke-width="3" fill="none"/><g fill="#fff" opacity=".85"><circle cx="48" cy="112" r="3.500"/><circle cx="64" cy="116" r="3"/><circle cx="80" cy="110" r="3.500"/><circle cx="30" cy="92" r="2.500"/><circle cx="98" cy="92" r="2.500"/></g>'
        f'<circle cx="64" cy="42" r="24" fill="#fdf3ee"/><path d="M38 44Q28 0 64 0t26 44Q90 26 64 20 40 26 38 44z" fill="#22201f"/><path d="M46 4q18-22 36 0z" fill="#22201f"/><path d="M26 26q6-16 16-8l-2 18q-12 2-14-10zM102 26q-6-16-16-8l2 18q12 2 14-10z" fill="#22201f"/><circle cx="40" cy="10" r="5" fill="#e5566a"/><circle cx="34" cy="16" r="3.500" fill="#f7b3c0"/><path d="M84 6l18-8M86 10l18-2" stroke="{GOLD}" stroke-width="3"/>'
        '<path d="M48 37q6-5 12 0M68 37q6-5 12 0" stroke="#22201f" stroke-width="3" fill="none"/><circle cx="54" cy="39" r="2.500" fill="#22201f"/><circle cx="74" cy="39" r="2.500" fill="#22201f"/><path d="M60 54q2-3 4 0 2-3 4 0-1 5-4 5t-4-5z" fill="#d8322f"/><circle cx="47" cy="48" r="4" fill="#f7b3c0" opacity=".8"/><circle cx="81" cy="48" r="4" fill="#f7b3c0" opacity=".8"/>'
    )


def _opera(paint: str) -> str:
    flags = "".join(
        f'<path d="M{x} 70L{x + dx} -2" stroke="{GOLD}" stroke-width="2.500"/><path d="M{x + dx} -2q{s * 20} 4 {s * 24} 22-6 2 {-s * 18} 4z" fill="{paint}" stroke="#2f7fb0" stroke-width="2"/>'
        for x, dx, s in ((40, -18, -1), (46, -6, -1), (82, 6, 1), (88, 18, 1))
    )
    return _lowered(
        f'{flags}{robe(paint)}<path d="M50 68h28l6 50H44z" fill="#2f7fb0"/><path d="M46 92h36M45 104h38" stroke="{GOLD}" stroke-width="3"/><circle cx="64" cy="82" r="7" fill="{GOLD}"/><path d="M40 72q24 14 48 0l-2 10q-22 10-44 0z" fill="{GOLD}"/>'
        f'<path d="M38 36Q38 8 64 8t26 28q0 34-26 34T38 36z" fill="#fdfdfb"/><path d="M44 26q10-8 18 8-6 14-16 8zM84 26q-10-8-18 8 6 14 16 8z" fill="#22201f"/><circle cx="54" cy="37" r="4" fill="#fff"/><circle cx="74" cy="37" r="4" fill="#fff"/><circle cx="54" cy="37" r="2" fill="#22201f"/><circle cx="74" cy="37" r="2" fill="#22201f"/><path d="M60 12h8l-2 20h-4zM44 48q8 4 14 2-8 10-14-2zM84 48q-8 4-14 2 8 10 14-2z" fill="#d8322f"/><path d="M56 58q8 6 16 0" stroke="#d8322f" stroke-width="3.500" fill="none"/>'
        f'<path d="M34 20Q40-8 64-8t30 28Q64 8 34 20z" fill="{GOLD}"/><g fill="{paint}"><circle cx="46" cy="6" r="5"/><circle cx="64" cy="-4" r="6"/><circle cx="82" cy="6" r="5"/></g><path d="M44-2Q30-26 10-22M84-2q14-24 34-20" stroke="#8a5a34" stroke-width="3" fill="none" transform="translate(0 6)"/>'
    )


def _prisoner(paint: str) -> str:
    bands = "".join(
        f'<path d="M28 {y}h72" stroke="#2b2b33" stroke-width="4.500"/>' for y in range(68, 122, 10)
    )
    return (
        f'{suit(paint, paint)}<clipPath id="j"><path d="M40 70Q64 58 88 70L97 98H86L84 118H46L44 98H31z"/></clipPath><g clip-path="url(#j)">{bands}</g>{head("man")}<path d="M40 24Q40 2 64 2t24 22Q64 14 40 24z" fill="{paint}"/><path d="M41 20Q64 10 87 20M46 10q18-8 36 0" stroke="#2b2b33" stroke-width="3.500" fill="none"/>'
        '<path d="M56 122q16 8 36 2" stroke="#7d8790" stroke-width="3.500" fill="none" stroke-dasharray="5 2"/><circle cx="104" cy="117" r="10" fill="#2b2b33"/><path d="M99 113q3-4 6-4" stroke="#7d8790" stroke-width="2" fill="none"/>'
    )


def _general(paint: str) -> str:
    scales = "".join(
        f'<path d="M{x} {y}q4 6 8 0" stroke="{darker(paint, 0.35)}" stroke-width="2" fill="none"/>'
        for y in (76, 83, 90, 97, 104)
        for x in range(46, 80, 8)
    )
    return _lowered(
        f'<path d="M36 70Q24 100 22 122H106Q104 100 92 70z" fill="#b8323a"/>{suit(paint, "#5a3f2c", "#2b2622")}{scales}<path d="M44 92h40v7H44z" fill="#5a2f24"/><circle cx="64" cy="95.500" r="5.500" fill="{GOLD}"/><circle cx="64" cy="78" r="7" fill="{GOLD}"/><path d="M28 72q10-10 20-2l-4 14q-12 0-16-12zM100 72q-10-10-20-2l4 14q12 0 16-12z" fill="{GOLD}"/>'
        f'{head("man-beard")}<path d="M36 30Q34 2 64 2t28 28l4 26q-10 0-12-12l-2-18Q64 16 46 26l-2 18q-2 12-12 12z" fill="{paint}"/><path d="M38 28Q64 12 90 28l1-7Q64 4 37 21z" fill="{GOLD}"/><path d="M62 4h4V-10h-4z" fill="{GOLD}"/><path d="M64-10q14 2 16 14-10-4-16-2-6-2-16 2 2-12 16-14z" fill="#d8322f"/>'
    )


def _swordsman(paint: str) -> str:
    return _lowered(
        f'<path d="M92 66L112 4" stroke="#4a3524" stroke-width="6" stroke-linecap="round"/><path d="M96 52l10 4" stroke="{GOLD}" stroke-width="5"/>{robe(paint)}<path d="M48 68L66 90L84 68" stroke="{lighter(paint, 0.55)}" stroke-width="4" fill="none"/><path d="M38 92Q64 100 90 92V101Q64 108 38 101z" fill="{darker(paint, 0.4)}"/><path d="M58 100h6v20h-6z" fill="{darker(paint, 0.4)}"/>'
        f'{head("man")}<path d="M38 40Q32 2 64 2t26 38l-4-14Q64 14 42 26z" fill="#22201f"/><path d="M54 4q10-18 20 0z" fill="#22201f"/><path d="M52 4h24" stroke="{lighter(paint, 0.3)}" stroke-width="4"/><path d="M38 34q-6 20 0 30M90 34q6 20 0 30" stroke="#22201f" stroke-width="4" fill="none"/>'
    )


def _chief(paint: str) -> str:
    feathers = "".join(
        f'<g transform="rotate({turn} 64 36)"><path d="M64 10q-9-18 0-34 9 16 0 34z" fill="#fdfdfb"/><path d="M64-24q-6 6-6 14h12q0-8-6-14z" fill="{tip}"/></g>'
        for turn, tip in zip(
            range(-100, 101, 20), ["#d8322f", "#22201f", "#2f7fb0"] * 3 + ["#22201f", "#d8322f"], strict=True
        )
    )
    return _lowered(
        f'{feathers}{suit(paint, darker(paint, 0.2), "#6a4a34")}<path d="M44 98l3 12 4-10 3 12 4-10 3 12 4-10 3 12 4-10 3 12 4-10 4 10" stroke="{darker(paint, 0.35)}" stroke-width="2.500" fill="none"/><path d="M48 72q16 20 32 0" stroke="#2f7fb0" stroke-width="5" fill="none" stroke-dasharray="4 2"/><path d="M50 78q14 18 28 0" stroke="#d8322f" stroke-width="4" fill="none" stroke-dasharray="3 2"/>'
        f'{head("man")}<path d="M38 30Q64 14 90 30l1-9Q64 6 37 21z" fill="#d8322f"/><path d="M42 24l5-5 5 4 6-5 6 4 6-4 6 5 5-4 5 5" stroke="#fdfdfb" stroke-width="2" fill="none"/><path d="M38 36q-4 18-2 34M90 36q4 18 2 34" stroke="#22201f" stroke-width="6" stroke-linecap="round" fill="none"/><path d="M44 46h8M76 46h8" stroke="#d8322f" stroke-width="3"/>'
    )


def _cheerleader(paint: str) -> str:
    pompoms = "".join(
        f'<g transform="translate({x} {y})"><circle r="13" fill="{paint}"/>'
        + "".join(
            f'<path d="M0 0L{dx} {dy}" stroke="{c}" stroke-width="3.500" stroke-linecap="round"/>'
            for dx, dy, c in (
                (16, 0, paint),
                (11, 11, "#fff"),
                (0, 16, paint),
                (-11, 11, "#fff"),
                (-16, 0, paint),
                (-11, -11, "#fff"),
                (0, -16, paint),
                (11, -11, "#fff"),
            )
        )
        + "</g>"
        for x, y in ((26, 100), (102, 100))
    )
    return f'<path d="M50 104h11v18H50zM67 104h11v18H67z" fill="#ffca28"/><path d="M44 126q0-7 8-7h10v7zM84 126q0-7-8-7H66v7z" fill="#fff"/><path d="M42 70Q30 82 30 98l8 2 10-18zM86 70q12 12 12 28l-8 2-10-18z" fill="#ffca28"/><path d="M42 70Q64 60 86 70L82 94H46z" fill="{paint}"/><path d="M46 90h36l8 20H38z" fill="#fdfdfb"/><path d="M52 92l-5 18M64 92v18M76 92l5 18" stroke="{paint}" stroke-width="4"/><path d="M52 70l12 12 12-12" stroke="#fff" stroke-width="4" fill="none"/>{pompoms}{head("woman")}<path d="M40 14q-14-10-12 6 2 8 12 0zM88 14q14-10 12 6-2 8-12 0z" fill="{paint}"/>'


def _guanyin(paint: str) -> str:
    return (
        f'<circle cx="64" cy="36" r="36" fill="#fbe9a0" opacity=".75"/><path d="M10 120q10-16 24-8 6-14 16-4 6-14 14-14t14 14q10-10 16 4 14-8 24 8-20 8-54 8t-54-8z" fill="#f7b3c0"/><path d="M34 112q4 12 12 12M64 104v20M94 112q-4 12-12 12" stroke="#e0869a" stroke-width="2.500" fill="none"/>{robe(paint)}<path d="M36 72Q64 96 92 72L96 112Q64 92 32 112z" fill="#fdfdfb" opacity=".9"/><path d="M50 74q14 16 28 0" stroke="{GOLD}" stroke-width="3" fill="none"/>'
        f'{head("woman")}<path d="M34 60Q26 4 64-2t30 62q-8-8-8-26-8-12-22-14-14 2-22 14 0 18-8 26z" fill="#fdfdfb"/><path d="M54 12q10-16 20 0z" fill="{GOLD}"/><circle cx="64" cy="10" r="3" fill="#d8322f"/><circle cx="64" cy="27" r="2" fill="#d8322f"/><path d="M88 98q2-10 8-14l6 0q4 8 0 16l-4 8h-6z" fill="#8fd0c4"/><path d="M98 84q4-18 14-22-2 14-12 22z" fill="#6fae4f"/>'
    )


def _laughing_buddha(paint: str) -> str:
    return (
        f'<path d="M6 118q14-26 58-26t58 26q-20 8-58 8T6 118z" fill="{darker(paint, 0.2)}"/><path d="M30 72Q10 84 14 106l16 4 8-24zM98 72q20 12 16 34l-16 4-8-24z" fill="{paint}"/><path d="M30 76Q36 62 64 62t34 14q10 44-34 46-44-2-34-46z" fill="#ffca28"/><path d="M30 76Q36 62 46 64q-14 20-6 54-18-8-10-42zM98 76q-6-14-16-12 14 20 6 54 18-8 10-42z" fill="{paint}"/><path d="M46 84q8 6 16 0M66 84q8 6 16 0" stroke="#d99a1c" stroke-width="2.500" fill="none"/><circle cx="64" cy="102" r="3" fill="#d99a1c"/><circle cx="22" cy="110" r="7" fill="#ffca28"/><circle cx="106" cy="110" r="7" fill="#ffca28"/>'
        f'<path d="M40 74q24 24 48 0" stroke="#6a2f24" stroke-width="5" fill="none" stroke-dasharray="5 2"/><ellipse cx="36" cy="46" rx="7" ry="14" fill="#ffca28"/><ellipse cx="92" cy="46" rx="7" ry="14" fill="#ffca28"/><circle cx="64" cy="36" r="29" fill="#ffca28"/><path d="M47 37q7-8 14 0M67 37q7-8 14 0" stroke="#5a3a1c" stroke-width="3.500" fill="none" stroke-linecap="round"/><path d="M48 47h32q-2 15-16 15T48 47z" fill="#7a2a24"/><path d="M50 47h28v4H50z" fill="#fff"/><circle cx="44" cy="46" r="4.500" fill="#f29a5a"/><circle cx="84" cy="46" r="4.500" fill="#f29a5a"/><circle cx="64" cy="20" r="2.500" fill="#d8322f"/>'
    )


def _bone_lady(paint: str) -> str:
    return f'{robe(paint)}<path d="M48 68L66 88L84 68" stroke="#8a93a0" stroke-width="4" fill="none"/><path d="M38 92Q64 100 90 92V99Q64 106 38 99z" fill="#5a6070"/><path d="M64 46v40" stroke="none"/><path d="M36 66Q24 6 64 2t28 64l-10 6-2-40Q64 18 48 32l-2 40z" fill="#2b2b33"/>{bare_head("woman-bald")}<path d="M40 40Q36 8 64 6t24 34Q84 20 64 18T40 40z" fill="#2b2b33"/><path d="M52 10q12-14 24 0z" fill="#fdfdfb"/><circle cx="60" cy="6" r="2" fill="#22201f"/><circle cx="68" cy="6" r="2" fill="#22201f"/><path d="M46 30l12 2M82 30l-12 2" stroke="#8a3a5a" stroke-width="3"/>'


def _dragon_king(paint: str) -> str:
    scale, dark = "#4f9a7a", "#2f6a54"
    return _lowered(
        f'{robe(paint, hands=scale)}<path d="M44 70L64 86L84 70L92 118Q64 128 36 118z" fill="{darker(paint, 0.15)}"/><circle cx="64" cy="96" r="11" fill="{GOLD}"/><path d="M58 96q6-8 12 0-6 8-12 0z" fill="#d8322f"/><path d="M38 36Q14 30 16 4q6 14 16 12-2-10 4-14 2 16 14 20zM90 36q24-6 22-32-6 14-16 12 2-10-4-14-2 16-14 20z" fill="{GOLD}"/>'
        f'<path d="M36 32Q38 6 64 6t28 26q0 14-8 20-4 18-20 18T44 52q-8-6-8-20z" fill="{scale}"/><path d="M44 50q20-12 40 0-2 20-20 20T44 50z" fill="{lighter(scale, 0.35)}"/><ellipse cx="56" cy="50" rx="3" ry="2.500" fill="{dark}"/><ellipse cx="72" cy="50" rx="3" ry="2.500" fill="{dark}"/><path d="M48 58q16 8 32 0" stroke="{dark}" stroke-width="3" fill="none"/><path d="M44 52Q26 56 22 76M84 52q18 4 22 24" stroke="{GOLD}" stroke-width="3" fill="none" stroke-linecap="round"/><path d="M52 68q12 22 24 0-6 22-12 24-6-2-12-24z" fill="#fdfdfb"/>{_eyes("#fff", "#7a1f1a", 5.5)}{_brows("#fdfdfb")}'
        f'<path d="M40 14h48l-4-14H44z" fill="{paint}"/><path d="M36 2h56v-7H36z" fill="#2b2b33"/><path d="M40-5v10M50-5v12M78-5v12M88-5v10" stroke="{GOLD}" stroke-width="2"/>'
    )


def _nutcracker(paint: str) -> str:
    return (
        f'{suit(paint, "#fdfdfb", "#22201f", hands="#fdfdfb")}<path d="M46 70v30M82 70v30" stroke="{GOLD}" stroke-width="3"/><path d="M50 76h28M50 84h28M50 92h28" stroke="{GOLD}" stroke-width="3.500"/><path d="M44 98h40v6H44z" fill="#22201f"/><path d="M28 72h20v7H28zM80 72h20v7H80z" fill="{GOLD}"/><path d="M24 118h80v8H24z" fill="#6fae4f"/>'
        f'<path d="M40 20h48v44q-24 10-48 0z" fill="#fbdcb8"/><path d="M36 24q-6 30 4 40l4-20zM92 24q6 30-4 40l-4-20z" fill="#fdfdfb"/><circle cx="54" cy="37" r="4.500" fill="#2f5aa0"/><circle cx="74" cy="37" r="4.500" fill="#2f5aa0"/><path d="M46 28q8-4 14 0M68 28q8-4 14 0" stroke="#22201f" stroke-width="3" fill="none"/><path d="M62 38h4l2 8h-8z" fill="#f0b080"/><path d="M46 48q10-4 18 0 8-4 18 0-8 6-18 3-10 3-18-3z" fill="#22201f"/><path d="M52 53h24v9H52z" fill="#fff" stroke="#22201f" stroke-width="1.500"/><path d="M58 53v9M64 53v9M70 53v9M52 57.500h24" stroke="#22201f" stroke-width="1"/><path d="M52 64h24l-4 16h-16z" fill="#fdfdfb"/><circle cx="44" cy="46" r="4" fill="#f29a8e"/><circle cx="84" cy="46" r="4" fill="#f29a8e"/>'
        f'<path d="M38 22V-8h52v30z" fill="#22201f"/><path d="M38 12h52v8H38z" fill="{GOLD}"/><circle cx="64" cy="2" r="6" fill="{GOLD}"/><path d="M36 20h56v6H36z" fill="#22201f"/>'
    )


PROPS = {
    "ogre": Prop(_ogre, "#7fa84f"),
    "orc": Prop(_orc, "#5f8a54"),
    "goblin": Prop(_goblin, "#86b84a"),
    "werewolf": Prop(_werewolf, "#7d7068"),
    "minotaur": Prop(_minotaur, "#8a5a3c"),
    "bull-king": Prop(_bull_king, "#a3303a"),
    "cyclops": Prop(_cyclops, "#c98f6a"),
    "frankenstein": Prop(_frankenstein, "#9dbb7a"),
    "pharaoh": Prop(_pharaoh, "#2fa3b0"),
    "medusa": Prop(_medusa, "#5f8f7a"),
    "sumo-wrestler": Prop(_sumo, "#2f5aa0"),
    "geisha": Prop(_geisha, "#c8324a"),
    "opera-performer": Prop(_opera, "#c8323c"),
    "prisoner": Prop(_prisoner, "#f4f4f0"),
    "general": Prop(_general, "#8a939c"),
    "swordsman": Prop(_swordsman, "#3f5f7a"),
    "tribal-chief": Prop(_chief, "#b9834f"),
    "cheerleader": Prop(_cheerleader, "#d8474a"),
    "guanyin": Prop(_guanyin, "#eef2f4"),
    "laughing-buddha": Prop(_laughing_buddha, "#d98a2e"),
    "bone-lady": Prop(_bone_lady, "#dfe3ea"),
    "dragon-king": Prop(_dragon_king, "#d9a632"),
    "nutcracker": Prop(_nutcracker, "#c8323c"),
}

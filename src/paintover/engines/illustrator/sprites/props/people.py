"""People that no emoji shows: a head of the emoji set, and clothes of our own."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from paintover.engines.illustrator.colour import darker, lighter
from paintover.engines.illustrator.sprites.art import icon_body
from paintover.engines.illustrator.sprites.faces import bloom
from paintover.engines.illustrator.sprites.props.shape import Prop, across

SKIN, SHOE, GOLD, STEEL = "#ffca28", "#4a3b38", "#d9a632", "#b4bec6"


def head(icon: str) -> str:
    """The head, from y = 0 to 68, its face between x = 40 and 88, the eyes at y = 36."""
    return f'<g transform="translate(28.2 -2) scale(.56)">{_face(icon)}</g>'


def _face(icon: str) -> str:
    """The icon with cheeks, where its beard leaves room for them."""
    body = icon_body(icon)
    return body if icon.endswith("beard") else bloom(body)


def bare_head(icon: str) -> str:
    """The head of a bust, without the shoulders that its drawing has."""
    return (
        '<clipPath id="h"><rect x="0" y="-8" width="128" height="76"/></clipPath>'
        f'<g clip-path="url(#h)"><g transform="translate(18 -1) scale(.72)">{_face(icon)}</g></g>'
    )


def suit(shirt: str, trousers: str, shoe: str = SHOE, *, hands: str = SKIN) -> str:
    """Jacket, trousers, shoes and hands."""
    fold = darker(shirt, 0.18)
    return (
        f'<path d="M48 98h14v23H48zM66 98h14v23H66z" fill="{trousers}"/><path d="M41 126q0-7 8-7h13v7zM87 126q0-7-8-7H66v7z" fill="{shoe}"/>'
        f'<path d="M42 69Q31 81 32 98h10L48 79zM86 69Q97 81 96 98H86L80 79z" fill="{fold}"/><circle cx="37" cy="100" r="5.400" fill="{hands}"/><circle cx="91" cy="100" r="5.400" fill="{hands}"/>'
        f'<path d="M40 70Q64 58 88 70L84 83L82 104Q64 109 46 104L44 83z" fill="{shirt}"/><path d="M46 99L46 104Q64 109 82 104L82 99Q64 104 46 99z" fill="{fold}"/>'
    )


def robe(paint: str, *, hands: str = SKIN) -> str:
    """A long robe with wide sleeves."""
    fold = darker(paint, 0.2)
    return (
        f'<path d="M46 118h14v8H42q0-6 4-8zM82 118H68v8h18q0-6-4-8z" fill="{SHOE}"/><circle cx="34" cy="101" r="5.400" fill="{hands}"/><circle cx="94" cy="101" r="5.400" fill="{hands}"/>'
        f'<path d="M44 68Q28 78 22 98L40 104L50 84zM84 68Q100 78 106 98L88 104L78 84z" fill="{fold}"/><path d="M40 70Q64 58 88 70Q92 96 94 120Q64 127 34 120Q36 96 40 70z" fill="{paint}"/><path d="M35 114Q64 122 93 114L94 120Q64 127 34 120z" fill="{fold}"/>'
    )


def _knight(paint: str, *, fights: bool = False) -> str:
    """In armour, with a shield; the sword at the side, or raised against who is on our left."""
    dark, light = darker(paint, 0.35), lighter(paint, 0.5)
    steel = across("s", (0, dark), (0.3, light), (0.6, paint), (1, dark))
    if fights:
        arm = f'<path d="M47 72Q32 68 21 48" stroke="{paint}" stroke-width="12" fill="none" stroke-linecap="round"/><circle cx="20" cy="45" r="7" fill="{dark}"/>'
        sword = f'<path d="M17 42L-2-22L-1-31L5-25L25 39z" fill="{STEEL}"/><path d="M-1-31L21 40" stroke="{light}" stroke-width="1.500"/><path d="M9 47L32 37" stroke="{GOLD}" stroke-width="5" stroke-linecap="round"/><circle cx="25" cy="54" r="4" fill="{GOLD}"/>'
    else:
        arm = f'<path d="M42 68Q30 80 31 98h11L49 80z" fill="{paint}"/><circle cx="37" cy="101" r="6" fill="{dark}"/>'
        sword = f'<path d="M92 100L110 24L114 24.500L98 101z" fill="{STEEL}"/><path d="M110 24l3-8 1.500 8.500z" fill="{STEEL}"/><path d="M86 96l20 5" stroke="{GOLD}" stroke-width="4.500" stroke-linecap="round"/>'
    return (
        f'{steel}<path d="M47 96h15v26H47zM66 96h15v26H66z" fill="url(#s)"/><path d="M40 126q0-7 9-7h13v7zM88 126q0-7-9-7H66v7z" fill="{dark}"/>{arm}<path d="M86 68Q98 80 97 98H86L79 80z" fill="{paint}"/><circle cx="91" cy="101" r="6" fill="{dark}"/>'
        f'<path d="M39 70Q64 58 89 70L84 84L83 104Q64 110 45 104L44 84z" fill="url(#s)"/><path d="M50 66L64 70L78 66V104Q64 108 50 104z" fill="#3f78b5"/><path d="M64 74v24M56 82h16" stroke="{GOLD}" stroke-width="4"/><ellipse cx="40" cy="71" rx="10" ry="7" fill="{light}"/><ellipse cx="88" cy="71" rx="10" ry="7" fill="{light}"/>'
        f'<path d="M66 8Q74-6 92 2Q84 6 82 14Q96 10 100 22Q84 20 70 20z" fill="#d9323a"/><path d="M36 60V34Q36 6 64 6T92 34V60Q80 68 64 68T36 60z" fill="url(#s)"/><path d="M40 32H88V46Q64 54 40 46z" fill="{darker(paint, 0.65)}"/><path d="M46 38h14M68 38h14" stroke="{light}" stroke-width="3.500" stroke-linecap="round"/><path d="M64 6V66" stroke="{light}" stroke-width="3.500"/><path d="M54 54v8M47 52v8M74 54v8M81 52v8" stroke="{dark}" stroke-width="2.500" stroke-linecap="round"/>'
        f'{sword}<path d="M18 80Q30 82 42 78Q46 108 30 118Q14 110 18 80z" fill="#d9323a" stroke="{GOLD}" stroke-width="3"/><path d="M30 86v24M22 94h16" stroke="#fff" stroke-width="4"/>'
    )


def _pirate(paint: str) -> str:
    return (
        f'{suit("#f4ead2", "#4b5663")}<path d="M44 84h40M45 92h38M46 100h36" stroke="#c8453c" stroke-width="4.500"/><path d="M40 70Q46 66 52 66L54 106L42 108zM88 70Q82 66 76 66L74 106L86 108z" fill="{paint}"/><path d="M44 96h40v7H44z" fill="#5a3820"/><rect x="58" y="94" width="12" height="11" rx="2" fill="none" stroke="{GOLD}" stroke-width="3"/>'
        f'{head("man-beard")}<path d="M20 24Q34 30 64 26T108 24Q104 8 88 8Q82-4 64-4T40 8Q24 8 20 24z" fill="#2b2b33"/><path d="M20 24Q34 30 64 26T108 24" stroke="{GOLD}" stroke-width="3" fill="none"/><circle cx="64" cy="9" r="6.500" fill="#f4f1ea"/><path d="M52 20l24-8M76 20l-24-8" stroke="#f4f1ea" stroke-width="3" stroke-linecap="round"/><circle cx="61.500" cy="8.500" r="1.600" fill="#2b2b33"/><circle cx="66.500" cy="8.500" r="1.600" fill="#2b2b33"/>'
        f'<path d="M40 28L90 36" stroke="#2b2b33" stroke-width="2.500"/><ellipse cx="75" cy="36" rx="8" ry="7.500" fill="#2b2b33"/><path d="M92 100Q118 86 112 52Q104 82 88 94z" fill="{STEEL}"/><path d="M84 92q10 0 12 10" stroke="{GOLD}" stroke-width="4.500" fill="none" stroke-linecap="round"/>'
    )


def _cowboy(paint: str) -> str:
    return (
        f'{suit("#d9b27a", "#4a6fa5", "#7a4e2d")}<path d="M40 70Q48 66 54 66L52 104L46 104L44 83zM88 70Q80 66 74 66L76 104L82 104L84 83z" fill="#7a4e2d"/><path d="M50 64Q64 70 78 64L64 84z" fill="#d9323a"/><path d="M45 96h38v7H45z" fill="#5a3820"/><circle cx="64" cy="99.500" r="5" fill="{GOLD}"/><path d="M46 112h14v12H44zM68 112h14l2 12H68z" fill="#7a4e2d"/><path d="M74 80l2 4 4 .5-3 3 1 4-4-2-4 2 1-4-3-3 4-.5z" fill="{GOLD}"/>'
        f'{head("man")}<path d="M14 20Q28 34 64 30T114 20Q108 12 98 18Q92 20 88 20Q86-4 76-4Q70-4 64 0Q58-4 52-4Q42-4 40 20Q36 20 30 18Q20 12 14 20z" fill="{paint}"/><path d="M40 14Q64 22 88 14L88 21Q64 28 40 21z" fill="{darker(paint, 0.4)}"/><path d="M16 22Q30 33 64 30T112 22" stroke="{darker(paint, 0.25)}" stroke-width="2.500" fill="none"/><path d="M64 0Q62 8 64 12" stroke="{darker(paint, 0.3)}" stroke-width="3" fill="none"/>'
    )


def _samurai(paint: str) -> str:
    plates = "".join(
        f'<path d="M{44 + k} {76 + 8 * k}Q64 {82 + 8 * k} {84 - k} {76 + 8 * k}v6Q64 {88 + 8 * k} {44 + k} {82 + 8 * k}z" fill="{c}"/>'
        for k, c in ((0, paint), (1, darker(paint, 0.2)), (2, paint))
    )
    return (
        f'{suit("#37424d", "#37424d")}{plates}<path d="M44 98h17l-3 18H40zM67 98h17l4 18H70z" fill="{paint}"/><path d="M43 104h17M42 110h17M68 104h17M69 110h17" stroke="{GOLD}" stroke-width="2"/><path d="M26 70h20v8H28l-2 8h18v6H26l4-4zM102 70H82v8h18l2 8H84v6h18l-4-4z" fill="{darker(paint, 0.15)}"/>'
        f'{head("man")}<path d="M34 38Q30 2 64 0T94 38L100 48Q92 50 88 42L86 26Q64 18 42 26L40 42Q36 50 28 48z" fill="#2f343b"/><path d="M38 26Q64 14 90 26L92 18Q64 8 36 18z" fill="{paint}"/><path d="M62 14Q40 2 36-4Q40 12 56 20zM66 14Q88 2 92-4Q88 12 72 20z" fill="{GOLD}"/><circle cx="64" cy="14" r="5" fill="{GOLD}"/>'
        f'<path d="M92 102Q112 70 110 28L113 28Q118 72 96 104z" fill="{STEEL}"/><path d="M86 98l14 6" stroke="{GOLD}" stroke-width="4.500" stroke-linecap="round"/><path d="M92 104l-6 12" stroke="#2f343b" stroke-width="5" stroke-linecap="round"/>'
    )


def _monk(paint: str) -> str:
    beads = "".join(
        f'<circle cx="{x}" cy="{y}" r="3" fill="#6d4428"/>'
        for x, y in (
            (50, 70),
            (48, 77),
            (50, 84),
            (55, 90),
            (61, 93),
            (67, 93),
            (73, 90),
            (78, 84),
            (80, 77),
            (78, 70),
        )
    )
    return f'{robe(paint)}<path d="M44 67L84 96L92 112Q70 100 46 88z" fill="{darker(paint, 0.32)}"/>{bare_head("man-bald")}{beads}<path d="M56 92h6v14q-3 2-6 0zM62 92h6v14q-3 2-6 0z" fill="{SKIN}" transform="translate(2 4)"/>'


def _queen(paint: str) -> str:
    return f'<path d="M34 70Q18 100 14 124H114Q110 100 94 70z" fill="#c8323c"/><path d="M14 117H114V125H14z" fill="#fdfdfb"/><path d="M20 118v5M34 118v5M94 118v5M108 118v5" stroke="#3b3b3b" stroke-width="2.500"/>{robe(paint)}<path d="M40 70Q64 60 88 70Q92 74 90 80Q64 70 38 80Q36 74 40 70z" fill="#fdfdfb"/><path d="M46 72v4M56 70v4M72 70v4M82 72v4" stroke="#3b3b3b" stroke-width="2.500"/><path d="M62 78h4v42h-4z" fill="{GOLD}"/>{head("woman")}<path d="M42 16L38-4L52 8L64-8L76 8L90-4L86 16Q64 10 42 16z" fill="#f4c542" transform="translate(0 6)"/><path d="M42 22Q64 16 86 22V17Q64 11 42 17z" fill="{GOLD}"/><circle cx="64" cy="14" r="3" fill="#d9323a"/><circle cx="50" cy="17" r="2.300" fill="#3f8fd2"/><circle cx="78" cy="17" r="2.300" fill="#3f8fd2"/>'


def _nurse(paint: str) -> str:
    return f'{robe(paint)}<path d="M46 118h14v8H42q0-6 4-8zM82 118H68v8h18q0-6-4-8z" fill="#fff"/><path d="M64 70V120" stroke="{darker(paint, 0.2)}" stroke-width="2"/><path d="M52 65L64 78L76 65" stroke="{darker(paint, 0.2)}" stroke-width="3" fill="none"/><rect x="72" y="82" width="11" height="9" rx="2" fill="#fff"/><path d="M77.500 83.500v6M74.500 86.500h6" stroke="#d9323a" stroke-width="2"/>{head("woman")}<path d="M42 18Q44-2 64-2T86 18Q64 10 42 18z" fill="#fff"/><path d="M42 18Q64 10 86 18" stroke="#cfd7dd" stroke-width="2" fill="none"/><path d="M64 1v10M59 6h10" stroke="#d9323a" stroke-width="3.500"/>'


def _soldier(paint: str) -> str:
    dark = darker(paint, 0.35)
    spots = f'<path d="M48 76q8-4 12 2t-6 8-6-10zM70 86q8-4 10 2t-6 8-4-10zM50 94q6-2 8 3t-6 5-2-8zM74 72q6-2 8 3t-6 4-2-7zM50 104q6 0 6 5t-5 4-1-9zM70 110q6 0 6 4t-5 4-1-8z" fill="{dark}"/>'
    return f'{suit(paint, paint, "#2f2a26")}{spots}<path d="M44 94h40v6H44z" fill="#5a4a32"/><rect x="59" y="93" width="10" height="8" rx="2" fill="{GOLD}"/>{head("man")}<path d="M34 30Q32 0 64-1T94 30Q98 34 96 37Q64 26 32 37Q30 34 34 30z" fill="{paint}"/><path d="M44 10q10-6 16 0t-8 10-8-10zM72 8q10-2 14 6t-8 10-6-16z" fill="{dark}"/><path d="M32 37Q64 26 96 37L95 32Q64 22 33 32z" fill="{dark}"/>'


def _sailor(paint: str) -> str:
    return f'{suit("#fdfdfb", paint)}<path d="M42 69Q64 60 86 69L84 80L64 92L44 80z" fill="{paint}"/><path d="M47 72L64 86L81 72" stroke="#fff" stroke-width="2.500" fill="none"/><path d="M60 86h8l2 12-6 4-6-4z" fill="#d9323a"/>{head("man")}<path d="M36 20Q34-4 64-4T92 20Q64 12 36 20z" fill="#fdfdfb"/><path d="M36 20Q64 12 92 20V26Q64 18 36 26z" fill="{paint}"/><path d="M36 20Q64 12 92 20" stroke="#cfd7dd" stroke-width="2" fill="none"/>'


def _waiter(paint: str, *, serves: bool = True) -> str:
    tray = f'<path d="M97 96L104 80" stroke="#fdfdfb" stroke-width="9" stroke-linecap="round"/><ellipse cx="106" cy="72" rx="18" ry="4.500" fill="#c3cbd1"/><path d="M94 70q12-20 24 0z" fill="#e3e7ea"/><circle cx="106" cy="58" r="2.500" fill="#8a97a1"/><circle cx="105" cy="78" r="5" fill="{SKIN}"/>'
    return f'{suit("#fdfdfb", "#2f343b")}<path d="M42 69L58 64L60 104L46 104L44 83zM86 69L70 64L68 104L82 104L84 83z" fill="{paint}"/><path d="M46 100h36v14H46z" fill="#fdfdfb"/><path d="M64 70l-8-5v10zM64 70l8-5v10z" fill="#c8323c"/>{tray if serves else ""}{head("man")}'


def _boxer(paint: str) -> str:
    return f'<path d="M50 104h11v16H50zM67 104h11v16H67z" fill="{SKIN}"/><path d="M41 126q0-8 8-8h13v8zM87 126q0-8-8-8H66v8z" fill="#2f343b"/><path d="M40 70Q64 60 88 70L82 98H46z" fill="{SKIN}"/><path d="M56 82q8 4 16 0M64 84v12" stroke="#e5a51d" stroke-width="2.500" fill="none"/><path d="M46 92H82L84 112H66L64 104L62 112H44z" fill="{paint}"/><path d="M45 90H83V96H45z" fill="#fff"/><path d="M42 70Q30 78 26 90l8 4L48 80zM86 70Q98 78 102 90l-8 4L80 80z" fill="#e5a51d"/>{head("man")}<path d="M14 78q0-12 12-12t14 12-4 16H20q-6-4-6-16zM114 78q0-12-12-12T88 78t4 16h16q6-4 6-16z" fill="#d9323a"/><path d="M20 90h16v7H20zM92 90h16v7H92z" fill="#fff"/>'


def _emperor(paint: str) -> str:
    strings = "".join(f"M{x} 6v12" for x in (44, 50, 56, 72, 78, 84))
    return f'{robe(paint)}<path d="M60 70h8v50h-8z" fill="#c8323c"/><circle cx="64" cy="92" r="12" fill="#c8323c"/><path d="M56 92q2-8 8-8t8 6-6 8-6-4 6-4M58 98q6 6 12 0" stroke="#f4d67a" stroke-width="2.600" fill="none" stroke-linecap="round"/><path d="M38 108q8-6 14 0t14 0 14 0 10-2M36 116q8-6 14 0t14 0 14 0 16-2" stroke="#3f78b5" stroke-width="2.500" fill="none"/><path d="M46 68L64 82L82 68" stroke="{darker(paint, 0.35)}" stroke-width="4" fill="none"/>{head("man-beard")}<path d="M44 22V8H84V22Q64 14 44 22z" fill="#2b2b33"/><path d="M34 2H94V8H34z" fill="#2b2b33"/><path d="M34 7H94" stroke="{GOLD}" stroke-width="2"/><path d="{strings}" stroke="#d9323a" stroke-width="2.200" stroke-dasharray="2.500 1.500"/><circle cx="64" cy="14" r="3" fill="{GOLD}"/>'


def _hanfu(paint: str) -> str:
    light = lighter(paint, 0.55)
    return f'{robe(light)}<path d="M42 92Q64 86 86 92L96 121Q64 128 32 121z" fill="{paint}"/><path d="M46 94L40 120M56 92L54 123M72 92L74 123M82 94L88 120" stroke="{darker(paint, 0.2)}" stroke-width="2"/><path d="M42 86H86V94H42z" fill="{darker(paint, 0.35)}"/><path d="M62 92l-4 24h4l2-24zM66 92l4 24h-4l-2-24z" fill="#f4d67a"/><path d="M48 67L66 86L62 90L44 70zM80 67L66 82" fill="#fff" stroke="#fff" stroke-width="3"/>{head("woman")}<circle cx="64" cy="2" r="10" fill="#543930"/><circle cx="48" cy="6" r="7" fill="#543930"/><circle cx="80" cy="6" r="7" fill="#543930"/><path d="M40 4l48-6" stroke="{GOLD}" stroke-width="2.500"/><circle cx="88" cy="-1" r="3.500" fill="#e5737f"/><circle cx="52" cy="10" r="3.500" fill="#f48fb1"/><circle cx="57" cy="12" r="3" fill="#fff"/>'


def _fortune_god(paint: str) -> str:
    return f'{robe(paint)}<path d="M36 112Q64 122 92 112L93 118Q64 126 35 118z" fill="{GOLD}"/><path d="M46 68L64 84L82 68" stroke="{GOLD}" stroke-width="4" fill="none"/><path d="M38 92H90V99H38z" fill="#2f5aa0"/><circle cx="64" cy="95" r="6" fill="#6fbf8a"/>{head("man-beard")}<path d="M40 24Q40-2 64-4T88 24Q64 14 40 24z" fill="#2b2b33"/><path d="M10 14Q24 8 42 18V24Q24 18 10 20zM118 14Q104 8 86 18V24Q104 18 118 20z" fill="#2b2b33"/><path d="M40 24Q64 14 88 24V18Q64 8 40 18z" fill="{GOLD}"/><circle cx="64" cy="6" r="4.500" fill="#d9323a"/><path d="M42 104Q44 94 52 98Q64 92 76 98Q84 94 86 104Q84 114 64 114T42 104z" fill="#f4c542"/><path d="M48 103Q64 98 80 103" stroke="{darker(GOLD, 0.3)}" stroke-width="2.500" fill="none"/>'


def _monkey_king(paint: str) -> str:
    return f'{suit(paint, "#c8323c", "#2b2b33", hands="#a0653c")}<path d="M44 94h40v7H44z" fill="#c8323c"/><path d="M48 98h14v12q-10 4-20 0zM80 98H66v12q10 4 20 0z" fill="#8a3a2a"/><path d="M48 66Q64 80 80 66L84 76Q64 90 44 76z" fill="#d9323a"/><g transform="translate(30 0) scale(.53)">{icon_body("monkey-face")}</g><path d="M38 18Q64 6 90 18L89 24Q64 12 39 24z" fill="{GOLD}"/><circle cx="64" cy="14" r="4" fill="#d9323a"/><path d="M44 12Q24-2 10 4Q26 4 40 20zM84 12Q104-2 118 4Q102 4 88 20z" fill="#e8b23c"/><path d="M108 14L84 126" stroke="#c8323c" stroke-width="5.500"/><path d="M109 10L107 22M86 116L84 127" stroke="{GOLD}" stroke-width="7"/><circle cx="91" cy="100" r="5.400" fill="#a0653c"/>'


def _viking(paint: str) -> str:
    return f'{suit(paint, "#5a4a3a")}<path d="M38 70Q64 56 90 70L86 82Q64 72 42 82z" fill="#8a6a4a"/><path d="M42 76l4 8 6-8 6 8 6-8 6 8 6-8 6 8 4-8" stroke="#6d4f34" stroke-width="3" fill="none"/><path d="M44 96h40v7H44z" fill="#5a3820"/><circle cx="64" cy="99.500" r="5" fill="{GOLD}"/>{head("man-beard")}<path d="M38 24Q38-2 64-2T90 24Q64 16 38 24z" fill="#8a97a1"/><path d="M38 25Q64 16 90 25V19Q64 10 38 19z" fill="{GOLD}"/><path d="M60-2h8v20h-8z" fill="{GOLD}"/><path d="M40 18Q22 20 20-4Q28 8 42 8zM88 18Q106 20 108-4Q100 8 86 8z" fill="#f4ead2"/>'


def _mummy(paint: str) -> str:
    dark = darker(paint, 0.22)
    wraps = "".join(
        f"M{40 + (k % 3)} {70 + 7 * k}Q64 {64 + 7 * k + (k % 2) * 12} 88 {70 + 7 * k}" for k in range(5)
    )
    return f'<path d="M48 98h14v26H46zM66 98h14l2 26H66z" fill="{paint}"/><path d="M46 106l16 4M46 114l16 4M66 108l14-3M67 117l14-4" stroke="{dark}" stroke-width="2.500"/><path d="M42 70Q30 60 14 66l2 9Q30 72 40 84zM86 70Q98 60 114 66l-2 9Q98 72 88 84z" fill="{dark}"/><path d="M40 70Q64 58 88 70L82 104Q64 108 46 104z" fill="{paint}"/><path d="{wraps}" stroke="{dark}" stroke-width="2.500" fill="none"/><ellipse cx="64" cy="35" rx="29" ry="33" fill="{paint}"/><path d="M36 24Q64 12 92 24M35 44Q64 56 93 44M38 52Q64 66 90 52M44 14Q64 4 84 14M36 34l8-3M84 31l8 3" stroke="{dark}" stroke-width="2.800" fill="none"/><path d="M42 30Q64 24 86 30V42Q64 48 42 42z" fill="#37302e"/><circle cx="54" cy="36" r="4.500" fill="#fff59d"/><circle cx="74" cy="36" r="4.500" fill="#fff59d"/><path d="M88 100q10 6 6 16" stroke="{paint}" stroke-width="5" fill="none"/>'


def _skeleton(paint: str) -> str:
    ribs = "".join(
        f"M64 {76 + 6 * k}Q{48 + k} {74 + 6 * k} {46 + 2 * k} {82 + 6 * k}M64 {76 + 6 * k}Q{80 - k} {74 + 6 * k} {82 - 2 * k} {82 + 6 * k}"
        for k in range(3)
    )
    return f'<g fill="none" stroke="{paint}" stroke-linecap="round"><path d="M64 62V100" stroke-width="5"/><path d="{ribs}" stroke-width="4"/><path d="M62 72L40 74L32 92L36 104M66 72L88 74L96 92L92 104" stroke-width="4.500"/><path d="M58 102L52 112L54 124L46 125M70 102L76 112L74 124L82 125" stroke-width="5"/></g><path d="M50 98Q64 92 78 98L72 106H56z" fill="{paint}"/><g transform="translate(30 -4) scale(.53)">{icon_body("skull")}</g>'


def _mail_carrier(paint: str) -> str:
    return f'{suit(paint, darker(paint, 0.4))}<path d="M46 68L82 102" stroke="#7a4e2d" stroke-width="4.500"/><rect x="74" y="92" width="28" height="20" rx="3" fill="#8a5a32"/><path d="M74 94h28v7q-14 8-28 0z" fill="#a9713f"/><rect x="20" y="88" width="22" height="15" fill="#fdfdfb" stroke="#cfd7dd" stroke-width="1.500"/><path d="M20 88l11 8 11-8" stroke="#9aa7b2" stroke-width="2" fill="none"/>{head("man")}<path d="M38 20Q38-4 64-4T90 20Q64 12 38 20z" fill="{paint}"/><path d="M38 20Q64 12 90 20L96 28Q64 18 34 27z" fill="{darker(paint, 0.45)}"/><rect x="57" y="3" width="14" height="9" rx="1" fill="#fdfdfb"/><path d="M57 3l7 5 7-5" stroke="#d9323a" stroke-width="1.800" fill="none"/>'


def _icon(name: str, x: float, y: float, scale: float) -> str:
    return f'<g transform="translate({x} {y}) scale({scale})">{icon_body(name)}</g>'


def _apron(paint: str) -> str:
    return f'<path d="M50 76H78L82 116Q64 121 46 116z" fill="{paint}"/><path d="M50 76L46 68M78 76L82 68" stroke="{paint}" stroke-width="4"/><path d="M54 94H74V104H54z" fill="{darker(paint, 0.2)}"/>'


def _captain(paint: str) -> str:
    return f'{suit(paint, "#fdfdfb")}<path d="M52 66L64 84L76 66" fill="#fdfdfb"/><path d="M62 74h4l2 16-4 5-4-5z" fill="#2b2b33"/><path d="M34 90h8M86 90h8M34 94h8M86 94h8" stroke="{GOLD}" stroke-width="2.500"/><circle cx="56" cy="90" r="2" fill="{GOLD}"/><circle cx="72" cy="90" r="2" fill="{GOLD}"/>{head("man-beard")}<path d="M34 20Q32 0 64-4Q96 0 94 20Q64 10 34 20z" fill="#fdfdfb"/><path d="M36 20Q64 10 92 20L92 26Q64 16 36 26z" fill="{paint}"/><path d="M38 27Q64 16 90 27Q64 26 38 27z" fill="#2b2b33"/><circle cx="64" cy="12" r="4" fill="{GOLD}"/>'


def _fisher(paint: str) -> str:
    return f'{suit("#c9a26b", "#5a6a4a", "#3d8b63")}<path d="M42 70L54 66V104L44 102zM86 70L74 66V104L84 102z" fill="{paint}"/>{head("man-beard")}<path d="M26 24Q64 12 102 24Q98 32 64 26Q30 32 26 24z" fill="{darker(paint, 0.15)}"/><path d="M38 22Q40-2 64-2T90 22Q64 14 38 22z" fill="{paint}"/><path d="M92 104Q108 60 122 8" stroke="#7a4e2d" stroke-width="3.500" fill="none"/><path d="M122 8L124 66" stroke="#9aa7b2" stroke-width="1.500"/><g transform="translate(113 62) scale(.16)">{icon_body("tropical-fish")}</g>'


def _shepherd(paint: str) -> str:
    return f'{robe(paint)}<path d="M40 92H88V98H40z" fill="#7a4e2d"/>{head("man-beard")}<path d="M34 40Q30-2 64-2T94 40L100 62Q88 60 88 40Q88 22 64 20T40 40Q40 60 28 62z" fill="#f4ead2"/><path d="M38 20Q64 10 90 20" stroke="#c8453c" stroke-width="4" fill="none"/><path d="M98 126V52Q98 38 108 38T116 48" stroke="#7a4e2d" stroke-width="5" fill="none" stroke-linecap="round"/>'


def _hunter(paint: str) -> str:
    return f'{suit(paint, "#5a4a3a")}<path d="M44 94h40v6H44z" fill="#3b2a20"/><path d="M46 68L82 100" stroke="#7a4e2d" stroke-width="4"/>{head("man-beard")}<path d="M30 22Q64 10 98 22Q96 29 64 24Q32 29 30 22z" fill="{darker(paint, 0.3)}"/><path d="M40 20Q44-4 64 0Q84-4 88 20Q64 12 40 20z" fill="{darker(paint, 0.15)}"/><path d="M84 12Q96-6 104-6Q100 8 88 16z" fill="#c8453c"/><path d="M16 34Q44 66 24 112" stroke="#7a4e2d" stroke-width="4.500" fill="none"/><path d="M16 34L24 112" stroke="#efe6d0" stroke-width="1.500"/>'


def _carpenter(paint: str) -> str:
    return f'{suit("#c8553a", "#4a6fa5")}<path d="M50 78H78V100H82V120H68L64 108L60 120H46V100H50z" fill="{paint}"/><path d="M52 78L46 68M76 78L82 68" stroke="{paint}" stroke-width="4.500"/><path d="M57 84h14v8H57z" fill="{darker(paint, 0.2)}"/>{head("man")}{_icon("carpentry-saw", 84, 80, 0.3)}<path d="M78 34l14-8" stroke="#f2b233" stroke-width="4"/>'


def _blacksmith(paint: str) -> str:
    return f'{suit("#8a8f94", "#3b3f46")}{_apron(paint)}{head("man-beard")}<path d="M40 14Q64 4 88 14V20Q64 10 40 20z" fill="#c8453c"/><path d="M92 104L104 62" stroke="#7a4e2d" stroke-width="4.500"/><path d="M92 52L118 60L115 72L89 64z" fill="#5b6a78"/>'


def _waitress(paint: str, *, serves: bool = True) -> str:
    tray = (
        f'<ellipse cx="102" cy="96" rx="20" ry="4.500" fill="#c3cbd1"/>{_icon("hot-beverage", 90, 70, 0.2)}'
    )
    return f'{robe(paint)}{_apron("#fdfdfb")}{head("woman")}<path d="M44 14Q64 4 84 14L82 20Q64 11 46 20z" fill="#fdfdfb"/>{tray if serves else ""}'


def _photographer(paint: str) -> str:
    return f'{suit(paint, "#4b5663")}<path d="M44 70L54 66V104L45 102zM84 70L74 66V104L83 102z" fill="#8a7a5a"/>{head("man")}<path d="M50 66L44 84M78 66L84 84" stroke="#37424d" stroke-width="3"/>{_icon("camera", 44, 74, 0.31)}'


def _reporter(paint: str) -> str:
    return f'{suit(paint, darker(paint, 0.4))}<path d="M54 66L64 84L74 66" fill="#fdfdfb"/><path d="M64 72v24" stroke="{darker(paint, 0.3)}" stroke-width="2"/>{head("woman")}<path d="M92 100L104 74" stroke="#37424d" stroke-width="6" stroke-linecap="round"/><circle cx="107" cy="68" r="8.500" fill="#4b5663"/><path d="M96 82h16v10H96z" fill="#d9323a"/>'


def _nun(paint: str) -> str:
    return f'{robe(paint)}<path d="M44 68Q64 86 84 68L88 76Q64 96 40 76z" fill="#fdfdfb"/><path d="M64 90v18M57 96h14" stroke="{GOLD}" stroke-width="3"/>{head("woman")}<path d="M30 66Q26-4 64-5T98 66Q88 70 86 52Q92 14 64 14T42 52Q40 70 30 66z" fill="{paint}"/><path d="M40 46Q36 12 64 12T88 46Q86 20 64 19T40 46z" fill="#fdfdfb"/>'


def _priest(paint: str) -> str:
    return f'{robe(paint)}<path d="M56 66h16v7H56z" fill="#fdfdfb"/><path d="M64 78v26M55 86h18" stroke="{GOLD}" stroke-width="3.500"/>{bare_head("man-white-hair")}'


def _devil(paint: str) -> str:
    return f'<path d="M84 104Q118 112 112 82" stroke="{darker(paint, 0.2)}" stroke-width="5" fill="none"/><path d="M112 72L104 86L120 84z" fill="{darker(paint, 0.2)}"/>{suit(paint, darker(paint, 0.25), "#2b2b33", hands=paint)}<path d="M46 88h36v5H46z" fill="#2b2b33"/>{_icon("smiling-face-with-horns", 28, -2, 0.56)}<path d="M24 126V62M16 62q0 12 8 12t8-12M24 62V50" stroke="#37302e" stroke-width="4" fill="none"/>'


def _gnome(paint: str) -> str:
    return f'<path d="M44 112h16v14H40q0-10 4-14zM84 112H68v14h20q0-10-4-14z" fill="#5a3820"/><path d="M36 84Q28 96 32 106M92 84Q100 96 96 106" stroke="#3f78b5" stroke-width="11" stroke-linecap="round"/><path d="M38 80Q64 70 90 80L94 116Q64 122 34 116z" fill="#3f78b5"/><path d="M36 104h56v7H36z" fill="#3b2a20"/><rect x="57" y="102" width="14" height="11" rx="2" fill="none" stroke="{GOLD}" stroke-width="3"/><ellipse cx="64" cy="62" rx="27" ry="23" fill="{SKIN}"/><path d="M36 62Q40 106 64 110Q88 106 92 62Q80 76 64 74T36 62z" fill="#fdfdfb"/><circle cx="54" cy="56" r="4" fill="#404040"/><circle cx="74" cy="56" r="4" fill="#404040"/><circle cx="64" cy="65" r="7" fill="#f2a33c"/><path d="M50 74q14-10 28 0q-14 6-28 0z" fill="#f1f1ee"/><path d="M30 50Q44 18 70-4Q82 20 98 50Q64 36 30 50z" fill="{paint}"/><path d="M30 50Q64 36 98 50L96 56Q64 43 32 56z" fill="{darker(paint, 0.25)}"/>'


def _pigsy(paint: str) -> str:
    return f'{robe(paint, hands="#f4b6b0")}<path d="M40 78Q64 70 88 78Q92 100 64 104T40 78z" fill="#f4b6b0"/><circle cx="64" cy="92" r="2.500" fill="#d98a86"/><path d="M38 104H90V110H38z" fill="#7a4e2d"/>{_icon("pig-face", 29, -4, 0.55)}<path d="M38 12Q64-4 90 12L88 18Q64 6 40 18z" fill="#2b2b33"/><path d="M102 126L112 26" stroke="#7a4e2d" stroke-width="4.500"/><path d="M96 24h32v6H96z" fill="#9aa7b2"/><path d="M98 30v10M104 30v10M110 30v10M116 30v10M122 30v10" stroke="#9aa7b2" stroke-width="3"/>'


def _taoist(paint: str) -> str:
    return f'{robe(paint)}<path d="M46 68L64 84L82 68" stroke="#2b3a46" stroke-width="4" fill="none"/><circle cx="64" cy="98" r="10" fill="#fdfdfb"/><path d="M64 88a10 10 0 0 1 0 20a5 5 0 0 1 0-10a5 5 0 0 0 0-10z" fill="#222"/>{head("man-beard")}<circle cx="64" cy="0" r="9" fill="#543930"/><path d="M52 4L78-6" stroke="{GOLD}" stroke-width="3"/><path d="M94 100L116 70" stroke="#7a4e2d" stroke-width="4"/><path d="M116 70Q126 84 122 104Q114 92 112 76z" fill="#f1ede2"/>'


def _family(paint: str) -> str:
    return f'<g transform="translate(-6 14) scale(.88)">{suit(paint, "#4b5663")}{head("man")}</g><g transform="translate(50 20) scale(.82)">{robe("#e5737f")}{head("woman")}</g><g transform="translate(35 62) scale(.5)">{suit("#f2b233", "#3f78b5")}{head("boy")}</g>'


def _twins(paint: str) -> str:
    one = f"{robe(paint)}{head('girl')}"
    return f'<g transform="translate(-14 14) scale(.88)">{one}</g><g transform="translate(30 14) scale(.88)">{one}</g>'


def _couple(paint: str) -> str:
    return f'<g transform="translate(-12 14) scale(.88)">{suit(paint, "#4b5663")}{head("man")}</g><g transform="translate(28 14) scale(.88)">{robe("#e5737f")}{head("woman")}</g><path d="M64 30Q50 18 56 8Q62 4 64 12Q66 4 72 8Q78 18 64 30z" fill="#e23b44"/>'


def _monster(paint: str) -> str:
    return f'<path d="M36 18Q24 12 26-2Q36 2 44 12zM92 18Q104 12 102-2Q92 2 84 12z" fill="#f4ead2"/><path d="M20 64Q4 76 8 96L20 92zM108 64Q124 76 120 96L108 92z" fill="{darker(paint, 0.15)}"/><path d="M18 60Q18 10 64 10T110 60L112 116l-10-6-8 14-10-8-10 10-10-10-10 10-10-10-10 8-8-14-10 6z" fill="{paint}"/><circle cx="64" cy="46" r="22" fill="#fff"/><circle cx="64" cy="48" r="11" fill="#3b6f4a"/><circle cx="64" cy="48" r="5.500" fill="#111"/><circle cx="60" cy="43" r="3.500" fill="#fff"/><path d="M36 80Q64 104 92 80Q88 106 64 106T36 80z" fill="#4a1f2e"/><path d="M44 85l4 9 6-6zM72 89l6 6 5-10z" fill="#fff"/><circle cx="32" cy="70" r="5" fill="{lighter(paint, 0.35)}"/><circle cx="98" cy="66" r="6" fill="{lighter(paint, 0.35)}"/>'


def _bareheaded(drawn: Callable[[str], str], *hat: str) -> Callable[[str], str]:
    """The same without the paths of the hat, which begin so."""

    def bare(paint: str) -> str:
        return re.sub(
            rf'<(?:path d="(?:{"|".join(map(re.escape, hat))})|circle cx="64" cy="12"|circle cx="(?:50|64|78)" cy="1[47]" r="[23])[^>]*/>',
            "",
            drawn(paint),
        )

    return bare


PROPS = {
    "knight": Prop(_knight, "#9aa7b2"),
    "fighting-knight": Prop(partial(_knight, fights=True), "#9aa7b2"),
    "pirate": Prop(_pirate, "#8a2f38"),
    "cowboy": Prop(_cowboy, "#a9713f"),
    "samurai": Prop(_samurai, "#a3303a"),
    "monk": Prop(_monk, "#e39a3a"),
    "queen": Prop(_queen, "#7a4fa3"),
    "nurse": Prop(_nurse, "#bfe0ee"),
    "soldier": Prop(_soldier, "#6f7f4a"),
    "sailor": Prop(_sailor, "#2f5aa0"),
    "waiter": Prop(_waiter, "#37424d"),
    "free-waiter": Prop(partial(_waiter, serves=False), "#37424d"),
    "boxer": Prop(_boxer, "#2f5aa0"),
    "emperor": Prop(_emperor, "#f2c12e"),
    "hanfu-woman": Prop(_hanfu, "#e5737f"),
    "fortune-god": Prop(_fortune_god, "#d9323a"),
    "monkey-king": Prop(_monkey_king, "#f2b233"),
    "viking": Prop(_viking, "#4f7f9a"),
    "mummy": Prop(_mummy, "#ece3cd"),
    "skeleton": Prop(_skeleton, "#e9edf0"),
    "mail-carrier": Prop(_mail_carrier, "#3f78b5"),
    "captain": Prop(_captain, "#2f4a7a"),
    "fisher": Prop(_fisher, "#6f8f5a"),
    "bare-fisher": Prop(_bareheaded(_fisher, "M26 24Q", "M38 22Q"), "#6f8f5a"),
    "bare-hunter": Prop(_bareheaded(_hunter, "M30 22Q", "M40 20Q", "M84 12Q"), "#5f7f4a"),
    "bare-captain": Prop(_bareheaded(_captain, "M34 20Q", "M36 20Q", "M38 27Q"), "#2f4a7a"),
    "bare-sailor": Prop(_bareheaded(_sailor, "M36 20Q"), "#2f5aa0"),
    "bare-cowboy": Prop(_bareheaded(_cowboy, "M14 20Q", "M40 14Q", "M16 22Q", "M64 0Q"), "#a9713f"),
    "bare-queen": Prop(_bareheaded(_queen, "M42 16L", "M42 22Q"), "#7a4fa3"),
    "shepherd": Prop(_shepherd, "#8f7a5a"),
    "hunter": Prop(_hunter, "#5f7f4a"),
    "carpenter": Prop(_carpenter, "#4a6fa5"),
    "blacksmith": Prop(_blacksmith, "#7a4e2d"),
    "waitress": Prop(_waitress, "#4b5663"),
    "free-waitress": Prop(partial(_waitress, serves=False), "#4b5663"),
    "photographer": Prop(_photographer, "#4f8f8a"),
    "reporter": Prop(_reporter, "#b3447f"),
    "nun": Prop(_nun, "#37424d"),
    "priest": Prop(_priest, "#2f343b"),
    "devil": Prop(_devil, "#b8323a"),
    "gnome": Prop(_gnome, "#d9323a"),
    "pigsy": Prop(_pigsy, "#4b5a6a"),
    "taoist": Prop(_taoist, "#5f86a8"),
    "family": Prop(_family, "#3f8fd2"),
    "twins": Prop(_twins, "#f48fb1"),
    "couple": Prop(_couple, "#3f8fd2"),
    "monster": Prop(_monster, "#5fa66a"),
}

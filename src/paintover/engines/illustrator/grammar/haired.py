"""An adjective that tells somebody's hair, in other languages: "une fille rousse", "рыжая девочка", "rothaariges Mädchen"."""

from __future__ import annotations

from dataclasses import replace

from paintover.engines.illustrator.grammar.dialects import Dialect
from paintover.engines.illustrator.grammar.tokens import Token
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.sprites.skin import has_skin

_STEMS: dict[Dialect, dict[str, tuple[str, ...]]] = {
    "es": {"orange": ("pelirroj",), "yellow": ("rubio", "rubia"), "brown": ("castañ",)},
    "fr": {"orange": ("roux", "rouss", "rouquin"), "yellow": ("blond",), "brown": ("brune", "châtain")},
    "de": {"orange": ("rothaarig",), "yellow": ("blond",), "brown": ("brünett", "braunhaarig"), "black": ("schwarzhaarig",)},
    "pt": {"orange": ("ruiv",), "yellow": ("loir",)},
    "it": {"yellow": ("biond",), "brown": ("castan",)},
    "nl": {"orange": ("roodhari",), "yellow": ("blond",)},
    "ru": {"orange": ("рыж",), "yellow": ("белокур", "светловолос"), "black": ("черноволос", "темноволос")},
}  # fmt: skip
"""By language and colour, how the words for it begin."""


def haired(tokens: list[Token], dialect: Dialect) -> list[Token]:
    """The tokens with somebody who has such hair told as having hair of that colour."""
    stems = _STEMS.get(dialect, {})
    out = list(tokens)
    for token in tokens:
        colour = next((one for one, begins in stems.items() if token.text.lower().startswith(begins)), None)
        if colour is None or (token.get("kinds") is not None):
            continue
        at = out.index(token)
        who = next(
            (near for near in (at - 1, at + 1) if 0 <= near < len(out) and _is_somebody(out[near])), None
        )
        if who is None:
            continue
        end = out[who].end
        told = [
            Token("", end, end, "en", {"with": "with"}),
            replace(token, readings={"colours": colour}),
            Token("", end, end, "en", {"kinds": "hair"}),
        ]
        out[min(at, who) : max(at, who) + 1] = [out[who], *told]
    return out


def _is_somebody(token: Token) -> bool:
    kind = token.get("kinds")
    return kind is not None and has_skin(kinds()[kind].art)

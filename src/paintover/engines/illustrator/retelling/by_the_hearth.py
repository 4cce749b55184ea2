"""A fire by which one sits in an armchair burns in a fireplace, and in no field: "a cat asleep on a rug by the fire"."""

from __future__ import annotations

from paintover.engines.illustrator.wording import Pattern

_BY_THE_FIRE = Pattern(
    r"\b(?P<by>by|beside|before|in front of|near|next to|around|round|at) (?:the|a) (?:warm |cosy |cozy |roaring |crackling )*fire\b(?! ?(?:place|engine|station|truck|pit))"
)
_AT_HOME = Pattern(
    r"\b(?:armchair|arm chair|sofa|couch|rug|carpet|rocking chair|living room|sitting room|lounge|parlou?r|slippers|cushions?|chess|knits?|knitting|indoors|stockings?)\b"
)
_OUTDOORS = Pattern(
    r"\b(?:camp\w*|bonfire|tents?|woods?|forest|beach|outdoors|outside|garden|meadow|field|under the stars|cave|desert|mountains?)\b"
)


def told_by_the_hearth(text: str) -> str:
    """The wish for a new picture with such a fire told as a fireplace."""
    if not text.isascii() or _AT_HOME.search(text) is None or _OUTDOORS.search(text) is not None:
        return text
    return _BY_THE_FIRE.sub(r"\g<by> the fireplace", text)

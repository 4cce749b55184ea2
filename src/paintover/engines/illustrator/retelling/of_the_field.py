"""The flowers of a field, which belong to the place: "make the tulips white" of a tulip field paints its flowers, and "turn them into
sunflowers" makes it a sunflower field.
"""

from __future__ import annotations

import re

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.wording import Pattern

_BLOOMS = {
    "tulip": "tulips?|郁金香", "sunflower": "sunflowers?|向日葵", "lavender": "lavenders?|薰衣草", "rapeseed": "rapeseed|canola|油菜花",
    "poppy": "poppies|poppy|罂粟花?|虞美人", "daisy": "daisies|daisy|雏菊", "rose": "roses?|玫瑰花?", "lily": "lilies|lily|百合花?", "wildflower": "wild ?flowers?|野花",
}  # fmt: skip
"""By the place that is full of them, what they are called."""
_ALL = Pattern(rf"(?:{'|'.join(_BLOOMS.values())})")


def told_of_the_field(prompt: str, base: Scene) -> str:
    """The wish with the flowers of the field that it plays in told as those of its backdrop, unless some stand there themselves.

    Raises:
        NotDrawable: there are to be more or fewer of them.
    """
    own = base.env.place.removesuffix("-field")
    if own not in _BLOOMS or not base.env.place.endswith("-field") or _ALL.search(prompt) is None:
        return prompt
    if any(one.kind in _BLOOMS for one in base.objects):
        return prompt
    if (amount := _amount(own).search(prompt)) is not None:
        raise NotDrawable(notes.of_the_backdrop(amount["what"], "en"))
    prompt = _becomes(own).sub(_another_field, prompt)
    return _called(own).sub(
        lambda match: "花" if not match[0].isascii() else f"{match['the']}flowers", prompt
    )


def _another_field(match: re.Match[str]) -> str:
    new = next(name for name, words in _BLOOMS.items() if re.fullmatch(words, match["new"], re.IGNORECASE))
    return f"change the place to a {new} field" if match["new"].isascii() else match[0]


def _becomes(own: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:turn|change|swap|replace|switch) (?:all )?(?:the |those |these )?(?:{_BLOOMS[own]}|flowers|them(?: all)?) (?:into |with |for |to |by )(?:some |a field of |pretty )*(?P<new>{'|'.join(_BLOOMS.values())})\b(?: instead)?",
        re.IGNORECASE,
    )


def _amount(own: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:fewer|less|more|too many|not enough) (?P<what>{_BLOOMS[own]})\b", re.IGNORECASE)


def _called(own: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<the>(?:the|those|these|all the|all) )(?:{_BLOOMS[own]})(?! fields?)\b|(?<![加种添])(?:{_BLOOMS[own]})(?=的?颜色|[变换改染都全]|是)",
        re.IGNORECASE,
    )

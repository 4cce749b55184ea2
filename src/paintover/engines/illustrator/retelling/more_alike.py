"""More of what is there by the last word of its name: "two more balloons" beside a hot air balloon are hot air balloons."""

from __future__ import annotations

from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.wording import Pattern

_MORE = Pattern(r"\b(?:more|another|extra|additional) (?P<x>[a-z]+)\b(?! (?:of|from))")
_MADE_OF_TWO = frozenset({"with", "and", "of", "in", "on"})
"""Words of a name whose end is not what the whole is: spaghetti with meatballs."""


def told_of_more_alike(prompt: str, base: Scene) -> str:
    """The wish with their whole name, where nothing there goes by the word alone."""
    match = _MORE.search(prompt)
    if match is None:
        return prompt
    word = match["x"].lower()
    single = word.removesuffix("s")
    kinds = {token.get("kinds") for token in tokenise(word)} - {None}
    if not kinds or any(one.kind in kinds for one in base.objects):
        return prompt
    whole = {one.label.lower().removesuffix("s") for one in base.objects}
    called = [name for name in whole if name.endswith(f" {single}") and not _MADE_OF_TWO & {*name.split()}]
    if len(called) != 1:
        return prompt
    return f"{prompt[: match.start('x')]}{called[0]}{word.removeprefix(single)}{prompt[match.end('x') :]}"

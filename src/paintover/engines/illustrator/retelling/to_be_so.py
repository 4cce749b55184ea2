"""What is there and is to have a colour, told as a change of it: 碗要蓝色的 paints the bowl of the noodles and adds none."""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.retelling.called import called_so, named_in_part
from paintover.engines.illustrator.retelling.others import named_in
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.wording import Pattern

_TO_BE_SO = Pattern(
    r"(?P<what>[\u4e00-\u9fff]{1,5}?)(?:得|应该?|最好|必须)?(?:要|应该|得)(?:是|变成?|变得)?(?P<colour>[\u4e00-\u9fff]{1,3}?)的?",
    re.NOFLAG,
)


def told_to_be_so(prompt: str, base: Scene) -> str:
    """The wish where it is one clause that tells what colour something there is to have."""
    match = _TO_BE_SO.fullmatch(prompt.strip(" 。！!"))
    if match is None:
        return prompt
    colour = tokenise(match["colour"])
    if not colour or not all(token.get("colours") for token in colour):
        return prompt
    said = parse(match["what"]).mentions
    there = list(base.objects)
    is_there = bool(named_in(match["what"], base)) or any(
        called_so(there, one) or named_in_part(there, one.label) for one in said
    )
    paint = match["colour"] if match["colour"].endswith("色") else f"{match['colour']}色"
    return f"{match['what']}改成{paint}" if is_there else prompt

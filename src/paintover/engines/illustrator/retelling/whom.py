"""Who or what of a picture a few English words mean: a pronoun, a noun, "the left one"."""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import SIGNPOST, kinds
from paintover.engines.illustrator.retelling.others import called_apart, named_in
from paintover.engines.illustrator.retelling.pronouns import meant_by, somebody_told
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.likeness import is_somebody

_PRONOUNS = r"[他她它]|it|him|her|he|she|them|they|both"
WHO = rf"(?:{_PRONOUNS}|(?:the |his |her )?[a-z]+(?: [a-z]+){{0,2}}?)"


def standing(base: Scene) -> list[Thing]:
    """Those that stand for themselves."""
    borne = ("wear", "hold", "cover")
    return [one for one in base.objects if one.kind != SIGNPOST and (one.rel is None or one.rel.type not in borne)]  # fmt: skip


def people(base: Scene) -> list[Thing]:
    """The people who stand in the picture."""
    return [one for one in standing(base) if is_somebody(one.kind)]


def named(one: Thing, base: Scene) -> str:
    """What one thing of a picture is called in English so that it is told from its like."""
    return called_apart(base, one.id, chinese=False)


def one_called(words: str, base: Scene) -> Thing | None:
    """Who or what is meant by a pronoun or a noun; None where that is nobody, or one of several alike."""
    words = words.lower()
    if words in ("it", "that"):
        about = base.thing(base.focus or "")
        return about if about is not None else meant_by("it", base)
    if re.fullmatch(_PRONOUNS, words):
        return somebody_told(words, base) or meant_by(words, base)
    if (sided := _SIDED.fullmatch(words)) is not None:
        return _at_side(sided["side"] or sided["at"], base)
    if IS_NO_NAME.match(words) or _SEVERAL_WORDS.search(words):
        return None
    if not words.startswith("the ") and any(one.get("verbs") or one.get("poses") for one in tokenise(words)):
        return None
    found = named_in(words if words.startswith(("the ", "his ", "her ")) else f"the {words}", base)
    return found[0] if len(found) == 1 else None


_SEVERAL_WORDS = re.compile(
    r".\b(?:the|an?|his|her|its|their|to|of|in|on|could|should|can|must|would|might|needs?|is|are|was|were|has|have|gets?|does)\b"
)
_SIDED = re.compile(
    r"the (?P<side>left|right|middle) one|(?:the )?one (?:on|to|at|in) the (?P<at>left|right|middle)(?: side)?"
)


def _at_side(side: str, base: Scene) -> Thing | None:
    """Of those alike that live the one at that side."""
    living = [one for one in standing(base) if kinds()[one.kind].alive and one.id in base.layout]
    alike = [one for one in living if sum(two.kind == one.kind for two in living) > 1] or living
    across = sorted(alike, key=lambda one: base.layout[one.id].x)
    if len(across) < 2 or (side == "middle" and len(across) % 2 == 0):
        return None
    return across[{"left": 0, "right": -1}.get(side, len(across) // 2)]


IS_NO_NAME = re.compile(
    r"(?:add|put|draw|give|make|let|have|move|bring|take|turn|change|remove|get|place|set|an?|another|two|three|more|one|with|no|and|all|some|paint|show|want)\b"
)

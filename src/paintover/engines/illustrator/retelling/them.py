""" "Them" of things: "make them red", said of the hats that two cats have just got, or of the glasses of the only boy.

Who lives is meant where several do and nobody spoke of anything else; things that come in pairs are several by themselves.
"""

from __future__ import annotations

from collections import Counter

from paintover.engines.illustrator.grammar.relatives import plural_of
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.wording import Pattern

_LEAD = r"(?:(?:please|now|and|then|can you|could you|actually|ok|maybe),? )*"
_THEM = r"(?P<them>them all|all of them|them both|both of them|them)"
_THEY = r"(?P<they>they(?: all)?)"
_END = r"(?: (?:too|please|instead|now))*[.!?]*"
_LOOKS = (
    Pattern(rf"{_LEAD}(?:make|paint|turn|colou?r|dye|recolou?r|change|have|let|i want|i'd like) {_THEM}(?: (?:be|to be|to|into|in))? (?P<how>[a-z -]+?){_END}"),
    Pattern(rf"{_LEAD}(?:(?:can|could) )?{_THEY} (?:(?:should|must|could|to|are|can|be|look|become|turn|a) ?)*(?P<how>[a-z -]+?){_END}"),
)  # fmt: skip
_GONE = Pattern(
    rf"{_LEAD}(?:(?:remove|delete|erase|drop|lose|get rid of|take away|take off) {_THEM}|(?:take|put) (?P<apart>them)(?: all)? (?:off|away)|{_THEY} should (?:go|disappear)){_END}"
)
_CHANGED = Pattern(
    rf"{_LEAD}(?:(?:replace|swap|exchange) {_THEM} (?:with|for|by)|(?:turn|change|make) (?P<into>them) into) .+"
)
_IS_A_LOOK = ("colours", "sizes", "patterns", "filler", "materials")


def with_them_named(prompt: str, base: Scene) -> str:
    """The wish with things told by name that are meant by "them"; as it is where who lives may be meant."""
    for cue, fits in ((_LOOKS[0], _is_a_look), (_LOOKS[1], _is_a_look), (_GONE, None), (_CHANGED, None)):
        match = cue.fullmatch(prompt.strip())
        if match is None or (fits is not None and not fits(match["how"])):
            continue
        meant = _several_meant(base)
        if not meant:
            return prompt
        told = next((name for name in ("them", "they", "apart", "into") if match.groupdict().get(name)), None)
        if told is None:
            return prompt
        start, end = match.span(told)
        words = match.string
        return f"{words[:start]}{_named(meant)}{words[end:]}"
    return prompt


def _is_a_look(how: str) -> bool:
    """Whether all of it says how a thing looks: red, bigger, striped, and neither happy nor asleep."""
    said = [token for part in how.split(" and ") for token in tokenise(part)]
    return bool(said) and all(
        any(map(token.get, _IS_A_LOOK)) or token.get("verbs") in ("larger", "smaller") for token in said
    )


def _several_meant(base: Scene) -> list[Thing]:
    """Those things that were spoken of last, where they are several or come in pairs; where nothing was spoken of, the only
    such of a picture in which not more than one lives."""
    about = base.thing(base.focus or "")
    living = [one for one in base.objects if kinds()[one.kind].alive]
    if about is not None and not kinds()[about.kind].alive:
        if (alike := _all_like(about, base)) or len(living) > 1:
            return alike or living
    elif len(living) > 1:
        return []
    groups = {one.kind: _all_like(one, base) for one in base.objects if not kinds()[one.kind].alive}
    several = [group for group in groups.values() if group]
    return several[0] if len(several) == 1 else []


def _all_like(one: Thing, base: Scene) -> list[Thing]:
    """All of its kind and name; none where it is but one."""
    alike = [other for other in base.objects if (other.kind, other.label) == (one.kind, one.label)]
    return alike if len(alike) > 1 or _is_a_pair(one) else []


def _is_a_pair(one: Thing) -> bool:
    return kinds()[one.kind].paired or (
        one.label.isascii() and one.label.endswith("s") and not one.label.endswith("ss")
    )


def _named(meant: list[Thing]) -> str:
    """By name: "the hats", "the girl and the boy"."""
    labels = Counter(one.label for one in meant)
    names = [
        label if label.endswith("s") or (many == 1 and len(labels) > 1) else plural_of(label)
        for label, many in labels.items()
    ]
    return " and ".join(f"the {name}" for name in names)

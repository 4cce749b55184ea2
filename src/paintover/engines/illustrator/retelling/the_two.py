"""Several who are meant together, told by name: "both of them" are the two who live there and not the fence beside them, "the
two children" are the children where two are there, "them" are those of whom the last change told, and who is woken slept.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import SIGNPOST, kinds
from paintover.engines.illustrator.retelling.called import called_so
from paintover.engines.illustrator.retelling.meant import plural_of
from paintover.engines.illustrator.retelling.others import called_apart
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_BOTH = (
    Pattern(r"\b(?:both of (?:them|those|these)|the two of them|(?:them|they) (?:both|two)|these two|those two)\b(?!['’])"),
    Pattern(r"[它他她]们(?:俩|两[个只人位]?|二人)(?!的)|俩(?=都|一起|全)|两[个只位](?=都)", re.NOFLAG),
)  # fmt: skip
_BOTH_BARE = Pattern(r"\bboth\b(?! of\b)(?=(?P<after>.*))")
_SO_MANY = Pattern(r"\b(?P<the>the) (?P<n>two|three|four) (?P<noun>[a-z]+)(?= (?P<does>[a-z]+)|$|[,.!])")
_NUMBERS = {"two": 2, "three": 3, "four": 4}
_THEM = (
    Pattern(r"\b(?:them|they)\b(?! (?:all|both|each|two|three)\b)(?!['’])"),
    Pattern(r"[它他她]们(?![俩两三四全的之中])", re.NOFLAG),
)
_ALL = Pattern(r"\b(?:all|every(?:one|body)?|each)\b|[所全每]|大家|再加|添|\badd\b")
_TWO_OF_THEM = re.compile("[她他]们?俩|[她他]们两[个人位]")
_ALL_OF_THEM = re.compile("[她他]们(?:三个|几个)?(?:都|全)")
_ONE = (
    Pattern(r"\b(?:it|him|her)\b"),
    Pattern(r"[它他她](?!们)", re.NOFLAG),
)
_WAKES = Pattern(r"\bwak(?:e|es|ing|en)\b|\bget up\b|醒|起床")
_WOKEN = Pattern(r"\bwake (?P<who>(?:the|my|his|her|both) [a-z ]{2,40}?) up\b")
"""Of whom "up" is no side."""
_IS_ZH = re.compile("[\u4e00-\u9fff]")
_ASLEEP = frozenset({"sleep"})
_FEW = 4


def told_of_both(prompt: str, base: Scene) -> str:
    """The wish with those who are meant together by name; as it is where they are all who are there."""
    living = [one for one in base.objects if _stands(one) and kinds()[one.kind].alive]
    if len(living) < 2:
        return prompt
    if _WAKES.search(prompt) is not None:
        prompt = _with_the_sleeper(prompt, living, base)
    prompt = _SO_MANY.sub(lambda found: _as_many_as_are_there(found, base), prompt)
    bearing = {one.rel.to for one in base.objects if one.rel is not None and one.rel.type == "on"}
    standing = [one for one in base.objects if _stands(one) and one.id not in bearing]
    if len(living) == 2 and any(one not in living for one in standing):
        prompt = _with_the_two(prompt, living, base)
    folk = [one for one in living if is_somebody(one.kind)]
    if len(living) > len(folk) == 2 and _TWO_OF_THEM.search(prompt) is not None:
        prompt = _with_the_two(prompt, folk, base)  # and not the pigeon before them
    if _ALL.search(prompt) is None and (meant := _spoken_of_together(prompt, living, base)):
        for them in _THEM:
            prompt = them.sub(lambda found: _names(meant, base, chinese=found[0][0] in "它他她"), prompt)
    return _WOKEN.sub(r"wake up \g<who>", prompt)


def _with_the_sleeper(prompt: str, living: Sequence[Thing], base: Scene) -> str:
    """ "Wake it up", where one alone sleeps: that one."""
    asleep = [one for one in living if one.pose in _ASLEEP]
    if len(asleep) != 1:
        return prompt
    for one in _ONE:
        prompt = one.sub(lambda found: called_apart(base, asleep[0].id, chinese=found[0] in "它他她"), prompt)
    return prompt


def _with_the_two(prompt: str, living: Sequence[Thing], base: Scene) -> str:
    for both, chinese in zip(_BOTH, (False, True), strict=True):
        prompt = both.sub(lambda _, zh=chinese: _names(living, base, chinese=zh), prompt)  # type: ignore[misc]
    found = _BOTH_BARE.search(prompt)
    if found is None or any(token.get("kinds") for token in tokenise(found["after"])[:2]):
        return prompt  # "both dogs", "both red apples"
    return f"{prompt[: found.start()]}{_names(living, base, chinese=False)}{prompt[found.end() :]}"


def _as_many_as_are_there(found: re.Match[str], base: Scene) -> str:
    """ "The two children", where so many are there: the children, of whom none has to come."""
    said = parse(f"the {found['noun']}").mentions
    if len(said) != 1 or said[0].kind is None:
        return found[0]
    there = [one for one in base.objects if one.kind == said[0].kind] or called_so(base.objects, said[0])
    return f"the {found['noun']}" if len(there) == _NUMBERS[found["n"].lower()] else found[0]


def _spoken_of_together(prompt: str, living: Sequence[Thing], base: Scene) -> list[Thing]:
    """Whom "them" means where it does not mean all: who sleeps, of those who are woken; those of whom the last change told
    what they do. None where they are all, or but one."""
    asleep = [one for one in living if one.pose in _ASLEEP] if _WAKES.search(prompt) is not None else []
    meant = asleep or [one for one in living if one.id in base.together]
    if _ALL_OF_THEM.search(prompt) is not None and _joined(meant, living):
        return []
    return meant if 1 < len(meant) < len(living) else []


def _joined(meant: Sequence[Thing], living: Sequence[Thing]) -> bool:
    """Whether all who are there are those and the one whom they came to, another child: 小红, and her friends."""
    hosts = {
        one.rel.to for one in meant if one.rel is not None and one.rel.type in ("beside", "left", "right")
    }
    others = [one for one in living if one not in meant and is_somebody(one.kind)]
    of_an_age = {one.kind for one in (*meant, *others)} <= _CHILDREN
    return of_an_age and len(others) == 1 and hosts <= {one.id for one in others}


_CHILDREN = frozenset({"boy", "girl", "child"})


def _names(meant: Sequence[Thing], base: Scene, *, chinese: bool) -> str:
    """What they are called together: the children; the dog and the horse."""
    labels = Counter(one.label for one in base.objects if _stands(one))
    told = Counter(one.label for one in meant)
    words = [
        (f"所有的{label}" if chinese else f"the {plural_of(label)}")
        if many > 1 and many == labels[label]
        else ""
        for label, many in told.items()
    ]
    if not all(words) or any(chinese != bool(_IS_ZH.search(label)) for label in told):
        words = [called_apart(base, one.id, chinese=chinese) for one in meant[:_FEW]]
    return "和".join(words) if chinese else " and ".join(words)


def _stands(one: Thing) -> bool:
    """Whether it is there for itself: nothing that somebody wears or holds."""
    return one.kind != SIGNPOST and (one.rel is None or one.rel.part is None)

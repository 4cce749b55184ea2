"""How many people, children or animals a picture of different ones is to show in all: "make it three people" of a man and a
woman, 改成三个孩子 of a boy and a girl. So many more come; who goes has to be said.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from paintover.domain.call import Language
from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.retelling.others import called_apart, name_of
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.likeness import is_animal, is_somebody
from paintover.engines.illustrator.wording import Pattern

_ENGLISH = Pattern(
    r"(?:(?:please|now|and|no|actually) )*(?P<lead>(?:(?:make|turn|change) (?:it|that|them|this)(?: into| to| be)?|(?:there|it) (?:should|must) be|i (?:want|need|would like)|let'?s have) )?"
    r"(?P<n>two|three|four|five|six|seven|eight|[2-8]) (?P<what>people|persons|kids|children|animals)"
    r"(?P<all>(?: in total| in all| altogether| instead(?: of (?:two|three|four|five|one|[1-8]))?)*)(?: now| please)*[.!]?"
)
_THEM = Pattern(
    r"^(?P<make>make them|there should be|i want) (?P<n>two|three|four|five|six|seven|eight)(?: of them)?(?: in total| altogether)?(?=[.!]*$)"
)
_CHINESE = re.compile(
    r"(?:请|再|还是|不对|应该|我|帮我)*(?:改成|变成|换成|改为|变为|应该是|应该有|得有|要有|想要|要|一共|总共|弄成|画成)+(?:是|有|要)?"
    r"(?:(?P<n>[两三四五六七八2-8])[个只](?P<what>人|小?孩子?|小朋友|小?动物)|一家(?P<family>[三四五])口)(?:吧|了|才对|的|就行|就好)*[。！]?"
)
_CHILDREN = frozenset({"boy", "girl", "child", "pupil"})


def told_in_all(prompt: str, base: Scene) -> str:
    """The wish with so many more of those told, where they are of different kinds; else as it is.

    Raises:
        NotDrawable: there are as many already, or more.
    """
    if len({one.kind for one in base.objects if is_somebody(one.kind)}) > 1:
        prompt = _THEM.sub(r"\g<make> \g<n> people", prompt)
    match = _ENGLISH.fullmatch(prompt.strip()) or _CHINESE.fullmatch(prompt.strip())
    if match is None:
        return prompt
    said = match.groupdict()
    chinese = "family" in said
    if not chinese and not (said["lead"] or said["all"]):
        return prompt
    what = said["what"] or "人"
    those = [one for one in base.objects if _is_of(what)(one)]
    if not those or all(_calls(what, one) for one in those):
        return prompt
    many = next(int(n) for token in tokenise(said["n"] or said["family"]) if (n := token.get("numbers")))
    if many <= len(those):
        language: Language = "zh" if chinese else "en"
        name = called_apart(base, those[-1].id, chinese=chinese)
        raise NotDrawable(
            notes.already_so(language) if many == len(those) else notes.who_goes(len(those), name, language)
        )
    return _more(what, many - len(those), those[-1], chinese=chinese, family=bool(said.get("family")))


def _is_of(what: str) -> Callable[[Thing], bool]:
    if what in ("people", "persons", "人"):
        return lambda one: is_somebody(one.kind)
    if what in ("animals", "动物", "小动物"):
        return lambda one: is_animal(one.kind)
    return lambda one: one.kind in _CHILDREN


def _calls(what: str, one: Thing) -> bool:
    """Whether it is called by the very word that is counted: all of one kind are counted as such."""
    return one.label in (what, what.removesuffix("s"), {"people": "person", "children": "child"}.get(what))


def _more(what: str, many: int, last: Thing, *, chinese: bool, family: bool) -> str:
    if what in ("animals", "动物", "小动物"):
        name = name_of(last, chinese=chinese)
        return f"再加{_zh(many)}只{name}" if chinese else f"{many} more {name}{'s' * (many > 1)}"
    if family:
        return f"加{_zh(many)}个孩子"
    if chinese:
        return f"加{_zh(many)}个{what}"
    one = "person" if what in ("people", "persons") else "child"
    return f"add a {one}" if many == 1 else f"add {many} {what}"


def _zh(many: int) -> str:
    return "零一两三四五六七八"[many]

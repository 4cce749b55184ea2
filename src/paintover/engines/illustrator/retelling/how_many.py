"""How many there are to be in all: "more balloons, like ten", 气球多一点，大概十个, "make it ten" of what somebody holds; candles that
are counted and nowhere are those of the cake.
"""

from __future__ import annotations

import re

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.grammar.lexicon import singular_of
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.forms import Form, told_by_form
from paintover.engines.illustrator.retelling.meant import called_by, plural_of, salient
from paintover.engines.illustrator.retelling.others import called_apart, name_of
from paintover.engines.illustrator.retelling.talk import MEASURE
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.wording import Pattern

_MANY = r"(?P<n>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen|\d{1,2})"
_ABOUT = r"(?:(?:like|say|about|around|maybe|perhaps|roughly|at least|up to|as many as|something like|make it)[ ,]*)+"
_MORE_LIKE = Pattern(
    r"(?:(?:please|now|and|ok|can you|i want|let's have|make|add|put|draw|give|have) )*(?:(?:him|her|them|it) )?(?:(?:a lot|a few|lots|some|even|many|way|there) )*"
    rf"more(?: of)?(?: (?P<what>(?!like|about|than|of)[a-z ]+?))?[,:]? ?(?:-+ ?)?{_ABOUT}{_MANY}(?: of (?:them|those)| or so| in total| in all| altogether)*"
)
_IN_ALL = Pattern(
    rf"(?:(?:please|now|and) )*(?:make (?:it|that|them)|there (?:should|must) be|i want|it should be) {_ABOUT[:-1]}?{_MANY} (?P<what>[a-z]+)(?: in total| in all| altogether)?"
)
_CANDLES = Pattern(
    rf"(?:(?:please|now|and|can you) )*(?:(?P<does>add|put|place|stick|make it|draw|i want|light) )?(?:{_ABOUT[:-1]}?{_MANY}|some|a few|lots of|many)(?P<more> more| extra)?"
    r"(?P<looks>(?: [a-z]+){0,2}?) candles?(?: on (?:it|there|top(?: of it)?|(?:the|her|his|their) (?:[a-z]+ )?cake)| there)?"
)
_MORE_ZH = Pattern(
    r"(?:(?:再|请|把|让)*(?P<what>[\u4e00-\u9fff]{1,5}?))?(?:再|要|得)?(?:多)(?:放|来|画|加|插|摆|挂)?(?:一?[点些]|几[个只根盏朵])儿?[，,、 ]*"
    rf"(?:大概|大约|比如说?|差不多|起码|至少|得有|凑够|凑到|到|像|要|有|一共|总共|弄)*(?P<n>[两三四五六七八九十]{{1,2}}|\d{{1,2}})(?P<m>{MEASURE})(?:左右|上下|的样子|吧|就行|就好|这样)*",
    re.NOFLAG,
)
_CAKES = frozenset({"cake", "birthday-cake", "cupcake"})
_WICKS = frozenset({"candle", "birthday-candle"})


def told_of_how_many(prompt: str, base: Scene) -> str:
    """The wish for a change of that picture with a number in all told as so many more; else as it is."""
    said = told_by_form(prompt.strip(" .。!！~"), base, _FORMS)
    return prompt if said is None else said


def _number(word: str) -> int:
    return next((int(many) for token in tokenise(word) if (many := token.get("numbers"))), 0)


def _candles(match: re.Match[str], base: Scene) -> str | None:
    """Candles that are counted stand on the one cake, so many in all unless they are added to those there."""
    cakes = [one for one in base.objects if one.kind in _CAKES]
    if len(cakes) != 1 or match["does"] == "light":
        return None
    there = sum(one.kind in _WICKS for one in base.objects)
    many, on = _number(match["n"] or ""), f"on {called_apart(base, cakes[0].id, chinese=False)}"
    if there and many and not match["more"] and match["does"] != "add":
        _unless_so_many(many, there)
        return f"add {many - there} candles {on}" if many > there else f"make it {many} candles"
    return f"put {many or 'some'}{match['more'] or ''}{match['looks']} candles {on}"


def _unless_so_many(many: int, there: int) -> None:
    """Raise NotDrawable if there are so many already."""
    if many == there:
        raise NotDrawable(notes.already_so("en"))


def _counted(match: re.Match[str], base: Scene, alike: list[Thing]) -> str | None:
    """So many more of those, with whoever has them."""
    many = _number(match["n"])
    if not alike or many < len(alike):
        return None
    _unless_so_many(many, len(alike))
    name = match["what"] or alike[-1].label
    if singular_of(name) == name and name not in _ALIKE_OF_MANY:
        name = plural_of(name)
    things, rel = f"{many - len(alike)} more {name}", alike[-1].rel
    bearer = base.thing(rel.to) if rel is not None and rel.type in ("hold", "on") else None
    if bearer is None:
        return f"add {things}"
    whom = called_apart(base, bearer.id, chinese=False)
    return f"give {whom} {things}" if kinds()[bearer.kind].alive else f"put {things} on {whom}"


_ALIKE_OF_MANY = frozenset({"sheep", "fish", "deer", "children", "people", "men", "women", "mice", "geese"})


def _more_like(match: re.Match[str], base: Scene) -> str | None:
    what, last = match["what"], salient(base)
    alike = called_by(what, base) if what else [one for one in base.objects if last and one.kind == last.kind]
    if not alike and (of_the_cake := _CANDLES.fullmatch(f"{match['n']} {what}")) is not None:
        return _candles(of_the_cake, base)
    return _counted(match, base, alike)


def _in_all(match: re.Match[str], base: Scene) -> str | None:
    """So many in all of what somebody has in hand."""
    alike = called_by(match["what"], base)
    is_held = bool(alike) and all(one.rel is not None and one.rel.type == "hold" for one in alike)
    return _counted(match, base, alike) if is_held else None


def _more_zh(match: re.Match[str], base: Scene) -> str | None:
    last = salient(base)
    what = match["what"] or (name_of(last, chinese=True) if last is not None else None)
    return None if what is None else f"{what}要{_number(match['n'])}{match['m']}"


_FORMS: tuple[Form, ...] = (
    (_MORE_LIKE, _more_like),
    (_CANDLES, _candles),
    (_IN_ALL, _in_all),
    (_MORE_ZH, _more_zh),
)

"""Where what came last is to go, told in a word or two: "move it to the front", "closer", "the other side", "on the ground
instead". It is told by its name, which the grammar reads wherever the name may stand."""

from __future__ import annotations

from paintover.domain.ratio import parse_ratio
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.others import called_apart
from paintover.engines.illustrator.retelling.them import all_alike, called_together
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_LEAD = r"(?:(?:please|now|and|then|no|ok|okay|actually|maybe|can you|could you),? )*"
_END = r"(?: (?:please|instead|now|too|then))*[.!?]*"
_A_BIT = r"(?:(?:a (?:bit|little)|slightly|much|way|further|more) )*"
_MOVES = r"(?:move|bring|put|push|pull|send|slide|shift|place|take|get)"
_WHERE = (
    r"(?:(?:to|in|into|at|towards) the (?:very )?(?:front|foreground|back|background)|forwards?|backwards?|further (?:back|forward|away)|(?:on |to )?the other side"
    rf"|{_A_BIT}(?:closer|nearer)(?: to (?:us|me|the (?:viewer|camera)))?)"
)
_IT = r"(?:it|them|that|this|those|these)"
_PUT = Pattern(rf"{_LEAD}(?P<does>{_MOVES}) {_IT} (?P<where>{_WHERE}){_END}")
_BARE = Pattern(rf"{_LEAD}(?P<does>)(?P<where>{_WHERE}){_END}")
_BEHIND = Pattern(rf"{_LEAD}{_MOVES} {_IT} (?P<where>behind|in front|in the back){_END}")
_DOWN = Pattern(
    rf"{_LEAD}(?P<where>(?:on|in|under|behind|next to|beside|above|near) (?:the|his|her|its) [a-z ]{{2,20}}?) instead(?: please)?[.!]*"
)
_ASIDE = Pattern(
    rf"{_LEAD}(?:{_MOVES} it )?(?P<where>{_A_BIT}(?:to the |more to the |further |further to the )(?:left|right)|{_A_BIT}(?:higher|lower)(?: up| down)?){_END}"
)
_TURN = Pattern(
    rf"{_LEAD}(?:turn|flip|rotate) {_IT} (?P<where>around|round|over|the other way(?: round)?){_END}"
)


_MORE = Pattern(
    rf"{_LEAD}(?:(?:add|give (?:him|her|it)) )?(?:another(?: one)?|one more|(?:make it |make that )?two(?: of (?:them|those))?){_END}"
)
_FOR = Pattern(
    rf"{_LEAD}(?:one|the same) for (?P<whom>him|her|them|the [a-z ]{{2,20}}?)(?: (?:too|also|as well))*{_END}"
)
_HAND = Pattern(
    rf"{_LEAD}(?:(?:put|hold|have|move|take) it )?(?:in |to |into |with )?(?:the|his|her) other hand{_END}"
)


def told_where_it_goes(prompt: str, base: Scene) -> str:
    """The wish with what came last by name; as it is where that is a person, or something that somebody wears or holds."""
    about, words = base.thing(base.focus or ""), prompt.strip()
    if about is None or is_somebody(about.kind) or not prompt.isascii():
        return prompt
    if about.rel is not None and about.rel.type in ("wear", "hold"):
        return _of_what_is_borne(words, about, base) or prompt
    alike = all_alike(about, base)
    name = called_together(alike) if len(alike) > 1 else called_apart(base, about.id, chinese=False)
    if (match := _PUT.fullmatch(words) or _BARE.fullmatch(words)) is not None:
        where = match["where"].removeprefix("on ").removeprefix("to ")
        if where == "the other side" and len(alike) > 1:
            where = f"the {_away_from(alike, base)}"
        return f"move {name} {'to ' if where.startswith('the ') else ''}{where}"
    if (match := _BEHIND.fullmatch(words)) is not None and (others := _beside(alike or [about], base)):
        where = "behind" if match["where"] != "in front" else "in front of"
        main = (
            called_apart(base, others[0].id, chinese=False) if len(others) == 1 else called_together(others)
        )
        return f"put {name} {where} {main}"
    if (match := _DOWN.fullmatch(words)) is not None:
        return f"put {name} {match['where']}"
    if len(alike) > 1 and (match := _ASIDE.fullmatch(words)) is not None:
        return f"move {name} {match['where']}"
    if len(alike) > 1 and (match := _TURN.fullmatch(words)) is not None:
        return f"turn {name} {match['where']}"
    return prompt


def _of_what_is_borne(words: str, about: Thing, base: Scene) -> str | None:
    """One more of what somebody has got: for the other hand, or for another who has none. None where nothing such is asked."""
    bearer = base.thing(about.rel.to) if about.rel is not None else None
    if bearer is None or about.rel is None:
        return None
    name, noun = called_apart(base, bearer.id, chinese=False), about.label
    if (match := _FOR.fullmatch(words)) is not None:
        return f"give {match['whom']} one too"
    if about.rel.type == "hold" and _HAND.fullmatch(words) is not None:
        return f"put the {noun} in {name}'s other hand"
    if _MORE.fullmatch(words) is None:
        return None
    if about.rel.type == "hold":
        return f"give {name} another {noun}"
    having = {one.rel.to for one in base.objects if one.kind == about.kind and one.rel is not None}
    others = [one for one in base.objects if is_somebody(one.kind) and one.id not in having]
    if len(others) != 1:
        return None
    return (
        f"give {called_apart(base, others[0].id, chinese=False)} {'an' if noun[0] in 'aeiou' else 'a'} {noun}"
    )


def _beside(those: list[Thing], base: Scene) -> list[Thing]:
    """Whoever else lives there, if they are few, or else the tallest thing that stands by itself."""
    others = [
        one
        for one in base.objects
        if one not in those and (one.rel is None or one.rel.type not in ("wear", "hold"))
    ]
    living = [one for one in others if kinds()[one.kind].alive]
    if 0 < len(living) <= _FEW:
        return living
    return sorted(others, key=lambda one: -kinds()[one.kind].height_m)[:1]


_FEW = 3


def _away_from(those: list[Thing], base: Scene) -> str:
    """The side of the picture on which they are not."""
    boxes = [base.layout[one.id].box for one in those if one.id in base.layout]
    middle = sum(box[0] + box[2] for box in boxes) / max(1, 2 * len(boxes))
    return "left" if middle > parse_ratio(base.ratio).size()[0] / 2 else "right"

""" "No, on the boy", "no, behind the tree", "I meant the boy": what was just done, done to somebody else or somewhere else.

What was given goes to the other, what came goes to the other place, a mood or a colour passes over to the other, and who was
taken out comes back for the one who was meant. What nobody just did stays to be read as any other wish.
"""

from __future__ import annotations

import msgspec

from paintover.engines.illustrator.editing.back_again import CameBack, came_back_whole
from paintover.engines.illustrator.retelling.others import named_in
from paintover.engines.illustrator.retelling.whom import named, one_called
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.wording import Pattern

_NO = (
    r"(?:(?:(?:no|nope|nah|oops|sorry|wait|oh|hmm)[ ,.!]+)+(?:(?:i (?:meant?|wanted)|rather|put it|give it|it should be|not (?:there|him|her|it|that one|(?:on |for )?the [a-z]+)[ ,]*(?:but)?) ?)*"
    r"|i (?:meant?|wanted) |not (?:on |for )?(?:him|her|it|there|the [a-z]+)[, ]+(?:but )?)"
)
_PLACES = r"on the (?:far )?(?:left|right)(?: side)?|to the (?:left|right)(?: of the [a-z ]+?)?|(?:on|onto|on top of|behind|beside|next to|in front of|under|near|inside|into|in|to|for) (?P<at>the [a-z ]+?)"
_RATHER = Pattern(
    rf"{_NO}(?P<how>{_PLACES}|(?:for |to |with )?(?P<who>the (?!other way|rest|left$|right$)[a-z ]+?))(?:,? (?:instead|please|not the [a-z]+))*[.!]?"
)


def rather_meant(prompt: str, base: Scene) -> CameBack | None:
    """The picture with what was just done as it was rather meant, and what is to be asked of that; None of another wish."""
    match = _RATHER.fullmatch(prompt.strip()) if prompt.isascii() else None
    if match is None:
        return None
    about, other = base.thing(base.focus or ""), one_called(match["who"] or match["at"] or "", base)
    if about is not None and match["who"] is not None and (given := _given_last(base, about)) is not None:
        about = given
    bearer = None if about is None or about.rel is None else base.thing(about.rel.to)
    borne = (
        about is not None
        and about.rel is not None
        and about.rel.type in ("wear", "hold")
        and bearer is not None
    )
    if about is not None and borne and other is not None and bearer is not None and stock_of(other).alive:
        return CameBack(_handed(base, about, other), "") if other.id != bearer.id else None
    if match["who"] is None:
        if about is None or borne or (match["at"] and not named_in(match["at"], base)):
            return None
        return CameBack(base, f"put {named(about, base)} {match['how']}")
    if other is None or (about is not None and about.id == other.id):
        return None
    if base.gone and all(one.age == 0 and not one.stays for one in base.gone) and not (about and about.mood):
        return CameBack(came_back_whole(base), f"remove {named(other, base)}")
    passed = None if about is None else _passed_over(base, about, other)
    return None if passed is None else CameBack(passed, "")


def _given_last(base: Scene, whom: Thing) -> Thing | None:
    """What somebody was given by the last change: the newest of all, if they have it."""
    newest = max(base.objects, key=lambda one: int("".join(filter(str.isdigit, one.id)) or 0))
    had = newest.rel is not None and newest.rel.to == whom.id and newest.rel.type in ("wear", "hold")
    return newest if had and whom.mood is None and whom.was is None else None


_WITH_IT = frozenset({"hold", "lift", "read"})
"""How one stands because of what is in their hand."""


def _handed(base: Scene, thing: Thing, other: Thing) -> Scene:
    """What was put on the girl, on the boy."""
    if thing.rel is None:
        return base
    given = msgspec.structs.replace(thing, rel=msgspec.structs.replace(thing.rel, to=other.id))
    new, bearer = {given.id: given}, base.thing(thing.rel.to)
    if bearer is not None and bearer.pose in _WITH_IT and thing.rel.type == "hold" and other.pose is None:
        new[bearer.id] = msgspec.structs.replace(bearer, pose=None)
        new[other.id] = msgspec.structs.replace(other, pose=bearer.pose)
    objects = tuple(new.get(one.id, one) for one in base.objects)
    layout = {key: placed for key, placed in base.layout.items() if key != thing.id}
    return msgspec.structs.replace(base, objects=objects, layout=layout, focus=thing.id, together=())


def _passed_over(base: Scene, about: Thing, other: Thing) -> Scene | None:
    """The mood, or the colour, that one has and the other was to have."""
    painted = about.colour is not None and about.was is not None
    if (about.mood is not None) == painted:
        return None
    if painted:
        first = msgspec.structs.replace(about, colour=about.was or None, was=None)
        last = msgspec.structs.replace(other, colour=about.colour, was=other.colour or "")
    else:
        first = msgspec.structs.replace(about, mood=None)
        last = msgspec.structs.replace(other, mood=about.mood)
    new = {one.id: one for one in (first, last)}
    objects = tuple(new.get(one.id, one) for one in base.objects)
    return msgspec.structs.replace(base, objects=objects, focus=other.id, together=())

"""People called by the instrument that they play: "the drummer" of a band is whoever has the drum."""

from __future__ import annotations

import re

from paintover.engines.illustrator.retelling.whom import named
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_PLAYS = {
    "drummer": "drum",
    "guitarist": "guitar",
    "guitar player": "guitar",
    "violinist": "violin",
    "violin player": "violin",
    "fiddler": "violin",
    "pianist": "piano",
    "trumpeter": "trumpet",
    "trumpet player": "trumpet",
    "saxophonist": "saxophone",
    "cellist": "cello",
    "flutist": "flute",
    "flautist": "flute",
    "accordionist": "accordion",
    "bassist": "guitar",
}
"""By whom, what somebody plays; a drum kit is a drum, too."""
_NAMED = Pattern(rf"\b(?P<article>the|no|without the|without a) (?P<who>{'|'.join(_PLAYS)})\b")


def told_by_instrument(prompt: str, base: Scene) -> str:
    """The wish with such players told by who they are, where nobody goes by that name and just one plays that."""
    if not prompt.isascii():
        return prompt

    def told(match: re.Match[str]) -> str:
        article, who = match["article"].lower(), match["who"].lower()
        player = _player(who, base)
        if player is None:
            return match[0]
        return named(player, base) if article == "the" else f"remove {named(player, base)}"

    return _NAMED.sub(told, prompt)


def _player(who: str, base: Scene) -> Thing | None:
    if any(one.label == who or one.kind == who for one in base.objects):
        return None
    people = {one.id: one for one in base.objects if is_somebody(one.kind)}
    held = [one for one in base.objects if _PLAYS[who] in one.kind and one.rel is not None]
    players = {one.rel.to for one in held if one.rel is not None and one.rel.to in people}
    players |= {
        each.id for one in held for each in people.values() if each.rel is not None and each.rel.to == one.id
    }
    return people[players.pop()] if len(players) == 1 else None

"""Who gets what another has: 也给它一个, 让他也拿着花, "he should hold one too". Another such thing comes, and nobody gives theirs
away.
"""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.relatives import plural_of
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.others import called_apart, name_of, named_in
from paintover.engines.illustrator.retelling.pronouns import drawn_as_he, drawn_as_she
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.likeness import is_animal, is_somebody
from paintover.engines.illustrator.wording import Pattern

_CHINESE = re.compile(
    r"(?:那|再|请)?(?:也给(?P<a>[^，。也]{1,5}?)(?:来|拿|戴|加)?一[个只把束朵顶本杯根支条]|给(?P<b>[^，。也]{1,5}?)也(?:来|拿|戴|加)?一[个只把束朵顶本杯根支条]"
    r"|[让叫](?P<c>[^，。也]{1,5}?)也(?:要)?(?:拿|举|抱|捧|戴|穿)(?:着|上)?(?:一[个只把束朵顶本杯根支条件])?(?P<what>[^，。]{0,4}?))(?:吧|了)?[。！!]?"
)
_ENGLISH = Pattern(
    r"(?:(?:please|now|and|ok) )*(?:give (?P<a>him|her|it|the [a-z]+) (?:one|some)|(?P<b>he|she|it|the [a-z]+) (?:should |must |needs to |can )?(?:also )?(?:holds?|has|have|wears?|gets?|carr(?:y|ies)) (?:one|some|it|an? (?P<what>[a-z]+(?: [a-z]+)?)))(?: too| also| as well)[.! ]*"
)


def told_also_given(prompt: str, base: Scene) -> str:
    """The wish with what is given told, and to whom; as it is where nobody has it yet, or who is meant has it already."""
    match = _ENGLISH.fullmatch(prompt.strip()) or _CHINESE.fullmatch(prompt.strip())
    if match is None:
        return prompt
    chinese = not prompt.isascii()
    said = match.groupdict()
    thing = _had(said["what"] or "", base)
    if thing is None or thing.rel is None:
        return prompt
    who = _meant((said["a"] or said["b"] or said.get("c") or "").lower(), thing.rel.to, base)
    if who is None or any(
        one.kind == thing.kind and one.rel is not None and one.rel.to == who.id for one in base.objects
    ):
        return prompt
    name, label = called_apart(base, who.id, chinese=chinese), name_of(thing, chinese=chinese)
    worn = thing.rel.type == "wear"
    if chinese:
        return f"给{name}戴一个{label}" if worn else f"给{name}一个{label}"
    colour = "" if thing.colour is None else f"{thing.colour.replace('-', ' ')} "
    if label.endswith("s") and plural_of(label) == label:
        return f"give {name} {colour}{label}"
    first = (colour or label)[0]
    return f"give {name} {'an' if first in 'aeiou' else 'a'} {colour}{label}"


def _had(what: str, base: Scene) -> Thing | None:
    """What somebody holds or wears that is called so, or of which one spoke last."""
    had = [
        one
        for one in base.objects
        if one.rel is not None and one.rel.type in ("hold", "wear") and not kinds()[one.kind].alive
    ]
    if what:
        kinds_told = {one.id for one in named_in(what, base)}
        had = [one for one in had if one.id in kinds_told]
        return had[0] if len({one.kind for one in had}) == 1 else None
    about = next((one for one in had if one.id == base.focus), None)
    return about or (had[0] if len(had) == 1 else None)


def _meant(words: str, bearer: str, base: Scene) -> Thing | None:
    """Who else is meant, where that is one."""
    others = [one for one in base.objects if kinds()[one.kind].alive and one.id != bearer]
    if words in ("it", "它"):
        found = [one for one in others if is_animal(one.kind)]
    elif words in ("he", "him", "他", "she", "her", "她"):
        fits = drawn_as_he if words in ("he", "him", "他") else drawn_as_she
        found = [one for one in others if is_somebody(one.kind) and fits(one)]
    else:
        told = {one.id for one in named_in(words, base)}
        found = [one for one in others if one.id in told]
    return found[0] if len(found) == 1 else None

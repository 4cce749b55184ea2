"""Somebody of a new picture who does something with "it": "a snowman and two kids building it" are two kids building a snowman."""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.relatives import plural_of
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.staging.likeness import is_animal, is_somebody
from paintover.engines.illustrator.wording import Pattern

_DOES_IT = Pattern(
    r"^(?P<what>(?:an?|the|one) [^,.;]+?)(?:,? (?:and|with)|,) (?P<who>(?:an?|the|his|her|two|three|four|five|some|\d) (?:[a-z]+ ){0,2}?[a-z]+)"
    r"(?:,? who (?:is|are)| is| are)? (?P<does>(?!being\b)[a-z]+ing) it\b(?P<rest>(?: [^,.;]*)?)(?P<then>[,.;].*)?$"
)


_RIDES_ALONG = Pattern(
    r",? with (?P<who>(?:an?|the|his|her|two|three) (?:[a-z]+ )?[a-z]+ (?:on|in|riding) (?:an?|the|his|her|their) (?:[a-z]+ )?[a-z]+) (?:next to|beside|by|near|alongside) (?:her|him|them|it)\b"
)
"""Who rides beside somebody is on what is named, and the other one is not."""


_FAMILY = Pattern(
    r"\b(?:an?|the) (?P<what>[a-z]+) family(?P<rest>[^.;]*?)(?:,| with| of|:) (?P<many>two|three) (?:adults|parents|big ones|grown[- ]ups) and (?P<young>an?|one|two|three|four) (?:(?:little|small|tiny) )?(?:calf|calves|cubs?|baby|babies|young|chicks?|foals?|lambs?|kids?|little ones?)\b"
)


def _family(match: re.Match[str]) -> str:
    """An elephant family, two adults and a calf: three elephants, one of them small."""
    said = parse(f"a {match['what']}").mentions
    if len(said) != 1 or not is_animal(said[0].kind):
        return match[0]
    one = match["young"] in ("a", "an", "one")
    young = f"a baby {match['what']}" if one else f"{match['young']} baby {plural_of(match['what'])}"
    return f"{match['many']} {plural_of(match['what'])} and {young}{match['rest']}"


_COMPANY_SEATED = Pattern(
    r"(?<=[a-z])(?P<deed> (?:feeding|watching|playing|chasing|walking|throwing|building|picking|flying|painting|reading|drawing)\b[^,.;]*?),? with (?P<who>(?:his|her|their|an?) [a-z]+) (?:sitting |resting |asleep |sleeping )?on (?P<seat>(?:an?|the) (?:[a-z]+ )?(?:bench|chair|swing|sofa|armchair|stool|blanket|deckchair|wall))(?=$|[,.;])"
)


def _seated_apart(match: re.Match[str]) -> str:
    """Feeding ducks with her grandfather on a bench: he sits there, and no duck."""
    who = re.sub(r"^(?:his|her|their) ", "a ", match["who"])
    said = parse(who).mentions
    if len(said) != 1 or said[0].kind is None or not is_somebody(said[0].kind):
        return match[0]
    return f"{match['deed']}, {who} sitting on {match['seat']}"


_EVENT = Pattern(
    r"^(?P<lead>(?:an? |the )?(?:[a-z'’]+ ){0,3}(?:interview|carving|graduation|wedding|birthday|race|lesson|class|meeting|concert|contest|competition|ceremony|celebration|baking|cooking|practice|training)): (?P<rest>.{12,})$"
)
"""What all that is told behind it is about, which is no thing of its own."""
_AT_A_TABLE = Pattern(
    r"\b(?P<at>at|around|behind) (?P<table>(?:an?|the|their) (?:(?:[a-z]+ ){0,2}?table|desk|counter))(?: with| full of) (?P<what>(?:an?|two|three|four|five|six|some) (?:(?!on\b)[a-z]+ ){0,2}?(?!it\b)[a-z]+)(?: on it)?(?=$|[,.;])"
)


def _on_the_table(match: re.Match[str]) -> str:
    """At a table with two pumpkins: those are on it, and in nobody's hands."""
    said = parse(match["what"]).mentions
    if len(said) != 1 or said[0].kind is None or kinds()[said[0].kind].alive or kinds()[said[0].kind].wear:
        return match[0]
    noun = match["table"].rpartition(" ")[2]
    return f"{match['at']} {match['table']}, {match['what']} on the {noun}"


def told_of_it(prompt: str) -> str:
    """The wish with what "it" is told where it stands; as it is where nobody does anything with it."""
    prompt = _FAMILY.sub(_family, _EVENT.sub(r"\g<rest>", prompt))
    prompt = _COMPANY_SEATED.sub(_seated_apart, prompt)
    prompt = _AT_A_TABLE.sub(_on_the_table, prompt)
    prompt = _RIDES_ALONG.sub(r", \g<who>", prompt)
    match = _DOES_IT.match(prompt)
    if match is None:
        return prompt
    what, who = parse(match["what"]).mentions, parse(match["who"]).mentions
    if not what or what[0].kind is None or is_somebody(what[0].kind) or not who or who[0].kind is None:
        return prompt
    return f"{match['who']} {match['does']} {match['what']}{match['rest']}{match['then'] or ''}"


_HIGH_UP = re.compile("castle", re.IGNORECASE)
_IN_ITS_TOWER = Pattern(
    r"(?P<lead>\bcastle\b(?:(?!\btower\b)[^.;])*?),? (?:with |and )?(?P<who>(?:an?|the|two|three|some) (?:(?!\b(?:in|with|and)\b)[a-z]+ ){0,3}?[a-z]+) (?:(?:waiting|standing|sitting|locked|trapped|waving|looking out|who is|is|up) )*(?:in|at|from|inside|(?P<on>on(?: top of)?)) (?:the window of )?(?:the|its|a|one|top of the)(?: of (?:the|its))? (?:(?:high|tall|top|highest|tallest) )?(?:towers?(?: window)?|(?P<roof>roofs?|turrets?))\b"
)


def told_of_its_tower(prompt: str) -> str:
    """The wish with who is in the tower of a castle told as at its window, or up there; the castle has a tower of its own."""
    if _HIGH_UP.search(prompt) is None:
        return prompt
    return _IN_ITS_TOWER.sub(_in_its_tower, prompt)


def _in_its_tower(match: re.Match[str]) -> str:
    where = "on" if match["on"] or match["roof"] else "at the window of"
    return f"{match['lead']}, {match['who']} {where} the castle"

"""How a place is to be, and not where the picture is to play: "make the snow deeper", "the street should be narrower".

Of the place of a picture no drawing shows that; of another, there is none in the picture. Read as it stands, such a wish would
take everybody to another place.
"""

from __future__ import annotations

from collections.abc import Sequence

from paintover.engines.illustrator import notes
from paintover.engines.illustrator.grammar.scenery import of_the_scenery
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.grammar.tokens import Token
from paintover.engines.illustrator.retelling.called import in_the_backdrop, is_called_so
from paintover.engines.illustrator.retelling.of_the_backdrop import piece_called
from paintover.engines.illustrator.retelling.whole import of_the_whole
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.wording import Pattern

_MUCH = r"(?:(?:a (?:bit|little|lot|touch|tad)|much|way|far|even|more|less|really|very|so|super|not so|not as|less|quite|nice and|slightly|somewhat|all) )*"
_BEHIND = r"(?: (?:behind|around|beside|under|below|in front of|near) (?:it|him|her|them|the [a-z]+(?: [a-z]+)?)| in the (?:back(?:ground)?|distance|front|foreground)| outside)?"
_TO_BE_SO = Pattern(
    rf"(?:(?:make|turn|get|have|let|paint|draw|can|could|should|i(?:'d| would)? (?:want|like|need)) )?(?:the|that|this) (?P<noun>[a-z]+(?: [a-z]+)??){_BEHIND}"
    rf" (?:(?:should |must |could |can |needs to |has to |ought to |to )?(?:be|get|become|look|go|turn|appear|seem|stay|grow)s? |is )?{_MUCH}(?P<how>[a-z]+(?:[- ]deep)?|(?:up )?to (?:its|his|her|their|the) [a-z]+)"
)
_ELSEWHERE = ("times", "weathers", "seasons", "festivals", "styles", "colours", "places", "kinds", "poses", "actions", "moods", "patterns", "relations", "verbs", "with", "numbers", "sides")  # fmt: skip
"""What may be told of a place and is drawn, or makes it another wish."""
_GLITTERS = frozenset({"sparkle", "glitter", "glisten", "shimmer", "shine", "glow", "melt", "move", "shake"})
_SNOW = "snow"


def not_of_a_place(clause: str, base: Scene) -> str | None:
    """Why nothing can be done for a clause that tells how a place is to be; None of another clause."""
    match = _TO_BE_SO.fullmatch(clause)
    if match is None:
        return None
    noun, how = match["noun"].lower(), tokenise(match["how"])
    tokens = tokenise(f"the {noun}")
    place = next(
        (token.get("places") or _weather(token.get("weathers")) for token in tokens if token.end > 3), None
    )
    if place is None or any(token.get("kinds") for token in tokens) or is_called_so(noun, base):
        return None
    if _is_drawn(match["how"], how):
        return None
    if of_the_whole(clause, new=False).steps or of_the_scenery(clause, new=False, env=base.env):
        return None
    bare = noun.split()[-1]
    if not _shows(bare, place, base):
        return notes.not_in_picture(bare, "en")
    return (notes.piece_of_the_backdrop if piece_called(bare, base) else notes.of_the_backdrop)(bare, "en")


def _is_drawn(words: str, how: Sequence[Token]) -> bool:
    """Whether a picture shows what the place is to be, or the wish is another one."""
    if words.lower() in _GLITTERS or " " in words:
        return False
    sized = any(token.get("verbs") in ("larger", "smaller") for token in how)
    return not sized and any(token.get(role) for token in how for role in _ELSEWHERE)


def _weather(weather: str | None) -> str | None:
    return weather if weather == _SNOW else None


def _shows(noun: str, place: str, base: Scene) -> bool:
    env = base.env
    if place == _SNOW:
        return env.place == _SNOW or env.season == "winter" or env.weather == _SNOW
    return env.place == place or in_the_backdrop(noun, base)

"""Several pictures and one wish: which of them gives what to which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.utterance import Utterance
from paintover.engines.illustrator.retelling.borrow import (
    Loan,
    Origins,
    loan,
    merges,
    origins,
    pictures_named,
    without_pictures,
)
from paintover.engines.illustrator.retelling.talk import kinds_in
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.wording import Pattern


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures that a wish is about, and what its words say of each."""

    rest: str
    """The wish without "of the second picture", which is no thing to be drawn."""
    sources: Sequence[Scene]
    """As they were given; for a merge, in the order of the words."""
    named: Origins
    borrowed: Loan | None
    lender: Scene | None
    """The picture whose style or place a merge takes."""
    merging: bool

    @property
    def alone(self) -> bool:
        """Whether nothing is asked for but one picture out of several."""
        return self.merging and not self.rest

    def host_first(self, said: Utterance) -> tuple[list[tuple[int, Scene]], Sequence[tuple[str, int]]]:
        """The pictures with their numbers, the one first into which the things go, and the kinds that come along, each
        with the number of its picture."""
        if self.merging:
            return list(enumerate(self.sources)), ()
        named = _inferred(said, self.sources, self.named)
        return _host_first(said, self.sources, named), named.nouns


def pictures_of(prompt: str, sources: Sequence[Scene]) -> Pictures:
    """What a wish says of that many pictures."""
    many = len(sources)
    named, borrowed, lender = origins(prompt, many, kinds_in), loan(prompt, many), None
    merging = many > 1 and merges(prompt)
    if merging:
        first = dict.fromkeys(one.source for one in pictures_named(prompt, many))
        lender = None if borrowed is None else sources[borrowed.source]
        if lender is None or len(first) >= 2:
            sources = [sources[number] for number in dict.fromkeys([*first, *range(many)])]
        prompt = _BORROWED.sub("", prompt)
    rest = without_pictures(prompt) if many > 1 else prompt
    if merging and _asks_no_more(parse(rest)):
        rest = ""
    return Pictures(rest, sources, named, borrowed, lender, merging)


_BORROWED = Pattern(
    r"[，,。;；]?\s*(?:并且|而且)?(?:背景|场景|风格|画风)[^，,。;；]*|[,;]?\s*\b(?:and\s+)?(?:with|use|using|keep|keeping|in|on|against)\s+(?:the\s+)?(?:background|backdrop|setting|style)\b[^,.;]*"
)
"""What a wish to merge says of the style or the place that is borrowed."""


def _asks_no_more(said: Utterance) -> bool:
    """Whether nothing is wished for but that they be one."""
    look = (said.place, said.time, said.weather, said.season, said.festival, said.style, said.caption)
    kinds_ = {mention.kind for mention in said.mentions} - {None, "picture"}
    return not kinds_ and all(value is None for value in look)


def _inferred(said: Utterance, sources: Sequence[Scene], named: Origins) -> Origins:
    """Where the nouns come from when the pictures are given in the order in which they were named and the wish no longer
    says so: "put the horse beside the ox", of a picture with a horse and one with an ox, and "add the wolf", of a picture
    with a wolf and one without."""
    if len(sources) != 2:
        return named
    shows = [{thing.kind for thing in scene.objects} for scene in sources]
    if (instead := _in_its_stead(said, shows, dict(named.nouns))) is not None:
        return instead
    if named.nouns or named.into is not None:
        return named
    for link in said.links:
        if min(link.figure, link.ground) < 0:
            continue
        comes, stays = said.mentions[link.figure].kind, said.mentions[link.ground].kind
        for host, guest in ((1, 0), (0, 1)):
            if comes in shows[guest] and stays in shows[host] - shows[guest]:
                return Origins(((str(comes), guest), (str(stays), host)), into=host)
    added = [said.mentions[op.target] for op in said.operations if op.action == "add" and op.target >= 0]
    known = [one for one in added if not one.counted and one.kind in shows[0] - shows[1]]
    if (
        not added
        or len(known) < len(added)
        or len(added) < len(said.mentions)
        or len(added) < len(said.operations)
    ):
        return named
    return Origins(tuple((str(one.kind), 0) for one in added), into=1)


def _in_its_stead(said: Utterance, shows: Sequence[Set[str]], told: Mapping[str, int]) -> Origins | None:
    """Who is of one picture and takes a place in the other: the dog for the cat, of a picture with a cat and one with a dog."""
    for op in said.operations:
        if op.action != "replace" or op.target < 0 or op.other is None or op.other < 0:
            continue
        old, new = said.mentions[op.target].kind, said.mentions[op.other]
        for host, guest in ((0, 1), (1, 0)):
            comes = new.kind in shows[guest] - shows[host] and not new.counted
            if comes and old in shows[host] and told.get(str(old), host) == host:
                return Origins(((str(new.kind), guest),), into=host)
    return None


def _host_first(said: Utterance, sources: Sequence[Scene], named: Origins) -> list[tuple[int, Scene]]:
    """The pictures with their numbers, the one first into which the things go: "the horse of the first beside the ox of
    the second" goes to the ox, and who replaces the cat goes to where the cat was."""
    at = 0 if named.into is None else named.into
    shows = [{thing.kind for thing in scene.objects} for scene in sources]
    said_of = dict(named.nouns)
    for op in said.operations:
        if op.action != "replace" or op.target < 0 or op.other is None or op.other < 0:
            continue
        old, new = said.mentions[op.target].kind, said.mentions[op.other].kind
        shown = [number for number, kinds_ in enumerate(shows) if old in kinds_]
        at = said_of.get(str(old), at if at in shown or not shown else shown[0])
        if new in shows[at] and len(shown) > 1:
            at = next((number for number in shown if new not in shows[number]), at)
    for link in said.links:
        if min(link.figure, link.ground) < 0:
            continue
        guest, host = said.mentions[link.figure].kind, said.mentions[link.ground].kind
        if host is None or guest is None:
            continue
        if host in said_of and said_of.get(guest, 0) != said_of[host]:
            at = said_of[host]
            break
        if guest in shows[0] and host not in shows[0]:
            whose = {one.kind for n, one in enumerate(said.mentions) if n != link.figure}  # the girl's desk
            at = next((number for number, kinds_ in enumerate(shows) if host in kinds_ or whose & kinds_), 0)
            break
    return [(at, sources[at]), *((number, scene) for number, scene in enumerate(sources) if number != at)]

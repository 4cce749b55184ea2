"""Several pictures and one wish, taken apart: who comes from which picture into which, and what is then done there.

The picture into which the others come, their host, stands first: all that reads a wish by what the picture has, and what
tells of the change, goes by that one. Then they come, and what else the wish asks is done to them as to anybody who is there:
"the cat chases the dog" of two pictures is "the cat chases the dog" of one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from paintover.domain.call import Language
from paintover.engines.illustrator.editing.coloured_alike import told_in_its_colour
from paintover.engines.illustrator.editing.counting import describes
from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.several import pictures_of
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.utterance import Utterance
from paintover.engines.illustrator.retelling.borrow import pictures_named, without_pictures
from paintover.engines.illustrator.retelling.put_as_one import shares
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange

Nouns = tuple[tuple[str, int], ...]
"""Kinds in the order of the words, each with the number of its picture (from 0)."""

_PLACES = ("first", "second", "third", "fourth")
_PLACES_ZH = "一二三四"


@dataclass(frozen=True, slots=True)
class Arrival:
    """The host with those who came, and what is asked beside that they come."""

    scene: Scene
    rest: str


def in_order(prompt: str, sources: Sequence[Scene]) -> tuple[str, tuple[int, ...]]:
    """The wish, and the numbers of its pictures (from 0) with their host first; "picture 2" in the words means the second of
    that order."""
    many = len(sources)
    as_given = tuple(range(many))
    if many < 2:
        return prompt, as_given
    prompt = _OUT_THERE.sub("", prompt)
    prompt = _THAT_ONE.sub("", _FOR.sub(r"replace \1 with \2", prompt))
    pictures = pictures_of(prompt, sources)
    if pictures.merging:
        return prompt, as_given
    painted = [n for n in as_given if _is_painted_alike(prompt, sources[n], *sources[:n], *sources[n + 1 :])]
    if painted:
        host = painted[0]
    elif pictures.borrowed is not None:
        lender = pictures.borrowed.source
        host = next(number for number in as_given if number != lender)
    elif is_of_all(prompt, sources):
        shown = {mention.kind for mention in parse(pictures.rest).mentions}
        host = next((n for n in as_given if any(one.kind in shown for one in sources[n].objects)), 0)
    else:
        said = parse(pictures.rest)
        host = pictures.host_first(said)[0][0][0]
        if pictures.named.into is None:
            host = _of_that_place(said, sources, _where_others_are(said, sources, host))
    order = (host, *(number for number in as_given if number != host))
    if order == as_given:
        return prompt, order
    words, at = "", 0
    for one in pictures_named(prompt, many):
        words += prompt[at : one.start] + _numbered(prompt[one.start : one.end], order.index(one.source))
        at = one.end
    return words + prompt[at:], order


def _of_that_place(said: Utterance, sources: Sequence[Scene], host: int) -> int:
    """The picture of the place that is named, "in his kitchen", 请到厨房里; the host as it is where none shows it."""
    there = [number for number, scene in enumerate(sources) if scene.env.place == said.place]
    return host if host in there or not there else there[0]


def _where_others_are(said: Utterance, sources: Sequence[Scene], host: int) -> int:
    """The picture of those beside the one who is put somewhere, where no link tells it: 把猫放到女孩的课桌上 is where the girl is."""
    shows = [{thing.kind for thing in scene.objects} for scene in sources]
    added = next((one.target for one in said.operations if one.action == "add" and one.target >= 0), None)
    told = any(min(one.figure, one.ground) < 0 or added in (one.figure, one.ground) for one in said.links)
    if added is None or told or len(sources) != 2:
        return host
    comes = said.mentions[added].kind
    others = {one.kind for number, one in enumerate(said.mentions) if number != added} - {comes, None}
    for here, there in ((0, 1), (1, 0)):
        if (
            comes in shows[there] - shows[here]
            and others & (shows[here] - shows[there])
            and not others & shows[there]
        ):
            return here
    return host


def _is_painted_alike(prompt: str, base: Scene, *others: Scene) -> bool:
    """Whether a thing of the first picture is to have the colour of another."""
    return told_in_its_colour(prompt, base, *others) != prompt


def _numbered(called: str, place: int) -> str:
    """What a picture is called, with another number: 第一张, "first", "picture 1", 图1."""
    if place >= len(_PLACES):
        return called
    if called.startswith("第"):
        return f"第{_PLACES_ZH[place]}{called[-1]}"
    if called[0] in "图照":
        return re.sub(r"[一二三四\d]+$", str(place + 1), called)
    if _NUMBER.search(called) is not None:
        return _NUMBER.sub(str(place + 1), called)
    return _PLACES[place]


_FOR = re.compile(
    r"\b(?:swap|exchange|switch)(?: out)? (the [a-z]+(?: [a-z]+)?) (?:for|with|by) (the [a-z]+)",
    re.IGNORECASE,
)
"""One of another picture takes its place."""
_OUT_THERE = re.compile(
    r" (?:outside|inside|over|over there|out there|in there)(?= (?:beside|next to|near|behind|in front of)\b)",
    re.IGNORECASE,
)
_THAT_ONE = re.compile(r"(?:刚才|刚刚|之前|前面|原来)的?那[只个条头匹辆位棵艘架把件顶]")
"""Which of the pictures are meant is known."""
_NUMBER = re.compile(r"(?<=[a-z#. ])(?:\d|one|two|three|four)$", re.IGNORECASE)


def told_of_all(prompt: str) -> str:
    """What is to happen to all, without the pictures that they come from."""
    words = _SHOWN_ZH.sub(r"\1都", _SHOWN.sub("", without_pictures(prompt)).strip())
    return "" if _MERELY.fullmatch(words) is not None else words


def is_of_all(prompt: str, sources: Sequence[Scene]) -> bool:
    """Whether several pictures are to become one in which something happens to all: "they play together", without a name of
    anybody that they show."""
    pictures = pictures_of(prompt, sources)
    if (
        len(sources) < 2
        or pictures.merging
        or pictures.borrowed is not None
        or pictures_named(prompt, len(sources))
    ):
        return False
    shown = {thing.kind for scene in sources for thing in scene.objects}
    named = any(mention.kind in shown for mention in parse(pictures.rest).mentions)
    return shares(pictures.rest) or (not named and _THEY.search(pictures.rest) is not None)


_MERELY = re.compile(
    r"(?:(?:now|please|ok|and|i want|i need|i'd like|put|have|show|draw|bring|get|let),? )*(?:them|both|they|the two|it)(?: all| both| of them)*(?: (?:are|be|to be))?(?: together| in(?:to)? (?:one|the same|a single) (?:picture|image|drawing|scene|photo))*[.! ]*"
    r"|(?:请|把|让|将|再|也)*(?:[它他她]们|[它他她]?俩|[两二][个只位])(?:都|也)?(?:放|画|弄|凑)?(?:在|到)?(?:一起|一块儿?|同?一张图?里?面?)(?:玩)?(?:吧|呗)?[。！]*",
    re.IGNORECASE,
)
"""That they are together, and no more."""
_SHOWN = re.compile(
    r"^(?:(?:now|ok|and|please),? )*(?:(?:draw|make|show|paint)(?: me| us)? )?(?:an?|one|another) (?:new )?(?:picture|image|drawing|scene|pic) (?:with|of|where|in which|showing) ",
    re.IGNORECASE,
)
_SHOWN_ZH = re.compile(
    r"^((?:让|把)?[两三四五六][个只位])放[到在进]?(?:同?一)?[张幅]图?(?:里|中)?面?[，,]都?"
)
"""That it is to be a picture is no thing in it."""
_THEY = re.compile(
    r"\b(?:they|them|both|their|(?:the )?two)\b|[它他她]们|[它他她]?俩|[两二][个只位]", re.IGNORECASE
)


def arrived(prompt: str, sources: Sequence[Scene], language: Language) -> Arrival | None:
    """The host, which stands first, with those of the other pictures who are named and whom it lacks; None where nobody
    is, where they are only put somewhere or take somebody's place, or where all become one."""
    pictures = pictures_of(prompt, sources)
    if len(sources) < 2 or pictures.merging or pictures.borrowed is not None:
        return None
    rest = pictures.rest.strip()
    said = parse(rest)
    if any(one.action in ("replace", "swap") for one in said.operations):
        return None
    guests = _guests(said, sources, dict(pictures.named.nouns))
    only_come = _only_come(said, {kind for kind, _ in guests})
    put = (
        bool(said.links and said.operations)
        and not said.left_out
        and all(one.action == "add" for one in said.operations)
        and all(
            _is_shown(said.mentions[end].kind, sources)
            for one in said.links
            for end in (one.figure, one.ground)
            if end >= 0
        )
    )
    if not guests or (put and not only_come):
        return None  # where they are put is read as they come
    editor = Editor(sources[0], parse(""), language, new=False)
    editor.bring(list(enumerate(sources))[1:], guests)
    host = arrange(editor.scene())
    return Arrival(host, "" if only_come else rest)


def _is_shown(kind: str | None, sources: Sequence[Scene]) -> bool:
    return any(thing.kind == kind for scene in sources for thing in scene.objects)


def _guests(said: Utterance, sources: Sequence[Scene], told: Mapping[str, int]) -> Nouns:
    """Who comes; nobody where one is of a kind that the host has as well, for the words alone no longer tell them apart."""
    shows = [{thing.kind for thing in scene.objects} for scene in sources]
    found: dict[str, int] = {}
    for mention in said.mentions:
        kind = mention.kind
        if kind is None or mention.counted:
            continue
        if told.get(kind, 0) and kind in shows[0]:
            return ()
        if kind not in shows[0]:
            number = told.get(kind) or next((n for n, kinds_ in enumerate(shows) if kind in kinds_), 0)
            if number and kind in shows[number]:
                found[kind] = number
    return tuple(found.items())


def _only_come(said: Utterance, guests: Set[str]) -> bool:
    """Whether nothing is asked but that they be there too."""
    look = (said.place, said.time, said.weather, said.season, said.festival, said.style, said.caption)
    if said.links or any(value is not None for value in look):
        return False
    if any(one.kind is not None and one.kind not in guests for one in said.mentions):
        return False
    plain = all(
        one.action == "add" and (one.target < 0 or not describes(said.mentions[one.target]))
        for one in said.operations
    )
    return plain and not any(one.pose or one.mood for one in said.mentions)

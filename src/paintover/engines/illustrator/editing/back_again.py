"""What a change took away, and comes back: "put the hat back", 把帽子戴回去, as it was; or something else in its place: "put a
monkey there instead", "a cat instead".

The scene remembers what the last change took that took anything. A wish that is about nothing of it stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.relatives import plural_of
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.others import called_apart, name_of, named_in
from paintover.engines.illustrator.retelling.whom import named
from paintover.engines.illustrator.scene import Gone, Scene, Thing
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_LEAD = r"^\W*(?:(?:no|nah|ok|okay|oh|hmm+|wait|actually|please|and|now|so|then|can you|could you|can we|on second thoughts?|i changed my mind)[ ,.]+)*"
_WHAT = r"(?:it|them|him|her|that|those|(?:the|his|her|its|their|that|those) [a-z]+(?: [a-z]+)?)"
_BACK = Pattern(
    rf"{_LEAD}(?:(?:put|bring|get|add|place|give|i want|i'd like|have|let's have|hang|set) (?P<what>{_WHAT}) back"
    rf"|(?:put|bring|get|add|place|give|i want) back (?P<also>{_WHAT})"
    rf"|(?:re-?add|restore) (?P<again>{_WHAT}|[a-z]+)"
    rf"|(?:keep|leave|i want to keep|we keep|i'd keep|do(?:n['’]?t| not) (?:remove|delete|take away|lose)) (?P<kept>{_WHAT}|[a-z]+)(?: in(?: there)?)?)"
    r"(?: (?:on|in|again|there|please|pls|too|up|now|then|to (?:him|her|it|them)|where (?:it|he|she|they) (?:was|were|belongs?)))*(?P<rest>(?:,| and| but)+ (?:make|turn|paint|put|give|let|have|remove|delete|take|add|lose|get rid) .+)?\W*$"
)
_BACK_ZH = Pattern(
    r"^(?:还是|算了|要不|那|请|，|不，)*(?:把)?(?P<what>[^，。把]{1,8}?)(?:再|又|还是|给我|都)?(?:放|加|拿|戴|请|画|摆|弄|找|搬|穿|挂)(?:回来|回去|回原处|回原位)(?:吧|了)?[。！!]?$",
    re.NOFLAG,
)
_COMES = r"(?P<what>(?:an?|some|two|three|four|five|six) [a-z]+(?: [a-z]+){0,2}?)"
_PLACE = r"(?:place|spot|stead|position)"
_THERE = Pattern(
    rf"{_LEAD}(?:(?:put|add|place|draw|have|stick|give me|i want|make it|let's have|how about|maybe) )?{_COMES}"
    rf" (?:(?P<there>there(?: instead)?|in (?:its|his|her|their|that) {_PLACE}(?: instead)?|where (?:it|he|she|they) (?:was|were|stood|sat|used to be))|(?P<instead>instead(?: of (?:it|him|her|them))?))(?: please| then)?\W*$"
)
_SWAPPED = Pattern(
    rf"{_LEAD}(?:replace|swap|switch|change) (?P<pronoun>it|him|her|them)(?: out)? (?:with|for|by|to|into) {_COMES}(?: instead)?(?: please)?\W*$"
)
_NAMED = Pattern(
    rf"{_LEAD}(?:(?:put|add|place|draw|have|stick|give me|i want|let's have) )?{_COMES}"
    rf" (?:in the (?P<noun>[a-z]+(?: [a-z]+)?)['’]s? {_PLACE}|in(?:to)? the {_PLACE} of the (?P<of>[a-z]+(?: [a-z]+)?)|where the (?P<where>[a-z]+(?: [a-z]+)?) (?:was|were|stood|sat|used to be)|instead of the (?P<stead>[a-z]+(?: [a-z]+)?))(?: instead)?(?: please)?\W*$"
)
_THERE_ZH = Pattern(
    r"^(?:那就|就|请|再|，)*(?:在|往)?(?:那儿|那里|那个?(?:位置|地方)|原来的?(?:位置|地方)|原位|[它他她](?:原来)?的(?:位置|地方))上?(?:放|加|画|摆|换|改|来)(?:成|上|个)?(?P<what>[^，。]{1,10}?)(?:吧)?[。！!]?$",
    re.NOFLAG,
)


_SWAPPED_ZH = re.compile(
    r"(?:那就|就|再|请)?(?:换成|改成|换一?[个只条头匹])(?P<what>[^，。]{1,8}?)(?P<instead>吧|好了)?[。！!]?$"
)
_OF_IT = Pattern(
    r"(?:(?:please|now|and|no|ok|also)[ ,]+)*(?:(?:make|turn|paint|colou?r|dye) (?:it|that)(?: to be)? (?P<look>[a-z ]{3,24})|(?:a (?:bit|little) |much |even )?(?:bigger|smaller|larger|taller|shorter)"
    r"|(?:move (?:it|that) )?(?:(?:a (?:bit|little|touch) )?(?:more |further )?(?:to the )?(?:left|right|up|down))|(?:remove|delete|flip|rotate|turn round) it)[.! ]*"
)
_SIZED = Pattern(r"(?:a (?:bit|little) |much |even )?(?:bigger|smaller|larger|taller|shorter)")
_OF_IT_ZH = re.compile(
    r"(?:再|请|还是|把它|它)*(?:变|改|弄|往|向|换)*成?(?:(?P<look>[大小高矮长短胖瘦]一?[点些]儿?|[红蓝绿黄白黑紫粉橙棕灰金]色?的?)|[左右上下](?:边)?(?:移|挪|去)?一?[点些]儿?)(?:吧|了)?[。！!]?"
)
"""A look or a side of which nobody says whose."""


@dataclass(frozen=True, slots=True)
class CameBack:
    """A picture with what had gone from it, where the wish is about that, and what else the wish asks: "" for no more."""

    scene: Scene
    rest: str


def remembering(scene: Scene, before: Scene) -> Scene:
    """The picture with what the change of `before` took away; where that is nothing, with what went earlier."""
    here = {one.id: one for one in scene.objects}
    went = [one for one in before.objects if one.id not in here]
    if not went:
        older = tuple(msgspec.structs.replace(one, age=one.age + 1) for one in before.gone)
        return msgspec.structs.replace(scene, gone=older)
    bore = {one.rel.to for one in went if one.rel is not None}
    left = {one.id for one in went}

    def stood_otherwise(one: Thing) -> bool:
        now = here.get(one.id, one)
        on_it = one.rel is not None and one.rel.to in left and now.rel is None
        return on_it or (one.id in bore and now.pose != one.pose)

    stays = [one for one in before.objects if stood_otherwise(one)]
    gone = [Gone(thing=one, placed=before.layout.get(one.id)) for one in went]
    gone += [Gone(thing=one, placed=before.layout.get(one.id), stays=True) for one in stays]
    return msgspec.structs.replace(scene, gone=tuple(gone))


def as_it_was_there(prompt: str, base: Scene) -> CameBack:
    """The picture with what comes back, and the rest of the wish; what comes instead of it is told as replacing it."""
    went = [one.thing for one in base.gone if not one.stays and base.thing(one.thing.id) is None]
    if not went or len(prompt) > _LONGEST:
        return CameBack(base, prompt)
    if match := _BACK.match(prompt) or _BACK_ZH.match(prompt):
        groups = match.groupdict()
        meant = _meant(
            groups["what"] or groups.get("also") or groups.get("again") or groups.get("kept") or "",
            base,
            went,
        )
        rest = re.sub(r"^[ ,]*(?:and |but )?", "", groups.get("rest") or "")
        return CameBack(_restored(base, meant), rest) if meant else CameBack(base, prompt)
    if (told := _instead(prompt, base, went)) is not None:
        return told
    _unless_it_went(prompt, base, went)
    return CameBack(base, prompt)


def _unless_it_went(prompt: str, base: Scene, went: Sequence[Thing]) -> None:
    """Raise NotDrawable for "make it red" and 再大一点 right after what one spoke of has gone, where several others are left."""
    match = _OF_IT.fullmatch(prompt.strip()) or _OF_IT_ZH.fullmatch(prompt.strip())
    alone = [one for one in went if one.rel is None or one.rel.type not in ("wear", "hold")]
    left = [one for one in base.objects if one.rel is None]
    if match is None or not alone or len(left) < 2 or any(one.age for one in base.gone):
        return
    groups = match.groupdict()
    chinese = not prompt.isascii()
    if not chinese and groups["look"] is not None and not _is_a_look(groups["look"]):
        return
    gone, other = name_of(alone[0], chinese=chinese), called_apart(base, left[-1].id, chinese=chinese)
    raise NotDrawable(notes.it_went(gone, other, "zh" if chinese else "en"))


def _is_a_look(words: str) -> bool:
    """Whether nothing but a colour, a size or a pattern is told."""
    if _SIZED.fullmatch(words):
        return True
    told = tokenise(words)
    return bool(told) and all(any(map(one.get, ("colours", "patterns"))) for one in told)


_LONGEST = 160
_PRONOUNS = frozenset({"it", "them", "him", "her", "that", "those", "它", "它们", "他", "她", "他们", "她们"})


def _meant(words: str, base: Scene, went: Sequence[Thing]) -> list[Thing]:
    """Which of those that went are called so, with what hung on them; none where something that is there is."""
    if words.lower() in _PRONOUNS:
        return [*went] if all(one.age == 0 for one in base.gone) else []
    if named_in(words, base):
        return []
    found = {one.id for one in named_in(words, _with(base, went))} & {one.id for one in went}
    while more := {one.id for one in went if one.rel is not None and one.rel.to in found} - found:
        found |= more
    if any(kinds()[one.kind].alive for one in went if one.id in found):
        found |= {one.id for one in went if one.kind == "leash"}
    return [one for one in went if one.id in found]


def _with(base: Scene, things: Sequence[Thing]) -> Scene:
    """The picture with those who went where they were. Who is tied to what is there no more stands by itself."""
    known = {one.id for one in (*base.objects, *things)}
    free = [
        one if one.rel is None or one.rel.to in known else msgspec.structs.replace(one, rel=None)
        for one in things
    ]
    layout = {
        one.thing.id: one.placed
        for one in base.gone
        if one.placed is not None and any(two.id == one.thing.id for two in free)
    }
    return msgspec.structs.replace(
        base, objects=(*base.objects, *free), layout={**base.layout, **layout}, gone=()
    )


def came_back_whole(base: Scene) -> Scene:
    """The picture with all that the last change took out of it."""
    return _restored(base, [one.thing for one in base.gone if not one.stays])


def _restored(base: Scene, things: Sequence[Thing]) -> Scene:
    """The picture with them, and with those as they stood who had held them and have moved nowhere since."""
    scene = _with(base, things)
    bore, back = {one.rel.to for one in things if one.rel is not None}, {one.id for one in things}
    stood = {
        one.thing.id: one
        for one in base.gone
        if one.stays and (one.thing.id in bore or (one.thing.rel is not None and one.thing.rel.to in back))
    }
    for key, was in stood.items():
        one, now = scene.thing(key), scene.layout.get(key)
        if one is None or was.placed is None or now is None or one.rel not in (None, was.thing.rel):
            continue
        if one.rel == was.thing.rel and (now.x, now.base) != (was.placed.x, was.placed.base):
            continue
        posed = msgspec.structs.replace(one, pose=was.thing.pose, rel=was.thing.rel)
        objects = tuple(posed if two.id == key else two for two in scene.objects)
        scene = msgspec.structs.replace(scene, objects=objects, layout={**scene.layout, key: was.placed})
    focus = things[0].id
    return msgspec.structs.replace(scene, focus=focus, together=())


def _instead(prompt: str, base: Scene, went: Sequence[Thing]) -> CameBack | None:
    """Something else in the place of what went."""
    tied = {one.id for one in went}
    roots = [one for one in went if one.rel is None or one.rel.to not in tied]
    now = all(one.age == 0 for one in base.gone)
    named_so = _NAMED.match(prompt)
    found = named_so or (
        _THERE.match(prompt) or _SWAPPED.match(prompt) or _THERE_ZH.match(prompt) or _SWAPPED_ZH.match(prompt)
        if now
        else None
    )
    if found is None:
        return None
    groups = found.groupdict()
    if named_so:
        noun = next(groups[key] for key in ("noun", "of", "where", "stead") if groups[key])
        roots = [one for one in _meant(f"the {noun}", base, went) if one in roots]
    coming = parse(found["what"]).mentions
    if not roots or len({one.kind for one in roots}) > 1 or len(coming) != 1 or coming[0].kind is None:
        return None
    if (groups.get("instead") or found.re is _SWAPPED_ZH) and not _alike(roots[0].kind, coming[0].kind):
        return None
    if (pronoun := groups.get("pronoun")) and (pronoun.lower() in ("him", "her")) != is_somebody(
        roots[0].kind
    ):
        return None
    scene = _with(base, roots)
    called = named(roots[0], scene) if len(roots) == 1 else f"the {_plural(roots[0].label)}"
    if not prompt.isascii():
        return CameBack(scene, f"把{roots[0].label}换成{found['what']}")
    return CameBack(scene, f"replace {called} with {found['what']}")


def _plural(label: str) -> str:
    return label if label.endswith("s") else plural_of(label)


def _alike(first: str, second: str) -> bool:
    """Whether one would come instead of the other by itself: who lives for who lives, what is worn for what is worn."""
    one, two = kinds()[first], kinds()[second]
    return (one.alive, one.wear is not None) == (two.alive, two.wear is not None)

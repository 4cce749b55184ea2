"""The words of a wish that came to nothing: the picture would be the same without them, and nobody has said so yet.

That is the definition and the method alike. The wish is composed again without each word that a listener would miss (a
colour, a pose, an activity, a thing, an unknown word); where nothing changes, the word left no trace. Composing takes a
millisecond or two, and few words of a wish are in doubt.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache

import msgspec

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.backdrops import INDOORS
from paintover.engines.illustrator.editing.editor import Composed
from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.premises import within
from paintover.engines.illustrator.grammar.reading import MAX_LEFT_OUT
from paintover.engines.illustrator.grammar.sheets import names_a_sheet, occasions_in, scheme
from paintover.engines.illustrator.grammar.stances import is_played
from paintover.engines.illustrator.grammar.tokenise import MAX_TEXT, tokenise
from paintover.engines.illustrator.grammar.tokens import Token
from paintover.engines.illustrator.kinds import kinds, parts_of
from paintover.engines.illustrator.retelling.called import answers_to, shown_with
from paintover.engines.illustrator.retelling.namely import names_in
from paintover.engines.illustrator.retelling.of_the_backdrop import piece_called
from paintover.engines.illustrator.retelling.others import says_whom
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.sprites.hair import HAIR
from paintover.engines.illustrator.sprites.patterns import usual_look
from paintover.engines.illustrator.staging.company import at_table
from paintover.engines.illustrator.staging.crown import SWINGS
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

MOST_TRIED = 8
"""Words whose trace is looked for in one wish, at most; each costs as much as composing the wish."""
_LOOKS = ("colours", "poses", "moods", "patterns", "actions", "kinds")
"""What a word may be that is missed where it is not seen."""
_SHORTEST = {"zh": 2, "en": 4}
"""Characters of an unknown word that is missed; shorter ones are mostly grammar."""


def traceless(
    prompt: str,
    read: str,
    composed: Composed,
    before: Sequence[Scene],
    said: str,
    again: Callable[[str], Composed],
) -> tuple[str, ...]:
    """The words of `prompt` that changed nothing of `composed` and do not stand in the notes `said`, a few at most.

    `read` is what of it is about things, without what is said of quality and camera; `again` composes another wish as that one was composed, from the pictures `before`.
    """
    found: list[str] = []
    seen = {value for scene in (composed.scene, *before) for value in _to_be_seen(scene)}
    shown = seen_in(composed.scene)
    if any(thing.pose == "juggle" for thing in composed.scene.objects) and not _OTHER_THAN_THREE.search(
        prompt
    ):
        shown |= _telling()["juggled"]
    there = [thing for scene in before for thing in scene.objects]
    written = "\n".join(scene.caption or "" for scene in (composed.scene, *before))
    doubtful = (
        word
        for word in _doubtful(prompt, read, seen, printed=bool(composed.scene.sheet), edit=bool(before))
        if word.text not in said
        and not (before and says_whom(prompt, word.start, word.end))
        and word.text not in written
        and word.text.lower() not in shown
        and not answers_to(there, word)
        and not (before and piece_called(word.text, composed.scene))
        and composed.scene.env.place not in (word.get("places"), word.get("kinds"), within(word))
    )
    for _, word in zip(range(MOST_TRIED), doubtful, strict=False):
        try:
            other = again(_without(prompt, word))
        except NotDrawable:
            continue
        if _seen_of(other, word) == _seen_of(composed, word):
            found.append(word.text)
        if len(found) == MAX_LEFT_OUT:
            break
    return tuple(dict.fromkeys(found))


_OTHER_THAN_THREE = Pattern(
    r"\b(?:an?|one|two|four|five|six|seven|eight|nine|ten|a dozen|[12]|[4-9]|\d\d) (?:[a-z]+ )?(?:balls?)\b|[一两二四五六七八九十]个[^，。,]{0,3}球"
)
"""More balls, or fewer, than those that a juggler has in the air."""


def _without(prompt: str, word: Token) -> str:
    """The wish without that word, and without the 的 that ties it to the next."""
    if word.lang == "zh" and word.readings and prompt[word.end : word.end + 1] == "的":
        return prompt[: word.start] + prompt[word.end + 1 :]
    return f"{prompt[: word.start]} {prompt[word.end :]}"


def _seen_of(composed: Composed, word: Token) -> tuple[Scene, tuple[str, ...], tuple[str, ...]]:
    """All that the picture and its answer show; what a thing is called counts where the word may be its name."""
    scene = composed.scene
    if word.get("kinds") is None or word.get("colours") is not None:
        objects = (
            one if one.rung == "signpost" else msgspec.structs.replace(one, label="") for one in scene.objects
        )
        scene = msgspec.structs.replace(scene, objects=tuple(objects))
    return scene, composed.notes, composed.left_out


_ITS_OWN = Pattern(
    r"\b(?:skin|hair) (?:tone|colou?r)$|(?<!with )(?:\b(?:his|her|their|its|my|your)|[a-z](?:'s|’s)) (?:hair|teeth|face|hands?|nails|fingers?|feet|heads?|arms?|legs?|eyes)$"
)
"""A part of the body to which something is done: "combing her hair"."""


_PARTS = r"tails?|noses?|ears?|eyes?|mouth|legs?|arms?|wings?|whiskers?|beaks?|horns?|antlers|trunk|mane|claws?|teeth|tooth|windows?|doors?|chimney|wheels?|handle"
_PHRASES = Pattern(
    r"\b(?:shaped like|in the (?:shape|form) of) (?:an? |the )?(?:[a-z]+ )?[a-z]+"
    rf"|\b(?:without|with no|has no|have no) (?:(?:an?|any|his|her|its|their) )?(?:(?:long|big|bushy|fluffy) )?(?:{_PARTS})\b"
    r"|\b(?:is|are) not (?:smiling|laughing|crying|happy|sad|angry)\b"
    r"|\b(?:except(?: for)?|apart from|other than|aside from|all but|every other|only(?= (?:one|two|three|half)(?: of (?:them|the \w+))? (?:is|are|has|have|wears?|holds?)\b))"
    r"|除了|除去|每隔一|只有(?=[一两三四五几半].?(?:是|戴|穿|拿|有))"
    r"|没有?(?:尾巴|耳朵|翅膀|胡子|眼睛|嘴巴|鼻子|头发|手臂?|腿|脚|毛|门|窗户|轮子|把手|盖子|壳)(?=的)"
)
"""What is told in several words, which are one: a shape, the lack of a part, and whom something is not told of."""
_NEGATED = re.compile(
    r"(?:[没未无](?:有|戴|穿|带|系|拿)?着?|不要|别|不|\b(?:no|not|without|w/o|never|ohne|kein(?:e|en)?|sin|sans|senza|sem|zonder|geen|без)\b|n['’]t\b)[^，。,;.]{0,12}$",
    re.IGNORECASE,
)
"""What stands before a word of something that is not there, and is not to be."""
_COMPLAINED = re.compile(r"(?:太|\btoo )$", re.IGNORECASE)


def _is_complaint(prompt: str, token: Token) -> bool:
    """Whether it says how something was before the edit, and not how it is to be: 狼太凶了，让它笑, "the wolf is too scary"."""
    before, after = prompt[: token.start], prompt[token.end :]
    return bool(_COMPLAINED.search(before)) or (token.text.startswith("太") and after.startswith("了"))


_REMAINING = Pattern(r"\b(?:all )?(?:the|all) (?:rest|others?|other ones|remaining(?: ones)?)$")
"""Who is meant where one of several has been told of: "the rest are grey"; what they are is missed, not the word."""


def _doubtful(prompt: str, read: str, seen: Collection[str], *, printed: bool, edit: bool) -> Iterator[Token]:
    """The words that would be missed, and that are not plainly to be seen."""
    prompt = prompt[:MAX_TEXT]
    occasions = occasions_in(prompt) if printed else []
    names = names_in(prompt)
    tokens = _whole_words(tokenise(prompt))
    phrases = [
        Token(match[0], *match.span(), "en", {"actions": "some"}) for match in _PHRASES.finditer(prompt)
    ]
    yield from phrases
    for token in tokens:
        if any(phrase.start <= token.start < phrase.end for phrase in phrases):
            continue
        if (
            token.text in names
            or _is_idle(token)
            or token.text not in read
            or _ITS_OWN.search(prompt[: token.end])
            or _NEGATED.search(prompt[: token.start])
            or (edit and _is_complaint(prompt, token))
            or _REMAINING.search(prompt[: token.end])
            or (token.text == "窗" and prompt[token.end : token.end + 1] in ("外", "前"))  # where, not what
        ):
            continue
        if token.get("measures") or token.get("quoted") or names_a_sheet(token.text):
            continue
        if token.get("moods") and any(other.get("moods") for other in tokens if other.start > token.start):
            continue  # "she looks sad, make her happy"
        if token.text in _WAYS and prompt[token.end : token.end + 1] in ("到", "上", "进", "下"):
            continue  # how one came to be there
        if token.get("poses") == "stand" or token.text == "窗外":
            continue  # as all do
        values = {value for role in _LOOKS if (value := token.get(role)) is not None}
        told = token.text.lower() in _telling()[token.lang]
        missed = len(token.text) >= _SHORTEST[token.lang] if token.unknown else told or bool(values)
        told_of_sheet = any(
            start <= token.start < end and (not token.get("colours") or scheme(prompt[start:end]))
            for start, end in occasions
        )
        if missed and not told_of_sheet and values.isdisjoint(seen) and token.text.lower() not in seen:
            yield token


_WAYS = frozenset("跳跑走爬飞游钻挪")
"""How one goes somewhere, in Chinese."""


def _to_be_seen(scene: Scene) -> Iterator[str]:
    known = {thing.id: thing for thing in scene.objects}
    yield from parts_of(thing.kind for thing in scene.objects)
    for thing in scene.objects:
        bearer = None if thing.rel is None else known.get(thing.rel.to)
        on = (
            bearer is not None
            and thing.rel is not None
            and thing.rel.type == "on"
            and not kinds()[bearer.kind].alive
        )
        if thing.where == "piece" or (bearer is not None and (on or at_table(thing, bearer))):
            yield "sit"
        if thing.pose is None:
            yield from ("stand", "stands")
        if thing.rel is not None and thing.rel.type == "behind":
            yield from ("hiding", "hides", "peeking")
        yield thing.kind
        yield from _MEANT_BY.get(thing.kind, ())
        yield from ("hair",) if thing.kind in HAIR else ()
        yield from ("chopsticks",) if thing.pose == "dine" else ("fly",) if thing.pose == "broom" else ()
        yield thing.label
        yield thing.label.rpartition(" ")[2]  # a soccer ball is a ball
        yield from ("shut",) if thing.pose == "sleep" else ()
        yield from (value for value in (thing.colour, thing.pose, thing.mood, thing.pattern) if value)
        yield from (thing.second or "").split()
        yield from usual_look(thing.kind) if thing.colour is None else ()
        yield from (thing.says,) if thing.says else ()


_MEANT_BY = {"boy": ("child",), "girl": ("child",), "man": ("person",), "woman": ("person",)}
"""More general words for whom some stand: two children, a boy and a girl."""


def seen_in(scene: Scene) -> frozenset[str]:
    """The words, in small letters, that what stands in a scene shows by itself: smoke rises."""
    return frozenset(shown_with(_kinds_and_place(scene)) | _borne_out(scene))


def _borne_out(scene: Scene) -> frozenset[str]:
    """The words that how things stand shows: who is behind a curtain hides, and a castle that sits on a hill is there."""
    found: set[str] = set()
    if any(thing.rel is not None and thing.rel.type in _HIDES for thing in scene.objects):
        found |= _telling()["hidden"]
    if any(thing.rel is not None and thing.rel.type == "above" for thing in scene.objects):
        found.add("on the wall")
    if any(thing.pose == SWINGS for thing in scene.objects):
        found |= {"branch", "树枝"}
    if any(thing.kind == "swing-set" or thing.pose == SWINGS for thing in scene.objects):
        found |= {"swinging", "swings", "荡"}
    if any(is_played(thing.kind) for thing in scene.objects):
        found |= {"playing", "plays", "play", "performing", "演奏", "弹奏"}
    if any(thing.pose == "clasp" for thing in scene.objects):
        found |= {"piggyback", "piggy-back", "pickaback"}
    if any(thing.kind == "dug-hole" for thing in scene.objects):
        found |= {"ground", "earth", "dirt", "soil", "hole", "地上"}
    if any(thing.says is not None for thing in scene.objects):
        found |= {"bubble", "speech", "thought", "气泡", "对话框"}
    if any(thing.where == "water" for thing in scene.objects):
        found |= _telling()["in_water"]
    if not any(kinds()[thing.kind].alive for thing in scene.objects):
        found |= _telling()["is_there"]
    if sum(is_somebody(thing.kind) for thing in scene.objects) > 1:
        found |= _telling()["together"]
    if scene.env.time == "night" and scene.env.place not in INDOORS:
        found |= _telling()["starlit"]
    return frozenset(found)


_HIDES = frozenset({"behind", "inside", "below"})


def _kinds_and_place(scene: Scene) -> Iterator[str]:
    yield scene.env.place
    if scene.env.scenery.peaks > 0 or scene.env.place == "mountains":
        yield "snowy-peaks"
    yield scene.env.weather
    yield f"{scene.env.weather}-{scene.env.time}"
    yield from (thing.kind for thing in scene.objects)
    yield from (thing.pose for thing in scene.objects if thing.pose is not None)


def _is_idle(token: Token) -> bool:
    word = token.text.lower()
    return word in _telling()[f"idle_{token.lang}"] or is_mere_quality(word)


def is_no_loss(word: str, edit: str) -> bool:
    """Whether nobody misses that word of a wish: one that has no look, or tells how it was before an `edit`, or goes with a "to"
    that says the same."""
    complaint = re.search(rf"(?:太|\btoo ){re.escape(word)}", edit) is not None
    near = word.lower() in ("closer", "nearer") and re.search(rf"\b{word} (?:up )?to\b", edit) is not None
    aspect = word in _ASPECTS and re.search(rf"{word}(?:改|换|变|调|设|成|是|为)", edit) is not None
    return complaint or near or aspect or is_mere_quality(word)


_ASPECTS = frozenset({"天气", "天色", "时间", "季节", "光线"})
"""What is said to become another one, of which the new one is told: 天气改成傍晚."""


def is_mere_quality(word: str) -> bool:
    """Whether nobody misses the word in a picture, as what it says has no look: a busy street, 慈祥的老奶奶."""
    bare = word.lower().removesuffix("的").removesuffix("地")
    return bare in _telling()["quality_en"] or bare in _telling()["quality_zh"]


def _whole_words(tokens: Sequence[Token]) -> list[Token]:
    """An unknown character with the verb or the character that it touches: 上学, not 学. What is left alone is a cut."""
    whole: list[Token] = []
    for token in tokens:
        touches = bool(whole) and whole[-1].end == token.start
        if touches and (_is_compound(whole[-1], token) or (_is_cut(token) and _begins(whole))):
            whole[-1] = Token(whole[-1].text + token.text, whole[-1].start, token.end, "zh")
        else:
            whole.append(token)
    return whole


def _is_compound(first: Token, second: Token) -> bool:
    """Two halves of a word of which one is unknown: 金箍棒, 炊烟袅袅, 招财猫."""
    if first.lang != "zh" or second.lang != "zh":
        return False
    named = first.get("colours") or (first.get("kinds") and len(second.text) > 1)
    tailed = second.unknown and bool(named)
    return tailed or (first.unknown and len(second.text) == 1 and second.get("kinds") is not None)


def _is_cut(token: Token) -> bool:
    return token.unknown and token.lang == "zh" and len(token.text) == 1


def _begins(whole: Sequence[Token]) -> bool:
    """Whether the last token may be the first character of a word: not what follows a noun (桥上), nor grammar."""
    last, before = whole[-1], whole[-2] if len(whole) > 1 else None
    place = before is not None and bool(before.get("kinds") or before.get("places"))
    follows = before is not None and before.end == last.start and (before.unknown or place)
    wordlike = last.unknown or any(last.get(role) for role in ("actions", "poses", "moods", "relations"))
    return wordlike and len(last.text) == 1 and not _is_idle(last) and not (follows and last.get("relations"))


@cache
def _telling() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in word_table("telling").items() if name != "shown_with"}

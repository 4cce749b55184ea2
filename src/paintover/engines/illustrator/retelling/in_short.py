"""What is said in a few words that only the picture explains: "add a third", "eat one", "another one leaves", "a bit less
angry", "bigger, but not that big", "snow on the mountain top", 乌龟跑到前面. Told so that it can be done.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.relatives import plural_of
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.wording import Pattern

_HALFWAY = 0.87
"""Of the size to which a thing was made larger, so that half of it goes again."""
_MEASURE = "[个只头匹条辆朵位名棵艘架颗块把盏座张件杯碗支根枝]"


def told_at_length(prompt: str, base: Scene) -> str:
    """The wish told at length; as it is where it is no such wish, or the picture has not what it is about."""
    for form, tell in _FORMS:
        if (match := form.fullmatch(prompt.strip(" .。!！?？~～"))) is not None:
            said = tell(match, base, "zh" if re.search(r"[\u3400-\u9fff]", prompt) else "en")
            return prompt if said is None else said
    return prompt


def _standing(base: Scene) -> list[Thing]:
    return [
        one
        for one in base.objects
        if one.rung != "signpost" and (one.rel is None or one.rel.type not in ("wear", "hold"))
    ]


def _of_several(base: Scene, *, alive: bool | None = None) -> Thing | None:
    """One of those of which there are several: what was talked about first, else the most."""
    found = [one for one in _standing(base) if alive is None or kinds()[one.kind].alive == alive]
    many = Counter(one.kind for one in found)
    several = [one for one in found if many[one.kind] > 1]
    about = next((one for one in several if one.id == base.focus), None)
    return about or max(several, key=lambda one: many[one.kind], default=None)


_ANY_OF_THEM = frozenset({"", "one", "friend", "guest", "member", "player", "kid", "person", "animal"})
"""What one more of those who are there may be called."""


def _one_more(match: re.Match[str], base: Scene, language: str) -> str | None:
    """The third of what there are two of."""
    noun = match["noun"] or ""
    if noun and [mention for mention in parse(noun).mentions if mention.kind is not None]:
        return f"再加一个{noun}" if language == "zh" else f"add another {noun}"
    about = _of_several(base) or next(iter(reversed(_standing(base))), None)
    if noun not in _ANY_OF_THEM or about is None:
        return None
    name = names("zh" if language == "zh" else "en", about.kind)
    return f"再加一个{name}" if language == "zh" else f"add another {name}"


def _one_there(match: re.Match[str], base: Scene, language: str) -> str | None:
    """One student does something, where there are two: one of them."""
    meant = {mention.kind for mention in parse(match["noun"]).mentions if mention.kind is not None}
    there = [one for one in _standing(base) if one.kind in meant]
    if len(meant) != 1 or len(there) < 2 or not kinds()[there[0].kind].alive:
        return None
    return f"one of the {plural_of(match['noun'])} {match['does']}"


def _of_his(match: re.Match[str], base: Scene, language: str) -> str | None:
    """The furniture of somebody who is there, told without whose it is: "on the teacher's desk" is not on the teacher."""
    owners = [one for one in parse(match["who"]).mentions if one.kind is not None]
    there = any(one.kind == owner.kind for owner in owners for one in base.objects)
    return f"{match['lead']} the {match['what']}{match['rest']}" if there and language == "en" else None


def _one_fewer(match: re.Match[str], base: Scene, language: str) -> str | None:
    eaten = re.search(r"eat|drink|吃|喝", match[0])
    about = _of_several(
        base, alive=False if eaten else None if "take" in match[0] or "拿" in match[0] else True
    )
    if about is None:
        return None
    name = names("zh" if language == "zh" else "en", about.kind)
    return f"去掉一个{name}" if language == "zh" else f"remove one {name}"


def _calmer(match: re.Match[str], base: Scene, language: str) -> str | None:
    """A bit less angry: as calm as everybody is of whom nothing is said."""
    said = f"猫很{match['mood']}" if language == "zh" else f"the {match['mood']} cat"
    mood = next((mention.mood for mention in parse(said).mentions if mention.mood), None)
    felt = [one for one in base.objects if one.mood is not None and one.mood == mood]
    if not felt:
        return None
    name = names("zh" if language == "zh" else "en", felt[-1].kind)
    return f"{name}平静一点" if language == "zh" else f"make the {name} calm"


def _not_so_much(match: re.Match[str], base: Scene, language: str) -> str | None:
    """Not that big: halfway back to where it was."""
    about = base.thing(base.focus or "")
    how = match["how"]
    if about is None or about.size != (
        "small" if how.lower() in ("small", "little", "tiny", "小") else "large"
    ):
        return None
    factor = 1 / _HALFWAY if about.size == "small" else _HALFWAY
    return f"make the {names('en', about.kind)} {factor:.2f} times as big"


def _turned(match: re.Match[str], base: Scene, language: str) -> str | None:
    """The other way round, of two that run: each in the other's place; of all else its mirror image."""
    living = [one for one in _standing(base) if kinds()[one.kind].alive]
    if len(living) == 2 and living[0].kind != living[1].kind:
        first, second = (names("en", one.kind) for one in living)
        flips = {base.layout[one.id].flip for one in living if one.id in base.layout}
        side = "right" if flips == {True} else "left"
        on = f", turn the {first} to face {side}, turn the {second} to face {side}" if len(flips) == 1 else ""
        return f"swap the {first} and the {second}{on}"
    return "flip it"


def _ahead(match: re.Match[str], base: Scene, language: str) -> str | None:
    """The turtle takes the lead: of two who run the same way in the other's place; who run at each other turn after it."""
    running = [one for one in _standing(base) if one.pose is not None and one.id in base.layout]
    named = {mention.kind for mention in parse(match["who"]).mentions}
    who = next((one for one in running if one.kind in named), None)
    if who is None or len(running) != 2 or len({one.pose for one in running}) > 1:
        return None
    other = running[0] if running[1] is who else running[1]
    at, there = base.layout[who.id], base.layout[other.id]
    first, second = names("en", who.kind), names("en", other.kind)
    if first == second:
        return None
    if at.flip == there.flip:
        leads = at.x > there.x if at.flip else at.x < there.x
        return None if leads else f"swap the {first} and the {second}"
    side = "right" if at.x > there.x else "left"
    turned = second if at.flip == (side == "right") else first
    return f"turn the {turned} to face {side}"


def _one_and_the_other(match: re.Match[str], base: Scene, language: str) -> str | None:
    """The left one is sad, the other happy."""
    about = _of_several(base)
    if about is None or sum(one.kind == about.kind for one in base.objects) != 2:
        return None
    first, name = match["side"] or match["at"], names("en", about.kind)
    second = "right" if first.lower() == "left" else "left"
    told = [f"the {first} {name} is {match['a']}", f"the {second} {name} is {match['b']}"]
    looks = [one for one in parse(f"a {match['a']} cat").mentions if one.colour or one.mood]
    return ", ".join(told if looks else reversed(told))


def _snow_capped(match: re.Match[str], base: Scene, language: str) -> str | None:
    if not any(one.kind == "mountain" for one in base.objects):
        return None
    return "replace the mountain with a snow-capped mountain"


def _put_behind(match: re.Match[str], base: Scene, language: str) -> str | None:
    """ "A fence behind", "a sled in front": that comes, behind or before those who are there."""
    return f"add {match['what']}" if base.objects else None


_Tell = Callable[[re.Match[str], Scene, str], str | None]
_NTH = "(?:second|third|fourth|fifth|sixth|seventh)"
_MOODS = r"(?P<mood>angry|mad|sad|happy|scared|surprised|worried|grumpy|furious)"
_PLEASE = r"(?:(?:please|now|and|then|ok) )*"
_FORMS: Sequence[tuple[Pattern, _Tell]] = tuple(
    (Pattern(source), tell)
    for source, tell in (
        (rf"{_PLEASE}(?:(?:add|draw|put|give me|i want|make it) )?an? {_NTH}(?: (?P<noun>one|[a-z]+))?(?: please)?", _one_more),
        (rf"(?:再|那)*(?:加|来|画|添|放)(?:上|个)?第[二三四五六七]{_MEASURE}(?P<noun>[\u4e00-\u9fff]{{0,4}})", _one_more),
        (rf"{_PLEASE}one (?P<noun>[a-z]+) (?P<does>(?:is|has|should|sleeps|sits|stands|lies|jumps|runs|waves|raises|lifts|holds|wears|smiles|cries|laughs|dances|yawns|points|looks|eats|drinks|reads|carries|falls asleep|climbs|rides|plays|hides|kicks|throws|dives|swims|flies|slides|rolls|kneels|turns|goes|gets|wants|walks)\b.*)", _one_there),
        (r"(?P<lead>(?:[a-z]+ )*(?:put|add|place|draw|set|lay) [^,.;]{2,40}? (?:on|under|in|next to|beside|behind|in front of|near)) (?P<who>(?:the |his |her )?[a-z ]{2,20}?)(?:'s|’s) (?P<what>desk|table|bed|chair|sofa|couch|armchair|plate|car|house|boat|cart|bike|bicycle|bag|bowl)(?P<rest>(?: please)?)", _of_his),
        (rf"{_PLEASE}(?:(?:eat|drink|take away) (?:one|one more|another one|another)|take one away|(?:someone |somebody )?(?:ate|has eaten|drank) one|one (?:is|was|has been|gets) (?:eaten|drunk))(?: of them)?", _one_fewer),
        (r"(?:and |then |now )*(?:another(?: one)?|one more|one(?: of them)?) (?:leaves|goes(?: away)?|disappears|vanishes|left|is gone)", _one_fewer),
        (rf"(?:再|又|然后|被)*(?:吃|喝|拿)(?:掉|走|了|光)了?[一1]{_MEASURE}|(?:再|又|有)*(?:飞|跑|游|走)(?:走|掉|开|去)?了?[一1]{_MEASURE}|(?:再|又|有)*[一1]{_MEASURE}(?:又)?(?:飞|跑|游)?(?:走|掉|离开)了", _one_fewer),
        (rf"{_PLEASE}(?:make (?:it|him|her) )?(?:(?:a (?:bit|little)|slightly|much|way) )?(?:less|not (?:so|that|as|quite so)) {_MOODS}", _calmer),
        (r"(?:让|把)?(?:它|他|她)?(?:别|不要|没|不用)(?:那么|这么|太)(?P<mood>生气|难过|伤心|开心|高兴|害怕|惊讶)(?:了)?", _calmer),
        (r"(?:(?:make (?:it|him|her) )?(?:a (?:bit|little) )?(?:bigger|larger|smaller),? (?:but|though|just) )?(?:still )?not (?:(?:quite )?(?:that|so|as|this|too)) (?P<how>big|large|huge|small|little|tiny)", _not_so_much),
        (r"(?:再)?[大小]一?[点些]儿?[，, ]*(?:但是?|可是?|不过|只是)?(?:也)?(?:不要|别|不用)(?:那么|这么|太)(?P<how>大|小)", _not_so_much),
        (r"(?:make )?the (?:(?P<side>left|right) one|one on the (?P<at>left|right)) (?:(?:is|gets|should be) )?(?P<a>[a-z]+),? (?:and |but )*the other(?: one)? (?:(?:is|gets|should be) )?(?P<b>[a-z]+)", _one_and_the_other),
        (rf"{_PLEASE}(?P<what>(?:an?|another|some|two|three|four|five) (?:[a-z]+ ){{0,2}}[a-z]+ (?:right )?(?:behind|in (?:the )?front))(?: please)?", _put_behind),
        (rf"{_PLEASE}(?:do it |make it |turn it )?the other way (?:a?round|about)(?: please)?", _turned),
        (r"(?:now )?(?:the )?(?P<who>[a-z]+) (?:takes (?:the|over the) lead|is (?:now )?(?:in the lead|in front|ahead|leading)|leads|overtakes(?: [a-z ]{3,20})?|runs ahead|gets ahead|passes the [a-z]+)", _ahead),
        (r"(?:让|现在)?(?P<who>[\u4e00-\u9fff]{1,5}?)(?:跑|走|冲|爬|游|飞|追|赶|领|超)(?:到|在|过|先)(?:了)?(?:最?前(?:面|头|边)|(?:[\u4e00-\u9fff]{1,3}(?:的)?)?前(?:面|头)|[\u4e00-\u9fff]{0,3})(?:去)?了?", _ahead),
        (r"(?:(?:add|put|draw|with|let there be|make) )?(?:some |a bit of |a little )?snow on (?:the )?(?:mountain ?tops?|(?:mountain )?peaks?|(?:top|peak)s? of the mountains?|mountains?|summit)|(?:make |give )?the (?:mountain ?top|peak|mountain|summit) (?:is |gets )?(?:snowy|snow-?capped|covered (?:in|with) snow)", _snow_capped),
        (r"(?:给|在|让)?(?:那座)?(?:大山|高山|山)?的?(?:山顶|山尖|山头|山峰|山(?=上|顶))(?:上面?|顶上?)?(?:再|都|要)?(?:加|添|有|来|盖|积|落|铺|堆)(?:上|了|满|着|[一点些层])*(?:白|积)?雪", _snow_capped),
    )
)  # fmt: skip

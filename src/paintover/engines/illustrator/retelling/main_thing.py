"""What a change means that says "it", or only 旁边, after something came beside, on or above the main thing of a picture: gifts
came to a cake, and 后面挂几个气球 is behind the cake; a painting hangs above a sofa, and "two cushions on it" lie on the sofa.
"""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.apart import told_apart
from paintover.engines.illustrator.grammar.lexicon import singular_of
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import BEDS, TABLES, kinds
from paintover.engines.illustrator.retelling.others import called_apart
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.staging.standing import HOUSE_M
from paintover.engines.illustrator.wording import Pattern

_BARE = Pattern(
    r"^(?P<lead>(?:请|再|然后|也|在|那)*)(?P<where>后面|背后|后方|旁边|边上|周围|四周|前面|左边|右边)(?=(?:再|也|都|各|给我)*(?:挂|放|摆|加|画|来|添|飘|点|立|有))",
    re.NOFLAG,
)
_BY_IT = Pattern(
    r"\b(?P<where>behind|beside|next to|around|near|in front of|to the (?:left|right) of|on (?:both|either|each) sides? of) it\b"
)
_ON_IT = Pattern(
    r"(?P<zh>^(?:请|再|然后|也|在)*(?:它的?|那)?上[面边头](?=(?:再|也|都)*(?:放|摆|铺|来|加|躺|坐|睡)))|\bon(?: top of)? it\b(?! the wall)"
)
_ONE_EACH = Pattern(
    r"^\W*(?P<does>(?:(?:please|now|and|then) )*(?:add|put|place|set|hang|draw)) (?P<many>(?:two|three|four|five|six|\d) [a-z ]+?)(?P<where> (?:beside|next to|near|behind|in front of|on top of|on|above|around|in) [a-z ]+?)?[,:;] (?P<each>(?:one|two) (?:(?:in|is) )?(?:[a-z]+ )?[a-z]+(?:,? and|,) (?:the other|another|one|two|a)\b[^,.;]*(?:,? and one [a-z ]+)?)\W*$"
)
"""Several of which each is told of: "put two boxes beside it, one red and one green"."""
_HANG = Pattern(r"\b(?:hang|write|paint|draw|print|pin)\b|[挂写画贴]")
_CAKES = frozenset({"cake", "birthday-cake", "cupcake"})
_DONE_TO_IT = Pattern(
    r"^(?P<does>\W*(?:(?:please|now|and|then|also|can you|could you|ok|okay|actually) )*(?:make|turn|paint|colou?r|dye|change|move|put|place|shift|give|replace|swap|flip|rotate|enlarge|shrink|tilt)) it(?=$|[ .!?])"
)
"""What is done to one thing, and to none of several."""
_LISTED = Pattern(
    r"^(?P<does>\W*(?:(?:please|now|and|then|also) )*(?:put|place|add|set|seat|lay|have) (?:an?|two|three|some) [a-z ]+?(?:, (?:an?|two|three|some) [a-z ]+?)*,? and (?:an?|two|three|some) [a-z ]+?) (?P<where>on|onto|on top of|in|into|inside|under|beneath|underneath) it(?P<end>(?: too| as well)?[ .!]*)$"
)
"""Several that come to it, none of which is that."""
_SOME_BEFORE = Pattern(
    r"^(?P<does>\W*(?:(?:please|now|and|then|also) )*(?:add|put|place|draw|plant|set|have)) (?P<what>(?!(?:the|his|her|its|their|my|an?|some|all|more|two|three|four|five|six|seven|eight|nine|ten|several|many|a few|\d+) )(?:[a-z]+ ){0,2}[a-z]{2,}s) (?P<where>in front|behind)(?=[ .!]*$)"
)
"""Several of which nobody says how many: "add flowers in front"."""
_FURNITURE = ("couch", *sorted(BEDS), "armchair", "bench", "chair", *sorted(TABLES), "dresser", "bookshelf")
"""Upon what one puts things, where what was spoken of last hangs on the wall."""


def told_of_the_main_thing(prompt: str, base: Scene) -> str:
    """The wish with that named; as it is where nothing is in doubt."""
    last = _spoken_of(base)
    prompt = _SOME_BEFORE.sub(r"\g<does> some \g<what> \g<where>", prompt)
    prompt = _LISTED.sub(lambda match: _all_to_it(match, last, base), prompt)
    prompt = _before_the_whole(prompt, last, base)
    prompt = _with_what_bears_them(_one_by_one(prompt, last, base), last, base)
    if last is None or kinds()[last.kind].alive:
        return prompt
    chinese = not prompt.isascii()
    if _hangs(last) and _HANG.search(prompt) is None and (match := _ON_IT.search(prompt)) is not None:
        if (under := _upon(last, base)) is None:
            return prompt
        name = called_apart(base, under.id, chinese=chinese)
        told = f"{name}上面" if match["zh"] else f"on {name}"
        return f"{prompt[: match.start()]}{told}{prompt[match.end() :]}"
    main = _main_of(last, base)
    if main.id == last.id or kinds()[last.kind].habitat == "road":
        return prompt  # a bus is more than what stands beside its stop
    if any((kind := token.get("kinds")) and kinds()[kind].alive for token in tokenise(prompt)):
        return prompt  # who comes, comes to somebody
    name = called_apart(base, main.id, chinese=chinese)
    prompt = _BARE.sub(rf"\g<lead>{name}的\g<where>", prompt)
    several = sum((one.kind, one.rel) == (last.kind, last.rel) for one in base.objects) > 1
    return _BY_IT.sub(rf"\g<where> {name}", prompt) if several or _hangs(last) else prompt


def _all_to_it(match: re.Match[str], last: Thing | None, base: Scene) -> str:
    """ "Put a cat and a dog on it": both on the bench, and not the dog on the cat."""
    if last is None:
        return match[0]
    host = base.thing(last.rel.to) if last.rel is not None and last.rel.type in ("on", "inside") else None
    where, how = match["where"], last.rel.type if last.rel is not None else ""
    upwards = (how == "inside" and where in ("in", "into", "inside")) or (
        how == "on" and where.startswith(("under", "beneath"))
    )
    it = host if host is not None and upwards else last
    return f"{match['does']} {where} {called_apart(base, it.id, chinese=False)}{match['end']}"


def _one_by_one(prompt: str, last: Thing | None, base: Scene) -> str:
    """Each with where all of them are to be."""
    if (match := _ONE_EACH.search(prompt)) is None:
        return prompt
    told = told_apart(f"{match['many']}, {match['each']}")
    ones = told.split(" and ")
    if "," in told or len(ones) < 2:
        return prompt
    where = match["where"] or ""
    if last is not None and not kinds()[last.kind].alive:
        where = re.sub(r"\bit$", called_apart(base, _main_of(last, base).id, chinese=False), where)
    return f"{match['does']} {' and '.join(f'{one}{where}' for one in ones)}"


_IN_FRONT = Pattern(
    r"(?P<lead>(?:add|put|place|draw|park|have|set) .+?) (?P<where>(?:right |out )?in front|out front|out the front)\W*$"
)


def _before_the_whole(prompt: str, last: Thing | None, base: Scene) -> str:
    """ "Add a sleigh in front", after a wreath came on a barn: it is before the barn."""
    match = _IN_FRONT.fullmatch(prompt)
    host = base.thing(last.rel.to) if last is not None and last.rel is not None else None
    if (
        match is None
        or host is None
        or last is None
        or last.rel is None
        or last.rel.type not in ("on", "inside")
    ):
        return prompt
    if kinds()[host.kind].alive or host.kind in TABLES or kinds()[host.kind].height_m < HOUSE_M:
        return prompt
    return f"{match['lead']} in front of {called_apart(base, host.id, chinese=False)}"


def _with_what_bears_them(prompt: str, last: Thing | None, base: Scene) -> str:
    """ "Make it chocolate", after strawberries came on a cake: it is the cake, for they are several."""
    by_it = _BY_IT.search(prompt)
    if last is None or last.rel is None or not (by_it or _DONE_TO_IT.search(prompt)):
        return prompt
    several = sum((one.kind, one.rel) == (last.kind, last.rel) for one in base.objects) > 1
    host = base.thing(last.rel.to)
    if host is None or is_somebody(host.kind) or not (several or _is_plural(last)):
        return prompt
    name = called_apart(base, host.id, chinese=False)
    if by_it and several and prompt.isascii():
        return _BY_IT.sub(rf"\g<where> {name}", prompt)
    tokens = tokenise(prompt)
    if any(token.get(role) for token in tokens for role in ("poses", "moods", "actions", "numbers")):
        return prompt  # which a cake does not; "make it seven"
    if any(token.get("kinds") == last.kind for token in tokens):
        return prompt
    return _DONE_TO_IT.sub(rf"\g<does> {name}", prompt)


def _is_plural(thing: Thing) -> bool:
    """Whether its word is one of several, as cherries are."""
    return thing.lang == "en" and thing.label != singular_of(thing.label)


def _spoken_of(base: Scene) -> Thing | None:
    """What was spoken of last, or came last."""
    about = base.thing(base.focus) if base.focus is not None else None
    return about or (base.objects[-1] if base.objects else None)


def _hangs(thing: Thing) -> bool:
    return thing.pose == "hung"


def _main_of(thing: Thing, base: Scene) -> Thing:
    """What it came to: what it stands beside, is part of or hangs above; itself where it came to nothing."""
    seen = {thing.id}
    while (
        (rel := thing.rel) is not None and (other := base.thing(rel.to)) is not None and other.id not in seen
    ):
        beside = rel.type in ("beside", "left", "right", "behind", "front", "around")
        upon = rel.type in ("on", "inside") and (other.kind in _CAKES or rel.type == "inside")
        if rel.part is not None or not (beside or upon) or kinds()[other.kind].alive:
            break
        thing = other
        seen.add(thing.id)
    return thing


def _upon(hung: Thing, base: Scene) -> Thing | None:
    """The furniture that it hangs over, or the only piece on which one puts things."""
    over = base.thing(hung.rel.to) if hung.rel is not None and hung.rel.type == "above" else None
    if over is not None:
        return over
    found = [one for kind in _FURNITURE for one in base.objects if one.kind == kind]
    return found[0] if found else None

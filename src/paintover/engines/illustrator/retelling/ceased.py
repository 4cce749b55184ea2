"""What somebody is to do no longer: "make them stop dancing", "she isn't waving any more", "let go of each other", 别抱了.

They stand then, and those who had one another by the hand or in their arms stand side by side; whoever stops crying is calm.
Nobody goes, and nothing that they have.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.stances import TOGETHER, is_played
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.others import called_apart, named_in
from paintover.engines.illustrator.retelling.pronouns import somebody_told
from paintover.engines.illustrator.retelling.whom import IS_NO_NAME, WHO, one_called
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.held import held_as
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_DOES = r"(?P<does>[a-z][a-z '-]{2,40}?)"
_NOT = r"(?:(?:is|are|do|does|should|must|shall|can|ca|need|will|wo)(?:n't|nt| not)|(?:is|are|should|must|'s|'re) not|(?:is |are |'s |'re )?no longer)"
_ENDS = r"(?: at all)?(?: any ?more| any longer| now)?"
_FORMS = tuple(
    Pattern(source)
    for source in (
        rf"(?:make|have|get|let|tell) (?P<who>{WHO}) (?:to )?(?:stop|quit)s? {_DOES}",
        rf"(?P<who>{WHO}) (?:has to |have to |should |must |needs? to )?(?:stop|quit)s? {_DOES}",
        rf"(?P<who>{WHO}) ?{_NOT}(?: be)? {_DOES}{_ENDS}",
        rf"(?:make|have|let) (?P<who>{WHO}) not (?:be )?{_DOES}{_ENDS}",
        rf"(?:don't|dont|do not) (?:make|let|have) (?P<who>{WHO}) (?:be )?{_DOES}{_ENDS}",
        rf"(?:stop|quit|no|no more)(?P<who>) {_DOES}",
    )
)
_PARTED = Pattern(
    rf"(?:(?:make|have|let) )?(?:(?P<who>{WHO}) )?(?:to |should )?(?:lets? go(?: of (?:each other|one another|her|him|them|(?:each other's |one another's |the |their |her |his )?hands?))?)"
    r"|(?:pull|move|break|split|keep|get|take) (?P<whom>them|the two(?: of them)?|both) (?:apart|up)|(?:separate|part) (?P<them>them|the two)"
    r"|(?:make|have|let) (?P<both>them|the two(?: of them)?) (?:stand )?(?:apart|separately|separated)|they (?:should )?(?:stand|are|be) (?:apart|separated)"
)
_ZH = Pattern(
    r"(?:让|叫)?(?P<who>[他她它]们?|大家|两个人?|两人|[\u4e00-\u9fff]{1,4}?)?(?:都)?(?:别|不要|停止|不再|不)(?:再|继续)?(?P<does>[\u4e00-\u9fff]{1,5}?)(?:了|吧|啦)*"
    r"|(?:让|叫)?(?P<them>[他她它]们|两个人?|两人)?(?:松开手?|松手|放开手?|把手松开|分开站?)(?:了|吧)*"
)
_HAS = Pattern(
    r"(?:be )?(?:wear(?:s|ing)?|hold(?:s|ing)?|carry(?:ing)?|carries|ha(?:s|ve|ving)|got|smok(?:es?|ing)|on(?= [a-z ]*phone))(?: (?P<what>(?:an?|the|his|her|their|any|that|those)?\b.+))"
)
"""What one has on or in hand: wearing a hat, on the phone."""
_AT = frozenset({"on", "in", "inside", "at"})
_GERUND = re.compile(
    r"(?!(?:rain|snow|bring|string|ring|thing|nothing|anything|something|going|look|fac|stand|mak|ceiling)\w*\b)[a-z]{3,}ing\b",
    re.IGNORECASE,
)
_MORE = re.compile(r" (?:any ?more|any longer)$", re.IGNORECASE)
_AND = Pattern(
    r"(?P<first>.*\b(?:stop|quit)s? [a-z]+ing(?: [a-z ]+?)?) and (?:then )?(?P<then>[a-z]+(?: [a-z ]+)?)"
)
_STOPS_WHO = Pattern(
    rf"(?:(?:make|have|get|let|tell) (?P<who>{WHO}) (?:to )?|(?P<also>{WHO}) (?:should )?)?(?:stop|quit)s? "
)
_STOPPED = Pattern(r"stop (?P<what>(?:the|that|this|his|her|their) [a-z]+(?: [a-z]+)?)")
_COURTESY = Pattern(
    r"^(?:(?:please|now|and|ok|okay|also|then|but|actually|so)[ ,]+)+|[ ,]+(?:please|now|instead|thanks)$|[.!]+$"
)
_CLAUSES = re.compile(
    r"(, (?:and |but )?|; | and (?=(?:make|give|put|let|have|add|remove|move|stop)\b))", re.IGNORECASE
)
_ALL = frozenset({"", "they", "them", "both", "everyone", "everybody", "all", "the two", "the two of them", "people", "他们", "她们", "它们", "大家", "两个人", "两个", "两人"})  # fmt: skip
_TO_EACH_OTHER = frozenset({"抱", "亲", "牵", "搂", "贴", "拉手"})
_WITH_A_TOOL = frozenset("吃喝读看画写钓骑梳弹唱玩")
_PLAYS = frozenset({"play"})
_COOKS = frozenset({"cook", "stir"})
_SMILES = frozenset({"happy", "laughing"})
_READ = frozenset({"read", "write"})
"""What is done with a thing that nobody has for anything else."""


def told_of_what_ends(prompt: str, base: Scene) -> str:
    """The wish with such clauses told plainly.

    Raises:
        NotDrawable: whoever is meant does nothing of the kind, or does it as long as they hold what they have.
    """
    if any(mark in prompt for mark in '“"「『《'):
        return prompt
    if not prompt.isascii() and "’" not in prompt:
        match = _ZH.fullmatch(prompt.strip(" 。.!！"))
        if match is not None and (match["does"] or "")[:1] in _WITH_A_TOOL:
            return prompt  # what it was done with goes, too (`as_talked.py`)
        return (
            prompt if match is None else _of_both(match["who"] or "", match["does"], base, zh=True) or prompt
        )
    plain = _COURTESY.sub("", prompt.replace("’", "'").strip())
    told = _told(plain, base)
    if told is not None:
        return told
    parts = [part.strip() for part in _CLAUSES.split(plain)[::2]]
    said = [_if_so(part, base) for part in parts] if len(parts) > 1 else []
    if not any(said):
        return prompt
    return ", ".join(new or old for new, old in zip(said, parts, strict=True))


def _if_so(clause: str, base: Scene) -> str | None:
    """A clause among others: what cannot be told of it is left to be read, and owned up to."""
    try:
        return _told(clause, base)
    except NotDrawable:
        return None


def _told(clause: str, base: Scene) -> str | None:
    if (match := _AND.fullmatch(clause)) is not None and _reads_as_deed(match["then"]):
        first, who = _told(match["first"], base), _STOPS_WHO.match(match["first"])
        whom = (who["who"] or who["also"] or "") if who is not None else ""
        whom = {"he": "him", "she": "her", "they": "them"}.get(whom.lower(), whom) or "him"
        return None if first is None else f"{first}, make {whom} {match['then']}"
    if (match := _STOPPED.fullmatch(clause)) is not None and (halted := named_in(match["what"], base)):
        return _halted(halted, base)
    if (match := _PARTED.fullmatch(clause)) is not None:
        return _of_both(match["who"] or "", None, base)
    for form in _FORMS:
        match = form.fullmatch(clause)
        if match is not None and not IS_NO_NAME.match(match["who"]):
            return _ended(match["who"], match["does"], base) or _MORE.sub("", clause)
    return None


def _reads_as_deed(words: str) -> bool:
    first = next(iter(tokenise(words)), None)
    return first is not None and bool(first.get("poses") or first.get("moods"))


def _halted(several: Sequence[Thing], base: Scene) -> str:
    """ "Stop the dog": it stands. Of a car nobody sees whether it goes."""
    moving = [one for one in several if kinds()[one.kind].alive and one.pose is not None]
    if not moving:
        raise NotDrawable(notes.state_not_drawn(several[0].label, "brought to a stop", "en"))
    return ", ".join(f"{_name(one, base)} is standing" for one in moving)


def _ended(who: str, does: str, base: Scene) -> str | None:
    """What is told where somebody is to do or to have something no longer."""
    if (told := _of_both(who, does, base)) is not None:
        return told
    if (had := _HAS.fullmatch(does)) is not None:
        return _laid_off(who, had["what"], base) if who else None
    meant = _meant(who, base, zh=False) if who else []
    off = [
        (one, base.thing(one.rel.to))
        for one in meant
        if one.rel is not None and one.rel.type in ("on", "inside")
    ]
    leaves = [
        (one, host)
        for one, host in off
        if host is not None and (host in named_in(does, base) or does == "riding")
    ]
    if leaves and (does.split()[0] in _AT or _BY_IT.match(does)):
        return ", ".join(f"{_name(one, base)} gets off {_name(host, base)}" for one, host in leaves)
    if meant and _GERUND.match(does):
        raise NotDrawable(notes.state_not_drawn(meant[0].label, f"not {does}", "en"))
    return None


def _laid_off(who: str, what: str, base: Scene) -> str | None:
    """ "She isn't wearing the hat any more": it is gone."""
    meant = {one.id for one in _meant(who, base, zh=False)}
    gone = [
        one
        for one in named_in(what, base)
        if one.rel is not None and one.rel.to in meant and one.rel.type in ("wear", "hold")
    ]
    told = (
        f"put {_name(one, base)} next to {_name(base.thing(one.rel.to) or one, base)}"
        if kinds()[one.kind].alive and one.rel is not None
        else f"remove {_name(one, base)}"
        for one in gone
    )
    if meant and not gone and _lacks(meant, what, base):
        raise NotDrawable(notes.already_so("en"))
    return ", ".join(told) or None


def _lacks(who: set[str], what: str, base: Scene) -> bool:
    """Whether it is something to have on that nobody of them has, by their drawing either."""
    said = [one.kind for one in parse(what).mentions]
    drawn = {has for one in base.objects if one.id in who for has in kinds()[one.kind].has}
    return bool(said) and all(
        kind is not None and kinds()[kind].wear is not None and kind not in drawn for kind in said
    )


def _name(one: Thing, base: Scene) -> str:
    return called_apart(base, one.id, chinese=False)


_BY_IT = re.compile(r"rid|driv|sail|row|swing|sit", re.IGNORECASE)
"""By what deeds one is on or in something: riding a bicycle, driving a car."""


def _of_both(who: str, does: str | None, base: Scene, *, zh: bool = False) -> str | None:
    """What is told of whoever does it, or of those who have one another by the hand or in their arms, where nothing is said."""
    does = None if does in _TO_EACH_OTHER else does
    tokens = tokenise(f"他{does}" if zh and does else does or "")[1 if zh and does else 0 :]
    pose = tokens[0].get("poses") if tokens else None
    mood = tokens[0].get("moods") if tokens else None
    if does is not None and ((pose is None and mood is None) or (zh and len(tokens) > 1)):
        return None
    meant = _meant(who, base, zh=zh)
    doing = [one for one in meant if _is_at(one, pose, mood, base) or (does is None and one.pose in TOGETHER)]
    if not doing:
        if meant and who.lower() not in _ALL and len(tokens) == 1 and not zh:
            raise NotDrawable(notes.already_so("en"))
        return None
    if mood is not None and pose is None:
        how = ("很严肃" if zh else "look serious") if mood in _SMILES else ("平静" if zh else "calm")
        return _said([(how, one) for one in doing], base, zh=zh)
    told = []
    for one in doing:
        tool = _needs(one, base)
        if tool is None:
            continue
        if tool not in named_in(does or "", base) and pose not in _READ:
            raise NotDrawable(notes.left_at_it(one.label, tool.label, "zh" if zh else "en"))
        told.append(f"{'去掉' if zh else 'remove '}{called_apart(base, tool.id, chinese=zh)}")
    return ("，" if zh else ", ").join([*dict.fromkeys(told), _stands(doing, base, zh=zh)])


def _stands(doing: Sequence[Thing], base: Scene, *, zh: bool) -> str:
    """Those who were together stand side by side; the others stand."""
    said, done = [], set()
    for one in doing:
        pair = _with(one, base)
        leads = pair is not None and pair.rel is not None and pair.rel.to == one.id
        if one.id in done or (leads and pair is not None and pair.id in done):
            continue
        done.add(one.id)
        led, lead = (one, pair) if pair is None or (one.rel and one.rel.to == pair.id) else (pair, one)
        name = called_apart(base, led.id, chinese=zh)
        if lead is not None:
            done.add(lead.id)
            other = called_apart(base, lead.id, chinese=zh)
            said.append(f"{name}站在{other}旁边" if zh else f"{name} stands next to {other}")
        elif one.pose == "ride":
            said.append(f"{name}下来" if zh else f"{name} gets off")
        else:
            said.append(f"{name}站着" if zh else f"{name} is standing")
    return ("，" if zh else ", ").join(said)


def _said(told: Sequence[tuple[str, Thing]], base: Scene, *, zh: bool) -> str:
    names = [(how, called_apart(base, one.id, chinese=zh)) for how, one in told]
    return ("，" if zh else ", ").join(f"{name}{how}" if zh else f"make {name} {how}" for how, name in names)


def _meant(who: str, base: Scene, *, zh: bool) -> list[Thing]:
    """Who is meant, of those who live."""
    living = [one for one in base.objects if kinds()[one.kind].alive]
    if who.lower() in _ALL:
        return living
    one = somebody_told(who, base) if zh else one_called(who, base)
    return [one] if one is not None else [each for each in named_in(who, base) if each in living]


def _is_at(one: Thing, pose: str | None, mood: str | None, base: Scene) -> bool:
    """Whether somebody does that, or has that face."""
    if mood is not None and (
        one.mood == mood or (mood == "happy" and one.mood is None and is_somebody(one.kind))
    ):
        return True  # people smile a little anyway
    if pose is None or one.pose is None:
        return False
    held = [
        each.kind
        for each in base.objects
        if each.rel is not None and (each.rel.type, each.rel.to) == ("hold", one.id)
    ]
    plays = pose in _PLAYS and (one.pose == "kick" or any(map(is_played, held)))
    return one.pose == pose or plays or (pose in _COOKS and one.pose in _COOKS)


def _with(one: Thing, base: Scene) -> Thing | None:
    """Whom somebody has by the hand or in their arms, or who has them so."""
    for each in base.objects:
        if each.rel is not None and each.rel.type == "hold" and each.rel.part in ("arm", "neck"):
            if each.id == one.id:
                return base.thing(each.rel.to)
            if each.rel.to == one.id:
                return each
    return None


def _needs(one: Thing, base: Scene) -> Thing | None:
    """What somebody holds that nobody holds without doing that: a book, a guitar."""
    for each in base.objects:
        held = each.rel is not None and (each.rel.type, each.rel.to, each.rel.part) == (
            "hold",
            one.id,
            "hand",
        )
        if held and held_as().get(each.kind) == one.pose:
            return each
    return None

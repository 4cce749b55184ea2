"""Several on bicycles, in baskets or on chairs of which nobody says how many: each has one of their own, and none is left over."""

from __future__ import annotations

import re
from collections.abc import Sequence

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.grammar.lexicon import singular_of
from paintover.engines.illustrator.grammar.mention import Mention
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.relatives import plural_of
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Relation, Thing
from paintover.engines.illustrator.staging.likeness import is_animal, is_somebody
from paintover.engines.illustrator.staging.mounts import mounts
from paintover.engines.illustrator.wording import Pattern

_FOR_ONE = frozenset({"chair", "armchair", "stool", "deck-chair", "lounger", "sled", "throne", "rocking-chair", "basket", "box", "bucket"})  # fmt: skip
"""What takes one each, beside all that is ridden."""
_CHAIRS = frozenset({"chair", "stool", "deck-chair", "lounger"})
"""Of which two have two, though no number and no plural says so."""
_BETWEEN_THEM = Pattern(
    r"\b(?P<n>two|three|four|five|six) (?P<who>(?:[a-z]+ )?[a-z]+),? (?P<does>with|holding|carrying|waving) (?P<what>(?:[a-z]+ )?[a-z]+s)\b(?= and (?:an?|the)\b|[,.;]|$| (?:in|on|at|by|near|under|beside)\b)"
)

_EACH_ON_ONE = Pattern(
    r"\b(?P<who>(?P<n>two|three|four|five|six) (?:[a-z]+ )?[a-z]+),? each (?:of them )?(?P<does>(?:riding|on|in|sitting on|sitting in|standing on)) an? (?P<look>[a-z]+ )?(?P<what>bike|bicycle|horse|pony|donkey|camel|elephant|scooter|skateboard|motorbike|chair|stool|basket|box|sled|sledge|swing)\b"
)


def told_one_apiece(prompt: str) -> str:
    """The wish with several people who hold several things told as each with one: "two kids with balloons"."""
    return _BETWEEN_THEM.sub(_one_each, _EACH_ON_ONE.sub(_on_several, prompt))


def _on_several(match: re.Match[str]) -> str:
    """Each on a bike: as many bikes as there are riders."""
    return f"{match['who']} {match['does']} {match['n']} {match['look'] or ''}{plural_of(match['what'])}"


def _one_each(match: re.Match[str]) -> str:
    who, what = parse(f"two {match['who']}").mentions, parse(match["what"]).mentions
    if len(who) != 1 or len(what) != 1 or who[0].kind is None or what[0].kind is None:
        return match[0]
    held, said = kinds()[what[0].kind], what[0]
    if not is_somebody(who[0].kind) or held.alive or held.wear is not None or held.paired or said.counted:
        return match[0]
    lead, _, noun = match["what"].rpartition(" ")
    single = f"{lead} {singular_of(noun)}".strip()
    if single == match["what"]:
        return match[0]
    article = "an" if single[0] in "aeiou" else "a"
    return f"{match['n']} {match['who']} each {match['does']} {article} {single}"


def one_apiece(editor: Editor) -> None:
    """Give each rider of a new picture a mount of their own, where several are told of or nobody says how many."""
    for kind in {one.kind for one in editor.things.values() if _bears_one(one.kind)}:
        told = [one for one in editor.said.mentions if one.kind == kind and not one.definite]
        hosts = [one for one in editor.things.values() if one.kind == kind]
        riders = [one for one in editor.things.values() if one.kind != kind and _is_borne(one, hosts)]
        if told and riders:
            _share_out(editor, told, hosts, riders)


_NARROW = frozenset({"fence", "tree-branch", "clothesline", "power-line"})
_HEAVY_M = 0.9


def light_ones_on_the_fence(editor: Editor) -> None:
    """Two cows and a rooster on the fence: only the rooster is on it."""
    on = [one for one in editor.things.values() if _is_on_something_narrow(editor, one)]
    light = [one for one in on if not _is_heavy(one)]
    for one in on if light and editor.new else ():
        if _is_heavy(one):
            editor.change(one.id, rel=None)


def _is_heavy(one: Thing) -> bool:
    return is_animal(one.kind) and kinds()[one.kind].height_m >= _HEAVY_M


def _is_on_something_narrow(editor: Editor, one: Thing) -> bool:
    host = editor.things.get(one.rel.to) if one.rel is not None and one.rel.type == "on" else None
    return host is not None and host.kind in _NARROW and kinds()[one.kind].alive


def _bears_one(kind: str) -> bool:
    return kind in _FOR_ONE or kind in mounts() or is_animal(kind)


def _is_borne(one: Thing, hosts: Sequence[Thing]) -> bool:
    rel = one.rel
    return (
        kinds()[one.kind].alive
        and rel is not None
        and rel.type in ("on", "inside")
        and any(rel.to == host.id for host in hosts)
    )


def _share_out(
    editor: Editor, told: Sequence[Mention], hosts: Sequence[Thing], riders: Sequence[Thing]
) -> None:
    several = (one.plural or (one.lang == "zh" and one.kind in _CHAIRS) for one in told if not one.counted)
    open_ended = any(several)
    wanted = len(riders) if open_ended else min(len(riders), sum(one.count for one in told))
    taken = {one.rel.to for one in riders if one.rel is not None}
    if (wanted < 2 and not open_ended) or len(taken) >= wanted == len(hosts):
        return
    given = sorted((one for one in hosts if one not in riders), key=lambda one: one.id not in taken)
    if not given:
        return
    for spare in given[wanted:] if open_ended else ():
        editor.drop(spare.id)
    given = given[:wanted]
    while len(given) < wanted:
        if (new := editor.new_thing(given[0])) is None:
            break
        given.append(editor.things[new])
    for at, one in enumerate(riders):
        if one.rel is not None:
            rel = Relation(type=one.rel.type, to=given[at % len(given)].id, part=one.rel.part)
            editor.change(one.id, rel=rel)

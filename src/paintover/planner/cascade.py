"""The cascade of intents: each rule looks at the message and either decides or passes it on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from paintover.planner.bringing import brought_here, taken_along
from paintover.planner.case import Case, repeat
from paintover.planner.continuing import continued
from paintover.planner.correcting import correction, the_other
from paintover.planner.decision import Decision
from paintover.planner.graph import Node
from paintover.planner.happening import parts_here
from paintover.planner.intent import Reading, is_content
from paintover.planner.keeping import kept_after_all
from paintover.planner.lending import (
    its_place,
    points_at,
    same_place,
    same_style,
    style_of,
    style_of_one_to_the_other,
)
from paintover.planner.lexicon import CONCEPT
from paintover.planner.likewise import said_likewise
from paintover.planner.masking import HIDDEN
from paintover.planner.merging import merged_pictures
from paintover.planner.prompting import Stretch, without
from paintover.planner.ranking import SURE, describe, is_telling, margin_of, newest_showing
from paintover.planner.resolving import Meant, Resolver
from paintover.planner.scenes import comes_in, goes_on, tells_a_scene
from paintover.planner.spans import Reference, clauses
from paintover.planner.steps import STEP_LENGTH, read_step
from paintover.planner.targets import picture_with_target, targets, without_a_thing
from paintover.planner.terms import is_medium, shown_terms, terms, weight_of
from paintover.planner.unsaid import whom

RULE_OF: dict[str, str] = {
    "id": "explicit_id", "link": "explicit_id", "described": "content", "branch": "branch", "label": "branch",
    "before": "before", "upload": "upload", "latest": "ordinal",
}  # fmt: skip
"""The rule that a kind of reference stands for; all others go by order."""

LONGEST_COMPLAINT = 40
"""Characters before a "once more" that may be mere displeasure."""


def decide(resolver: Resolver) -> Decision:
    """The first rule that applies; an edit of the latest picture when none does."""
    case = Case(resolver)
    return said_likewise(case, decide_without_scenes(case) or _scene(case) or _unmarked_edit(case))


def decide_without_scenes(case: Case) -> Decision | None:
    """The first rule that knows what its cues mean; None where only what is told can decide."""
    for rule in _RULES:
        decision = rule(case)
        if decision is not None:
            return decision
    return None


Rule = Callable[[Case], Decision | None]


def _empty(case: Case) -> Decision | None:
    return None if is_content(case.reading.text) else Decision(rule="empty", action="answer")


def _words_only(case: Case) -> Decision | None:
    if any(one.name for one in case.meant) or case.uploads:
        return None
    if case.reading.is_smalltalk:
        return Decision(rule="smalltalk", action="answer")
    if not case.reading.is_question:
        return None
    nodes = tuple(node for one in case.meant for node in one.nodes)
    return Decision(rule="question", action="answer", nodes=nodes)


def _named(case: Case) -> Decision | None:
    """Ids and links are obeyed, known or not."""
    named = [one for one in case.meant if one.reference.kind in ("id", "link")]
    if not named:
        return None
    if case.reading.says("same_style"):
        return style_of(case, named[0])
    unknown = tuple(one.name for one in named if one.name)
    nodes = tuple(node for one in named for node in one.nodes)
    others: tuple[Node, ...] = ()
    if case.reading.says("merge"):
        pointed = [
            one
            for one in case.meant
            if one not in named and points_at(one) and one.reference.kind != "latest"
        ]
        others = tuple(node for one in pointed for node in one.nodes)
    if not unknown and case.reading.says("redo") and case.is_bare((*case.pointing, *case.cue_spans("redo"))):
        return _again(case, nodes[0], case.cue_spans("redo"))
    return Decision(
        rule="unknown_id" if unknown else "explicit_id", action="edit", nodes=(*nodes, *others, *case.uploads),
        names=unknown, dropped=case.pointing,
    )  # fmt: skip


def _redo(case: Case) -> Decision | None:
    spans = case.cue_spans("redo")
    if not spans or case.last is None or case.uploads or case.reading.says("undo_twice"):
        return None
    if _BACK_AGAIN.fullmatch(case.reading.masked.strip()):
        return None
    if case.last.sources and not case.last.failed and case.reading.says("one_more_of_it"):
        return None  # an edit said again changes nothing, and there is something to be one more of
    if _SHOW.match(case.reading.masked) and any(one.nodes for one in case.meant):
        return None
    counted = case.reading.count.bare
    bare = case.is_bare((*spans, *case.pointing, *counted, *case.reading.ratio.bare))
    if bare and _MORE.fullmatch(case.reading.masked.strip(" .!")) and _ADDING.search(case.last.call.prompt):
        latest = case.graph.latest
        if latest is not None and case.last.sources and not case.last.failed:
            return Decision(rule="latest", action="edit", nodes=(latest,))
    if not bare and not _only_complains(case, spans):
        several = case.reading.count.n is not None and case.reading.count.n > 1
        return None if several and not case.last.failed else _redo_with_change(case, spans)
    pointed = [node for one in case.meant for node in one.nodes]
    if pointed:
        return _again(case, pointed[0], spans)
    return repeat(case.last)


_BACK_AGAIN = re.compile(
    r"(?:(?:please|now|ok|and|can you),? )*(?:take|remove|put|move|turn|close|open|delete|get rid of|give|bring|send|let|hang) .*\bagain(?: please)?[.! ]*",
    re.IGNORECASE,
)
"""As it was before, and not once more: "take the cat away again"."""
_SHOW = re.compile(
    r"(?:please |pls |now |and )*(?:show(?: me| us)?|let me see|(?:can|could|may) (?:i|we) see|i(?:'d| would)? (?:want|like) to see)\b"
    r"|(?:请|麻烦|帮我|那)?再?(?:给我|让我)?(?:看看|看一下|看一眼|看下|瞧瞧)",
    re.IGNORECASE,
)
"""An earlier picture is to be seen once more, not drawn: "show me the first one again"."""
_SEEN_AGAIN = re.compile(
    rf"(?:{_SHOW.pattern}) (?:(?:the|that|this|my) ?)?(?:[\w'-]+ ?){{0,3}}(?:again|once more|one more time)(?: please)?[?.! ]*|再(?:给我|让我)?(?:看看|看一下|看一眼|看下|瞧瞧)[^，。；、]{{0,8}}[。？?！! ]*",
    re.IGNORECASE,
)
"""Nothing else is asked: "show the robot again"."""
_MORE = re.compile(
    r"(?:and |now |please )*(?:one more|another(?: one)?|noch ein(?:s|e|en)?|encore une?|une? autre|otr[oa](?: más)?|un[oa] más|ancora un[oa]?|un altr[oa]"
    r"|mais uma?|outr[oa]|ещё од(?:ин|ну|но)|(?:もう|あと)(?:一つ|ひとつ|一匹|一人|1つ|一個|1個|一本)|하나 더)(?: please| bitte)?",
    re.IGNORECASE,
)
"""After a thing was added: one more of them, and not another picture."""
_ADDING = re.compile(
    r"\b(?:add|give|put|more|another|place|bring|füge?|noch|ajoute|mets|encore|añade|agrega|pon|más|aggiungi|metti|ancora|adicion[ae]|coloque|mais)\b"
    r"|добавь|ещё|追加|足して|持たせ|かぶせ|描いて|추가|더",
    re.IGNORECASE,
)


def _only_complains(case: Case, spans: tuple[Stretch, ...]) -> bool:
    """Whether all that is said beside "again" stands before it and asks for nothing: "not what I hoped for, again"."""
    if case.meant or case.reading.says("imperative") or case.reading.says("new"):
        return False
    end = max(stop for _, stop in spans)
    return not is_content(case.reading.masked[end:]) and min(start for start, _ in spans) <= LONGEST_COMPLAINT


def _redo_with_change(case: Case, spans: tuple[Stretch, ...]) -> Decision | None:
    """ "Try again with the hat in blue": the last call's sources, its words, and the change."""
    if case.meant or case.last is None or case.reading.says("draw") or case.reading.says("new"):
        return None
    change = without(case.reading, spans)
    comma = "，" if case.reading.language in ("zh", "ja") else ", "
    if case.graph.latest is not None and not case.last.failed:
        shown = case.graph.showing(targets(case.reading))[case.graph.latest.at]
        if not shown:
            return None
    return repeat(case.last, prompt=f"{case.last.call.prompt}{comma}{change}")


def _again(case: Case, node: Node, spans: tuple[Stretch, ...]) -> Decision:
    """The call that made `node`, once more."""
    for attempt in case.graph.attempts:
        if node.at in attempt.pictures:
            return repeat(attempt)
    return Decision(rule="redo", action="edit", nodes=(node,), dropped=(*case.pointing, *spans))


def _first_look(case: Case) -> Decision | None:
    """恢复原来的颜色 is done to the newest picture: what else was changed since stays."""
    latest = case.graph.latest
    if latest is None or not case.reading.says("first_look") or case.uploads:
        return None
    if any(one.nodes and one.reference.kind in ("id", "link", "ordinal", "upload") for one in case.meant):
        return None
    return Decision(rule="latest", action="edit", nodes=(latest,))


def _undo_first(case: Case) -> Decision | None:
    """ "Oops, take that back" is no correction."""
    meaning = case.reading.says("meaning") or case.reading.says("contrast")
    return None if meaning or not case.reading.says("correction") else _undo(case)


def _is_said_apart(case: Case, name: str) -> bool:
    """Whether a cue stands outside of what describes a picture: "the one where you restored the colours"."""
    described = [one.reference for one in case.meant if one.reference.kind == "described" and one.nodes]
    return any(
        not any(one.start < match.start() and match.end() <= one.end for one in described)
        or any(
            cue.search(match[0]) for table in case.reading.tables for cue in table.intent.get("pronoun", ())
        )
        for match in case.reading.cues(name)
    )


_IN_ITS_STEAD = re.compile(
    r"\b(?:instead|stattdessen|en su lugar|en vez|à la place|invece|em vez)\b|вместо|代わり|대신",
    re.IGNORECASE,
)


def _undo(case: Case) -> Decision | None:
    if case.reading.wish("draw") is not None and not _IN_ITS_STEAD.search(case.reading.masked):
        return None  # "forget that, draw a racing car"
    spans = case.cue_spans("undo", "undo_steps", "undo_twice")
    if not _is_said_apart(case, "undo") or not case.graph.drawn or case.uploads:
        return None
    apart = [
        one
        for one in case.meant
        if (one.reference.is_thing or one.reference.kind == "before" or not _touches(one.reference, spans))
        and one.reference.kind not in ("previous", "latest", "both")
        and not one.reference.excludes
    ]
    if any(one.nodes for one in apart):
        return None
    several = [one.reference.number for one in case.meant if one.reference.kind == "both"]
    steps = (
        case.reading.number_in("undo_steps")
        or (2 if case.reading.says("undo_twice") else several[0] if several else 1)
        or 1
    )
    node = case.graph.drawn[-1]
    if not node.parents and _goes_back(case, spans):
        node = case.graph.drawn[max(0, len(case.graph.drawn) - 1 - steps)]
        steps = 0
    for _ in range(steps):
        if not node.parents:
            break
        node = case.graph.nodes[node.parents[0]]
    return Decision(rule="undo", action="edit", nodes=(node,), dropped=(*spans, *case.pointing))


_GOES_BACK = re.compile(
    r"\b(?:go|going|step|jump|skip|move) back\b|\bback (?:one|two|three|\d)\b|[退倒]回|往[前回](?:退|倒)?",
    re.IGNORECASE,
)


def _goes_back(case: Case, spans: Iterable[Stretch]) -> bool:
    """Whether the words are of the way back through the pictures, and not only of what was changed last: a picture that
    was drawn for itself has no step to take back, but there are others before it."""
    return any(_GOES_BACK.search(case.reading.masked[start:end]) for start, end in spans)


def _touches(one: Reference, spans: Iterable[Stretch]) -> bool:
    return any(start < one.end and one.start < end for start, end in spans)


def _merge(case: Case) -> Decision | None:
    if case.uploads:
        return None
    found = merged_pictures(case.resolver, case.meant)
    if not found:
        return None
    by_order = tuple(
        (one.start, one.end)
        for one in case.reading.references
        if one.kind not in ("described", "branch", "both")
    )
    return Decision(
        rule="merge", action="edit", nodes=tuple(node for one in found for node in one.nodes), dropped=by_order,
        margin=min(one.margin for one in found), runner_up=found[-1].runner_up,
    )  # fmt: skip


def _restyled(case: Case) -> Decision | None:
    """A look, a time or a weather that is named alone is given to the latest picture: "oil painting look", 来张晚上的."""
    latest = case.graph.latest
    if latest is None or case.meant or case.uploads or not case.reading.says("restyled"):
        return None
    return Decision(rule="latest", action="edit", nodes=(latest,))


def _new(case: Case) -> Decision | None:
    if case.uploads:
        return None
    spans = case.cue_spans("new")
    pointed = [one for one in case.meant if points_at(one) and one.nodes and one.reference.kind != "latest"]
    if spans and not pointed and not _goes_on_elsewhere(case, spans):
        return Decision(rule="new", action="generate", dropped=spans if not case.is_bare(spans) else ())
    if case.meant:
        return None
    if case.reading.wish("bare_new") and not any(map(case.reading.wish, ("imperative", "pronoun", "adjust"))):
        return Decision(rule="new", action="generate")
    if _draws_anew(case):
        return Decision(rule="new", action="generate", dropped=_closing(case))
    in_its_stead = case.last is not None and case.last.failed and bool(case.last.sources)
    bare = (
        not in_its_stead
        and case.reading.says("bare_new")
        and not case.reading.says("imperative")
        and not case.reading.says("pronoun")
        and not case.reading.says("adjust")
    )
    if (
        bare
        and not goes_on(case)
        and not _names_something_old(case)
        and not _shares(case, terms(_without_cues(case.reading, "bare_new")))
    ):
        return Decision(rule="new", action="generate")
    return None


def _goes_on_elsewhere(case: Case, spans: tuple[Stretch, ...]) -> bool:
    """Whether all that speaks for a new picture only puts one away, and the rest is about another: "leave the badger. give the possum a coat"."""
    if not case.reading.dismissed or any(end > case.reading.dismissed for _, end in spans):
        return False
    if case.reading.cue("draw") or case.reading.wish("draw"):
        return False
    return any(one.nodes for one in case.meant) or case.reading.wish("imperative") is not None


def _closing(case: Case) -> tuple[Stretch, ...]:
    """What is said of what was before, ahead of a new wish: "lovely, the cards are done. Now I need ..."."""
    start = min((match.start() for match in case.reading.cues("draw")), default=0)
    cues = [cue for table in case.reading.tables for cue in table.intent.get("closing", ())]
    said = [case.reading.masked[a:b].strip() for a, b in clauses(case.reading.masked[:start])]
    return ((0, start),) if said and all(any(cue.fullmatch(one) for cue in cues) for one in said) else ()


def _names_something_old(case: Case) -> bool:
    """Whether the message speaks of "the whisk poster" and some picture shows one."""
    if "definite" not in case.reading.tables[0].instruction:
        return False
    ranked = newest_showing(case.graph, targets(case.reading))
    return bool(ranked) and is_telling(ranked[0]) and ranked[0].covered > SURE


def _without_cues(reading: Reading, name: str) -> str:
    """The masked text without a cue's own words: that both are posters does not make them one picture."""
    words = reading.masked
    for match in reading.cues(name):
        words = words[: match.start()] + HIDDEN * (match.end() - match.start()) + words[match.end() :]
    return words


def _draws_anew(case: Case) -> bool:
    """A verb of drawing with something of its own to draw, nothing in it pointing back."""
    draw = case.reading.cue("draw") or case.reading.wish("draw")
    if draw is None and case.last is not None and case.last.failed and not case.last.sources:
        draw = case.reading.cue("draw_after_failure")
    if (
        draw is None
        or _is_one_more(case)
        or _shares_its_place(case)
        or (draw.string == case.reading.masked and _asks_only_how_many(case, draw))
    ):
        return False
    if comes_in(draw.string[draw.start() :], case):
        return False
    rest = draw.string[draw.start() :]
    return not any(
        cue.search(rest) for table in case.reading.tables for cue in table.intent.get("pronoun", ())
    )


def _is_one_more(case: Case) -> bool:
    """Whether so many more are to come into the picture that is there: 再来两艘, and 再画一只小鸡 where it shows chickens."""
    if case.graph.latest is None:
        return False
    if case.reading.says("one_more"):
        return True
    again = case.reading.cue("drawn_again")
    if again is None:
        return False
    rest = case.reading.masked[again.end() :]
    if not is_content(rest) or _shares(case, terms(rest)):
        return True
    return bool(shown_terms(rest) & parts_here(case, case.graph.latest))


def _asks_only_how_many(case: Case, draw: re.Match[str]) -> bool:
    """Whether all that is to be drawn is a number of versions: "make three different versions"."""
    counted = [end for start, end in case.reading.count.spans if start < draw.end() and draw.start() < end]
    return bool(counted) and bool(case.graph.nodes) and not terms(case.reading.masked[max(counted) :])


def _shares_its_place(case: Case) -> bool:
    """Whether a thing to be drawn is put on or beside what some picture shows ("draw a bird on the roof")."""
    return _shares(case, targets(case.reading)) and case.reading.says("place")


def _shares(case: Case, wanted: frozenset[str]) -> bool:
    latest = case.graph.latest
    if latest is None:
        return False
    shown = case.graph.showing(wanted)[latest.at]
    return any(weight_of(term) >= 0.9 and not _is_wide(term) for term in shown)


def _is_wide(term: str) -> bool:
    return term in (CONCEPT + "animal", CONCEPT + "text", CONCEPT + "background", CONCEPT + "photo")


def _pointed(case: Case) -> Decision | None:
    """An edit of the picture that the message points at."""
    found = [one for one in case.meant if one.nodes]
    if not found or case.uploads:
        return None
    best = min(
        found,
        key=lambda one: (
            one.reference.kind == "latest",
            not points_at(one),
            one.reference.value not in ("first", "root"),
            one.reference.start,
        ),
    )
    dropped = case.pointing_like(best)
    if best.reference.kind == "described" and case.is_bare(dropped):
        dropped = _less_its_wish(case, best, dropped)
    return Decision(
        rule=RULE_OF.get(best.reference.kind, "ordinal"), action="edit", nodes=_with_what_is_changed(case, best),
        dropped=dropped, runner_up=best.runner_up, margin=best.margin, score=best.score,
    )  # fmt: skip


_NAMES = re.compile(
    r"[\u4e00-\u9fff]{1,3}?的?那一?(?:[张版幅]|个版本)|(?:(?:on|for|in|with|back to|go back to) )?the [a-z'-]+ (?:one|version|pic(?:ture)?|image)",
    re.IGNORECASE,
)
"""A description that is a name and no more: "the cat one", not "just after the snow"."""


def _with_what_is_changed(case: Case, best: Meant) -> tuple[Node, ...]:
    """ "On the cat one make the hat red": of the pictures of that cat the newest with a hat, where the first has none."""
    node = best.nodes[0]
    plain = best.reference.kind == "described" and not best.reference.value
    said = case.reading.masked[best.reference.start : best.reference.end].strip()
    if not plain or not _NAMES.fullmatch(said):
        return (node,)
    wanted = describe(best.reference.words, case.reading.tables)
    step = read_step(
        case.reading.language, case.reading.masked[best.reference.end :][:STEP_LENGTH], edits=True
    )
    changed = frozenset(
        term for term in (step.changed | step.implied) - wanted.shows if weight_of(term) >= SURE
    )
    if not changed or wanted.lacks or wanted.fresh or not wanted.shows:
        return (node,)
    shown, described = case.graph.showing(changed), case.graph.showing(wanted.shows)
    if shown[node.at]:
        return (node,)
    later = [
        other
        for other in case.graph.drawn
        if case.graph.is_ancestor(node, other)
        and shown[other.at]
        and described[node.at] <= described[other.at]
    ]
    # Nobody describes the newest picture: it would be meant anyway.
    later = [other for other in later if other is not case.graph.latest] or later
    return (later[-1],) if later else (node,)


def _less_its_wish(case: Case, best: Meant, dropped: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """A description that is all that was said, less the end that no picture shows: "the cartoon one / with a puppy"."""
    one = best.reference
    words = case.reading.masked[one.start : one.end]
    for match in re.finditer(r"\s(?=(?:with|in|at|on|as|by|during|under|but|wearing|holding)\s)", words):
        told = frozenset(term for term in terms(words[match.end() :]) if weight_of(term) >= SURE)
        known = frozenset().union(*case.graph.showing(told)) if told else told
        if told and not known and terms(words[: match.start()]):
            end = one.start + match.end()
            return tuple(
                (start, end) if (start, stop) == (one.start, one.end) else (start, stop)
                for start, stop in dropped
            )
    return dropped


def _uploaded(case: Case) -> Decision | None:
    """Pictures sent with the message, and an earlier one when the words speak of it."""
    if not case.uploads:
        return None
    pointed = tuple(
        node for one in case.meant if one.reference.kind not in ("latest", "upload") for node in one.nodes
    )
    beside = pointed[:1] or (() if case.reading.says("new") else _spoken_of(case))
    return Decision(rule="upload", action="edit", nodes=(*beside, *case.uploads), dropped=case.pointing)


def _spoken_of(case: Case) -> tuple[Node, ...]:
    """The earlier picture into which what was sent is to come: one whose things are named, or the latest."""
    has_cues = "into_this" in case.reading.tables[0].intent
    named = frozenset(term for term in targets(case.reading) if not is_medium(term))
    ranked = [one for one in newest_showing(case.graph, named) if not one.node.is_upload]
    if has_cues and not case.reading.says("into_this"):
        whole = ranked and is_telling(ranked[0]) and ranked[0].covered > SURE and len(case.uploads) == 1
        return (ranked[0].node,) if whole and case.reading.says("merge") else ()
    if ranked and is_telling(ranked[0]):
        return (ranked[0].node,)
    latest = case.graph.latest
    alone = len(case.uploads) == 1
    return (latest,) if latest is not None and has_cues and alone else ()


def _nothing_yet(case: Case) -> Decision | None:
    return None if case.graph.nodes else Decision(rule="nothing_yet", action="generate")


def _scene(case: Case) -> Decision | None:
    """A whole scene, told after another picture: "a cat on a sofa"."""
    if case.uploads or case.meant or not tells_a_scene(case):
        return None
    return Decision(rule="new", action="generate")


_RULES: tuple[Rule, ...] = (
    _empty, _words_only, _named, brought_here, continued, _redo, style_of_one_to_the_other, same_style, same_place, its_place, _first_look, the_other, kept_after_all, _undo_first, correction, _undo, _merge, _uploaded, _nothing_yet, _restyled, _new, _pointed,
)  # fmt: skip


def _unmarked_edit(case: Case) -> Decision:
    lacking = without_a_thing(case.resolver) if not case.meant else None
    if lacking is not None:
        node, is_so = lacking
        whole = ((0, len(case.reading.masked)),) if is_so else ()
        return Decision(rule="content", action="edit", nodes=(node,), dropped=whole, score=0.8, margin=0.5)
    somebody = whom(case.reading.masked, case.graph)
    if somebody is not None and not case.meant:
        return Decision(
            rule="object",
            action="edit",
            nodes=(somebody,),
            runner_up=case.graph.latest,
            score=0.7,
            margin=0.4,
        )
    ranked = picture_with_target(case.resolver)
    if ranked and not case.meant and (taken := taken_along(case, ranked[0].node)) is not None:
        return taken
    if ranked:
        return Decision(
            rule="object", action="edit", nodes=(ranked[0].node,), runner_up=case.graph.latest,
            margin=margin_of(ranked), score=ranked[0].score, dropped=_seen_again(case) or _only_pointing(case) or _fillers(case),
        )  # fmt: skip
    elsewhere = _described_but_unknown(case)
    if elsewhere is not None:
        return Decision(
            rule="guess",
            action="edit",
            nodes=(elsewhere,),
            runner_up=case.graph.latest,
            margin=0.0,
            score=0.1,
        )
    latest = case.graph.latest
    assert latest is not None, "a conversation without pictures is decided by _nothing_yet"
    return Decision(
        rule="upload" if latest.is_upload else "latest", action="edit", nodes=(latest,),
        dropped=_seen_again(case) or case.pointing or _fillers(case),
    )  # fmt: skip


def _seen_again(case: Case) -> tuple[Stretch, ...]:
    """The whole message, where it only asks to see what was drawn."""
    text = case.reading.masked
    return ((0, len(text)),) if _SEEN_AGAIN.fullmatch(text.strip()) else ()


def _fillers(case: Case) -> tuple[Stretch, ...]:
    """Opening clauses that ask for nothing: "fine then, just a trumpet"."""
    parts = clauses(case.reading.masked)
    own = case.reading.tables[0]
    cues = (*own.intent.get("closing", ()), *own.instruction.get("no_instruction", ()))
    end = 0
    for start, stop in parts[:-1]:
        words = case.reading.masked[start:stop].strip()
        if not any(cue.fullmatch(words) for cue in cues):
            break
        end = stop
    sigh = own.first("instruction", "sigh").match(case.reading.masked)
    end = max(end, sigh.end() if sigh else 0)
    return ((0, end),) if end else ()


def _only_pointing(case: Case) -> tuple[Stretch, ...]:
    """The first clause where it only says which picture: "that shiny fellow, ...", before one that says what to do."""
    own, parts = case.reading.tables[0], clauses(case.reading.masked)
    if len(parts) < 2:
        return ()
    start, end = parts[0]
    words = case.reading.masked[start:end]
    asks = any(
        cue.search(words)
        for name in ("imperative", "statement", "adjust")
        for cue in own.intent.get(name, ())
    )
    points = own.first("instruction", "demonstrative").search(words)
    return ((start, end),) if points and not asks else ()


def _described_but_unknown(case: Case) -> Node | None:
    """A thing is described in words that no picture is known by: hardly the latest, which needs no describing.

    Of the other trees, the newest picture.
    """
    asked = [
        one
        for one in case.reading.references
        if one.kind == "described" and one.is_thing and one.start == 0 and not case.resolver.points(one)
    ]
    latest = case.graph.latest
    if not asked or latest is None or case.reading.says("new"):
        return None
    own = case.graph.root(latest)
    others = [node for node in case.graph.drawn if case.graph.root(node) is not own]
    return others[-1] if others else None

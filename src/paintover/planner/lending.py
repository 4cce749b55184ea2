"""What one picture lends to another, or to a new one: its style, or its background."""

from __future__ import annotations

import re
from collections.abc import Iterable

from paintover.planner.case import Case
from paintover.planner.decision import Decision
from paintover.planner.graph import Node
from paintover.planner.intent import is_content
from paintover.planner.language import dialect
from paintover.planner.lexicon import CONCEPT
from paintover.planner.prompting import Stretch, without
from paintover.planner.ranking import SURE, is_telling, newest_showing
from paintover.planner.resolving import Meant
from paintover.planner.spans import Reference
from paintover.planner.steps import LENT
from paintover.planner.targets import targets
from paintover.planner.terms import is_medium, terms

_BACKGROUND = re.compile(
    r"\b(?:the )?(?:same )?(?:background|backdrop|setting)\b|(?:同样的)?(?:背景|场景)", re.IGNORECASE
)
_STYLE = re.compile(
    r"\b(?:in |with )?(?:the )?(?:same )?(?:style|look) (?:of|as|from)\b|的?(?:风格|画风|風格|畫風)",
    re.IGNORECASE,
)
_REDRAWING = re.compile(
    r"\b(?:re-?draw|re-?do|draw|make|paint|render|turn|change|put|use|have|should|be|same|as|like|on|onto|into|to|in|with|it|please)\b"
    r"|把|将|和|跟|与|一样|相同|一致|用|以|按|照|重新|重?画(?:成|一遍|一下)?|改成|换成|变成|改为|改|换|的|成|请",
    re.IGNORECASE,
)
_ONLY_OTHERWISE = re.compile(r"\b(?:but|only|except|just)\b|[，, ](?:但|不过|只是)", re.IGNORECASE)
"""Ends what tells the style: "the same look, but a vending machine"."""


def points_at(one: Meant) -> bool:
    """Whether a reference says which picture without a look at what it shows."""
    return one.reference.kind not in ("described", "branch")


def same_style(case: Case) -> Decision | None:
    """A new picture in an old one's style, or the newest in that of an earlier one where nothing new is named."""
    cue = max(case.reading.cues("same_style"), key=lambda match: match.end() - match.start(), default=None)
    if cue is None or not case.graph.nodes or case.uploads:
        return None
    near = [
        one
        for one in sorted(case.meant, key=lambda one: -_overlap(one.reference, cue))
        if one.nodes and one.reference.start < cue.end() + 3 and cue.start() - 3 < one.reference.end
    ]
    return style_of(case, near[0] if near else _style_described(case, cue))


def _overlap(one: Reference, cue: re.Match[str]) -> int:
    return min(one.end, cue.end()) - max(one.start, cue.start())


def _style_described(case: Case, cue: re.Match[str]) -> Meant | None:
    words = _ONLY_OTHERWISE.split(cue[0])[0]
    for table in case.reading.tables:
        words = table.first("intent", "style_words").sub(" ", words)
    found = Reference(start=cue.start(), end=cue.end(), kind="described", words=words)
    return case.resolver.resolve(found) if words.strip() else None


def style_of(case: Case, meant: Meant | None) -> Decision:
    """As `same_style`, in the style of what is meant; None for the newest, or the one whose things are named."""
    near = ((meant.reference.start, meant.reference.end),) if meant else ()
    spans = (*case.cue_spans("same_style"), *near)
    latest = case.graph.latest
    if meant is None:
        named = newest_showing(case.graph, targets(case.reading))
        latest = named[0].node if named and is_telling(named[0]) and named[0].covered > SURE else latest
    nodes = (
        meant.nodes if meant and meant.nodes else (latest,) if latest and not (meant and meant.name) else ()
    )
    if meant and meant.nodes and (again := _whose_style_changes(case, meant.nodes[0], spans)) is not None:
        return _lent(case, "same_style", again, meant.nodes[0])
    lends = meant is not None and meant.nodes and latest not in meant.nodes
    if meant and lends and latest and case.is_bare(spans) and not _names_more(case, meant):
        return _lent(case, "same_style", latest, meant.nodes[0])
    dropped = next((stretches for stretches in (spans, near) if not case.is_bare(stretches)), ())
    return Decision(
        rule="same_style", action="generate", nodes=nodes, names=(meant.name,) if meant and meant.name else (),
        dropped=dropped, runner_up=meant.runner_up if meant else None, margin=meant.margin if meant else 1.0,
    )  # fmt: skip


def _names_more(case: Case, meant: Meant) -> bool:
    """Whether anything else is named that could be drawn in that style: "the truck's look, but for an ice cream parlour"."""
    words = case.reading.masked
    told = frozenset(term for term in terms(words) if term.startswith(CONCEPT) and not is_medium(term))
    return bool(
        _ONLY_OTHERWISE.search(words)
        or (not points_at(meant) and told - case.graph.showing(told)[meant.nodes[0].at])
    )


def style_of_one_to_the_other(case: Case) -> Decision | None:
    """ "Redo the second picture in the style of the first", 把第二张改成第一张的风格."""
    pointed = [one for one in case.meant if points_at(one) and len(one.nodes) == 1]
    match = _STYLE.search(case.reading.masked)
    if match is None or len(pointed) != 2 or pointed[0].nodes == pointed[1].nodes:
        return None
    before = case.reading.language in ("zh", "ja", "ko")  # 第一张的风格, but "the style of the first"
    gaps = [
        match.start() - one.reference.end if before else one.reference.start - match.end() for one in pointed
    ]
    near = [at for at, gap in enumerate(gaps) if 0 <= gap <= 5]
    near = sorted(near, key=gaps.__getitem__)[:1]
    if len(near) != 1 or not _only_redraws(case, (*case.pointing, match.span())):
        return None
    return _lent(case, "same_style", pointed[1 - near[0]].nodes[0], pointed[near[0]].nodes[0])


def _only_redraws(case: Case, dropped: Iterable[Stretch]) -> bool:
    """Whether nothing is asked for beside these stretches but that it be drawn so."""
    return not is_content(_REDRAWING.sub(" ", without(case.reading, (*dropped, (0, 0)))))


def same_place(case: Case) -> Decision | None:
    """ "Use the background of the first picture", 第一张的背景换成第二张的: the newest's, where no other is named before it."""
    match = _BACKGROUND.search(case.reading.masked)
    pointed = [one for one in case.meant if points_at(one) and len(one.nodes) == 1]
    borrower = pointed[0].nodes[0] if len(pointed) == 2 else case.graph.latest
    if match is None or borrower is None or not 1 <= len(pointed) <= 2 or case.uploads:
        return None
    lender = pointed[-1].nodes[0]
    if lender == borrower or not _only_redraws(case, (*case.pointing, match.span())):
        return None
    return _lent(case, "same_place", borrower, lender)


THERE = "\ufffc"
"""Stands for the words that point at the lender."""
_PLACES = r"(?:living ?|bed|bath|class|play)?room|kitchen|garden|park|city|town|village|street|beach|forest|woods|sea|lake|river|mountains?|meadow|field|landscape|sky|place|scenery|desert|jungle|farm|castle|house|stage|world"
_PLACES_ZH = "客厅|房间|卧室|厨房|教室|花园|公园|城市|城里|街道|街|小镇|村子|村庄|海滩|沙滩|森林|树林|大海|海边|湖边|湖|河边|山|草地|田野|风景|天空|地方|环境|沙漠|丛林|农场|城堡"
_ITS_PLACE = (
    re.compile(rf"(?:(?:now|and|please|can you|ok),? )*(?:use|take|have|with|put (?:it|them|him|her|this|that|everything) (?:in|into|on|at|before)|in|on|at) the (?:[a-z]+ )?(?:{_PLACES}) (?:of|from|in|out of) {THERE}(?: (?:as|for) (?:the |a |its )?background)?(?: instead| please| too)*[.!]*", re.IGNORECASE),
    re.compile(rf"(?:(?:now|and|please|can you|ok),? )*(?:use|take|have|with) the [a-z]+(?: [a-z]+)? (?:of|from|in|out of) {THERE} (?:as|for) (?:the |a |its )?background(?: instead| please| too)*[.!]*", re.IGNORECASE),
    re.compile(rf"(?:请|把|再|那|就)*(?:背景|场景)(?:要|就|改)?(?:用|换成|改成|是|放|变成){THERE}(?:里面?|中|上)?的?[^，。的]{{1,6}}(?:吧)?[。！]*"),
    re.compile(rf"(?:请|把|再|那|就)*(?:用|拿|以)?{THERE}(?:里面?|中|上)?的?[^，。的]{{1,6}}(?:做|当|作|作为|当作|当成|为)背景(?:吧)?[。！]*"),
    re.compile(rf"(?:请|再|那|就)*(?:用|换成|换到|放到|搬到|挪到){THERE}(?:里面?|中|上)?的?(?:{_PLACES_ZH})(?:里面?|中|上)?(?:吧|去)?[。！]*"),
)  # fmt: skip
"""Of a picture its place is wanted, called by its name: "use the living room of the first picture"."""


def its_place(case: Case) -> Decision | None:
    """The newest picture in the place of another that is named: "the city from the first picture as background"."""
    latest = case.graph.latest
    pointed = [
        one for one in case.meant if points_at(one) and len(one.nodes) == 1 and one.nodes[0] is not latest
    ]
    if latest is None or case.uploads or len(pointed) != 1:
        return None
    one = pointed[0].reference
    words = f"{case.reading.masked[: one.start]}{THERE}{case.reading.masked[one.end :]}".strip()
    if not any(pattern.fullmatch(words) for pattern in _ITS_PLACE):
        return None
    return _lent(case, "same_place", latest, pointed[0].nodes[0])


_THE_SAME = re.compile(
    r"\b(?:the|that) same\b|\bthis\b|\bsame\b|\bagain\b|还是|同一|这[只个头匹条位名棵辆张]|那[只个头匹条位名棵辆]|再画",
    re.IGNORECASE,
)


def _whose_style_changes(case: Case, lender: Node, spans: Iterable[Stretch]) -> Node | None:
    """The picture that is drawn again in another's style: "the same fox in the style of the second picture"."""
    of = _STYLE.search(case.reading.masked)
    rest = (
        without(case.reading, spans)
        if of is None or of.start() == 0 or not of[0].isascii()
        else case.reading.masked[: of.start()]
    )
    told = frozenset(term for term in terms(rest) if term.startswith(CONCEPT) and not is_medium(term))
    if not told or _THE_SAME.search(rest) is None:
        return None
    shown = case.graph.showing(told)
    found = [node for node in case.graph.drawn if node is not lender and told <= shown[node.at]]
    return found[-1] if found else None


def _lent(case: Case, rule: str, borrower: Node, lender: Node) -> Decision:
    """The newest picture with what another lends, said by the numbers that the two have in the call."""
    prompt = LENT[rule][dialect(case.reading.language)]
    return Decision(rule=rule, action="edit", nodes=(borrower, lender), prompt=prompt)

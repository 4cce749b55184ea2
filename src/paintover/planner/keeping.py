"""What the last step took away and somebody wants to keep: "actually keep grandpa, remove the dog", 还是要帽子吧."""

from __future__ import annotations

import re
from collections.abc import Mapping

from paintover.planner.case import Case
from paintover.planner.decision import Decision
from paintover.planner.terms import terms, weight_of

TELLING = 0.6
"""The weight from which a term says what is to be kept."""
_KEEPS: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        r"(?:(?:no|nah|oh|ok|okay|actually|wait|sorry|but|please|hmm|on second thoughts?)[,.!]? +)*(?:(?:let'?s|i(?: do| still)?|can (?:we|you)|you (?:can|should)) )?"
        r"(?:(?:keep|leave|want|bring back|put back)(?: (?:the|his|her|its|their|my))? (?P<kept>[\w'-]+(?: [\w'-]+)?)|(?:put|bring|have|want|give (?:him|her|it|them)|leave)(?: (?:the|his|her|its|their|my))? (?P<back>[\w'-]+(?: [\w'-]+)?) back)"
        r"(?: (?:in|there|on|again|after all|instead|please|alone))*(?=\s*(?:[,.;!]|\b(?:and|but)\b|$))",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        r"(?:不对|不是|不|还是|算了|等等|哦|嗯|[，, ])*(?:(?:把|让)?(?P<kept>[^，。；、还要不别]{1,6}?)(?:还是|就|要|得)?(?:留着|留下|保留|加回来|放回来|要回来|弄回来|别去掉|不要去掉|不去掉)"
        r"|(?:还是)?(?:留着|留下|保留)(?P<left>[^，。；、]{1,6}?)|还是要(?P<back>[^，。；、]{1,6}?))(?:吧|了|的|啊)*(?=[，。；、！!]|$)"
    ),
}


def kept_after_all(case: Case) -> Decision | None:
    """The picture from before the last step, where all that is named to be kept is what that step took away. What an earlier
    step took away comes back into the newest picture, which has all that was done since."""
    latest, cue = case.graph.latest, _KEEPS.get(case.reading.language)
    if latest is None or not latest.parents or cue is None or case.uploads or case.meant:
        return None
    found = cue.match(case.reading.masked)
    if found is None:
        return None
    named = next(words for words in found.groupdict().values() if words)
    kept = frozenset(term for term in terms(named) if weight_of(term) >= TELLING)
    if not kept:
        return None
    if not kept <= latest.removed:
        before = (node for node in case.graph.drawn if case.graph.is_ancestor(node, latest))
        gone = any(kept <= node.removed for node in before) and not case.graph.showing(kept)[latest.at]
        return Decision(rule="latest", action="edit", nodes=(latest,)) if gone else None
    of_it = any(
        pronoun.search(case.reading.masked[found.end() :])
        for table in case.reading.tables
        for pronoun in table.intent.get("pronoun", ())
    )
    node = case.graph.nodes[latest.parents[0]]
    return Decision(rule="undo", action="edit", nodes=(node,), dropped=() if of_it else (found.span(),))

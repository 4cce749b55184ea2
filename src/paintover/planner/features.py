"""What spoke for a picture, in words: where it stands, what it was made from, and which of the user's words it fits."""

from __future__ import annotations

import re
from collections.abc import Collection

from paintover.domain.call import Language
from paintover.planner.graph import Graph, Node
from paintover.planner.intent import Reading
from paintover.planner.masking import HIDDEN
from paintover.planner.ranking import Description, describe
from paintover.planner.terms import terms

LOOKED_AT = 400
"""Characters of the user's words that are compared with a picture."""
MOST_WORDS = 6
"""Words that one feature lists."""
MOST_PARENTS = 4
_PIECE = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+"
)
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_DESCRIBING = ("described", "branch", "before")


class Features:
    """Tells the features of several pictures under one message."""

    def __init__(self, graph: Graph, reading: Reading, language: Language) -> None:
        self._graph = graph
        self._chinese = language == "zh"
        self._words = _describing_words(reading)
        self._wanted: Description = describe(self._words, reading.tables)
        self._shown = graph.showing(self._wanted.shows | self._wanted.lacks)

    def of(self, node: Node) -> tuple[str, ...]:
        """The features of one picture; none for a picture that came with the message itself."""
        if node.at < 0:
            return ()
        told = [self._place(node), self._origin(node)]
        here = self._shown[node.at]
        own = self._wanted.shows & (node.added | node.mentioned)
        told.append(self._named("它那一步说到", "its own step speaks of", own))
        told.append(self._named("图里还有", "it still shows", (here & self._wanted.shows) - own))
        told.append(self._named("图里没有", "it does not show", self._wanted.lacks - here))
        return tuple(one for one in told if one)

    def _place(self, node: Node) -> str:
        if node is self._graph.latest:
            return "最新的一张" if self._chinese else "the latest"
        if node.ordinal == 1 and not node.is_upload:
            return "最早的一张" if self._chinese else "the first"
        return ""

    def _origin(self, node: Node) -> str:
        if node.is_upload:
            return ""
        if not node.parents:
            return "另画的" if self._chinese else "drawn anew"
        parents = [self._graph.nodes[at] for at in node.parents[:MOST_PARENTS]]
        if self._chinese:
            return "改自" + "和".join(
                f"{'你发的' if one.is_upload else ''}第 {one.ordinal} 张" for one in parents
            )
        return "made from " + " and ".join(
            f"{'your picture' if one.is_upload else 'picture'} {one.ordinal}" for one in parents
        )

    def _named(self, chinese: str, english: str, matched: Collection[str]) -> str:
        words = words_naming(self._words, matched)[:MOST_WORDS]
        if not words:
            return ""
        if self._chinese:
            return chinese + "".join(f"“{word}”" for word in words)
        return f"{english} " + ", ".join(f'"{word}"' for word in words)


def _describing_words(reading: Reading) -> str:
    """The words that describe a picture; where none do, the whole message without what it quotes."""
    described = [one.words for one in reading.references if one.kind in _DESCRIBING]
    words = " / ".join(described) or reading.masked.replace(HIDDEN, " ")
    return words[:LOOKED_AT]


def words_naming(text: str, matched: Collection[str]) -> list[str]:
    """The words of `text`, each once and in order, that stand for any of the `matched` terms.

    Characters of a script without spaces are joined while they go on matching.
    """
    if not matched:
        return []
    found: list[str] = []
    end = -1
    pieces = list(_PIECE.finditer(text))
    for place, piece in enumerate(pieces):
        following = pieces[place + 1] if place + 1 < len(pieces) else None
        single = not terms(piece[0]).isdisjoint(matched)
        is_pair = (
            following is not None
            and following.start() == piece.end()
            and _CJK.match(piece[0]) is not None
            and not (terms(piece[0] + following[0]) - terms(piece[0]) - terms(following[0])).isdisjoint(
                matched
            )
        )
        if not single and not is_pair:
            continue
        start, stop = piece.start(), following.end() if is_pair and following is not None else piece.end()
        if found and start <= end and _CJK.match(piece[0]):
            found[-1] += text[max(start, end) : stop]
        else:
            found.append(text[start:stop])
        end = max(end, stop)
    return list(dict.fromkeys(found))

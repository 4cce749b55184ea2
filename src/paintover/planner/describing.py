"""What a picture shows after several steps, in words that need no history: for engines that draw from text alone.

Earlier steps are kept in the user's words, without what a later one took away, and with what it put in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from paintover.planner.language import language_of
from paintover.planner.masking import mask
from paintover.planner.spans import CLAUSE_BREAK
from paintover.planner.spelling import spelled
from paintover.planner.tables import Table, table
from paintover.planner.terms import terms

LONGEST = 4_000
"""Characters of a description; of a longer history the first step and the latest ones are told."""
_ORDERED = re.compile(
    r"^(?:请|帮我|给我|再|另外)*(?:画|来|做|生成|设计|绘制)(?:个|一个|一张|一幅|张|幅)?(?=[^，。]{1,})"
    r"|^(?:please |can you |now )*(?:draw|paint|sketch|generate|create|make|design|show)(?: me)? (?=an? |the |some |two |three |four |five )",
    re.IGNORECASE,
)
"""The order to draw before the first thing to be drawn: a description starts with the thing."""


_ARTICLE = re.compile(r"(?:an?|the)\s", re.IGNORECASE)


def described(steps: Sequence[str]) -> str:
    """The words of `steps`, the first of which drew the picture that the others changed, as one description."""
    parts: list[str] = []
    for place, step in enumerate(steps):
        words = step.strip()
        if not words:
            continue
        cues = table(language_of(words))
        parts = _clauses(_ORDERED.sub("", words) or words) if place == 0 else _after(parts, words, cues)
    return _joined(parts)[:LONGEST]


def together(descriptions: Iterable[str], change: str) -> str:
    """Several pictures that become one: each by its description, then what is asked of them."""
    told = [one for one in (*descriptions, change.strip()) if one]
    return ("。" if _is_cjk("".join(told)) else ". ").join(told)[:LONGEST]


def _clauses(words: str) -> list[str]:
    masked = mask(words)[0]
    edges = [0, *(edge for match in CLAUSE_BREAK.finditer(masked) for edge in match.span()), len(words)]
    return [
        part for start, end in zip(edges[::2], edges[1::2], strict=True) if (part := words[start:end].strip())
    ]


def _after(parts: list[str], words: str, cues: Table) -> list[str]:
    """The clauses after one more step."""
    told = spelled(mask(words)[0], (cues,))
    for cue in cues.instruction.get("replace", ()):
        if (match := cue.search(told)) is not None:
            old, new = (
                words[match.start("x") : match.end("x")].strip(),
                words[match.start("y") : match.end("y")].strip(),
            )
            if cues.first("instruction", "attribute_only").search(new):
                break  # "make the hat red": the words say it best themselves
            changed = [_with(part, old, new) for part in parts]
            if old and changed != parts:
                return changed
            break
    gone = [
        terms(told[match.start("x") : match.end("x")])
        for cue in cues.instruction.get("remove", ())
        for match in cue.finditer(told)
    ]
    if gone:
        return (
            list(parts[:1])
            + [part for part in parts[1:] if not any(_is_about(part, one) for one in gone)]
            + ([] if any(_is_about(part, one) for part in parts[1:] for one in gone) else [words])
        )
    return [*parts, *_clauses(words)]


def _with(part: str, old: str, new: str) -> str:
    """The clause with `new` for `old`, and one article at most."""
    article = r"(?:\b(?:an?|the)\s+)?" if _ARTICLE.match(new) else ""
    return re.sub(article + re.escape(old), lambda _: new, part)


def _is_about(part: str, gone: frozenset[str]) -> bool:
    return bool(gone) and gone <= terms(part)


def _joined(parts: Sequence[str]) -> str:
    return ("，" if _is_cjk("".join(parts)) else ", ").join(dict.fromkeys(parts))


def _is_cjk(text: str) -> bool:
    return any("\u3040" <= letter <= "\u9fff" for letter in text)

"""What the clauses of a wish have said so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from paintover.engines.illustrator.grammar.mention import MAX_COUNT, Chunk, Mention
from paintover.engines.illustrator.grammar.tokens import Token, WordLanguage
from paintover.engines.illustrator.grammar.utterance import Link, Operation, Utterance

MAX_LEFT_OUT = 4
"""Words told of that the picture will not show, at most."""


@dataclass
class Reading:
    """Collects what the clauses say; what a clause is about is still known in the next."""

    language: WordLanguage
    mentions: list[Mention] = field(default_factory=list)
    links: dict[int, Link] = field(default_factory=dict)
    operations: list[Operation] = field(default_factory=list)
    settings: dict[str, str] = field(default_factory=dict)
    peaks: bool = False
    wooded: bool = False
    caption: str | None = None
    frame: str | None = None
    redo: bool = False
    keep: bool = False
    wish: bool = False
    subject: int | None = None
    group: list[int] = field(default_factory=list)
    """The subject, and those whom "and" joined to it."""
    left_out: list[str] = field(default_factory=list)
    passed_over: list[int] = field(default_factory=list)
    """Unknown words that were not taken for nouns."""

    def utterance(self) -> Utterance:
        """Everything read so far."""
        words = [*self.left_out]
        if self.passed_over and not (self.operations or self.settings or self.wish or self.caption):
            first = self.passed_over[0]
            self.operations.append(Operation(action="add", target=first, loose=True))
            words = [word for word in words if word != self.mentions[first].label]
        for operation in self.operations:
            for index in (operation.target, operation.other):
                if index is not None and index >= 0 and operation.action in ("add", "replace"):
                    words.extend(self.mentions[index].left_out)
        return Utterance(
            language=self.language,
            mentions=tuple(self.mentions),
            links=tuple(self.links.values()),
            operations=tuple(self.operations),
            place=self.settings.get("place"),
            peaks=self.peaks,
            wooded=self.wooded,
            time=self.settings.get("time"),
            weather=self.settings.get("weather"),
            season=self.settings.get("season"),
            festival=self.settings.get("festival"),
            style=self.settings.get("style"),
            caption=self.caption,
            frame=self.frame,
            redo=self.redo,
            keep=self.keep,
            wish=self.wish,
            left_out=tuple(dict.fromkeys(words))[:MAX_LEFT_OUT],
        )


MIXED = "mixed"
"""Instead of a pattern's name: whatever shows several colours on such a thing."""
PLAIN = "plain"
"""Instead of a pattern's name: none."""


def pattern_value(token: Token) -> str:
    """What a pattern's token says, as an operation has it: the pattern, the thing's own colour (or ``-``), the others."""
    return " ".join(
        (token.readings["patterns"], token.get("colours") or "-", token.get("second") or "")
    ).strip()


def counted(item: Chunk) -> int:
    """The number of a chunk, as many as a picture may hold and at least one."""
    return max(1, min(int(item.value), MAX_COUNT))

"""A conversation as its messages tell it. Everything in it is untrusted: an id in it is only a claim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class EchoedCall:
    """The call that an earlier answer carries in its fence, or that a user wrote as JSON. Unchecked strings."""

    prompt: str
    ratio: str | None = None
    sources: tuple[str, ...] = ()
    n: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPicture:
    """A picture in an earlier answer. At least one of the two is present."""

    gen_id: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An earlier answer of a server like ours, read back from its text."""

    call: EchoedCall | None = None
    task_id: str | None = None
    pictures: tuple[ShownPicture, ...] = ()
    failed: bool = False
    reason: str | None = None
    """The failure's reason as the answer gave it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A picture that the user sent: a data URL, an https URL or bare base64. `ref` is ``upload:K``, K from 1."""

    ref: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UserTurn:
    """What the user said, and the pictures sent with it."""

    text: str
    uploads: tuple[Upload, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AssistantTurn:
    """What a server like ours answered."""

    text: str
    answer: Answer | None = None
    """None when the turn is plain words."""


Turn = UserTurn | AssistantTurn


@dataclass(frozen=True, slots=True, kw_only=True)
class PastPicture:
    """One successful earlier picture, in time order."""

    ordinal: int
    """From 1, over all pictures of the conversation, each of a batch by itself."""
    gen_id: str | None
    url: str | None
    turn: int
    """Index of the assistant turn in `Conversation.turns`."""
    batch_index: int
    """Place within its answer, from 0."""
    call: EchoedCall | None
    said: str
    """The user message that asked for it ("" when the history was cut before it)."""

    @property
    def name(self) -> str:
        """By which a call's `sources` names it: the gen_id, else the link."""
        return self.gen_id or self.url or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """All turns but system messages, in order; user turns may stand in a row."""

    turns: tuple[Turn, ...]
    system: str = ""
    """System and developer messages, joined; never instructions to the server itself."""

    @property
    def request(self) -> UserTurn:
        """The last user turn, which is what is being asked; an empty turn when there is none."""
        for turn in reversed(self.turns):
            if isinstance(turn, UserTurn):
                return turn
        return UserTurn(text="")

    def uploads(self) -> Iterator[Upload]:
        """Every picture that the user sent, in order."""
        for turn in self.turns:
            if isinstance(turn, UserTurn):
                yield from turn.uploads

    def pictures(self) -> tuple[PastPicture, ...]:
        """Every successful earlier picture, in time order."""
        found: list[PastPicture] = []
        said = ""
        for index, turn in enumerate(self.turns):
            if isinstance(turn, UserTurn):
                said = turn.text
            elif turn.answer is not None:
                found += [
                    PastPicture(
                        ordinal=len(found) + 1 + place,
                        gen_id=picture.gen_id,
                        url=picture.url,
                        turn=index,
                        batch_index=place,
                        call=turn.answer.call,
                        said=said,
                    )
                    for place, picture in enumerate(turn.answer.pictures)
                ]
        return tuple(found)

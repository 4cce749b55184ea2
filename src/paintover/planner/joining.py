"""User messages in a row that nobody answered: when the last one goes on from those before it, they are one request.

"A cat" - "make it black, please" is one wish sent in two pieces. "A cat" (whose answer was lost) - "draw a dog" is not:
the newer wish stands alone.
"""

from __future__ import annotations

from typing import Final

from paintover.domain.conversation import AssistantTurn, Conversation, UserTurn
from paintover.planner.tables import Table

MOST_JOINED: Final = 16
"""Messages that one request is made of at the most."""


def whole_request(conversation: Conversation, tables: tuple[Table, ...]) -> str:
    """The words of the request, with those of unanswered messages before it that it goes on from, one per line.

    A message goes on when it begins with a word that ties it to the one before ("and", "还有", "make it"), or is a mere
    attribute ("黑色的").
    """
    request = conversation.request
    waiting = _unanswered(conversation, request)
    joined = [request.text]
    for earlier in reversed(waiting[-MOST_JOINED:]):
        if earlier.text.strip() == joined[0].strip():
            continue
        if not _goes_on(joined[0], tables):
            break
        joined.insert(0, earlier.text)
    return "\n".join(joined)


def _unanswered(conversation: Conversation, request: UserTurn) -> list[UserTurn]:
    waiting: list[UserTurn] = []
    for turn in conversation.turns:
        if turn is request:
            break
        if isinstance(turn, AssistantTurn):
            waiting.clear()
        elif turn.text.strip():
            waiting.append(turn)
    return waiting


def _goes_on(text: str, tables: tuple[Table, ...]) -> bool:
    return any(cue.match(text.strip()) for table in tables for cue in table.intent.get("goes_on", ()))

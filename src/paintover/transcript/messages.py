"""Turns the messages of a chat request, as decoded JSON, into a `Conversation`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from paintover.domain.conversation import (
    Answer,
    AssistantTurn,
    Conversation,
    ShownPicture,
    Turn,
    Upload,
    UserTurn,
)
from paintover.transcript.grammar import LEADING_IMAGE
from paintover.transcript.quoting import well_formed
from paintover.transcript.reader import read_answer

_SYSTEM_ROLES = ("system", "developer")


def read_conversation(messages: Sequence[Mapping[str, object]]) -> Conversation:
    """The conversation that OpenAI chat messages tell, their content a string, parts or null, extra keys ignored.

    Uploads are numbered ``upload:1``... over all messages: picture parts, ``images``, and a link at the start of a
    text unless an earlier answer shows it. What is no message of a known role is skipped. Never raises on what
    ``json.loads`` returns; that the messages are acceptable is the caller's to check.
    """
    turns: list[Turn] = []
    system: list[str] = []
    shown: set[str] = set()
    uploaded = 0
    for message in messages:
        role = message.get("role") if isinstance(message, Mapping) else None
        if role == "user":
            turn = _user_turn(message, uploaded, shown)
            uploaded += len(turn.uploads)
            turns.append(turn)
        elif role == "assistant":
            spoken = _assistant_turn(message)
            shown |= _links(spoken.answer)
            turns.append(spoken)
        elif role in _SYSTEM_ROLES and (words := _text(message.get("content"))):
            system.append(words)
    return Conversation(turns=tuple(turns), system="\n".join(system))


def _user_turn(message: Mapping[str, object], uploaded: int, shown: set[str]) -> UserTurn:
    text = _text(message.get("content"))
    links = list(_pictures(message))
    while (leading := LEADING_IMAGE.match(text)) and leading[1] not in shown:
        links.append(leading[1])
        text = text[leading.end() :].lstrip()
    uploads = (Upload(ref=f"upload:{uploaded + place}", url=link) for place, link in enumerate(links, 1))
    return UserTurn(text=text, uploads=tuple(uploads))


def _assistant_turn(message: Mapping[str, object]) -> AssistantTurn:
    text = _text(message.get("content"))
    return AssistantTurn(text=text, answer=_with_pictures(read_answer(text), list(_pictures(message))))


def _with_pictures(answer: Answer | None, links: list[str]) -> Answer | None:
    """`answer` with the message's own picture fields, which matter where the text shows no picture."""
    if not links or (answer and any(picture.url for picture in answer.pictures)):
        return answer
    named = answer.pictures if answer else ()
    if named and len(named) != len(links):
        return answer
    gen_ids = [picture.gen_id for picture in named] or [None] * len(links)
    pictures = tuple(
        ShownPicture(gen_id=gen_id, url=link) for gen_id, link in zip(gen_ids, links, strict=True)
    )
    return replace(answer or Answer(), pictures=pictures)


def _links(answer: Answer | None) -> set[str]:
    links = {picture.url for picture in answer.pictures if picture.url} if answer else set()
    return links | {link.replace("/cdn/", "/cdn/download/", 1) for link in links}


def _parts(content: object) -> list[object]:
    return content if isinstance(content, list) else [content]


def _text(content: object) -> str:
    """All words of a content: ``text``, ``input_text`` and ``output_text`` parts and bare strings, one per line."""
    words: list[str] = []
    for part in _parts(content):
        text = part.get("text") if isinstance(part, Mapping) else part
        if isinstance(text, str):
            words.append(text)
    return well_formed("\n".join(words))


def _pictures(message: Mapping[str, object]) -> Iterator[str]:
    """Every picture of a message: its parts (``image_url``, ``input_image``, ``image``), then its ``images``."""
    content = message.get("content")
    for part in _parts(content):
        if isinstance(part, Mapping):
            yield from _link(part)
    for image in _parts(message.get("images")):
        yield from _link(image if isinstance(image, Mapping) else {"image_url": image})


def _link(part: Mapping[str, object]) -> Iterator[str]:
    for name in ("image_url", "image"):
        value = part.get(name)
        link = value.get("url") if isinstance(value, Mapping) else value
        if isinstance(link, str) and link.strip():
            yield well_formed(link.strip())
            return

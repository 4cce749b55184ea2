"""Turns the messages of a chat request, as decoded JSON, into a `Conversation`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
from paintover.transcript.reader import read_answers

_SYSTEM_ROLES = ("system", "developer")
_MAX_LEADING = 64
"""Links taken from the start of one text; more than any request may carry."""


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
            for spoken in _assistant_turns(message):
                shown |= _links(spoken.answer)
                turns.append(spoken)
        elif role in _SYSTEM_ROLES and (words := _text(message.get("content"))):
            system.append(words)
    return Conversation(turns=tuple(turns), system="\n".join(system))


def _user_turn(message: Mapping[str, object], uploaded: int, shown: set[str]) -> UserTurn:
    text = _text(message.get("content"))
    links = _pictures(message)
    words_at = 0
    for _ in range(_MAX_LEADING):
        leading = LEADING_IMAGE.match(text, words_at)
        if leading is None or leading[1] in shown:
            break
        links.append(leading[1])
        words_at = leading.end()
    uploads = (Upload(ref=f"upload:{uploaded + place}", url=link) for place, link in enumerate(links, 1))
    return UserTurn(text=text[words_at:].lstrip() if words_at else text, uploads=tuple(uploads))


def _assistant_turns(message: Mapping[str, object]) -> list[AssistantTurn]:
    """One turn for each call that the message answers; the text stands with the first."""
    text = _text(message.get("content"))
    answers = read_answers(text)
    if len(answers) > 1:
        return [AssistantTurn(text="" if place else text, answer=one) for place, one in enumerate(answers)]
    return [
        AssistantTurn(text=text, answer=_with_pictures(answers[0] if answers else None, _pictures(message)))
    ]


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
    if answer is None:
        return set()
    links = {picture.url for picture in answer.pictures if picture.url}
    return links | {link.replace("/cdn/", "/cdn/download/", 1) for link in links}


def _parts(content: object) -> list[object]:
    return content if isinstance(content, list) else [content]


def _text(content: object) -> str:
    """All words of a content, from ``text``, ``input_text`` and ``output_text`` parts and bare strings, one per line."""
    if isinstance(content, str):
        return well_formed(content)
    words: list[str] = []
    for part in _parts(content):
        text = part.get("text") if isinstance(part, dict) else part
        if isinstance(text, str):
            words.append(text)
    return well_formed("\n".join(words))


def _pictures(message: Mapping[str, object]) -> list[str]:
    """Every picture of a message: its parts (``image_url``, ``input_image``, ``image``), then its ``images``."""
    content, images = message.get("content"), message.get("images")
    parts = [] if isinstance(content, str) else [part for part in _parts(content) if isinstance(part, dict)]
    if images is not None:
        parts += [image if isinstance(image, dict) else {"image_url": image} for image in _parts(images)]
    return [link for part in parts if (link := _link(part))]


def _link(part: Mapping[str, object]) -> str | None:
    for name in ("image_url", "image"):
        value = part.get(name)
        link = value.get("url") if isinstance(value, dict) else value
        if isinstance(link, str) and (link := link.strip()):
            return well_formed(link)
    return None

"""How the pictures that a call starts from came to be, as far as the conversation tells."""

from __future__ import annotations

from collections.abc import Iterable

from paintover.domain.conversation import Conversation, PastPicture, UserTurn
from paintover.domain.task import TrailStep


def trail_of(conversation: Conversation, sources: Iterable[str]) -> tuple[TrailStep, ...]:
    """The steps of `sources` and of all their ancestors, sources first; names that the conversation does not know
    have no step. An id that appears twice means its first appearance, so a later turn cannot rewrite it."""
    steps: dict[str, TrailStep] = {}
    pictures: dict[str, PastPicture] = {}
    for picture in conversation.pictures():
        pictures.setdefault(picture.name, picture)
    uploads = {upload.ref: upload.url for upload in conversation.uploads()}
    pending = list(sources)
    while pending:
        name = pending.pop(0)
        if name in steps:
            continue
        if name in uploads:
            steps[name] = TrailStep(name=name, url=uploads[name])
        elif name in pictures:
            steps[name] = _step(conversation, pictures[name])
            pending += steps[name].sources
    return tuple(steps.values())


def _step(conversation: Conversation, picture: PastPicture) -> TrailStep:
    call = picture.call
    return TrailStep(
        name=picture.name,
        url=picture.url,
        prompt=call.prompt if call else None,
        ratio=call.ratio if call else None,
        sources=(call.sources or _uploads_before(conversation, picture.turn)) if call else (),
        batch_index=picture.batch_index,
    )


def _uploads_before(conversation: Conversation, turn: int) -> tuple[str, ...]:
    """The uploads of the user turn that an answer follows: an edited upload has no gen_id to be echoed."""
    for earlier in reversed(conversation.turns[:turn]):
        if isinstance(earlier, UserTurn):
            return tuple(upload.ref for upload in earlier.uploads)
    return ()

"""Names for pictures that a conversation shows only by a link of ours, be it in the middle of a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from paintover.domain.conversation import (
    Answer,
    AssistantTurn,
    Conversation,
    EchoedCall,
    ShownPicture,
    Turn,
    UserTurn,
)
from paintover.domain.generation import Generation
from paintover.store.generations import Generations
from paintover.transcript.reader import links_in

MAX_LINKS = 256
"""The most links of one conversation that are looked up."""


class KnownLinks:
    """The owner's generations behind the links of a conversation, by link."""

    def __init__(self, generations: Generations, path_of: Callable[[str], str | None]) -> None:
        """`path_of` maps a link that looks like ours to its path."""
        self._generations = generations
        self._path_of = path_of

    async def find(self, conversation: Conversation, *, owner: str) -> dict[str, Generation]:
        """What stands behind links without a name: in answers without a gen_id, and in what the user sent. Somebody
        else's pictures are not named: their links show them, but tell nothing about them."""
        found: dict[str, Generation] = {}
        for url in [*dict.fromkeys(_unnamed(conversation))][-MAX_LINKS:]:
            path = self._path_of(url)
            generation = await self._generations.by_path(path) if path is not None else None
            if generation is not None and generation.owner == owner:
                found[url] = generation
        return found


def with_names(conversation: Conversation, known: Mapping[str, Generation]) -> Conversation:
    """The conversation as its answers would read had the client kept them whole."""
    return (
        replace(conversation, turns=tuple(_named(turn, known) for turn in conversation.turns))
        if known
        else conversation
    )


def _unnamed(conversation: Conversation) -> Iterator[str]:
    for turn in conversation.turns:
        if isinstance(turn, UserTurn):
            yield from (upload.url for upload in turn.uploads)
        elif turn.answer is not None and turn.answer.pictures:
            yield from (shown.url for shown in turn.answer.pictures if shown.gen_id is None and shown.url)
        else:
            yield from links_in(turn.text)


def _named(turn: Turn, known: Mapping[str, Generation]) -> Turn:
    if not isinstance(turn, AssistantTurn):
        return turn
    answer = turn.answer or Answer()
    pictures = tuple(_with_id(shown, known) for shown in answer.pictures) or _spoken_of(turn, known)
    if not pictures:
        return turn
    answer = replace(answer, pictures=pictures)
    return replace(turn, answer=replace(answer, call=_call(answer, known)))


def _spoken_of(turn: AssistantTurn, known: Mapping[str, Generation]) -> tuple[ShownPicture, ...]:
    """The pictures whose links stand among an answer's words; a picture and its download are one."""
    urls = {known[url].gen_id: url for url in reversed(links_in(turn.text)) if url in known}
    return tuple(ShownPicture(gen_id=gen_id, url=url) for gen_id, url in reversed(urls.items()))


def _with_id(shown: ShownPicture, known: Mapping[str, Generation]) -> ShownPicture:
    generation = known.get(shown.url or "") if shown.gen_id is None else None
    return shown if generation is None else replace(shown, gen_id=generation.gen_id)


def _call(answer: Answer, known: Mapping[str, Generation]) -> EchoedCall | None:
    behind = next((known[shown.url] for shown in answer.pictures if shown.url and shown.url in known), None)
    if behind is None or (answer.call is not None and answer.call.ratio is not None):
        return answer.call
    prompt = behind.prompt if answer.call is None else answer.call.prompt
    return EchoedCall(prompt=prompt, ratio=str(behind.ratio), sources=behind.sources)

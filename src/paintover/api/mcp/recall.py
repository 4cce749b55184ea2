"""Which of the owner's pictures words point at.

A tool call carries no conversation, so the owner's latest pictures stand in for it, each as if it had just been asked for
and answered. The planner then reads the words as it does in a chat.
"""

from __future__ import annotations

from collections.abc import Sequence

from paintover.domain.call import Plan
from paintover.domain.conversation import (
    Answer,
    AssistantTurn,
    Conversation,
    EchoedCall,
    ShownPicture,
    Turn,
    UserTurn,
)
from paintover.domain.errors import NotFound
from paintover.domain.generation import Generation
from paintover.planner.protocol import Planner, Wishes
from paintover.store.generations import Generations

MOST_PICTURES = 60
"""How many of the owner's latest pictures words may point at."""
_LOST = frozenset({"guess", "unheard"})
"""Doubts in which a picture that is named by words alone is better asked for than guessed."""


class Recall:
    """Finds pictures by words, for their owner only."""

    def __init__(self, *, planner: Planner, generations: Generations) -> None:
        self._planner = planner
        self._generations = generations

    async def latest(self, *, owner: str) -> Generation:
        """The newest picture.

        Raises:
            NotFound: there is none yet.
        """
        return (await self._pictures(owner))[-1]

    async def pointed_at(self, words: str, *, owner: str) -> Plan:
        """The plan of a request that consists of `words`; its sources are what they point at.

        Raises:
            NotFound: they point at nothing, or there is no picture yet.
        """
        plan = await self._plan(words, await self._pictures(owner))
        if not plan.call.sources or plan.evidence.rule == "latest" or _LOST & set(plan.evidence.doubts):
            raise NotFound(
                f"No picture is known by the words '{words[:80]}'. Name it by its gen_id: 'list_images' shows them all.",
                param="source",
            )
        return plan

    async def edit(self, instruction: str, *, owner: str) -> tuple[Plan | None, Generation]:
        """The plan of an edit that says itself which picture is meant; None where its words point at none. With it the
        latest picture.

        Raises:
            NotFound: there is no picture yet.
        """
        pictures = await self._pictures(owner)
        plan = await self._plan(instruction, pictures)
        return (plan if plan.call.action == "edit" and plan.call.sources else None), pictures[-1]

    async def _pictures(self, owner: str) -> list[Generation]:
        """In the order of their making."""
        page = await self._generations.page(owner=owner, limit=MOST_PICTURES)
        drawn = [one for one in reversed(page.items) if one.origin in ("drawn", "replayed")]
        if not drawn:
            raise NotFound(
                "There is no picture to edit yet: draw one with 'generate_image', or name one by a link.",
                param="source",
            )
        return drawn

    async def _plan(self, words: str, pictures: Sequence[Generation]) -> Plan:
        turns: list[Turn] = []
        for one in pictures:
            call = EchoedCall(prompt=one.prompt, ratio=str(one.ratio), sources=one.sources)
            answer = Answer(call=call, pictures=(ShownPicture(gen_id=one.gen_id),))
            turns += [UserTurn(text=one.prompt), AssistantTurn(text="", answer=answer)]
        turns.append(UserTurn(text=words))
        return await self._planner.plan(Conversation(turns=tuple(turns)), Wishes())

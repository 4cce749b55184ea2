"""Asks a language model where that helps, and always answers: what the model does not give, the rules do."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from dataclasses import replace
from typing import Literal, Protocol

import structlog

from paintover.domain.call import Plan, Trouble
from paintover.domain.conversation import Conversation
from paintover.planner.doubts import is_certain
from paintover.planner.language import dialect
from paintover.planner.llm.brief import INSTRUCTIONS, brief
from paintover.planner.llm.deciding import understood
from paintover.planner.llm.endpoint import Said, UnansweredError
from paintover.planner.offline import Study, plan_of, plan_offline, study
from paintover.planner.protocol import Wishes
from paintover.planner.several import with_more
from paintover.planner.wording import fallen_back

FAILURES = 3
"""Failures in a row after which the model is left alone for a while."""
REST_S = 30.0
_OF_THE_ENDPOINT: frozenset[Trouble] = frozenset(
    {"late", "unreachable", "limited", "locked", "rejected", "broken", "oversized"}
)
"""Troubles that the next request would meet too. The others are about what was asked."""

log = structlog.get_logger()


class LanguageModel(Protocol):
    """Whatever can be asked for one call: an `Endpoint`, or a `LocalModel`."""

    async def ask(self, instructions: str, request: str, arguments: Mapping[str, object]) -> Said:
        """See `Endpoint.ask`."""

    async def aclose(self) -> None:
        """Give back what it holds."""


class LlmPlanner:
    """See `planner.protocol.Planner`. Ids, ordinals, undo and redo are computed and never asked about."""

    def __init__(
        self,
        model: LanguageModel,
        *,
        asks: Literal["always", "unsure"],
        deadline_s: float,
        most_pictures: int,
    ) -> None:
        """`asks` says when: at every request, or only where the rules are not sure. A plan waits for the model at most
        `deadline_s`; the model's number of pictures is believed up to `most_pictures`."""
        self._model = model
        self._asks = asks
        self._deadline_s = deadline_s
        self._most_pictures = most_pictures
        self._rest = _Rest()

    async def plan(self, conversation: Conversation, wishes: Wishes) -> Plan:
        """The model's plan, or the rules'."""
        known = study(conversation, wishes)
        parted = with_more(known.plan, conversation, wishes, plan_offline)
        if parted.more or not self._is_to_be_asked(known):
            return parted
        started = time.monotonic()
        try:
            plan = await self._asked(known)
        except UnansweredError as exc:
            self._rest.after(exc)
            log.warning(
                "planner fell back", trouble=exc.trouble, seconds=round(time.monotonic() - started, 3)
            )
            plan = fallen_back(known.plan, exc.trouble)
            return replace(plan, evidence=replace(plan.evidence, planner_tokens=exc.tokens))
        self._rest.ended()
        log.info("planner asked", seconds=round(time.monotonic() - started, 3), repairs=plan.evidence.repairs)
        return plan

    def _is_to_be_asked(self, known: Study) -> bool:
        if known.decision is None or known.resolver is None or is_certain(known.decision, known.resolver):
            return False
        return self._asks == "always" or bool(known.plan.evidence.doubts)

    async def _asked(self, known: Study) -> Plan:
        """The model's plan.

        Raises:
            UnansweredError: it gave none in time.
        """
        assert known.decision is not None
        assert known.resolver is not None
        if self._rest.is_on():
            raise UnansweredError("resting")
        told = brief(known.resolver, known.decision, known.text)
        try:
            async with asyncio.timeout(self._deadline_s):
                said = await self._model.ask(INSTRUCTIONS, told.text, told.arguments)
        except TimeoutError:
            raise UnansweredError("late") from None
        try:
            found = understood(said.text, known.resolver, known.decision, told.pictures, self._most_pictures)
        except UnansweredError as exc:
            exc.tokens = said.tokens
            raise
        language = dialect(known.resolver.reading.language)
        plan = plan_of(found.decision, known.resolver, known.text, known.wishes, language)
        evidence = replace(
            plan.evidence,
            planner="llm",
            doubts=known.plan.evidence.doubts,
            repairs=found.repairs,
            planner_tokens=said.tokens,
        )
        return replace(plan, evidence=evidence)

    async def aclose(self) -> None:
        """Give back what the model holds."""
        await self._model.aclose()


class _Rest:
    """Leaves a model alone after it has failed several times, so that requests do not all wait for the deadline."""

    def __init__(self) -> None:
        self._failures = 0
        self._until = 0.0

    def is_on(self) -> bool:
        return time.monotonic() < self._until

    def ended(self) -> None:
        self._failures = 0

    def after(self, exc: UnansweredError) -> None:
        if exc.trouble not in _OF_THE_ENDPOINT:
            if exc.trouble != "resting":
                self._failures = 0
            return
        self._failures += 1
        if exc.retry_after_s is not None:
            self._until = time.monotonic() + exc.retry_after_s
        elif self._failures >= FAILURES:
            self._until = time.monotonic() + REST_S

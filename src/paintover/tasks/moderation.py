"""The one place where orders and pictures are judged, whichever surface they came from.

Words are judged before anything is fetched or drawn, pictures that users send before an engine sees them, and drawn
pictures before they are kept. What is refused ends its task with `Refused`: it is not tried again, no (other) engine is
asked, and a refused picture is never written down.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Literal

import structlog

from paintover.domain.call import Language, Moderation
from paintover.domain.errors import ModerationFailed, ModerationUnavailable, Refused
from paintover.engines.protocol import Capabilities, Engine, EngineEvent, Painted, Preview, Spoiled, Work
from paintover.moderation.protocol import Finding, Judges

REMEMBERED = 4096
"""How many things that are in order are remembered: a conversation names the same pictures again and again."""

What = Literal["words", "source", "drawn"]
_SAYS: dict[What, dict[Language, str]] = {
    "words": {
        "zh": "本站的规定不允许画这个{judged}；请换一个要求。",
        "en": "This server's rules do not allow this request{judged}. Ask for something else.",
    },
    "source": {
        "zh": "本站的规定不允许使用发来的这张图{judged}；请换一张图。",
        "en": "This server's rules do not allow a picture that was sent{judged}. Send another one.",
    },
    "drawn": {
        "zh": "画出来的图不符合本站的规定{judged}，所以没有保留；请换个说法再试。",
        "en": "The picture that was drawn is not kept, since this server's rules do not allow it{judged}. Say it differently.",
    },
}
_JUDGED: dict[Language, str] = {"zh": "，它被判为：{categories}", "en": ", which was judged as {categories}"}
_UNJUDGED: dict[Language, str] = {
    "zh": "图画好了，但现在无法判断是否符合本站的规定，所以没有保留。",
    "en": "The picture was drawn, but whether this server's rules allow it could not be judged, so it is not kept.",
}

log = structlog.get_logger()


class Moderator:
    """Asks the judges, remembers what was in order, and words the refusals."""

    def __init__(self, judges: Judges) -> None:
        self._judges = judges
        self._fine: OrderedDict[bytes, None] = OrderedDict()

    @property
    def sees_pictures(self) -> bool:
        """Whether pictures are judged."""
        return self._judges.sees_pictures

    async def words(self, text: str, *, level: Moderation, language: Language) -> None:
        """Judge what is to be drawn.

        Raises:
            Refused: a rule forbids it.
            ModerationUnavailable: that cannot be told now.
        """
        if not self._judges or not text.strip():
            return
        known = _digest("words", level, text.encode("utf-8", "surrogatepass"))
        if not self._is_fine(known):
            self._settle(known, await self._judges.words(text, level=level), "words", language)

    async def source(self, image: bytes, *, level: Moderation, language: Language) -> None:
        """Judge a picture that a user has sent or linked to. Raises as `words` does."""
        if not self._judges.sees_pictures:
            return
        known = _digest("source", level, image)
        if not self._is_fine(known):
            self._settle(known, await self._judges.picture(image, level=level), "source", language)

    async def drawn(self, image: bytes, *, level: Moderation, language: Language) -> None:
        """Judge a picture that was drawn.

        Raises:
            Refused: a rule forbids it.
            ModerationFailed: that cannot be told. The order must not be tried again, since it would be paid twice.
        """
        if not self._judges.sees_pictures:
            return
        try:
            finding = await self._judges.picture(image, level=level)
        except ModerationUnavailable as exc:
            raise ModerationFailed(_UNJUDGED[language]) from exc
        self._settle(None, finding, "drawn", language)

    def _is_fine(self, known: bytes) -> bool:
        if known not in self._fine:
            return False
        self._fine.move_to_end(known)
        return True

    def _settle(self, known: bytes | None, finding: Finding | None, what: What, language: Language) -> None:
        if finding is not None:
            log.info("refused", what=what, rule=finding.rule, categories=finding.categories)
            raise _refusal(what, finding, language)
        if known is not None:
            self._fine[known] = None
            if len(self._fine) > REMEMBERED:
                self._fine.popitem(last=False)


class Moderated(Engine):
    """An engine whose orders and pictures are judged. Its name, version and capabilities are that engine's, which may
    change while it runs."""

    def __init__(self, engine: Engine, moderator: Moderator) -> None:
        self._engine = engine
        self._moderator = moderator

    @property
    def name(self) -> str:  # type: ignore[override]
        """See `Engine`."""
        return self._engine.name

    @property
    def version(self) -> str:  # type: ignore[override]
        """See `Engine`."""
        return self._engine.version

    @property
    def capabilities(self) -> Capabilities:  # type: ignore[override]
        """See `Engine`."""
        return self._engine.capabilities

    async def paint(self, work: Work) -> AsyncGenerator[EngineEvent, None]:
        """See `Engine.paint`. Unfinished renderings are not shown where pictures are judged."""
        await self._check(work)
        async with aclosing(self._engine.paint(work)) as events:
            async for event in events:
                match event:
                    case Preview() if self._moderator.sees_pictures:
                        pass
                    case Painted():
                        yield await self._judged(event, work)
                    case _:
                        yield event

    async def check(self) -> None:
        """See `Engine.check`."""
        await self._engine.check()

    async def aclose(self) -> None:
        """Close the engine."""
        await self._engine.aclose()

    async def _check(self, work: Work) -> None:
        for text in dict.fromkeys((work.prompt, work.description)):
            await self._moderator.words(text, level=work.moderation, language=work.language)
        for source in work.sources:
            # What an engine has drawn here was judged then.
            if source.engine is None:
                await self._moderator.source(source.image, level=work.moderation, language=work.language)

    async def _judged(self, painted: Painted, work: Work) -> Painted | Spoiled:
        try:
            await self._moderator.drawn(painted.picture.image, level=work.moderation, language=work.language)
        except (Refused, ModerationFailed) as exc:
            return Spoiled(painted.index, exc)
        return painted


def _digest(*parts: str | bytes) -> bytes:
    whole = hashlib.sha256()
    for part in parts:
        whole.update(part.encode() if isinstance(part, str) else part)
        whole.update(b"\0")
    return whole.digest()


def _refusal(what: What, finding: Finding, language: Language) -> Refused:
    judged = ""
    if finding.categories:
        separator = "、" if language == "zh" else ", "
        judged = _JUDGED[language].format(categories=separator.join(finding.categories))
    return Refused(_SAYS[what][language].format(judged=judged))

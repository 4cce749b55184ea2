"""What a picture is to show in all, from the steps that the store remembers."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from paintover.domain.generation import Generation
from paintover.planner.describing import described, together
from paintover.store.generations import Generations

READ_AT_ONCE = 4096
"""Characters that are not worth a thread."""


async def whole_picture(
    generations: Generations, sources: Sequence[Generation], prompt: str, *, owner: str
) -> str:
    """What the sources show and what `prompt` makes of them, in words that need no picture."""
    if not sources and len(prompt) <= READ_AT_ONCE:
        return described((prompt,))
    lines = [await generations.steps(one.gen_id, owner=owner) for one in sources]
    if len(lines) < 2:
        return await asyncio.to_thread(described, (*(lines[0] if lines else ()), prompt))
    return await asyncio.to_thread(lambda: together(map(described, lines), prompt))

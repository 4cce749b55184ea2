"""An order that changes nothing: a step back, or an earlier picture wanted again. No engine is asked, so nothing is paid for
and the picture is the very one, to the byte.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator

from paintover.domain.call import Call
from paintover.domain.generation import Generation
from paintover.engines.protocol import Capabilities, Engine, EngineEvent, Painted, Picture, Work
from paintover.tasks.restore import Restored


class Unchanged(Engine):
    """Hands out the one source of an order as its picture, with the name of whoever drew it."""

    name = "unchanged"
    version = "1"
    capabilities = Capabilities(edits=frozenset({"scene", "pixels"}), seeds=True)

    def __init__(self, source: Generation) -> None:
        self._source = source

    async def paint(self, work: Work) -> AsyncGenerator[EngineEvent, None]:
        """See `Engine.paint`."""
        drawn, source = self._source, work.sources[0]
        for index in work.missing:
            yield Painted(
                index,
                Picture(
                    image=source.image,
                    media_type=source.media_type,
                    width=source.width,
                    height=source.height,
                    seed=work.seed if source.seed is None else source.seed,
                    scene=source.scene,
                    engine=drawn.engine,
                    engine_version=drawn.engine_version,
                ),
            )


def unchanged(call: Call, restored: Restored) -> Unchanged | None:
    """Who hands out the source of that call; None where an engine is needed: for another shape, size, file or background."""
    if (
        not call.as_it_is
        or restored.mask is not None
        or len(restored.generations) != 1
        or call.size is not None
    ):
        return None
    source = restored.generations[0]
    as_written = call.output.format is None or source.media_type == f"image/{call.output.format}"
    same = source.ratio == call.ratio and as_written and call.background == "auto"
    return Unchanged(source) if same else None

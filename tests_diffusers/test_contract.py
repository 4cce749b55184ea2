"""The contract's suite against the engine `diffusers`, with tiny pipelines on the processor."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import aclosing
from pathlib import Path
from typing import ClassVar, TypeVar

import pytest

from paintover.engines.protocol import Engine
from paintover.engines.registry import load_engine
from paintover.intake.guarded import GuardedIntake
from paintover.testing import EngineContract
from tests_diffusers.conftest import Loop

Outcome = TypeVar("Outcome")

PIXELS = 256 * 256
"""More are not drawn, but enlarged: the suite asks for large pictures, and for many."""


class _OneWorker(EngineContract):
    """Each test has an engine of its own; they share the process that draws, as engines of one server do."""

    folder: ClassVar[Path]
    loop: ClassVar[Loop]
    model: ClassVar[str]

    @pytest.fixture(autouse=True, scope="class")
    @classmethod
    def _shared(cls, models: Path, loop: Loop) -> None:
        cls.folder, cls.loop = models, loop

    def build(self) -> Engine:
        options = {"model": str(self.folder / self.model), "device": "cpu", "max_pixels": PIXELS}
        return load_engine("diffusers", GuardedIntake(), {**options, "parameters": {"steps": 3}})

    def draw(self, use: Callable[[Engine], Awaitable[Outcome]]) -> Outcome:
        async def using() -> Outcome:
            async with aclosing(self.build()) as engine:
                return await use(engine)

        return self.loop.run(using())


class TestStableDiffusion(_OneWorker):
    model = "sd"


class TestKontext(_OneWorker):
    model = "kontext"

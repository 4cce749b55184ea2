"""The contract's suite against the engine `comfyui`, which draws with a stand-in over real sockets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import pytest

from paintover.engines.protocol import Engine
from paintover.engines.registry import load_engine
from paintover.intake.guarded import GuardedIntake
from paintover.testing import EngineContract
from tests.engines.comfyui.standin import CHECKPOINTS, ComfyStandIn


class TestComfy(EngineContract):
    comfy: ClassVar[ComfyStandIn]

    @pytest.fixture(autouse=True, scope="class")
    @classmethod
    def _comfy(cls) -> Iterator[None]:
        with ComfyStandIn() as comfy:
            cls.comfy = comfy
            yield

    def build(self) -> Engine:
        return load_engine("comfyui", GuardedIntake(), {"url": self.comfy.url, "model": CHECKPOINTS[0]})

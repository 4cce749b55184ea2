"""The conversation that every engine is held to, with tiny pipelines that draw and edit."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.engines.conversation import hold

from paintover.engines.registry import load_engine
from paintover.intake.guarded import GuardedIntake


@pytest.mark.parametrize("model", ["sd", "kontext"])
def test_ten_turns(model: str, models: Path, tmp_path: Path) -> None:
    options = {
        "model": str(models / model),
        "device": "cpu",
        "max_pixels": 256 * 256,
        "parameters": {"steps": 2},
    }
    held = hold(load_engine("diffusers", GuardedIntake(), options), tmp_path)
    assert len(held.orders) >= 6

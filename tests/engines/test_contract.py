"""The contract's suite against the engines that ship and need nothing else."""

from __future__ import annotations

import asyncio

import pytest

from paintover.domain.errors import BadRequest, EngineFailed
from paintover.engines.protocol import Engine
from paintover.engines.registry import engine_names, load_engine
from paintover.intake.guarded import GuardedIntake
from paintover.testing import EngineContract


class TestIllustrator(EngineContract):
    def build(self) -> Engine:
        return load_engine("illustrator", GuardedIntake())


class TestInstant(EngineContract):
    def build(self) -> Engine:
        return load_engine("instant", GuardedIntake())


def test_the_built_in_engines_come_through_the_public_hook() -> None:
    assert {"illustrator", "instant"} <= set(engine_names())
    with pytest.raises(EngineFailed, match="illustrator"):
        load_engine("nonesuch", GuardedIntake())


@pytest.mark.parametrize("name", ["illustrator", "instant"])
def test_options_that_are_not_known_are_refused_without_being_repeated(name: str) -> None:
    with pytest.raises(BadRequest, match="key") as caught:
        load_engine(name, GuardedIntake(), {"key": "sk-secret"})
    assert "sk-secret" not in caught.value.message


def test_closing_an_engine_that_was_never_used_is_possible() -> None:
    for name in ("illustrator", "instant"):
        asyncio.run(load_engine(name, GuardedIntake()).aclose())

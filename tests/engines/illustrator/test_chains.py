from __future__ import annotations

import pytest

from tests.engines.illustrator.chains import Chain, run


@pytest.mark.parametrize("number", [0, 1, 2, 3, 4, 5, 6, 7])
def test_a_generated_chain_is_right_and_local_at_every_step(number: int) -> None:
    """All 300 are for `tools/chains.py`."""
    assert list(run(number, side=256)) == []


def test_every_sort_of_edit_is_generated_in_both_languages() -> None:
    chains = [Chain(number) for number in range(60)]
    done = {(chain.lang, step.action) for chain in chains for step in chain.steps()}
    actions = {name.removeprefix("_to_") for name in vars(Chain) if name.startswith("_to_")}
    assert done == {(lang, action) for lang in ("en", "zh") for action in actions}

"""What the author of an engine tests it with; needs pytest.

Derive a class from `EngineContract`, say in `build` how the engine is made, and run pytest on it:

    class TestCrayon(EngineContract):
        def build(self) -> Engine:
            return Crayon()
"""

import pytest

pytest.register_assert_rewrite("paintover.testing.contract", "paintover.testing.orders")

from paintover.testing.contract import EngineContract  # noqa: E402
from paintover.testing.orders import an_order, as_source, error_of, events_of, open_intake  # noqa: E402

__all__ = ["EngineContract", "an_order", "as_source", "error_of", "events_of", "open_intake"]

"""How long the illustrator takes for a picture on one core, and where the time goes."""

from __future__ import annotations

import statistics
import time
from collections import Counter
from collections.abc import Iterator

from bench.row import Row
from paintover.domain.ratio import SQUARE
from paintover.engines.illustrator import render
from paintover.engines.illustrator.engine import Stage, picture_steps
from paintover.engines.protocol import Picture, Work

PROMPT = "an ox, a horse, two sheep, a dog and a cat on a meadow"
"""Six objects."""
RUNS = 9
PARTS = {"understand": "compose", "layout": "compose", "encode": "encode"}
"""Of the engine's stages; all others render."""


def _work(seed: int) -> Work:
    width, height = SQUARE.size()
    return Work(
        task_id="bench",
        prompt=PROMPT,
        ratio=SQUARE,
        width=width,
        height=height,
        n=1,
        seed=seed,
        language="en",
    )


def _draw(seed: int) -> tuple[dict[str, float], Picture]:
    """CPU milliseconds of each part, all threads together, and the picture."""
    spent: Counter[str] = Counter()
    start = time.process_time()
    for step in picture_steps(_work(seed), 0):
        now = time.process_time()
        if isinstance(step, Stage):
            spent[PARTS.get(step.name, "render")] += (now - start) * 1000  # type: ignore[assignment]
            start = now
        else:
            return dict(spent), step
    raise AssertionError("no picture")


def measure() -> Iterator[Row]:
    """A picture of six objects that the process has never drawn before, and one like it right afterwards."""
    _draw(0)
    cold = []
    for seed in range(1, RUNS + 1):
        render.SPRITES.clear()
        render.BACKDROPS.clear()
        cold.append(_draw(seed))
    total = statistics.median(sum(spent.values()) for spent, _ in cold)
    shares = ", ".join(
        f"{part} {statistics.median(spent[part] for spent, _ in cold):.0f}"
        for part in ("compose", "render", "encode")
    )
    size = statistics.median(len(picture.image) for _, picture in cold) / 1000
    figure = f"{total:.0f} ms CPU ({shares}), {size:.0f} kB"
    yield Row("illustrator: six objects, 1024 x 1024 PNG, cold", figure, "<= 300 ms", total <= 300)
    warm = statistics.median(sum(_draw(RUNS)[0].values()) for _ in range(RUNS))
    yield Row("illustrator: the same again", f"{warm:.0f} ms CPU")

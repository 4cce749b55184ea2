"""How long the illustrator takes for a picture on one core, where the time goes, and what memory it keeps."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bench.row import Row
from paintover.domain.call import Output
from paintover.domain.ratio import SQUARE
from paintover.engines.illustrator.drawing import render
from paintover.engines.illustrator.engine import Stage, picture_steps
from paintover.engines.illustrator.grammar.parse import forget
from paintover.engines.protocol import Picture, Work
from paintover.tasks.finishing import Finish

PROMPT = "an ox, a horse, two sheep, a dog and a cat on a meadow"
"""Six objects."""
RUNS = 9
ROOT = Path(__file__).resolve().parent.parent
LARGE = (4096, 2048)
PICTURES = 500
PARTS = {"understand": "compose", "layout": "compose", "encode": "encode"}
"""Of the engine's stages; all others render."""
AS_IT_IS = Output()
WEBP = Output(format="webp", compression=85)
WISHES = (
    PROMPT, "a ship on the sea at night", "a cat and two dogs in watercolour", "a girl riding a horse in the street, rain",
    "a robot, pixel style", 'a king and a queen in a room, the king says "Hello"', "ten birds over mountains",
    "a fox in the forest, snow",
)  # fmt: skip
"""What the pictures of the memory's measure show, by turns."""
_KEEPS = """
import sys
from paintover.memory import share_one_arena
share_one_arena()  # as every process that serves or draws
from bench.illustrator import drawn_in_turn, resident_mb
start = resident_mb()
most = drawn_in_turn(int(sys.argv[1]))
print(start, resident_mb(), most)
"""
_PAINTS = "import sys; from bench.illustrator import seconds_for; print(seconds_for(int(sys.argv[1])))"


def _work(
    seed: int, size: tuple[int, int] = SQUARE.size(), prompt: str = PROMPT, output: Output = AS_IT_IS
) -> Work:
    width, height = size
    return Work(
        task_id="bench",
        prompt=prompt,
        ratio=SQUARE,
        width=width,
        height=height,
        n=1,
        seed=seed,
        language="en",
        output=output,
    )


def _draw(work: Work) -> tuple[dict[str, float], Picture]:
    """CPU milliseconds of each part, all threads together, and the picture."""
    spent: Counter[str] = Counter()
    start = time.process_time()
    for step in picture_steps(work, 0):
        now = time.process_time()
        if isinstance(step, Stage):
            spent[PARTS.get(step.name, "render")] += (now - start) * 1000  # type: ignore[assignment]
            start = now
        elif isinstance(step, Picture):
            return dict(spent), step
    raise AssertionError("no picture")


def _cold(
    seed: int, size: tuple[int, int] = SQUARE.size(), output: Output = AS_IT_IS
) -> tuple[dict[str, float], Picture]:
    forget()
    render.SPRITES.clear()
    render.BACKDROPS.clear()
    return _draw(_work(seed, size, output=output))


def resident_mb() -> int:
    """Of this process, as Linux tells it."""
    with open("/proc/self/status", encoding="ascii") as status:
        return next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmRSS"))


def drawn_in_turn(pictures: int) -> int:
    """Draw so many different pictures, as the engine does; the most megabytes that were resident between two."""
    from paintover.memory import give_back

    most = 0
    for seed in range(pictures):
        _draw(_work(seed, prompt=WISHES[seed % len(WISHES)]))
        give_back()
        most = max(most, resident_mb())
    return most


def seconds_for(pictures: int) -> float:
    """Wall time for so many pictures that were never drawn before, the first one aside."""
    _cold(0)
    start = time.perf_counter()
    for seed in range(1, pictures + 1):
        _cold(seed)
    return time.perf_counter() - start


def _asked(program: str, number: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", program, str(number)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )


def _two_processes(pictures: int = 24) -> float:
    """How many times the pictures of one process two of them draw in the same time."""
    alone = float(_asked(_PAINTS, pictures).communicate()[0])
    pair = [_asked(_PAINTS, pictures) for _ in range(2)]
    together = max(float(process.communicate()[0]) for process in pair)
    return 2 * alone / together


def measure() -> Iterator[Row]:
    """A picture of six objects that the process has never drawn before, in each format and large; one like it right
    afterwards; the memory that a process keeps; and what a second process adds."""
    _draw(_work(0))
    cold = [_cold(seed) for seed in range(1, RUNS + 1)]
    total = statistics.median(sum(spent.values()) for spent, _ in cold)
    shares = ", ".join(
        f"{part} {statistics.median(spent[part] for spent, _ in cold):.0f}"
        for part in ("compose", "render", "encode")
    )
    size = statistics.median(len(picture.image) for _, picture in cold) / 1000
    figure = f"{total:.0f} ms CPU ({shares}), {size:.0f} kB"
    yield Row("illustrator: six objects, 1024 x 1024 PNG, cold", figure, "<= 200 ms", total <= 200)
    yield _webp()
    large = [sum(_cold(seed, LARGE)[0].values()) for seed in range(1, 6)]
    took = statistics.median(large)
    yield Row(
        "illustrator: the same at 4096 x 2048",
        f"{took:.0f} ms CPU, at most {max(large):.0f}",
        "<= 1,200 ms",
        took <= 1200,
    )
    warm = statistics.median(sum(_draw(_work(RUNS))[0].values()) for _ in range(RUNS))
    yield Row("illustrator: the same again", f"{warm:.0f} ms CPU")
    start, end, most = (int(word) for word in _asked(_KEEPS, PICTURES).communicate()[0].split())
    figure = f"{end} MB, at most {most} between two ({start} before the first)"
    yield Row(f"illustrator: resident after {PICTURES} pictures", figure, "<= 120 MB", end <= 120)
    times = _two_processes()
    yield Row("illustrator: two processes against one", f"{times:.2f} times", ">= 1.8", times >= 1.8)


def _webp() -> Row:
    """The same pictures, ordered as WebP: from the order to the file that is kept."""
    finish = Finish(output=WEBP, language="en")
    took, files = [], []
    for seed in range(1, RUNS + 1):
        spent, picture = _cold(seed, output=WEBP)
        start = time.process_time()
        kept = finish.picture(picture)
        took.append(sum(spent.values()) + (time.process_time() - start) * 1000)
        assert kept.media_type == "image/webp"
        files.append(len(kept.image) / 1000)
    figure = f"{statistics.median(took):.0f} ms CPU, {statistics.median(files):.0f} kB"
    return Row("illustrator: the same as WebP", figure, "<= 150 ms", statistics.median(took) <= 150)

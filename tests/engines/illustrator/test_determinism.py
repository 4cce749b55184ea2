"""The same work gives the same bytes, whatever the process and its hashing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
PROMPTS = (
    "一只戴红帽子的猫对狗说“你好 مرحبا 안녕”，旁边一个碗里有一个苹果，下雨，水彩风格",
    "a theremin and three birds in the forest at night, transparent background",
)
_PROGRAM = """
import hashlib, sys
sys.path.insert(0, ".")
from dataclasses import replace
from paintover.engines.illustrator.engine import picture_steps
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.drawing.svg import svg_of
from tests.engines.illustrator.test_determinism import PROMPTS
from tests.engines.illustrator.test_engine import order
from tests.engines.illustrator.test_photo import asked
for prompt in PROMPTS:
    work = order(prompt, ratio="3:2", seed=2**40 + 11)
    *_, last = picture_steps(replace(work, width=384, height=256), 0)
    print(hashlib.sha256(last.image).hexdigest())
    print(hashlib.sha256(svg_of(Scene.from_json(last.scene), 384, 256)).hexdigest())
*_, last = picture_steps(asked("把照片挂在墙上，下面坐着一只猫，写上“家”"), 0)
print(hashlib.sha256(last.image).hexdigest())
"""


def test_two_fresh_processes_draw_the_same_bytes() -> None:
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", _PROGRAM],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            stdout=subprocess.PIPE,
            text=True,
        )
        for seed in ("0", "4242")
    ]
    first, second = (process.communicate()[0].split() for process in processes)
    assert len(set(first)) == 2 * len(PROMPTS) + 1
    assert first == second

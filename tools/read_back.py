"""Have a program that reads pictures say what stands on captions, signs and in speech bubbles, and count what it gets right.

It needs `rapidocr` and `onnxruntime` (Apache-2.0, MIT; 130 MB), which nothing else here does:

    pip install rapidocr onnxruntime && python tools/read_back.py

Prints the share of characters read back for each language and for each kind of lettering; what is read wrong follows.
"""

from __future__ import annotations

import difflib
import unicodedata
from collections import defaultdict

import pyvips
from rapidocr import RapidOCR

from paintover.domain.ratio import parse_ratio
from paintover.engines.illustrator.engine import picture_steps
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.protocol import Picture, Work

TEXTS = {
    "zh": (
        "你好，世界", "生日快乐", "小心台阶", "今天天气真好", "欢迎光临", "新年快乐恭喜发财", "请勿吸烟", "我想吃冰淇淋",
        "月落乌啼霜满天", "营业时间早上九点到晚上十点", "保持安静", "谢谢大家",
    ),
    "en": (
        "Hello world", "Happy birthday", "Mind the step", "What a lovely day", "Open 24 hours", "Please keep off the grass",
        "Where is my bone", "Welcome home", "The quick brown fox jumps over the lazy dog", "Good night", "See you soon", "Sale",
    ),
}  # fmt: skip
WISHES = {
    "zh": {"caption": "一只猫，写上“{}”", "sign": "木牌上写着“{}”", "bubble": "一只狗说“{}”"},
    "en": {
        "caption": 'a cat with the text "{}"',
        "sign": 'a sign that says "{}"',
        "bubble": 'a dog saying "{}"',
    },
}
PLACES = {
    "zh": ("", "，夜晚", "，在海边", "，下雪"),
    "en": ("", " at night", " on the beach", " in the snow"),
}
"""Light and dark grounds, by turns."""


def plain(text: str) -> str:
    """What counts of a text: letters and figures, without case and width."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


def matched(expected: str, read: str) -> int:
    """How many characters of the expected text stand in what was read, in their order."""
    blocks = difflib.SequenceMatcher(None, plain(expected), plain(read), autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks)


def drawn(prompt: str, seed: int, ratio: str) -> bytes:
    """The picture of a wish."""
    shape = parse_ratio(ratio)
    width, height = shape.size()
    work = Work(
        task_id="read", prompt=prompt, ratio=shape, width=width, height=height, n=1, seed=seed,
        language="zh" if language_of(prompt) == "zh" else "en",
    )  # fmt: skip
    *_, last = picture_steps(work, 0)
    assert isinstance(last, Picture)
    return last.image


def main() -> None:
    """Read everything back and print the figures."""
    reader = RapidOCR()
    right: dict[tuple[str, str], int] = defaultdict(int)
    whole: dict[tuple[str, str], int] = defaultdict(int)
    wrong = []
    for language, texts in TEXTS.items():
        for number, text in enumerate(texts):
            for kind, wish in WISHES[language].items():
                prompt = wish.format(text) + PLACES[language][number % 4]
                image = drawn(prompt, number, ("1:1", "3:2", "2:3")[number % 3])
                pixels = pyvips.Image.pngload_buffer(image).numpy()[..., ::-1]
                read = " ".join(reader(pixels).txts or ())
                found = matched(text, read)
                right[language, kind] += found
                whole[language, kind] += len(plain(text))
                if found < len(plain(text)):
                    wrong.append(f"{prompt!r} read as {read!r}")
    for language in TEXTS:
        each = ", ".join(
            f"{kind} {right[language, kind] / whole[language, kind]:.1%}" for kind in WISHES[language]
        )
        total = sum(right[language, kind] for kind in WISHES[language]) / sum(
            whole[language, kind] for kind in WISHES[language]
        )
        print(f"{language}: {total:.1%} of characters ({each})")
    print("\n".join(wrong))


if __name__ == "__main__":
    main()

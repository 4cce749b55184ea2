"""Holidays of which no backdrop is made, told by what stands for them: "it's Halloween" is two lanterns cut from pumpkins and the
night. `words/holidays.toml` has what each shows, and the answer tells it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.wording import Pattern

_EN = Pattern(
    r"(?:(?:please|now|and),? )*(?:(?:it['’]?s|it is|it should be|make it|let it be|change it to|turn it into|decorate (?:it |everything |the place )?for|celebrate|it must be|for) )?(?P<name>[a-z'’ ]{5,22}?)(?: (?:time|now|night|day|theme|themed|please))*[.!]*"
)
_ZH = re.compile(
    r"(?:请|把它|现在|今天|背景|改|换|变|布置|装饰)*(?:成|是|到了|过|为)?(?P<name>万圣节|复活节|情人节|感恩节)(?:了|吧|的?(?:样子|气氛|主题|装饰))*[。！!]*"
)


def told_of_the_holiday(prompt: str, base: Scene) -> str:
    """The wish with what such a holiday shows."""
    said = prompt.strip()
    match = _ZH.fullmatch(said) or (_EN.fullmatch(said) if said.isascii() else None)
    if match is None:
        return prompt
    name = re.sub(r"['’]", "", match["name"].lower()).strip()
    return _shown().get(name, prompt)


@cache
def _shown() -> Mapping[str, str]:
    """By its name, the wish that shows a holiday."""
    return {name: shown for shown, names in word_table("holidays").items() for name in names}

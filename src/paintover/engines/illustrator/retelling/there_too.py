"""Where the clause before says that something is: 桌上放着一本书，摆着一盏灯 has the lamp on the table, too."""

from __future__ import annotations

import re

_VERB = "[放摆挂贴停趴躺坐站蹲卧睡种长开游漂飘堆靠立晾晒]"
_SO_MANY = "(?=好?几|许多|很多|一些|[一二两三四五六七八九十\\d])"
_THERE = re.compile(
    r"(?:^|(?<=[，。,；;]))(?P<where>[^，。,；;在是有着把给]{1,8}?(?:上面?|里面?|中|下面?))"
    r"(?:[放摆挂贴停趴躺坐站蹲卧睡插种长开游漂飘铺堆靠立晾晒盖](?:着|满了?)|有着?(?=.)|[写画印刻](?:着|了|有))"
)
_TOO = re.compile(
    rf"(?<![瓶碗杯锅篮箱盒袋缸桶筐盆罐壶盘架])(?<![鸟兽]笼)(?<![瓶杯箱盒袋缸桶筐笼罐盘架]子)(?P<stop>[，,])(?P<how>{_VERB}(?:着|了|满了?)){_SO_MANY}"
    rf"|(?<=[”\"」』])(?P<end>[，,])(?P<stuck>插(?:着|了|满了?)){_SO_MANY}"
)
"""What is told of a vessel is in that: 桌上有个花瓶，插着三朵花; and what is stuck into something, into what was named last."""


def told_there_too(prompt: str) -> str:
    """The wish with every clause that leaves out where it is told with that of the one before; else as it was."""
    found = _THERE.search(prompt)
    if found is None:
        return prompt
    head, rest = prompt[: found.end()], prompt[found.end() :]
    stop = next((at for at, mark in enumerate(rest) if mark in "。；;"), len(rest))

    def told(match: re.Match[str]) -> str:
        return f"{match['stop'] or match['end']}{found['where']}{match['how'] or match['stuck']}"

    return head + _TOO.sub(told, rest[:stop]) + rest[stop:]

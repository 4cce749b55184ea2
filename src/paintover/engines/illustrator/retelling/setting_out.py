"""Who sets out to do something, in a new picture, is seen doing it: 爸爸带儿子去钓鱼, 妹妹去浇花.

In a change 去 may ask for something to be taken away; in a first wish nobody has anything yet that could go.
"""

from __future__ import annotations

import re

_DEED = (
    "钓|放(?!学)|打|骑|踢|画|弹|拉(?!萨)|跳|唱|看|读|写|吃|喝|喂|摘|采|捡|拾|买(?!菜)|理发|剪|露营|划|堆|滑|荡|遛|下(?=[象围跳]?棋)|做|洗|切|包|揉|炒|扫|拖|擦|晾|叠|熨|烫|浇"
    "|种|植树|拔|锄|割|收|插|挤|砍|挑|修|开(?=[车拖飞卡会])|用|拍|照|梳|刷|穿|织|缝|贴|挂|赏|吹|拆|搭|玩|拼|捉|抓|捕|逮|练|举|排|等|坐|赶|购物|野餐|烧|烤|睡|午睡|晒"
    "|乘凉|聊|射|潜水|冲浪|溜|蹦|演|变|上(?=[课班])|考|送|取|寄|搬|扛|拿|钉|听|献|撒|拜|祭|守|猜|逛|过(?=马路|河|桥|生日)|参|旅|爬|登|散步|跑|游(?!乐|戏)|救|灭|找|追|骑|耕|锯|盖|劈|打扫|背"
)
_SETS_OUT = re.compile(
    rf"(?<=[\u4e00-\u9fff们])(?<![过回出进上下失除拿走跑飞开送赶飘远离死抹减])(?:一起|一块儿?|一同|出门|正要|要|准备|打算)*(?<![上下出回过])去(?={_DEED})"
)
_GOES_WITH = re.compile(
    rf"(?P<a>[^，。,、的]{{1,6}}?)(?:带着?|领着?|陪着?|带领着?)(?P<b>(?![我你])[^，。,、的去]{{1,6}}?)(?:一起|一块儿?|一同|出门|出)*去(?P<place>[^，。,]{{0,5}}?[园边里上场店市山馆外岛村区])?(?P<deed>(?:{_DEED})[^，。,]*)"
)

_TO_WHERE = re.compile(
    rf"(?<=[\u4e00-\u9fff])(?<![过回出进上下失除拿走跑飞开送赶飘远离死抹减])(?:一起|一块儿?)?去(?P<place>[^，。,、去的]{{1,5}}?[园边里上场店市山馆外岛村区])(?={_DEED})"
)


def told_as_doing_it(prompt: str) -> str:
    """The new wish in which whoever goes to do something does it, with whom they take along; else as it was."""
    if "去" not in prompt or '"' in prompt or "“" in prompt:
        return prompt
    return _SETS_OUT.sub("", _TO_WHERE.sub(r"在\g<place>", _GOES_WITH.sub(_together, prompt)))


def _together(match: re.Match[str]) -> str:
    there = f"在{match['place']}" if match["place"] else ""
    return f"{match['a']}和{match['b']}{there}{match['deed']}"

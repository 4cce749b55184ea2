"""Kin among the animals of Chinese tales: 兔哥哥 is a rabbit, and the 爸爸 with whom a 小熊 fishes is a bear.

Told only of the first picture, and only where no human being was told of before: 女孩和小猫的妈妈 says nothing of a tale. Cats
and dogs have people at home, whose mother a 妈妈 beside them may be. A horse is left alone, and so are titles behind 熊 or 马
that are those of a trade: people are called so.
"""

from __future__ import annotations

import re

_NOUNS = {
    "鸭": "鸭子", "兔": "兔子", "猴": "猴子", "狮": "狮子", "鼠": "老鼠", "虎": "老虎", "象": "大象", "燕": "燕子",
    "鸡": "鸡", "鹅": "鹅", "猫": "猫", "狗": "狗", "熊": "熊", "鸟": "鸟", "鹿": "鹿", "羊": "羊", "牛": "牛", "猪": "猪", "狼": "狼",
}  # fmt: skip
_LONG = ("企鹅", "松鼠", "青蛙", "熊猫", "袋鼠", "刺猬", "恐龙", "狐狸", "山羊", "绵羊", "河马", "斑马", "长颈鹿", "考拉", "乌龟", "大象", "老虎", "狮子", "老鼠", "猴子", "兔子", "鸭子", "燕子", "螃蟹", "蜗牛")  # fmt: skip
_ANIMAL = rf"(?:{'|'.join((*_LONG, *_NOUNS))})"
_ELDER = "爷爷|奶奶|外公|外婆|姥姥|姥爷|公公|婆婆|哥哥|姐姐|叔叔|阿姨|伯伯|伯母|大叔|大婶|大妈|大伯|大哥|大姐|先生|太太|小姐|女士|夫人|大娘|大爷|舅舅|姑姑|兄弟"
_YOUNGER = "弟弟|妹妹"
_TITLED = re.compile(rf"(?P<k>{_ANIMAL})(?:(?P<old>{_ELDER})|(?P<young>{_YOUNGER}))(?!们?的)")
_WILD = rf"(?:{'|'.join(one for one in (*_LONG, *_NOUNS) if one not in ('猫', '狗'))})"
_BESIDE_IT = re.compile(
    rf"(?P<who>(?P<k>{_WILD})(?:子|儿)?)(?P<m>[^，。,]{{0,3}}?(?:和|跟着?|陪着?|牵着|找到?了?|帮|给|为|抱着|围着|跟在|依偎在|依偎着|靠着|躲在|叫|想)(?:着)?(?:它的?|他的?|她的?|自己的?)?)"
    rf"(?:(?P<parent>妈妈|爸爸)|(?P<old>{_ELDER})|(?P<young>{_YOUNGER}|宝宝|孩子))"
)
_ITS_OWN = re.compile(
    r"(?P<who>(?P<k>猫|狗)(?:咪)?)(?P<m>[^，。,]{0,3}?(?:和|跟着|陪着|找|抱着|围着|依偎在|依偎着|靠着)(?:它|自己)的?)(?P<parent>妈妈|爸爸)(?P<old>(?!))?(?P<young>(?!))?"
)
_HUMAN = re.compile("人|男|女|孩|妈|爸|爷|奶|老师|小明|小红|学生|同学|朋友|姑娘|我")


def told_of_its_kind(prompt: str) -> str:
    """The new wish with such kin told as animals; else as it was."""
    prompt = _TITLED.sub(_titled, prompt)
    return _ITS_OWN.sub(_beside, _BESIDE_IT.sub(_beside, prompt))


def _titled(match: re.Match[str]) -> str:
    noun = _NOUNS.get(match["k"], match["k"])
    young = match["young"] and not match.string[: match.start()].endswith("小")
    return f"小{noun}" if young else noun


def _beside(match: re.Match[str]) -> str:
    if _HUMAN.search(match.string[: match.start()]):
        return match[0]
    noun = _NOUNS.get(match["k"], match["k"])
    kin = (
        f"{match['k']}{match['parent']}"
        if match["parent"]
        else f"小{noun}"
        if match["young"]
        else f"大{noun}"
    )
    return f"{match['who']}{match['m']}{kin}".replace("大大", "大")

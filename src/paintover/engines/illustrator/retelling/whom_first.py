"""To whom something is done, told ahead of where they are: 把饼干递给坐在轮椅上的奶奶 seats the grandmother, and not the boy.

And what somebody has on the shoulder or in the hands, told behind all that they do, is theirs: 猎人带着两条猎犬，肩上扛着枪.
"""

from __future__ import annotations

import re

_ON_SOMETHING = re.compile(
    r"(?P<to>递给|送给|交给|拿给|跑向|走向|扑向|爬向|冲向|看着|望着|指着|对着|喂|陪着)(?P<how>坐|躺|站|睡|趴|跪)在(?P<on>[^，。,的]{1,6})的"
    r"(?P<who>(?:小|老|大)?(?:奶奶|爷爷|外婆|外公|妈妈|爸爸|妹妹|弟弟|姐姐|哥哥|女孩|男孩|孩子|宝宝|女儿|儿子|老人|老师|医生|病人|猫|狗|兔子|熊|鸟))(?=$|[，。,])"
)
_TO_ITS_OWNER = re.compile(
    r"(?P<does>[跑走扑爬冲])向(?P<how>坐|躺|站|睡|趴)在(?P<on>[^，。,的]{1,6})的(?P<who>小?主人)(?=$|[，。,])"
)
_IN_HAND = re.compile(
    r"^(?P<where>(?:[^，。,；;]{1,6}[，,])?)(?P<many>(?:一?[个位名只])?)(?P<who>(?:小|老|大)?(?:男孩|女孩|男人|女人|爷爷|奶奶|妈妈|爸爸|老人|猎人|士兵|农民|渔夫|老师|医生|学生|孩子|姑娘|叔叔|阿姨|战士|骑士))"
    r"(?P<does>(?![和与跟、])[^，。,；;]{3,20})[，,](?:他|她)?(?:的)?(?:肩上|肩膀上|肩头|手里|手中|手上|怀里)(?P<has>[扛拿捧提握举端抱拎]着[^，。,；;]{1,8})(?=$|[。])"
)

_RING = re.compile(
    r"(?:(?:^|(?<=[，,]))(?:在)?婚礼上[，,](?=[^。；]{0,8}戒指))|(?:给(?P<a>新娘|新郎|[她他]|女友|女朋友|妻子|老婆)戴(?:上|着)?(?:结婚|钻石)?戒指|把(?:结婚|钻石)?戒指戴(?:在|到)(?P<b>新娘|新郎|女友|女朋友|妻子|老婆)的?(?:手上|手指上|无名指上))"
)
_WAITING = re.compile(r"围着桌子(?:等着|等待|等)(?=$|[，。,吃开])")
_ONE_BOOK = re.compile(r"看着?同一本(?:书|故事书|绘本|漫画书?)")
_WATERED = re.compile(
    r"(?:正)?在(?P<sill>窗台|飘窗)上(?:正在|在)?(?:浇(?P<those>花|盆栽|植物|绿植|多肉)|给(?P<others>花|盆栽|植物|绿植|多肉)浇水)"
)
"""Nobody climbs onto a sill to water what is there."""


def told_of_whom_first(prompt: str) -> str:
    """The wish for a new picture with all that told plainly; else as it was."""
    prompt = _RING.sub(lambda m: f"把戒指递给{m['a'] or m['b']}" if m["a"] or m["b"] else "", prompt)
    prompt = _ONE_BOOK.sub("坐在桌子后面，桌子上有一本书", _WAITING.sub("围着桌子坐着", prompt))
    prompt = _WATERED.sub(lambda m: f"给{m['sill']}上的{m['those'] or m['others']}浇水", prompt)
    prompt = _ON_SOMETHING.sub(r"\g<to>\g<who>，\g<who>\g<how>在\g<on>", prompt)
    prompt = _TO_ITS_OWNER.sub(r"\g<does>着，\g<who>\g<how>在\g<on>", prompt)
    return _IN_HAND.sub(r"\g<where>\g<many>\g<who>\g<has>，\g<who>\g<does>", prompt)

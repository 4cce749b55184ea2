"""What is said in passing, in Chinese, about a picture that is there: 多给几根, 给它加个朋友, 热闹一点, 背景换成学校.

Each such clause is told in the words that the grammar reads, or is refused with what can be done instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from paintover.engines.illustrator.retelling.chinese_looks import (
    another_face,
    closed_or_opened,
    colourful,
    dressed_otherwise,
    far_behind,
    flavoured,
    in_that_mood,
    is_one,
    made_so,
    new_hair,
    not_so,
    of_a_material,
    of_that_sex,
    one_of_each,
    part_alone,
    recoloured_leaves,
    recoloured_part,
    snowed,
    tinged,
    too_has,
    too_much,
)
from paintover.engines.illustrator.retelling.chinese_numbers import (
    just_more,
    lively,
    more_people,
    one_more,
    one_more_doing,
    one_such,
    rather_more,
    several_more,
    superfluous,
    with_a_friend,
    without_those,
)
from paintover.engines.illustrator.retelling.chinese_places import (
    a_place,
    arrives,
    between_them,
    builds_instead,
    given_to_hold,
    go_around,
    goes_there,
    gone_away,
    got_down,
    handed,
    holds_instead,
    looks_at,
    mounts_it,
    other_garment,
    passed_on,
    put_aside,
    put_into,
    set_up,
    turned_round,
    with_a_rider,
)
from paintover.engines.illustrator.retelling.chinese_terms import (
    Refused,
    chinese_name,
    named_in,
    told_apart,
)
from paintover.engines.illustrator.retelling.talk import kinds_in, living_in
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.likeness import is_animal, is_somebody
from paintover.engines.illustrator.wording import Pattern

_CLAUSES = re.compile(r"([，,。；;！!？?\n]+|然后|并且)")
_COMES_FIRST = re.compile(r"加一个(?P<what>[^，]+)，")
_POLITE = re.compile(
    r"^(?:请|帮我|给我|麻烦|可以|能不能|能|那|就|嗯|好的?|对了|还是)+|(?:吧|呗|哈|啦|嘛|好吗|可以吗|行吗|谢谢)+$"
)
_BIT = r"(?:一?[点些]儿?|一下|了)?"
_MEASURE = "[个只头匹条根支枝架艘辆台棵朵位名颗块片本顶把杯盏座栋间张件双对群串]"
_COMPLAINED = Pattern(
    r"[^，,。]{0,6}太(?:大了[，,。 ]+(?=[^，。]*小)|小了[，,。 ]+(?=[^，。]*大)|多了[，,。 ]+|少了[，,。 ]+)",
    re.NOFLAG,
)
"""Why something is to be done, ahead of what is: 太大了，小一点."""
_GONE_FOR = Pattern(
    r"(?:把|将)?(?P<old>[^，。]{1,5}?)(?:都)?(?:去掉|拿掉|拿走|删掉|不要)了?[，, ]+(?:再|然后)?(?:换成|改成|换上)(?P<new>[^，。]{1,8})",
    re.NOFLAG,
)
"""筷子去掉，换成叉子: what goes gives way, and nothing else."""
_DOES_INSTEAD = Pattern(
    r"(?:换|改)成(?P<who>[\u4e00-\u9fff]{2,3}?)(?P<does>(?:在|来)?(?:做饭|炒菜|看|读|写|画|弹|唱|跳|跑|坐|站|躺|睡|骑|拿|抱|吃|喝|钓鱼|扫地|洗碗|浇花)[^。]*)",
    re.NOFLAG,
)
"""换成爸爸做饭，妈妈看报纸: who does what, of those who are there."""
_FACE_ALONE = Pattern(
    r"^(?:只|就)(?:要|看|画|留|拍)(?P<who>[\u4e00-\u9fff]{1,4}?的)?(?:脸|脸部|头像?)(?:就行|吧)?$",
    re.NOFLAG,
)
_RATHER = Pattern(
    r"(?:不对[，, ]*)?不是(?P<old>[^，。]{1,6})[，, ]*(?:而)?(?:是|要的?是?)(?P<new>[^，。]{1,8}?)(?:啊|呀|才对)?",
    re.NOFLAG,
)
_ALL_INSTEAD = Pattern(
    r"(?:都|全部?|全都)(?:去掉|不要|删掉|拿掉)了?[，, ]+(?:都|全部)?换成(?P<new>[^，。]{1,8})",
    re.NOFLAG,
)


def in_plain_chinese(prompt: str, base: Scene, seed: int) -> tuple[str, tuple[str, ...]]:
    """The wish with what is said in passing told plainly, and why some of it cannot be done."""
    if not re.search(r"[\u3400-\u9fff]", prompt):
        return prompt, ()
    kept: list[str] = []
    refused: list[str] = []
    prompt = _COMPLAINED.sub("", prompt)
    if (gone := _GONE_FOR.fullmatch(prompt.strip(" 。！!"))) is not None and named_in(gone["old"], base):
        prompt = f"把{gone['old']}换成{gone['new']}"
    if (swapped := _DOES_INSTEAD.fullmatch(prompt)) is not None and named_in(swapped["who"], base):
        prompt = f"{swapped['who']}{swapped['does']}"
    prompt = _FACE_ALONE.sub(r"\g<who>脸部特写", prompt)
    if (rather := _RATHER.fullmatch(prompt.strip(" 。！!"))) is not None and named_in(rather["old"], base):
        prompt = f"把{rather['old']}换成{rather['new']}"
    if (instead := _ALL_INSTEAD.fullmatch(prompt.strip(" 。！!"))) is not None and base.objects:
        there = dict.fromkeys(
            chinese_name(one.kind) for one in base.objects if one.rel is None and one.rung != "signpost"
        )
        prompt = f"把{'和'.join(there)}都换成{instead['new']}"
    for clause in _CLAUSES.split(prompt):
        try:
            told = _told(clause, base, seed)
            comes = _COMES_FIRST.match(told)
            came = (
                told != clause
                and comes is not None
                and not {*kinds_in(comes["what"])}.isdisjoint(kinds_in("".join(kept)))
            )
            kept.append(clause if came else told)  # 加一棵树，男人坐在树旁边: which the clause before brings
        except Refused as why_not:
            refused.append(str(why_not))
    rest = "".join(kept)
    return (rest if any(letter.isalnum() for letter in rest) else ""), tuple(refused)


def _told(clause: str, base: Scene, seed: int) -> str:
    bare = clause.strip(" ~～.…")
    while (rest := _POLITE.sub("", bare).strip()) != bare:
        bare = rest
    for pattern, tell in _TURNS:
        if bare and (match := pattern.fullmatch(bare)) is not None:
            said = tell(match, base, seed)
            if said is not None:
                return said
    return _of_the_people(told_apart(clause, base), base)


def _of_the_people(clause: str, base: Scene) -> str:
    """给他们都打上伞 where birds fly about: people are meant."""
    people = list(dict.fromkeys(one.kind for one in living_in(base) if is_somebody(one.kind)))
    if not people or not any(is_animal(one.kind) for one in living_in(base)) or not _THEY.search(clause):
        return clause
    named = "和".join(f"所有的{chinese_name(kind)}" for kind in people)
    return _THEY.sub(lambda match: f"{match[1] or ''}{named}", clause, count=1)


_THEY = Pattern(
    r"(?<![其])([给让把叫])(?:他们|她们|大家|每个人|所有人|人人|大伙儿?)(?=都|全|每|也|一起|戴|穿|打|拿|撑|坐|站|笑|开心|变|换)",
    re.NOFLAG,
)
_PARTS = "脖子|腿|耳朵|尾巴|鼻子|嘴巴|嘴|手臂|胳膊|手|脚|爪子|头|脑袋|眼睛|翅膀|犄角|角|脸|身体|身子|个子|个头|体型|肚子|象鼻|鬃毛|羽毛"
_TURNS: Sequence[tuple[re.Pattern[str], Callable[[re.Match[str], Scene, int], str | None]]] = tuple(
    (re.compile(pattern), tell)
    for pattern, tell in (
        (rf"(?:再|还要|又|另外)*(?:多|再)(?:给|[飞跑走游爬]?来|放|加|画|添|弄|拿|上)*(?:它|他|她|我)?(?P<n>[一两二三四五六七八九十几些]|\d{{1,2}})?(?P<m>{_MEASURE})", one_more),
        (r"(?:这个?|那个?)?(?P<who>[^，。]{0,5}?)(?:有点|好像)?太(?P<how>大|小|多|少)了", too_much),
        (r"(?:让|叫|使)?(?P<who>它们?|他们?|她们?|[^，。]{1,5}?)?(?:围?绕着?|围着)(?P<what>[^，。]{1,6}?)(?P<how>飞|跑|转|跳舞|走|游)(?:着|来飞去|起来|圈)?", go_around),
        (r"(?:把)?(?P<what>[^，。]{1,5}?)(?:给|让)(?P<who>它|他|她|[^，。]{1,4}?)(?:拿着?|抱着?|举着?|握着?)", given_to_hold),
        (rf"(?P<what>[^，。]{{1,5}}?)(?:再|多|还要)+(?:来|加|画|放|添|给)?(?P<n>[一两二三四五六]|\d{{1,2}}){_MEASURE}", rather_more),
        (r"(?:再|更|还要)*多(?:一?[点些]儿?)", just_more),
        (rf"(?P<where>[^，。]{{0,8}}?)(?:再|又|还)?(?:堆|种|栽|铺|盖|建|搭|架|砌|垒|安)(?:上|起|了|个)?(?P<what>(?:[一两二三四五六几]|\d{{1,2}})(?:{_MEASURE}|圈|排|堵|盏)[^，。]{{1,8}})", set_up),
        (r"(?P<who>[^，。]{0,5}?)(?:不要|别|不用)(?:画得?)?(?:那么|这么|太)(?P<how>[大小高矮胖瘦亮暗浅深])", not_so),
        (r"(?:让|叫)?(?P<who>[^，。]{0,5}?)(?:(?:跳|走|爬|坐|躺|趴|站|跑|放)?(?:到|在)地(?:上|面上?|板上)(?:去)?|(?:跳|走|爬)下来)", got_down),
        (r"(?:让|叫)?(?P<who>[^，。]{1,5}?)(?P<how>躲|藏|站|走|跑|挪|移|坐|蹲|飞)(?:到|在|去|进|(?<=[躲藏]))(?:一?[棵个座块张])?(?P<goal>[^，。]{1,5}?)的?(?P<side>后面|后边|背后|前面|旁边|下面|左边|右边|底下|后)(?:去)?", goes_there),
        (r"(?:把)?(?P<who>[^，。]{0,5}?)(?:都|全)?(?:放|装|盛|摆)(?:在|到|进)(?:一?[个只张])?(?P<goal>[^，。]{1,5}?)(?P<side>里|上)(?:面|边)?", put_into),
        (r"(?:让|把)?(?P<who>[^，。]{1,6}?)比(?P<whom>[^，。]{1,6}?)(?:稍微|再|更|要)*(?P<how>大|小|高|矮|胖|瘦)(?:得多|多|很多|一?[点些]儿?|一倍)?", lambda match, base, seed: f"{match['who']}{match['how']}一点"),
        (r"(?:把)?(?P<what>[^，。]{1,4}?)(?:给|让)(?P<who>[^，。]{1,5}?)(?:戴|插|别)(?:上|着|在头上)?", passed_on),
        (r"(?:把)?(?P<who>[^，。]{1,6}?)(?:换|改|变)成(?P<of>砖头?|木头?|石头?|玻璃|金属|塑料|布|纸|冰|巧克力|毛线)(?:做|制)?的", of_a_material),
        (r"(?:把)?(?P<what>[^，。]{1,4}?)(?:交给|递给|给|让)(?P<who>[^，。]{1,5}?)(?P<how>抱|拿|背|牵)(?:着|一下|一会儿?)?", handed),
        (r"(?:把|让|将)?(?P<who>[^，。左右在]{1,6}?)(?:(?:应该|应当|要|得)?(?:放|站|摆|换|坐)(?:到|在|去)|(?:应该|应当|要|得)[在去到])(?:画面|图片?)?的?(?:最)?(?P<side>左|右)(?:边|侧|面)(?:去)?", put_aside),
        (r"(?:让|叫)?(?P<who>[^，。]{1,6}?)(?:看|望|盯|面向|面对|面朝|转向|朝)(?:着|向)?(?P<whom>[^，。]{1,6}?)(?P<mood>微笑|大?笑|哭)?", looks_at),
        (r"(?:在)?(?:他|她|它)(?:俩|们俩|们两个?人?|们)(?:的)?(?:中间|之间)(?:再)?(?:放|加|摆|画|添|来)(?:上)?(?P<what>[^，。]{1,10})", between_them),
        (r"(?:再)?[往朝向](?P<where>[^，。]{1,6}?)(?P<side>里|中|上)面?(?:再)?(?:放|加|摆|添|装|插|搁)(?:上|个)?(?P<what>[^，。]{1,10})", lambda match, base, seed: f"在{match['where']}{'里' if match['side'] == '中' else match['side']}放{match['what']}" if named_in(match["where"], base) else None),
        (r"(?:给|帮|让|把)?(?P<who>[^，。]{0,5}?)的?换(?:上|了|一下)?(?:一?[身件套])?(?:新的?|别的|其他的?|另外的?)?衣服(?:吧|了)?", dressed_otherwise),
        (r"(?:给|帮|让|把)?(?P<who>[^，。]{0,5}?)的?(?:换|改|变|做)(?:一?[个种下])?(?:成)?(?:新的?|别的|其他的?|另一[个种]|不同的?)?(?P<cut>)(?:发型|头型|发式)", new_hair),
        (r"(?:给|帮|让|把)?(?P<who>[^，。]{0,5}?)的?头发(?:变|换|改|剪|留|烫|弄|做|长)(?:成|得|为)?(?:一?头)?(?:更|再)?(?P<cut>长发|短发|卷发|长|短|卷)(?:头发|发)?(?:的|了|一?[点些]儿?)?", new_hair),
        (r"(?:给|帮|让|把)?(?P<who>[^，。]{0,5}?)的?(?:留|剪|烫|做)(?:成|了|个|一头)*(?P<cut>长|短|卷)(?:头)?发", new_hair),
        (r"(?:让|叫|给)?(?P<who>[^，。]{0,5}?)(?:手[里上])?(?:改|换)(?:成|为)?(?:拿|举|抱|握)(?:着|上)?(?P<new>[^，。]{1,8})", holds_instead),
        (r"(?P<who>[^，。给帮替]{1,6}?)(?:扎|梳|编|留)(?:着|上|了|起|成|个|一个|两条|条)*(?P<hair>辫子|麻花辫|马尾辫?|双马尾|丸子头|羊角辫)", lambda match, base, seed: f"{match['who']}换成{match['hair']}"),
        (r"一[只个匹头条辆]?(?P<a>大|小)一[只个匹头条辆]?(?P<b>小|大)", one_of_each),
        (r"(?:树上的?|树的?)?(?:叶子|树叶)(?:都|全)?(?:变|换成|改成|变成|染成)(?P<how>[^，。]{1,4})(?:了)?", recoloured_leaves),
        (r"(?:改|变|换)(?:成|为)?(?:一?[个幅张])?雪景", snowed),
        (r"(?:把)?(?P<who>[^，。]{1,5}?)(?:都|全)?(?:要|是|变成?|换成?|改成)(?:五颜六色|花花绿绿|各种颜色|不同颜色|彩色|颜色不(?:同|一样))(?:的)?", colourful),
        (rf"(?:再|又)(?:来|加|画|添|放)(?:个)?(?P<n>[一两二三四五六])?(?P<m>{_MEASURE})(?P<rest>[^，。的]{{2,8}})", one_more_doing),
        (r"(?:请|帮我)*(?:去掉|删掉|删除|移除|拿走|拿掉|不要|去除|擦掉|撤掉)(?:那[个只条些])?(?P<c>[\u4e00-\u9fff]{1,3}?)的(?:那?[一]?[个只条头匹辆朵颗])?(?:吧|了)?", without_those),
        (r"(?:请|帮我)*(?P<how>合上|关上|关掉|关闭|打开|撑开|收起)(?P<what>[^，。的]{1,5})", closed_or_opened),
        (r"(?:(?:在)?(?:旁边|边上|附近|左边|右边)的?)?(?:再|请|帮我|还|要)*(?:加|添|画|来|放|要|有)(?:上|个|了)?(?:一)?[条个座片道块处汪](?P<what>(?:小|大|清)?[^，。的]{1,4})", a_place),
        (r"(?P<who>[^，。]{0,5}?)(?:困|累)得(?P<how>睡着|睡过去|睡)(?:了|过去)*", lambda match, base, seed: f"{match['who']}睡着了"),
        (r"(?P<who>[^，。]{0,5}?)的?头上?(?:包|裹|扎)(?:着|了|上|个)?(?P<what>(?:一)?[块条方].{1,6}巾)", lambda match, base, seed: f"给{match['who'] or '她'}戴{match['what']}"),
        (r"(?P<what>火车|列车|高铁|地铁|公交车|公共汽车|出租车|校车|轮船|渡轮)(?:就|也|马上|终于)?(?:要|快)?(?:开)?(?:进站|到站|来|开过来|靠岸|到)(?:了)?", arrives),
        (r"(?:把|给)?(?P<who>[^，。]{0,5}?)的?(?P<old>裙子|裤子|短裤|长裤|上衣|外套|衬衫)(?:换|改)成(?P<new>[^，。]{2,6})", other_garment),
        (r"(?:换|改|变)成(?:堆|搭|盖)(?:一?[个座])?(?P<new>[^，。]{1,5})", builds_instead),
        (r"(?:往|在|朝|向)(?P<where>[^，。]{1,6}[上里中下])(?:撒|扔|丢|抛|洒)(?:上|下|些|点|一些|了)*(?P<what>[^，。]{1,8})", lambda match, base, seed: f"{match['where']}放{match['what']}"),
        (r"(?:请|帮我)*(?P<how>开|关)(?P<what>[窗门]户?)", closed_or_opened),
        (r"(?:把)?(?P<what>[^，。]{0,5}?窗帘)(?:都)?(?P<how>拉上|拉开|拉起来|打开|关上|合上)", closed_or_opened),
        (r"(?:把)?(?P<what>[^，。]{1,5}?)(?P<how>收起来|收起|合上|合起来|收拢|打开|撑开|张开|关上|关掉)", closed_or_opened),
        (r"(?:把|将)?(?:(?P<whose>[^，。]{0,6}?)的?)?(?P<part>碗|盘子?|杯子?|花盆|门|窗户?|屋顶|房顶|烟囱|桅杆|船帆|帆|旗子|旗帜|甲板|船身|船体|车灯|车厢|车头|车把|灯罩|屏幕|键盘|琴弦|剑柄|剑刃|奶油|机翼|机身|塔身|靠垫|指针|表盘|窗框|墙面|墙|车轮|轮子|轮胎|车窗|车门|花瓣|花心|叶子|树叶|树干|尾巴|耳朵|鼻子|眼睛|眉毛|嘴巴?|翅膀|爪子|犄角|鱼鳍|羽毛|胡子|脚|手|腿|肚子|脸)(?:的颜色)?(?:都|全)?(?:换|改|变|涂|染|画|调|刷|漆)(?:成|为)?(?P<how>[^，。]{1,5}?)了?", recoloured_part),
        (r"(?:让|把)?(?:(?P<whose>[^，。]{0,6}?)的?)?(?P<part>碗|盘子?|杯子?|花盆|门|窗户?|屋顶|房顶|烟囱|桅杆|船帆|帆|旗子|旗帜|甲板|船身|船体|车灯|车厢|车头|车把|灯罩|屏幕|键盘|琴弦|剑柄|剑刃|奶油|机翼|机身|塔身|靠垫|指针|表盘|窗框|墙面|墙|车轮|轮子|轮胎|车窗|车门|花瓣|花心|叶子|树叶|树干|尾巴|耳朵|鼻子|眼睛|眉毛|嘴巴?|翅膀|爪子|犄角|鱼鳍|羽毛|胡子|脚|手|腿|肚子|脸)(?:的颜色)?(?:再|更|稍微|要|是|画|弄|变|涂|得)*(?P<how>[红白黑蓝绿黄粉紫灰橙棕]色?)(?:[红白黑蓝绿黄粉紫灰]?的|一?[点些]儿?|一些)", recoloured_part),
        (r"(?P<who>(?:把|将)?[^，。]{0,6}?电脑)(?:换|改)成(?:一?[台个])?笔记本", lambda match, base, seed: f"{match['who']}换成笔记本电脑"),
        (rf"(?:在?旁边|边上)?(?:再|还要|又|另外)*(?:给|[飞跑走游爬]?来|放|加|画|添|弄|要|上|堆|摆|种)+(?P<n>[一两二三四五六几]|\d{{1,2}})?(?P<m>{_MEASURE})(?P<how>[^，。的]{{1,4}})的", one_such),
        (rf"(?:再)?多(?:来|给|画|加|放|要)?(?:它|我)?(?P<n>[一两二三四五六几]|\d{{1,2}})(?P<m>{_MEASURE})(?P<what>[^，。]{{1,8}})", several_more),
        (rf"(?:把|让)?(?P<what>[^，。]{{1,5}}?)(?:再|要|可以|弄|画|加)*多(?:来|加|画|放|有|摆|弄|搞|整|添|挂|种)?(?:一?[点些]儿?|几(?:{_MEASURE}|[盆瓶碗盘袋盒筐堆]))", rather_more),
        (r"(?:把|让)?(?P<who>[^，。是]{1,6}?)(?:应该|要|得|最好)?是(?:个)?(?P<sex>女的|男的|女生|男生|女孩|男孩|女人|男人)", of_that_sex),
        (r"(?P<who>[^，。是]{1,6}?)(?:应该|要|得|最好)?是一?[个位名](?P<whom>[^，。是]{1,8})", is_one),
        (r"(?P<who>[^，。是]{1,8}?)(?:应该|要|得|都)?是(?P<how>[^，。]{1,5}?)的", made_so),
        (r"(?:给|让)?(?P<who>[^，。]{1,6}?)也(?:要|得|给)?(?P<how>戴|穿|系|拿|背|围|举)(?:上|着|一[个顶条]|同样的)?", too_has),
        (r"(?:让|叫)?(?P<who>[^，。]{0,5}?)骑(?![士手兵])(?:上|着|到)?(?:一?[匹辆头只把])?(?P<what>[^，。上]{1,5}?)(?:上)?", mounts_it),
        (r"(?:再)?(?:加|画|来|添)(?:上)?(?:一?[个位名])?(?P<who>骑手|骑士|骑马的人|骑师)", with_a_rider),
        (r"(?:给|帮|为)?(?P<who>它|他|她|[^，。]{1,6}?)?(?:再)?(?:加|找|添|来|画|配)(?:上)?(?:一?[个只位])?小?(?:朋友|伙伴|同伴|伴儿?|好朋友|小伙伴|玩伴|兄弟|姐妹|邻居)", with_a_friend),
        (r"(?:让|叫|把)?(?P<who>[^，。被]{1,6}?)(?:都|已经|也)?(?:被(?:[\u4e00-\u9fff]{1,4}?)?(?:给)?(?:吹|刮|吃|偷|拿|叼|抢|卷|带|捡|喝|咬|借|摘|拔|砍)(?:走|跑|掉|飞|光|没|完|去)?|(?:吹|刮)(?:走|跑|飞))了", gone_away),
        (r"(?:让|叫|把)?(?P<who>[^，。]{1,6}?)(?:都|已经|也)?(?:飞走|开走|驶走|开远|跑走|跑掉|走掉|走开|离开|离去|消失|不见|游走|溜走|赶走)(?:了)?", gone_away),
        (r"(?:画面|气氛|场面|场景)?(?:再|更|弄|搞|要)*热闹(?:一?[点些]儿?|起来)?", lively),
        (r"(?:人|人群|行人)(?:再|可以|要)*多(?:一?[点些]儿?)|(?:多|再)?(?:加|来|添)(?:一?[点些]|几个)人|多[点些]人", more_people),
        (r"(?:把|将)?(?:背景|场景|地点|画面背景)(?:再|都)?(?:换|改|变|设|放|搬)?(?:成|为|到|在|要|是|用|改)+(?:一?[个座片间所栋])?(?P<what>[^，。]{1,8}?)(?:里|前面?|门口|的样子)?", far_behind),
        (rf"(?P<who>(?:让|把|给|叫)?[^，。]{{0,6}}?)(?:的)?(?:脸上的?)?(?:表情|神情|神态)(?:再|更|要|变得?|换成|改成|变成|画得?|可以|能)*(?P<mood>[^，。]{{1,8}}?){_BIT}", in_that_mood),
        (r"(?:换|改|变)(?:一?个|种|下)?(?:别的|其他的?|不同的)?表情", another_face),
        (r"(?:让|把|叫)?(?P<who>[^，。]{0,6}?)(?:的?[头脸])?(?:转过头来?|回过头来?|回头|扭过头来?|转头|扭头|转过脸来?|调个头|掉个头|换个方向|朝另一边|转过身来?|头转过[来去]|脸转过[来去])(?:看看?)?(?:我们?|你|镜头|另一边)?", turned_round),
        (r"(?:把|让)?(?P<who>[^，。]{0,6}?)(?:的?颜色|色)?(?:再|更|稍微|要)*(?:(?:弄|调|变|改)得?(?P<did>))?(?P<how>浅|淡|深|暗)(?:(?:一?[点些]|些)|(?(did)|(?!)))", tinged),
        (r"(?P<before>(?:把|将)?[^，。]{0,8}?)(?:换|改|变)(?:成|为)?(?P<taste>[^，。]{1,6}?)(?:口)?味的?", flavoured),
        (r"(?:画面|图|背景|整体)?(?:再|更|弄|收拾|画)*(?:得)?(?:干净|简洁|清爽|整洁)(?:一?[点些])?", superfluous),
        (r"(?:去掉|删掉|删除|拿掉|清理|清掉)(?:所有|一些)?(?:多余|没用|不需要|不必要)的?(?P<what>[^，。]{0,6}?)", superfluous),
        (rf"(?:把|让)?(?P<who>它|他|她|[^，。]{{0,5}}?)(?:的)?(?P<part>{_PARTS})(?:再|更|可以|要|弄|画|变|得)*(?P<how>长|短|大|小|粗|细|胖|瘦|圆|尖|高)(?:一?[点些]|些)", part_alone),
    )
)  # fmt: skip
"""Whole clauses, and what each is told as; None passes to the next."""

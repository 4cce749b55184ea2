"""Who comes, as it is told: "the teacher comes in looking angry", 老师生气地走进来了. Whoever is not there yet is there from then on."""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.wording import Pattern

_ROOM = r"(?:room|classroom|kitchen|house|door|doorway|office|shop|store|picture|scene|bedroom|garden|park|barn|hall|gate|living room)"
_HERE = rf"(?:in|inside|over|home|along|by|up|back|here|into (?:the|this) {_ROOM}|in(?:to)? through the {_ROOM}|through the {_ROOM})"
_GOES = {"run": "running", "rush": "running", "hurr": "running", "race": "running", "burst": "running", "storm": "running",
         "fly": "flying", "flie": "flying", "hop": "jumping", "jump": "jumping", "walk": "walking", "stroll": "walking",
         "march": "walking", "sneak": "walking"}  # fmt: skip
"""How somebody moves who comes so; by the first letters of the verb."""
_VERB = r"(?:comes?|coming|gets?|walk(?:s|ing)?|run(?:s|ning)?|rush(?:es|ing)?|storm(?:s|ing)?|hurr(?:y|ies)|stroll(?:s|ing)?|fl(?:y|ies|ying)|hop(?:s|ping)?|march(?:es|ing)?|sneak(?:s|ing)?|burst(?:s|ing)?|rac(?:es?|ing)|pop(?:s)?)"
_ARRIVES = r"(?:enters?(?: the (?:room|classroom|kitchen|house|picture|scene))?|arrives?|appears?|shows? up|turns? up)"
_REST = r"(?P<rest>,? (?:and )?(?:(?:is |are |looks? |looking |feeling |seems? )?(?:very |so |really |quite |all |a bit )?[a-z]+|(?:carrying|holding|wearing|with|in) [a-z' ]+))?"
_COMES = Pattern(
    r"(?:(?:now|then|suddenly|and) )?(?:(?:have|let|make) )?(?:(?P<article>the|his|her|their|my|an?|another|some|two|three|four) )?(?P<who>(?:[a-z]+ )??[a-z]+?) (?:now |also |suddenly |is |are )*"
    rf"(?:(?P<verb>{_VERB})(?: (?P<way>running|walking|flying|jumping|hopping|rushing))? {_HERE}|{_ARRIVES}){_REST}"
)
_TAIL = Pattern(r"\b(?:wagging (?:its|his|her|their) tails?)\b")
_COUNTED = frozenset({"a", "an", "another", "some", "two", "three", "four"})
_COMES_ZH = Pattern(
    r"(?:(?:这时|忽然|突然|然后|现在)候?)?(?:让|叫)?(?P<who>[\u4e00-\u9fff]{1,9}?)(?:也|又)?(?P<verb>走|跑|冲|赶|闯|溜)?(?:了)?(?:进|过|回|上)?来(?:了)?(?:吧)?(?:[，,](?P<rest>[\u4e00-\u9fff]{2,6}))?",
    re.NOFLAG,
)
_SOMEBODY_ZH = Pattern(
    r"^(?P<where>(?:在?(?:旁边|身边|边上|一旁|后面|前面|左边|右边|远处|不远处))?)(?:还)?有(?:一?个|几个)?人(?:在)?(?=举|拿|挥|看|坐|站|走|跑|骑|打|推|牵|抱|背|撑|戴|唱|跳|弹|吹|拉|卖|钓|放)",
    re.NOFLAG,
)
"""旁边有人举着牌子: somebody who is yet to come."""
_BOARD_ZH = Pattern(
    r"(?P<does>[举拿挂打拉]着?)(?P<n>(?:一?[块个条面张])?)(?P<words>加油|欢迎光临|欢迎|生日快乐|新年快乐|营业中|打折|大减价|出售|招聘|寻狗启事|寻猫启事|禁止入内|禁止吸烟|注意安全|[^，。的]{1,4}加油)的(?P<board>牌子|木牌|横幅|标语|旗子|海报|纸板)",
    re.NOFLAG,
)
"""加油的牌子: a board on which that is written."""
_BABY = Pattern(
    r"(?:the|a|her|his|their) baby (?:(?:is |lies |now )*(?P<how>(?:sleeping|asleep|smiling|crying|waving|laughing)?) ?(?:in|inside) (?:it|the (?:stroller|pram|buggy|pushchair|baby carriage))|(?:is |should be |now )+(?P<does>sleeping|asleep|smiling|crying|waving|laughing))(?: now)?"
)
_BABY_ZH = Pattern(
    r"(?:小?宝宝|婴儿|娃娃)(?:正)?(?:睡|躺|坐)?在(?:婴儿|手推|推)?车里面?(?P<how>睡着|睡觉|睡|笑|哭)?(?:了|着)?|(?:小?宝宝|婴儿)(?:正在|在|大)*(?P<does>睡着|睡觉|睡|笑|哭)(?:了|着)*",
    re.NOFLAG,
)
_CAME_ZH = Pattern(
    r"(?P<what>[\u4e00-\u9fff]{1,5}?)(?:开|驶|走|飞|跑)?(?:过)?来了[，,](?:它|那)?是(?:一?[个辆只列架条])?(?P<colour>[\u4e00-\u9fff]{1,3}色)的?",
    re.NOFLAG,
)
_FRIEND_ZH = re.compile(r"(?:他的?|她的?)?(?:好)?(?:朋友|伙伴|小伙伴|同学)们?")


def told_who_arrives(prompt: str, base: Scene) -> str:
    """The wish with whoever comes told as added; as it is where they are there already, or nobody living."""
    bare = prompt.strip(" .!。！~～")
    if not bare or len(bare) > 90:
        return prompt
    if bare.isascii():
        if (baby := _BABY.fullmatch(bare)) is not None and _has_a_free_pram(base):
            return f"add a {(baby['how'] or baby['does'] or '').replace('asleep', 'sleeping')} baby in the stroller".replace(
                "  ", " "
            )
        match = _COMES.fullmatch(_TAIL.sub("happy", bare))
        return prompt if match is None else _english(match, base) or prompt
    prompt = bare = _BOARD_ZH.sub(
        r"\g<does>\g<n>写着“\g<words>”的\g<board>", _SOMEBODY_ZH.sub(r"\g<where>加一个人", bare)
    )
    if (baby := _BABY_ZH.fullmatch(bare)) is not None and _has_a_free_pram(base):
        how = baby["how"] or baby["does"]
        return f"婴儿车里加一个{'笑着的' if how == '笑' else '哭着的' if how == '哭' else '睡着的' if how else ''}宝宝"
    if (came := _CAME_ZH.fullmatch(bare)) is not None and (told := _came(came, base)) is not None:
        return told
    match = _COMES_ZH.fullmatch(bare)
    return prompt if match is None else _chinese(match, base) or prompt


def _came(match: re.Match[str], base: Scene) -> str | None:
    """火车来了，是绿色的: the colour is the train's."""
    said = parse(match["what"]).mentions
    if len(said) != 1 or said[0].kind is None:
        return None
    if any(one.kind == said[0].kind for one in base.objects):
        return f"把{match['what']}变成{match['colour']}"
    return f"加一个{match['colour']}的{match['what']}"


def _has_a_free_pram(base: Scene) -> bool:
    kinds_there = {one.kind for one in base.objects}
    return "stroller" in kinds_there and "baby" not in kinds_there


def _english(match: re.Match[str], base: Scene) -> str | None:
    article, noun = (match["article"] or "").lower(), match["who"].lower()
    counted = article in _COUNTED
    if not _comes(noun, base, again=counted):
        return None
    if counted and article != "some":
        who = f"{article} {noun}"
    elif parse(noun).mentions[0].plural:
        who = f"{'three' if counted else 'two'} {noun}"
    elif "friend" in noun:
        who = f"another {noun}"
    else:
        who = f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
    way = match["way"] or match["verb"] or ""
    moving = next((how for begins, how in _GOES.items() if way.lower().startswith(begins)), "")
    rest = re.sub(r"\bcarrying\b", "holding", (match["rest"] or "").strip(" ,"))
    rest = re.sub(r"^and ", "", rest)
    rest = re.sub(r"^(?:is|are|looks?|feeling|seems?) ", "looking ", rest)
    return " ".join(filter(None, ("add", who, moving, rest)))


def _chinese(match: re.Match[str], base: Scene) -> str | None:
    who, how = match["who"], ""
    if who.endswith("地"):  # 老师生气地: who it is, and how
        told = who[:-1]
        ends = next(
            (
                at
                for at in range(1, len(told) - 1)
                if _comes(told[:at], base, again=False) and not _is_one(told[: at + 1])
            ),
            None,
        )
        if ends is None:
            return None
        who, how = told[:ends], told[ends:]
    felt = bool(how) and any(one.mood for one in parse(f"很{how}的{who}").mentions)
    rest = match["rest"] or ("" if felt else how)
    if match["rest"] and not any(one.mood for one in parse(f"一个人{rest}").mentions):
        return None  # where they are, and what they do, is told by who reads on
    if friend := _FRIEND_ZH.fullmatch(who):
        who = "两个朋友" if friend[0].endswith("们") else "一个朋友"
    elif not _comes(who, base, again=False):
        return None
    else:
        who = f"一个{'走着的' if match['verb'] == '走' else '跑着的' if match['verb'] else ''}{f'很{how}的' if felt else ''}{who}"
    return f"加{who}" + (f"，{rest}" if rest else "")


def _is_one(who: str) -> bool:
    """Whether one word says all of it."""
    said = parse(who).mentions
    return len(said) == 1 and said[0].label == who


def _comes(who: str, base: Scene, *, again: bool) -> bool:
    """Whether it is one kind of living beings, and they are yet to come."""
    said = parse(who).mentions
    if "friend" in who:
        return True
    if len(said) != 1 or said[0].kind is None or said[0].pronoun or not kinds()[said[0].kind].alive:
        return False
    if said[0].counted and not who.isascii():
        return False  # 一只小狗跑了进来 says it all
    return again or not any(one.kind == said[0].kind or one.label == said[0].label for one in base.objects)

"""What comes into the sky, as Chinese says it: nothing of the picture is replaced where it says 改成彩虹, 晚上下大雪 is the hour
and the weather, and 乌云散了 brings no cloud.
"""

from __future__ import annotations

import re

from paintover.engines.illustrator.backdrops import INDOORS
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.forms import Form
from paintover.engines.illustrator.retelling.others import named_in
from paintover.engines.illustrator.retelling.talk import called_in, kinds_in
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.wording import Pattern

_BECOMES = Pattern(
    r"(?:请|帮我|再|那)*(?:把|将)?(?:天气|天空|天上|背景|画面)?(?:改|换|变|弄)(?:成|为|作)(?:有|出现)?(?P<what>(?:一?[道个轮片])?[\u4e00-\u9fff]{2,4})(?:吧|了)?",
    re.NOFLAG,
)

_TIMES = "清晨|早晨|早上|黎明|凌晨|中午|下午|上午|黄昏|傍晚|夜晚|晚上|夜里|深夜|半夜|夜间"
_IN_WEATHER = Pattern(
    rf"(?:改成|变成|换成|来个)?(?P<time>{_TIMES})(?:时分|的时候|里)?(?P<falls>(?:开始|突然|正在?|还)?(?:下|飘|刮|打|起|落)(?:着|了|起)?[^，。的班课学车棋厨架牌球针卡字包工电鼓人开床来]{{1,4}}?)(?:了|吧)?",
    re.NOFLAG,
)
_CLEARS = Pattern(
    r"(?:天上的?)?(?:乌云|云|云彩|云层|雾|雾气|大雾|阴霾)(?:都|全|慢慢|渐渐)?(?:散|退)(?:开|去|掉|尽)?(?:了|吧)*",
    re.NOFLAG,
)
_STARS = Pattern(r"(?:满天的?|天上的?)?星星(?:都|全)?(?:出来|亮起来|亮)(?:了|吧)*", re.NOFLAG)

_THUNDERS = Pattern(
    rf"(?:(?P<time>{_TIMES})(?:时分|里)?)?(?:外面|天上)?(?:开始|突然|正在?|还)?(?:又)?打(?:着|起|了)?雷(?P<rain>(?:又|还)?下(?:着|起)?(?:大|暴)?雨)?(?:了|吧)*",
    re.NOFLAG,
)
_RAINBOW = Pattern(
    r"(?:天上|天边|空中)?(?:挂|出|出现)(?:着|了|上|现)*(?:一?[道条个])?彩虹(?:了|吧)?", re.NOFLAG
)

_HUNG = Pattern(
    r"(?:上面)?挂(?:满|上|了)+(?P<what>[红彩小大]?(?:灯笼|彩灯|灯|许愿牌|红布条|铃铛))", re.NOFLAG
)


def _hung(match: re.Match[str], base: Scene) -> str | None:
    """挂满灯笼, of a picture with one tree."""
    trees = [one for one in base.objects if one.label.endswith("树")]
    return f"{called_in(trees[0], base)}上挂满{match['what']}" if len(trees) == 1 else None


_LEAVES = Pattern(
    r"(?:地上|到处|遍地|满地|一地|空中)?(?:都|全)?(?:是|铺满了?|落满了?|飘着|有|飘满)?(?:金黄的?|黄色的?|红色的?)?落叶(?:满地|遍地|一地|纷飞|飘落|飞舞|飘飘|纷纷)?(?:了)?",
    re.NOFLAG,
)


def _falls(match: re.Match[str], base: Scene) -> str | None:
    """落叶满地: of the season, and no leaf by itself."""
    everywhere = match[0] != "落叶" and not match[0].startswith("有")
    return "秋天" if everywhere and not base.env.season and not named_in("落叶", base) else None


def _thunders(match: re.Match[str], base: Scene) -> str | None:
    """深夜打雷: lightning, and rain only where it is told."""
    time = f"{match['time']}，" if match["time"] else ""
    return f"{time}{'雷雨' if match['rain'] else '阴天，加一道闪电'}"


def _rainbow(match: re.Match[str], base: Scene) -> str | None:
    if named_in("彩虹", base):
        return None
    return "窗外加一道彩虹" if base.env.place in INDOORS else "加一道彩虹"


def _apart(match: re.Match[str], base: Scene) -> str | None:
    """晚上下大雪: the hour, and what falls."""
    return f"{match['time']}，{match['falls']}"


def _clears(match: re.Match[str], base: Scene) -> str | None:
    """乌云散了."""
    return "天晴" if not named_in("乌云", base) and not named_in("云", base) else None


def _by_night(match: re.Match[str], base: Scene) -> str | None:
    """星星出来了: which they do at night."""
    return "夜晚" if base.env.time in ("day", "dawn", "sunset") and not named_in("星星", base) else None


def _comes(match: re.Match[str], base: Scene) -> str | None:
    """改成彩虹, of a picture whose sky has nothing of its own that could become one."""
    named = kinds_in(match["what"])
    if len(named) != 1 or named_in(match["what"], base):
        return None
    kind = next(iter(named))
    if kind not in _UP_THERE or any(kinds()[one.kind].habitat == "sky" for one in base.objects):
        return None
    return f"加{match['what']}"


_UP_THERE = frozenset({"rainbow", "lightning", "moon", "full-moon", "crescent-moon"})
_SETS = Pattern(
    r"(?:让|使)?(?:太阳|夕阳|日头)(?:快要?|就要|要|正在?|开始|慢慢|渐渐)*(?:下山|落山|西下|西沉|落下去|下沉)(?:了|吧)*",
    re.NOFLAG,
)


def _sets(match: re.Match[str], base: Scene) -> str | None:
    """太阳快下山了: the hour, and no mountain."""
    return "日落"


_CHEERS_UP = Pattern(
    r"(?P<who>[\u4e00-\u9fff]{0,5}?)(?:别|不要|不用)(?:再|那么|这么|太|总是?)*(?:难过|伤心|沮丧|失落|不开心|不高兴|愁眉苦脸|哭丧着脸|垂头丧气)(?:了|啦)*",
    re.NOFLAG,
)


def _cheers_up(match: re.Match[str], base: Scene) -> str | None:
    """男孩别那么难过: he is to be happy, and not to be gone."""
    return f"{match['who']}开心一点"


FORMS: tuple[Form, ...] = (
    (_SETS, _sets),
    (_CHEERS_UP, _cheers_up),
    (_BECOMES, _comes),
    (_THUNDERS, _thunders),
    (_RAINBOW, _rainbow),
    (_LEAVES, _falls),
    (_HUNG, _hung),
    (_IN_WEATHER, _apart),
    (_CLEARS, _clears),
    (_STARS, _by_night),
)
"""Each such clause, and what it is told as."""

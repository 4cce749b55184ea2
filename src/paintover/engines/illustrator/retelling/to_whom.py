"""To whom something goes that somebody has already, and to whom somebody comes: 让他把球递给她 is about that ball, 把球放到女孩那边 puts
it beside her, and 加只小狗跟着她 brings a dog to her side, and nobody else.
"""

from __future__ import annotations

import re

from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.as_they_stand import FORMS as AS_THEY_STAND
from paintover.engines.illustrator.retelling.forms import Form, told_by_form
from paintover.engines.illustrator.retelling.of_two import alone_called
from paintover.engines.illustrator.retelling.others import named_in, rank_across
from paintover.engines.illustrator.retelling.plainly_coloured import FORMS as PLAINLY_COLOURED
from paintover.engines.illustrator.retelling.talk import called_in, held_by, kinds_in, living_in, one_noun
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_HAN = re.compile(r"[\u3400-\u9fff]")
_CLAUSES = re.compile(r"([，,。；;！!\n]+)")
_NAME = r"(?:[他她它](?!们)|最?[左右]边[的那][\u4e00-\u9fff]{0,5}?|[\u4e00-\u9fff]{1,6}?)"
_LET = r"(?:算了|不对|还是|再|请|也|那|就|要不)*(?:让|叫|请)?"
_END = r"(?:了|吧|好了|就好|就行|呗|啊|呢|一下)*"
_WHOSE = r"(?:(?:[他她它]的?|自己的?)?手[里中上]的?|[他她它自己]{1,2}的)?"
_WHAT = r"(?P<what>(?!手里)[\u4e00-\u9fff]{1,6}?)"

_HANDS = Pattern(
    rf"(?:{_LET}(?P<who>{_NAME}))??(?:正?在|去|过去|走过去)?(?:把|将)?{_WHOSE}{_WHAT}(?:也|都)?(?P<does>递给|递到|递|交给|交到|拿给|送给|献给|端给|传给|分给|还给|扔给|丢给|抛给|踢给|传到|给)(?:了)?(?P<whom>{_NAME})(?P<hand>(?:的?手[里上中])?){_END}",
    re.NOFLAG,
)
_HANDS_IT = Pattern(
    rf"{_LET}(?P<who>{_NAME})(?P<does>递|送|传|交|扔|抛|踢){_WHAT}给(?P<whom>{_NAME})(?P<hand>){_END}",
    re.NOFLAG,
)
_PUTS = Pattern(
    rf"{_LET}(?:把|将|给)?{_WHOSE}{_WHAT}(?:也|都)?(?:放|移|挪|拿|搬|弄|摆|挂|丢|扔|推|拖|带|滚)(?:回|到|去|在|给|回到)+(?P<whom>{_NAME})的?(?:那边|那里|那儿|那头|这边|这里|这儿|身边|身旁|跟前|边上|一边|那一?[侧面])(?:去|来)?{_END}",
    re.NOFLAG,
)
_GOES = Pattern(
    rf"{_LET}(?P<what>{_NAME})(?:也|都)?(?:(?:走|跑|去|来|站|移|挪|飞|游|爬|回|待|过|(?P<sits>[坐蹲趴躺]))(?:回|到|去|在|过去|过来|向)*(?P<whom>{_NAME})的?(?:那边|那里|那儿|身边|身旁|跟前|边上|那一?[侧面])(?:去|来)?|(?:紧紧|一直)?(?:紧跟|跟随|跟|陪|守)着(?P<other>{_NAME})(?:走|散步)?){_END}",
    re.NOFLAG,
)
_WHATEVER = Pattern(
    rf"(?:{_LET}(?P<who>{_NAME}))??(?:把|将)?(?:(?P<whose>(?!手[里中上]){_NAME})的?)?(?:手[里中上]的?)?(?:(?:那个)?东西(?P<does>递给|交给|拿给|送给|还给|给)|它?(?:还回给|还给|拿回给))(?P<whom>{_NAME}){_END}",
    re.NOFLAG,
)
_BESIDES = "陪着?|等着?|守着?|守护着?|保护着?|找|跟着|紧跟着|跟随着?|跟|尾随着?|围着|绕着|舔着?|蹭着?|冲着?|对着?|朝着?|向着?|喊着?|叫着?|照顾着?|安慰着?|推着?"
_COMES = Pattern(
    rf"(?P<comes>(?:再|又|还|请|帮我|给我)*(?:加|来|添|画|有|多)(?:上|了)?(?:[一两三几四五]?[个只条群匹位名头些])?|(?:[一两三几四五][个只条群匹位名头些]))(?P<who>[\u4e00-\u9fff]{{1,6}}?)(?:正?在|一直|老|紧紧|乖乖)*(?P<does>{_BESIDES})(?P<whom>[他她它]们?|[\u4e00-\u9fff]{{1,4}}?)(?P<then>(?:(?:挥|招)手|大?笑|哭|大?叫|喊|跑(?:过来|来|过去)?|走(?:过来|来|过去)?|飞(?:过来|来)?|摇尾巴|转(?:圈)?|散步|看|玩)?){_END}",
    re.NOFLAG,
)
_SIDE = Pattern(
    r"最?(?P<side>[左右])[边面手侧]?的?(?:那|这)?(?:一?[个只位名])?(?P<noun>[\u4e00-\u9fff]{0,4})", re.NOFLAG
)
_UNSEEN = frozenset("舔蹭找推")
"""What no drawing shows of two, so that the word is kept for the answer to own up to."""
_THROWN = frozenset("扔抛丢踢")


def told_to_whom(prompt: str, base: Scene) -> str:
    """The wish with what goes to somebody, and who comes to them, told plainly; quotations stay as they are."""
    if len(prompt) > 60 or not _HAN.search(prompt) or any(mark in prompt for mark in '“"「『《'):
        return prompt
    parts = _CLAUSES.split(prompt)
    parts[::2] = [told_by_form(part.strip(" ~～"), base, _FORMS) or part for part in parts[::2]]
    return "".join(parts)


def _there(words: str, base: Scene) -> Thing | None:
    """The one thing that is called so; of several, the one that somebody has in hand."""
    if len(kinds_in(words)) != 1:
        return None
    found = [one for one in named_in(words, base) if not is_somebody(one.kind)]
    held = [one for one in found if _holder(one, base) is not None]
    if len(found) > 1:
        found = held
    return found[0] if len(found) == 1 else None


def _holder(one: Thing, base: Scene) -> Thing | None:
    held = one.rel is not None and one.rel.type == "hold"
    holder = base.thing(one.rel.to) if one.rel is not None and held else None
    return holder if holder is not None and kinds()[holder.kind].alive else None


def _called(word: str, base: Scene) -> Thing | None:
    """Who alone is called so, be it by a side: 左边的女孩, 右边那个."""
    if (side := _SIDE.fullmatch(word)) is not None:
        noun = side["noun"]
        able = [one for one in living_in(base) if is_somebody(one.kind)]
        if noun:
            able = [one for one in named_in(noun, base) if kinds()[one.kind].alive]
        able.sort(key=lambda one: rank_across(base, one))
        return able[0 if side["side"] == "左" else -1] if len(able) > 1 else None
    by_name = next((one for one in living_in(base) if called_in(one, base) == word), None)
    return by_name or (alone_called(word, base) if word in "他她它" or one_noun(word) is not None else None)


def _whom(word: str, base: Scene, giver: Thing | None) -> Thing | None:
    """Who is to have it: not who gives it."""
    one = _called(word, base)
    if one is not None and one is not giver:
        return one
    if word in ("他", "她", "它"):
        others = [each for each in living_in(base) if each is not giver and is_somebody(each.kind)]
        return others[0] if len(others) == 1 and word != "它" else None
    return None


def _goes(thing: Thing, giver: Thing | None, whom: Thing, does: str, base: Scene) -> str:
    """Held out by who has it, where that is what is asked; else in the other's hand."""
    name, to = called_in(thing, base), called_in(whom, base)
    if giver is None or giver is whom or not is_somebody(giver.kind):
        return f"{to}拿着那个{name}"
    if does[0] in _THROWN:
        return f"{called_in(giver, base)}扔{name}"
    if does[0] in "递送献端" and is_somebody(whom.kind):
        return f"{called_in(giver, base)}递给{to}一个{name}"
    return f"{to}拿着那个{name}"


def _handed(match: re.Match[str], base: Scene) -> str | None:
    """让他把球递给她: the one that he has."""
    thing = _there(match["what"], base)
    if thing is None or kinds()[thing.kind].alive or (thing.rel is not None and thing.rel.type == "wear"):
        return None
    holder, said = _holder(thing, base), match["who"]
    giver = _called(said, base) if said else holder
    whom = _whom(match["whom"], base, giver or holder)
    if whom is None or (said and giver is None):
        return None
    if holder is not None and giver is not holder:
        return None
    if holder is None and match["does"][0] in "递送" and said:
        return None  # it is elsewhere yet, and comes into a hand first
    return _goes(thing, None if match["hand"] else giver, whom, match["does"], base)


def _put(match: re.Match[str], base: Scene) -> str | None:
    """把球放到女孩那边: beside her."""
    whom = _called(match["whom"], base)
    thing = _there(match["what"], base) or _called(match["what"], base)
    if whom is None or thing is None or thing is whom:
        return None
    return f"把{called_in(thing, base)}放到{called_in(whom, base)}旁边"


def _went(match: re.Match[str], base: Scene) -> str | None:
    """狗去女孩那边, 小狗跟着她: to her side, and nobody comes for it."""
    who, whom = _called(match["what"], base), _called(match["whom"] or match["other"], base)
    if (
        who is None
        or whom is None
        or who is whom
        or (match["other"] and who.rel is not None and who.rel.type == "hold")
    ):
        return None
    sits = f"，{called_in(who, base)}{match['sits']}着" if match["sits"] else ""
    return f"把{called_in(who, base)}放到{called_in(whom, base)}旁边{sits}"


def _whatever(match: re.Match[str], base: Scene) -> str | None:
    """把手里的东西给他: what the other one holds."""
    said = match["who"] or match["whose"]
    giver = _called(said, base) if said else None
    holders = [one for one in living_in(base) if held_by(one, base)]
    if giver is None and not said and len(holders) == 1:
        giver = holders[0]
    if giver is None or len(has := held_by(giver, base)) != 1:
        return None
    if not said and _called(match["whom"], base) is giver:
        return f"{called_in(giver, base)}拿着那个{called_in(has[0], base)}"  # who still holds it out
    whom = _whom(match["whom"], base, giver)
    return None if whom is None else _goes(has[0], giver, whom, match["does"] or "给", base)


def _joined(match: re.Match[str], base: Scene) -> str | None:
    """加只小狗跟着她: at her side."""
    comes, whom, does, then = match["comes"], match["whom"], match["does"], match["then"]
    if len(kinds_in(match["who"])) != 1 or (
        not comes[0].isdigit() and named_in(match["who"], base) and comes[0] in "一两三几四五"
    ):
        return None
    if not kinds()[kinds_in(match["who"])[0]].alive or (
        does in ("跟", "冲", "对", "叫", "绕着", "围着") and not then
    ):
        return None
    if whom.endswith("们"):
        to = whom
    elif (one := _called(whom, base)) is not None:
        to = called_in(one, base)
        if does.endswith("跟着") and not then and one.pose == "run":
            then = "跑"
    else:
        return None
    shows = does[0] if does[0] in _UNSEEN else then if then and then[0] in "挥招笑哭大跑走飞摇" else ""
    shows = re.sub("(?<=[跑走飞])(?:过来|来|过去)|散步", "", shows)
    add = comes if comes[0] not in "一两三几四五" else f"加{comes}"
    return f"{add}{match['who']}在{to}旁边{shows}"


_STANDS_BY = Pattern(
    rf"{_LET}(?P<who>[\u4e00-\u9fff]{{2,4}}?)(?:也|正)?(?P<does>[站坐蹲])在(?P<whom>[他她它]们?|[\u4e00-\u9fff]{{1,4}}?)的?(?P<at>旁边|身边|身旁|身后|后面){_END}",
    re.NOFLAG,
)
_HELPS = Pattern(
    rf"{_LET}(?P<who>[\u4e00-\u9fff]{{2,4}}?)(?:也|也要|也想)?(?:跑|过|走)?来(?:一起)?(?:帮忙|帮他们|帮她们|帮把手|搭把手){_END}",
    re.NOFLAG,
)


def _is_a_stranger(words: str, base: Scene) -> bool:
    """Whether the words name somebody, and nobody who is there."""
    comes = kinds_in(words)
    if len(comes) != 1 or not is_somebody(comes[0]) or one_noun(words) is None:
        return False
    return not any(one.kind == comes[0] or one.label.endswith(words) for one in base.objects)


def _stands_by(match: re.Match[str], base: Scene) -> str | None:
    """服务员站在他们旁边, of whom there is none yet: one comes."""
    whom = match["whom"]
    known = whom.endswith("们") or _called(whom, base) is not None
    if not known or not _is_a_stranger(match["who"], base):
        return None
    return f"加一个{match['who']}{match['does']}在{whom}{match['at']}"


def _helps(match: re.Match[str], base: Scene) -> str | None:
    """儿子也来帮忙, of those who cook: he cooks, too."""
    poses = {one.pose for one in living_in(base) if is_somebody(one.kind)}
    if len(poses) != 1 or not _is_a_stranger(match["who"], base):
        return None
    deed = _LABOURS.get(poses.pop() or "")
    return None if deed is None else f"加一个{match['who']}在{deed}"


_LABOURS = {"stir": "做饭", "sweep": "扫地", "dig": "挖坑", "fish": "钓鱼", "paint": "画画", "water": "浇水"}
"""At what somebody can lend a hand."""
_FORMS: tuple[Form, ...] = (
    (_HANDS, _handed),
    (_HANDS_IT, _handed),
    (_WHATEVER, _whatever),
    (_PUTS, _put),
    (_GOES, _went),
    (_COMES, _joined),
    (_STANDS_BY, _stands_by),
    (_HELPS, _helps),
    *AS_THEY_STAND,
    *PLAINLY_COLOURED,
)

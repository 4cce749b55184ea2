"""What people type in Chinese about a picture without a word for what is to be done with it: 堆个雪人 is one more snowman,
奶奶给孩子红包 brings a grandmother who is not there yet, 加个外星人跟他握手 speaks of who is there.

Each clause that is one of these is told so that the grammar reads it; every other one stays.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.grammar.measures import counts
from paintover.engines.illustrator.grammar.mention import Mention
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.called import called_so
from paintover.engines.illustrator.retelling.forms import told_by_form
from paintover.engines.illustrator.retelling.idiom_things import topped
from paintover.engines.illustrator.retelling.others import called_apart
from paintover.engines.illustrator.retelling.pronouns import meant_by
from paintover.engines.illustrator.retelling.talk import living_in, mentions_in
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.bearing import SEATS
from paintover.engines.illustrator.staging.likeness import is_animal, is_somebody
from paintover.engines.illustrator.wording import Pattern

_CLAUSES = re.compile(r"([，,。；;！!？?\n]+|然后|并且)")
_HAN = re.compile(r"[\u3400-\u9fff]")
_MEASURE = "[个只头匹条根支枝架艘辆台棵朵位名颗块片本顶把杯盏座栋间张件双对群串]"
_Tell = Callable[[re.Match[str], Scene], str | None]


def told_every_day(prompt: str, base: Scene) -> str:
    """The wish with such clauses told plainly; quotations stay as they are."""
    if not _HAN.search(prompt) or any(mark in prompt for mark in '“"「『《'):
        return prompt
    parts = _CLAUSES.split(prompt)
    for at in range(0, len(parts), 2):
        told = _told(parts[at], base)
        brought = _BROUGHT.match(told)
        if brought is not None and parts[at] != told and brought["what"] in "".join(parts[:at]):
            told = told[brought.end() :]  # which came before: 加一个椅子，让爷爷坐在椅子上
        parts[at] = told
    return "".join(parts)


_BROUGHT = re.compile(r"加一个(?P<what>[^，]+)，")


def _told(clause: str, base: Scene) -> str:
    bare = clause.strip(" ~～.…")
    if (said := told_by_form(bare, base, _TURNS)) is not None:
        return said
    return clause


# Who and what is there


def _named(words: str, base: Scene) -> list[Thing]:
    """What of the picture the words name."""
    found: dict[str, Thing] = {}
    for mention in mentions_in(words):
        alike = [one for one in base.objects if one.kind == mention.kind]
        found |= {one.id: one for one in alike or called_so(base.objects, mention)}
    return list(found.values())


def _last(words: str, base: Scene) -> Thing | None:
    return next(reversed(_named(words, base)), None)


def _absent(words: str, base: Scene) -> Mention | None:
    """Who lives and alone is named, and is not in the picture."""
    said = mentions_in(words)
    if len(said) != 1 or said[0].left_out or words != said[0].label or not kinds()[said[0].kind or ""].alive:
        return None
    return None if _named(words, base) else said[0]


def _one(who: str) -> str:
    """One of them, with the measure word of people or of animals."""
    kind = mentions_in(who)[0].kind or ""
    return f"一{'个' if is_somebody(kind) or not is_animal(kind) else '只'}{who}"


def _called(one: Thing, base: Scene) -> str:
    return called_apart(base, one.id, chinese=True)


# What is told


def _made(match: re.Match[str], base: Scene) -> str | None:
    """堆个雪人: it is there then, beside whoever is said to make it."""
    said, where = mentions_in(match["what"]), match["where"]
    if (
        len(said) != 1
        or kinds()[said[0].kind or ""].wear is not None
        or not match["what"].endswith(said[0].label)
    ):
        return None
    if said[0].kind in _LAID:
        return None
    makers = [one for one in _named(where, base) if kinds()[one.kind].alive]
    if not makers:
        few = "三个" if match["few"] else ""
        return f"{where}加{few}{match['what']}" if not where or _PLACE.search(where) else None
    if match["verb"] not in _RAISED or len(makers) != 1:
        return None
    counted = match["what"] if re.match("[个座顶间栋]", match["what"]) else f"个{match['what']}"
    return f"{_called(makers[0], base)}旁边加{counted}"


_RAISED = "堆搭砌盖垒建"
"""What is done to things that are beside one then."""
_LAID = frozenset({"blanket", "quilt", "towel", "cloth", "lid"})
"""What is laid over somebody."""
_PLACE = re.compile(r"[上下里边面前后旁间处]$|^在")


def _young(match: re.Match[str], base: Scene) -> str | None:
    """再来一只小熊猫宝宝: a small one of those who are there."""
    words = match["lead"] + match["who"]
    for one in living_in(base):
        stem = one.label.lstrip("大小")
        if stem and words.endswith(stem) and is_animal(one.kind):  # 小熊猫, where a panda is
            return f"{words.removesuffix(stem).rstrip('大小')}小的{names('zh', one.kind)}{match['rest']}"
    beasts = [token for token in tokenise(words) if is_animal(token.get("kinds") or "")]
    if not beasts or beasts[-1].end != len(words):
        return None
    before, name = words[: beasts[-1].start], beasts[-1].text
    return f"{before.removesuffix('小')}小的{name}{match['rest']}"


def _with_whom(match: re.Match[str], base: Scene) -> str | None:
    """加个外星人跟他握手: who comes and who is there do so together; what is not drawn brings them side by side."""
    said, whom = mentions_in(match["who"]), match["whom"]
    if len(said) != 1 or not kinds()[said[0].kind or ""].alive or not match["who"].endswith(said[0].label):
        return None
    plural = whom[-1] in "们家"
    there = None if plural else meant_by(whom, base) if whom in ("他", "她", "它") else _last(whom, base)
    if there is None:
        return f"加{match['who']}" if plural and _IDLE.search(match["does"]) else None
    both = f"{said[0].label}和{_called(there, base)}{match['does']}"
    alone = said[0].kind not in {one.kind for one in base.objects} and said[0].count == 1
    if alone and any(one.pose in _MUTUAL for one in parse(both).mentions):
        return both
    does = "" if _IDLE.search(match["does"]) else match["does"]
    return f"在{_called(there, base)}旁边加{match['who']}{does}"


_MUTUAL = frozenset({"shake", "five", "toast", "hug", "hands", "whisper", "fight"})
_IDLE = re.compile(r"玩|说话|聊天|一起|散步|待着|站着|作伴|做伴")
"""What is done side by side."""


def _the_two(match: re.Match[str], base: Scene) -> str | None:
    """两个人换个位置: the only two who are there."""
    people = [one for one in living_in(base) if is_somebody(one.kind)]
    pair = next((some for some in (people, living_in(base)) if len(some) == 2), None)
    if pair is None or pair[0].kind == pair[1].kind or any(one.kind == "person" for one in base.objects):
        return None
    does = match["does"].replace("打起来", "打架")
    return f"{match['lead'] or ''}{'和'.join(_called(one, base) for one in pair)}{does}"


def _smokes(match: re.Match[str], base: Scene) -> str | None:
    """锅里冒热气: smoke over what gives it off."""
    what = match["what"].removesuffix("里").removesuffix("上")
    if what in ("烟囱", "屋顶", "房顶"):
        return None  # which a house has
    there = _named(what, base)
    return (
        f"{_called(there[-1], base)}上加烟" if len(there) == 1 and not kinds()[there[0].kind].alive else None
    )


def _gives(match: re.Match[str], base: Scene) -> str | None:
    """奶奶给孩子红包: one, from her hand; she comes where she is not there."""
    if not (_named(match["who"], base) or _absent(match["who"], base)):
        return None
    for cut in range(1, len(match["rest"])):
        whom, what = match["rest"][:cut], match["rest"][cut:].lstrip("了")
        to = [one for one in _named(whom, base) if kinds()[one.kind].alive and whom in ("孩子", one.label)]
        given = mentions_in(what)
        if not to or len(given) != 1 or what != given[0].label or _named(what, base):
            continue
        kind = kinds()[given[0].kind or ""]
        if not kind.alive and kind.wear in (None, "hand"):
            who = match["who"] if _named(match["who"], base) else f"加{_one(match['who'])}"
            return f"{who}给{_called(to[-1], base)}一个{what}"
    return None


def _dishes(match: re.Match[str], base: Scene) -> str | None:
    """桌上多几道菜: dishes, and no raw vegetables."""
    there = {one.kind for one in base.objects}
    new = [kind for kind in _DISHES if kind not in there]
    many = {"一": 1, "个": 1, "": 1, "两": 2, "几": 3, "些": 3, "点": 3, "三": 3, "四": 4, "五": 5}[
        match["n"] or ""
    ]
    table = next((one for one in base.objects if "table" in one.kind), None)
    where = f"在{names('zh', table.kind)}上" if table is not None else ""
    return f"{where}加" + "、".join(f"一个{names('zh', kind)}" for kind in new[:many]) if new else None


_DISHES = ("fish-dish", "stir-fry", "roast-duck", "dumpling", "braised-pork")


def _beside_them(match: re.Match[str], base: Scene) -> str | None:
    """爸爸在旁边帮忙: beside whoever is at it, and not beside the dumplings."""
    who = match["who"]
    living = [one for one in living_in(base) if one not in _named(who, base)]
    if len(living) != 1 or not (_named(who, base) or _absent(who, base)):
        return None
    if not _named(who, base):
        return f"在{_called(living[0], base)}旁边加{_one(who)}"
    return f"{who}在{_called(living[0], base)}旁边"


def _one_more_for(match: re.Match[str], base: Scene) -> str | None:
    """再给她一个蓝气球: into her hand, beside the one that she holds."""
    who = meant_by(match["who"], base) if match["who"] in ("他", "她", "它") else _last(match["who"], base)
    said = mentions_in(match["what"])
    if (
        who is None
        or len(said) != 1
        or not kinds()[who.kind].alive
        or not match["what"].endswith(said[0].label)
    ):
        return None
    if kinds()[said[0].kind or ""].wear not in (None, "hand"):
        return None
    held = any(
        one.rel is not None and (one.rel.type, one.rel.to, one.rel.part) == ("hold", who.id, "hand")
        for one in base.objects
    )
    return f"给{_called(who, base)}手里再放{match['what']}" if held else None


def _in_the_water(match: re.Match[str], base: Scene) -> str | None:
    """海里来条鲸鱼: into the sea that is there, and nobody dives."""
    return f"水里{match['rest']}" if base.env.place in _WATERS else None


_WATERS = frozenset({"beach", "sea", "harbour", "lake", "river"})


def _rather_does(match: re.Match[str], base: Scene) -> str | None:
    """狗别跑了坐下: what it is to do."""
    return f"{match['who']}{match['does']}" if _named(match["who"], base) else None


def _the_people(match: re.Match[str], base: Scene) -> str | None:
    """他们跳舞, where horses are, too: the people, if they are several."""
    there = [one for one in living_in(base) if is_somebody(one.kind)]
    many = Counter(one.label for one in there)
    people = [f"所有的{label}" if number > 1 else label for label, number in many.items()]
    if len(there) < 2 or not any(is_animal(one.kind) for one in living_in(base)):
        return None
    return f"{'和'.join(people)}{match['does']}"


def _at_his_feet(match: re.Match[str], base: Scene) -> str | None:
    """脚边趴只狗: beside who is there."""
    living = [one for one in living_in(base) if is_somebody(one.kind)]
    said = mentions_in(match["what"])
    if not living or len(said) != 1:
        return None
    return f"{_called(living[0], base)}旁边{match['rest']}"


def _on_the_head(match: re.Match[str], base: Scene) -> str | None:
    """头上别个蝴蝶结: of who is there."""
    about = meant_by("她", base)
    return None if about is None else f"给{_called(about, base)}头上戴{match['what']}"


def _comes_riding(match: re.Match[str], base: Scene) -> str | None:
    """让个小女孩骑上去: a girl who is not there yet."""
    return f"一个{match['who']}{match['does']}" if len(mentions_in(match["who"])) == 1 else None


def _caught(match: re.Match[str], base: Scene) -> str | None:
    """钓上来一条鱼: it is there."""
    who = [one for one in _named(match["who"], base) if kinds()[one.kind].alive]
    if len(mentions_in(match["what"])) != 1 or (match["who"] and not who):
        return None
    return f"{_called(who[-1], base)}拿着{match['what']}" if who else f"加{match['what']}"


def _lies_on(match: re.Match[str], base: Scene) -> str | None:
    """病人躺床上, where no bed is: a bed comes along."""
    what, who = mentions_in(match["what"]), _named(match["who"], base)
    if len(what) == 1 and what[0].label == match["what"] and _absent(match["who"], base):
        return f"{match['what']}上{match['does']}{_one(match['who'])}"  # 猫蹲书桌上, where no cat is
    if len(who) != 1 or len(what) != 1 or what[0].label != match["what"] or _named(match["what"], base):
        return None
    if what[0].kind not in SEATS:
        return None
    return f"加一个{match['what']}，{match['who']}{match['does']}在{match['what']}上"


def _feeds(match: re.Match[str], base: Scene) -> str | None:
    """岸上站个小孩喂鸭子: a child that does so."""
    return f"加个{match['who']}{match['does']}" if len(mentions_in(match["who"])) == 1 else None


def _of_the_other_sex(match: re.Match[str], base: Scene) -> str | None:
    """厨师换成女的: a woman of that trade."""
    named = _named(match["who"], base)
    if len({one.kind for one in named}) != 1:
        return None
    told = f"{match['sex']}{names('zh', named[0].kind)}"
    tokens = tokenise(told)
    kind = tokens[0].get("kinds") if len(tokens) == 1 else None
    return f"把{match['who']}换成{told}" if kind not in (None, named[0].kind) else None


def _small_on_large(match: re.Match[str], base: Scene) -> str | None:
    """小的趴在大的背上: the smaller of the two who are there."""
    pair = sorted(
        (one for one in living_in(base) if one.id in base.layout), key=lambda one: base.layout[one.id].scale
    )
    if len(pair) != 2:
        return None
    small, large = (_called(one, base) for one in pair)
    who, whom = (small, large) if match["who"] == "小" else (large, small)
    return f"{who}{match['does']}{whom}{match['where']}"


def _in_willow_ware(match: re.Match[str], base: Scene) -> str | None:
    """碗换成青花瓷的: white with blue flowers."""
    return f"{match['what']}变成白底蓝花的" if _named(match["what"], base) else None


def _in_the_sky(match: re.Match[str], base: Scene) -> str | None:
    """天边彩虹: it is there then."""
    said = mentions_in(match["what"])
    return f"{match['where']}加{match['what']}" if len(said) == 1 and match["what"] == said[0].label else None


def _tied_up(match: re.Match[str], base: Scene) -> str | None:
    """把头发扎起来: a ponytail, of who is there."""
    named = [one for one in _named(match["who"], base) if is_somebody(one.kind)]
    about = named[-1] if named else meant_by("她", base)
    return None if about is None or not is_somebody(about.kind) else f"{_called(about, base)}换成马尾辫"


def _onlookers(match: re.Match[str], base: Scene) -> str | None:
    """观众鼓掌, where nobody looks on: some who do."""
    if any(match["who"] in one.label for one in base.objects):
        return None
    return f"加三个{match['who']}{match['does']}"


def _on_top(match: re.Match[str], base: Scene) -> str | None:
    """树顶放颗星星: on the tree that is there."""
    hosts = [one for one in _named(match["host"], base) if not kinds()[one.kind].alive]
    hosts = hosts or [
        one for one in base.objects if len(match["host"]) == 1 and one.label.endswith(match["host"])
    ]
    if len(hosts) != 1 or len(mentions_in(match["what"])) != 1:
        return None
    return f"在{_called(hosts[0], base)}上面加{match['what']}"


def _at_the_top(match: re.Match[str], base: Scene) -> str | None:
    """顶上加颗星星: on the Christmas tree, or on the highest thing that stands there."""
    if len(mentions_in(match["what"])) != 1:
        return None
    standing = [one for one in base.objects if one.rel is None and one.id in base.layout]
    highest = min(standing, key=lambda one: base.layout[one.id].box[1], default=None)
    host = topped(match["what"], base) or highest
    if host is None or kinds()[host.kind].alive:
        return None
    return f"在{_called(host, base)}上面加{match['what']}"


def _drives(match: re.Match[str], base: Scene) -> str | None:
    """司机是只熊: it sits in the car that is there."""
    cars = [one for one in base.objects if counts("辆", one.kind)]
    if not cars or _named(match["who"], base) or len(mentions_in(match["what"])) != 1:
        return None
    return f"{_called(cars[0], base)}里坐{match['what']}"


def _picture_on_the_wall(match: re.Match[str], base: Scene) -> str | None:
    """墙上挂幅山水画: a picture, whatever it shows."""
    return "墙上挂幅画"


def _crowd(match: re.Match[str], base: Scene) -> str | None:
    """围了一圈人: several."""
    return f"{match['where'] or '旁边'}站几个人"


def _hides(match: re.Match[str], base: Scene) -> str | None:
    """猫躲门后, where no cat is: one that is behind it."""
    goal = mentions_in(match["goal"])
    if _absent(match["who"], base) is None or len(goal) != 1:
        return None
    at = f"在{match['goal']}{match['side'] if len(match['side']) > 1 else match['side'] + '面'}加{_one(match['who'])}"
    return at if _named(match["goal"], base) else f"加一个{match['goal']}，{at}"


def _strewn(match: re.Match[str], base: Scene) -> str | None:
    """撒点花瓣: a few."""
    said = mentions_in(match["what"])
    if len(said) != 1 or said[0].label != match["what"] or _SCENERY.fullmatch(match["what"]):
        return None
    many = "五" if "满" in match[0] else "三"
    return f"{match['where'] or ''}加{many}个{match['what']}"


_SCENERY = re.compile(r"[云雨雪雾星风草花]+|云朵|星星|阳光|雪花")
"""Of which a picture has more or less."""


def _in_the_hand(match: re.Match[str], base: Scene) -> str | None:
    """手换成钩子: somebody has it there."""
    about = meant_by("他", base)
    if about is None or not is_somebody(about.kind) or len(mentions_in(match["what"])) != 1:
        return None
    return f"{_called(about, base)}拿着{match['what']}"


def _all_of_them(match: re.Match[str], base: Scene) -> str | None:
    """小猪们害怕: all of those who are there."""
    named = _named(match["who"], base)
    if len(named) < 2 or len({one.kind for one in named}) > 1:
        return None
    return f"所有的{match['who']}{match['does']}"


def _gapes(match: re.Match[str], base: Scene) -> str | None:
    """鲨鱼张大嘴: a mouth is not drawn open by itself, and nobody grows for that."""
    about = _last(match["who"], base) if match["who"] else next(reversed(living_in(base)), None)
    if about is None or not kinds()[about.kind].alive:
        return None
    raise NotDrawable(f"嘴巴不能单独张开；可以改表情，例如“{_called(about, base)}大笑”")


def _comes(match: re.Match[str], base: Scene) -> str | None:
    """猫叼着树枝, where no cat is: one that does so."""
    if _absent(match["who"], base) is None or not mentions_in(match["rest"]):
        return None
    beasts = [one for one in _named(match["rest"], base) if kinds()[one.kind].alive]
    if beasts and "骑" not in match["does"]:  # 农民赶着牛: the ox that is there
        return f"在{_called(beasts[-1], base)}旁边加{_one(match['who'])}"
    does = _ASIDE.sub("", match["does"])
    return f"加{_one(match['who'])}{does}{match['rest']}"


_ASIDE = re.compile(r"^(?:也|正在|正|在)*(?:坐着|站着|坐在?(?:旁边|对面|一旁|一边)|在(?:旁边|一旁|一边))?")
"""Where somebody does something, which is beside the others."""


_MORE = r"(?:再|又|还|也|要|帮我|请|给我)*"
_TURNS: Sequence[tuple[Pattern, _Tell]] = tuple(
    (Pattern(source, re.NOFLAG), tell)
    for source, tell in (
        (rf"(?P<where>[^，。]{{0,8}}?)(?:正在|在)?{_MORE}(?P<verb>堆|搭|砌|盖|垒|建|做|(?<![荷面书背钱红沙挎提])包|捏|编|扎|造|种|栽)(?!成|[一个张份]{{0,2}}(?:海报|贺卡|图标|封面|贴纸|表情|鬼脸|动作|姿势|手势|样子|背景|效果)|满)(?:了|上|起|出|起来)?(?P<few>一?[点些])?(?P<what>(?:[一两三四五几]?{_MEASURE})?[\u4e00-\u9fff]{{1,6}})", _made),
        (r"(?P<lead>[^，。]{0,10}?)(?P<who>[\u4e00-\u9fff]{1,4}?)(?:宝宝|幼崽|崽崽|崽子|崽儿?|宝贝|幼仔)(?P<rest>[^，。]{0,10})", _young),
        (rf"{_MORE}(?:加|来|画|添|放)(?:上|了)?(?P<who>[一两三]?{_MEASURE}?[\u4e00-\u9fff]{{1,6}}?)(?:来|去)?(?:跟|和|与|同|陪)着?(?P<whom>[他她它]们?|大家|[\u4e00-\u9fff]{{1,4}}?)(?:一起|一块儿?|一同|正在|在)*(?P<does>[\u4e00-\u9fff]{{1,6}})", _with_whom),
        (r"(?:让|叫)?(?P<lead>把|给)?(?:这|那)?(?:两个人?|俩人?|俩个?|两人|二人|两只|两个家伙)(?P<does>(?:都|互|相|换|交换|面对|一起|手|牵|拉|挽|握|拥|抱|亲|吻|击掌|站|坐|跑|跳|笑|哭|背靠|依偎|吵|打架|打起来|打斗)[^，。]*)", _the_two),
        (r"(?:让|叫|给)?(?P<what>[\u4e00-\u9fff]{1,5}?)(?:上面?|里面?)?(?:正|在|还)*(?:冒着?|升起|飘出|飘着)(?:出|了)?(?:一?[点些缕股])?(?:白|青|炊|黑)?(?:烟|热气|蒸汽|白气)", _smokes),
        (r"(?:让|叫)?(?P<who>[\u4e00-\u9fff]{1,4}?)(?:正|在)*(?:给|送给?|递给?|发给?)(?P<rest>[\u4e00-\u9fff]{2,8})", _gives),
        (rf"(?:[饭餐]?桌子?上)?{_MORE}(?:多|加|上|摆|放|添|来|端)+(?:上|了|来)?(?P<n>[一两三四五几些点])?(?:[道盘样个桌]|(?<=[些点]))(?:好|小|热|家常)?菜", _dishes),
        (r"(?:让|叫)?(?P<who>[\u4e00-\u9fff]{1,5}?)(?:也|就)?(?:站|坐)?在(?:一旁|旁边|边上|一边|身边)(?:帮忙|帮着|打下手|看着?|陪着?|等着?|待着|守着|加油)", _beside_them),
        (rf"(?:再|又|也|还)+给(?P<who>[他她它]|[\u4e00-\u9fff]{{1,5}}?)(?:再)?(?P<what>[一两三]{_MEASURE}[\u4e00-\u9fff]{{1,6}})", _one_more_for),
        (rf"(?:让|叫)?(?P<who>[他她它]|[\u4e00-\u9fff]{{1,5}}?)(?:再|又)(?:拿|举|抱)(?:着|上)?(?P<what>[一两三]{_MEASURE}[\u4e00-\u9fff]{{1,6}})", _one_more_for),
        (r"(?:大)?(?:海里|海中|水下|水中|湖里|河里)(?:面|头)?(?P<rest>(?:再|又|还)*(?:来|有|游|多|加|放|跳|出现|游来)[^，。]{1,10})", _in_the_water),
        (r"(?:让|叫)?(?P<who>[\u4e00-\u9fff]{1,5}?)(?:别|不要|不)(?:再)?(?:跑|跳|飞|睡|坐|站|走|哭|笑|吃|玩|动|看|打架|吵架)了?(?:让[他她它])?(?P<does>(?:坐|站|趴|躺|跑|跳|睡|笑|走|蹲)(?:下来?|着|起来|觉)?)", _rather_does),
        (r"(?:让|叫)?(?:他们|她们|大家|人们)(?P<does>(?:一起|都|全|也|在)*(?:跳舞|唱歌|坐|站|笑|哭|跑|睡|招手|挥手|鼓掌|欢呼|举手|戴|穿|拿|举|打)[^，。]{0,8})", _the_people),
        (rf"(?:在)?(?:脚边|脚下|脚旁|身边|身旁|怀边)(?P<rest>(?:再)?(?:趴|坐|蹲|站|躺|来|放|有|卧|睡)着?(?:了|一)?(?P<what>{_MEASURE}[\u4e00-\u9fff]{{1,6}}))", _at_his_feet),
        (rf"(?:在)?头上(?:再)?(?:戴|别|插|顶|扎|系)(?:着|上)?(?P<what>一?{_MEASURE}[\u4e00-\u9fff]{{1,6}})", _on_the_head),
        (r"(?:让|叫)(?:个|位|名)(?P<who>[\u4e00-\u9fff]{1,5}?)(?P<does>骑[^，。]{0,6})", _comes_riding),
        (rf"(?P<who>[\u4e00-\u9fff]{{0,4}}?)(?:终于|刚|又)?(?:钓上来|钓起|钓到|钓了|钓上|抓到|捡到|摘了|摘下|抓住|捞到|捞上来|掉下来?|落下)了?(?P<what>[一两几]{_MEASURE}[\u4e00-\u9fff]{{1,5}})", _caught),
        (r"(?:把|让)?(?P<who>[\u4e00-\u9fff]{1,5}?)(?:换|改|变)成(?:一?个)?(?P<sex>[男女])(?:的|生|性|士)?", _of_the_other_sex),
        (r"(?:让|叫)?(?P<who>[小大])的(?P<does>(?:趴|坐|站|躺|骑|睡|跟)(?:在|到|着)?)[大小]的(?P<where>(?:的)?(?:背上|头上|身上|肩上|旁边|后面|前面|怀里)?)", _small_on_large),
        (r"(?:把|将)?(?P<what>[\u4e00-\u9fff]{1,4}?)(?:都)?(?:换|改|变)成?青花瓷?(?:做)?的", _in_willow_ware),
        (r"(?:让|叫)?(?P<who>[\u4e00-\u9fff]{1,4}?)(?P<does>躺|坐|趴|睡|蹲|站)(?:在|到|着)?(?P<what>[\u4e00-\u9fff]{1,4}?)上(?:面|去)?", _lies_on),
        (r"(?:在)?(?:岸上|岸边|河边|湖边|池边|水边|旁边|边上)(?:再)?(?:站|坐|蹲|来|有)着?(?:了|一)?[个位名只](?P<who>[\u4e00-\u9fff]{1,5}?)(?:在|来|正)?(?P<does>(?:喂|赶|追|牵|遛)着?[^，。]{1,5})", _feeds),
        (r"(?P<where>天边|天上|天空中?|空中|远处)(?:出现?|现出|露出|升起|挂|架起?|飘来?)?(?:着|了)?(?:有?[一两三]?[道轮个片朵座])?(?P<what>[\u4e00-\u9fff]{1,4})", _in_the_sky),
        (r"(?:让|把|给)?(?P<who>[\u4e00-\u9fff]{0,4}?)的?头发(?:都)?(?:扎|绑|束|盘|梳)(?:起来|上|成马尾|高)", _tied_up),
        (r"(?P<who>观众|路人|行人|游客|客人|乘客|围观的?人)们?(?:都|在|一起)*(?P<does>鼓掌|欢呼|拍手|大?笑|挥手|招手|拍照|围观|喝彩|加油)", _onlookers),
        (r"(?:把)?(?:左|右)?手(?:里|上)?的?(?:换|改|变)成(?P<what>[\u4e00-\u9fff]{1,5})", _in_the_hand),
        (r"(?:让|叫)?(?P<who>[\u4e00-\u9fff]{1,4})们(?P<does>(?:都|全|也|一起|很|在)*(?:害怕|开心|高兴|生气|难过|惊讶|哭|笑|跑|跳|睡|坐|站|趴|躺|飞|欢呼|加油|跳舞|戴|穿|围)[^，。]{0,6})", _all_of_them),
        (r"(?:让|叫)?(?P<who>[\u4e00-\u9fff]{0,4}?)(?:的?嘴巴?张(?:大|开|着|得大大)|张(?:大|开|着)了?大?嘴巴?)了?", _gapes),
        (rf"(?P<who>司机|驾驶员|开车的人?)(?:是|换成|变成)(?P<what>一?{_MEASURE}[\u4e00-\u9fff]{{1,5}})", _drives),
        (r"(?:在)?墙(?:壁|面)?上(?:再)?(?:挂|贴|放|加|来)(?:上|了|着)?(?:一)?[幅张](?:山水|风景|油|水墨|国|抽象|肖像|装饰|花鸟|名|大|小)+画", _picture_on_the_wall),
        (r"(?P<where>[^，。]{0,4}?)围(?:着|了|上|观)*(?:一圈|一群|很多|好多|许多|几个|一堆|些)人(?:在)?(?:看|围观|看热闹)?", _crowd),
        (r"(?:让|叫)?(?P<who>[\u4e00-\u9fff]{1,4}?)(?:躲|藏)(?:在|到)?(?P<goal>[\u4e00-\u9fff]{1,4}?)的?(?P<side>后面|后边|背后|下面|底下|旁边|里面?|后|下)", _hides),
        (r"(?P<where>地上|桌上|旁边|周围|上面|水面上|草地上)?(?:再)?(?:撒|铺|洒|摆|放|挂|点|种|堆)(?:了|着|上)?(?:一?[点些]|满了?)(?P<what>[\u4e00-\u9fff]{1,5})", _strewn),
        (r"(?P<where>地上|门口|门前|院子里)?(?:正在|在)?(?:放|点)(?:了|着)?(?P<what>鞭炮|爆竹|炮仗)", _strewn),
        (rf"(?:在)?(?:最?顶上|顶部|顶端|最上面|最顶端)(?:再)?(?:放|加|插|来|画|添)(?:上|个)?(?P<what>[一两三]?{_MEASURE}[\u4e00-\u9fff]{{1,5}})", _at_the_top),
        (rf"(?:在)?(?P<host>[\u4e00-\u9fff]{{1,4}}?)(?:顶上?|顶端|尖上?)(?:再)?(?:放|加|插|停|站|来|挂|摆)(?:着|上|了)?(?P<what>[一两三]?{_MEASURE}[\u4e00-\u9fff]{{1,5}})", _on_top),
        (r"(?P<who>[\u4e00-\u9fff]{1,5}?)(?P<does>(?:也|正在|正|在)*(?:坐着|站着|坐在?(?:旁边|对面|一旁|一边)|在(?:旁边|一旁|一边))?(?:戴|穿|围|系|挎|挑|扛|拎|照|看|读|写|画|洗|扫|擦|开|拿|叼|举|抱|背|牵|骑|吃|喝|推|提|赶|撑|捧|端|弹|拉|吹|放|钓|踢)(?:着|上|了)?)(?P<rest>[^，。的]{1,8})", _comes),
    )
)  # fmt: skip
"""Whole clauses, and what each is told as; None passes to the next."""

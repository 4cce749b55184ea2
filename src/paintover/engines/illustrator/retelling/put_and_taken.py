"""What goes, comes and changes places, as people type it in Chinese: 别画云了, 狗挡住男孩了，挪一下, 想要公交车而不是汽车, 再来一对."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import TABLES, kinds
from paintover.engines.illustrator.retelling.chinese_terms import named_in
from paintover.engines.illustrator.retelling.of_the_backdrop import piece_called
from paintover.engines.illustrator.retelling.others import called_apart
from paintover.engines.illustrator.retelling.talk import mentions_in, one_noun
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.wording import Pattern

_ZH = re.compile(r"[\u3400-\u9fff]")
_CLAUSES = re.compile(r"([，,。；;！!\n]+)")
_LEST = re.compile(
    r"(?<=[\u4e00-\u9fff])[，,]?(?:别|不要|免得|以免|省得|不然)(?:会|再)?(?:吓|碰|踩|撞|压|挤|伤|打扰|吵)(?:到|着|坏|倒|醒|了|住)+[^，。]{0,5}$"
)
"""Why something is to be done, behind what is: 狗离远点，别吓到母鸡."""
_PINWHEEL = re.compile(r"(?<=[拿举握玩])(?:着|了|上)?(?:一)?[个只支把]?(?=风车)")
"""What one holds is no mill."""
_BRINGS = r"(?=(?:再|还|也)?(?:多|又)?(?:加|放|摆|画|添|来|有|站|停|趴|蹲|坐))"
_GROUNDS = {
    "street": re.compile(rf"^在?(?:马|大|公)?路(?:的)?(?:中间|正中间?|中央|当中|上面?){_BRINGS}"),
    "beach": re.compile(rf"^在?(?:大)?海(?:的)?(?:旁边?|边上|前面){_BRINGS}"),
}
"""What of a place is told that all who come stand on anyway: 路中间放个箱子 in a street."""


def told_as_put(prompt: str, base: Scene) -> str:
    """The wish with what goes, comes or changes places told plainly; as it is where it says no such thing of what is there."""
    if len(prompt) > 60 or not _ZH.search(prompt):
        return prompt
    prompt = _PINWHEEL.sub(r"\g<0>小", _LEST.sub("", prompt))
    if (ground := _GROUNDS.get(base.env.place)) is not None:
        prompt = ground.sub("", prompt)
    bare = prompt.strip(" ~～。.！!")
    for form, tell in _WHOLE:
        if (match := form.fullmatch(bare)) is not None and (told := tell(match, base)) is not None:
            return told
    return "".join(part if at % 2 else _clause(part, base) for at, part in enumerate(_CLAUSES.split(prompt)))


def _clause(clause: str, base: Scene) -> str:
    for form, tell in _BY_ITSELF:
        if (match := form.fullmatch(clause.strip())) is not None and (told := tell(match, base)) is not None:
            return told
    return clause


def _one_of(words: str, base: Scene) -> Thing | None:
    """The one thing that the words name, and nothing else."""
    named = named_in(words, base) if one_noun(words) is not None else []
    return named[0] if len(named) == 1 else None


def _is_plain(words: str) -> bool:
    """Whether the words are a noun, and no more: not how something is drawn, nor what is done."""
    roles = ("verbs", "poses", "moods", "sizes", "actions")
    return not any(token.get(role) for token in tokenise(words) for role in roles)


def _gone(match: re.Match[str], base: Scene) -> str | None:
    """别画云了, 没有云更好: what of the picture is to go, be it a thing or a piece of the place."""
    return f"去掉{match['x']}" if _is_plain(match["x"]) else None


def _ground_gone(match: re.Match[str], base: Scene) -> str | None:
    """不要草地: the place would be none without it; without any background the picture is cut out.

    Raises:
        NotDrawable: it is what the place is made of.
    """
    if match["ground"] == "背景":
        return "把背景去掉"
    if named_in(match["ground"], base) or piece_called(match["ground"], base) is not None:
        return None
    raise NotDrawable(notes.of_the_backdrop(match["ground"], "zh"))


def _unwanted(match: re.Match[str], base: Scene) -> str | None:
    """不想要窗帘, 不想要画: a thing, or a piece of the place."""
    words = match["x"]
    if words == "画":
        return "去掉墙上的画"
    return f"去掉{words}" if piece_called(words, base) is not None else _gone(match, base)


def _not_to(match: re.Match[str], base: Scene) -> str | None:
    """不想要女孩戴帽子: what she has on goes, and nothing comes."""
    if not named_in(match["who"], base) or one_noun(match["x"]) is None:
        return None
    if not named_in(match["x"], base):
        raise NotDrawable(notes.already_so("zh"))
    return f"去掉{match['who']}的{match['x']}"


def _taken(match: re.Match[str], base: Scene) -> str | None:
    """拿走云: what is no thing by itself, which only a thing could be carried off as."""
    return None if named_in(match["x"], base) else _gone(match, base)


def _swapped(match: re.Match[str], base: Scene) -> str | None:
    """想要公交车而不是汽车: the one that is there gives way."""
    old = one_noun(match["old"])
    if old is None or one_noun(match["new"]) is None or not named_in(match["old"], base):
        return None
    if named_in(match["new"], base):  # 只要猫，不要狗: who stays is there
        return None
    return f"把{match['old']}换成{match['new']}"


def _out_of_the_way(match: re.Match[str], base: Scene) -> str | None:
    """狗挡住男孩了: it goes a bit off."""
    one, other = _one_of(match["a"], base), _one_of(match["b"], base)
    return None if one is None or other is None or one is other else f"{match['a']}离{match['b']}远一点"


def _to_the_other_side(match: re.Match[str], base: Scene) -> str | None:
    """狗到男孩的另一边: to the right of him where it is to the left."""
    one, other = _one_of(match["a"], base), _one_of(match["b"], base)
    if one is None or other is None or not {one.id, other.id} <= base.layout.keys():
        return None
    side = "右" if base.layout[one.id].x < base.layout[other.id].x else "左"
    return f"把{match['a']}移到{match['b']}{side}边"


def _elsewhere(match: re.Match[str], base: Scene) -> str | None:
    """给狗换个位置: to the other side of the picture."""
    one = _one_of(match["a"], base)
    if one is None or one.id not in base.layout:
        return None
    if side := match.groupdict().get("side"):
        return f"把{match['a']}移到{side}边"
    others = [base.layout[each.id].x for each in base.objects if each is not one and each.id in base.layout]
    middle = sum(others) / len(others) if others else base.layout[one.id].x - 1
    return f"把{match['a']}移到{'右' if base.layout[one.id].x < middle else '左'}边"


def _not_there(match: re.Match[str], base: Scene) -> str | None:
    """书包别放这里，放到树下: it goes there, and is not taken away."""
    if _one_of(match["a"], base) is None:
        return None
    goal = match["goal"]
    if match["there"] and not goal:  # 小孩别坐沙发上: nobody says where else, so that it is beside
        where = re.sub("(?:[上里下]面?|旁边|[前后左右]面)$", "", match["there"])
        on_it = _one_of(where, base) is not None and match["there"] != f"{where}旁边"
        return f"把{match['a']}放到{where}旁边" if on_it else None
    return f"把{match['a']}放到{goal}" if goal else _elsewhere(match, base)


def _off(match: re.Match[str], base: Scene) -> str | None:
    """狗走开一点: off from whoever is nearest."""
    one = _one_of(match["a"], base)
    if one is None or one.id not in base.layout:
        return None
    at = base.layout[one.id].x
    others = [
        each for each in base.objects if each is not one and each.id in base.layout and each.rel is None
    ]
    nearest = min(others, key=lambda each: abs(base.layout[each.id].x - at), default=None)
    if nearest is None or _one_of(nearest.label, base) is None:
        return f"{match['a']}走远一点"
    return f"{match['a']}离{nearest.label}远一点"


def _the_two(match: re.Match[str], base: Scene) -> str | None:
    """把它们换个位置: the two that are there, but for what they are on, and what is on them or in their hands."""
    bearers = {one.rel.to for one in base.objects if one.rel is not None and one.rel.type in ("on", "inside")}
    standing = [
        one
        for one in base.objects
        if one.id not in bearers and (one.rel is None or one.rel.type not in ("wear", "hold"))
    ]
    living = [one for one in standing if kinds()[one.kind].alive]
    two = [one.label for one in (living if len(living) == 2 else standing)]
    if len(two) != 2 or not all(_one_of(name, base) for name in two):
        return None
    return f"把{two[0]}和{two[1]}换个位置"


def _at_either_side(match: re.Match[str], base: Scene) -> str | None:
    """左右两边各放一碗米饭: one to the left and one to the right."""
    if _one_of(match["a"], base) is None if match["a"] else len(base.objects) > 1:
        return None  # one at each end of all who are there
    put = f"边{match['verb']}{match['rest']}"
    return f"{match['a']}左{put}，{match['a']}右{put}"


def _to_us(match: re.Match[str], base: Scene) -> str | None:
    """狗离我们近一点."""
    if _one_of(match["a"], base) is None:
        return None
    return f"{match['a']}往前走几步" if match["how"] == "近" else f"{match['a']}走远一点"


def _at_its_side(match: re.Match[str], base: Scene) -> str | None:
    """让狗在男孩的右边."""
    one, other = _one_of(match["a"], base), _one_of(match["b"], base)
    if one is None or other is None or one is other:
        return None
    return f"把{match['a']}移到{match['b']}{match['side']}边"


def _close_by(match: re.Match[str], base: Scene) -> str | None:
    """狗和男孩挨着."""
    one, other = _one_of(match["a"], base), _one_of(match["b"], base)
    return None if one is None or other is None or one is other else f"{match['a']}靠近{match['b']}一点"


def _so_many(match: re.Match[str], base: Scene) -> str | None:
    """加到六个, 减到两个: of what is talked about, in all."""
    said = "只留" if match["how"] in "减降" else "变成"
    return f"{said}{match['n']}{match['m']}" if base.objects else None


def _only(match: re.Match[str], base: Scene) -> str | None:
    """一个就够了: no more than so many."""
    return f"只留{match['n']}{match['m']}" if base.objects else None


def _a_pair(match: re.Match[str], base: Scene) -> str | None:
    """再来一对, 再加一群: so many more of what is talked about."""
    return f"再加{_IN_ALL[match['m']]}个" if base.objects else None


_IN_ALL = {"对": "两", "双": "两", "群": "四", "堆": "四", "些": "两", "排": "三"}


def _round_one(match: re.Match[str], base: Scene) -> str | None:
    """女孩周围加一只猫: a single one goes round nobody, and is beside."""
    return f"{match['a']}旁边{match['rest']}"


def _in_between(match: re.Match[str], base: Scene) -> str | None:
    """中间加个小孩, where two stand by themselves: between them, and not in the middle of the picture."""
    standing = [
        one for one in base.objects if one.id in base.layout and (one.rel is None or one.rel.type == "on")
    ]
    living = [one for one in standing if kinds()[one.kind].alive and kinds()[one.kind].habitat != "sky"]
    if len(living) != 2 or any(one.kind in TABLES for one in standing):
        laid = [one for one in standing if one.rel is not None]
        alone = len(laid) == 2 and laid[0].rel == laid[1].rel and not living
        return _amid(laid, match, base) if alone else None
    return _amid(living, match, base)


def _amid(two: Sequence[Thing], match: re.Match[str], base: Scene) -> str:
    first, second = (called_apart(base, one.id, chinese=True) for one in two)
    return f"在{first}和{second}中间{match['rest']}"


def _opposite(match: re.Match[str], base: Scene) -> str | None:
    """对面加个男生: beside her, as it is seen from the side."""
    who = match["who"] or ""
    if who and who not in "她他它" and _one_of(who, base) is None:
        return None
    verb = "有" if match["verb"] == "是" else match["verb"]
    return f"{who}旁边{verb}{match['rest']}"


def _another_there(match: re.Match[str], base: Scene) -> str | None:
    """脚边放个球, where she has one in her hands: another, which lies there."""
    there = named_in(match["x"], base) if one_noun(match["x"]) is not None else []
    held = [one for one in there if one.rel is not None and one.rel.type in ("hold", "wear")]
    if not there or len(held) < len(there):
        return None
    return f"{match['at']}再加一{match['m']}{match['x']}"


def _photographs(match: re.Match[str], base: Scene) -> str | None:
    """墙上贴满照片: pictures that hang there, and not more of what hung there last."""
    many = match["n"] or ("五" if match["full"] else "三" if _SOME.search(match[0]) else "一")
    return f"墙上挂{many}幅画"


_SOME = re.compile("很多|一些|几[张幅]")


def _of_the_tree(match: re.Match[str], base: Scene) -> str | None:
    """苹果改成橘子, of apple trees that are drawn with their fruit."""
    old, new = one_noun(match["old"]), one_noun(match["new"])
    if old is None or new is None or named_in(match["old"], base):
        return None
    was, now = f"{old.kind}-tree", f"{new.kind}-tree"
    if now not in kinds() or not any(one.kind == was for one in base.objects):
        return None
    return f"把{names('zh', was)}换成{names('zh', now)}"


def _on_the_wall(match: re.Match[str], base: Scene) -> str | None:
    """墙上挂串辣椒, 墙上钉个钟: so many that hang there."""
    words = f"{match['n'] or '一'}{match['m']}{match['what']}"
    return f"墙上挂{words}" if len(mentions_in(words)) == 1 else None


_N = r"(?P<n>[一二两三四五六七八九十]|\d{1,2})"
_M = r"(?P<m>[个只头匹条根支枝艘辆台棵朵位名颗块片本顶把盏座栋件张])"
_X = r"(?P<x>[\u4e00-\u9fff]{1,5}?)"
_A = r"(?P<a>[\u4e00-\u9fff]{1,5}?)"
_B = r"(?P<b>[\u4e00-\u9fff]{1,5}?)"
_OLD = r"(?P<old>[\u4e00-\u9fff]{1,5}?)"
_NEW = r"(?P<new>[\u4e00-\u9fff]{1,8}?)"
_END = r"(?:吧|就好|就行|就可以|好了|呗)?"
Tell = Callable[[re.Match[str], Scene], "str | None"]
_GROUND = r"(?P<ground>绿?草地|草坪|天空|沙滩|沙子|大海|海水|湖水|马路|公路|地面|雪地|背景|阳光|人行道)"
_ON_THE_WALL = rf"(?:在)?墙(?:壁|面)?上(?:面)?(?:再|也|要)*(?:挂|贴|钉|装)(?:上|着|了)?(?P<n>[一两三四])?(?P<m>[个串幅把面张条顶件副支枝只块束])(?P<what>[\u4e00-\u9fff]{{1,6}}?){_END}"
_WHOLE: Sequence[tuple[Pattern, Tell]] = tuple(
    (Pattern(source, re.NOFLAG), tell)
    for source, tell in (
        (_ON_THE_WALL, _on_the_wall),
        (r"(?:在)?墙(?:壁|面)?上(?:面)?(?:再|也|要|都)*(?:挂|贴|钉)(?P<full>满)?(?:上|着|了)*(?:(?P<n>[一两三四五])?[张幅]|很多|一些|几张|几幅)?(?:照片|相片|合影|全家福|奖状)(?:吧)?", _photographs),
        (rf"(?:把|将)?(?:树上的)?{_OLD}(?:都|全部?)?(?:换|改|变)成{_NEW}{_END}", _of_the_tree),
        (rf"(?:我)?(?:更|还是)?(?:想|只|就)?要(?:看)?{_NEW}(?:[，,]?而?不是|[，,]?不要){_OLD}(?:了)?", _swapped),
        (rf"(?:别|不要|不用)(?:再)?画{_OLD}了?[，,]?(?:改|要|而?是)?(?:画|换|来)(?:成)?{_NEW}{_END}", _swapped),
        (rf"{_NEW}(?:替掉|替换掉|顶替|顶掉|取代|代替)(?:了)?{_OLD}{_END}", _swapped),
        (rf"(?:把|将)?{_OLD}(?:用|拿){_NEW}(?:替换|替代|代替|换|替)(?:掉|了|一下)?{_END}", _swapped),
        (rf"(?:把)?{_A}(?:别|不要|不应该|不该)(?:再)?(?:放|摆|站|坐|待|呆|躺|趴|睡)?在?(?:(?:这|那)(?:里|儿|边|个位置|个地方)|(?P<there>[\u4e00-\u9fff]{{1,4}}?(?:[上里下]面?|旁边|[前后左右]面)))了?(?:[，,]+(?:给我|请)?(?:把它)?(?:放|挪|移|搬|站|换|摆)(?:到|在)(?P<goal>[^，。]{{2,8}}))?{_END}", _not_there),
        (rf"(?:把)?{_A}(?:挡|遮)(?:住|着|到)(?:了)?{_B}了?(?:[，,]?(?:把(?:它|他|她|[\u4e00-\u9fff]{{1,3}}?))?(?:往?(?:旁|边上?)(?:边)?)?(?:移|挪|让|走)(?:一下|一点|开|走|动|一?[挪移让])?(?:一?[下点])?{_END})?", _out_of_the_way),
        (rf"(?:把|让)?挡(?:住|着){_B}的{_A}(?:给)?(?:移|挪|搬)(?:开|走|一下|一?挪){_END}", _out_of_the_way),
        (rf"(?:给|让|把|帮)?{_A}(?:换|挪)(?:一?个|一下|到别的)位置{_END}(?:[，,](?:请)?(?:放|摆|站|挪|移|搬|到|去|在)+(?:画面)?的?最?(?P<side>[左右])(?:边|侧|面)?(?:去)?{_END})?", _elsewhere),
        (rf"{_N}{_M}(?:就)?(?:够|行|好|可以)了?", _only),
    )
)  # fmt: skip
_BY_ITSELF: Sequence[tuple[Pattern, Tell]] = tuple(
    (Pattern(source, re.NOFLAG), tell)
    for source, tell in (
        (rf"(?:我|咱)?(?:不想要|不需要|不想看到|不想有){_GROUND}(?:了|啦)?{_END}", _ground_gone),
        (rf"(?:请|把|将|就|还是)*(?:不要|去掉|删掉|去除|别要|不要有){_GROUND}(?:了|啦)?{_END}", _ground_gone),
        (rf"(?:把|将)?{_GROUND}(?:都|就|也)*(?:不要了?|去掉|删掉|太多了?|多余了?){_END}", _ground_gone),
        (rf"(?:要是)?没有?{_GROUND}(?:的话)?(?:会|就|可能|应该)?(?:更好看?|好看?一?[些点]|比较好|就好了|就行)", _ground_gone),
        (r"(?:在)?(?:正|最)?中间(?:再|也)?(?P<rest>(?:放|摆|站|加|坐|来|画|添|停|蹲|趴|种)(?:上|着|了)?[^，。]{1,12})", _in_between),
        (r"(?:在)?(?P<who>[她他它]|[\u4e00-\u9fff]{1,5}?)?的?对面(?:再|也)?(?P<verb>有|是|放|摆|站|加|坐|来|画|添|停|蹲|趴|种)(?:上|着|了)?(?P<rest>[^，。]{1,10})", _opposite),
        (r"(?P<at>(?:在)?[\u4e00-\u9fff]{0,5}?(?:脚边|脚下|地上|旁边|身边|前面|后面|左边|右边))(?:再)?(?:放|摆|加|来)(?:上|着|了)?(?:一)?(?P<m>[个只条把本朵束根支杯])(?P<x>[\u4e00-\u9fff]{1,5}?)", _another_there),
        (rf"(?:就)?(?:请|还是)?(?:别|不要|不用|甭)(?:再)?画{_X}了?{_END}", _gone),
        (rf"(?:要是)?没有?{_X}(?:的话)?(?:会|就|可能|应该)?(?:更好看?|好看?一?[些点]|比较好|就好了|就行)", _gone),
        (rf"(?:我|咱)?(?:不想要|不需要|不想看到|不想有)(?:[这那]?一?[个只条匹头位把张棵朵些]|[这那]些)?{_X}(?:了|啦)?{_END}", _unwanted),
        (rf"(?:我|咱)?(?:不想要|不想让|不要让|别让)(?P<who>[\u4e00-\u9fff]{{1,5}}?)(?P<does>[戴穿拿抱背牵举围])着?(?P<x>[\u4e00-\u9fff]{{1,5}}?)(?:了|啦)?{_END}", _not_to),
        (rf"(?:把|将)?{_X}(?:是|很|有点|太)?多余(?:的|了)?{_END}", _gone),
        (rf"(?:把|将)?{_X}(?:拿走|移走|撤掉|撤走|清掉|擦掉|抹掉|去了){_END}", _taken),
        (rf"(?:拿走|移走|撤掉|撤走|清掉|擦掉|抹掉){_X}{_END}", _taken),
        (rf"(?:让|把)?{_A}(?:移|挪|搬|换|走|站|去|跑|放)?到{_B}的?(?:另|另外|对)一?[边侧](?:去)?{_END}", _to_the_other_side),
        (rf"(?:让|把)?{_A}离(?:我们?|镜头|画面|观众)(?:再|更)?(?P<how>近|远)(?:一?[点些]儿?){_END}", _to_us),
        (rf"(?:让|叫|把)?{_A}(?:再)?(?:(?:挪|移|走|站|躲|退|离)(?:得)?开(?:一?[点些]儿?)|(?:挪|移|离|躲)(?:得)?远(?:一?[点些]儿?)){_END}", _off),
        (rf"(?:让|叫|把)?(?:[他她它]们|两个|两者|(?=[他她它俩]))(?:[他她它]?俩|两个)?(?:的)?(?:位置)?(?:换|对调|互换|调换|交换|对换)(?:一下|一?个)?(?:位置)?{_END}", _the_two),
        (r"在?(?P<a>[\u4e00-\u9fff]{0,5}?)的?(?:左右)?两[边侧旁](?:再)?(?:各|分别|都)(?P<verb>放|摆|站|加|坐|来|种|挂|画|添|蹲)(?:上|着|了)?(?P<rest>一?[个只头匹条把盆位名辆朵座棵碗盘杯盏张][^，。圈]{1,6})", _at_either_side),
        (rf"(?:让|叫|把){_A}在{_B}的?(?P<side>[左右])[边侧面]{_END}", _at_its_side),
        (rf"(?:让|把)?{_A}(?:和|跟|与){_B}(?:紧)?(?:挨着|挨在一起|挨近一?[点些]|靠着|靠在一起|靠近一?[点些]|近一?[点些]){_END}", _close_by),
        (rf"(?:再)?(?P<how>加|减|降|增|添)[加少]?(?:到|成|至|为){_N}{_M}{_END}", _so_many),
        (rf"(?:再|又|多)(?:来|加|画|添|放)一(?P<m>[对双群堆排]){_END}", _a_pair),
        (rf"在?{_A}的?(?:周围|四周|身边|附近)(?P<rest>(?:再|还)?(?:加|放|摆|画|来|添|有)(?:上|个|了)?一?[个只头匹条把盆位名辆朵座棵][^，。圈]{{1,6}})", _round_one),
    )
)  # fmt: skip

"""Chinese wishes with the scene that they should give, and what of it the answer shows, names, or loses in silence.

`wishes` makes random sentences out of the words and templates of zh_scenes.toml, as people type them in chats: short, with
or without 在, commas and 的. `judged` compares what each says with the composed scene. A fact is right; or it is named by a
note; or it is silent, which is what must become rare.
"""

from __future__ import annotations

import itertools
import random
import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.company import at_table

WORDS: dict[str, Any] = tomllib.loads((Path(__file__).parent / "zh_scenes.toml").read_text(encoding="utf-8"))
Verdict = Literal["right", "named", "silent"]
NUMBERS = ("", "一", "两", "三", "四")


@dataclass(slots=True)
class Who:
    """Somebody or something that a wish names: the kinds that may be drawn for it, how many, and how it looks."""

    word: str
    kinds: tuple[str, ...]
    count: int = 1
    facts: list[tuple[str, str]] = field(default_factory=list)
    """What is said of it: a fact in the words of zh_scenes.toml, and the words of the wish that say it."""


@dataclass(slots=True)
class Wish:
    """A sentence and what it says."""

    template: str
    text: str
    cast: list[Who]
    setting: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Judged:
    """One fact of a wish."""

    wish: Wish
    fact: str
    verdict: Verdict


def of(table: str, word: str, count: int = 1) -> Who:
    """Who has that word in that table."""
    skip = 2 if table == "worn" else 1
    return Who(word, tuple(WORDS[table][word][skip:]), count)


class Maker:
    """Sentences, from one seed."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)

    def pick(self, table: str) -> str:
        """A word of a table."""
        words: list[str] = list(WORDS[table])
        return self.rng.choice(words)

    def two(self, table: str) -> tuple[str, str]:
        """Two words of a table that mean different kinds."""
        while True:
            one, other = self.rng.sample(list(WORDS[table]), 2)
            if not set(WORDS[table][one]) & set(WORDS[table][other][1:]):
                return one, other

    def deed(self, who: Who, table: str = "deeds") -> str:
        """Something that it does; its facts are added."""
        deed = self.rng.choice(WORDS[table])
        who.facts += [(fact, deed["say"]) for fact in deed["facts"]]
        said: str = deed["say"]
        return said

    def does(self, who: Who, table: str = "deeds") -> str:
        """The same, mostly with the 在 of what goes on."""
        said = self.deed(who, table)
        states = "着在躲藏靠站坐蹲趴躺跪捂钻从跳叼看追围戴提捧举推拉背抱牵端扛哭"
        return said if said[0] in states or "着" in said else self.rng.choice(("在", "正在", "")) + said

    def anyone(self) -> tuple[Who, str, str]:
        """A person or an animal, its measure word, and the table of what it does."""
        table = self.rng.choice(("people", "people", "animals"))
        word = self.pick(table)
        return of(table, word), WORDS[table][word][0], "deeds" if table == "people" else "acts"

    def dress(self, who: Who) -> str:
        """A 的-clause: what it wears, with a colour."""
        word, colour = self.pick("worn"), self.pick("colours")
        verb, _, *kinds = WORDS["worn"][word]
        while word == "眼镜" and colour not in "红黑":
            colour = self.pick("colours")
        said = f"{verb}{self.rng.choice(('', '着'))}{colour}{self.rng.choice(('', '色', '色的'))}{word}"
        who.facts += [
            (f"wear {'|'.join(kinds)}", said),
            (f"colour {'|'.join(kinds)} {WORDS['colours'][colour]}", said),
        ]
        return said

    def hold(self, who: Who) -> str:
        """A 的-clause: what it has in its hand."""
        word = self.pick("held")
        measure, *kinds = WORDS["held"][word]
        number = self.rng.choice(("", f"一{measure}", measure))
        said = self.rng.choice((f"手里拿着{number}{word}", f"拿着{number}{word}", f"手拿{word}"))
        who.facts.append((f"hold {'|'.join(kinds)}", said))
        return said

    def where(self, wish: Wish) -> str:
        """A place, a time or a weather, or none of them."""
        if self.rng.random() < 0.4:
            return ""
        if self.rng.random() < 0.6:
            word = self.pick("places")
            wish.setting.append((f"place {'|'.join(WORDS['places'][word])}", word))
            return word
        word = self.pick("skies")
        wish.setting += [(fact, word) for fact in WORDS["skies"][word]]
        return word

    def comma(self) -> str:
        """Between two clauses, often forgotten."""
        return self.rng.choice(("，", "，", " ", ""))

    def wish(self) -> Wish:
        """One sentence."""
        make = self.rng.choice(TEMPLATES)
        wish = make(self)
        wish.template = make.__name__
        return wish


def does_it(m: Maker) -> Wish:
    who, measure, table = m.anyone()
    wish = Wish("", "", [who])
    where = m.where(wish)
    n = m.rng.choice((0, 1, 1, 2, 3)) if table == "acts" else m.rng.choice((0, 1, 1, 2))
    who.count = max(n, 1)
    colour = m.pick("colours") if table == "acts" and m.rng.random() < 0.4 else ""
    look = f"{colour}{m.rng.choice(('色', '色的'))}" if colour else ""
    if colour:
        who.facts.append((f"colour W {WORDS['colours'][colour]}", colour))
    number = f"{NUMBERS[n]}{measure}" if n else ""
    wish.text = f"{where}{number}{look}{who.word}{m.does(who, table)}"
    return wish


def in_clothes(m: Maker) -> Wish:
    who, measure, table = m.anyone()
    wish = Wish("", "", [who])
    where = m.where(wish)
    look = m.dress(who)
    wish.text = f"{where}{m.rng.choice(('', '一' + measure))}{look}的{who.word}{m.does(who, table)}"
    return wish


def with_it_in_hand(m: Maker) -> Wish:
    who, measure, _ = m.anyone()
    wish = Wish("", "", [who])
    where = m.where(wish)
    look = m.hold(who)
    seat, kinds = m.rng.choice(
        (("长椅", "bench"), ("石头", "rock"), ("沙发", "couch"), ("箱子", "box|crate"))
    )
    who.facts.append((f"on {kinds}", f"坐在{seat}上"))
    form = m.rng.choice(
        ("{w}{n}坐在{s}上的{who}{l}", "{w}{n}{l}的{who}坐在{s}上", "{w}{n}{who}坐在{s}上{c}{l}")
    )
    wish.text = form.format(w=where, n="一" + measure, s=seat, who=who.word, l=look, c=m.comma())
    return wish


def two_clauses(m: Maker) -> Wish:
    a, b = m.two("people") if m.rng.random() < 0.6 else (m.pick("people"), m.pick("animals"))
    table = "acts" if b in WORDS["animals"] else "deeds"
    first, second = of("people", a), of("animals" if table == "acts" else "people", b)
    wish = Wish("", "", [first, second])
    where = m.where(wish)
    wish.text = f"{where}{a}{m.does(first)}{m.comma()}{b}{m.does(second, table)}"
    return wish


def dealing(m: Maker) -> Wish:
    table = m.rng.choice(("people", "people", "animals"))
    a, b = m.two(table)
    deal = m.rng.choice(WORDS["dealings"])
    first, second = of(table, a), of(table, b)
    for fact in deal["facts"]:
        of_second = fact.startswith("X ")
        (second if of_second else first).facts.append(
            (fact.removeprefix("X ") if of_second else fact, deal["say"])
        )
    wish = Wish("", "", [first, second])
    where = m.where(wish)
    number = m.rng.random() < 0.4
    names = {
        "W": (f"一{WORDS[table][a][0]}" if number else "") + a,
        "X": (f"一{WORDS[table][b][0]}" if number else "") + b,
    }
    wish.text = where + re.sub("[WX]", lambda one: names[one[0]], deal["say"])
    return wish


def one_and_other(m: Maker) -> Wish:
    table = m.rng.choice(("people", "animals"))
    word = m.pick(table)
    measure, deeds = WORDS[table][word][0], "deeds" if table == "people" else "acts"
    first, second = of(table, word), of(table, word)
    wish = Wish("", "", [first, second])
    where = m.where(wish)
    form = m.rng.choice(
        (
            "{w}两{m}{who}{c}一{m}{a}，{o}{b}",
            "{w}一{m}{who}{a}{c}{o}{b}",
            "{w}两{m}{who}，一{m}{a}，一{m}{b}",
        )
    )
    other = m.rng.choice((f"另一{measure}", f"另外一{measure}"))
    wish.text = form.format(
        w=where,
        m=measure,
        who=word,
        c=m.comma() or "，",
        o=other,
        a=m.does(first, deeds),
        b=m.does(second, deeds),
    )
    return wish


def one_of_them(m: Maker) -> Wish:
    table = m.rng.choice(("people", "animals", "animals"))
    word = m.pick(table)
    measure = WORDS[table][word][0]
    count = m.rng.choice((2, 3, 4))
    rest, one = of(table, word, count - 1), of(table, word)
    wish = Wish("", "", [rest, one])
    where = m.where(wish)
    if table == "animals" and m.rng.random() < 0.5:
        colour = m.pick("colours")
        said = f"是{colour}色的"
        one.facts.append((f"colour W {WORDS['colours'][colour]}", colour))
        rest.facts.append((f"uncoloured {WORDS['colours'][colour]}", colour))
    elif m.rng.random() < 0.5:
        said = m.dress(one)
        rest.facts.append((f"unworn {one.facts[0][0].split()[1]}", said))
    else:
        said = m.does(one, "deeds" if table == "people" else "acts")
    wish.text = f"{where}{NUMBERS[count]}{measure}{word}{m.comma() or '，'}其中一{measure}{said}"
    return wish


def left_and_right(m: Maker) -> Wish:
    table = m.rng.choice(("people", "animals", "things"))
    a, b = m.two(table)
    first, second = of(table, a), of(table, b)
    first.facts.append(("left of X", "左边"))
    wish = Wish("", "", [first, second])
    where = m.where(wish)
    x, y = f"一{WORDS[table][a][0]}{a}", f"一{WORDS[table][b][0]}{b}"
    if m.rng.random() < 0.5:
        colour = m.pick("colours")
        y = f"一{WORDS[table][b][0]}{colour}色的{b}"
        second.facts.append((f"colour W {WORDS['colours'][colour]}", colour))
    form = m.rng.choice(
        ("左边是{x}{c}右边是{y}", "{x}在左边{c}{y}在右边", "左边{x}{c}右边{y}", "左边有{x}，右边有{y}")
    )
    wish.text = where + form.format(x=x, y=y, c=m.comma())
    return wish


def on_the_table(m: Maker) -> Wish:
    a, b = m.two("things")
    n, k = m.rng.choice((1, 2, 3)), m.rng.choice((1, 1, 2))
    first, second = of("things", a, n), of("things", b, k)
    where, ground = m.rng.choice(
        (
            ("桌上", "dining-table"),
            ("桌子上", "dining-table"),
            ("床上", "bed"),
            ("窗台上", "bay-window"),
            ("地毯上", "rug"),
        )
    )
    for one in (first, second):
        one.facts.append((f"on {ground}|tabletop", where))
    form = m.rng.choice(("{w}摆着{x}和{y}", "{w}有{x}{c}还有{y}", "{w}放着{x}、{y}", "{x}和{y}放在{w}"))
    wish = Wish("", "", [first, second])
    x, y = (f"{NUMBERS[i]}{WORDS['things'][o][0]}{o}" for i, o in ((n, a), (k, b)))
    wish.text = form.format(w=where, x=x, y=y, c=m.comma())
    return wish


def within(m: Maker) -> Wish:
    vessel, kinds = m.rng.choice((("篮子", "basket"), ("盒子", "box"), ("箱子", "box|crate"), ("碗", "bowl")))
    word = m.rng.choice(("苹果", "香蕉", "气球", "玫瑰"))
    n = m.rng.choice((1, 2, 3))
    thing = of("things", word, n)
    thing.facts.append((f"in {kinds}", "里面"))
    form = m.rng.choice(("一个{v}，里面有{x}", "一个{v}里面装着{x}", "{v}里有{x}", "一个装着{x}的{v}"))
    wish = Wish("", "", [thing, Who(vessel, tuple(kinds.split("|")))])
    wish.text = form.format(v=vessel, x=f"{NUMBERS[n]}{WORDS['things'][word][0]}{word}")
    return wish


def around_it(m: Maker) -> Wish:
    table = m.rng.choice(("people", "animals"))
    word, n = m.pick(table), m.rng.choice((2, 3, 4))
    who = of(table, word, n)
    ground, kinds = m.rng.choice(
        (("桌子", "dining-table"), ("篝火", "campfire|fire"), ("蛋糕", "cake|birthday-cake|shortcake"))
    )
    wish = Wish("", "", [who])
    where = m.where(wish)
    act, facts = m.rng.choice(
        (("坐着", ["pose sit"]), ("跳舞", ["pose dance"]), ("唱歌", ["hold microphone"]), ("聊天", []))
    )
    who.facts += [(f"near {kinds}", f"围着{ground}"), *((fact, act) for fact in facts)]
    wish.text = f"{where}{NUMBERS[n]}{WORDS[table][word][0]}{word}围着{ground}{act}"
    return wish


CATS = {
    "三花猫": ("三花", 3), "三毛猫": ("三毛", 3), "奶牛猫": ("奶牛", 2), "黑白猫": ("黑白", 2), "橘白猫": ("橘白", 2),
    "橘猫": ("橘", 1), "黑猫": ("黑", 1), "白底橘花的猫": ("白底", 2), "白底黑斑的猫": ("白底", 2), "狸花猫": ("狸花", 2), "花猫": ("花", 2),
}  # fmt: skip


def coat(m: Maker) -> Wish:
    word = m.rng.choice(list(CATS))
    cat = Who(word, ("cat",), m.rng.choice((1, 1, 2)))
    said, colours = CATS[word]
    cat.facts.append((f"coat {colours}", said))
    wish = Wish("", "", [cat])
    where = m.where(wish)
    wish.text = f"{where}{NUMBERS[cat.count]}只{word}{m.does(cat, 'acts')}"
    return wish


TITLES = ("开业大吉", "周末特惠", "毕业快乐", "生日快乐", "春季招新", "读书日", "新品上市", "我们结婚啦")
LINES = ("全场五折", "周六下午三点", "地址：人民路8号", "欢迎光临", "限时三天")
SHEETS = {
    "海报": "poster",
    "宣传海报": "poster",
    "贺卡": "card",
    "生日卡": "card",
    "表情包": "meme",
    "logo": "logo",
    "邀请函": "card",
}


def on_paper(m: Maker) -> Wish:
    name = m.rng.choice(list(SHEETS))
    title = m.rng.choice(TITLES)
    word = m.pick("animals")
    who = of("animals", word)
    wish = Wish("", "", [who], [(f"sheet {SHEETS[name]}", name), (f"words {title}", title)])
    form = m.rng.choice(
        (
            "做一张{s}，上面写着“{t}”，画一只{w}",
            "{s}，标题“{t}”，中间一只{w}",
            "来张{s} {w} 写“{t}”",
            "一张{s}：一只{w}，配文：{t}",
            "画个{s}，主角是一只{w}，文字是{t}",
        )
    )
    wish.text = form.format(s=name, t=title, w=word)
    if m.rng.random() < 0.5:
        line = m.rng.choice(LINES)
        wish.text += m.rng.choice(
            ("，下面写“{}”", "，底部小字“{}”", "，副标题“{}”", "，最下面一行写着{}")
        ).format(line)
        wish.setting.append((f"line {line}", line))
    return wish


def written(m: Maker) -> Wish:
    word, kinds = m.rng.choice((("木牌", "signpost"), ("牌子", "signpost"), ("横幅", "signpost")))
    words = m.rng.choice(("欢迎回家", "小心台阶", "加油", "禁止停车"))
    who, measure, _ = m.anyone()
    form = m.rng.choice(
        ("{n}{who}举着{b}，上面写着“{t}”", "{n}{who}举着写着“{t}”的{b}", "{n}{who}拿着{b} 上面写{t}")
    )
    wish = Wish("", "", [who], [(f"says {words}", words)])
    who.facts.append((f"hold {kinds}", word))
    wish.text = form.format(
        n=f"一{measure}",
        who=who.word,
        b=m.rng.choice((f"一块{word}", word)) if word != "横幅" else "一条横幅",
        t=words,
    )
    return wish


TEMPLATES: tuple[Callable[[Maker], Wish], ...] = (
    does_it, does_it, does_it, in_clothes, in_clothes, with_it_in_hand, two_clauses, two_clauses, two_clauses, dealing, dealing, dealing,
    one_and_other, one_of_them, left_and_right, on_the_table, within, around_it, coat, on_paper, written,
)  # fmt: skip


def wishes(seed: int, count: int) -> Iterator[Wish]:
    """So many sentences."""
    maker = Maker(seed)
    for _ in range(count):
        yield maker.wish()


# What a scene shows


class Shown:
    """A scene, asked for facts."""

    def __init__(self, scene: Scene, notes: Sequence[str]) -> None:
        self.scene = scene
        self.notes = "\n".join(notes)
        self.by_id = {one.id: one for one in scene.objects}
        self.used: set[str] = set()

    def bound(self, one: Thing, other: Thing, *types: str) -> bool:
        """Whether the first stands in such a relation (any, if none is named) to the second."""
        return one.rel is not None and one.rel.to == other.id and (not types or one.rel.type in types)

    def of_kinds(self, kinds: str) -> list[Thing]:
        wanted = kinds.split("|")
        return [one for one in self.scene.objects if one.kind in wanted]

    def holds(self, fact: str, who: list[Thing], other: list[Thing]) -> bool:
        """Whether that is so of these; `other` is X, whom the wish names besides."""
        verb, _, rest = fact.partition(" ")
        env = self.scene.env
        match verb:
            case "place" | "time" | "weather" | "season":
                return str(getattr(env, verb)) in rest.split("|") or (
                    (verb, rest) == ("weather", "snow") and env.place == "snow"
                )
            case "sheet":
                return self.scene.sheet == rest
            case "words" | "line":
                lines = (self.scene.caption or "").split("\n")
                return rest in lines if verb == "words" else rest in lines[1:] or rest in lines
            case "says":
                return any(one.says == rest for one in self.scene.objects)
            case "lit":
                return env.time == "day" and env.weather == "clear"
        if verb == "has":
            return self.is_there(rest)
        shared = verb == "hold" and len(who) > 1  # one thing may be held by one of them
        return (any if shared else all)(self.is_so(verb, rest, one, other) for one in who)

    def is_there(self, kinds: str) -> bool:
        env = self.scene.env
        return any(
            self.of_kinds(kind) or kind == env.place or kind == f"time {env.time}"
            for kind in kinds.split("|")
        )

    def is_so(self, verb: str, rest: str, one: Thing, other: list[Thing]) -> bool:
        kinds, _, value = rest.partition(" ")
        others = other if kinds == "X" else self.of_kinds(kinds)
        match verb:
            case "pose":
                seated = "sit" in rest.split() and one.rel is not None and one.rel.type == "on"
                at = [self.by_id[one.rel.to]] if one.rel is not None else []
                return (
                    one.pose in re.split(r"[ |]", rest)
                    or seated
                    or ("sit" in rest and any(at_table(one, x) for x in at))
                )
            case "mood":
                return one.mood == rest
            case "hold" | "holds":
                return any(self.bound(x, one, "hold") for x in others)
            case "wear":
                return any(self.bound(x, one, "wear", "on", "cover") for x in others)
            case "unworn":
                return not any(self.bound(x, one, "wear", "on") for x in others)
            case "near":
                return any(self.bound(x, one) or self.bound(one, x) or self.share(one, x) for x in others)
            case "on":
                if "place" in kinds and self.scene.env.place == value:
                    return True
                at_place = "tabletop" in kinds and self.scene.env.place == "tabletop" and one.rel is None
                on_it = any(
                    self.bound(one, x, "on") or (self.bound(one, x, "inside") and "swing" in kinds)
                    for x in others
                )
                return at_place or on_it or any(self.bound(one, x, "on") for x in self.of_kinds(kinds))
            case "in":
                return any(self.bound(one, x, "inside") or self.bound(one, x, "on") for x in others)
            case "behind":
                return any(self.bound(one, x, "behind") or self.bound(x, one, "front") for x in others)
            case "left":
                return any(self.bound(one, x, "left") or self.bound(x, one, "right") for x in other)
            case "colour":
                if kinds == "W":
                    return one.colour == value
                mine = [x for x in others if x.rel is not None and x.rel.to == one.id] or others
                return any(x.colour == value for x in mine)
            case "uncoloured":
                return one.colour != rest
            case "coat":
                second = (one.second or "").split()
                return len({one.colour, *second} - {None}) >= int(rest) or (
                    rest == "2" and one.pattern is not None
                )
        raise ValueError(verb)

    def share(self, one: Thing, other: Thing) -> bool:
        """Whether both are bound to the same third."""
        return one.rel is not None and other.rel is not None and one.rel.to == other.rel.to


def cast_of(shown: Shown, wish: Wish) -> list[list[list[Thing]]]:
    """For each order in which those of the same kind may be dealt out, who is who."""
    deals = []
    for order in itertools.permutations(range(len(wish.cast))):
        taken: set[str] = set()
        cast: list[list[Thing]] = [[] for _ in wish.cast]
        for at in order:
            who = wish.cast[at]
            free = [one for one in shown.scene.objects if one.kind in who.kinds and one.id not in taken]
            cast[at] = free[: who.count]
            taken |= {one.id for one in cast[at]}
        deals.append(cast)
    return deals


def named(notes: str, *words: str) -> bool:
    """Whether a note quotes a part of these words."""
    quoted = re.findall("“([^”]*)”", notes)
    common = "的在着了一个只上里"
    return any(
        part in word
        or word in part
        or bool(set(part) - set(common) and set(part) & (set(word) - set(common)))
        for part in quoted
        for word in words
        if word
    )


def judged(wish: Wish) -> tuple[list[Judged], Scene, tuple[str, ...]]:
    """Each fact of a wish with its verdict, the scene, and the notes."""
    composed = compose_scene(wish.text, ratio="1:1", seed=3, language="zh")
    shown = Shown(composed.scene, composed.notes)
    best: list[Judged] = []
    for cast in cast_of(shown, wish):
        found = [*_judge(wish, shown, cast)]
        if not best or sum(one.verdict == "right" for one in found) > sum(
            one.verdict == "right" for one in best
        ):
            best = found
    return best, composed.scene, composed.notes


def _judge(wish: Wish, shown: Shown, cast: list[list[Thing]]) -> Iterator[Judged]:
    def of_it(fact: str, right: bool, *words: str) -> Judged:
        return Judged(wish, fact, "right" if right else "named" if named(shown.notes, *words) else "silent")

    for at, (who, things) in enumerate(zip(wish.cast, cast, strict=True)):
        total = sum(one.count for one in wish.cast if set(one.kinds) & set(who.kinds))
        there = sum(one.kind in who.kinds for one in shown.scene.objects)
        yield of_it(
            f"count {who.kinds[0]} {who.count}", there == total and len(things) == who.count, who.word
        )
        other = cast[1 - at] if len(cast) == 2 else []
        unposed = re.search(f"画不出[^，]*“{who.word}”[^，]*的这个姿势", shown.notes) is not None
        for fact, said in who.facts:
            if fact == "on W":
                yield of_it(
                    fact,
                    bool(other) and any(shown.bound(one, x, "on", "hold") for x in other for one in things),
                    said,
                )
                continue
            filled = fact.removesuffix(" of X")
            if fact.startswith("pose ") and unposed:
                yield Judged(wish, f"{who.word}: {fact}", "named")
                continue
            yield of_it(
                f"{who.word}: {fact}", bool(things) and shown.holds(filled, things, other), said, who.word
            )
    for fact, said in wish.setting:
        yield of_it(fact, shown.holds(fact, [], []), said)

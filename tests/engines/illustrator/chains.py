"""Generated chains of edits, in English and Chinese, each step with what must come of it, worked out on its own.

The expectation knows nothing of the parser or the editor: a `Group` is so many of a kind that look alike, and a step
names the groups that it touches. What a step does not touch keeps its place, and its pixels to the bit.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import msgspec
import numpy as np

from paintover.domain.errors import NotDrawable
from paintover.domain.ratio import parse_ratio
from paintover.engines.illustrator.drawing.render import Drawing, draw
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.letters.titling import words_sprites
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.stock import at_ease, colour_of, takes_mood, takes_pose
from paintover.engines.illustrator.staging.cast import ATTACHED
from paintover.engines.illustrator.staging.layout import arrange

Lang = Literal["en", "zh"]
ANIMALS = ("cat", "dog", "horse", "ox", "sheep", "pig", "rabbit", "elephant", "penguin", "duck")
THINGS = ("apple", "chair", "suitcase", "ball", "bench", "umbrella", "tree", "car", "bicycle", "pumpkin")
PLURALS = {"sheep": "sheep", "ox": "oxen", "bench": "benches"}
MEASURES = {
    "dog": "条", "horse": "匹", "ox": "头", "pig": "头", "elephant": "头", "chair": "把", "bench": "张", "umbrella": "把",
    "tree": "棵", "car": "辆", "bicycle": "辆", "cat": "只", "sheep": "只", "rabbit": "只", "penguin": "只", "duck": "只",
}  # fmt: skip
COLOURS = {"red": "红色", "blue": "蓝色", "green": "绿色", "purple": "紫色", "orange": "橙色", "pink": "粉色"}
WORN = ("hat", "crown", "scarf", "sunglasses", "straw-hat")
POSES = {
    "sleep": ("sleep", "睡觉"), "jump": ("jump", "跳"), "run": ("run", "跑"), "sit": ("sit", "坐下"), "lie": ("lie down", "躺下"),
}  # fmt: skip
MOODS = {
    "happy": ("happy", "开心"), "sad": ("sad", "难过"), "angry": ("angry", "生气"), "surprised": ("surprised", "惊讶"),
    "crying": ("cry", "哭"),
}  # fmt: skip
NUMBERS = {2: ("two", "两"), 3: ("three", "三"), 4: ("four", "四")}
PLACES = {
    "beach": ("at the beach", "海边"), "snow": ("in the snow", "雪地里"), "forest": ("in the forest", "森林里"),
    "street": ("on the street", "街上"), "room": ("in a room", "房间里"), "desert": ("in the desert", "沙漠里"),
}  # fmt: skip
TIMES = {"night": ("night", "晚上"), "sunset": ("sunset", "黄昏"), "dawn": ("dawn", "清晨")}
WEATHERS = {"snow": ("snow", "下雪"), "rain": ("rain", "下雨"), "fog": ("foggy", "有雾")}
STYLES = {
    "watercolour": ("watercolour", "水彩"), "ink": ("ink wash", "水墨"), "pixel": ("pixel art", "像素"),
    "line": ("line art", "线稿"), "papercut": ("papercut", "剪纸"), "neon": ("neon", "霓虹"),
}  # fmt: skip


def _own_colour(kind: str) -> str:
    """The colour that one is drawn in: a pumpkin that is to be orange is so already."""
    return colour_of(Thing(id="o1", kind=kind, label=kind, lang="en", rung="sprite"))


CAPTIONS = {"en": ("Hello", "Good night", "Our farm"), "zh": ("你好", "晚安", "我们的农场")}


Drawn = Callable[[Scene, Scene], bool]


def _anyhow(before: Scene, after: Scene) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Group:
    """So many of a kind, all alike."""

    kind: str
    count: int = 1
    colour: str | None = None
    size: str | None = None
    pose: str | None = None
    mood: str | None = None
    worn: frozenset[str] = frozenset()

    def looks(self) -> list[tuple[object, ...]]:
        return [
            (self.kind, self.colour, self.size, self.pose, self.mood, tuple(sorted(self.worn)))
        ] * self.count


@dataclass(frozen=True, slots=True)
class World:
    """What the picture must show."""

    groups: tuple[Group, ...]
    place: str | None = None
    time: str = "day"
    weather: str = "clear"
    style: str = "storybook"
    caption: str | None = None

    def looks(self) -> list[tuple[object, ...]]:
        return sorted((look for group in self.groups for look in group.looks()), key=repr)

    def having(self, group: Group) -> World:
        """The world with this group in the place of the one of its kind."""
        return replace(self, groups=tuple(group if one.kind == group.kind else one for one in self.groups))


@dataclass(frozen=True, slots=True)
class Step:
    """An edit in words, the world after it, and the kinds that it may touch; `drawn` is what must be so besides."""

    action: str
    prompt: str
    world: World
    touched: frozenset[str] = frozenset()
    everywhere: bool = False
    """Every pixel may change: another style, place or time."""
    drawn: Drawn = _anyhow
    host: tuple[str, str] | None = None
    """To which side of whom it is put: the two change places where there is no room for half of it."""
    aside: str | None = None
    """To which side of the picture it goes: the answer says that there is no room where it does not come there, only then."""


class Chain:
    """A picture and five edits of it, by number: even ones are English, odd ones Chinese."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.lang: Lang = "zh" if number % 2 else "en"
        self.rng = random.Random(f"chain {number}")
        kinds = self.rng.sample(ANIMALS, 2) + self.rng.sample(THINGS, 1)
        self.world = World(tuple(Group(kind) for kind in kinds))
        self.began_at = ""
        """Where the first picture plays: where penguins are, there is snow."""
        self.at_ease: frozenset[tuple[str, str]] = frozenset()
        """Kinds, each with the pose that it has of itself: told that, a picture would not change."""
        self.actions = [
            step for name, step in sorted(vars(Chain).items()) if name.startswith("_to_") and callable(step)
        ]

    def start(self) -> str:
        """The prompt of the first picture."""
        listed = [self._one(group.kind) for group in self.world.groups]
        prompt = ", ".join(listed) if self.lang == "en" else "、".join(listed)
        self.began_at = compose_scene(prompt, ratio="1:1", seed=0, language=self.lang).scene.env.place
        return prompt

    def steps(self, count: int = 5) -> Iterator[Step]:
        """That many edits, each of another sort."""
        actions = self.rng.sample(self.actions, len(self.actions))
        while count:
            step = actions.pop()(self)
            if step is not None:
                count -= 1
                self.world = step.world
                yield step

    # Words

    def _say(self, english: Sequence[str], chinese: Sequence[str]) -> str:
        return self.rng.choice(list(english if self.lang == "en" else chinese))

    def _word(self, kind: str) -> str:
        return names(self.lang, kind)

    def _one(self, kind: str) -> str:
        return self._some(kind, 1)

    def _some(self, kind: str, count: int) -> str:
        word = self._word(kind)
        if self.lang == "zh":
            return f"{'一' if count == 1 else NUMBERS[count][1]}{MEASURES.get(kind, '个')}{word}"
        if count > 1:
            return f"{NUMBERS[count][0]} {self._plural(kind)}"
        return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"

    def _plural(self, kind: str) -> str:
        return PLURALS.get(kind, f"{self._word(kind)}s")

    def _the(self, group: Group) -> str:
        if self.lang == "zh":
            return f"所有的{self._word(group.kind)}" if group.count > 1 else self._word(group.kind)
        return f"all the {self._plural(group.kind)}" if group.count > 1 else f"the {self._word(group.kind)}"

    def _colour(self, colour: str) -> str:
        return colour if self.lang == "en" else COLOURS[colour]

    def _pair(self, words: tuple[str, str]) -> str:
        return words[self.lang == "zh"]

    def _group(self, fits: Callable[[Group], bool] = lambda group: True) -> Group | None:
        found = [group for group in self.world.groups if fits(group)]
        return self.rng.choice(found) if found else None

    def _new_kind(self, among: Sequence[str] = ANIMALS + THINGS) -> str:
        here = {group.kind for group in self.world.groups}
        return self.rng.choice([kind for kind in among if kind not in here])

    def _becomes(self, action: str, prompt: str, group: Group, drawn: Drawn = _anyhow) -> Step:
        return Step(action, prompt, self.world.having(group), frozenset({group.kind}), drawn=drawn)

    # Actions

    def _to_add(self) -> Step:
        kind = self._new_kind()
        count = self.rng.choice((1, 1, 2))
        colour = self.rng.choice((None, *COLOURS))
        some = self._some(kind, count)
        if colour is not None:
            head, _, noun = some.partition(" ") if self.lang == "en" else (some[:2], "", some[2:])
            head = "a" if head in ("a", "an") else head
            head = "an" if (head, colour[0]) == ("a", "o") else head
            some = f"{head} {colour} {noun}" if self.lang == "en" else f"{head}{COLOURS[colour]}的{noun}"
        prompt = self._say(
            (f"add {some}", f"Please add {some} to the picture.", f"put {some} in there too"),
            (f"加{some}", f"再加{some}", f"画面里添{some}", f"再画上{some}吧"),
        )
        new = Group(kind, count, colour)
        return Step("add", prompt, replace(self.world, groups=(*self.world.groups, new)), frozenset({kind}))

    def _to_remove(self) -> Step | None:
        group = self._group()
        if group is None or len(self.world.groups) < 2:
            return None
        the = self._the(group)
        prompt = self._say(
            (f"remove {the}", f"delete {the} please", f"get rid of {the}", f"take {the} away"),
            (f"去掉{the}", f"把{the}删掉", f"不要{the}了", f"{the}去掉"),
        )
        rest = tuple(one for one in self.world.groups if one is not group)
        return Step("remove", prompt, replace(self.world, groups=rest), frozenset({group.kind}))

    def _to_replace(self) -> Step | None:
        group = self._group(lambda one: one.count == 1 and not one.worn)
        if group is None:
            return None
        kind = self._new_kind()
        the, new = self._the(group), self._one(kind)
        prompt = self._say(
            (
                f"replace {the} with {new}",
                f"change {the} to {new}",
                f"swap {the} for {new}",
                f"turn {the} into {new}",
            ),
            (f"把{the}换成{new}", f"{the}改成{new}", f"把{the}变成{new}", f"用{new}代替{the}"),
        )
        taken = self._as_it_did(group, kind)
        groups = tuple(taken if one is group else one for one in self.world.groups)
        return Step("replace", prompt, replace(self.world, groups=groups), frozenset({group.kind, kind}))

    def _as_it_did(self, group: Group, kind: str) -> Group:
        """One animal in another's place does what that did, where there is a drawing of it."""
        if not {kind, group.kind} <= set(ANIMALS):
            return Group(kind)
        doing = Thing(
            id="o1", kind=kind, label=kind, lang="en", rung="sprite", pose=group.pose, mood=group.mood
        )
        return (
            Group(kind, pose=group.pose, mood=group.mood)
            if takes_pose(doing) and takes_mood(doing)
            else Group(kind)
        )

    def _to_move(self) -> Step | None:
        group = self._group(lambda one: one.count == 1)
        if group is None:
            return None
        side = self.rng.choice(("left", "right"))
        the, way = self._the(group), side if self.lang == "en" else {"left": "左", "right": "右"}[side]
        prompt = self._say(
            (f"move {the} to the {way}", f"move {the} a bit to the {way}", f"shift {the} {way}"),
            (f"把{the}往{way}移", f"{the}往{way}挪一点", f"把{the}向{way}移动一点"),
        )

        def moved(before: Scene, after: Scene) -> bool:
            (old,), (new,) = _of(before, group.kind), _of(after, group.kind)
            return new.x < old.x if side == "left" else new.x > old.x

        little = "bit" in prompt or "一点" in prompt
        return replace(self._becomes("move", prompt, group, drawn=moved), aside=None if little else side)

    def _to_resize(self) -> Step | None:
        larger = self.rng.random() < 0.5
        said = "large" if larger else "small"
        group = self._group(lambda one: one.size != said)
        if group is None:
            return None
        the = self._the(group)
        prompt = self._say(
            (f"make {the} {'bigger' if larger else 'smaller'}", f"{'enlarge' if larger else 'shrink'} {the}"),
            (f"把{the}{'放大' if larger else '缩小'}一点", f"{the}{'大' if larger else '小'}一点"),
        )
        size = None if group.size is not None else said

        def grown(before: Scene, after: Scene) -> bool:
            pairs = zip(_of(before, group.kind), _of(after, group.kind), strict=True)
            return all((new.scale > old.scale) == larger and new.scale != old.scale for old, new in pairs)

        return self._becomes("resize", prompt, replace(group, size=size), drawn=grown)

    def _to_recolour(self) -> Step | None:
        colour = self.rng.choice(list(COLOURS))
        group = self._group(lambda one: (one.colour or _own_colour(one.kind)) != colour)
        if group is None:
            return None
        the, paint = self._the(group), self._colour(colour)
        prompt = self._say(
            (f"make {the} {paint}", f"paint {the} {paint}", f"change the colour of {the} to {paint}"),
            (
                f"把{the}变成{paint}",
                f"{the}改成{paint}的",
                f"把{the}涂成{paint}",
                f"把{the}的颜色换成{paint}",
            ),
        )
        return self._becomes("recolour", prompt, replace(group, colour=colour))

    def _to_flip(self) -> Step | None:
        group = self._group(lambda one: one.count == 1)
        if group is None:
            return None
        the = self._the(group)
        prompt = self._say(
            (f"flip {the}", f"turn {the} around", f"flip {the} horizontally"),
            (f"把{the}翻转一下", f"让{the}转身", f"把{the}左右翻转"),
        )

        def flipped(before: Scene, after: Scene) -> bool:
            (old,), (new,) = _of(before, group.kind), _of(after, group.kind)
            return old.flip != new.flip and old.x == new.x

        return self._becomes("flip", prompt, group, drawn=flipped)

    def _to_rotate(self) -> Step | None:
        group = self._group(lambda one: one.count == 1)
        if group is None:
            return None
        the, degrees = self._the(group), self.rng.choice((30, 45, 90, 180))
        back = self.rng.random() < 0.5
        prompt = self._say(
            (f"rotate {the} {degrees} degrees{' counterclockwise' if back else ''}",
             f"rotate {the} by {degrees} degrees {'to the left' if back else 'clockwise'}"),
            (f"把{the}{'逆时针' if back else '顺时针'}旋转{degrees}度",),
        )  # fmt: skip

        def turned(before: Scene, after: Scene) -> bool:
            (old,), (new,) = _of(before, group.kind), _of(after, group.kind)
            return (new.angle - old.angle - (-degrees if back else degrees)) % 360 == 0

        return self._becomes("rotate", prompt, group, drawn=turned)

    def _to_stand(self) -> Step | None:
        alone = [group for group in self.world.groups if group.count == 1]
        if len(alone) < 2:
            return None
        group, ground = self.rng.sample(alone, 2)
        side = self.rng.choice(("left", "right"))
        the, to = self._the(group), self._the(ground)
        prompt = self._say(
            (f"put {the} to the {side} of {to}", f"move {the} {side} of {to}"),
            (f"把{the}放到{to}的{'左边' if side == 'left' else '右边'}", f"把{the}移到{to}{'左边' if side == 'left' else '右边'}"),
        )  # fmt: skip

        def stands(before: Scene, after: Scene) -> bool:
            (one,), (other,) = _of(after, group.kind), _of(after, ground.kind)
            return one.x < other.x if side == "left" else one.x > other.x

        return replace(self._becomes("stand", prompt, group, drawn=stands), host=(ground.kind, side))

    def _to_count(self) -> Step | None:
        group = self._group(lambda one: one.count == 1 and not one.worn)
        if group is None:
            return None
        count = self.rng.choice((2, 3, 4))
        kind, word = group.kind, self._word(group.kind)
        more = count - 1
        prompt = self._say(
            (f"make it {self._some(kind, count)}", f"add {NUMBERS[more][0] if more > 1 else 'one'} more "
             f"{self._plural(kind) if more > 1 else word}", f"I want {self._some(kind, count)}"),
            (f"把{word}改成{NUMBERS[count][1]}{MEASURES.get(kind, '个')}", f"{word}变成{self._some(kind, count)[:2]}",
             f"再加{self._some(kind, more)}"),
        )  # fmt: skip
        if prompt.startswith(("I want", "再")) or "more" in prompt:
            plain = (group.colour, group.size, group.pose, group.mood) == (None, None, None, None)
            if not plain:
                return None
        return self._becomes("count", prompt, replace(group, count=count))

    def _to_pose(self) -> Step | None:
        up = self._group(lambda one: one.pose is not None)
        if up is not None and self.rng.random() < 0.5:
            the = self._the(up)
            prompt = self._say((f"make {the} stand up", f"let {the} stand up"), (f"让{the}站起来",))
            return self._becomes("pose", prompt, replace(up, pose=None))
        pose = self.rng.choice(list(POSES))
        group = self._group(
            lambda one: (
                one.kind in ANIMALS
                and one.pose != pose
                and (one.kind, pose) not in {("rabbit", "sit"), *self.at_ease}
                and (pose != "sleep" or not one.mood)
            )
        )
        if group is None:
            return None
        the, does = self._the(group), self._pair(POSES[pose])
        prompt = self._say(
            (f"make {the} {does}", f"let {the} {does}"), (f"让{the}{does}", f"让{the}{does}吧")
        )
        return self._becomes("pose", prompt, replace(group, pose=pose))

    def _to_mood(self) -> Step | None:
        mood = self.rng.choice(list(MOODS))
        group = self._group(lambda one: one.kind in ANIMALS and one.mood != mood and one.pose != "sleep")
        if group is None:
            return None
        the, feels = self._the(group), self._pair(MOODS[mood])
        if group.mood is not None and self.rng.random() < 0.3:
            prompt = self._say(
                (f"make {the} calm", f"make {the} look calm"), (f"让{the}平静", f"让{the}平静下来")
            )
            return self._becomes("mood", prompt, replace(group, mood=None))
        prompt = self._say(
            (f"make {the} {feels}", f"let {the} {'be ' if mood != 'crying' else ''}{feels}"),
            (
                f"让{the}{feels}",
                f"让{the}{feels}起来" if mood != "surprised" else f"让{the}露出{feels}的表情",
            ),
        )
        return self._becomes("mood", prompt, replace(group, mood=mood))

    def _to_dress(self) -> Step | None:
        worn = self.rng.choice(WORN)
        group = self._group(lambda one: one.kind in ANIMALS and one.count == 1 and not one.worn)
        if group is None:
            return None
        the, word = self._the(group), self._word(worn)
        article = "" if worn == "sunglasses" else "a "
        prompt = self._say(
            (
                f"give {the} {article}{word}",
                f"put {article}{word} on {the}",
                f"let {the} wear {article}{word}",
            ),
            (f"给{the}戴上{word}", f"让{the}戴个{word}", f"{the}戴上{word}"),
        )
        return self._becomes("dress", prompt, replace(group, worn=frozenset({worn})))

    def _to_place(self) -> Step | None:
        here = self.world.place or self.began_at
        place = self.rng.choice([place for place in PLACES if place != here])
        where = self._pair(PLACES[place])
        prompt = self._say((f"move it all {where}", f"change the place: {where}", f"now {where}"),
                           (f"换到{where}", f"背景换成{where}", f"把地点改成{where}"))  # fmt: skip
        return Step("place", prompt, replace(self.world, place=place), everywhere=True)

    def _to_time(self) -> Step:
        time = self.rng.choice([time for time in TIMES if time != self.world.time])
        when = self._pair(TIMES[time])
        prompt = self._say((f"make it {when}", f"change it to {when}", f"at {when}"),
                           (f"改成{when}", f"换成{when}", f"变成{when}的样子"))  # fmt: skip
        return Step("time", prompt, replace(self.world, time=time), everywhere=True)

    def _to_weather(self) -> Step:
        weather = self.rng.choice(list(WEATHERS))
        what = self._pair(WEATHERS[weather])
        prompt = self._say((f"make it {what}", f"let it be {what}") if weather == "fog" else
                           (f"let it {what}", f"add {what}"),
                           (f"改成{what}", f"换成{what}天" if weather != "fog" else "起雾了", f"{what}了"))  # fmt: skip
        return Step("weather", prompt, replace(self.world, weather=weather), everywhere=True)

    def _to_style(self) -> Step:
        style = self.rng.choice([style for style in STYLES if style != self.world.style])
        look = self._pair(STYLES[style])
        prompt = self._say((f"in {look} style", f"make it {look}", f"change the style to {look}"),
                           (f"换成{look}", f"改成{look}风格", f"用{look}风格重画", f"{look}风"))  # fmt: skip
        return Step("style", prompt, replace(self.world, style=style), everywhere=True)

    def _to_caption(self) -> Step:
        words = self.rng.choice([words for words in CAPTIONS[self.lang] if words != self.world.caption])
        prompt = self._say(
            (f'add the caption "{words}"', f'write "{words}" on it', f'change the caption to "{words}"'),
            (f"写上“{words}”", f"加上文字“{words}”", f"把文字改成「{words}」"),
        )
        return Step("caption", prompt, replace(self.world, caption=words))


def _of(scene: Scene, kind: str) -> list[Placement]:
    return [scene.layout[thing.id] for thing in scene.objects if thing.kind == kind]


def looks(scene: Scene) -> list[tuple[object, ...]]:
    """What a scene shows, in the terms of `World.looks`."""
    borne = [thing for thing in scene.objects if thing.rel is not None and thing.rel.type in ATTACHED]
    found = []
    for thing in scene.objects:
        if thing not in borne:
            worn = tuple(sorted(one.kind for one in borne if one.rel is not None and one.rel.to == thing.id))
            found.append((thing.kind, thing.colour, thing.size, thing.pose, thing.mood, worn))
    return sorted(found, key=repr)


def run(number: int, *, side: int = 512) -> Iterator[str]:
    """Draw a chain at `side` pixels and say what of it went wrong, step by step."""
    chain = Chain(number)
    scene = compose_scene(chain.start(), ratio="1:1", seed=number, language=chain.lang).scene
    before = draw(arrange(scene), side, side)
    if (shown := looks(before.scene)) != chain.world.looks():
        yield f"{number} start {chain.start()!r}: {shown}"
        return
    chain.at_ease = _at_ease(scene)
    for step in chain.steps():
        told = f"{number} {step.action} {step.prompt!r}"
        try:
            composed = edit_scene(step.prompt, [before.scene], ratio="1:1", seed=number, language=chain.lang)
        except NotDrawable as exc:
            yield f"{told}: {exc}"
            return
        after = draw(arrange(composed.scene, former=composed.former), side, side)
        wrong = [*_unlike(step, after.scene), *_not_local(step, before, after)]
        wrong += _not_aside(step, after.scene, [*composed.notes])
        wrong += [] if step.drawn(before.scene, after.scene) else ["not so in the layout"]
        if wrong:
            yield f"{told}: {'; '.join(wrong)}"
            return
        before = after
        chain.at_ease = _at_ease(after.scene)


NO_ROOM = re.compile("There is no free room at the far|边没有空位")
_TOLD_TRULY = {
    "caption": re.compile("I can't write on the .*; the words stand in the picture|上写不了字，写在了图上"),
    "resize": re.compile(
        "There was room to make the .* its size, no (?:more|less)|在这里只能(?:放大|缩小)到原来的"
    ),
}
"""By action, what may be said of one that is done: the words stand in the picture, and it is larger, though not by much."""


def _not_aside(step: Step, scene: Scene, notes: Sequence[str]) -> Iterator[str]:
    """What is said untruly, or not said, of the side to which something goes; and whatever else is said."""
    said = [note for note in notes if step.aside is not None and NO_ROOM.search(note)]
    if (truth := _TOLD_TRULY.get(step.action)) is not None:
        notes = [note for note in notes if truth.search(note) is None]
    yield from (f"said {note!r}" for note in notes if note not in said)
    if step.aside is None:
        return
    ((left, _, right, _),) = (placed.box for kind in step.touched for placed in _of(scene, kind))
    width = parse_ratio(scene.ratio).size()[0]
    gap = (left if step.aside == "left" else width - right) / width
    if said and gap < 0.05:
        yield f"is at the {step.aside}, and said {said}"
    if not said and gap > 0.3:
        yield f"is not at the {step.aside}, and nobody says so"


def _at_ease(scene: Scene) -> frozenset[tuple[str, str]]:
    return frozenset((thing.kind, pose) for thing in scene.objects if (pose := at_ease(thing).pose))


def _unlike(step: Step, scene: Scene) -> Iterator[str]:
    world = step.world
    if looks(scene) != world.looks():
        yield f"shows {looks(scene)}, not {world.looks()}"
    settings = {
        "place": (scene.env.place, world.place or scene.env.place),
        "time": (scene.env.time, world.time),
        "weather": (scene.env.weather, world.weather),
        "style": (scene.style, world.style),
        "caption": (scene.caption, world.caption),
    }
    for name, (is_so, wanted) in settings.items():
        if is_so != wanted:
            yield f"{name} is {is_so}, not {wanted}"


def _not_local(step: Step, before: Drawing, after: Drawing) -> Iterator[str]:
    """What the step does not touch stays: things, placements and pixels."""
    touched: set[str] = set()
    kinds = step.touched
    if step.host is not None and _at_the_edge(before.scene, step):
        kinds |= {step.host[0]}
    for scene in (before.scene, after.scene):
        for thing in scene.objects:
            host = thing.rel.to if thing.rel is not None and thing.rel.type in ATTACHED else None
            if thing.kind in kinds or host in touched:
                touched.add(thing.id)
    for thing in before.scene.objects:
        if thing.id in touched:
            continue
        kept = after.scene.thing(thing.id)
        if kept is not None and thing.rel is not None and thing.rel.to in touched:
            kept = msgspec.structs.replace(kept, rel=thing.rel)  # where it stood is said of what has changed
        if kept != thing:
            yield f"{thing.kind} is another"
        elif _stood(before, thing.id) != _stood(after, thing.id):
            yield f"{thing.kind} has moved"
    if step.everywhere:
        return
    changed = (before.pixels != after.pixels).any(axis=2)
    if step.action != "flip" and not changed.any():
        yield "nothing changed"
    for drawing in (before, after):
        for name in touched & set(drawing.sprites):
            for box in (drawing.sprites[name].box(), drawing.shadows.get(name)):
                if box is not None:
                    changed[max(0, box[1]) : max(0, box[3]), max(0, box[0]) : max(0, box[2])] = False
        if step.action == "caption":
            for sprite in words_sprites(drawing.scene, drawing.width, drawing.height):
                x0, y0, x1, y1 = sprite.box()
                changed[y0:y1, x0:x1] = False
    if changed.any():
        yield f"{int(np.count_nonzero(changed))} pixels changed elsewhere"


def _at_the_edge(scene: Scene, step: Step) -> bool:
    assert step.host is not None
    (ground,) = _of(scene, step.host[0])
    (moved,) = (placement for kind in step.touched for placement in _of(scene, kind))
    room = ground.box[0] if step.host[1] == "left" else parse_ratio(scene.ratio).size()[0] - ground.box[2]
    return room < (moved.box[2] - moved.box[0]) / 2


def _stood(drawing: Drawing, name: str) -> object:
    placement = drawing.scene.layout[name]
    return msgspec.structs.replace(placement, box=(0, 0, 0, 0), shadow=None)

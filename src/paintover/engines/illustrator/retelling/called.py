"""What else a thing may be called where it stands in a picture: the cup of a cup of coffee, "the animal", "the man" of a teacher.

`words/called.toml` has the table. It names what is there and draws nothing new.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.backdrops import INDOORS
from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.dialects import dialect_of
from paintover.engines.illustrator.grammar.lexicon import english_words, names, nouns_for, singular_of
from paintover.engines.illustrator.grammar.mention import Mention
from paintover.engines.illustrator.grammar.plurals import several_of
from paintover.engines.illustrator.grammar.scenery import SHOWS_PEAKS
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.grammar.tokens import Token
from paintover.engines.illustrator.kinds import SIGNPOST, Kind, kinds, parts_of, sorts
from paintover.engines.illustrator.retelling.of_the_backdrop import piece_called
from paintover.engines.illustrator.scene import Scene, Scenery, Thing
from paintover.engines.illustrator.shops import shops
from paintover.engines.illustrator.sprites.hair import HAIR
from paintover.engines.illustrator.sprites.stock import drawn_as, height_of, stock_of
from paintover.engines.illustrator.staging.chimneys import CHIMNEYS
from paintover.engines.illustrator.staging.likeness import is_animal, is_somebody
from paintover.engines.illustrator.wording import Pattern

_ANIMALS = frozenset({"animal", "pet"})
MEN = frozenset({"man", "boy", "old-man", "king", "prince"})
WOMEN = frozenset({"woman", "girl", "old-woman", "queen", "princess", "bare-queen", "bare-princess"})
_CHILDREN = frozenset({"boy", "girl", "child", "baby", "pupil"})
_ANYBODY = frozenset({"person", "child", *MEN, *WOMEN})
_ROYALS = frozenset(
    {"king", "queen", "prince", "princess", "bare-king", "bare-queen", "bare-prince", "bare-princess"}
)
"""Whom nobody else may be called."""
_GROWN = _ANYBODY - _CHILDREN
"""Who may be somebody's mother; a nurse at work is not meant by that."""
_KIN = frozenset(
    {
        "爸爸", "妈妈", "爷爷", "奶奶", "老爷爷", "老奶奶", "外公", "外婆", "姥姥", "姥爷", "叔叔", "阿姨",
        "dad", "mum", "mom", "mother", "father", "grandpa", "grandma", "grandfather", "grandmother",
    }
)  # fmt: skip
"""What the grown ones of a family are called, so that no other of it is meant."""


_ROLES = frozenset({"客人", "顾客", "观众", "路人", "行人", "乘客", "游客", "病人", "主人", "邻居", "customer", "owner", "guest", "visitor", "spectator", "passenger", "patient"})  # fmt: skip
"""What one is to those who are at work, and none of these is."""


_GROWN_ROLES = frozenset({"neighbour", "neighbor", "uncle", "aunt", "auntie", "landlord", "landlady", "邻居", "鄰居", "舅舅", "姑姑", "伯伯", "房东"})  # fmt: skip
"""What no child is."""


@cache
def _table() -> Mapping[str, Mapping[str, Sequence[str]]]:
    return word_table("called")


@cache
def _besides() -> Mapping[str, Sequence[str]]:
    shown: Mapping[str, Sequence[str]] = word_table("telling")["shown_with"]
    return shown


def shown_with(names_: Iterable[str]) -> frozenset[str]:
    """The words for what the drawings of such kinds, and such places, show besides."""
    return frozenset(word for name in names_ for word in _besides().get(name, ()))


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(sorted(_table()["words"], key=len, reverse=True))
    return re.compile(
        rf"\b(?P<the>the|that|this|his|her|its|their) (?P<word>{words})(?P<many>s?)\b", re.IGNORECASE
    )


_THE_SHOP = re.compile(
    r"(?P<the>\b(?:the|this|that) )(?:shop|store)(?! (?:window|sign|door))\b", re.IGNORECASE
)


_ROOF = Pattern(
    r"\bon(?:to)? (?:the|its) (?P<en>roof|rooftop)\b(?! (?:of|terrace))|(?P<at>^|[在到，。,])(?P<zh>屋顶|房顶|车顶|楼顶)(?:上面?|上边)?(?!的|改|换|变|涂|刷)"
)
_BUILT_M = 2.0


def _on_its_roof(prompt: str, base: Scene) -> str:
    """ "On the roof" told as on the one house, or car, that the picture has."""

    def told(match: re.Match[str]) -> str:
        road = match["zh"] == "车顶"
        under = [
            one
            for one in base.objects
            if one.rel is None and not stock_of(one).alive and one.rung != "signpost"
        ]
        roofs = [
            one
            for one in under
            if stock_of(one).habitat == ("road" if road else "ground")
            and height_of(one) >= (0 if road else _BUILT_M)
            and one.kind not in _ROOFLESS
        ]
        if len({one.kind for one in roofs}) != 1 or base.env.place == "rooftop":
            return match[0]
        kind = roofs[0].kind
        return (
            f"on top of the {names('en', kind)}" if match["en"] else f"{match['at']}{names('zh', kind)}上面"
        )

    return _ROOF.sub(told, prompt)


_SMOKES = Pattern(
    r"(?:please |now |let |have |make |add |put |draw |there(?:'s| is| should be) )*(?:some |the |a bit of |a little )?smoke (?:is |should )?(?:(?:rising|coming|curling|puffing|pouring|billowing|comes?|rises?|pours?|billows?|goes|going|to|from|on|up|out|of|in) ?)+(?:the |its |a )?(?:(?:house|cabin|cottage|hut|ship|train|engine)(?:'s|’s)? )?(?P<en>chimney|house|cabin|cottage|roof|funnel|smokestack|ship)(?: of the [a-z]+)?"
    r"|(?:let |make |have )?(?:the |its )(?:(?:house|cabin|cottage|hut|ship|train|engine)(?:'s|’s)? )?(?P<en2>chimney|funnel|smokestack)(?: of the [a-z]+)? (?:is |should )*(?:be )?(?:smok(?:es?|ing))(?: a (?:bit|little))?"
    r"|(?:请|让|给|在|从|再|把)*(?:(?!一|两|三|几)[\u4e00-\u9fff]{0,5}?(?=烟囱)|(?:房子|屋子|小屋|木屋|小木屋|轮船|船)?的?)(?P<zh>烟囱|房子|屋顶|小屋|木屋)(?:里|上|顶上?)?(?:正|正在|也|开始|要)*(?:冒|飘|升|吐|加)(?:出|起|着|上|点|些|一?[点些缕股阵]儿?)*(?:来)?(?:袅袅)?(?:的)?(?:白|青|炊|黑|浓)?烟(?:来|了|吧)*"
    r"|(?:please |now )*(?:add|draw|give (?:it|the house|the cabin)) a (?P<en3>smoking chimney)|(?:请|再|给房子|给它|屋顶上?)*(?:加|画|来|添)(?:上|一?个)*(?P<zh2>冒着?烟的烟囱)(?:吧)?"
)


_POLITELY = Pattern(r"[\s,]+(?:please|pls|plz|thanks|now)[.! ]*$")


def _from_the_chimney(prompt: str, base: Scene) -> str:
    """ "Smoke comes out of the chimney" told of what has one.

    Raises:
        NotDrawable: it is a train, which smokes as it is drawn.
    """
    if (match := _SMOKES.fullmatch(_POLITELY.sub("", prompt).strip(" .。!！"))) is None:
        return prompt
    having = [one for one in base.objects if one.kind in CHIMNEYS]
    if not having and any(one.kind in _SMOKING for one in base.objects):
        raise NotDrawable(notes.already_so("zh" if match["zh"] or match["zh2"] else "en"))
    if not having:
        return prompt
    kind = having[-1].kind
    return (
        f"{names('zh', kind)}上加烟"
        if match["zh"] or match["zh2"]
        else f"add smoke on the {names('en', kind)}"
    )


_SMOKING = frozenset({"train"})
"""What is drawn under steam."""
_ROOFLESS = frozenset(
    {
        "tree",
        "apple-tree",
        "orange-tree",
        "peach-tree",
        "pear-tree",
        "cherry-tree",
        "pine-tree",
        "palm-tree",
        "christmas-tree",
        "willow",
        "maple-tree",
        "ginkgo-tree",
        "leafless-tree",
        "rock",
        "fountain",
        "bridge",
        "hill",
    }
)


def told_by_name(prompt: str, base: Scene) -> str:
    """The wish with "the board" told as the blackboard that is there; nouns that the grammar does not know stay otherwise."""
    fronts = [shops()[thing.kind] for thing in base.objects if thing.kind in shops()]
    if len(fronts) == 1:
        prompt = _THE_SHOP.sub(rf"\g<the>{fronts[0].en[0]}", prompt)

    def name(match: re.Match[str]) -> str:
        allowed = _table()["words"][match["word"].lower()]
        there = [one.kind for one in base.objects if one.kind in allowed]
        if not there:
            return match[0]
        found = names("en", there[0])
        return f"{match['the']} {found}{match['many'] if not found.endswith('s') else ''}"

    prompt = _IN_SHORT.sub(lambda match: _dish(match[0], base), prompt)
    return _pattern().sub(name, _on_its_roof(_from_the_chimney(prompt, base), base))


_SPECTATORS = Pattern(
    r"(?<=\bthe )(?:audience|spectators|onlookers|fans|public)\b|(?<![加添画])(?:观众|人群|球迷)们?"
)
"""Those who watch, where they are drawn as a crowd."""


def told_with_the_whole_name(prompt: str, base: Scene) -> str:
    """ "The player" told as the tennis player who is there, and no noun that names something of its own."""
    crowd = next((one for one in base.objects if one.kind == "crowd"), None)
    if crowd is not None:
        prompt = _SPECTATORS.sub(names(crowd.lang, "crowd"), prompt)
    for before, token in reversed([*itertools.pairwise([None, *tokenise(prompt)])]):
        theirs = before is not None and before.text.lower() in _WHOSE
        if token is not None and _OF_HERS.search(prompt[: token.start]):
            continue  # 她的裙子 is none of the pupils'
        if token is not None and token.lang == "zh" and _PUT_ON.search(prompt[: token.start]):
            continue  # 穿一条绿裙子 is a dress that comes
        if token is not None and token.get("kinds") and _COMES_NEW.search(prompt[: token.start]):
            continue  # 再加一把椅子 is no second bench
        if token is None or (token.lang == "en" and (before is None or not (theirs or before.get("the")))):
            continue
        kind = token.get("kinds")
        is_there = any(kind in (one.kind, drawn_as(one)) for one in base.objects)
        if is_there or kind in HAIR or not (token.unknown or kind):
            continue
        called = {
            one.label
            for one in base.objects
            if token.lang == "zh"
            and len(token.text) > 1
            and one.kind not in _BY_ITS_ENDING
            and one.label.endswith(token.text if stock_of(one).alive else _stem(token.text))
        }
        if len(called) == 1 and token.text not in called:
            prompt = f"{prompt[: token.start]}{called.pop()}{prompt[token.end :]}"
            continue
        if answers_to(base.objects, token):
            continue
        found = named_in_part(base.objects, token.text)
        if found and found[0].label.lower() != token.text.lower():
            lead = f"{prompt[: before.start]}the " if theirs and before is not None else prompt[: token.start]
            prompt = f"{lead}{found[0].label}{prompt[token.end :]}"
    return prompt


_PUT_ON = re.compile(r"(?:穿|换|戴)(?:上|着|成)?(?:了)?[一两几](?:条|件|身|顶|套|双)[^，。的]{0,3}的?$")
_COMES_NEW = re.compile(
    r"(?:加|来|添|画|要|多|摆|放|有)(?:上|了|出)?[一两二三四五六七八九十几\d]+(?:[个只把张条棵朵辆台架座间本盏匹头]|些)?$"
)
_OF_HERS = re.compile(r"[他她它]们?的$")
_BY_ITS_ENDING = frozenset({"apron", "trophy"})
"""What is no such thing as its name ends in: 围裙 is no 裙子."""


def _stem(word: str) -> str:
    """罐 of 罐子: what a longer noun may end in."""
    return word[:-1] if len(word) == 2 and word.endswith("子") else word


_WHOSE = frozenset({"his", "her", "its"})
_IN_SHORT = Pattern(r"(?:(?<=[，,。把将给])|^)[面粉汤饭](?=(?:都|再)?(?:[换改变去大小多少]|不要))")
"""A dish by the one character that its name ends in or begins with, which alone is no noun: 面换成饺子."""


def _dish(word: str, base: Scene) -> str:
    """The name of the dish that is there."""
    dishes = {*_table()["kinds"]["bowl"], *_table()["kinds"]["plate"]}
    named = (
        one.label for one in base.objects if one.kind in dishes and word in (one.label[:1] + one.label[-1:])
    )
    return next(named, word)


_PAINTS = Pattern(
    r"(?P<lead>\b(?:make|paint|colou?r|dye|turn|change) (?:the|its|both|all the) |^(?:the|its|her|his|their) (?=[a-z]+ (?:is|are|should|must|needs?)\b))(?P<en>sail|petal|quilt|blanket|duvet)s?\b(?: of (?:the|its) [a-z]+)?"
    r"|(?P<zh>帆|花瓣|被子|床单|毯子)(?!船)(?=(?:都|全)?(?:改|换|变|涂|染|画|刷|要|是))"
)


def told_of_its_whole(prompt: str, base: Scene) -> str:
    """The wish to paint a part of which a drawing's own colour is told of what has it: the sails of a boat."""
    if not any(token.get("colours") or token.get("patterns") for token in tokenise(prompt)):
        return prompt

    def told(match: re.Match[str]) -> str:
        part = (match["en"] or match["zh"]).lower()
        having = () if any(_goes_by(part, one) for one in base.objects) else _table()["painted"][part]
        kind = next((one.kind for one in base.objects if one.kind in having), None)
        if kind is None:
            return match[0]
        return f"{match['lead']}{names('en', kind)}" if match["en"] else names("zh", kind)

    return _PAINTS.sub(told, prompt)


def _goes_by(word: str, one: Thing) -> bool:
    """Whether the word is a thing's own name."""
    return word in (one.label, names("en", one.kind), names("zh", one.kind))


def called_so(things: Sequence[Thing], mention: Mention) -> list[Thing]:
    """Those of the things that are of such a sort, or that a noun may mean although none is of its kind."""
    drawn = [one for one in things if one.rung != "signpost"]
    if mention.label in _KIN:  # a grandmother is not the mother who is there
        drawn = [one for one in drawn if one.label not in _KIN and one.kind in _GROWN]
    if mention.label in _ROLES:  # the guest is not the barber
        drawn = [one for one in drawn if one.label == mention.label or one.kind in _ANYBODY]
    if mention.label in _GROWN_ROLES:
        drawn = [one for one in drawn if one.label == mention.label or one.kind in _GROWN]
    if mention.sort is not None:
        also = _table()["sorts"].get(mention.sort, ())
        animals = mention.sort in _ANIMALS
        return [
            one
            for one in things
            if one.kind in sorts()[mention.sort]
            or (one in drawn and (one.kind in also or (animals and is_animal(one.kind))))
        ]
    if mention.kind is None:
        return []
    named = (*_table()["kinds"].get(mention.kind, ()), *_table()["people"].get(mention.kind, ()))
    if mention.plural or mention.every:  # the kids: the boy and the girl
        some = [one for one in drawn if one.kind in (named[:3] if mention.kind in _ANYBODY else named)]
        if some:
            return some
    for kind in named:
        if alike := [one for one in drawn if one.kind == kind]:
            return alike
    if mention.kind in _ANYBODY - _ROYALS:
        return _somebody(drawn, mention.kind)
    if mention.lang == "zh":  # 车, of a tricycle, and 医生, of a 女医生
        somebody = is_somebody(mention.kind)
        return [
            one
            for one in drawn
            if one.label.endswith(mention.label)
            and (is_somebody(one.kind) if somebody else not kinds()[one.kind].alive)
        ]
    return []


def named_in_part(things: Sequence[Thing], noun: str) -> list[Thing]:
    """Those that the noun names by their own label, or by the end of one of their names: "the player" of a tennis player,
    球员 of a 足球运动员. None where several kinds end so."""
    word = noun.lower()
    drawn = [one for one in things if one.rung != "signpost"]
    found = [one for one in drawn if one.label.lower() in (word, singular_of(word))]
    found = found or [one for one in drawn if any(_ends_in(name, word) for name in _all_names(one))]
    return found if len({one.kind for one in found}) == 1 else []


def _all_names(one: Thing) -> Iterator[str]:
    """All that a thing goes by; of somebody, also what others of the trade are called."""
    yield one.label.lower()
    fellows = (
        [kind for kind, also in _table()["kinds"].items() if one.kind in also] if stock_of(one).alive else []
    )
    for kind in (one.kind, *fellows):
        yield from nouns_for(kind)


def _ends_in(name: str, word: str) -> bool:
    """Whether a name's last word, or its last two characters, are the noun; of a person with crown it is not the crown."""
    if name.isascii():
        name = name.partition(" with ")[0]
        return name == word or name.endswith(f" {word}") or several_of(name).endswith(f" {word}")
    return len(word) > 1 and name.endswith(word)


@cache
def also_called(*kinds_: str) -> frozenset[str]:
    """These kinds, and those that go by their names."""
    return frozenset((*kinds_, *(one for kind in kinds_ for one in _table()["kinds"].get(kind, ()))))


def has_of_its_own(kind: Kind, thing: str) -> str | None:
    """What of that kind somebody is drawn with, or what goes by its noun: a witch's hat is a hat."""
    named = {thing, *_table()["kinds"].get(thing, ())}
    return next((one for one in kind.has if one in named or thing.endswith(f"-{one}")), None)


def _somebody(drawn: Sequence[Thing], kind: str) -> list[Thing]:
    """Who may be called a man: whoever is not said to be a woman; and no child is a grandmother."""
    others = WOMEN if kind in MEN else MEN if kind in WOMEN else frozenset()
    others |= _CHILDREN if kind in ("old-man", "old-woman") else frozenset()
    if kind == "child":  # nobody at work is one
        drawn = [one for one in drawn if one.kind in _CHILDREN]
    return [
        one
        for one in drawn
        if is_somebody(one.kind) and one.kind not in others and one.kind.partition("-")[0] not in others
    ]


def answers_to(things: Sequence[Thing], token: Token) -> bool:
    """Whether one of the things goes by that noun, by its own name or another."""
    word = token.text.lower()
    if any(one.kind in _table()["words"].get(word, ()) for one in things):
        return True
    kind = token.get("kinds")
    if kind is None:
        return False
    if kind == SIGNPOST and any(one.kind in shops() for one in things):
        return True  # over the shop's door
    noun = Mention(kind=kind, label=word, lang=token.lang, sort=token.get("sorts"))
    return bool(called_so(things, noun))


def is_called_so(word: str, scene: Scene) -> bool:
    """Whether something that is there goes by that noun."""
    tokens = [token for token in tokenise(word) if token.readings]
    if not tokens:
        return False
    kind = tokens[-1].get("kinds")
    return any(kind == one.kind for one in scene.objects) or answers_to(scene.objects, tokens[-1])


_CHANGED = Pattern(
    r"(?:please |now |can you )*(?:(?:make|paint|colou?r|dye|turn|change) )?(?:the|its|his|her|their) (?P<noun>(?:(?:[a-z]+ )?[a-z]+'s )?[a-z]+)(?: of .{2,20})? (?:(?:to |needs to |should |must )?be |is |are |to |into |in |a (?:bit|little) |much |more |look |be )*(?P<how>[a-z]+)[ .!]*"
)
_PARTS = frozenset({"roof", "chimney", "wheel", "petal", "stem", "eye", "ear", "nose", "tail", "leg", "arm", "paw", "mouth", "teeth", "tooth", "wing", "horn", "neck", "trunk", "beak", "mane", "hand", "feet", "foot", "tongue", "lip", "finger", "belly", "whisker", "fin", "claw", "eyebrow"})  # fmt: skip
VESSELS = frozenset({"bowl", "plate", "dish", "cup", "glass", "碗", "盘子", "盘", "杯子", "杯", "花盆"})
"""What is as large as the food in it, whatever colour that has."""
_CHANGES = ("colours", "sizes", "patterns")
_BIGGER = frozenset({"taller", "higher", "lower", "bigger", "larger", "smaller", "longer", "shorter", "wider", "thicker", "thinner", "rounder", "pointier", "fluffier"})  # fmt: skip


def _asked_of(prompt: str) -> tuple[str, Token, str] | None:
    """The noun of "make the sails red", with its reading, and what it is to be; None where the wish is another."""
    match = _CHANGED.fullmatch(prompt.strip())
    if match is None:
        return None
    how = tokenise(match["how"])
    changes = match["how"].lower() in _BIGGER or (how and any(how[0].get(role) for role in _CHANGES))
    noun = match["noun"].partition("'s ")[2] or match["noun"]
    tokens = tokenise(noun)
    return (noun, tokens[0], match["how"].lower()) if changes and len(tokens) == 1 else None


_GIVEN = Pattern(
    r"(?:please )?(?:with|give (?:it|him|her|them|the [a-z ]{2,20})) (?:an? )?(?:[a-z]+ ){1,2}(?P<noun>[a-z]+)[ .!]*"
)
"""Blue eyes, a longer tail."""
_SOME_TAKEN = Pattern(
    r"(?:please )?(?:remove|take away|take off|delete|erase|cut off|get rid of) (?:one|two|three|four|some|half|all|\d) of (?:his|her|its|their|the [a-z ]{2,20}?(?:'s|’s)) (?P<noun>[a-z]+)[ .!]*"
)
"""Two of her legs."""


def drawn_with(word: str, base: Scene) -> Thing | None:
    """What is drawn with such a part, which is no thing of its own there: the ship of a mast."""
    bare = word.lower()
    if any(_goes_by(bare, one) for one in base.objects):
        return None
    either = {bare, bare.removesuffix("s")} if bare.isascii() else {bare}
    having = (one for one in base.objects if either & {*_table()["drawn_with"].get(one.kind, ())})
    return next(having, None)


def bearing(word: str, base: Scene) -> Thing | None:
    """Who is drawn with such a thing in hand, or on: the samurai of a sword."""
    named = {kind for token in tokenise(word) if (kind := token.get("kinds")) is not None}
    hatted = "hat" in named

    def has_it(one: Thing) -> bool:
        return any(has in named or (hatted and kinds()[has].wear == "head") for has in kinds()[one.kind].has)

    return next((one for one in base.objects if has_it(one)), None)


def part_in_paint(kind: str) -> str | None:
    """The kind of what has the colour of a drawing, where that is not the whole: the bowl of noodles."""
    return next((part for part, wholes in _table()["in_paint"].items() if kind in wholes), None)


def in_the_backdrop(word: str, scene: Scene) -> bool:
    """Whether the place shows that, of which nothing is a thing of its own: the mountains at a lake, the bed of a bedroom."""
    if piece_called(word, scene) is not None:
        return True
    env = scene.env
    shown = word_table("telling")["backdrop"]
    places = [env.place] if env.place != "bedroom" or env.scenery.bed != Scenery.NONE else []
    places += ["peaks"] if env.scenery.peaks and env.place in SHOWS_PEAKS else []
    places += ["starlit"] if env.time == "night" and env.place not in INDOORS else []
    bare = word.lower().removeprefix("the ")
    return any(bare in shown.get(place, ()) for place in places)


_BUILT_ON = frozenset({"chimney", "chimneys", "烟囱"})
"""What a house has as it is drawn, and what may be put onto it as a thing of its own."""


def part_of_a_drawing(prompt: str, base: Scene) -> str | None:
    """The eyes or the mast of which alone an edit asks a change; None where it asks none."""
    given = _GIVEN.fullmatch(prompt.strip())
    if given is not None and given["noun"].lower().removesuffix("s") in _PARTS - {"wing", "horn"}:
        return given["noun"]
    taken = _SOME_TAKEN.fullmatch(prompt.strip())
    if taken is not None and taken["noun"].lower().removesuffix("s") in _PARTS:
        return taken["noun"]
    asked = _asked_of(prompt)
    if asked is None:
        return _part_abroad(prompt, base)
    word = asked[0].lower()
    if (word in _BUILT_ON and is_called_so(word, base)) or any(
        one.rel is not None and one.rel.type == "wear" and one.label.lower() == word for one in base.objects
    ):
        return None
    if _is_part_of_one(asked[1], base):
        return word
    having = None if word in VESSELS and asked[2] in _BIGGER else drawn_with(word, base)
    drawn = word in _PARTS or word.removesuffix("s") in _PARTS or having is not None
    return word if drawn else None


def part_of_the_backdrop(prompt: str, base: Scene) -> str | None:
    """The mountains of "make the mountains taller", where only the place shows them."""
    asked = _asked_of(prompt)
    if asked is None or not in_the_backdrop(asked[0], base) or is_called_so(asked[0], base):
        return None
    return asked[0]


_MAKES = frozenset({"make", "replace", "larger", "smaller"})


def _is_part_of_one(token: Token, base: Scene) -> bool:
    """Whether it is a part of what is drawn there, and no thing of its own: the door of a house."""
    kind, drawn = token.get("kinds"), {one.kind for one in base.objects}
    return kind is not None and kind in parts_of(drawn) and not _is_there(kind, base)


def _is_there(kind: str, base: Scene) -> bool:
    """Whether something there is of that kind, or may be called so."""
    noun = Mention(kind=kind, label=kind, lang="en")
    return any(one.kind == kind for one in base.objects) or bool(called_so(base.objects, noun))


def _part_abroad(prompt: str, base: Scene) -> str | None:
    """ "Mach die Augen blau", "pinta la cola del perro de rojo": of a part alone, in another language."""
    if dialect_of(prompt, english=english_words()) is None:
        return None
    tokens = tokenise(prompt)
    parts = [
        token
        for token in tokens
        if token.get("parts") or token.get("places") == "rooftop" or _is_part_of_one(token, base)
    ]
    changed = [token for token in tokens if token not in parts]
    changes = any(one.get(role) for one in changed for role in _CHANGES) or any(
        one.get("verbs") in ("larger", "smaller") for one in changed
    )
    if len(parts) != 1 or not changes or any(_is_more_than_a_change(token) for token in changed):
        return None
    return parts[0].text


def _is_more_than_a_change(token: Token) -> bool:
    """Whether something is to be put there, or to do something: "auf den Kopf", "dem Hund einen Hut"."""
    kind, verb = token.get("kinds"), token.get("verbs")
    thing = kind is not None and token.get("parts") is None and not kinds()[kind].alive
    moved = any(token.get(role) for role in ("relations", "with", "poses", "actions", "moods", "give"))
    return (
        thing or moved or (verb is not None and verb not in _MAKES) or (token.unknown and token.lang != "zh")
    )


def _unknown_abroad(prompt: str, base: Scene) -> str | None:
    """The sail of "rends la voile rouge": a noun behind its article that nobody knows, and that is to be of a colour."""
    if dialect_of(prompt, english=english_words()) is None:
        return None
    tokens = tokenise(prompt)
    painted = any(token.get("verbs") == "make" for token in tokens) and any(
        token.get("colours") for token in tokens
    )
    if not painted or any(token.get("kinds") or token.get("it") for token in tokens):
        return None
    nouns = [
        token.text for before, token in itertools.pairwise(tokens) if token.unknown and before.get("the")
    ]
    labels = {word for one in base.objects for word in one.label.casefold().split()}
    return nouns[0] if len(nouns) == 1 and nouns[0].casefold() not in labels else None


def unknown_noun(prompt: str, base: Scene) -> str | None:
    """The sails of "make the sails red", of a picture of which nobody knows any: not to be taken for something else."""
    asked = _asked_of(prompt)
    if asked is None:
        return _unknown_abroad(prompt, base)
    if not asked[1].unknown:
        return None
    word = asked[0].lower()
    if word in ("other", "others", "rest", "remaining", "ground"):
        return None
    called = _table()["words"].get(word, _table()["words"].get(word.removesuffix("s"), ()))
    there = any(one.kind in called or word in one.label.casefold().split() for one in base.objects)
    return None if there or any(one.rung == "signpost" for one in base.objects) else asked[0]

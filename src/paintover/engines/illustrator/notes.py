"""The sentences that the illustrator says about its own work, in the user's language."""

from __future__ import annotations

from collections.abc import Sequence

from paintover.domain.call import Language
from paintover.engines.illustrator.by_itself import unmeasured


def _quoted(words: Sequence[str], language: Language) -> str:
    return ("、" if language == "zh" else ", ").join(f"“{word}”" for word in words)


def signpost(words: Sequence[str], language: Language) -> str:
    """These nouns cannot be drawn; a sign with the word stands in for each."""
    named = _quoted(words, language)
    if language == "zh":
        return f"画不出{named}，用一块写着字的木牌代替"
    return f"I can't draw {named}; a wooden sign stands in for {'it' if len(words) == 1 else 'each'}"


def undrawn(words: Sequence[str], language: Language) -> str:
    """These nouns cannot be drawn and are not in the picture."""
    named = _quoted(words, language)
    if language == "zh":
        return f"不会画{named}，没有画进去"
    return f"I can't draw {named}; {'it was' if len(words) == 1 else 'they were'} left out"


def unlettered(characters: str, language: Language) -> str:
    """The fonts have no such letters, so they were left out of what is written."""
    if language == "zh":
        return f"字体里没有“{characters}”，写字时略去了"
    return f"The fonts have no “{characters}”; it was left out of what is written"


def silhouette(words: Sequence[str], language: Language) -> str:
    """Of these things only an outline is drawn."""
    named = _quoted(words, language)
    return f"{named}只画得出剪影" if language == "zh" else f"Only a silhouette of {named}"


def read_as(pairs: Sequence[tuple[str, str]], language: Language) -> str:
    """These words were taken for misspelt ones."""
    if language == "zh":
        return "，".join(f"把“{typed}”当作“{meant}”" for typed, meant in pairs)
    return "Read " + ", ".join(f"“{typed}” as “{meant}”" for typed, meant in pairs)


def relatives(pairs: Sequence[tuple[str, str]], language: Language) -> str:
    """These have no drawing of their own; a near relative of each was drawn."""
    if language == "zh":
        return "；".join(f"“{word}”照“{relative}”来画" for word, relative in pairs)
    return "Drew " + ", ".join(f"“{word}” as “{relative}”" for word, relative in pairs)


def nearest_style(pairs: Sequence[tuple[str, str]], language: Language) -> str:
    """The engine does not paint so; the picture is in the nearest style that it has."""
    if language == "zh":
        return "；".join(f"画不了“{medium}”，用最接近的{style}来画" for medium, style in pairs)
    return "; ".join(f"“{medium}” is not among my styles; {style} comes nearest" for medium, style in pairs)


def left_out(words: Sequence[str], language: Language) -> str:
    """These words of the wish are not in the picture."""
    named = _quoted(words, language)
    return f"这些没有画出来：{named}" if language == "zh" else f"Left out: {named}"


_STANDS: dict[str, tuple[str, str]] = {
    "on": ("on {}", "在{}上面"),
    "cover": ("over {}", "盖着{}"),
    "hold": ("held by {}", "由{}拿着"),
    "wear": ("worn by {}", "在{}身上"),
    "left": ("to the left of {}", "在{}左边"),
    "right": ("to the right of {}", "在{}右边"),
    "above": ("above {}", "在{}上方"),
    "below": ("below {}", "在{}下面"),
    "behind": ("behind {}", "在{}后面"),
    "front": ("in front of {}", "在{}前面"),
    "inside": ("in {}", "在{}里面"),
    "beside": ("beside {}", "在{}旁边"),
    "between": ("between {}", "在{}之间"),
    "around": ("around {}", "围着{}"),
}
"""How one thing stands to another, in English and in Chinese."""


def not_so(words: str, instead: str, language: Language) -> str:
    """What was said of two things is drawn otherwise; `instead` says how."""
    return f"“{words}”没画成：{instead}" if language == "zh" else f"“{words}” could not be drawn: {instead}"


def stands(relation: str, other: str, language: Language) -> str:
    """How a thing stands to another: "beside the tree"."""
    english, chinese = _STANDS[relation]
    return chinese.format(other) if language == "zh" else english.format(f"the {other}")


def is_so(word: str, relation: str, other: str | None, language: Language) -> str:
    """One thing stands so to another, or to the thing spoken of: "the cat is beside it"."""
    english, chinese = _STANDS[relation]
    if language == "zh":
        return f"{word}{chinese.format(other or '它')}"
    many = word.endswith("s") and not word.endswith(("ss", "us"))
    return f"the {word} {'are' if many else 'is'} {english.format(f'the {other}' if other else 'it')}"


def are_apart(word: str, other: str, language: Language) -> str:
    """Two things stand apart from each other."""
    return f"{word}和{other}是分开画的" if language == "zh" else f"the {word} and the {other} are apart"


def fewer(words: str, drawn: int, language: Language) -> str:
    """There are fewer than were asked for."""
    return f"“{words}”只画了 {drawn} 个" if language == "zh" else f"Of “{words}” only {drawn} could be drawn"


def only_so_many(word: str, there: int, language: Language) -> str:
    """An edit is about the fifth of fewer."""
    if language == "zh":
        return f"图里的{word}只有 {there} 个"
    return f"There {'is' if there == 1 else 'are'} only {there} of the kind “{word}” in the picture"


def not_in_picture(word: str, language: Language) -> str:
    """An edit names a thing that is not there."""
    if language == "zh":
        return f"图里没有{unmeasured(word)}"
    many = word.endswith(("people", "children", "men")) or (
        word.endswith("s") and not word.endswith(("ss", "us", "is", "lens", "gas"))
    )
    return f"There {'are' if many else 'is'} no {word} in the picture"


def nobody_so(pronoun: str, name: str, language: Language) -> str:
    """An edit is about "him", and several are there of whom nobody is a man or a boy."""
    if language == "zh":
        return f"图里没有能叫“{pronoun}”的；请说是谁，例如“{name}”"
    return f"Nobody here is a “{pronoun}”; say who is meant, for example “{name}”"


def who_goes(many: int, name: str, language: Language) -> str:
    """Fewer are to be there in all, and they are not alike."""
    if language == "zh":
        return f"现在有 {many} 个；请说去掉谁，例如“去掉{name}”"
    return f"There are {many} now; say who is to go, for example “remove {name}”"


def it_went(gone: str, name: str, language: Language) -> str:
    """An edit is about "it" right after that was taken away."""
    if language == "zh":
        return f"{gone}已经去掉了；请说改哪一个，例如“{name}”"
    return f"The {gone} is gone; say which one is meant, for example “{name}”"


def one_background(language: Language) -> str:
    """An edit exchanges the backgrounds of one picture."""
    if language == "zh":
        return "图里只有一个背景；请说换成哪里，例如“背景换成海边”"
    return (
        "The picture has one background; name another place, for example “change the background to the beach”"
    )


def part_of_a_drawing(word: str, language: Language) -> str:
    """An edit is about eyes or a tail, which are drawn together with who has them."""
    if language == "zh":
        return f"“{word}”是画好的一部分，不能单独改；可以改整个的颜色、大小、表情或姿势"
    return f"The {word} can't be changed without the rest of the drawing; I can change the colour, size, face or pose of the whole"


def of_the_backdrop(word: str, language: Language) -> str:
    """An edit is about something that is part of the backdrop, and has no colour or size of its own there."""
    if language == "zh":
        return f"{word}是背景的一部分，不能单独改；可以换地方、时间或天气，例如“改成晚上”“换到海边”"
    belongs = "are" if word.endswith("s") and not word.endswith("ss") else "is"
    return (
        f"The {word} {belongs} part of the backdrop and cannot be changed by {'themselves' if belongs == 'are' else 'itself'}; "
        "change the place, the time or the weather, for example “at night” or “at the beach”"
    )


def no_background(word: str, language: Language) -> str:
    """The background is to be what no place shows."""
    if language == "zh":
        return f"画不出“{word}”这样的背景；可以换成海边、森林、城市、公园、教室、太空等，或一种颜色"
    return f"I can't draw “{word}” as a background; try a beach, a forest, a city, a park, a classroom, space or a colour"


def piece_of_the_backdrop(word: str, language: Language) -> str:
    """An edit is about a piece of the backdrop, which can be painted or left out, and no more."""
    if language == "zh":
        return f"{word}是背景的一部分，只能换颜色或去掉，不能改大小、样子或位置"
    belongs = "are" if word.endswith("s") and not word.endswith("ss") else "is"
    return f"The {word} {belongs} part of the backdrop, which I can recolour or remove, but not resize, reshape or move"


def state_not_drawn(word: str, state: str, language: Language) -> str:
    """An edit asks for a thing as there is no drawing of it: a laptop that is closed."""
    if language == "zh":
        return f"{word}画不出这个样子；可以换掉、去掉，或改颜色、大小"
    return f"I can't draw the {word} {state}; I can replace, remove, recolour or resize instead"


def nothing_written_on(word: str, language: Language) -> str:
    """A number was to stand on clothes."""
    return f"“{word}”上写不了字和数字" if language == "zh" else f"Nothing can be written on the {word}"


def no_words(language: Language) -> str:
    """An edit is about lettering, of which there is none."""
    if language == "zh":
        return "图里没有文字；可以加上，例如“写上‘你好’”"
    return "There are no words in the picture; add some, for example “write ‘hello’ at the top”"


def written_below(word: str, language: Language) -> str:
    """Words were to stand on a thing that shows none; they became the caption."""
    if language == "zh":
        return f"“{word}”上写不了字，写在了图上"
    return f"I can't write on the {word}; the words stand in the picture instead"


def brought_along(words: Sequence[str], language: Language) -> str:
    """Something was to go onto furniture that was not there, so that came along."""
    named = _quoted([unmeasured(word) for word in words], language)
    return (
        f"图里没有{named}，一起加上了" if language == "zh" else f"There was no {named}, so one was added, too"
    )


def gave_way(words: Sequence[str], language: Language) -> str:
    """Something was to stand to a piece of the backdrop, so that became a thing of its own."""
    named = _quoted(words, language)
    if language == "zh":
        return f"背景里的{named}换成了单独的一个，好和别的东西摆在一起"
    return f"The {named} of the backdrop gave way to one of its own, so that things can be put to it"


def no_change_of_that_kind(words: Sequence[str], language: Language) -> str:
    """An edit asks for a quality that drawings here do not have."""
    named = _quoted(words, language)
    if language == "zh":
        return f"画不出{named}这样的变化；可以加、去掉、换掉，改颜色、大小、表情、姿势、天气、画风，例如“让它笑”“改成水彩画”"
    return (
        f"I can't make a drawing {named}; I can add, remove or replace things and change colours, sizes, faces, poses, "
        "weather and style, for example “make it smile” or “in watercolour”"
    )


def not_understood(language: Language) -> str:
    """No part of an edit was understood."""
    if language == "zh":
        return "没看懂要改哪里：请说出要加、去掉、换掉或改颜色的东西，例如“给马戴顶帽子”"
    return "I did not understand what to change: name what to add, remove, replace or recolour, for example “put a hat on the horse”"


def idea_instead(language: Language) -> str:
    """No part of a wish for a new picture was understood, so it shows an idea of ours."""
    if language == "zh":
        return "没看懂要画什么，先画了一张别的：请说出想看到的东西，例如“一头牛和一匹马”"
    return "I did not understand what to draw, so this is an idea of mine: name what you want to see, for example “an ox and a horse”"


def somewhere_on_the_photograph(words: Sequence[str], language: Language) -> str:
    """Something was to be beside what a photograph shows, which nobody here can see."""
    named = _quoted(words, language)
    if language == "zh":
        return f"看不出照片里{named}在哪里，所以画在了空处；可以说左边、右边或角落"
    return f"Where {named} is on the photograph is not known here; say left, right or a corner to place what was drawn"


def stands_for(word: str, language: Language) -> str:
    """What was asked for cannot be seen; the picture is one for it."""
    if language == "zh":
        return f"“{word}”本身看不见，画了一个代表它的场景"
    return f"“{word}” itself cannot be seen; this picture stands for it"


def drawn(language: Language) -> str:
    """A picture was to look like a photograph."""
    return "这是画出来的，不是照片" if language == "zh" else "Drawn, not photographed"


def seen_from_the_side(language: Language) -> str:
    """Things were to be seen from behind or from above."""
    if language == "zh":
        return "每样东西都从最好认的那一面画"
    return "Everything is drawn from the side that shows it best"


def kept(language: Language) -> str:
    """An edit asks that nothing change."""
    return "照原样，没有别的改动" if language == "zh" else "As it was; nothing else was changed"


def pose_not_drawn(words: Sequence[str], language: Language) -> str:
    """These were asked for in a pose that there is no drawing of."""
    named = _quoted(words, language)
    return (
        f"画不出{named}的这个姿势，按平常的样子画"
        if language == "zh"
        else f"I can't draw {named} in that pose; drawn as usual"
    )


def no_face_to_us(words: Sequence[str], language: Language) -> str:
    """These were to look at us, and are drawn from the side."""
    named = _quoted(words, language)
    if language == "zh":
        return f"{named}是侧面画的，画不出看着镜头的样子"
    return f"I draw {named} from the side, so it can't look at us"


def left_at_it(who: str, tool: str, language: Language) -> str:
    """Somebody was to leave off what nobody leaves off here who has such a thing in hand."""
    if language == "zh":
        return f"{who}拿着{tool}就是这个姿势；可以去掉{tool}"
    return f"The {who} is drawn so as long as the {tool} is in hand, which you can remove"


def mood_not_drawn(words: Sequence[str], language: Language) -> str:
    """These were to show a mood and have no face that could."""
    named = _quoted(words, language)
    return f"画不出{named}的表情" if language == "zh" else f"I can't draw an expression on {named}"


def pattern_not_drawn(words: Sequence[str], language: Language) -> str:
    """These were to have a pattern, and have no plain part that could show one."""
    named = _quoted(words, language)
    return f"画不出{named}的花纹" if language == "zh" else f"I can't draw a pattern on {named}"


def already_so(language: Language) -> str:
    """An edit asks for what the picture already shows."""
    return "图里已经是这样了" if language == "zh" else "The picture is already like that"


_WEATHERS = {
    "snow": ("It isn't snowing in the picture", "图里没有在下雪"),
    "rain": ("It isn't raining in the picture", "图里没有在下雨"),
    "fog": ("There is no fog in the picture", "图里没有雾"),
    "wind": ("No wind is blowing in the picture", "图里没有刮风"),
    "storm": ("There is no storm in the picture", "图里没有暴风雨"),
}


def not_that_weather(weather: str, language: Language) -> str:
    """A weather is to end that the picture does not have."""
    english, chinese = _WEATHERS[weather]
    return chinese if language == "zh" else english


def no_sky_here(light: str, language: Language) -> str:
    """A sun, a moon, stars or a rainbow are to come where no sky is to be seen; `light` is in that language."""
    if language == "zh":
        return f"这里看不到天空，没有地方放{light}"
    return f"No sky is to be seen here, so there is no place for the {light}"


def nowhere_to_be(words: Sequence[str], lacking: str, language: Language) -> str:
    """A picture was moved to where there is no ``wall`` or no ``sky`` for what was on it or in it, which went."""
    named = _quoted([unmeasured(word) for word in words], language)
    if language == "zh":
        return f"那里没有{'墙' if lacking == 'wall' else '天空'}，{named}就去掉了"
    there = "no wall there" if lacking == "wall" else "no sky to be seen there"
    return f"There is {there}, so I took away the {named}"


def no_difference(language: Language) -> str:
    """An edit was understood, and the picture would be the same."""
    if language == "zh":
        return "这样改，图里什么都不会变；请换个说法，或说出哪样东西要变成什么样"
    return "That would leave the picture as it is; say it in other words, or name what is to change and how"


def made_to_fit(what: str, who: str, language: Language) -> str:
    """Clothes and hair were to be larger or smaller, which are drawn on the body."""
    if language == "zh":
        return f"{what}是照着{who}的身材画的，大小改不了"
    return f"I can't change the size of the {what}, drawn to fit the {who}"


def at_limit(word: str, size: str, language: Language) -> str:
    """Something was to be larger or smaller, broader or higher, and cannot be."""
    zh, en = _AT_LIMIT[size]
    return f"{word}在这里不能再{zh}了" if language == "zh" else f"The {word} can't be any {en} here"


_AT_LIMIT = {
    "large": ("大", "larger"), "small": ("小", "smaller"), "wide": ("宽", "broader"), "thin": ("窄", "thinner"), "tall": ("高", "taller"),
    "short": ("矮", "shorter"),
}  # fmt: skip
"""By what something was to become, the words for it."""


def so_many_times(word: str, times: float, language: Language) -> str:
    """Something became larger or smaller, but not by as much as was said."""
    percent = round(100 * times)
    if language == "zh":
        return f"{word}在这里只能{'放大' if times > 1 else '缩小'}到原来的{percent}%"
    return f"There was room to make the {word} {percent} % of its size, no {'more' if times > 1 else 'less'}"


def no_room(word: str, side: str, language: Language) -> str:
    """Something was to go farther to a side where there is no room."""
    if language == "zh":
        told = {"left": "左", "right": "右", "top": "上", "bottom": "下"}[side]
        return f"{word}不能再往{told}移了"
    return f"There is no room to move the {word} any further to the {side}"


def not_aside(side: str, language: Language) -> str:
    """Something was to go to a side of the picture where there is no room; it went only some of the way."""
    if language == "zh":
        return f"最{'左' if side == 'left' else '右'}边没有空位，只能移到这里"
    return f"There is no free room at the far {side}; it went as far that way as it could"


def colour_not_drawn(word: str, language: Language) -> str:
    """Something was to have another colour, and has none of its own."""
    return f"改不了{word}的颜色" if language == "zh" else f"The colour of the {word} can't be changed"


def no_effect(clauses: Sequence[str], language: Language) -> str:
    """These parts of an edit changed nothing."""
    named = _quoted(clauses, language)
    return f"{named}没有改动什么" if language == "zh" else f"Nothing was changed by {named}"


def words_fill(language: Language) -> str:
    """The words were to be larger, and have no room for it."""
    if language == "zh":
        return "字已经占满了地方，不能再大；字少一点就能更大"
    return "The words fill their room already and cannot be larger; fewer words could be"


def worn_anyway(who: str, what: str, language: Language) -> str:
    """Somebody was to be without something that belongs to the drawing, or with another in its place."""
    if language == "zh":
        return f"{what}是画好的{who}的一部分，去不掉，也不能单独改"
    return f"The {what} is part of the drawing of the {who} and stays as it is"


def equally_large(language: Language) -> str:
    """Of several that are of one size the larger one was meant."""
    if language == "zh":
        return "图里的它们一样大；请说左边的、右边的，或者第几个"
    return "They are of one size in the picture; say the left one or the right one"


def too_many(limit: int, language: Language) -> str:
    """More things were asked for than a picture holds."""
    if language == "zh":
        return f"一张图最多画 {limit} 样东西，多出的没有画"
    return f"A picture holds {limit} things at most; the rest was left out"

"""What people say loosely about a picture, told so that it can be done: "another colour" becomes one that nothing there
has, "too empty" becomes company that is at home there, "cuter" a smile."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

import msgspec

from paintover.domain.call import Language
from paintover.engines.illustrator.backdrops import INDOORS, OFF_EARTH
from paintover.engines.illustrator.backdrops.inside import has_board
from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.apart import told_apart
from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.candles import blown_out
from paintover.engines.illustrator.retelling.chalkboard import told_of_its_board
from paintover.engines.illustrator.retelling.talk import living_in
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.stock import takes_pose
from paintover.engines.illustrator.wording import Pattern

_CLAUSES = re.compile(r"([，,、。；;！!？?\n]+|\.(?=\s|$)|\s+(?:and|but|then)\s+|并且|而且|然后)")
_POLITE = re.compile(
    r"^(?:请|帮我|给我|麻烦|可以|能不能|能|再|稍微|还是|感觉|画面|图片?|整体|它|这|这张图?|有点|太|要|让|把|变得?|弄得?|画得?|改得?|换得?|看起来|显得)+"
    r"|(?:一?[点些]儿?|了|吧|呢|嘛|啊|吗)+$"
    r"|^(?:(?:please|can you|could you|make|made|it|this|the|picture|image|scene|look|looks|a|bit|little|even|more|much|be|should|try|give|him|her|them|in|with|use|an?|needs?|is|feels?|too|so|add|put|let's|i|want|would like)\s+)+"
    r"|\s+(?:please|now|instead|a bit|a little|this time|too)$",
    re.IGNORECASE,
)
"""What stands around such a wish without a meaning of its own."""

_CUTER = re.compile(
    r"(?:更)?(?:可爱|萌|讨喜|俏皮)|cuter?|more (?:cute|adorable|lovely|charming)|adorable|sweeter"
)
_PRETTIER = re.compile(
    r"(?:更)?(?:好看|漂亮|美|美丽|精美|美观|好|高级|有意境|丰富多彩)|prettier|nicer|better|more (?:beautiful|pretty|attractive|lively|interesting)|beautiful|pretty|livelier|lively"
)
_MAGICAL = re.compile(
    r"(?:更)?(?:梦幻|魔幻|奇幻|神奇|有魔力|童话)|magical|more magical|dream(?:y|ier|like)|enchant(?:ed|ing)|fairy-?tale(?: like)?|whimsical|mystical"
)
_EMPTY = re.compile(
    r"(?:更)?(?:空(?!了$)|空旷|空荡荡?|空荡荡的|单调|单薄|冷清|简单|少东西)|(?:多)?(?:加|添|画)(?:点|些|一点|一些)(?:别的)?(?:东西|元素|细节|内容|装饰|背景)|(?:更)?(?:丰富|热闹)"
    r"|empty|boring|plain|bare|(?:some |more )*(?:things|stuff|details?|elements|objects|decorations?)|busier|richer|more (?:detailed|crowded|going on)",
)
_POSE = re.compile(
    r"(?:换|改|变|摆)?(?:一?个|成)?(?:别的|其他|另一个|不同的?|新的?)?(?:姿势|动作|造型|pose)|(?:change |strike )?(?:its |his |her |the )?(?:different|another|other|new)? ?pose|(?:change|vary) (?:its|his|her|the|their) pose"
)
_SNOW_ENDS = re.compile(
    r"[把让叫等]?(?:大|小|暴|风)?雪(?:已经|都|也|先|快)*(?:停|不(?:要|用)?(?:再)?下|别(?:再)?下)(?:下来?|住|掉|一停|一下|下去)?|(?:不|别|不要|不用)(?:再)?(?:下|飘)(?:大|小)?雪|(?:it )?(?:has )?stop(?:s|ped)? snowing|(?:the )?snow (?:has )?stop(?:s|ped)?|stop the snow(?:fall|ing)?|(?:it(?:'s| is)? )?no longer snowing|(?:it(?:'s| is)? ?)?(?:not|isn['’]?t|doesn['’]?t|does not|shouldn['’]?t) (?:be )?snow(?:ing)?(?: any ?more| any longer| now)?"
)
_FALLS_NO_MORE = re.compile(r"(?:别|不|不要|不用)(?:再)?下(?:了)?")
_SNOW_MELTS = re.compile(
    r"(?:地上|路上|草地上|屋顶上|到处)?的?(?:积)?雪(?:已经|都|全|也)*(?:化|融化?|消融|没)(?:掉|完|光)?|(?:the )?snow (?:has )?(?:melt(?:s|ed)?|thaw(?:s|ed)?)(?: away)?"
)
_NO_THUNDER = re.compile(
    r"(?:别|不|不要|不用)(?:再)?打(?:雷|闪)|(?:雷|闪电|打雷)(?:已经|都)?停|没有?(?:雷|闪电)|no (?:more )?(?:thunder|lightning)"
)
_ONLY = Pattern(
    r"(?:只|就|单)(?:要|留|留下|剩|剩下|保留)(?P<zh>[^，。不]{1,12})|(?:just|only)(?: keep| leave)? (?P<en>(?:the|my|one|a) [a-z ]{2,30})"
)
_NIGHT = re.compile(
    r"(?:天)?(?:已经|渐渐|慢慢)?(?:黑|全黑|黑下来|暗下来)|天色(?:已)?(?:晚|黑|暗)(?:下来)?|夜(?:深|幕降临|幕落下|里)|入夜|半夜|大?晚上|(?:it(?:['’]s| is| has)? )?(?:gets?|got|getting|gotten|turns?|turning|goes|going|went|grows?|growing) dark(?:er)?(?: outside)?|dark outside|night(?:fall|time)?|(?:the )?night (?:falls?|has fallen|comes)|after dark|late at night"
)
_DUSK = re.compile(
    r"(?:太?阳|夕阳|日头)(?:快|正在|要|开始|慢慢)*(?:下山|落山|西下|落下(?:去|来)?|下沉)|日落(?:时分)?|夕阳西下|夕阳|傍晚(?:时分)?|黄昏(?:时分)?|天(?:快|就?要|将)(?:要)?黑(?:下来|的时候)?|晚霞满天|(?:the )?sun(?:'s| is)? (?:goes|going|sets?|setting|went|has gone) ?(?:down)?|evening(?: time)?|at dusk|dusk|sun ?set(?: time)?|golden hour"
)
_DAWN = re.compile(
    r"天(?:已经|渐渐)?(?:亮|大亮|蒙蒙亮)(?:起来)?|太?阳(?:出来|升起|升起来|刚升起)|日出(?:时分)?|清晨|大?早上|大清早|天明|(?:the )?sun (?:comes?|is coming|rises?|is rising|came) ?(?:up)?|morning(?: time)?|(?:at )?(?:dawn|sunrise|daybreak)"
)
_RAIN = re.compile(
    r"(?:天)?(?:开始|突然|正在?)?下(?:[点些着起]|一[点些场]|[小大细暴]|了?场)*雨(?:来)?(?:啦)?|(?:来|加)(?:[点些场]|一[点些场])[小大细暴]*雨|下雨天|雨天|(?:some |a (?:bit|little) of |a little |light |heavy |pouring )*(?:rain|rainfall|drizzle|showers?)|(?:it )?(?:starts?|started|begins?|began|starting) (?:to rain|raining)|raining|rainy|(?:let it|have it|make it) rain|rain"
)
_SNOW = re.compile(
    r"(?:天空?中?|天上|外面)?(?:开始|突然|正在?)?[下飘](?:[点些着起]|一[点些场]|[小大]|了?场)*雪花?(?:来)?(?:啦|了)?|(?:来|加)(?:[点些场]|一[点些场])[小大]*雪|下雪天|雪天|飘(?:着)?雪花?|(?:some |a (?:bit|little) of |a little |light |heavy |falling )*(?:snow|snowfall|snowflakes)|(?:it )?(?:starts?|started|begins?|began|starting) (?:to snow|snowing)|snowing|snowy|(?:let it|have it|make it) snow"
)
_FINE = re.compile(
    r"[把让叫等]?(?:大|小|暴|雷|雷阵|暴风)?雨(?:已经|都|也|先|快)*(?:停|没|不见|不(?:要|用)?(?:再)?下|别(?:再)?下)(?:下来?|住|掉|一停|一下|下去)?|(?:不|别|不要|不用)(?:再)?下(?:大|小|暴)?雨|(?:天)?放晴|天晴(?:朗)?|出太阳|晴天|大晴天|雨过天晴|(?:it )?(?:has )?stop(?:s|ped)? raining|(?:the )?rain (?:has )?stop(?:s|ped)?|(?:it(?:'s| is)? )?no longer raining|(?:it(?:'s| is)? ?)?(?:not|isn['’]?t|doesn['’]?t|does not|shouldn['’]?t) (?:be )?rain(?:ing)?(?: any ?more| any longer| now)?|(?:the )?sky clears?(?: up)?|(?:the )?weather (?:is )?calm(?: again)?|calm (?:weather|sky)(?: again)?|(?:the )?storm (?:is over|passes|has passed|ends)|(?:it )?clears? up"
)
_FOG = re.compile(
    r"(?:起|有|加)(?:[点些]|一[点些])?(?:大|薄)?雾|雾蒙蒙的?|(?:some |a (?:bit|little) of |a little |light |thick )*(?:fog|mist)|foggy|misty|hazy"
)
_POSES: Sequence[tuple[str, str, str]] = (
    ("sit", "让{}坐下", "make {} sit"),
    ("jump", "让{}跳起来", "make {} jump"),
    ("run", "让{}跑", "make {} run"),
    ("dance", "让{}跳舞", "make {} dance"),
    ("lie", "让{}躺下", "make {} lie down"),
)


def planted(prompt: str) -> str:
    """What is planted is added: "plant a flag next to him", 种一棵树. What turns into night is the picture, and nothing in it."""
    prompt = _INTO_AN_HOUR.sub(_hour_told, _PLANTED.sub("add ", _PLANTED_ZH.sub("加", prompt)))
    prompt = _DRAWN_IN.sub("make it ", _DRESSED.sub(r"\g<lead>let \g<who> wear ", prompt))
    prompt = _WHOSE_LOOKS.sub(_whose, prompt)
    return told_apart(prompt) if _ADDED_APART.search(prompt) else prompt


_WHOSE_LOOKS = Pattern(
    r"(?P<first>(?:让|把|给|请)?(?P<who>[\u4e00-\u9fff]{1,5}?)(?:变成|换成|改成|戴|穿|拿|抱|要|是)[^，,。]*)[，,](?:他|她)?的?"
    r"(?P<part>头发|发型|胡子|衣服|裤子|裙子|帽子)(?=是|要|变|改|换|染|涂)"
)


def _whose(match: re.Match[str]) -> str:
    """让医生变成女的，头发是黄色的: the doctor's, where the clause before is about somebody."""
    tokens = tokenise(match["who"])
    kind = tokens[0].get("kinds") if len(tokens) == 1 else None
    if kind is None or not kinds()[kind].alive:
        return match[0]
    return f"{match['first']}，{match['who']}的{match['part']}"


_DRESSED = Pattern(
    r"(?P<lead>^\W*|[,.;] *|\b(?:and|then|please|now) )(?:dress|clothe) "
    r"(?P<who>(?:the|both|all|each|every|one|him|her|it|them|his|its|my)\b[^,.;]{0,30}?) (?:up )?in (?=(?:an?|the|some|new|warm)\b|[a-z]+ [a-z]+|[a-z]+s\b)"
)
_BLOWN_OUT = Pattern(
    r"\b(?:is |are |be )?blow(?:s|ing)? out (?:(?:the|a|all|her|his|their|its|birthday) )*candles?(?: on (?:the|her|his|their) (?:[a-z]+ )?cake)?\b"
    r"|(?:正?在|来|去)?吹(?:灭|熄)?(?:着|了|掉)?(?:蛋糕上的?)?(?:生日)?蜡烛"
)
_CAKES = frozenset({"cake", "birthday-cake", "cupcake", "candle", "birthday-candle"})


def at_their_candles(prompt: str, base: Scene) -> str:
    """The wish with who blows out candles that are there told to blow; where there are none, a cake has yet to come."""
    if not any(one.kind in _CAKES for one in base.objects) or blown_out(prompt) is not None:
        return prompt
    return _BLOWN_OUT.sub(lambda match: "puffing" if match[0].isascii() else "鼓着嘴", prompt)


_ON_THE_BOARD = Pattern(
    r"\b(?:is |are |be )?(?:writ(?:es?|ing)|draw(?:s|ing)?)(?: (?:something|sums|words|letters|numbers|a sum|the lesson))? on the (?:black|chalk|white)?board\b"
    r"|(?:正?在)?(?:黑板|白板)上(?:写|画)(?:着|字|画|板书|粉笔字|算式|题)*"
)


def at_their_board(prompt: str, base: Scene) -> str:
    """The wish with who writes on the board that hangs in a classroom told to stretch out an arm with a piece of chalk."""
    boards = any(one.kind in ("blackboard", "whiteboard") for one in base.objects)
    if told_of_its_board(prompt, base) is not None:
        return prompt
    if boards or base.env.place != "classroom" or not has_board(base.seed, base.env.scenery):
        return prompt
    return _ON_THE_BOARD.sub(
        lambda match: "reaching out holding chalk" if match[0].isascii() else "伸手拿着粉笔", prompt
    )


_DRAWN_IN = Pattern(
    r"^\W*(?:(?:please|now) )*(?:draw|paint|show|do|render|print) (?:it|this|that|the (?:picture|image)) in (?=(?:black and white|greyscale|grayscale|sepia)\b)"
)
_ADDED_APART = Pattern(
    r"^\W*(?:(?:please|now) )*add (?:two|three|four|five|six|seven|eight|nine|ten|\d+) [a-z ]+, (?:one|two|three|half) of them\b"
    r"|^(?:请|再)*(?:加|画|来|添)(?:上)?[两三四五六七八九十][\u4e00-\u9fff]{1,6}[，,]其中"
)
"""Several are added of which one is told of: that one is among them."""


_INTO_AN_HOUR = Pattern(
    r"^\W*(?:(?:please|now) )*(?:turn|change|make|transform) (?:it|this|that|the (?:scene|picture|image)) (?:in)?to "
    r"(?P<hour>(?:an? )?(?:[a-z]+ )?(?:night|nighttime|day|daytime|morning|evening|sunset|sunrise|dawn|dusk|winter|summer|autumn|fall|spring))"
    r"(?: with (?P<more>(?:an?|the|some|two|three) [a-z ]+))?\W*$"
)


def _hour_told(match: re.Match[str]) -> str:
    more = f", add {match['more']}" if match["more"] else ""
    return f"make it {match['hour']}{more}"


_PLANTED = Pattern(
    r"^\W*(?:please |let's |now |and )*plant (?=(?:an?|some|two|three|four|five|six|more|another)\b)"
)
_PLANTED_ZH = Pattern(
    r"(?:^(?:请|再|给我|帮我)*|(?<=[里上中边旁前后面])(?:再)?)种(?:上|下|了|着)?(?=[一两三四五六几些棵朵株片排])"
)


def told_plainly(prompt: str, base: Scene, seed: int) -> str:
    """The wish for a change of that picture with what is said loosely told plainly; all else as it was."""
    language: Language = "zh" if re.search(r"[\u3400-\u9fff]", prompt) else "en"
    prompt = _ALL_BECOME.sub(r"把它们都\g<into>", prompt)
    prompt = _IN_FROM.sub(_added_at, _GOES.sub(r"remove \g<who>", _ASKED_ABOUT.sub(_asked_about, prompt)))
    if _LEFT_SO.fullmatch(prompt.strip(" .!")) is not None:
        prompt = f"make {prompt.strip(' .!')}"
    kept, said = [], set()
    for clause in _CLAUSES.split(prompt):
        bare = _bare(clause)
        say = next((say for words, say in _LOOSE if bare and words.fullmatch(bare)), None)
        if say is None:
            kept.append(clause)
        elif say not in said:  # "too empty, add more things" is one wish
            told = say(base, seed, language)
            kept.append(clause if told is None else told)
            said.add(say)
    return _only("".join(kept), base, language)


_ALL_BECOME = Pattern(r"^(?:请|现在|把)*(?:全部?都?|全都|统统|通通|都)(?:给我)?(?P<into>[换变改][成为])")
"""All are to become something, where nobody says who: 都换成梨."""
_GOES = re.compile(
    r"\b(?P<who>(?:the|that|this|those|these) [\w ]{2,24}?) (?:should|must|can|could|has to|have to|needs to|need to) (?:go|leave|disappear|vanish|be gone|be removed|come out)(?: away| now)?(?=[,.;!]|$)",
    re.IGNORECASE,
)
"""The fox should go: it is to be taken away."""
_IN_FROM = re.compile(
    r"\bbring (?:in )?(?P<what>(?:an?|another|some|two|three|four|five) [\w ]{2,24}?)(?: in)?(?: from the (?P<side>left|right))?(?=[,.;!]|$)",
    re.IGNORECASE,
)
_LEFT_SO = Pattern(
    r"the (?:left|right|middle|other|first|big|small|little|larger|smaller|bigger) (?:one|ones|\w+) (?:in )?(?:red|blue|green|yellow|orange|purple|pink|brown|black|white|grey|gray|gold|silver|striped|spotted|bigger|smaller|larger)"
)
"""The left one brown: to be made so."""


def _added_at(match: re.Match[str]) -> str:
    side = f" on the {match['side']}" if match["side"] else ""
    return f"add {match['what']}{side}"


_ASKED_ABOUT = Pattern(
    r"^\W*(?:(?:what|how) about|maybe|perhaps|could it be) (?:an? |the |in )?(?P<en>[a-z-]+(?: [a-z-]+)??)(?: one| version)?\s*\?*\s*$"
    r"|^(?P<zh>[\u4e00-\u9fff]{1,4}色)的?(?:一?[只个张])?(?:呢|怎么样|如何|行不行|可以吗)\s*[?？]*\s*$"
)


def _asked_about(match: re.Match[str]) -> str:
    """ "What about a blue one?" and 蓝色的呢？ ask for another colour, or for whatever else is named."""
    if match["zh"]:
        return f"变成{match['zh']}"
    words = match["en"]
    coloured = parse(f"a {words} cat").mentions
    if len(coloured) == 1 and coloured[0].colour is not None and not coloured[0].left_out:
        return f"make it {words}"
    return words


def _bare(clause: str) -> str:
    """The clause without what is said out of politeness."""
    words = clause.strip().lower()
    while (rest := _POLITE.sub("", words).strip()) != words:
        words = rest
    return words


def _cuter(base: Scene, seed: int, language: Language) -> str:
    if not living_in(base):
        return _prettier(base, seed, language)
    return "让它们笑" if language == "zh" else "make them smile"


def _prettier(base: Scene, seed: int, language: Language) -> str:
    grows = base.env.place not in INDOORS | OFF_EARTH | {"sea", "underwater", "sky", "desert", "snow"}
    flowers = ("，加三朵花", ", add three flowers") if grows else ("", "")
    return f"颜色鲜艳一点{flowers[0]}" if language == "zh" else f"more vivid{flowers[1]}"


def _magical(base: Scene, seed: int, language: Language) -> str:
    return "加三个闪光，起雾" if language == "zh" else "add three sparkles, foggy"


def _company(base: Scene, seed: int, language: Language) -> str:
    """Three sorts of things that are at home there and not in the picture yet."""
    there = {thing.kind for thing in base.objects}
    found = companions().get(base.env.place, companions()["meadow"])
    new = [(kind, many) for kind, many in found.items() if kind not in there and kind in kinds()]
    start = seed % max(1, len(new))
    chosen = [*new[start:], *new[:start]][:3]
    if not chosen:
        return ""
    if language == "zh":
        return "加" + "、".join(f"{'一两三四'[many - 1]}个{names('zh', kind)}" for kind, many in chosen)
    return "add " + " and ".join(
        f"{('one', 'two', 'three', 'four')[many - 1]} {names('en', kind)}" for kind, many in chosen
    )


def _another_pose(base: Scene, seed: int, language: Language) -> str:
    """A pose that the one who is talked about can take, and is not in."""
    actors = living_in(base)
    if not actors:
        return "换个姿势" if language == "zh" else "another pose"
    about = next((one for one in actors if one.id == base.focus), actors[-1])
    able = [
        says
        for pose, *says in _POSES
        if pose != about.pose and takes_pose(msgspec.structs.replace(about, pose=pose))
    ]
    if not able:
        return "换个姿势" if language == "zh" else "another pose"
    chinese, english = able[seed % len(able)]
    return chinese.format(about.label) if language == "zh" else english.format(f"the {about.label}")


def _lying_snow(base: Scene, seed: int, language: Language) -> str:
    return "晴天，冬天" if language == "zh" else "sunny, winter"


def _after_the_storm(base: Scene, seed: int, language: Language) -> str | None:
    """Calm, of the weather only where it is rough: else somebody's face is meant."""
    return _set("晴天", "sunny")(base, seed, language) if base.env.weather in ("rain", "storm") else None


def _falls_no_more(base: Scene, seed: int, language: Language) -> str | None:
    """不下了: of whatever falls there."""
    if base.env.weather == "snow":
        return _lying_snow(base, seed, language)
    return _set("晴天", "sunny")(base, seed, language) if base.env.weather in ("rain", "storm") else None


def _melted(base: Scene, seed: int, language: Language) -> str | None:
    if base.env.weather == "snow":
        return "去掉雪" if language == "zh" else "remove the snow"
    return ("春天", "spring")[language == "en"] if base.env.season == "winter" else None


def _no_thunder(base: Scene, seed: int, language: Language) -> str | None:
    """The rain without its lightning."""
    if base.env.weather != "storm":
        return None
    return "下雨" if language == "zh" else "rain"


def _set(chinese: str, english: str) -> Callable[[Scene, int, Language], str]:
    """What a time or a weather is called plainly."""

    def say(base: Scene, seed: int, language: Language) -> str:
        return chinese if language == "zh" else english

    return say


_LOOSE: tuple[tuple[re.Pattern[str], Callable[[Scene, int, Language], str | None]], ...] = (
    (_CUTER, _cuter),
    (_PRETTIER, _prettier),
    (_MAGICAL, _magical),
    (_EMPTY, _company),
    (_POSE, _another_pose),
    (_SNOW_ENDS, _lying_snow),
    (_FALLS_NO_MORE, _falls_no_more),
    (_SNOW_MELTS, _melted),
    (_NO_THUNDER, _no_thunder),
    (_NIGHT, _set("夜晚", "at night")),
    (_DUSK, _set("傍晚", "at sunset")),
    (_DAWN, _set("早晨", "in the morning")),
    (_RAIN, _set("下雨", "rain")),
    (_SNOW, _set("下雪", "snow")),
    (_FINE, _set("晴天", "sunny")),
    (re.compile(r"(?:it )?calm(?: again)?"), _after_the_storm),
    (_FOG, _set("起雾", "foggy")),
)


@cache
def companions() -> Mapping[str, Mapping[str, int]]:
    """By place, the kinds that keep company there, with how many of each."""
    return word_table("company")


def _only(prompt: str, base: Scene, language: Language) -> str:
    """ "Just the bear" and 只要狗, where nothing else is asked, keep that alone. "Just the bear, no bunny" says who is not
    to be there: only who lives goes, and the rest of the picture stays."""
    said = prompt.strip(" ,.，。!！")
    match = _ONLY.fullmatch(_REDUNDANT.sub("", said).strip(" ,.，。"))
    if match is None:
        return prompt
    words = match["zh"] or match["en"]
    if (one := _ONE_OF.fullmatch(words)) is not None:
        kind = {mention.kind for mention in parse(words).mentions}
        more = sum(thing.kind in kind for thing in base.objects) - 1
        if len(kind) == 1 and more > 0:
            return f"去掉{more}个{one['zh']}" if one["zh"] else f"remove {more} {one['en']}{'s' * (more > 1)}"
    without = _UNWANTED.search(said)
    kept = {mention.kind for mention in parse(words).mentions}
    others = [one for one in living_in(base) if one.kind not in kept]
    if without is not None and others and len(others) < len(living_in(base)):
        return _without(others, language)
    return f"只留下{words}" if match["zh"] else f"keep only {words}"


_ONE_OF = Pattern(
    r"(?:一|1)[只个条匹头棵朵](?P<zh>[\u4e00-\u9fff]{1,6})|(?:one|a single) (?P<en>[a-z ]{2,24}?)(?: please)?",
    re.NOFLAG,
)
"""One of several of a kind, as in "only one cat": the others of that kind go, and nobody else."""


def _without(things: Sequence[Thing], language: Language) -> str:
    named = dict.fromkeys(names(language, thing.kind) for thing in things)
    if language == "zh":
        return "，".join(f"去掉{name}" for name in named)
    return "remove " + " and ".join(
        f"all the {name}s" if _many(things, name) else f"the {name}" for name in named
    )


def _many(things: Sequence[Thing], name: str) -> bool:
    return sum(names("en", thing.kind) == name for thing in things) > 1


_UNWANTED = re.compile(
    r"[,，]\s*(?:no|without(?: the| a)?) \w+$|[,，]?(?:不要|没有|去掉|别要)[^，。]{1,8}$", re.IGNORECASE
)
_REDUNDANT = Pattern(
    r"(?:全都?|都|其他的?都?|其余的?都?)(?:去掉|删掉|删除|不要|拿掉)了?|(?:remove|delete) (?:everything|all)(?: else)?|[,，]?\s*(?:no|without(?: the| a)?) \w+$|[,，](?:不要|没有|去掉|别要)[^，。]{1,8}$"
)
"""What "only" says again: 都去掉，只留狗; "just the bear, no bunny"."""


_OTHER_COLOURS = {
    "zh": ("红色", "蓝色", "绿色", "黄色", "紫色", "橙色", "粉色"),
    "en": ("red", "blue", "green", "yellow", "purple", "orange", "pink"),
}
_RECOLOURED = {
    "zh": re.compile(r"(?:换|改|变)(?:成|为)?(?:一?[个种下])?(?:别的|其他的?|另外?一?[个种]|不同的)?颜色"),
    "en": re.compile(
        r"\b(?:change|switch|vary) (?:the )?colou?rs? of (?P<what>[^,.;]{1,40})|\b(?:give|make|paint) (?P<whom>[^,.;]{1,40}?) (?:in )?(?:an?other|a (?:different|new))(?: colou?r)\b",
        re.IGNORECASE,
    ),
}
_CENTRED = re.compile(
    r"\bcent(?:er|re) (?P<what>(?:the |it\b|him\b|her\b|them\b)[^,.;]{0,40})", re.IGNORECASE
)


def told_exactly(prompt: str, base: Scene, seed: int) -> str:
    """The wish with "another colour" told as one that nothing there has, and "centre the dog" as a move; to be asked after
    colours were dealt out to several things."""
    language: Language = "zh" if re.search(r"[\u3400-\u9fff]", prompt) else "en"
    return _CENTRED.sub(r"move \g<what> to the middle", _another_colour(prompt, base, seed, language))


def _another_colour(prompt: str, base: Scene, seed: int, language: Language) -> str:
    match = _RECOLOURED[language].search(prompt)
    if match is None:
        return prompt
    worn = {thing.colour for thing in base.objects}
    free = [
        c
        for c in _OTHER_COLOURS[language]
        if parse(f"一只{c}的猫" if language == "zh" else f"a {c} cat").mentions[0].colour not in worn
    ]
    colour = free[seed % len(free)] if free else _OTHER_COLOURS[language][seed % 7]
    named = match.groupdict()
    told = f"变成{colour}" if language == "zh" else f"make {named.get('what') or named.get('whom')} {colour}"
    return prompt[: match.start()] + told + prompt[match.end() :]

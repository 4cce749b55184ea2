"""What people do, told by what shows it: the tool in the hand, and what it is done to beside them; and who it is, where only
"she" or 小朋友们 was said.
"""

from __future__ import annotations

import re
from functools import cache

from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.lexicon import vocabulary
from paintover.engines.illustrator.grammar.plain_words import in_plain_words
from paintover.engines.illustrator.grammar.relatives import with_relatives
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.grammar.turns import patterns_for
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.wording import Pattern, Rules

_DOUBLED = frozenset(
    {
        "trim", "mop", "chop", "dig", "wrap", "plan", "cut", "hit", "run", "jog", "swim", "clap", "sit", "nap", "sip", "hug", "pet", "pat",
        "chat", "skip", "squat", "trip", "slip", "nod", "shrug", "pop", "grab", "hop", "spin", "grin", "put", "unwrap", "knit", "drag", "stir",
    }
)  # fmt: skip
_PERSON = "人孩友生娘妈爸爷奶姐妹哥弟猫狗兔熊猴他她民工师员女夫婆叔姨妇匠们虎狮象龙狐鹿鼠狼"
_SOMEBODY = "|".join(
    (
        f"(?<=[{_PERSON}])",
        *(f"(?<={word})" for word in ("孩子", "儿子", "妻子", "男子", "女子", "兔子", "猴子")),
    )
)
"""What stands before a Chinese verb of one character: a person, or an animal of tales."""
_OBJECT = r"(?:an?|the|his|her|their|some|two|three|four|my|its) "


_SEVERAL = r"(?:(?!the |an? |his |her )(?:[a-z]+ )?[a-z]{2,}s|wood|cheese|honey|milk|rice|corn|candy|clay|sand|logs|grass|laundry|snow|sheep|fish|cattle|fruit|food|coffee|tea|bread)"
"""What a labour is done to where no article stands before it: "washing machine" is none."""


def _forms(verb: str) -> str:
    """ "iron": ironing, irons; "dig": digging, digs."""
    stem = verb[:-1] if verb.endswith("e") else verb + verb[-1] if verb in _DOUBLED else verb
    third = f"{verb}es" if verb.endswith(("sh", "ch", "x", "s")) else f"{verb}s"
    return rf"{stem}ing|{third}"


def participle(verb: str) -> str:
    """ "dig": digging, "tie": tying."""
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    return f"{verb}ing" if verb.endswith("ee") else _forms(verb).partition("|")[0]


def third_person(verb: str) -> str:
    """ "brush": brushes, "carry": carries."""
    if verb in ("do", "go"):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if verb[-1] == "y" and verb[-2] not in "aeou" else _forms(verb).partition("|")[2]


@cache
def _tenses() -> tuple[re.Pattern[str], dict[str, str]]:
    """The third persons of verbs that are told in the present tense, and their participles."""
    verbs = word_table("labours")["en"]["tense"]["present"]
    forms = {}
    for verb in verbs:
        gerund, third = _forms(verb).split("|")
        if verb.endswith("ie"):
            gerund = f"{verb[:-2]}ying"
        elif verb[-1] == "y" and verb[-2] not in "aeou":
            third = f"{verb[:-1]}ies"
        forms[third] = gerund
    said = "|".join(sorted(forms, key=len, reverse=True))
    adverb = r"(?:happily|quietly|slowly|carefully|gently|proudly|sadly|peacefully|excitedly|patiently|lazily|still|just|always)"
    return re.compile(
        rf"(?P<before>\b[a-z]+)(?P<who>[,)]? )(?P<how>{adverb} )?(?P<verb>{said})\b(?!['’])", re.IGNORECASE
    ), forms


def doing(text: str) -> str:
    """A new wish whose verbs in the present tense ("a boy waits and reads") are told as participles, as most wishes have them."""
    text = _DOING_BEFORE.sub(_behind, text)
    if not re.search("[a-z]s ", f"{text} "):
        return text
    pattern, forms = _tenses()

    def told(match: re.Match[str]) -> str:
        word, verb = match["before"].lower(), match["verb"].lower()
        noun = "kinds" in vocabulary("en").words.get(verb, {}) or (
            "kinds" in vocabulary("en").words.get(verb.removesuffix("s"), {})
        )
        if word in ("he", "she", "it", "who", "which", "that") and match["who"] == " ":
            return f"{match[0][: match.start('verb') - match.start()]}is {forms[verb]}"
        joined = word == "and" and not noun
        if not joined and not _is_one(match.string[: match.end("before")]):
            return match[0]
        return f"{match[0][: match.start('verb') - match.start()]}{forms[verb]}"

    return pattern.sub(told, text)


_DOING_BEFORE = Pattern(
    r"\b(?P<d>an?|the|my|our|two|three|some) (?P<v>(?:skateboard|surf|snowboard|ski|ice[- ]skat|roller[- ]skat|knitt|fish|garden|cook|paint|juggl|camp|cycl|snorkel(?:l)?|box|weightlift|sunbath|bik|hik|sail|row|bak|sweep|meditat|skipp)ing) (?P<x>(?:[a-z]+ )?[a-z]+)\b"
)


def _behind(match: re.Match[str]) -> str:
    """A skateboarding grandma: a grandma skateboarding."""
    for noun in (match["x"], match["x"].partition(" ")[0]):
        if _is_somebody(kind_of(noun)):
            return f"{match['d']} {noun} {match['v']}{match['x'][len(noun) :]}"
    return match[0]


def kind_of(noun: str) -> str | None:
    """The kind that a phrase ends with, read as its relative where it has one."""
    tokens = tokenise(with_relatives(in_plain_words(noun))[0])
    return tokens[-1].get("kinds") if tokens else None


_LOOKS = Pattern(
    r"^(?P<who>.+?) (?:in|with|wearing|on|from|of) (?:an?|the|his|her|its|two|some|long|short|[a-z]+) (?:[a-z-]+ ){0,3}?(?!(?:his|her|its|their|the|an?|one|both|in|on|of|with|and|to)$)[a-z-]+$"
)
"""Somebody with what is said of them: "a postman on a red bicycle"."""
_CLAUSE_START = re.compile(r"[,.;]|\b(?:and|while|as|but)\b", re.IGNORECASE)


def _is_one(before: str) -> bool:
    """Whether what stands there ends with one who lives, and what may be said of their looks."""
    clause = _CLAUSE_START.split(before)[-1].strip()
    tokens = tokenise(with_relatives(in_plain_words(before[-40:]))[0])
    if tokens and not tokens[-1].plural and _is_somebody(tokens[-1].get("kinds")):
        return True
    match = _LOOKS.match(clause)
    if match is None or re.search(r"ing\b|\b(?:is|are)\b", match["who"]):
        return False
    named = tokenise(with_relatives(in_plain_words(match["who"]))[0])
    return bool(named) and not named[-1].plural and _is_somebody(named[-1].get("kinds"))


@cache
def _rules() -> list[tuple[str, str]]:
    """Every pattern with what it is told as, the special before the general."""
    table = word_table("labours")
    rules = [*_SPECIAL, *((f"(?:正?在)?(?:{verbs})", told) for verbs, told in table["zh"]["shown"].items())]
    for verb, tool in table["en"]["with"].items():
        said = rf"\b(?:(?:is|are) )?(?:(?:{_forms(verb)})(?: up| off| down)?)\b"
        rules.append(
            (
                rf"{said} (?:his|her|their|its|my) (?!hair\b)",
                f"holding {tool} beside the ",
            )
        )
        rules.append((rf"{said} (?=(?!hair\b){_OBJECT})", f"holding {tool} beside "))
        rules.append(
            (rf"(?<=[a-z]) {said} (?P<o>{_SEVERAL})(?=$|[,.;]| (?:in|on|at|by)\b)", rf" holding {tool} beside \g<o>")
        )  # fmt: skip
    for verb in table["en"]["holding"]:
        rules.append(
            (rf"\b(?:(?:is|are) )?(?:{_forms(verb)})(?: up| out)? (?={_OBJECT})", "holding ")
        )  # fmt: skip
        rules.append(
            (rf"(?<=[a-z]) (?:(?:is|are) )?(?:{_forms(verb)}) (?={_SEVERAL}(?:$|[,.;]| (?:in|on|at|from|by)\b))", " holding ")
        )  # fmt: skip
    for verbs, tool in table["zh"]["with"].items():
        rules.append(
            (
                rf"(?:{_SOMEBODY}|(?<=[里上边下旁前])|(?:正)?在)(?:正在|在|给)?(?:{verbs})着?(?P<o>(?![了掉下去过出到完走好给])[^，。,、的在着]{{1,6}})(?=$|[，。,])",
                rf"在\g<o>旁边拿着{tool}",
            )
        )  # fmt: skip
    for verbs in table["zh"]["holding"]:
        rules.append(
            (rf"(?:{_SOMEBODY}|(?<=[里上边下旁前])|(?:正)?在)(?:正在|在)?(?:{verbs})着?(?=(?![了掉下去过出到完走好给])[^，。,、的在着]{{1,6}}(?:$|[，。,]))", "拿着")
        )  # fmt: skip
    return rules


@cache
def _rules_for(languages: tuple[str, ...]) -> Rules:
    """Those that can fit a text in such a script."""
    return Rules(rule for rule in _rules() if ("zh" if _HAN.search(rule[0]) else "en") in languages)


_HAN = re.compile(r"[\u3400-\u9fff]")


@cache
def _who(languages: tuple[str, ...]) -> Rules:
    tables = word_table("labours")
    return Rules(rule for lang in languages for rule in tables.get(lang, {}).get("who", {}).items())


_WHO_ZH = r"(?P<who>[^，。,的]{1,8}?)"
_SPECIAL: tuple[tuple[str, str], ...] = (
    (rf"(?:正?在)?给{_WHO_ZH}(?:剪头发|理发|剪发|修剪头发)", r"在\g<who>旁边拿着剪刀"),
    (r"(?:正?在)(?:剪头发|理发)(?!师|店|椅)", "拿着剪刀"),
    (rf"(?:正?在)?给{_WHO_ZH}(?:梳头发|梳头)", r"在\g<who>旁边拿着梳子"),
    (rf"(?:正?在)?给{_WHO_ZH}(?:喂饭|喂食|喂水)", r"在\g<who>旁边拿着面包"),
    (rf"(?:正?在)?给{_WHO_ZH}(?:喂奶|冲奶粉)", r"在\g<who>旁边拿着奶瓶"),
    (rf"(?:正?在)?给{_WHO_ZH}(?P<does>换尿布|换尿不湿|量体温|量血压)", r"在\g<who>旁边\g<does>"),
    (rf"(?:正?在)?给{_WHO_ZH}(?:拍照|照相|拍照片)", r"在\g<who>旁边拿着相机"),
    (rf"(?:正?在)?教(?![室堂师练授材学]){_WHO_ZH}(?P<do>(?:骑|滑|走)[^，。,]{{1,8}})(?=$|[，。,])", r"伸手，\g<who>\g<do>"),
    (rf"(?:正?在)?教(?![室堂师练授材学]){_WHO_ZH}(?=钓鱼|骑|画画|弹|写|打|踢|跳|做饭|游泳|下棋|读|放风筝|唱)", r"和\g<who>"),
    (r"(?:正?在)?刷牙(?!杯)", "拿着牙刷"),
    (r"(?:正?在)?(?:洗碗|刷碗|洗盘子)(?!机|布|池|精)", "在洗碗池后面拿着盘子"),
    (
        r"(?:正?在)?(?:用(?:一?[条块])?毛巾)?(?:擦|抹)(?:了擦|一擦|着|了|擦|抹)?(?:一?把)?(?:额头上?的?|头上的?|脸上的?)?汗水?(?!巾)",
        "拿着毛巾拭汗",
    ),
    (r"(?:正?在)?(?:洗脸|擦脸)(?!盆|池|奶|巾)", "拿着毛巾"),
    (rf"(?:{_SOMEBODY}|正?在)跳绳", "拿着跳绳"),
    (r"(?:正?在)?(?:射箭)(?!运动员|手)", "拿着弓箭"),
    (r"(?:正?在)?举重(?!运动员)", "拿着哑铃"),
    (r"(?:正?在)?拔河", "拿着绳子"),
    (r"(?:正?在)?荡(?:着)?秋千", "坐在秋千上"),
    (r"(?:正?在)?(?:玩滑梯|滑滑梯)", "坐在滑梯上"),
    (r"(?:正?在)?冲浪(?!板|者|手|运动员)", "在大海里冲浪"),
    (r"(?:正?在)?劈柴", "拿着斧头"),
    (r"(?:正?在)?发球", "拿着球拍"),
    (r"(?:正?在)?投篮", "扔篮球"),
    (r"(?:正?在)?(?:射门)", "踢足球"),
    (r"(?:正?在)?爬树", "在树前面攀爬"),
    (r"(?:正?在)?(?:爬山|登山)(?!者|客|包|鞋|杖|绳|靴|队)", "攀爬，在雪山里"),
    (r"(?:正?在)?(?:化妆)(?!品|师|台)", "拿着口红"),
    (r"(?:正?在)?(?:挤牛奶|挤奶)", "在奶牛旁边拿着水桶"),
    (r"(?:正?在)?(?:堆沙堡|堆城堡|玩沙子|堆沙子?(?=$|[，。,]))", "拿着铁锹，在沙堡旁边"),
    (r"(?:正?在)?(?:盖房子|建房子|造房子)", "拿着锤子，在房子旁边"),
    (r"(?:正?在)?(?:搭积木)", "在积木旁边"),
    (r"\b(?:is |are )?(?:cutting|trimming|styling) (?P<who>[^,.;]{1,30}?)(?:'s|s'|’s) hair\b", r"holding scissors beside \g<who>"),
    (r"\b(?:is |are )?giving (?P<who>[^,.;]{1,30}?) a (?:haircut|trim)\b", r"holding scissors beside \g<who>"),
    (r"\b(?:is |are )?cutting hair\b", "holding scissors"),
    (r"\b(?:is |are )?(?:braiding|plaiting|combing|brushing|doing) (?P<who>[^,.;]{1,30}?)(?:'s|s'|’s) hair\b", r"holding a comb beside \g<who>"),
    (r"\b(?:is |are )?(?:braiding|plaiting|combing|brushing) (?:his|her|their|its) hair\b", "holding a comb"),
    (r"\b(?:is |are )?brushing (?:his|her|their|its) teeth\b", "holding a toothbrush"),
    (r"\b(?:is |are )?(?:washing|doing) (?:the |some )?dishes\b(?: (?:at|in) (?:the|a) sink)?", "holding a plate behind a kitchen sink"),
    (r"\b(?:is |are )?washing (?:his|her|their|its) (?:face|hands|hair)\b", "holding soap"),
    (r"\b(?:is |are )?(?:jumping|skipping) (?:a |with a )?(?:jump )?rope\b", "holding a jump rope"),
    (r"\b(?:is |are )?(?:surfing|surfs)(?: (?:on )?(?:an?|the|some) (?:\w+ ){0,2}waves?| the waves| big waves)?(?! ?board)", "surfing in the sea"),
    (r"\b(?:is |are )?(?:swinging|swings) (?:on|in) (?=(?:a|the) swing)", "on "),
    (r"(?<!climber )(?<!climbers )(?<!goat )(?<!goats )\b(?:is |are )?(?:climbing|climbs)(?: up)? (?:an?|the) (?:\w+ )?(?:mountain|rock(?: wall| face)?|cliff|peak)\b", "climbing in front of a cliff, in the mountains"),
    (r"\b(?:is |are )?(?:climbing|climbs)(?: up)? (?:an?|the) (?:\w+ )?(?:hill|wall|mountain|rock|cliff|peak)\b", "climbing, in the mountains"),
    (r"\b(?:is |are )?(?:climbing|climbs)(?: up)? (?=(?:an?|the) )", "climbing in front of "),
    (r"\b(?:is |are )?(?:juggling|juggles|juggle)(?: (?:with )?(?:\w+ ){0,2}(?:balls?|clubs|pins|rings))?\b", "juggling"),
    (r"\b(?:is |are )?(?:serving|hitting|returning) (?:the |a )?(?:tennis )?ball\b", "holding a tennis racket"),
    (r"\b(?:is |are )?(?:shooting|dunking) (?:hoops|baskets|a basket|the ball)\b", "throwing a basketball"),
    (r"\b(?:is |are )?(?:lifting weights|weightlifting|working out)\b", "holding a dumbbell"),
    (r"\b(?:is |are )?(?:rowing|paddling)(?: (?=(?:a|the) )|(?=$|[,.;]| on| in| across))", "riding "),
    (r"\b(?:is |are )?building (?=(?:an?|the) (?:\w+ )?(?:sand ?castle))", "holding a shovel beside "),
    (r"\b(?:is |are )?building (?=(?:an?|the) (?:\w+ )?(?:house|wall|tower|shed|bridge|boat|fence|hut|tree ?house|birdhouse|table|chair)\b)", "holding a hammer beside "),
    (r"\b(?:is |are )?(?:arguing|quarrell?ing|wrestling|sparring|boxing(?= (?:in|on|at|each)|[,.]|$))(?: with each other| each other)?\b", "fighting"),
    (r"\b(?:is |are )?feeding (?P<who>[^,.;]{1,30}?)(?= (?:in|at|on|by|near|from|with)\b|$|[,.;])(?: with (?P<f>(?!his\b|her\b|their\b|the\b|an?\b|my\b)[a-z]+))?", r"holding bread beside \g<who>"),
    (r"\b(?:is |are )?taking (?P<o>(?:the |a )?\w+) out of (?=(?:the|an?) )", r"holding \g<o> beside "),
)  # fmt: skip
_TEACHING = re.compile(
    r"\b(?:is |are )?(?:teaching|teaches|showing|shows) (?P<who>[^,.;]{1,30}?) (?:how )?to (?P<verb>fish|swim|cook|dance|read|paint|ride|play|write|sing|run|skate|ski|walk|draw|kick|throw|fly|plant|bake|knit|sew|build|catch|climb|row)\b",
    re.IGNORECASE,
)
_BOTH_FISH = Pattern(
    r"(?P<both>\b(?:an?|the|grandpa|grandma|dad|mum|mom) ?[a-z]* and (?:an?|the|his|her) [a-z]+) (?:are )?fishing\b(?! (?:rod|boat|net))"
)
_ALONE = frozenset({"ride", "walk", "skate", "ski"})
"""What the learner does, and who teaches it stands by."""
_GERUND = {"ride": "riding", "fish": "holding fishing rods", "paint": "holding paintbrushes", "read": "reading books", "swim": "swimming", "run": "running", "write": "writing", "dance": "dancing", "skate": "skating"}  # fmt: skip


def by_their_tools(text: str) -> str:
    """The text with labours told by their tools; what somebody teaches, both do."""
    text = _TEACHING.sub(
        lambda m: (
            f"{'reaching out, ' if m['verb'].lower() in _ALONE else 'and '}{_HERS.sub('a ', m['who'], count=1)} {_GERUND.get(m['verb'].lower(), m['verb'].lower() + 'ing')}"
        ),
        text,
    )
    text = _BOTH_FISH.sub(r"\g<both> holding fishing rods", text)
    return _rules_for(patterns_for(text)).told(text)


_EACH_EN = re.compile(
    r"\b(?:the )?(?:first |other |second |last )?(?:one|other|another)(?: of them| girl| boy| kid)?(?: is| wears| wearing| dressed| be)? (?:in )?(?:an? )?(?P<c>[a-z]+)(?: (?P<w>[a-z]+))?(?=\s*(?:$|[,.;]|and\b))",
    re.IGNORECASE,
)
_EACH_ZH = re.compile(
    r"(?:另外?|其中)?一[个位名](?:是|要|变)?(?:穿着?)?(?P<c>[\u4e00-\u9fff]{1,3}?)色?的?(?P<w>衣服|裙子|裤子|外套|毛衣|上衣|T恤)?(?=$|[，。,、；一另])"
)


def one_by_one(text: str, *, people: bool) -> str:
    """An edit that deals clothes out to people ("one in red, the other in blue", 一个红的，另一个蓝的) in full sentences."""
    if not people:
        return text
    for pattern, lang in ((_EACH_EN, "en"), (_EACH_ZH, "zh")):
        words = vocabulary("en" if lang == "en" else "zh").words
        found = [match for match in pattern.finditer(text) if "colours" in words.get(match["c"].lower(), ())]
        if len(found) < 2 or _REST.sub("", pattern.sub("", text)):
            continue
        if lang == "en":
            return ", ".join(f"one wears a {m['c']} {m['w'] or 'shirt'}" for m in found)
        return "，".join(f"一个穿{m['c']}色{m['w'] or '衣服'}" for m in found)
    return text


_REST = re.compile(r"[\s,，.。;；、!！]+|\band\b|让|把|她们|他们|它们|改成|变成")
_KIN = Pattern(
    r"(?<!holding )(?<!leading )\b(?:his|her|their) (?=(?:little |young |old |big |older |younger )?(?:grand)?(?:son|daughter|child|mother|father|wife|husband|brother|sister|friend|dad|mum|mom|pa|ma|uncle|aunt|cousin|dog|cat|puppy|kitten|baby|horse|rabbit)\b)"
)
"""Whoever belongs to somebody is somebody of the picture, too: "a man and his son fishing", "behind her mother"."""
_SHE = re.compile(
    r"\b(?P<en>she|he|they|her|him)\b|(?P<zh>(?<![吉其维])[她他](?!们|人)|[她他]们)", re.IGNORECASE
)
_PEOPLE = {
    "she": "a woman", "her": "a woman", "he": "a man", "him": "a man", "they": "two people",
    "她": "一个女人", "他": "一个男人", "她们": "两个女人", "他们": "两个人",
}  # fmt: skip
_HERS = re.compile(r"\b(?:her|his) (?=[a-z])", re.IGNORECASE)
_COUNTED = re.compile(r"[一两二三四五六七八九十几\d多些群][个位名群只]?$|[群些]$")


def with_people(text: str) -> str:
    """The wish for a new picture with people said so: "she" where nobody is named is a woman, 小朋友们 are several, twins two."""
    text = _who(patterns_for(text)).told(text)
    at = text.find("们")
    while at > 0:
        start = next((at - long for long in range(min(5, at), 0, -1) if _lives(text[at - long : at])), None)
        if start is not None:
            many = "" if _COUNTED.search(text[:start]) else "三个"
            text = text[:start] + many + text[start:at] + text[at + 1 :]
        at = text.find("们", at + 1)
    text = _KIN.sub("a ", text)
    match = _SHE.search(text)
    if match is None:
        return text
    named = tokenise(with_relatives(in_plain_words(text))[0])
    if any(_is_somebody(token.get("kinds")) for token in named):
        return text
    who = _PEOPLE[match[0].lower()]
    if match["en"] and (theirs := _HERS.match(text, match.start())):
        return f"{text[: match.start()]}{who}'s {text[theirs.end() :]}"
    return text[: match.start()] + who + text[match.end() :]


def _lives(word: str) -> bool:
    kind = vocabulary("zh").words.get(word, {}).get("kinds")
    return _is_somebody(kind)


def _is_somebody(kind: str | None) -> bool:
    return kind is not None and kinds()[kind].alive

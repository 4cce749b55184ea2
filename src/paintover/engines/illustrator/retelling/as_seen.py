"""What an edit says with the picture before its eyes, told so that it can be done: "closer to the front", "hang a painting
there" of what has just gone, "earrings, gold ones", "her uniform", "fill the background with fans", 往前一点.

Each clause stays as it is where it is no such wish, or the picture has not what it is about.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.backdrops import PLACES
from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.retelling.called import MEN, WOMEN, shown_with
from paintover.engines.illustrator.retelling.forms import told_by_form
from paintover.engines.illustrator.retelling.others import called_apart, named_in
from paintover.engines.illustrator.retelling.talk import kinds_in
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.hair import HAIR
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.sprites.tailor import GARMENTS, is_gown
from paintover.engines.illustrator.staging.company import has_arms
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.staging.standing import hangs, scene_size
from paintover.engines.illustrator.wording import Pattern

_PLEASE = Pattern(r"\b(?:pl[sz]+|pls+e|pleas|plese|plis)\b(?! [a-z]*\bunit)")
_CLAUSES = re.compile(r"([,，;；。!！?？\n]+ *|\.(?=\s|$) *| and then | then |然后)")


def told_as_seen(prompt: str, base: Scene) -> str:
    """The wish with what only the picture explains told plainly; quotations stay as they are."""
    if any(mark in prompt for mark in '“"「『《'):
        return prompt
    prompt = _instead(_ones(_PLEASE.sub("please", prompt)), base)
    if (taken := _TAKEN.fullmatch(_COURTESY.sub("", prompt.strip(" .")))) is not None and named_in(
        taken["what"], base
    ):
        return f"put the {taken['what']} {taken['where']}"
    prompt = _OF_SO_MANY.sub(
        lambda told: f"{told['where']} the {told['who']}" if named_in(told["who"], base) else told[0], prompt
    )
    prompt = _middle_of_some(prompt, base)
    parts = _CLAUSES.split(prompt)
    for at in range(0, len(parts), 2):
        parts[at] = _clause(parts[at], base)
    return "".join(parts)


def _clause(clause: str, base: Scene) -> str:
    bare = _COURTESY.sub("", clause.strip())
    if (told := told_by_form(bare, base, _FORMS)) is not None:
        return told
    return clause


_COURTESY = re.compile(
    r"^(?:(?:please|now|and|ok|can you|could you)[ ,]+|请|帮我|那)+|(?:[ ,]+(?:please|now|instead|thanks))+$|吧$",
    re.IGNORECASE,
)

# How the thing that was named looks, told behind it


_ONES_EN = Pattern(
    r"(?P<all>[^,.;]{3,60}), (?:but )?(?:an? |the |some )?(?P<how>[a-z]+(?: [a-z]+)?) ones?(?=$|[,.!?]| please)"
)
_ONES_ZH = Pattern(
    r"(?P<all>[^，,。]{1,20})[，,](?:要)?(?P<how>[\u4e00-\u9fff]{1,4}色)的(?=$|[，。！!吧])", re.NOFLAG
)


def _ones(prompt: str) -> str:
    """ "Earrings, gold ones": gold earrings."""
    for form, between in ((_ONES_EN, " "), (_ONES_ZH, "的")):
        match = form.search(prompt)
        if match is None or not _are_looks(match["how"]):
            continue
        nouns = [token for token in tokenise(match["all"]) if token.get("kinds")]
        if not nouns or (len(nouns) > 1 and nouns[-1].end != len(match["all"])):
            continue
        article = "an " if match["how"][0] in "aeiou" else "a "
        before = _ARTICLE.sub(article, match["all"][: nouns[-1].start])
        noun = match["all"][nouns[-1].start :]
        return f"{prompt[: match.start()]}{before}{match['how']}{between}{noun}{prompt[match.end() :]}"
    return prompt


_ARTICLE = re.compile(r"\ban? $", re.IGNORECASE)


def _are_looks(words: str) -> bool:
    tokens = tokenise(words)
    return bool(tokens) and all(any(map(one.get, ("colours", "sizes", "patterns"))) for one in tokens)


# In the place of what goes


_NEW_EN = r"(?P<verb>hang|put|place|add|draw|set|paint|plant|stand|show) (?:up )?(?P<new>(?:an?|some|two|three) [^,.;]{2,40}?)"
_INSTEAD = (
    Pattern(
        rf"(?:please )?(?:get rid of|remove|take away|take out|take down|delete|lose|throw out|throw away|erase) (?P<old>(?:the|that|this|his|her) [a-z -]{{2,30}}?),? (?:and )?(?:then )?{_NEW_EN} (?:over )?(?:there|in (?:its|that|the same|his|her) (?:place|stead|spot)|where (?:it|he|she) (?:was|is|stood|hung)|instead)(?: instead| please)?[.!]?"
    ),
    Pattern(
        rf"(?:please )?{_NEW_EN} (?:where|in place of|in the place of) (?P<old>the [a-z -]{{2,24}}?)(?: (?:was|is|stood|stands|hung|used to be|had been))?(?: please)?[.!]?"
    ),
    Pattern(
        r"(?:请|帮我)?(?:把|将)?(?:(?:去掉|删掉|拿走|搬走|移走|拆掉|撤掉|去除)(?P<old>[^，。在]{1,8}?)|(?P<also>[^，。在]{1,8}?)(?:去掉|删掉|拿走|搬走|移走|拆掉|撤掉|不要)了?)[，, ]*(?:然后|再|并)?(?:在|把)?(?:那里|那儿|那边|那个(?:地方|位置)|原来的?(?:地方|位置)|原位|它的位置)上?(?:放|挂|加|摆|画|种|换)(?:上|成)?(?P<new>[^，。]{1,14}?)[。！!]?",
        re.NOFLAG,
    ),
)


def _instead(prompt: str, base: Scene) -> str:
    """ "Get rid of the shelf and hang a painting there": the painting comes instead of it."""
    for form in _INSTEAD:
        match = form.fullmatch(prompt.strip())
        if match is None:
            continue
        said = match.groupdict()
        old = said["old"] or said.get("also") or ""
        there = named_in(old, base)
        if len(there) != 1 or len(kinds_in(match["new"])) != 1:
            continue
        bears = any(one.rel is not None and one.rel.to == there[0].id for one in base.objects)
        if prompt.isascii():
            return f"remove {old}, add {match['new']}" if bears else f"replace {old} with {match['new']}"
        return f"去掉{old}，加{match['new']}" if bears else f"把{old}换成{match['new']}"
    return prompt


# Nearer and farther


_MOVE = r"(?:move|bring|put|place|push|pull|get|make|let|have|shift|slide|step|send)"
_WHO = r"(?P<who>(?:the|that|this) [a-z -]{2,30}?)(?: (?:come|stand|step|go|be|walk|move))?(?: a (?:bit|little)| slightly| much| more| up| further)*"
_FRONT_EN = Pattern(
    rf"{_MOVE} {_WHO} (?:(?:closer|nearer) to the (?:front|foreground)|(?:up )?(?:to|into|in|at|towards?) the (?:very )?(?:front|foreground)|in front(?! of (?:an?|him|her|it|them|the (?!picture|scene|image)))|forwards?|closer|nearer)(?: of the (?:picture|scene|image))?(?: a (?:bit|little))?"
)
_BACK_EN = Pattern(
    rf"{_MOVE} {_WHO} (?:(?:closer|nearer) to the (?:back|background)|(?:to|into|in|at|towards?) the (?:very )?(?:back|background|rear|distance)|backwards?|(?:further|farther) (?:back|away)|back(?= (?:a (?:bit|little|step|tad)|slightly|some))|(?<=bit )back|(?<=little )back)(?: of the (?:picture|scene|image))?(?: (?:a (?:bit|little|step|tad)|slightly|some))?"
)
_GO_ZH = r"(?:再|稍微|挪|移|走|站|靠|放|拉|推|动|退|进|迈|跨)*"
_WHO_ZH = r"(?:让|把|将|使|叫)?(?P<who>[^，。往向朝到前后跑冲爬飞游追赶超领离]{0,10}?)"
_BIT_ZH = r"(?:一?[点些]儿?|一下|一?小?步|[两几]步|一丢丢|去|来|了)*"
_FRONT_ZH = Pattern(
    rf"{_WHO_ZH}{_GO_ZH}(?:(?:往|向|朝|靠)(?:画面)?前(?:面|方|景)?{_GO_ZH}|到(?:画面)?(?:最?前面|前方|前景|前边)(?:来|去)?|近){_BIT_ZH}",
    re.NOFLAG,
)
_BACK_ZH = Pattern(
    rf"{_WHO_ZH}{_GO_ZH}(?:(?:往|向|朝|靠)(?:画面)?后(?:面|方)?{_GO_ZH}|到(?:画面)?(?:最?后面|后方|远处|背景里?|后边)(?:来|去)?|远){_BIT_ZH}",
    re.NOFLAG,
)


def _that_goes(match: re.Match[str], base: Scene) -> Thing | None:
    """Who is named, or where nobody is, who was spoken of last: 再往前一点."""
    if match["who"].strip("再请它他她"):
        return _only(match["who"], base)
    one = base.thing(base.focus or "")
    return one if one is not None and one.id in base.layout and re.search("[前后]", match[0]) else None


def _forward(match: re.Match[str], base: Scene) -> str | None:
    one = _that_goes(match, base)
    if one is None:
        return None
    if match[0].isascii():
        return f"move {called_apart(base, one.id, chinese=False)} closer"
    name = called_apart(base, one.id, chinese=True)
    held = one.rel is not None and one.rel.type in ("hold", "wear")
    if held or base.layout[one.id].base > _IN_FRONT * scene_size(base)[1]:
        return f"{name}变大一点"  # no ground is left before it
    return f"{name}变大一点，把{name}往下移"


def _backward(match: re.Match[str], base: Scene) -> str | None:
    one = _that_goes(match, base)
    if one is None:
        return None
    if match[0].isascii():
        return f"move {called_apart(base, one.id, chinese=False)} further back"
    name = called_apart(base, one.id, chinese=True)
    there = base.layout.get(one.id)
    if there is not None and there.base < _AT_THE_BACK * scene_size(base)[1]:
        return f"{name}变小一点"  # no ground is left behind it
    return f"{name}变小一点，把{name}往上移"


_IN_FRONT = 0.9
"""Who stands farther down than that, as a share of the height, stands in front already."""
_AT_THE_BACK = 0.68
"""Who stands no farther down than that, as a share of the height, stands at the back already."""


# Higher and lower


_HIGHER_ZH = Pattern(
    r"(?:让|把|将)?(?P<who>[^，。得]{1,8}?)(?:再|要|得|放|挂|升|飞|飘|稍微)*(?P<how>高|低|矮)(?:一?[点些]儿?|一下|得多)(?:吧|了)?",
    re.NOFLAG,
)


def _higher(match: re.Match[str], base: Scene) -> str | None:
    """热气球高一点, 画挂低一点: what is in the air or on a wall is moved, and becomes no taller."""
    one = _only(match["who"], base)
    if one is None or not (stock_of(one).habitat == "sky" or hangs(one)):
        return None
    return f"把{called_apart(base, one.id, chinese=True)}往{'上' if match['how'] == '高' else '下'}移"


# Whose garment


_HIS = Pattern(
    r"(?P<before>(?:[a-z]+ )*?)(?P<whose>his|her|the (?P<who>[a-z]+(?: [a-z]+)?)'s) (?P<what>(?:school |lab |winter |summer |night )?[a-z]+)(?P<rest>(?: .*)?)"
)


def _of_whom(match: re.Match[str], base: Scene) -> str | None:
    """ "Her uniform", of a nurse and an old man: hers, and of nobody else. Who is drawn whole, with their clothes, is
    painted."""
    clothes = any(
        token.get("kinds") in GARMENTS and token.get("kinds") not in HAIR for token in tokenise(match["what"])
    )
    owner = _owner(match, base) if clothes else None
    looks = _LOOKS.fullmatch(match["rest"].strip())
    if owner is None or looks is None or not _are_looks(looks["how"]):
        return None
    name = called_apart(base, owner.id, chinese=False)
    if match["what"].lower() in shown_with([owner.kind]):  # in which they are drawn
        return f"make {name}'s {match['what']} {looks['how']}"
    if not has_arms(stock_of(owner)):
        return f"make {name} {looks['how']}"
    article = "an" if looks["how"][0] in "aeiou" else "a"
    return f"give {name} {article} {looks['how']} {match['what']}"


def _owner(match: re.Match[str], base: Scene) -> Thing | None:
    """The only one who is meant and wears nothing yet that was told of; nobody where there is no other to be taken for."""
    people = [one for one in base.objects if is_somebody(one.kind) and one.rung != "signpost"]
    if match["who"]:
        able = [one for one in named_in(match["who"], base) if one in people]
    else:
        other = MEN if match["whose"].lower() == "her" else WOMEN
        able = [one for one in people if one.kind not in other and one.kind.partition("-")[0] not in other]
    clad = any(
        one.rel is not None and one.rel.to in {two.id for two in able} and one.kind in GARMENTS
        for one in base.objects
    )
    return able[0] if len(able) == 1 and not clad and len(people) > 1 else None


_LOOKS = Pattern(r"(?:(?:should be|must be|is|in|to|into) )?(?P<how>[a-z]+(?: [a-z]+)?)")

# What somebody has already


_GIVES = Pattern(
    r"(?:give|hand|let) (?P<who>her|him|the [a-z ]{2,24}?)(?: have| hold| wear| carry)? (?P<what>an? (?!other\b|second\b|new\b|different\b)[a-z]+(?: [a-z]+)?)(?: too| to hold| to wear)?"
    r"|给(?P<zh>她|他|[\u4e00-\u9fff]{1,5}?)(?:拿|戴|提|穿|画|加)?(?P<thing>[一上]?[个只顶条件把束](?!别的|新的)[\u4e00-\u9fff]{1,6})",
)


def _had(match: re.Match[str], base: Scene) -> str | None:
    """A basket for who holds one is there already; a hat of another colour is the hat, painted.

    Raises:
        NotDrawable: they have just such a one.
    """
    said = parse(match["what"] or match["thing"]).mentions
    who = match["who"] or match["zh"]
    people = named_in(who, base) if who not in _OTHERS else [one for one in base.objects if _may_be(one, who)]
    if len(said) != 1 or said[0].kind is None or len(people) != 1 or said[0].pattern or said[0].size:
        return None
    having = [
        one
        for one in base.objects
        if one.kind == said[0].kind
        and is_gown(one.kind, one.label) == is_gown(one.kind, said[0].label)
        and one.rel is not None
        and one.rel.type in ("hold", "wear")
        and one.rel.to == people[0].id
    ]
    if not having:
        return None
    if said[0].colour in (None, having[0].colour):
        raise NotDrawable(notes.already_so("en" if match["what"] else "zh"))
    if len(having) > 1 or having[0].rel is None or having[0].rel.type != "wear":
        return None
    name, colour = called_apart(base, having[0].id, chinese=not match["what"]), said[0].colour
    colour = names("en" if match["what"] else "zh", colour, table="colours") if colour else ""
    return f"make {name} {colour}" if match["what"] else f"{name}变成{colour}色"


_OTHERS = {"her": MEN, "him": WOMEN, "她": MEN, "他": WOMEN}
"""Whom a pronoun does not mean."""


def _may_be(one: Thing, pronoun: str) -> bool:
    other = _OTHERS[pronoun]
    return is_somebody(one.kind) and one.kind not in other and one.kind.partition("-")[0] not in other


# Which of several


_MIDDLE = Pattern(
    r"\bthe (?P<noun>[a-z]+) in the middle\b(?! of)|\bthe middle (?P<also>[a-z]+)\b|(?:正)?中间的?(?:那[个位只])?(?P<zh>[\u4e00-\u9fff]{1,4}?)(?=[戴穿变拿换坐站笑])"
)


def _middle_of_some(prompt: str, base: Scene) -> str:
    """The girl in the middle, of three at a table and one who stands apart: of the three."""

    def told(match: re.Match[str]) -> str:
        found = named_in(match["noun"] or match["also"] or match["zh"], base)
        sets: dict[object, list[Thing]] = {}
        for one in found:
            sets.setdefault((one.label, one.rel), []).append(one)
        group = [some for some in sets.values() if len(some) > 2 and len(some) % 2]
        if len(group) != 1 or len(group[0]) == len(found):
            return match[0]
        across = sorted(group[0], key=lambda one: base.layout[one.id].x)
        return called_apart(base, across[len(across) // 2].id, chinese=not match[0].isascii())

    return _MIDDLE.sub(told, prompt)


# Crowds and matches


_FILLED = Pattern(
    r"(?:fill|crowd|pack|populate) (?:up )?the (?P<where>background|stands?|stadium|back|bleachers|seats) with (?:(?:many|lots of|a lot of|some|cheering|happy|excited|a crowd of) )*(?P<who>[a-z]+)"
    r"|(?:add|draw|put) (?:(?:many|lots of|a lot of|some|cheering|happy|excited|a crowd of|a few) )*(?P<fans>spectators|fans|supporters|onlookers|audience)(?: (?P<at>[a-z ]{3,40}))?"
)
_AT_PLAY = frozenset({"goal-net", "soccer-ball", "basketball", "basketball-hoop", "football", "stadium", "trophy", "referee", "goalkeeper", "footballer", "tennis-player", "baseball", "rugby", "stage", "microphone"})  # fmt: skip


def _filled(match: re.Match[str], base: Scene) -> str | None:
    """Several of them, far off: what watches a match is people."""
    who = (match["who"] or match["fans"]).lower()
    if match["fans"] and not (match["at"] and _FAR_OFF.search(match["at"])):
        return None
    if who in ("fans", "supporters", "audience", "crowd", "public"):
        if who == "fans" and not any(one.kind in _AT_PLAY for one in base.objects):
            return None
        who = "spectators"
    said = parse(f"some {who}").mentions
    return f"add six distant {who}" if len(said) == 1 and said[0].kind is not None else None


_FAR_OFF = Pattern(r"\b(?:behind|background|stands?|back|bleachers|distance)\b")
_FROZEN = Pattern(
    r"(?:make )?(?:the )?(?:lake|river|pond|water|sea)(?:'s| is| should be| gets| has)? (?:frozen|frozen over|freezes|freeze|freezes over|iced over|icy|covered (?:in|with) ice)|(?:freeze|ice over) the (?:lake|river|pond|water|sea)|(?:a |the )?frozen (?:lake|river|pond)"
    r"|(?:让|把)?(?:湖|河|湖面|河面|湖水|河水|水面|池塘|海面)(?:都|全|已经)?(?:结了?冰|冻住|冻上|封冻|冰封|结成冰)了?"
)


def _frozen(match: re.Match[str], base: Scene) -> str | None:
    """A lake under ice is white; None where there is no water."""
    place = PLACES.get(base.env.place)
    if place is None or place.water is None:
        return None
    return "make the water white" if match[0].isascii() else "湖水变成白色"


_ONE_MORE = Pattern(
    r"(?:add |put |place )?(?:one more|another|an extra) (?P<noun>[a-z]+) on (?:the )?top|(?:在)?(?:最)?上面再(?:加|放)一?[个颗粒](?P<zh>[\u4e00-\u9fff]{1,4})"
)


def _one_more_on_top(match: re.Match[str], base: Scene) -> str | None:
    """One more of what lies there in a heap lies on the heap; of what lies singly, where that lies."""
    noun = match["noun"] or match["zh"]
    kinds_meant = kinds_in(f"a {noun}" if match["noun"] else noun)
    there = [
        one for one in base.objects if one.label.lower() in (noun, f"{noun}s") or one.kind in kinds_meant
    ]
    heap = there[-1] if there else None
    if heap is not None and heap.kind in kinds_meant:
        heap = base.thing(heap.rel.to) if heap.rel is not None and heap.rel.type == "on" else None
    if heap is None:
        return None
    name = called_apart(base, heap.id, chinese=not match["noun"])
    if match["noun"] and heap.lang == "en" and heap.label.lower() == f"{noun}s":
        name = f"the {heap.label}"  # of which one is something else
    return f"add a {noun} on top of {name}" if match["noun"] else f"在{name}上面加一个{noun}"


_OF_SO_MANY = Pattern(
    r"\b(?P<where>behind|in front of|between) (?:both |all )?the (?:two|three|four|five|both) (?P<who>[a-z]+s|people|children|sheep)\b"
)
"""Those who are there, and no more of them."""
_TAKEN = Pattern(
    r"(?:take|get|pick up) (?:the |that )(?P<what>[a-z ]{2,20}?)(?: away| up| out)?(?: from [a-z ]{2,20})?,? and (?:put|place|give|lay) it (?P<where>(?:in|into|on|onto|to) .{3,40})"
)
"""Of what is taken only to be put elsewhere."""


# Who and what is meant


def _only(phrase: str, base: Scene) -> Thing | None:
    """The only one that a noun with its looks may mean: the white one, 棕色的, the dog, the left kid."""
    mentions = parse(phrase).mentions
    colours = {token.get("colours") for token in tokenise(phrase)} - {None}
    there = [one for one in base.objects if one.id in base.layout and one.rung != "signpost"]
    if any(mention.kind is not None for mention in mentions):
        there = [one for one in named_in(phrase, base) if one in there]
    elif not colours and not any(mention.side for mention in mentions):
        return None
    if colours:
        there = [one for one in there if one.colour in colours]
    side = next((mention.side for mention in mentions if mention.side), None)
    if side is not None and len(there) > 1:
        there = [one for one in there if stock_of(one).alive and one.rel is None] or there
        across = sorted(there, key=lambda one: base.layout[one.id].x)
        at = {"left": 0, "right": -1, "middle": len(across) // 2 if len(across) % 2 else None}.get(side)
        there = [across[at]] if at is not None else there
    return there[0] if len(there) == 1 else None


_Tell = Callable[[re.Match[str], Scene], str | None]
_FORMS: Sequence[tuple[Pattern, _Tell]] = (
    (_FRONT_EN, _forward),
    (_BACK_EN, _backward),
    (_FRONT_ZH, _forward),
    (_BACK_ZH, _backward),
    (_HIGHER_ZH, _higher),
    (_GIVES, _had),
    (_FILLED, _filled),
    (_FROZEN, _frozen),
    (_ONE_MORE, _one_more_on_top),
    (_HIS, _of_whom),
)

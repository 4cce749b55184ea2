"""Who watches the moon, the sunrise or the sea has it before them and is seen from behind, until told to look at us."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec

from paintover.engines.illustrator.editing.at_a_film import ROW
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.at_us import LOOKS_AT_US, is_of_a_camera
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.hair import HAIR
from paintover.engines.illustrator.sprites.moods import MOODS
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.staging.bearing import BACKED
from paintover.engines.illustrator.wording import Pattern

TURNS = frozenset({"man", "woman", "girl", "boy", "child", "person", "old-man", "old-woman", "teenager"})
"""Who can be seen from behind."""
_IN_THE_DISTANCE = Pattern(
    r"\b(?:watch(?:es|ing)?|look(?:s|ing)? (?:out |up )?(?:at|to|over|towards?|across|onto)|gaz(?:es?|ing) (?:out |up )?(?:at|over|upon|across|towards?)|star(?:es?|ing) (?:out |up )?(?:at|over)|admir(?:es?|ing)|enjoy(?:s|ing)?|fac(?:es|ing)|view(?:s|ing)?|stargazing)"
    r" (?:the |an? )?(?:(?:beautiful|full|bright|big|huge|starry|night|golden|setting|rising|falling|colou?rful|distant|calm|blue|snowy|city) )*(?:sunrises?|sunsets?|sun (?:rise|set|come up|go down)|sun|moon(?:light|rise)?|stars|sky|northern lights|aurora|fireworks?|rainbow|sea|ocean|waves|horizon|view|scenery|landscape|mountains|skyline|lights|shooting stars?|meteors?|meteor shower|comet)\b"
    r"|[看望赏观瞧眺欣][看望赏]?着?(?:一?[场轮道片])?(?:天上|空中|远处|远方|海上|美丽|满天|漫天|东方)?的?(?:日出|日落|夕阳|落日|太阳升起|月亮|圆月|明月|满月|星星|繁星|星空|夜空|流星雨?|烟花|烟火|彩虹|极光|大海|海浪|海面|海|远方|远处|风景|景色|云海|湖面|远山|雪山|夜景|银河)(?!里|边|上|滩|狮|豚|报|鲜|鸥|龟)|赏月|望月|观星|观海|眺望|远眺"
)
_AT_A_FILM = Pattern(r"\b(?:watch|see|enjoy)(?:es|s|ing)?\b|[看观](?:场|一场|着)?(?:电影|影|片|大片)")
_OUT_OF_A_WINDOW = Pattern(r"\bout (?:of )?(?:an?|the|his|her|their) [a-z ]*windows?\b|窗外")
_SHOWN_IN = {
    "cinema-hall": _AT_A_FILM,
    "train-carriage": _OUT_OF_A_WINDOW,
    "metro-carriage": _OUT_OF_A_WINDOW,
    "bus-cabin": _OUT_OF_A_WINDOW,
    "plane-cabin": _OUT_OF_A_WINDOW,
}
"""By place, what one looks at who is there and turns away from us."""
_FROM_BEHIND = Pattern(
    r"\b(?:from (?:behind|the back)|back view|rear view|(?:with )?(?:his|her|their|its) backs? (?:turned )?(?:to|towards?) (?:us|me|the (?:camera|viewer))|turn(?:ed|s|ing)? (?:his|her|their) backs?(?: (?:to|towards?|on) (?:us|me|the (?:camera|viewer)))?|fac(?:es|ing) away|turned away)\b"
    r"|背影|背对着?(?:我们?|镜头|观众|画面)|背朝着?(?:我们?|镜头)|转过身去|背过身"
)
_AT_US = Pattern(
    r"\b(?:face|facing|look|looking|turn|turned)(?:s|es)? (?:(?:him|her|them|it)(?:self|selves)? )?(?:around(?: to)? )?(?:at |to |towards? )?(?:us|me|the (?:camera|viewer|front))\b|\bturn(?:s|ed)? (?:him |her |them |the [a-z]+ )?(?:around|round)\b|\bfrom the front\b"
    r"|(?:转过|回过)[身头]来?(?!去)|转身|回头|(?:面[对向朝]|看[着向]|朝[着向])着?(?:我们?|镜头|观众|前面)|正面"
    rf"|{LOOKS_AT_US}"
)
_LOOKS = Pattern(LOOKS_AT_US)
_NO_LONGER = Pattern(
    r"\b(?:stops?|not|no longer|never|quits?|don['’]t|shouldn['’]t|doesn['’]t|isn['’]t) (?:be )?(?:look|star|gaz|peer|glanc|point)(?:s|e|ing)? (?:back )?(?:at|to|towards?) (?:the |his |her |their |that )?[a-z]+(?: any ?more)?|\blook(?:s|ing)? away(?: from (?:the |his |her |their )?[a-z]+)?"
    r"|(?:别|不要|不再|不用|停止)再?[看望盯瞧指]着?[\u4e00-\u9fff]{1,4}了?|(?:把)?[目视]光移开"
)
"""How people say that somebody is to look at nothing in particular."""
_MORE = Pattern(r"[并笑挥跳坐站招哭跑戴穿拿抱走吃喝然后]")
_UPRIGHT = frozenset(
    {None, "stand", "sit", "wave", "point", "cheer", "aloft", "arms-aloft", "hands", "hold", "look-up", "hug"}
)
_GROUNDS = frozenset(
    {
        "hill",
        "rock",
        "cliff-rock",
        "mountain",
        "snow-capped-mountain",
        "pier",
        "bridge",
        "wooden-bridge",
        "picnic-mat",
        "desert-island",
    }
)
"""What one can be on who is seen from behind, besides a bench that is."""
_ASIDE = frozenset({"beside", "left", "right", "below"})
_ON_THE_FACE = frozenset({"eyes", "face"})


def looking_away(scene: Scene, prompt: str) -> Scene:
    """The new picture with those from behind who watch what is in the distance."""
    shown = _SHOWN_IN.get(scene.env.place)
    watching = (
        (shown is not None and shown.search(prompt))
        or _IN_THE_DISTANCE.search(prompt)
        or _FROM_BEHIND.search(prompt)
    )
    if scene.sheet or scene.shot or not watching:
        return scene
    if _AT_US.search(prompt):
        return scene
    objects = tuple(
        msgspec.structs.replace(one, away=True)
        if _can_turn(one, scene) and not _carries_somebody(one, scene)
        else one
        for one in scene.objects
    )
    return msgspec.structs.replace(scene, objects=objects)


def _carries_somebody(one: Thing, scene: Scene) -> bool:
    """Whether somebody is on its back or shoulders: both look at us, as of two from behind neither could be told."""
    return any(
        other.rel is not None
        and (other.rel.type, other.rel.to) == ("on", one.id)
        and kinds()[other.kind].alive
        for other in scene.objects
    )


def shows_backs(scene: Scene, prompt: str) -> bool:
    """Whether somebody is seen from behind who was told to be."""
    return _FROM_BEHIND.search(prompt) is not None and any(one.away for one in scene.objects)


def turned_to_us(scene: Scene, prompt: str, named: Collection[str]) -> Scene:
    """The picture with those who are told to look at us, or away, doing so, and with whoever gets a new face turned to us.
    `named` are the ids of those of whom the wish speaks; all of them where it names nobody."""
    way = True if _FROM_BEHIND.search(prompt) else False if _AT_US.search(prompt) else None
    ahead, ends = _LOOKS.search(prompt) is not None, _NO_LONGER.search(prompt) is not None
    turning = [one for one in scene.objects if not named or one.id in named]
    objects: list[Thing] = []
    for one in scene.objects:
        away = one.away or _joins_them(one, scene)
        if way is not None and one in turning and (not way or _can_turn(one, scene)):
            away = way
        at = None if (ahead and one in turning) or (ends and (one in turning or one.at in named)) else one.at
        objects.append(msgspec.structs.replace(one, at=at, away=away and not _has_a_face(one, scene.objects)))
    return msgspec.structs.replace(scene, objects=tuple(objects))


def _joins_them(one: Thing, scene: Scene) -> bool:
    """Whether somebody is put into a row of seats that is seen from behind."""
    row = scene.thing(one.rel.to) if one.rel is not None and one.rel.type == "on" else None
    return row is not None and row.kind == ROW and row.away and one.kind in TURNS


_BY_THE_WAY = Pattern(r"(?:,? (?:instead|now|please|too|again|more))+$")
_ONLY = Pattern(
    r"(?:please |now |can you |could you )*(?:show|draw|make|let|have|turn|see|let['’]s see)? ?(?:me |us )?(?:him|her|them|it|all of them|both(?: of them)?|the [a-z]+(?: [a-z]+)?|[a-z]+)? ?(?:be |is |are |should |must |seen |viewed |to be )*"
    r"|(?:请|把|让|画|换成|改成|变成|使|他们?|她们?|它们?|都|全|两个?人|所有人|大家|这个|那个|[\u4e00-\u9fff]{1,4}?)*(?:的|从)?"
)


def only_turning(scene: Scene, prompt: str, named: Collection[str]) -> Scene | None:
    """The picture with them turned where a wish asks nothing else, the same where all are; None for another wish, and where
    nobody can turn."""
    match = _FROM_BEHIND.search(prompt)
    if match is None and any(one.away for one in scene.objects):
        match = _AT_US.search(prompt)
    if match is None and not is_of_a_camera(prompt, scene):
        match = _LOOKS.search(prompt)
    if match is None and any(one.at is not None for one in scene.objects):
        match = _NO_LONGER.search(prompt)
    if match is None:
        return None
    rest = (prompt[: match.start()] + prompt[match.end() :]).strip(" .。!！,，吧")
    rest = _BY_THE_WAY.sub("", rest)
    if _MORE.search(rest) or (not _ONLY.fullmatch(rest + " ") and not _ONLY.fullmatch(rest)):
        return None
    turned = turned_to_us(scene, prompt, named)
    if _LOOKS.search(prompt) is not None:
        return turned
    done = any(one.away for one in turned.objects) or turned.objects != scene.objects
    return turned if done else None


def never_faces_us(scene: Scene, prompt: str, named: Collection[str]) -> tuple[str, ...]:
    """Who of those that are told to look at us is drawn from the side, and cannot."""
    if _LOOKS.search(prompt) is None:
        return ()
    drawn = (one for one in scene.objects if (not named or one.id in named) and kinds()[one.kind].alive)
    return tuple(
        dict.fromkeys(one.label or one.kind for one in drawn if len(figure_of(one).anchors.eyes) == 1)
    )


def _can_turn(one: Thing, scene: Scene) -> bool:
    """Whether it can be seen from behind as it stands there."""
    if one.kind not in TURNS or one.rung == "signpost" or one.pose not in _UPRIGHT:
        return False
    if one.rel is not None and one.rel.type not in _ASIDE:
        ground = scene.thing(one.rel.to)
        if one.rel.type != "on" or ground is None or ground.kind not in _GROUNDS | BACKED:
            return False
    return not _has_a_face(one, scene.objects)


def _has_a_face(one: Thing, things: Sequence[Thing]) -> bool:
    """Whether something of its face is told, so that it must be seen."""
    worn = [other for other in things if other.rel is not None and other.rel.to == one.id]
    of_face = any(other.rel is not None and other.rel.part in _ON_THE_FACE for other in worn)
    cut = any(other.kind in HAIR for other in worn)
    faceless = kinds()[one.kind].alive is False and one.kind != ROW
    return of_face or cut or one.mood in MOODS or one.lips is not None or faceless

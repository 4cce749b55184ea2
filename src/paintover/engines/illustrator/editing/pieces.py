"""What an edit wants of a piece of the backdrop: the fence of a garden in white, a mirror gone, 把理发椅换成蓝色的.

Such a piece is no thing of the scene, so it can be painted or left out and no more; an edit that wants it larger, or elsewhere,
is told so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import msgspec

from paintover.domain.call import Language
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.editing.table_tops import tells_of_the_top
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.scenery import shade_of
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.grammar.tokens import Token
from paintover.engines.illustrator.retelling.called import is_called_so
from paintover.engines.illustrator.retelling.of_the_backdrop import pieces_in, stands_for
from paintover.engines.illustrator.scene import Scene, Scenery
from paintover.engines.illustrator.staging.outlook import off_its_piece
from paintover.engines.illustrator.wording import Pattern

_CLAUSES = re.compile(
    r"([，,。；;！!？?\n]+|\.(?=\s|$)|\s+(?:and|then|but)\s+(?=(?:the|then|make|turn|paint|change|colou?r|dye|remove|delete|get|take|add|put|place|draw|give|let|move|replace)\b)|然后|并且|而且|同时)"
)
_HERE = (
    r"(?: (?:on|in|at|of|along|behind|from) (?:the|this|his|her|their) (?:walls?|background|backdrop|back|room|kitchen|bedroom|bathroom|classroom|shop|barber ?shop|café|cafe|library|office|restaurant|gym|nursery|balcony"
    r"|garden|park|farm|meadow|street|picture|scene|beach|ship|deck|market|castle|village|playground|distance|left|right|side))?"
)
_GOES = Pattern(
    r"(?:please |now |then |also |can you |could you |just )*(?:remove|delete|erase|get rid of|take away|take out|take down|clear away|lose|hide|drop|i don't want|no(?: more)?|without) (?:all )?(?:of )?(?:the |any |those |that |this |his |her |their |both )?(?:distant |background |far )?\x00"
    rf"{_HERE}(?: (?:please|away|from it|entirely|altogether|too))*"
    rf"|(?:please |now |then )*take (?:the |those |that )\x00{_HERE} (?:away|out|down)"
    r"|(?:请|帮我|再|也|然后|麻烦)*(?:把|将)?(?:背景[里中上]?|墙上|后面|远处|旁边|屋里|房间里|身后|两边|里面)?的?\x00(?:都|全|全部|给|也)*(?:去掉|去除|删掉|删除|删了|拿掉|拿走|移除|移走|擦掉|擦除|抹掉|不要|撤掉|拆掉|拆了|搬走|去了|弄掉)(?:了|吧|一下|都)*"
    r"|(?:请|帮我|再|也|然后|麻烦|我)*(?:去掉|去除|删掉|删除|拿掉|拿走|移除|移走|擦掉|擦除|抹掉|不要|别要|不想要|不需要|撤掉|拆掉|拆了|没有)(?:了)?(?:背景[里中上]?|墙上|后面|远处|旁边|屋里|房间里|身后|两边|所有|全部|那个?|这个?|那些|这些|里面)*的?\x00(?:了|吧|就好|就行|更好|会更好看?)*"
)
"""That a piece is to go; its word is told by a mark."""
_INSTEAD = Pattern(
    rf"(?:please |now |then |also |can you |could you )*(?:replace|swap|exchange|change|turn|switch) (?:all )?(?:the |that |this |his |her |their )?\x00{_HERE} (?:with|by|for|to|into|out for) (?P<en>.+)"
    r"|(?:请|帮我|再|也|然后|麻烦)*(?:把|将)?(?:背景[里中上]?|墙上|后面|远处|旁边|屋里|房间里|身后)?的?\x00(?:都|全|全部)*(?:换成|改成|变成|替换成|替换为|换为|改为|换)(?P<zh>.+?)"
)
"""That something else is to be in a piece's stead."""
_WRITTEN_ON = frozenset({"board", "whiteboard", "menu"})
_WIPES = Pattern(r"\b(?:erase|wipe|clean|clear|rub)\b|擦")
_NEW = Pattern(
    r"\b(?:add|adds|put|draw|place|another|more|one more|with an?|there is|there are|give)\b|\b(?:an?|some|several|two|three|four|five)(?: [a-z]+)? \x00|加|添|画|再来|放|摆|多|还有|[一两三四五几][个只张块条扇把幅盏棵座排面道]\S{0,4}\x00"
)
"""That one is to come, which is a thing of its own."""
_GROUND = Pattern(
    r"\b(?:on|onto|in|into|inside|behind|under|beneath|below|near|beside|by|over|above|outside|against|before|next to|in front of|to|from|off|at|along|of|through|around|between) (?:the |his |her |their |that |this |a |an )?\x00"
    r"|(?:在|从|到|往|朝|向)\S{0,3}\x00|\x00(?:的)?(?:上面?|里面?|中|后面?|前面?|旁边?|边上?|下面?|底下|外面?|左边|右边|之间|顶上?|背后)(?![有是了着红橙黄绿蓝紫粉白黑灰棕])"
)
"""That it tells where something else is."""
_BEHIND = Pattern(
    r"\b(?:background|backdrop|distant|far(?! (?:left|right|side|end|corner|edge|away|back)\b))\b|背景|远处|远方"
)
"""That the backdrop is meant, though a thing may be called so, too."""
_DONE_TO = Pattern(
    r"(?:please |now |then |also |can you |could you )*(?:make|change|move|shift|rotate|tilt|enlarge|shrink|fix|repair|open|close|shut) (?:all )?(?:the |that |this |his |her |their )?\x00(?: [a-z]+){0,4}"
    r"|(?:请|帮我|再|也|然后|麻烦)*(?:把|将|让|给)(?:背景[里中上]?|墙上|后面|远处|旁边|屋里|房间里|身后)?的?\x00(?:变|改|换|移|挪|打开|关上|转|修|弄|搬|推)\S{0,8}|\x00(?:换成|改成|变成)\S{1,8}"
    r"|(?:请|帮我|再|也|然后|麻烦)*(?:打开|推开|关上|关好|合上|拉开|拉上)(?:那[扇个道])?\x00|\x00(?:都|全)?(?:打开|推开|开着|敞开|关上|关着|关好|合上|拉开|拉上)(?:着|了|吧)*"
)
"""That something is done to a piece, whatever it is."""
_PICTURES = Pattern(
    r"\b(?:pictures?|paintings?)(?= (?:(?:on|from|off) (?:the |her |his |their )?walls?\b|down\b))|(?:挂画|油画|壁画|装饰画|画框|画)(?![画家板架笔室廊报册])"
)
"""What hangs on walls, where the picture is not meant that is told of."""
_CHANGES = frozenset({"sizes", "patterns"})
_MOVES = frozenset({"larger", "smaller", "move", "rotate", "flip"})
_MARK = "\x00"


@dataclass(frozen=True, slots=True)
class Pieces:
    """A wish without what it wants of the backdrop's pieces, and the picture with that done."""

    rest: str
    scene: Scene
    said: tuple[str, ...] = ()
    done: bool = False


def told_of_pieces(prompt: str, base: Scene, language: Language) -> Pieces:
    """What of a wish is about pieces that the backdrop of the picture shows, and that no thing of it is called."""
    if any(mark in prompt for mark in '"“「『《') or not (
        pieces_in(prompt, base) or _PICTURES.search(prompt)
    ):
        return Pieces(prompt, base)
    told = Pieces("", base)
    for clause in _CLAUSES.split(prompt):
        told = _with_clause(told, clause, language)
    if not (told.done or told.said):
        return Pieces(prompt, base)
    rest = told.rest.strip(" ,，。.;；!！")
    return Pieces(rest if any(letter.isalnum() for letter in rest) else "", told.scene, told.said, told.done)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a clause asks of a piece of the backdrop."""

    piece: str
    word: str
    what: str | None = None
    """A paint or `Scenery.GONE`; None where nothing of it can be done."""
    instead: str = ""
    """What is to come for it, told as a clause."""
    short: bool = False
    """Whether more is asked than can be done."""


def _with_clause(told: Pieces, clause: str, language: Language) -> Pieces:
    """What was told, and that clause."""
    asked = _asked(clause, told.scene)
    if asked is None and (bare := _bare_of(clause, told.scene)) is not None:
        return replace(told, said=(*told.said, notes.not_in_picture(bare, language)))
    if asked is None:
        return replace(told, rest=told.rest + clause)
    same = dict(told.scene.env.scenery.pieces).get(asked.piece) == asked.what
    said = told.said
    if asked.what is None or asked.short:
        said = (*said, notes.piece_of_the_backdrop(asked.word, language))
    elif same:
        said = (*said, notes.already_so(language))
    if asked.what is None or same:
        return replace(told, said=said)
    scene = _with_piece(told.scene, asked.piece, asked.what)
    return Pieces(told.rest + asked.instead, scene, said, done=True)


def _bare_of(clause: str, scene: Scene) -> str | None:
    """What a clause calls the pictures that are to go from walls that have none; None for another clause."""
    for match in _PICTURES.finditer(clause):
        if _GOES.fullmatch(_marked(clause, match)) is None:
            continue
        if not (pieces_in(clause, scene) or is_called_so("幅画", scene) or is_called_so("painting", scene)):
            return match[0]
    return None


def _asked(clause: str, scene: Scene) -> _Asked | None:
    """What a clause asks of a piece of the backdrop; None for another clause."""
    behind = _BEHIND.search(clause) is not None
    named = [
        (piece, match)
        for piece, match in pieces_in(clause, scene)
        if (behind or not is_called_so(match[0], scene)) and not _is_of_another(piece, clause, scene)
    ]
    if not named:
        return None
    for piece, match in named:
        marked = _marked(clause, match)
        if (other := _INSTEAD.fullmatch(marked)) is not None and (new := _newcomer(other, piece)):
            return _Asked(piece, match[0], Scenery.GONE, new)
    piece, match = named[-1]
    marked = _marked(clause, match)
    if _GOES.fullmatch(marked) is not None:
        return _Asked(piece, match[0], Scenery.GONE)
    if _NEW.search(marked) is not None or _GROUND.search(marked) is not None:
        return None
    tokens = tokenise(f"{clause[: match.start()]} {clause[match.end() :]}")
    if any(_is_other(token) for token in tokens):
        return None
    colours = [token for token in tokens if token.get("colours")]
    changes = _changes(tokens)
    if len(colours) == 1:
        return _Asked(piece, match[0], shade_of(colours[0]), short=changes)
    done_to = changes or _DONE_TO.fullmatch(marked) is not None
    return _Asked(piece, match[0]) if done_to else None


def _marked(clause: str, match: re.Match[str]) -> str:
    """The clause with a mark for the piece's word."""
    return f"{clause[: match.start()]}{_MARK}{clause[match.end() :]}".strip(" .!。！")


def _is_of_another(piece: str, clause: str, scene: Scene) -> bool:
    """Whether a clause is about something that others know: a window that is in use, a path or mountains that were asked for, and
    what is written on a board."""
    scenery = scene.env.scenery
    if piece == "window":
        return any(one.where for one in scene.objects)
    if piece == "tablecloth" and scene.env.place == "tabletop" and tells_of_the_top(clause):
        return True
    if piece in _WRITTEN_ON and _WIPES.search(clause) is not None:
        return True
    return (piece == "mountains" and bool(scenery.peaks)) or (piece == "path" and bool(scenery.path))


def _newcomer(match: re.Match[str], piece: str) -> str:
    """What is to come in a piece's stead, told as a clause; "" where that is none but how it is to look."""
    new = match["en"] or match["zh"]
    kinds = {one.kind for one in parse(new).mentions} - {None, "picture", stands_for(piece)}
    if not kinds:
        return ""
    return f"add {new}" if match["en"] else f"加{new}"


def _is_other(token: Token) -> bool:
    """Whether a word is about something else than how a piece looks."""
    if token.get("colours") or token.get("sizes") or token.get("patterns"):
        return False
    return any(token.get(role) for role in ("kinds", "it", "poses", "moods", "actions", "places", "times"))


def _changes(tokens: Sequence[Token]) -> bool:
    """Whether something else is asked of it than a colour."""
    return any(
        token.get("verbs") in _MOVES
        or (not token.get("colours") and any(token.get(role) for role in _CHANGES))
        for token in tokens
    )


def _with_piece(scene: Scene, piece: str, what: str) -> Scene:
    """The picture with that become of a piece of its backdrop; what was on one that is gone is on the ground."""
    pieces = tuple(one for one in scene.env.scenery.pieces if one[0] != piece)
    scenery = msgspec.structs.replace(scene.env.scenery, pieces=(*pieces, (piece, what)))
    env = msgspec.structs.replace(scene.env, scenery=scenery)
    return off_its_piece(msgspec.structs.replace(scene, env=env))

"""The lines of lettering in a picture: one more ("add 'Saturday only' at the bottom"), one less, other words in one of them.

A text in quotation marks with a place on the sheet is one more line, in whatever language that is asked; what stands there
stays.
"""

from __future__ import annotations

import re

import msgspec

from paintover.engines.illustrator.letters.titling import inks_of_lines
from paintover.engines.illustrator.retelling.rewording import MOST
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.wording import Pattern

_QUOTED = r"[“\"「『«„](?P<line>[^“”\"「」『』«»„]{1,120})[”\"」』»“]"
_ADDS = (
    r"(?:add|write|put|place|print|set|include|type|append|insert|have"
    r"|füge?|schreibe?|setze?|ergänze|pack|ajoute[zr]?|rajoute|écri[st]|écrivez|mets|mettez|inscri[st]|place"
    r"|añade|agrega|pon|escribe|coloca|aggiungi|scrivi|metti|inserisci|adicion[ae]|acrescent[ae]|escrev[ae]|coloque|põe|ponha"
    r"|добавь(?:те)?|напиши(?:те)?|поставь(?:те)?)"
)
_SHEET = r"(?:poster|card|page|picture|image|sheet|flyer|invitation|sign|drawing|postcard|cover|it|plakats?|karte|bilds?|l'affiche|la carte|l'image|la tarjeta|la imagen|el cartel|del cartel|do cartaz|da imagem|do cartão|della locandina|del biglietto|картинки|плаката|открытки)"
_BOTTOM = (
    r"(?:(?:at|on|in|along|near|to|towards) (?:the )?(?:very )?(?:bottom|foot|end|lower (?:part|edge))|below(?: (?:it|that|the title|the text))?|underneath(?: it)?|under(?: (?:it|that|the title|the text))"
    r"|unten(?: drunter| hin| dazu)?|ganz unten|darunter|drunter|unter (?:den titel|die überschrift|dem titel)|am unteren rand"
    r"|(?:tout )?en bas|en dessous|au bas|(?:abajo|debajo|en la parte inferior|al pie|al final)|in basso|in fondo|sotto|embaixo|em baixo|abaixo|no rodapé|na parte de baixo|внизу|снизу|под (?:ней|ним|заголовком))"
)
_TOP = (
    r"(?:(?:at|on|in|along|near|to|across) (?:the )?(?:very )?(?:top|head|upper (?:part|edge))|above(?: (?:it|that|the title|the text))?|oben(?: drüber| hin)?|ganz oben|darüber|am oberen rand"
    r"|(?:tout )?en haut|au-dessus|arriba|encima|en la parte superior|in alto|in cima|sopra|em cima|acima|no topo|вверху|сверху|наверху)"
)
_OF_IT = rf"(?: (?:of|von|der|des|vom|de|du|da|do|di|del|della|на)? ?(?:the |this |that |my )?{_SHEET})?"
_WHAT = r"(?:(?:the |a |another |also |the words? |den |noch |le |la |el |la frase |o |il |текст |слова |надпись |text|texte|texto|testo|words?|phrase|line|date|note|satz|zeile|más|encore|ancora|mais|ещё|eine?n?|un|une|una|uma|of|de|that (?:says|reads)|saying|reading|mit|avec|con|com|с|zum|dem|hinzu|ligne|línea|riga|linha|строку)[ :,]*)*"
_PLEASE = r"(?:(?:please|pls|and|then|also|now|bitte|und|dann|auch|noch|s'il te plaît|et|por favor|y|ahora|per favore|ora|e|agora|пожалуйста|и|ещё)[\s,]+)*"
_TAIL = r"(?:[\s,]+(?:please|too|as well|also|now|bitte|hinzu|dazu|hin|auf|an|ein|s'il te plaît|por favor|per favore|пожалуйста))*"
_ADDED = tuple(
    (at, re.compile(pattern, re.IGNORECASE))
    for at, place in (("bottom", _BOTTOM), ("top", _TOP))
    for pattern in (
        rf"{_PLEASE}{_ADDS} {_WHAT}{_QUOTED}[\s,]+(?:hinzu )?{place}{_OF_IT}{_TAIL}",
        rf"{_PLEASE}{_ADDS} {place}{_OF_IT}[\s,:]+{_WHAT}{_QUOTED}{_TAIL}",
        rf"{_PLEASE}{place}{_OF_IT}[\s,:]+(?:{_ADDS} |soll(?:te)? |should (?:say|be) |it should say )?{_WHAT}{_QUOTED}{_TAIL}(?: stehen)?",
    )
)
_ADDED_CJK = (
    ("bottom", re.compile(rf"(?:一番|いちばん)?下(?:の方|側|部)?(?:に|へ)(?:も)?{_QUOTED}(?:と|を|って)?(?:書いて|追加して|入れて|足して|加えて)(?:ください)?")),
    ("bottom", re.compile(rf"{_QUOTED}(?:と|を|って)(?:一番)?下に(?:書いて|追加して|入れて|足して|加えて)(?:ください)?")),
    ("top", re.compile(rf"(?:一番)?上(?:の方|側|部)?(?:に|へ){_QUOTED}(?:と|を|って)?(?:書いて|追加して|入れて|足して|加えて)(?:ください)?")),
    ("bottom", re.compile(rf"(?:맨 ?)?(?:아래|밑)(?:쪽)?에(?:도)? ?{_QUOTED}(?:라고|이라고|을|를)? ?(?:써|적어|추가해|넣어)(?: ?줘| ?주세요)?")),
    ("bottom", re.compile(rf"{_QUOTED}(?:라고|을|를)? ?(?:맨 ?)?(?:아래|밑)에 ?(?:써|적어|추가해|넣어)(?: ?줘| ?주세요)?")),
    ("top", re.compile(rf"(?:맨 ?)?위(?:쪽)?에 ?{_QUOTED}(?:라고|을|를)? ?(?:써|적어|추가해|넣어)(?: ?줘| ?주세요)?")),
)  # fmt: skip
_ALSO = Pattern(rf"{_PLEASE}(?:add|append|füge?|ajoute[zr]?|rajoute|añade|agrega|aggiungi|adicion[ae]|acrescent[ae]|добавь(?:те)?) {_WHAT}{_QUOTED}{_TAIL}")  # fmt: skip
"""A text to be added without a place: below what stands there."""
_NUMBERS = {"first": 0, "top": 0, "upper": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "last": -1, "bottom": -1, "lower": -1}  # fmt: skip
_NTH = (
    rf"(?:the )?(?P<nth>{'|'.join(_NUMBERS)}) (?:line|row|text|words)(?: of (?:the )?(?:text|words|title))?"
)
_TAKEN = Pattern(
    rf"{_PLEASE}(?:remove|delete|erase|take (?:out|away|off)|drop|lose|get rid of|entferne|lösche|supprime|enlève|retire|quita|borra|elimina|togli|rimuovi|tire|remova|apague|убери|удали(?:те)?) (?:{_NTH}|{_WHAT}{_QUOTED}){_TAIL}"
)
_OTHERWISE = Pattern(
    rf"{_PLEASE}(?:(?:make|let|have|change|set|turn) )?{_NTH} (?:to |into |should |must |say |read |be |instead |to say |to read )*{_QUOTED}{_TAIL}"
)


def with_other_lines(clause: str, scene: Scene) -> Scene | None:
    """The scene with a line more, less or otherwise; None where the clause, without its stop, asks for none of it."""
    for at, pattern in (*_ADDED, *_ADDED_CJK):
        if (match := pattern.fullmatch(clause)) is not None:
            return _added(scene, match["line"].strip(), at)
    lines = (scene.caption or "").split("\n")
    if not scene.caption:
        return None
    if (match := _ALSO.fullmatch(clause)) is not None:
        return _added(scene, match["line"].strip(), "bottom")
    if (match := _OTHERWISE.fullmatch(clause)) is not None and (place := _place(match, lines)) is not None:
        lines[place] = match["line"].strip()
        return msgspec.structs.replace(scene, caption="\n".join(lines))
    if (match := _TAKEN.fullmatch(clause)) is not None:
        gone = match["line"]
        place = _place(match, lines) if gone is None else _at(gone, lines)
        if place is not None:
            inks = inks_of_lines(scene.caption_colour, len(lines))
            del lines[place], inks[place]
            ink = "\n".join(inks) if len(set(inks)) > 1 else next(iter(inks), "")
            return msgspec.structs.replace(scene, caption="\n".join(lines) or None, caption_colour=ink)
    return None


def titled_where_told(prompt: str, before: Scene | None, scene: Scene) -> Scene:
    """The scene with words that are new at the top, where that was said of them: "write Happy Birthday at the top"; of a sheet
    that is new, which has places of its own for words, as it is."""
    if before is None and scene.sheet:
        return scene
    if (
        scene.caption in (None, "" if before is None else before.caption)
        or scene.caption_at
        or not _AT_THE_TOP.search(prompt)
    ):
        return scene
    return msgspec.structs.replace(scene, caption_at="top")


_AT_THE_TOP = Pattern(
    r"\b(?:at|on|across|along) (?:the )?(?:very )?top\b|[\"”’'] (?:above|over|overhead)\b|上[面方边头]?(?:再|都|要)?[写加印]|[写加印]在?(?:最|图片?|画面?)?的?(?:上[面方边头]|顶[部上端])|顶[部上端]"
)


def _added(scene: Scene, line: str, at: str) -> Scene:
    if not scene.caption:
        return msgspec.structs.replace(
            scene, caption=line[:MOST], caption_at="top" if at == "top" else "bottom"
        )
    if set(scene.caption.casefold().split()) <= set(
        line.casefold().split()
    ):  # says all that stood there, and more
        return msgspec.structs.replace(scene, caption=line[:MOST])
    lines = (line, scene.caption) if at == "top" else (scene.caption, line)
    ink = (
        f"{scene.caption_colour.splitlines()[0]}\n{scene.caption_colour}"
        if at == "top" and "\n" in scene.caption_colour
        else scene.caption_colour
    )
    return msgspec.structs.replace(scene, caption="\n".join(lines)[: 2 * MOST], caption_colour=ink)


def _place(match: re.Match[str], lines: list[str]) -> int | None:
    nth = _NUMBERS[match["nth"].lower()]
    return nth if -len(lines) <= nth < len(lines) else None


def _at(words: str, lines: list[str]) -> int | None:
    """The line that says just that."""
    said = words.strip().casefold()
    return next((at for at, line in enumerate(lines) if line.strip().casefold() == said), None)

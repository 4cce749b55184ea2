"""What stands on a board, told in languages other than Chinese and English: "un cartel que dice «Abierto»", "ein Schild, auf dem
„Offen“ steht", 「ようこそ」と書かれた看板.

Such words are taken out of the wish before it is read, and are said of the board by its English name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from paintover.engines.illustrator.grammar.dialects import UNSPACED, Dialect, dialect_of
from paintover.engines.illustrator.grammar.lexicon import english_words, names
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.grammar.tokens import Token
from paintover.engines.illustrator.kinds import SIGNPOST
from paintover.engines.illustrator.letters.boards import WRITABLE
from paintover.engines.illustrator.wording import Pattern

_QUOTE = r"[“\"「『«„]\s*(?P<words>[^”\"」』»“„\n]{1,160}?)\s*[”\"」』»“]"
_RELATIVE = (
    r"(?:que|qui|où|sur (?:lequel|laquelle)|donde|dove|onde|en (?:el|la) (?:que|cual)|n[oa] qual|su cui|auf de[mr]|wo|worauf|darauf|waarop"
    r"|dat|das|der|die|на котор\w+|где|con|com|avec|mit|met|с|portant)\b"
)
_WRITTEN = (
    r"(?:escrit[oa]?|scritt[oa]|écrit|écriteau|marqué|inscrit|inscri[pç]\w+|iscrizione|inscripción|mention|mots?|texte?|texto|testo|tekst\w*"
    r"|palabras?|palavras?|parol[ae]|frase|mensaje|mensagem|dizeres|Aufschrift|Beschriftung|Inschrift|Schriftzug|steht|stand|Worte?n?|Wort|opschrift|woord(?:en)?"
    r"|staat|lee|lê|pon[eg]a?|надпис\w+|написан\w*|текст\w*|слов\w+)"
)
_SAYS = r"(?:dice|diga|digan|dicen|dit|dise|disant|indique|indiquant|diz|dizendo|recita|reza|sagt|besagt|zegt|гласит|гласящ\w+)"
_SPACED = Pattern(
    rf"[,\s]*(?:\b{_RELATIVE})?(?:\s+[\w'’]+){{0,3}}?\s*\b(?:(?P<written>{_WRITTEN})|(?P<says>{_SAYS}))\b(?:\s+[\w'’]+)?\s*:?\s*{_QUOTE}(?:\s+(?:darauf|dessus|encima|sopra)\b)?"
)
_BEHIND = Pattern(
    rf"[,\s]*(?:\b{_RELATIVE}\s+)?(?:\w+\s+)?{_QUOTE}\s+(?:(?:geschrieben )?(?:steht|stand)|zu lesen ist|staat(?: geschreven)?|(?:est )?écrit dessus|escrito(?: encima)?|scritto(?: sopra)?|написано)\b"
)
_BARE = Pattern(rf"(?:\s+(?:mit|con|com|avec|met|с))?\s*:?\s*{_QUOTE}")
_UNSPACED: dict[Dialect, Pattern] = {
    "ja": Pattern(
        rf"{_QUOTE}\s*(?:(?:と|って)(?:書かれた|書かれている|書いてある|書いた|書いている|記された|いう|言う)|の)?(?:文字の|文字が(?:書かれた|ある|入った))?",
        re.NOFLAG,
    ),
    "ko": Pattern(
        rf"{_QUOTE}\s*(?:이?라고|라는|이란|란)?\s*(?:(?:글씨가|글자가|문구가)\s*)?(?:쓰인|쓰여 ?있는|쓰여진|적힌|적혀 ?있는|써진|써 ?있는|쓴|씌어진|있는)?",
        re.NOFLAG,
    ),
}
_NOTICES: dict[Dialect, dict[str, str]] = {
    "de": {"schild": "Wegweiser", "schildchen": "Wegweiser"},
    "es": {"cartel": "letrero"},
    "pt": {"cartaz": "placa"},
    "nl": {"bord": "wegwijzer", "bordje": "wegwijzer"},
}
"""What else a word may mean by itself (a shield, a poster, a plate), and what is meant where something is written on it."""
_WRITE = Pattern(
    rf"\b(?:escrib[ea]|pon|écri[sv]e?z?|mets|schreibe?|scrivi|metti|escrev[ea]|ponha|schrijf|zet|напиши)(?: (?:die Worte|el texto|le mot|les mots|das Wort|слово|слова))? {_QUOTE} (?:en|sur|auf|sul?|nell?|em|n[oa]|op|на) ?(?P<board>(?:(?:el|la|le|das|die|den|il|o|a|het|de|lo) )?[\w'’]+)"
    rf"|(?P<before>[^、。\s]{{1,8}})に\s*{_QUOTE.replace('words', 'said')}\s*(?:と|って)(?:書いて|かいて|入れて)(?:ください)?"
    rf"|(?P<put>[가-힣]{{1,6}})에\s*{_QUOTE.replace('words', 'told')}\s*(?:이?라고|라는 글[을씨]+)?\s*(?:써|적어|쓰|넣어)\s?(?:줘|주세요|주라)?"
)
"""Something is to be written on a board that is there."""
_HEAD_ENDS = ("を", "が", "は", "に", "で", "と", "을", "를", "이", "가", "은", "는", "에", "와", "과")
"""What ends the phrase of a noun in Japanese and Korean."""


def inscribed(text: str) -> tuple[str, list[tuple[str, str]]]:
    """The wish without what stands on its boards, and for each of those the board's English name and the words."""
    dialect = dialect_of(text, english=english_words())
    if dialect is None or not re.search('[“"「『«„]', text):
        return text, []
    found: list[tuple[str, str]] = []
    take = _before_its_board if dialect in UNSPACED else _behind_its_board
    while len(found) < 8 and (taken := take(text, dialect)) is not None:
        text, board, words = taken
        found.append((board, words))
    return text, found


def on_the_board(text: str) -> str:
    """A wish for a change with "escribe «Gracias» en el cartel" told in English, where that is a board."""

    def told(match: re.Match[str]) -> str:
        where, words = (next(filter(None, match.group(*some))) for some in (_PLACES, _WORDS))
        dialect = dialect_of(text, english=english_words())
        for token in _tokens(f"{where}{_PARTICLES.get(dialect or 'en', '')}"):
            notice = dialect is not None and _is_notice(token, dialect)
            if notice or token.get("kinds") in WRITABLE:
                return f"write “{words}” on the {_name(token, token.text if notice else None)}"
        return match[0]

    return _WRITE.sub(told, text)


_PARTICLES = {"ja": "を", "ko": "을"}
"""What tells that a noun of Chinese characters is Japanese."""
_PLACES, _WORDS = ("board", "before", "put"), ("words", "said", "told")


def _before_its_board(text: str, dialect: Dialect) -> tuple[str, str, str] | None:
    """「ようこそ」と書かれた赤い看板: the board is the last noun of the phrase that follows."""
    match = _UNSPACED[dialect].search(text)
    if match is None:
        return None
    board: Token | None = None
    for token in _tokens(text):
        if token.start < match.end():
            continue
        if token.text in _HEAD_ENDS or token.get("stop") is not None:
            break
        if not text[match.end("words") + 1 : match.end()].strip() and token.get("kinds") not in WRITABLE:
            break
        board = token if token.get("kinds") in WRITABLE else board
    if board is None:
        return None
    return f"{text[: match.start()]}{text[match.end() :].lstrip()}", _name(board), match["words"]


def _behind_its_board(text: str, dialect: Dialect) -> tuple[str, str, str] | None:
    """ "Un panneau où il est écrit « Bonjour »": the board is the last one named before; where it "says" the words, the last
    noun."""
    for pattern in (_SPACED, _BEHIND, _BARE):
        for match in pattern.finditer(text):
            before = text[: match.start("words")]
            nouns = [
                one for one in _tokens(before) if one.get("kinds") is not None or _is_notice(one, dialect)
            ]
            board = _named_last(before, nouns, dialect, only=pattern is _BARE or _spoken(match))
            if board is None:
                continue
            notice = _NOTICES.get(dialect, {}).get(board.text.lower())
            kept = before[: max(match.start(), nouns[-1].end)]
            if notice is not None:
                kept = f"{kept[: board.start]}{notice}{kept[board.end :]}"
            return f"{kept} {text[match.end() :].lstrip(' ,')}".strip(), _name(board, notice), match["words"]
    return None


def _spoken(match: re.Match[str]) -> bool:
    return match.groupdict().get("says") is not None


def _named_last(before: str, nouns: Sequence[Token], dialect: Dialect, *, only: bool) -> Token | None:
    """The last board that is named, if no noun stands behind it where it is to be the `only` one that may be meant."""
    boards = [one for one in nouns if one.get("kinds") in WRITABLE or _is_notice(one, dialect)]
    if not boards or (only and boards[-1] is not nouns[-1]):
        return None
    return boards[-1] if not re.search(r"[.;!?\n]", before[boards[-1].end :]) else None


def _is_notice(token: Token, dialect: Dialect) -> bool:
    return token.text.lower() in _NOTICES.get(dialect, {})


def _tokens(text: str) -> Sequence[Token]:
    return sorted((token for token in tokenise(text) if token.text), key=lambda token: token.start)


def _name(board: Token, notice: str | None = None) -> str:
    kind = board.get("kinds")
    return names("en", SIGNPOST if notice is not None or kind is None else kind)

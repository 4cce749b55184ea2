"""Words that stand in a picture already, to be replaced by others: "change Mia to Tom", 把“早安”改成“晚安”."""

from __future__ import annotations

import re

import msgspec

from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.wording import Pattern

MOST = 240
"""Characters of a text that are kept."""
_OPEN, _CLOSE = "“\"「『'‘«„", "”\"」』'’»“"
_CLAUSES = re.compile(
    rf"([{_OPEN}][^{_CLOSE}]{{1,240}}[{_CLOSE}])|([，,；;\n]+|\s+and\s+(?=(?:change|replace|swap|make|add|remove)\b)|然后|并且)"
)
_QUOTED = rf"[{_OPEN}][^{_CLOSE}]{{1,240}}[{_CLOSE}]"
_CHANGES = (
    re.compile(rf"(?:把|将)?(?:名字|文字|字|标题|图[里上]的)?(?:里的)?\s*(?P<old>{_QUOTED}|[^，。,;；]{{1,60}}?)\s*(?:改|换|变)(?:成|为|作)\s*(?P<new>{_QUOTED}|[^，。,;；]{{1,120}})"),
    re.compile(rf"\b(?:replace|swap)\s+(?P<old>{_QUOTED}|[^,;]{{1,60}}?)\s+(?:with|by|for)\s+(?P<new>{_QUOTED}|[^,;]{{1,120}})", re.IGNORECASE),
    re.compile(rf"\b(?:change|turn|edit|rename|correct|fix)\s+(?P<old>{_QUOTED}|[^,;]{{1,60}}?)\s+(?:in)?to\s+(?P<new>{_QUOTED}|[^,;]{{1,120}})", re.IGNORECASE),
    re.compile(rf"\b(?:it )?should (?:say|read)\s+(?P<new>{_QUOTED}|[^,;]{{1,120}}?)\s*,?\s*(?:instead of|not|rather than)\s+(?P<old>{_QUOTED}|[^,;]{{1,60}})", re.IGNORECASE),
    re.compile(rf"^\W*(?P<old>(?:the|that|his|her|its) names?) (?:should|must|has to|needs to) (?:be|read|say)\s+(?P<new>{_QUOTED}|[^,;]{{1,60}})", re.IGNORECASE),
    re.compile(rf"^(?P<old>名字|姓名|人名)(?:应该|应当|要|得)?(?:是|叫)\s*(?P<new>{_QUOTED}|[^,，;；。]{{1,30}})"),
    re.compile(rf"\b(?P<new>{_QUOTED}|[^,;\s]{{1,60}})\s+instead of\s+(?P<old>{_QUOTED}|[^,;]{{1,60}})", re.IGNORECASE),
)  # fmt: skip
_ONLY_WORDS = re.compile(
    rf"\W*(?:(?:现在|再|请|帮我)*(?:把|将)?(?:它|这个)?(?:改|换|变)(?:成|为|作)"
    rf"|(?:please )?(?:change|switch|turn) (?:it|that|this) (?:in)?to"
    r"|(?:cambi[ae]|modifica|sostituisci|remplacez?|changez?|modifiez?|ändere?|ersetze?|mache?|mude|muda|troque|altere|verander|wijzig|vervang|измени|замени|поменяй)"
    r" (?:(?:el|le|den|die|das|il|la|o|a|de|het|as|las|les|los) )?(?:texte?|texto|testo|tekst|mots?|palabras?|palavras?|parole?|letrero|scritta|Schrift|Aufschrift|Wort|inscription|opschrift|woord|надпись|текст|слово|слова)"
    r"(?: (?:del?|du|auf de[mr]|op het|op de|da|do|на) [\w ]{1,20}?)? (?:a|por|en|par|pour|in|zu|durch|con|para|naar|door|на)"
    r"|(?:文字|字|言葉)を)\s*"
    rf"(?P<new>{_QUOTED})(?:に(?:変えて|して|変更して)(?:ください)?)?\W*吧?\W*",
    re.IGNORECASE,
)
"""Nothing but other words: those of the picture, if it has some."""
_NAME = re.compile(
    r"(?:the |that |her |his |its )?names?|(?:那个|她的|他的)?(?:名字|人名|姓名)", re.IGNORECASE
)
_ENDING = re.compile(r"[\s.!?。！？吧]+$")
_GREETINGS = frozenset(
    [
        "happy",
        "birthday",
        "merry",
        "christmas",
        "new",
        "year",
        "welcome",
        "home",
        "congratulations",
        "dear",
        "hello",
        "hi",
        "hey",
        "good",
        "morning",
        "night",
        "evening",
        "luck",
        "thank",
        "thanks",
        "you",
        "mr",
        "mrs",
        "ms",
        "dr",
        "the",
        "to",
        "from",
        "for",
        "and",
        "my",
        "our",
        "love",
        "best",
        "wishes",
        "get",
        "well",
        "soon",
        "day",
        "mother",
        "father",
        "s",
    ]
)
_CAPITALISED = re.compile(r"\b[A-ZÀ-ÖØ-ÞА-Я][\w'’-]*")
_NAMED = Pattern(
    r"[祝给致]?(?P<name>[\u3400-\u9fff]{2,4}?)(?:的)?(?:生日|新婚|毕业|新年|中秋)?(?:快乐|大吉|愉快)",
    re.NOFLAG,
)


def with_other_words(prompt: str, scene: Scene) -> tuple[str, Scene]:
    """The wish without what it says about words that stand in the picture, and the scene with the other words."""
    kept: list[str] = []
    for clause in _clauses(prompt):
        if (changed := reworded(clause, scene)) is not None:
            scene = changed
        else:
            kept.append(clause)
    rest = "".join(kept)
    return (rest if any(letter.isalnum() for letter in rest) else ""), scene


def _clauses(prompt: str) -> list[str]:
    """Clauses and what stands between them; nothing in quotation marks is parted."""
    parts = [""]
    at = 0
    for match in _CLAUSES.finditer(prompt):
        parts[-1] += prompt[at : match.start()]
        if match[1] is not None:
            parts[-1] += match[1]
        else:
            parts += [match[2], ""]
        at = match.end()
    parts[-1] += prompt[at:]
    return parts


def reworded(prompt: str, scene: Scene) -> Scene | None:
    """The scene in which words of its caption, a speech or a board are replaced; None where the wish is not about such.

    A part of a text that stands there is enough ("Mia" of "Happy Birthday Mia"); "the name" is the one name in it.
    """
    if (match := _ONLY_WORDS.fullmatch(prompt)) and len(texts := _texts(scene)) == 1:
        return _with(scene, texts[0], _bare(match["new"]))
    for pattern in _CHANGES:
        match = pattern.search(prompt)
        if match is None:
            continue
        old, new = _bare(match["old"]), _bare(match["new"])
        if not old or not new or (old == match["old"].strip() and _is_thing(old, scene)):
            continue
        for words in (old, *_names(old, scene)):
            if (changed := _with(scene, words, new)) is not None:
                return changed
    return None


def _is_thing(words: str, scene: Scene) -> bool:
    """Whether unquoted words rather mean something that is drawn there."""
    kinds = {mention.kind for mention in parse(words).mentions}
    return any(thing.kind in kinds or thing.label.casefold() == words.casefold() for thing in scene.objects)


def _bare(words: str) -> str:
    words = _ENDING.sub("", words.strip())
    return words.strip(_OPEN + _CLOSE).strip()[:MOST]


def _texts(scene: Scene) -> list[str]:
    return [text for text in (scene.caption, *(thing.says for thing in scene.objects)) if text]


def _names(asked: str, scene: Scene) -> list[str]:
    """The names in the picture's texts, if it is the name that is asked for."""
    if not _NAME.fullmatch(asked):
        return []
    found = []
    for text in _texts(scene):
        found += [word for word in _CAPITALISED.findall(text) if word.casefold() not in _GREETINGS]
        found += [match["name"] for match in _NAMED.finditer(text)]
    if len(set(found)) > 1:  # "Welcome Baby Noah"
        found = [one for one in found if not one.isascii() or tokenise(one.lower())[0].unknown]
    return found if len(set(found)) == 1 else []


def _as_loud(new: str, old: str) -> str:
    """The new words in capitals, where those stood in capitals of which they take the place."""
    return new.upper() if len(old) > 1 and old.isupper() and new.istitle() else new


def _with(scene: Scene, old: str, new: str) -> Scene | None:
    word = re.compile(
        rf"(?<![^\W_]){re.escape(old)}(?![^\W_])" if old.isascii() else re.escape(old), re.IGNORECASE
    )

    def other(text: str | None) -> str | None:
        return text and word.sub(lambda stood: _as_loud(new, stood[0]), text)[:MOST]

    changed = msgspec.structs.replace(
        scene,
        caption=other(scene.caption),
        objects=tuple(msgspec.structs.replace(thing, says=other(thing.says)) for thing in scene.objects),
    )
    return None if changed == scene else changed

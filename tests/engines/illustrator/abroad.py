"""Wishes in nine other languages, made of everyday nouns and a few templates, with what the picture must show.

`nouns_abroad.txt` has the nouns, `wishes` makes sentences of them, and `judged` holds each against its picture: every fact of
a wish is right, or named in the answer, or silently wrong; what is told untruly counts as well.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Thing

HERE = Path(__file__).parent
LANGUAGES = ("es", "fr", "de", "pt", "it", "nl", "ru", "ja", "ko")
"""As the columns of the list."""
UNKNOWN = {"ru": "зорбель", "ja": "ゾルベル", "ko": "조르벨", "de": "Zorbel"}
"""A noun that nobody knows."""
TEMPLATES: Mapping[str, Mapping[str, str]] = {
    "alone": {
        "es": "dibuja {one}", "fr": "dessine {one}", "de": "zeichne {one}", "pt": "desenhe {one}", "it": "disegna {one}",
        "nl": "teken {one}", "ru": "нарисуй {one}", "ja": "{one}を描いて", "ko": "{one} 그려줘",
    },
    "red": {
        "es": "un {one} rojo", "fr": "un {one} rouge", "de": "ein roter {one}", "pt": "um {one} vermelho", "it": "un {one} rosso",
        "nl": "een rode {one}", "ru": "красный {one}", "ja": "赤い{one}", "ko": "빨간 {one}",
    },
    "table": {
        "es": "un {one} sobre una mesa", "fr": "un {one} sur une table", "de": "ein {one} auf einem Tisch",
        "pt": "um {one} em cima de uma mesa", "it": "un {one} su un tavolo", "nl": "een {one} op een tafel",
        "ru": "{one} на столе", "ja": "テーブルの上の{one}", "ko": "탁자 위의 {one}",
    },
    "both": {
        "es": "un {one} y un {two}", "fr": "un {one} et un {two}", "de": "ein {one} und ein {two}", "pt": "um {one} e um {two}",
        "it": "un {one} e un {two}", "nl": "een {one} en een {two}", "ru": "{one} и {two}", "ja": "{one}と{two}", "ko": "{one}, {two}",
    },
    "nose": {
        "es": "un {one} con la nariz roja", "fr": "un {one} au nez rouge", "de": "ein {one} mit roter Nase",
        "pt": "um {one} de nariz vermelho", "it": "un {one} con il naso rosso", "nl": "een {one} met een rode neus",
        "ru": "{one} с красным носом", "ja": "赤い鼻の{one}", "ko": "빨간 코의 {one}",
    },
    "hat": {
        "es": "un {one} con un sombrero verde", "fr": "un {one} avec un chapeau vert", "de": "ein {one} mit einem grünen Hut",
        "pt": "um {one} com um chapéu verde", "it": "un {one} con un cappello verde", "nl": "een {one} met een groene hoed",
        "ru": "{one} в зелёной шляпе", "ja": "緑の帽子をかぶった{one}", "ko": "초록색 모자를 쓴 {one}",
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wish:
    """A sentence, its template, and the nouns in it, each with the kinds that it may be drawn as; none for an unknown one."""

    language: str
    template: str
    prompt: str
    nouns: tuple[tuple[str, frozenset[str]], ...]


def _also_bare(names: Sequence[str]) -> frozenset[str]:
    """The kinds, and what those look like who have another hat on than their own."""
    bare = (kinds()[name].bare for name in names if name in kinds())
    return frozenset((*names, *filter(None, bare)))


@cache
def nouns() -> tuple[tuple[frozenset[str], Mapping[str, tuple[str, ...]]], ...]:
    """By row, the kinds that are right, and its words by language."""
    found = []
    for line in (HERE / "nouns_abroad.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        right, *cells = line.split("|")
        words = {language: tuple(cell.split("/")) for language, cell in zip(LANGUAGES, cells, strict=True)}
        found.append((_also_bare(right.split()), words))
    return tuple(found)


def wishes(language: str, many: int, rng: random.Random) -> Iterator[Wish]:
    """So many wishes in that language, of each template in turn."""
    listed = [(word, right) for right, words in nouns() for word in words[language]]
    alive = [one for one in listed if any(kinds()[kind].alive for kind in one[1])]
    for at in range(many):
        template = [*TEMPLATES][at % len(TEMPLATES)]
        one, two = rng.sample(alive if template in ("nose", "hat") else listed, 2)
        if template in ("nose", "hat") and rng.random() < 0.3:
            one = (UNKNOWN.get(language, "zorbel"), frozenset())
        prompt = TEMPLATES[template][language].format(one=one[0], two=two[0])
        yield Wish(language, template, prompt, (one, two) if template == "both" else (one,))


def judged(wish: Wish) -> Counter[str]:
    """How many facts of the wish are right, named, silent; and how many notes are untrue."""
    done = compose_scene(wish.prompt, ratio="1:1", seed=1, language="en")
    things, told = done.scene.objects, " ".join(done.notes)
    found: Counter[str] = Counter()
    drawn = {thing.kind for thing in things if thing.rung != "signpost"}
    for word, right in wish.nouns:
        here = bool(right & drawn)
        named = _names(told, word)
        found["right" if here else "named" if named else "silent"] += 1
        found["untrue"] += here and named
    one = next((thing for thing in things if thing.kind in wish.nouns[0][1]), None)
    if wish.template == "red":
        found[_colour(one, told)] += 1
    if wish.template == "table":
        table = any(thing.kind == "dining-table" for thing in things)
        found["right" if table and (one is None or one.rel is not None) else "silent"] += 1
    if wish.template == "nose":  # it is drawn with them, and has no colour of its own
        bad = "nose" in drawn or (one is not None and one.colour == "red")
        found["silent" if bad else "named" if told else "silent"] += 1
    if wish.template == "hat":
        hat = next((thing for thing in things if thing.kind == "hat"), None)
        worn = hat is not None and hat.rel is not None and one is not None and hat.rel.to == one.id
        green = worn and hat is not None and hat.colour == "green"
        found["right" if green else "named" if hat is None and told else "silent"] += 1
    return found


def _names(told: str, word: str) -> bool:
    return word.lower() in told.lower() or any(
        part.lower() in told.lower() for part in word.split() if len(part) > 3
    )


def _colour(one: Thing | None, told: str) -> str:
    if one is not None and one.colour == "red":
        return "right"
    return "named" if told else "silent"

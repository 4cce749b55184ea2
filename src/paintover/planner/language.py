"""Which language a text is written in: enough to choose a cue table, not a linguist's verdict."""

from __future__ import annotations

import re

from paintover.domain.call import Language
from paintover.domain.conversation import Conversation, UserTurn

SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u3400-\u9fff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
)
LITTLE_WORDS = {
    "en": "the a an and of to in on with it make add please is that one this put my give for but not you no back before was were",
    "es": "el la los las un una y de con en por para al del que se lo le pon ponle más sin ese esa quiero hazme cambia no también dos tres niño niña perro gato casa hombre mujer otro otra otros ella él uno ellos todos como antes menos muy árbol rojo lado su",
    "fr": "le la les un une et de des du avec dans sur pour que est pas plus au aux mets ajoute ce cette sans fais je en il elle mais ça son sa ses lui où qui celle celui tout très voulais dire devient aussi deux trois garçon fille chien chat homme femme maison enfants enfant encore autre autres elles ils eux tous toutes comme avant petit petite grand grande rouge vert côté peu leur près derrière",
    "de": "der die das den dem ein eine einen und mit auf im in zu nicht ist mach bitte von für ohne bei ich noch auch sie er es ihm ihr ihn mehr links rechts zwei drei vier alle beide vor hinter am wie vorher doch lieber junge hund katze mädchen frau mann haus kinder kind ohne gib etwas größer kleiner weg",
    "pt": "o a os as um uma e de do da com em no na por para que se não coloca faz mais sem esse essa põe muda também dois duas três menino menina cachorro gato casa homem mulher outro outra outros ele ela mais tira todos antes menos muito árvore lado",
    "it": "il lo gli un uno una e di del dello della con in nel nella sul sulla per che non più senza quello quella questo questa questi metti fai aggiungi togli cambia è grazie ancora annulla voglio cosa sono mi accanto dietro davanti lui lei no anche due tre bambino bambina bambini cane gatto uomo donna casa tutti altro altra altri loro come prima più meno albero lato",
}
_LITTLE = {name: frozenset(words.split()) for name, words in LITTLE_WORDS.items()}
_WORD = re.compile(r"[^\W\d_]+")
_NOT_WORDS = re.compile(r"https?://\S+|\b(?:gen|task)_\w+")
_CHINESE = re.compile(r"[的了把给这那个吗呢请让她他你们说没么变为着换画张再只条]")
"""Characters of everyday Chinese that no note in Japanese is written with: where none stands, 猫追加 goes on in Japanese."""
LOOKED_AT = 2_000
EARLIER = 6
"""Messages before the last that tell which language is spoken."""
CLOSE = 1
"""Little words by which the language spoken before may fall short and still be taken."""


def language_of(text: str, fallback: str = "en") -> str:
    """One of `tables.LANGUAGES`. `fallback` answers for a text without telling letters ("ok", an id, an emoji)."""
    text = _NOT_WORDS.sub(" ", text[:LOOKED_AT])
    for language, script in SCRIPTS:
        if script.search(text):
            return "ja" if language == "zh" and fallback == "ja" and not _CHINESE.search(text) else language
    words = [word.casefold() for word in _WORD.findall(text)]
    counts = {name: sum(word in little for word in words) for name, little in _LITTLE.items()}
    best = max(counts, key=lambda name: counts[name])
    if counts[best] == 0:
        return "en" if words and fallback in ("zh", "ja", "ko", "ru", "ar") else fallback
    return fallback if counts.get(fallback, -1) >= counts[best] - CLOSE and counts.get(fallback, 0) else best


def spoken_language(conversation: Conversation) -> str:
    """The language of the last message, read in the light of the message before it."""
    said = [turn.text for turn in conversation.turns if isinstance(turn, UserTurn)]
    earlier = " ".join(text for text in said[-1 - EARLIER : -1] if text.strip())
    fallback = (language_of(earlier, "") if earlier else "") or "en"
    return language_of(said[-1] if said else "", fallback)


def dialect(language: str) -> Language:
    """The server's own dialect for a language: Chinese for Chinese, English for all others."""
    return "zh" if language == "zh" else "en"

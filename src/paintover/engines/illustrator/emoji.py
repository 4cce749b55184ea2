"""Every drawing of the emoji set that `kinds.toml` does not describe by hand: its sign, its names, and a kind for it.

`words/emoji.json` lists the emoji with their names of the Unicode CLDR. A sign typed in a prompt means the kind that is
drawn with that icon; a name means it where no word of the lexicon is in the way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, Literal

import msgspec

from paintover.engines.illustrator.files import FOLDER, word_table

EmojiLanguage = Literal["en", "zh"]
_TONES = frozenset("\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")
"""What may follow a sign and changes neither its drawing nor its name."""
_SKINS = dict(
    zip(
        "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff",
        ("fair", "light", "tan", "brown", "deep"),
        strict=True,
    )
)
_LONGEST = 16
"""Characters of the longest sign, tones and joiners included."""
_PLAIN = re.compile(r"[^\d:,.()']+")
"""Names without numbers and signs, which the reader takes for something else."""
INSTEAD = {
    "cat-face": "cat",
    "dog-face": "dog",
    "mouse-face": "mouse",
    "rabbit-face": "rabbit",
    "cow-face": "cow",
    "pig-face": "pig",
    "monkey-face": "monkey",
    "horse-face": "horse",
    "tiger-face": "tiger",
    "dragon-face": "dragon",
    "crocodile": "crocodile",
    "blossom": "flower",
    "cherry-blossom": "cherry-blossom",
    "fireworks": "fireworks",
    "sparkler": "sparkler",
    "shooting-star": "shooting-star",
}
"""Icons that another kind is drawn for: the whole animal for its face, fireworks without a frame around them."""


class Emoji(msgspec.Struct, frozen=True, array_like=True):
    """One emoji: its sign without tones, the name of its icon, its names, and its group of the standard."""

    sign: str
    icon: str
    en: str
    zh: str
    group: str


class Look(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How big an emoji without an entry of its own is, and where it stands: fields of `kinds.Kind`."""

    height_m: float
    habitat: str = "table"
    alive: bool = False
    crop: str | None = None
    wear: str | None = None


class _Looks(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    groups: dict[str, Look]
    like: list[dict[str, Any]]
    scenes: dict[str, dict[EmojiLanguage, str]]
    sentences: dict[str, list[str]]


@cache
def emoji() -> tuple[Emoji, ...]:
    """All vendored emoji, in the order of their signs."""
    text = (FOLDER / "words" / "emoji.json").read_bytes()
    return msgspec.json.decode(text, type=tuple[Emoji, ...])


@cache
def _looks() -> _Looks:
    return msgspec.convert(word_table("emoji"), _Looks)


@cache
def _look_of() -> Mapping[str, Look]:
    found = {}
    for entry in _looks().like:
        fields = {key: value for key, value in entry.items() if key != "icons"}
        for icon in entry["icons"]:
            found[icon] = msgspec.convert(fields, Look)
    return found


def more_kinds(known: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """The fields of a kind for each icon that has none. `known` is the art of the kinds that are described by hand.

    A woman farmer looks like the farmer, as far as size and crop go: that kind is named as ``like``.
    """
    drawn = {art.partition(":")[2]: name for name, art in known.items() if art.startswith("noto:")}
    found: dict[str, dict[str, Any]] = {}
    for one in emoji():
        if one.icon in drawn:
            continue
        name = one.icon if one.icon not in known else f"{one.icon}-emoji"
        fields: dict[str, Any] = {"art": f"noto:{one.icon}"}
        trade = re.sub(r"^(?:wo)?man-", "", one.icon)
        person = re.sub(r"^(?:wo)?man-", "person-", one.icon)
        look = _look_of().get(one.icon) or _look_of().get(person)
        if look is not None:
            fields.update(msgspec.to_builtins(look))
        elif trade in drawn and trade != one.icon:
            fields["like"] = drawn[trade]
        else:
            fields.update(msgspec.to_builtins(_looks().groups[one.group]))
        found[name] = fields
    return found


def spoken(lang: EmojiLanguage, kinds: Mapping[str, str], verbs: Iterable[str]) -> dict[str, str]:
    """By name, the kind: those names that may stand in a sentence without being taken for something else.

    `kinds` maps icons to kinds. Names of feelings and signs are everyday words ("tired", 无语): they count by themselves
    only, as do names that hold a verb ("woman running"), which the grammar reads.
    """
    groups = frozenset(_looks().sentences["groups"])
    apart = frozenset(_looks().sentences[lang])
    found: dict[str, str] = {}
    verbs = frozenset(verbs)
    for one in emoji():
        name = _name(one, lang)
        if one.icon in _looks().scenes:
            continue
        feeling = lang == "en" and " " in name and one.group == "Smileys & Emotion"
        if name in apart or one.icon not in kinds or not (one.group in groups or feeling):
            continue
        if not _PLAIN.fullmatch(name):
            continue
        if lang == "zh" and not verbs.isdisjoint(_stretches(name)):
            continue
        if lang == "en" and ((one.group == "People & Body" and " " not in name) or _any_of(name, verbs)):
            continue
        found.setdefault(name, kinds[one.icon])
    return found


def _stretches(name: str) -> Iterator[str]:
    """All that stands in it: every run of its characters."""
    return (name[start:end] for start in range(len(name)) for end in range(start + 1, len(name) + 1))


def _any_of(name: str, verbs: Iterable[str]) -> bool:
    return not set(re.split(r"[ -]", name)).isdisjoint(verbs)


@cache
def whole(lang: EmojiLanguage) -> Mapping[str, str]:
    """By name in lower case, the icon: every name, for a prompt that is nothing else. Scenes are read as their words, and so
    are people in a pose that a whole figure shows better."""
    found: dict[str, str] = {}
    for one in emoji():
        if one.icon not in _looks().scenes and one.icon not in _looks().sentences["poses"]:
            found.setdefault(_name(one, lang), one.icon)
    return MappingProxyType(found)


def _name(one: Emoji, lang: EmojiLanguage) -> str:
    return (one.en if lang == "en" else one.zh).lower().replace("\u2019", "'")


@cache
def _scenes() -> Mapping[str, Mapping[EmojiLanguage, str]]:
    """By sign or by name, the words of the scene that the icon shows."""
    words = _looks().scenes
    found: dict[str, Mapping[EmojiLanguage, str]] = {}
    for one in emoji():
        if one.icon in words:
            found[one.sign] = words[one.icon]
            for lang in ("en", "zh"):
                found[_name(one, lang)] = words[one.icon]
    return MappingProxyType(found)


_TONED = f"[{''.join(sorted(_TONES))}]*"


@cache
def _scene_signs() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\u200d)("
        + "|".join(re.escape(sign) for sign in _scenes() if not sign[0].isalnum())
        + ")"
        + _TONED
    )


def in_words(text: str, lang: EmojiLanguage, *, new: bool = True) -> str:
    """The text with signs that show a place and an hour told in words: 🌃 is "a city at night", and no tile with one.

    So is the bare name of one in a `new` wish; "sunset" of a picture that is there is only the hour.
    """
    whole_ = _scenes().get(text.strip().lower())
    if whole_ is not None and (new or text.strip()[0] in _first()):
        return whole_[lang]
    comma = "，" if lang == "zh" else ", "
    return _scene_signs().sub(lambda match: f"{comma}{_scenes()[match[1]][lang]}", text)


@cache
def feelings() -> frozenset[str]:
    """Signs that people put behind a sentence without asking for a picture of them."""
    extra = _looks().sentences["politeness"]
    return frozenset(one.sign for one in emoji() if one.group == "Smileys & Emotion" or one.icon in extra)


@cache
def _first() -> frozenset[str]:
    return frozenset(one.sign[0] for one in emoji())


def tone_in(sign: str) -> str | None:
    """The tone of skin that a sign with its modifiers tells (👩🏾), as `complexion.toml` names it."""
    return next((tone for mark, tone in _SKINS.items() if mark in sign), None)


def sign_at(text: str, at: int, known: Mapping[str, str]) -> tuple[str, int] | None:
    """The longest sign that begins at an offset of the text, and where it ends; None where none does."""
    if text[at] not in _first():
        return None
    plain, best = "", None
    for end in range(at, min(at + _LONGEST, len(text))):
        if text[end] not in _TONES:
            plain += text[end]
        if plain in known:
            best = (plain, end + 1)
    return best

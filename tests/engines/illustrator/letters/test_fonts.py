"""The fonts of pictures."""

from __future__ import annotations

import subprocess
import sys

import pytest

from paintover.engines.illustrator.letters.fonts import has_letter, settable, unsettable
from paintover.engines.illustrator.letters.lettering import set_text

TEXTS = {
    "zh": "你好，世界！繁體龍貓臺灣“引号”……《书》",
    "en": "The quick brown fox — “jumps” over it's 10 % & more…",
    "ja": "こんにちは、カタカナ。「猫」ー々〆",
    "ko": "안녕하세요, 고양이 뷁 쀍",
    "es": "¿Qué tal, niño? ¡Él pingüino!",
    "fr": "À bientôt, œuvre, naïve, ça où",
    "de": "Größe, Straße, Äpfel „so“",
    "ru": "Съешь ещё этих мягких булок, Ёж",
    "pt": "São João, coração, à avó",
    "ar": "السلام عليكم، كيف الحال؟ ١٢٣",
}


@pytest.mark.parametrize("language", TEXTS)
def test_every_letter_of_the_ten_languages_is_there(language: str) -> None:
    assert unsettable(TEXTS[language]) == ""
    assert settable(TEXTS[language]) == TEXTS[language]


def test_what_no_font_has_is_left_out_and_told() -> None:
    assert settable("I \U0001f389 you\x07\u202e\n\nso") == "I you so"
    assert unsettable("party \U0001f389\U0001f389 สวัสดี") == "\U0001f389สวัดี"
    assert not has_letter("\U0001f389")
    assert has_letter(" ")


@pytest.mark.parametrize("language", TEXTS)
def test_letters_differ_from_each_other(language: str) -> None:
    """A box stands for every letter that a font lacks, so all of them would look the same."""
    shapes = {set_text(letter, 40, 400).tobytes() for letter in set(TEXTS[language]) if letter.isalpha()}
    assert len(shapes) > 0.85 * len({letter for letter in TEXTS[language] if letter.isalpha()})


def test_arabic_letters_are_joined() -> None:
    apart = sum(set_text(letter, 60, 900).shape[1] for letter in "سلام")
    assert set_text("سلام", 60, 900).shape[1] < 0.8 * apart


def test_the_fonts_of_the_system_are_left_out() -> None:
    """Fontconfig reads its file once in a process and complains aloud where it finds none, then takes the system's."""
    letters = "from paintover.engines.illustrator.letters.fonts import load; load()"
    said = subprocess.run([sys.executable, "-c", letters], capture_output=True, text=True, check=True)
    assert said.stderr == ""

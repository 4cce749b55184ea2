"""What English says people do, hold and have on is about those who are there, and puts what they have on them."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk

_TWO = "a man and a girl in a park"


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        ("he's got a suit on", "Added: suit – worn by the man"),
        ("she has boots on", "Added: boots – worn by the girl"),
        ("they have hats on", "Added: hats × 2 – worn by the man and the girl"),
        ("he's got a balloon", "Added: balloon – held by the man"),
        ("change his clothes to a suit", "Added: suit – worn by the man"),
        ("he changes into a suit", "Added: suit – worn by the man"),
        ("both in a lab coat", "Added: lab coat × 2 – worn by the man and the girl"),
        ("dress him as a photographer", "Added: camera – held by the man"),
        ("they have umbrellas", "Added: umbrellas × 2 – held by the man and the girl"),
        ("everyone has a balloon", "Added: balloon × 2 – held by the man and the girl"),
        ("they have an umbrella", "Added: umbrella – held by the man"),
        ("have her have a cake", "Added: cake – held by the girl"),
    ],
)
def test_what_people_have_is_on_them_or_in_hand(edit: str, told: str) -> None:
    answer = talk(f"{_TWO} => {edit}")[-1]
    assert answer.told == told
    assert not answer.notes


@pytest.mark.parametrize(
    "edit",
    [
        "she is holding a kitten",
        "the girl carries a kitten",
        "give her a kitten to hold",
        "let her cuddle a kitten",
    ],
)
def test_a_small_animal_is_in_the_arms(edit: str) -> None:
    assert talk(f"{_TWO} => {edit}")[-1].told == "Added: kitten – held by the girl"


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        ("he dances with her", "Changed: man – dancing; girl – dancing"),
        ("have her wave with him", "Changed: man – waving; girl – waving"),
        ("the man and the girl argue", "Changed: man – fighting; girl – fighting"),
        ("they make up", "Changed: man – hugging; girl – hugging, close to the man"),
        ("they sing a song", "Added: microphone × 2 – held by the man and the girl"),
        (
            "make them throw pillows",
            "Changed: man – throwing; girl – throwing. Added: pillows × 2 – held by the man and the girl",
        ),
        ("they have sad faces", "Changed: man – sad; girl – sad"),
        ("make him look through a telescope", "Added: telescope – held by the man"),
        (
            "the man paints a fence",
            "Changed: man – beside the fence. Added: fence; paintbrush – held by the man",
        ),
    ],
)
def test_deeds_are_of_those_who_are_there(edit: str, told: str) -> None:
    assert talk(f"{_TWO} => {edit}")[-1].told == told


def test_they_marry_as_bride_and_groom() -> None:
    told = talk("a man and a woman in a park => they get married")[-1].told
    assert told.startswith("Changed: groom – instead of man; bride – instead of woman")


def test_what_is_pushed_stands_on_the_ground() -> None:
    for what in ("cart", "box"):
        told = talk(f"{_TWO} => make him push a {what}")[-1].told
        assert told.startswith("Changed: man – pushing")
        assert "held" not in told


def test_a_costume_that_nothing_makes_out_brings_nobody() -> None:
    answer = talk(f"{_TWO} => dress the girl as a mermaid")[-1]
    assert answer.told == "I can't draw “mermaid costume”; it was left out"
    assert len(answer.scene.objects) == 2


def test_nobody_hugs_with_an_umbrella_in_hand() -> None:
    answer = talk(f"{_TWO} => they have umbrellas => they hug")[-1]
    assert "pose" not in answer.told
    assert "in that pose" in " ".join(answer.notes)


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        ("he looks dizzy", "Changed: man – dizzy"),
        ("the man feels sick", "Changed: man – sick"),
        ("she is curious", "Changed: girl – puzzled"),
        ("make her blush", "Changed: girl – shy"),
        ("he is miserable", "Changed: man – sad"),
        ("she is cold", "I can't draw the girl cold; I can replace, remove, recolour or resize instead"),
    ],
)
def test_how_people_feel(edit: str, told: str) -> None:
    assert talk(f"{_TWO} => {edit}")[-1].told == told


def test_how_people_feel_in_chinese() -> None:
    answers = talk("一个男孩和一只熊 => 男孩头晕 => 熊生病了 => 男孩脸红了")
    assert [answer.told for answer in answers] == ["改了：男孩——头晕", "改了：熊——生病", "改了：男孩——脸红"]


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        (
            "a king and a queen => they wear red capes",
            "Added: capes × 2 – red, worn by the king and the queen",
        ),
        (
            "a witch and a wizard in a forest => the witch points her wand at him",
            "Changed: witch – turned to wizard. Added: wand – held by the witch",
        ),
        (f"{_TWO} => they clink glasses", "Added: wine × 2 – held by the man and the girl"),
        (f"{_TWO} => they skip rope", "Added: jump rope × 2 – held by the man and the girl"),
        (f"{_TWO} => they wave at the camera", "Changed: man – waving; girl – waving"),
        (f"{_TWO} => he's in a grey suit", "Added: suit – grey, worn by the man"),
        (f"{_TWO} => she has gloves on", "Added: gloves – worn by the girl"),
        (f"{_TWO} => he feels sick => he feels better", "Changed: man – its own expression"),
        (
            "a farmer and his wife => she carries a baby => he's got a hammer",
            "Added: hammer – held by the farmer",
        ),
        ("a doctor and a boy => the doctor has a mask on", "Added: surgical mask – worn by the doctor"),
    ],
)
def test_deeds_and_clothes_in_other_words(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        ("he tickles her", "Changed: man – reaching, beside the girl"),
        ("he hands a letter to her", "Changed: girl – reading. Added: letter – held by the girl"),
        ("he puts a hat on her", "Added: hat – worn by the girl"),
        ("he proposes to her", "Changed: man – kneeling, beside the girl. Added: ring – held by the man"),
    ],
)
def test_what_one_does_to_the_other(edit: str, told: str) -> None:
    assert talk(f"{_TWO} => {edit}")[-1].told == told

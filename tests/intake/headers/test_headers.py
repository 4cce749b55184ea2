"""The reader of headers refuses by itself what must never reach a decoder, and changes no honest picture."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paintover.domain.errors import BadPicture
from paintover.intake.headers import Bounds, measure
from tests.intake.bombs import bombs, honest_files

LEFT_TO_OTHERS = {"png with a wrong sum", "21 MiB"}
"""Sums are the decoder's to check, the file's length is `accept_picture`'s."""
FILES = honest_files()


@pytest.mark.parametrize("name", sorted(set(bombs()) - LEFT_TO_OTHERS))
def test_bombs_are_refused_before_any_decoder(name: str) -> None:
    with pytest.raises(BadPicture) as caught:
        measure(bombs()[name], Bounds())
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize("name", FILES)
def test_honest_pictures_are_measured(name: str) -> None:
    measured = measure(FILES[name], Bounds())
    assert (measured.width, measured.height) == (64, 48)
    assert name.startswith(measured.format)
    assert measure(measured.body, Bounds()) == measured


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(sorted(FILES)), st.data())
def test_any_change_is_measured_or_refused(name: str, draw: st.DataObject) -> None:
    """The reader alone, so that many more changes are tried than a decoder has time for."""
    file = bytearray(FILES[name])
    for _ in range(draw.draw(st.integers(1, 6))):
        at = draw.draw(st.integers(0, min(len(file), 700) - 1))
        file[at] = draw.draw(st.integers(0, 255))
    with suppress(BadPicture):
        measured = measure(bytes(file), Bounds())
        assert 1 <= measured.width <= 16_384
        assert 1 <= measured.height <= 16_384
        assert measured.width * measured.height <= Bounds().max_pixels
        assert len(measured.body) <= len(file) + 2


@pytest.mark.parametrize("name", ["png", "jpeg", "jpeg progressive", "webp", "gif", "avif"])
def test_no_part_of_a_picture_is_a_whole_one(name: str) -> None:
    whole = FILES[name]
    for length in range(0, len(whole) - 16, 7):
        with pytest.raises(BadPicture):
            measure(whole[:length], Bounds())

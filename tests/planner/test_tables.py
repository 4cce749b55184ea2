from __future__ import annotations

import pytest

from paintover.planner.tables import LANGUAGES, table
from paintover.planner.wording import BECAUSE

GROUPS = {
    "reference": {
        "most", "fewest", "comes", "number",
        "ordinal", "from_end", "batch", "both", "ago", "first", "root", "latest", "previous", "own_upload", "described", "branch",
        "label", "before", "here", "lead", "connector_before", "connector_after", "thing", "nth", "placed_into", "goes_on_describing", "thing_but", "within",
    },
    "intent": {
        "same_again",
        "new", "draw", "same_style", "redo", "undo", "undo_steps", "undo_twice", "correction", "instead", "merge",
        "request", "question_mark", "question_word", "imperative", "pronoun", "smalltalk", "not_before", "not_after", "not_start", "bare_new",
        "style_words", "into_this", "statement", "place", "merge_from", "merge_from_tail", "contrast", "meaning", "draw_after_failure",
        "goes_on", "closing", "likewise", "adjust", "each", "listed", "dismissal", "discard", "question_sure",
        "other_one", "rejects", "first_look", "one_more", "one_more_of_it", "drawn_again", "all_together", "two_together",
        "restyled", "shared",
    },
    "instruction": {
        "add", "remove", "replace", "attribute_only", "no_instruction", "drop_lead", "drop_tail", "negation", "still", "definite",
        "definite_end", "phrase_break", "indefinite", "demonstrative", "alter", "altered", "unchanged", "excluding", "wish_light", "forbids", "subject",
        "placed_end", "sigh", "fresh", "shape_of_thing", "swaps",
    },
    "count": {"count", "linking", "one_picture", "count_bare"},
    "scene": {"begins", "changes", "attaches", "places", "beside", "joins", "refers", "never", "happens", "known", "arrives", "stands_at", "unnumbered", "does", "verb", "at", "object", "rests", "lacks", "brings", "piece", "idles", "pair"},
}  # fmt: skip
EVERYWHERE = (
    "ordinal",
    "first",
    "latest",
    "described",
    "undo",
    "redo",
    "new",
    "draw",
    "same_style",
    "merge",
    "correction",
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_has_only_names_that_the_planner_reads(language: str) -> None:
    cues = table(language)
    for group, names in GROUPS.items():
        assert set(getattr(cues, group)) <= names, group


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_basics(language: str) -> None:
    cues = table(language)
    assert all(cues.reference.get(name) or cues.intent.get(name) for name in EVERYWHERE)
    assert cues.keep_as_it_is
    assert cues.ratio
    assert cues.stop


@pytest.mark.parametrize("language", LANGUAGES)
def test_patterns_that_must_have_a_group_have_it(language: str) -> None:
    cues = table(language)
    assert all(
        "d" in cue.groupindex for name in ("described", "branch") for cue in cues.reference.get(name, ())
    )
    assert all("n" in cue.groupindex for cue in cues.count.get("count", ()))
    assert all(
        "x" in cue.groupindex
        for name in ("remove", "negation", "replace")
        for cue in cues.instruction.get(name, ())
    )
    assert all("n" in cue.groupindex for cue in cues.intent.get("undo_steps", ()))


def test_no_pattern_matches_nothing_at_all() -> None:
    for language in LANGUAGES:
        cues = table(language)
        for group in ("reference", "intent", "count"):
            for name, patterns in getattr(cues, group).items():
                assert not any(cue.fullmatch("") for cue in patterns), (language, name)


def test_a_number_is_read_from_words_and_digits() -> None:
    assert table("zh").number("三") == 3
    assert table("zh").number("12") == 12
    assert table("en").number("Third") == 3
    assert table("en").number("4th") == 4
    assert table("en").number("many") is None


def test_every_rule_has_a_sentence_in_both_dialects() -> None:
    assert all(chinese and english and chinese != english for chinese, english in BECAUSE.values())

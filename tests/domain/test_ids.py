from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from typeid import TypeID

from paintover.domain.ids import is_gen_id, is_task_id, new_gen_id, new_task_id


def test_new_ids_are_typeids_and_sort_by_time() -> None:
    minted = [new_gen_id() for _ in range(1000)]
    assert len(set(minted)) == 1000
    assert [name[:14] for name in minted] == sorted(name[:14] for name in minted)
    assert all(is_gen_id(name) and not is_task_id(name) for name in minted)
    assert is_task_id(new_task_id())


def test_the_seeds_ids_are_ids() -> None:
    assert is_gen_id("gen_01jqwte8yjf7haxqc521b7z2wf")
    assert is_task_id("task_01jqwtd9rvev28cr2kechxszq1")


@given(st.text(max_size=40) | st.from_regex(r"gen_[0-9a-z]{26}\n?", fullmatch=True))
def test_only_what_the_typeid_specification_allows_is_an_id(text: str) -> None:
    try:
        parsed = TypeID.from_string(text)
        allowed = parsed.prefix == "gen" and str(parsed) == text
    except Exception:  # noqa: BLE001 - the library refuses in many ways; every one means "no id"
        allowed = False
    assert is_gen_id(text) == allowed

from __future__ import annotations

from paintover.domain.lineage import Edge, lineage_of, root_of

TREE: dict[str, tuple[str, ...]] = {"a": (), "b": ("a",), "c": ("a",), "m": ("b", "c"), "x": ("elsewhere",)}


def test_the_root_is_the_oldest_along_first_sources() -> None:
    assert root_of("m", TREE) == "a"
    assert root_of("x", TREE) == "x"


def test_a_loop_ends() -> None:
    assert root_of("p", {"p": ("q",), "q": ("p",)}) in ("p", "q")


def test_a_merge_has_two_edges() -> None:
    lineage = lineage_of("m", TREE, ["a", "b", "c", "m"])
    assert lineage.root == "a"
    assert lineage.nodes == ("a", "b", "c", "m")
    assert set(lineage.edges) == {
        Edge(parent=p, child=c) for p, c in (("a", "b"), ("a", "c"), ("b", "m"), ("c", "m"))
    }

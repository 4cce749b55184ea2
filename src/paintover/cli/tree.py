"""The pictures of a conversation as a tree of lines: each stands under the first picture that it was made of, and names
the others that were merged into it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple


class Node(NamedTuple):
    """A picture and what it was made of, the first source first. `label` is its number, or "" for one from elsewhere."""

    gen_id: str
    label: str
    words: str
    sources: tuple[str, ...]


class Line(NamedTuple):
    """One line of the tree: what is drawn before the node, the node, and the further sources of a merge."""

    branch: str
    node: Node
    others: tuple[str, ...]


def tree_lines(nodes: Sequence[Node]) -> list[Line]:
    """The lines of the whole forest, in the order in which the pictures were made. A source that is no node does not
    count; a circle, which only a forged record can have, is cut where it begins."""
    known = {node.gen_id: node for node in nodes}
    children: dict[str, list[Node]] = {}
    roots: list[Node] = []
    for node in nodes:
        if (trunk := _trunk(node, known)) is None:
            roots.append(node)
        else:
            children.setdefault(trunk, []).append(node)
    lines: list[Line] = []
    for root in roots:
        lines += _below(root, children, known)
    told = {line.node.gen_id for line in lines}
    lines += [Line("", node, ()) for node in nodes if node.gen_id not in told]
    return lines


def _trunk(node: Node, known: Mapping[str, Node]) -> str | None:
    return next((name for name in node.sources if name in known and name != node.gen_id), None)


def _below(root: Node, children: Mapping[str, list[Node]], known: Mapping[str, Node]) -> Iterator[Line]:
    """A root and everything that came of it, without recursion: a chain may be long. An only child stands straight below
    its parent, in the same column, so that a chain of edits does not wander off the screen."""
    waiting = [(root, "", "")]
    while waiting:
        node, before, below = waiting.pop()
        trunk = _trunk(node, known)
        others = tuple(name for name in dict.fromkeys(node.sources) if name in known and name != trunk)
        yield Line(before, node, others)
        born = children.get(node.gen_id, [])
        if len(born) == 1:
            waiting.append((born[0], below, below))
            continue
        for child in reversed(born):
            is_last = child is born[-1]
            waiting.append((child, below + ("└─" if is_last else "├─"), below + ("  " if is_last else "│ ")))

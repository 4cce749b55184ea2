"""Edits that were done to somebody else, or to nobody, held by what the answer says they changed."""

from __future__ import annotations

import pytest

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.editing.account import account
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.staging.layout import arrange


def _said(wish: str, *edits: str) -> str | None:
    """What the answer to the last edit says."""
    scene = before = arrange(compose_scene(wish, ratio="1:1", seed=3, language="en").scene)
    for edit in edits:
        before = scene
        done = edit_scene(edit, [scene], ratio="1:1", seed=3, language="en")
        scene = arrange(done.scene, former=done.former)
    return account([before], scene, "en")


@pytest.mark.parametrize(
    ("wish", "edits", "line"),
    [
        ("a chef in a kitchen and a cat", ("make the chef angry at the cat",), "Changed: chef – angry, turned to cat"),
        ("a girl and a bear", ("make the girl scared of the bear",), "Changed: girl – scared, turned to bear"),
        ("a knight and a dragon", ("turn the knight to face the dragon",), "Changed: knight – turned to dragon"),
        ("a vase of flowers on a table", ("make the flowers roses",), "Changed: roses × 3 – instead of flowers"),
        ("a vase of tulips on a table", ("make the tulips bigger",), "Changed: tulips × 3 – larger"),
        ("a girl and a sleeping dog", ("open its eyes",), "Changed: dog – standing"),
        ("a mermaid sitting on a rock", ("add a seahorse", "put a crown on her head"), "Added: crown – worn by the mermaid"),
        ("a girl with a dog", ("add a ball", "give her a hat"), "Added: hat – worn by the girl"),
        ("a boy and a cat", ("add a tree", "put a bird next to him"), "Added: bird – beside the boy"),
        ("a baby crying in a crib", ("make it laugh",), "Changed: baby – laughing"),
        ("a boy in a bedroom with a bed", ("put a book on the boy's bed",), "Added: book – on the bed"),
        ("a singer on a stage", ("add an audience in front of the singer",), "Added: spectator crowd"),
        ("a man and a horse", ("add spectators",), "Added: spectators × 3"),
        ("a wedding couple in front of a church", ("give the bride a bouquet",), "Added: bouquet – held by the bride"),
    ],
)  # fmt: skip
def test_the_one_who_is_meant_changes(wish: str, edits: tuple[str, ...], line: str) -> None:
    assert _said(wish, *edits) == line


@pytest.mark.parametrize("edit", ["they should face each other", "make the dog and the cat face each other"])
def test_two_face_each_other(edit: str) -> None:
    scene = arrange(compose_scene("a dog and a cat", ratio="1:1", seed=3, language="en").scene)
    done = edit_scene(edit, [scene], ratio="1:1", seed=3, language="en")
    after = arrange(done.scene, former=done.former)
    dog, cat = (next(one for one in after.objects if one.kind == kind) for kind in ("dog", "cat"))
    assert dog.at == cat.id
    # The cat, drawn from the side, looks to where the dog is.
    towards_right = after.layout[dog.id].x > after.layout[cat.id].x
    assert after.layout[cat.id].flip == towards_right


def test_three_have_no_other() -> None:
    scene = arrange(compose_scene("a dog, a cat and a horse", ratio="1:1", seed=3, language="en").scene)
    with pytest.raises(NotDrawable):
        edit_scene("they should face each other", [scene], ratio="1:1", seed=3, language="en")


@pytest.mark.parametrize(
    ("wish", "edits", "line"),
    [
        ("three boys", ("put hats on them",), "Added: hats × 3 – worn by the boys"),
        ("a soccer player and a goalkeeper", ("the goalkeeper dives",), "Changed: goalkeeper – diving"),
        ("three friends having pizza", ("add a fourth friend",), "Added: person"),
        ("a cat at a table", ("put drinks on the table",), "Added: glasses of juice × 3 – on the table"),
        ("a man with a beard", ("shave him",), "Removed: beard"),
        ("a man drinking beer", ("put him in a cafe",), "Now: cafe"),
        ("a cat on a sofa", ("put the cat on the beach",), "Now: beach"),
        ("a snowy cabin with smoke from the chimney", ("a deer is looking at the cabin",), "Added: deer"),
        ("a market stall", ("a customer holds a bag",), "Added: customer; bag – held by the customer"),
    ],
)  # fmt: skip
def test_everyday_words_are_known(wish: str, edits: tuple[str, ...], line: str) -> None:
    assert _said(wish, *edits) == line


def test_both_are_put_where_it_is_said() -> None:
    said = _said("a teddy bear on a bed", "add a doll next to it", "put them both under the blanket")
    assert said is not None
    assert "bed –" not in said

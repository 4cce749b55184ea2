"""Orders about those who are there are carried out on each of them, and on nobody else."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        (
            "a dog with a newspaper => take the newspaper away from the dog",
            "Changed: dog – standing. Removed: newspaper",
        ),
        (
            "a girl with a balloon => take the balloon away from her",
            "Changed: girl – standing. Removed: balloon",
        ),
        ("a dog and a cat => take the hat off the cat", "There is no hat in the picture"),
        (
            "three girls and two boys => make the girls old",
            "Changed: old woman × 3 – instead of girls",
        ),
        (
            "a girl and a boy => make them old => make them young again",
            "Changed: woman – instead of old woman; man – instead of old man",
        ),
        (
            "a dog and a cat => give the dog a hat, and the cat too",
            "Added: hat × 2 – worn by the dog and the cat",
        ),
        (
            "a boy and a girl => put a scarf on the girl, and on the boy too",
            "Added: scarf × 2 – worn by the girl and the boy",
        ),
        (
            "a girl and a boy => one is tall and the other is short",
            "Changed: girl – taller; boy – shorter",
        ),
        (
            "a man in a red shirt and a woman in a blue shirt => swap their shirts",
            "Changed: right shirt – blue; left shirt – red",
        ),
        ("a family of four having a picnic => remove one of the kids, the boy", "Removed: boy"),
        ("three girls and two boys => remove the two left girls", "Removed: 2 of the 3 girls"),
        ("a boy and a girl => her hair longer", "Changed: girl – long hair"),
        (
            'a street with two signs => write "closed" on the right one',
            "Changed: right sign – says “closed”",
        ),
    ],
)
def test_as_ordered(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("a boy and a girl => her hair curly and red", "Changed: girl – red curly hair"),
        (
            "a couple on a bench => her dress longer, and make it yellow",
            "Added: long dress – yellow, worn by the woman",
        ),
        (
            "a boy and a girl in a blue dress => make her dress longer",
            "Changed: long dress – instead of dress, blue",
        ),
        ("a bride and groom at a table => his suit white instead", "Changed: tuxedo – white"),
        (
            "a girl and her brother building a snowman => take his hat and put it on the snowman",
            "There is no hat in the picture",
        ),
        (
            "a boy in a cap and a dog => take his cap and put it on the dog",
            "Changed: cap – worn by the dog, smaller, tilted",
        ),
        ("a boy and a girl in a park at night => add some stars", "Now: stars – more"),
        (
            "a boy at a table => have him eat some cake",
            "Changed: boy – eating. Added: cake – held by the boy",
        ),
    ],
)
def test_what_they_have_on_and_get(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told

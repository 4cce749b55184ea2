"""Two or three words of who is in the picture."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk

_CLASS = "a teacher and three students in a classroom"


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("a chef cooking in a kitchen => chef is a panda", "Changed: panda – instead of chef"),
        ("two boys => boys are girls", "Changed: girls × 2 – instead of boys"),
        ("a girl and a dog => girl is sad", "Changed: girl – sad"),
        (f"{_CLASS} => students raise their hands", "Changed: students × 3 – raising both arms"),
        (f"{_CLASS} => bell rings", "I can't draw “bell rings”; it was left out"),
        ("three dogs in a park => dogs running", "Changed: dogs × 3 – running"),
        ("three dogs in a park => dogs with hats", "Added: hats × 3 – worn by the dogs"),
        ("three dogs in a park => dogs everywhere", "Added: dogs × 3"),
        ("a boy and a girl => cats playing", "Added: cats × 3 – running"),
        ("two girls in a park => blue hats", "Added: hats × 2 – blue, worn by the girls"),
        ("a girl in a red hat => hat blue", "Changed: hat – blue"),
        ("a chef cooking in a kitchen => cat steals a fish", "Added: cat; fish – held by the cat"),
        ("a chef cooking in a kitchen => he's panicking", "Changed: chef – scared"),
        ("a farmer and three chickens near a barn => kids chasing chickens", "Added: kids × 3 – running, to the right of the chickens"),
        ("a farmer and a cow near a barn => farmer's wife", "Added: wife"),
        ("a cat and a tree => huge cat", "Changed: cat – larger"),
        ("a boy and a dog at the beach => they run into the water", "Changed: boy – in the water, smaller; dog – in the water, smaller. Moved: boy – up; dog – up"),
        ("two kids building a sandcastle at the beach => swimsuits", "Added: swimsuits × 2 – worn by the kids"),
        ("two kids building a sandcastle at the beach => striped umbrella behind them", "Added: umbrella – striped, behind the kids"),
        ("two kids building a sandcastle at the beach => give each a shovel", "Added: shovel × 2 – held by the kids"),
        ("two kids building a sandcastle at the beach => dog digging", "Added: dug hole; dog – beside the dug hole"),
        ("a mom and a baby in a kitchen => dad comes in", "Added: dad"),
        ("a boy with a skateboard => his friends laugh", "Added: children × 2 – laughing"),
        ("a couple dancing => he spins her", "I can't draw “man” in that pose; drawn as usual"),
        ("a couple dancing on a rug by a sofa => cat watching them from the sofa", "Added: cat – on the sofa"),
        ("a man sitting on a bench => empty bench", "Removed: man"),
        ("a man sitting on a bench => only the bench", "Removed: man"),
        ("a man sitting on a bench => closer", "Changed: bench – larger"),
        ("a man sitting on a bench => bearded", "Added: beard – on the man"),
    ],
)  # fmt: skip
def test_it_is_about_who_is_there(talked: str, told: str) -> None:
    answer = talk(talked)[-1]
    assert (answer.told, answer.notes) == (told, ())


@pytest.mark.parametrize(
    ("talked", "more"),
    [
        ("a girl and a tree in a meadow => move the tree a bit to the left => a bit more", False),
        ("a sky => add three clouds => a bit more", True),
    ],
)
def test_a_bit_more_brings_no_others_of_what_is_alone(talked: str, more: bool) -> None:
    before, after = talk(talked)
    assert (len(after.scene.objects) > len(before.scene.objects)) == more

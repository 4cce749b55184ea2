"""Several looks at once are all given."""

from __future__ import annotations

import pytest

from paintover.domain.call import Language
from paintover.engines.illustrator.editing.account import account
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.staging.layout import arrange


@pytest.mark.parametrize(
    ("wish", "edit", "told"),
    [
        ("a dog on a sofa", "make the dog bigger and red", "Changed: dog – red, larger"),
        ("a dog on a sofa", "make it bigger and orange", "Changed: dog – orange, larger"),
        ("a dog on a sofa", "make the dog happy and red", "Changed: dog – red, happy"),
        ("a dog on a sofa", "make the dog sit and smile", "Changed: dog – sitting, happy"),
        ("a dog on a sofa", "turn the dog red and big", "Changed: dog – red, larger"),
        ("a dog on a sofa", "bigger and red please", "Changed: dog – red, larger"),
        ("a dog and a cat", "make the dog bigger and the cat red", "Changed: dog – larger; cat – red"),
        ("a dog and a cat", "make the dog red and the cat bigger", "Changed: dog – red; cat – larger"),
        ("a dog and a cat", "make both bigger and blue", "Changed: dog – blue, larger; cat – blue, larger"),
        ("a dog and a cat", "make the cat black and white", "Changed: cat – black, patched, white"),
        ("a ball and a cat", "paint the ball red and blue", "Changed: ball – red, striped, blue"),
        ("a dog and a cat", "make the dog run and the cat sleep", "Changed: dog – running; cat – sleeping"),
        ("a dog and a cat", "add a big and red ball", "Added: ball – red"),
        ("沙发上一只狗", "把狗变大变红", "改了：狗——红色、变大"),
        ("沙发上一只狗", "把狗变成红色并且变大", "改了：狗——红色、变大"),
        ("沙发上一只狗", "狗大一点而且要红色", "改了：狗——红色、变大"),
        ("沙发上一只狗", "让狗变大然后睡觉", "改了：狗——睡着、变大"),
        ("沙发上一只狗", "让小狗坐下并且微笑", "改了：狗——坐着、开心"),
    ],
)  # fmt: skip
def test_all_of_them_are_given(wish: str, edit: str, told: str) -> None:
    language: Language = "en" if wish.isascii() else "zh"
    base = arrange(compose_scene(wish, ratio="1:1", seed=3, language=language).scene)
    composed = edit_scene(edit, [base], ratio="1:1", seed=4, language=language)
    assert account([base], arrange(composed.scene, former=composed.former), language) == told
    assert composed.notes == ()

"""Edits whose words are known and that cannot be done are refused, and never done to something else."""

from __future__ import annotations

import pytest

from paintover.domain.call import Language
from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene


def language_of(text: str) -> Language:
    return "en" if text.isascii() else "zh"


@pytest.mark.parametrize(
    ("prompt", "edit", "why"),
    [
        ("房间里的一只猫", "把天空变成粉色", "图里没有天空"),
        ("画个牛马", "把太阳变成红色", "太阳是背景的一部分"),
        ("晚上的一头牛", "去掉太阳", "图里没有太阳"),
        ("a cat", "make the sun red", "The sun is part of the backdrop"),
        ("画个牛马", "把图片旋转90度", "整张图不能旋转"),
        ("a cat", "rotate the picture 90 degrees", "The picture as a whole"),
        ("a cat", "crop the picture", "The picture as a whole"),
        ("一只猫", "换个角度", "画里的东西只有一个角度"),
        ("一只猫", "从背后看", "画里的东西只有一个角度"),
        ("a cat", "show it from behind", "I draw everything from one side"),
        ("a cat", "another angle please", "I draw everything from one side"),
        ("雪山下面有个湖，湖边有个小木屋", "山再高一点", "山是背景的一部分"),
        (
            "a lake with snowy mountains, a cabin",
            "make the mountains taller",
            "The mountains are part of the backdrop",
        ),
        ("卧室里一只猫", "被子变厚一点", "被子是背景的一部分"),
        ("a cat in a bedroom", "make the quilt bigger", "The quilt is part of the backdrop"),
        ("客厅里一只猫", "被子换成蓝色的", "图里没有被子"),
        ("海边有一座灯塔", "灯塔刷成红白条纹的", "图里已经是这样了"),
        (
            "a lighthouse on a cliff",
            "paint the lighthouse with red and white stripes",
            "The picture is already like that",
        ),
        ("桌上有一碗拉面", "碗换成白色的", "图里已经是这样了"),
        ("a bowl of beef noodles on a table", "make the bowl white", "The picture is already like that"),
    ],
)
def test_what_is_out_of_reach_is_said(prompt: str, edit: str, why: str) -> None:
    scene = compose_scene(prompt, ratio="1:1", seed=5, language=language_of(prompt)).scene
    with pytest.raises(NotDrawable) as caught:
        edit_scene(edit, [scene], ratio="1:1", seed=5, language=language_of(edit))
    assert caught.value.message.startswith(why)


@pytest.mark.parametrize(
    ("prompt", "edit"),
    [
        ("a cat and a dog", "make the dog blue"),
        ("a cat and a dog", "add a red kite in the sky"),
        ("画个牛马", "给马戴一顶白色的帽子"),
        ("画个牛马", "换到海边，晚上"),
        ("a cat and a dog", "make the background blue"),
        ("画个牛马", "把天空变成粉色"),
        ("画个牛马", "去掉云"),
        ("画个牛马", "改成黑白线稿"),
        ("画一朵红花和一个太阳", "把太阳去掉"),
        ("a bed in a bedroom", "make the quilt red"),
        ("卧室里一张床", "被子换成绿色的"),
        ("卧室里一只猫", "被子换成蓝色的"),
        ("a cat in a bedroom", "make the quilt blue"),
        ("a bowl of noodles on a table", "make the bowl blue"),
        ("海边有一座灯塔", "灯塔刷成蓝白条纹的"),
    ],
)
def test_what_can_be_done_is_done(prompt: str, edit: str) -> None:
    scene = compose_scene(prompt, ratio="1:1", seed=5, language=language_of(prompt)).scene
    assert edit_scene(edit, [scene], ratio="1:1", seed=5, language=language_of(edit)).scene != scene

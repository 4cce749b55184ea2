"""What is said of who has what on goes to them; what no drawing shows is said to be so."""

from __future__ import annotations

import pytest

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.editing.account import account
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.staging.layout import arrange
from tests.engines.illustrator.told import first_picture, language_of


@pytest.mark.parametrize(
    ("wish", "edit", "told"),
    [
        ("a man and a dog", "make the man happy with a beard", "Changed: man – happy. Added: beard – on the man"),
        ("a boy and his dad", "the dad should be bald with a beard", "Changed: dad – shaved head. Added: beard – on the dad"),
        ("a woman walking with her dog", "her dog wears a bandana", "Added: bandana – worn by the dog"),
        ("a cowboy on a horse", "put a bandana around his neck", "Added: bandana – worn by the cowboy"),
        ("two boys", "both have glasses", "Added: glasses × 2 – worn by the boys"),
        ("two boys", "they all have scarves", "Added: scarves × 2 – worn by the boys"),
        ("a girl in a bathroom", "she is in pyjamas", "Added: pyjamas – worn by the girl"),
        ("a boy with a red hat and a dog", "take his hat and put it on the dog", "Changed: hat – worn by the dog, smaller, tilted"),
        ("a boy with glasses", "the boy takes off his glasses", "Removed: glasses"),
        ("小红帽和大灰狼", "狼戴上奶奶的帽子", "加了：帽子——在大灰狼身上"),
        ("a wolf", "put grandma's glasses on the wolf", "Added: glasses – worn by the wolf"),
        ("奶奶和两个孙子", "他俩都戴厨师帽", "加了：厨师帽 × 2——在孙子身上"),
        ("孕妇坐在沙发上", "旁边坐着她老公", "加了：老公——坐着、在孕妇旁边"),
        ("小女孩在睡觉", "小女孩盖上被子", "加了：被子——盖着小女孩"),
        ("小狗穿着衣服", "衣服脱掉", "去掉了：衣服"),
        ("a boy with a hat and a girl", "put the boy's hat on the girl", "Changed: hat – worn by the girl"),
        ("a grandpa with a cap and a little girl", "put his cap on her head", "Changed: cap – worn by the girl"),
        ("a boy and a girl", "dress the boy in black", "Changed: boy – black clothes"),
        ("a witch and a cat", "give the witch striped stockings", "Added: leggings – striped, worn by the witch"),
        ("a queen on a throne", "a girl in a white dress next to her", "Added: girl – white dress, beside the throne"),
        ("a boy in a park", "add a girl in a yellow raincoat behind him", "Added: girl – yellow raincoat, behind the boy"),
        ("three friends in the mountains", "give all three hats", "Added: hats × 3 – worn by the people"),
        ("a chef and a waitress", "she has her hair in a ponytail", "Changed: waitress – ponytail"),
        ("一个服务员", "把头发剪短", "改了：服务员——短发"),
        ("a snowman and two children", "swap the snowman's hat for a cap", "Changed: snowman – without hat. Added: cap – worn by the snowman"),
        ("a boy", "make him happy with a crown, put a dog next to him", "Changed: boy – happy. Added: crown – worn by the boy; dog – beside the boy"),
        ("奶奶和孙女", "给小的那个扎辫子，老的那个戴眼镜", "改了：孙女——辫子。加了：眼镜——在奶奶身上"),
        ("a boxer", "red gloves", "Added: gloves – red, worn by the boxer"),
    ],
)  # fmt: skip
def test_it_goes_to_who_is_meant(wish: str, edit: str, told: str) -> None:
    base = first_picture(wish)
    done = edit_scene(edit, [base], ratio="1:1", seed=3, language=language_of(edit))
    assert account([base], arrange(done.scene, former=done.former), language_of(edit)) == told
    assert done.notes == ()


@pytest.mark.parametrize(
    ("wish", "edit", "why"),
    [
        ("a boy and a dog", "the boy sticks out his tongue", "tongue"),
        ("一只乌龟", "让乌龟吐舌头", "舌头"),
        ("a fairy in a forest", "the fairy has green wings", "wings"),
        ("a baby on a rug", "the baby has one tooth", "tooth"),
        ("a boy", "the queen wears gloves", "There is no queen"),
        ("一个公主", "公主的裙子长一点", "裙子"),
        ("渔夫和他的儿子", "渔夫光着脚", "光着脚"),
        ("a cook", "make the cook's hat blue", "hat is part of the drawing"),
        ("一个新娘", "去掉新娘的头纱", "头纱是画好的新娘的一部分"),
        ("a wizard and a queen", "take off the wizard's hat", "hat is part of the drawing"),
        ("a boy with a hat and a girl", "remove the girl's hat", "There is no hat"),
        ("圣诞老人和戴帽子的小男孩", "摘掉圣诞老人的帽子", "圣诞帽是画好的圣诞老人的一部分"),
        ("消防员抱着一只小猫", "消防员脸上有灰", "脸上有灰"),
    ],
)
def test_what_no_drawing_shows_is_said_to_be_so(wish: str, edit: str, why: str) -> None:
    with pytest.raises(NotDrawable, match=why):
        edit_scene(edit, [first_picture(wish)], ratio="1:1", seed=3, language=language_of(edit))


def test_it_is_the_hair_that_is_dyed() -> None:
    base = first_picture("a woman")
    cut = edit_scene("cut her hair", [base], ratio="1:1", seed=3, language="en")
    cropped = arrange(cut.scene, former=cut.former)
    done = edit_scene("dye it green", [cropped], ratio="1:1", seed=3, language="en")
    assert account([cropped], arrange(done.scene, former=done.former), "en") == "Changed: woman – green hair"


def test_twins_are_two() -> None:
    assert len(first_picture("一对双胞胎女孩").objects) == 2

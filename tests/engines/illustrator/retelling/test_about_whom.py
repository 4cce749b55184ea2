"""Clauses without a subject are about whom the clause before them named."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("女医生给小朋友打针 => 小朋友哭了 => 医生戴个口罩，头发扎起来", "女医生——马尾"),
        ("一个男孩和一个女孩 => 女孩戴个眼镜 => 男孩笑一笑，头发染成黄色", "男孩——黄色头发"),
        ("一个男孩和一个女孩 => 男孩戴个帽子 => 女孩坐下，换件绿裙子", "在女孩身上"),
        ("穿蓝衣服的男孩和穿红衣服的男孩 => 穿蓝衣服那个哭了", "左边的男孩——哭"),
        ("爷爷和奶奶 => 爷爷拄根拐杖 => 奶奶戴个红围巾，头发白点儿", "奶奶——头发白色"),
        ("草地上两个小姑娘 => 左边那个扎马尾，穿蓝裙子", "在左边的小姑娘身上"),
        ("工人旁边一辆车 => 师傅笑了", "工人——开心"),
    ],
)
def test_it_is_done_to_them(talked: str, told: str) -> None:
    assert told in talk(talked)[-1].told


@pytest.mark.parametrize(
    ("talked", "worn"),
    [
        ("草地上两个女孩 => 左边那个女孩换成黄帽子", "hat"),
        ("一个男人 => 男人换成墨镜", "sunglasses"),
        ("草地上两只小狗 => 右边那只换成红项圈", "pet-collar"),
    ],
)
def test_nobody_becomes_what_they_put_on(talked: str, worn: str) -> None:
    before = talk(f"{talked.partition('=>')[0]} => 晴天")[-1].scene.objects
    (answer,) = talk(talked)
    assert [one.kind for one in answer.scene.objects] == [*(one.kind for one in before), worn]


def test_a_skirt_to_put_on_is_no_apron() -> None:
    *_, answer = talk("一个厨师，一个女孩 => 厨师系个围裙 => 女孩穿黄裙子")
    assert "裙子——黄色、在女孩身上" in answer.told


@pytest.mark.parametrize(
    ("talked", "mood"),
    [("公园里一个男孩 => 来个女孩，笑着", "happy"), ("公园里一个女孩 => 再来个女孩，哭着", "crying")],
)
def test_who_comes_is_what_is_told_behind(talked: str, mood: str) -> None:
    (answer,) = talk(talked)
    first, second = (one for one in answer.scene.objects if one.rel is None or one.rel.type == "beside")
    assert (first.mood, second.mood) == (None, mood)

"""What somebody is asked to do is drawn as in a first wish, by what shows it."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk

_TWO, _ZWEI = "a boy and a dog", "一个男孩和一只狗"


@pytest.mark.parametrize(
    ("deed", "told"),
    [
        ("brush his teeth", "Added: toothbrush – held by the boy"),
        ("take a photo", "Added: camera – held by the boy"),
        ("feed the dog", "Changed: boy – beside the dog. Added: bread – held by the boy"),
        ("do yoga", "Changed: boy – meditating"),
        ("sweep the floor", "Added: broom – held by the boy"),
        ("tie his shoes", "Changed: boy – kneeling"),
        ("sing", "Added: microphone – held by the boy"),
        ("lift weights", "Added: dumbbell – held by the boy"),
        ("pet the dog", "Changed: boy – reaching, beside the dog"),
    ],
)
def test_asked_in_english(deed: str, told: str) -> None:
    for edit in (
        f"make the boy {deed}",
        f"make him {deed}",
        f"the boy should {deed}",
        f"let the boy {deed} please",
    ):
        assert talk(f"{_TWO} => {edit}")[-1].told == told, edit


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        ("the boy feeds the dog", "Changed: boy – beside the dog. Added: bread – held by the boy"),
        ("the boy brushes his teeth", "Added: toothbrush – held by the boy"),
        ("make the boy sit", "Changed: boy – sitting"),
        ("make the dog jump", "Changed: dog – jumping"),
        ("let him look at the dog", "Changed: boy – turned to dog"),
    ],
)
def test_told_and_moved(edit: str, told: str) -> None:
    assert talk(f"{_TWO} => {edit}")[-1].told == told


@pytest.mark.parametrize(
    ("deed", "kinds"),
    [
        ("画画", {"easel", "paintbrush"}), ("开车", {"car"}), ("划船", {"canoe"}), ("下棋", {"dining-table", "chess-board"}),
        ("做饭", {"stove", "spatula", "wok"}), ("刷牙", {"toothbrush"}),
    ],
)  # fmt: skip
def test_asked_in_chinese(deed: str, kinds: set[str]) -> None:
    for edit in (f"让男孩{deed}", f"男孩在{deed}"):
        scene = talk(f"{_ZWEI} => {edit}")[-1].scene
        assert {one.kind for one in scene.objects} - {"boy", "dog"} == kinds, edit


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        ("the boy is excited", "Changed: boy – happy"),
        ("make the boy lonely", "Changed: boy – sad"),
        ("让男孩紧张", "改了：男孩——害怕"),
        ("男孩很得意", "改了：男孩——开心"),
    ],
)
def test_moods_by_more_names(edit: str, told: str) -> None:
    wish = _TWO if edit.isascii() else _ZWEI
    assert talk(f"{wish} => {edit}")[-1].told == told


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        (f"{_TWO} => the boy is lying down", "Changed: boy – lying"),
        (f"{_TWO} => let the mom take a photo of them", "Added: mom; camera – held by the mom"),
        ("一个小男孩在海边堆雪人 => 换成堆沙堡", "改了：沙堡——换掉了雪人"),
        ("奶奶在院子里喂鸡 => 奶奶头上包块花头巾", "加了：头巾——碎花、在奶奶身上"),
        ("a red fox under a tree in autumn => more leaves on the ground", "Added: fallen leaves × 3"),
        ("a red fox under a tree => change the season to winter", "Now: winter"),
    ],
)
def test_in_everyday_words(talked: str, told: str) -> None:
    answer = talk(talked)[-1]
    assert answer.told == told
    assert answer.notes == ()


@pytest.mark.parametrize("deed", ["hide", "look up", "whistle", "shrug"])
def test_what_no_drawing_shows_is_said_so(deed: str) -> None:
    for edit in (f"make the boy {deed}", f"the boy should {deed}"):
        assert talk(f"{_TWO} => {edit}")[-1].told == "I can't draw “boy” in that pose; drawn as usual"


@pytest.mark.parametrize("edit", ["男孩在抬头", "男孩躲起来"])
def test_nor_in_chinese(edit: str) -> None:
    assert talk(f"{_ZWEI} => {edit}")[-1].told.startswith("画不出“男孩”的这个姿势")

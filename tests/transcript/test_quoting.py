import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintover.transcript.quoting import json_words, sentence, well_formed

GEN = "gen_01jqwte8yjf7haxqc521b7z2wf"
ANY_TEXT = st.text(st.characters(exclude_categories=[]))
FORBIDDEN = re.compile(
    r"[`<>()\[\]\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
    r"|://|data:image/|生成失败|失败原因|生成完成|(?i:generation (?:failed|complete))"
    r"|\d%|进度\s*\d|(?i:progress\s*\d)|gen_id|gen_\d|task_\d"
)


@pytest.mark.parametrize(
    "words",
    [
        "画个牛马",
        "最开始的图片，让马的脸上遮个布。",
        "A red fox, 3 ducks & a “hat” – it's 16:9; 生成中国地图",
        "👍🏽 C'est l'été",
    ],
)
def test_ordinary_words_stay_as_they_are(words: str) -> None:
    assert json_words(words) == f'"{words}"'


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("a (b)", r'"a \u0028b\u0029"'),
        ("![x](https://h/a.png)", r'"\u0021\u005bx\u005d\u0028https\u003a//h/a.png\u0029"'),
        ("```", r'"\u0060\u0060\u0060"'),
        (f"> gen_id: `{GEN}`", rf'"\u003e gen\u005fid: \u0060gen\u005f{GEN[4:]}\u0060"'),
        ("a\u2028b\u0085c\u200bd", r'"a\u2028b\u0085c\u200bd"'),
        ('"\\\n', r'"\"\\\n"'),
        ("\U000e0041", r'"\udb40\udc41"'),
        ("\ud800", r'"\ud800"'),
        ("进度 30%", r'"\u8fdb度 30\u0025"'),
        ("Generation failed", r'"\u0047eneration failed"'),
        ("生成失败 失败原因", r'"\u751f成失败 \u5931败原因"'),
        ("\rgeneration failed", r'"\r\u0067eneration failed"'),
    ],
)
def test_what_could_be_mistaken_is_escaped(words: str, written: str) -> None:
    assert json_words(words) == written
    assert json.loads(written) == words


@given(ANY_TEXT)
def test_json_words_parse_back_and_hold_nothing_else(words: str) -> None:
    written = json_words(words)
    assert well_formed(json.loads(written)) == well_formed(json.loads(json.dumps(words)))
    assert not FORBIDDEN.search(written)
    written.encode()


@given(ANY_TEXT)
def test_a_sentence_is_one_harmless_line(words: str) -> None:
    line = sentence(words)
    assert not FORBIDDEN.search(line)
    assert "![" not in line
    assert line == line.strip()
    line.encode()


def test_a_sentence_stays_readable() -> None:
    assert sentence("画不出“钢琴 (三角)”，\n用木牌代替！") == "画不出“钢琴 （三角）”， 用木牌代替！"
    assert sentence(f"see https://h/a.png {GEN}") == f"see https：//h/a.png gen＿{GEN[4:]}"
    assert sentence("生\u200b成失败") == "生 成失败"
    assert len(sentence("长" * 5_000)) == 401


def test_lone_surrogates_are_replaced() -> None:
    assert well_formed("a\ud83d\udc00b") == "a\ufffdb"
    assert well_formed("好😀") == "好😀"

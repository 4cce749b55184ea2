"""The number on a shirt, told as words that are written on it: "with the number 10 on his shirt", 球衣上写个7号."""

from __future__ import annotations

import re

from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.sprites.tailor import GARMENTS
from paintover.engines.illustrator.wording import Pattern

_CLOTHES = r"(?:(?:red|blue|green|yellow|white|black|orange|purple|pink|striped|football|soccer|basketball|team) )*(?:t-?shirt|tee|shirt|jersey|jumper|sweater|vest|top|hoodie|uniform|kit)"
_NUMBER = r"(?P<n>\d{1,3})"
_BEARING = Pattern(
    rf"\b(?:with|has|having|and) (?:the |a |his |her )?(?:big |large |white |black |red )*(?:numbers? |no\. ?|#){_NUMBER} (?:printed |written )?on (?:the |his |her |their |its )?(?:back of (?:the |his |her |their )?|front of (?:the |his |her |their )?)?(?P<x>{_CLOTHES})\b"
    rf"|\b(?P<w>wearing|wears|in) (?:an? |the )?(?P<y>{_CLOTHES})(?: with| number| numbered|,)+ (?:the |a )?(?:numbers? |no\. ?|#)?(?P<m>\d{{1,3}})(?: on (?:it|the front|the back))?(?![\w])"
    rf"|\b(?P<v>wearing|wears|in) (?:an? |the |his |her )?(?:numbers? |no\. ?|#)(?P<k>\d{{1,3}})(?: (?P<z>{_CLOTHES}))?\b"
)
_WRITE = Pattern(
    rf"\b(?P<lead>(?:please )?(?:write|put|add|print|paint|draw) )(?:a |an |the )?(?:big |large |white |black )*(?:numbers? |no\. ?|#)?{_NUMBER} (?P<on>on(?:to)? (?:the |his |her |their |its )(?:back of (?:the |his |her |their )?|front of (?:the |his |her |their )?)?{_CLOTHES})\b"
)
_ANOTHER = Pattern(
    rf"\b(?:change|make|turn) (?:the )?(?:numbers? |no\. ?)?(?P<old>\d{{1,3}})(?: (?:on|of) (?:the |his |her |their ){_CLOTHES})? (?:in)?to (?:an? |the )?(?:numbers? )?(?P<new>\d{{1,3}})\b"
)
_GARMENTS_ZH = r"(?P<x>(?:[红蓝黄绿白黑紫橙粉灰]色?的?)?(?:足球服|篮球服|球衣|队服|球服|球衫|T恤|t恤|衣服|上衣|衬衫|背心|毛衣|外套|卫衣|运动服|运动衫|校服))"
_DIGITS_ZH = r"(?P<n>\d{1,3}|[一二三四五六七八九十]{1,3})"
_WRITE_ZH = re.compile(
    rf"{_GARMENTS_ZH}(?:的)?(?:上面|胸前|前面|背后|背面|后背|上)?(?:再|要|都)?(?:写|印|加|画|标|贴|有|是)(?:上|个|着|有|了|一个)*(?:数字|号码)?{_DIGITS_ZH}(?P<hao>号码|号)?(?:这个)?(?:数字|号码)?(?=$|[，。,；！!吧]|[\u4e00-\u9fff])"
)
_WORN_ZH = re.compile(rf"(?:穿着?|身穿)(?:一件)?{_DIGITS_ZH}号(?:的)?{_GARMENTS_ZH}?")
_PLAYER_ZH = re.compile(rf"{_DIGITS_ZH}号(?=球员|队员|选手|运动员|前锋|守门员|后卫)")
_WEARER_ZH = re.compile(
    rf"(?:(?:穿着?|身穿)(?:一件)?{_DIGITS_ZH}号(?:的)?{_GARMENTS_ZH}|{_GARMENTS_ZH.replace('<x>', '<y>')}上?(?:写|印|标)(?:着|了|有)?(?:数字)?{_DIGITS_ZH.replace('<n>', '<m>')}号?)的(?=[\u4e00-\u9fff])"
)
_ANOTHER_ZH = re.compile(
    r"(?:把)?(?:(?P<x>球衣|队服|T恤|衣服|上衣|衬衫|背心|球服)上?的)?(?:数字|号码)?(?P<old>\d{1,3})号?(?:的数字)?(?:换|改|变)(?:成|为|到)(?:数字)?(?P<new>\d{1,3})号?"
)
_VALUES = {digit: value for value, digit in enumerate("一二三四五六七八九十", 1)}


def told_with_numbers(prompt: str, base: Scene | None = None) -> str:
    """The wish with what stands on a shirt in quotation marks; `base` is the picture that it changes."""
    if any(mark in prompt for mark in '"“”「『'):
        return prompt
    if not any(letter.isdigit() or letter in _VALUES for letter in prompt):
        return prompt
    if re.search(r"[\u4e00-\u9fff]", prompt):
        return _in_chinese(prompt, base)
    if base is not None and (match := _ANOTHER.search(prompt)) and (shirt := _with(base, match["old"])):
        return f'{prompt[: match.start()]}change the words on the {shirt} to "{match["new"]}"{prompt[match.end() :]}'
    told = _WRITE.sub(lambda match: f'{match["lead"]}"{match["n"]}" {match["on"]}', prompt)
    return told if told != prompt or base is not None else _BEARING.sub(_bearing, prompt)


def _bearing(match: re.Match[str]) -> str:
    number = match["n"] or match["m"] or match["k"]
    garment = match["x"] or match["y"] or match["z"] or "shirt"
    return f'{match["w"] or match["v"] or "in"} a {garment} that says "{number}"'


def _in_chinese(prompt: str, base: Scene | None) -> str:
    if base is not None and (match := _ANOTHER_ZH.search(prompt)) and (shirt := _with(base, match["old"])):
        return f"{prompt[: match.start()]}{shirt}上的字改成“{match['new']}”{prompt[match.end() :]}"
    if (match := _PLAYER_ZH.search(prompt) or _WEARER_ZH.search(prompt)) is not None and base is None:
        said = match.groupdict()
        garment, number = said.get("x") or said.get("y") or "球衣", _digits(said["n"] or said["m"])
        return (
            f"{prompt[: match.start()]}穿着{garment}的{prompt[match.end() :]}，{garment[-2:]}上写着“{number}”"
        )
    told = _WORN_ZH.sub(lambda match: f"穿写着“{_digits(match['n'])}”的{match['x'] or '球衣'}", prompt)
    return told if told != prompt else _WRITE_ZH.sub(_written, prompt)


def _written(match: re.Match[str]) -> str:
    """球衣上写“7”."""
    if len(match["n"]) == 1 and not (match["hao"] or match["n"].isdigit()):
        return match[0]  # 衣服上画一朵花
    return f"{match['x']}上写“{_digits(match['n'])}”"


def _digits(said: str) -> str:
    """The number in figures."""
    if said.isdigit():
        return said
    tens, ten, ones = said.partition("十")
    if not ten:
        return "".join(str(_VALUES[one]) for one in said)
    return str(10 * _VALUES.get(tens, 1) + _VALUES.get(ones, 0))


def _with(base: Scene, words: str) -> str | None:
    """What the garment is called on which those words stand."""
    return next((one.label for one in base.objects if one.says == words and one.kind in GARMENTS), None)

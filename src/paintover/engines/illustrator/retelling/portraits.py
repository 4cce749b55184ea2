"""Who sits for a portrait, and what people say of somebody's age and manner: 给我爷爷画张像，七十多岁，慈祥地笑.

Each is told as the grammar reads it: whose portrait it is, and that they smile. How old somebody is in years their drawing
cannot show, beyond what they are called by.
"""

from __future__ import annotations

import re

from paintover.engines.illustrator.wording import Pattern, Rules

_NUMBER = r"(?:[一二三四五六七八九十百]+|\d{1,3})"
_DECADE = r"(?:(?:early|mid|late)[ -])?(?:teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)"
_KINDLY = "慈祥|和蔼|慈爱|慈善|和善|亲切|温和|温柔|温暖|甜甜|甜美|甜蜜|幸福|灿烂|淡淡|憨憨|憨厚|会心|爽朗"
_TOLD = Rules(
    (
        (
            r"^(?:请|帮我|请帮我|我想)*(?:给|为|替|帮)(?:我|咱|俺)?(?:们)?家?的?(?P<who>[^，。,的给为]{1,8}?)画(?:上|个)?一?[张幅个]?(?:半身)?(?:肖像画?|画像|头像|像)(?=$|[，,。！!：:])",
            r"\g<who>的肖像",
        ),
        (
            rf"[，,](?:今年)?(?:大约|大概|看上去|差不多)?{_NUMBER}(?:多|几|来)?岁(?:左右|上下|了)?(?=$|[，,。])",
            "",
        ),
        (rf"(?:今年)?(?:大约|大概)?{_NUMBER}(?:多|几|来)岁的?(?=[\u4e00-\u9fff])", ""),
        (rf"(?:{_KINDLY})地(?=微?笑)", "开心地"),
        (rf"(?:{_KINDLY})地(?=[\u4e00-\u9fff])", ""),
        (r"一[儿子]一女|一[双对]儿女|一女一[儿子]", "一个男孩和一个女孩"),
        (rf",? (?:who is )?in (?:his|her|their|my) {_DECADE}\b", ""),
        (
            r"(?P<lead>[,;] |\b(?:with|wears?|wearing|in|his|her|and) (?:a pair of )?)reading glasses\b",
            r"\g<lead>glasses",
        ),
    )
)
_FAMILY = Pattern(r"一家[三四五]口|四口之家", re.NOFLAG)
_BROUGHT = Pattern(r"(?:带|领|牵)(?:着|上)?(?:一[儿子]一女|一[双对]儿女|一女一[儿子])", re.NOFLAG)
"""The children who are of the family already."""
_CLAUSE_OF_GLASSES = Pattern(r"(?P<lead>portrait of [^,.;]+(?:, [^,.;]+)*?, )glasses\b")


def told_of_the_sitter(prompt: str) -> str:
    """The wish with whose portrait it is, their age and their smile told plainly; all else as it was."""
    if _FAMILY.search(prompt):
        prompt = _BROUGHT.sub("", prompt)
    return _CLAUSE_OF_GLASSES.sub(r"\g<lead>with glasses", _TOLD.told(prompt))

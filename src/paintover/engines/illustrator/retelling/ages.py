"""How old somebody is, which the drawing of who is called old or young shows anyway: 爷爷，七十多岁, "a five-year-old girl"."""

from __future__ import annotations

import re

from paintover.engines.illustrator.wording import Pattern

_OLD_OR_YOUNG = Pattern(
    r"老|爷爷|奶奶|姥姥|姥爷|外公|外婆|阿公|阿婆|妈妈|爸爸|母亲|父亲|小?女孩|小?男孩|孩子|小孩|儿童|宝宝|婴儿"
    r"|(?<!years )(?<!year )\b(?:old|elderly|grand[a-z]+|granny|mothers?|fathers?|mum|mom|dad|girls?|boys?|kids?|child|children|toddler|baby)\b"
)
_NUMBER = r"(?:\d{1,3}|[一二两三四五六七八九十百]{1,4})"
_AGES = (
    (
        Pattern(
            rf"(?:今年|已经|大概|大约|约|差不多|刚)*{_NUMBER}(?:多|来|几)?岁(?:左右|上下|出头|多|了|高龄)*的(?=[一-鿿])",
            re.NOFLAG,
        ),
        "",
    ),
    (
        Pattern(r"\b(?P<a>an?|the|my|his|her|our) (?:about |around )?[a-z0-9]+(?:[- ][a-z]+)?[- ]years?[- ]old (?=[a-z])"),
        r"\g<a> ",
    ),
    (
        Pattern(
            r",? (?:(?:aged?|about|around|nearly|almost|over) )*[a-z0-9]+(?:[- ][a-z]+)? years? old(?:,(?= with\b)|(?= with\b| in\b|$|[,.;]))"
        ),
        "",
    ),
    (
        Pattern(
            r",? in (?:his|her|their) (?:(?:early|mid|late)[- ])?(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|[2-9]0s)(?= with\b|$|[,.;])"
        ),
        "",
    ),
)  # fmt: skip


def told_without_ages(prompt: str) -> str:
    """A new wish without the years of somebody who is called old or young in it; of anybody else they stay."""
    if _OLD_OR_YOUNG.search(prompt) is None:
        return prompt
    for pattern, told in _AGES:
        prompt = pattern.sub(told, prompt)
    return prompt

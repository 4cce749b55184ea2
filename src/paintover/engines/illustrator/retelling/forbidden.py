"""What is not to be in anything's way: 别挡住树, "don't block the window". It names what stays, so that it is no order to be read,
and the answer tells that nothing was done for it.
"""

from __future__ import annotations

import re

from paintover.engines.illustrator.wording import Pattern

_FORBIDS = Pattern(
    r"(?:(?<=^)|(?<=[，,。；;！!？?\n]))\s*(?:但是?|可|就是|千万)?[^，。,；;别不]{0,4}?(?:别|不要|不用|不能|甭)(?:给|让[^，。,；;]{0,3}|把[^，。,；;]{0,4})?(?:挡|压|遮|碰|盖|离|挨|踩|撞|太?(?:靠|贴)着?(?!左|右))(?:住|着|到)?(?!得?(?:那么|这么|太)[近远紧])[^，。,；;！!？?\n]{0,8}(?=$|[，,。；;！!？?\n])"
    r"|(?:^|(?<=[,.;!?]))(?: and| but)? ?(?:don['’]t|do not|without|not) (?:block|cover|hid|touch|overlap|obscur)(?:e|ing|s)? [a-z ]{2,24}(?=$|[,.;!?])"
)


def without_what_is_forbidden(prompt: str) -> tuple[str, tuple[str, ...]]:
    """The wish without such clauses, which is empty where it says nothing else, and the clauses."""
    forbidden = tuple(match[0].strip() for match in _FORBIDS.finditer(prompt))
    if not forbidden:
        return prompt, ()
    rest = re.sub(r"(?:[，,]\s*)+(?=$|[，,。；;])", "", _FORBIDS.sub("", prompt)).strip("，,；; ")
    return (rest if any(letter.isalnum() for letter in rest) else ""), forbidden

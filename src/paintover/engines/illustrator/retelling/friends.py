"""Friends who come: "add two friends", "a third friend". They are of an age with who is there, and one more is another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from paintover.engines.illustrator.kinds import TABLES
from paintover.engines.illustrator.retelling.others import name_of
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_COMES = r"(?P<lead>\b(?:add|put|draw|give|bring|have|with|invite|there(?:['’]s| is| are)|(?:he|she|it|they) (?:has|have|gets?|meets?)|make) (?:(?:him|her|them|in) )?)"
_FRIENDS = Pattern(
    rf"{_COMES}(?P<many>an?|another|some|two|three|four|five|six|a few|his|her|their|more) (?P<how>(?:[a-z]+ )?)(?P<word>friends?|buddy|buddies|pals?|playmates?|companions?)\b"
)
_NTH = Pattern(
    r"(?P<lead>\b(?:add|put|draw|bring|have|with|give (?:him|her|them)|there(?:['’]s| is)) )an? (?:second|third|fourth|fifth|sixth|seventh|eighth) (?!picture|image|photo|version|one\b|floor|row|line|panel|sheet)(?=[a-z])"
)
_ALSO_NTH = Pattern(
    r"^an? (?:second|third|fourth|fifth|sixth) (?!picture|image|photo|version|one\b)(?=[a-z]+)"
)
_FRIENDS_ZH = Pattern(
    r"(?P<lead>(?:加|来|画|多|添|带|叫|请)(?:上|了|来)?(?:[一两三四五六几]|一些)?[个位名])(?:好)?(?:朋友|伙伴|小伙伴|好友|玩伴|同伴)(?=$|[，。,！!在站坐和跟陪与一])",
    re.NOFLAG,
)
_COMPANY = Pattern(
    r"(?:please )?(?:add|put|draw|bring|invite|have) (?:an?|another|some|two|three|a few|more) [a-z]+"
)
_COMPANY_ZH = Pattern(
    r"(?:再|请)?(?:加|来|画|添|叫|请)(?:上|了|来)?(?:[一两三几]|一些)?[个位名](?:小朋友|同学|孩子|小孩|客人|人)(?:来|吧)?",
    re.NOFLAG,
)
_YOUNG = frozenset({"boy", "girl", "child", "baby"})


def told_of_friends(prompt: str, base: Scene) -> str:
    """The wish with those who come told as the people, children or animals that they are."""
    folk = [one for one in base.objects if is_somebody(one.kind)]
    young = bool(folk) and all(one.kind in _YOUNG for one in folk)
    if not prompt.isascii() and (not folk or "它" in prompt):
        return prompt  # a friend of a rabbit is another
    host = _at_table(folk, base)
    if not prompt.isascii():
        come = _FRIENDS_ZH.sub(rf"\g<lead>{'孩子' if young else '人'}", prompt)
        alone = host is not None and _COMPANY_ZH.fullmatch(come.strip(" 。！!～~")) is not None
        return f"{name_of(host, chinese=True)}旁边{come}" if host is not None and alone else come
    prompt = _ALSO_NTH.sub("another ", _NTH.sub(r"\g<lead>another ", prompt))

    def told(match: re.Match[str]) -> str:
        said = match.groupdict()
        several = said["word"].lower().endswith("s") or said["many"].lower() in ("some", "more")
        many = {"his": "", "her": "", "their": ""}.get(said["many"].lower(), said["many"])
        if not many:
            many = "two" if several else "another"
        noun = ("children" if several else "child") if young else ("people" if several else "person")
        return f"{said['lead']}{many} {said['how']}{noun}"

    said = _FRIENDS.sub(told, prompt)
    alone = host is not None and said != prompt and _COMPANY.fullmatch(said.strip(" .!")) is not None
    return (
        f"{said.strip(' .!')} next to the {name_of(host, chinese=False)}"
        if host is not None and alone
        else said
    )


def _at_table(folk: Sequence[Thing], base: Scene) -> Thing | None:
    """The only one of the people who is behind a table, and at most one other: who comes to their party comes there."""
    behind = [one for one in folk if one.rel is not None and one.rel.type == "behind"]
    if len(behind) != 1 or len(folk) > 2 or behind[0].rel is None:
        return None
    table = base.thing(behind[0].rel.to)
    return behind[0] if table is not None and table.kind in TABLES else None

"""Who leaves is there no more: "the left one leaves", "both girls went home", 左边那个走了, 大家都回家了, 雪人化了.

Only whoever lives there leaves: the leaves of a tree are a noun, and what stands "left" is on that side.
"""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.others import called_apart
from paintover.engines.illustrator.retelling.talk import is_such, living_in, spoken_of
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.wording import Pattern

_GOES = (
    r"leaves?|left|leaving|gone|go(?:es)? (?:away|home|off)|went (?:away|home|off)|(?:walk|run|sneak|wander)(?:s|ed)? (?:away|off|home)"
    r"|ran (?:away|off|home)|(?:fly|flies|flew|swims?|swam) (?:away|off)|disappear(?:s|ed)?|vanish(?:es|ed)?|depart(?:s|ed)?"
)
_ENGLISH = Pattern(
    r"^(?P<lead>\W*(?:(?:now|and|then|so|ok|please) )*)(?P<who>he|she|it|they|every(?:one|body)|(?:the|both|all|a|an|one|two|three|his|her|my)\b[\w ]*?)"
    rf" (?:(?:has|have|is|are|all|both|just|already|now|then|must|should) )*(?P<goes>{_GOES}|(?<=should )go|(?<=must )go|melt(?:s|ed)?(?: away)?)(?: now| already| again)?\W*$"
)
_CHINESE = Pattern(
    r"^(?:(?:现在|然后|后来|接着|让|叫)+)?(?P<who>[\u4e00-\u9fff]{1,10}?)(?:都|也|已经|现在|就|要|该|全|一起|先)*"
    r"(?P<goes>走了|走掉了?|走开了?|离开了?|离场了?|跑掉了?|跑走了|飞走了|游走了|回家了?|回去了|退场了?|(?P<gone>不见了?|消失了?|没了|没有了)|(?P<melts>融?化掉?了))\W*$",
    re.NOFLAG,
)
_WHOM = {"he": "him", "she": "her"}
_IT = frozenset({"它", "这只", "那只", "这个", "那个", "这条", "那条"})
_THEM = Pattern(r"\b(?:ones?|them|others|rest|two|three|left|right|middle)$")
_PRONOUN = re.compile(r"[他她它]们?|大家|[每所]有?人|[个只位条匹头]$|人$")
_MELTING = frozenset({"snowman", "ice-cube", "igloo", "ice-sculpture"})
_CLAUSES = re.compile(r"([，,。；;！!\n]+ *|\.(?:\s|$)|\band (?=then\b|the\b|he\b|she\b))")


def told_who_leaves(prompt: str, base: Scene) -> str:
    """The wish with whoever leaves taken away; as it is where none of those who are there does."""
    if len(prompt) > 200:
        return prompt
    parts = _CLAUSES.split(prompt)
    return "".join(part if at % 2 else _told(part, base) for at, part in enumerate(parts))


def _told(clause: str, base: Scene) -> str:
    if (match := _ENGLISH.search(clause)) is not None:
        who = match["who"].strip()
        melts = match["goes"].startswith("melt")
        if not _lives(who, base, melts=melts) or (who[0] == "a" and match["goes"] == "left"):
            return clause
        if who.lower() in ("they", "everyone", "everybody"):
            return f"{match['lead']}everyone leaves"  # people, and not the snowman
        if who.lower() == "it" and (one := spoken_of(base)) is not None:
            who = called_apart(base, one.id, chinese=False)
        who = re.sub(r"^(?:an?|one) (?=(?!of )[a-z]+$)", "one of the ", who)
        if who.startswith("one of the ") and not who.endswith("s"):
            who += "s"
        return f"{match['lead']}remove {_WHOM.get(who.lower(), who)}"
    if (match := _CHINESE.search(clause.strip())) is not None:
        who = match["who"]
        if match["gone"] and not match["melts"]:
            there = _named_there(who, base, alive=False)
        else:
            there = _lives(who, base, melts=bool(match["melts"]))
        if who in _IT and (one := spoken_of(base)) is not None:
            who = called_apart(base, one.id, chinese=True)
        return f"去掉{who}" if there else clause
    return clause


def _lives(who: str, base: Scene, *, melts: bool) -> bool:
    if melts:
        return any(one.kind in _MELTING for one in base.objects) and _named_there(who, base, alive=False)
    living = bool(living_in(base))
    if who.isascii():
        alone = who.lower() in ("he", "she", "they", "everyone", "everybody", "it")
        return living and (alone or _THEM.search(who) is not None or _named_there(who, base, alive=True))
    return living and (_PRONOUN.search(who) is not None or _named_there(who, base, alive=True))


def _named_there(who: str, base: Scene, *, alive: bool) -> bool:
    """Whether the words name something that is there, and end with its name."""
    said = parse(who).mentions
    if (
        len(said) != 1
        or said[0].kind is None
        or not re.search(rf"{re.escape(said[0].label)}$", who, re.IGNORECASE)
    ):
        return False
    return any(
        (is_such(one, said[0]) or one.label == said[0].label) and (kinds()[one.kind].alive or not alive)
        for one in base.objects
    )

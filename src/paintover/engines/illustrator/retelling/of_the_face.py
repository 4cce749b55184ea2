"""What Chinese says of a face, which is drawn as a whole: 脸颊红一点 paints nobody red, 眼泪汪汪 is crying, 露出牙齿 is a laugh."""

from __future__ import annotations

import re

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.retelling.forms import Form
from paintover.engines.illustrator.retelling.others import named_in
from paintover.engines.illustrator.retelling.talk import called_in, living_in
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_WHOSE = r"(?:让|叫|把|将)?(?:(?P<who>[他她它]|[\u4e00-\u9fff]{1,4}?)的?)??"
_REDDENS = Pattern(
    rf"{_WHOSE}(?P<part>脸颊|脸蛋儿?|两颊|双颊|腮帮子?|鼻子(?=[冻晒哭擦])|鼻头|鼻尖|耳朵(?=[冻晒羞]))(?:都|再|要)?(?:冻|晒|羞|哭|气|变|涂|抹|弄|画|染)?(?:得|成|上)?(?:红|粉|通红|微红|红润)(?:红|扑扑|通通|彤彤|润)*(?:的|了|色|一?[点些]儿?)*",
    re.NOFLAG,
)
_RED_NOSE = Pattern(
    r"(?:给|让|把)?(?P<who>[他她它]|[\u4e00-\u9fff]{1,4}?)?(?:画|加|来|装|戴|安|有)?(?:上|了)?一?个?(?:大?红色?的?|小丑的?)(?P<part>鼻子)",
    re.NOFLAG,
)
_TEARS = Pattern(
    rf"{_WHOSE}(?:眼泪汪汪|泪眼?汪汪|泪流满面|热泪盈眶|眼含?(?:着)?(?:热|眼)?泪水?|含着?(?:眼|热)?泪|泪眼婆娑|(?:脸上|眼里|眼角|眼睛里)(?:还)?(?:有|挂着|流着|带着|流下)(?:几?[滴颗]|一?行)?(?:泪痕|眼泪|泪珠|泪水|泪))(?:了|的)?",
    re.NOFLAG,
)
_TEETH = Pattern(rf"{_WHOSE}(?:露出?|呲|龇)着?(?:大?白?牙齿?|[八两]颗牙齿?)(?:笑|大笑)?(?:了|的)?", re.NOFLAG)


def _is_meant(match: re.Match[str], base: Scene) -> str | None:
    """Whose face, by name; empty where it goes unsaid; None where nobody of the picture is called so."""
    who = match["who"]
    if not who or who in "他她它":
        return who or ""
    there = named_in(who, base)
    return called_in(there[0], base) if len(there) == 1 else None


def _part(match: re.Match[str], base: Scene) -> str | None:
    """脸颊红一点.

    Raises:
        NotDrawable: it is part of a drawing.
    """
    if _is_meant(match, base) is None or not living_in(base) or named_in(match["part"], base):
        return None
    raise NotDrawable(notes.part_of_a_drawing(match["part"], "zh"))


def _cries(match: re.Match[str], base: Scene) -> str | None:
    who = _is_meant(match, base)
    return None if who is None or not living_in(base) else f"{who}哭泣"


def _laughs(match: re.Match[str], base: Scene) -> str | None:
    who = _is_meant(match, base)
    people = any(is_somebody(one.kind) for one in living_in(base))
    return f"{who}大笑" if who is not None and people else None


FORMS: tuple[Form, ...] = ((_REDDENS, _part), (_RED_NOSE, _part), (_TEARS, _cries), (_TEETH, _laughs))

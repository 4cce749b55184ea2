"""Who points, waves or looks at what is not there yet, or is no more than a piece of the sky: "he points at a rainbow" is told of
him by name, so that nothing else is thought to point."""

from __future__ import annotations

import re

from paintover.engines.illustrator.retelling.others import called_apart
from paintover.engines.illustrator.retelling.whom import named, one_called
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.wording import Pattern

_AT = Pattern(
    r"(?:(?:please )?(?:make|let|have) )?(?P<who>he|she|it|him|her)(?:(?:['’]s| is| should))? (?P<does>point|wave|look|stare|gaze|smile)(?:s|ing|d)?"
    r"(?: up| out)? (?P<at>at|to|towards?) (?P<what>(?!the (?:camera|viewer|screen)\b)(?:the|an?|some) [a-z]+(?: [a-z]+){0,2})"
)
_ZH = Pattern(
    r"(?:让|叫|请让)?(?P<who>[他她它])(?:正?在|要)?(?P<how>抬头|抬起头|用手|伸手)?(?P<does>指着|指向|指|看着|望着|看向|望向|盯着)(?P<what>[^，。,的]{1,8})"
)


def told_at_what(prompt: str, base: Scene) -> str:
    """The wish with the pronoun of such a clause told by name, where it is known who is meant."""
    plain = prompt.strip().rstrip(".!。！")
    if (match := _AT.fullmatch(plain)) is not None:
        one = one_called(match["who"], base)
        does = re.sub("ing$|s$", "", match["does"])
        return prompt if one is None else f"{named(one, base)} {does}s {match['at']} {match['what']}"
    if (match := _ZH.fullmatch(plain)) is not None:
        one = one_called(match["who"], base)
        if one is not None:
            return f"{called_apart(base, one.id, chinese=True)}{match['how'] or ''}{match['does']}{match['what']}"
    return prompt

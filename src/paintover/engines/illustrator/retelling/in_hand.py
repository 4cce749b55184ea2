"""手里举一面旗, after the talk was about the horse: the hand is that of the only one there who has hands."""

from __future__ import annotations

import re

from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.likeness import is_somebody

_IN_HAND = re.compile(
    r"(?:再|也)*手(?:里|上|中)(?:面)?(?=(?:再|也|要|还)*(?:拿|举|提|握|抱|捧|撑|打|端|拎)(?:着|个|一|把|面|两|束|上|点))"
)

# What nobody but a person does, whatever came into the picture last: 怀里抱只猫, 背个书包, 撑把伞.
_A_PERSON_DOES = re.compile(
    r"(?:再|也)*(?:怀里(?:面)?(?:再|也|要|还)*(?:抱|搂)"
    r"|背(?=(?:着|个|一|上个|上一)\S*(?:包|篓|吉他)$)"
    r"|(?:举|撑|打)(?=(?:着|起|一|把)\S*伞$))"
)
_ABLE_TO_HUG = frozenset(
    {"panda", "bear", "polar-bear", "monkey", "gorilla", "koala", "kangaroo", "sloth", "otter"}
)
_ONE_EACH = re.compile(
    r"(?:(?<!另)一(?:只)?手|每(?:只)?手)(?:拿|举|提|拎|握)?着?一(?=[个只支把根朵面杯束条串块本])"
    r"|(?:两只|双|两)手(?:各|分别)(?:拿|举|提|拎|握)着?一?(?=[个只支把根朵面杯束条串块本])"
)
_ONE_HAND_THEN_OTHER = re.compile(
    r"(?<!另)一只?手[拿举提拎握撑打]着?(?P<one>[^，,]+?)[，,]?(?:另)?一只?手[拿举提拎握撑打]着?(?P<other>[^，,]+)$"
)
_SEVERAL = re.compile(r"们|都|俩|两人|两个人|每个人|大家")


def told_whose_hand(prompt: str, base: Scene) -> str:
    """The wish with whose hand it is, where that is told of nobody."""
    prompt = _one_in_each(prompt, base)
    last = base.thing(base.focus) if base.focus is not None else None
    hugs = last is not None and last.kind in _ABLE_TO_HUG
    if _IN_HAND.match(prompt) is None and (hugs or _A_PERSON_DOES.match(prompt) is None):
        return prompt
    able = [one for one in base.objects if is_somebody(one.kind)]
    if len(able) != 1 or able[0].id == base.focus or not re.search(r"[\u4e00-\u9fff]", able[0].label):
        return prompt
    return f"{able[0].label}{prompt}"


def _one_in_each(prompt: str, base: Scene) -> str:
    """一手一个冰淇淋 as the two that it makes for one person; of several, it is left as it was said."""
    both = _ONE_HAND_THEN_OTHER.search(prompt)
    alone = sum(is_somebody(one.kind) for one in base.objects) == 1
    if both is not None and alone and re.fullmatch(r"让?[她他]?", prompt[: both.start()]):
        return f"手里拿着{both['one']}和{both['other']}"
    match = _ONE_EACH.search(prompt)
    if match is None or _SEVERAL.search(prompt) or _ONE_EACH.search(prompt, match.end()):
        return prompt
    return f"{prompt[: match.start()]}拿两{prompt[match.end() :]}"

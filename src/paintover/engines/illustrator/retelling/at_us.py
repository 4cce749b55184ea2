"""Who looks, waves or smiles at the camera or at us: no camera is to be drawn for that, and what else they do stays said.

That the face is turned to us is read off the wish as it was said (`editing/looking_away.py`).
"""

from __future__ import annotations

from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.wording import Pattern

_US = r"(?:the (?:camera|viewers?|lens|audience)|us|me)"
LOOKS_AT_US = (
    r"\b(?:turn(?:s|ed|ing)? (?:around )?(?:to|and) )?(?:look|looking|star(?=e|ing)|stare|staring|gaze|gazing|peer|peering|glance|glancing|face|facing|turn|turned|turning)(?:s|es|ed)?"
    r"(?: (?:him|her|them|it)(?:self|selves)?)?(?: (?:straight|right|directly|back|up|out|around|shyly|proudly|curiously))*"
    rf"(?: (?:at|in|into|to|towards?))? {_US}\b"
    r"|(?:[看望盯瞧]着?[着向]?|[看望]向|面[对向朝]着?|[朝对]着?)(?:我们?|相?机?镜头|观众|画面?外)(?:这边)?(?:看|的方向)?(?![跑走飞冲游爬扔丢这那的])"
)
"""How people say that somebody has the face turned to us."""
_LOOKS = Pattern(
    rf"(?:\b(?:and |,? ?while )?(?:(?:is|are|be|should|must|to) )*)?(?:{LOOKS_AT_US})(?P<more>,? and (?=[a-z])|[，,]?(?:并且?|然后|再))?"
)
_POSES = Pattern(rf"\b(?:(?:is|are) )?pos(?:e|es|ing) (?:at|to|for|into|towards?) {_US}\b")
_DOES = Pattern(
    r"\b(?P<does>wav(?:e|es|ing)|smil(?:e|es|ing)|wink(?:s|ing)?|laugh(?:s|ing)?|grin(?:s|ning)?|nod(?:s|ding)?|blow(?:s|ing)? (?:a )?kiss(?:es)?)"
    rf" (?:at|to|for|into|towards?) {_US}\b"
)
_LENS = Pattern(r"\b(?:camera|lens)\b|镜头|相机")
_A_CAMERA = Pattern(r"\b(?:an?|his|her|their|with the|holding the|of the) camera\b|照?相机|摄像机")
_CAMERAS = frozenset({"camera", "video-camera", "movie-camera"})
_ITS_SIGHT = Pattern(r"镜头(?:拉|推|移|转|远|近|往|再|离)")


def told_at_us(prompt: str, base: Scene | None) -> str:
    """The wish, for a change of that picture or for a new one, without that somebody looks at us; as it is where nothing else
    would be left of it, and where it is about a camera."""
    if is_of_a_camera(prompt, base):
        return prompt
    told = _LOOKS.sub(
        lambda match: " " if match["more"] else "", _DOES.sub(r"\g<does>", _POSES.sub("", prompt))
    )
    told = " ".join(told.split()).replace(" ,", ",").strip(" ,，")
    return told if any(mark.isalnum() for mark in told) else prompt


def is_of_a_camera(prompt: str, base: Scene | None) -> bool:
    """Whether the camera of a wish is one that is there or is to come, or what the whole picture is taken with."""
    if any(mark in prompt for mark in '"“「') or _ITS_SIGHT.search(prompt):
        return True
    there = base is not None and any(one.kind in _CAMERAS for one in base.objects)
    return bool(_LENS.search(prompt) and (there or (base is None and _A_CAMERA.search(prompt))))

"""Who comes chasing somebody that is not there yet brings them, too: 加一只小狗追蝴蝶 is a butterfly and a dog that runs after it."""

from __future__ import annotations

from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.retelling.others import called_apart
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.wording import Pattern

_COMES = Pattern(
    r"(?P<add>(?:再|请|帮我)*(?:加|画|添|来)(?:上)?)(?P<who>[^，。,；追]{1,8}?)(?:正?在)?追(?:着|赶)*(?P<whom>[^，。,；跑着]{1,5}?)(?:跑)?(?=$|[，。,；])"
)


def told_of_who_is_chased(prompt: str, base: Scene) -> str:
    """The wish with both who come."""
    match = _COMES.search(prompt)
    if match is None:
        return prompt
    whom = match["whom"]
    found = [token for token in tokenise(whom) if token.get("kinds")]
    if len(found) != 1:
        return prompt
    if any(one.kind == found[0].get("kinds") for one in base.objects):
        return prompt
    sort = str(found[0].get("kinds"))
    if (there := next((one for one in base.objects if one.kind.endswith(f"-{sort}")), None)) is not None:
        bearer = base.thing(there.rel.to) if there.rel is not None and there.rel.type == "hold" else None
        beside = called_apart(base, (bearer or there).id, chinese=True)
        told = f"{match['add']}{match['who'].removesuffix('在后面').removesuffix('在')}在{beside}右边跑着"
        return f"{prompt[: match.start()]}{told}{prompt[match.end() :]}"
    name = found[0].text
    lead = "" if len(whom) > len(name) else "一只"
    told = f"{match['add']}{lead}{whom}，{match['add']}{match['who']}在{name}右边跑着"
    return f"{prompt[: match.start()]}{told}{prompt[match.end() :]}"

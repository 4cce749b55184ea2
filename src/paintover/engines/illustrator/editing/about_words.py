""" "Move it to the top", after the caption was written or painted: it is the caption, and not the mouse that came before it."""

from __future__ import annotations

import re

import msgspec

from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.wording import Pattern

_CAPTION = "caption"
"""What stands for a thing's id where a change was about the words of the picture."""
_LEAD = r"(?:(?:please|now|and|then|also|ok|actually|can you|could you) )*"
_IT = Pattern(
    rf"(?P<lead>{_LEAD})(?P<verb>make|move|put|paint|turn|colou?r|have|set|place|shift|bring|change) (?:it|that|this|them) (?P<how>[a-z -]+?)(?P<end>(?: please| instead)?[.!]?)"
)
_GONE = Pattern(
    rf"(?P<lead>{_LEAD})(?P<verb>remove|delete|erase|get rid of|lose|take away|drop) (?:it|that|this|them)(?: again)?(?P<end>(?: please)?[.!]?)|{_LEAD}take (?:it|that) (?:away|off|out)(?: again)?(?: please)?[.!]?"
)
_UP_OR_DOWN = Pattern(
    rf"{_LEAD}(?:move|put|shift|place|bring) (?:the )?(?P<what>caption|title|text|words|writing|lettering|heading) (?:a (?:bit|little) |further |more )?(?P<to>up|down|higher|lower)(?: a (?:bit|little))?(?: please)?[.!]?"
)
_WHERE = re.compile(
    r"(?:a (?:bit|little) |much |even )?(?:(?:to|at|in|on|onto|near) the (?:very )?(?:top|bottom)(?: of the (?:picture|image|page))?|up|down|higher|lower|bigger|smaller|larger|on top|below|underneath)(?: (?:a bit|a little|more))?"
)
_OF_WORDS = ("caption", "caption_step", "caption_at", "caption_colour", "caption_face")


def told_of_the_words(prompt: str, base: Scene) -> str:
    """The wish with "it" told as the caption, where the last change was about that and the words fit a caption."""
    if not base.caption:
        return prompt
    if (shift := _UP_OR_DOWN.fullmatch(prompt.strip())) is not None:
        return f"move the {shift['what']} to the {'top' if shift['to'].lower() in ('up', 'higher') else 'bottom'}"
    if base.focus != _CAPTION:
        return prompt
    if (match := _GONE.fullmatch(prompt.strip())) is not None:
        return "remove the caption"
    if (match := _IT.fullmatch(prompt.strip())) is None:
        return prompt
    how = match["how"].lower()
    coloured = any(token.get("colours") for token in tokenise(how)[-1:]) and not re.match(r"an? ", how)
    if not coloured and _WHERE.fullmatch(how) is None:
        return prompt
    return told_of_the_words(f"{match['verb']} the caption {how}", msgspec.structs.replace(base, focus=None))


def how_lettered(now: Scene, then: Scene) -> str:
    """What became of the look of the words, behind their name in an English answer: `` – red, larger``; "" for another typeface."""
    said = [now.caption_colour] if now.caption_colour != then.caption_colour and now.caption_colour else []
    if now.caption_step != then.caption_step:
        said.append("larger" if now.caption_step > then.caption_step else "smaller")
    if now.caption_at != then.caption_at and now.caption_at:
        said.append(f"at the {now.caption_at}")
    return f" – {', '.join(said)}" if said else ""


def about_its_words(after: Scene, before: Scene) -> Scene:
    """The picture with the caption as what "it" means next, where the change was about that and nothing else."""
    changed = any(getattr(after, name) != getattr(before, name) for name in _OF_WORDS)
    if changed and after.caption and (after.objects, after.env) == (before.objects, before.env):
        return msgspec.structs.replace(after, focus=_CAPTION, together=())
    return after

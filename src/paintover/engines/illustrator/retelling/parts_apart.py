"""What an edit of several clauses asks of a mere part of a drawing: "make the dog bigger and its ears black".

Such a clause is taken out and told of, and does not go to the whole.
"""

from __future__ import annotations

import re

from paintover.domain.call import Language
from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.backdrops import INDOORS
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.called import drawn_with, is_called_so, part_of_a_drawing
from paintover.engines.illustrator.retelling.whom import WHO, one_called
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.wording import Pattern

_CLAUSES = re.compile(
    r"([,;] *(?:and |but )?| and (?=(?:make|paint|turn|give|put|let|have|add|remove|take|colou?r|dye|change|stick|poke|its|his|her|their)\b)|\.(?=\s) *)",
    re.IGNORECASE,
)
_UNSPOTTED = Pattern(
    r"(?:(?:remove|take away|take off|lose|delete|get rid of|drop) (?:all )?(?:(?:the|its|his|her|their) |the [a-z]+(?:'s|s') )|no |without (?:the |its )?)(?P<what>spots|stripes|patches|dots|markings)(?: (?:from|on|of|off) (?:the [a-z]+|it))?"
)
"""The marks of somebody's coat."""
_LEAVES = Pattern(
    r"(?:(?:make|paint|turn) )?(?:(?:the|its) (?:tree's |tree’s )?)?(?P<what>leaves|branches|trunk|bark) (?:(?:should|must|to) be |are |is )?(?:a (?:bit|little) |much |more )?(?:darker|lighter|brighter|thicker|thinner|bigger|smaller|longer|denser|paler)"
)
_SMEARED = Pattern(
    r"(?:(?:add|put|draw|with|have|there is) )?(?:some |a bit of |a smear of |a blob of )?(?P<stuff>flour|chocolate|jam|mud|paint|sauce|ketchup|ice cream|cream|dirt|crumbs|food|icing|soot|dust|foam|milk|honey|butter|snow) (?:all over|on) (?P<where>(?:his|her|its|their|the [a-z]+(?:'s|’s)) (?:nose|face|cheeks?|chin|hands?|forehead|mouth|fingers|clothes|shirt))(?: too| as well)?"
)
_CUT = Pattern(
    rf"(?:cut|slice|split|break|halve|chop) (?P<what>{WHO})(?: up)?(?: (?:in|into) (?:half|halves|two|pieces|slices|quarters|triangles))?"
)
_TONGUE = Pattern(
    rf"(?:(?:make|let|have) )?(?:{WHO} )?(?:should |must )?(?:stick|poke|put)(?:s|ing)? (?:out )?(?:his|her|its|their|your|the) (?P<what>tongues?)(?: out)?(?: at .+)?"
)
_SHOWS = Pattern(
    r"the (?:[a-z]+(?:'s|’s) )?(?P<what>windows?|doors?|portholes?|roof|chimney|cabin) (?:should |must |could )?(?:shows?|has|have|reveals?) .+"
)
_POSTURE = Pattern(
    rf"(?:(?:make|let|have) )?(?P<who>{WHO}) (?:should |must |is |to )*"
    r"(?:rear(?:s|ing)?(?: up)?(?: on (?:its|his|her) hind legs)?"
    r"|(?:cover|plug|block)(?:s|ing)? (?:up )?(?:its|his|her|their) (?:ears|mouth|nose)(?: with .+)?"
    r"|(?:look|glance|peer)(?:s|ing)? (?:back )?over (?:its|his|her|their) shoulders?)"
)
_QUOTES = re.compile(r"[“”\"「」『』]")


def without_parts(prompt: str, base: Scene, language: Language) -> tuple[str, tuple[str, ...]]:
    """The wish without what it asks of parts of drawings, and why that cannot be done.

    Raises:
        NotDrawable: nothing else is asked.
    """
    if (why_not := _refused(prompt, base, language)) is not None:
        raise NotDrawable(why_not)
    if _QUOTES.search(prompt):
        return prompt, ()
    parts = _CLAUSES.split(prompt)
    said = [_refused(clause, base, language) if at % 2 == 0 else None for at, clause in enumerate(parts)]
    told = tuple(why_not for why_not in said if why_not is not None)
    kept = [at for at in range(0, len(parts), 2) if said[at] is None and parts[at].strip()]
    if not told:
        return prompt, ()
    if not kept:
        raise NotDrawable(told[0])
    return "".join(f"{parts[at - 1] if at > kept[0] else ''}{parts[at]}" for at in kept), told


def _refused(clause: str, base: Scene, language: Language) -> str | None:
    """Why the clause cannot be done, where it asks for a change of a part alone, or for a posture that nobody draws."""
    if (word := part_of_a_drawing(clause, base) or _part(clause, base)) is not None:
        return notes.part_of_a_drawing(word, language)
    bare = clause.strip(" .!")
    if (smeared := _SMEARED.fullmatch(bare)) is not None:
        return notes.undrawn([f"{smeared['stuff']} on {smeared['where']}"], language)
    if (cut := _CUT.fullmatch(bare)) is not None and (dish := one_called(cut["what"], base)) is not None:
        laid = kinds()[dish.kind].habitat == "table"
        return notes.undrawn([f"{dish.label}, cut"], language) if laid else None
    match = _POSTURE.fullmatch(bare)
    beast = None if match is None else one_called(match["who"], base)
    return None if beast is None else notes.pose_not_drawn([beast.label], language)


def _part(clause: str, base: Scene) -> str | None:
    """The spots of a cow, a tongue, or the window in which something is to be seen."""
    bare = clause.strip(" .!")
    if (match := _UNSPOTTED.fullmatch(bare)) is not None:
        return None if any(one.pattern is not None for one in base.objects) else match["what"]
    if (match := _TONGUE.fullmatch(bare)) is not None:
        return match["what"]
    if (match := _LEAVES.fullmatch(bare)) is not None and not is_called_so(match["what"], base):
        return match["what"]
    if (match := _SHOWS.fullmatch(bare)) is None or is_called_so(match["what"], base):
        return None
    outdoors = base.env.place not in INDOORS
    return match["what"] if outdoors or drawn_with(match["what"], base) is not None else None

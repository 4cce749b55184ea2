"""What is said beside a picture: the engine's own remarks, and what the server has to tell about how it came to be."""

from __future__ import annotations

from collections.abc import Sequence

from paintover.domain.events import Redrawn
from paintover.domain.generation import Generation
from paintover.domain.task import Task
from paintover.planner.wording import alternative

_REDRAWN = {
    "zh": "前面的图已经取不到了，照对话重画了 {count} 张。",
    "en": "Earlier pictures could not be had any more; {count} were drawn again from the conversation.",
}
_CUT_OFF = {
    "zh": "对话的开头不在了，前面的图也取不到了：照剩下的话重画了 {count} 张，和原来的会不一样。",
    "en": "The beginning of this conversation is missing and its pictures could not be had any more; "
    "{count} were drawn again from the words that are left, and will differ from what they were.",
}


def notes_on(
    task: Task,
    kept: Sequence[Generation],
    redrawn: Redrawn | None,
    *,
    is_own_model: bool,
    offers_alternative: bool,
) -> list[str]:
    """What the engine has to say about a task's pictures, each sentence once; and, under our own model name, first what an
    edit has changed, then that pictures that had been lost were drawn again, and which other picture may have been meant
    (the other names keep to what their clients have always read)."""
    notes = list(dict.fromkeys(note for generation in kept for note in generation.notes))
    if not is_own_model:
        return notes
    notes[:0] = dict.fromkeys(one.changes for one in kept if one.changes is not None)
    if redrawn is not None:
        says = _CUT_OFF if redrawn.unknown else _REDRAWN
        notes.append(says[task.language].format(count=len(redrawn.names)))
    if offers_alternative and task.evidence is not None:
        offer = alternative(task.call, task.evidence, task.language)
        notes += [] if offer is None else [offer]
    return notes

"""A first wish in plain words: the ways in which people say things, each told as the grammar reads it, in order.

As `rewordings.py` for a change; here there is no picture yet of which anything could be meant.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from paintover.engines.illustrator.editing.at_a_film import told_with_popcorn
from paintover.engines.illustrator.editing.evenly import told_on_either_side
from paintover.engines.illustrator.editing.one_apiece import told_one_apiece
from paintover.engines.illustrator.grammar.typed import cleaned, in_full
from paintover.engines.illustrator.grammar.unquoted import quoted_on_boards
from paintover.engines.illustrator.retelling.ages import told_without_ages
from paintover.engines.illustrator.retelling.all_on_it import told_of_all_on_it
from paintover.engines.illustrator.retelling.at_a_feast import told_at_a_feast
from paintover.engines.illustrator.retelling.at_the_door import told_at_the_door
from paintover.engines.illustrator.retelling.at_the_pool import told_of_the_pool
from paintover.engines.illustrator.retelling.at_us import told_at_us
from paintover.engines.illustrator.retelling.by_the_hearth import told_by_the_hearth
from paintover.engines.illustrator.retelling.candles import told_of_the_icing
from paintover.engines.illustrator.retelling.costumes import told_of_costumes
from paintover.engines.illustrator.retelling.followed import told_as_following
from paintover.engines.illustrator.retelling.gatherings import told_at_the_table
from paintover.engines.illustrator.retelling.in_size import told_in_size
from paintover.engines.illustrator.retelling.looking_out import told_at_the_window
from paintover.engines.illustrator.retelling.namely import told_one_by_one
from paintover.engines.illustrator.retelling.numbered import told_with_numbers
from paintover.engines.illustrator.retelling.of_it import told_of_it, told_of_its_tower
from paintover.engines.illustrator.retelling.of_its_kind import told_of_its_kind
from paintover.engines.illustrator.retelling.of_the_absent import told_without_who_is_absent
from paintover.engines.illustrator.retelling.of_the_couple import told_of_the_couple
from paintover.engines.illustrator.retelling.on_both_sides import told_on_both_sides
from paintover.engines.illustrator.retelling.one_by_one import told_each_by_name
from paintover.engines.illustrator.retelling.onlookers import told_of_help, told_of_onlookers
from paintover.engines.illustrator.retelling.place_first import told_place_first, told_without_its_owner
from paintover.engines.illustrator.retelling.portraits import told_of_the_sitter
from paintover.engines.illustrator.retelling.race import told_of_the_race
from paintover.engines.illustrator.retelling.round_whom import told_round_whom
from paintover.engines.illustrator.retelling.seated import told_with_the_seat
from paintover.engines.illustrator.retelling.setting_out import told_as_doing_it
from paintover.engines.illustrator.retelling.shortened import told_by_its_whole_name
from paintover.engines.illustrator.retelling.stations import told_inside
from paintover.engines.illustrator.retelling.teams import told_of_the_teams
from paintover.engines.illustrator.retelling.there_too import told_there_too
from paintover.engines.illustrator.retelling.unknown_deeds import told_as_deeds
from paintover.engines.illustrator.retelling.unquoted_abroad import quoted_abroad
from paintover.engines.illustrator.retelling.while_speaking import told_while_speaking
from paintover.engines.illustrator.retelling.who_is_there import told_by_who_is_there
from paintover.engines.illustrator.retelling.whole_scenes import told_as_typed_scenes, told_by_whole_scenes
from paintover.engines.illustrator.retelling.whom_first import told_of_whom_first

Pass = Callable[[str], str]
"""Tells one way of speaking plainly, and leaves the rest as it is."""


def _of_a_new_one(tell: Callable[[str, None], str]) -> Pass:
    """The pass of one that a change uses as well, which has a picture to look at."""
    return lambda prompt: tell(prompt, None)


_TYPED: Sequence[Pass] = (
    quoted_abroad,
    quoted_on_boards,  # ahead of all, so that no pass reads what is to be written as a part of the wish
    _of_a_new_one(told_at_us),  # ahead of onlookers, who look at somebody
    told_at_a_feast,
    told_on_both_sides,
    told_of_help,
    told_of_onlookers,  # ahead of who is there, which leaves out that they look
    told_of_its_kind,
    told_each_by_name,
    told_as_typed_scenes,
    told_as_doing_it,
    told_by_who_is_there,
    told_at_the_table,
    told_of_the_icing,
    told_at_the_window,
    told_there_too,
    told_with_popcorn,
    told_of_costumes,
)
"""What only the wish as it was typed shows."""
_CLEANED: Sequence[Pass] = (cleaned, in_full, told_of_the_sitter, told_one_by_one)
"""What is read before the medium in which it is to be drawn is taken off."""
_PLAIN: Sequence[Pass] = (
    told_by_whole_scenes,  # ahead of all that look at single words of such a deed
    told_of_the_pool,
    told_as_following,
    told_as_deeds,
    told_of_all_on_it,
    told_of_whom_first,
    told_without_its_owner,  # ahead of who is absent: a teenager's bedroom is a bedroom, not anybody's room
    told_without_who_is_absent,
    told_without_ages,
    told_while_speaking,
    told_of_the_couple,
    told_in_size,
    told_round_whom,
    _of_a_new_one(told_with_the_seat),
    _of_a_new_one(told_at_the_door),
    told_place_first,  # behind seats and doors, which tell where somebody is
    told_on_either_side,
    told_inside,
    told_of_it,
    told_of_its_tower,
    told_by_its_whole_name,
    told_one_apiece,
    told_by_the_hearth,
    told_with_numbers,
    told_of_the_teams,
    told_of_the_race,
)
"""All that is told plainly once the medium is known."""


def as_typed(prompt: str) -> str:
    """The wish with its table, its icing and its window told plainly."""
    return _through(_TYPED, prompt)


def as_read(prompt: str) -> str:
    """The wish without slips of the keyboard, and one thing after the other."""
    return _through(_CLEANED, prompt)


def in_plain_words(prompt: str) -> str:
    """The wish, of which the medium is known, as the grammar reads it."""
    return _through(_PLAIN, prompt)


def _through(passes: Sequence[Pass], prompt: str) -> str:
    for tell in passes:
        prompt = tell(prompt)
    return prompt

"""Reading the options that an operator has written for an engine."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

from paintover.domain.errors import BadRequest

Options = TypeVar("Options", bound=msgspec.Struct)


class NoOptions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The options of an engine that has none."""


def read_options(kind: type[Options], options: Mapping[str, Any], *, engine: str) -> Options:
    """`options` as a `kind`, whose fields say what there is; texts count as what they spell.

    Raises:
        BadRequest: an unknown option, or a value of another form; values are not repeated, since one may be a key.
    """
    try:
        return msgspec.convert(dict(options), kind, strict=False)
    except msgspec.ValidationError as exc:
        known = ", ".join(kind.__struct_fields__) or "none"
        raise BadRequest(
            f"The options of the engine '{engine}' are not usable: {exc}. Options: {known}."
        ) from exc

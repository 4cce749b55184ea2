"""From the parameters that an operator sets for a model to the arguments of a pipeline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from paintover.domain.errors import BadRequest
from paintover.engines.diffusers.catalogue import Pipeline
from paintover.engines.diffusers.frames import Lora

STRENGTH = 0.6
"""How much of a picture is drawn anew where nobody says."""
_SHORT = {
    "steps": "num_inference_steps",
    "guidance": "guidance_scale",
    "negative": "negative_prompt",
    "strength": "strength",
}
_OURS = frozenset(
    {
        "prompt",
        "image",
        "mask_image",
        "generator",
        "height",
        "width",
        "num_images_per_prompt",
        "num_inference_steps",
        "guidance_scale",
        "negative_prompt",
        "output_type",
        "return_dict",
        "callback",
        "callback_on_step_end",
        "callback_on_step_end_tensor_inputs",
    }
)
"""What an order says itself, or has a shorter name."""


class Known(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The parameters that have a name of ours. Each goes to those pipelines that know it."""

    steps: Annotated[int, Meta(ge=1, le=1000)] | None = None
    guidance: Annotated[float, Meta(ge=0, le=100)] | None = None
    negative: str | None = None
    strength: Annotated[float, Meta(gt=0, le=1)] | None = None
    loras: list[str] | dict[str, float] = []
    """Which LoRAs are laid over the model, or how strongly each."""


def read_parameters(
    parameters: Mapping[str, Any], pipelines: Iterable[Pipeline], loras: Iterable[str]
) -> None:
    """Find out whether parameters can be used: each has a name of ours, or is an argument of one of `pipelines`.

    Raises:
        BadRequest: one cannot.
    """
    known = _known(parameters)
    takes = frozenset[str]().union(*(each.takes for each in pipelines)) - _OURS
    for name, value in parameters.items():
        if name in Known.__struct_fields__:
            continue
        if name not in takes:
            raise BadRequest(
                f"The model's pipeline has no parameter '{name}'. There are "
                f"{', '.join(Known.__struct_fields__)}, and of its own: {', '.join(sorted(takes)) or 'none'}."
            )
        if not _is_plain(value):
            raise BadRequest(
                f"The parameter '{name}' is a text, a number, true, false, or a list of numbers."
            )
    if missing := [name for name in known.loras if name not in loras]:
        raise BadRequest(f"No LoRA is called '{missing[0]}'. There are: {', '.join(loras) or 'none'}.")


def arguments_for(each: Pipeline, parameters: Mapping[str, Any]) -> dict[str, Any]:
    """What a pipeline is given of `parameters`: what it does not know is left out.

    Raises:
        BadRequest: a value is of another form.
    """
    known = _known(parameters)
    said = {full: getattr(known, short) for short, full in _SHORT.items()}
    said |= {name: value for name, value in parameters.items() if name not in Known.__struct_fields__}
    if "mask_image" in each.takes:
        # What is masked is drawn anew in whole, unless the pipeline itself thinks otherwise.
        del said["strength"]
    elif said["strength"] is None:
        said["strength"] = STRENGTH
    return {name: value for name, value in said.items() if value is not None and name in each.takes}


def loras_for(parameters: Mapping[str, Any], loras: Mapping[str, Lora]) -> tuple[Lora, ...]:
    """The LoRAs that `parameters` name, with the weight that each has there.

    Raises:
        BadRequest: there is no such.
    """
    named = _known(parameters).loras
    try:
        if isinstance(named, list):
            return tuple(loras[name] for name in dict.fromkeys(named))
        return tuple(
            msgspec.structs.replace(loras[name], weight=float(weight)) for name, weight in named.items()
        )
    except KeyError as exc:
        raise BadRequest(f"No LoRA is called '{exc.args[0]}'.") from exc


def _known(parameters: Mapping[str, Any]) -> Known:
    ours = {name: value for name, value in parameters.items() if name in Known.__struct_fields__}
    try:
        return msgspec.convert(ours, Known, strict=False)
    except msgspec.ValidationError as exc:
        raise BadRequest(f"The parameters of the engine 'diffusers' are not usable: {exc}.") from exc


def _is_plain(value: object) -> bool:
    if isinstance(value, list):
        return all(isinstance(each, int | float) for each in value)
    return isinstance(value, str | int | float | bool)

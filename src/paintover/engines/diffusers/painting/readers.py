"""The part of a pipeline that a language model reads words and pictures with, where torchvision is not installed.

The library's own need torchvision, which has to be of the very build that torch is of, or neither can be imported. What
they need it for is never asked of them here: Qwen's reads videos too, and FLUX.2's is given words alone. So there is
another for each.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

from transformers import AutoTokenizer, Qwen2VLProcessor

from paintover.engines.diffusers.folder import index_of


class PictureReader(Qwen2VLProcessor):  # type: ignore[misc]
    """Qwen's reader of words and pictures, without that of videos."""

    def __init__(
        self, image_processor: Any = None, tokenizer: Any = None, chat_template: Any = None, **options: Any
    ) -> None:
        """The library sees by these names what there is to load."""
        super().__init__(image_processor, tokenizer, chat_template=chat_template, **options)


_INSTEAD = {"Qwen2VLProcessor": PictureReader, "PixtralProcessor": AutoTokenizer}


def readers(folder: Path) -> dict[str, Any]:
    """Parts that a pipeline's folder is loaded with in the place of its own, by their names.

    Raises:
        OSError, ValueError: a file is damaged.
    """
    if find_spec("torchvision") is not None:
        return {}
    return {
        part: _INSTEAD[made_of[1]].from_pretrained(folder / part, local_files_only=True)
        for part, made_of in index_of(str(folder)).items()
        if isinstance(made_of, list) and made_of[0] == "transformers" and made_of[1] in _INSTEAD
    }

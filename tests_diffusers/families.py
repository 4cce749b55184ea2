"""Tiny pipelines of the families that are told what to change, and of those whose words are read by a language model."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import torch
from diffusers import (
    AutoencoderKLFlux2,
    AutoencoderKLQwenImage,
    DiffusionPipeline,
    FlowMatchEulerDiscreteScheduler,
    Flux2KleinPipeline,
    Flux2Pipeline,
    Flux2Transformer2DModel,
    QwenImageEditPipeline,
    QwenImageEditPlusPipeline,
    QwenImagePipeline,
    QwenImageTransformer2DModel,
    ZImagePipeline,
    ZImageTransformer2DModel,
)
from tokenizers.pre_tokenizers import ByteLevel
from transformers import (
    Mistral3Config,
    Mistral3ForConditionalGeneration,
    Qwen2_5_VLConfig,
    Qwen2_5_VLForConditionalGeneration,
    Qwen2Tokenizer,
    Qwen3Config,
    Qwen3ForCausalLM,
    Qwen3Model,
)
from transformers.models.qwen2_vl.image_processing_pil_qwen2_vl import Qwen2VLImageProcessorPil

from paintover.engines.diffusers.painting.readers import PictureReader
from tests_diffusers.tiny import WIDTH, autoencoder, saved

TEMPLATE = (
    "{% for message in messages %}<|im_start|>{{ message['role'] }}\n"
    "{% if message['content'] is string %}{{ message['content'] }}"
    "{% else %}{% for part in message['content'] %}{{ part['text'] }}{% endfor %}{% endif %}<|im_end|>\n"
    "{% endfor %}{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
MARKS = (
    "<|endoftext|>", "<|im_start|>", "<|im_end|>", "<|vision_start|>", "<|vision_end|>", "<|image_pad|>",
    "<|video_pad|>", "[IMG]", "[IMG_BREAK]", "[IMG_END]",
)  # fmt: skip
HEADS = {"num_hidden_layers": 1, "num_attention_heads": 2, "num_key_value_heads": 2}
BODY = {"hidden_size": WIDTH, "intermediate_size": WIDTH, "max_position_embeddings": 4096}


def qwen(folder: Path, kind: type[DiffusionPipeline], *, seed: int = 3) -> Path:
    """A pipeline of Qwen-Image; its files of words and pictures are named as in the published models."""
    torch.manual_seed(seed)
    letters = _letters()
    at = letters.convert_tokens_to_ids
    parts: dict[str, Any] = {}
    if kind is not QwenImagePipeline:
        pictures = Qwen2VLImageProcessorPil(min_pixels=28 * 28, max_pixels=56 * 56)
        parts["processor"] = PictureReader(pictures, letters)
    pipe = kind(
        scheduler=FlowMatchEulerDiscreteScheduler(use_dynamic_shifting=True),
        vae=AutoencoderKLQwenImage(
            base_dim=2, z_dim=4, dim_mult=[1, 1, 1, 1], num_res_blocks=1, temperal_downsample=[False, True, True],
            latents_mean=[0.0] * 4, latents_std=[1.0] * 4,
        ),
        text_encoder=Qwen2_5_VLForConditionalGeneration(
            Qwen2_5_VLConfig(
                text_config={
                    **BODY, **HEADS, "vocab_size": len(letters), "eos_token_id": 0, "bos_token_id": 0,
                    "rope_parameters": {"rope_type": "default", "rope_theta": 1e6, "mrope_section": [1, 1, 2]},
                },
                vision_config={
                    "depth": 1, "hidden_size": WIDTH, "intermediate_size": WIDTH, "num_heads": 2,
                    "out_hidden_size": WIDTH, "fullatt_block_indexes": [0],
                },
                image_token_id=at("<|image_pad|>"), video_token_id=at("<|video_pad|>"),
                vision_start_token_id=at("<|vision_start|>"), vision_end_token_id=at("<|vision_end|>"),
            )
        ),
        tokenizer=letters,
        transformer=QwenImageTransformer2DModel(
            in_channels=16, out_channels=4, num_layers=1, attention_head_dim=16, num_attention_heads=2,
            joint_attention_dim=WIDTH, axes_dims_rope=(4, 6, 6),
        ),
        **parts,
    )  # fmt: skip
    saved(pipe, folder)
    if parts:
        _as_published(folder)
    return folder


def klein(folder: Path) -> Path:
    """A Flux2KleinPipeline, which draws, edits with several sources, and has a class beside it for masks."""
    torch.manual_seed(4)
    layers = {"num_hidden_layers": 28}
    letters = _letters()
    pipe = Flux2KleinPipeline(
        scheduler=FlowMatchEulerDiscreteScheduler(use_dynamic_shifting=True),
        vae=_flux2_autoencoder(),
        text_encoder=Qwen3ForCausalLM(
            Qwen3Config(**BODY, **HEADS | layers, vocab_size=len(letters), bos_token_id=0, eos_token_id=0)
        ),
        tokenizer=letters,
        transformer=_flux2_transformer(guidance_embeds=False),
        is_distilled=True,
    )
    return saved(pipe, folder)


def flux2(folder: Path) -> Path:
    """A Flux2Pipeline, which draws, and edits with many sources."""
    torch.manual_seed(5)
    letters = _letters()
    text = {**BODY, **HEADS, "num_hidden_layers": 31, "vocab_size": len(letters), "model_type": "mistral"}
    pictures = {
        "hidden_size": WIDTH,
        "intermediate_size": WIDTH,
        "num_hidden_layers": 1,
        "num_attention_heads": 2,
    }
    pipe = Flux2Pipeline(
        scheduler=FlowMatchEulerDiscreteScheduler(use_dynamic_shifting=True),
        vae=_flux2_autoencoder(),
        text_encoder=Mistral3ForConditionalGeneration(
            Mistral3Config(
                text_config={**text, "bos_token_id": 0, "eos_token_id": 0, "head_dim": 8},
                vision_config={**pictures, "model_type": "pixtral", "image_size": 32, "patch_size": 8},
                image_token_index=letters.convert_tokens_to_ids("[IMG]"),
            )
        ),
        tokenizer=letters,
        transformer=_flux2_transformer(guidance_embeds=True),
    )
    saved(pipe, folder)
    _say_part(folder, "tokenizer", "PixtralProcessor")
    return folder


def z_image(folder: Path) -> Path:
    """A ZImagePipeline, which draws; the classes beside it draw over a picture, and within a mask."""
    torch.manual_seed(6)
    letters = _letters()
    transformer = ZImageTransformer2DModel(
        in_channels=4, dim=32, n_layers=1, n_refiner_layers=1, n_heads=2, n_kv_heads=2, cap_feat_dim=WIDTH,
        axes_dims=[8, 4, 4], axes_lens=[1024, 32, 32],
    )  # fmt: skip
    with torch.no_grad():
        # The library leaves these as it finds the memory.
        transformer.x_pad_token.fill_(1)
        transformer.cap_pad_token.fill_(1)
    pipe = ZImagePipeline(
        scheduler=FlowMatchEulerDiscreteScheduler(),
        vae=autoencoder(shift_factor=0.1, scaling_factor=0.5),
        text_encoder=Qwen3Model(
            Qwen3Config(
                **BODY, **HEADS | {"num_hidden_layers": 2}, vocab_size=len(letters), bos_token_id=0, eos_token_id=0
            )
        ),
        tokenizer=letters,
        transformer=transformer,
    )  # fmt: skip
    return saved(pipe, folder)


def _letters() -> Qwen2Tokenizer:
    pieces = [*MARKS, *sorted(ByteLevel.alphabet())]
    letters = Qwen2Tokenizer(vocab={piece: at for at, piece in enumerate(pieces)}, merges=[])
    letters.add_special_tokens({"additional_special_tokens": list(MARKS)})
    letters.chat_template = TEMPLATE
    return letters


def _flux2_autoencoder() -> AutoencoderKLFlux2:
    return AutoencoderKLFlux2(
        block_out_channels=(4, 4, 4, 8, 8, 8),
        down_block_types=("DownEncoderBlock2D",) * 6,
        up_block_types=("UpDecoderBlock2D",) * 6,
        latent_channels=4,
        norm_num_groups=2,
        layers_per_block=1,
    )


def _flux2_transformer(*, guidance_embeds: bool) -> Flux2Transformer2DModel:
    return Flux2Transformer2DModel(
        in_channels=16,
        num_layers=1,
        num_single_layers=1,
        attention_head_dim=16,
        num_attention_heads=2,
        joint_attention_dim=3 * WIDTH,
        axes_dims_rope=(4, 4, 4, 4),
        guidance_embeds=guidance_embeds,
    )


def _as_published(folder: Path) -> None:
    """Rewrite what names the reader of pictures as older releases wrote it, which published models still have."""
    held = folder / "processor" / "processor_config.json"
    options = json.loads(held.read_text("utf-8"))["image_processor"]
    published = {
        **options,
        "image_processor_type": "Qwen2VLImageProcessorFast",
        "processor_class": "Qwen2VLProcessor",
    }
    (held.parent / "preprocessor_config.json").write_text(json.dumps(published), "utf-8")
    held.unlink()
    _say_part(folder, "processor", "Qwen2VLProcessor")


def _say_part(folder: Path, part: str, kind: str) -> None:
    index = folder / "model_index.json"
    parts = json.loads(index.read_text("utf-8"))
    index.write_text(json.dumps({**parts, part: ["transformers", kind]}), "utf-8")


if __name__ == "__main__":
    where = Path(sys.argv[1])
    qwen(where / "qwen", QwenImagePipeline)
    qwen(where / "qwen-edit", QwenImageEditPipeline)
    qwen(where / "qwen-edit-plus", QwenImageEditPlusPipeline)
    klein(where / "klein")
    flux2(where / "flux2")
    z_image(where / "z-image")

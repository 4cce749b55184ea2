"""Pipelines that are whole and tiny: their weights are drawn by lot, and what they draw is colourful noise.

Their autoencoders have a scale of 32, so that a picture of a usual size has few latents and is drawn in a moment.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from diffusers import (
    AutoencoderKL,
    DDIMScheduler,
    DiffusionPipeline,
    FlowMatchEulerDiscreteScheduler,
    FluxKontextPipeline,
    FluxTransformer2DModel,
    StableDiffusionPipeline,
    UNet2DConditionModel,
)
from diffusers.pipelines.stable_diffusion.safety_checker import StableDiffusionSafetyChecker
from peft import LoraConfig
from peft.utils import get_peft_model_state_dict
from transformers import (
    CLIPConfig,
    CLIPImageProcessorPil,
    CLIPTextConfig,
    CLIPTextModel,
    CLIPTokenizer,
    T5Config,
    T5EncoderModel,
    T5TokenizerFast,
)

LETTERS = [chr(code) for code in range(33, 127)]
WIDTH = 16


def stable_diffusion(folder: Path, *, seed: int = 0, safe: bool = True) -> Path:
    """A StableDiffusionPipeline, with its weights as safetensors or else as pickles."""
    torch.manual_seed(seed)
    pipe = StableDiffusionPipeline(
        vae=autoencoder(),
        text_encoder=_clip(),
        tokenizer=_letters(),
        unet=UNet2DConditionModel(
            block_out_channels=(8, 16),
            layers_per_block=1,
            sample_size=32,
            in_channels=4,
            out_channels=4,
            down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"),
            up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"),
            cross_attention_dim=WIDTH,
            attention_head_dim=4,
            norm_num_groups=4,
        ),
        scheduler=DDIMScheduler(steps_offset=1, clip_sample=False),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    )
    return saved(pipe, folder, safe=safe)


def kontext(folder: Path, *, seed: int = 1) -> Path:
    """A FluxKontextPipeline, which draws, and edits by what words say."""
    torch.manual_seed(seed)
    pipe = FluxKontextPipeline(
        scheduler=FlowMatchEulerDiscreteScheduler(),
        vae=autoencoder(shift_factor=0.1, scaling_factor=0.5),
        text_encoder=_clip(),
        tokenizer=_letters(),
        text_encoder_2=T5EncoderModel(
            T5Config(vocab_size=len(LETTERS) + 4, d_model=WIDTH, d_kv=8, d_ff=16, num_layers=1, num_heads=2)
        ),
        tokenizer_2=_t5_letters(),
        transformer=FluxTransformer2DModel(
            patch_size=1,
            in_channels=16,
            num_layers=1,
            num_single_layers=1,
            attention_head_dim=16,
            num_attention_heads=2,
            joint_attention_dim=WIDTH,
            pooled_projection_dim=WIDTH,
            axes_dims_rope=(4, 6, 6),
            guidance_embeds=True,
        ),
    )
    return saved(pipe, folder)


def guarded(folder: Path, base: Path, *, threshold: float) -> Path:
    """`base`, a StableDiffusionPipeline, with a safety checker of its own: the lower the threshold, the more it withholds."""
    torch.manual_seed(9)
    eyes = {
        "hidden_size": WIDTH, "intermediate_size": WIDTH, "num_hidden_layers": 1, "num_attention_heads": 2,
        "image_size": 32, "patch_size": 16,
    }  # fmt: skip
    checker = StableDiffusionSafetyChecker(CLIPConfig(vision_config=eyes, projection_dim=WIDTH))
    for weights in (checker.concept_embeds_weights, checker.special_care_embeds_weights):
        torch.nn.init.constant_(weights, threshold)
    pipe = StableDiffusionPipeline.from_pretrained(base)
    pipe.register_modules(
        safety_checker=checker,
        feature_extractor=CLIPImageProcessorPil(
            size={"shortest_edge": 32}, crop_size={"height": 32, "width": 32}
        ),
    )
    pipe.register_to_config(requires_safety_checker=True)
    return saved(pipe, folder)


def lora(folder: Path, *, seed: int = 2) -> Path:
    """A LoRA for `stable_diffusion`, strong enough to be seen. Returns its file."""
    torch.manual_seed(seed)
    unet = StableDiffusionPipeline.from_pretrained(stable_diffusion(folder / "base")).unet
    unet.add_adapter(LoraConfig(r=2, init_lora_weights=False, target_modules=["to_q", "to_k", "to_v"]))
    with torch.no_grad():
        for name, weights in unet.named_parameters():
            if "lora" in name:
                weights.mul_(20)
    StableDiffusionPipeline.save_lora_weights(folder, unet_lora_layers=get_peft_model_state_dict(unet))
    return folder / "pytorch_lora_weights.safetensors"


def autoencoder(**options: float) -> AutoencoderKL:
    return AutoencoderKL(
        block_out_channels=(4, 4, 4, 8, 8, 8),
        down_block_types=["DownEncoderBlock2D"] * 6,
        up_block_types=["UpDecoderBlock2D"] * 6,
        latent_channels=4,
        norm_num_groups=2,
        layers_per_block=1,
        **options,
    )


def _clip() -> CLIPTextModel:
    last = 2 * len(LETTERS) + 1
    return CLIPTextModel(
        CLIPTextConfig(
            vocab_size=last + 1,
            hidden_size=WIDTH,
            intermediate_size=WIDTH,
            num_hidden_layers=1,
            num_attention_heads=2,
            bos_token_id=last - 1,
            eos_token_id=last,
            pad_token_id=last,
        )
    )


def _letters() -> CLIPTokenizer:
    pieces = [*LETTERS, *(f"{letter}</w>" for letter in LETTERS), "<|startoftext|>", "<|endoftext|>"]
    return CLIPTokenizer(vocab={piece: at for at, piece in enumerate(pieces)}, merges=[], model_max_length=77)


def _t5_letters() -> T5TokenizerFast:
    pieces = ["<pad>", "</s>", "<unk>", "\u2581", *LETTERS]
    return T5TokenizerFast(vocab=[(piece, 0.0) for piece in pieces], extra_ids=0)


def saved(pipe: DiffusionPipeline, folder: Path, *, safe: bool = True) -> Path:
    options: dict[str, Any] = {} if safe else {"safe_serialization": False}
    pipe.save_pretrained(folder, **options)
    return folder


if __name__ == "__main__":
    import sys

    where = Path(sys.argv[1])
    stable_diffusion(where / "sd")
    stable_diffusion(where / "other", seed=5)
    stable_diffusion(where / "pickled", safe=False)
    kontext(where / "kontext")
    lora(where / "lora")
    lora(where / "lora-too", seed=7)

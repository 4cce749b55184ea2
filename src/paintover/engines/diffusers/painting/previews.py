"""What an unfinished picture looks like, without the cost of decoding it.

A latent's colours are nearly a linear function of its channels. Which one depends on the autoencoder, so it is found by
asking it: a chart of random colours is encoded once, and the map from its latents back to its colours is fitted by least
squares. That serves every autoencoder, and takes as long as encoding one small picture.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
from torch.nn.functional import interpolate

from paintover.engines.diffusers.frames import Pixels

CELLS = 24
"""The chart has so many fields along each side."""
LONGEST_SIDE = 512
_ENLARGED = 4


@dataclass(frozen=True, slots=True)
class Colours:
    """The map from a latent's channels to colours from 0 to 1."""

    weights: torch.Tensor
    """Channels + 1 (a constant) x 3."""

    def look(self, latent: torch.Tensor) -> Pixels:
        """An unfinished picture: `latent` has channels x height x width."""
        channels, height, width = latent.shape
        flat = latent.detach().to("cpu", torch.float32).reshape(channels, -1).T
        colours = torch.hstack([flat, torch.ones(len(flat), 1)]) @ self.weights
        image = colours.T.reshape(1, 3, height, width)
        scale = min(_ENLARGED, LONGEST_SIDE / max(height, width))
        image = interpolate(image, scale_factor=scale, mode="bilinear", antialias=scale < 1)[0]
        pixels = (image.nan_to_num(0.0).clamp(0, 1) * 255).round().to(torch.uint8).permute(1, 2, 0)
        return Pixels(pixels.shape[1], pixels.shape[0], 3, pixels.contiguous().numpy().tobytes())


def fit_colours(pipe: Any) -> Colours | None:
    """The colours of a pipeline's latents; None where they cannot be told."""
    vae, factor = pipe.vae, int(pipe.vae_scale_factor)
    has_time = vae.config.get("z_dim") is not None
    chance = torch.Generator("cpu").manual_seed(0)
    fields = torch.rand((1, 3, CELLS, CELLS), generator=chance)
    # Half of it soft, as pictures are, and half of it in plain fields.
    soft = interpolate(torch.rand((1, 3, 6, 6), generator=chance), size=(CELLS, CELLS), mode="bilinear")
    fields[..., : CELLS // 2] = soft[..., : CELLS // 2]
    chart = interpolate(fields, scale_factor=factor, mode="nearest") * 2 - 1
    if has_time:
        chart = chart.unsqueeze(2)
    device = pipe._execution_device
    kept_as = next(vae.parameters()).dtype
    # Some autoencoders leave the range of float16, and say so.
    is_raised = kept_as == torch.float16 and bool(vae.config.get("force_upcast"))
    if is_raised:
        vae.to(torch.float32)
    with torch.no_grad():
        coded = vae.encode(chart.to(device, torch.float32 if is_raised else kept_as))
    if is_raised:
        vae.to(kept_as)
    latent = coded.latent_dist.mode().float().cpu()
    if has_time:
        latent = latent.squeeze(2)
    latent = normalised(latent, vae.config)[0]
    if latent.shape[1:] != (CELLS, CELLS) or not bool(latent.isfinite().all()):
        return None
    known = torch.hstack([latent.reshape(len(latent), -1).T, torch.ones(CELLS * CELLS, 1)])
    wanted = fields[0].reshape(3, -1).T
    # A little weight on small factors: in a tiny autoencoder channels may be copies of each other.
    square = known.T @ known + 1e-3 * torch.eye(known.shape[1])
    return Colours(torch.linalg.solve(square, known.T @ wanted))


def normalised(latent: torch.Tensor, config: Any) -> torch.Tensor:
    """An autoencoder's latents as the denoiser knows them."""
    scale = config.get("scaling_factor") or 1.0
    if config.get("latents_mean") is not None and config.get("latents_std") is not None:
        mean = torch.tensor(config["latents_mean"]).reshape(1, -1, 1, 1)
        std = torch.tensor(config["latents_std"]).reshape(1, -1, 1, 1)
        return (latent - mean) / std * scale
    return (latent - (config.get("shift_factor") or 0.0)) * scale


def unpacked(pipe: Any, latents: torch.Tensor, width: int, height: int) -> torch.Tensor | None:
    """Latents as pictures x channels x height x width, whatever form a pipeline works on; None for an unknown one, and where
    it works on another size than it was told, as some do."""
    if latents.ndim == 3 and hasattr(pipe, "_unpack_latents"):
        try:
            latents = pipe._unpack_latents(latents, height, width, pipe.vae_scale_factor)
        except RuntimeError:
            return None
    if latents.ndim == 5 and latents.shape[2] == 1:
        latents = latents.squeeze(2)
    return latents if latents.ndim == 4 else None

"""A ComfyUI server as an engine.

`workflow` fills a workflow in API format with what an order says; `server` speaks ComfyUI's HTTP routes; `watching`
listens to its socket; `failures` makes our errors of its; `engine` puts it together.
"""

from paintover.engines.comfyui.engine import ComfyEngine, build

__all__ = ["ComfyEngine", "build"]

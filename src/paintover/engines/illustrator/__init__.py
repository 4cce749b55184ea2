"""The built-in illustrator: words to a scene, a scene to a picture. No GPU, no key, no network."""

from paintover.engines.illustrator.engine import IllustratorEngine, build

__all__ = ["IllustratorEngine", "build"]

"""Engines draw. Each is one module or package that the registry loads by entry point (`paintover.engines`)."""

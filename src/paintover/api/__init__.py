"""The surfaces: one file each. Wire models stay here; nothing below knows HTTP."""

"""Measurements, run by `make bench`. Every figure in the docs comes from here."""

"""What Paintover talks about, as values without I/O.

A request enters as a `Conversation`, is planned into a `Call`, becomes a `Task`, is painted by an engine and is
kept as a `Generation`. Nothing in this package imports anything of the layers above it.
"""

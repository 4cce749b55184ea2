"""A whole picture: pixels, SVG, styles, filters, frames, files."""

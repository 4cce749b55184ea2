"""Words in pictures: fonts, lines that fit, titles of sheets."""

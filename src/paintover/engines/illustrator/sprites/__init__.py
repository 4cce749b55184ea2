"""What one thing looks like: its drawing on the unit square, its parts, poses, moods, clothes and colours."""

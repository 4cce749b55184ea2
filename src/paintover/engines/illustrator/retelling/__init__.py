"""What people say in short, loosely or in passing about a picture, told so that the grammar reads it."""

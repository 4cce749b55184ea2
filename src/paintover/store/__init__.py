"""What is kept: records in SQLite, pictures as files, keys as HMACs. Nothing here knows HTTP or engines."""

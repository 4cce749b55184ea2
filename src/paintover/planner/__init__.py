"""Planners turn a conversation into a call."""

"""Organisations, people and their posts, the Actor value, sign-in."""

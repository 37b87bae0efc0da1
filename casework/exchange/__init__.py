"""Histories in: replay of published cases through the same door as the screens."""

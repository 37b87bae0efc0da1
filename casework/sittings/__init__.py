"""Sittings (排期): when and where sessions and hearings are held; slots that suit everybody, and the calendar of an office."""

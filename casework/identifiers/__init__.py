"""Numbers, names, amounts and dates as people write them: read, brought to one form, and doubted in words."""

from casework.identifiers.checking import check
from casework.identifiers.result import Check, Problem

__all__ = ["Check", "Problem", "check"]

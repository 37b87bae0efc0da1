"""The rule book as data: which article a rule rests on, on a day; and how questions of machines are read."""

from casework.law.citations import Citation, UnknownRule, all_rules, canonical, cite

__all__ = ["Citation", "UnknownRule", "all_rules", "canonical", "cite"]

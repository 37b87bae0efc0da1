"""Mediators, sessions, terms, the agreement, its signatures and its effective date."""

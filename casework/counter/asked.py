"""What an address asks for after its question mark, brought to a shape that every database takes."""

from flask import request

LARGEST = 2**31 - 1


def asked_text(name: str, longest: int = 80) -> str:
    """The text asked for: without control signs and outer spaces, cut to a length; empty where nothing was asked."""
    typed = request.args.get(name, "")
    return "".join(char for char in typed if char.isprintable()).strip()[:longest]


def asked_number(name: str) -> int | None:
    """The key asked for, None where there is none or none that a row could have."""
    typed = request.args.get(name, type=int)
    return typed if typed is not None and 0 <= typed <= LARGEST else None

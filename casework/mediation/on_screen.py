"""A signature given on a screen, as the acts of signing tell it."""

from dataclasses import dataclass
from datetime import datetime

PORTAL, PASSWORD = "portal", "password"


@dataclass(frozen=True)
class OnScreen:
    """A signature given on a screen: how identity was proved (portal, password), what was signed, when (UTC).

    `at` None is the instant of the act itself.
    """

    proved: str
    text_sha256: str
    at: datetime | None = None

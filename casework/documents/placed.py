"""A drawn paper with the place of its seal: over the date under the office."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SealPlace:
    """The middle of the seal: page (from 0), and points from the page's lower left corner."""

    page: int
    x: float
    y: float


@dataclass(frozen=True)
class Drawn:
    """A paper as PDF, and where its seal goes if it has one."""

    pdf: bytes
    seal: SealPlace | None

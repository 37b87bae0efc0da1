"""The end of a paper: signatures and the office over its date never stand on a page without text."""

from collections.abc import Sequence
from itertools import pairwise

from reportlab.platypus import Flowable


class Tail(Flowable):
    """Text that splits (`body`, under its `lead`) and what must not part from its end (`rest`).

    Where all of it does not fit, the last lines or the last row of the text go over to the next page with the rest.
    """

    def __init__(self, lead: Sequence[Flowable], body: Flowable, rest: Sequence[Flowable], *, page: float) -> None:
        super().__init__()
        self.lead, self.body, self.rest, self.page = list(lead), body, list(rest), page

    @property
    def parts(self) -> list[Flowable]:
        """All of it in order."""
        return [*self.lead, self.body, *self.rest]

    def getSpaceBefore(self) -> float:  # noqa: N802 - reportlab's name
        """The space before its first part."""
        return float(self.parts[0].getSpaceBefore())

    def getSpaceAfter(self) -> float:  # noqa: N802 - reportlab's name
        """The space after its last part."""
        return float(self.parts[-1].getSpaceAfter())

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        """The size of all of it."""
        self.width = available
        self.height = _stacked(self.parts, available, height)
        return available, self.height

    def split(self, available: float, height: float) -> list[Flowable]:
        """What fits, and the rest with the text's end; nothing when all of it goes to the next page."""
        if _stacked(self.rest, available, self.page) > 0.8 * self.page:
            return self.parts
        room = height - sum(each.wrap(available, height)[1] for each in self.lead)
        least = self.body.wrap(available, self.page)[1] - 1
        halves = self.body.split(available, min(room, least))
        if len(halves) > 1:
            return [*self.lead, halves[0], Tail((), halves[1], self.rest, page=self.page)]
        return self.parts if height > self.page - 1 else []

    def draw(self) -> None:
        """Draw the parts one under the other."""
        top = self.height
        for place, part in enumerate(self.parts):
            if place:
                top -= _gap(self.parts[place - 1], part)
            top -= part.wrap(self.width, self.page)[1]
            part.drawOn(self.canv, 0, top)


def _stacked(parts: Sequence[Flowable], available: float, height: float) -> float:
    heights = [each.wrap(available, height)[1] for each in parts]
    return float(sum(heights) + sum(_gap(a, b) for a, b in pairwise(parts)))


def _gap(above: Flowable, below: Flowable) -> float:
    return float(max(above.getSpaceAfter(), below.getSpaceBefore()))

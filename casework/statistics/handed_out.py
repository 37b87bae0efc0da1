"""What is handed out: a sheet, by whom and when it was published, and its restatements. Forms draw nothing else."""

from dataclasses import dataclass, field
from typing import Any

from casework.base.phrases import phrase
from casework.base.wallclock import local_time
from casework.statistics.groups import said
from casework.statistics.publishing import Drawn
from casework.statistics.sheet import shown


@dataclass(frozen=True)
class HandedOut:
    """A sheet with what is printed around it. `published` is empty for a preview that nobody answers for yet."""

    sheet: dict[str, Any]
    office: str
    day: str
    published: str = ""
    restatements: list[dict[str, Any]] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The title in the reader's language."""
        return said(self.sheet["title"])

    @property
    def subtitle(self) -> str:
        """The period in words."""
        start, end = self.sheet["from"][:10], self.sheet["to"][:10]
        where = self.sheet["scope"]["name"] or phrase("statistics.whole_city")
        return phrase("statistics.sheet.subtitle", period=self.sheet["period"], start=start, end=end, where=where)

    @property
    def notes(self) -> list[str]:
        """Notes under the table: published by whom, what each rate divides, what cannot be filled, restatements."""
        return self.standing + [line for each in self.restated for line in each]

    @property
    def standing(self) -> list[str]:
        """The notes that stay as they are: published by whom, definitions, what cannot be filled."""
        told = [self.published or phrase("statistics.sheet.preview")]
        for each in self.sheet["indicators"].values():
            name, wording = said(each["label"]), said(each["wording"])
            told.append(phrase("statistics.sheet.definition", name=name, version=each["version"], wording=wording))
        return told + [phrase("statistics.sheet.cannot", what=what, why=why) for what, why in self.sheet["cannot"]]

    @property
    def restated(self) -> list[list[str]]:
        """Each restatement in words: when, by whom and why, then its cells."""
        return [_restated(each, self.sheet) for each in self.restatements]


def preview(sheet: dict[str, Any], *, office: str, day: str) -> HandedOut:
    """A sheet that is not published."""
    return HandedOut(sheet, office, day)


def as_published(drawn: Drawn, *, office: str) -> HandedOut:
    """A publication as it stood on a day, with the restatements dated by then."""
    row = drawn.publication
    at = local_time(row.published_at).strftime("%Y-%m-%d %H:%M")
    told = phrase("statistics.sheet.published", at=at, by=row.published_by, sha256=row.sha256[:16].upper())
    kept = [
        {"at": local_time(each.at).strftime("%Y-%m-%d %H:%M"), "by": each.by, "cause": each.cause, "lines": each.lines}
        for each in drawn.restatements
    ]
    return HandedOut(row.sheet, office, at[:10], told, kept)


def _restated(each: dict[str, Any], sheet: dict[str, Any]) -> list[str]:
    rows = {row["key"]: said(row["label"]) for row in sheet["rows"]}
    columns = {column["key"]: column for column in sheet["columns"]}
    told = [phrase("statistics.sheet.restated", at=each["at"], by=each["by"], cause=each["cause"])]
    for line in each["lines"]:
        column = columns[line["column"]]
        told.append(
            phrase(
                "statistics.sheet.restated_line",
                row=rows.get(line["row"], line["row"]),
                column=said(column["label"]),
                published=shown(line["published"], column),
                restated=shown(line["restated"], column),
            )
        )
    return told

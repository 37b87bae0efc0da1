"""What a dispute of the demonstration year is about: parties, right, facts, all drawn by chance from the data."""

from typing import Any

from casework.exchange.life.tale import Tale
from casework.records.filing import CaseFacts, PartyFacts, RightFacts

YUAN = 100
THOUSAND = 1000 * YUAN
PATENTS = ("patent_invention", "patent_utility", "patent_design")


def dispute(tale: Tale, source: str, *, kinds: tuple[str, ...] = ()) -> CaseFacts:
    """A dispute; `kinds` limits the kinds of right."""
    data, chance = tale.town.data, tale.chance
    subject = chance.choice([each for each in data["subjects"] if not kinds or each["kind"] in kinds])
    company, (shop, nature) = chance.choice(data["companies"]), chance.choice(data["shops"])
    words = {name: value.format(thing=subject["thing"]) for name, value in subject.items() if isinstance(value, str)}
    return CaseFacts(
        title=f"{company}与{shop}{subject['word']}纠纷",
        source=source,
        parties=_parties(tale, company, shop, nature),
        rights=(RightFacts(subject["kind"], subject["number"], holder=company),),
        facts=words["facts"],
        request=words["request"],
        claim_fen=chance.randrange(8, 300) * THOUSAND,
        place="黄石市",
    )


def _parties(tale: Tale, company: str, shop: str, nature: str) -> tuple[PartyFacts, ...]:
    phone = f"0714-6{tale.chance.randrange(100000, 999999)}"
    return (
        PartyFacts("applicant", company, phone=phone, address="黄石市", representative="程力"),
        PartyFacts(
            "respondent", shop, kind=nature, phone=f"1390723{tale.chance.randrange(1000, 9999)}", address="黄石市"
        ),
    )


def sides(case: Any) -> tuple[str, str]:
    """The refs of applicant and respondent."""
    return case.of_role("applicant")[0].ref, case.of_role("respondent")[0].ref


def instalments(tale: Tale, total: int) -> list[int]:
    """A sum in one to three parts, in fen, each a whole number of thousands."""
    parts = tale.chance.choice((1, 1, 2, 3))
    each = total // parts // THOUSAND * THOUSAND
    return [total - each * (parts - 1), *[each] * (parts - 1)]

"""Guards of labels: LBL-1 to LBL-7. A label is a person's finding; the product only looks things up."""

from casework.labels.sources import Source, others_infringing, sources_of, table, window_from
from casework.procedure.step import Ask, No, guard, no
from casework.records.models import Party


def party_of(ask: Ask) -> Party | None:
    """The respondent that the facts name."""
    named = [each for each in ask.case.of_role("respondent") if each.ref == ask.facts.party]
    return named[0] if named else None


def chosen(ask: Ask) -> list[Source]:
    """The earlier findings that the facts rest on, those told by hand among them."""
    party, code = party_of(ask), ask.facts.code
    known = sources_of(code, party, ask.today) if party is not None and code in table()["labels"] else []
    found = [each for each in known if each.number in ask.facts.numbers]
    if ask.facts.outside_number and ask.facts.outside_on:
        found.append(Source("judgment", ask.facts.outside_number, ask.facts.outside_on, ""))
    return found


@guard("LBL-7", needs_facts=True)
def the_label_is_known(ask: Ask) -> No | None:
    """There are six labels, no others."""
    return None if ask.facts.code in table()["labels"] else no(at="code")


@guard("LBL-7", needs_facts=True)
def a_respondent_carries_it(ask: Ask) -> No | None:
    """A label is put on a respondent of the case."""
    return None if party_of(ask) is not None else no(at="party")


@guard("LBL-7", needs_facts=True)
def the_finding_is_reasoned(ask: Ask) -> No | None:
    """A label tells its reason."""
    return None if ask.facts.reason else no(at="reason")


@guard("LBL-1", needs_facts=True)
def earlier_findings_are_named(ask: Ask) -> No | None:
    """Repeat and relapse rest on earlier findings by decision or judgment (LBL-1, LBL-2, LBL-3)."""
    row = table()["labels"].get(ask.facts.code)
    return no(at="numbers") if row and len(chosen(ask)) < row["at_least"] else None


@guard("LBL-3", needs_facts=True)
def they_lie_in_the_window(ask: Ask) -> list[No]:
    """An earlier finding counts within the years that the law looks back."""
    first = window_from(ask.facts.code, ask.today) if ask.facts.code in table()["labels"] else None
    early = [each for each in chosen(ask) if first and each.on < first]
    late = [each for each in chosen(ask) if each.on > ask.today]
    return [no(at="outside_on", number=each.number, on=each.on, first=first or "—") for each in early + late]


@guard("LBL-4", needs_facts=True)
def there_is_a_group(ask: Ask) -> No | None:
    """Several respondents stand against the same right within the days of the house rule (LBL-4)."""
    if ask.facts.code != "LBL-4":
        return None
    wanted, found = table()["labels"]["LBL-4"]["respondents"], others_infringing(ask.case, ask.today)
    return no(at="code", found=found, wanted=wanted) if found < wanted else None


@guard("LBL-5", needs_facts=True)
def signs_are_ticked(ask: Ask) -> No | None:
    """Intent and bad faith rest on signs that a person saw (LBL-5, LBL-6)."""
    row = table()["labels"].get(ask.facts.code, {})
    wanted = table()["checklist"] if row.get("checklist") else table()["conduct"] if row.get("conduct") else None
    return no(at="signs") if wanted is not None and not set(ask.facts.signs) & set(wanted) else None


@guard("LBL-7")
def somebody_else_finds_it(ask: Ask) -> No | None:
    """Who proposed a label does not find it."""
    return no(who=ask.actor.name) if ask.proceeding.proposed_by == ask.actor.name else None


@guard("LBL-6")
def the_time_to_repair_has_come(ask: Ask) -> No | None:
    """A bad-faith label is repaired six months after it was found, at the earliest."""
    clock = next((each for each in ask.proceeding.clocks if each.rule == "LBL-6.repair"), None)
    return no(due=clock.due) if clock is not None and ask.today < clock.due else None

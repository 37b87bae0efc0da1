"""The demonstration city: offices, people, published sign-ins and a year of cases. Loading it twice changes nothing."""

from datetime import date, datetime

from casework.base.db import db
from casework.base.phrases import phrase
from casework.exchange.life.year import load_year
from casework.identity.city import city_data, load_offices, load_people
from casework.mediation.committee import load_demonstration_committee


def load_demonstration(now: datetime) -> list[str]:
    """Load the city and the twelve months before `now`, if it has no case yet; addresses and sign-ins, a line each."""
    data = city_data()
    offices = load_offices(data)
    new = load_people(data, offices, since=date(2020, 1, 1))
    load_demonstration_committee(offices)
    db.session.commit()
    cases, refused = load_year(offices, until=now)
    db.session.commit()
    lines = [
        phrase("demo.loaded", offices=len(offices), people=new),
        phrase("demo.year", cases=cases),
        *(phrase("demo.refused", told=each) for each in refused),
        phrase("demo.password", password=data["password"]),
    ]
    for row in data["people"]:
        post = row["posts"][0]
        lines.append(
            f"  {row['login']:<16}{row['name']}  {offices[post['office']].name} {phrase('role.' + post['role'])}"
        )
    return lines

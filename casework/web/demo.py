"""The demonstration city: offices, people and published sign-ins. Loading it twice changes nothing."""

from datetime import date

from casework.base.db import db
from casework.base.phrases import phrase
from casework.identity.city import city_data, load_offices, load_people
from casework.mediation.committee import load_demonstration_committee


def load_demonstration() -> list[str]:
    """Load the city and tell the addresses and sign-ins, a line each."""
    data = city_data()
    offices = load_offices(data)
    new = load_people(data, offices, since=date(2020, 1, 1))
    load_demonstration_committee(offices)
    db.session.commit()
    lines = [
        phrase("demo.loaded", offices=len(offices), people=new),
        phrase("demo.password", password=data["password"]),
    ]
    for row in data["people"]:
        post = row["posts"][0]
        lines.append(
            f"  {row['login']:<16}{row['name']}  {offices[post['office']].name} {phrase('role.' + post['role'])}"
        )
    return lines

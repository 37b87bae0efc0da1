"""Rows of a ledger entered as cases, through the verbs that the screens use, at the day that each row tells.

A row of a station becomes a registration at that station, closed where the ledger tells its end; a row of a committee
or of transfers becomes a history and is replayed. What the row says is fact; what it leaves out is not made up, save
what a step cannot do without, and that says of itself that the source does not tell it.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import select

from casework.base.db import db
from casework.base.errors import CaseworkError, StepRefused
from casework.base.phrases import phrase
from casework.base.wallclock import at_local
from casework.complaints import verbs as intake
from casework.exchange import cast
from casework.exchange.history import UNTOLD, Unusable, read_case
from casework.exchange.ledger.judging import GOES_IN, Judged
from casework.exchange.replay import walk
from casework.identity.models import Organisation
from casework.identity.roles import OfficeKind, Role
from casework.records.filing import CaseFacts, PartyFacts, RightFacts
from casework.records.models import Case

AT = time(9)
KIND_OF = {"station": OfficeKind.STATION, "committee": OfficeKind.COMMITTEE}
ACTORS = (("公安", "police"), ("检察", "procuratorate"), ("海关", "customs"), ("文化", "culture"), ("文旅", "culture"))
ENDS = {"mediated": intake.withdraw, "withdrawn": intake.withdraw}
TOLD_WHERE = ("transferred", "other", "failed")


@dataclass(frozen=True)
class Entered:
    """What became of a row that goes in: its case, or why it was not entered; `present`: it had been before."""

    case_number: str | None
    refused: str | None = None
    present: bool = False

    def told(self) -> dict[str, str]:
        """The parts that are there."""
        return {key: each for key, each in (("case_number", self.case_number), ("refused", self.refused)) if each}


def enter(judged: Judged, ledger: str, office: Organisation | None) -> Entered | None:
    """Enter one row of a ledger in the caller's transaction; None when it does not go in.

    A row whose words are in the database already is not entered again. A refusal of the door undoes this row alone.
    """
    if judged.status not in GOES_IN:
        return None
    ref = _ref(ledger, judged)
    present = db.session.scalar(select(Case.number).where(Case.outside_ref == ref))
    if present is not None:
        return Entered(None, phrase("exchange.ledger.already", "zh", number=present), present=True)
    point = db.session.begin_nested()
    try:
        number = _station(judged, ref, office) if ledger == "station" else _replayed(judged, ledger, ref, office)
        db.session.flush()
        point.commit()
    except (CaseworkError, Unusable) as error:
        point.rollback()
        return Entered(None, _why(error))
    return Entered(number)


def _why(error: Exception) -> str:
    return "；".join(each.fact for each in error.refusals) if isinstance(error, StepRefused) else str(error)


def _ref(ledger: str, judged: Judged) -> str:
    """The same words give the same ref, so that a ledger handed in twice enters nothing twice."""
    said = json.dumps([ledger, judged.row.fields], ensure_ascii=False, sort_keys=True)
    return f"ledger-{hashlib.sha256(said.encode()).hexdigest()[:32]}"


def _instant(day: object) -> datetime:
    return at_local(date.fromisoformat(str(day)), AT)


def _station(judged: Judged, ref: str, office: Organisation | None) -> str:
    fields = judged.row.fields
    day = str(fields["date"])
    clerk = cast.actor(office or cast.office(None, OfficeKind.STATION), Role.CLERK, phrase("exchange.ledger.by", "zh"))
    case = CaseFacts(
        title=f"{fields['applicant']}与{fields.get('respondent') or UNTOLD}",
        source="station",
        parties=tuple(_parties(fields)),
        rights=(RightFacts(str(fields.get("right_kind") or "other"), _text(fields.get("right_no"))),),
        facts=_text(fields.get("facts")) or UNTOLD,
        request=_text(fields.get("facts")) or UNTOLD,
        claim_fen=_fen(fields.get("amount")),
        outside_ref=ref,
    )
    told = intake.Registration(case, received_on=date.fromisoformat(day))
    complaint = intake.register(told, actor=clerk, now=_instant(day))
    words = phrase("exchange.ledger.ended", "zh", result=phrase(f"exchange.ledger.result.{fields.get('result')}", "zh"))
    if fields.get("result") in ENDS:
        intake.withdraw(complaint, intake.Reason(words), actor=clerk, now=_instant(day))
    elif fields.get("result") in TOLD_WHERE:
        intake.tell_where(complaint, intake.Routes(words), actor=clerk, now=_instant(day))
    return complaint.case.number


def _parties(fields: dict[str, Any]) -> list[PartyFacts]:
    sides = (("applicant", "applicants", "applicant_code"), ("respondent", "respondents", "respondent_code"))
    found = []
    for role, several, code in sides:
        listed = fields.get(several) or [fields.get(role) or f"{UNTOLD}({role})"]
        codes = [fields.get(code), *[None] * (len(listed) - 1)]
        found += [_party(role, name, number) for name, number in zip(listed, codes, strict=True)]
    return found


def _party(role: str, name: str, code: str | None) -> PartyFacts:
    person = code is not None and code[:6].isdigit() and code[6:8] in ("18", "19", "20") and code[:1] != "9"
    return PartyFacts(role, name, kind="person" if person else "org", code=code)


def _replayed(judged: Judged, ledger: str, ref: str, office: Organisation | None) -> str:
    tell = _committee_history if ledger == "committee" else _transfer_history
    history = read_case({"id": ref, **tell(judged.row.fields, office)}, {})
    stage, refused = walk(history)
    for reason, _rule in refused.values():
        judged.row.say("step_refused", None, why=reason)
    return stage.case.number


def _committee_history(fields: dict[str, Any], office: Organisation | None) -> dict[str, Any]:
    name = office.name if office else None
    sides = [("applicant", [fields["applicant"]]), ("respondent", fields.get("respondents") or [])]
    told = [{"role": role, "name": each, "type": "org"} for role, names in sides for each in names]
    events = [_event("request_filed", fields["accepted"], name), _event("accepted", fields["accepted"], name)]
    agreed, confirmed = fields.get("agreement_date"), fields.get("confirmation_date")
    if agreed:
        events.append({**_event("agreement_signed", agreed, name), "agreement": _agreement(fields)})
    elif fields.get("result") in ("failed", "withdrawn"):
        events.append(_event("mediation_failed" if fields["result"] == "failed" else "withdrawn", None, name))
    if confirmed:
        events.append(
            {**_event("confirmation_granted", confirmed, None, "court"), "document": fields.get("confirmation_no")}
        )
    return {
        "title": f"{fields['applicant']}与{'、'.join(fields.get('respondents') or [UNTOLD])}",
        "right": {"kind": fields.get("right_kind")},
        "parties": [{"ref": f"P{place}", **each} for place, each in enumerate(told, 1)],
        "channel": {"code": "committee_application"},
        "organisation": name,
        "facts": fields.get("number"),
        "events": [{"seq": place, **each} for place, each in enumerate(events, 1)],
    }


def _agreement(fields: dict[str, Any]) -> dict[str, Any]:
    parts = fields.get("instalments") or []
    whole = [{"kind": "pay", "amount": fields["agreement_amount"]}] if fields.get("agreement_amount") else []
    items = [{"kind": "pay", "amount": each[1], "due": each[0]} for each in parts] or whole
    return {"number": fields.get("agreement_no"), "amount": fields.get("agreement_amount"), "items": items}


def _transfer_history(fields: dict[str, Any], _office: Organisation | None) -> dict[str, Any]:
    sender, receiver = fields.get("sender"), fields.get("receiver")
    action = "transfer_sent" if fields["direction"] == "forward" else "procuratorial_opinion"
    actor = "procuratorate" if action == "procuratorial_opinion" else _kind(sender)
    sent = {
        **_event(action, fields["sent"], sender, actor),
        "document": fields.get("doc_no"),
        "note": fields.get("charge"),
    }
    events = [sent]
    if action == "transfer_sent" and fields.get("accepted"):
        events.append(_event("transfer_accepted", fields.get("decided") or fields.get("receipt"), receiver, "police"))
    return {
        "title": fields.get("case_name") or fields.get("charge") or UNTOLD,
        "right": {"kind": "trademark" if "商标" in str(fields.get("charge")) else "other"},
        "parties": [],
        "channel": {"code": "inspection"},
        "facts": fields.get("case_name"),
        "events": [{"seq": place, **each} for place, each in enumerate(events, 1)],
    }


def _kind(name: str | None) -> str:
    return next((kind for word, kind in ACTORS if word in (name or "")), "ip_office")


def _event(action: str, day: str | None, actor: str | None, kind: str = "mediation_committee") -> dict[str, Any]:
    return {"action": action, "date": day, "actor": actor, "actor_kind": kind}


def _text(value: object) -> str | None:
    return str(value) if value else None


def _fen(yuan: object) -> int | None:
    return round(yuan * 100) if isinstance(yuan, int | float) else None

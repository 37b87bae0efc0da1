"""Who acts in a replayed history: offices of the kinds told, made on the fly where the city has none of that name."""

import hashlib
from datetime import date

from casework.base.db import db
from casework.identity.actor import Actor
from casework.identity.directory import office_by_name
from casework.identity.models import Organisation, actor_at
from casework.identity.roles import Level, OfficeKind, Role

KINDS = {
    "court": OfficeKind.COURT,
    "culture": OfficeKind.CULTURE,
    "customs": OfficeKind.CUSTOMS,
    "ip_office": OfficeKind.IP_OFFICE,
    "market_supervision": OfficeKind.IP_OFFICE,
    "mediation_committee": OfficeKind.COMMITTEE,
    "police": OfficeKind.POLICE,
    "procuratorate": OfficeKind.PROCURATORATE,
}
NAMES = {
    OfficeKind.COMMITTEE: "回放知识产权纠纷人民调解委员会",
    OfficeKind.IP_OFFICE: "回放市场监督管理局（知识产权局）",
    OfficeKind.POLICE: "回放公安局",
    OfficeKind.COURT: "回放人民法院",
}
LONGEST = 110
BEFORE_ALL = date(1990, 1, 1)


def office(name: str | None, kind: OfficeKind) -> Organisation:
    """The office of that name and kind; a new one, not on the system, where there is none."""
    full = (name or NAMES.get(kind) or f"回放机构({kind})")[:LONGEST]
    found = office_by_name(full)
    if found is not None and found.kind == kind:
        return found
    if found is not None:
        full = f"{full}({kind})"[:120]
        found = office_by_name(full)
    return found or _new(full, kind)


def _new(name: str, kind: OfficeKind) -> Organisation:
    code = f"replay-{hashlib.sha256(f'{kind}:{name}'.encode()).hexdigest()[:16]}"
    made = Organisation(code=code, name=name, short="史", kind=kind, level=Level.CITY, on_system=False)
    db.session.add(made)
    db.session.flush()
    return made


def actor(of: Organisation, role: Role, name: str = "历史记载") -> Actor:
    """An actor in a role at an office; the history does not tell who sat there."""
    return actor_at(of, role, name=name[:60])

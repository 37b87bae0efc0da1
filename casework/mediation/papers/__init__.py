"""The papers of a mediation, as values made from the record (mediation.md section 3.2)."""

from casework.mediation.papers.agreement import (
    agreement_paper,
    clause_checklist,
    oral_agreement_form,
)
from casework.mediation.papers.conduct import (
    disclosures,
    extension_consent,
    investigation_record,
    naming_record,
    service_address,
    session_notices,
    session_record,
    sham_report,
    standstill_record,
    undisputed_facts,
)
from casework.mediation.papers.ending import (
    closing_report,
    court_report,
    ending_notice,
    file_cover,
    file_remarks,
)
from casework.mediation.papers.opening import (
    acceptance_form,
    authorisations,
    hand_over_letter,
    identity_proofs,
    invitations,
    refusal_notice,
    registration_form,
    rights_annex,
    rights_notices,
    supplement_notice,
)

__all__ = [
    "acceptance_form",
    "agreement_paper",
    "authorisations",
    "clause_checklist",
    "closing_report",
    "court_report",
    "disclosures",
    "ending_notice",
    "extension_consent",
    "file_cover",
    "file_remarks",
    "hand_over_letter",
    "identity_proofs",
    "investigation_record",
    "invitations",
    "naming_record",
    "oral_agreement_form",
    "refusal_notice",
    "registration_form",
    "rights_annex",
    "rights_notices",
    "service_address",
    "session_notices",
    "session_record",
    "sham_report",
    "standstill_record",
    "supplement_notice",
    "undisputed_facts",
]

"""Create the house: cases, proceedings, journal, clocks, papers and the rooms' own tables.

Revision ID: 0001
Revises:
"""

import sqlalchemy as sa
from alembic import op

import casework.base.model
import casework.base.secret
from casework.records.journal import append_only_ddl

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Upgrade."""
    op.create_table(
        "number_sequence",
        sa.Column("office_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.CheckConstraint("last >= 0", name=op.f("ck_number_sequence_counts_up")),
        sa.PrimaryKeyConstraint("office_id", "kind", "year", name=op.f("pk_number_sequence")),
    )
    op.create_table(
        "organisation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False, comment="short, stable, in addresses and packages"),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column(
            "short", sa.String(length=20), nullable=False, comment="the word in document numbers, such as 黄知调"
        ),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("level", sa.String(length=12), nullable=False),
        sa.Column("division", sa.String(length=6), nullable=True, comment="GB/T 2260 code, null where there is none"),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("address", sa.String(length=200), nullable=True),
        sa.Column("phone", sa.String(length=40), nullable=True),
        sa.Column("on_system", sa.Boolean(), nullable=False, comment="false: reached by sealed package and reply"),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.CheckConstraint("length(code) > 0", name=op.f("ck_organisation_code_given")),
        sa.CheckConstraint("parent_id IS NULL OR parent_id <> id", name=op.f("ck_organisation_not_own_parent")),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["organisation.id"], name=op.f("fk_organisation_parent_id_organisation"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation")),
        sa.UniqueConstraint("code", name=op.f("uq_organisation_code")),
        sa.UniqueConstraint("name", name=op.f("uq_organisation_name")),
    )
    with op.batch_alter_table("organisation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_organisation_kind"), ["kind"], unique=False)
        batch_op.create_index(batch_op.f("ix_organisation_parent_id"), ["parent_id"], unique=False)

    op.create_table(
        "outbox_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False, comment="names the job that does it"),
        sa.Column("payload", casework.base.model.JsonText(), nullable=False, comment="ids only, never content"),
        sa.Column("promised_at", casework.base.model.UtcDateTime(timezone=True), nullable=False),
        sa.Column("done_at", casework.base.model.UtcDateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("last_error", sa.String(length=500), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox_item")),
    )
    with op.batch_alter_table("outbox_item", schema=None) as batch_op:
        batch_op.create_index("ix_outbox_item_open", ["done_at", "id"], unique=False)

    op.create_table(
        "paper_record",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False, comment="dispute_case.id, a floor above"),
        sa.Column("proceeding_id", sa.Integer(), nullable=True),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column(
            "number", sa.String(length=80), nullable=True, comment="null where the kind has no number of its own"
        ),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("template_version", sa.Integer(), nullable=False),
        sa.Column("data", casework.base.model.JsonText(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False, comment="fingerprint of the data"),
        sa.Column("code", sa.String(length=16), nullable=False, comment="printed on the paper"),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("made_at", casework.base.model.UtcDateTime(timezone=True), nullable=False),
        sa.Column("drawn_sha256", sa.String(length=64), nullable=True, comment="fingerprint of the PDF once drawn"),
        sa.Column("journal_seq", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_record")),
        sa.UniqueConstraint("office_id", "kind", "number", name=op.f("uq_paper_record_office_id_kind_number")),
    )
    with op.batch_alter_table("paper_record", schema=None) as batch_op:
        batch_op.create_index("ix_paper_record_case_id", ["case_id", "id"], unique=False)
        batch_op.create_index("ix_paper_record_code", ["code"], unique=False)

    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("login", sa.String(length=60), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("password_hash", sa.String(length=200), nullable=False),
        sa.Column("demonstration", sa.Boolean(), nullable=False, comment="a published sign-in; loopback only"),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("failed_sign_ins", sa.Integer(), nullable=False),
        sa.Column("locked_until", casework.base.model.UtcDateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("login", name=op.f("uq_person_login")),
    )
    op.create_table(
        "dispute_case",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=30), nullable=False, comment="案件编号, gap-free per year"),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column(
            "registered_at",
            casework.base.model.UtcDateTime(timezone=True),
            nullable=False,
            comment="instant of the first request",
        ),
        sa.Column("registered_by_id", sa.Integer(), nullable=False),
        sa.Column(
            "source", sa.String(length=30), nullable=False, comment="channel: walk_in, committee_application, court ..."
        ),
        sa.Column("matter", sa.String(length=20), nullable=False, comment="infringement, ownership ..."),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("request", sa.Text(), nullable=False, comment="what the applicant asks for"),
        sa.Column("claim_fen", sa.BigInteger(), nullable=True, comment="claimed amount, fen"),
        sa.Column("place", sa.String(length=200), nullable=True, comment="where the act happened"),
        sa.Column("outside_ref", sa.String(length=60), nullable=True, comment="id in an imported history"),
        sa.Column("journal_count", sa.Integer(), nullable=False, comment="entries of the chain"),
        sa.Column("journal_head", sa.String(length=64), nullable=False, comment="hash of the newest entry"),
        sa.CheckConstraint("claim_fen IS NULL OR claim_fen >= 0", name=op.f("ck_dispute_case_claim_not_negative")),
        sa.CheckConstraint("journal_count >= 0", name=op.f("ck_dispute_case_journal_counts_up")),
        sa.ForeignKeyConstraint(
            ["registered_by_id"],
            ["organisation.id"],
            name=op.f("fk_dispute_case_registered_by_id_organisation"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dispute_case")),
        sa.UniqueConstraint("number", name=op.f("uq_dispute_case_number")),
        sa.UniqueConstraint("outside_ref", name=op.f("uq_dispute_case_outside_ref")),
    )
    op.create_table(
        "mediator",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True, comment="who signs in"),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("sex", sa.String(length=6), nullable=True, comment="the committee must include a woman (M-01)"),
        sa.Column("member", sa.Boolean(), nullable=False, comment="elected member; else appointed"),
        sa.Column("chair", sa.Boolean(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True, comment="last day of the term"),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("on_roster", sa.Boolean(), nullable=False, comment="on the court's roster (C-02)"),
        sa.Column("full_time", sa.Boolean(), nullable=False),
        sa.Column("specialities", casework.base.model.JsonText(), nullable=False, comment="right kinds"),
        sa.CheckConstraint("sex IS NULL OR sex IN ('female', 'male')", name=op.f("ck_mediator_sex_known")),
        sa.CheckConstraint("until IS NULL OR until >= since", name=op.f("ck_mediator_ends_after_it_begins")),
        sa.ForeignKeyConstraint(
            ["office_id"], ["organisation.id"], name=op.f("fk_mediator_office_id_organisation"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_mediator_person_id_person"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mediator")),
    )
    with op.batch_alter_table("mediator", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_mediator_office_id"), ["office_id"], unique=False)

    op.create_table(
        "post",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.CheckConstraint("until IS NULL OR until >= since", name=op.f("ck_post_ends_after_it_begins")),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_post_organisation_id_organisation"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_post_person_id_person"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_post")),
        sa.UniqueConstraint(
            "person_id", "organisation_id", "role", name=op.f("uq_post_person_id_organisation_id_role")
        ),
    )
    with op.batch_alter_table("post", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_post_organisation_id"), ["organisation_id"], unique=False)

    op.create_table(
        "case_grant",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("scope", sa.String(length=8), nullable=False),
        sa.Column("purpose", sa.String(length=40), nullable=False, comment="the step that shared it"),
        sa.Column("since", casework.base.model.UtcDateTime(timezone=True), nullable=False),
        sa.Column("until", casework.base.model.UtcDateTime(timezone=True), nullable=True),
        sa.CheckConstraint("scope IN ('status', 'content')", name=op.f("ck_case_grant_scope_known")),
        sa.ForeignKeyConstraint(
            ["case_id"], ["dispute_case.id"], name=op.f("fk_case_grant_case_id_dispute_case"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["office_id"], ["organisation.id"], name=op.f("fk_case_grant_office_id_organisation"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_grant")),
    )
    with op.batch_alter_table("case_grant", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_grant_case_id"), ["case_id"], unique=False)
        batch_op.create_index("ix_case_grant_office_case", ["office_id", "case_id"], unique=False)

    op.create_table(
        "evidence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(
            "name", sa.String(length=200), nullable=False, comment="for display only, cleaned of controls and paths"
        ),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False, comment="bytes"),
        sa.Column("media_type", sa.String(length=120), nullable=False, comment="by content, not by name"),
        sa.Column("received_at", casework.base.model.UtcDateTime(timezone=True), nullable=False),
        sa.Column("received_by_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("size > 0", name=op.f("ck_evidence_not_empty")),
        sa.ForeignKeyConstraint(
            ["case_id"], ["dispute_case.id"], name=op.f("fk_evidence_case_id_dispute_case"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["received_by_id"],
            ["organisation.id"],
            name=op.f("fk_evidence_received_by_id_organisation"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
        sa.UniqueConstraint("case_id", "position", name=op.f("uq_evidence_case_id_position")),
    )
    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_evidence_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_evidence_sha256"), ["sha256"], unique=False)

    op.create_table(
        "history_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("at", casework.base.model.UtcDateTime(timezone=True), nullable=False),
        sa.Column("undated", sa.Boolean(), nullable=False, comment="the day is not a fact of the source"),
        sa.Column("document", sa.String(length=200), nullable=True),
        sa.Column("refused", sa.String(length=1000), nullable=True, comment="the reason in words, null when applied"),
        sa.Column("rule", sa.String(length=20), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["dispute_case.id"], name=op.f("fk_history_event_case_id_dispute_case"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_history_event")),
        sa.UniqueConstraint("case_id", "seq", name=op.f("uq_history_event_case_id_seq")),
    )
    op.create_table(
        "journal_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", casework.base.model.UtcDateTime(timezone=True), nullable=False),
        sa.Column("recorded_at", casework.base.model.UtcDateTime(timezone=True), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("actor", sa.String(length=60), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("office", sa.String(length=120), nullable=False),
        sa.Column("procedure", sa.String(length=30), nullable=False),
        sa.Column("proceeding_id", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(length=40), nullable=False),
        sa.Column("from_state", sa.String(length=40), nullable=False),
        sa.Column("to_state", sa.String(length=40), nullable=False),
        sa.Column("basis", casework.base.model.JsonText(), nullable=False, comment="rule ids"),
        sa.Column("changes", casework.base.model.JsonText(), nullable=False),
        sa.Column("figure", sa.String(length=30), nullable=True),
        sa.Column("figure_on", sa.Date(), nullable=True),
        sa.Column("figure_fen", sa.BigInteger(), nullable=True),
        sa.Column(
            "previous", sa.String(length=64), nullable=False, comment="hash of the entry before, empty for the first"
        ),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["dispute_case.id"], name=op.f("fk_journal_entry_case_id_dispute_case"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["office_id"],
            ["organisation.id"],
            name=op.f("fk_journal_entry_office_id_organisation"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_journal_entry_person_id_person"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_entry")),
        sa.UniqueConstraint("case_id", "seq", name=op.f("uq_journal_entry_case_id_seq")),
    )
    with op.batch_alter_table("journal_entry", schema=None) as batch_op:
        batch_op.create_index("ix_journal_entry_figure", ["figure", "figure_on", "office_id"], unique=False)
        batch_op.create_index("ix_journal_entry_proceeding_id", ["proceeding_id", "seq"], unique=False)

    op.create_table(
        "party",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=12), nullable=False, comment="P1, P2 ... inside the case"),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=12), nullable=False),
        sa.Column("kind", sa.String(length=6), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False, comment="as typed, never normalised"),
        sa.Column("name_key", sa.String(length=200), nullable=False, comment="comparison key, see identifiers.names"),
        sa.Column(
            "code",
            casework.base.secret.SecretText(),
            nullable=True,
            comment="credit code or identity number, encrypted",
        ),
        sa.Column("code_key", sa.String(length=64), nullable=True, comment="keyed digest for equality search"),
        sa.Column("code_last4", sa.String(length=4), nullable=True),
        sa.Column("code_doubtful", sa.Boolean(), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=True),
        sa.Column("address", sa.String(length=200), nullable=True),
        sa.Column(
            "representative", sa.String(length=60), nullable=True, comment="legal representative of an organisation"
        ),
        sa.Column("agent", sa.String(length=60), nullable=True),
        sa.CheckConstraint("kind IN ('person', 'org')", name=op.f("ck_party_kind_known")),
        sa.CheckConstraint("role IN ('applicant', 'respondent', 'third_party')", name=op.f("ck_party_role_known")),
        sa.ForeignKeyConstraint(
            ["case_id"], ["dispute_case.id"], name=op.f("fk_party_case_id_dispute_case"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_party")),
        sa.UniqueConstraint("case_id", "ref", name=op.f("uq_party_case_id_ref")),
    )
    with op.batch_alter_table("party", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_party_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_party_code_key"), ["code_key"], unique=False)
        batch_op.create_index("ix_party_name_key_case_id", ["name_key", "case_id"], unique=False)

    op.create_table(
        "proceeding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("procedure", sa.String(length=30), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("counterpart_id", sa.Integer(), nullable=True),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column(
            "number", sa.String(length=60), nullable=True, comment="the office's own case number, given at acceptance"
        ),
        sa.Column("opened_at", casework.base.model.UtcDateTime(timezone=True), nullable=False),
        sa.Column(
            "moved_at",
            casework.base.model.UtcDateTime(timezone=True),
            nullable=False,
            comment="instant of the newest step",
        ),
        sa.Column("rule_set_on", sa.Date(), nullable=False, comment="the day whose law this proceeding keeps"),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("version > 0", name=op.f("ck_proceeding_version_counts")),
        sa.ForeignKeyConstraint(
            ["case_id"], ["dispute_case.id"], name=op.f("fk_proceeding_case_id_dispute_case"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["counterpart_id"],
            ["organisation.id"],
            name=op.f("fk_proceeding_counterpart_id_organisation"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["office_id"], ["organisation.id"], name=op.f("fk_proceeding_office_id_organisation"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["proceeding.id"], name=op.f("fk_proceeding_parent_id_proceeding"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proceeding")),
    )
    with op.batch_alter_table("proceeding", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_proceeding_case_id"), ["case_id"], unique=False)
        batch_op.create_index("ix_proceeding_counterpart", ["counterpart_id", "procedure", "state"], unique=False)
        batch_op.create_index("ix_proceeding_office_state", ["office_id", "procedure", "state", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_proceeding_parent_id"), ["parent_id"], unique=False)

    op.create_table(
        "read_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(length=40), nullable=False),
        sa.Column("at", casework.base.model.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["dispute_case.id"], name=op.f("fk_read_entry_case_id_dispute_case"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["office_id"], ["organisation.id"], name=op.f("fk_read_entry_office_id_organisation"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_read_entry_person_id_person"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_read_entry")),
    )
    with op.batch_alter_table("read_entry", schema=None) as batch_op:
        batch_op.create_index("ix_read_entry_case_id_at", ["case_id", "at"], unique=False)

    op.create_table(
        "right_in_dispute",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False, comment="patent_invention, trademark ..."),
        sa.Column("number", sa.String(length=80), nullable=True, comment="as typed"),
        sa.Column("canonical", sa.String(length=80), nullable=True, comment="the one form that is compared"),
        sa.Column("doubtful", sa.Boolean(), nullable=False, comment="the check found a problem; saved as unverified"),
        sa.Column("title", sa.String(length=200), nullable=True),
        sa.Column("holder", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["dispute_case.id"], name=op.f("fk_right_in_dispute_case_id_dispute_case"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_right_in_dispute")),
    )
    with op.batch_alter_table("right_in_dispute", schema=None) as batch_op:
        batch_op.create_index("ix_right_in_dispute_canonical_case_id", ["canonical", "case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_right_in_dispute_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_right_in_dispute_kind"), ["kind"], unique=False)

    op.create_table(
        "adjudication",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("missing", casework.base.model.JsonText(), nullable=False),
        sa.Column("asked_once", sa.Boolean(), nullable=False),
        sa.Column("panel", casework.base.model.JsonText(), nullable=False),
        sa.Column(
            "pending_elsewhere", sa.String(length=200), nullable=True, comment="suit or other way agreed on (ADJ-4)"
        ),
        sa.Column("served_on", sa.Date(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("objected_on", sa.Date(), nullable=True),
        sa.Column("hearing_on", sa.Date(), nullable=True),
        sa.Column("suspended_for", sa.Integer(), nullable=True, comment="ground 1-7 of art 28"),
        sa.Column("decision", sa.String(length=12), nullable=True, comment="established or dismissed"),
        sa.Column("decision_number", sa.String(length=60), nullable=True),
        sa.Column("decision_text", sa.Text(), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("extension_steps", sa.Integer(), nullable=False),
        sa.Column("ended_ground", sa.String(length=30), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "decision IS NULL OR decided_on IS NOT NULL", name=op.f("ck_adjudication_decision_has_a_date")
        ),
        sa.CheckConstraint("ended_ground IS NULL OR ended_on IS NOT NULL", name=op.f("ck_adjudication_end_has_a_date")),
        sa.CheckConstraint("extension_steps BETWEEN 0 AND 2", name=op.f("ck_adjudication_two_extensions_at_most")),
        sa.ForeignKeyConstraint(
            ["id"], ["proceeding.id"], name=op.f("fk_adjudication_id_proceeding"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_adjudication")),
    )
    op.create_table(
        "agreement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("proceeding_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False, comment="1 for the first text of the proceeding"),
        sa.Column("number", sa.String(length=60), nullable=True, comment="协议编号"),
        sa.Column(
            "regime", sa.String(length=30), nullable=False, comment="whose signatures count, see effective.REGIMES"
        ),
        sa.Column("form", sa.String(length=8), nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("settled_on", sa.Date(), nullable=False, comment="the day the text was fixed"),
        sa.Column("reached_on", sa.Date(), nullable=True, comment="oral: the day the parties reached it (M-35)"),
        sa.Column("effective_on", sa.Date(), nullable=True),
        sa.Column("also_on", sa.Date(), nullable=True, comment="second date where two regimes can be argued"),
        sa.Column("window_from", sa.Date(), nullable=True, comment="the day the confirmation window is counted from"),
        sa.Column(
            "confirmable", sa.Boolean(), nullable=False, comment="false: entrusted by a court after filing (C-12)"
        ),
        sa.Column("partial", sa.Boolean(), nullable=False, comment="settles a part of the claims only (C-21)"),
        sa.Column("sum_fen", sa.BigInteger(), nullable=False, comment="all money duties, fen"),
        sa.Column("main_facts", sa.Text(), nullable=False),
        sa.Column("issues", sa.Text(), nullable=False, comment="争议事项"),
        sa.Column("responsibilities", sa.Text(), nullable=False, comment="各方责任"),
        sa.Column("on_default", sa.Text(), nullable=False, comment="consequence of not performing"),
        sa.Column("enforcement_promise", sa.Boolean(), nullable=False, comment="the debtors accept enforcement (E-02)"),
        sa.Column("wants_confirmation", sa.Boolean(), nullable=False),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.Column("going_on", casework.base.model.JsonText(), nullable=False, comment="finding -> reason to go on"),
        sa.CheckConstraint("(form = 'oral') = (reached_on IS NOT NULL)", name=op.f("ck_agreement_oral_has_its_day")),
        sa.CheckConstraint(
            "(status IN ('in_force', 'replaced')) = (effective_on IS NOT NULL)",
            name=op.f("ck_agreement_effect_has_a_date"),
        ),
        sa.CheckConstraint("form IN ('written', 'oral')", name=op.f("ck_agreement_form_known")),
        sa.CheckConstraint(
            "status IN ('draft', 'in_force', 'reopened', 'refused', 'replaced')", name=op.f("ck_agreement_status_known")
        ),
        sa.CheckConstraint("sum_fen >= 0", name=op.f("ck_agreement_sum_not_negative")),
        sa.ForeignKeyConstraint(
            ["case_id"], ["dispute_case.id"], name=op.f("fk_agreement_case_id_dispute_case"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["proceeding_id"],
            ["proceeding.id"],
            name=op.f("fk_agreement_proceeding_id_proceeding"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement")),
        sa.UniqueConstraint("proceeding_id", "position", name=op.f("uq_agreement_proceeding_id_position")),
    )
    with op.batch_alter_table("agreement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agreement_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_agreement_proceeding_id"), ["proceeding_id"], unique=False)

    op.create_table(
        "complaint",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("track", sa.String(length=12), nullable=False),
        sa.Column("wants", sa.String(length=20), nullable=False, comment="mediation, handling, advice"),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column(
            "missing", casework.base.model.JsonText(), nullable=False, comment="what the correction notice lists"
        ),
        sa.Column("supplement_due", sa.Date(), nullable=True),
        sa.Column(
            "pending_elsewhere", sa.String(length=200), nullable=True, comment="court, agency: number of a pending case"
        ),
        sa.Column("refused_ground", sa.String(length=30), nullable=True),
        sa.Column("routes_told", sa.Text(), nullable=False),
        sa.Column("handed_to_id", sa.Integer(), nullable=True),
        sa.Column("closing_reason", sa.String(length=200), nullable=True),
        sa.CheckConstraint(
            "refused_ground IS NULL OR routes_told <> ''", name=op.f("ck_complaint_refusal_tells_routes")
        ),
        sa.CheckConstraint("track IN ('complaint', 'report', 'request')", name=op.f("ck_complaint_track_known")),
        sa.ForeignKeyConstraint(
            ["handed_to_id"],
            ["organisation.id"],
            name=op.f("fk_complaint_handed_to_id_organisation"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["id"], ["proceeding.id"], name=op.f("fk_complaint_id_proceeding"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complaint")),
    )
    op.create_table(
        "mediation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("link", sa.String(length=20), nullable=False),
        sa.Column("online", sa.Boolean(), nullable=False, comment="on the courts' mediation platform"),
        sa.Column("origin", sa.String(length=20), nullable=False, comment="who brought it, for statistics"),
        sa.Column(
            "oral", sa.Boolean(), nullable=False, comment="asked for orally; the committee fills the form (M-10)"
        ),
        sa.Column(
            "requested_on", sa.Date(), nullable=True, comment="request addressed to the committee: limitation (L-02)"
        ),
        sa.Column("court_name", sa.String(length=120), nullable=True),
        sa.Column("court_number", sa.String(length=60), nullable=True, comment="the court's number of its papers"),
        sa.Column("received_on", sa.Date(), nullable=True, comment="the court's papers came"),
        sa.Column(
            "pending_elsewhere", sa.String(length=200), nullable=True, comment="court or agency: its pending case"
        ),
        sa.Column("missing", casework.base.model.JsonText(), nullable=False, comment="what the notice lists"),
        sa.Column("supplement_due", sa.Date(), nullable=True),
        sa.Column("refused_ground", sa.String(length=30), nullable=True),
        sa.Column("refused_detail", sa.Text(), nullable=True),
        sa.Column("refusal_proposed_by", sa.String(length=60), nullable=True),
        sa.Column("refusal_proposer_id", sa.Integer(), nullable=True),
        sa.Column("routes_told", sa.Text(), nullable=False),
        sa.Column("accepted_on", sa.Date(), nullable=True, comment="court-linked: signature or platform confirmation"),
        sa.Column(
            "rights_told_on", sa.Date(), nullable=True, comment="notice of rights and duties told and signed (M-16)"
        ),
        sa.Column("difficult", sa.Boolean(), nullable=False, comment="疑难复杂, flagged by the chair"),
        sa.Column("suspended_for", sa.String(length=20), nullable=True),
        sa.Column("end_reason", sa.String(length=30), nullable=True),
        sa.Column("end_detail", sa.Text(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True, comment="end of mediation: limitation runs anew (L-03)"),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("closing_ground", sa.String(length=20), nullable=True),
        sa.Column("closing_report", sa.Text(), nullable=True),
        sa.Column(
            "again", sa.Integer(), nullable=False, comment="how often it was taken up again after a refusal (M-40)"
        ),
        sa.Column("retention", sa.String(length=10), nullable=True, comment="short, long, permanent (M-42)"),
        sa.Column("pages", sa.Integer(), nullable=True),
        sa.Column("shelf", sa.String(length=60), nullable=True),
        sa.Column("fee_fen", sa.Integer(), nullable=False, comment="always 0: people's mediation is free (M-07)"),
        sa.CheckConstraint(
            "end_reason IS NULL OR (ended_on IS NOT NULL AND routes_told <> '')",
            name=op.f("ck_mediation_end_tells_routes"),
        ),
        sa.CheckConstraint(
            "link IN ('own', 'assigned', 'entrusted_ordinary', 'entrusted_summary')",
            name=op.f("ck_mediation_link_known"),
        ),
        sa.CheckConstraint(
            "refused_ground IS NULL OR routes_told <> ''", name=op.f("ck_mediation_refusal_tells_routes")
        ),
        sa.CheckConstraint("fee_fen = 0", name=op.f("ck_mediation_no_fee")),
        sa.ForeignKeyConstraint(
            ["id"], ["proceeding.id"], name=op.f("fk_mediation_id_proceeding"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["refusal_proposer_id"],
            ["person.id"],
            name=op.f("fk_mediation_refusal_proposer_id_person"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mediation")),
    )
    op.create_table(
        "outside_record",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["id"], ["proceeding.id"], name=op.f("fk_outside_record_id_proceeding"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outside_record")),
    )
    op.create_table(
        "penalty",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "source",
            sa.String(length=20),
            nullable=False,
            comment="report, complaint, inspection, transfer, police ...",
        ),
        sa.Column("suspected", sa.Text(), nullable=False, comment="the act suspected, in words"),
        sa.Column("act_ended_on", sa.Date(), nullable=True, comment="last day of the act, for the limit of PEN-3"),
        sa.Column("endangers_life", sa.Boolean(), nullable=False, comment="five years instead of two (PEN-3)"),
        sa.Column("real_name_report", sa.Boolean(), nullable=False),
        sa.Column("officers", casework.base.model.JsonText(), nullable=False, comment="names of those who handle it"),
        sa.Column(
            "identification_asked_on",
            sa.Date(),
            nullable=True,
            comment="goods are with the right holder or the appraiser since",
        ),
        sa.Column("filed_on", sa.Date(), nullable=True),
        sa.Column("suspended_ground", sa.String(length=20), nullable=True),
        sa.Column("suspended_on", sa.Date(), nullable=True),
        sa.Column("findings", sa.Text(), nullable=True, comment="result of the investigation"),
        sa.Column("reviewed_by", sa.String(length=60), nullable=True),
        sa.Column("proposed", sa.Text(), nullable=True, comment="the penalty that the notice announces"),
        sa.Column("notified_on", sa.Date(), nullable=True, comment="the notice reached the party"),
        sa.Column("hearing_waived", sa.Boolean(), nullable=False),
        sa.Column("hearing_on", sa.Date(), nullable=True),
        sa.Column("hearing_held", sa.Boolean(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("decision_number", sa.String(length=60), nullable=True),
        sa.Column("fine_fen", sa.BigInteger(), nullable=True, comment="the fine, fen"),
        sa.Column("confiscated_fen", sa.BigInteger(), nullable=True, comment="illegal gain confiscated, fen"),
        sa.Column("decision", sa.Text(), nullable=True),
        sa.Column("warning_only", sa.Boolean(), nullable=False),
        sa.Column("served_on", sa.Date(), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("closing_reason", sa.String(length=500), nullable=True),
        sa.CheckConstraint(
            "decided_on IS NULL OR notified_on IS NOT NULL", name=op.f("ck_penalty_decided_after_notice")
        ),
        sa.CheckConstraint("fine_fen IS NULL OR fine_fen >= 0", name=op.f("ck_penalty_fine_not_negative")),
        sa.CheckConstraint(
            "suspended_ground IS NULL OR suspended_on IS NOT NULL", name=op.f("ck_penalty_suspended_has_day")
        ),
        sa.ForeignKeyConstraint(["id"], ["proceeding.id"], name=op.f("fk_penalty_id_proceeding"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_penalty")),
    )
    op.create_table(
        "running_clock",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("proceeding_id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("rule", sa.String(length=40), nullable=False),
        sa.Column("label", sa.String(length=80), nullable=True, comment="whose or what: a party, an instalment"),
        sa.Column(
            "started_at", casework.base.model.UtcDateTime(timezone=True), nullable=False, comment="the start event"
        ),
        sa.Column("rule_set_on", sa.Date(), nullable=False),
        sa.Column("raw", sa.Date(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column(
            "due_at",
            casework.base.model.UtcDateTime(timezone=True),
            nullable=False,
            comment="the instant after which it is late",
        ),
        sa.Column("provisional", sa.Boolean(), nullable=False),
        sa.Column("pauses", casework.base.model.JsonText(), nullable=False),
        sa.Column("extensions", sa.Integer(), nullable=False),
        sa.Column("extended_to", sa.Date(), nullable=True),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("started_seq", sa.Integer(), nullable=False, comment="journal entry that started it"),
        sa.Column("stopped_at", casework.base.model.UtcDateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(state = 'stopped') = (stopped_at IS NOT NULL)", name=op.f("ck_running_clock_stopped_has_instant")
        ),
        sa.CheckConstraint("state IN ('running', 'paused', 'stopped')", name=op.f("ck_running_clock_state_known")),
        sa.ForeignKeyConstraint(
            ["case_id"], ["dispute_case.id"], name=op.f("fk_running_clock_case_id_dispute_case"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["office_id"],
            ["organisation.id"],
            name=op.f("fk_running_clock_office_id_organisation"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["proceeding_id"],
            ["proceeding.id"],
            name=op.f("fk_running_clock_proceeding_id_proceeding"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_running_clock")),
    )
    with op.batch_alter_table("running_clock", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_running_clock_case_id"), ["case_id"], unique=False)
        batch_op.create_index("ix_running_clock_open", ["state", "office_id", "due_at"], unique=False)
        batch_op.create_index("ix_running_clock_proceeding_id", ["proceeding_id"], unique=False)

    op.create_table(
        "threshold_sheet",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("proceeding_id", sa.Integer(), nullable=False),
        sa.Column("crime", sa.String(length=10), nullable=True, comment="article of the Criminal Law: 213 ... 219"),
        sa.Column("figures", casework.base.model.JsonText(), nullable=False, comment="yuan, pieces, days"),
        sa.Column("met", sa.Boolean(), nullable=False),
        sa.Column("tier", sa.String(length=8), nullable=False),
        sa.Column("lines", casework.base.model.JsonText(), nullable=False, comment="each line reached, in words"),
        sa.Column("suspicion", sa.Text(), nullable=True, comment="reasonable suspicion in words (POL-1)"),
        sa.Column("made_at", casework.base.model.UtcDateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.String(length=60), nullable=False),
        sa.CheckConstraint("tier IN ('none', 'basic', 'serious')", name=op.f("ck_threshold_sheet_tier_known")),
        sa.ForeignKeyConstraint(
            ["proceeding_id"],
            ["proceeding.id"],
            name=op.f("fk_threshold_sheet_proceeding_id_proceeding"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_threshold_sheet")),
    )
    with op.batch_alter_table("threshold_sheet", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_threshold_sheet_proceeding_id"), ["proceeding_id"], unique=False)

    op.create_table(
        "transfer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=4), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False, comment="why the case belongs there, with the clause"),
        sa.Column("contact", sa.String(length=120), nullable=True, comment="who answers questions: name and phone"),
        sa.Column("outside", sa.String(length=200), nullable=True, comment="a body that is no office of the city"),
        sa.Column("approved_at", casework.base.model.UtcDateTime(timezone=True), nullable=True),
        sa.Column("approved_by", sa.String(length=60), nullable=True),
        sa.Column("refused_reason", sa.Text(), nullable=True, comment="why it was not approved"),
        sa.Column("sent_at", casework.base.model.UtcDateTime(timezone=True), nullable=True),
        sa.Column("sent_by", sa.String(length=60), nullable=True),
        sa.Column("bundle", casework.base.model.JsonText(), nullable=False, comment="name, size, sha256 per file"),
        sa.Column("bundle_sha256", sa.String(length=64), nullable=True, comment="over the frozen list"),
        sa.Column("measures", casework.base.model.JsonText(), nullable=False, comment="in force, with expiry"),
        sa.Column("received_at", casework.base.model.UtcDateTime(timezone=True), nullable=True),
        sa.Column("receiver", sa.String(length=60), nullable=True, comment="who signed the receipt"),
        sa.Column("returned_reason", sa.Text(), nullable=True),
        sa.Column("result", sa.Text(), nullable=True),
        sa.Column("result_number", sa.String(length=60), nullable=True),
        sa.Column("reply_due", sa.Date(), nullable=True, comment="read from the letter (REV-7)"),
        sa.CheckConstraint(
            "kind IN ('K1','K2','K3','K4','K5','K6','K7','K9','K10','K11','K12')", name=op.f("ck_transfer_kind_known")
        ),
        sa.CheckConstraint(
            "(received_at IS NULL) = (receiver IS NULL)", name=op.f("ck_transfer_receipt_has_name_and_instant")
        ),
        sa.CheckConstraint("sent_at IS NULL OR bundle_sha256 IS NOT NULL", name=op.f("ck_transfer_sent_is_frozen")),
        sa.ForeignKeyConstraint(["id"], ["proceeding.id"], name=op.f("fk_transfer_id_proceeding"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_transfer")),
    )
    op.create_table(
        "agreement_party",
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("party_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["agreement.id"],
            name=op.f("fk_agreement_party_agreement_id_agreement"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["party_id"], ["party.id"], name=op.f("fk_agreement_party_party_id_party"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("agreement_id", "party_id", name=op.f("pk_agreement_party")),
    )
    op.create_table(
        "agreement_signature",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=10), nullable=False),
        sa.Column("party_id", sa.Integer(), nullable=True),
        sa.Column("how", sa.String(length=12), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False, comment="who wrote: representative, agent, mediator"),
        sa.Column("sealed", sa.Boolean(), nullable=False, comment="the organisation's own seal is there (M-36)"),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.CheckConstraint(
            "(role = 'party') = (party_id IS NOT NULL)", name=op.f("ck_agreement_signature_party_named")
        ),
        sa.CheckConstraint(
            "how IN ('signature', 'seal', 'fingerprint', 'e_signature')", name=op.f("ck_agreement_signature_how_known")
        ),
        sa.CheckConstraint(
            "role IN ('party', 'mediator', 'recorder', 'seal')", name=op.f("ck_agreement_signature_role_known")
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["agreement.id"],
            name=op.f("fk_agreement_signature_agreement_id_agreement"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["party_id"], ["party.id"], name=op.f("fk_agreement_signature_party_id_party"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_signature")),
        sa.UniqueConstraint(
            "agreement_id",
            "role",
            "party_id",
            "name",
            name=op.f("uq_agreement_signature_agreement_id_role_party_id_name"),
        ),
    )
    with op.batch_alter_table("agreement_signature", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agreement_signature_agreement_id"), ["agreement_id"], unique=False)

    op.create_table(
        "agreement_term",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("no", sa.Integer(), nullable=False, comment="1, 2 ... as printed"),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("debtor_id", sa.Integer(), nullable=False),
        sa.Column("creditor_id", sa.Integer(), nullable=True),
        sa.Column("fen", sa.BigInteger(), nullable=True),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("manner", sa.String(length=200), nullable=True),
        sa.Column("place", sa.String(length=200), nullable=True),
        sa.Column("account", casework.base.secret.SecretText(), nullable=True, comment="where to pay, encrypted"),
        sa.Column("text", sa.Text(), nullable=False),
        sa.CheckConstraint("(kind = 'pay') = (fen IS NOT NULL)", name=op.f("ck_agreement_term_money_only_to_pay")),
        sa.CheckConstraint("kind IN ('pay', 'act', 'omission')", name=op.f("ck_agreement_term_kind_known")),
        sa.CheckConstraint("creditor_id IS NULL OR debtor_id <> creditor_id", name=op.f("ck_agreement_term_two_sides")),
        sa.CheckConstraint("fen IS NULL OR fen > 0", name=op.f("ck_agreement_term_money_is_positive")),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["agreement.id"],
            name=op.f("fk_agreement_term_agreement_id_agreement"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["creditor_id"], ["party.id"], name=op.f("fk_agreement_term_creditor_id_party"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["debtor_id"], ["party.id"], name=op.f("fk_agreement_term_debtor_id_party"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_term")),
        sa.UniqueConstraint("agreement_id", "no", name=op.f("uq_agreement_term_agreement_id_no")),
    )
    op.create_table(
        "confirmation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("court_name", sa.String(length=120), nullable=True),
        sa.Column("court_proposed", sa.String(length=120), nullable=True, comment="by the routing table"),
        sa.Column(
            "court_reason", sa.String(length=500), nullable=True, comment="why another court than the proposed one"
        ),
        sa.Column("despite", sa.String(length=500), nullable=True, comment="why go on with a clause a court refuses"),
        sa.Column("obstacle", sa.String(length=500), nullable=True),
        sa.Column(
            "obstacle_ended_on", sa.Date(), nullable=True, comment="the window was missed for good reason (T-06)"
        ),
        sa.Column("window_due", sa.Date(), nullable=True, comment="last day to file when it was prepared (J-02)"),
        sa.Column("channel", sa.String(length=8), nullable=True),
        sa.Column("filed_on", sa.Date(), nullable=True, comment="reached the court"),
        sa.Column("posted_on", sa.Date(), nullable=True, comment="postmark (T-05)"),
        sa.Column("materials", casework.base.model.JsonText(), nullable=False, comment="codes of J-10 handed in"),
        sa.Column("asked", casework.base.model.JsonText(), nullable=False, comment="what the court asked for"),
        sa.Column("asked_due", sa.Date(), nullable=True),
        sa.Column("court_number", sa.String(length=80), nullable=True, comment="as typed"),
        sa.Column("number_doubtful", sa.Boolean(), nullable=False, comment="the check of the number found a problem"),
        sa.Column("docketed_on", sa.Date(), nullable=True),
        sa.Column("ruling_number", sa.String(length=80), nullable=True),
        sa.Column("ruled_on", sa.Date(), nullable=True),
        sa.Column("ground", sa.String(length=30), nullable=True, comment="of refusal (J-11) or dismissal (J-17)"),
        sa.Column("detail", sa.Text(), nullable=True),
        sa.Column("routes_told", sa.Text(), nullable=False),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("closing_reason", sa.String(length=500), nullable=True),
        sa.CheckConstraint(
            "channel IS NULL OR channel IN ('window', 'post', 'online')", name=op.f("ck_confirmation_channel_known")
        ),
        sa.CheckConstraint("ground IS NULL OR routes_told <> ''", name=op.f("ck_confirmation_refusal_tells_routes")),
        sa.CheckConstraint("posted_on IS NULL OR channel = 'post'", name=op.f("ck_confirmation_postmark_only_by_post")),
        sa.CheckConstraint(
            "docketed_on IS NULL OR filed_on IS NOT NULL OR posted_on IS NOT NULL",
            name=op.f("ck_confirmation_filed_first"),
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreement.id"], name=op.f("fk_confirmation_agreement_id_agreement"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["id"], ["proceeding.id"], name=op.f("fk_confirmation_id_proceeding"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_confirmation")),
    )
    with op.batch_alter_table("confirmation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_confirmation_agreement_id"), ["agreement_id"], unique=False)

    op.create_table(
        "designation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rival_id", sa.Integer(), nullable=False, comment="the other office in the dispute"),
        sa.Column("talk", sa.Text(), nullable=False, comment="both opinions; how the talk ended"),
        sa.Column("designated_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["designated_id"],
            ["organisation.id"],
            name=op.f("fk_designation_designated_id_organisation"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(["id"], ["transfer.id"], name=op.f("fk_designation_id_transfer"), ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(
            ["rival_id"], ["organisation.id"], name=op.f("fk_designation_rival_id_organisation"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_designation")),
    )
    op.create_table(
        "mediation_extension",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mediation_id", sa.Integer(), nullable=False),
        sa.Column("old_end", sa.Date(), nullable=False),
        sa.Column("new_end", sa.Date(), nullable=False),
        sa.Column("consented_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.CheckConstraint("new_end > old_end", name=op.f("ck_mediation_extension_later")),
        sa.ForeignKeyConstraint(
            ["mediation_id"],
            ["mediation.id"],
            name=op.f("fk_mediation_extension_mediation_id_mediation"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mediation_extension")),
    )
    with op.batch_alter_table("mediation_extension", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_mediation_extension_mediation_id"), ["mediation_id"], unique=False)

    op.create_table(
        "mediation_session",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mediation_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("held_at", casework.base.model.UtcDateTime(timezone=True), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("presided_by", sa.String(length=60), nullable=False),
        sa.Column("recorder", sa.String(length=60), nullable=True),
        sa.Column("present", casework.base.model.JsonText(), nullable=False, comment="refs of the parties present"),
        sa.Column("guests", sa.String(length=500), nullable=True, comment="invited with the parties' consent (M-20)"),
        sa.Column("public", sa.Boolean(), nullable=False),
        sa.Column("statements", sa.Text(), nullable=False),
        sa.Column("facts_found", sa.Text(), nullable=False),
        sa.Column("undisputed", sa.Text(), nullable=False, comment="undisputed facts, signed (C-24)"),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("signed", sa.Boolean(), nullable=False, comment="read and signed by parties, mediator, recorder"),
        sa.ForeignKeyConstraint(
            ["mediation_id"],
            ["mediation.id"],
            name=op.f("fk_mediation_session_mediation_id_mediation"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mediation_session")),
        sa.UniqueConstraint("mediation_id", "position", name=op.f("uq_mediation_session_mediation_id_position")),
    )
    op.create_table(
        "mediator_naming",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mediation_id", sa.Integer(), nullable=False),
        sa.Column("mediator_id", sa.Integer(), nullable=False),
        sa.Column("presiding", sa.Boolean(), nullable=False),
        sa.Column("chosen_by", sa.String(length=10), nullable=False),
        sa.Column("named_on", sa.Date(), nullable=False),
        sa.Column("disclosed", sa.Text(), nullable=False, comment="relation disclosed; empty: none"),
        sa.Column("consented_on", sa.Date(), nullable=True, comment="all parties consent after disclosure (M-19)"),
        sa.Column("until", sa.Date(), nullable=True, comment="replaced on"),
        sa.Column("replaced_for", sa.String(length=300), nullable=True),
        sa.CheckConstraint(
            "chosen_by IN ('committee', 'parties', 'court')", name=op.f("ck_mediator_naming_chosen_by_known")
        ),
        sa.CheckConstraint(
            "disclosed = '' OR consented_on IS NOT NULL", name=op.f("ck_mediator_naming_disclosed_needs_consent")
        ),
        sa.CheckConstraint("until IS NULL OR until >= named_on", name=op.f("ck_mediator_naming_ends_after_it_begins")),
        sa.ForeignKeyConstraint(
            ["mediation_id"],
            ["mediation.id"],
            name=op.f("fk_mediator_naming_mediation_id_mediation"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["mediator_id"], ["mediator.id"], name=op.f("fk_mediator_naming_mediator_id_mediator"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mediator_naming")),
    )
    with op.batch_alter_table("mediator_naming", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_mediator_naming_mediation_id"), ["mediation_id"], unique=False)

    op.create_table(
        "outside_act",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("authority", sa.String(length=120), nullable=False, comment="who did it"),
        sa.Column("happened_on", sa.Date(), nullable=True),
        sa.Column("number", sa.String(length=120), nullable=True, comment="case or document number as told"),
        sa.Column("note", sa.Text(), nullable=True),
        sa.CheckConstraint("length(authority) > 0", name=op.f("ck_outside_act_authority_given")),
        sa.ForeignKeyConstraint(
            ["record_id"],
            ["outside_record.id"],
            name=op.f("fk_outside_act_record_id_outside_record"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outside_act")),
    )
    with op.batch_alter_table("outside_act", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_outside_act_record_id"), ["record_id"], unique=False)

    op.create_table(
        "party_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mediation_id", sa.Integer(), nullable=False),
        sa.Column("party_id", sa.Integer(), nullable=False),
        sa.Column("answer", sa.String(length=12), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.CheckConstraint("answer IN ('agreed', 'refused', 'unreachable')", name=op.f("ck_party_answer_answer_known")),
        sa.ForeignKeyConstraint(
            ["mediation_id"], ["mediation.id"], name=op.f("fk_party_answer_mediation_id_mediation"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["party_id"], ["party.id"], name=op.f("fk_party_answer_party_id_party"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_party_answer")),
    )
    with op.batch_alter_table("party_answer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_party_answer_mediation_id"), ["mediation_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_party_answer_party_id"), ["party_id"], unique=False)

    op.create_table(
        "penalty_measure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("penalty_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=14), nullable=False),
        sa.Column("document", sa.String(length=60), nullable=True, comment="number of the seizure paper"),
        sa.Column("goods", sa.Text(), nullable=False, comment="one line per item: name, quantity, features, value"),
        sa.Column("place", sa.String(length=200), nullable=True, comment="where the goods are stored"),
        sa.Column("taken_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("ended_by", sa.String(length=20), nullable=True, comment="lifted, decided, handed_over"),
        sa.CheckConstraint("kind IN ('seizure', 'preservation')", name=op.f("ck_penalty_measure_kind_known")),
        sa.CheckConstraint("(ended_on IS NULL) = (ended_by IS NULL)", name=op.f("ck_penalty_measure_end_has_cause")),
        sa.ForeignKeyConstraint(
            ["penalty_id"], ["penalty.id"], name=op.f("fk_penalty_measure_penalty_id_penalty"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_penalty_measure")),
        sa.UniqueConstraint("penalty_id", "position", name=op.f("uq_penalty_measure_penalty_id_position")),
    )
    op.create_table(
        "penalty_reporter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("penalty_id", sa.Integer(), nullable=False),
        sa.Column("name", casework.base.secret.SecretText(), nullable=True),
        sa.Column("phone", casework.base.secret.SecretText(), nullable=True),
        sa.Column("address", casework.base.secret.SecretText(), nullable=True),
        sa.ForeignKeyConstraint(
            ["penalty_id"], ["penalty.id"], name=op.f("fk_penalty_reporter_penalty_id_penalty"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_penalty_reporter")),
        sa.UniqueConstraint("penalty_id", name=op.f("uq_penalty_reporter_penalty_id")),
    )
    op.create_table(
        "performance",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("proposed_on", sa.Date(), nullable=True, comment="the product proposed a breach"),
        sa.Column("breached_on", sa.Date(), nullable=True, comment="a person confirmed it"),
        sa.Column("instrument", sa.String(length=16), nullable=True, comment="by which enforcement is asked"),
        sa.Column("instrument_number", sa.String(length=80), nullable=True),
        sa.Column("enforced_on", sa.Date(), nullable=True, comment="enforcement applied for"),
        sa.Column("sued_on", sa.Date(), nullable=True),
        sa.Column("court_name", sa.String(length=120), nullable=True),
        sa.Column("court_number", sa.String(length=80), nullable=True),
        sa.Column("property_clues", sa.Text(), nullable=True),
        sa.Column("packet", casework.base.model.JsonText(), nullable=False, comment="papers ticked for enforcement"),
        sa.Column("closing_reason", sa.String(length=500), nullable=True),
        sa.CheckConstraint(
            "instrument IS NULL OR instrument IN ('confirmation', 'notarised', 'award', 'payment_order')",
            name=op.f("ck_performance_instrument_known"),
        ),
        sa.CheckConstraint(
            "enforced_on IS NULL OR instrument IS NOT NULL", name=op.f("ck_performance_enforced_by_an_instrument")
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreement.id"], name=op.f("fk_performance_agreement_id_agreement"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["id"], ["proceeding.id"], name=op.f("fk_performance_id_proceeding"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_performance")),
        sa.UniqueConstraint("agreement_id", name=op.f("uq_performance_agreement_id")),
    )
    op.create_table(
        "transfer_police",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("team", casework.base.model.JsonText(), nullable=False, comment="names of the special team"),
        sa.Column("report", sa.Text(), nullable=True, comment="the written report to the chief"),
        sa.Column(
            "reported_at",
            casework.base.model.UtcDateTime(timezone=True),
            nullable=True,
            comment="instant at which the chief got it",
        ),
        sa.Column("papers", casework.base.model.JsonText(), nullable=False, comment="five papers: present, or why not"),
        sa.Column("police_id", sa.Integer(), nullable=True),
        sa.Column("procuratorate_id", sa.Integer(), nullable=True),
        sa.Column("missing", casework.base.model.JsonText(), nullable=False, comment="what the police ask to complete"),
        sa.Column(
            "answered_at",
            casework.base.model.UtcDateTime(timezone=True),
            nullable=True,
            comment="the notice reached the sender",
        ),
        sa.Column("criminal_number", sa.String(length=60), nullable=True),
        sa.Column("declined_reason", sa.Text(), nullable=True),
        sa.Column("papers_back", sa.Boolean(), nullable=False),
        sa.Column("goods", sa.Text(), nullable=True, comment="what was handed over, one line per item"),
        sa.Column("goods_given_by", sa.String(length=60), nullable=True),
        sa.Column("goods_taken_by", sa.String(length=60), nullable=True),
        sa.Column("outcome", sa.String(length=20), nullable=True),
        sa.CheckConstraint(
            "criminal_number IS NULL OR answered_at IS NOT NULL", name=op.f("ck_transfer_police_filing_has_instant")
        ),
        sa.CheckConstraint(
            "goods_taken_by IS NULL OR goods_given_by IS NOT NULL", name=op.f("ck_transfer_police_both_sign_for_goods")
        ),
        sa.ForeignKeyConstraint(
            ["id"], ["transfer.id"], name=op.f("fk_transfer_police_id_transfer"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["police_id"],
            ["organisation.id"],
            name=op.f("fk_transfer_police_police_id_organisation"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["procuratorate_id"],
            ["organisation.id"],
            name=op.f("fk_transfer_police_procuratorate_id_organisation"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_transfer_police")),
    )
    op.create_table(
        "confirmation_applicant",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("confirmation_id", sa.Integer(), nullable=False),
        sa.Column("party_id", sa.Integer(), nullable=False),
        sa.Column("consented_on", sa.Date(), nullable=False),
        sa.Column("agents", casework.base.model.JsonText(), nullable=False, comment="names of those who act for it"),
        sa.Column("received_on", sa.Date(), nullable=True, comment="received the ruling"),
        sa.ForeignKeyConstraint(
            ["confirmation_id"],
            ["confirmation.id"],
            name=op.f("fk_confirmation_applicant_confirmation_id_confirmation"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["party_id"], ["party.id"], name=op.f("fk_confirmation_applicant_party_id_party"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_confirmation_applicant")),
        sa.UniqueConstraint(
            "confirmation_id", "party_id", name=op.f("uq_confirmation_applicant_confirmation_id_party_id")
        ),
    )
    op.create_table(
        "confirmation_objection",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("confirmation_id", sa.Integer(), nullable=False),
        sa.Column("party_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("knew_on", sa.Date(), nullable=True, comment="outsider: knew or should have known of the harm"),
        sa.Column("filed_on", sa.Date(), nullable=True),
        sa.Column("posted_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("result", sa.String(length=8), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("number", sa.String(length=80), nullable=True),
        sa.CheckConstraint(
            "result IS NULL OR result IN ('kept', 'revoked')", name=op.f("ck_confirmation_objection_result_known")
        ),
        sa.CheckConstraint(
            "(party_id IS NULL) = (knew_on IS NOT NULL)", name=op.f("ck_confirmation_objection_party_or_outsider")
        ),
        sa.CheckConstraint(
            "(result IS NULL) = (decided_on IS NULL)", name=op.f("ck_confirmation_objection_result_has_a_date")
        ),
        sa.ForeignKeyConstraint(
            ["confirmation_id"],
            ["confirmation.id"],
            name=op.f("fk_confirmation_objection_confirmation_id_confirmation"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["party_id"], ["party.id"], name=op.f("fk_confirmation_objection_party_id_party"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_confirmation_objection")),
    )
    with op.batch_alter_table("confirmation_objection", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_confirmation_objection_confirmation_id"), ["confirmation_id"], unique=False
        )

    op.create_table(
        "mediation_private_note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mediation_id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=12), nullable=False, comment="concession, caucus"),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("written_by", sa.String(length=60), nullable=False),
        sa.Column("written_at", casework.base.model.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["mediation_id"],
            ["mediation.id"],
            name=op.f("fk_mediation_private_note_mediation_id_mediation"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["mediation_session.id"],
            name=op.f("fk_mediation_private_note_session_id_mediation_session"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mediation_private_note")),
    )
    with op.batch_alter_table("mediation_private_note", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_mediation_private_note_mediation_id"), ["mediation_id"], unique=False)

    op.create_table(
        "obligation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("performance_id", sa.Integer(), nullable=False),
        sa.Column("no", sa.Integer(), nullable=False, comment="as printed in the agreement"),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("debtor_id", sa.Integer(), nullable=False),
        sa.Column("creditor_id", sa.Integer(), nullable=True),
        sa.Column("fen", sa.BigInteger(), nullable=True),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.CheckConstraint("(kind = 'pay') = (fen IS NOT NULL)", name=op.f("ck_obligation_money_only_to_pay")),
        sa.CheckConstraint("kind IN ('pay', 'act', 'omission')", name=op.f("ck_obligation_kind_known")),
        sa.ForeignKeyConstraint(
            ["creditor_id"], ["party.id"], name=op.f("fk_obligation_creditor_id_party"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["debtor_id"], ["party.id"], name=op.f("fk_obligation_debtor_id_party"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["performance_id"],
            ["performance.id"],
            name=op.f("fk_obligation_performance_id_performance"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_obligation")),
        sa.UniqueConstraint("performance_id", "no", name=op.f("uq_obligation_performance_id_no")),
    )
    op.create_table(
        "performance_urging",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("performance_id", sa.Integer(), nullable=False),
        sa.Column("item_no", sa.Integer(), nullable=False),
        sa.Column("urged_on", sa.Date(), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["performance_id"],
            ["performance.id"],
            name=op.f("fk_performance_urging_performance_id_performance"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_performance_urging")),
    )
    with op.batch_alter_table("performance_urging", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_performance_urging_performance_id"), ["performance_id"], unique=False)

    op.create_table(
        "return_visit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("performance_id", sa.Integer(), nullable=False),
        sa.Column("item_no", sa.Integer(), nullable=True),
        sa.Column("visited_on", sa.Date(), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("satisfied", sa.Boolean(), nullable=True),
        sa.Column("risks", sa.Text(), nullable=True),
        sa.Column("visited_by", sa.String(length=60), nullable=False),
        sa.ForeignKeyConstraint(
            ["performance_id"],
            ["performance.id"],
            name=op.f("fk_return_visit_performance_id_performance"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_return_visit")),
    )
    with op.batch_alter_table("return_visit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_return_visit_performance_id"), ["performance_id"], unique=False)

    op.create_table(
        "performance_proof",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("obligation_id", sa.Integer(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=False),
        sa.Column("fen", sa.BigInteger(), nullable=True),
        sa.Column("how", sa.String(length=20), nullable=False),
        sa.Column("answer", sa.String(length=10), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("disputed_for", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "answer IN ('confirmed', 'silent', 'disputed')", name=op.f("ck_performance_proof_answer_known")
        ),
        sa.CheckConstraint("fen IS NULL OR fen > 0", name=op.f("ck_performance_proof_money_is_positive")),
        sa.ForeignKeyConstraint(
            ["obligation_id"],
            ["obligation.id"],
            name=op.f("fk_performance_proof_obligation_id_obligation"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_performance_proof")),
    )
    with op.batch_alter_table("performance_proof", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_performance_proof_obligation_id"), ["obligation_id"], unique=False)

    for statement in append_only_ddl(op.get_bind().dialect.name):
        op.execute(statement)


def downgrade() -> None:
    """Downgrade."""
    with op.batch_alter_table("performance_proof", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_performance_proof_obligation_id"))

    op.drop_table("performance_proof")
    with op.batch_alter_table("return_visit", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_return_visit_performance_id"))

    op.drop_table("return_visit")
    with op.batch_alter_table("performance_urging", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_performance_urging_performance_id"))

    op.drop_table("performance_urging")
    op.drop_table("obligation")
    with op.batch_alter_table("mediation_private_note", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_mediation_private_note_mediation_id"))

    op.drop_table("mediation_private_note")
    with op.batch_alter_table("confirmation_objection", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_confirmation_objection_confirmation_id"))

    op.drop_table("confirmation_objection")
    op.drop_table("confirmation_applicant")
    op.drop_table("transfer_police")
    op.drop_table("performance")
    op.drop_table("penalty_reporter")
    op.drop_table("penalty_measure")
    with op.batch_alter_table("party_answer", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_party_answer_party_id"))
        batch_op.drop_index(batch_op.f("ix_party_answer_mediation_id"))

    op.drop_table("party_answer")
    with op.batch_alter_table("outside_act", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_outside_act_record_id"))

    op.drop_table("outside_act")
    with op.batch_alter_table("mediator_naming", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_mediator_naming_mediation_id"))

    op.drop_table("mediator_naming")
    op.drop_table("mediation_session")
    with op.batch_alter_table("mediation_extension", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_mediation_extension_mediation_id"))

    op.drop_table("mediation_extension")
    op.drop_table("designation")
    with op.batch_alter_table("confirmation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_confirmation_agreement_id"))

    op.drop_table("confirmation")
    op.drop_table("agreement_term")
    with op.batch_alter_table("agreement_signature", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agreement_signature_agreement_id"))

    op.drop_table("agreement_signature")
    op.drop_table("agreement_party")
    op.drop_table("transfer")
    with op.batch_alter_table("threshold_sheet", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_threshold_sheet_proceeding_id"))

    op.drop_table("threshold_sheet")
    with op.batch_alter_table("running_clock", schema=None) as batch_op:
        batch_op.drop_index("ix_running_clock_proceeding_id")
        batch_op.drop_index("ix_running_clock_open")
        batch_op.drop_index(batch_op.f("ix_running_clock_case_id"))

    op.drop_table("running_clock")
    op.drop_table("penalty")
    op.drop_table("outside_record")
    op.drop_table("mediation")
    op.drop_table("complaint")
    with op.batch_alter_table("agreement", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agreement_proceeding_id"))
        batch_op.drop_index(batch_op.f("ix_agreement_case_id"))

    op.drop_table("agreement")
    op.drop_table("adjudication")
    with op.batch_alter_table("right_in_dispute", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_right_in_dispute_kind"))
        batch_op.drop_index(batch_op.f("ix_right_in_dispute_case_id"))
        batch_op.drop_index("ix_right_in_dispute_canonical_case_id")

    op.drop_table("right_in_dispute")
    with op.batch_alter_table("read_entry", schema=None) as batch_op:
        batch_op.drop_index("ix_read_entry_case_id_at")

    op.drop_table("read_entry")
    with op.batch_alter_table("proceeding", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_proceeding_parent_id"))
        batch_op.drop_index("ix_proceeding_office_state")
        batch_op.drop_index("ix_proceeding_counterpart")
        batch_op.drop_index(batch_op.f("ix_proceeding_case_id"))

    op.drop_table("proceeding")
    with op.batch_alter_table("party", schema=None) as batch_op:
        batch_op.drop_index("ix_party_name_key_case_id")
        batch_op.drop_index(batch_op.f("ix_party_code_key"))
        batch_op.drop_index(batch_op.f("ix_party_case_id"))

    op.drop_table("party")
    with op.batch_alter_table("journal_entry", schema=None) as batch_op:
        batch_op.drop_index("ix_journal_entry_proceeding_id")
        batch_op.drop_index("ix_journal_entry_figure")

    op.drop_table("journal_entry")
    op.drop_table("history_event")
    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_evidence_sha256"))
        batch_op.drop_index(batch_op.f("ix_evidence_case_id"))

    op.drop_table("evidence")
    with op.batch_alter_table("case_grant", schema=None) as batch_op:
        batch_op.drop_index("ix_case_grant_office_case")
        batch_op.drop_index(batch_op.f("ix_case_grant_case_id"))

    op.drop_table("case_grant")
    with op.batch_alter_table("post", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_post_organisation_id"))

    op.drop_table("post")
    with op.batch_alter_table("mediator", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_mediator_office_id"))

    op.drop_table("mediator")
    op.drop_table("dispute_case")
    op.drop_table("person")
    with op.batch_alter_table("paper_record", schema=None) as batch_op:
        batch_op.drop_index("ix_paper_record_code")
        batch_op.drop_index("ix_paper_record_case_id")

    op.drop_table("paper_record")
    with op.batch_alter_table("outbox_item", schema=None) as batch_op:
        batch_op.drop_index("ix_outbox_item_open")

    op.drop_table("outbox_item")
    with op.batch_alter_table("organisation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_organisation_parent_id"))
        batch_op.drop_index(batch_op.f("ix_organisation_kind"))

    op.drop_table("organisation")
    op.drop_table("number_sequence")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION IF EXISTS journal_is_append_only()")

"""Keep signed papers that came back.

Revision ID: 0020
Revises: 0019
"""

import sqlalchemy as sa
from alembic import op

import casework.base.model

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Upgrade."""
    op.create_table(
        "paper_scan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("paper_id", sa.Integer(), nullable=False),
        sa.Column("evidence_id", sa.Integer(), nullable=False),
        sa.Column(
            "matched_by",
            sa.String(length=4),
            nullable=False,
            comment="code: printed on the paper; hand: chosen by a person",
        ),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.Column(
            "signers",
            casework.base.model.JsonText(),
            nullable=False,
            comment="who signed, as ticked: refs of parties, names",
        ),
        sa.CheckConstraint("matched_by IN ('code', 'hand')", name=op.f("ck_paper_scan_way_known")),
        sa.ForeignKeyConstraint(
            ["evidence_id"], ["evidence.id"], name=op.f("fk_paper_scan_evidence_id_evidence"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["id"], ["proceeding.id"], name=op.f("fk_paper_scan_id_proceeding"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["paper_id"], ["paper_record.id"], name=op.f("fk_paper_scan_paper_id_paper_record"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_scan")),
    )
    op.create_index(op.f("ix_paper_scan_paper_id"), "paper_scan", ["paper_id"], unique=False)


def downgrade() -> None:
    """Downgrade."""
    op.drop_index(op.f("ix_paper_scan_paper_id"), table_name="paper_scan")
    op.drop_table("paper_scan")

"""Tell signed copies from evidence.

Revision ID: 0023
Revises: 0022
"""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

KNOWN = """UPDATE evidence SET copy_of_id =
(SELECT paper_scan.paper_id FROM paper_scan WHERE paper_scan.evidence_id = evidence.id)"""


def upgrade() -> None:
    """Upgrade: a scan that came back is known as the copy of its paper from the start."""
    with op.batch_alter_table("evidence") as batch_op:
        batch_op.add_column(sa.Column("copy_of_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_evidence_copy_of_id_paper_record"),
            "paper_record",
            ["copy_of_id"],
            ["id"],
            ondelete="RESTRICT",
        )
        batch_op.create_index(batch_op.f("ix_evidence_copy_of_id"), ["copy_of_id"], unique=False)
    op.execute(KNOWN)


def downgrade() -> None:
    """Downgrade."""
    with op.batch_alter_table("evidence") as batch_op:
        batch_op.drop_index(batch_op.f("ix_evidence_copy_of_id"))
        batch_op.drop_constraint(batch_op.f("fk_evidence_copy_of_id_paper_record"), type_="foreignkey")
        batch_op.drop_column("copy_of_id")

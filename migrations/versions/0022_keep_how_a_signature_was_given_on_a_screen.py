"""Keep how a signature was given on a screen.

Revision ID: 0022
Revises: 0021
"""

import sqlalchemy as sa
from alembic import op

import casework.base.model

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

TOGETHER = "(proved IS NULL) = (signed_at IS NULL) AND (proved IS NULL) = (text_sha256 IS NULL)"


def upgrade() -> None:
    """Upgrade."""
    with op.batch_alter_table("agreement_signature") as batch_op:
        batch_op.add_column(
            sa.Column(
                "signed_at",
                casework.base.model.UtcDateTime(timezone=True),
                nullable=True,
                comment="on a screen: the instant",
            )
        )
        batch_op.add_column(
            sa.Column("proved", sa.String(length=8), nullable=True, comment="on a screen: how identity was proved")
        )
        batch_op.add_column(
            sa.Column(
                "text_sha256",
                sa.String(length=64),
                nullable=True,
                comment="on a screen: fingerprint of the text signed",
            )
        )
        batch_op.add_column(sa.Column("person_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_agreement_signature_person_id_person"),
            "person",
            ["person_id"],
            ["id"],
            ondelete="RESTRICT",
        )
        batch_op.create_check_constraint(
            batch_op.f("ck_agreement_signature_proof_known"), "proved IN ('portal', 'password')"
        )
        batch_op.create_check_constraint(batch_op.f("ck_agreement_signature_screen_keeps_all"), TOGETHER)


def downgrade() -> None:
    """Downgrade."""
    with op.batch_alter_table("agreement_signature") as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_agreement_signature_screen_keeps_all"), type_="check")
        batch_op.drop_constraint(batch_op.f("ck_agreement_signature_proof_known"), type_="check")
        batch_op.drop_constraint(batch_op.f("fk_agreement_signature_person_id_person"), type_="foreignkey")
        batch_op.drop_column("person_id")
        batch_op.drop_column("text_sha256")
        batch_op.drop_column("proved")
        batch_op.drop_column("signed_at")

"""Keep mappings of upper forms.

Revision ID: 0016
Revises: 0015
"""

import sqlalchemy as sa
from alembic import op

import casework.base.model

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Upgrade."""
    op.create_table(
        "figure_upper_form",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=30), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("receiver", sa.String(length=80), nullable=False),
        sa.Column("mapping", sa.Text(), nullable=False, comment="lines: cell | label | formula"),
        sa.Column("made_at", casework.base.model.UtcDateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.String(length=60), nullable=False),
        sa.CheckConstraint("version > 0", name=op.f("ck_figure_upper_form_version_counts")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_figure_upper_form")),
        sa.UniqueConstraint("key", "version", name=op.f("uq_figure_upper_form_key_version")),
    )


def downgrade() -> None:
    """Downgrade."""
    op.drop_table("figure_upper_form")

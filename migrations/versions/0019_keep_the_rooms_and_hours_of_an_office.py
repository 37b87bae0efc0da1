"""Keep the rooms and hours of an office.

Revision ID: 0019
Revises: 0018
"""

import sqlalchemy as sa
from alembic import op

import casework.base.model

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Upgrade."""
    op.create_table(
        "sitting_practice",
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("rooms", sa.String(length=1000), nullable=False, comment="one a line"),
        sa.Column(
            "begins",
            sa.String(length=200),
            nullable=False,
            comment="hours at which a session may begin, 09:00, one a line",
        ),
        sa.Column("minutes", sa.Integer(), nullable=False, comment="how long a session is planned"),
        sa.Column("told_by", sa.String(length=60), nullable=False),
        sa.Column("told_at", casework.base.model.UtcDateTime(timezone=True), nullable=False),
        sa.CheckConstraint("length(rooms) > 0 AND length(begins) > 0", name=op.f("ck_sitting_practice_place_and_hour")),
        sa.CheckConstraint("minutes BETWEEN 15 AND 480", name=op.f("ck_sitting_practice_takes_time")),
        sa.ForeignKeyConstraint(
            ["office_id"],
            ["organisation.id"],
            name=op.f("fk_sitting_practice_office_id_organisation"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("office_id", name=op.f("pk_sitting_practice")),
    )


def downgrade() -> None:
    """Downgrade."""
    op.drop_table("sitting_practice")

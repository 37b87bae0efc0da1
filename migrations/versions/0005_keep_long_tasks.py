"""Keep long tasks with their progress.

Revision ID: 0005
Revises: 0004
"""

import sqlalchemy as sa
from alembic import op

import casework.base.model
import casework.base.secret

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Upgrade."""

    op.create_table(
        "long_task",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("payload", casework.base.model.JsonText(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True, comment="who asked and may look, stop and go on"),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("asked_at", casework.base.model.UtcDateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False, comment="pieces"),
        sa.Column("whole", sa.Integer(), nullable=False, comment="pieces; 0 while nobody knows"),
        sa.Column("started_at", casework.base.model.UtcDateTime(timezone=True), nullable=True),
        sa.Column("ended_at", casework.base.model.UtcDateTime(timezone=True), nullable=True),
        sa.Column("result", casework.base.model.JsonText(), nullable=True),
        sa.Column("error", sa.String(length=500), nullable=True),
        sa.CheckConstraint(
            "state IN ('waiting', 'running', 'stopping', 'stopped', 'done', 'failed')",
            name=op.f("ck_long_task_state_known"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_long_task")),
    )
    with op.batch_alter_table("long_task", schema=None) as batch_op:
        batch_op.create_index("ix_long_task_person", ["person_id", "id"], unique=False)
        batch_op.create_index("ix_long_task_state", ["state", "id"], unique=False)


def downgrade() -> None:
    """Downgrade."""

    with op.batch_alter_table("long_task", schema=None) as batch_op:
        batch_op.drop_index("ix_long_task_state")
        batch_op.drop_index("ix_long_task_person")

    op.drop_table("long_task")

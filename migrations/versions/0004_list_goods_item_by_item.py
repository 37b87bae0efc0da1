"""List goods item by item.

Revision ID: 0004
Revises: 0003
"""

import sqlalchemy as sa
from alembic import op

import casework.base.model

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Upgrade."""
    with op.batch_alter_table("penalty_measure", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "items",
                casework.base.model.JsonText(),
                server_default="[]",
                nullable=False,
                comment="item by item as goods.Item, empty where told in words",
            )
        )


def downgrade() -> None:
    """Downgrade."""
    with op.batch_alter_table("penalty_measure", schema=None) as batch_op:
        batch_op.drop_column("items")

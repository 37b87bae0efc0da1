"""Count stocks from today backwards.

Revision ID: 0013
Revises: 0012

Beside the sums of each month: those of each year, what stands open now, and what left again and when.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

CELL = ("month", "office_id", "figure", "form", "right_kind", "matter", "source")
SUMS = ("n", "fen", "persons", "days")
MEDIATING = ("accepted", "moved_in")
COUNT = sa.table("figure_count", *(sa.column(name) for name in (*CELL, *SUMS)))
FACT = sa.table(
    "figure_fact",
    *(sa.column(name) for name in (*CELL[1:], *SUMS)),
    sa.column("on_day", sa.Date),
    sa.column("until_day", sa.Date),
)


def upgrade() -> None:
    """Upgrade."""
    with op.batch_alter_table("obligation", schema=None) as batch_op:
        batch_op.create_index("ix_obligation_due", ["due"], unique=False)
    with op.batch_alter_table("running_clock", schema=None) as batch_op:
        batch_op.create_index("ix_running_clock_stopped_at", ["stopped_at"], unique=False)
    with op.batch_alter_table("figure_fact", schema=None) as batch_op:
        batch_op.create_index(
            "ix_figure_fact_days",
            ["figure", "on_day", "office_id", "right_kind", "matter", "source", "days", "n"],
            unique=False,
            sqlite_where=sa.text("days IS NOT NULL"),
            postgresql_where=sa.text("days IS NOT NULL"),
        )
    on, until, figure = FACT.c.on_day, FACT.c.until_day, FACT.c.figure
    late = sa.case((until > on, until), else_=on)
    came = sa.or_(figure.in_(MEDIATING), figure.like("%.in"))
    _sum(sa.extract("year", on) * 100, figure, SUMS)
    _sum(sa.literal(0), figure, ("n",), came, until.is_(None))
    _sum(sa.extract("year", late) * 100, sa.literal("left:").concat(figure), ("n",), came, until.is_not(None))
    month = sa.extract("year", late) * 100 + sa.extract("month", late)
    _sum(month, sa.literal("left:").concat(figure), ("n",), came, until.is_not(None))


def downgrade() -> None:
    """Downgrade."""
    op.execute(COUNT.delete().where(sa.or_(COUNT.c.month % 100 == 0, COUNT.c.figure.like("left:%"))))
    with op.batch_alter_table("figure_fact", schema=None) as batch_op:
        batch_op.drop_index("ix_figure_fact_days")
    with op.batch_alter_table("running_clock", schema=None) as batch_op:
        batch_op.drop_index("ix_running_clock_stopped_at")
    with op.batch_alter_table("obligation", schema=None) as batch_op:
        batch_op.drop_index("ix_obligation_due")


def _sum(code: Any, figure: Any, names: tuple[str, ...], *terms: Any) -> None:
    cell = [code.label("month"), FACT.c.office_id, figure.label("figure"), *(FACT.c[name] for name in CELL[3:])]
    inner = sa.select(*cell, *(FACT.c[name] for name in names)).where(*terms).subquery()
    sums = [sa.func.coalesce(sa.func.sum(inner.c[name]), 0) if name in names else sa.literal(0) for name in SUMS]
    keys = [inner.c[name] for name in CELL]
    op.execute(COUNT.insert().from_select([*CELL, *SUMS], sa.select(*keys, *sums).group_by(*keys)))

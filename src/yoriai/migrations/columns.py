"""Columns that revisions share. A revision that has been released reads them, so what stands here never changes."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

MOMENT = sa.DateTime(timezone=True)
JSON = sa.JSON().with_variant(JSONB(), "postgresql")
# Only a plain INTEGER counts by itself on one of the databases.
COUNTER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def leans_on(there: str, here: str, column: str, *, ondelete: str | None = None) -> sa.ForeignKeyConstraint:
    """A foreign key of `here` to the id of `there`, under the name that our naming convention gives it."""
    name = f"fk_{here}_{column}_{there}"
    return sa.ForeignKeyConstraint([column], [f"{there}.id"], name=name, ondelete=ondelete)

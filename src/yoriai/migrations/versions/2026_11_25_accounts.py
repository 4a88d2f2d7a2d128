"""People over time: what was changed, by whom; account groups and profile fields; rosters on their way."""

import sqlalchemy as sa
from alembic import op

from yoriai.migrations.columns import JSON, MOMENT, leans_on

revision: str = "2026_11_25_accounts"
down_revision: str | None = "2026_11_25_orgs"
branch_labels = None
depends_on = None

OF_PEOPLE = ("account_changes",)
"""Tables of people over time, in the order in which they can go."""
OF_ROSTERS = ("roster_imports", "roster_mappings", "roster_drafts")
"""Tables of roster files on their way."""


def upgrade() -> None:
    _groups()
    _accounts()
    _postings()
    _changes()
    _rosters()


def downgrade() -> None:
    for table in (*OF_ROSTERS, *OF_PEOPLE):
        op.drop_table(table)
    op.drop_index("ix_postings_organization_id_account_id", "postings")
    op.create_index("ix_postings_organization_id", "postings", ["organization_id"])
    with op.batch_alter_table("postings") as postings:
        postings.drop_column("was_main")
    # A status that nobody knew before: such an account may not be used.
    op.execute("UPDATE accounts SET status = 'suspended' WHERE status = 'removed'")
    with op.batch_alter_table("accounts") as accounts:
        accounts.drop_constraint("fk_accounts_group_id_account_groups", type_="foreignkey")
        for column in ("profile_folded", "profile", "place", "group_id"):
            accounts.drop_column(column)
    op.drop_table("account_groups")


def _rosters() -> None:
    """What a roster needs between the choice of a file and its undoing."""
    op.create_table(
        "roster_drafts",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("request_key", sa.String(26), nullable=False),
        sa.Column("subject", sa.String(16), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("file", sa.LargeBinary()),
        sa.Column("sheet", sa.LargeBinary(), nullable=False),
        sa.Column("columns", JSON),
        sa.Column("difference", sa.LargeBinary()),
        sa.PrimaryKeyConstraint("id", name="pk_roster_drafts"),
        sa.UniqueConstraint("tenant_id", "request_key", name="uq_roster_drafts_tenant_id_request_key"),
        leans_on("tenants", "roster_drafts", "tenant_id", ondelete="CASCADE"),
        leans_on("organizations", "roster_drafts", "organization_id", ondelete="CASCADE"),
    )
    op.create_index("ix_roster_drafts_made_at", "roster_drafts", ["made_at"])
    op.create_table(
        "roster_mappings",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("subject", sa.String(16), nullable=False),
        sa.Column("headings", sa.String(64), nullable=False),
        sa.Column("columns", JSON, nullable=False),
        sa.Column("used_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "subject", "headings", name="pk_roster_mappings"),
        leans_on("tenants", "roster_mappings", "tenant_id", ondelete="CASCADE"),
    )
    _imports()


def _imports() -> None:
    op.create_table(
        "roster_imports",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.Column("imported_by", sa.Uuid()),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("request_key", sa.String(26)),
        sa.Column("subject", sa.String(16), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("counts", JSON, nullable=False),
        sa.Column("undo", sa.LargeBinary()),
        sa.Column("undone_at", MOMENT),
        sa.Column("undone_by", sa.Uuid()),
        sa.PrimaryKeyConstraint("id", name="pk_roster_imports"),
        sa.UniqueConstraint("tenant_id", "request_key", name="uq_roster_imports_tenant_id_request_key"),
        leans_on("tenants", "roster_imports", "tenant_id", ondelete="CASCADE"),
        leans_on("organizations", "roster_imports", "organization_id", ondelete="CASCADE"),
    )
    op.create_index("ix_roster_imports_organization_id_id", "roster_imports", ["organization_id", "id"])


def _groups() -> None:
    op.create_table(
        "account_groups",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("policies", JSON, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_account_groups"),
        sa.UniqueConstraint("tenant_id", "name", name="uq_account_groups_tenant_id_name"),
        leans_on("tenants", "account_groups", "tenant_id", ondelete="CASCADE"),
    )


def _accounts() -> None:
    with op.batch_alter_table("accounts") as accounts:
        accounts.add_column(sa.Column("group_id", sa.Uuid()))
        accounts.add_column(sa.Column("place", sa.Text(), nullable=False, server_default=""))
        accounts.add_column(sa.Column("profile", JSON, nullable=False, server_default="{}"))
        accounts.add_column(sa.Column("profile_folded", sa.Text(), nullable=False, server_default=""))
        accounts.create_foreign_key(
            "fk_accounts_group_id_account_groups",
            "account_groups",
            ["group_id"],
            ["id"],
            ondelete="SET NULL",
        )


def _postings() -> None:
    with op.batch_alter_table("postings") as postings:
        postings.add_column(sa.Column("was_main", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.execute("UPDATE postings SET was_main = true WHERE main")
    op.drop_index("ix_postings_organization_id", "postings")
    op.create_index("ix_postings_organization_id_account_id", "postings", ["organization_id", "account_id"])


def _changes() -> None:
    op.create_table(
        "account_changes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("by", sa.Uuid()),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("before", JSON, nullable=False),
        sa.Column("after", JSON, nullable=False),
        sa.Column("import_id", sa.Uuid()),
        sa.Column("request_key", sa.String(26)),
        sa.PrimaryKeyConstraint("id", name="pk_account_changes"),
        leans_on("tenants", "account_changes", "tenant_id", ondelete="CASCADE"),
        leans_on("accounts", "account_changes", "account_id", ondelete="CASCADE"),
    )
    op.create_index("ix_account_changes_account_id_id", "account_changes", ["account_id", "id"])
    op.create_index("ix_account_changes_by_request_key", "account_changes", ["by", "request_key"])
    op.create_index("ix_account_changes_import_id", "account_changes", ["import_id"])

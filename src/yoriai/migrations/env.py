"""Where Alembic meets our database: on the connection that `yoriai migrate` hands over, never on one of its own."""

from alembic import context
from sqlalchemy import Connection

connection: Connection = context.config.attributes["connection"]

if connection.dialect.name == "postgresql":
    # One node at a time; wait for a busy table a little, never for long with everybody else queued behind us.
    connection.exec_driver_sql("SET LOCAL lock_timeout = 0")
    connection.exec_driver_sql("SELECT pg_advisory_xact_lock(779061104)")
    connection.exec_driver_sql("SET LOCAL lock_timeout = '5s'")
    connection.exec_driver_sql("SET LOCAL statement_timeout = 0")

# One of the databases cannot alter a table in place: Alembic copies it over instead.
context.configure(connection=connection, render_as_batch=True)
context.run_migrations()

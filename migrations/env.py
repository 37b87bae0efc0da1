"""Alembic's environment: the application's own database and tables."""

from alembic import context
from flask import current_app

from casework.base.db import db

options = current_app.extensions["migrate"].configure_args
with db.engine.connect() as connection:
    context.configure(connection=connection, target_metadata=db.metadata, **options)
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()

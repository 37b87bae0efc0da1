"""The WSGI entry: `gunicorn wsgi:app`. The database is brought up to date by `casework migrate`, not here."""

from casework.web.app import create_app
from config import SETTINGS

app = create_app(SETTINGS)

"""The settings of a deployment, handed to the application by `wsgi.py`; nothing in casework/ imports this file.

They come from the environment (see casework/web/settings.py). An office that needs more sets it here.
"""

from casework.web.settings import from_environment

SETTINGS = from_environment()

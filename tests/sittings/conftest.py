"""The mediation that the notices tell of."""

from tests.notices.conftest import mediation

__all__ = ["mediation"]

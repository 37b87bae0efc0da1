"""The city and the case of the enforcement tests; transfers stand on them."""

from tests.enforcement.conftest import case, city_database, town

__all__ = ["case", "city_database", "town"]

"""Connections as the product opens them."""

import pytest
from sqlalchemy import create_engine, text

ASKED = "SELECT current_setting('jit'), current_setting('statement_timeout')"


@pytest.mark.postgres
@pytest.mark.parametrize(("own", "shown"), [("", "0"), ("&options=-c%20statement_timeout=9s", "9s")])
def test_postgresql_compiles_no_query_and_keeps_the_options_of_its_address(postgres, own, shown):
    with postgres.database() as url:
        engine = create_engine(url + own)
        with engine.connect() as connection:
            found = tuple(connection.execute(text(ASKED)).one())
        engine.dispose()

    assert found == ("off", shown)

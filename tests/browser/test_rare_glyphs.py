"""Rare characters of names: a page without them fetches no font, one with them the small file that has them."""

import pytest

from tests.browser.walk import file_dispute

pytestmark = pytest.mark.browser
DRAWN = "document.fonts.check('16px \"Casework Rare\"', '𠮷')"
LOADED = "async (char) => (await document.fonts.load('16px \"Casework Rare\"', char)).map((face) => face.status)"


def test_rare_name_is_drawn_by_a_font_of_our_own_host(people, tmp_path):
    clerk, fetched = people("clerk"), []
    clerk.page.on("request", lambda asked: fetched.append(asked.url) if asked.url.endswith(".woff") else None)
    clerk.page.goto(f"{clerk.address}/cases/new")
    before = list(fetched)

    file_dispute(clerk, tmp_path, respondent_name="大冶市𠮷田样例商贸有限公司")
    clerk.page.wait_for_function(DRAWN)
    loaded = {char: clerk.page.evaluate(LOADED, char) for char in "䶮㛃黄"}

    assert before == []
    assert fetched[0].startswith(f"{clerk.address}/glyphs/rare-")
    assert loaded == {"䶮": ["loaded"], "㛃": ["loaded"], "黄": []}
    assert "𠮷田" in clerk.shot("rare").text

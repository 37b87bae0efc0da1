"""The forms of the upper level: formulas by cell, checks across tables, what cannot be filled, mappings made here."""

import io
import re

import pytest
from python_calamine import CalamineWorkbook

from casework.base.errors import Invalid
from casework.statistics.grid import EVERYWHERE
from casework.statistics.period import month
from casework.statistics.upper import cells_only, filled, lines_of
from casework.statistics.upper_forms import UpperForm, keep, upper_form, upper_forms
from casework.statistics.upper_workbook import as_xlsx
from tests.statistics.instants import at

OCTOBER = month("2026-10")
TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
MAPPING = (
    "B2 | 受理 | ip_monthly.total.accepted\nB3 | 成功率 | percent(ip_monthly.total.agreed, B2)\nB4 | 受理加一 | B2 + 1"
)


def told(text: str):
    """A mapping filled for October."""
    lines, wrong = lines_of(text)
    assert wrong == []
    return filled(lines, OCTOBER, EVERYWHERE)


@pytest.mark.parametrize("key", ["ministry_case_table", "province_monthly"])
def test_delivered_forms_fill_every_cell_and_hold_every_check(october, key):
    form = told(upper_form(key).mapping)

    assert form.broken == []
    assert [each.cell for each in form.cells if not each.shown and not each.why] == []
    assert len(form.cannot) == 2


def test_provincial_form_tells_the_october_set(october):
    shown = {each.label: each.shown for each in told(upper_form("province_monthly").mapping).cells}

    names = (
        "调解旧存",
        "调解受理",
        "调解终结",
        "调解成功",
        "期末未结",
        "调解成功率（成功/终结，%）",
        "协议金额（万元）",
    )
    assert [shown[each] for each in names] == ["1", "5", "4", "2", "2", "50", "5.3"]


@pytest.mark.parametrize(
    ("formula", "shown"),
    [
        ("ip_monthly.total.accepted", "5"),
        ("ip_monthly.trademark_infringement.accepted * 2 - 1", "9"),
        ('offices["hs-committee"].accepted', "5"),
        ("wan(ip_monthly.total.agreed_amount)", "5.3"),
        ("percent(ip_monthly.total.agreed, ip_monthly.total.accepted)", "40"),
        ("percent(ip_monthly.total.agreed, ip_monthly.total.moved_in)", "—"),
        ("ip_monthly.total.accepted / 2", "2.5"),
        ("ip_monthly.total.accepted / 0", "—"),
    ],
)
def test_formula_is_counted_exactly(october, formula, shown):
    assert told(f"A1 | 数 | {formula}").cells[0].shown == shown


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("A1 | 只有两段", "应写作“单元格 | 项目 | 计算式”"),
        ("1A | 数 | 1", "“1A”不是单元格"),
        ("A1 | 数 | B9", "前面没有填列单元格“B9”"),
        ("A1 | 数 | nothing.total.accepted", "没有统计表“nothing”"),
        ("A1 | 数 | ip_monthly.total.on_time", "统计表 ip_monthly 没有可加总的列“on_time”"),
        ("A1 | 数 | ip_monthly.nobody.accepted", "统计表 ip_monthly 没有行“nobody”"),
        ("A1 | 数 | __import__('os').system('x')", "看不懂计算式“__import__('os').system('x')”"),
        ("A1 | 数 | 2 ** 9", "看不懂计算式“2 ** 9”"),
        ("A1 | 数 | 1 +", "看不懂计算式“1 +”"),
        ("= | 核对 | ip_monthly.total.accepted", "核对应写作“左边 = 右边”"),
    ],
)
def test_line_that_is_wrong_is_named_with_its_number(city, line, said):
    assert lines_of(f"Z9 | 一 | 1\n{line}")[1] == [f"第 2 行：{said}"]


def test_check_across_tables_that_fails_shows_both_sides(october):
    form = told("A1 | 受理 | ip_monthly.total.accepted\n= | 与登记一致 | A1 = ip_monthly.total.registered")

    assert [(each.label, each.left, each.right) for each in form.broken] == [("与登记一致", "5", "1")]


def test_workbook_has_values_at_their_cells_and_formulas_beside(october):
    form = UpperForm("own", "自制表", "市局", MAPPING)

    book = CalamineWorkbook.from_filelike(io.BytesIO(as_xlsx(form, OCTOBER, told(MAPPING))))

    rows = book.get_sheet_by_index(0).to_python()
    assert [row[1] for row in rows[1:4]] == [5.0, 40.0, 6.0]
    assert book.get_sheet_by_index(1).to_python()[1][:4] == ["B2", "受理", "ip_monthly.total.accepted", "5"]
    assert [cells_only(each) for each in ("B2 + 1", "percent(B2, B3)", "ip_monthly.total.agreed")] == [
        *(True, False, False)
    ]


def test_mapping_is_kept_as_a_new_version_and_the_old_one_stays(city, session):
    actor = city.actor("statistician")
    given = upper_form("province_monthly")
    keep(UpperForm(given.key, given.name, "省局", MAPPING), actor=actor, now=at(11, 1))
    keep(UpperForm(given.key, given.name, "省局", MAPPING + "\nB5 | 二 | 2"), actor=actor, now=at(11, 2))
    session.commit()

    newest = upper_form("province_monthly")

    assert (newest.version, newest.receiver, newest.mapping.count("\n")) == (2, "省局", 3)
    assert [each.key for each in upper_forms()] == ["ministry_case_table", "province_monthly"]


def test_mapping_is_refused_with_every_reason(city):
    with pytest.raises(Invalid) as refused:
        keep(UpperForm("a b", "", "", "x"), actor=city.actor("clerk"), now=at(11, 1))

    assert sorted(refused.value.errors) == ["actor", "mapping", "name"]


def test_pages_show_try_and_keep_a_form(october, client, session):
    client.post("/sign-in", json={"login": "statistician", "password": "casework-demo"})
    page = client.get("/figures/upper-forms/mapping/new").text
    data = {"csrf_token": TOKEN.search(page)[1], "key": "own", "name": "自制表", "receiver": "市局", "mapping": MAPPING}

    wrong = client.post("/figures/upper-forms/mapping/new", data={**data, "mapping": "x"})
    tried = client.post("/figures/upper-forms/mapping/new?period=2026-10", data=data)
    kept = client.post("/figures/upper-forms/mapping/new", data={**data, "keep": "1"})

    assert (wrong.status_code, tried.status_code, kept.status_code) == (422, 200, 303)
    shown = client.get("/figures/upper-forms/own?period=2026-10&form=json").json
    assert [each["shown"] for each in shown["cells"]] == ["5", "40", "6"]
    assert client.get("/figures/upper-forms/own?period=2026-10&form=xlsx").data[:2] == b"PK"
    assert "自制表" in client.get("/figures/upper-forms").text


def test_clerk_reads_forms_and_changes_no_mapping(october, client):
    client.post("/sign-in", json={"login": "clerk", "password": "casework-demo"})

    answers = [client.get(f"/figures/upper-forms/ministry_case_table{end}").status_code for end in ("", "/mapping")]

    assert answers == [200, 403]

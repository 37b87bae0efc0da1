"""The pages of figures: tables, cells that open, publishing, restating, indicators, pictures, what everybody may see."""

import io
import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from casework.statistics.dwelling import cohort, dwelling
from casework.statistics.grid import TOTAL
from casework.statistics.models import IndicatorVersion, Publication
from casework.statistics.period import parse
from casework.statistics.pictures import trend
from casework.statistics.tables import tables
from tests.statistics.instants import at

JSON = {"Accept": "application/json"}
TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


@pytest.fixture
def settings(settings):
    """The usual settings, with the fonts."""
    return {**settings, "CASEWORK_ASSETS": str(Path(__file__).parents[2] / "var" / "assets")}


def posted(reader, address: str, **data: str):
    """Send a form with the token of its page."""
    token = TOKEN.search(reader.get("/figures/indicators/new").text)[1]
    return reader.post(address, data={"csrf_token": token, **data})


@pytest.fixture
def reader(october, client):
    """A browser of the statistician, with the October set in the database."""
    client.post("/sign-in", json={"login": "statistician", "password": "casework-demo"})
    return client


@pytest.mark.parametrize("key", sorted(tables()))
def test_every_table_is_shown_and_handed_out(reader, key):
    page = reader.get(f"/figures/tables/{key}?period=2026-10")

    assert page.status_code == 200
    assert "各项等式成立" in page.text
    for form in ("xlsx", "csv", "json", "pdf"):
        answer = reader.get(f"/figures/tables/{key}?period=2026-10&form={form}")
        assert (answer.status_code, len(answer.data) > 300) == (200, True)


@pytest.mark.parametrize(
    "address",
    [
        "/figures/tables",
        "/figures/tables/doubts?period=2026-10",
        "/figures/publications",
        "/figures/publications/new/ip_monthly?period=2026-10",
        "/figures/indicators",
        "/figures/indicators/success_of_closed",
        "/figures/indicators/new",
        "/figures/pictures?period=2026-10",
        "/figures/published-elsewhere",
        "/open-figures",
    ],
)
def test_page_is_shown(reader, address):
    assert reader.get(address).status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/figures/tables/nothing",
        "/figures/tables/ip_monthly?unit=nowhere",
        "/figures/tables/ip_monthly?form=doc",
        "/figures/tables/ip_monthly/behind?period=2026-10&column=nothing",
        "/figures/publications/99",
        "/figures/indicators/nothing",
    ],
)
def test_what_is_not_there_is_not_found(reader, address):
    assert reader.get(address).status_code == 404


@pytest.mark.parametrize(
    "address", ["/figures/tables", "/figures/publications", "/figures/indicators", "/figures/pictures"]
)
def test_figures_of_the_house_need_a_sign_in(app, address):
    assert app.test_client().get(address, headers=JSON).status_code == 401


def test_period_that_is_none_comes_back_with_its_field_and_its_cure(reader):
    answer = reader.get("/figures/tables/ip_monthly?period=2026-99&unit=hs-committee")
    told = reader.get("/figures/tables/ip_monthly?period=2026-99", headers=JSON)

    assert (answer.status_code, told.status_code) == (422, 422)
    assert "统计期间“2026-99”认不出" in answer.text
    assert 'name="unit" value="hs-committee"' in answer.text
    assert "2026年10月" in answer.text
    assert told.get_json()["errors"][0]["field"] == "period"


def test_table_tells_rate_denominator_and_comparison(reader):
    text = reader.get("/figures/tables/ip_monthly?period=2026-10").text

    assert "分子 2，分母 5" in text.replace(",", "，")
    assert "+400.0%" in text


def test_cell_opens_as_many_facts_as_it_tells(reader):
    told = reader.get(
        f"/figures/tables/ip_monthly/behind?period=2026-10&row={TOTAL}&column=accepted", headers=JSON
    ).get_json()

    assert told["count"] == 5
    assert told["hidden"] + len(told["entries"]) == 5


def test_cell_opens_its_cases_with_their_entries(october, client):
    client.post("/sign-in", json={"login": "registrar", "password": "casework-demo"})
    page = client.get(
        "/figures/tables/ip_monthly/behind?period=2026-10&row=trademark_infringement&column=agreed_amount"
    )

    assert "共 2 条 · 金额合计 53,000.00 元" in page.text
    assert page.text.count("#entry-") == 2


def test_cases_out_of_sight_are_only_numbered(reader):
    page = reader.get("/figures/tables/ip_monthly/behind?period=2026-10&column=accepted")

    assert "另有 5 件未共享" in page.text


def publish(reader) -> int:
    """Publish October; the id of the publication."""
    answer = posted(reader, "/figures/publications/new/ip_monthly?period=2026-10")
    assert answer.status_code == 303
    return int(answer.headers["Location"].rsplit("/", 1)[1])


def test_month_is_published_and_drawn(reader, session):
    row = publish(reader)
    page = reader.get(f"/figures/publications/{row}")

    assert "此后不再变动" in page.text
    assert reader.get(f"/figures/publications/{row}?form=csv").status_code == 200
    assert reader.get(f"/figures/publications/{row}?day=2026-10-01").status_code == 404
    assert session.get(Publication, row).period == "2026-10"


def test_publishing_twice_is_refused_in_words(reader):
    publish(reader)
    answer = posted(reader, "/figures/publications/new/ip_monthly?period=2026-10")

    assert answer.status_code == 422
    assert "本期已经发布" in answer.text


def test_late_fact_is_restated_with_its_cause(reader, october, told, session):
    row = publish(reader)
    told(october[2], "reopened", at(10, 30), recorded=at(12, 1))
    told(october[2], "agreed", at(10, 30), fen=100_000, recorded=at(12, 1))
    session.commit()
    before = reader.get(f"/figures/publications/{row}").text
    refused = posted(reader, f"/figures/publications/{row}/restatements", cause=" ")
    answer = posted(reader, f"/figures/publications/{row}/restatements", cause="K3 实际达成协议")
    after = reader.get(f"/figures/publications/{row}").text

    assert "现在重新统计" in before
    assert (refused.status_code, answer.status_code) == (422, 303)
    assert "K3 实际达成协议" in after
    assert "另有 1 件未共享给您的单位" in after
    assert "现在重新统计" not in after
    assert "本期已发布 · 更正 1 次" in reader.get("/figures/tables/ip_monthly?period=2026-10").text


def test_restatement_opens_the_entries_that_came_late(reader, october, told, session):
    row = publish(reader)
    number = october[2].number
    seq = told(october[2], "reopened", at(10, 30), recorded=at(12, 1)).seq
    session.commit()
    posted(reader, f"/figures/publications/{row}/restatements", cause="补录")
    reader.post("/sign-in", json={"login": "registrar", "password": "casework-demo"})

    page = reader.get(f"/figures/publications/{row}").text

    assert f'#entry-{seq}">{number} #{seq}</a>（2026-12-01）' in page


TYPED = {
    "key": "withdrawal_rate",
    "label_zh": "撤回率",
    "label_en": "Withdrawal rate",
    "wording_zh": "撤回与终结之比。",
    "wording_en": "Withdrawn over closed.",
    "numerator": "withdrawn",
    "denominator": "agreed, terminated withdrawn transferred",
    "measure": "n",
    "filters": "",
    "date": "event",
}


def test_new_indicator_is_previewed_kept_and_published(reader, session):
    preview = posted(reader, "/figures/indicators/new", **TYPED)
    kept = posted(reader, "/figures/indicators/new", **TYPED, keep="1")
    row_id = session.query(IndicatorVersion).one().id
    session.rollback()
    published = posted(reader, f"/figures/indicators/{row_id}/publish")

    assert "近十二个月试算" in preview.text
    assert "25.0%" in preview.text
    assert (kept.status_code, published.status_code) == (303, 303)
    assert "撤回率" in reader.get("/figures/indicators").text


def test_indicator_that_is_none_comes_back_with_what_is_wrong(reader):
    answer = posted(reader, "/figures/indicators/new", **{**TYPED, "numerator": "nothing"})

    assert answer.status_code == 422
    assert "没有这些计数项：nothing" in answer.text


def test_clerk_makes_no_indicator(october, client):
    client.post("/sign-in", json={"login": "clerk", "password": "casework-demo"})

    assert client.get("/figures/indicators/new").status_code == 403


def test_everybody_sees_published_months_without_small_cells(reader, app):
    publish(reader)
    told = app.test_client().get("/open-figures", headers=JSON).get_json()

    assert [each["period"] for each in told] == ["2026-10"]
    assert told[0]["totals"] == {"registered": None, "accepted": 5, "closed": None, "agreed": None, "pending": None}
    assert dict(told[0]["rows"])["商标侵权"] == {"accepted": 5, "agreed": None}


def test_picture_stands_beside_its_numbers(reader):
    text = reader.get("/figures/pictures?period=2026-10").text

    assert text.count("<svg") == 7
    assert "受理、办结与未结" in text
    assert 'style="' not in text


@pytest.mark.parametrize(
    ("values", "scale"),
    [
        ((0, 0), ["1", "2"]),
        ((1, 0), ["1", "2"]),
        ((10, 9), ["5", "10"]),
        ((29, 3), ["15", "30"]),
        ((100, 7), ["50", "100"]),
        ((2157, 1), ["1500", "3000"]),
        ((138, 0), ["70", "140"]),
    ],
)
def test_scale_of_a_picture_ends_at_a_round_number(values, scale):
    drawn = trend("线", ["2026-10"], [("甲", values[:1]), ("乙", values[1:])])

    assert re.findall(r'text-anchor="end" font-size="11"[^>]*>([\d.]+)<', drawn.svg) == scale


def test_values_at_one_mark_are_told_once_and_never_one_over_the_other():
    drawn = trend("线", ["2026-10"], [("甲", [10]), ("乙", [9]), ("丙", [10]), ("丁", [0])])

    told = re.findall(r'<text x="(\d+)" y="(\d+)" text-anchor="(?:middle|start)" font-size="11"[^>]*>(\d+)<', drawn.svg)
    assert [each[2] for each in told] == ["10", "9", "0"]
    assert len({(x, y) for x, y, _ in told}) == 3


def test_pictures_go_to_paper_with_their_numbers(reader, tmp_path):
    answer = reader.get("/figures/pictures?period=2026-10&form=pdf")
    read = "".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.data)).pages)

    assert answer.content_type == "application/pdf"
    assert answer.data == reader.get("/figures/pictures?period=2026-10&form=pdf").data
    for said in ("受理、办结与未结", "2026-10 结案各环节平均停留天数", "占上一环节", "平均天数"):
        assert said in read


def test_cases_of_a_year_are_followed_to_the_end(october):
    found = cohort(parse("2026"), ("registered", "accepted", "agreed", "performed"))

    assert found == {"registered": 1, "accepted": 0, "agreed": 0, "performed": 0}
    assert cohort(parse("2026"), ("accepted", "agreed", "performed")) == {"accepted": 7, "agreed": 4, "performed": 2}


def test_days_in_a_state_are_those_between_the_entries(told, a_case, session):
    case = a_case(at(9, 1))
    for day, (figure, before, to) in enumerate(
        (
            (None, "start", "registered"),
            ("accepted", "registered", "in_mediation"),
            ("agreed", "in_mediation", "agreed"),
        )
    ):
        told(case, figure, at(10, 1 + day * 5), before=before, to=to)
    session.commit()

    stays = dwelling("mediation", parse("2026-10"), ("agreed",))

    assert [(each.state, each.cases, each.days) for each in stays] == [("registered", 1, 5), ("in_mediation", 1, 5)]


@pytest.mark.parametrize(
    "address", ["/figures/tables", "/figures/tables/ip_monthly?period=2026-10", "/figures/indicators"]
)
def test_basis_is_told_in_words_a_reader_knows(reader, address):
    text = reader.get(address).text

    assert "调解业务规则 4." in text
    assert ".md" not in text


def test_new_indicator_is_offered_to_those_who_may_make_one(october, client):
    client.post("/sign-in", json={"login": "registrar", "password": "casework-demo"})

    assert "/figures/indicators/new" not in client.get("/figures/indicators").text
    assert client.get("/figures/indicators/new").status_code == 403

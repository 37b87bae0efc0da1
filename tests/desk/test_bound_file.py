"""The file (卷宗): thirteen items in their order, compulsory ones by name, one PDF, made again after a change."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pytest
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from casework.base import tasks
from casework.base.db import db
from casework.base.tasks import LongTask
from casework.documents.bundle import Part, bound
from casework.documents.fonts import fonts_in
from casework.documents.kinds import kinds
from casework.documents.models import PaperRecord
from casework.documents.paper import Para
from casework.documents.store import keep
from casework.jobs.tasks import run_waiting
from casework.mediation import binding
from casework.mediation import facts as mf
from casework.mediation.dossier import items, rows
from casework.mediation.models import Mediation
from casework.mediation.verbs import intake
from casework.records.evidence import receive
from casework.records.filing import open_case
from casework.web.serve import tasks_of
from tests.desk.conftest import TOKEN
from tests.documents import gallery
from tests.support.city import case_facts

ASSETS = Path(__file__).parents[2] / "var" / "assets"
SECRET = "最低可以接受两万元"
ON_PAPER = ["identity", "outcome"]


@pytest.fixture
def settings(settings) -> dict[str, object]:
    return {**settings, "CASEWORK_ASSETS": str(ASSETS)}


@pytest.fixture
def mediation(city, app, now) -> Mediation:
    """An accepted mediation with a record of what was talked, a scan of two pages and a text file."""
    registrar = city.actor("registrar")
    case = open_case(case_facts(), actor=registrar, now=now)
    found = intake.register(case, mf.Application(), actor=registrar, now=now)
    intake.start_review(found, None, actor=registrar, now=now)
    intake.accept(found, mf.Acceptance(rights_told_on=now.date()), actor=registrar, now=now)
    store = app.extensions["evidence_store"]
    taken = (store.take("合同.pdf", BytesIO(two_pages())), store.take("说明.txt", BytesIO(b"as received")))
    receive(case, taken, actor=registrar, now=now)
    record(found, "D-12", now)
    db.session.commit()
    return found


def two_pages(text: str = "contract") -> bytes:
    """A PDF that somebody hands in."""
    out = BytesIO()
    canvas = Canvas(out)
    for _ in range(2):
        canvas.drawString(100, 100, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def record(mediation: Mediation, kind: str, now) -> PaperRecord:
    """A paper on the mediation that tells how the parties talked."""
    paper = gallery.paper_of(kinds()[kind])
    told = replace(paper, number="", blocks=(*paper.blocks, Para(SECRET)))
    whose = {"case_id": mediation.case_id, "proceeding_id": mediation.id, "office_id": mediation.office_id}
    return keep(told, **whose, office_short="黄人调", now=now)


def address(mediation: Mediation) -> str:
    return f"/cases/{mediation.case.number}/mediation/{mediation.id}/bound-file"


def ask(client, place: str, *on_paper: str, **more: str):
    token = TOKEN.search(client.get(place).text)[1]
    return client.post(place, data={"csrf_token": token, "on_paper": list(on_paper), **more})


def work(app, now) -> int:
    """The worker's round; the test's own look at the tables ends before and after it."""
    db.session.rollback()
    ended = run_waiting(tasks_of(app), now)
    db.session.rollback()
    return ended


def read(client, place: str) -> PdfReader:
    answer = client.get(place)
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    return PdfReader(BytesIO(answer.data))


def text_of(reader: PdfReader) -> str:
    return "".join("".join(page.extract_text() for page in reader.pages).split())


def test_thirteen_items_stand_in_the_order_of_the_list():
    assert [each.no for each in items()] == list(range(1, 14))


def test_what_is_compulsory_depends_on_how_far_it_came(mediation, city, now):
    case = open_case(case_facts(), actor=city.actor("registrar"), now=now)
    fresh = intake.register(case, mf.Application(), actor=city.actor("registrar"), now=now)

    compulsory = [[row.item.no for row in rows(each) if row.compulsory] for each in (fresh, mediation)]

    assert compulsory == [[3, 8, 13], [1, 2, 3, 8, 13]]


def test_file_is_not_bound_while_compulsory_items_lack(mediation, signed_in, app, now):
    place, client = address(mediation), signed_in("registrar")

    answer = ask(client, place)

    assert answer.status_code == 409
    assert "必须归档的材料还没有" in answer.text
    assert "<li>8 调解协议书（未达成协议的，终止、不予受理文书）</li>" in answer.text
    assert work(app, now) == 0


def test_bound_file_has_contents_bookmarks_and_a_stamp_on_each_page(mediation, signed_in, app, now):
    place, client = address(mediation), signed_in("registrar")
    answer = ask(client, place, *ON_PAPER)
    waiting = client.get(place)
    ended = work(app, now)
    assert (answer.status_code, ended, waiting.headers["Refresh"]) == (303, 1, "2")

    bundle = read(client, f"{place}.pdf")

    pages = [page.extract_text() for page in bundle.pages]
    tops = [each for each in bundle.outline if not isinstance(each, list)]
    contents = "".join(pages[1].split())
    assert all(f"{number}/{len(pages)}" in page for number, page in enumerate(pages, 1))
    assert [each.title.split(" ")[0] for each in tops] == [
        "人民调解卷宗",
        "卷内目录",
        "1",
        "2",
        "3",
        "6",
        "7",
        "8",
        "13",
    ]
    first = bundle.get_destination_page_number(next(each for each in tops if each.title.startswith("7")))
    assert f"7调解记录{first + 1}" in contents
    assert contents.count("原件在纸质卷内") == len(ON_PAPER)
    assert "contract" in text_of(bundle)
    assert "与案卷一致" in client.get(place).text


def test_binding_tells_each_item_and_stops_between_two(mediation, signed_in, app, now):
    place, client = address(mediation), signed_in("registrar")
    ask(client, place, *ON_PAPER)
    told: list[tuple[int, int]] = []

    def stop_at_the_fourth(done, whole):
        told.append((done, whole))
        if done == 3:
            raise tasks.Stopped

    db.session.rollback()
    task = db.session.query(LongTask).one()
    with pytest.raises(tasks.Stopped):
        tasks_of(app)[binding.KIND](task, stop_at_the_fourth)

    assert told == [(n, len(items())) for n in range(4)]
    assert client.get(f"{place}.pdf").status_code == 404


def test_change_after_binding_asks_to_bind_again(mediation, signed_in, app, now):
    place, client = address(mediation), signed_in("registrar")
    ask(client, place, *ON_PAPER)
    work(app, now)
    record(db.session.get_one(Mediation, mediation.id), "D-24", now)
    db.session.commit()
    changed = client.get(place).text

    ask(client, place, *ON_PAPER)
    work(app, now)

    assert "装订后案卷有变动" in changed
    assert "与案卷一致" in client.get(place).text
    assert "10回访记录" in "".join(read(client, f"{place}.pdf").pages[1].extract_text().split())


def test_what_was_talked_stays_out_of_the_file_that_leaves_the_office(mediation, signed_in, app, now):
    place, client = address(mediation), signed_in("registrar")
    ask(client, place, *ON_PAPER)
    ask(client, place, *ON_PAPER, outward="1")
    work(app, now)

    inside, outside = read(client, f"{place}.pdf"), read(client, f"{place}.pdf?outward=1")

    assert (SECRET in text_of(inside), SECRET in text_of(outside)) == (True, False)
    assert "contract" in text_of(outside)


def signed_copy(mediation: Mediation, kind: str, app, now) -> None:
    """The newest paper of a kind comes back signed."""
    store = app.extensions["evidence_store"]
    taken = store.take("签署后扫描.pdf", BytesIO(two_pages("signed in ink")))
    (copy,) = receive(mediation.case, (taken,), actor=SimpleNamespace(office_id=mediation.office_id), now=now)
    asked = db.session.query(PaperRecord).filter_by(case_id=mediation.case_id, kind=kind)
    copy.copy_of_id = asked.order_by(PaperRecord.id.desc()).first().id
    db.session.commit()


def test_signed_copy_stands_behind_its_paper_and_not_among_the_evidence(mediation, signed_in, app, now):
    signed_copy(mediation, "D-05", app, now)
    place, client = address(mediation), signed_in("registrar")
    ask(client, place, *ON_PAPER)
    work(app, now)

    bundle = read(client, f"{place}.pdf")

    marks = [each.title for each in flat(bundle.outline)]
    title = next(each for each in marks if each.endswith("（签署件）"))
    assert marks[marks.index(title) - 1] == title.removesuffix("（签署件）")
    assert sum("signed in ink" in each.extract_text() for each in bundle.pages) == 2
    assert ">签署件<" in client.get(place).text


def test_signed_record_of_what_was_talked_stays_in_the_office_too(mediation, signed_in, app, now):
    signed_copy(mediation, "D-12", app, now)
    place, client = address(mediation), signed_in("registrar")
    ask(client, place, *ON_PAPER)
    ask(client, place, *ON_PAPER, outward="1")
    work(app, now)

    inside, outside = read(client, f"{place}.pdf"), read(client, f"{place}.pdf?outward=1")

    assert ("signedinink" in text_of(inside), "signedinink" in text_of(outside)) == (True, False)


def flat(outline):
    """All bookmarks in their order."""
    return [leaf for each in outline for leaf in (flat(each) if isinstance(each, list) else [each])]


def test_file_of_another_office_does_not_exist(mediation, signed_in):
    assert signed_in("clerk").get(address(mediation)).status_code == 404


def test_equal_parts_give_equal_bytes():
    parts, fonts = [Part("一", two_pages()), Part("二", two_pages(), below=True)], fonts_in(ASSETS / "fonts")

    assert bound(parts, fonts, label="甲").pdf == bound(parts, fonts, label="甲").pdf

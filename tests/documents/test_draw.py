"""Drawn papers read back by another program."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from casework.documents.blocks import FingerprintList, Heading, KeyValueTable, PageBreak, Para, SignatureRoom, Table
from casework.documents.draw import draw
from casework.documents.furniture import qr_text
from casework.documents.lines import NOT_FIRST
from casework.documents.paper import Paper
from tests.documents import samples

OTHER_PROCESS = """
import sys
from pathlib import Path
from casework.documents.draw import draw
from casework.documents.fonts import fonts_in
from tests.documents import conftest, samples

fonts = fonts_in(conftest.FOLDER)
draw(samples.notice(), fonts)
Path(sys.argv[1]).write_bytes(draw(samples.receipt(), fonts))
"""
ROOT = Path(__file__).parents[2]


def flat(text: str) -> str:
    return "".join(text.split())


def bare(*blocks, **values) -> Paper:
    told = {"kind": "D-15", "title": "记录", "office": "黄石市某机构", "issued_on": samples.ON, **values}
    return Paper(blocks=blocks, **told)


@pytest.mark.parametrize("name", samples.ALL)
def test_paper_holds_every_fact(name, read_back):
    paper = samples.ALL[name]()
    found = read_back(paper).squeezed()

    told = [paper.title, paper.office, paper.number]
    rows = [text for block in paper.blocks if isinstance(block, KeyValueTable) for row in block.rows for text in row]
    paras = [block.text for block in paper.blocks if isinstance(block, Para | Heading)]
    assert [text for text in (*told, *rows, *paras) if flat(text) not in found] == []


@pytest.mark.parametrize("name", samples.ALL)
def test_every_font_is_embedded_subset_and_readable(name, read_back):
    rows = read_back(samples.ALL[name]()).fonts()

    assert {tuple(row[-5:-2]) for row in rows} == {("yes", "yes", "yes")}


@pytest.mark.parametrize("name", samples.ALL)
def test_two_drawings_are_the_same_bytes(name, fonts):
    assert draw(samples.ALL[name](), fonts) == draw(samples.ALL[name](), fonts)


def test_another_process_draws_the_same_bytes(fonts, tmp_path):
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1", "PYTHONHASHSEED": "7"}

    subprocess.run(
        [sys.executable, "-c", OTHER_PROCESS, str(tmp_path / "other.pdf")], check=True, cwd=ROOT, env=environment
    )

    assert (tmp_path / "other.pdf").read_bytes() == draw(samples.receipt(), fonts)


def test_file_carries_the_papers_own_date_title_and_code(fonts):
    paper = samples.agreement()

    told = PdfReader(BytesIO(draw(paper, fonts))).metadata

    assert told["/CreationDate"] == "D:20261123000000+08'00'"
    assert told.title == "人民调解协议书 （2026）黄知调字第1号"
    assert told.subject == paper.code


def test_rare_characters_are_read_back_right(read_back):
    found = read_back(bare(Para(f"陈{samples.RARE}先生")))

    assert f"陈{samples.RARE}先生" in found.squeezed()


def test_unknown_character_is_drawn_as_a_mark(read_back):
    assert "甲〓乙" in read_back(bare(Para("甲\U0001f600乙"))).squeezed()


def test_no_line_of_text_starts_with_a_closing_mark(read_back):
    pages = read_back(samples.notice(6)).pages()

    assert {line.strip()[0] for page in pages for line in page[:-1] if line.strip()} & NOT_FIRST == set()


def test_text_is_read_in_the_order_of_the_paper(read_back):
    found = read_back(samples.agreement()).squeezed()

    order = [
        "人民调解协议书",
        "编号：",
        "纠纷主要事实",
        "争议事项",
        "自愿达成如下协议",
        "债务人",
        "以上各项",
        "2026年11月23日",
    ]
    assert sorted(order, key=found.index) == order


def test_long_agreement_repeats_the_head_on_every_page(read_back):
    pages = read_back(samples.agreement(60)).pages()

    heads = [sum("方式和地点" in line for line in page) for page in pages]
    assert len(pages) == 10
    assert heads == [1] * 10


def test_long_agreement_holds_every_row_once(read_back):
    found = read_back(samples.agreement(60)).squeezed()

    assert found.count("人民币壹万贰") == 60


def test_every_page_tells_its_number_the_code_and_the_number_of_the_paper(read_back):
    paper = samples.agreement(60)
    code = "-".join(paper.code[start : start + 4] for start in range(0, 16, 4))

    pages = ["".join("".join(page).split()) for page in read_back(paper).pages()]

    assert all(f"校验码{code}第{n}页共10页{paper.number}" in page for n, page in enumerate(pages, start=1))


def test_nothing_is_drawn_outside_the_text_area(read_back):
    name = samples.LONGEST
    paper = bare(
        KeyValueTable(((name, name * 3), ("编号", "A" * 200))),
        Table((name, "二", "三", "四", "五"), ((name, "B" * 90, "1", "2026年12月31日", "￥123,456,789.00"),)),
        FingerprintList(((f"{name * 3}{'x' * 120}.pdf", 10**12, "f" * 64),)),
        Para(name * 9),
        SignatureRoom(((name, True), (name, False))),
        office=name,
        title=name,
        addressee=name,
        number=f"{name}〔2026〕第1号",
        seal=True,
    )

    words = read_back(paper).words()

    assert min(left for left, _ in words) >= 73
    assert max(right for _, right in words) <= 595.3 - 68 + 6


def test_row_longer_than_a_page_flows_on(read_back):
    text = samples.FACTS * 14

    found = read_back(bare(KeyValueTable((("事实", text), ("结果", "完")))))

    assert len(found.pages()) == 3
    assert found.squeezed().count("不应承担赔偿责任") == 14


def test_heading_never_ends_a_page(read_back):
    for lines in range(20, 40):
        filler = tuple(Para("填充") for _ in range(lines))
        pages = read_back(bare(*filler, Heading("独行标题"), Para("正文" * 40))).pages()
        page = next(page for page in pages if any("独行标题" in line for line in page))
        assert any("正文" in line for line in page)


def test_office_signature_is_never_alone_on_a_page(read_back):
    for lines in range(8, 24):
        paper = bare(*(Para(f"第{n}段") for n in range(lines)), kind="DOC-C6", seal=True)
        last = read_back(paper).pages()[-1]
        assert any("段" in line for line in last)


def test_page_break_starts_a_page(read_back):
    pages = read_back(bare(Para("前"), PageBreak(), Para("后"))).pages()

    assert ["前" in "".join(page) for page in pages] == [True, False]


@pytest.mark.parametrize(("seal", "signed", "closes"), [(True, True, 1), (False, True, 0), (False, False, 1)])
def test_office_closes_what_it_issues(seal, signed, closes, read_back):
    room = (SignatureRoom((("甲", False),)),) if signed else ()

    found = read_back(bare(Para("正文"), *room, seal=seal)).squeezed()

    assert found.count("2026年11月23日") == closes


def test_empty_paper_can_be_drawn(read_back):
    found = read_back(bare(KeyValueTable(()), SignatureRoom(()), FingerprintList(()), Table(("一",), ())))

    assert len(found.pages()) == 1


def test_changed_paper_has_another_code_and_qr():
    paper = samples.receipt()
    other = replace(paper, issued_on=date(2026, 11, 24))

    assert qr_text(paper) == f"CASEWORK:R-01:黄知站1登〔2026〕12号:{paper.code}"
    assert qr_text(other) != qr_text(paper)


def test_office_page_holds_22_lines_of_28_characters(read_back):
    paper = bare(Para("国" * 28 * 60, plain=True), kind="DOC-C6", office="", title="决定书")

    pages = [[line for line in page if "国" in line] for page in read_back(paper).pages()]

    assert (len(pages[1]), {len(flat(line)) for line in pages[1]}) == (22, {28})


def test_amount_stays_whole_in_a_narrow_column(read_back):
    table = Table(("甲", "金额", "乙"), (("长" * 40, "￥12,500.00", "长" * 40),), (10, 3, 10))

    assert "￥12,500.00" in read_back(bare(table)).text("-layout").replace(" ", "")


@pytest.mark.parametrize(("kind", "headed"), [("D-20", False), ("D-21", True)])
def test_paper_of_the_parties_has_no_head_of_an_office(read_back, kind, headed):
    said = read_back(bare(Para("正文"), SignatureRoom((("甲", False),)), kind=kind)).squeezed()

    assert ("黄石市某机构" in said) == headed

"""Signatures on paper: the printed agreement comes back as a photograph, and one click signs for both sides."""

import subprocess

import pytest

from tests.browser.counting import counting
from tests.browser.walk import IN_20_DAYS, TELEPHONE, TODAY, barriers, shot_on_a_telephone, to_the_committee

pytestmark = pytest.mark.browser
TERM = {"kind": "pay", "debtor": "P2", "creditor": "P1", "manner": "转账", "due": IN_20_DAYS, "fen": "3万元"}


def photograph(person, title: str, folder) -> str:
    """The first page of a paper of the case, printed and photographed."""
    link = person.page.locator("main .papers-sheet a", has_text=title).first.get_attribute("href")
    printed = folder / "agreement.pdf"
    printed.write_bytes(person.page.request.get(person.address + link).body())
    taken = folder / "签署件"
    subprocess.run(["pdftoppm", "-r", "200", "-l", "1", "-jpeg", "-singlefile", printed, taken], check=True, timeout=60)
    return f"{taken}.jpg"


def test_signed_agreement_comes_back_as_a_scan_and_one_click(people, tmp_path):
    number, _who = to_the_committee(people, tmp_path)
    mediator = people("mediator")
    held = {"held_at": f"{TODAY}T00:01", "place": "第一调解室", "present": ["P1", "P2"], "result": "双方同意和解"}
    mediator.case(number).act("session", **held, signed=True)
    mediator.page.locator("main a[href$='/agreement']").first.click()
    mediator.fill(**{f"terms__0__{name}": value for name, value in TERM.items()}).send()
    picture = photograph(mediator.case(number), "人民调解协议书", tmp_path)

    mediator.page.get_by_role("link", name="上传签署件").first.click()
    mediator.fill(files=str(tmp_path / "购买票据.txt"), sealed=["P1", "P2"]).send()
    refused = mediator.shot("no-scan").text
    mediator.case(number).page.get_by_role("link", name="上传签署件").first.click()
    mediator.fill(files=picture, sealed=["P1", "P2"])
    faults, wide = barriers(mediator.shot("ticked")), shot_on_a_telephone(mediator, "ticked")
    with counting(mediator) as handing_in:
        mediator.send()
    done = mediator.shot("matched").text
    copies = mediator.page.locator(".papers-sheet .signed-copy").first.inner_text()
    case_wide = shot_on_a_telephone(mediator, "matched")

    assert "这不是 PDF、JPEG 或者 PNG 文件" in refused
    assert (faults, wide, case_wide, handing_in.clicks) == ([], TELEPHONE, TELEPHONE, 1)
    assert "签署件 " in copies
    assert [name in done for name in ("当事人签署", "上传签署件")] == [True, True]

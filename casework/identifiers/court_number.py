"""Court case numbers (案号): （year）court, type, serial, 号; with 字 and 第 before 2016 (transfer.md 3)."""

import re
from datetime import date
from itertools import pairwise

from casework.identifiers.concealed import concealment
from casework.identifiers.result import Check, Problem, judged, problem, refused
from casework.identifiers.spelling import SEPARATOR

CONFIRMATION = re.compile(r"(?:民特|调确|司确|诉确)$")
FIRST_YEAR = 1949
PROVINCES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新兵军"
TODAY_S = str.maketrans("號執終訴調確轄監異複復審財遼雲貴蘇寧陝魯贛閩", "号执终诉调确辖监异复复审财辽云贵苏宁陕鲁赣闽")
HAN = "\u4e00-\u9fff"
COURT = f"最高法院?|[{PROVINCES}](?:[0-9]{{4}}|[0-9]{{2}})?"
# The words of which type codes (类型代字) are made: what a case is about, and with what word a code ends.
FIELD = "诉前|非诉|先予|[知民行刑商经海财执破立司赔委强调确清监外港澳台涉少仲协特初再申终辖一二三四五六]"
ENDING = "[初终申再特保确恢异复监辖督催破撤赔审他更清提重抗协核减假医惩助执立拍检引送认请]|(?:诉前|诉|民|立|先行|前)调"
TYPE = f"(?:{FIELD})*?(?:{ENDING})"
OLD_TYPE = f"(?:(?:{FIELD})*(?:{ENDING})|[知民行刑商经执]+[一二三四五六]?)"
YEAR = re.compile(
    rf"(?:\(|(?<![{PROVINCES}0-9]))(?P<year>[0-9]{{4}})(?:年度?)?\)?(?=[^0-9)])"
    r"|\((?P<short>[0-9]{1,3}|[0-9]{5,})\)"
)
SERIAL = r"(?P<serial>[0-9]+(?:之[0-9]+)?)"
NEW_FORM = re.compile(f"(?P<court>{COURT})(?P<type>{TYPE})第?{SERIAL}(?P<rest>.*)")
OLD_FORM = re.compile(f"(?P<court>[{HAN}0-9]{{0,12}}?)(?P<type>{OLD_TYPE})字第?{SERIAL}(?P<rest>.*)")
NO_SERIAL = re.compile(f"[{HAN}0-9]{{0,12}}?(?:{OLD_TYPE})(?:字)?第?0*号?")
NO_COURT = re.compile(f"(?P<type>{TYPE})第?{SERIAL}号?")
BROKEN_COURT = re.compile(f"[{HAN}0-9]{{1,12}}?(?P<type>{TYPE})第?{SERIAL}号?")
COVERED = re.compile(r"[*?_]|X{2}")
TAIL_ALONE = re.compile(r"第?[0-9]+号?")
SUB_DOCUMENT = re.compile(r"号?之[一二三四五六七八九十0-9]+")


def pieces(text: str) -> list[str]:
    """The case numbers of a plain text; a serial alone takes court and type from the one before."""
    found: list[str] = []
    for part in _parts(text.replace(" ", "").translate(TODAY_S)):
        alone = found and TAIL_ALONE.fullmatch(part)
        head = re.sub(r"[0-9]+号?$", "", found[-1]) if alone else ""
        found.append(head + part.removeprefix("第") if alone else part)
    return found or [text]


def read(text: str, today: date | None, use: str | None = None) -> Check:
    """One case number out of a plain text. With `use` "confirmation" another type is valid but told."""
    joined = text.replace(" ", "").translate(TODAY_S)
    year = YEAR.search(joined)
    if year is None:
        return _without_year(text, joined)
    body = re.sub("[()]", "", joined[year.end() :]).lstrip("-")
    found = NEW_FORM.match(body) or OLD_FORM.match(body)
    if found is None or COVERED.match(found["rest"]) or not int(found["serial"].partition("之")[0]):
        return _refused(text, body)
    return _judged(year["year"] or year["short"], found, today, use)


def is_confirmation(kind: str) -> bool:
    """Whether a type word (类型代字) is one of judicial confirmation: 民特, 调确, 诉前调确."""
    return CONFIRMATION.search(kind) is not None


def _parts(text: str) -> list[str]:
    parts: list[str] = []
    for part in SEPARATOR.split(text):
        starts = [found.start() for found in re.finditer(r"\([0-9]{4}\)", part)]
        cuts = [0, *starts[1:], len(part)]
        parts += [part[start:end] for start, end in pairwise(cuts)]
    return [part for part in parts if re.search(r"[0-9]|X{2}|\*", part)]


def _judged(year: str, found: re.Match[str], today: date | None, use: str | None) -> Check:
    old = found.re is OLD_FORM
    head = f"（{year}）{found['court']}{found['type']}"
    # The printed zeros belong to a number of the old form; in the new form they are spelling.
    canonical = f"{head}字第{found['serial']}号" if old else f"{head}{found['serial'].lstrip('0')}号"
    problems = _problems(year, found["rest"], canonical, today)
    checked = judged(canonical, problems)
    if use == "confirmation" and not is_confirmation(found["type"]):
        remark = problem("not_confirmation", kind=found["type"])
        return Check(checked.valid, canonical, (*checked.problems, remark))
    return checked


def _problems(year: str, rest: str, canonical: str, today: date | None) -> list[Problem]:
    problems: list[Problem] = []
    if len(year) != 4 or int(year) < FIRST_YEAR:
        problems.append(problem("year", "court_number.year"))
    elif today and int(year) > today.year:
        problems.append(problem("year", "court_number.future", year=year))
    if SUB_DOCUMENT.match(rest):
        problems.append(problem("characters", "court_number.sub_document", suggestion=canonical))
    elif re.match("[0-9A-Z*.-]", rest):
        problems.append(problem("characters", "court_number.rest"))
    return problems


def _without_year(text: str, joined: str) -> Check:
    if hidden := concealment(text):
        return refused(hidden)
    if NEW_FORM.search(joined) or OLD_FORM.fullmatch(joined):
        return refused("year", "court_number.no_year")
    return refused("unreadable", "court_number.unreadable")


def _refused(text: str, body: str) -> Check:
    if hidden := concealment(text):
        return refused(hidden)
    if NO_SERIAL.fullmatch(body):
        return refused("serial_missing")
    if NO_COURT.match(body) or BROKEN_COURT.match(body):
        return refused("court_missing")
    return refused("unreadable", "court_number.unreadable")

"""Software registrations: the certificate 软著登字第…号 and the register number yyyySR and 6 or 7 digits."""

import re
from datetime import date

from casework.identifiers.concealed import concealment
from casework.identifiers.result import Check, judged, problem, refused
from casework.identifiers.spelling import compact, first_stranger

HEADS = re.compile(r"软\s*著|[0-9]{4}\s*S\s*R")
CERTIFICATE = re.compile(
    r"软著(?P<act>[登变补转继质]{0,3})字第?\(?(?P<office>[A-Z]{0,2})(?P<serial>[0-9]+)\)?(?=号|$|[^0-9A-Z*])"
)
REGISTER = re.compile(r"(?<![0-9])(?P<year>[0-9]{4})SR(?P<serial>[0-9]+)(?![0-9A-Z*])")
NUMBERS_ONLY = re.compile(r"[^0-9]*([0-9]{6,8})[^0-9]*")
SERIALS = {6, 7}
PADDED, LONGEST, FIRST_YEAR = 7, 9, 1992


def whole(text: str) -> bool:
    """Whether the text holds exactly one complete number."""
    joined = compact(text)
    return len(CERTIFICATE.findall(joined)) + len(REGISTER.findall(joined)) == 1


def read(text: str, today: date | None) -> Check:
    """One registration out of a plain text. Certificate numbers are filled up to seven digits."""
    joined = compact(text)
    if found := REGISTER.search(joined):
        return _register(found["year"], found["serial"], today)
    if found := CERTIFICATE.search(joined):
        return _certificate(found["act"] or "登", found["office"], found["serial"].lstrip("0"))
    return _refused(text, joined)


def _register(year: str, serial: str, today: date | None) -> Check:
    if len(serial) not in SERIALS:
        return refused("length", "software.length", count=len(serial))
    if not int(serial):
        return refused("placeholder")
    fits = FIRST_YEAR <= int(year) <= (today.year if today else 9999)
    return judged(f"{year}SR{serial}", [] if fits else [problem("year")])


def _certificate(act: str, office: str, serial: str) -> Check:
    if not serial:
        return refused("placeholder")
    if len(serial) > LONGEST:
        return refused("length", "software.certificate_length", count=len(serial))
    number = serial if office else serial.zfill(PADDED)
    return judged(f"软著{act}字第{office}{number}号", [])


def _refused(text: str, joined: str) -> Check:
    if hidden := concealment(text):
        return refused(hidden)
    if re.search(r"软著\D*字第?号?$|SR$", joined):
        return refused("serial_missing")
    if found := re.search(r"SR([0-9A-Z]+)$", joined):
        place = first_stranger(found[1], "0123456789")
        return refused("characters", position=found.start(1) + place, place=found.start(1) + place)
    if found := NUMBERS_ONLY.fullmatch(joined):
        meant = f"软著登字第{found[1].lstrip('0').zfill(PADDED)}号"
        return refused("unreadable", "software.certificate", suggestion=meant, mended=meant)
    return refused("unreadable")

"""Papers fit for the archive (PDF/A-2b): what the format asks, read with other eyes than those that wrote it."""

import re
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from pypdf import PdfReader

from casework.documents.archive import srgb
from casework.documents.draw import draw
from tests.documents import samples

NAMES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
}


@pytest.fixture(params=samples.ALL)
def drawn(request, fonts) -> bytes:
    return draw(samples.ALL[request.param](), fonts)


def xmp_of(pdf: bytes) -> ET.Element:
    stream = PdfReader(BytesIO(pdf)).trailer["/Root"]["/Metadata"].get_object()
    assert "/Filter" not in stream
    return ET.fromstring(stream.get_data())


def test_metadata_says_the_part_and_agrees_with_the_document_information(drawn):
    xmp, info = xmp_of(drawn), PdfReader(BytesIO(drawn)).metadata

    def said(path: str) -> str:
        return xmp.findtext(f".//{path}", namespaces=NAMES) or ""

    assert (said("pdfaid:part"), said("pdfaid:conformance")) == ("2", "B")
    assert (said("dc:title//rdf:li"), said("dc:description//rdf:li")) == (info.title, info.subject)
    assert (said("pdf:Producer"), said("xmp:CreatorTool")) == (info.producer, info.creator)
    assert (said("xmp:CreateDate"), info["/CreationDate"]) == ("2026-11-23T00:00:00+08:00", "D:20261123000000+08'00'")


def test_colours_have_one_meaning(drawn):
    (intent,) = PdfReader(BytesIO(drawn)).trailer["/Root"]["/OutputIntents"]

    profile = intent["/DestOutputProfile"].get_object()
    assert (intent["/S"], profile["/N"], profile.get_data()) == ("/GTS_PDFA1", 3, srgb())


def test_file_has_an_identity_and_a_binary_mark(drawn):
    reader = PdfReader(BytesIO(drawn))

    assert (len(reader.trailer["/ID"]), reader.is_encrypted) == (2, False)
    assert all(byte > 127 for byte in drawn.splitlines()[1][1:5])


def test_every_stream_ends_with_a_line_of_its_own(drawn):
    ends = [match.start() for match in re.finditer(rb"endstream", drawn)]

    assert {drawn[end - 1 : end] for end in ends} == {b"\n"}


def test_no_page_uses_transparency_or_scripts(drawn):
    reader = PdfReader(BytesIO(drawn))

    assert [page for page in reader.pages if "/Group" in page or "/Annots" in page or "/AA" in page] == []
    assert {"/OpenAction", "/Names", "/AcroForm"} & set(reader.trailer["/Root"]) == set()


def test_colour_profile_is_whole():
    profile = srgb()

    assert int.from_bytes(profile[:4], "big") == len(profile)
    assert (profile[12:24], profile[36:40]) == (b"mntrRGB XYZ ", b"acsp")

"""What makes a PDF fit for the archive (PDF/A-2b): metadata inside the file, and the meaning of its colours."""

import struct
import zlib
from datetime import date
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString
from reportlab.pdfgen.canvas import Canvas

PROFILE = "sRGB IEC61966-2.1"
WHITE = (0.9642, 1.0, 0.8249)
PRIMARIES = {
    b"rXYZ": (0.4360, 0.2225, 0.0139),
    b"gXYZ": (0.3851, 0.7169, 0.0971),
    b"bXYZ": (0.1431, 0.0606, 0.7141),
}
GAMMA = 2.2
XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<pdf:Keywords>{keywords}</pdf:Keywords><pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{at}</xmp:CreateDate><xmp:ModifyDate>{at}</xmp:ModifyDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
_format = PDFStream.format


def _ended(stream: PDFStream, document: Any) -> bytes:
    """A stream as the library writes it, and the line's end before `endstream` that the archive's format wants."""
    return bytes(_format(stream, document)).removesuffix(b"endstream\n") + b"\nendstream\n"


PDFStream.format = _ended  # type: ignore[assignment,method-assign]


class _Plain(PDFStream):
    """A stream without any filter: metadata must be readable as it stands."""

    def format(self, document: Any) -> bytes:
        """The stream as it goes into the file."""
        return bytes(super().format(document)).replace(b"/Filter [  ]", b"", 1)


def make_archival(canvas: Canvas, issued_on: date) -> None:
    """Add the metadata, equal to the document information, and the output intent. Once per canvas, before it is saved."""
    document: Any = canvas._doc  # type: ignore[attr-defined]  # noqa: SLF001 - the library has no public name for it
    info = document.info
    names = ("title", "author", "subject", "keywords", "producer", "creator")
    told = {name: escape(str(getattr(info, name) or "")) for name in names}
    content = XMP.format(**told, at=f"{issued_on.isoformat()}T00:00:00+08:00").encode()
    kind = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
    catalog = document.Catalog
    catalog.Metadata = _Plain(kind, content, filters=[])
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    catalog.OutputIntents = PDFArray([_intent(document)])


def _intent(document: Any) -> PDFDictionary:
    packed = zlib.compress(srgb(), 9)
    told = {"N": 3, "Filter": PDFName("FlateDecode")}
    profile = document.Reference(PDFStream(PDFDictionary(told), packed, filters=[]))
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString(PROFILE),
            "Info": PDFString(PROFILE),
            "DestOutputProfile": profile,
        }
    )


@cache
def srgb() -> bytes:
    """A small ICC profile (version 2) of the sRGB colours."""
    curve = _tag(b"curv", struct.pack(">IH", 1, round(GAMMA * 256)))
    tags = [(b"desc", _description()), (b"cprt", _tag(b"text", b"public domain\0")), (b"wtpt", _xyz(WHITE))]
    tags += [(name, _xyz(values)) for name, values in PRIMARIES.items()]
    tags += [(name, curve) for name in (b"rTRC", b"gTRC", b"bTRC")]
    table, body, start = b"", b"", 128 + 4 + 12 * len(tags)
    for name, data in tags:
        table += struct.pack(">4sII", name, start + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    size = start + len(body)
    return _head(size) + struct.pack(">I", len(tags)) + table + body


def _head(size: int) -> bytes:
    dated = struct.pack(">6H", 2026, 1, 1, 0, 0, 0)
    lead = struct.pack(">I4xI4s4s4s", size, 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    return (lead + dated + b"acsp" + b"\0" * 28 + _fixed(WHITE)).ljust(128, b"\0")


def _description() -> bytes:
    name = PROFILE.encode() + b"\0"
    return _tag(b"desc", struct.pack(">I", len(name)) + name + b"\0" * 78)


def _xyz(values: tuple[float, ...]) -> bytes:
    return _tag(b"XYZ ", _fixed(values))


def _fixed(values: tuple[float, ...]) -> bytes:
    return struct.pack(">3i", *(round(each * 65536) for each in values))


def _tag(kind: bytes, data: bytes) -> bytes:
    return kind + b"\0" * 4 + data

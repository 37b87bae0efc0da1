"""How fast papers are drawn: a two-page agreement, how many a second, memory over many, a file of 300 pages.

Use: python -m benchmarks.papers [how many for the memory, default 10000]. Exit 1 where a promise is broken.
"""

import resource
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from statistics import median

from pypdf import PdfReader

from casework.documents.blocks import Para
from casework.documents.bundle import Part, bound
from casework.documents.draw import draw
from casework.documents.fonts import Fonts, fonts_in
from casework.documents.paper import Paper
from tests.documents import samples

FONTS = Path(__file__).parents[1] / "var" / "assets" / "fonts"
MANY = 10_000
WARM, ROUNDS, AGREEMENT_PAGES, PARTS = 200, 60, 2, 152
MOST_MS, LEAST_PER_SECOND, MOST_GROWTH_MB, MOST_FILE_SECONDS, FILE_PAGES = 60, 20, 16, 20, 300


def main(many: int = MANY) -> int:
    """Measure, print a line each, and say how many promises are broken."""
    fonts = fonts_in(FONTS)
    paper = samples.agreement()
    each = one_paper(paper, fonts)
    rate, growth = many_papers(paper, fonts, many)
    seconds, pages = long_file(fonts)
    file_good = seconds < MOST_FILE_SECONDS and pages >= FILE_PAGES
    binding, bound_pages = bound_file(paper, fonts)
    bound_good = binding < MOST_FILE_SECONDS and bound_pages >= FILE_PAGES
    rows = [
        (f"two-page agreement, median of {ROUNDS}", each, MOST_MS, "ms", each < MOST_MS),
        (f"papers a second over {many}", rate, LEAST_PER_SECOND, "/s", rate >= LEAST_PER_SECOND),
        (f"memory grown over {many}", growth, MOST_GROWTH_MB, "MB", growth < MOST_GROWTH_MB),
        (f"a paper of {pages} pages", seconds, MOST_FILE_SECONDS, "s", file_good),
        (f"a bound file of {bound_pages} pages", binding, MOST_FILE_SECONDS, "s", bound_good),
    ]
    for name, found, promised, unit, good in rows:
        sys.stdout.write(f"{'ok  ' if good else 'LATE'} {name}: {found:.1f} {unit} (promised {promised} {unit})\n")
    return sum(not good for *_, good in rows)


def one_paper(paper: Paper, fonts: Fonts) -> float:
    """Milliseconds of one core for one drawing, once warm."""
    pages = len(PdfReader(BytesIO(draw(paper, fonts))).pages)
    if pages != AGREEMENT_PAGES:
        raise ValueError(f"the agreement has {pages} pages")
    return median(timed(lambda: draw(paper, fonts)) for _ in range(ROUNDS)) * 1000


def many_papers(paper: Paper, fonts: Fonts, many: int) -> tuple[float, float]:
    """Papers a second of one core, and megabytes that the process grew after it was warm."""
    for _ in range(WARM):
        draw(paper, fonts)
    before, started = resident_mb(), time.process_time()
    for _ in range(many):
        draw(paper, fonts)
    return many / (time.process_time() - started), resident_mb() - before


def long_file(fonts: Fonts) -> tuple[float, int]:
    """Seconds for a paper of about 300 pages, and its pages."""
    paper = Paper("D-12", "人民调解记录", "黄石市某委员会", samples.ON, (Para(samples.FACTS),) * 1320)
    started = time.process_time()
    drawn = draw(paper, fonts)
    return time.process_time() - started, len(PdfReader(BytesIO(drawn)).pages)


def bound_file(paper: Paper, fonts: Fonts) -> tuple[float, int]:
    """Seconds to draw 152 papers and bind them with bookmarks and stamps, and the pages of the file."""
    started = time.process_time()
    parts = [Part(f"{n} 调解协议", draw(paper, fonts)) for n in range(PARTS)]
    made = bound(parts, fonts, label="（2026）黄知调字第1号")
    return time.process_time() - started, len(PdfReader(BytesIO(made.pdf)).pages)


def timed(work: Callable[[], object]) -> float:
    """Seconds of processor time."""
    started = time.process_time()
    work()
    return time.process_time() - started


def resident_mb() -> float:
    """Megabytes resident now; the highest so far where the system tells no more."""
    status = Path("/proc/self/statm")
    if status.is_file():
        return int(status.read_text().split()[1]) * resource.getpagesize() / 2**20
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(min(main(int(sys.argv[1]) if len(sys.argv) > 1 else MANY), 1))

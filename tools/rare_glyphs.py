"""Cut the rare characters of our fonts into small web fonts, a style sheet beside them: rare_glyphs.py <assets>.

A page that shows 䶮 or 𠮷 on a machine without a font for it fetches the one small file that has it; others fetch none.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

SOURCES = ("NotoSansSC_400Regular", "NotoSerifSC_400Regular", "NotoSansJP_400Regular")
RARE = (range(0x3400, 0x4DC0), range(0x9FA6, 0xA000), range(0xF900, 0xFB00), range(0x20000, 0x40000))
FAMILY = "Casework Rare"
IN_ONE_FILE = 128


def cut(fonts: Path, target: Path) -> None:
    """Write the files and the style sheet; each character comes from the first font that has it."""
    target.mkdir(parents=True, exist_ok=True)
    faces: list[str] = []
    done: set[int] = set()
    for source in SOURCES:
        file = fonts / f"{source}.ttf"
        fresh = sorted({code for code in TTFont(file).getBestCmap() if is_rare(code)} - done)
        done |= set(fresh)
        small = target / "small.ttf"
        write(file, fresh, small)
        for first in range(0, len(fresh), IN_ONE_FILE):
            codes = fresh[first : first + IN_ONE_FILE]
            name = f"rare-{len(faces):02d}.woff"
            write(small, codes, target / name, flavor="woff")
            faces.append(face(name, codes))
        small.unlink()
    (target / "rare.css").write_text("\n".join([*faces, ""]), "utf-8")


def is_rare(code: int) -> bool:
    """Whether the fonts of an ordinary machine may lack the character."""
    return any(code in part for part in RARE)


def write(source: Path, codes: list[int], target: Path, flavor: str | None = None) -> None:
    """A font with these characters alone."""
    options = subset.Options(hinting=False, layout_features=[], name_IDs=[1, 2], notdef_outline=True)
    options.drop_tables += ["BASE", "GDEF", "GPOS", "GSUB", "STAT", "gasp", "meta", "vhea", "vmtx"]
    font = TTFont(source, lazy=True)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=codes)
    cutter.subset(font)
    font.flavor = flavor
    font.save(target)


def face(name: str, codes: list[int]) -> str:
    """The rule that lets a browser fetch the file when one of its characters is shown."""
    return f'@font-face{{font-family:"{FAMILY}";font-display:swap;src:url({name}) format("woff");unicode-range:{told(codes)}}}'


def told(codes: list[int]) -> str:
    """Characters as a style sheet names them: single ones and runs."""
    runs: list[list[int]] = []
    for code in codes:
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return ",".join(f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}" for first, last in runs)


if __name__ == "__main__":
    cut(Path(sys.argv[1]) / "fonts", Path(sys.argv[1]) / "rare")

"""What stands where a number should be: nothing, a word for nothing, stars, or a spreadsheet's wreck."""

import re

NOTHING = re.compile(
    r"(?:无|没有|暂无|尚无|待|未|暂未)[^0-9]{0,6}|不详|不明|空白?|略|同上|暂缺|缺|保密"
    r"|申请中|办理中|审查中|详?见附件|N/?A|NONE|NULL|NIL|TBD|XX+"
)
LABEL = re.compile(
    r"(中国|商标|专利|软件|著作权|植物|新品种|品种权?|统一|社会|信用|代码|居民|身份证?|案件?|注册|登记|申请"
    r"|证书?|件|号码|编?号|ZL|CN|NO\.?|第|[:()\s.\-/、,;])+"
)
SCIENTIFIC = re.compile(r"[0-9](\.[0-9]+)?E\+?[0-9]{1,3}")
MARKS = re.compile(r"[*●■◆?某]+|X{2,}|×{2,}|[_○〇□◇]+|\.{2,}|…+|-{3,}")
BROKEN_OFF = re.compile(r"[0-9](\.{2,}|…+)")
STARS = "*●■◆?某"


def says_nothing(text: str) -> bool:
    """Whether a plain text says that there is no number: 无, 待补, /, 专利号：, 专利号待补."""
    rest = LABEL.sub("", text)
    return not rest or NOTHING.fullmatch(rest) is not None or NOTHING.fullmatch(text) is not None


def is_wreck(text: str) -> bool:
    """Whether a spreadsheet has made a floating-point number or an error of it: 4.2E+17, #REF!."""
    return SCIENTIFIC.fullmatch(text.replace(" ", "")) is not None or text.startswith("#")


def concealment(text: str, least: int = 2) -> str | None:
    """`masked` where part of a number is covered, `placeholder` where a pattern stands in, else None.

    `least`: how many X in a row cover something.
    """
    marks = [found for found in MARKS.finditer(text) if found[0][0] != "X" or len(found[0]) >= least]
    if not marks:
        return None
    if not re.search("[0-9]", text) or is_sample(re.sub("[^0-9]", "", text)):
        return "placeholder"
    covered = any(found[0][0] in STARS or _touches_digit(text, found) for found in marks)
    return "masked" if covered else "placeholder"


def breaks_off(text: str) -> str | None:
    """The concealment of a number that ends in dots (123456…, 6504…), else None."""
    return concealment(text) if BROKEN_OFF.search(text) else None


def is_sample(digits: str) -> bool:
    """Whether the digits are typed to fill the field: 123456…, 000000…."""
    return len(digits) >= 6 and ("12345678901234567890".startswith(digits) or len(set(digits)) == 1)


def _touches_digit(text: str, found: re.Match[str]) -> bool:
    around = text[max(found.start() - 1, 0) : found.start()] + text[found.end() : found.end() + 1]
    return re.search("[0-9]", around) is not None

"""Amounts in capitals (人民币大写), as they stand in agreements."""

import re

DIGITS = "零壹贰叁肆伍陆柒捌玖"
PLACES = ("", "拾", "佰", "仟")
GROUPS = ("", "万", "亿", "万亿")
MOST = 10**18  # fen
VALUES = {
    char: value
    for row in (DIGITS, "〇一二三四五六七八九", "○弌貳叄肆伍陸柒捌玖", "○弌弍参", "○弌两", "○弌兩")
    for value, char in enumerate(row)
}
UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
NUMERALS = "".join(VALUES) + "".join(UNITS) + "万萬亿億"
WHOLE = rf"(?:(?P<yuan>[{NUMERALS}]+)(?:[元圆圓块]|$))?"
TEXT = re.compile(rf"(?:人民币|RMB)?{WHOLE}零?(?:(?P<jiao>.)[角毛])?零?(?:(?P<fen>.)分)?[整正]?")


def capitals(fen: int) -> str:
    """The amount in capitals, 整 where no 分 follows, 负 before a debt. 10**18 fen raise ValueError."""
    if abs(fen) >= MOST:
        raise ValueError("amount too large for capitals")
    if fen < 0:
        return "负" + capitals(-fen)
    yuan, rest = divmod(fen, 100)
    jiao, last = divmod(rest, 10)
    head = f"{_whole(yuan)}元" if yuan or not rest else ""
    tail = f"{DIGITS[jiao]}角" if jiao else ("零" if head and last else "")
    return head + tail + (f"{DIGITS[last]}分" if last else "整")


def read_capitals(text: str) -> int | None:
    """The fen of an amount in Chinese numerals, formal or plain (叁万伍仟元整, 两千五); else None."""
    found = TEXT.fullmatch(text.replace(" ", ""))
    if found is None or not any(found.groups()):
        return None
    yuan = numeral(found["yuan"]) if found["yuan"] else 0
    jiao, fen = (VALUES.get(found[part], -1) if found[part] else 0 for part in ("jiao", "fen"))
    return None if yuan is None or min(jiao, fen) < 0 else yuan * 100 + jiao * 10 + fen


def numeral(text: str) -> int | None:
    """The whole number of Chinese numerals (十二, 二〇, 三万五 = 35000); None if it is no number."""
    plain = text.translate(str.maketrans("萬億", "万亿"))
    if all(char in VALUES for char in plain):
        single = len(plain) == 1 or "零" in plain or "〇" in plain or "○" in plain
        return int("".join(str(VALUES[char]) for char in plain)) if plain and single else None
    for mark, size in (("亿", 10**8), ("万", 10**4)):
        head, found, tail = plain.partition(mark) if mark == "万" else _last(plain, mark)
        if found:
            return _joined(numeral(head), _after(tail, size), size)
    return _below_ten_thousand(plain)


def _whole(yuan: int) -> str:
    if not yuan:
        return DIGITS[0]
    groups = [yuan // 10 ** (4 * place) % 10**4 for place in range(4)]
    told, gap = "", False
    for place in (3, 2, 1, 0):
        group = groups[place]
        if group:
            told += ("零" if told and (gap or group < 1000) else "") + _group(group) + _mark(place, groups)
        gap = bool(told) and not group
    return told


def _mark(place: int, groups: list[int]) -> str:
    """万亿 is said once: 壹万亿, but 壹万贰仟亿 when both groups are there."""
    return "万" if place == 3 and groups[2] else GROUPS[place]


def _group(group: int) -> str:
    told, gap = "", False
    for place in (3, 2, 1, 0):
        digit = group // 10**place % 10
        if digit:
            told += ("零" if told and gap else "") + DIGITS[digit] + PLACES[place]
        gap = not digit
    return told


def _last(text: str, mark: str) -> tuple[str, str, str]:
    return text.rpartition(mark) if mark in text else (text, "", "")


def _joined(head: int | None, tail: int | None, size: int) -> int | None:
    return None if not head or tail is None or tail >= size else head * size + tail


def _after(tail: str, size: int) -> int | None:
    """What follows 万 or 亿; a single digit is the next place down (三万五 = 35000)."""
    if not tail:
        return 0
    if len(tail) == 1 and VALUES.get(tail, 0):
        return VALUES[tail] * size // 10
    return numeral(tail.lstrip("零〇○"))


def _below_ten_thousand(text: str) -> int | None:
    total, last, digit = 0, 10**4, None
    for char in text:
        if char in UNITS:
            if UNITS[char] >= last or (digit is None and (total or UNITS[char] != 10)):
                return None
            total, last, digit = total + (1 if digit is None else digit) * UNITS[char], UNITS[char], None
        elif char not in VALUES or (digit is not None and digit != 0):
            return None
        else:
            digit = VALUES[char]
    return total + _loose(digit, last, text)


def _loose(digit: int | None, last: int, text: str) -> int:
    """The last digit without a unit: 三千五 is 3500, 三千零五 is 3005."""
    if digit is None:
        return 0
    spoken = len(text) > 1 and text[-2] in UNITS and last > 10
    return digit * (last // 10 if spoken else 1)

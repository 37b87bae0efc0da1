"""Workbooks as offices keep them, written by another library than the one that reads them."""

from pathlib import Path
from typing import Any

from xlsxwriter import Workbook

COMMITTEE = [
    "序号", "案号", "受理日期", "调解员", "申请人", "被申请人", "纠纷类型", "调解结果",
    "协议编号", "协议签订日期", "协议金额", "分期履行安排", "司法确认案号", "司法确认裁定日期", "备注",
]  # fmt: skip
TRANSFER = [
    "序号", "移送单位", "接收单位", "案件名称", "涉嫌罪名", "涉案金额", "移送日期", "移送文号", "回执日期", "是否立案", "立案日期", "备注",
]  # fmt: skip
STATION = [
    "序号",
    "登记日期",
    "来源渠道",
    "申请人",
    "申请人信用代码",
    "被申请人",
    "类型",
    "权利号",
    "涉及金额",
    "简要情况",
    "办理结果",
    "备注",
]
EMPTY: dict[str, Any] = {}


def book(
    folder: Path, header: list[str], rows: list[dict[str, Any]], *, title: str = "", struck: int | None = None
) -> Path:
    """A workbook with one sheet: a title, a header, rows by header word (the rest empty); one row struck through."""
    file = folder / "台账.xlsx"
    with Workbook(file) as made:
        sheet = made.add_worksheet("台账")
        line = made.add_format({"font_strikeout": True})
        if title:
            sheet.merge_range(0, 0, 0, len(header) - 1, title)
        sheet.write_row(1 if title else 0, 0, header)
        for number, row in enumerate(rows):
            for name, value in row.items():
                place = ((2 if title else 1) + number, header.index(name))
                put = sheet.write_string if isinstance(value, str) else sheet.write
                put(*place, value, *([line] if number == struck else []))
    return file


def mediated(**changes: Any) -> dict[str, Any]:
    """A row of the committee: settled, paid in two parts, confirmed."""
    return {
        "序号": 1, "案号": "黄知调〔2026〕12号", "受理日期": "2026年3月2日", "调解员": "吕堃、方志远", "申请人": "黄石样例机电有限公司",
        "被申请人": "大冶市样例五金厂", "纠纷类型": "外观设计专利", "调解结果": "调解成功", "协议编号": "黄知调协〔2026〕9号",
        "协议签订日期": "2026.3.20", "协议金额": "3.5万元", "分期履行安排": "2026年5月1日前付2万元，8月1日前付1.5万元",
        "司法确认案号": "［2026］鄂0202民特12号", "司法确认裁定日期": "2026-04-10", **changes,
    }  # fmt: skip


def sent(**changes: Any) -> dict[str, Any]:
    """A row of transfers: goods under a false mark, sent to the police and filed."""
    return {
        "序号": 1, "移送单位": "黄石市市场监督管理局", "接收单位": "黄石市公安局", "案件名称": "样例涉嫌销售假冒注册商标的商品案", "涉嫌罪名": "销售假冒注册商标的商品罪",
        "涉案金额": "18万元", "移送日期": "2026-05-06", "移送文号": "黄市监移〔2026〕3号", "回执日期": "2026-05-07", "是否立案": "立案", "立案日期": "2026-05-09", **changes,
    }  # fmt: skip

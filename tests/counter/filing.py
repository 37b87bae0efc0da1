"""A dispute filed over HTTP, for the tests of the counter."""

import re

TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
FILING = {
    "applicant_name": "黄石样例机电有限公司",
    "applicant_phone": "0714-6520000",
    "respondent_name": "阳新县样例商行",
    "right_kind": "trademark",
    "right_number": "第1234567号",
    "facts_told": "被申请人销售带有申请人商标的电机。",
    "request": "停止侵权,赔偿损失。",
    "claim": "5万元",
}


def address(filed, noun: str) -> str:
    """The address of an act on the filed complaint."""
    return f"/cases/{filed['case']}/complaint/{filed['proceeding']}/{noun}"


def problem(answer) -> dict[str, list[str]]:
    """The fields of a problem document."""
    assert answer.mimetype == "application/problem+json"
    return {each["field"]: each["messages"] for each in answer.get_json()["errors"]}


def token(client, path: str = "/cases/new") -> str:
    """The token against forged forms, from a page."""
    return TOKEN.search(client.get(path).text)[1]

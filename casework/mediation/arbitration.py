"""Whether an agreement sends its disputes to arbitration (E-06, E-07): confirmation and performance both ask."""

import re

from casework.mediation.agreements import Agreement

CLAUSE = re.compile(r"(?:提交|提请|申请|由|向)[^。；;]{0,40}仲裁|仲裁协议|仲裁条款")
DENIED = re.compile(r"(?:不|未|没有|无)[^。；;]{0,6}仲裁")


def arbitration_clause(agreement: Agreement) -> str | None:
    """The sentence that agrees on arbitration, None where the text has none. A hint from the words, not a finding."""
    said = [agreement.on_default, agreement.issues, *(term.text for term in agreement.terms)]
    sentences = [each.strip() for text in said for each in re.split(r"[。；;\n]", text or "")]
    return next((each for each in sentences if CLAUSE.search(each) and not DENIED.search(each)), None)

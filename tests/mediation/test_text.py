"""What the check finds beside the words: contradictions with the term's data, and who may be bound."""

from types import SimpleNamespace

import pytest

from casework.mediation.facts import AgreementText, OralAgreement, TermFacts
from casework.mediation.text import findings
from tests.mediation.walk import d

PAY = {"kind": "pay", "debtor": "P2", "creditor": "P1", "fen": 5_000_000, "due": d("2026-12-30"), "manner": "转账"}
DONE = {**PAY, "place": "黄石市下陆区"}
COMPLETE = {"main_facts": "销售", "issues": "赔偿", "responsibilities": "乙店承担赔偿责任"}


def party(ref, name, kind="org", **told):
    """A party as the check sees it."""
    return SimpleNamespace(ref=ref, name=name, kind=kind, **{"representative": "某人", "agent": None, **told})


def dispute(*parties):
    """A case as the check sees it."""
    right = SimpleNamespace(kind="trademark", number="第1234567号", title=None)
    found = parties or (party("P1", "黄石甲酒业有限公司"), party("P2", "乙店", "person"))
    return SimpleNamespace(parties=list(found), rights=[right], facts="", request="")


def found_in(*terms, case=None, **told):
    """(key, severity) of what is found."""
    text = AgreementText(terms=terms, **{**COMPLETE, **told})
    return [(each.key, "error" if each.is_error else "warn") for each in findings(case or dispute(), text)]


TRUE = [
    ("1.amount_differs", "乙店赔偿经济损失60000元"),
    ("1.amount_differs", "乙店一次性支付人民币5.5万元"),
    ("1.date_differs", "乙店于2026年12月31日前付清"),
    ("1.third_party_named", "武汉丙商贸有限公司应当连带付款"),
    ("1.third_party_named", "黄石丁工厂不得再供货"),
]
FALSE = [
    "乙店赔偿经济损失50000元",
    "乙店一次性支付人民币5万元",
    "首付10000元，余款40000元，均由乙店支付",
    "乙店于2026年12月30日前付清",
    "自2026年12月1日起计息",
    "黄石甲酒业有限公司应当出具收据",
    "该公司应当出具收据",
    "甲酒业有限公司不得再以同一事实主张",
]


@pytest.mark.parametrize(("key", "words"), TRUE)
def test_words_against_the_terms_own_data_are_found(key, words):
    assert found_in(TermFacts(**DONE, text=words)) == [(key, "error")]


@pytest.mark.parametrize("words", FALSE)
def test_words_that_agree_with_the_term_are_left_alone(words):
    assert found_in(TermFacts(**DONE, text=words)) == []


@pytest.mark.parametrize(
    ("other", "key", "severity"),
    [
        (party("P2", "乙商贸有限公司管理人"), "P2.party_in_bankruptcy", "error"),
        (party("P2", "某市市场监督管理局"), "P2.authority_is_party", "error"),
        (party("P2", "乙商贸有限公司黄石分公司"), "P2.unit_without_standing", "warn"),
        (party("P2", "乙商贸有限公司", representative=None), "P2.nobody_speaks_for_it", "warn"),
    ],
)
def test_who_may_not_be_bound_is_found(other, key, severity):
    case = dispute(party("P1", "黄石甲酒业有限公司"), other)

    assert found_in(TermFacts(**DONE), case=case) == [(key, severity)]


@pytest.mark.parametrize(
    "other",
    [party("P2", "乙商贸有限公司", representative=None, agent="丁律师"), party("P2", "管理局路小吃店", "person")],
)
def test_who_may_be_bound_is_left_alone(other):
    assert found_in(TermFacts(**DONE), case=dispute(party("P1", "黄石甲酒业有限公司"), other)) == []


def test_who_is_not_bound_is_not_asked_about():
    case = dispute(party("P1", "甲"), party("P2", "乙店", "person"), party("P3", "丙分公司"))

    assert found_in(TermFacts(**DONE), case=case, bound=("P1", "P2"), partial=True) == []


def test_account_or_place_of_payment_and_responsibilities_are_warned_of():
    assert found_in(TermFacts(**PAY), responsibilities=None) == [
        ("1.payment_without_place", "warn"),
        ("text.responsibilities_untold", "warn"),
    ]
    assert found_in(TermFacts(**PAY, account="6222")) == []


def test_oral_agreement_is_not_asked_for_responsibilities():
    text = OralAgreement(terms=(TermFacts(**DONE),), main_facts="销售", issues="赔偿")

    assert findings(dispute(), text) == []


def test_finding_names_article_and_better_wording_of_the_terms_data():
    text = AgreementText(terms=(TermFacts(**DONE, text="乙店赔偿经济损失60000元"),), **COMPLETE)

    (found,) = findings(dispute(), text)

    assert found.message == "“60000元”：文字中的金额与本条金额不一致，内容不明确"
    assert (
        found.better
        == "两处写一致：“乙店于2026年12月30日前向黄石甲酒业有限公司支付人民币50,000.00元（大写：伍万元整）”"
    )
    assert (found.rule, found.field, found.article(d("2026-11-23"))) == ("J-17", "terms-0-text", "民诉法解释第358条")

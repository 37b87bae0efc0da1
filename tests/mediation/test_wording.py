"""The check of a term's wording: clauses a court refuses, clauses to ask about, and clauses that are fine."""

import json
from pathlib import Path

import pytest

from casework.base.phrases import has_phrase, phrase
from casework.law import all_rules
from casework.mediation.conditions import QUESTIONS, conditions
from casework.mediation.wording import Finding, _checks, check_term, confirmable

_DATA = json.loads((Path(__file__).parent / "data" / "real_sentences.json").read_text("utf-8"))
REAL = [sentence for case in _DATA["cases"] for sentence in case["sentences"]]

REFUSED = [
    ("title_declared", "双方确认涉案专利权归甲方所有"),
    ("title_declared", "双方确认涉案专利权归甲方所有。"),
    ("title_declared", "第12345678号注册商标属于乙方所有。"),
    ("title_declared", "涉案软件著作权由双方共有，双方对此予以确认；双方确认该著作权由双方共有。"),
    ("title_declared", "乙方承认甲方为ZL201620913636.X号实用新型专利的专利权人。"),
    ("title_declared", "该植物新品种权归属于甲方。"),
    ("title_declared", "双方 确认 涉案 商标权 归 乙方 享有"),
    ("title_declared", "双方一致确认，涉案著作权归甲方。"),
    ("title_declared", "涉案专利的专利权人为甲方。"),
    ("inventor_declared", "双方同意将涉案专利的发明人变更为张三。"),
    ("inventor_declared", "各方确认李四是涉案外观设计的唯一设计人。"),
    ("patent_validity", "双方确认涉案专利权无效。"),
    ("patent_validity", "乙方承认涉案专利有效且具备创造性。"),
    ("patent_validity", "双方同意宣告涉案专利全部无效。"),
    ("mark_validity", "双方确认涉案商标无效。"),
    ("mark_validity", "请求宣告第1234567号注册商标无效。"),
    ("penalty_immunity", "甲方不再追究乙方的行政责任。"),
    ("penalty_immunity", "双方均不再追究刑事、行政责任"),
    ("penalty_immunity", "乙方免于行政处罚。"),
    ("penalty_immunity", "甲方请求市场监督管理局对乙方不予处罚。"),
    ("criminal_immunity", "双方均不再追究行政、刑事责任"),
    ("criminal_immunity", "甲方放弃追究乙方刑事责任。"),
    ("criminal_immunity", "双方确认乙方的行为不构成犯罪。"),
    ("criminal_immunity", "甲方请求公安机关撤销案件。"),
    ("report_withdrawn", "甲方撤回举报。"),
    ("report_withdrawn", "甲方撤回向市场监督管理局提交的举报。"),
    ("report_withdrawn", "甲方不得就此事再向公安机关报案。"),
    ("report_withdrawn", "甲方同意向公安机关撤案。"),
    ("report_withdrawn", "甲方今后不再举报乙方。"),
    ("amount_unclear", "乙方赔偿甲方经济损失若干元。"),
    ("amount_unclear", "乙方给予甲方适当补偿。"),
    ("amount_unclear", "乙方支付甲方一定的赔偿款。"),
    ("amount_unclear", "乙方自愿赔偿甲方人民币若干。"),
    ("amount_unclear", "赔偿数额待定。"),
    ("amount_unclear", "乙方支付不超过5万元。"),
    ("amount_unclear", "赔偿金额由双方另行协商。"),
    ("amount_unclear", "双方另行协商许可费。"),
    ("amount_unclear", "乙方赔偿约50000元。"),
    ("amount_unclear", "乙方赔偿５万元左右。"),
    ("date_unclear", "乙方尽快支付50000元。"),
    ("date_unclear", "乙方在适当时候付款50000元。"),
    ("date_unclear", "乙方于资金宽裕时付清50000元。"),
    ("date_unclear", "付款时间由双方另行约定。"),
    ("date_unclear", "乙方于2026年12月左右付款50000元。"),
    ("date_unclear", "乙方在合理期限内销毁库存。"),
    ("act_unclear", "乙方妥善处理库存产品。"),
    ("act_unclear", "乙方采取必要措施防止再次发生。"),
    ("act_unclear", "乙方尽量避免使用相同包装。"),
    ("third_party_bound", "第三人王五应当于2026年12月31日前支付50000元。"),
    ("third_party_bound", "上述款项由案外人支付。"),
    ("third_party_bound", "任何第三方不得销售该产品。"),
    ("bankruptcy", "乙方已进入破产清算程序，甲方债权为50000元。"),
    ("bankruptcy", "上述款项作为破产债权清偿。"),
    ("authority_bound", "黄石市市场监督管理局应当撤销对乙方的立案。"),
    ("authority_bound", "公安机关不得再追查乙方。"),
    ("market_divided", "双方划分销售区域，甲方不进入湖北市场。"),
    ("market_divided", "乙方产品的零售价格不得低于甲方指导价。"),
    ("fakes_sold", "甲方允许乙方继续销售剩余假冒商品。"),
    ("fakes_sold", "乙方可以将库存盗版图书销售完毕。"),
    ("personal_status", "双方同意解除婚姻关系。"),
]

TO_ASK = [
    ("title_transferred", "甲方将ZL201620913636.X号专利权转让给乙方。"),
    ("title_transferred", "乙方于2026年12月31日前协助甲方办理商标转让手续。"),
    ("title_future", "合作期间产生的知识产权归双方共有。"),
    ("complaint_withdrawn", "甲方撤回向市场监督管理局的投诉。"),
    ("liability_broad", "双方互不追究任何法律责任。"),
    ("suit_barred", "双方不得再就本纠纷向人民法院起诉。"),
    ("date_soft", "乙方及时支付50000元。"),
    ("act_too_general", "乙方停止一切侵权行为。"),
    ("third_party_promised", "乙方保证其经销商不再销售该产品。"),
    ("no_challenge", "乙方不得对涉案专利提出无效宣告请求。"),
    ("no_challenge", "乙方今后不再质疑涉案商标的效力。"),
    ("secret_told", "涉案技术秘密的配方如下：甲料三份、乙料七份。"),
]

FINE = [
    "乙方于2026年12月31日前支付甲方人民币50000元（伍万元整）。",
    "乙方于2026年12月31日前向甲方支付专利许可使用费30000元，付至甲方账户。",
    "甲方许可乙方在2027年12月31日前以普通许可方式在湖北省内实施ZL201620913636.X号专利。",
    "许可期限不超过涉案专利有效期。",
    "乙方自本协议生效之日起停止生产、销售、许诺销售侵犯涉案专利权的产品。",
    "乙方立即停止使用第12345678号注册商标。",
    "乙方立即停止侵权行为。",
    "乙方于2026年12月10日前在甲方见证下销毁库存侵权产品1200件和专用模具2套。",
    "销毁前侵权产品归甲方所有，由甲方清点。",
    "涉案专利产品的库存归乙方所有并由乙方销毁。",
    "乙方于2026年12月5日前删除商品页面并下架涉案商品。",
    "乙方赔偿甲方经济损失及合理费用共计人民币80000元。",
    "乙方赔偿甲方合理开支5000元。",
    "乙方于2026年12月20日前撤回对涉案专利的无效宣告请求。",
    "如涉案专利被宣告无效，尚未支付的许可费不再支付。",
    "甲方撤回在电商平台的投诉。",
    "甲方于收到款项后3日内向人民法院申请撤诉。",
    "本协议不影响行政机关依法作出行政处罚，也不免除乙方的行政责任。",
    "调解不影响公安机关依法追究刑事责任。",
    "双方应当对举报人的信息保密，不得泄露。",
    "乙方在《黄石日报》刊登声明，内容见附件。",
    "双方就本纠纷的民事赔偿再无其他争议。",
    "双方互不追究本纠纷的民事法律责任。",
    "乙方违约的，甲方可以依法追究其法律责任。",
    "涉案商标归乙方使用至2027年12月31日。",
    "甲方保证对涉案专利享有合法权利。",
    "乙方支付款项后，甲方出具收据。",
    "任何一期逾期的，甲方可以就全部余款申请强制执行。",
    "如乙方破产、解散，余款立即到期。",
    "双方于本协议生效之日起三十日内共同向人民法院申请司法确认。",
    "因履行本协议发生争议的，双方友好协商；协商不成的，可以向人民法院起诉。",
    "乙方不得将涉案商标用于同类商品，也不得转让该注册商标的使用许可。",
    "乙方向发明人张三支付职务发明奖励10000元。",
    "乙方不得许可第三方使用甲方的商标。",
    "乙方于2026年12月10日前书面通知其经销商下架涉案商品。",
    "",
    "乙方不得继续销售假冒商品。",
    "乙方停止销售假冒甲方注册商标的商品，并于2026年12月10日前销毁剩余假冒商品。",
    "乙方于2026年12月10日前向市场监督管理局提交变更登记材料。",
    "市场监督管理局依法作出的处罚不受本协议影响。",
    "乙方于2026年12月10日前向甲方返还编号A-01的图纸。",
    "乙方以不高于市场价格的价格回收已售商品。",
]


def codes(text: str) -> set[str]:
    """The codes found in a text."""
    return {each.code for each in check_term(text)}


@pytest.mark.parametrize(("code", "text"), REFUSED)
def test_check_term_finds_what_a_court_refuses(code: str, text: str) -> None:
    found = {each.code: each.severity for each in check_term(text)}

    assert found[code] == "error"
    assert not confirmable(text)


@pytest.mark.parametrize(("code", "text"), TO_ASK)
def test_check_term_only_warns_of_what_should_be_asked(code: str, text: str) -> None:
    found = {each.code: each.severity for each in check_term(text)}

    assert found == {code: "warn"}
    assert confirmable(text)


@pytest.mark.parametrize("text", FINE)
def test_check_term_leaves_normal_clauses_alone(text: str) -> None:
    assert check_term(text) == []


def test_waiver_of_penalty_crime_and_report_is_three_findings() -> None:
    text = "双方均不再追究刑事、行政责任,甲方撤回举报."

    found = [(each.code, each.rule, each.text) for each in check_term(text)]

    assert found == [
        ("criminal_immunity", "X-18", "不再追究刑事、行政责任"),
        ("penalty_immunity", "X-17", "不再追究刑事、行政责任"),
        ("report_withdrawn", "X-17", "撤回举报"),
    ]


def test_finding_points_into_the_text_as_typed() -> None:
    text = "一、乙方赔偿。\n二、 双方确认　涉案专利权 归甲方所有。"

    (found,) = check_term(text)

    assert found == Finding(
        code="title_declared",
        rule="J-11",
        severity="error",
        start=13,
        end=27,
        text="确认　涉案专利权 归甲方所有",
        ground=phrase("wording.title_declared.ground"),
        offer="删去归属的表述，只写义务：“××自本协议生效之日起不再实施、使用××”",
    )
    assert text[found.start : found.end] == found.text


def test_patterns_stay_inside_a_sentence() -> None:
    assert check_term("双方确认涉案专利登记状况属实；库存归甲方所有。") == []


def test_flaw_is_named_once_where_patterns_overlap() -> None:
    assert [each.code for each in check_term("双方确认涉案专利权归甲方所有")] == ["title_declared"]


def test_every_check_rests_on_a_rule_of_the_book() -> None:
    assert {row.rule for row in (*_checks(), *conditions())} <= set(all_rules())


def test_every_row_has_its_question_and_both_sentences() -> None:
    codes = [row.code for row in (*_checks(), *conditions())]

    assert {row.code for row in conditions()} == set(QUESTIONS)
    assert [code for code in codes for part in ("ground", "offer") if not has_phrase(f"wording.{code}.{part}")] == []
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("sentence", REAL, ids=lambda sentence: sentence[:12])
def test_real_reports_of_disputes_are_no_clauses_a_court_refuses(sentence: str) -> None:
    assert [each for each in check_term(sentence) if each.severity == "error"] == []


def test_better_wording_is_made_of_the_terms_own_data() -> None:
    values = {
        "debtor": "乙店",
        "creditor": "甲公司",
        "yuan": "50,000.00",
        "capitals": "伍万元整",
        "day": "2026年12月30日",
    }

    (found,) = check_term("赔偿数额待定", values)

    assert found.offer == "写明数字和大写：“乙店于2026年12月30日前向甲公司支付人民币50,000.00元（大写：伍万元整）”"


def test_long_text_is_checked_in_a_moment() -> None:
    text = "双方确认涉案专利" + "权利要求所述技术方案" * 2000

    assert codes(text) == set()

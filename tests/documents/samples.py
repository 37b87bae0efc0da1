"""Papers as the rooms make them: one of each look, short and long, with rare characters and the longest names."""

from dataclasses import replace
from datetime import date

from casework.documents.blocks import (
    Clauses,
    FingerprintList,
    Heading,
    KeyValueTable,
    Note,
    Para,
    ReplySlip,
    ScreenSignatures,
    SignatureRoom,
    Table,
)
from casework.documents.paper import Paper

ON = date(2026, 11, 23)
RARE = "𬭚㛃䶮〇"
APPLICANT = "湖北楚天知识产权运营管理（集团）股份有限公司黄石经济技术开发区分公司"
RESPONDENT = "阿布都热合曼·买买提依明江·图尔荪"
LONGEST = "黄石市新港（物流）工业园区长江中游城市群跨境电子商务综合试验区知识产权保护与品牌运营促进服务中心有限责任公司"
FACTS = (
    "申请人系第12345678号“楚天云海”注册商标（核定使用商品第25类：服装；鞋；帽，有效期至2031年5月6日）的专用权人。"
    "2026年9月3日，申请人在“优选商城”平台（https://mall.example.cn/item/1234567890?from=search&page=2）发现被申请人"
    "销售的T恤使用与其注册商标相同的标识，单价￥89.00元，累计销量1,286件。申请人于9月10日公证购买，取得（2026）鄂黄石证字第1024号公证书。"
    "被申请人认为：其所售商品有合法来源，由义乌某公司供货，且已提供进货单据；“知道”之前的销售不应承担赔偿责任。"
)


def agreement(terms: int = 4) -> Paper:
    """人民调解协议书 with so many terms."""
    rows = tuple(
        (
            str(n),
            RESPONDENT,
            APPLICANT,
            "￥12,500.00（大写：人民币壹万贰仟伍佰元整）",
            "2026年12月31日前",
            "转账至申请人账户，履行地点：黄石市",
        )
        for n in range(1, terms + 1)
    )
    fields = {
        "parties": f"{APPLICANT}、{RESPONDENT}",
        "facts": FACTS,
        "dispute": "是否构成侵犯注册商标专用权、赔偿数额",
        "responsibilities": "被申请人承担停止侵权和赔偿责任",
        "content": "停止侵权并分期赔偿",
        "on_default": "逾期不履行的，按照法律规定承担责任",
        "confirmation": "各方可以共同申请司法确认",
        "copies": "三",
    }
    return Paper(
        kind="D-16",
        title="人民调解协议书",
        office="黄石市知识产权纠纷人民调解委员会",
        issued_on=ON,
        number="（2026）黄知调字第1号",
        seal=True,
        copies=3,
        fields=fields,
        blocks=(
            KeyValueTable(
                (
                    (
                        "申请人",
                        f"{APPLICANT}，法定代表人陈{RARE[0]}，地址湖北省黄石市黄石港区杭州西路88号，电话0714-6520001",
                    ),
                    (
                        "被申请人",
                        f"{RESPONDENT}，男，维吾尔族，住湖北省大冶市东风路街道办事处城西社区，电话13900001234",
                    ),
                )
            ),
            Heading("一、纠纷主要事实"),
            Para(FACTS),
            Heading("二、争议事项"),
            Para(fields["dispute"] + "。"),
            Heading("三、经调解，自愿达成如下协议"),
            Clauses(
                ("被申请人立即停止销售使用“楚天云海”标识的服装，并删除全部商品链接。", "被申请人按下表分期支付赔偿款。")
            ),
            Table(("序号", "债务人", "债权人", "金额", "期限", "方式和地点"), rows, (6, 18, 24, 22, 14, 16)),
            Para(
                "以上各项给付合计人民币50,000.00元（大写：人民币伍万元整）。本协议一式三份，各方当事人、人民调解委员会各持一份。"
            ),
            SignatureRoom(
                ((APPLICANT, True), (RESPONDENT, False), (f"人民调解员 王{RARE[1]}", False), ("记录人", False))
            ),
        ),
    )


def receipt() -> Paper:
    """登记回执 with fingerprints."""
    rows = (
        ("case_number", "案件编号", "黄知案2026-000012"),
        ("received_at", "接收时间", "2026年11月23日 09:30"),
        ("received_by", "接收单位和人员", f"黄石港知识产权保护工作站 李{RARE[2]}"),
        ("applicants", "申请人", APPLICANT),
        ("respondents", "被申请人", RESPONDENT),
        ("request", "请求事项", "停止侵权，赔偿损失五万元。"),
    )
    files = (
        ("营业执照副本.pdf", 182_344, "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
        (
            f"{LONGEST}公证书（含光盘照片二十张）2026-10-08最终版.pdf",
            25_182_344,
            "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
        ),
        (
            "IMG_20261001_101112_销售页面截图.png",
            901,
            "fd61a03af4f77d870fc21e05e7e80678095c92d808cfb3b5c279ee04c74aca13",
        ),
    )
    return Paper(
        kind="R-01",
        title="登记回执",
        office="黄石港知识产权保护工作站",
        issued_on=ON,
        number="黄知站1登〔2026〕12号",
        fields={name: value for name, _, value in rows},
        blocks=(
            KeyValueTable(tuple((label, value) for _, label, value in rows)),
            FingerprintList(files),
            Note("凭本回执可查询办理进度。材料的指纹用于证明所收文件未被改动。"),
            SignatureRoom((("经办人", True), ("提交人", False))),
        ),
    )


def notice(paragraphs: int = 2) -> Paper:
    """投诉不予受理决定书, an office paper."""
    body = tuple(Para(FACTS) for _ in range(paragraphs))
    fields = {
        "received_on": "2026年11月20日",
        "subject": "商标侵权",
        "ground": "第二项",
        "routes": "向人民法院起诉",
        "contact": "0714-6520000",
    }
    return Paper(
        kind="DOC-C6",
        title="投诉不予受理决定书",
        office="黄石市市场监督管理局",
        issued_on=ON,
        number="黄市监投不受〔2026〕第12号",
        addressee=APPLICANT,
        seal=True,
        fields=fields,
        blocks=(
            Para(f"你（单位）于{fields['received_on']}提交的关于{fields['subject']}的投诉收悉。现将有关情况告知如下："),
            *body,
            Heading("一、不予受理的理由"),
            Para(
                "根据《市场监督管理投诉举报处理暂行办法》第十五条第（二）项的规定，法院已经受理的，本机关决定不予受理。"
            ),
            Heading("二、其他途径"),
            Para(f"你（单位）可以{fields['routes']}，也可以申请仲裁……"),
            Note("联系人：张〇，联系电话：0714-6520001，地址：黄石市杭州西路。"),
        ),
    )


def application() -> Paper:
    """司法确认申请书: two equal applicants."""
    fields = {
        "applicants": f"{APPLICANT}、{RESPONDENT}",
        "court": "大冶市人民法院",
        "request": "请求依法确认（2026）黄知调字第1号人民调解协议有效。",
        "facts": "双方于2026年11月23日在黄石市知识产权纠纷人民调解委员会主持下达成调解协议。",
        "declaration": "申请人出于解决纠纷的目的自愿达成协议，没有恶意串通、规避法律的行为。",
        "enclosures": "1. 调解协议",
    }
    return Paper(
        kind="D-20",
        title="司法确认申请书",
        office="",
        issued_on=ON,
        fields=fields,
        blocks=(
            KeyValueTable((("申请人", APPLICANT), ("申请人", RESPONDENT))),
            Heading("请求事项"),
            Para(fields["request"]),
            Heading("事实与理由"),
            Para(fields["facts"]),
            Heading("声明"),
            Para(fields["declaration"]),
            Para("此致"),
            Para(fields["court"], plain=True),
            SignatureRoom(((APPLICANT, True), (RESPONDENT, False))),
        ),
    )


def on_screens() -> Paper:
    """人民调解协议书 signed on screens, as long as a text becomes."""
    signed = "".join(FACTS for _ in range(40))
    people = tuple(
        (name, "本人登录密码", "2026-11-23 09:30:00", "0123456789abcdef" * 4) for name in (APPLICANT, "吕堃")
    )
    paper = agreement()
    blocks = tuple(each for each in paper.blocks if not isinstance(each, SignatureRoom))
    told = replace(paper, blocks=(*blocks, Heading("电子签名"), ScreenSignatures(f'{{"rows": ["{signed}"]}}', people)))
    return replace(told, proof=f"CW1.{'a' * 300}.{'b' * 86}")


ALL = {
    "agreement": agreement,
    "receipt": receipt,
    "notice": notice,
    "application": application,
    "on_screens": on_screens,
}


def letter() -> Paper:
    """案件移送函 with a table of files and a reply slip."""
    fields = {
        "sender": "黄石市市场监督管理局（知识产权局）",
        "receiver": "黄石市公安局",
        "crime": "销售假冒注册商标的商品罪（刑法第214条）",
        "party": RESPONDENT,
        "facts": FACTS,
        "attachments": "移送书：已附；调查报告：已附",
        "handlers": f"王{RARE[1]}、李{RARE[2]}",
        "contact": "张〇，0714-6520001",
        "sent_at": "2026年11月23日 09:30",
    }
    files = (("门店照片.jpg", 901, "fd61a03af4f77d870fc21e05e7e80678095c92d808cfb3b5c279ee04c74aca13"),)
    return Paper(
        kind="DOC-P1",
        title="涉嫌犯罪案件移送书",
        office=fields["sender"],
        issued_on=ON,
        number="黄市监罪移〔2026〕12号",
        addressee=fields["receiver"],
        seal=True,
        fields=fields,
        blocks=(
            Para(f"本机关（{fields['sender']}）在办理{RESPONDENT}一案中，发现其行为涉嫌构成{fields['crime']}。"),
            Heading("一、案情"),
            Para(FACTS),
            Heading("二、随附材料"),
            Para(fields["attachments"] + "。"),
            FingerprintList(files),
            Para(f"承办人：{fields['handlers']}。联系人：{fields['contact']}。移送时间：{fields['sent_at']}。"),
            ReplySlip(fields["sender"], "你单位移送的材料已于　　　　年　　月　　日　　时收到。"),
        ),
    )


def cover() -> Paper:
    """人民调解卷宗, the cover of a file."""
    rows = (
        ("卷号", "2026-12"),
        ("卷名", f"{APPLICANT}与{RESPONDENT}商标侵权纠纷"),
        ("调解员", f"王{RARE[1]}"),
        ("受理日期", "2026年11月20日"),
        ("结案日期", "2026年11月23日"),
        ("保管期限", "长期"),
        ("备注", ""),
    )
    return Paper(
        kind="D-01",
        title="人民调解卷宗",
        office="黄石市知识产权纠纷人民调解委员会",
        issued_on=ON,
        blocks=(KeyValueTable(rows),),
    )


LOOKS = {**ALL, "letter": letter, "cover": cover}

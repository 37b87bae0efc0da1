"""A mediation walked step by step in tests: each method takes one act with good facts, to be overridden."""

from datetime import date, datetime, time
from typing import Any

from casework.base.wallclock import at_local
from casework.mediation import facts as f
from casework.mediation.agreements import Agreement, current_agreement
from casework.mediation.models import Mediation
from casework.mediation.verbs import agreement, conduct, court, ending, intake, invitation
from casework.records.models import Case


def at(day: str, hour: int = 10) -> datetime:
    """An instant on a local day."""
    return at_local(date.fromisoformat(day), time(hour))


def d(day: str) -> date:
    """A local date."""
    return date.fromisoformat(day)


class Walk:
    """`m` is the mediation, `now` the instant of the next act."""

    m: Mediation

    def __init__(self, room: Any, case: Case, now: str = "2026-04-01") -> None:
        self.room, self.case = room, case
        self.on(now)

    def on(self, day: str, hour: int = 10) -> "Walk":
        """The acts that follow happen on this day."""
        self.now, self.today = at(day, hour), d(day)
        return self

    @property
    def text(self) -> Agreement:
        """The agreement being signed or in force."""
        found = current_agreement(self.m)
        assert found is not None
        return found

    def clock(self, rule: str) -> Any:
        """The newest clock of a rule."""
        return [each for each in self.m.clocks if each.rule == rule][-1]

    def do(self, verb: Any, facts: Any, who: str) -> "Walk":
        """Take an act by hand."""
        self.m = verb(self.m, facts, actor=getattr(self.room, who), now=self.now)
        return self

    def register(self, **told: Any) -> "Walk":
        self.m = intake.register(self.case, f.Application(**told), actor=self.room.registrar, now=self.now)
        return self

    def assigned(self, **told: Any) -> "Walk":
        given = {"link": "assigned", "received_on": self.today, "court": self.room.court, **told}
        self.m = intake.receive_assignment(self.case, f.Assignment(**given), actor=self.room.registrar, now=self.now)
        return self

    def take(self, **told: Any) -> "Walk":
        given = {"signed_on": self.today, "rights_told_on": self.today, **told}
        return self.do(intake.accept_assignment, f.Taking(**given), "registrar")

    def decline(self, **told: Any) -> "Walk":
        return self.do(intake.decline_assignment, f.Reason(**{"reason": "超出专业领域", **told}), "registrar")

    def review(self) -> "Walk":
        return self.do(intake.start_review, None, "registrar")

    def ask_supplement(self, *missing: str) -> "Walk":
        return self.do(intake.ask_supplement, f.Gaps(missing or ("身份证明",)), "registrar")

    def supplement(self) -> "Walk":
        return self.do(intake.supplement, f.FilesFacts(), "registrar")

    def lapse(self, **told: Any) -> "Walk":
        given = {"reminded_on": self.today, "routes": "可以重新申请", **told}
        return self.do(intake.lapse, f.Lapse(**given), "registrar")

    def ask(self) -> "Walk":
        return self.do(intake.ask_other_party, None, "registrar")

    def answer(self, verb: str, **told: Any) -> "Walk":
        given = {"parties": ("P2",), "answered_on": self.today, "channel": "phone", "routes": "诉讼", **told}
        return self.do(getattr(intake, verb), f.Answer(**given), "registrar")

    def propose_refusal(self, **told: Any) -> "Walk":
        given = {"ground": "not_civil", "routes": "可以向人民法院起诉", **told}
        return self.do(intake.propose_refusal, f.Refusal(**given), "registrar")

    def refuse(self, who: str = "chair") -> "Walk":
        return self.do(intake.refuse, None, who)

    def hand_over(self, **told: Any) -> "Walk":
        given = {"receiver": "黄石市公安局", "reason": "涉嫌犯罪", "routes": "由公安机关处理", **told}
        return self.do(intake.hand_over, f.HandOver(**given), "registrar")

    def refer(self, **told: Any) -> "Walk":
        given = {
            "receiver": "阳新县人民调解委员会",
            "reason": "双方均在阳新县",
            "routes": "到该调委会申请",
            "place": "阳新县",
        }
        return self.do(intake.refer_elsewhere, f.Referral(**{**given, **told}), "registrar")

    def accept(self, **told: Any) -> "Walk":
        given = {"rights_told_on": self.today, **told}
        return self.do(intake.accept, f.Acceptance(**given), "registrar")

    def naming(self, place: int = 0, **told: Any) -> f.Naming:
        """A mediator of the register, presiding, without conflict."""
        return f.Naming(**{"mediator_id": self.room.mediators[place].id, "presiding": True, "conflict": False, **told})

    def name(self, *mediators: f.Naming, **told: Any) -> "Walk":
        given = {"mediators": mediators or (self.naming(),), **told}
        return self.do(conduct.name_mediators, f.Mediators(**given), "registrar")

    def jointly(self, **told: Any) -> "Walk":
        given = {"committee": "大冶市人民调解委员会", "cause": "across", "place": "大冶市", "agreed_on": self.today}
        given["consents"] = self.everybody
        return self.do(invitation.mediate_jointly, invitation.Joint(**{**given, **told}), "registrar")

    def replace(self, **told: Any) -> "Walk":
        given = {
            "leaving_id": self.room.mediators[0].id,
            "asked_by": "P1",
            "successor": self.naming(1),
            **told,
        }
        return self.do(conduct.replace_mediator, f.Replacement(**given), "registrar")

    def notify(self, **told: Any) -> "Walk":
        given = {"held_at": self.now, "place": "调解室", **told}
        return self.do(conduct.notify_session, f.Notification(**given), "mediator")

    def session(self, **told: Any) -> "Walk":
        given = {"held_at": self.now, "place": "调解室", "present": ("P1", "P2"), "result": "继续协商", **told}
        return self.do(conduct.hold_session, f.SessionRecord(**given), "mediator")

    def extend(self, to: str, **told: Any) -> "Walk":
        given = {"new_end": d(to), "consents": self.everybody, "reason": "需要时间", **told}
        return self.do(conduct.extend, f.ExtensionFacts(**given), "mediator")

    def suspend(self, **told: Any) -> "Walk":
        given = {"cause": "sham", "detail": "双方串通", **told}
        return self.do(conduct.suspend, f.Suspension(**given), "mediator")

    def appraise(self, **told: Any) -> "Walk":
        return self.do(conduct.appraise, f.Reason(**{"reason": "技术鉴定", **told}), "mediator")

    def resume(self, reason: str | None = "中止原因已经消除") -> "Walk":
        return self.do(conduct.resume, f.Reason(reason), "mediator")

    def appointing(self) -> "Walk":
        return self.do(conduct.ask_court_to_appoint, None, "registrar")

    def disclose(self, **told: Any) -> "Walk":
        naming = {"conflict": True, "disclosed": "与甲公司代表人同窗", "consents": self.everybody, **told}
        return self.do(conduct.disclose, f.Mediators((self.naming(**naming),)), "mediator")

    def address(self, party: str = "P1", **told: Any) -> "Walk":
        given = {
            "party": party,
            "recipient": "甲某",
            "address": "黄石市下陆区杭州西路1号",
            "phone": "0714-1",
            "identity_seen": True,
            "signed_on": self.today,
            **told,
        }
        return self.do(conduct.confirm_address, f.AddressFacts(**given), "registrar")

    def addresses(self) -> "Walk":
        """Everybody has proved identity and confirmed an address."""
        for ref in self.everybody:
            self.address(ref)
        return self

    def investigate(self, **told: Any) -> "Walk":
        given = {
            "held_at": self.now,
            "place": "黄石港区胜阳港市场",
            "asked": "王某",
            "investigator": "吕堃",
            "content": "问：销售多久？答：三个月。",
            **told,
        }
        return self.do(conduct.investigate, f.InvestigationFacts(**given), "mediator")

    def report(self, **told: Any) -> "Walk":
        given = {"result": "filed", "told_on": self.today, "served": self.everybody, **told}
        return self.do(court.report_to_court, f.CourtReport(**given), "mediator")

    def settle(self, *terms: f.TermFacts, **told: Any) -> "Walk":
        given = {"terms": terms or (self.term(),), **told}
        return self.do(agreement.settle_text, f.AgreementText(**given), "mediator")

    def term(self, **told: Any) -> f.TermFacts:
        """乙店 pays 甲公司 50,000 yuan in a month."""
        given = {
            "kind": "pay",
            "debtor": "P2",
            "creditor": "P1",
            "fen": 5_000_000,
            "due": date(2026, 12, 30),
            "manner": "转账",
            **told,
        }
        return f.TermFacts(**given)

    def reopen(self) -> "Walk":
        return self.do(agreement.reopen_text, None, "mediator")

    def sign(self, party: str, **told: Any) -> "Walk":
        given = {"party": party, "signed_on": self.today, "name": "甲某" if party == "P1" else None, **told}
        if party == "P1":
            given = {"sealed": True, **given}
        return self.do(agreement.sign_party, f.PartySignature(**given), "mediator")

    def sign_mediator(self, **told: Any) -> "Walk":
        given = {"signed_on": self.today, **told}
        return self.do(agreement.sign_mediator, f.Signing(**given), "mediator")

    def seal(self, **told: Any) -> "Walk":
        return self.do(agreement.affix_seal, f.Signing(**{"signed_on": self.today, **told}), "seal_keeper")

    def orally(self, *terms: f.TermFacts, **told: Any) -> "Walk":
        given = {
            "reached_on": self.today,
            "asked_by": self.everybody,
            "terms": terms or (self.term(due=self.today, fen=300_000),),
            **told,
        }
        return self.do(agreement.agree_orally, f.OralAgreement(**given), "mediator")

    def refuse_to_sign(self, **told: Any) -> "Walk":
        given = {"party": "P2", "routes": "可以起诉", **told}
        return self.do(agreement.refuse_to_sign, f.Unsigned(**given), "mediator")

    def terminate(self, **told: Any) -> "Walk":
        given = {"reason": "too_far_apart", "routes": "仲裁、行政、诉讼", "course": "两次调解未成", **told}
        return self.do(ending.terminate, f.Ending(**given), "mediator")

    def withdraw(self, **told: Any) -> "Walk":
        return self.do(ending.withdraw, f.Withdrawal(**told), "registrar")

    def report_clue(self, **told: Any) -> "Walk":
        return self.do(ending.report_clue, f.Clue(**{"reason": "疑似假冒注册商标", **told}), "mediator")

    def transfer_out(self, **told: Any) -> "Walk":
        given = {"receiver": "黄石市公安局", "reason": "涉嫌犯罪", "routes": "民事部分可以起诉", **told}
        return self.do(ending.transfer_out, f.HandOver(**given), "mediator")

    def again(self, **told: Any) -> "Walk":
        given = {"consents": self.everybody, "reason": "法院驳回确认申请", **told}
        return self.do(ending.mediate_again, f.Again(**given), "mediator")

    def propose_closing(self, who: str = "mediator", **told: Any) -> "Walk":
        return self.do(ending.propose_closing, f.Closing(**{"ground": "on_effect", **told}), who)

    def check_closing(self, who: str = "chair") -> "Walk":
        return self.do(ending.close, None, who)

    def close(self, **told: Any) -> "Walk":
        return self.propose_closing(**told).check_closing()

    def archive(self, **told: Any) -> "Walk":
        given = {"retention": "long", "pages": 40, "identity_in_file": True, **told}
        return self.do(ending.archive, f.Archiving(**given), "archivist")

    def reopen_file(self, **told: Any) -> "Walk":
        return self.do(ending.reopen_file, f.Reason(**{"reason": "补充履行凭证", **told}), "chair")

    @property
    def everybody(self) -> tuple[str, ...]:
        """The refs of all parties."""
        return tuple(party.ref for party in self.case.parties)

    def accepted(self) -> "Walk":
        """As far as acceptance."""
        return self.register().review().accept()

    def mediating(self) -> "Walk":
        """As far as the first session."""
        return self.accepted().name().session()

    def signing(self, *terms: f.TermFacts, **told: Any) -> "Walk":
        """As far as the text."""
        return self.mediating().settle(*terms, **told)

    def online(self, **told: Any) -> "Walk":
        """A court's matter on the platform, taken, with addresses confirmed and mediators named."""
        return self.assigned(online=True, **told).take().addresses().name()

    def agreed(self) -> "Walk":
        """As far as a written agreement in force."""
        return self.signing().sign("P1").sign("P2").sign_mediator().seal()

"""How the agencies' papers are made: tables of facts, and letters in prose whose sentences stand in the catalogue."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import count

from casework.base.money import grouped
from casework.base.phrases import has_phrase, phrase
from casework.base.wallclock import local_time
from casework.documents.blocks import Block, Heading, KeyValueTable, Note, Para, ReplySlip, SignatureRoom
from casework.documents.kinds import kinds
from casework.documents.paper import Paper
from casework.documents.text import articles_in_words, zh_date
from casework.enforcement.reporter import redacted
from casework.identifiers.amounts import capitals
from casework.identity.directory import office_by_id
from casework.law import cite
from casework.procedure.step import Ask
from casework.records.models import Party

Row = tuple[str, object]
LAW = re.compile(r"([^(（第〔]+)(?:\((.+?)\))?(第.+)")
ARTICLES = re.compile(r"第([0-9]+(?:、[0-9]+)*)条")
DOUBLED = re.compile(r"[。；，]+(?=[。；，])")


@dataclass(frozen=True)
class Extra:
    """What a paper has beside its facts: who signs, to whom, a note at its foot, further blocks, another title.

    `blocks` stand in a letter where its sentences name them with an @, else after all. `slip` is to whom the reply
    slip goes back.
    """

    signers: tuple[str, ...] = ()
    addressee: str | None = None
    note: str | None = None
    blocks: Mapping[str, Block | None] = field(default_factory=dict)
    seal: bool = False
    slip: str | None = None
    title: str | None = None


def zh(key: str, **values: object) -> str:
    """A phrase in Chinese: papers are Chinese whatever the reader's language."""
    return phrase(key, lang="zh", **values)


def form(ask: Ask, kind: str, rows: Iterable[Row], extra: Extra = Extra()) -> Paper:
    """A paper made of one table: labels from `agency_paper.<name>`, every value freed of the reporter's identity."""
    told = facts_told(ask, kind, rows)
    table = KeyValueTable(tuple((zh(f"agency_paper.{name}"), value) for name, value in told.items()))
    notes = (Note(zh(extra.note)),) if extra.note else ()
    return _paper(ask, kind, told, (table, *(each for each in extra.blocks.values() if each), *notes), extra)


def letter(ask: Ask, kind: str, rows: Iterable[Row], extra: Extra = Extra(), *, text: str = "") -> Paper:
    """A paper in prose: the phrases `agency_letter.<text or kind>.1`, `.2` ..., filled with the facts.

    A phrase that begins with # is a heading, one that is @name the block of that name.
    """
    told = facts_told(ask, kind, rows)
    blocks = _prose(f"agency_letter.{text or kind}", told, extra.blocks)
    return _paper(ask, kind, told, tuple(blocks), extra)


def facts_told(ask: Ask, kind: str, rows: Iterable[Row]) -> dict[str, str]:
    """The facts as a paper prints them: 无 where there is nothing, empty where the rules ask for something."""
    known = kinds().get(kind)
    asked = known.mandatory if known else ()
    return {name: _text(ask, value, empty=name in asked) for name, value in rows}


def smooth(text: str) -> str:
    """A text without doubled marks, where a fact that ends in one stands before another."""
    return DOUBLED.sub("", text)


def instant(ask: Ask, value: datetime | None = None) -> str:
    """An instant as a paper prints it, default the act's."""
    at = local_time(value or ask.now)
    return f"{day(at.date())} {at:%H:%M}"


def day(value: date | None) -> str:
    """2026年3月5日, empty where there is none."""
    return zh_date(value.isoformat()) if value else ""


def money(fen: int | None) -> str:
    """￥24,000.00（大写：人民币贰万肆仟元整）, 无 where there is none."""
    return zh("agency_paper.none") if fen is None else _amount(fen)


def parties(ask: Ask, role: str) -> str:
    """The names of one side; that it is to be found out where nobody is named yet."""
    return "、".join(each.name for each in ask.case.of_role(role)) or zh("agency_paper.not_found_out")


def person(party: Party) -> str:
    """A party as decisions name it: credit code of an organisation, who represents it, where, how reached."""
    told = {
        "code": party.code if party.kind == "org" else None,
        "representative": party.representative,
        "agent": party.agent,
        "address": party.address,
        "phone": party.phone,
    }
    return "，".join([party.name, *(zh(f"agency_person.{name}", told=said) for name, said in told.items() if said)])


def people(ask: Ask, role: str) -> str:
    """The parties of one side, one a line."""
    return "\n".join(person(each) for each in ask.case.of_role(role)) or zh("agency_paper.not_found_out")


def right_names(ask: Ask) -> str:
    """The rights in dispute with their numbers."""
    told = (
        f"{zh(f'right_kind.{each.kind}')} {each.canonical or each.number or ''}".strip() for each in ask.case.rights
    )
    return "、".join(told)


def common_rows(ask: Ask) -> list[Row]:
    """What every paper of a case begins with."""
    return [
        ("case_number", ask.case.number),
        ("party", parties(ask, "respondent")),
        ("rights", right_names(ask)),
    ]


def law(ask: Ask, *rules: str) -> str:
    """The articles that rules rest on, each law named once: 《行政处罚法》（2021修订）第四十四条、第四十五条."""
    found: dict[str, list[str]] = {}
    for part in (part.strip() for rule in rules for part in re.split("[;；]", cite(rule, ask.law_on).article_zh)):
        name, place = _cited(part)
        found.setdefault(name, []).append(place)
    return articles_in_words("、".join(name + _places(places) for name, places in found.items()))


def _places(places: list[str]) -> str:
    """第3、11条 and 第5、6条 of one law are 第3、5、6、11条; what is no plain list of articles stands as it is."""
    numbers = [ARTICLES.fullmatch(each) for each in places]
    if len(places) == 1 or not all(numbers):
        return "、".join(dict.fromkeys(places))
    told = {int(number) for each in numbers if each for number in each[1].split("、")}
    return f"第{'、'.join(map(str, sorted(told)))}条"


def contact(ask: Ask, told: str | None = None) -> str:
    """Whom to ask: as told, else the actor with the office's telephone and address."""
    office = office_by_id(ask.actor.office_id)
    known = [ask.actor.name, office.phone if office else None, office.address if office else None]
    return told or "，".join(each for each in known if each)


def office_name(office_id: int | None) -> str | None:
    """The full name of an office."""
    office = office_by_id(office_id) if office_id else None
    return office.name if office else None


def _prose(key: str, told: dict[str, str], blocks: Mapping[str, Block | None]) -> Iterable[Block]:
    named = set()
    for place in count(1):
        if not has_phrase(f"{key}.{place}"):
            break
        said = smooth(zh(f"{key}.{place}", **told))
        if said.startswith("@"):
            named.add(said[1:])
            block = blocks.get(said[1:])
            yield from (block,) if block else ()
        elif said.startswith("#"):
            yield Heading(said[1:])
        else:
            yield Para(said)
    yield from (block for name, block in blocks.items() if block and name not in named)


def _paper(ask: Ask, kind: str, told: dict[str, str], blocks: tuple[Block, ...], extra: Extra) -> Paper:
    places = tuple((zh(f"agency_sign.{each}"), False) for each in extra.signers)
    room = (SignatureRoom(places),) if places else ()
    title = extra.title or kinds()[kind].title
    text = zh("agency_paper.slip", title=title, case=ask.case.number)
    slip = (ReplySlip(extra.slip, text),) if extra.slip else ()
    return Paper(
        kind=kind,
        title=title,
        office=ask.actor.office_name,
        issued_on=ask.today,
        addressee=extra.addressee or "",
        blocks=(*blocks, *room, *slip),
        fields=told,
        seal=extra.seal,
    )


def _text(ask: Ask, value: object, *, empty: bool) -> str:
    if value is None or value == "":
        return "" if empty else zh("agency_paper.none")
    return redacted(day(value) if isinstance(value, date) else str(value), ask.case)


def _amount(fen: int) -> str:
    return zh("agency_paper.amount", yuan=grouped(fen), capitals=capitals(fen))


def _cited(article: str) -> tuple[str, str]:
    """Law and place of an article as papers write them; the place is empty where nothing can be told apart."""
    found = LAW.fullmatch(article)
    if not found:
        return article.replace("(", "（").replace(")", "）"), ""
    name, edition, place = found.groups()
    return f"《{name.strip()}》{f'（{edition}）' if edition else ''}", place

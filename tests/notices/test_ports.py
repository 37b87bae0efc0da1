"""The ways out: mail to a real SMTP server, texts into a folder, and what settings mean."""

import json
import socket
from email import message_from_bytes
from email.policy import default

import pytest
from aiosmtpd.controller import Controller

from casework.notices.ports import NotSent, Smtp, TextFolder, ports_of, smtp_of


class Postbox:
    """What a server has taken; it refuses addresses at `refused.example`."""

    def __init__(self) -> None:
        self.taken: list = []

    async def handle_RCPT(self, _server, _session, envelope, address, _options):  # noqa: N802 - the server's name
        if address.endswith("@refused.example"):
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802 - the server's name
        self.taken.append((envelope.rcpt_tos, message_from_bytes(envelope.content, policy=default)))
        return "250 OK"


@pytest.fixture
def server():
    """A real SMTP server on a free port of this machine."""
    box = Postbox()
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    yield box, Smtp("127.0.0.1", port, "office@huangshi.example", secure="no")
    controller.stop()


def test_mail_reaches_the_server_with_its_words(server):
    box, mail = server

    mail.send("zhang@party.example", "案件 黄知案2026-000001：已经受理", "您的纠纷已经受理。")

    ((to, message),) = box.taken
    assert (to, message["From"], message["To"]) == (
        ["zhang@party.example"],
        "office@huangshi.example",
        "zhang@party.example",
    )
    assert message["Subject"] == "案件 黄知案2026-000001：已经受理"
    assert message.get_content().strip() == "您的纠纷已经受理。"


def test_mail_that_the_server_refuses_is_not_sent(server):
    _box, mail = server

    with pytest.raises(NotSent) as said:
        mail.send("nobody@refused.example", "通知", "内容")

    assert "nobody" not in str(said.value)


def test_mail_without_a_server_is_not_sent():
    with pytest.raises(NotSent):
        Smtp("127.0.0.1", 9, "a@b.example", secure="no").send("c@d.example", "通知", "内容")


def test_text_lies_in_the_folder_once(tmp_path):
    port = TextFolder(tmp_path / "texts")

    port.send("13800000000", "不用", "请按期到场。")
    port.send("13800000000", "不用", "请按期到场。")

    (file,) = (tmp_path / "texts").iterdir()
    assert json.loads(file.read_text("utf-8")) == {"to": "13800000000", "text": "请按期到场。"}


@pytest.mark.parametrize(("address", "read"), [
    ("smtp://mail.example:25/?from=a@b.example&secure=no", ("mail.example", 25, "no", "", "")),
    ("smtp://us%40er:p%2Fw@mail.example/?from=a@b.example", ("mail.example", 587, "starttls", "us@er", "p/w")),
    ("smtps://mail.example/?from=a@b.example", ("mail.example", 465, "tls", "", "")),
])  # fmt: skip
def test_address_of_the_server_is_read(address, read):
    found = smtp_of(address)

    assert (found.host, found.port, found.secure, found.user, found.password) == read
    assert "p/w" not in found.told


@pytest.mark.parametrize("address", [
    "mail.example:25", "http://mail.example/?from=a@b.example", "smtp://mail.example/",
    "smtp://mail.example/?from=a@b.example&secure=perhaps",
])  # fmt: skip
def test_address_that_says_too_little_is_refused(address):
    with pytest.raises(ValueError, match="CASEWORK_SMTP"):
        smtp_of(address)


def test_ways_out_are_those_that_are_set(tmp_path):
    told = {"CASEWORK_TEXTS": str(tmp_path), "CASEWORK_SMTP": None}

    assert list(ports_of(told.get)) == ["text"]

"""The ways out of the house: mail over SMTP, and a port for text messages. What is not set up goes on paper."""

import hashlib
import json
import smtplib
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import make_msgid
from pathlib import Path
from typing import Protocol
from urllib.parse import parse_qs, unquote, urlsplit

SECONDS = 20


class NotSent(Exception):
    """A way out did not take a message; the words say why, without the address."""


class Port(Protocol):
    """A way out. `send` returns when the other side has taken the message, else raises NotSent."""

    @property
    def told(self) -> str:
        """What the administrator reads about it; never a password."""

    def send(self, to: str, subject: str, body: str) -> None: ...


@dataclass(frozen=True)
class Smtp:
    """Mail over SMTP. `secure`: "tls" from the first byte, "starttls", or "no" (a relay on the same host)."""

    host: str
    port: int
    sender: str
    user: str = ""
    password: str = ""
    secure: str = "starttls"

    @property
    def told(self) -> str:
        """Host, port and sender."""
        return f"{self.host}:{self.port} ({self.secure}) {self.sender}"

    def send(self, to: str, subject: str, body: str) -> None:
        """Hand one mail to the server."""
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = self.sender, to, subject
        mail["Message-ID"] = make_msgid(domain=self.sender.rpartition("@")[2])
        mail.set_content(body)
        try:
            with self._opened() as server:
                if self.user:
                    server.login(self.user, self.password)
                server.send_message(mail)
        except (OSError, smtplib.SMTPException) as error:
            raise NotSent(type(error).__name__) from error

    def _opened(self) -> smtplib.SMTP:
        if self.secure == "tls":
            return smtplib.SMTP_SSL(self.host, self.port, timeout=SECONDS, context=ssl.create_default_context())
        server = smtplib.SMTP(self.host, self.port, timeout=SECONDS)
        if self.secure == "starttls":
            server.starttls(context=ssl.create_default_context())
        return server


@dataclass(frozen=True)
class TextFolder:
    """Text messages as files in a folder, one each, for the city's own gateway program to take from there."""

    folder: Path

    @property
    def told(self) -> str:
        """The folder's name."""
        return self.folder.name

    def send(self, to: str, subject: str, body: str) -> None:
        """Leave one message; equal messages to one number lie in one file."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            digest = hashlib.sha256(f"{to}\n{body}".encode()).hexdigest()[:24]
            file = self.folder / f"{digest}.json"
            file.write_text(json.dumps({"to": to, "text": body}, ensure_ascii=False), "utf-8")
        except OSError as error:
            raise NotSent(type(error).__name__) from error


PORTS: dict[str, Port] = {}
LINK: list[str] = [""]


def use_ports(ports: dict[str, Port], link: str) -> None:
    """The ways out of this process ("mail", "text") and the address of the parties' door."""
    PORTS.clear()
    PORTS.update(ports)
    LINK[:] = [link]


def ports_of(setting: Callable[[str], str | None]) -> dict[str, Port]:
    """The ways that settings name: CASEWORK_SMTP (an smtp:// or smtps:// address) and CASEWORK_TEXTS (a folder)."""
    found: dict[str, Port] = {}
    mail, texts = setting("CASEWORK_SMTP"), setting("CASEWORK_TEXTS")
    if mail:
        found["mail"] = smtp_of(mail)
    if texts:
        found["text"] = TextFolder(Path(texts))
    return found


def smtp_of(address: str) -> Smtp:
    """Read `smtp://user:password@host:port/?from=a@b&secure=no`. Raises ValueError for anything else."""
    read = urlsplit(address)
    asked = {name: values[-1] for name, values in parse_qs(read.query).items()}
    secure = asked.get("secure", "tls" if read.scheme == "smtps" else "starttls")
    if read.scheme not in ("smtp", "smtps") or not read.hostname or "@" not in asked.get("from", ""):
        raise ValueError("CASEWORK_SMTP: smtp://host:port/?from=name@domain")
    if secure not in ("tls", "starttls", "no"):
        raise ValueError("CASEWORK_SMTP: secure is tls, starttls or no")
    port = read.port or (465 if secure == "tls" else 587)
    return Smtp(read.hostname, port, asked["from"], unquote(read.username or ""), unquote(read.password or ""), secure)

from __future__ import annotations

import email
import email.policy
import re
import socket
import ssl
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from browser import measure
from builders import AGAIN, SERIES, alert, conflict
from hostile import hostile_alert

from alerts import Message, compose
from alerts.mail import MailChannel, Security
from news.errors import ChannelError, SettingsError
from news.records import AlertKind
from pages import MAIL, chart, links_of, points_of

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256))


class Inbox:
    """What a server received, and what it answers to the commands RCPT and DATA."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.data_answers: list[str] = []
        self.refuse: dict[str, str] = {}

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.refuse:
            return self.refuse[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        if self.data_answers:
            return self.data_answers.pop(0)
        content = envelope.content
        assert isinstance(content, bytes)
        mail = email.message_from_bytes(content, policy=email.policy.default)
        assert isinstance(mail, EmailMessage)
        self.mails.append(mail)
        return "250 OK"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def authenticate(server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: object) -> AuthResult:
    good = isinstance(data, LoginPassword) and (data.login, data.password) == (b"desk", b"right-password")
    return AuthResult(success=good, handled=False)


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
def port(inbox: Inbox) -> Iterator[int]:
    controller = Controller(
        inbox,
        hostname="127.0.0.1",
        port=free_port(),
        authenticator=authenticate,
        auth_require_tls=False,
    )
    controller.start()
    yield controller.port
    controller.stop()


def channel(port: int, *recipients: str, username: str = "", password: str = "") -> MailChannel:
    return MailChannel(
        "127.0.0.1",
        port,
        "Tallywatch <alerts@desk.example>",
        recipients or ("Anna <anna@desk.example>",),
        username=username,
        password=password,
        security=Security.NONE,
        timeout=10,
    )


def test_the_mail_arrives_in_three_parts(inbox: Inbox, port: int) -> None:
    message = compose(alert(), page_url="https://desk.example/c.html", png=PNG)
    channel(port, "anna@desk.example", "Ben B. <ben@desk.example>").send(message)
    [mail] = inbox.mails
    assert mail["Subject"] == message.subject
    assert mail["From"] == "Tallywatch <alerts@desk.example>"
    assert mail["To"] == 'anna@desk.example, "Ben B." <ben@desk.example>'
    assert mail["Date"].datetime == message.created
    assert mail.get_content_type() == "multipart/alternative"
    text, related = mail.iter_parts()
    assert text.get_content().replace("\r\n", "\n") == message.text
    html, picture = related.iter_parts()
    assert html.get_content_type() == "text/html"
    assert "Volodymyr Zelensky" in html.get_content()
    assert picture.get_content() == PNG
    assert f"cid:{picture['Content-ID'].strip('<>')}" in html.get_content()


def test_without_a_chart_there_is_no_related_part(inbox: Inbox, port: int) -> None:
    channel(port).send(compose(alert()))
    assert [part.get_content_type() for part in inbox.mails[0].walk()][1:] == ["text/plain", "text/html"]


def test_a_message_of_words_only_is_one_part(inbox: Inbox, port: int) -> None:
    channel(port).send(Message(key="test", thread="test", subject="Test", text="It works.\n"))
    assert inbox.mails[0].get_content_type() == "text/plain"
    assert inbox.mails[0]["In-Reply-To"] is None


def test_follow_ups_stand_in_the_same_thread(inbox: Inbox, port: int) -> None:
    again = conflict(*AGAIN, number="0a1b2c3d", thread="C-7f3a11c2")
    sender = channel(port)
    sender.send(compose(alert()))
    sender.send(compose(alert(again, AlertKind.FOLLOW_UP, alert_id="C-0a1b2c3d-1")))
    first, second = inbox.mails
    assert first["Message-ID"] == "<C-7f3a11c2-new@desk.example>"
    assert second["Message-ID"] == "<C-0a1b2c3d-1@desk.example>"
    assert first["References"] == second["References"] == "<thread.C-7f3a11c2@desk.example>"
    assert second["In-Reply-To"] == "<thread.C-7f3a11c2@desk.example>"
    assert first["In-Reply-To"] is None
    assert first["List-Id"] == "Tallywatch alerts <alerts.tallywatch.desk.example>"
    assert first["Auto-Submitted"] == "auto-generated"


def test_the_same_alert_is_the_same_mail(inbox: Inbox, port: int) -> None:
    for _ in range(2):
        channel(port).send(compose(alert()))
    assert inbox.mails[0]["Message-ID"] == inbox.mails[1]["Message-ID"]


def test_hostile_text_forges_no_header(inbox: Inbox, port: int) -> None:
    channel(port).send(compose(hostile_alert(), png=PNG))
    [mail] = inbox.mails
    assert mail["Bcc"] is None
    assert mail["X"] is None
    known = {"Subject", "From", "To", "Date", "Message-ID", "References", "List-Id", "Auto-Submitted"}
    assert set(mail.keys()) == known | {"X-Tallywatch-Alert", "MIME-Version", "Content-Type"}
    for name in ("Message-ID", "References"):
        assert re.fullmatch(r"<[A-Za-z0-9._-]+@desk\.example>", mail[name])
    assert "<script" not in mail.get_body(("html",)).get_content()  # type: ignore[union-attr]


def test_try_again_later(inbox: Inbox, port: int) -> None:
    inbox.data_answers = ["451 4.3.0 mailbox busy"]
    sender, message = channel(port), compose(alert())
    with pytest.raises(ChannelError, match=r"451 4\.3\.0 mailbox busy; tried again later") as refused:
        sender.send(message)
    assert refused.value.transient
    sender.send(message)
    assert len(inbox.mails) == 1


def test_refused_for_good(inbox: Inbox, port: int) -> None:
    inbox.data_answers = ["550 5.7.1 no such sender"]
    with pytest.raises(ChannelError, match=r"550 5\.7\.1 no such sender") as refused:
        channel(port).send(compose(alert()))
    assert not refused.value.transient


@pytest.mark.parametrize(("code", "transient"), [("450 later", True), ("550 unknown user", False)])
def test_all_recipients_refused(inbox: Inbox, port: int, code: str, transient: bool) -> None:
    inbox.refuse = {"anna@desk.example": code}
    with pytest.raises(ChannelError, match=r"recipients refused: anna@desk\.example") as refused:
        channel(port).send(compose(alert()))
    assert refused.value.transient is transient


def test_one_of_two_recipients_refused(inbox: Inbox, port: int) -> None:
    inbox.refuse = {"gone@desk.example": "550 unknown user"}
    with pytest.raises(ChannelError, match=r"not to gone@desk\.example \(550\)") as refused:
        channel(port, "anna@desk.example", "gone@desk.example").send(compose(alert()))
    assert not refused.value.transient  # sending again would repeat it to the other
    assert len(inbox.mails) == 1


def test_login(inbox: Inbox, port: int) -> None:
    channel(port, username="desk", password="right-password").send(compose(alert()))
    assert len(inbox.mails) == 1
    sender = channel(port, username="desk", password="wrong-password")
    with pytest.raises(ChannelError, match="login refused") as refused:
        sender.send(compose(alert()))
    assert not refused.value.transient
    assert "password" not in str(refused.value).replace("user name and password", "")
    assert "wrong" not in str(refused.value) + repr(sender)
    assert refused.value.__cause__ is None


def test_no_connection() -> None:
    port = free_port()
    with pytest.raises(ChannelError, match=f"127.0.0.1:{port}: no connection") as refused:
        channel(port).send(compose(alert()))
    assert refused.value.transient


def test_encryption_is_never_given_up_silently(inbox: Inbox, port: int) -> None:
    sender = MailChannel("127.0.0.1", port, "a@desk.example", ["b@desk.example"], timeout=10)
    with pytest.raises(ChannelError, match="offers no encryption") as refused:
        sender.send(compose(alert()))
    assert not refused.value.transient
    assert inbox.mails == []


@pytest.mark.parametrize("address", ["", "nobody", "a@", "a b@c\r\nBcc: x@y.example", "@desk.example"])
def test_an_address_that_is_none(address: str) -> None:
    with pytest.raises(SettingsError, match="no mail address"):
        MailChannel("127.0.0.1", 25, address, ["b@desk.example"])


def test_no_recipient() -> None:
    with pytest.raises(SettingsError, match="no recipient"):
        MailChannel("127.0.0.1", 25, "a@desk.example", [])


def test_a_certificate_for_another_name_is_final() -> None:
    from alerts.mail import _translated

    error = _translated(ssl.SSLCertVerificationError("hostname mismatch"), "mail: h:465")
    assert not error.transient
    assert "certificate" in str(error)


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 640])
def test_a_browser_shows_the_mail_without_sideways_scrolling(
    inbox: Inbox, port: int, tmp_path: Path, width: int
) -> None:
    """The HTML as it arrived, with its picture beside it; on a phone the two columns become one."""
    points = points_of(SERIES[:4])
    png = chart(points, links_of([conflict()], points), format="png", size=MAIL)
    channel(port).send(compose(alert(), page_url="https://desk.example/c.html", png=png))
    _text, related = inbox.mails[0].iter_parts()
    html, picture = related.iter_parts()
    (tmp_path / "chart.png").write_bytes(picture.get_content())
    document = tmp_path / "mail.html"
    document.write_text(html.get_content().replace(f"cid:{picture['Content-ID'].strip('<>')}", "chart.png"))
    measured = measure(document, width, tmp_path)
    assert measured["width"] == width
    [shown] = measured["pictures"]
    assert 300 <= shown <= 500

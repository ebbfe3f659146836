"""Mail, by SMTP.

    multipart/alternative
    |- text/plain
    `- multipart/related
       |- text/html
       `- image/png   (cid: in the HTML; mail programs drop data: addresses)

Threading (RFC 5322, RFC 5256): every mail of a thread refers to one root id made from the thread, follow-ups reply to
it. The root itself is never sent, so threading does not depend on which alert a reader received first.
"""

from __future__ import annotations

import hashlib
import re
import smtplib
import ssl
from collections.abc import Sequence
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from enum import StrEnum

from alerts.message import Message
from news.errors import ChannelError, SettingsError
from news.plain import plain

SUBJECT = 300
#: ``Anna B. <anna@desk.example>`` or ``anna@desk.example``.
_ADDRESS = re.compile(r"([^<>]*)<([^<>\s]+)>|([^<>\s,;:\"]+)")


class Security(StrEnum):
    """``starttls``: plain connection upgraded before login (port 587). ``tls``: TLS from the first byte (port 465).
    ``none``: no encryption, for a relay on this machine."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


class MailChannel:
    """Sends alerts to a fixed list of recipients through one SMTP server.

    ``sender`` and ``recipients``: addresses, with or without a display name. ``username`` "" = no login. ``timeout`` in
    seconds. Raises ``SettingsError`` for an address that is none.
    """

    name = "mail"

    def __init__(
        self,
        host: str,
        port: int,
        sender: str,
        recipients: Sequence[str],
        *,
        username: str = "",
        password: str = "",
        security: Security | str = Security.STARTTLS,
        timeout: float = 30.0,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._host, self._port, self._timeout = host, port, timeout
        self._sender = _address(sender)
        self._recipients = tuple(_address(one) for one in recipients)
        if not self._recipients:
            raise SettingsError("mail: no recipient; name at least one under `to`")
        self._username, self._password = username, password
        self._security = Security(security)
        self._tls = tls

    def __repr__(self) -> str:
        return f"MailChannel({self._host}:{self._port}, {len(self._recipients)} recipients)"

    def send(self, message: Message) -> None:
        """Send one mail to all recipients. Raises ``ChannelError``: transient for a broken connection and answers 4xx,
        final for 5xx, a refused login and a server that cannot encrypt."""
        mail = build_mail(message, sender=self._sender, recipients=self._recipients)
        try:
            with self._connect() as server:
                refused = server.send_message(mail)
        except (smtplib.SMTPException, OSError) as error:
            # "from None": a failed login's cause may carry what was sent.
            raise _translated(error, f"mail: {self._host}:{self._port}") from None
        if refused:
            names = ", ".join(f"{plain(who, 80)} ({code})" for who, (code, _) in refused.items())
            raise ChannelError(
                f"mail: delivered, but not to {names}; check these addresses", transient=False, partly=True
            )

    def _connect(self) -> smtplib.SMTP:
        tls = self._tls or ssl.create_default_context()
        if self._security is Security.TLS:
            server: smtplib.SMTP = smtplib.SMTP_SSL(self._host, self._port, timeout=self._timeout, context=tls)
        else:
            server = smtplib.SMTP(self._host, self._port, timeout=self._timeout)
        try:
            if self._security is Security.STARTTLS:
                server.starttls(context=tls)
            if self._username:
                server.login(self._username, self._password)
        except BaseException:
            server.close()
            raise
        return server


def build_mail(message: Message, *, sender: Address, recipients: Sequence[Address]) -> EmailMessage:
    """The mail for a message. Message-ID is made from the alert's key, so the same alert is the same mail; Date is when
    the alert was written (left to the server when unknown)."""
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = plain(message.subject, SUBJECT)
    mail["From"] = sender
    mail["To"] = list(recipients)
    if message.created is not None:
        mail["Date"] = format_datetime(message.created)
    root = _message_id(f"thread.{message.thread}", sender.domain)
    mail["Message-ID"] = _message_id(message.key, sender.domain)
    mail["References"] = root
    if message.follows:
        mail["In-Reply-To"] = root
    mail["List-Id"] = f"Tallywatch alerts <alerts.tallywatch.{_atom(sender.domain)}>"
    mail["Auto-Submitted"] = "auto-generated"  # RFC 3834: out-of-office programs keep quiet
    mail["X-Tallywatch-Alert"] = _atom(message.key)
    mail.set_content(message.text)
    if message.html:
        mail.add_alternative(message.html, subtype="html")
        if message.png is not None:
            _add_picture(mail, message.png, message.cid)
    return mail


def _add_picture(mail: EmailMessage, png: bytes, cid: str) -> None:
    html = mail.get_payload()[1]  # type: ignore[index]
    html.add_related(  # type: ignore[union-attr]
        png, "image", "png", cid=f"<{cid}>", filename="chart.png", disposition="inline"
    )


def _atom(text: str) -> str:
    """``text`` reduced to what may stand in a message id (RFC 5322 dot-atom), short enough for one line. What is cut
    off is made up for by a hash."""
    atom = re.sub(r"\.{2,}", ".", re.sub(r"[^A-Za-z0-9._-]+", "-", text)).strip(".-")
    if len(atom) > 44:
        atom = f"{atom[:32].rstrip('.-')}-{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:10]}"
    return atom or "tallywatch"


def _message_id(key: str, domain: str) -> str:
    return f"<{_atom(key)}@{_atom(domain)}>"


def _address(text: str) -> Address:
    found = _ADDRESS.fullmatch(plain(text))
    name, spec = (found[1] or "", found[2] or found[3]) if found else ("", "")
    user, _, domain = spec.rpartition("@")
    try:
        if not user or not domain:
            raise ValueError("no @")
        name = name.strip(' "')
        return Address(display_name=name, username=user, domain=domain)
    except (ValueError, IndexError) as error:
        raise SettingsError(f"mail: {plain(text, 80)!r} is no mail address; write name@host.example") from error


def _translated(error: Exception, where: str) -> ChannelError:
    """What went wrong in words, and whether it may pass. Answers of the server are shown, addresses and secrets not."""
    if isinstance(error, smtplib.SMTPAuthenticationError):
        final = error.smtp_code >= 500
        words = "login refused; check user name and password" if final else "login not possible now"
        return ChannelError(f"{where}: {words} ({error.smtp_code})", transient=not final)
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        codes = {code for code, _ in error.recipients.values()}
        names = ", ".join(plain(who, 80) for who in error.recipients)
        again = any(400 <= code < 500 for code in codes)
        advice = "tried again later" if again else "check the addresses"
        return ChannelError(f"{where}: recipients refused: {names} ({_codes(codes)}); {advice}", transient=again)
    if isinstance(error, smtplib.SMTPResponseException):
        again = 400 <= error.smtp_code < 500
        said = plain(_decoded(error.smtp_error), 160)
        advice = "tried again later" if again else "the server will not take this mail"
        return ChannelError(f"{where}: {error.smtp_code} {said}; {advice}", transient=again)
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return ChannelError(f"{where}: the server offers no encryption or login; set `security: none`", transient=False)
    if isinstance(error, ssl.SSLCertVerificationError):
        return ChannelError(f"{where}: its certificate is not valid for this name; check the host", transient=False)
    words = plain(str(error), 120) if isinstance(error, OSError) else type(error).__name__
    return ChannelError(f"{where}: no connection ({words}); tried again later", transient=True)


def _codes(codes: set[int]) -> str:
    return ", ".join(str(code) for code in sorted(codes))


def _decoded(answer: bytes | str) -> str:
    return answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer

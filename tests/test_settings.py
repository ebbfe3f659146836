"""watch.yaml: what is right is taken, what is wrong is one line that says where and what instead."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path

import pytest

from flows.quiet_hours import QuietHours
from flows.settings import EmailChannel, Settings, SlackChannel, TerminalChannel, load_settings
from flows.settings.edit import add_feeds, move_feeds
from news.errors import SettingsError
from news.policy import DEFAULT
from news.records import Feed, Level
from news.watches import Watch

FULL = """\
archive: data/news.duckdb
pages: /srv/pages
page_url: https://desk.example.org/watch
contact: desk@example.org
alert_from: 2024-12-20
feeds:
  - url: https://www.example.org/rss.xml
    outlet: Example News
    country: "NO"
    language: no
    delay: 2.5
    timezone: Europe/Oslo
    headers:
      Authorization: EXAMPLE_TOKEN
    proxy: EXAMPLE_PROXY
  - url: http://127.0.0.1:8080/feed
    outlet: House
    allow_private: true
watches:
  - name: kursk
    title: Losses in Kursk
    words:
      any: [North Korea*, DPRK]
      all: [losses]
      not: [football]
    places: [Kursk]
    counted: [soldier]
    from: 2024-12-01
    until: 2025-03-31
alerts:
  - type: terminal
    levels: [alert, digest]
  - type: slack
    name: desk
    webhook: HOOK
    watches: [kursk]
    quiet_hours: {timezone: Asia/Seoul, from: 01:00, to: 05:30, override: alert}
  - type: email
    host: smtp.example.org
    port: 465
    security: tls
    sender: tallywatch@example.org
    recipients: [a@example.org, b@example.org]
    user: SMTP_USER
    password: SMTP_PASSWORD
quiet_hours:
  timezone: Europe/Kyiv
  from: 22:00
  to: 07:00
thresholds:
  dispute_percent: 7.5
  revision_units: 20
"""
ENVIRONMENT = {
    "EXAMPLE_TOKEN": "Bearer s3cret-token",
    "EXAMPLE_PROXY": "http://user:s3cret-proxy@proxy.example:3128",
    "HOOK": "https://hooks.example.org/s3cret-hook",
    "SMTP_USER": "s3cret-user",
    "SMTP_PASSWORD": "s3cret-password",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "watch.yaml"


def load(path: Path, text: str, environment: dict[str, str] | None = None, *, secrets: bool = True) -> Settings:
    path.write_text(text, encoding="utf-8")
    return load_settings(path, environment or {}, secrets=secrets)


def problem(path: Path, text: str, environment: dict[str, str] | None = None) -> str:
    """The message without the directory."""
    with pytest.raises(SettingsError) as caught:
        load(path, text, environment)
    message = str(caught.value)
    assert "\n" not in message and not caught.value.transient
    return message.replace(f"{path.parent}/", "")


# ---------------------------------------------------------------------------------------------------- what is right
def test_everything_is_taken_over(path: Path) -> None:
    settings = load(path, FULL, ENVIRONMENT)
    assert (settings.archive, settings.pages) == (path.parent / "data/news.duckdb", Path("/srv/pages"))
    assert (settings.page_url, settings.contact) == ("https://desk.example.org/watch", "desk@example.org")
    assert settings.alert_from == date(2024, 12, 20)
    assert settings.feeds == (
        Feed(
            url="https://www.example.org/rss.xml",
            outlet="Example News",
            country="NO",
            language="no",
            delay=2.5,
            timezone="Europe/Oslo",
        ),
        Feed(url="http://127.0.0.1:8080/feed", outlet="House", allow_private=True),
    )
    assert settings.watches == (
        Watch(
            name="kursk",
            title="Losses in Kursk",
            any_of=("North Korea*", "DPRK"),
            all_of=("losses",),
            none_of=("football",),
            places=("Kursk",),
            counted=("soldier",),
            start=date(2024, 12, 1),
            until=date(2025, 3, 31),
        ),
    )
    assert settings.thresholds.dispute_ratio == Decimal("1.075")
    assert settings.thresholds.fall_units == 20
    assert settings.web_headers() == {settings.feeds[0].url: {"Authorization": "Bearer s3cret-token"}}
    assert settings.web_proxies() == {settings.feeds[0].url: ENVIRONMENT["EXAMPLE_PROXY"]}


def test_channels_know_their_secrets_and_routes(path: Path) -> None:
    terminal, slack, email = load(path, FULL, ENVIRONMENT).channels
    kyiv = QuietHours(timezone="Europe/Kyiv", start=time(22), end=time(7))
    assert isinstance(terminal, TerminalChannel) and terminal.name == "terminal"
    assert terminal.route.levels == {Level.ALERT, Level.DIGEST} and terminal.route.quiet_hours == kyiv
    assert isinstance(slack, SlackChannel) and slack.name == "desk"
    assert slack.webhook.get_secret_value() == ENVIRONMENT["HOOK"]
    assert slack.route.quiet_hours == QuietHours(
        timezone="Asia/Seoul", start=time(1), end=time(5, 30), override=Level.ALERT
    )
    assert slack.route.wants("kursk", Level.ALERT)
    assert not slack.route.wants("kursk", Level.DIGEST)
    assert not slack.route.wants("elsewhere", Level.ALERT)
    assert isinstance(email, EmailChannel) and email.password is not None
    assert email.password.get_secret_value() == "s3cret-password"
    assert (email.port, email.security, email.recipients) == (465, "tls", ("a@example.org", "b@example.org"))


def test_secrets_are_never_printed(path: Path) -> None:
    settings = load(path, FULL, ENVIRONMENT)
    assert "s3cret" not in f"{settings!r} {settings!s} {settings.channels!r}"


def test_defaults_are_those_of_the_judgement(path: Path) -> None:
    settings = load(path, "feeds: []\n")
    assert settings.thresholds == DEFAULT
    assert (settings.alert_from, settings.channels, settings.page_url) == (None, (), "")
    assert settings.archive == path.parent / "tallywatch.duckdb"


def test_a_secret_may_stand_in_dot_env_and_the_environment_wins(path: Path) -> None:
    text = "alerts: [{type: slack, webhook: HOOK}]\n"
    (path.parent / ".env").write_text("HOOK=https://from-the-file.example/${HOME}\n")
    (channel,) = load(path, text).channels
    assert isinstance(channel, SlackChannel)
    assert channel.webhook.get_secret_value() == "https://from-the-file.example/${HOME}"
    (channel,) = load(path, text, {"HOOK": "https://from-the-environment.example"}).channels
    assert isinstance(channel, SlackChannel)
    assert channel.webhook.get_secret_value() == "https://from-the-environment.example"


def test_commands_that_send_nothing_need_no_secrets(path: Path) -> None:
    assert len(load(path, FULL, secrets=False).channels) == 3


def test_the_example_that_init_writes_is_right() -> None:
    template = Path(__file__).parent.parent / "flows" / "templates" / "watch.yaml"
    settings = load_settings(template, {})
    assert settings.feeds == () and [channel.name for channel in settings.channels] == ["terminal"]


# ---------------------------------------------------------------------------------------------------- what is wrong
FEED = "feeds:\n  - url: https://example.org/\n    outlet: X\n"
WATCH = "watches:\n  - name: kursk\n    title: T\n    places: [Kursk]\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "watch.yaml: the file is empty"),
        ("# only words\n", "watch.yaml: the file is empty"),
        ("- a list\n", "watch.yaml:1: expected keys such as feeds:"),
        ("just words\n", "watch.yaml:1: expected keys such as feeds:"),
        ("fedes: []\n", "watch.yaml:1: unknown key 'fedes'; did you mean 'feeds'?"),
        ("archive: a\nqqq: 1\n", "watch.yaml:2: unknown key 'qqq'; known are archive, pages"),
        (FEED + "    dealy: 3\n", "watch.yaml:4: unknown key 'dealy'; did you mean 'delay'?"),
        (FEED + "    delay: fast\n", "watch.yaml:4: feeds 1, delay is 'fast'; expected a number"),
        (FEED + "    delay: .nan\n", "watch.yaml:4: feeds 1, delay is 'nan'; expected a finite number"),
        (FEED + "    delay: -1\n", "watch.yaml:4: feeds 1, delay is '-1'; input should be greater than or equal to 0"),
        (FEED + "    allow_private: perhaps\n", "watch.yaml:4: feeds 1, allow_private is 'perhaps'; expected true or"),
        (FEED + "    country: Ukraine\n", "watch.yaml:4: feeds 1, country is 'Ukraine'; expected two capital letters"),
        (FEED + "    timezone: Kyiv\n", "watch.yaml:4: feeds 1, timezone is 'Kyiv'; expected an IANA time zone"),
        (FEED + "    delay: 1\n    delay: 2\n", "watch.yaml:5: the key 'delay' stands twice"),
        (
            FEED + "  - url: https://example.org/\n    outlet: Y\n",
            "watch.yaml:4: the url 'https://example.org/' stands",
        ),
        ("feeds:\n  - url: https://example.org/\n", "watch.yaml:2: feeds 1: the key 'outlet' is missing"),
        (
            "feeds:\n  - outlet: X\n    url: ftp://a\n",
            "watch.yaml:3: feeds 1, url is 'ftp://a'; expected an http or https",
        ),
        (
            "feeds:\n  - outlet: 12\n    url: https://a.example\n",
            "watch.yaml:2: feeds 1, outlet is '12'; expected text",
        ),
        ("feeds:\n  url: x\n", "watch.yaml:1: feeds is a mapping; expected a list"),
        ("feeds:\n  -\n", "watch.yaml:2: feeds 1 is empty; expected keys with values"),
        ("feeds: [\n", "watch.yaml:2: no valid YAML"),
        ("a: b: c\n", "watch.yaml:1: no valid YAML"),
        ("\tfeeds: []\n", "watch.yaml:1: no valid YAML"),
        ("archive:\n", "watch.yaml:1: archive is empty; expected text"),
        ("alert_from: soon\n", "watch.yaml:1: alert_from is 'soon'; expected a date such as 2024-12-01"),
        ("alert_from: 2024-13-40\n", "watch.yaml:1: alert_from is '2024-13-40'; expected a date"),
        (
            "watches:\n  - name: a b\n    title: T\n    places: [K]\n",
            "watch.yaml:2: watches 1, name is 'a b'; expected",
        ),
        ("watches:\n  - name: a\n    title: T\n", "watch.yaml:2: the watch 'a' would match every article"),
        (
            "watches:\n  - name: a\n    title: T\n    words: {any: x}\n",
            "watch.yaml:4: watches 1, words, any is 'x'; expec",
        ),
        (WATCH + "    from: 2025-01-02\n    until: 2025-01-01\n", "watch.yaml:6: until 2025-01-01 lies before"),
        (
            WATCH + "alerts:\n  - type: terminal\n    watches: [krsk]\n",
            "watch.yaml:7: there is no watch 'krsk'; did you mean",
        ),
        ("alerts:\n  - type: slak\n", "watch.yaml:2: alerts 1, type is 'slak'; expected terminal, slack or email"),
        ("alerts:\n  - name: x\n", "watch.yaml:2: alerts 1: the key 'type' is missing"),
        ("alerts:\n  - type: slack\n    webhok: H\n", "watch.yaml:3: unknown key 'webhok'; did you mean 'webhook'?"),
        (
            "alerts:\n  - type: terminal\n    levels: [loud]\n",
            "watch.yaml:3: alerts 1, levels 1 is 'loud'; input should be",
        ),
        (
            "alerts:\n  - type: terminal\n  - type: terminal\n",
            "watch.yaml:3: the name 'terminal' stands twice in alerts",
        ),
        (
            "alerts: [{type: slack, webhook: HOOK}]\n",
            "watch.yaml:1: needs the environment variable HOOK, which is not set",
        ),
        (
            "quiet_hours:\n  timezone: Europe/Kyiv\n  from: 25:00\n  to: 07:00\n",
            "watch.yaml:3: quiet_hours, from is '25",
        ),
        (
            "thresholds:\n  dispute_percent: 0\n",
            "watch.yaml:2: thresholds, dispute_percent is '0'; input should be great",
        ),
        ("a: 1\nb: 2\n", "watch.yaml:1: unknown key 'a'"),
        ("feeds: &a\n  - *a\n", "watch.yaml:1: "),
        ('archive: "\\e[31m\u202e"\nq: 1\n', "watch.yaml:2: unknown key 'q'"),
        ('"\\e[31mred\\u202e": 1\n', "watch.yaml:1: unknown key 'red'"),
    ],
)
def test_each_error_names_its_line_and_what_to_write(path: Path, text: str, expected: str) -> None:
    assert problem(path, text).startswith(expected)


def test_several_errors_are_counted(path: Path) -> None:
    text = "feeds:\n  - url: https://example.org/\n    outlet: X\n    delay: a\n    country: b\n"
    assert problem(path, text).endswith("(and 1 more)")


@pytest.mark.parametrize(
    "text",
    [
        "alerts:\n  - type: slack\n    webhook: https://hooks.slack.com/services/s3cret\n",
        "alerts:\n  - type: email\n    host: h\n    sender: a@b.c\n    recipients: [a@b.c]\n    password: s3cret!\n",
        FEED + "    headers: {Authorization: Bearer s3cret}\n",
        FEED + "    proxy: http://user:s3cret@proxy.example\n",
    ],
)
def test_a_pasted_secret_is_not_repeated(path: Path, text: str) -> None:
    message = problem(path, text)
    assert "s3cret" not in message
    assert "expected the NAME of an environment variable" in message


def test_a_missing_file_says_how_to_begin(path: Path) -> None:
    with pytest.raises(SettingsError, match=r"there is no such file; write one with `tallywatch init \.`"):
        load_settings(path, {})


def test_bytes_that_are_no_text(path: Path) -> None:
    path.write_bytes(b"\xff\xfe\x00bad")
    with pytest.raises(SettingsError, match="must be UTF-8 text"):
        load_settings(path, {})


def test_a_byte_order_mark_is_no_error(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbffeeds: []\n")
    assert load_settings(path, {}).feeds == ()


# ------------------------------------------------------------------------------------------------------ quiet hours
NIGHT = QuietHours(timezone="Europe/Kyiv", start=time(22), end=time(7), override=Level.ALERT)


@pytest.mark.parametrize(
    ("hour", "quiet"), [(19, False), (20, True), (23, True), (3, True), (4, True), (5, False), (12, False)]
)
def test_quiet_hours_run_over_midnight_by_local_clocks(hour: int, quiet: bool) -> None:
    """Kyiv is two hours ahead of UTC in winter."""
    assert NIGHT.holds(datetime(2024, 12, 23, hour, tzinfo=UTC), Level.DIGEST) is quiet


def test_the_override_level_comes_through() -> None:
    midnight = datetime(2024, 12, 23, 23, tzinfo=UTC)
    assert not NIGHT.holds(midnight, Level.ALERT)
    assert QuietHours(timezone="Europe/Kyiv", start=time(22), end=time(7)).holds(midnight, Level.ALERT)


def test_quiet_hours_by_day() -> None:
    noon = QuietHours(timezone="Etc/UTC", start=time(12), end=time(13))
    assert noon.holds(datetime(2024, 12, 23, 12, 59, tzinfo=UTC), Level.ALERT)
    assert not noon.holds(datetime(2024, 12, 23, 13, tzinfo=UTC), Level.ALERT)


@pytest.mark.parametrize(
    ("moment", "over"),
    [
        (datetime(2024, 12, 23, 21, tzinfo=UTC), datetime(2024, 12, 24, 5, tzinfo=UTC)),
        (datetime(2024, 12, 24, 3, tzinfo=UTC), datetime(2024, 12, 24, 5, tzinfo=UTC)),
        (datetime(2025, 3, 29, 21, tzinfo=UTC), datetime(2025, 3, 30, 4, tzinfo=UTC)),  # clocks go forward that night
    ],
)
def test_what_is_held_goes_out_when_they_end(moment: datetime, over: datetime) -> None:
    assert NIGHT.over(moment) == over


# ----------------------------------------------------------------------------------------------------- editing feeds
COMMENTED = """\
# the desk's own settings
archive: tallywatch.duckdb # one file
feeds:
  # the first one
  - url: https://one.example/rss # moved in May
    outlet: "One"

alert_from: 2024-12-01 # before the holidays
"""


def test_adding_a_feed_leaves_every_comment(path: Path) -> None:
    path.write_text(COMMENTED)
    two = Feed(url="https://two.example/rss", outlet="Two: the sequel", country="GB", delay=3.0)
    assert add_feeds(path, [two, Feed(url="https://one.example/rss", outlet="One again")]) == [two]
    text = path.read_text()
    for line in COMMENTED.splitlines():
        assert line in text.splitlines()
    assert load_settings(path, {}).feeds[1] == two
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("empty", ["archive: a\n", "feeds: []\n", "feeds:\narchive: a\n"])
def test_the_first_feed_is_added_too(path: Path, empty: str) -> None:
    path.write_text(empty)
    add_feeds(path, [Feed(url="https://two.example/rss", outlet="Two")])
    assert [feed.outlet for feed in load_settings(path, {}).feeds] == ["Two"]


def test_a_feed_that_is_wrong_changes_nothing(path: Path) -> None:
    path.write_text(COMMENTED)
    with pytest.raises(SettingsError, match=r"country is 'Norway'; expected two capital letters.*nothing was changed"):
        add_feeds(path, [Feed(url="https://two.example/rss", outlet="Two", country="Norway")])
    assert path.read_text() == COMMENTED
    assert list(path.parent.iterdir()) == [path]


def test_moved_feeds_get_their_new_address(path: Path) -> None:
    path.write_text(COMMENTED)
    assert move_feeds(path, {"https://one.example/rss": "https://one.example/new", "https://x.example/": "y"}) == 1
    assert "  - url: https://one.example/new # moved in May" in path.read_text()

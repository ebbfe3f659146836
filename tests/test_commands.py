"""The command line: what it prints, its exit codes, its JSON, and that strangers' text cannot act on a terminal."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import archive_records
import pytest
from builders import SEOUL, ZELENSKY, conflict
from hostile import hostile_alert
from typer.testing import CliRunner, Result

from flows.__main__ import app
from flows.commands.exits import MEANING, Exit, code_of
from flows.export import claim_json, conflict_json, quote_json, source_json
from news.errors import ArchiveBusy, ChannelError, ExtractError, FetchError, SettingsError, StorageError
from news.records import Refused
from storage import open_archive

FILED = archive_records.NOON
DOCS = Path(__file__).parent.parent / "docs"

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Storm leaves 12 dead in Ruritania</title>
<meta property="article:published_time" content="2024-12-18T09:30:00Z"></head><body><article>
<h1>Storm leaves 12 dead in Ruritania</h1>
<p>STRELSAU (Demo Wire) - At least 12 people were killed when a storm hit the coast of Ruritania on Tuesday, the
interior ministry said. Roofs were torn off and roads were blocked by trees in several towns along the shore.</p>
<p>"We have never seen water rise this fast," said Rudolf Elphberg, the mayor of Zenda. He told reporters that rescue
teams had reached most of the villages by nightfall and that schools would stay closed until the end of the week.</p>
<p>More than 3,000 homes were without power on Wednesday morning, according to the grid operator. The ministry expects
that repairs will take several days, as engineers cannot reach the damaged lines before the flood has gone.</p>
</article></body></html>"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A directory as ``init`` makes it."""
    assert call(tmp_path, "init", str(tmp_path)).exit_code == 0
    return tmp_path


def call(directory: Path, *arguments: str, env: dict[str, str] | None = None) -> Result:
    """Run a command on the settings of ``directory``."""
    return CliRunner().invoke(app, ["--settings", str(directory / "watch.yaml"), *arguments], env=env)


def document(directory: Path, *arguments: str) -> Any:
    """The JSON that a command prints."""
    result = call(directory, *arguments, "--json")
    assert result.exit_code in (0, 1), result.output
    assert result.stdout.isascii()
    return json.loads(result.stdout)


def refused(result: Result, code: Exit, *words: str) -> None:
    """One line on standard error, nothing on standard output, no traceback."""
    assert result.exit_code == code, result.output
    assert result.stdout == ""
    assert result.stderr.startswith("tallywatch: ")
    assert result.stderr.count("\n") == 1
    for word in words:
        assert word in result.stderr


@pytest.fixture
def filled(desk: Path) -> Path:
    """An archive with two articles and the conflict between them."""
    with open_archive(desk / "tallywatch.duckdb") as archive:
        for name in ("a1", "a2"):
            archive.file(archive_records.report(name), source_story="kursk", html=b"<p>")
        archive.conflicts.add(conflict(), at=FILED)
    return desk


# ----------------------------------------------------------------------------------------------------- beginning
def test_init_writes_three_files_and_never_overwrites(tmp_path: Path) -> None:
    desk = tmp_path / "new" / "desk"
    (tmp_path / "new").mkdir()
    first = call(tmp_path, "init", str(desk))
    assert first.exit_code == 0
    assert sorted(path.name for path in desk.iterdir()) == [".env.example", ".gitignore", "watch.yaml"]
    assert ".env" in (desk / ".gitignore").read_text().splitlines()
    (desk / "watch.yaml").write_text("feeds: []\n")
    again = call(tmp_path, "init", str(desk))
    assert again.exit_code == 0 and "watch.yaml: was there, left alone" in again.output
    assert (desk / "watch.yaml").read_text() == "feeds: []\n"


def test_init_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    refused(call(tmp_path, "init", str(tmp_path / "file" / "desk")), Exit.USAGE, "choose another directory")


@pytest.mark.parametrize("command", ["conflicts", "figures", "quotes", "articles", "status", "feeds list"])
def test_empty_states_say_what_to_do_next(desk: Path, command: str) -> None:
    result = call(desk, *command.split())
    assert result.exit_code == 0
    assert "tallywatch feeds add URL" in result.output


def test_with_feeds_the_next_step_is_a_run(desk: Path) -> None:
    added = call(desk, "feeds", "add", "https://example.org/rss", "--outlet", "Example")
    assert added.exit_code == 0 and "feeds check" in added.output
    assert "tallywatch run --once" in call(desk, "conflicts").output
    listed = document(desk, "feeds", "list")["feeds"]
    assert [(feed["url"], feed["outlet"]) for feed in listed] == [("https://example.org/rss", "Example")]
    assert "already" in call(desk, "feeds", "add", "https://example.org/rss", "--outlet", "Example").output


def test_a_run_without_feeds_is_refused(desk: Path) -> None:
    refused(call(desk, "run", "--once"), Exit.USAGE, "tallywatch feeds add URL")


def test_version_and_every_help_has_an_example() -> None:
    assert CliRunner().invoke(app, ["version"]).output.startswith("tallywatch ")
    commands = ["demo", "init", "try", "run", "conflicts", "explain", "figures", "quotes", "articles", "verdict"]
    commands += ["status", "version", "feeds-add", "feeds-list", "feeds-check", "feeds-import", "feeds-export"]
    commands += ["alerts-test", "alerts-retry"]
    for command in commands:
        result = CliRunner().invoke(app, [*command.split("-"), "--help"])
        assert result.exit_code == 0 and "Example" in result.output, command


# ------------------------------------------------------------------------------------------------------ exit codes
def test_exit_codes_are_the_same_in_code_help_and_docs() -> None:
    shown = " ".join(CliRunner().invoke(app, ["--help"]).output.split())
    table = (DOCS / "settings.md").read_text()
    for code, meaning in MEANING.items():
        assert f"{int(code)} {meaning}" in shown
        assert f"| {int(code)} | {meaning} |" in table


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (SettingsError("x"), Exit.USAGE),
        (StorageError("x"), Exit.ARCHIVE),
        (ArchiveBusy("x"), Exit.ARCHIVE),
        (FetchError("x"), Exit.NETWORK),
        (ChannelError("x", transient=True), Exit.NETWORK),
        (ExtractError("x"), Exit.ATTENTION),
    ],
)
def test_each_error_has_its_code(error: Any, code: Exit) -> None:
    assert code_of(error) is code


def test_wrong_settings_are_one_line(desk: Path) -> None:
    (desk / "watch.yaml").write_text("fedes: []\n")
    refused(call(desk, "status"), Exit.USAGE, "watch.yaml:1: unknown key 'fedes'; did you mean 'feeds'?")


def test_no_settings_are_one_line(tmp_path: Path) -> None:
    refused(call(tmp_path, "status"), Exit.USAGE, "tallywatch init .")


def test_an_archive_that_is_none_is_one_line(desk: Path) -> None:
    (desk / "tallywatch.duckdb").write_bytes(b"not a database" * 1000)
    refused(call(desk, "conflicts"), Exit.ARCHIVE, "tallywatch.duckdb")


def test_debug_shows_where(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["--debug", "--settings", str(tmp_path / "none.yaml"), "status"])
    assert isinstance(result.exception, SettingsError)


@pytest.mark.parametrize("arguments", [["nonsense"], ["verdict", "C-1", "perhaps"], ["conflicts", "--limit", "0"]])
def test_wrong_usage_is_two(desk: Path, arguments: list[str]) -> None:
    assert call(desk, *arguments).exit_code == Exit.USAGE


def test_a_date_that_is_none(desk: Path) -> None:
    refused(call(desk, "conflicts", "--since", "yesterday"), Exit.USAGE, "write 2024-12-01")


# ---------------------------------------------------------------------------------------------------- the archive
def test_what_is_filed_is_listed(filled: Path) -> None:
    assert "more than 3,000" in call(filled, "conflicts").output
    assert "the joint chiefs" in call(filled, "figures", "--measure", "soldiers").output
    assert "kursk" in {article["story"] for article in document(filled, "articles")["articles"]}
    assert len(document(filled, "figures", "--limit", "1")["figures"]) == 1
    assert len(document(filled, "quotes")["quotes"]) == 2
    assert document(filled, "figures", "--said-by", "nobody")["figures"] == []


def test_explain_shows_both_sentences_and_what_was_left_out(filled: Path) -> None:
    shown = call(filled, "explain", "C-7f3a").output
    for words in (ZELENSKY.sentence, SEOUL.sentence, ZELENSKY.source.url, "counts three days of one unit only"):
        assert words in shown
    answer = document(filled, "explain", "c-7f3a")
    assert answer["conflict"]["id"] == "C-7f3a11c2"
    assert set(answer) - {"schema"} == documented("Explanation")
    assert [row["field"] for row in answer["fields"]][-2:] == ["place", "period"]
    for words in ("Field by field", "counted thing", "Why it is told, or is not"):
        assert words in shown


def test_explain_compares_any_two_figures(filled: Path) -> None:
    answer = document(filled, "explain", "a1-0", "a2-0")
    assert {answer["earlier"]["id"], answer["later"]["id"]} == {"a1-0", "a2-0"}
    assert answer["verdict"]["reason"]
    refused(call(filled, "explain", "a1-0", "nope"), Exit.USAGE, "no figure nope", "tallywatch figures")


def test_known_says_what_stood_on_a_day(filled: Path) -> None:
    (filled / "watch.yaml").write_text("watches:\n  - {name: kursk, title: Kursk, words: {any: [kursk]}}\n")
    answer = document(filled, "known", "kursk", "--on", "2024-12-18")
    assert (answer["on"], answer["clock"]) == ("2024-12-18", "told")
    assert [len(one["claims"]) for one in answer["measures"]] == [1]  # one voice, its last word
    assert document(filled, "known", "kursk", "--on", "2024-12-17")["measures"] == []
    shown = call(filled, "known", "kursk", "--on", "2024-12-31").stdout
    assert "1,100" in shown and "C-7f3a11c2" in shown
    refused(call(filled, "known", "tigers"), Exit.USAGE, "there is no watch 'tigers'")
    refused(call(filled, "known", "kursk", "--on", "soon"), Exit.USAGE, "no date")


def test_an_unknown_conflict(filled: Path) -> None:
    refused(call(filled, "explain", "C-0000"), Exit.USAGE, "no conflict C-0000", "tallywatch conflicts")
    refused(call(filled, "verdict", "C-0000", "confirm"), Exit.USAGE, "no conflict C-0000")


def test_a_verdict_is_kept_taught_and_taken_back(filled: Path) -> None:
    refused(call(filled, "verdict", "C-7f3a", "dismiss"), Exit.USAGE, "dismiss needs --why")
    refused(call(filled, "verdict", "C-7f3a", "confirm", "--why", "copy"), Exit.USAGE, "goes with dismiss only")
    words = ("verdict", "C-7f3a", "dismiss", "--why", "window", "--note", "one is a week", "--who", "Ann")
    assert "is dismissed; taught with" in call(filled, *words).stdout
    with open_archive(filled / "tallywatch.duckdb", read_only=True) as archive:
        change = archive.conflicts.history("C-7f3a")[-1]
    assert (change.step, change.why, change.who) == ("dismissed", "window: one is a week", "Ann")
    assert document(filled, "conflicts", "--decision", "suggested")["conflicts"] == []
    (shown,) = document(filled, "conflicts", "--decision", "dismissed")["conflicts"]
    assert (shown["state"], shown["decision"]) == ("open", "dismissed")
    (lesson,) = document(filled, "lessons")["lessons"]
    assert (lesson["taught"], lesson["who"]) == ("window", "Ann")
    assert "one is a week" in call(filled, "lessons").stdout
    assert "a suggestion again" in call(filled, "verdict", "C-7f3a", "undo").stdout
    assert document(filled, "lessons")["lessons"] == []


def test_a_pair_of_figures_that_is_no_conflict_can_be_taught(filled: Path) -> None:
    before = document(filled, "explain", "a1-0", "a2-0")
    assert before["lesson"] is None
    words = call(filled, "verdict", "a2-0", "dismiss", "--against", "a1-0", "--why", "copy", "--who", "Ann").stdout
    assert "is dismissed" in words and "undo --against a1-0" in words
    after = document(filled, "explain", "a1-0", "a2-0")
    assert (after["lesson"]["taught"], after["verdict"]["relation"]) == ("copy", "wire_copy")
    assert "suggestion again" in call(filled, "verdict", "a1-0", "undo", "--against", "a2-0").stdout
    assert document(filled, "explain", "a1-0", "a2-0") == before
    assert "Nothing was decided" in call(filled, "verdict", "a1-0", "undo", "--against", "a2-0").stdout
    refused(call(filled, "verdict", "a1-0", "confirm", "--against", "nope"), Exit.USAGE, "no figure nope")


def test_mutes_are_listed_and_undone(filled: Path) -> None:
    assert "muted until" in call(filled, "mute", "sources", "C-7f3a", "--for", "2w").stdout
    assert "muted until" in call(filled, "mute", "measure", "C-7f3a", "--until", "2999-01-01", "--why", "noise").stdout
    found = document(filled, "mute", "list")["mutes"]
    assert [(one["kind"], one["why"]) for one in found] == [("sources", ""), ("measure", "noise")]
    assert "noise" in call(filled, "mute", "list").stdout
    assert "sent again" in call(filled, "mute", "undo", str(found[0]["number"])).stdout
    refused(call(filled, "mute", "undo", "77"), Exit.USAGE, "no mute 77")
    refused(call(filled, "mute", "measure", "C-7f3a", "--until", "2001-01-01"), Exit.USAGE, "is over")
    refused(call(filled, "mute", "measure", "C-7f3a", "--for", "soon"), Exit.USAGE, "30d, 12h or 2w")
    refused(call(filled, "mute", "sources", "Police", "police"), Exit.USAGE, "on both sides")


def test_status_counts(filled: Path) -> None:
    answer = document(filled, "status")
    assert answer["counts"]["articles"] == 2 and answer["attention"] is False


def test_a_sick_feed_needs_attention(filled: Path) -> None:
    call(filled, "feeds", "add", "https://gone.example/rss", "--outlet", "Gone")
    with open_archive(filled / "tallywatch.duckdb") as archive:
        state = archive.feeds.state("https://gone.example/rss")
        archive.feeds.save(replace(state, failures=3, last_error="https://gone.example/rss: HTTP 500"))
    result = call(filled, "status")
    assert result.exit_code == Exit.ATTENTION and "HTTP 500" in result.output


# ----------------------------------------------------------------------------------------------- hostile text, secrets
def test_text_from_articles_cannot_act_on_the_terminal(desk: Path) -> None:
    case = hostile_alert().conflict
    with open_archive(desk / "tallywatch.duckdb") as archive:
        archive.conflicts.add(case, at=FILED)
    for arguments in (["conflicts"], ["explain", case.conflict_id], ["conflicts", "--json"]):
        result = call(desk, *arguments)
        assert result.exit_code == 0, result.output
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069]", result.stdout), arguments
    assert "[bold red]rich[/]" in call(desk, "explain", case.conflict_id).stdout


def test_secrets_are_never_printed(desk: Path) -> None:
    (desk / "watch.yaml").write_text(
        "feeds:\n  - url: http://127.0.0.1:9/feed\n    outlet: X\n    allow_private: true\n"
        "    headers: {Authorization: TOKEN}\n"
        "alerts:\n  - {type: slack, webhook: HOOK}\n"
    )
    secrets = {"TOKEN": "s3cret-token", "HOOK": "http://127.0.0.1:9/s3cret-hook"}
    for arguments in (["feeds", "check"], ["feeds", "list", "--json"], ["alerts", "test", "slack"], ["status"]):
        result = call(desk, *arguments, env=secrets)
        assert "s3cret" not in result.output + result.stderr, arguments
    refused(call(desk, "alerts", "test", "slack", env={"HOOK": ""}), Exit.USAGE, "environment variable HOOK")
    refused(call(desk, "alerts", "test", "slack", env=secrets), Exit.NETWORK, "Slack")


def test_alerts_test(desk: Path) -> None:
    result = call(desk, "alerts", "test", "terminal")
    assert result.exit_code == 0 and "test of Tallywatch" in result.stdout
    refused(call(desk, "alerts", "test", "pager"), Exit.USAGE, "no channel 'pager'", "known are terminal")


# ------------------------------------------------------------------------------------------------------------ feeds
OPML = b"""<?xml version="1.0"?><opml version="2.0"><body><outline text="World">
<outline type="rss" text="One" xmlUrl="https://one.example/rss" language="en-GB"/>
<outline type="rss" title="Two &amp; Co" text="x" xmlUrl="https://two.example/rss"/>
<outline type="rss" text="One again" xmlUrl="https://one.example/rss"/>
<outline text="Bad" xmlUrl="javascript:alert(1)"/><outline text="\xe2\x80\xaeNo address"/></outline></body></opml>"""


def test_opml_goes_in_and_comes_out(desk: Path) -> None:
    (desk / "desk.opml").write_bytes(OPML)
    result = call(desk, "feeds", "import", str(desk / "desk.opml"))
    assert "2 feeds in desk.opml: 2 added, 0 there already." in result.output
    assert "0 added, 2 there already" in call(desk, "feeds", "import", str(desk / "desk.opml")).output
    assert "# an unknown key" in (desk / "watch.yaml").read_text().lower()
    exported = call(desk, "feeds", "export").stdout
    (desk / "again.opml").write_text(exported)
    assert (
        "2 feeds in again.opml: 0 added, 2 there already."
        in call(desk, "feeds", "import", str(desk / "again.opml")).output
    )
    assert 'text="Two &amp; Co"' in exported and 'language="en"' in exported


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "no OPML"),
        (b"<html><body/></html>", "begins with <html>"),
        (b"\x00\x01", "no OPML"),
        (b'<!DOCTYPE o [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss>&x;</rss>', "begins with <rss>"),
    ],
)
def test_what_is_no_opml(desk: Path, content: bytes, words: str) -> None:
    (desk / "desk.opml").write_bytes(content)
    refused(call(desk, "feeds", "import", str(desk / "desk.opml")), Exit.USAGE, words)


def test_entities_of_an_opml_file_are_not_read(desk: Path) -> None:
    (desk / "secret.txt").write_text("s3cret")
    entity = f'<!DOCTYPE opml [<!ENTITY x SYSTEM "file://{desk}/secret.txt">]>'
    (desk / "desk.opml").write_text(
        f'{entity}<opml><body><outline text="a" xmlUrl="https://a.example/">&x;</outline></body></opml>'
    )
    call(desk, "feeds", "import", str(desk / "desk.opml"))
    assert "s3cret" not in (desk / "watch.yaml").read_text()


def test_an_opml_file_that_is_not_there(desk: Path) -> None:
    refused(call(desk, "feeds", "import", "nowhere.opml"), Exit.USAGE, "nowhere.opml")


class Files(SimpleHTTPRequestHandler):
    """The files of a directory; /moved and /moved-too lead to others for good, /gone is gone."""

    def do_GET(self) -> None:
        if self.path in ("/moved", "/moved-too"):
            self.send_response(301)
            self.send_header("Location", "/other.xml" if self.path == "/moved" else "/feed.xml")
            self.end_headers()
        elif self.path == "/gone":
            self.send_error(410)
        else:
            super().do_GET()

    def log_message(self, format: str, *args: object) -> None:
        """Silent."""


RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><item><title>Storm</title>
<link>{base}/page.html</link><guid>1</guid><pubDate>Wed, 18 Dec 2024 09:30:00 GMT</pubDate></item></channel></rss>"""


@pytest.fixture
def base(tmp_path: Path) -> Iterator[str]:
    root = tmp_path / "served"
    root.mkdir()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Files, directory=str(root)))
    url = f"http://127.0.0.1:{server.server_port}"
    for name in ("feed.xml", "other.xml"):
        (root / name).write_text(RSS.format(base=url))
    (root / "page.html").write_text(PAGE)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield url
    server.shutdown()
    server.server_close()
    thread.join()


def feeds_of(desk: Path, base: str, *paths: str) -> None:
    rows = [f"  - {{url: '{base}{path}', outlet: 'O{path}', delay: 0, allow_private: true}}\n" for path in paths]
    (desk / "watch.yaml").write_text("# ours\nfeeds:\n" + "".join(rows))


def test_feeds_are_checked_and_moved_ones_fixed(desk: Path, base: str) -> None:
    """The second one has moved to an address that is there already: that is left to the user."""
    feeds_of(desk, base, "/feed.xml", "/moved", "/moved-too", "/gone")
    result = call(desk, "feeds", "check", "--fix")
    assert result.exit_code == Exit.ATTENTION
    assert "4 feeds: 1 ok, 2 moved, 1 gone (1 fixed)" in result.output
    text = (desk / "watch.yaml").read_text()
    assert text.startswith("# ours\n")
    listed = [feed["url"] for feed in document(desk, "feeds", "list")["feeds"]]
    assert listed == [f"{base}/feed.xml", f"{base}/other.xml", f"{base}/moved-too", f"{base}/gone"]


def test_when_every_feed_fails_it_is_the_network(desk: Path, base: str) -> None:
    feeds_of(desk, base, "/gone")
    assert call(desk, "feeds", "check").exit_code == Exit.NETWORK


# ------------------------------------------------------------------------------------------------------ one page
def test_try_a_file_stores_nothing(desk: Path) -> None:
    page = desk / "page.html"
    page.write_text(PAGE)
    before = sorted(desk.iterdir())
    answer = document(desk, "try", str(page), "--url", "https://news.example/storm", "--outlet", "Demo")
    text = answer["article"]["text"]
    surfaces = {figure["surface"]: figure for figure in answer["figures"]}
    assert "More than 3,000" in surfaces and surfaces["More than 3,000"]["low"] == 3000
    assert surfaces["More than 3,000"]["high"] is None
    for figure in answer["figures"]:
        assert text[figure["start"] : figure["end"]] == figure["surface"]
        assert text[figure["sentence_start"] : figure["sentence_end"]] == figure["sentence"]
    assert any("never seen water" in quote["text"] for quote in answer["quotes"])
    assert answer["article"]["url"] == "https://news.example/storm"
    assert sorted(desk.iterdir()) == before


def test_try_an_address(tmp_path: Path, base: str) -> None:
    """No settings are needed."""
    shown = call(tmp_path, "try", f"{base}/page.html", "--allow-private")
    assert shown.exit_code == 0, shown.output
    assert "Storm leaves 12 dead" in shown.stdout and "Rudolf Elphberg" in shown.stdout
    refused(call(tmp_path, "try", f"{base}/page.html"), Exit.NETWORK, "this very machine")
    refused(call(tmp_path, "try", f"{base}/none.html", "--allow-private"), Exit.NETWORK, "HTTP 404")


def test_try_what_is_no_article(desk: Path) -> None:
    (desk / "page.html").write_text("<html><body><p>Hello.</p></body></html>")
    result = call(desk, "try", str(desk / "page.html"))
    assert result.exit_code == Exit.ATTENTION and "No article" in result.stdout
    answer = document(desk, "try", str(desk / "page.html"))
    assert answer["outcome"] == "refused" and answer["refused"]["reason"]
    refused(call(desk, "try", str(desk / "nowhere.html")), Exit.USAGE, "nowhere.html")


# ---------------------------------------------------------------------------------------------------- the contract
def documented(section: str) -> set[str]:
    """The keys that docs/json.md lists under a heading."""
    text = (DOCS / "json.md").read_text().split(f"\n## {section}\n")[1].split("\n## ")[0]
    return set(re.findall(r"^\| `([a-z_]+)` \|", text, re.MULTILINE))


def test_json_is_as_documented(desk: Path) -> None:
    figure, source = documented("Figure"), documented("Source")
    side = claim_json(ZELENSKY)
    assert set(side) == figure | source
    case = conflict_json(conflict())
    assert set(case) == documented("Conflict")
    assert set(case["earlier"]) == set(case["later"]) == figure | source
    assert set(quote_json(archive_records.quote())) == documented("Quote")
    assert set(source_json(ZELENSKY.source)) == source
    (desk / "page.html").write_text(PAGE)
    answer = document(desk, "try", str(desk / "page.html"))
    assert set(answer) == {"schema", "outcome", "article", "figures", "quotes"}
    assert set(answer["article"]) == documented("Article")
    assert answer["figures"] and all(set(one) == figure for one in answer["figures"])
    assert answer["quotes"] and all(set(one) == documented("Quote") for one in answer["quotes"])


def test_the_public_interface_has_what_was_promised(filled: Path) -> None:
    """These keys are the contract with every script outside; none may ever go."""
    figure = {"low", "high", "hedge", "surface", "sentence", "start", "end", "counted", "predicate", "place", "period"}
    figure |= {"as_of", "said_by", "via", "unit", "role"}
    (case,) = document(filled, "conflicts")["conflicts"]
    assert {"id", "relation", "level", "measure", "reason", "earlier", "later"} <= set(case)
    for side in (case["earlier"], case["later"]):
        assert figure | {"outlet", "url", "published"} <= set(side)
    assert (case["later"]["low"], case["later"]["high"]) == (3000, None)
    assert case["later"]["published"] == "2024-12-23T18:04:00Z"


def test_refusals_are_documented() -> None:
    assert "`refused` (`url`, `reason`, `detail`)" in (DOCS / "json.md").read_text()
    assert set(Refused.__slots__) == {"url", "reason", "detail"}


# --------------------------------------------------------------------------------------------------- a real process
def test_as_a_process(filled: Path) -> None:
    command = [sys.executable, "-m", "flows", "--settings", str(filled / "watch.yaml")]
    good = subprocess.run([*command, "conflicts", "--json"], capture_output=True, timeout=120, check=False)
    assert good.returncode == 0 and json.loads(good.stdout)["conflicts"][0]["id"] == "C-7f3a11c2"
    assert good.stderr == b""
    bad = subprocess.run([*command, "explain", "C-0"], capture_output=True, timeout=120, check=False)
    assert bad.returncode == Exit.USAGE
    assert bad.stdout == b"" and bad.stderr.count(b"\n") == 1 and b"Traceback" not in bad.stderr

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

from bs4 import BeautifulSoup
from builders import AGAIN, MEASURE, SEOUL, ZELENSKY, alert, conflict
from hostile import hostile_alert

from alerts import compose
from news.records import AlertKind, Relation, Settlement

GOLDEN = Path(__file__).parent / "data" / "golden" / "alert.txt"


def test_the_alert_reads_as_agreed() -> None:
    message = compose(alert(), page_url="https://desk.example/conflicts/c-7f3a11c2.html")
    assert message.text == GOLDEN.read_text(encoding="utf-8")
    assert message.subject == (
        "[Conflict ×2.7] North Korean soldiers killed or wounded, Kursk Oblast: "
        "> 3,000 (Volodymyr Zelensky) vs about 1,100 (South Korea's Joint Chiefs of Staff)"
    )
    assert (message.key, message.thread) == ("C-7f3a11c2-new", "C-7f3a11c2")


def test_composing_is_pure() -> None:
    assert compose(alert(), page_url="https://x.example/") == compose(alert(), page_url="https://x.example/")


def _words(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_every_form_holds_all_that_an_alert_must_hold() -> None:
    """Sentences, speakers, carriers, outlets, dates, relation, distance, why, what was left out, links, ids."""
    message = compose(alert(), page_url="https://desk.example/c.html")
    slack = " ".join(
        part["text"]
        for block in message.blocks
        for part in [block.get("text"), *block.get("elements", [])]
        if part is not None
    )
    forms = {
        "text": _words(message.text),
        "html": _words(BeautifulSoup(message.html, "lxml").body.get_text()),  # type: ignore[union-attr]
        "slack": _words(slack.replace("&gt;", ">").replace("\u2060", "")),
    }
    needed = [
        *(MEASURE, "×2.7", "> 3,000", "about 1,100", "at least about 1,900 more (+173%)", "conflicts with"),
        *(ZELENSKY.sentence, SEOUL.sentence, "Volodymyr Zelensky", "South Korea's Joint Chiefs of Staff"),
        *("via Demo Wire", "Demo Kyiv Post", "Demo Adriatic", "23 Dec 2024, 18:04 UTC", "23 Dec 2024, 02:10 UTC"),
        *("as of 23 Dec 2024", "preliminary", "Why comparable", "do not meet", "Not used (3)"),
        *("50 North Koreans killed in three days", "counts three days of one unit only", "4 outlets, 2 origins"),
        *("C-7f3a11c2", "tallywatch verdict C-7f3a11c2 confirm"),
        "tallywatch verdict C-7f3a11c2 dismiss --why window",
    ]
    for name, words in forms.items():
        assert [one for one in needed if one not in words] == [], name
    links = {ZELENSKY.source.url, SEOUL.source.url, "https://desk.example/c.html"}
    assert {a["href"] for a in BeautifulSoup(message.html, "lxml").find_all("a")} == links
    assert all(link in message.text and link in slack for link in links)


def test_no_form_judges_which_number_is_right() -> None:
    message = compose(alert())
    for form in (message.text, message.html, json.dumps(message.blocks), message.subject):
        form = re.sub(r'"(emoji|verbatim)": (true|false)', "", form)
        assert not re.search(r"\b(false|wrong|lie|lied|fake|untrue|incorrect)\b", form, re.IGNORECASE)


def test_a_follow_up_names_what_it_follows() -> None:
    again = conflict(*AGAIN, number="0a1b2c3d", thread="C-7f3a11c2")
    message = compose(alert(again, AlertKind.FOLLOW_UP, "Seoul moved: the gap narrows.", "C-0a1b2c3d-1"))
    assert message.subject.startswith("[Follow-up ×2.7] ")
    assert message.follows == "C-7f3a11c2"
    for form in (message.text, message.html, str(message.blocks)):
        assert "C-7f3a11c2" in form
        assert "Seoul moved: the gap narrows." in form
    assert compose(alert()).follows == ""


def test_a_settlement_shows_the_two_claims_that_agree_in_every_form() -> None:
    now = replace(
        SEOUL, figure=replace(SEOUL.figure, figure_id="F-now", surface="around 3,000", value=ZELENSKY.figure.value)
    )
    reason = "South Korea's Joint Chiefs of Staff now gives around 3,000, as Volodymyr Zelensky does"
    settled = replace(conflict(), settlement=Settlement(by=now, other=ZELENSKY, reason=reason))
    message = compose(alert(settled, AlertKind.RESOLVED, reason))
    assert message.subject == f"[Resolved] {MEASURE}: {reason}"
    for form in (message.text, message.html, json.dumps(message.blocks)):
        words = _words(BeautifulSoup(form, "lxml").get_text()) if form is message.html else _words(form)
        for part in ("about 1,100 is settled", "now gives around 3,000"):
            assert part in words, part
        assert "agrees with" in words.lower()
        assert "conflicts with" not in words


def test_a_resolved_conflict_does_not_conflict_any_more() -> None:
    message = compose(alert(kind=AlertKind.RESOLVED, note="Seoul gave way."))
    assert message.subject.startswith("[Resolved")
    assert "RESOLVED" in message.text
    assert "conflicts with" not in message.text


def test_a_possible_conflict_is_called_one_and_a_denial_has_no_ratio() -> None:
    case = conflict()
    possible = replace(case, verdict=replace(case.verdict, possible=True))
    assert compose(alert(possible)).text.startswith("POSSIBLE CONFLICT · C-7f3a11c2")
    denial = replace(case, verdict=replace(case.verdict, relation=Relation.DENIAL, ratio=None))
    message = compose(alert(denial))
    assert message.subject.startswith("[Conflict] ")
    assert "The number is rejected." in message.text


def test_the_chart_is_shown_only_when_there_is_one() -> None:
    with_chart, without = compose(alert(), png=b"\x89PNG"), compose(alert())
    assert f'src="cid:{with_chart.cid}"' in with_chart.html
    assert "conflicts with" in BeautifulSoup(with_chart.html, "lxml").find("img")["alt"]  # type: ignore[index,operator]
    assert "<img" not in without.html


def test_styles_stand_where_mail_programs_look() -> None:
    soup = BeautifulSoup(compose(alert()).html, "lxml")
    assert "max-width: 600px" in soup.find("table", class_="card")["style"]  # type: ignore[index,operator]
    assert "@media" in str(soup.style)
    assert not soup.find_all(["link", "script", "form", "iframe"])


def test_hostile_text_stays_text_in_html() -> None:
    soup = BeautifulSoup(compose(hostile_alert(), page_url="javascript:alert(4)").html, "lxml")
    assert not soup.find_all(["script", "img", "iframe", "object"])
    assert not [name for tag in soup.find_all(True) for name in tag.attrs if name.startswith("on")]
    assert soup.find_all("a") == []
    assert "<script>alert(1)</script>" in soup.get_text()


def test_hostile_text_stays_within_bounds() -> None:
    message = compose(hostile_alert())
    assert "\n" not in message.subject
    assert len(message.subject) <= 200
    for form in (message.subject, message.text, message.html, str(message.blocks)):
        assert len(form) < 60_000
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", form)
        form.encode("utf-8")
    assert max(len(line) for line in message.text.splitlines()) <= 120

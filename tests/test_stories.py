"""Small stories of many kinds, read and judged by the real journey: what is told, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from extractors.reports import read_report
from flows.pipeline import ReadPage, Rules, file_page
from news.identity import article_id
from news.records import Alert, Article, Entry
from news.watches import Watch
from storage import Archive, open_archive


@dataclass(frozen=True)
class Story:
    """``reports``: day, outlet, title, text. ``alerts``: relation, surface of the later and of the earlier number."""

    name: str
    why: str
    reports: tuple[tuple[str, str, str, str], ...]
    alerts: tuple[tuple[str, str, str], ...]


STORIES = (
    Story(
        "strike",
        "another round of 2019 and a guest's number of another predicate",
        (
            (
                "2025-03-03",
                "Demo A",
                "Northport dock strike",
                "Some 4,500 dockworkers walked off the job at Northport on Monday, the Harbour Workers' Union "
                "said, demanding higher pay after two years without a rise.",
            ),
            (
                "2025-03-03",
                "Demo B",
                "Port says most came to work",
                "About 1,900 employees took part in Monday's strike at Northport, the port authority said. Union "
                "leaders spoke of far more. The port handles 12 million containers a year.",
            ),
            (
                "2025-03-05",
                "Demo C",
                "Strike goes on",
                "The strike at Northport entered its third day. The union says 4,500 workers are on strike. In "
                "2019 a walkout of 3,000 workers lasted nine days.",
            ),
        ),
        (),
    ),
    Story(
        "drones",
        "each night is counted anew",
        (
            (
                "2025-05-01",
                "Demo A",
                "Drone attack overnight",
                "Ukraine's air force said on Thursday it had shot down 64 of 92 drones launched by Russia overnight.",
            ),
            (
                "2025-05-02",
                "Demo A",
                "Another night of drones",
                "Ukraine's air force said on Friday it had shot down 41 of 77 drones launched by Russia overnight.",
            ),
            (
                "2025-05-02",
                "Demo B",
                "Drones",
                "Russia's defence ministry said air defences had destroyed 115 Ukrainian drones over five "
                "regions on Friday.",
            ),
        ),
        (),
    ),
    Story(
        "cholera",
        "a minimum covers a higher count; a toll that falls is news",
        (
            (
                "2025-06-01",
                "Demo A",
                "Cholera in Marisa",
                "Cholera has killed at least 120 people in Marisa since the outbreak began in April, the health "
                "ministry said on Sunday, with 5,400 cases reported.",
            ),
            (
                "2025-06-02",
                "Demo B",
                "MSF says toll higher",
                "Doctors Without Borders said on Monday that 310 people had died of cholera in Marisa since "
                "April, far more than the official count.",
            ),
            (
                "2025-06-10",
                "Demo A",
                "Cholera toll rises",
                "The cholera outbreak in Marisa has killed 171 people, the health ministry said on Tuesday. It "
                "counted 7,200 cases.",
            ),
            (
                "2025-06-20",
                "Demo A",
                "Ministry lowers toll",
                "Marisa's health ministry on Friday lowered the cholera death toll to 140 from 171, saying some "
                "deaths had been counted twice.",
            ),
        ),
        (("revision_down", "140", "171"),),
    ),
    Story(
        "fine",
        "one fine, two numbers, two named voices; the case of 2018 is another",
        (
            (
                "2025-07-01",
                "Demo A",
                "Zentra fined",
                "The competition authority fined Zentra 240 million euros on Tuesday for price fixing. Zentra "
                "said it would appeal.",
            ),
            (
                "2025-07-01",
                "Demo B",
                "Zentra hit with fine",
                "Zentra must pay a fine of 240 million euros, the competition authority said. In 2018 it was "
                "fined 90 million euros in another case.",
            ),
            (
                "2025-07-03",
                "Demo C",
                "Zentra fine",
                "Zentra was fined 420 million euros this week, the competition authority's chairwoman Ida Holm "
                "told parliament.",
            ),
        ),
        (("dispute", "420 million", "240 million"),),
    ),
    Story(
        "breach",
        "the firm replaces its own number, told once",
        (
            (
                "2025-08-01",
                "Demo A",
                "Calyx breach",
                "Calyx said on Friday that hackers had stolen data of 2.3 million customers in July.",
            ),
            (
                "2025-08-20",
                "Demo B",
                "Calyx breach bigger",
                "The data breach at Calyx in July affected 6.1 million customers, the company said on Wednesday, "
                "up from the 2.3 million it had first reported.",
            ),
            (
                "2025-08-21",
                "Demo C",
                "Calyx",
                "Calyx, which employs 14,000 people, said data of 6.1 million customers had been stolen. Its "
                "shares fell 4 percent.",
            ),
        ),
        (("self_correction", "6.1 million", "2.3 million"),),
    ),
    Story(
        "aid",
        "what was asked for and one donor's part are no pledges in all",
        (
            (
                "2025-09-01",
                "Demo A",
                "Donors pledge",
                "Donors pledged $1.2 billion for Marisa at a conference in Geneva on Monday, the United Nations said.",
            ),
            (
                "2025-09-02",
                "Demo B",
                "Aid for Marisa",
                "The conference for Marisa raised $1.2 billion in pledges, less than the $2 billion the UN had "
                "asked for. Germany alone pledged $300 million.",
            ),
        ),
        (),
    ),
    Story(
        "quake",
        "a toll that rises, missing people who are found, a quake of 1976",
        (
            (
                "2025-10-01",
                "Demo A",
                "Quake hits Tarn",
                "A magnitude 6.8 earthquake killed at least 45 people in Tarn province on Wednesday, the "
                "governor said. More than 200 were injured.",
            ),
            (
                "2025-10-02",
                "Demo A",
                "Toll rises in Tarn",
                "The death toll from the earthquake in Tarn rose to 212 on Thursday, the disaster agency said, "
                "with 1,100 injured and 60 missing.",
            ),
            (
                "2025-10-04",
                "Demo B",
                "Quake toll",
                "The earthquake in Tarn killed 389 people, the disaster agency said on Saturday. The number of "
                "missing fell to 12. A quake in 1976 killed 4,000 people there.",
            ),
        ),
        (),
    ),
    Story(
        "crowd",
        "organisers against police",
        (
            (
                "2025-11-08",
                "Demo A",
                "March in Lisbon",
                "Organisers said 200,000 people marched through Lisbon on Saturday against housing costs. Police "
                "put the crowd at 60,000.",
            ),
            (
                "2025-11-09",
                "Demo B",
                "Lisbon march",
                "Between 60,000 and 200,000 people protested in Lisbon on Saturday, depending on who counted. "
                "Eleven people were arrested.",
            ),
        ),
        (("dispute", "60,000", "200,000"),),
    ),
)


def page(story: Story, number: int) -> ReadPage:
    """One report as a page that was just read."""
    day, outlet, title, text = story.reports[number]
    at = datetime.fromisoformat(day).replace(hour=12, minute=number, tzinfo=UTC)
    url = f"https://example.org/{story.name}/{number}"
    article = Article(
        article_id=article_id(url), url=url, outlet=outlet, title=title, text=text, published=at, first_seen=at
    )
    entry = Entry(feed_url="https://example.org/feed", guid=url, url=url, title=title, outlet=outlet, published=at)
    return ReadPage(entry=entry, outcome=read_report(article))


def file_all(archive: Archive, story: Story, order: list[int]) -> list[Alert]:
    rules = Rules(watches=(Watch(name=story.name, title=story.name),), alert_from=datetime(2000, 1, 1, tzinfo=UTC))
    now = datetime(2026, 1, 1, tzinfo=UTC)
    return [alert for number in order for alert in file_page(archive, page(story, number), rules, now).alerts]


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_what_is_told(story: Story) -> None:
    with open_archive() as archive:
        told = file_all(archive, story, list(range(len(story.reports))))
        shown = [(a.conflict.verdict.relation.value, _surface(a, later=True), _surface(a, later=False)) for a in told]
        assert shown == list(story.alerts), story.why
        assert file_all(archive, story, list(range(len(story.reports)))) == []  # a second filing tells nothing


def _surface(alert: Alert, *, later: bool) -> str:
    return (alert.conflict.later if later else alert.conflict.earlier).figure.surface


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_the_verdicts_do_not_depend_on_the_order_of_filing(story: Story) -> None:
    forward = list(range(len(story.reports)))
    found = []
    for order in (forward, forward[::-1]):
        with open_archive() as archive:
            file_all(archive, story, order)
            found.append({(v.earlier_id, v.later_id, v.relation, v.level) for v in archive.conflicts.verdicts()})
    assert found[0] == found[1]

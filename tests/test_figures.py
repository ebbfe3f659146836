"""Figures of whole sentences: what is counted, what happened, whose, where, when, and how it is meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.figures import MAX_FIGURES, find_figures
from extractors.languages.language import in_order
from news.periods import PeriodKind
from news.records import Aggregation, Article, Change, Direction, Figure, Modality, Polarity, Role

PUBLISHED = datetime(2024, 5, 16, 12, tzinfo=UTC)  # a Thursday


def article(text: str, title: str = "") -> Article:
    return Article(
        article_id="A-test",
        url="https://example.org/a",
        outlet="Example",
        title=title,
        text=text,
        published=PUBLISHED,
        first_seen=PUBLISHED,
    )


def figures(text: str, title: str = "") -> list[Figure]:
    return find_figures(article(text, title))


def only(text: str, title: str = "") -> Figure:
    found = figures(text, title)
    assert len(found) == 1, [figure.surface for figure in found]
    return found[0]


# sentence -> unit, class, statuses
MEANINGS = [
    ("The flood killed 42 people in Porto Alegre.", "person", "person", {"killed"}),
    ("At least 42 people died when the ferry sank.", "person", "person", {"killed"}),
    ("The storm left 90 soldiers dead or wounded.", "person", "soldier", {"killed", "wounded"}),
    ("The ministry counted 27 deaths on Monday.", "person", "person", {"killed"}),
    ("The collapse claimed 61 lives.", "person", "person", {"killed"}),
    ("Hospitals treated 56 injured after the blast.", "person", "person", {"wounded"}),
    ("The mayor put casualties at around 1,100.", "person", "person", {"killed", "wounded"}),
    ("Another 310 people are still missing.", "person", "person", {"missing"}),
    ("About 30,000 residents have lost their homes.", "person", "resident", {"homeless"}),
    ("Police arrested 22 protesters.", "person", "demonstrator", {"arrested"}),
    ("Hundreds of thousands of people took part in the march.", "person", "person", {"attended"}),
    ("The army shot down 74 drones overnight.", "drone", "drone", {"shot down"}),
    ("The fire destroyed 120 houses.", "home", "home", {"destroyed"}),
    ("Volvo will cut 3,000 jobs.", "job", "job", {"cut"}),
    ("The carmaker laid off 1,500 workers.", "person", "worker", {"cut"}),
    ("Employers added 175,000 jobs in April.", "job", "job", {"added"}),
    ("Hackers stole data from 40 million customer accounts.", "account", "account", {"breached"}),
    ("The region reported 812 cases of cholera.", "case", "case", set()),
    ("A court fined the refiner $18.5 million.", "USD", "money", {"fined"}),
    ("Norway pledged 600 million euros for the city.", "EUR", "money", {"pledged"}),
]


@pytest.mark.parametrize(("sentence", "unit", "counted_class", "statuses"), MEANINGS)
def test_meaning(sentence: str, unit: str, counted_class: str, statuses: set[str]) -> None:
    figure = only(sentence)
    assert (figure.unit, figure.counted_class) == (unit, counted_class)
    assert figure.statuses >= statuses
    assert not statuses or figure.statuses == statuses


def test_ellipsis_takes_the_noun_of_the_clause_before() -> None:
    first, second = figures("The brigade said it had killed 50 Chadian soldiers in three days and injured 47 more.")
    assert (first.counted_class, first.restrictors, first.statuses) == ("soldier", ("chadian",), {"killed"})
    assert (second.counted_class, second.restrictors, second.statuses) == ("soldier", ("chadian",), {"wounded"})
    assert second.aggregation is Aggregation.INCREMENT
    assert first.period.kind is PeriodKind.WINDOW


def test_casualties_are_those_of_the_army_the_headline_names() -> None:
    text = "The general said losses had passed 3,000 killed and wounded."
    figure = only(text, "Chadian troops driven from the town")
    assert (figure.counted_class, figure.restrictors) == ("soldier", ("chadian",))
    assert figure.statuses == {"killed", "wounded"}


def test_total_is_split_into_parts_of_the_same_kind() -> None:
    total, civilians, children = figures("The office lists 139 dead: 95 civilians, among them 36 children.")
    assert total.statuses == civilians.statuses == children.statuses == {"killed"}
    assert children.aggregation is Aggregation.PART


SUBJECTS = [
    ("Volvo will cut 3,000 jobs.", ("Volvo",)),
    ("The leak touched 500 million Yandex accounts.", ("Yandex",)),
    ("The council gave Mulino 34.2% of the vote.", ("Mulino",)),
    ("The tallies show 67 percent for Gonzalez.", ("Gonzalez",)),
    ("Storms killed 12 people in Brazil.", ()),
]


@pytest.mark.parametrize(("sentence", "subjects"), SUBJECTS)
def test_subjects(sentence: str, subjects: tuple[str, ...]) -> None:
    assert only(sentence).subjects == subjects


def test_owner_is_inherited_from_headline_and_lead() -> None:
    text = "Volvo is in trouble. It will cut 3,000 jobs."
    assert only(text, "Volvo wields the axe").subjects == ("Volvo",)


ROLES = [
    ("The toll is 1,200, down from 1,400.", [Role.CLAIM, Role.BACKGROUND]),
    ("The ministry cut its count of the dead from 1,400 to 1,200.", [Role.BACKGROUND, Role.CLAIM]),
    ("The attack reached 3,000 accounts, not the 1,000 revealed last year.", [Role.CLAIM, Role.BACKGROUND]),
    ("The office now reports 395 dead after first reporting 1,130.", [Role.CLAIM, Role.BACKGROUND]),
    ("Police counted 107,000 marchers.", [Role.CLAIM]),
]


@pytest.mark.parametrize(("sentence", "roles"), ROLES)
def test_role(sentence: str, roles: list[Role]) -> None:
    assert [figure.role for figure in figures(sentence)] == roles


POLARITIES = [
    ("The Red Cross denied that 11,300 people had died.", Polarity.DENIED),
    ("3,000 people did not die in the storm, the senator wrote.", Polarity.DENIED),
    ("Some 1,276 people have not been found, the sheriff said.", Polarity.ASSERTED),
    ("The ministry could not confirm that 11,300 people had died.", Polarity.UNCONFIRMED),
    ("The ministry confirmed that 11,300 people had died.", Polarity.ASSERTED),
]


@pytest.mark.parametrize(("sentence", "polarity"), POLARITIES)
def test_polarity(sentence: str, polarity: Polarity) -> None:
    assert only(sentence).polarity is polarity


MODALITIES = [
    ("Volvo cut 3,000 jobs.", Modality.ACTUAL),
    ("Volvo will cut 3,000 jobs.", Modality.PLANNED),
    ("Volvo plans to cut 3,000 jobs.", Modality.PLANNED),
    ("Unions protested against the 3,000 planned job cuts.", Modality.PLANNED),
    ("The ministry could not find 3,000 refugees.", Modality.ACTUAL),
    ("Volvo could cut 3,000 jobs.", Modality.FORECAST),
    ("Some 2,000 people are feared dead.", Modality.FORECAST),
]


@pytest.mark.parametrize(("sentence", "modality"), MODALITIES)
def test_modality(sentence: str, modality: Modality) -> None:
    assert only(sentence).modality is modality


@pytest.mark.parametrize(
    ("sentence", "base"),
    [
        ("Two-thirds of its 4,000 staff were cut.", "4,000 staff"),
        ("The plan cuts 10 percent of its jobs.", "jobs"),
    ],
)
def test_share_names_its_base(sentence: str, base: str) -> None:
    assert figures(sentence)[0].share_of == base


def test_ratio_has_no_unit() -> None:
    figure = only("The deficit doubled.")
    assert (figure.change, figure.value.low, figure.unit) == (Change.RATIO, 2, "")


def test_change_and_rate() -> None:
    assert only("Payrolls grew by 74,000 in April.").change is Change.BY
    assert only("The interest rises by $112,000 every day.").aggregation is Aggregation.RATE
    assert only("The company employs 74,000 people.").change is Change.LEVEL


def test_a_difference_is_no_level() -> None:
    assert only("The list holds 60 names more than before.").change is Change.BY
    assert figures("The count is 131 dead, six more than on Monday.")[1].change is Change.BY
    assert figures("More than 300 people were hurt, more than half of them badly.")[0].change is Change.LEVEL


# title, text -> class and statuses of the last figure: general words by the topic
TOPICS = [
    ("Breach at Marlo", "Hackers got into Marlo. The raid touched 143 million, the company said.", "", {"breached"}),
    ("Breach at Marlo", "After the hack up to 900 Canadian victims were warned.", "victim", {"breached"}),
    ("Storm in Fiji", "The storm left 900 victims.", "victim", {"killed"}),
    ("Marlo cuts jobs", "The restructuring goes on: 20,000 people will have to go.", "person", {"cut"}),
    ("Marlo cuts jobs", "The restructuring at Marlo began with 9,000 job cuts.", "job", {"cut"}),
    ("Marlo", "The bank has lost $2 billion on the bet.", "money", {"loss"}),
    ("Marlo", "Losses on the bet have reached $6 billion.", "money", {"loss"}),
    ("The march in Porto", "Organisers were happy: 60,000 people poured into the streets.", "person", {"attended"}),
    ("The march in Porto", "The march was long. Police said that 40,000 walked.", "person", {"attended"}),
]


@pytest.mark.parametrize(("title", "text", "counted_class", "statuses"), TOPICS)
def test_topic(title: str, text: str, counted_class: str, statuses: set[str]) -> None:
    figure = figures(text, title)[-1]
    assert (figure.counted_class, figure.statuses) == (counted_class, statuses)


def test_a_crowd_is_that_of_the_day_of_its_march() -> None:
    text = "Wednesday's march through Porto was the second. 60,000 took part. Last year 9,000 took part."
    here, before = (figure.period for figure in figures(text, "The march in Porto"))
    assert (here.kind, here.end) == (PeriodKind.INSTANT, date(2024, 5, 15))
    assert (before.kind, before.end) == (PeriodKind.WINDOW, date(2023, 12, 31))
    other = "Wednesday's march through Porto was large. Shops reported 60 arrests at a protest."
    assert figures(other, "The march in Porto")[0].period.kind is PeriodKind.AS_OF


def test_the_week_of_an_event_is_no_window() -> None:
    assert only("The blast at a clinic this week killed 90 people.").period.kind is not PeriodKind.WINDOW
    assert only("Floods killed 90 people this week.").period.kind is PeriodKind.WINDOW


def test_a_number_alone_repeats_the_main_count_of_the_sentence_before() -> None:
    found = figures("The ministry counted 471 dead, with 314 wounded. On Tuesday it had said 500.")
    assert found[-1].statuses == {"killed"}


def test_what_was_told_before_is_not_counted_again() -> None:
    text = "The toll is 131 dead. The six were taken from one hospital to another."
    assert [figure.surface for figure in figures(text)] == ["131"]


# text -> unit of the last figure
BARE = [
    ("Smer won 23.5 percent; the Progressives trail with 21.9.", "percent"),
    ("Smer won 23.5 percent of the votes and has 42 seats.", "seat"),
    ("It lost $114 million and expects 275 million more.", "USD"),
    ("It lost $114 million. The theft concerned 275 million users.", "person"),
    ("The well leaks 5,000 barrels. Her panel had put it at 12,000 to 19,000.", "barrel"),
    ("The well leaks 5,000 barrels. It lies 40 miles off the coast.", "mile"),
    ("Thieves took the data of 143 million people and $9 million. Later it was 145 million people.", "person"),
]


@pytest.mark.parametrize(("text", "unit"), BARE)
def test_a_bare_number_has_the_unit_of_the_one_before(text: str, unit: str) -> None:
    assert figures(text)[-1].unit == unit


def test_a_flow_is_a_rate_wherever_its_time_stands() -> None:
    assert only("5,000 barrels of crude enter the Gulf each day.").aggregation is Aggregation.RATE
    assert only("The ship took 5,000 barrels of crude on Monday.").aggregation is Aggregation.TOTAL


def test_some_of_the_victims_are_a_part() -> None:
    assert only("Thirty-three of the victims were under age.").aggregation is Aggregation.PART
    assert only("Some 63 of the victims have been identified.").aggregation is Aggregation.TOTAL


# text -> statuses of the last figure
OWN_CLAUSES = [
    ("The fire left 85 dead, and 249 are still being looked for.", {"missing"}),
    ("The tally rose again: 76 dead, and 1,276 whom nobody can place.", set()),
    ("Two hundred people are missing. So far 77 are known to have died.", {"killed"}),
    ("Some 900 people are said to have been shot dead.", {"killed"}),
    ("Organisers claim that a million marched; the police tally was 240,000.", {"attended"}),
    ("After the blast about 180 are being treated.", {"hospitalised"}),
]


@pytest.mark.parametrize(("text", "statuses"), OWN_CLAUSES)
def test_what_a_number_says_itself_goes_before_its_neighbours(text: str, statuses: set[str]) -> None:
    found = [figure for figure in figures(text) if figure.value.point >= 77]
    assert found[-1].statuses == statuses


def test_a_nationality_holds_for_what_is_listed_with_it() -> None:
    found = only("An Indian colonel and two soldiers were killed in a fight with Chinese troops.")
    assert found.restrictors == ("indian",)


def test_a_percentage_set_beside_a_change_is_one_too() -> None:
    found = figures("Output grew 4.8 percent in May, instead of the preliminary 6 percent.")
    assert [figure.change for figure in found] == [Change.BY, Change.BY]
    assert figures("Sales fell 3 percent and the share of exports is 45 percent.")[1].change is Change.LEVEL


def test_growth_is_a_change_in_every_form() -> None:
    for text in ("Output grew at a rate of 6 percent.", "There was growth of 6 percent.", "Output grew 6 percent."):
        assert only(text).change is Change.BY


def test_counted_precincts_are_no_votes() -> None:
    early = figures("Smer leads the vote. With 10 percent in, the election had another winner.")
    assert early[0].statuses == {"counted"}
    assert figures("With 99.98 percent of the precincts counted, Smer leads the vote.")[0].statuses == {"counted"}


def test_where_a_figure_plays() -> None:
    aside = "Malang mourned 174 dead. The city lies 800 kilometres east of Jakarta. Hospitals treated 323 people."
    assert [figure.place for figure in figures(aside) if figure.unit == "person"] == ["Malang", "Malang"]
    abroad = "Floods in Slovenia killed 42 people. In Austria, 3 people died. Another 80 are missing."
    assert [figure.place for figure in figures(abroad)] == ["Slovenia", "Austria", "Slovenia"]
    assert only("CANBERRA - At least 38 soldiers drowned in a river.").place == ""


def test_place_and_time() -> None:
    figure = only("By Tuesday the flood had killed 42 people in Porto Alegre.")
    assert figure.place_chain[-1] == "brazil"
    assert figure.as_of == date(2024, 5, 14)
    assert only("The flood killed 42 people.").as_of == PUBLISHED.date()


def test_speaker_is_no_place() -> None:
    figure = only("Chile's interior ministry said 42 people died in Peru.")
    assert figure.place_chain[-1] == "peru"
    assert figure.attribution.said_by == "Chile's interior ministry"


def test_preliminary_and_cues() -> None:
    figure = only("The preliminary count was revised to 90 dead.")
    assert figure.preliminary
    assert "revised" in figure.cues


def test_title_gives_no_figures() -> None:
    assert [figure.surface for figure in figures("It rained.", "Flood kills 42")] == []


NOTHING = [
    "The festival began on 7 October 2023 at 10:30.",
    "A 15-year-old boy rode Route 66 for the third day.",
    "One of them stayed, and nobody complained.",
    "By ten in the evening they had met, at 11 in the morning they parted.",
    "",
    "\u200f\u202e🙂",
]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_to_count(text: str) -> None:
    assert figures(text) == []


def test_sentence_without_a_tree_is_read_by_its_words() -> None:
    figure = only(f"{'x' * 90} 42 people killed.")
    assert (figure.counted_class, figure.statuses) == ("person", {"killed"})


def test_language_without_tables_gives_nothing() -> None:
    assert find_figures(replace(article("42 Menschen starben."), language="de")) == []


def test_identity_is_stable_and_tells_places_apart() -> None:
    text = "The flood killed 42 people. The fire killed 42 people."
    first, second = figures(text)
    assert [figure.figure_id for figure in figures(text)] == [first.figure_id, second.figure_id]
    assert first.figure_id != second.figure_id
    assert len(first.figure_id) == 12 and first.figure_id.startswith("F-")


def test_tables_are_cut() -> None:
    assert len(figures("The flood killed 42 people.\n" * (MAX_FIGURES + 20))) == MAX_FIGURES


SENTENCES = st.lists(
    st.sampled_from(
        [
            *in_order("""
        The flood killed about 42 people and wounded 1,400 more , of whom 3 in Kursk . According to Reuters said 5%
        for Maduro from 10 to 20 million $ against a forecast of one nobody died ‏ 🙂 ; : — half of them 2014
        """),
            "\n",
            '"',
        ]
    ),
    max_size=25,
).map(" ".join)


@settings(max_examples=40, deadline=None)
@given(st.one_of(SENTENCES, st.text(max_size=60)))
def test_spans_hold_on_any_text(text: str) -> None:
    for figure in figures(text):
        assert text[figure.start : figure.end] == figure.surface
        assert figure.sentence_start <= figure.start < figure.end <= figure.sentence_end
        low, high = figure.value.low, figure.value.high
        assert low is None or high is None or low <= high


# text -> what the last figure counts: unit, noun
ELLIPSES = [
    ("Crews took in 900 residents; a further 1,100 refused to leave.", "person", "residents"),
    ("About 600 boats are moored here, down from an estimated 900 last autumn.", "ship", "boats"),
    ("The army holds 240 square kilometres of farmland.", "square kilometre", "farmland"),
    ("Turnout was 61 percent, two points lower than in March.", "percent", ""),
    ("The index of ports rose 64 points.", "point", "points"),
]


@pytest.mark.parametrize(("text", "unit", "counted"), ELLIPSES)
def test_what_a_number_counts_without_saying(text: str, unit: str, counted: str) -> None:
    last = figures(text)[-1]
    assert (last.unit, last.counted) == (unit, counted)


def test_points_of_a_share_are_a_difference() -> None:
    assert figures("Turnout was 61 percent, two points lower than in March.")[-1].change is Change.BY


def test_a_figure_says_what_it_speaks_of_and_where_it_moves() -> None:
    rise = only("Core prices rose 4% in April.")
    assert (rise.about, rise.direction) == (("Core prices",), Direction.UP)
    assert only("The bank charges a 4% fee.").direction is Direction.NONE

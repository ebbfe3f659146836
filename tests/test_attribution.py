"""Who says a figure, through whom, on which day: a table of sentences."""

from __future__ import annotations

import pytest

from extractors.attribution import find_attributions
from extractors.sentences import parse
from news.records import Attribution, Polarity

# text, the figure, said_by, via
CASES = [
    # active verbs, before and behind the clause
    ("The health ministry said 43 people had died.", "43", "the health ministry", ""),
    ("Governor Ana Duarte said on Monday that 43 people had died.", "43", "Ana Duarte", ""),
    ("At least 43 people had died, the health ministry said.", "43", "the health ministry", ""),
    ("At least 43 people had died, Governor Ana Duarte told reporters on Monday.", "43", "Ana Duarte", ""),
    ("At least 43 people had died, said Governor Ana Duarte.", "43", "Ana Duarte", ""),
    ("“We have lost 43 people,” said Ana Duarte, the governor of the province.", "43", "Ana Duarte", ""),
    ("“We have lost 43 people,” Ana Duarte said. “Another 12 are missing.”", "12", "Ana Duarte", ""),
    ("The death toll, the ministry said, had reached 43.", "43", "the ministry", ""),
    ("Yesterday the coast guard announced that it had rescued 43 sailors.", "43", "the coast guard", ""),
    ("Officials estimate that 43 homes burned.", "43", "Officials", ""),
    ("Red Cross workers counted 43 bodies by noon.", "43", "Red Cross workers", ""),
    ("The company admitted on Friday that 43 million records were taken.", "43 million", "the company", ""),
    ("Police put the turnout at 43,000.", "43,000", "Police", ""),
    ("The institute places the number between 43,000 and 52,000.", "43,000", "the institute", ""),
    ("The interior ministry gave attendance as 43,000.", "43,000", "the interior ministry", ""),
    ("The mayor spoke of at least 43 dead.", "43", "the mayor", ""),
    ("The agency lists 43 dead and five missing.", "43", "the agency", ""),
    ("The union has raised its count to 43.", "43", "the union", ""),
    ("In the north the health ministry reports over 43 deaths.", "43", "the health ministry", ""),
    ("The watchdog arrived at a lower count: 43 dead, among them 12 children.", "43", "the watchdog", ""),
    ("An independent monitor arrived at 43,000 or more.", "43,000", "An independent monitor", ""),
    ("Officials in East Java corrected the number of the dead to 43.", "43", "Officials in East Java", ""),
    ("The storm claimed 43 lives on the coast.", "43", "", ""),
    ("April to June is given as 43 percent.", "43", "", ""),
    ("BP's figure of 43 barrels was doubted.", "43", "BP", ""),
    ("The march was big; the police tally was 43,000.", "43,000", "The police", ""),
    ("By the reckoning of the police there were 43,000 in the square.", "43,000", "the police", ""),
    (
        "The toll climbed to 43, the deputy governor of East Java told a station.",
        "43",
        "the deputy governor of East Java",
        "",
    ),
    # according to, per, by the count of
    ("According to the fire service, 43 homes burned.", "43", "the fire service", ""),
    ("Some 43 homes burned on Friday, according to the fire service.", "43", "the fire service", ""),
    ("Ukraine lost 43,000 soldiers, per Marchenko.", "43,000", "Marchenko", ""),
    ("By the opposition's count, 43 percent voted against.", "43 percent", "the opposition", ""),
    ("The town emptied: according to the mayor, 43 families stayed.", "43", "the mayor", ""),
    (
        "Some 43 homes burned, according to figures from the National Fire Institute.",
        "43",
        "National Fire Institute",
        "",
    ),
    # carriers and origins
    (
        "AP reported on Dec. 17, citing a senior army official, that 43 men had died.",
        "43",
        "a senior army official",
        "AP",
    ),
    ("Some 43 men had died, Reuters reported, citing two officials.", "43", "two officials", "Reuters"),
    ("The Daily Herald, citing local doctors, wrote that 43 men had died.", "43", "local doctors", "The Daily Herald"),
    (
        "General Petro Marchenko said in an online address that 43 men had died, according to Interfax-Ukraine.",
        "43",
        "Petro Marchenko",
        "Interfax-Ukraine",
    ),
    (
        "South Korea's National Intelligence Service believes at least 43 soldiers have died, lawmaker Kim Min-ho "
        "told reporters on Thursday.",
        "43",
        "South Korea's National Intelligence Service",
        "Kim Min-ho",
    ),
    (
        "The UN office noted that, according to local officials, some 43 people died.",
        "43",
        "local officials",
        "the UN office",
    ),
    (
        "Up to 43 people could lose their posts, according to a Reuters report based on three sources.",
        "43",
        "three sources",
        "Reuters",
    ),
    ("Quoting Western officials, the BBC says losses have reached 43,000.", "43,000", "Western officials", "BBC"),
    ("About 43 men died, the Herald said, quoting officials it did not name.", "43", "officials", "Herald"),
    (
        "The BBC notes that while the ministry gave attendance as 43,000, an independent monitor counted 99,000.",
        "43,000",
        "the ministry",
        "BBC",
    ),
    (
        "The BBC notes that while the ministry gave attendance as 43,000, an independent monitor counted 99,000.",
        "99,000",
        "an independent monitor",
        "BBC",
    ),
    # several speakers in one sentence
    ("Police put the turnout at 43,000; organisers spoke of 99,000.", "43,000", "Police", ""),
    ("Police put the turnout at 43,000; organisers spoke of 99,000.", "99,000", "organisers", ""),
    ("The ministry said 43 people died, while the Red Cross counted 99.", "99", "the Red Cross", ""),
    ("The ministry said 43 people died, while the Red Cross counted 99.", "43", "the ministry", ""),
    (
        "In Syria the ministry reports over 43 deaths, and the White Helmets speak of 99.",
        "99",
        "the White Helmets",
        "",
    ),
    # stated without a verb of saying
    ("On the union's figures, 43,000 workers walked out.", "43,000", "the union", ""),
    ("In the army's version, 43 soldiers fell.", "43", "the army", ""),
    ("US intelligence had thought of 43 dead.", "43", "US intelligence", ""),
    ("Washington had argued for 43 million barrels.", "43 million", "Washington", ""),
    ("The governor stands by 43 deaths.", "43", "the governor", ""),
    ("The bank admits to 43 million fake accounts.", "43 million", "the bank", ""),
    ("The government acknowledges just 43 deaths.", "43", "The government", ""),
    ("The Reuters tally stands at 43 deaths.", "43", "Reuters", ""),
    ("Police counted 43,000 people, organisers 99,000.", "99,000", "organisers", ""),
    ("A judge found 43 barrels were spilled, a good deal fewer than the firm had claimed.", "43", "A judge", ""),
    ("June was lowered by 43,000 and May by 99,000.", "99,000", "", ""),
    ("He was wrong, Ana Duarte said; when she left there were “43 deaths”.", "43", "Ana Duarte", ""),
    # nouns
    ("South Korea's estimate of 43 deaths is lower.", "43", "South Korea", ""),
    ("The mayor's claim that 43 people died was not confirmed.", "43", "the mayor", ""),
    ("A count by Amnesty International shows 43 deaths.", "43", "Amnesty International", ""),
    ("The Labor Department's preliminary data show 43,000 fewer jobs.", "43,000", "the Labor Department", ""),
    ("The number far exceeds Seoul's own assessment of roughly 43 casualties.", "43", "Seoul", ""),
    # passive and anonymous
    ("It was reported that 43 drones were shot down.", "43", "", ""),
    ("The minister was quoted by Tass as saying 43 drones were shot down.", "43", "The minister", "Tass"),
    ("More than 43 soldiers are believed to have died.", "43", "", ""),
    ("Forty-three deaths, 43 in all, were confirmed by the hospital.", "43 in", "the hospital", ""),
    # colon headline
    ("Electrician: 43 dollars per hour", "43", "", ""),
    ("Marchenko: 43 drones shot down in one night", "43", "Marchenko", ""),
    # full names, roles, pronouns, nouns for names
    ("Governor Ana Duarte arrived. Duarte said 43 people died.", "43", "Ana Duarte", ""),
    ("Governor Ana Duarte said the fire was out. She added that 43 people died.", "43", "Ana Duarte", ""),
    (
        "The National Fire Institute issued a report. The institute said 43 homes burned.",
        "43",
        "National Fire Institute",
        "",
    ),
    ("Volta has closed two plants. The company said 43 people would go.", "43", "Volta", ""),
    ("The National Fire Institute (NFI) met. The NFI counted 43 fires.", "43", "National Fire Institute", ""),
    (
        "A senior army official spoke to the press. The official said 43 men died.",
        "43",
        "A senior army official",
        "",
    ),
    ("Volta will cut 43 jobs in May, it said on Monday.", "43", "Volta", ""),
    ("Ukraine's top general, Petro Marchenko, said 43 men died.", "43", "Petro Marchenko", ""),
    ("Foreign ministry spokesman Lior Haddad said 43 people died.", "43", "Lior Haddad", ""),
    ("The Red Crescent's Marie Nasser told AP the count had reached 43.", "43", "Marie Nasser", ""),
    ("Its humanitarian office OCHA says 43 others are missing.", "43", "OCHA", ""),
    # quotations
    ("“They attacked,” Ana Duarte said.\n“We lost 43 people,” she added.", "43", "Ana Duarte", ""),
    ("“The ministry counted 43 dead,” Ana Duarte said.", "43", "The ministry", "Ana Duarte"),
    ("“We counted 43 dead,” Ana Duarte said.", "43", "Ana Duarte", ""),
    ("“It is bad,” Petro Marchenko said. “We lost ground.\n“But we shot down 43 drones.”", "43", "Petro Marchenko", ""),
    # narrative has no speaker
    ("The earthquake killed 43 people on Monday.", "43", "", ""),
    ("The ministry said the fire was out. The bridge is 43 metres long.", "43", "", ""),
    ("The governor, who is 43, said the fire was out.", "43", "", ""),
    ("Ana Duarte, 43, said the fire was out.", "43", "", ""),
    # continuing
    ("The ministry said 99 people died. Of these, 43 were children.", "43", "the ministry", ""),
]


def _fold(name: str) -> str:
    return name.lower().removeprefix("the ").removeprefix("a ").removeprefix("an ")


def _at(text: str, figure: str) -> Attribution:
    parsed = parse(text)
    start = text.index(figure)
    return find_attributions(parsed).at(start, start + len(figure))


@pytest.mark.parametrize(("text", "figure", "said_by", "via"), CASES)
def test_who_says_it(text: str, figure: str, said_by: str, via: str) -> None:
    found = _at(text, figure)
    assert (_fold(found.said_by), _fold(found.via)) == (_fold(said_by), _fold(via)), found


def test_the_role_is_kept() -> None:
    found = _at("Commander-in-Chief Petro Marchenko said 43 men died.", "43")
    assert (found.said_by, found.said_by_role, found.cue) == ("Petro Marchenko", "Commander-in-Chief", "said")


DOUBTS = [
    ("Moscow has reportedly sent over 43 ships.", "reportedly"),
    ("The army has likely lost 43 ships.", "likely"),
    ("Moscow is believed to have sent 43 ships.", "believed"),
    ("Moscow has sent 43 ships.", ""),
]


@pytest.mark.parametrize(("text", "doubt"), DOUBTS)
def test_doubt_is_kept_as_printed(text: str, doubt: str) -> None:
    assert _at(text, "43").doubt == doubt


DAYS = [
    ("The ministry said on Tuesday that 43 people had died.", "on Tuesday"),
    ("Some 43 people had died, the ministry said late on Tuesday.", "late on Tuesday"),
    ("AP reported on Dec. 17, citing officials, that 43 people had died.", "on Dec. 17"),
    ("Kyiv reported several weeks ago that 43 people had died.", "several weeks ago"),
    ("On Monday the ministry said 43 people had died.", "On Monday"),
    ("The ministry said 43 people had died on Tuesday.", None),
    ("43 people died on Tuesday.", None),
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_the_day_of_saying(text: str, day: str | None) -> None:
    start = text.index("43")
    span = find_attributions(parse(text)).said_on(start, start + 2)
    assert (None if span is None else text[span.start : span.end]) == day


POLARITIES = [
    ("The army denied that 43 men had died.", Polarity.DENIED),
    ("The Red Crescent rejected the claim that 43 people had died.", Polarity.DENIED),
    ("The army could not confirm that 43 men had died.", Polarity.UNCONFIRMED),
    ("The army did not say that 43 men had died.", Polarity.UNCONFIRMED),
    ("The army said 43 men had died.", Polarity.ASSERTED),
    ("Some 43 men had died.", Polarity.ASSERTED),
]


@pytest.mark.parametrize(("text", "polarity"), POLARITIES)
def test_denied_and_unconfirmed(text: str, polarity: Polarity) -> None:
    start = text.index("43")
    assert find_attributions(parse(text)).polarity(start, start + 2) is polarity


COUNTRIES = [
    ("South Korea's National Intelligence Service counted 43 deaths.", "south korea"),
    ("A senior U.S. military official said 43 men died.", "united states"),
    ("Ukraine reported 43 deaths.", "ukraine"),
    ("The Kremlin said 43 men died.", "russia"),
    ("Volta said 43 people would go.", ""),
    ("The BBC reported 43 deaths.", ""),
    ("Western officials said 43 men died.", ""),
]


@pytest.mark.parametrize(("text", "country"), COUNTRIES)
def test_the_country_whose_authority_speaks(text: str, country: str) -> None:
    assert _at(text, "43").country == country


def test_figures_and_quotes_share_one_reading() -> None:
    parsed = parse("The ministry said 43 people died.")
    assert find_attributions(parsed, "A title") is find_attributions(parsed, "A title")

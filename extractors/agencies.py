"""Wire services: how a page credits one. A row a service: the name we store, the words that stand for it.

Source: the services' own style for datelines and credits (AP Stylebook, Reuters Handbook of Journalism) and the
agency list of the European Alliance of News Agencies. Order matters: the longer name first.
"""

from __future__ import annotations

import re

AGENCIES: dict[str, tuple[str, ...]] = {
    "Interfax-Ukraine": ("Interfax-Ukraine", "Interfax Ukraine", "Інтерфакс-Україна", "Интерфакс-Украина"),
    "Interfax": ("Interfax", "Интерфакс"),
    "AP": ("Associated Press", "AP"),
    "Reuters": ("Thomson Reuters", "Reuters"),
    "AFP": ("Agence France-Presse", "AFP"),
    "dpa": ("Deutsche Presse-Agentur", "dpa", "DPA"),
    "EFE": ("Agencia EFE", "EFE"),
    "ANSA": ("ANSA",),
    "PA Media": ("PA Media", "Press Association"),
    "UPI": ("United Press International", "UPI"),
    "Canadian Press": ("The Canadian Press", "Canadian Press"),
    "AAP": ("Australian Associated Press", "AAP"),
    "Bloomberg": ("Bloomberg News", "Bloomberg"),
    "Ukrinform": ("Ukrinform", "Укрінформ", "Укринформ"),
    "UNIAN": ("UNIAN", "УНІАН", "УНИАН"),
    "TASS": ("TASS", "ТАСС"),
    "RIA Novosti": ("RIA Novosti", "РИА Новости"),
    "Xinhua": ("Xinhua", "Xinhua News Agency"),
    "Kyodo": ("Kyodo News", "Kyodo"),
    "Yonhap": ("Yonhap News Agency", "Yonhap"),
    "Anadolu": ("Anadolu Agency", "Anadolu"),
    "PTI": ("Press Trust of India", "PTI"),
    "ANI": ("Asian News International", "ANI"),
    "IANS": ("IANS",),
    "APA": ("Austria Presse Agentur", "APA"),
    "PAP": ("Polska Agencja Prasowa", "PAP"),
    "BelTA": ("BelTA",),
    "IRNA": ("IRNA",),
    "WAFA": ("WAFA",),
    "SANA": ("SANA",),
}
_BY_WORDS = {words.casefold(): agency for agency, names in AGENCIES.items() for words in names}
_ANY = "|".join(sorted((re.escape(words) for names in AGENCIES.values() for words in names), key=len, reverse=True))
_HEAD = 300
_TAIL = 300
#: "KYIV, Dec 18 (Reuters) -", "SEOUL, South Korea (AP) —", "(AFP) –"
_DATELINE = re.compile(rf"^[^\n]{{0,80}}?\(({_ANY})\)\s?(?:[-–—]|\s|$)", re.MULTILINE)
#: "Reuters - ", "AP —" at the start of the text
_LEADING = re.compile(rf"^(?:The )?({_ANY})\s?[-–—:|]\s")
#: "Source: Interfax-Ukraine", "Джерело: УНІАН"
_SOURCE = re.compile(rf"(?m)^(?:Source|Sources|Джерело|Источник|Quelle|Fuente)\s?:\s?(?:the )?({_ANY})\b")
#: a last line that is only the credit: "(AFP)", "— AP", "Reuters"
_SIGNATURE = re.compile(rf"(?m)^[(\[—–-]{{0,2}}\s?({_ANY})(?:/({_ANY}))?\s?[)\]]?\.?$")


def agency_in_byline(name: str) -> str:
    """The service when an author name is one ("By Reuters", "Jane Doe, Associated Press"), "" otherwise."""
    plain = re.sub(r"^(?:by|the)\s+", "", name.strip(), flags=re.IGNORECASE)
    plain = re.sub(r"^the\s+", "", plain, flags=re.IGNORECASE)
    for part in (plain, *re.split(r"\s?[,/|]\s?| - | of (?:the )?| for (?:the )?", plain)[1:]):
        part = re.sub(r"^the\s+", "", part.strip(), flags=re.IGNORECASE)
        if part.casefold() in _BY_WORDS:
            return _BY_WORDS[part.casefold()]
    return ""


def find_agency(text: str, authors: tuple[str, ...] = ()) -> str:
    """The wire service that the article credits as its source: dateline, credit line, signature or byline."""
    head, tail = text[:_HEAD], text[-_TAIL:]
    for pattern, part in ((_DATELINE, head), (_LEADING, head), (_SOURCE, head), (_SOURCE, tail), (_SIGNATURE, tail)):
        if m := pattern.search(part):
            return _BY_WORDS[m[1].casefold()]
    return next((agency for name in authors if (agency := agency_in_byline(name))), "")

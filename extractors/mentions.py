"""What a speaker's mention tells by itself: name, role, kind. No look at the rest of the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.languages.en_speakers import BODIES, DOCUMENTS, MEN, ORG_NOUNS, ROLES, WOMEN
from extractors.languages.language import words
from extractors.places import chain_of

PARTICLES = words("al el bin ibn de da di van von der del la le")


SMALL = words("of the for and on in & to de la")


_ARTICLES = words("the a an its his her their this that")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks. ``kind``: person | body | document | group | "" when unknown."""

    name: str = ""
    role: str = ""
    kind: str = ""
    gender: str = ""  # f | m | ""


NOBODY = Speaker()


def bare(word: str) -> str:
    """A word folded for the tables: lower case, without trailing marks and possessive."""
    word = word.lower().replace("’", "'").strip(',;:()"“”')
    return word.removesuffix("'s").removesuffix("'").rstrip(".")


def is_capital(word: str) -> bool:
    """True for a name's word ("Syrskyi", "el-Drese", "eBay" not)."""
    head = word.lstrip("(\"“'’")
    return bool(head) and (head[0].isupper() or bool(re.match(r"(?:al|el|d|l)[-’'][A-Z]", head)))


def is_role(word: str) -> bool:
    folded = bare(word)
    return folded in ROLES or (folded.split("-")[0] in ("commander", "vice") and "-" in folded)


def is_body(words: Sequence[str]) -> bool:
    return any(bare(word) in BODIES for word in words) or (len(words) == 1 and words[0].strip(".").isupper())


def describe(mention: str) -> Speaker:
    """Name, role and kind that a mention itself tells, without looking further into the article.

    "Commander-in-Chief Oleksandr Syrskyi" -> name, role; "a senior U.S. military official" -> as printed.
    """
    mention = " ".join(mention.split())
    core, _, behind = mention.partition(", ")
    words = core.split(" ")
    while len(words) > 1 and bare(words[0]) in _ARTICLES and (words[0].islower() or bare(words[1]) not in BODIES):
        if not any(is_capital(word) for word in words[1:]) or not is_capital(words[-1]):
            break
        words = words[1:]
    name, role = split_role(words)
    gender = gender_of(role)
    if role.endswith(" of") and is_role(role.split(" ")[-2]):
        name, role = "", ""  # "the deputy governor of East Java": the office, its holder may follow
    if behind and not name and is_capital(behind.split(" ")[0]) and len(behind.split(" ")) <= 5:
        name, role = _first_part(behind), " ".join(words)
        return Speaker(name, role, "person" if not is_body(name.split(" ")) else "body", gender_of(role) or gender)
    if name:
        if behind and not role:
            role = _first_part(behind)
        body = is_body(name.split(" ")) or bool(chain_of(name))
        person = not body and (bool(role) or len(name.split(" ")) in (2, 3))
        kind = "body" if body else "person" if person else ""
        return Speaker(name, role, kind, gender or gender_of(role))
    last = bare(words[-1])
    text = " ".join(core.split(" "))
    if last in ROLES:
        return Speaker(text, "", "person", gender_of(text))
    if last in BODIES or last in ORG_NOUNS:
        return Speaker(text, "", "body")
    if last in DOCUMENTS:
        return Speaker(text, "", "document")
    return Speaker(text, "", "group" if last.endswith("s") or last == "people" else "")


def _first_part(text: str) -> str:
    return text.split(", ")[0].strip(" ,")


def gender_of(text: str) -> str:
    words = {bare(word) for word in text.split(" ")}
    return "f" if words & WOMEN else "m" if words & MEN else ""


def split_role(words: list[str]) -> tuple[str, str]:
    """The trailing name and the role before it; ("", "") for a common noun phrase."""
    if not words or not is_capital(words[-1]) or (is_role(words[-1]) and len(words) > 1):
        return "", ""
    start = len(words)
    while start > 0 and (is_capital(words[start - 1]) or bare(words[start - 1]) in (PARTICLES | SMALL)):
        start -= 1
    while start < len(words) and not is_capital(words[start]):
        start += 1
    titles = [at for at in range(start, len(words) - 1) if is_role(words[at]) and is_capital(words[at + 1])]
    cut = titles[-1] + 1 if titles else start
    tail = words[cut:]
    for at in range(len(tail) - 1):  # "the Red Crescent's Marie el-Drese"
        if (
            tail[at].replace("’", "'").endswith(("'s", "s'"))
            and len(tail) - at - 1 >= 2
            and not is_body(tail[at + 1 :])
        ):
            cut += at + 1
            break
    role = " ".join(words[:cut]).strip()
    if cut and not titles and not any(is_role(word) or bare(word) in BODIES for word in words[:cut]):
        role = role if cut < len(words) and len(words) - cut >= 1 else ""
    for suffix in ("’s", "'s"):
        role = role.removesuffix(suffix)
    return " ".join(words[cut:]).strip(' ,;:"“”'), role


def without_possessive(name: str) -> str:
    for suffix in ("’s", "'s"):
        name = name.removesuffix(suffix)
    return name.strip(' ,.;:"“”') if not re.search(r"\b[A-Z]\.$", name) else name.strip(' ,;:"“”')

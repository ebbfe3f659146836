"""Ukrainian and Russian names in Latin letters.

Ukrainian as the Cabinet of Ministers romanises (resolution 55 of 27 January 2010), Russian after BGN/PCGN (1947) as
English-language papers simplify it: no signs, "e" for every kind of e.
"""

from __future__ import annotations

_UKRAINIAN = {
    **dict(zip("абвгґдезиіклмнопрстуф", "abvhgdezyiklmnoprstuf", strict=True)),
    **{"є": "ie", "ж": "zh", "ї": "i", "й": "i", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch"},
    **{"ю": "iu", "я": "ia", " ": " ", "-": "-"},
}
_AT_HEAD = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_RUSSIAN = _UKRAINIAN | {
    **{"г": "g", "и": "i", "й": "y", "ы": "y", "э": "e", "ё": "e", "ю": "yu", "я": "ya"},
}


def romanised(name: str, code: str = "uk") -> str:
    """The name in lower case: "Куп'янськ" is "kupiansk". ``code``: uk | ru. What has no sound is left out."""
    letters, heads = (_RUSSIAN, {}) if code == "ru" else (_UKRAINIAN, _AT_HEAD)
    found: list[str] = []
    word = name.lower()
    for at, char in enumerate(word):
        head = at == 0 or word[at - 1] in " -"
        if code != "ru" and char == "г" and at and word[at - 1] == "з":
            found.append("gh")
        else:
            found.append((heads.get(char) if head else None) or letters.get(char, char if char.isascii() else ""))
    return "".join(found).replace("'", "")

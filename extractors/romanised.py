"""Ukrainian names in Latin letters as the Cabinet of Ministers romanises them (resolution 55 of 27 January 2010)."""

from __future__ import annotations

_LETTERS = {
    **dict(zip("абвгґдезиіклмнопрстуф", "abvhgdezyiklmnoprstuf", strict=True)),
    **{"є": "ie", "ж": "zh", "ї": "i", "й": "i", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch"},
    **{"ю": "iu", "я": "ia", " ": " ", "-": "-"},
}
_AT_HEAD = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}


def romanised(name: str) -> str:
    """The name in lower case: "Куп'янськ" is "kupiansk". Signs without a sound are left out."""
    found: list[str] = []
    word = name.lower()
    for at, char in enumerate(word):
        head = at == 0 or word[at - 1] in " -"
        if char == "г" and at and word[at - 1] == "з":
            found.append("gh")
        else:
            found.append((_AT_HEAD.get(char) if head else None) or _LETTERS.get(char, ""))
    return "".join(found)

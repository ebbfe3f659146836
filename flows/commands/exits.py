"""Exit codes: one table for the code, the help and the documentation."""

from __future__ import annotations

from enum import IntEnum

from news.errors import ChannelError, FetchError, NewsError, SettingsError, StorageError


class Exit(IntEnum):
    """What the shell is told."""

    OK = 0
    ATTENTION = 1
    USAGE = 2
    ARCHIVE = 3
    NETWORK = 4


MEANING = {
    Exit.OK: "all is well",
    Exit.ATTENTION: "something needs attention (a feed is down, a page is no article); the output says what",
    Exit.USAGE: "the command or the settings are wrong; nothing was done",
    Exit.ARCHIVE: "the archive is busy or broken",
    Exit.NETWORK: "the web or a channel could not be reached",
}

TABLE = "Exit codes:\n" + "\n".join(f"  {int(code)}  {words}" for code, words in MEANING.items())


def code_of(error: NewsError) -> Exit:
    """The code that tells of ``error``."""
    if isinstance(error, SettingsError):
        return Exit.USAGE
    if isinstance(error, StorageError):
        return Exit.ARCHIVE
    if isinstance(error, FetchError | ChannelError):
        return Exit.NETWORK
    return Exit.ATTENTION

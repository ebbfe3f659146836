"""What can go wrong, as one tree. Raised where it is known, caught in ``flows`` only.

NewsError
|- SettingsError      a file or value the user wrote              (never transient)
|- FetchError         the web: HTTP status, time-out, refused     (transient says whether to try again)
|- ExtractError       bytes that are no feed or no article
|- StorageError       the archive
|  `- ArchiveBusy     another process holds the file              (transient)
`- ChannelError       Slack, mail: not delivered                  (transient says whether to try again)
"""

from __future__ import annotations


class NewsError(Exception):
    """Base of every expected failure. The message names the URL, channel or file and says what to do next.

    ``transient``: True when the same call may succeed later without anybody changing anything.
    """

    def __init__(self, message: str, *, transient: bool = False) -> None:
        super().__init__(message)
        self.transient = transient


class SettingsError(NewsError):
    """The user's configuration cannot be used."""


class FetchError(NewsError):
    """A page or feed could not be had. ``status`` is the HTTP status, None when no answer came;
    ``retry_after`` the seconds the server asked us to wait, None when it did not."""

    def __init__(
        self,
        message: str,
        *,
        transient: bool = False,
        status: int | None = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(message, transient=transient)
        self.status = status
        self.retry_after = retry_after


class ExtractError(NewsError):
    """The bytes arrived but are no feed or no readable page."""


class StorageError(NewsError):
    """The archive cannot be read or written."""


class ArchiveBusy(StorageError):
    """Another process holds the archive's file; try again shortly."""

    def __init__(self, message: str) -> None:
        super().__init__(message, transient=True)


class ChannelError(NewsError):
    """An alert was not delivered. ``retry_after``: seconds the receiver asked us to wait, if it did.
    ``partly``: some recipients have it, so that sending it again would tell them twice."""

    def __init__(
        self, message: str, *, transient: bool, retry_after: float | None = None, partly: bool = False
    ) -> None:
        super().__init__(message, transient=transient)
        self.retry_after = retry_after
        self.partly = partly

"""Pages as they came, one a version, compressed. They are what a later release reads again."""

from __future__ import annotations

import hashlib
import zlib

from news.errors import StorageError
from storage.connection import Database

_LEVEL = 6  # HTML to about a fifth; 9 gains 1 % for twice the time


class RawPages:
    """The table ``raw_pages``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, version_no: int, article_id: str, version: int, html: bytes) -> None:
        """Keep the bytes of one version."""
        self._database.run(
            "INSERT INTO raw_pages VALUES (?, ?, ?, ?, ?, ?)",
            [version_no, article_id, version, hashlib.sha256(html).hexdigest(), len(html), zlib.compress(html, _LEVEL)],
        )

    def get(self, article_id: str, version: int) -> bytes:
        """The bytes as they came. Raises StorageError when there are none or when they no longer match their hash."""
        row = self._database.row(
            "SELECT sha256, packed FROM raw_pages WHERE article_id = ? AND version = ?", [article_id, version]
        )
        if row is None:
            raise StorageError(f"no page is stored for article {article_id}, version {version}")
        try:
            html = zlib.decompress(row[1])
        except zlib.error as error:
            raise StorageError(_damaged(article_id, version)) from error
        if hashlib.sha256(html).hexdigest() != row[0]:
            raise StorageError(_damaged(article_id, version))
        return html

    def sha256(self, article_id: str, version: int) -> str:
        """Hash of the bytes as they came, "" when none are stored."""
        row = self._database.row(
            "SELECT sha256 FROM raw_pages WHERE article_id = ? AND version = ?", [article_id, version]
        )
        return "" if row is None else str(row[0])


def _damaged(article_id: str, version: int) -> str:
    return f"the stored page of article {article_id}, version {version} is damaged: restore a backup"

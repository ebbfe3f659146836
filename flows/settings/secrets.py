"""Secrets: named in the settings, kept in the environment or in ``.env`` beside them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from dotenv import dotenv_values
from pydantic import SecretStr

from news.errors import SettingsError


def process_environment() -> Mapping[str, str]:
    """The environment of this process: the only place where it is read."""
    return dict(os.environ)


class Secrets:
    """Values by the name of their variable. What the environment says wins over ``.env``.

    ``required=False``: a variable that is not set reads as an empty secret (for commands that send nothing).
    """

    def __init__(self, directory: Path, environment: Mapping[str, str], *, required: bool = True) -> None:
        file = directory / ".env"
        try:
            stored = dotenv_values(file, interpolate=False) if file.is_file() else {}
        except (OSError, UnicodeDecodeError) as error:
            raise SettingsError(f"{file}: cannot be read; it must be UTF-8 text with lines NAME=value") from error
        self._values = {name: value for name, value in stored.items() if value} | dict(environment)
        self._file = file
        self._required = required

    def value(self, name: str, where: str) -> SecretStr:
        """The secret called ``name``. Raises SettingsError that says who (``where``) needs it and where to put it."""
        value = self._values.get(name, "").strip()
        if not value and self._required:
            raise SettingsError(
                f"{where} needs the environment variable {name}, which is not set; export it or add it to {self._file}"
            )
        return SecretStr(value)

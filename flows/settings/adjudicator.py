"""The adjudicator as the run needs it: secrets resolved."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import SecretStr


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjudicator:
    """``address``: what stands before ``/chat/completions``. ``key`` None = none is sent. ``seconds``: for one
    answer."""

    address: SecretStr
    model: str
    key: SecretStr | None = None
    seconds: float = 20.0

"""Whom we tell, and in what words. A channel takes a composed message and delivers it, or raises."""

from __future__ import annotations

from typing import Protocol

from alerts.message import Message, compose

__all__ = ["Channel", "Message", "compose"]


class Channel(Protocol):
    """One way out. ``name`` is the word of the user's configuration ("slack", "mail", "terminal")."""

    name: str

    def send(self, message: Message) -> None:
        """Deliver, or raise ``ChannelError``; its ``transient`` says whether the same message may succeed later."""

"""The journey of an article in plain Python: poll -> read -> file -> deliver.

    poll_feed      ask a feed what is new                                  (web, no archive)
    read_page      fetch a page, clean it, find its figures and quotes     (web, no archive)
    file_page      one page, one transaction: copy? version? conflicts?    (archive, no web)
                   ``tell`` decides which of them are told, and to whom
    deliver        what is owed goes out; what fails stays owed            (archive and channels)

Each step is safe to repeat: a crash between or inside them loses nothing and files nothing twice. ``flows.watch``
arranges the steps as Prefect tasks.
"""

from flows.pipeline.deliver import Delivered, deliver
from flows.pipeline.file import FiledPage, file_page
from flows.pipeline.poll import Polled, is_due, poll_feed, store_poll
from flows.pipeline.read import ReadPage, read_page
from flows.pipeline.tell import Rules

__all__ = [
    "Delivered",
    "FiledPage",
    "Polled",
    "ReadPage",
    "Rules",
    "deliver",
    "file_page",
    "is_due",
    "poll_feed",
    "read_page",
    "store_poll",
]

"""``tallywatch try``: one page read, nothing stored."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer
from rich.text import Text

from flows.commands.common import JsonFlag, State, console, print_json, text
from flows.commands.exits import Exit
from flows.commands.shown import in_sentence, what, who
from flows.export import article_json, figure_json, quote_json, refused_json
from flows.settings import load_settings, process_environment
from news.errors import SettingsError
from news.plain import plain
from news.records import Article, Entry, Feed, Refused, Report
from news.wording import number_words


def try_page(
    context: typer.Context,
    page: Annotated[str, typer.Argument(metavar="URL|FILE", help="A page's address, or a saved HTML file.")],
    url: Annotated[str, typer.Option(help="Where a saved file was published.")] = "",
    outlet: Annotated[str, typer.Option(help="The outlet's name; the host when not given.")] = "",
    timezone: Annotated[str, typer.Option(help="IANA zone for dates that carry none.")] = "",
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="The page is on this machine or a private network.")
    ] = False,
    as_json: JsonFlag = False,
) -> None:
    """Read one page and show what is found: text, figures with their sentences, quotes. Nothing is stored.

    Exit code 1 when the page is no article.

    Examples: tallywatch try https://example.org/story; tallywatch try saved.html --url https://example.org/story
    """
    from extractors.articles import read_article  # the language model loads slowly; other commands do without
    from extractors.reports import read_report

    address = page if _is_address(page) else url or Path(page).absolute().as_uri()
    name = outlet or urlsplit(address).hostname or "file"
    feed = Feed(url=address, outlet=name, delay=0.0, timezone=timezone, allow_private=allow_private)
    content, content_type, address = _content(context, page, address, feed)
    entry = Entry(feed_url=address, guid=address, url=address, title="", outlet=name)
    article = read_article(content, entry, feed=feed, fetched=datetime.now(UTC), content_type=content_type)
    if isinstance(article, Refused):
        _refused(article, as_json)
        raise typer.Exit(Exit.ATTENTION)
    report = read_report(article)
    if as_json:
        _as_json(report)
    else:
        _shown(report)


def _is_address(page: str) -> bool:
    return page.lower().startswith(("http://", "https://"))


def _content(context: typer.Context, page: str, address: str, feed: Feed) -> tuple[bytes, str, str]:
    """(bytes, content type, final address) of the page or file."""
    if not _is_address(page):
        try:
            return Path(page).read_bytes(), "", address
        except OSError as error:
            raise SettingsError(
                f"{plain(page, 300)}: cannot be read ({error.strerror}); give a file or an address"
            ) from error
    from flows.fetch import Web

    with Web(contact=_contact(context)) as web:
        response = web.get(page, feed=feed)
    return response.content, response.content_type, response.url


def _contact(context: typer.Context) -> str:
    """The contact of the settings when there are any; this command needs none."""
    state = context.find_object(State)
    if state is None or not state.settings.exists():
        return ""
    return load_settings(state.settings, process_environment(), secrets=False).contact


def _refused(refused: Refused, as_json: bool) -> None:
    if as_json:
        print_json(outcome="refused", refused=refused_json(refused))
    else:
        console().print(text(f"No article ({refused.reason.value}): {refused.detail}"), soft_wrap=True)


def _as_json(report: Report) -> None:
    whole = report.article.text
    print_json(
        outcome="article",
        article=article_json(report.article),
        figures=[figure_json(figure, whole[figure.sentence_start : figure.sentence_end]) for figure in report.figures],
        quotes=[quote_json(quote) for quote in report.quotes],
    )


def _shown(report: Report) -> None:
    from extractors.languages import is_known  # the tables of words load slowly
    from flows.not_read import language_name

    screen = console()
    _head(report.article)
    if not is_known(report.article.language):
        name = language_name(report.article.language)
        screen.print(text(f"\nNot read for figures and quotes: there are no tables for {name}."), soft_wrap=True)
        return
    screen.print(Text(f"\nFigures ({len(report.figures)})", style="bold"))
    for figure in report.figures:
        sentence = report.article.text[figure.sentence_start : figure.sentence_end]
        low, high = (number_words(end) if end is not None else "…" for end in (figure.value.low, figure.value.high))
        values = f"{low} to {high}"
        screen.print(Text.assemble(("  " + plain(figure.surface), "bold"), f"  {what(figure)}"), soft_wrap=True)
        facts = f"{figure.value.hedge.value} [{values}] {figure.unit}, as of {figure.as_of}, {figure.role.value}"
        screen.print(text(f"{facts}, said by {who(figure.attribution)}", style="dim", indent=4), soft_wrap=True)
        screen.print(Text("    ") + in_sentence(sentence, figure), soft_wrap=True)
    screen.print(Text(f"\nQuotes ({len(report.quotes)})", style="bold"))
    for quote in report.quotes:
        screen.print(Text(f"  {who(quote.attribution)}: ") + text(quote.text), soft_wrap=True)


def _head(article: Article) -> None:
    screen = console()
    screen.print(text(article.title, style="bold"), soft_wrap=True)
    by = f", {', '.join(article.authors)}" if article.authors else ""
    agency = f" ({article.agency})" if article.agency else ""
    line = (
        f"{article.outlet}{agency}{by}, {article.published:%d %b %Y %H:%M} UTC (date from the {article.published_from})"
    )
    screen.print(text(line, style="dim"), soft_wrap=True)
    for paragraph in article.text.split("\n"):
        screen.print(text(paragraph), soft_wrap=True)

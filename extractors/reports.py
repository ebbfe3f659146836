"""One article read: figures, quotes and names from a single shared parse."""

from __future__ import annotations

from extractors.figures import find_figures
from extractors.names import find_names
from extractors.quotes import find_quotes
from extractors.sentences import parse
from news.records import Article, Report


def read_report(article: Article) -> Report:
    """Everything that is filed about an article. Never raises on any text; ``copy_of`` is left to the archive."""
    parsed = parse(article.text, article.language)
    return Report(
        article=article,
        figures=tuple(find_figures(article, parsed)),
        quotes=tuple(find_quotes(article, parsed)),
        names=find_names(article.title, parsed),
    )

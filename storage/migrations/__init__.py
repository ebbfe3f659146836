"""Numbered plain SQL, applied in order when an archive is opened. A released file is never edited: add the next one.

``ALTER TABLE`` fails in DuckDB while an index or view depends on the table, so a migration drops those first; and it
cannot add a column that is NOT NULL.
"""

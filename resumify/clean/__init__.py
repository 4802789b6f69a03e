"""Raw text into clean text, written dates into ISO 8601. Knows nothing of documents, sections or pages."""

from resumify.clean.dates import DateRange, clean_date, date_range, first_date, is_open_end
from resumify.clean.text import clean_lines, clean_text, mend, split_bullets

__all__ = [
    "DateRange",
    "clean_date",
    "clean_lines",
    "clean_text",
    "date_range",
    "first_date",
    "is_open_end",
    "mend",
    "split_bullets",
]

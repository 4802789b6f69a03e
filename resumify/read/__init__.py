"""What a source holds -> Reading: the owner's documents, which sections are complete, what was unsure."""

from resumify.read.document_file import read_document
from resumify.read.export import read_export
from resumify.read.files import file_kind, page_html
from resumify.read.json_resume import read_json_resume
from resumify.read.merging import agreement, fuller, is_same, label_of
from resumify.read.profile_page import read_profile

__all__ = [
    "agreement",
    "file_kind",
    "fuller",
    "is_same",
    "label_of",
    "page_html",
    "read_document",
    "read_export",
    "read_json_resume",
    "read_profile",
]

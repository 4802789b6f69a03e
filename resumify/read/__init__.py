"""What a source holds -> Reading: the owner's documents, which sections are complete, what was unsure."""

from resumify.read.json_resume import read_json_resume
from resumify.read.profile_page import read_profile

__all__ = ["read_json_resume", "read_profile"]

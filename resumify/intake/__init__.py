"""A person's data comes in here and goes out again: sources are read, documents written, and by nobody else."""

from resumify.intake.door import forget, take_in
from resumify.intake.source import AskLogin, SourceReader, check_profile

__all__ = ["AskLogin", "SourceReader", "check_profile", "forget", "take_in"]

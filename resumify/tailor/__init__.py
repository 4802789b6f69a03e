"""The way from a posting and a person's facts to a résumé of which every line is one of those facts."""

from resumify.tailor.desk import OpenModel, Tailoring
from resumify.tailor.request import Request
from resumify.tailor.tailor import NO_MODEL, Show, tailor

__all__ = ["NO_MODEL", "OpenModel", "Request", "Show", "Tailoring", "tailor"]

"""What one caller may see and do: the service's only way to anything that belongs to somebody.

What is somebody else's looks exactly like what is not there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bento.access import Caller
from bento.erasure import erase_left, erase_served
from bento.resumes import ResumeStore, no_resume
from resumify.adapters.traces import read_traces
from resumify.bootstrap import open_documents, open_features
from resumify.config import Settings
from resumify.errors import NotFound, StoreFault
from resumify.models import Document, Fact, Frozen, Resume, Section
from resumify.tailor import Request, Show, Tailoring

_ELSEWHERE = "What pipelines made of it goes by: resumify forget, on the machine where they run."
_LOOKS = 3  # at a profile that is being erased; something may still be coming in


class Origin(Frozen):
    """A source, and when it was read."""

    source: str
    at: datetime


class HeldDocument(Frozen):
    id: str
    section: Section
    data: dict[str, Any]
    sources: tuple[Origin, ...]


class HeldFact(Frozen):
    id: str
    document: str
    kind: str
    text: str
    quote: str
    sources: tuple[Origin, ...]


class Profile(Frozen):
    """What is held of a person, with its sources; of traces how many."""

    profile: str
    documents: tuple[HeldDocument, ...]
    facts: tuple[HeldFact, ...]
    resumes: tuple[str, ...]
    traces: int


class Receipt(Frozen):
    """What was erased where, and what a second look found; `elsewhere` says what is not reached from here, if any."""

    profile: str
    erased: dict[str, int]
    left: dict[str, int]
    elsewhere: str = ""


@dataclass(frozen=True)
class Holdings:
    """The profiles that `caller` may open, and what hangs on them."""

    caller: Caller
    settings: Settings

    def tailor(self, order: Request, tailoring: Tailoring, show: Show) -> Resume:
        """Make a résumé and keep it; not of somebody who was erased meanwhile."""
        self._open(order.profile)
        resume = tailoring.tailor(order, show)
        self._resumes.put(resume)
        if not self._holds(order.profile):
            erase_served(order.profile, self.settings)
            raise _no_profile()
        return resume

    def resume(self, id_: str) -> Resume:
        """The résumé with this id. Raises NotFound."""
        resume = self._resumes.get(id_)
        if not self.caller.opens(resume.profile):
            raise no_resume()
        return resume

    def profile(self, profile: str) -> Profile:
        """Everything that is held of the profile. Raises NotFound."""
        self._open(profile)
        return Profile(
            profile=profile,
            documents=tuple(_document(one) for one in open_documents(self.settings).of(profile)),
            facts=tuple(_fact(one) for one in open_features(self.settings).facts(profile)),
            resumes=tuple(resume.id for resume in self._resumes.of(profile)),
            traces=len(read_traces(self.settings.traces, profile)),
        )

    def erase(self, profile: str) -> Receipt:
        """Take the person out of every store, and look again. Raises NotFound, and StoreFault where more comes in."""
        self._open(profile)
        erased, elsewhere = self._erased(profile)
        for _look in range(_LOOKS):
            left, _ = self._erased(profile)
            if not any(left.values()):
                return Receipt(profile=profile, erased=erased, left=left, elsewhere=elsewhere)
            erased = {place: count + left[place] for place, count in erased.items()}
        raise StoreFault(f"More of {profile} came in while it was erased.", "Stop what writes it, then ask again.")

    def _erased(self, profile: str) -> tuple[dict[str, int], str]:
        served, left = erase_served(profile, self.settings), erase_left(profile, self.settings)
        return {**served, **(left or {})}, "" if left is not None else _ELSEWHERE

    def _open(self, profile: str) -> None:
        if not self.caller.opens(profile) or not self._holds(profile):
            raise _no_profile()

    def _holds(self, profile: str) -> bool:
        return bool(open_documents(self.settings).of(profile) or open_features(self.settings).facts(profile))

    @property
    def _resumes(self) -> ResumeStore:
        return ResumeStore(self.settings.resumes)


def _no_profile() -> NotFound:
    return NotFound("There is no such profile.", "Import one: resumify import SOURCE --profile ID")


def _document(one: Document) -> HeldDocument:
    said = one.said or (one,)
    origins = tuple(Origin(source=each.source, at=each.read_at) for each in said)
    return HeldDocument(id=one.id, section=one.section, data=one.data, sources=origins)


def _fact(one: Fact) -> HeldFact:
    return HeldFact(
        id=one.id,
        document=one.document,
        kind=one.kind,
        text=one.text,
        quote=one.quote,
        sources=tuple(_origins(one)),
    )


def _origins(one: Fact) -> Iterator[Origin]:
    yield Origin(source=one.source, at=one.read_at)
    yield from (Origin(source=quote.source, at=quote.read_at) for quote in one.further)

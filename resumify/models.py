"""The vocabulary: the values that travel through Resumify, left to right in this order.

Page -> Document -> Change -> Fact, Chunk -> Posting, Requirement, Match -> Slot, Prompt, Line -> Resume
                                          -> Example, Preference -> Scores, ModelVersion

All are frozen. Nothing here reads, writes or decides.
"""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_serializer

Section = Literal[
    "basics",
    "work",
    "volunteer",
    "education",
    "projects",
    "skills",
    "certificates",
    "awards",
    "publications",
    "languages",
    "interests",
    "references",
]
"""JSON Resume's own section names (schema 1.2.1), in the order a résumé shows them."""


class Frozen(BaseModel):
    """A value: compared by content, never changed."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Page(Frozen):
    """One page of a profile as the browser showed it, unfolded: `html` is the document after its scripts have run."""

    url: str
    html: str
    read_at: datetime


def document_id(owner: str, section: Section, key: str) -> str:
    """The id of the item with this natural key: 32 hex digits, the same wherever and whenever it is read."""
    return hashlib.sha256("\x1f".join((owner, section, key)).encode()).hexdigest()[:32]


class Said(Frozen):
    """What one source says of an item that several sources know, and when it was first read to say so."""

    source: str
    data: dict[str, Any]
    text: str
    read_at: datetime

    @field_serializer("read_at")
    def _in_words(self, at: datetime) -> str:
        return at.isoformat()  # the same in every store; some know no microseconds


class Document(Frozen):
    """One crawled or imported item of a person's profile: one role, one degree, one skill, or the basics.

    `id` derives from owner, section and natural key, so that a second crawl finds the same document.
    `data` holds one entry of the section in JSON Resume terms, normalised (dates ISO 8601, text clean);
    `text` is the raw text of the item as the source showed it. Content is everything but `read_at` and `version`:
    writing equal content is no change. `version` is given by the store and only ever grows. Where several sources
    know the item, `said` holds what each says, the first one first, and `data` is what they say together.
    """

    id: str
    owner: str
    section: Section
    key: str
    position: int = 0
    data: dict[str, Any]
    text: str
    source: str
    read_at: datetime
    version: int = 0
    said: tuple[Said, ...] = ()


class Reading(Frozen):
    """What a reader understood of one source.

    `complete` names the sections that were read to their end: only there may a missing item be taken as deleted.
    `uncertain` says in words what the reader was unsure of.
    """

    documents: tuple[Document, ...]
    complete: frozenset[Section]
    uncertain: tuple[str, ...] = ()


class Written(Frozen):
    """What one write did, counted in documents; `conflicts` says where sources contradict each other."""

    inserted: int = 0
    updated: int = 0
    deleted: int = 0
    unchanged: int = 0
    conflicts: tuple[str, ...] = ()


class Change(Frozen):
    """One committed write of one document. Thin: whoever receives it looks the document up.

    `version` is needed for a delete, where there is nothing left to look up: it is at least the version that was
    deleted and at most that of any document written under the same id later.
    """

    event_id: str
    operation: Literal["insert", "update", "delete"]
    document: str
    version: int = 0


class Delivery(Frozen):
    """A change as a queue handed it over; `token` is the queue's own handle for acknowledging it.

    `error` is set instead of `change` where the message could not be read.
    """

    token: tuple[int, int]
    change: Change | None
    error: str = ""


class Quote(Frozen):
    """A span of a source, verbatim, and when the source was read."""

    quote: str
    source: str
    read_at: datetime


FactKind = Literal["summary", "role", "highlight", "degree", "skill", "item"]


class Fact(Frozen):
    """The smallest true statement that can stand in a résumé.

    `path` points into the document's `data` (JSON Pointer, "" for the whole entry); `text` is the claim in the
    person's own words; `quote` is the span of the source it was read from, verbatim. `role` is the document that
    a highlight belongs to, so that nothing moves between employers. `context` is the entry's header in words
    ("Staff Nurse, St Mary's, 2019 - 2022"), `current` whether that role goes on. `data` is the entry itself, for facts
    that are a whole entry; `further` is where else it stands, where no one span says it whole.
    """

    id: str
    owner: str
    document: str
    section: Section
    kind: FactKind
    path: str
    text: str
    quote: str
    role: str | None = None
    context: str = ""
    current: bool = False
    data: dict[str, Any] = Field(default_factory=dict)
    position: int = 0
    source: str
    read_at: datetime
    further: tuple[Quote, ...] = ()


class Chunk(Frozen):
    """Text that is embedded: a fact with its context. Long prose is split, a highlight never is."""

    id: str
    fact: str
    text: str


class Hit(Frozen):
    """A fact found by vector search, with its cosine similarity."""

    fact: str
    score: float


Command = Literal["A1", "A2", "B1", "B2", "C1", "C2"]
"""Command of a language, by the Common European Framework."""

Seniority = Literal["intern", "junior", "mid", "senior", "lead", "head"]


class Tongue(Frozen):
    """A language that is asked for; `command` is None where the posting does not say how well."""

    name: str
    command: Command | None = None


class Requirement(Frozen):
    """One thing the posting asks for. `terms` are its key terms in canonical spelling; meeting any of an OR-group
    (`alternatives` = True) meets it. `years` are the years of experience asked for, of any paid work where there are
    no terms; `tongues` the languages among the terms, `degrees` the degrees in them, whatever their field; `seniority`
    how senior a post somebody must have held."""

    text: str
    kind: Literal["must", "nice"]
    terms: tuple[str, ...] = ()
    alternatives: bool = False
    years: float | None = None
    tongues: tuple[Tongue, ...] = ()
    degrees: tuple[str, ...] = ()
    seniority: Seniority | None = None


class Sorting(Frozen):
    """What a model says of the requirement at `place`: its kind, and its terms as spans of its text."""

    place: int
    kind: Literal["must", "nice"]
    terms: tuple[str, ...]
    alternatives: bool = False


class Posting(Frozen):
    """A job posting as structure; what is boilerplate was set aside.

    `duties` is what the job consists of: it says what to bring forward, and is no requirement to be met. `seniority` is
    the job's own, where its title or a label says it.
    """

    id: str
    title: str
    employer: str = ""
    language: str
    seniority: Seniority | None = None
    requirements: tuple[Requirement, ...]
    duties: tuple[Requirement, ...] = ()
    text: str


Status = Literal["met", "partly", "absent"]


class Match(Frozen):
    """One requirement against the owner's facts; `facts` are ids, best first; `terms` are the terms they show."""

    requirement: Requirement
    status: Status
    facts: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()


class Slot(Frozen):
    """A typed place: `name` ("[NUM1]") stands in the prompt for `value`, the fact's own characters."""

    name: str
    type: str
    value: str


class Prompt(Frozen):
    """What a model is given for one line, the slots it has to use (each once), and the fact in slots that the line is
    held to, with its language; without `fact`, to nothing. `draft` is what the rules would make of the fact, "" where
    that is the fact: a model that can weigh lines may prefer it to its own."""

    text: str
    slots: tuple[Slot, ...] = ()
    fact: str = ""
    language: str = "en"
    draft: str = ""


class Verdict(Frozen):
    """The guard's word on one line; `claim` names the claim class that failed, "" where all hold."""

    ok: bool
    claim: str = ""
    reason: str = ""


class Line(Frozen):
    """One sentence of the result and the facts it stands on."""

    text: str
    facts: tuple[str, ...]
    written: bool = False


class Evidence(Frozen):
    """Where a line comes from, as the contract shows it."""

    fact: str
    document: str
    section: Section
    quote: str
    source: str
    at: datetime


class RequirementReport(Frozen):
    text: str
    kind: Literal["must", "nice"]
    status: Status
    evidence: tuple[str, ...] = ()


class MatchReport(Frozen):
    """`coverage`: share of requirements that the result shows; `ceiling`: share that the facts could honestly show."""

    requirements: tuple[RequirementReport, ...]
    coverage: float
    ceiling: float


class Omitted(Frozen):
    """Something of the person's full résumé that the result leaves out; `path` points into the full résumé."""

    path: str
    text: str
    reason: str


class Rejected(Frozen):
    """A written line that the guard refused; the result shows the person's own words at `path` instead."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    path: str
    line: str
    claim: str = Field(alias="class")
    reason: str


class Question(Frozen):
    """What to ask the person about one requirement; `id` stays the same for the same requirement."""

    id: str
    requirement: str
    text: str


class ModelLabel(Frozen):
    name: str
    version: str
    tag: str = ""


class Resume(Frozen):
    """The result, field by field as the contract has it; `resume` is JSON Resume. `notes` tells the person in words
    which of their instructions were not followed, and why; `questions` asks for what would meet more of the posting,
    the most worthwhile first."""

    id: str
    profile: str
    resume: dict[str, Any]
    evidence: dict[str, tuple[Evidence, ...]]
    match: MatchReport
    omitted: tuple[Omitted, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    notes: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    model: ModelLabel
    trace: str = ""
    took: dict[str, float] = Field(default_factory=dict)


class Example(Frozen):
    """One prompt and answer for training or evaluation, both cut into slots; `source` is the fact's own text,
    `context` the header of its role, `terms` what the posting wants of it, `current` whether that role goes on."""

    id: str
    owner: str
    fact: str
    source: str
    context: str = ""
    prompt: Prompt
    answer: str
    terms: tuple[str, ...] = ()
    current: bool = False
    split: Literal["train", "test"] = "train"


class Preference(Frozen):
    """One prompt of training with an answer that is used and one that is not, both in slots; `reason` says why not:
    what the slots lack ("slots", "wording"), the claim class that the guard refuses, or "unchanged" for words that can
    be bettered."""

    example: str
    owner: str
    prompt: Prompt
    chosen: str
    rejected: str
    reason: str


class Scores(Frozen):
    """What evaluation measured over `n` examples; every figure is a share between 0 and 1.

    `truth`: lines that both the guard and the independent checker accept; `coverage`: met terms that the accepted line
    shows; `overlap`: token F1 with the answer; `changed`: accepted lines that differ from the person's own words;
    `quality` is what promotion compares: per accepted line the mean of its craft (evaluate/craft.py) and its overlap,
    0 for a line that is not accepted. `judge` is None where no judge was configured: not run, not zero; `unjudged`
    counts its verdicts that could not be read.
    """

    n: int
    truth: float
    coverage: float
    overlap: float
    changed: float
    quality: float
    judge: float | None = None
    unjudged: int = 0


class ModelVersion(Frozen):
    """A registered model: where its files lie, what it was made of, how it scored, which tags it holds."""

    name: str
    version: str
    path: str
    base: str
    tags: tuple[str, ...] = ()
    scores: Scores | None = None
    lineage: dict[str, str] = Field(default_factory=dict)

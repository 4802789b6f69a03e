"""An owner's facts -> their full résumé as entries in the person's own order, each with the lines that may go or stay.

Only arranges; what is worth showing is the plan's to say.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, get_args

from resumify.models import Fact, Section

FIELDS: dict[Section, tuple[str, ...]] = {
    "basics": ("name", "label", "image", "email", "phone", "url", "location", "profiles"),
    "work": ("name", "position", "location", "url", "startDate", "endDate"),
    "volunteer": ("organization", "position", "location", "url", "startDate", "endDate"),
    "education": ("institution", "url", "area", "studyType", "startDate", "endDate", "score", "courses"),
    "projects": ("name", "keywords", "startDate", "endDate", "url", "roles", "entity", "type"),
    "skills": ("name", "level", "keywords"),
    "certificates": ("name", "date", "url", "issuer"),
    "awards": ("title", "date", "awarder"),
    "publications": ("name", "publisher", "releaseDate", "url"),
    "languages": ("language", "fluency"),
    "interests": ("name", "keywords"),
    "references": ("name", "reference"),
}
"""What JSON Resume 1.2.1 has room for in an entry, beside prose and highlights."""

PROSE = ("description", "summary")


@dataclass(frozen=True)
class Entry:
    """One entry of the full résumé: `index` is its place in the section, `lines` are its prose and highlights."""

    section: Section
    index: int
    whole: Fact | None
    lines: tuple[Fact, ...] = ()
    lists: tuple[Fact, ...] = ()
    unplaced: tuple[Fact, ...] = ()
    hidden: Container[str] = ()

    @property
    def data(self) -> dict[str, Any]:
        """The entry's own fields, without prose and highlights, without what is blank."""
        given = self.whole.data if self.whole is not None else {}
        fields = (name for name in FIELDS[self.section] if name not in self.hidden)
        return {name: given[name] for name in fields if given.get(name) not in (None, "", [], {})}

    def path(self, fact: Fact) -> str:
        """Where a fact of this entry stands in the person's own full résumé."""
        return f"/{self.section}{'' if self.section == 'basics' else f'/{self.index}'}{fact.path}"

    def facts(self) -> Iterator[Fact]:
        if self.whole is not None:
            yield self.whole
        yield from (*self.lines, *self.lists, *self.unplaced)


def entries_of(facts: Sequence[Fact], hidden: Container[str] = ()) -> tuple[Entry, ...]:
    """Return the entries in the order of JSON Resume's sections, within one as the person has them; of the basics
    without the `hidden` fields."""
    documents: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        documents[fact.document].append(fact)
    sections: dict[Section, list[list[Fact]]] = defaultdict(list)
    for group in documents.values():
        sections[group[0].section].append(group)
    return tuple(
        replace(_entry(section, index, group), hidden=hidden if section == "basics" else ())
        for section in get_args(Section)
        for index, group in enumerate(
            sorted(sections[section], key=lambda group: (group[0].position, group[0].document))
        )
    )


def field_of(fact: Fact) -> str:
    """The field of an entry that a fact belongs to, "" for the whole; what people write about themselves is summary."""
    if fact.section == "basics" and fact.kind == "summary":
        return "summary"
    return fact.path.split("/")[1] if fact.path else ""


def _entry(section: Section, index: int, group: Sequence[Fact]) -> Entry:
    parts = sorted((fact for fact in group if fact.path), key=_order)
    lines = tuple(fact for fact in parts if field_of(fact) in (*PROSE, "highlights"))
    lists = tuple(fact for fact in parts if field_of(fact) in FIELDS[section])
    return Entry(
        section=section,
        index=index,
        whole=next((fact for fact in group if not fact.path), None),
        lines=lines,
        lists=lists,
        unplaced=tuple(fact for fact in parts if fact not in lines and fact not in lists),
    )


def _order(fact: Fact) -> tuple[int, list[tuple[bool, int, str]]]:
    """Prose first, then highlights, each as the person has them: /highlights/10 comes after /highlights/9."""
    steps = [
        (step.isdigit(), int(step) if re.fullmatch(r"[0-9]{1,9}", step) else 0, step) for step in fact.path.split("/")
    ]
    return (PROSE.index(field_of(fact)) if field_of(fact) in PROSE else len(PROSE), steps)

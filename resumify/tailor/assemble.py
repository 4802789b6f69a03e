"""Chosen entries and lines -> JSON Resume, and where in it every fact stands. Chooses nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from resumify.models import Evidence, Fact, Quote
from resumify.passages import sentences
from resumify.render import DEFAULT_THEME, ThemeName
from resumify.tailor.profile import PROSE, Entry, field_of
from resumify.tailor.summary import Top

_FURTHER = {
    "en": "Further experience",
    "de": "Weitere Erfahrung",
    "fr": "Autre expérience",
    "es": "Otra experiencia",
    "it": "Altre esperienze",
    "nl": "Overige ervaring",
    "pt": "Outra experiência",
    "pl": "Pozostałe doświadczenie",
    "sv": "Övrig erfarenhet",
}
"""What stands over lines that belong to no project, such as answers to questions."""

_NO_TOP = Top()


@dataclass(frozen=True)
class Assembled:
    """`places` are the paths into `resume` by fact id, in reading order; `composed` the facts by path of what was put
    together from several."""

    resume: dict[str, Any]
    places: dict[str, str]
    composed: dict[str, tuple[str, ...]]


def assemble(
    entries: Sequence[Entry],
    lines: Mapping[str, str],
    language: str,
    theme: ThemeName = DEFAULT_THEME,
    top: Top = _NO_TOP,
) -> Assembled:
    """Put the entries together, each fact in the words of `lines`, else in the person's own, and `top` over them."""
    resume: dict[str, Any] = {}
    places: dict[str, str] = {}
    for entry in _gathered(entries):
        section = resume.setdefault(entry.section, [])
        base = f"/{entry.section}" if entry.section == "basics" else f"/{entry.section}/{len(section)}"
        data = {"name": _FURTHER.get(language[:2], _FURTHER["en"])} if _is_nameless(entry) else entry.data
        section.append({**data, **_prose(entry, lines), **_highlights(entry, lines)})
        places.update(_places(entry, base))
    basics = resume.pop("basics", [{}])[0]
    own = [lines.get(one.id, one.text) for entry in entries if entry.section == "basics" for one in entry.lines]
    composed = dict(_over(basics, own, top))
    return Assembled({"basics": basics, **resume, "meta": {"language": language, "theme": theme}}, places, composed)


def _over(basics: dict[str, Any], own: Sequence[str], top: Top) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Put the top over the basics; the facts of what is put there by its path."""
    if top.headline is not None:
        basics["label"] = top.headline.data["position"]
        yield "/basics/label", (top.headline.id,)
    if top.sentences:
        basics["summary"] = _running([*own, *(sentence.text for sentence in top.sentences)])
    for place, sentence in enumerate(top.sentences, len(own)):
        yield f"/basics/summary/{place}", tuple(fact.id for fact in sentence.facts)


def _gathered(entries: Sequence[Entry]) -> Iterator[Entry]:
    """The entries, the nameless ones as one where the last of them stands."""
    nameless = [entry for entry in entries if _is_nameless(entry)]
    for entry in entries:
        if not _is_nameless(entry):
            yield entry
        elif entry is nameless[-1]:
            yield replace(entry, lines=tuple(line for one in nameless for line in one.lines))


def _is_nameless(entry: Entry) -> bool:
    return entry.section == "projects" and entry.whole is None


def evidence_of(facts: Mapping[str, Fact], result: Assembled) -> dict[str, tuple[Evidence, ...]]:
    """Say for every place where its fact was read: once, or once for each source that says a part of it; of what was
    composed, for each of its facts."""
    cited = {path: (fact,) for fact, path in result.places.items()} | result.composed
    return {path: tuple(one for fact in held for one in _evidence(facts[fact])) for path, held in cited.items()}


def _evidence(fact: Fact) -> Iterator[Evidence]:
    first = Quote(quote=fact.quote, source=fact.source, read_at=fact.read_at)
    for one in (first, *fact.further):
        yield Evidence(
            fact=fact.id,
            document=fact.document,
            section=fact.section,
            quote=one.quote,
            source=one.source,
            at=one.read_at,
        )


def _prose(entry: Entry, lines: Mapping[str, str]) -> dict[str, str]:
    said = {field: [lines.get(one.id, one.text) for one in entry.lines if field_of(one) == field] for field in PROSE}
    return {field: _running(texts) for field, texts in said.items() if texts}


def _running(texts: Sequence[str]) -> str:
    """The sentences as running text; one per line where running text would not keep them apart."""
    together = " ".join(texts)
    return together if sentences(together) == list(texts) else "\n".join(texts)


def _highlights(entry: Entry, lines: Mapping[str, str]) -> dict[str, list[str]]:
    texts = [lines.get(fact.id, fact.text) for fact in entry.lines if field_of(fact) == "highlights"]
    return {"highlights": texts} if texts else {}


def _places(entry: Entry, base: str) -> Iterator[tuple[str, str]]:
    if entry.section != "basics" and entry.whole is not None:
        yield entry.whole.id, base
    elif entry.whole is not None and "label" in entry.data:
        yield entry.whole.id, f"{base}/label"
    counts: dict[str, int] = {}
    for fact in entry.lines:
        field = field_of(fact)
        yield fact.id, f"{base}/{field}/{counts.get(field, 0)}"
        counts[field] = counts.get(field, 0) + 1
    for fact in entry.lists:
        yield fact.id, f"{base}/{field_of(fact)}"

"""What several sources say of one item becomes facts that each cite the source in which they stand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from resumify.adapters.sqlite_documents import SqliteDocuments
from resumify.facts import facts_of
from resumify.intake import take_in
from resumify.models import Document, Fact, Reading, document_id
from resumify.tailor.assemble import assemble, evidence_of
from resumify.tailor.profile import entries_of

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
TUESDAY = MONDAY + timedelta(days=1)
FILE, SITE = "cv.pdf", "https://profiles.example/maya"
PARTLY = {"position": "Baker", "startDate": "2019", "highlights": ["Baked 300 loaves a night"]}
WHOLLY = {
    "position": "Baker",
    "name": "Mill & Co",
    "summary": "I run the night shift. Two of us.",
    "highlights": ["Baked 300 loaves a night", "Trained 4 apprentices in sourdough"],
    "location": "Leith",
}


@pytest.fixture
def store(tmp_path: Path) -> SqliteDocuments:
    return SqliteDocuments(tmp_path / "documents.db")


def told(source: str, at: datetime, data: dict[str, Any], text: str) -> Reading:
    key = "baker" if data.get("name") is None else "baker at mill"
    document = Document(
        id=document_id("maya", "work", key),
        owner="maya",
        section="work",
        key=key,
        data=data,
        text=text,
        source=source,
        read_at=at,
    )
    return Reading(documents=(document,), complete=frozenset({"work"}))


def by_both(store: SqliteDocuments) -> Document:
    take_in(told(FILE, MONDAY, PARTLY, "Baker 2019\n- Baked 300\nloaves a night"), store)
    site = "Baker\nMill & Co\nLeith\nI run the night shift. Two of us.\n• Baked 300 loaves a night\n"
    take_in(told(SITE, TUESDAY, WHOLLY, f"{site}• Trained 4 apprentices in sourdough"), store)
    (document,) = store.of("maya")
    return document


def fact(text: str, document: Document) -> Fact:
    return next(fact for fact in facts_of(document) if text in fact.text)


def test_a_fact_cites_the_source_that_says_it_and_when_that_was_read(store: SqliteDocuments) -> None:
    document = by_both(store)
    assert len(facts_of(document)) == 5
    for text, source, at in (
        ("Baked 300", FILE, MONDAY),
        ("Trained 4", SITE, TUESDAY),
        ("night shift", SITE, TUESDAY),
        ("Two of us", SITE, TUESDAY),
    ):
        found = fact(text, document)
        assert (found.source, found.read_at) == (source, at)
        (said,) = [said for said in document.said if said.source == source]
        assert found.quote in said.text


def test_what_both_say_is_quoted_as_the_first_writes_it(store: SqliteDocuments) -> None:
    assert fact("Baked", by_both(store)).quote == "Baked 300\nloaves a night"


def where(header: Fact) -> list[tuple[str, str, datetime]]:
    first = (header.source, header.quote, header.read_at)
    return [first, *((one.source, one.quote, one.read_at) for one in header.further)]


def test_a_header_cites_every_source_that_it_takes_a_name_or_a_date_from(store: SqliteDocuments) -> None:
    header = fact("Baker, Mill & Co", by_both(store))
    assert where(header) == [(SITE, "Baker\nMill & Co", TUESDAY), (FILE, "Baker 2019", MONDAY)]


def test_the_evidence_of_a_header_holds_them_all(store: SqliteDocuments) -> None:
    facts = facts_of(by_both(store))
    result = assemble(entries_of(facts), {}, "en")
    evidence = evidence_of({fact.id: fact for fact in facts}, result)["/work/0"]
    assert [(one.source, one.quote, one.at) for one in evidence] == where(facts[0])


def test_a_short_name_is_found_as_a_word_and_not_inside_another(store: SqliteDocuments) -> None:
    def skills(keywords: list[str], text: str, source: str) -> Reading:
        document = told(source, MONDAY, {}, text).documents[0]
        changes = {"section": "skills", "key": "code", "data": {"name": "Code", "keywords": keywords}}
        return Reading(documents=(document.model_copy(update=changes),), complete=frozenset())

    take_in(skills(["Google Ads"], "Code\nGoogle Ads", FILE), store)
    take_in(skills(["Go"], "Code: Go", SITE), store)
    (listed,) = facts_of(store.of("maya")[0])
    quotes = {listed.source: listed.quote, **{one.source: one.quote for one in listed.further}}
    assert quotes == {FILE: "Code\nGoogle Ads", SITE: "Code: Go"}


def test_reading_a_source_again_keeps_when_it_first_said_so(store: SqliteDocuments) -> None:
    before = by_both(store)
    again = told(SITE, TUESDAY + timedelta(days=7), before.said[1].data, before.said[1].text)
    assert take_in(again, store).unchanged == 1
    assert store.of("maya") == [before]

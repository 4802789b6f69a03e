"""Exports, PDF, DOCX and saved pages come in by the same door; several sources of one person become one profile."""

from __future__ import annotations

import io
import json
import zipfile
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import docx
import pytest

from demo.site import person
from resumify.adapters.sqlite_documents import SqliteDocuments
from resumify.errors import EmptyProfile, InvalidInput, NotFound, UserError
from resumify.intake import SourceReader, take_in
from resumify.models import MatchReport, ModelLabel, Reading, Resume
from resumify.ports import Browser
from resumify.render import render
from tests.test_read import PEOPLE, of

PROFILE = (
    "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,"
    "Twitter Handles,Websites,Instant Messengers\r\n"
    'Dana,Fox,,Secret Street 1,1 Jan 1990,Product Manager,"I ship things.\nQuickly.",IT,10115,"Berlin, Germany",,'
    '"[PERSONAL:https://danafox.example,OTHER:https://github.com/danaf]",\r\n'
)
POSITIONS = (
    "Company Name,Title,Description,Location,Started On,Finished On\r\n"
    'Acme GmbH,Senior PM,"Runs the shop\n• Launched 3 products\n'
    '• Grew revenue by 40%, to $1.2M\n",Berlin,janv. 2021,\r\n'
    'Beta Bank,Analyst,"<b>SQL</b> reports &amp; C++ tools",,2018-06,Dec 2020\r\n'
)
EXPORT = {
    "Profile.csv": "\ufeff" + PROFILE,
    "Positions.csv": POSITIONS,
    "Education.csv": "School Name,Start Date,End Date,Notes,Degree Name,Activities\r\n"
    "TU Berlin,2015,2018,,MSc,Chess\r\n",
    "Skills.csv": "Name\r\nSQL\r\nSQL\r\nC#\r\n",
    "Languages.csv": "Name,Proficiency\r\nGerman,Native or bilingual proficiency\r\n",
    "Certifications.csv": "Name,Url,Authority,Started On,Finished On,License Number\r\n"
    "PSM I,javascript:alert(1),Scrum.org,févr. 2022,,123\r\n",
    "Connections.csv": "First Name,Last Name\r\nGreta,Sandholm\r\n",
}


def no_browser() -> AbstractContextManager[Browser]:
    pytest.fail("a file needs no browser")


@pytest.fixture
def reader(tmp_path: Path) -> SourceReader:
    return SourceReader(browse=no_browser, sessions=tmp_path / "sessions")


@pytest.fixture
def store(tmp_path: Path) -> SqliteDocuments:
    return SqliteDocuments(tmp_path / "documents.db")


def export(path: Path, files: dict[str, str] | dict[str, bytes]) -> str:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return str(path)


def saved(path: Path, resume: dict[str, Any]) -> str:
    path.write_text(json.dumps(resume), encoding="utf-8")
    return str(path)


def rendered(name: str, form: str) -> bytes:
    match = MatchReport(requirements=(), coverage=0, ceiling=0)
    label = ModelLabel(name="", version="none")
    return render(Resume(id="r", profile=name, resume=person(name), evidence={}, match=match, model=label), form)


def check_export(reading: Reading) -> None:
    first, second = of(reading, "work")
    assert first == {
        "position": "Senior PM",
        "name": "Acme GmbH",
        "location": "Berlin",
        "startDate": "2021-01",
        "summary": "Runs the shop",
        "highlights": ["Launched 3 products", "Grew revenue by 40%, to $1.2M"],
    }
    assert (second["summary"], second["startDate"], second["endDate"]) == (
        "SQL reports & C++ tools",
        "2018-06",
        "2020-12",
    )
    assert [skill["name"] for skill in of(reading, "skills")] == ["SQL", "C#"]
    assert of(reading, "certificates") == [{"name": "PSM I", "issuer": "Scrum.org", "date": "2022-02"}]


def test_an_export_reads_without_other_people_addresses_and_scripts(reader: SourceReader, tmp_path: Path) -> None:
    reading = reader.read(export(tmp_path / "export.zip", EXPORT), "dana")
    check_export(reading)
    assert of(reading, "basics")[0]["location"] == {"city": "Berlin", "region": "Germany"}
    for private in ("Secret Street", "1990", "Greta", "javascript"):
        assert private not in json.dumps([document.data for document in reading.documents])
    assert {"work", "skills", "education"} <= reading.complete


@pytest.mark.parametrize("folder", ["Basic_LinkedInDataExport_01-01-2026/", "a/b/", ".\\"])
def test_an_export_may_lie_in_a_folder_of_the_archive(reader: SourceReader, tmp_path: Path, folder: str) -> None:
    check_export(
        reader.read(export(tmp_path / "e.zip", {folder + name: text for name, text in EXPORT.items()}), "dana")
    )


def test_notes_may_stand_before_the_header_and_columns_in_any_order(reader: SourceReader, tmp_path: Path) -> None:
    notes = 'Notes:\r\n"When exporting your data, some of it may be missing."\r\n\r\n'
    rows = [
        line.split(",") for line in ("Title,Finished On,Started On,Company Name", "Analyst,Dec 2020,2018-06,Beta Bank")
    ]
    text = notes + "\r\n".join(",".join(row) for row in rows)
    reading = reader.read(export(tmp_path / "e.zip", {"Positions.csv": text}), "dana")
    assert of(reading, "work") == [
        {"position": "Analyst", "name": "Beta Bank", "startDate": "2018-06", "endDate": "2020-12"}
    ]


def test_a_date_in_words_is_left_out_and_said_so(reader: SourceReader, tmp_path: Path) -> None:
    text = "Company Name,Title,Description,Location,Started On,Finished On\r\nBeta Bank,Analyst,,,once upon,\r\n"
    reading = reader.read(export(tmp_path / "e.zip", {"Positions.csv": text}), "dana")
    assert any("once upon" in doubt for doubt in reading.uncertain)
    assert "startDate" not in of(reading, "work")[0]
    assert "work" not in reading.complete


def test_a_zip_bomb_is_refused_before_it_unpacks(reader: SourceReader, tmp_path: Path) -> None:
    bomb = {"Positions.csv": b"Company Name,Title\r\n" + b"a" * 25_000_000}
    with pytest.raises(InvalidInput, match="unpacks to more than"):
        reader.read(export(tmp_path / "e.zip", bomb), "dana")


def test_a_path_that_climbs_out_is_not_read(reader: SourceReader, tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="no LinkedIn export"):
        reader.read(export(tmp_path / "e.zip", {"../../Positions.csv": POSITIONS}), "dana")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["e.zip"]


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("nothing.zip", b"", InvalidInput),
        ("broken.zip", b"PK\x03\x04nonsense", InvalidInput),
        ("broken.pdf", b"%PDF-1.7 nonsense", InvalidInput),
        ("picture.png", b"\x89PNG\r\n\x1a\n0000", InvalidInput),
        ("notes.txt", b"Bought milk.", InvalidInput),
        ("list.json", b"[1, 2]", InvalidInput),
        ("broken.json", b'{"work": [}', InvalidInput),
        ("dates.json", b'{"work": [{"name": "Inn", "startDate": "13/2020"}]}', InvalidInput),
        ("blank.json", b'{"work": []}', EmptyProfile),
        ("shop.html", b"<html><h1>Teapots</h1></html>", UserError),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_one_line(
    reader: SourceReader, tmp_path: Path, name: str, content: bytes, error: type[UserError]
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(error) as raised:
        reader.read(str(tmp_path / name), "dana")
    assert name in raised.value.message
    assert "\n" not in raised.value.message


def test_a_file_that_is_not_there_and_a_folder_are_told_apart(reader: SourceReader, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        reader.read(str(tmp_path / "no.json"), "dana")
    with pytest.raises(InvalidInput, match="folder"):
        reader.read(str(tmp_path), "dana")


@pytest.mark.parametrize("profile", ["", "../ada", "a/b", "a\\b", "x" * 500, " ada", "a\nb", "-x"])
def test_an_absurd_profile_id_is_refused(reader: SourceReader, tmp_path: Path, profile: str) -> None:
    with pytest.raises(InvalidInput, match="cannot name a profile"):
        reader.read(saved(tmp_path / "r.json", person("ada")), profile)


@pytest.mark.parametrize(
    ("name", "form"),
    [(name, form) for name in PEOPLE for form in ("pdf", "docx", "html") if (name, form) != ("tom", "html")],
)
def test_a_rendered_resume_reads_back_with_its_roles(
    reader: SourceReader, tmp_path: Path, name: str, form: str
) -> None:
    path = tmp_path / f"resume.{form}"
    path.write_bytes(rendered(name, form))
    reading = reader.read(str(path), name)
    wanted = [(r["name"], r["position"], r["startDate"], r.get("endDate")) for r in person(name)["work"]]
    found = [(r.get("name"), r.get("position"), r.get("startDate"), r.get("endDate")) for r in of(reading, "work")]
    assert found == wanted
    assert [r["highlights"] for r in of(reading, "work")] == [r["highlights"] for r in person(name)["work"]]
    assert of(reading, "basics")[0]["name"] == person(name)["basics"]["name"]
    if form != "html":
        assert reading.complete == frozenset()
        assert any("no structure" in doubt for doubt in reading.uncertain)


def test_a_line_that_may_be_a_place_or_an_employer_is_reported(reader: SourceReader, tmp_path: Path) -> None:
    """Tom's tutoring names no place, so that under its dates stands "Kingsdown Tutors" alone."""
    (tmp_path / "tom.html").write_bytes(rendered("tom", "html"))
    reading = reader.read(str(tmp_path / "tom.html"), "tom")
    assert any("Private Tutor" in doubt and "no employer" in doubt for doubt in reading.uncertain)
    assert "work" not in reading.complete


def test_a_word_file_reads_from_tables_bold_headings_and_typed_bullets(reader: SourceReader, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Jo Bell")
    document.add_paragraph("Plumber")
    document.add_paragraph("WORK EXPERIENCE")
    row = document.add_table(rows=1, cols=2).rows[0]
    row.cells[0].text = "03/2019 – present"
    row.cells[1].text = "Lead Plumber\nDrainright Ltd\n• Fitted 40 bathrooms\n• Trained 2 apprentices"
    document.add_paragraph("EDUCATION")
    document.add_paragraph("NVQ Level 3 Plumbing, Hull College\t2016")
    document.add_paragraph("SKILLS")
    document.add_paragraph("Gas Safe, Underfloor heating")
    document.save(str(tmp_path / "cv.docx"))
    reading = reader.read(str(tmp_path / "cv.docx"), "jo")
    assert of(reading, "work") == [
        {
            "position": "Lead Plumber",
            "name": "Drainright Ltd",
            "startDate": "2019-03",
            "highlights": ["Fitted 40 bathrooms", "Trained 2 apprentices"],
        }
    ]
    assert of(reading, "education")[0]["institution"] == "Hull College"
    assert [skill["name"] for skill in of(reading, "skills")] == ["Gas Safe", "Underfloor heating"]


def test_a_pdf_without_text_is_said_to_have_none(reader: SourceReader, tmp_path: Path) -> None:
    from pypdf import PdfWriter

    writer, content = PdfWriter(), io.BytesIO()
    writer.add_blank_page(200, 200)
    writer.write(content)
    (tmp_path / "scan.pdf").write_bytes(content.getvalue())
    with pytest.raises(InvalidInput, match="hardly any text"):
        reader.read(str(tmp_path / "scan.pdf"), "jo")


def test_a_web_archive_and_an_old_encoding_read_like_any_page(reader: SourceReader, tmp_path: Path) -> None:
    page = (Path(__file__).parent / "pages" / "definition_list.html").read_text(encoding="utf-8")
    (tmp_path / "old.html").write_bytes(page.replace("<head>", '<head><meta charset="windows-1252">').encode("cp1252"))
    head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n--B\r\n"
    part = "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    (tmp_path / "page.mhtml").write_bytes((head + part + page + "\r\n--B--\r\n").encode())
    for name in ("old.html", "page.mhtml"):
        assert of(reader.read(str(tmp_path / name), "marc"), "languages")[0]["language"] == "Français"


def test_two_sources_become_one_profile_without_doubles(
    reader: SourceReader, store: SqliteDocuments, tmp_path: Path
) -> None:
    take_in(reader.read(saved(tmp_path / "resume.json", person("ada")), "ada"), store)
    (tmp_path / "resume.pdf").write_bytes(rendered("ada", "pdf"))
    before = store.of("ada")
    take_in(reader.read(str(tmp_path / "resume.pdf"), "ada"), store)
    for section in ("basics", "work", "education", "skills", "languages"):
        counts = [sum(document.section == section for document in at) for at in (before, store.of("ada"))]
        assert counts[0] == counts[1], section


def test_what_only_the_second_source_knows_is_added_and_goes_with_it(
    reader: SourceReader, store: SqliteDocuments, tmp_path: Path
) -> None:
    role = {"name": "Acme GmbH", "position": "Senior PM", "startDate": "2021-01"}
    first = reader.read(saved(tmp_path / "resume.json", {"work": [role]}), "dana")
    take_in(first, store)
    take_in(reader.read(export(tmp_path / "e.zip", EXPORT), "dana"), store)
    (joined,) = [document for document in store.of("dana") if document.data.get("position") == "Senior PM"]
    assert joined.data["highlights"] == ["Launched 3 products", "Grew revenue by 40%, to $1.2M"]
    assert "Launched 3 products" in joined.text
    without_role = {
        **EXPORT,
        "Positions.csv": POSITIONS.replace("Senior PM", "Chief of Staff").replace("janv.", "mars"),
    }
    take_in(reader.read(export(tmp_path / "e.zip", without_role), "dana"), store)
    (left,) = [document for document in store.of("dana") if document.data.get("position") == "Senior PM"]
    assert left.data == role


def test_taking_either_source_in_again_changes_nothing(
    reader: SourceReader, store: SqliteDocuments, tmp_path: Path
) -> None:
    role = {"name": "Acme GmbH", "position": "Senior PM", "startDate": "2021-01", "highlights": ["Ran 2 audits"]}
    sources = [saved(tmp_path / "resume.json", {"work": [role]}), export(tmp_path / "e.zip", EXPORT)]
    for source in sources:
        take_in(reader.read(source, "dana"), store)
    for source in (*sources, *reversed(sources)):
        again = take_in(reader.read(source, "dana"), store)
        assert (again.inserted, again.updated, again.deleted) == (0, 0, 0)


def test_an_edit_in_one_source_changes_that_item_only(
    reader: SourceReader, store: SqliteDocuments, tmp_path: Path
) -> None:
    take_in(reader.read(saved(tmp_path / "resume.json", person("ada")), "ada"), store)
    edited = json.loads(json.dumps(person("ada")))
    edited["work"][1]["highlights"][0] = "Built the refunds API"
    written = take_in(reader.read(saved(tmp_path / "resume.json", edited), "ada"), store)
    assert (written.inserted, written.updated, written.deleted) == (0, 1, 0)


def test_a_contradiction_is_reported_and_the_first_source_stands(
    reader: SourceReader, store: SqliteDocuments, tmp_path: Path
) -> None:
    role = {"name": "Beta Bank", "position": "Analyst", "startDate": "2018-06", "endDate": "2019-12"}
    take_in(reader.read(saved(tmp_path / "resume.json", {"work": [role]}), "dana"), store)
    written = take_in(reader.read(export(tmp_path / "e.zip", EXPORT), "dana"), store)
    (analyst,) = [document for document in store.of("dana") if document.data.get("position") == "Analyst"]
    assert analyst.data["endDate"] == "2019-12"
    (conflict,) = [line for line in written.conflicts if "Analyst" in line]
    assert "2019-12" in conflict
    assert "2020-12" in conflict
    assert "e.zip" in conflict


def test_one_statement_in_other_numbers_is_a_contradiction_and_no_second_statement(
    reader: SourceReader, store: SqliteDocuments, tmp_path: Path
) -> None:
    roles = [
        {
            "name": "Inn",
            "position": "Cook",
            "startDate": "2019",
            "highlights": [f"Cooked {n} meals a day for the guests"],
        }
        for n in (80, 120)
    ]
    take_in(reader.read(saved(tmp_path / "one.json", {"work": roles[:1]}), "al"), store)
    written = take_in(reader.read(saved(tmp_path / "two.json", {"work": roles[1:]}), "al"), store)
    (cook,) = store.of("al")
    assert cook.data["highlights"] == ["Cooked 80 meals a day for the guests"]
    assert len(written.conflicts) == 1


def test_jobs_that_may_be_one_are_both_kept_and_named(
    reader: SourceReader, store: SqliteDocuments, tmp_path: Path
) -> None:
    role = {"name": "Beta Bank", "position": "Data Analyst", "startDate": "2018-06"}
    take_in(reader.read(saved(tmp_path / "resume.json", {"work": [role]}), "dana"), store)
    written = take_in(reader.read(export(tmp_path / "e.zip", EXPORT), "dana"), store)
    assert any("may be the same job" in line for line in written.conflicts)
    assert sum(document.data.get("name") == "Beta Bank" for document in store.of("dana")) == 2

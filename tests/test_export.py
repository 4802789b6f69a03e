"""LinkedIn exports of several years, saved again by other programs, and with files in them that hold no career."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from resumify.errors import EmptyProfile, InvalidInput
from resumify.models import Reading
from resumify.read import read_export
from tests.test_inputs import EXPORT, POSITIONS
from tests.test_read import of

WHOLE = {
    **EXPORT,
    "Volunteering.csv": "Company Name,Role,Cause,Started On,Finished On,Description\r\n"
    'Red Cross,Driver,health,Mar 2019,,"Drove 3 nights a month"\r\n',
    "Organizations.csv": "Name,Position,Description,Started On,Finished On\r\n"
    "PMI Berlin,Treasurer,,Jan 2020,Dec 2022\r\n",
    "Publications.csv": "Name,Published On,Description,Publisher,Url\r\n"
    "Shops that sell,May 2021,On carts.,Heise,https://heise.example/shops\r\n",
    "Patents.csv": "Title,Description,Issuer,Patent Number,Issued On,Url\r\n"
    'Cart,,US Patent Office,"US 10,123",2020,\r\n',
    "Honors.csv": "Title,Description,Issued On\r\nBest Shop,Of 40 shops,Jun 2022\r\n",
    "Projects.csv": "Title,Description,Url,Started On,Finished On\r\n"
    "Cart,A cart in Go,https://cart.example,2021,2022\r\n",
    "Causes You Care About.csv": "Supported Cause\r\nEnvironment\r\n",
    "Courses.csv": "Name,Number\r\nStatistics,ST101\r\n",
    "Recommendations_Received.csv": "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\r\n"
    "Greta,Sandholm,Orbit,Astronaut,Dana is great,,VISIBLE\r\n",
    "Jobs/Saved Jobs.csv": "Saved Date,Job Url\r\n",
    "messages.csv": "FROM,TO,CONTENT\r\nGreta,Dana,Hello\r\n",
}


def read(folder: Path, files: dict[str, Any]) -> Reading:
    with zipfile.ZipFile(folder / "export.zip", "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return read_export(folder / "export.zip", "dana")


def test_every_file_of_a_career_is_read(tmp_path: Path) -> None:
    reading = read(tmp_path, WHOLE)
    assert of(reading, "volunteer") == [
        {
            "organization": "Red Cross",
            "position": "Driver",
            "startDate": "2019-03",
            "summary": "Drove 3 nights a month",
        },
        {"organization": "PMI Berlin", "position": "Treasurer", "startDate": "2020-01", "endDate": "2022-12"},
    ]
    assert of(reading, "publications") == [
        {
            "name": "Shops that sell",
            "publisher": "Heise",
            "summary": "On carts.",
            "releaseDate": "2021-05",
            "url": "https://heise.example/shops",
        },
        {"name": "Cart", "publisher": "US Patent Office, US 10,123", "releaseDate": "2020"},
    ]
    assert of(reading, "awards") == [{"title": "Best Shop", "summary": "Of 40 shops", "date": "2022-06"}]
    assert of(reading, "projects")[0]["description"] == "A cart in Go"
    assert of(reading, "interests") == [{"name": "Environment"}]
    assert of(reading, "languages") == [{"language": "German", "fluency": "Native or bilingual proficiency"}]
    assert "volunteer" in reading.complete


def test_what_was_not_used_is_said_by_its_name(tmp_path: Path) -> None:
    reading = read(tmp_path, WHOLE)
    said = "\n".join(reading.uncertain)
    assert "Courses.csv was not used" in said
    assert "Recommendations_Received.csv was not used: it holds other people's words" in said
    for name in ("Connections.csv", "messages.csv", "Saved Jobs.csv"):
        assert name in said
    everything = json.dumps([document.model_dump(mode="json") for document in reading.documents])
    for other in ("Greta", "Hello", "Dana is great"):
        assert other not in everything


def test_a_long_list_of_other_files_is_counted(tmp_path: Path) -> None:
    others = {f"Ads {number}.csv": "A,B\r\n" for number in range(30)}
    (line,) = [line for line in read(tmp_path, {"Positions.csv": POSITIONS, **others}).uncertain if "Not used" in line]
    assert "and 24 more" in line


YEARS = {
    "older columns": "Company,Position,Description,Location,Start Date,End Date\r\n"
    "Acme,Nurse,Led 12,Berlin,01/2018,03/2020\r\n",
    "another order and more": "Finished On,Team,Title,Company Name,Started On,Location,Description\r\n"
    "Mar 2020,A,Nurse,Acme,Jan 2018,Berlin,Led 12\r\n",
    "german": "Unternehmen,Titel,Beschreibung,Standort,Beginn,Ende\r\n"
    "Acme,Nurse,Led 12,Berlin,Januar 2018,März 2020\r\n",
    "french": "Entreprise,Titre,Description,Lieu,Date de début,Date de fin\r\n"
    "Acme,Nurse,Led 12,Berlin,janv. 2018,mars 2020\r\n",
    "spanish": "Empresa,Cargo,Descripción,Ubicación,Fecha de inicio,Fecha de fin\r\n"
    "Acme,Nurse,Led 12,Berlin,ene 2018,mar 2020\r\n",
    "semicolons": "Company Name;Title;Description;Location;Started On;Finished On\r\n"
    "Acme;Nurse;Led 12;Berlin;2018-01;2020-03\r\n",
    "tabs": "Company Name\tTitle\tDescription\tLocation\tStarted On\tFinished On\r\n"
    "Acme\tNurse\tLed 12\tBerlin\t2018-01\t2020-03\r\n",
    "notes and blank lines": 'Notes:\r\n"Some of it, may be missing."\r\n\r\n\r\n'
    "Company Name,Title,Description,Location,Started On,Finished On\r\n\r\n"
    "Acme,Nurse,Led 12,Berlin,Jan 2018,Mar 2020\r\n\r\n",
    "lone carriage returns": "Company Name,Title,Description,Location,Started On,Finished On\r"
    "Acme,Nurse,Led 12,Berlin,Jan 2018,Mar 2020\r",
}


@pytest.mark.parametrize("text", YEARS.values(), ids=YEARS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_columns_of_any_year_and_encoding_are_found(text: str, encoding: str, tmp_path: Path) -> None:
    assert of(read(tmp_path, {"Positions.csv": text.encode(encoding)}), "work") == [
        {
            "name": "Acme",
            "position": "Nurse",
            "summary": "Led 12",
            "location": "Berlin",
            "startDate": "2018-01",
            "endDate": "2020-03",
        }
    ]


@pytest.mark.parametrize("name", ["positions.CSV", "Basic/Positions.csv", "Berufserfahrung.csv", "Expérience.csv"])
def test_a_file_is_known_by_its_name_in_any_folder_and_language(name: str, tmp_path: Path) -> None:
    assert len(of(read(tmp_path, {name: POSITIONS}), "work")) == 2


def test_what_an_archiver_adds_is_not_read(tmp_path: Path) -> None:
    extra = {
        "__MACOSX/._Positions.csv": b"\x00\x05\x16\x07",
        "._Positions.csv": b"\x00\x05\x16\x07",
        ".DS_Store": b"\x00",
    }
    reading = read(tmp_path, {**extra, "Positions.csv": POSITIONS})
    assert len(of(reading, "work")) == 2
    assert reading.uncertain == ()


def test_a_file_that_is_there_twice_is_read_once_and_said(tmp_path: Path) -> None:
    reading = read(tmp_path, {"Positions.csv": POSITIONS, "old/Positions.csv": POSITIONS.replace("Acme", "Umbrella")})
    assert [role["name"] for role in of(reading, "work")] == ["Acme GmbH", "Beta Bank"]
    assert any("a second Positions.csv" in line for line in reading.uncertain)


def test_a_file_with_other_columns_is_said_and_does_not_end_the_others(tmp_path: Path) -> None:
    reading = read(tmp_path, {"Positions.csv": POSITIONS, "Education.csv": "A,B\r\n1,2\r\n"})
    assert any("Education.csv has no columns that are known" in line for line in reading.uncertain)
    assert "education" not in reading.complete


@pytest.mark.parametrize(
    ("files", "error", "reason"),
    [
        ({"Profile.csv": EXPORT["Profile.csv"]}, EmptyProfile, "without any work"),
        ({"Connections.csv": "First Name,Last Name\r\n"}, InvalidInput, "no LinkedIn export"),
        ({"../../Positions.csv": POSITIONS}, InvalidInput, "no LinkedIn export"),
        ({f"{number}.csv": "" for number in range(5_001)}, InvalidInput, "5,001 files"),
        ({"Positions.csv": "Company Name,Title\r\n" + "x" * 21_000_000}, InvalidInput, "unpacks to more"),
    ],
    ids=["nothing but a name", "other people", "a path that climbs", "too many files", "a bomb"],
)
def test_what_is_no_export_is_refused(
    files: dict[str, str], error: type[Exception], reason: str, tmp_path: Path
) -> None:
    with pytest.raises(error, match=reason):
        read(tmp_path, files)

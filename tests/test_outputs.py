"""One refused file spoils no other, and what leaves the house comes in again as it went."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest

from cli.results import RESULT, write_files
from demo.site import person
from resumify.errors import SystemFault, UserError
from resumify.read import read_document
from resumify.render import FORMATS, render
from tests.rendered import UNSEEN, a_resume, a_role
from tests.test_read import of


def test_one_format_that_is_refused_spoils_no_other(tmp_path: Path) -> None:
    (tmp_path / "resume.pdf").write_bytes(b"of an earlier posting")
    resume = a_resume(work=[a_role(f"Read {UNSEEN} tablets.")])
    files, refused = write_files(resume, ["pdf", "docx", "txt"], tmp_path)
    assert [file.name for file in files] == [RESULT, "resume.docx", "resume.txt"]
    assert sorted(tmp_path.iterdir()) == sorted(files)
    assert isinstance(refused, UserError)
    assert "resume.pdf was not written" in refused.message
    assert "U+10600" in refused.message
    assert "docx" in refused.hint


def test_a_format_that_fails_by_our_fault_is_said_to_be_ours(tmp_path: Path) -> None:
    resume = a_resume(work=[{"name": f"St Mary's {UNSEEN}", "startDate": "spring 2019"}])
    files, refused = write_files(resume, ["json", "pdf", "md"], tmp_path)
    assert [file.name for file in files] == [RESULT, "resume.md"]
    assert isinstance(refused, SystemFault)
    assert "resume.json" in refused.message
    assert "resume.pdf" in refused.message


def test_where_nothing_is_refused_nothing_is_said(tmp_path: Path) -> None:
    assert write_files(a_resume(work=[a_role("x y")]), FORMATS, tmp_path)[1] is None


@pytest.mark.parametrize("theme", ["modern", "compact"])
@pytest.mark.parametrize("form", ["pdf", "docx"])
@pytest.mark.parametrize("name", ["ada", "katrin", "tom", "sipho", "yvonne", "maricel"])
def test_a_resume_of_ours_reads_back_from_every_theme(
    name: str, form: Literal["pdf", "docx"], theme: str, tmp_path: Path
) -> None:
    given = person(name)
    written = a_resume(**{**given, "meta": {"theme": theme}})
    (tmp_path / f"cv.{form}").write_bytes(render(written, form))
    reading = read_document(tmp_path / f"cv.{form}", form, name)
    fields = {
        "work": ("name", "position", "startDate", "endDate"),
        "education": ("institution",),
        "certificates": ("name", "issuer"),
    }
    for section, names in fields.items():
        wanted = [tuple(entry.get(field) for field in names) for entry in given.get(section, [])]
        assert [tuple(entry.get(field) for field in names) for entry in of(reading, section)] == wanted

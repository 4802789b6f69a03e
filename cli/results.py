"""What a command did, as a few lines on the terminal; a finished résumé also as files."""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from resumify.bootstrap import BASE
from resumify.config import Settings
from resumify.errors import InvalidInput, StoreFault, SystemFault, UserError
from resumify.models import Reading, Resume, Written
from resumify.render import render

RESULT = "result.json"
_ASKED_AT_ONCE = 3
_MARKS = {"met": "+", "partly": "~", "absent": "-"}
_KINDS = {"must": "", "nice": " (nice to have)"}


def imported(reading: Reading, written: Written, profile: str) -> Iterator[str]:
    """What was found per section, what changed, and what the reader was unsure of."""
    for section, count in Counter(document.section for document in reading.documents).items():
        yield f"  {section:<14} {count:>3}"
    counts = {"new": written.inserted, "changed": written.updated, "gone": written.deleted}
    changes = ", ".join(f"{count} {what}" for what, count in counts.items() if count)
    yield f"{profile}: {changes or 'nothing has changed'}; {written.unchanged} as they were."
    yield from (f"  not sure: {doubt}" for doubt in (*reading.uncertain, *written.conflicts))


def check_folder(folder: Path) -> None:
    """Make the folder, before any work is done for it. Raises InvalidInput when it cannot be written to."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise InvalidInput(f"--out {folder}: {error.strerror}.", "Name a folder that you may write to.") from error


def write_files(
    resume: Resume, formats: Sequence[str], folder: Path
) -> tuple[list[Path], UserError | SystemFault | None]:
    """Write result.json and one file per format; every form is rendered before the first file is touched.

    A form that is refused spoils no other: it is returned beside the files, as the error to end with, and the file
    that an earlier résumé left in its place goes, so that it is not sent for this one. Raises StoreFault when the
    disk fails; older files are then whole.
    """
    contents = {RESULT: resume.model_dump_json(by_alias=True, indent=2).encode()}
    refused: dict[str, UserError | SystemFault] = {}
    for format_ in formats:
        try:
            contents[f"resume.{format_}"] = render(resume, format_)
        except (UserError, SystemFault) as fault:
            refused[f"resume.{format_}"] = fault
    files = [_replace(folder / name, data) for name, data in contents.items()]
    for name in refused:
        (folder / name).unlink(missing_ok=True)
    return files, _told(refused)


def _told(refused: Mapping[str, UserError | SystemFault]) -> UserError | SystemFault | None:
    """One error that names every refused file and why; ours, where one of them is our fault."""
    if not refused:
        return None
    faults = list(refused.values())
    kind = next((type(fault) for fault in faults if isinstance(fault, SystemFault)), type(faults[0]))
    reasons = " ".join(f"{name} was not written: {fault.message}" for name, fault in refused.items())
    return kind(reasons, " ".join(dict.fromkeys(fault.hint for fault in faults)))


def summary(resume: Resume, wanted: str, files: Sequence[Path]) -> Iterator[str]:
    """What a person wants to know first: requirements, coverage, who wrote (of the model `wanted`), where it lies."""
    yield "The posting asks for (+ shown, ~ in part, - not in your profile):"
    for requirement in resume.match.requirements:
        yield f"  {_MARKS[requirement.status]} {_short(requirement.text)}{_KINDS[requirement.kind]}"
    match = resume.match
    yield f"Shown: {match.coverage:.0%} of what is asked for; your profile could show {match.ceiling:.0%} at most."
    yield _writer(resume, wanted)
    if resume.omitted:
        yield f"{len(resume.omitted)} things were left out; {RESULT} says which, and why."
    yield from resume.notes
    yield from (f"  {path}" for path in files)
    yield from _questions(resume)


def traced(record: Mapping[str, Any]) -> str:
    """One finished span in a line; what it has no figures for is left out."""
    said = [f"{record['at'][:19]}  {record['trace'][:12]}  {record['name']:<7} {record['seconds']:6.1f} s"]
    if version := record.get("version"):
        said.append(f"by {version}")
    if "coverage" in record:
        said.append(f"shows {record['coverage']:.0%} of {record['requirements']} requirements")
    if "written" in record:
        said.append(f"{record['written']} lines written, {record['rejected']} refused")
    if record.get("error"):
        said.append(f"ended with {record['error']}")
    return "; ".join(said)


def _questions(resume: Resume) -> Iterator[str]:
    """What the first questions are about, with their ids, and how to answer."""
    if not resume.questions:
        return
    yield "If one of these is true of you, say where, since when and what came of it, else say no:"
    yield f'  resumify answer --profile {resume.profile} --question ID "..."'
    yield from (f"  {one.id}  {_short(one.requirement)}" for one in resume.questions[:_ASKED_AT_ONCE])
    if (left := len(resume.questions) - _ASKED_AT_ONCE) > 0:
        yield f"  {left} more in {RESULT}."


def _writer(resume: Resume, wanted: str) -> str:
    model, hosted = resume.model, Settings().writer
    if model.version == "none":
        missing = (
            f"{hosted} gave no line: look at RESUMIFY_WRITER, its server and its key."
            if hosted is not None
            else "The model did not run: look at the warning above."
        )
        return f"Every line is in your own words.{f' {missing}' if wanted == 'accepted' else ''}"
    name = "the base model" if model.version == BASE else f"{model.name} {model.version}"
    return f"Lines by {name}; {len(resume.rejected)} of them refused, and left in your own words."


def _short(text: str, width: int = 90) -> str:
    return text if len(text) <= width else f"{text[: width - 1].rstrip()}…"


def _replace(path: Path, data: bytes) -> Path:
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as partial:
            partial.write(data)
        umask = os.umask(0)
        os.umask(umask)
        Path(partial.name).chmod(0o666 & ~umask)
        return Path(partial.name).replace(path)
    except OSError as error:
        raise StoreFault(f"{path} could not be written: {error.strerror}.", "Nothing was replaced.") from error

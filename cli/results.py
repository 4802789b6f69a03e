"""A finished résumé as files and as a few lines on the terminal."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from resumify.errors import InvalidInput, StoreFault
from resumify.models import Resume
from resumify.render import render

RESULT = "result.json"
_MARKS = {"met": "+", "partly": "~", "absent": "-"}


def write_files(resume: Resume, formats: Sequence[str], folder: Path) -> list[Path]:
    """Write result.json and one file per format; every form is rendered before the first file is touched.

    Raises InvalidInput when the folder cannot be made, StoreFault when the disk fails; older files are then whole.
    """
    contents = {RESULT: resume.model_dump_json(by_alias=True, indent=2).encode()}
    contents |= {f"resume.{format_}": render(resume, format_) for format_ in formats}
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InvalidInput(f"--out {folder}: {error.strerror}.", "Name a folder that can be made.") from error
    return [_replace(folder / name, data) for name, data in contents.items()]


def summary(resume: Resume, files: Sequence[Path]) -> Iterator[str]:
    """What a person wants to know first: requirements, coverage, who wrote, where it lies."""
    for requirement in resume.match.requirements:
        yield f"  {_MARKS[requirement.status]} {requirement.kind}: {_short(requirement.text)}"
    match, model = resume.match, resume.model
    shown = f"shows {match.coverage:.0%} of what the posting asks for; your facts could show {match.ceiling:.0%}"
    yield f"The résumé {shown}."
    writer = "your own words" if model.version in {"", "none"} else f"{model.name} {model.version}"
    yield f"Lines by {writer}; {len(resume.rejected)} refused by the guard, {len(resume.omitted)} left out: {RESULT}."
    yield from (f"  {path}" for path in files)


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

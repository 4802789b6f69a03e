"""Résumés that were made, one JSON file each, so that any worker can give them again in any form."""

from __future__ import annotations

import logging
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from resumify.errors import NotFound, StoreFault
from resumify.models import Resume

_log = logging.getLogger(__name__)
_ID = re.compile(r"[0-9a-f]{32}")


class ResumeStore:
    """Files named <id>.json under `folder`, readable by this user of the machine alone; each is whole or not there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, resume: Resume) -> None:
        """Keep the résumé. Raises StoreFault when the disk does not let us."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self._folder, prefix=".", delete=False) as partial:
                partial.write(resume.model_dump_json(by_alias=True).encode())
            Path(partial.name).replace(self._file(resume.id))
        except OSError as error:
            raise StoreFault(
                f"The résumé could not be kept in {self._folder}: {error.strerror}.", "Free some space."
            ) from error

    def get(self, id_: str) -> Resume:
        """The résumé with this id. Raises NotFound."""
        try:
            if not _ID.fullmatch(id_):
                raise FileNotFoundError
            return Resume.model_validate_json(self._file(id_).read_bytes())
        except FileNotFoundError:
            raise no_resume() from None
        except OSError as error:
            raise StoreFault(f"{self._file(id_)} cannot be read: {error.strerror}.") from error

    def of(self, profile: str) -> Iterator[Resume]:
        """The profile's résumés."""
        for file in self._files():
            try:
                resume = Resume.model_validate_json(file.read_bytes())
            except (OSError, ValidationError):
                _log.warning("%s is no résumé that can be read", file.name)
                continue
            if resume.profile == profile:
                yield resume

    def erase(self, profile: str) -> int:
        """Delete the profile's résumés; return how many there were."""
        ids = [resume.id for resume in self.of(profile)]
        for id_ in ids:
            self._file(id_).unlink(missing_ok=True)
        return len(ids)

    def _file(self, id_: str) -> Path:
        return self._folder / f"{id_}.json"

    def _files(self) -> list[Path]:
        return sorted(file for file in self._folder.glob("*.json") if _ID.fullmatch(file.stem))


def no_resume() -> NotFound:
    """What is said of a résumé that is not there, and of one that is somebody else's."""
    return NotFound("There is no such résumé.", "POST /v1/resumes makes one.")

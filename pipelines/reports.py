"""Pages about a trained version as files that a person finds: the evaluation and the dataset's card, one folder each.

They hold people's lines, so each folder names whose, and goes when one of them is forgotten.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from resumify.models import ModelVersion

_PEOPLE = "people.json"


def keep(pages: Mapping[str, str], model: ModelVersion, people: Sequence[str], folder: Path) -> list[Path]:
    """Write each page (file name -> content) into the version's folder, and return the files."""
    place = folder / model.version
    place.mkdir(parents=True, exist_ok=True)
    (place / _PEOPLE).write_text(json.dumps(list(people), ensure_ascii=False) + "\n", encoding="utf-8")
    for name, page in pages.items():
        (place / name).write_text(page, encoding="utf-8")
    return [place / name for name in pages]


def erase(profile: str, folder: Path) -> int:
    """Delete the folders in which the profile's lines may stand; return how many there were."""
    found = [file.parent for file in folder.glob(f"*/{_PEOPLE}") if profile in json.loads(file.read_text("utf-8"))]
    for place in found:
        shutil.rmtree(place)
    return len(found)

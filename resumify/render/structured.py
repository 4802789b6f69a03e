"""JSON Resume as a file: the résumé's own object, held to the schema before it leaves."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from resumify.errors import SystemFault

_SCHEMA = Path(__file__).parent.parent / "read" / "json_resume.schema.json"  # one schema for the way in and out
_DATE = re.compile(r"(?:\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)?\Z")
_HINT = "The other formats (pdf, docx, html, md, txt) show it as it stands; read the source in again to mend it."


def to_json(resume: Mapping[str, Any]) -> bytes:
    """Return the object, indented, in UTF-8. Raises SystemFault naming the place where it is no JSON Resume."""
    problem = next(iter(sorted(_validator().iter_errors(resume), key=lambda one: str(one.json_path))), None)
    if problem is not None:
        raise SystemFault(f"The result is no JSON Resume at {problem.json_path}: {problem.message[:120]}.", _HINT)
    file = (json.dumps(resume, ensure_ascii=False, indent=2) + "\n").encode()
    if json.loads(file) != resume:
        raise SystemFault("The JSON file, read back, is not the résumé.", _HINT)
    return file


@cache
def _validator() -> Any:
    """Looser readers take more; what we hand out has ISO dates alone, and an open end is an absent one."""
    from jsonschema import Draft7Validator, FormatChecker

    checker = FormatChecker(formats=())
    for name in ("resume-date", "resume-end-date"):
        checker.checks(name)(lambda value: not isinstance(value, str) or _DATE.match(value) is not None)
    return Draft7Validator(json.loads(_SCHEMA.read_text(encoding="utf-8")), format_checker=checker)

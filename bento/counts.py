"""What /metrics says, without naming anybody: BentoML counts by address, and addresses hold profiles and résumés."""

from __future__ import annotations

import re

_ENDPOINT = re.compile(r'endpoint="((?:[^"\\]|\\.)*)"')
_OF_SOMEBODY = re.compile(r"(/v1/[a-z]+)/[^/]+")
_KNOWN = frozenset(("/", "/v1/resumes", "/v1/resumes/{id}", "/v1/profiles/{id}", "/livez", "/readyz", "/docs.json"))


def by_route(metrics: str) -> str:
    """The same in Prometheus' text format, counted by route; addresses that lead nowhere are one."""
    lines: dict[str, float | None] = {}
    for line in metrics.splitlines():
        if line.startswith("#") or "endpoint=" not in line:
            lines[line] = None
            continue
        series, _, value = _ENDPOINT.sub(_named, line).rpartition(" ")
        lines[series] = (lines.get(series) or 0.0) + float(value)
    return "".join(f"{line}\n" if value is None else f"{line} {value}\n" for line, value in lines.items())


def _named(found: re.Match[str]) -> str:
    route = _OF_SOMEBODY.fullmatch(found[1])
    name = f"{route[1]}/{{id}}" if route is not None else found[1]
    return f'endpoint="{name if name in _KNOWN else "other"}"'

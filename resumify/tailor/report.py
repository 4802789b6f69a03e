"""How far a résumé meets a posting: per requirement, as a share, and what the facts could honestly show at most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from resumify.models import Match, MatchReport, RequirementReport, Status

_SHARE: dict[Status, float] = {"absent": 0.0, "partly": 0.5, "met": 1.0}


def report_of(possible: Sequence[Match], shown: Sequence[Match], places: Mapping[str, str]) -> MatchReport:
    """Compare what all facts show with what the result shows; both list the requirements in the same order.

    The result never counts for more than the facts: a line's wording can lose a term, not gain one.
    """
    reports = tuple(_requirement(could, does, places) for could, does in zip(possible, shown, strict=True))
    return MatchReport(
        requirements=reports,
        coverage=_share([report.status for report in reports]),
        ceiling=_share([match.status for match in possible]),
    )


def _requirement(could: Match, does: Match, places: Mapping[str, str]) -> RequirementReport:
    evidence = tuple(dict.fromkeys(places[fact] for fact in does.facts if fact in places))
    status = min(could.status, does.status if evidence else "absent", key=lambda status: _SHARE[status])
    return RequirementReport(
        text=could.requirement.text,
        kind=could.requirement.kind,
        status=status,
        evidence=evidence if status != "absent" else (),
    )


def _share(statuses: Sequence[Status]) -> float:
    return round(sum(_SHARE[status] for status in statuses) / len(statuses), 4) if statuses else 0.0

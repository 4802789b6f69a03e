"""Whether a candidate becomes the accepted writer: better, and not less true. One rule, said in words."""

from __future__ import annotations

from resumify.evaluate.interval import Interval
from resumify.models import Frozen, Scores


class Decision(Frozen):
    promote: bool
    reason: str


def decide(candidate: Scores, incumbent: Scores, name: str) -> Decision:
    """Whether the candidate takes the place of the incumbent, whose version is `name`."""
    if refusal := _less_true(candidate, incumbent, name):
        return refusal
    figures = f"quality {candidate.quality:.3f} against {incumbent.quality:.3f}"
    if candidate.quality <= incumbent.quality:
        return Decision(promote=False, reason=f"not promoted: no better than {name} ({figures})")
    truth = f"{candidate.truth:.3f} against {incumbent.truth:.3f}"
    return Decision(promote=True, reason=f"promoted: better than {name} ({figures}) and not less true ({truth})")


def decide_first(candidate: Scores, base: Scores, words: Scores, gain: Interval) -> Decision:
    """Whether the candidate is the first to be accepted: better than the people's own words, which stand while nothing
    is, neither less true than the base nor surely worse (`gain` is its quality less the base's)."""
    if refusal := _less_true(candidate, base, "the base"):
        return refusal
    if gain.high < 0:
        return Decision(promote=False, reason=f"not promoted: worse than the base (quality {gain})")
    figures = f"quality {candidate.quality:.3f} against {words.quality:.3f}"
    if candidate.quality <= words.quality:
        return Decision(promote=False, reason=f"not promoted: no better than the people's own words ({figures})")
    beside = "better than" if gain.low > 0 else "no different from"
    return Decision(
        promote=True,
        reason=f"promoted as the first: better than the people's own words ({figures}), not less true, and {beside} "
        f"the base it was tuned from ({gain})",
    )


def _less_true(candidate: Scores, rival: Scores, name: str) -> Decision | None:
    if candidate.n != rival.n:
        return Decision(promote=False, reason=f"not promoted: {name} was scored on other lines")
    if candidate.truth >= rival.truth:
        return None
    truth = f"{candidate.truth:.3f} against {rival.truth:.3f}"
    return Decision(promote=False, reason=f"not promoted: less true than {name} ({truth})")

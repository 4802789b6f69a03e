"""Whether a candidate becomes the accepted writer: better, and not less true. One rule, said in words."""

from __future__ import annotations

from resumify.models import Frozen, Scores


class Decision(Frozen):
    promote: bool
    reason: str


def decide(candidate: Scores, rival: Scores, name: str) -> Decision:
    """Compare with the incumbent, or with the base where there is none (`name` says which)."""
    if candidate.n != rival.n:
        return Decision(promote=False, reason=f"not promoted: {name} was scored on other lines")
    if candidate.truth < rival.truth:
        return Decision(
            promote=False,
            reason=f"not promoted: less true than {name} ({candidate.truth:.3f} against {rival.truth:.3f})",
        )
    if candidate.quality <= rival.quality:
        return Decision(
            promote=False,
            reason=f"not promoted: no better than {name} (quality {candidate.quality:.3f} against {rival.quality:.3f})",
        )
    return Decision(
        promote=True,
        reason=f"promoted: better than {name} (quality {candidate.quality:.3f} against {rival.quality:.3f}) "
        f"and not less true ({candidate.truth:.3f} against {rival.truth:.3f})",
    )

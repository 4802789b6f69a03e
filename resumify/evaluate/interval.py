"""How sure a difference is: a mean over lines with its 95 % interval, by the bootstrap."""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Hashable, Sequence

from resumify.models import Frozen

_DRAWS = 1000
_SEED = 7


class Interval(Frozen):
    mean: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.mean:+.4f}, 95 % interval {self.low:+.4f} to {self.high:+.4f}"


def bootstrap(values: Sequence[float], groups: Sequence[Hashable]) -> Interval:
    """The mean of the values, and between which means 95 % of the resamples lie.

    Whole groups are drawn (Efron's percentile bootstrap, clustered): values of one group are not independent. The same
    for the same values.
    """
    by_group: dict[Hashable, list[float]] = defaultdict(list)
    for value, group in zip(values, groups, strict=True):
        by_group[group].append(value)
    sums = [(math.fsum(found), len(found)) for found in by_group.values()]
    chance = random.Random(_SEED)
    means = sorted(_mean(chance.choices(sums, k=len(sums))) for _ in range(_DRAWS))
    return Interval(mean=_mean(sums), low=means[_DRAWS // 40], high=means[-1 - _DRAWS // 40])


def _mean(sums: Sequence[tuple[float, int]]) -> float:
    return math.fsum(total for total, _ in sums) / sum(count for _, count in sums)

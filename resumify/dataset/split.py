"""Which owners train and which test, and the proof that nothing of one stands in the other."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from resumify.errors import InvalidInput
from resumify.models import Example, Preference

_LEAST_OWNERS = 2


def test_owners(owners: Iterable[str], share: float, seed: int) -> frozenset[str]:
    """About `share` of the owners. An owner's place depends on the seed and on no other owner, so that who once tested
    never trains a later model; only where nobody falls to the tests one owner is taken.

    Raises InvalidInput for fewer than two owners.
    """
    ranked = sorted(set(owners), key=lambda owner: _place(owner, seed))
    if len(ranked) < _LEAST_OWNERS:
        raise InvalidInput(
            f"A dataset is split by person, and facts of {len(ranked) or 'no'} person are stored.",
            "Import at least two profiles (demo/people holds made-up ones) and run the stream.",
        )
    chosen = [owner for owner in ranked if _place(owner, seed) < share] or ranked[:1]
    return frozenset(chosen[: len(ranked) - 1])


def _place(owner: str, seed: int) -> float:
    """A number from 0 to 1 that is the owner's own."""
    return int.from_bytes(hashlib.sha256(f"{seed}:{owner}".encode()).digest()[:8], "big") / 2**64


def check_split(examples: Sequence[Example], preferences: Sequence[Preference] = ()) -> None:
    """Raise InvalidInput where an owner, a fact's text or a prompt stands in training and in the test; preferences are
    trained on."""
    both = [(one, one.split) for one in examples] + [(one, "train") for one in preferences]
    _check_apart("owner", [(one.owner, split) for one, split in both])
    _check_apart("fact", [(example.source.casefold(), example.split) for example in examples])
    _check_apart("prompt", [(one.prompt.text.casefold(), split) for one, split in both])


def _check_apart(kind: str, values: Iterable[tuple[str, str]]) -> None:
    sides: dict[str, set[str]] = {"train": set(), "test": set()}
    for value, side in values:
        sides[side].add(value)
    if shared := sides["train"] & sides["test"]:
        raise InvalidInput(
            f"The dataset leaks: {len(shared)} {kind}(s) stand in training and in the test.",
            "A score on it would mean nothing; nothing was kept. Build the dataset anew.",
        )

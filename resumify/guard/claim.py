"""What every claim class is given: the line, and what it may stand on."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from resumify.guard.parts import Part, lesser_parts
from resumify.guard.reading import Reading

_ENOUGH = 40  # lesser parts; whoever has more is not judged


@dataclass(frozen=True)
class Claim:
    """`source` is the cited fact; `context` the header of its role, from which employer, title and dates may be named;
    `terms` the posting's words, which support nothing and only name a fault better."""

    line: Reading
    source: Reading
    context: Reading
    terms: frozenset[str] = field(default_factory=frozenset)

    @cached_property
    def own_parts(self) -> tuple[Part, ...]:
        """The lesser parts that the line says."""
        return tuple(islice(lesser_parts(self.line), _ENOUGH))

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The lesser parts that the fact says."""
        return tuple(islice(lesser_parts(self.source), _ENOUGH))

"""How long a résumé waits for its lines: what a model has not written by then stays in the person's own words."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass
from time import monotonic

from resumify.errors import ModelFault
from resumify.models import Prompt
from resumify.ports import LanguageModel


@dataclass(frozen=True)
class Patient:
    """Fulfils ports.LanguageModel until `end` (monotonic, s): whoever asks waits no longer, whatever the model does.

    `pool` bounds how many calls may hang; those that have not begun when the time is up never do.
    """

    model: LanguageModel
    end: float
    pool: ThreadPoolExecutor

    @property
    def name(self) -> str:
        return self.model.name

    def write(self, prompts: Sequence[Prompt]) -> list[str]:
        """One text per prompt. Raises ModelFault when the time is up."""
        call = self.pool.submit(copy_context().run, self.model.write, prompts)
        try:
            return call.result(max(0.0, self.end - monotonic()))
        except TimeoutError as late:
            call.cancel()
            raise ModelFault(f"{self.name} did not write {len(prompts)} lines in time.") from late

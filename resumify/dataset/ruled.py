"""The rules as one writer among others, so that an evaluation can set them beside the models. Learns nothing."""

from __future__ import annotations

from collections.abc import Sequence

from resumify.models import Prompt


class RuledWriter:
    """Fulfils ports.LanguageModel: each prompt brings the rules' line along, where that is not the fact."""

    name = "rules"

    def write(self, prompts: Sequence[Prompt]) -> list[str]:
        return [prompt.draft or prompt.fact for prompt in prompts]

"""The rules as one writer among others, so that an evaluation can set them beside the models. Learns nothing."""

from __future__ import annotations

from collections.abc import Sequence

from resumify.dataset.preferences import cut_of
from resumify.editing.rules import edit
from resumify.models import Example, Prompt


class RuledWriter:
    """Fulfils ports.LanguageModel for the prompts of the examples it was made of."""

    name = "rules"

    def __init__(self, examples: Sequence[Example]) -> None:
        self._lines = {example.prompt.text: edit(cut_of(example)) for example in examples}

    def write(self, prompts: Sequence[Prompt]) -> list[str]:
        return [self._lines[prompt.text] for prompt in prompts]

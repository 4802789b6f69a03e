"""How a model's probabilities become a line: the fact as it is where each of its words is the likeliest, else greedy,
beams where that is not sure, and the fact's own words where nothing is. Where the rules offer a draft, the likelier of
the two stands.

A model with one token per word and slot, as our own, is held to its fact while it writes (slots.Constraint); any other
writes freely, and what it wrote is judged afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from resumify.models import Prompt
from resumify.slots import Constraint

if TYPE_CHECKING:
    import torch

_MOST_NEW = 80  # tokens of a line
_BEAMS = 4
_SURE = -1.0
"""Log probability of a whole line from which on it is taken without a second look."""
_UNSURE = -3.0
"""Log probability of a whole line below which the fact stays as it is: such lines came out garbled, surer ones hardly
ever (docs/decisions.md)."""
_FORBIDDEN = float("-inf")
_SPACE_BEFORE = re.compile(r"\s+(?=[,;:.!?)])")
_SPACE_AFTER = re.compile(r"(?<=\()\s+")


def decode(model: Any, tokenizer: Any, prompts: Sequence[Prompt]) -> list[str]:
    """One line per prompt, the same alone and in a batch; the fact as it is where a model does not know its words."""
    known = [_knows(tokenizer, prompt.text) for prompt in prompts]
    lines = iter(_decoded(model, tokenizer, [prompt for prompt, knows in zip(prompts, known, strict=True) if knows]))
    return [next(lines) if knows else prompt.fact for prompt, knows in zip(prompts, known, strict=True)]


def _knows(tokenizer: Any, text: str) -> bool:
    """Whether every word of the text is one of the tokenizer's; one that spells out what it does not know has all."""
    return tokenizer.unk_token_id is None or tokenizer.unk_token_id not in tokenizer(text)["input_ids"]


def _decoded(model: Any, tokenizer: Any, prompts: Sequence[Prompt]) -> list[str]:
    if not prompts:
        return []
    rails = [_Rail(tokenizer, prompt) for prompt in prompts]
    if not all(rail.holds for rail in rails):
        return _generated(model, tokenizer, prompts, rails, 1)
    read = _read(model, tokenizer, prompts, [prompt.fact for prompt in prompts])
    lines = [prompt.fact for prompt in prompts]
    sureness = [reading.sureness for reading in read]
    again = [place for place, reading in enumerate(read) if not reading.is_likeliest]
    for beams in (1, _BEAMS):
        asked = [prompts[place] for place in again]
        better = _generated(model, tokenizer, asked, [rails[place] for place in again], beams)
        for place, line, reading in zip(again, better, _read(model, tokenizer, asked, better), strict=True):
            lines[place], sureness[place] = line, reading.sureness
        again = [place for place, sure in enumerate(sureness) if sure < _SURE]
    for place, (prompt, reading) in enumerate(zip(prompts, read, strict=True)):
        if sureness[place] < _UNSURE:
            lines[place], sureness[place] = prompt.fact, reading.sureness
    return _preferred(model, tokenizer, prompts, lines, sureness)


def _preferred(
    model: Any, tokenizer: Any, prompts: Sequence[Prompt], lines: Sequence[str], sureness: Sequence[float]
) -> list[str]:
    """The rules' draft in place of a line that the model itself finds less likely."""
    offered = [place for place, prompt in enumerate(prompts) if prompt.draft and _knows(tokenizer, prompt.draft)]
    drafts = [prompts[place].draft for place in offered]
    chosen = list(lines)
    for place, draft, reading in zip(
        offered, drafts, _read(model, tokenizer, [prompts[place] for place in offered], drafts), strict=True
    ):
        if reading.sureness > sureness[place]:
            chosen[place] = draft
    return chosen


def _generated(model: Any, tokenizer: Any, prompts: Sequence[Prompt], rails: Sequence[_Rail], beams: int) -> list[str]:
    import torch

    if not prompts:
        return []
    given = tokenizer([prompt.text for prompt in prompts], return_tensors="pt", padding=True)
    given = {name: given[name].to(model.device) for name in ("input_ids", "attention_mask")}
    begins = given["input_ids"].shape[1]

    def held(ids: torch.Tensor, scores: torch.Tensor) -> torch.Tensor:
        for row in range(len(ids)):
            rails[row // beams].hold(ids[row, begins:].tolist(), scores[row], 2 * beams)
        return scores

    with torch.inference_mode():
        out = model.generate(
            **given,
            logits_processor=[held],
            max_new_tokens=_MOST_NEW,
            do_sample=False,
            num_beams=beams,
            length_penalty=0.0 if beams > 1 else None,
            early_stopping=True if beams > 1 else None,
            pad_token_id=tokenizer.pad_token_id,
        )
    return [_as_typed(text) for text in tokenizer.batch_decode(out[:, begins:], skip_special_tokens=True)]


@dataclass(frozen=True)
class _Reading:
    """A line as a model reads it: the natural logarithm of the probability that it gives the whole of it, and whether
    it would write each word itself."""

    sureness: float
    is_likeliest: bool


def _read(model: Any, tokenizer: Any, prompts: Sequence[Prompt], lines: Sequence[str]) -> list[_Reading]:
    """What the model makes of each line, its end included, in one pass."""
    import torch

    if not prompts:
        return []
    asked = [tokenizer(prompt.text)["input_ids"] for prompt in prompts]
    said = [[*tokenizer(line)["input_ids"], tokenizer.eos_token_id] for line in lines]
    width = max(len(a) + len(b) for a, b in zip(asked, said, strict=True))
    rows = [a + b + [tokenizer.pad_token_id] * (width - len(a) - len(b)) for a, b in zip(asked, said, strict=True)]
    ids = torch.tensor(rows, device=model.device)
    with torch.inference_mode():
        states = model.model(input_ids=ids).last_hidden_state  # what is padded comes last and changes nothing
        readings = []
        for row, (a, b) in enumerate(zip(asked, said, strict=True)):
            chances = model.lm_head(states[row, len(a) - 1 : len(a) + len(b) - 1]).float().log_softmax(-1)
            words = ids[row, len(a) : len(a) + len(b)]
            sureness = float(chances.gather(1, words[:, None]).sum())
            readings.append(_Reading(sureness, bool((chances.argmax(-1) == words).all())))
    return readings


class _Rail:
    """A prompt's constraint in the terms of a tokenizer; it `holds` only where every slot is a token of its own."""

    def __init__(self, tokenizer: Any, prompt: Prompt) -> None:
        import torch

        known = tokenizer.get_vocab()
        slots = {slot.name.casefold(): known[slot.name] for slot in prompt.slots if slot.name in known}
        self.holds = bool(prompt.fact) and len(slots) == len(prompt.slots) > 0
        self._end = tokenizer.eos_token_id
        self._constraint = Constraint(prompt.fact, prompt.language)
        words = {word: known[word] for word in self._constraint.words if word in known and word not in slots}
        self._words = {token: word for word, token in (words | slots).items()}
        self._tokens = torch.tensor([*self._words, self._end])

    def hold(self, written: Sequence[int], scores: torch.Tensor, enough: int) -> None:
        """Leave the `enough` likeliest of the tokens that may come next; `scores` is changed in place."""
        if not self.holds or self._end in written:
            return
        words = [self._words[token] for token in written if token in self._words]
        offered = scores[self._tokens]
        scores.fill_(_FORBIDDEN)
        for place in offered.argsort(descending=True).tolist():
            token = int(self._tokens[place])
            if (
                self._constraint.is_whole(words)
                if token == self._end
                else self._constraint.allows(words, self._words[token])
            ):
                scores[token] = offered[place]
                enough -= 1
                if not enough:
                    return
        if scores.max() == _FORBIDDEN:  # a dead end: nothing may follow, and the line is not whole
            scores[self._end] = 0.0


def _as_typed(text: str) -> str:
    """The first line of what was written, with spaces as they are typed."""
    first = text.strip().split("\n")[0]
    return _SPACE_AFTER.sub("", _SPACE_BEFORE.sub("", " ".join(first.split())))

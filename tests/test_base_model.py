"""The base model that ships, and the code that made it: small, offline, of words and slots alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from transformers import AutoModelForCausalLM, AutoTokenizer

from resumify.adapters.local_model import LocalModel
from resumify.config import project_root
from resumify.corpus import made_up
from resumify.editing.rules import edit
from resumify.errors import ModelFault
from resumify.models import Prompt
from resumify.pretrain import Phase, PretrainConfig, make_tokenizer, pretrain
from resumify.prompts import line_prompt
from resumify.slots.cutting import cut_text
from resumify.slots.keeping import check_kept

BASE = project_root() / "base_model"
TINY = PretrainConfig(
    hidden=64, layers=1, heads=2, kv_heads=1, intermediate=128, phases=(Phase(steps=20), Phase(steps=10, drills=0.5)),
    batch=16, warmup=5,
)  # fmt: skip


@pytest.fixture(scope="module")
def base() -> LocalModel:
    return LocalModel(BASE)


def prompts(texts: list[str]) -> list[Prompt]:
    return [line_prompt(cut_text(text)) for text in texts]


def test_the_base_model_puts_the_work_into_the_verb(base: LocalModel) -> None:
    facts = ["I was responsible for managing a ward", "The rota was organised by me, including 3 audits"]
    assert base.write(prompts(facts)) == ["managed a [X1]", "organised the [X1], including [NUM1]"]


def test_lines_come_in_the_order_of_their_prompts_and_again_the_same(base: LocalModel) -> None:
    cuts = [one.cut for one in islice(made_up(77), 40)]
    together = base.write([line_prompt(one) for one in cuts])
    assert together == base.write([line_prompt(one) for one in cuts])
    alone = [base.write([line_prompt(one)])[0] for one in cuts[:5]]
    assert alone == together[:5]


def test_on_people_s_own_facts_most_lines_are_those_of_the_rules(base: LocalModel) -> None:
    cuts = [one for text in highlights() if (one := cut_text(text)).eligible]
    lines = base.write([line_prompt(one) for one in cuts])
    same = sum(line.lower() == edit(one).lower() for line, one in zip(lines, cuts, strict=True))
    assert same / len(cuts) >= 0.6


def highlights() -> Iterator[str]:
    for path in sorted((project_root() / "demo" / "people").glob("*.json")):
        for role in json.loads(path.read_text(encoding="utf-8"))["work"]:
            yield from role.get("highlights", [])


def test_every_line_of_the_base_model_keeps_what_its_fact_says(base: LocalModel) -> None:
    cuts = [one.cut for one in islice(made_up(81), 60)]
    lines = base.write([line_prompt(one) for one in cuts])
    assert [line for line, one in zip(lines, cuts, strict=True) if check_kept(line, one.text, one.language)] == []
    assert sum(line != one.text for line, one in zip(lines, cuts, strict=True)) > 20


def test_a_fact_with_a_word_that_the_model_does_not_know_stays_as_it_is(base: LocalModel) -> None:
    facts = [Prompt(text=f"Fact: {fact}\nShow: -\nLine:", fact=fact) for fact in ("zoomorphed [X1]", "I led [X1]")]
    asked = [fact.model_copy(update={"slots": cut_text("I led wards").slots}) for fact in facts]
    assert base.write(asked) == ["zoomorphed [X1]", "led [X1]"]


def test_no_prompts_give_no_lines(base: LocalModel) -> None:
    assert base.write([]) == []


def test_a_folder_without_a_model_is_a_model_fault(tmp_path: Path) -> None:
    with pytest.raises(ModelFault, match=tmp_path.name):
        LocalModel(tmp_path).write([Prompt(text="Fact: [X1]\nShow: -\nLine:")])


def test_the_base_model_stays_small_and_names_no_place_of_its_making() -> None:
    assert sum(file.stat().st_size for file in BASE.iterdir()) < 20_000_000
    assert not {file.suffix for file in BASE.iterdir()} & {".bin", ".pt", ".pkl"}
    assert not [file.name for file in BASE.glob("*.json") if str(project_root()) in file.read_text()]


def test_every_word_of_a_prompt_is_one_token() -> None:
    tokenizer = make_tokenizer()
    for one in islice(made_up(79), 200):
        ids = tokenizer(line_prompt(one.cut).text)["input_ids"]
        assert tokenizer.unk_token_id not in ids


def test_an_earlier_base_keeps_what_it_learnt_of_the_words_that_are_still_known(tmp_path: Path) -> None:
    tokenizer, known = make_tokenizer(), AutoTokenizer.from_pretrained(BASE)
    pretrain(PretrainConfig(start=BASE, phases=(Phase(steps=0),)), tmp_path, lambda step: None)
    before, after = (AutoModelForCausalLM.from_pretrained(folder).get_input_embeddings() for folder in (BASE, tmp_path))
    for word in ("led", "[X1]", "</s>"):
        old, new = before.weight[known.get_vocab()[word]], after.weight[tokenizer.get_vocab()[word]]
        assert bool((old == new).all()), word


def test_pre_training_lowers_the_loss_and_writes_a_folder_that_loads(tmp_path: Path) -> None:
    losses: list[float] = []
    figures = pretrain(TINY, tmp_path, lambda step: losses.append(step["loss"]))
    assert figures["loss"] < 7.5
    assert figures["tokens"] > 0
    assert json.loads((tmp_path / "config.json").read_text())["model_type"] == "llama"
    offered = prompts(["Led 3 wards", "I was responsible for managing a ward"])
    facts = [prompt.model_copy(update={"draft": ""}) for prompt in offered]
    assert LocalModel(tmp_path).write(facts) == [prompt.fact for prompt in facts]  # it knows nothing, and says nothing


@pytest.fixture(scope="module", autouse=True)
def _offline() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HF_HUB_OFFLINE", "1")
        yield

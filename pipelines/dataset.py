"""dataset: stored facts and postings become examples, each answer guarded, split by owner."""

from __future__ import annotations

import click
from zenml import pipeline

from pipelines import fingerprint
from pipelines.launch import cached, launch, output
from resumify.adapters.traces import refused_lines
from resumify.bootstrap import open_features
from resumify.config import Settings, project_root
from resumify.dataset import DatasetConfig
from resumify.errors import EmptyProfile
from steps.dataset import answer, pair_up

Config = DatasetConfig

_CODE = ("dataset", "guard", "lexicon", "match", "posting", "prompts", "skills", "slots", "words", "clean")


@pipeline
def dataset(config: DatasetConfig, facts: str, teacher: str) -> None:
    """facts, postings -> pairs -> examples."""
    answer(pair_up(config, facts), config, teacher)


def run(config: DatasetConfig, settings: Settings, stack: str, cache: bool) -> None:
    """Build, and print what came of it."""
    facts = open_features(settings).facts(None)
    if not facts:
        raise EmptyProfile(
            "No facts are stored yet.", "Import profiles and run the stream first: --pipeline etl, stream."
        )
    code = fingerprint.of_code(*_CODE)
    read = fingerprint.of_values(
        fingerprint.of_facts(facts), fingerprint.of_folder(project_root() / config.postings, "*.txt"), code
    )
    served = refused_lines(settings.traces, sorted({fact.owner for fact in facts})) if config.served else {}
    answers = fingerprint.of_values(settings.teacher, served, code)
    done = launch(dataset, settings, stack, cache, config=config, facts=read, teacher=answers)
    made = output(done, "answer", "dataset")
    click.echo(
        f"dataset: {len(made.of('train'))} examples to train on and {len(made.of('test'))} to test with, of "
        f"{len(made.owners)} people; teacher: {made.teacher}{' (unchanged, from the cache)' * cached(done, 'answer')}"
    )
    for reason, count in made.dropped.items():
        click.echo(f"  left out, {reason}: {count}")
    reasons = ", ".join(f"{reason} {count}" for reason, count in made.reasons.items())
    click.echo(f"  preferred to another answer: {len(made.preferences)} ({reasons})")

"""The operator's entrance: python run.py --pipeline NAME [--stack local] [--config FILE] [--no-cache] [key=value ...]

One table says which name runs what. Exit codes: 0 done, 2 the user can act, 1 our fault, 130 stopped with Ctrl-C.
"""

from __future__ import annotations

import importlib
from pathlib import Path

import click

from cli.exits import exit_codes
from pipelines.configuration import load, parse_overrides
from resumify.config import Settings, prepare_environment

PIPELINES = {  # name -> the module whose `run(config, settings, cache)` does it and whose `Config` says what
    "etl": "pipelines.etl",
    "stream": "pipelines.stream",
    "dataset": "pipelines.dataset",
    "train": "pipelines.train",
    "deploy": "pipelines.deploy",
    "all": "pipelines.all",
    "pretrain": "pipelines.pretrain",
}


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--pipeline", required=True, type=click.Choice(list(PIPELINES)), help="What to run.")
@click.option("--stack", default="local", show_default=True, help="Where ZenML runs it: a file of stacks/.")
@click.option("--config", type=click.Path(path_type=Path), help="What the run does [default: configs/NAME.yaml].")
@click.option("--no-cache", is_flag=True, help="Run every step, also those whose inputs did not change.")
@click.option("--drain", is_flag=True, help="With stream: stop when the queue is empty.")
@click.argument("overrides", nargs=-1, metavar="[key=value ...]")
def run(
    pipeline: str, stack: str, config: Path | None, no_cache: bool, drain: bool, overrides: tuple[str, ...]
) -> None:
    """Run one pipeline of Resumify."""
    settings = Settings()
    prepare_environment(settings)
    module = importlib.import_module(PIPELINES[pipeline])
    given = parse_overrides(overrides) | ({"drain": True} if drain else {})
    typed = load(module.Config, pipeline, config, given)
    module.run(typed, settings, stack=stack, cache=not no_cache)


def main() -> None:
    """Run what was typed; the process ends with the contract's exit code."""
    with exit_codes():
        run(standalone_mode=False)


if __name__ == "__main__":
    main()

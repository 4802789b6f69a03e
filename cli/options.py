"""Options that several commands have."""

from __future__ import annotations

import click

PROFILE = click.option("--profile", required=True, metavar="ID", help="Whose profile: a short name of your choice.")

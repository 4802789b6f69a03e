"""The demo: start the profile site, run the whole loop on it, and tailor one résumé. It types what a user types."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from demo.site import serve

ROOT = Path(__file__).resolve().parent.parent
ACCOUNTS = json.loads((ROOT / "demo" / "accounts.json").read_text())

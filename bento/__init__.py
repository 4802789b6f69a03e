"""The REST service, from a checkout or from a Bento."""

import sys
from pathlib import Path

# BentoML takes "resumify:latest" for a module first, and so imports a resumify that is installed beside the Bento:
# the Bento's own has to answer.
_own = Path(__file__).resolve().parent.parent / "resumify"
_found = getattr(sys.modules.get("resumify"), "__file__", None)
if _own.is_dir() and _found is not None and Path(_found).resolve().parent != _own:
    for _name in [name for name in sys.modules if name.split(".")[0] == "resumify"]:
        del sys.modules[_name]

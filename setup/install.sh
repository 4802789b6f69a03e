#!/bin/sh
# Make .venv from the lock. torch comes first and alone: a small CPU build where one is offered, so that nobody
# downloads gigabytes of CUDA by surprise. With a GPU: TORCH="torch==2.13.0" (PyPI's CUDA build) make demo.
set -eu

python=${PYTHON:-}
for candidate in ${python:-python3.12 python3.11 python3}; do
    "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 13))' 2>/dev/null && { python=$candidate; break; }
    python=""
done
[ -n "$python" ] || { echo "Resumify needs Python 3.11 or 3.12: install it, or name it with PYTHON=... make demo" >&2; exit 2; }

[ -x .venv/bin/python ] || "$python" -m venv .venv 2>/dev/null ||
    { rm -rf .venv; echo "$python cannot make a virtual environment: install its venv package (on Debian: apt-get install python3-venv)." >&2; exit 2; }
install=".venv/bin/python -m pip --disable-pip-version-check --quiet install --no-compile"

if [ -n "${TORCH:-}" ]; then
    $install $TORCH
elif ! .venv/bin/python -c 'import torch, sys; sys.exit(not torch.__version__.startswith("2.13.0"))' 2>/dev/null; then
    echo "Installing torch (CPU build) ..."
    $install --no-deps "torch==2.13.0+cpu" 2>/dev/null ||
        $install --no-deps --retries 1 --index-url https://download.pytorch.org/whl/cpu "torch==2.13.0" 2>/dev/null ||
        $install "torch==2.13.0"
fi
echo "Installing the packages of requirements.lock ..."
$install --no-deps --require-hashes -r requirements.lock
$install --no-deps --no-build-isolation --editable .

# pip would compile on one core, which is half of its time. What does not compile is no module, but a template.
packages=$(.venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
.venv/bin/python -m compileall -qq -j 0 "$packages" || true

# `bentoml` reads its settings before our code runs: this sets them, so that its state stays in the project and nothing
# is reported to its makers, also where nobody has activated .venv.
cp setup/bentoml.pth "$packages/resumify_bentoml.pth"

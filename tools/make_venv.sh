#!/usr/bin/env bash
# Make the virtual environment named by $1 with the first Python of 3.11 or newer; nothing when it is there.
set -euo pipefail
venv=$1
here=$(dirname "$0")

is_new_enough() {
  "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
  local name
  for name in ${PYTHON:-} python3 python3.13 python3.12 python3.11; do
    if is_new_enough "$name"; then
      echo "$name"
      return
    fi
  done
  echo "No Python of version 3.11 or newer was found. Name one with PYTHON=/its/path make ..." >&2
  return 1
}

if [ -x "$venv/bin/python" ] && is_new_enough "$venv/bin/python" && "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
  exit 0
fi
python=$(find_python)
echo "Making the virtual environment $venv with $("$python" --version)"
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
  "$here/apt_install.sh" python3-venv
fi
"$python" -m venv --clear "$venv"

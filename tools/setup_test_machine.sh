#!/usr/bin/env bash
# Install what the tests need besides Python: a browser and the readers of PDF files. Nothing when they are there.
# PostgreSQL needs no step: tests/support/postgres.py takes Debian's where it is, else the one from PyPI.
set -euo pipefail

missing=()
command -v chromium >/dev/null || command -v chromium-browser >/dev/null || missing+=(chromium)
command -v pdftotext >/dev/null && command -v pdftoppm >/dev/null || missing+=(poppler-utils)
if [ ${#missing[@]} -gt 0 ]; then
  "$(dirname "$0")/apt_install.sh" "${missing[@]}"
fi

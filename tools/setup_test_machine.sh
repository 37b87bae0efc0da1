#!/usr/bin/env bash
# Install what the tests need besides Python: a browser, the readers of PDF files, a validator of PDF/A, a token of software for the seal, and
# LibreOffice to work out the workbooks' formulas again. Nothing when they are there.
# PostgreSQL needs no step: tests/support/postgres.py takes Debian's where it is, else the one from PyPI.
set -euo pipefail

missing=()
command -v chromium >/dev/null || command -v chromium-browser >/dev/null || missing+=(chromium)
command -v pdftotext >/dev/null && command -v pdftoppm >/dev/null || missing+=(poppler-utils)
command -v java >/dev/null || missing+=(default-jre-headless)
[ -e /usr/share/java/preflight.jar ] && [ -e /usr/share/java/jaxb-api.jar ] && [ -e /usr/share/java/javax.activation.jar ] ||
  missing+=(libpdfbox2-java libjaxb-api-java libactivation-java)
command -v softhsm2-util >/dev/null || missing+=(softhsm2)
command -v soffice >/dev/null || missing+=(libreoffice-calc-nogui)
if [ ${#missing[@]} -gt 0 ]; then
  "$(dirname "$0")/apt_install.sh" "${missing[@]}"
fi

#!/usr/bin/env bash
# Install the named Debian packages; as root, or through sudo where it asks for no password.
set -euo pipefail

if ! command -v apt-get >/dev/null; then
  echo "This machine has no apt-get. Please install by hand what Debian calls: $*" >&2
  exit 1
fi
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! sudo -n true 2>/dev/null; then
    echo "Needed and missing. Please ask an administrator to run: apt-get install $*" >&2
    exit 1
  fi
  as_root=(sudo -n)
fi
echo "Installing Debian packages: $*"
"${as_root[@]}" apt-get -q update >/dev/null
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends "$@" >/dev/null

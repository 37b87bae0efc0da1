#!/usr/bin/env bash
# Fetch the front-end files and fonts of package-lock.json and keep the few we use in var/assets.
# Nothing when they are there already. Where the machine has no npm, one comes from PyPI into the virtual environment.
set -euo pipefail
venv=${1:-.venv}
assets=var/assets
stamp=$assets/package-lock.json
fonts=@expo-google-fonts

if cmp -s package-lock.json "$stamp"; then
  exit 0
fi
npm=$(command -v npm || true)
if [ -z "$npm" ] || ! "$npm" --version >/dev/null 2>&1; then
  echo "Installing Node.js and npm into $venv, for this machine has none"
  "$venv/bin/python" -m pip install -qq --disable-pip-version-check --require-hashes --requirement requirements/node.lock
  export PATH="$PWD/$venv/bin:$PATH"
  npm=$venv/bin/npm
fi

echo "Fetching the front-end files and fonts into $assets"
work=var/npm
rm -rf "$work" "$assets"
mkdir -p "$work" "$assets/js" "$assets/fonts" "$assets/licences"
cp package.json package-lock.json "$work/"
"$npm" --prefix "$work" ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null

from=$work/node_modules
cp "$from/htmx.org/dist/htmx.min.js" "$from/axe-core/axe.min.js" "$assets/js/"
cp "$from/$fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf" "$assets/fonts/"
cp "$from/$fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf" "$assets/fonts/"
cp "$from/$fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf" "$assets/fonts/"
cp "$from/$fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf" "$assets/fonts/"
cp "$from/$fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf" "$assets/fonts/"
"$venv/bin/python" tools/rare_glyphs.py "$assets"
cp "$from/$fonts/noto-serif-sc/LICENSE_FONT" "$assets/licences/noto-sc.txt"
cp "$from/$fonts/noto-sans-jp/LICENSE_FONT" "$assets/licences/noto-jp.txt"
cp "$from/htmx.org/LICENSE" "$assets/licences/htmx.txt"
rm -rf "$work"
cp package-lock.json "$stamp"

#!/usr/bin/env bash
# Makes the virtual environment named by $1 and installs the generator of this checkout into it, with the command
# bin/mujaz. All that it needs comes by hash, the builder too: nothing is fetched that no lock names.
set -euo pipefail
venv=$1
here=$(cd "$(dirname "$0")/.." && pwd)
"$here/tools/make-venv.sh" "$venv"
install=("$venv/bin/python" -m pip install --quiet --disable-pip-version-check)
"${install[@]}" --require-hashes -r "$here/requirements.txt" -r "$here/requirements-build.txt"
"${install[@]}" --no-deps --no-build-isolation "$here"

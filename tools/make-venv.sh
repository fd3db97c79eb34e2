#!/usr/bin/env bash
# Makes the virtual environment named by $1 with the first Python 3.11+ found, or says in one sentence what is missing.
# The Python can be chosen: make setup PYTHON=/path/to/python3.12
set -euo pipefail
venv=$1
can_make_venv='import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))'
is_new_enough='import sys; sys.exit(sys.version_info < (3, 11))'
new_enough=""

# The reader's own python3 goes first; then the versions that the locks were tried with, newest first.
for python in ${PYTHON:+"$PYTHON"} python3 python3.13 python3.12 python3.11 python3.14 python; do
    command -v "$python" >/dev/null 2>&1 || continue
    if "$python" -c "$can_make_venv" >/dev/null 2>&1; then
        echo "Making $venv with $("$python" --version 2>&1) and installing the pinned packages (once, about a minute)."
        exec "$python" -m venv --clear "$venv"
    fi
    if "$python" -c "$is_new_enough" >/dev/null 2>&1; then new_enough=$python; fi
done

if [ -n "$new_enough" ]; then
    echo "$new_enough cannot make virtual environments: install its venv module (on Debian and Ubuntu: sudo apt install python3-venv) and run make again." >&2
else
    echo "Mujaz needs Python 3.11 or newer: install it (https://www.python.org/downloads/) and run make again, or name one with make PYTHON=/path/to/python3." >&2
fi
exit 1

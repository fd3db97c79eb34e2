#!/usr/bin/env bash
# Prints, as Markdown, what each seed that is new or changed since commit $1 gives now and gave before.
# A changed or removed sidecar counts as a change of its seed. Without such a commit every seed is new.
set -euo pipefail
cd "$(dirname "$0")/.."

before=$(mktemp -d)
trap 'rm -rf "$before"' EXIT
mkdir "$before/seeds"

base=$(git rev-parse --quiet --verify "${1:-HEAD~1}^{commit}" || true)
if [ -n "$base" ] && [ -n "$(git ls-tree -d "$base" seeds)" ]; then
    git archive "$base" seeds | tar -x -C "$before"
fi
base=${base:-$(git hash-object -t tree /dev/null)}

declare -A wanted=()
while IFS= read -r -d '' path; do
    seed=${path%.yml}
    seed=${seed%.txt}.txt
    if [ -f "$seed" ]; then wanted[$seed]=1; fi
done < <(git diff --name-only --no-renames -z "$base" HEAD -- 'seeds/*.txt' 'seeds/*.yml')

if [ ${#wanted[@]} -eq 0 ]; then
    echo "No seed is new or changed."
    exit 0
fi
mapfile -d '' -t sorted < <(printf '%s\0' "${!wanted[@]}" | LC_ALL=C sort -z)
.venv/bin/python -m generator summary --base "$before/seeds" --seeds seeds "${sorted[@]}"

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
    git archive "$base" seeds | tar -xf - -C "$before"
fi
base=${base:-$(git hash-object -t tree /dev/null)}

changed_seeds() {
    git diff --name-only --no-renames -z "$base" HEAD -- ':(glob)seeds/*' |
        while IFS= read -r -d '' path; do
            case $path in # a.yml is of a.txt, a.pdf.yml of a.pdf
                *.yml) seed=${path%.yml}; [ -f "$seed" ] || seed=$seed.txt ;;
                *) seed=$path ;;
            esac
            case ${seed,,} in
                *.txt | *.html | *.htm | *.xhtml | *.docx | *.pdf | *.eml | *.mht | *.mhtml | *.md | *.markdown)
                    if [ -f "$seed" ]; then printf '%s\0' "$seed"; fi ;;
            esac
        done | LC_ALL=C sort -zu
}

files=()
while IFS= read -r -d '' seed; do files+=("$seed"); done < <(changed_seeds)

if [ ${#files[@]} -eq 0 ]; then
    echo "No seed is new or changed."
    exit 0
fi
.venv/bin/python -m generator summary --base "$before/seeds" "${files[@]}"

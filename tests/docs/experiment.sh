#!/bin/sh
# SPDX-License-Identifier: MIT
# The tables of docs/experiment.md are those that its runs give: experiment.sh ROOT. After a line
# "<!-- tables of FOLDER -->" stands what tools/experiment_tables makes of docs/experiment/FOLDER.
set -eu
cd "$1/docs/experiment"
made=$(mktemp)
trap 'rm -f "$made"' EXIT
for folder in */; do
    name=${folder%/}
    ../../tools/experiment_tables "$name" >"$made"
    awk -v begin="<!-- tables of $name -->" '/^<!-- tables end/ { t = 0 } t; $0 == begin { t = 1 }' \
        ../experiment.md | diff - "$made" || { echo "docs/experiment.md (<) and $name (>) differ"; exit 1; }
done

#!/bin/sh
# SPDX-License-Identifier: MIT
# --report prints averages, --report-file a line for each negative.
. "$(dirname "$0")/common.inc"

mkdir in && cp "$HUSK_PHOTOS/bee.jpg" "$HUSK_PHOTOS/citrus.jpg" in
exits 0 in out --method patch --report-file table.tsv
says 'swd  *[0-9]'
says 'layout  *-*0\.'
[ "$(wc -l <table.tsv)" -eq 3 ] || fail "a heading and two lines were wanted"
[ "$(cut -f 1 table.tsv | tail -n 1)" = citrus.png ] || fail "the last line is not that of citrus.png"
[ "$(awk -F '\t' '{ print NF }' table.tsv | sort -u | wc -l)" -eq 1 ] || fail "the columns are ragged"

exits 0 in plain --method patch
same_tree out plain

exits 1 in third --method patch --report-file no/such/folder/table.tsv
says 'no/such/folder/table.tsv'

# Figures that cannot be told are a failure, not a success.
mkdir small && cp "$samples/progressive.jpg" small
got=0
"$HUSK_NEGATIVES" small fourth --method patch --report >/dev/full 2>log || got=$?
[ "$got" -eq 1 ] || fail "exit status $got for a full standard output"
says '--report: cannot be written'

#!/bin/sh
# SPDX-License-Identifier: MIT
# libtorch_moco on a handful of photographs: the loss goes down; an interrupted run that is resumed, and one with
# other threads for its batches, learn the same weights bit for bit; measures are in range.
set -eu
: "${LIBTORCH_MOCO:?the program}" "${HUSK_PHOTOS:?the folder of photographs}"
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
cd "$here"

fail() { echo "FAILED: $*" >&2; [ -f log ] && tail -20 log >&2; exit 1; }
for set in train validation; do
    for class in animals things; do mkdir -p "data/$set/$class"; done
    for copy in 1 2 3 4; do
        for name in bee chelsea; do cp "$HUSK_PHOTOS/$name.jpg" "data/$set/animals/$name$copy.jpg"; done
        for name in bridge coffee; do cp "$HUSK_PHOTOS/$name.jpg" "data/$set/things/$name$copy.jpg"; done
    done
done

# train OUTPUT ARGUMENT...
train() {
    to=$1
    shift
    "$LIBTORCH_MOCO" data "$to" --size 32 --width 8 --epochs 10 --batch 8 --group 4 --queue 16 --momentum .999 \
        --torch-threads 1 "$@" >log 2>&1 || fail "$*"
}
column() { awk -F, -v c="$2" 'NR > 1 { print $c }' "$1"; }
# falls TABLE COLUMN BY WHAT: from the second epoch to the last.
falls() {
    column "$1" "$2" | awk -v by="$3" 'NR == 2 { first = $1 } { last = $1 } END { exit !(last < first - by) }' ||
        fail "$4 does not fall: $(column "$1" "$2" | tr '\n' ' ')"
}
same() { cmp -s "$1" "$2" || { diff "$1" "$2" >log; fail "$1 and $2 differ"; }; }

for method in patch texture; do
    arguments="--negatives $method --exemplar 96 --block 40 --overlap 16 --texture-side 128"
    train whole $arguments --workers 1
    train threads $arguments --workers 4
    train part $arguments --workers 2 --stop-after 2
    [ -e part/evaluation.csv ] && fail "an interrupted run was measured"
    [ "$(column part/curves.csv 1 | tail -1)" = 2 ] || fail "it did not stop after 2 epochs"
    train part $arguments --workers 3 --resume
    for table in curves evaluation; do
        same whole/$table.csv threads/$table.csv
        same whole/$table.csv part/$table.csv
    done
    # In the first epoch the queue is not of photographs yet.
    falls whole/curves.csv 2 .3 "the loss"
    falls whole/curves.csv 5 .3 "the cosine of queries and their negatives"
    [ "$(column whole/curves.csv 6 | sort -u | wc -l)" -eq 10 ] || fail "weights stood still"
    [ "$(column whole/evaluation.csv 3 | awk '$1 < -1 || $1 > 1' | wc -l)" -eq 0 ] || fail "a measure is out of range"
    mv whole "$method"
    rm -r threads part
done
cmp -s patch/curves.csv texture/curves.csv && fail "the negatives make no difference"
train none --seed 7
cmp -s patch/curves.csv none/curves.csv && fail "the seed makes no difference"

"$LIBTORCH_MOCO" data out --queue 100 --batch 64 >log 2>&1 && fail "a queue of parts of batches was taken"
grep -q -e --queue log || fail "the message does not name --queue"
"$LIBTORCH_MOCO" missing out >log 2>&1 && fail "a missing folder was taken"
"$LIBTORCH_MOCO" data none --size 32 --resume --epochs 11 >log 2>&1 && fail "a run was resumed with other settings"
grep -q 'must be those of now' log || fail "the message does not say that settings differ"
mkdir -p empty/train && ! "$LIBTORCH_MOCO" empty out >log 2>&1 || fail "an empty folder was taken"
grep -q 'no photographs' log || fail "the message does not say what is missing"

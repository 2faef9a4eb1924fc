#!/bin/sh
# SPDX-License-Identifier: MIT
# After kill -9, --resume makes what is missing, nothing twice, and leaves no temporaries.
. "$(dirname "$0")/common.inc"

make_input in 25
exits 0 in whole --method patch --count 4
"$HUSK_NEGATIVES" in out --method patch --count 4 --threads 1 2>/dev/null &
process=$!
while [ ! -d out ] || [ "$(files_in out)" -lt 12 ]; do sleep 0.02; done
kill -9 $process
wait $process 2>/dev/null || true
[ "$(files_in out)" -lt 200 ] || fail "was too fast to be killed"

# One finished file is marked by its age; and a process that dies in the middle of a write (its files may
# not be longer than 10 kB) leaves a temporary. Somebody else's file stays.
touch -d '2001-01-01' "$(find out/animals/cats -name '*.png' | sort | head -n 1)"
(ulimit -f 20 && ulimit -c 0 && exec "$HUSK_NEGATIVES" in out --method patch --count 4 --resume) >log 2>&1 || true
[ "$(find out -name '.husk-*.part' | wc -l)" -gt 0 ] || fail "no temporary was left to be cleared"
echo foreign >out/animals/cats/.husk-notes
exits 0 in out --method patch --count 4 --resume
has out/animals/cats/.husk-notes
rm out/animals/cats/.husk-notes
[ "$(find out -name '*.part' | wc -l)" -eq 0 ] || fail "temporaries are left"
[ "$(find out -name '*.png' ! -newermt '2002-01-01' | wc -l)" -eq 1 ] || fail "a finished file was made again"
same_tree whole out

exits 0 in out --method patch --count 4 --resume
says ' 0 to do'

# An empty file is what a machine without power leaves.
: >out/animals/cats/3_1.png
exits 0 in out --method patch --count 4 --resume
says ' 1 to do'
same_tree whole out

# Other settings do not mix with what is there; more negatives of each picture do.
exits 2 in out --method patch --count 4 --seed 7 --resume
says 'other settings'
exits 2 in out --method shuffle --count 4
same_tree whole out
cp out/husk-negatives.txt record
sed 's/^codecs .*/codecs of another machine/' record >out/husk-negatives.txt
exits 2 in out --method patch --count 4 --resume
says 'other settings'
cp record out/husk-negatives.txt
exits 0 in out --method patch --count 5 --resume
says ' 50 to do'

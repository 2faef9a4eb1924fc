#!/bin/sh
# SPDX-License-Identifier: MIT
# The same seed makes the same bytes, whatever the threads, the shards and the other pictures.
. "$(dirname "$0")/common.inc"

make_input in 4
for method in patch shuffle texture; do
    exits 0 in one --method $method --count 2 --threads 1 --size 96
    exits 0 in four --method $method --count 2 --threads 4 --size 96
    same_tree one four
    for i in 0 1 2; do
        exits 0 in shards --method $method --count 2 --shard $i/3 --size 96
        contents shards >after_$i
    done
    cmp -s after_0 after_2 && fail "one shard made everything"
    same_tree one shards
    exits 0 in seeded --method $method --count 2 --seed 1 --size 96
    contents one >left
    contents seeded >right
    cmp -s left right && fail "the seed changes nothing"
    rm -r one four shards seeded
done

# More pictures change nothing for those that were there, and --resume makes only them.
exits 0 in out --method patch --size 96
cp out/animals/cats/3.png before.png
cp "$HUSK_PHOTOS/citrus.jpg" in/animals/cats/00.jpg
exits 0 in out --method patch --size 96 --resume
says ' 1 to do'
has out/animals/cats/00.png
rm -r out
exits 0 in out --method patch --size 96
cmp -s before.png out/animals/cats/3.png || fail "a new picture changed another's negative"

#!/bin/sh
# SPDX-License-Identifier: MIT
# The tree of folders is kept, every picture has its negatives, and no two share a name.
. "$(dirname "$0")/common.inc"

make_input in 2
cp "$HUSK_PHOTOS/bee.jpg" in/upper.JPG
echo notes >in/animals/notes.txt
mkdir in/.thumbnails && cp "$HUSK_PHOTOS/bee.jpg" in/.thumbnails/hidden.jpg
exits 0 in out --method patch
has out/animals/cats/0.png out/animals/cats/1.png "out/animals/insects/bee 0.png" out/upper.png
has_not out/.thumbnails out/animals/notes.txt out/animals/notes.png
says '5 pictures found'
says '1 \*\.txt'
[ "$(files_in out)" -eq 6 ] || fail "other files than expected"

exits 0 in numbered --method patch --count 3 --format jpg --size 64
has numbered/upper_0.jpg numbered/upper_1.jpg numbered/upper_2.jpg
[ "$(files_in numbered)" -eq 16 ] || fail "3 negatives of each of 5 pictures were wanted"
cmp -s numbered/upper_0.jpg numbered/upper_1.jpg && fail "two negatives of a picture are the same"

# Names that would meet keep their extensions, even where that meets yet another name.
mkdir twins
cp "$HUSK_PHOTOS/bee.jpg" twins/a.jpg
cp "$HUSK_PHOTOS/chelsea.jpg" twins/a.jpeg
cp "$HUSK_PHOTOS/coffee.jpg" twins/a.jpg.jpg
cp "$HUSK_PHOTOS/bridge.jpg" twins/b.jpg
exits 0 twins twins_out --method patch
has twins_out/a.jpg.png twins_out/a.jpeg.png twins_out/a.jpg.jpg.png twins_out/b.png

# A folder without pictures is no error.
mkdir empty
exits 0 empty empty_out
says '0 pictures found'

#!/bin/sh
# SPDX-License-Identifier: MIT
# Pictures of all kinds and sizes down to a few pixels: each method makes something of them or says why not.
. "$(dirname "$0")/common.inc"

mkdir in
for f in grey16.png grey_alpha.png palette.png colours.bmp cmyk.jpg progressive.jpg; do cp "$samples/$f" in; done
exits 0 in patches --method patch --size 64
[ "$(files_in patches)" -eq 7 ] || fail "a patch negative is missing"
exits 0 in shuffled --method shuffle
[ "$(files_in shuffled)" -eq 7 ] || fail "a shuffle is missing"
exits 0 in jpegs --method patch --size 64 --format jpg
[ "$(files_in jpegs)" -eq 7 ] || fail "a JPEG is missing"

# A negative of a negative: 1x1 pixel.
exits 0 in ones --method patch --size 1
exits 0 ones again --method patch --size 9
exits 1 ones none --method shuffle
says 'grid_shuffle'

# A quilt needs room for its blocks; what is too small says so, the rest is done.
exits 1 in quilts --method texture --size 64
says 'colours.bmp: '
has quilts/progressive.png

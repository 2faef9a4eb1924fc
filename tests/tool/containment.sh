#!/bin/sh
# SPDX-License-Identifier: MIT
# Nothing is written outside OUTPUT, whatever links lie about.
. "$(dirname "$0")/common.inc"

make_input in 2
mkdir elsewhere
echo precious >elsewhere/0.png

# A folder of OUTPUT that leads elsewhere: its pictures fail, the others are done.
exits 0 in out --method patch
rm -r out/animals/cats
ln -s "$here/elsewhere" out/animals/cats
exits 1 in out --method patch
says 'it is a link'
exits 1 in out --method patch --resume
[ "$(cat elsewhere/0.png)" = precious ] || fail "a file outside was written"
[ "$(files_in elsewhere)" -eq 1 ] || fail "files were written outside"
has "out/animals/insects/bee 0.png"

# A file of OUTPUT that leads elsewhere is replaced, not followed, and is not taken for finished.
rm out/animals/cats
exits 0 in out --method patch
rm out/animals/cats/0.png
ln -s "$here/elsewhere/0.png" out/animals/cats/0.png
exits 0 in out --method patch --resume
has out/animals/cats/0.png
[ "$(cat elsewhere/0.png)" = precious ] || fail "a file outside was written"

# Links in INPUT are followed, but not in circles.
mkdir linked real
cp "$HUSK_PHOTOS/bee.jpg" real/bee.jpg
ln -s ../real linked/class
ln -s ../../linked real/up
ln -s . linked/self
ln -s "$HUSK_PHOTOS/coffee.jpg" linked/coffee.jpg
exits 0 linked linked_out --method patch
has linked_out/class/bee.png linked_out/coffee.png
[ "$(files_in linked_out)" -eq 3 ] || fail "the circle was walked"

# OUTPUT inside INPUT is not taken for input; the same folder, and INPUT inside OUTPUT, are refused.
mkdir nest && cp "$HUSK_PHOTOS/bee.jpg" nest/a.jpg
exits 0 nest nest/negatives --method patch
exits 0 nest nest/negatives --method patch
[ "$(files_in nest)" -eq 3 ] || fail "negatives were made of negatives"
exits 2 nest nest --method patch
exits 2 nest ./nest/../nest --method patch
ln -s nest link
exits 2 nest link --method patch
exits 2 nest . --method patch
cmp -s nest/a.jpg "$HUSK_PHOTOS/bee.jpg" || fail "the input was written over"

# A folder of other pictures is not written into.
cp -r in other
exits 2 nest other --method patch
says 'not empty'
same_tree in other

# A link to nothing is not made into something.
ln -s nowhere nothing
exits 2 nest nothing --method patch
says 'a link to nothing'
has_not nowhere

# Standard streams that are closed are opened to nothing: a picture that got the number of one would be written
# into by whoever reports.
if [ -d /proc/self/fd ]; then
    "$HUSK_NEGATIVES" nest closed --method texture --count 200 >&- 2>&- &
    process=$!
    while [ ! -d closed ] && kill -0 $process; do sleep 0.02; done
    for stream in 1 2; do
        [ "$(readlink /proc/$process/fd/$stream)" = /dev/null ] || fail "stream $stream is not open to nothing"
    done
    kill -9 $process
    wait $process 2>/dev/null || true
fi

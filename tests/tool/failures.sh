#!/bin/sh
# SPDX-License-Identifier: MIT
# Bad pictures among good ones: all others are done, the bad are named with reasons, and the status is 1.
. "$(dirname "$0")/common.inc"

make_input in 2
head -c 20000 "$HUSK_PHOTOS/bee.jpg" >in/cut.jpg
echo 'not a picture' >in/text.png
: >in/empty.jpg
ln -s nowhere in/dangling.jpg
mkfifo in/pipe.jpg
cp "$samples/colours.gif" in/disguised.jpg
exits 1 in out --method patch
says '6 failures'
says 'cut.jpg: .*truncated'
says 'text.png: .*no format'
says 'empty.jpg: .*empty'
says 'dangling.jpg: .*no such file'
says 'pipe.jpg: .*not a regular file'
says 'disguised.jpg: .*GIF'
[ "$(files_in out)" -eq 5 ] || fail "the four good pictures were not done"

# They are tried again, and reported again.
exits 1 in out --method patch --resume
says ' 6 to do'

# A picture that is too small for --size, where nothing is scaled.
exits 1 in shuffled --method shuffle --size 400
says '500x375, smaller than --size 400'

# A folder where a file must go.
mkdir one && cp "$HUSK_PHOTOS/bee.jpg" one/a.jpg
exits 0 one blocked --method patch
rm blocked/a.png && mkdir blocked/a.png
exits 1 one blocked --method patch
says 'a.jpg: .*directory'

# A name that would break the report's lines.
strange=$(printf 'a\nb.jpg')
mkdir names && : >"names/$strange"
exits 1 names names_out --method patch
says 'a\\x0ab.jpg: '

#!/bin/sh
# SPDX-License-Identifier: MIT
# The commands of the pages that make pictures, run as ./dev would run them, in a folder that is thrown away.
# HUSK_NEGATIVES and HUSK_CONTACT_SHEET are the binaries behind ./dev negatives and ./dev demo; HUSK_ROOT the repository.
set -eu
: "${CXX:?}" "${HUSK_NEGATIVES:?}" "${HUSK_CONTACT_SHEET:?}" "${HUSK_ROOT:?}"
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT

"$HUSK_CONTACT_SHEET" "$HUSK_ROOT/examples/photos" "$here/demo"
[ -s "$here/demo/contact_sheet.png" ] || { echo "./dev demo: no contact sheet"; exit 1; }

# The first program of docs/index.md, by the command that stands there; without optimisation, which takes seconds.
"$HUSK_ROOT/tools/doc_blocks" cpp "$HUSK_ROOT/docs/index.md" >"$here/first.cpp"
ln -s "$HUSK_ROOT/include" "$HUSK_ROOT/examples" "$here"
line=$(cut -f 1 "$HUSK_ROOT/tests/docs/commands" | grep '^g++ .*first.cpp' | sed "s|^g++|$CXX|; s| -O3 | -O0 |")
(cd "$here" && sh -ec "$line")
[ -s "$here/negative.png" ] || { echo "no negative: $line"; exit 1; }

# Such as: --method texture --size 224 --count 1 --seed 0 --threads 8 --format jpg
cut -f 1 "$HUSK_ROOT/tests/docs/commands" | sed -n 's/^\.\/dev negatives INPUT OUTPUT //p' >"$here/lines"
[ -s "$here/lines" ] || { echo "no page shows ./dev negatives"; exit 1; }
number=0
while read -r line; do
    number=$((number + 1))
    # shellcheck disable=SC2086 # words are meant
    "$HUSK_NEGATIVES" "$HUSK_ROOT/examples/photos" "$here/$number" $line
    made=$(find "$here/$number" -name '*.jpg' -o -name '*.png' | wc -l)
    [ "$made" -ge 5 ] || { echo "./dev negatives ... $line: $made negatives"; exit 1; }
done <"$here/lines"

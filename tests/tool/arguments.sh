#!/bin/sh
# SPDX-License-Identifier: MIT
# Impossible arguments: status 2, a message that names them, and nothing written.
. "$(dirname "$0")/common.inc"

mkdir in && cp "$HUSK_PHOTOS/bee.jpg" in
refuses() {
    exits 2 in out "$@"
    says "$1"
    has_not out
}
refuses --method quilt
refuses --size 0
refuses --size -3
refuses --size 100000
refuses --size big
refuses --count 0
refuses --seed -1
refuses --threads -1
refuses --threads 5000
refuses --format gif
refuses --quality 101
refuses --shard 3/3
refuses --shard 1
refuses --shard 1/0
refuses --shard -1/3
refuses --shard 1/3x
refuses --bogus
exits 2 in
says OUTPUT
exits 2 missing out
says missing
exits 2 in/bee.jpg out
exits 2 in in/bee.jpg
has in/bee.jpg
exits 2 in /dev/null/out
exits 0 --help
says 'Exit status'
exits 0 --version
says '[0-9]\.[0-9]'

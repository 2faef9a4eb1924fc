#!/bin/sh
# SPDX-License-Identifier: MIT
# tools/check_docs and tools/doc_blocks see what is wrong with a page, and say where: faults.sh ROOT.
set -eu
root=$1
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
cd "$here"
mkdir -p tests/docs
printf './dev test\tpage.hpp: int one;\n' >tests/docs/commands
printf 'int one;\n    int two; ///< second\nint three;\n' >page.hpp

# page LINE...: writes it. passes; fails MESSAGE: what check_docs makes of it.
page() { printf '%s\n' "$@" >page.md; }
passes() { "$root/tools/check_docs" . page.md >log || { cat log page.md; exit 1; }; }
fails() {
    ! "$root/tools/check_docs" . page.md >log || { echo "not seen: $1"; cat page.md; exit 1; }
    grep -q -e "$1" log || { echo "does not say '$1':"; cat log; exit 1; }
}

page '<!--from page.hpp-->' '```cpp' 'int one;' 'int two; // second' '```' '```sh' './dev test  # all' '```' && passes
page '<!--from page.hpp-->' '```cpp' 'int two;' '```' && fails 'page.md:3: page.hpp does not go on with: int two;'
page '<!--from page.hpp-->' '```cpp' 'int three;' 'int one;' '```' && fails 'page.md:4: '
page '<!--from other.hpp-->' '```cpp' 'int one;' '```' && fails 'there is no other.hpp'
page '<!--from page.hpp-->' '```cmake' 'int <name>; # any' '```' && passes
page '```cmake' 'project(p)' '```' && fails 'page.md:1: a cmake block needs'
page 'in @EPOCHS@ epochs' && fails 'page.md:1: something is to be filled in'
page '```' 'what' '```' && fails 'page.md:1: a block of ""'
page '```sh' './dev tset' '```' && fails 'page.md:2: tests/docs/commands does not have: ./dev tset'

program() { "$root/tools/doc_blocks" cpp page.md "$@" >out; }
page '<!--cpp' 'int main() {' '-->' '```cpp' 'return 0;' '```' '<!--part other-->' '- x' '  ```cpp' '  int y;' '  ```' '<!--cpp' '}' '-->'
program && [ "$(grep -v '^#line' out | tr '\n' ' ')" = 'int main() { return 0; ' ]
program other && [ "$(tr '\n' ' ' <out)" = '#line 10 "page.md" int y; #line 13 "page.md" } ' ]
page '```cpp' 'int x;' && ! program 2>/dev/null
page '<!--cpp' 'int x;' && ! program 2>/dev/null
page '<!--from page.hpp-->' 'words' '```cpp' 'int one;' '```' && ! program 2>/dev/null

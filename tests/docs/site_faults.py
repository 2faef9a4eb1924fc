#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""tools/check_site sees what is wrong with a site: site_faults.py CHECK_SITE. A page for each fault, and one with none."""
import pathlib
import subprocess
import sys
import tempfile

HEAD = '<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">'
FAULTS = {
    "good": ('<h1 id="here">Good</h1><p><a href="good.html#here">here</a> <a href="https://example.org/">elsewhere</a></p>', None),
    "link": ('<a href="nowhere.html">x</a>', "link.html: leads nowhere: nowhere.html"),
    "anchor": ('<a href="good.html#there">x</a>', "anchor.html: there is no such anchor: good.html#there"),
    "elsewhere": ('<script src="https://example.org/x.js"></script>', "elsewhere.html: loads from elsewhere: https://example.org/x.js"),
    "picture": ('<img src="none.png" alt="">', "picture.html, 1280 pixels: has no picture: none.png"),
    "wide": ('<div style="width: 600px">too wide</div>', 'wide.html, 390 pixels: is 600 pixels wide: DIV "too wide"'),
    "small": ('<span style="font-size: 8px">tiny</span>', "small.html, 390 pixels: has text of 8 pixels: tiny"),
    "read": ('<article><p style="font-size: 12px">words</p></article>', "read.html, 390 pixels: has text of 12 pixels: words"),
    "console": ("<script>nothing.here()</script>", "console.html: console: "),
    "fetch": ("<script>fetch('none.json').catch(() => 0)</script>", "fetch.html: console: "),
}

with tempfile.TemporaryDirectory() as site:
    for name, (body, _) in FAULTS.items():
        pathlib.Path(site, f"{name}.html").write_text(f"{HEAD}<title>{name}</title><body style='margin: 0'>{body}")
    pathlib.Path(site, "style.css").write_text("@import 'https://example.org/x.css';")
    run = subprocess.run([sys.executable, sys.argv[1], site], capture_output=True, text=True)

wanted = [w for _, w in FAULTS.values() if w] + ["style.css: loads from elsewhere: https://example.org/x.css"]
not_seen = [w for w in wanted if not any(line.startswith(w) for line in run.stdout.splitlines())]
if not_seen or run.returncode != 1 or "good.html" in run.stdout.replace("good.html#there", ""):
    print(run.stdout, run.stderr, "not seen:", *not_seen, sep="\n")
    sys.exit(1)
print(f"{len(wanted)} faults of sites are seen")

# SPDX-License-Identifier: MIT
"""What mkdocs does not do by itself: pages from outside docs/, a page of the examples, links between them, and only the
navigation that there is. docs/*.md is written to be read as it is, with links as the repository has them."""
import logging
import pathlib
import posixpath
import re

from mkdocs.structure.files import File
from mkdocs.structure.nav import Link

ROOT = pathlib.Path(__file__).resolve().parents[2]
GENERATED = ROOT / "build/site"
log = logging.getLogger("mkdocs.husk")

# Pages outside docs/, under the names that they have in the repository.
OUTSIDE = (
    "CONTRIBUTING.md", "CHANGELOG.md", "benchmarks/README.md", "examples/distributed/README.md",
    "examples/libtorch_moco/README.md",
)  # fmt: skip
LINK = re.compile(r"\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^)\s]+)\)")
FENCE = re.compile(r"^ *```.*?^ *```$", re.MULTILINE | re.DOTALL)
COMMENT = re.compile(r"^<!--.*?-->\n?", re.MULTILINE | re.DOTALL)


def examples_page():
    """The numbered examples, whole."""
    parts = ["# Examples\n\nEach is a program that the tests run.\n"]
    for source in sorted((ROOT / "examples").glob("[0-9][0-9]_*.cpp")):
        code = source.read_text().removeprefix("// SPDX-License-Identifier: MIT\n")
        parts.append(f"## {source.stem}\n\n```cpp\n{code}```\n")
    return "\n".join(parts)


def present(page):
    return page.endswith(".html") or any((folder / page).exists() for folder in (ROOT / "docs", GENERATED, ROOT))


def only_present(nav):
    kept = []
    for entry in nav:
        if isinstance(entry, dict):
            ((title, inner),) = entry.items()
            inner = only_present(inner if isinstance(inner, list) else [inner])
            kept += [{title: inner if isinstance(entry[title], list) else inner[0]}] if inner else []
        elif present(entry):
            kept.append(entry)
        else:
            log.info("left out, as it is not there: %s", entry)
    return kept


def on_config(config):
    GENERATED.mkdir(parents=True, exist_ok=True)
    (GENERATED / "examples.md").write_text(examples_page())
    config["nav"] = only_present(config["nav"])
    return config


def on_files(files, config):
    def add(path, folder):
        files.append(File(path, str(folder), config["site_dir"], config["use_directory_urls"]))

    for file in [f for f in files if f.src_uri.endswith((".tsv", ".csv", ".json", ".txt"))]:
        files.remove(file)  # what pages are made from
    for page in filter(present, OUTSIDE):
        add(page, ROOT)
    add("examples.md", GENERATED)
    add("husk.css", ROOT / "tools/site")
    return files


def on_nav(nav, config, files):
    nav.items.append(Link("API", "api/index.html")) # which doxygen makes
    return nav


def site_link(target, page):
    """A link of the repository, as the site has it: None for what the site does not show."""
    path, _, anchor = target.partition("#")
    anchor = anchor and "#" + anchor
    here = page.file.src_uri if page.file.src_uri in OUTSIDE else "docs/" + page.file.src_uri
    path = posixpath.normpath(posixpath.join(posixpath.dirname(here), path)) if path else here
    example = re.fullmatch(r"examples/(\d\d_\w+)\.cpp", path)
    if example:
        path, anchor = "examples.md", "#" + example[1]
    elif path == "examples":
        path = "examples.md"
    elif path == "README.md":
        path = "index.md"
    elif path + "/README.md" in OUTSIDE:
        path += "/README.md"
    elif path.startswith("docs/"):
        path = path.removeprefix("docs/")
    elif path not in OUTSIDE:
        return None
    if not present(path):
        return None
    return posixpath.relpath(path, posixpath.dirname(page.file.src_uri) or ".") + anchor


def on_page_markdown(markdown, page, config, files):
    def linked(match):
        words, target = match.groups()
        if re.match(r"[a-z]+:", target):
            return match[0]
        found = site_link(target, page)
        if found is None:
            log.debug("%s: no link to %s, which is not on the site", page.file.src_uri, target)
        return f"[{words}]({found})" if found else words

    # Outside of code only; hidden code goes.
    out, end = [], 0
    for block in FENCE.finditer(markdown := COMMENT.sub("", markdown)):
        out += [LINK.sub(linked, markdown[end:block.start()]), block[0]]
        end = block.end()
    return "".join(out) + LINK.sub(linked, markdown[end:])

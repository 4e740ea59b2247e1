"""Add content from outside docs/: notebooks, pages of the top folder, the help of commands.

A page in docs/ that mkdocs.yml does not place becomes a guide.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File

from esi.sandbox.__main__ import parser
from esi_data.cli.main import cli

PAGES = ("CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md")
HELP = re.compile(r"<!-- each command's help, .*? -->")
# Searches rank first steps before guides (1), and these before the reference and tables.
BOOST = {
    "start/": 2, "how_do_i": 2, "faq": 2, "reference/": 0.2, "decisions/": 0.2, "CHANGELOG": 0.1,
    "CONTRIBUTING": 0.1, "benchmarks": 0.1, "compatibility": 0.1, "manual": 0.1,
}  # fmt: skip


def on_config(config: Any) -> None:
    """Put the pages that have no place in the navigation among the guides."""
    docs = Path(config.docs_dir)
    placed = set(_pages(config.nav))
    guides = next(entry["Guides"] for entry in config.nav if "Guides" in entry)
    names = sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*.md"))
    guides += [name for name in names if name not in placed]


def _pages(nav: Any) -> list[str]:
    if isinstance(nav, str):
        return [nav]
    parts = nav.values() if isinstance(nav, dict) else nav
    return [page for part in parts for page in _pages(part)]


@event_priority(100)  # before the plugin that makes pages of notebooks looks for them
def on_files(files: Any, config: Any) -> Any:
    """Add the files, each at its path from the project's top."""
    top = Path(config.config_file_path).parent
    # The pictures once more, where the notebooks look for them.
    shown = [*top.glob("notebooks/*.ipynb"), *top.glob("docs/images/**/*.png")]
    found = [*PAGES, *(path.relative_to(top).as_posix() for path in sorted(shown))]
    for name in found:
        files.append(File(name, str(top), config.site_dir, config.use_directory_urls))
    return files


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """Put the commands' help where a page asks for it, and rank the page in searches."""
    name = page.file.src_uri
    boost = next((boost for start, boost in BOOST.items() if name.startswith(start)), 1)
    page.meta.setdefault("search", {"boost": boost})
    if name in PAGES:  # their links start at the project's top
        markdown = markdown.replace("](docs/", "](")
    top = click.Context(cli, info_name="esi-data", terminal_width=86, **cli.context_settings)
    return HELP.sub(lambda _: "\n".join(_helps(top)), markdown)


def _helps(context: click.Context) -> Iterator[str]:
    name, command = context.command_path, context.command
    sandbox = name == "esi-data sandbox"  # it has a parser of its own
    text = parser(name).format_help() if sandbox else command.get_help(context)
    yield f"## {name}\n\n```text\n{text.rstrip()}\n```\n"
    for short, inner in sorted(getattr(command, "commands", {}).items()):
        yield from _helps(click.Context(inner, info_name=short, parent=context))


@event_priority(-100)  # after the plugin has put it in
def on_post_page(output: str, **_: Any) -> str:
    """Leave out the script that fetches MathJax: no page has formulas."""
    return re.sub(r"<script data-mkdocs-jupyter-mathjax=.*?</script>", "", output, flags=re.DOTALL)

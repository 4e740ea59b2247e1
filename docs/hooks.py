"""What the site shows and does not lie in docs/: the notebooks, and pages of the project's top.

A page in docs/ that mkdocs.yml does not place is a guide.
"""

import re
from pathlib import Path
from typing import Any

from mkdocs.plugins import event_priority
from mkdocs.structure.files import File

PAGES = ("CHANGELOG.md", "CONTRIBUTING.md")


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
    found = [*PAGES, *(f"notebooks/{path.name}" for path in sorted(top.glob("notebooks/*.ipynb")))]
    for name in found:
        files.append(File(name, str(top), config.site_dir, config.use_directory_urls))
    return files


@event_priority(-100)  # after the plugin has put it in
def on_post_page(output: str, **_: Any) -> str:
    """Leave out the script that fetches MathJax: no page has formulas."""
    return re.sub(r"<script data-mkdocs-jupyter-mathjax=.*?</script>", "", output, flags=re.DOTALL)

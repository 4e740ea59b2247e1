"""Write the stub files of the distribution: `python -m esi.core.stubs DOCUMENT DATE`.

They contain only facts: names, types and values of enums, no text of the API's document.
"""

import sys
from pathlib import Path

import esi
from esi.core.atomic_write import atomic_write
from esi.core.openapi.load import read_document
from esi.core.stubs.files import render


def main(document: str, date: str) -> None:
    """Write the files next to the modules that they describe."""
    home = Path(esi.__file__).parents[1]
    for name, text in render(read_document(document), date, descriptions=False).texts.items():
        with atomic_write(home / name) as file:
            file.write(text.encode())


if __name__ == "__main__":
    main(*sys.argv[1:])

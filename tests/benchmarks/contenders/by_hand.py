"""Fetch pages as a careful analyst would: requests, json and pandas, one by one or in 16 threads.

Also the typed frame of rows, which users of the other clients must make by hand as well.
"""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import requests

THREADS = 16


def imports(job):
    import pandas as pd  # noqa: F401


def start(job):
    return ByHand(job, THREADS if job["contender"].endswith(":pool") else 1)


class ByHand:
    def __init__(self, job, threads):
        self.listing = job["listing"]
        self.threads = threads
        self.url = job["url"]
        self.address = self.url + self.listing["path"].format(region_id=job["region"])
        self.session = requests.Session()
        adapter = requests.adapters.HTTPAdapter(pool_connections=1, pool_maxsize=threads)
        self.session.mount("http://", adapter)

    def ready(self):
        self.session.get(self.url + "/status").raise_for_status()

    def prepare(self):
        pass

    def send(self):
        self._page(1)

    def rows(self):
        rows = self._rows()
        times = [name for name, kind, *_ in self.listing["fields"] if kind == "time"]
        for row in rows:
            for name in times:
                if name in row:
                    row[name] = datetime.fromisoformat(row[name])
        return rows

    def frame(self):
        return typed(self._rows(), self.listing["fields"])

    def _rows(self):
        response = self._page(1)
        rows = response.json()
        rest = range(2, int(response.headers.get("X-Pages", 1)) + 1)
        if self.threads == 1:
            for number in rest:
                rows.extend(self._page(number).json())
            return rows
        with ThreadPoolExecutor(self.threads) as pool:
            for page in pool.map(lambda number: self._page(number).json(), rest):
                rows.extend(page)
        return rows

    def _page(self, number):
        response = self.session.get(self.address, params={"page": number}, timeout=30)
        response.raise_for_status()
        return response


def typed(rows, fields):
    """Return the frame with the column types of our own."""
    import pandas as pd

    frame = pd.DataFrame(rows, columns=[name for name, *_ in fields])
    types = {}
    for name, kind, optional, values in fields:
        if kind == "time":
            frame[name] = pd.to_datetime(frame[name], utc=True).dt.as_unit("us")
        elif kind == "enum":
            types[name] = pd.CategoricalDtype(values)
        elif kind != "ints":
            types[name] = {
                "int": "Int64" if optional else "int64",
                "bool": "boolean" if optional else "bool",
                "float": "float64",
                "text": "string",
            }[kind]
    return frame.astype(types)

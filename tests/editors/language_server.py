"""Run pyright's language server in a process, and return its completions at a cursor."""

import contextlib
import json
import queue
import subprocess
import sys
import threading
from itertools import count

from tests.support import children, processes

CURSOR = "|"


class LanguageServer:
    """Language server of a folder; a client of its protocol, as editors are."""

    def __init__(self, folder, path):
        self._folder = folder
        config = {"extraPaths": [str(path)], "pythonVersion": "3.11"}
        (folder / "pyrightconfig.json").write_text(json.dumps(config), "utf-8")
        self._process = children.start(
            [sys.executable, "-m", "pyright.langserver", "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder,
        )
        self._numbers = count(1)
        self._messages = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self):
        root = self._folder.as_uri()
        folders = [{"uri": root, "name": "test"}]
        self.request(
            "initialize",
            {"processId": None, "rootUri": root, "capabilities": {}, "workspaceFolders": folders},
        )
        self._send({"method": "initialized", "params": {}})
        return self

    def __exit__(self, *_):
        with contextlib.suppress(OSError):  # already ended
            self.request("shutdown", None)
            self._send({"method": "exit"})
        children.end(self._process)
        self._reader.join(processes.PATIENCE)

    def offered(self, code):
        """Return the labels of the completions at the `|` in some code."""
        uri = (self._folder / f"file_{next(self._numbers)}.py").as_uri()
        before, _, after = code.partition(CURSOR)
        document = {"uri": uri, "languageId": "python", "version": 1, "text": before + after}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        lines = before.split("\n")
        position = {"line": len(lines) - 1, "character": len(lines[-1])}
        found = self.request(
            "textDocument/completion", {"textDocument": {"uri": uri}, "position": position}
        )
        return [each["label"] for each in (found or {}).get("items", [])]

    def request(self, method, params):
        """Send a request and return its result; answer the server's own requests meanwhile."""
        number = next(self._numbers)
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._messages.get(timeout=processes.PATIENCE)
            assert message is not None, "The language server ended."
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message["result"]
            if "id" in message:  # of settings; the folder's file has them
                items = (message.get("params") or {}).get("items", [])
                self._send({"id": message["id"], "result": [{} for _ in items] or None})

    def _send(self, message):
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(data), data))
        self._process.stdin.flush()

    def _read(self):
        stream = self._process.stdout
        while header := stream.readline():
            length = int(header.split(b":")[1])
            while stream.readline().strip():  # further headers
                pass
            self._messages.put(json.loads(stream.read(length)))
        self._messages.put(None)

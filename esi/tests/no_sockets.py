"""Define a test case that keeps an app's tests from reaching other machines."""

from __future__ import annotations

import esi._django  # noqa: F401 - first: it names the extra if Django is missing

# isort: split
import socket
from ipaddress import ip_address
from typing import Any
from unittest.mock import patch

from django.test import TestCase


class SocketAccessError(Exception):
    """Connection to another machine that a test attempted."""


class GuardedSocket(socket.socket):
    """Socket that connects to this machine only."""

    def connect(self, address: Any, /) -> None:
        """Connect to an address of this machine.

        Raises:
            SocketAccessError: the address belongs to another machine.
        """
        self._check(address)
        super().connect(address)

    def connect_ex(self, address: Any, /) -> int:
        """Connect as `connect` does, but return the error code."""
        self._check(address)
        return super().connect_ex(address)

    def _check(self, address: Any) -> None:
        by_internet = self.family in {socket.AF_INET, socket.AF_INET6}
        if by_internet and not _is_loopback(str(address[0])):
            raise SocketAccessError(
                f"A test tried to connect to {address[0]}, port {address[1]}. Replace what it "
                "calls by a stand-in, or use the sandbox (fixture esi_sandbox)."
            )


class NoSocketsTestCase(TestCase):
    """Test case in which connections to other machines raise `SocketAccessError`."""

    @classmethod
    def setUpClass(cls) -> None:
        """Guard all sockets that the tests of the class create."""
        cls.enterClassContext(patch("socket.socket", GuardedSocket))
        super().setUpClass()


def _is_loopback(host: str) -> bool:
    """Return True for an address of this machine, or its name."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"

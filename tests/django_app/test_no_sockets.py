"""Test the test case for apps whose code must not reach other machines."""

import socket
import unittest

import pytest
import requests

from esi.tests import NoSocketsTestCase, SocketAccessError


@pytest.fixture
def inside(db):
    """Return a function that runs a test in such a case and lists its errors."""

    def run(body):
        class Case(NoSocketsTestCase):
            def test(self):
                body()

        result = unittest.TestResult()
        unittest.TestSuite([Case("test")]).run(result)
        assert result.testsRun == 1
        assert not result.failures
        return [text.strip().splitlines()[-1] for _, text in result.errors]

    return run


@pytest.mark.parametrize("address", ["192.0.2.1", "2001:db8::1"])
@pytest.mark.parametrize("method", ["connect", "connect_ex"])
def test_a_connection_to_another_machine_is_an_error(inside, address, method):
    """The error names the address; nothing is sent."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET

    def connect():
        with socket.socket(family) as made:
            getattr(made, method)((address, 80))

    (error,) = inside(connect)
    assert error.startswith(f"esi.tests.no_sockets.{SocketAccessError.__name__}")
    assert f"{address}, port 80" in error


def test_servers_on_this_machine_are_reached(inside, esi_sandbox):
    """The sandbox, a cache or a database may run there."""
    assert inside(lambda: requests.get(f"{esi_sandbox.url}/status", timeout=60)) == []
    name = esi_sandbox.url.replace("127.0.0.1", "localhost")
    assert inside(lambda: requests.get(f"{name}/status", timeout=60)) == []


def test_sockets_are_as_before_after_the_tests(inside):
    """Other test cases of the run are not affected."""
    before = socket.socket
    assert inside(lambda: None) == []
    assert socket.socket is before

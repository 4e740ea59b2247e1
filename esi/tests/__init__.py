"""What do the tests of apps import?

The package is named as in releases 8 to 10; this project's own tests are in the folder `tests` of
its checkout.
"""

from esi.tests.no_sockets import GuardedSocket, NoSocketsTestCase, SocketAccessError

__all__ = ["GuardedSocket", "NoSocketsTestCase", "SocketAccessError"]

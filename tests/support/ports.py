"""Ports for addresses that must be known before anything listens there."""

import random
import socket

# Below the ports that systems deal out by themselves (to connections, and to who asks for any), so
# that none is gone when it is used.
_OURS = range(20_000, 32_000)


def free_port():
    """Find a port of loopback at which nothing listens."""
    for port in random.SystemRandom().sample(_OURS, 1000):
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise RuntimeError("1000 ports of 127.0.0.1 were tried, and none is free")

"""Choose ports for addresses that a test needs before a server listens there."""

import random
import socket

# Below the ephemeral ports, which the system gives to connections and to servers that ask for any
# port, so that a chosen port stays free.
_OURS = range(20_000, 32_000)


def free_port():
    """Return a free port of loopback."""
    for port in random.SystemRandom().sample(_OURS, 1000):
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise RuntimeError("none of 1000 ports of 127.0.0.1 is free")

"""Signals of the app.

`esi_request_statistics` is sent for each request to the API, each retry, and each response from the
cache, with the keywords

- `operation`: name of the operation: `get_status` of a client of `esi.clients`, `GetStatus` of one
  of `esi.openapi_clients`
- `method`: `GET`, ...
- `status_code`: status of the response; None without a response
- `headers`: headers of the response, with lower-case names; those of `esi.openapi_clients` are
  found in any case
- `latency`: seconds from sending to the last byte; 0 from the cache
- `bucket`: rate limit that was charged: group and character, or `errors` for the error limit; for
  `esi.openapi_clients` the group alone, empty for the error limit
- `cache`: `hit` (nothing was sent), `revalidated` (304) or `miss`
- `transferred`: bytes of the body as transferred
- `tokens`: tokens spent

The sender is the class of what was called: `esi.clients.CachingHttpFuture`, or
`esi.openapi_clients.EsiOperation`.

    @receiver(esi_request_statistics)
    def count(sender, operation, status_code, latency, **kwargs): ...

Errors of receivers are logged and ignored. Receivers run in the thread that sends the request, so
they must be fast.
"""

import esi._django  # noqa: F401 - first: it names the extra if Django is missing

# isort: split
from django.dispatch import Signal

__all__ = ["esi_request_statistics"]

esi_request_statistics = Signal()

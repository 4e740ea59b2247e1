"""Signals of the app.

`esi_request_statistics` is sent for each request to the API, each retry, and each response from the
cache, with the keywords

- `operation`: 5.x name of the operation, such as `get_status`
- `method`: `GET`, ...
- `status_code`: status of the response; None without a response
- `headers`: headers of the response, a dict with lower-case names
- `latency`: seconds from sending to the last byte; 0 from the cache
- `bucket`: rate limit that was charged: group and character, or `errors` for the error limit
- `cache`: `hit` (nothing was sent), `revalidated` (304) or `miss`
- `transferred`: bytes of the body as transferred
- `tokens`: tokens spent

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

"""Signals of the app.

`esi_request_statistics` is sent for each request to the API, each retry of one, and each answer out
of the cache, with the keywords

- `operation`: its old name, such as `get_status`
- `method`: `GET`, ...
- `status_code`: of the answer; None where none came
- `headers`: of the answer, as a dict with names in lower case
- `latency`: seconds from sending to the last byte; 0 out of the cache
- `bucket`: whose limit paid: group and character, or `errors` for the error limit
- `cache`: `hit` (nothing was sent), `revalidated` (304) or `miss`
- `transferred`: bytes of the body, as they came
- `tokens`: what it cost

    @receiver(esi_request_statistics)
    def count(sender, operation, status_code, latency, **kwargs): ...

An error of a receiver is logged and passed over. Receivers are called in the thread that sends, so
they must be quick.
"""

from django.dispatch import Signal

__all__ = ["esi_request_statistics"]

esi_request_statistics = Signal()

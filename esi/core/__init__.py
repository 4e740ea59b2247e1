"""Engine and client of the API, without Django.

Rules are functions of plain values (`openapi.translate`, `cache.policy`, `paging.snapshot`,
`rate_limits.rules`, `decoding.rows`); only `http.transport` and `sso.client` use the network.
"""

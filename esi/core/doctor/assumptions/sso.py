"""Assume that the single sign-on publishes its addresses and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from esi.core.doctor.assumptions.shapes import compare
from esi.core.doctor.check import Check, Finding, verdict
from esi.core.doctor.probes import object_of
from esi.core.sso.messages import read_metadata

if TYPE_CHECKING:
    from esi.core.doctor.probes import Replies
    from esi.core.http.messages import Response


def _metadata(replies: Replies) -> Finding:
    found = replies.response("sso")
    if found.status != 200:
        return Finding("failed", f"status {found.status}")
    issuer = str(object_of(found).get("issuer"))
    return Finding("ok", read_metadata(object_of(found), issuer).issuer)


def _keys(keys: Response) -> Finding:
    found = object_of(keys).get("keys", [])
    usable = [key for key in found if key.get("kid") and key.get("alg") in {"RS256", "ES256"}]
    return verdict(usable, ", ".join(str(key.get("alg")) for key in found) or "no keys")


CHECKS = [
    Check(
        "sso.metadata",
        "Does the single sign-on publish its addresses?",
        expected="issuer, and addresses of authorisation, tokens and keys on its own host",
        mend="Logins use built-in addresses, which may be out of date.",
        rule=_metadata,
    ),
    compare(
        "sso.keys",
        "Does the single sign-on publish its keys?",
        ("keys",),
        _keys,
        expected="keys of RS256 or ES256 with a kid",
        mend="Logins cannot be verified.",
    ),
]

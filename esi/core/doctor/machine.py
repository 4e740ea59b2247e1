"""Check the Python environment, its packages, the network settings and the stored document."""

from __future__ import annotations

import os
import platform
import ssl
import sys
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from re import match, sub
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from urllib.request import getproxies

from requests.utils import DEFAULT_CA_BUNDLE_PATH, select_proxy

from esi.core.config_rules import is_loopback
from esi.core.doctor.check import Check, Finding, Unknown, verdict

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

DISTRIBUTION = "esi-toolkit"
_OLDEST_PYTHON = (3, 11)
# Packages of extras that explain most problems; the metadata names the required ones.
_OPTIONAL = (
    "django", "celery", "pandas", "numpy", "pyarrow", "polars", "dask", "redis", "ipywidgets",
    "jupyterlab", "marimo", "keyring", "aiohttp",
)  # fmt: skip
_BUNDLES = ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")


@dataclass(frozen=True)
class Machine:
    """Facts about this machine.

    Attributes:
        config: the settings in use.
        python: version of Python.
        system: name and release of the operating system.
        required: version of each required package; empty if it is missing.
        optional: version of each optional package that is installed.
        owners: other distributions that have files in the package `esi`.
        environ: environment variables.
        document: seconds since the API's document was stored, and the date that it describes; None
            if there is none.
    """

    config: Any
    python: tuple[int, ...]
    system: str
    required: Mapping[str, str]
    optional: Mapping[str, str]
    owners: Collection[str]
    environ: Mapping[str, str]
    document: tuple[float, str] | None


def look(config: Any, document: tuple[float, str] | None) -> Machine:
    """Collect the facts about this machine."""
    try:
        requires = metadata.requires(DISTRIBUTION) or []
    except metadata.PackageNotFoundError:  # a checkout on the path
        requires = []
    required = [_name(text) for text in requires if "extra ==" not in text]
    return Machine(
        config=config,
        python=sys.version_info[:3],
        system=platform.platform(),
        required={name: _version(name) for name in required},
        optional={name: version for name in _OPTIONAL if (version := _version(name))},
        owners=other_owners(),
        environ=os.environ,
        document=document,
    )


def other_owners() -> list[str]:
    """Return the names of other distributions that have files in the package `esi`."""
    names = {
        sub(r"[-_.]+", "-", distribution.metadata["Name"] or "").lower()
        for distribution in metadata.distributions()
        # Plain text: parsing the paths of many distributions takes a second.
        if "\nesi/__init__.py," in f"\n{distribution.read_text('RECORD') or ''}"
    }
    return sorted(names - {DISTRIBUTION})


def _name(requirement: str) -> str:
    found = match(r"[\w.-]+", requirement)
    return found[0] if found else requirement


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _python(machine: Machine) -> Finding:
    version = ".".join(map(str, machine.python))
    return verdict(machine.python >= _OLDEST_PYTHON, f"Python {version} on {machine.system}")


def _packages(machine: Machine) -> Finding:
    missing = [name for name, version in machine.required.items() if not version]
    if missing:
        return Finding("failed", f"missing: {', '.join(missing)}")
    versions = {**machine.required, **machine.optional}
    return Finding("ok", ", ".join(f"{name} {version}" for name, version in versions.items()))


def _owner(machine: Machine) -> Finding:
    others = ", ".join(machine.owners)
    return verdict(not others, f"also {others}" if others else "esi-toolkit alone")


def _contact(machine: Machine) -> Finding:
    set_ = bool(machine.config.user_contact_email)
    return verdict(set_, "set" if set_ else "not set", otherwise="warning")


def _proxy(machine: Machine) -> Finding:
    url = machine.config.api_url
    given = "" if is_loopback(url) else select_proxy(url, getproxies()) or ""
    if not given:
        return Finding("ok", "none")
    try:
        parts = urlsplit(given)
        host, port = parts.hostname, parts.port
    except ValueError:
        host = port = None
    if not host:
        return Finding("failed", "the proxy's address is malformed")
    return Finding("ok", f"{host}:{port}" if port else host)


def _certificates(machine: Machine) -> Finding:
    name = next((name for name in _BUNDLES if machine.environ.get(name)), "")
    path = machine.environ[name] if name else DEFAULT_CA_BUNDLE_PATH
    source = f"{name}={path}" if name else path
    try:
        is_folder = Path(path).is_dir()
        context = ssl.create_default_context(
            cafile=None if is_folder else path, capath=path if is_folder else None
        )
    except (OSError, ValueError) as exc:
        return Finding("failed", f"{source} ({getattr(exc, 'strerror', None) or exc})")
    return Finding("ok", f"{source} ({context.cert_store_stats()['x509_ca']} authorities)")


def _document(machine: Machine) -> Finding:
    if machine.document is None:
        raise Unknown("none is stored yet; the first call fetches it")
    age, date = machine.document
    wanted = machine.config.compatibility_date
    found = f"of {date}, {max(age, 0) / 3600:.1f} hours old"
    if date == wanted:
        return Finding("ok", found)
    return Finding("warning", f"{found}; the settings want {wanted}")


CHECKS = [
    Check(
        "python",
        "Which Python runs?",
        expected="Python 3.11 or newer",
        mend="Make an environment with a newer Python.",
        rule=_python,
    ),
    Check(
        "packages",
        "Which versions are installed?",
        expected="all required packages",
        mend="python -m pip install --upgrade esi-toolkit",
        rule=_packages,
    ),
    Check(
        "owner",
        "Does only one distribution install the package `esi`?",
        expected="esi-toolkit alone",
        mend="python -m pip uninstall -y the others and esi-toolkit, "
        "then install esi-toolkit again.",
        rule=_owner,
    ),
    Check(
        "contact",
        "Can CCP reach you?",
        expected="an e-mail address in ESI_USER_CONTACT_EMAIL",
        mend="Set ESI_USER_CONTACT_EMAIL: CCP writes to it before blocking a program.",
        rule=_contact,
    ),
    Check(
        "proxy",
        "Do requests to the API go through a proxy?",
        expected="none, or one with a valid address",
        mend="Correct HTTPS_PROXY or HTTP_PROXY, or add the host to NO_PROXY.",
        rule=_proxy,
    ),
    Check(
        "certificates",
        "Which certificate authorities does Python trust?",
        expected="a readable bundle of certificates",
        mend="Set REQUESTS_CA_BUNDLE to a file of certificates, or remove the variable.",
        rule=_certificates,
    ),
    Check(
        "document",
        "How old is the stored document of the API, and which date does it describe?",
        expected="a document of the compatibility date in the settings",
        mend="Set ESI_COMPATIBILITY_DATE to a date that the API offers; see the check `dates`.",
        rule=_document,
    ),
]

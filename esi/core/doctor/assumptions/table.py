"""List every assumption about the API, in the order of reports."""

from esi.core.doctor.assumptions import (
    caching,
    connection,
    cursors,
    dates,
    document,
    errors,
    languages,
    limits,
    names,
    pages,
    sso,
)

CHECKS = [
    *connection.CHECKS,
    *dates.CHECKS,
    *document.CHECKS,
    *caching.CHECKS,
    *pages.CHECKS,
    *languages.CHECKS,
    *limits.CHECKS,
    *errors.CHECKS,
    *names.CHECKS,
    *cursors.CHECKS,
    *sso.CHECKS,
]

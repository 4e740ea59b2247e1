"""Add completion and help to IPython, in a terminal or in the kernel of a notebook."""

from __future__ import annotations

import logging
import sys
from typing import Any

logger = logging.getLogger("esi_data")

_NAME = "esi_data"
_BEFORE_OTHERS = 100  # IPython's own matchers have the priority 0


def extend_current_shell() -> None:
    """Extend the IPython shell that runs this code, if there is one."""
    ipython = sys.modules.get("IPython")
    shell = ipython and ipython.get_ipython()
    if shell:
        extend(shell)


def extend(shell: Any) -> None:
    """Add completion and help to a shell, once."""
    matchers = getattr(shell.Completer, "custom_matchers", None)
    if matchers is None or _NAME in {getattr(m, "matcher_identifier", "") for m in matchers}:
        return
    from IPython.core.completer import context_matcher  # noqa: PLC0415 - not without IPython

    from esi_data.interactive.help_sections import help_sections  # noqa: PLC0415 - as late as use

    named = context_matcher(identifier=_NAME, priority=_BEFORE_OTHERS)
    matchers.append(named(lambda context: _matched(context, shell)))
    shell.inspector.mime_hooks = {"text/plain": help_sections, **shell.inspector.mime_hooks}


def _matched(context: Any, shell: Any) -> dict[str, Any]:
    """Return the completions as IPython expects them from a matcher; raise nothing.

    If there are any, they suppress other matchers: Jedi takes seconds to read the API's types.
    """
    from IPython.core.completer import SimpleCompletion  # noqa: PLC0415 - not without IPython

    from esi_data.interactive.completions import completions  # noqa: PLC0415 - at the first Tab

    lines = context.full_text.split("\n")[: context.cursor_line]
    before = "\n".join([*lines, context.text_until_cursor])
    try:
        found = completions(before, shell.user_ns)
    except Exception:  # IPython would print its traceback into the notebook
        logger.debug("Completion failed", exc_info=True)
        found = None
    if found is None or not before.endswith(found.prefix):
        return {"completions": []}
    listed = [SimpleCompletion(text, type=found.kind) for text in found.texts]
    if found.or_variable:
        variables = shell.Completer.global_matches(found.prefix)
        listed += [SimpleCompletion(name, type="variable") for name in variables]
    return {
        "completions": listed,
        "matched_fragment": found.prefix,
        "ordered": True,
        "suppress": True,
    }

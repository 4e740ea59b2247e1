"""Find texts that an error keeps alive, as an error page or a tracker would."""

import gc
import types

_CODE = types.ModuleType | types.FunctionType | types.CodeType | type


def texts_of(error):
    """Return all texts that are reachable from an error, its causes and the toolkit's frames.

    The caller's own frames (tests) are left out, and so is what belongs to the code.
    """
    found, seen = [], set()
    todo = [error]
    while todo:
        thing = todo.pop()
        if id(thing) in seen or isinstance(thing, _CODE):
            continue
        seen.add(id(thing))
        if isinstance(thing, str | bytes):
            found.append(thing if isinstance(thing, str) else thing.decode("latin-1"))
        elif isinstance(thing, types.TracebackType):
            todo.append(thing.tb_next)
            if not thing.tb_frame.f_globals["__name__"].startswith(("tests.", "_pytest")):
                todo.extend(thing.tb_frame.f_locals.values())
        elif not isinstance(thing, types.FrameType):
            todo.extend(gc.get_referents(thing))
    return found

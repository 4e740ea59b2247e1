"""Errors leave entry points short, and without what their frames held."""

import traceback
from pathlib import Path

import pytest

from esi.core.entry_point import entry_point
from esi.errors import ApiConnectionError, ParameterError

SECRET = "an-access-token-nobody-may-read"


def fail(kind, token):
    headers = {"Authorization": f"Bearer {token}"}
    try:
        Path(f"/nowhere/{len(headers)}").stat()
    except OSError as exc:
        raise kind("no connection") from exc


@entry_point
def call(kind, token=SECRET):
    fail(kind, token)


@entry_point
def pages(kind, token=SECRET):
    yield 1
    fail(kind, token)


def inner_frames(error):
    """Return the frames of an error and its causes, those of this test left out."""
    found = []
    while error is not None:
        found += [frame for frame, _ in traceback.walk_tb(error.__traceback__)][1:]
        error = error.__cause__ or error.__context__
    return found


@pytest.mark.parametrize("door", [call, lambda kind: list(pages(kind))], ids=["call", "pages"])
@pytest.mark.parametrize("kind", [ApiConnectionError, ParameterError, RuntimeError, SystemExit])
def test_no_frame_keeps_a_local_variable(door, kind):
    """Error pages show the variables of frames, whatever the error is."""
    with pytest.raises(kind, match="no connection") as caught:
        door(kind)
    for frame in inner_frames(caught.value):
        if frame.f_code.co_name != "<lambda>":
            assert SECRET not in repr(frame.f_locals)


@pytest.mark.parametrize("kind", [ApiConnectionError, KeyboardInterrupt])
def test_an_error_of_the_toolkit_has_one_frame_and_no_cause(kind):
    """Its message says what happened; the caller's line is the next above."""
    with pytest.raises(kind) as caught:
        call(kind)
    assert [frame.f_code.co_name for frame in inner_frames(caught.value)] == ["call"]
    assert caught.value.__cause__ is caught.value.__context__ is None


def test_an_error_that_may_be_a_bug_keeps_its_lines():
    """A report of it says where it happened."""
    with pytest.raises(RuntimeError) as caught:
        call(RuntimeError)
    names = [frame.f_code.co_name for frame in inner_frames(caught.value)]
    assert names[:3] == ["call", "call", "fail"]  # the decorator first
    assert isinstance(caught.value.__cause__, OSError)


def test_what_the_caller_was_handling_stays_the_context():
    """An error in an `except` block of the program belongs to its story."""

    def program():
        try:
            Path("/nowhere").stat()
        except OSError:
            call(ApiConnectionError)

    with pytest.raises(ApiConnectionError) as caught:
        program()
    assert isinstance(caught.value.__context__, OSError)


def test_a_generator_passes_on_what_it_yields_and_its_end():
    """Closing it early is no error."""
    steps = pages(ApiConnectionError)
    assert next(steps) == 1
    steps.close()
    assert list(steps) == []


def test_the_signature_is_the_functions():
    """Completion and help see through the decorator."""
    assert call.__name__ == "call"
    assert call.__wrapped__.__defaults__ == (SECRET,)

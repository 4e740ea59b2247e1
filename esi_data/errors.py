"""Define errors and warnings of `esi_data` for programs to catch; see also `esi.errors`."""

from esi.errors import DjangoEsiException


class UnknownListError(DjangoEsiException, ValueError):
    """Name in `explode=` that is not a list column of the response.

    Attributes:
        name: the name that was passed.
        choices: the list columns of the response.
    """

    def __init__(self, name: str, choices: tuple[str, ...]) -> None:
        self.name = name
        self.choices = choices
        have = f"choose one of: {', '.join(choices)}" if choices else "it has none"
        super().__init__(f"explode={name!r} is not a list column of this response; {have}")


class UnknownKeyError(DjangoEsiException, ValueError):
    """Column in `key=` that the response does not have."""


class CacheAddressError(DjangoEsiException, ValueError):
    """Malformed Redis address. The message never repeats it: it may contain a password."""


class NoRouteError(DjangoEsiException, LookupError):
    """Error for two systems without a route between them; the message gives the reason.

    Attributes:
        origin: id of the system to start from.
        destination: id of the system to reach.
    """

    origin: int = 0
    destination: int = 0


class DatasetError(DjangoEsiException, ValueError):
    """Missing, foreign or damaged dataset; the message says what the folder contains."""


class RecipeError(DatasetError):
    """Invalid recipe; the message names the line and the values that are allowed there."""


class DatasetBusyError(DjangoEsiException, RuntimeError):
    """Dataset that another process or thread is writing to."""


class StaticDataError(DjangoEsiException, RuntimeError):
    """Error for missing, damaged or invalid static data; the message names the next step."""


class StaticDataWarning(UserWarning):
    """Warning about lines of an export that are not valid records; all other lines are read."""


class OffSchemaWarning(UserWarning):
    """Response with values or fields that its schema does not describe; they are kept."""


class BudgetWarning(UserWarning):
    """Pull that costs more than is left of the API's limit: it will wait, or fail."""


class NotLocalisedWarning(UserWarning):
    """Several languages requested of an operation that is the same in all."""


class LanguageWarning(UserWarning):
    """Response in another language than the one requested."""


class UnfinishedWarning(UserWarning):
    """Dataset whose first pull is not finished; `read` returned what is there."""


class UnreadableSourceWarning(UserWarning):
    """Warning about a source file that this version of Python cannot parse, and that is skipped."""

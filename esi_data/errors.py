"""Errors and warnings of `esi_data` that programs catch or filter; those of calls are `esi.errors`.

ValueError
+-- UnknownListError
+-- UnknownKeyError
+-- CacheAddressError
+-- DatasetError
+-- RecipeError
RuntimeError
+-- DatasetBusyError
UserWarning
+-- OffSchemaWarning
+-- BudgetWarning
+-- NotLocalisedWarning
+-- LanguageWarning
+-- UnfinishedWarning
"""


class UnknownListError(ValueError):
    """`explode=` names no list column of the response.

    Attributes:
        name: the name that was passed.
        choices: the list columns of the response.
    """

    def __init__(self, name: str, choices: tuple[str, ...]) -> None:
        self.name = name
        self.choices = choices
        have = f"choose one of: {', '.join(choices)}" if choices else "it has none"
        super().__init__(f"explode={name!r} is not a list column of this response; {have}")


class UnknownKeyError(ValueError):
    """`key=` names a column that the response does not have."""


class CacheAddressError(ValueError):
    """Malformed Redis address. The message never repeats it: it may contain a password."""


class DatasetError(ValueError):
    """The folder does not contain the expected dataset; the message says what it contains."""


class RecipeError(DatasetError):
    """Invalid recipe; the message names the line and the values that are allowed there."""


class DatasetBusyError(RuntimeError):
    """Another process or thread is writing to this dataset."""


class OffSchemaWarning(UserWarning):
    """A response has values or fields that its schema does not describe; the frame keeps them."""


class BudgetWarning(UserWarning):
    """A pull costs more than is left of the API's limit: it will wait, or fail."""


class NotLocalisedWarning(UserWarning):
    """Several languages were requested of an operation that has the same response in all."""


class LanguageWarning(UserWarning):
    """The API responded in another language than the one requested."""


class UnfinishedWarning(UserWarning):
    """The first pull of this dataset is not finished; `read` returned what is there."""

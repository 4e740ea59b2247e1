"""Examples of the manual's sections 2.2 and 2.5, as printed, with their provider."""

from esi.clients import EsiClientProvider
from esi.models import Token

# create your own provider
esi = EsiClientProvider()


def public_endpoint():
    """Section 2.2.3."""
    # call the endpoint
    result = esi.client.Status.get_status().results()

    # ... do stuff with the data
    return result


def notifications_of(character_id):
    """Section 2.2.4."""
    required_scopes = ["esi-characters.read_notifications.v1"]

    # get a token
    token = Token.get_token(character_id, required_scopes)

    # call the endpoint
    notifications = esi.client.Character.get_characters_character_id_notifications(
        # required parameter for endpoint
        character_id = character_id,
        # provide a valid access token, which will be refresh the token if required
        token = token.valid_access_token()
    ).results()  # fmt: skip

    # ... do stuff with the data
    return notifications


def in_korean():
    """Section 2.2.6, first example."""
    result = (
        esi.client.Universe
            .get_universe_types_type_id(type_id=30004984, language='ko')
            .results()
    )  # fmt: skip
    return result


def in_all_languages():
    """Section 2.2.6, second example."""
    result = (
        esi.client.Universe
            .get_universe_types_type_id(type_id=30004984)
            .results_localized()
    )  # fmt: skip
    return result


def in_two_languages():
    """Section 2.2.6, third example."""
    result = (
        esi.client.Universe
            .get_universe_types_type_id(type_id=30004984)
            .results_localized(languages=['ko', 'de'])
    )  # fmt: skip
    return result


def notifications_with_response(character_id):
    """Section 2.5.2."""
    required_scopes = ["esi-characters.read_notifications.v1"]

    # get a token
    token = Token.get_token(character_id, required_scopes)

    # call the endpoint but don't request data.
    operation = esi.client.Character.get_characters_character_id_notifications(
        character_id = character_id,
        token = token.valid_access_token()
    )  # fmt: skip

    # set to get the response as well
    operation.request_config.also_return_response = True

    # get your data
    notifications, response = operation.results()

    # ... do stuff with the data
    return notifications, response.headers["Expires"]


def with_response():
    """Section 2.5.2, on a public endpoint."""
    # call the endpoint but don't request data.
    operation = esi.client.Status.get_status()

    # set to get the response as well
    operation.request_config.also_return_response = True

    # get your data
    status, response = operation.results()
    return status, response

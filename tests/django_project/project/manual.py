"""The manual's examples of section 2.2, as printed; a site's module with its provider."""

from esi.clients import EsiClientProvider

# create your own provider
esi = EsiClientProvider()


def public_endpoint():
    """Section 2.2.3."""
    # call the endpoint
    result = esi.client.Status.get_status().results()

    # ... do stuff with the data
    return result


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


def with_response():
    """Section 2.5.2, on a public endpoint."""
    # call the endpoint but don't request data.
    operation = esi.client.Status.get_status()

    # set to get the response as well
    operation.request_config.also_return_response = True

    # get your data
    status, response = operation.results()
    return status, response

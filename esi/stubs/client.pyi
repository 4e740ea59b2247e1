# Written by `esi-data stubs`: a change to this file is lost with the next run.
"""Client of `esi.clients`, at compatibility date 2026-08-18."""

from datetime import date as _date, datetime as _datetime
from typing import Any, Literal, NotRequired, TypedDict, overload

from esi.clients import CachingHttpFuture
from esi.core.client.call_types import Language, Values
from esi.models import Token
from esi.stubs.dicts import *

class _Access_ListTag:
    resource: Any
    def get_characters_character_id_access_lists(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CharactersAccessListsListing]:
        """Get access lists of characters (character_id).

        Request: `GET /characters/{character_id}/access-lists`

        Scopes: esi-access.read_lists.v1
        Cached for: 5 min
        Rate limit: 600 tokens per 15m (char-access)
        """
    GetCharactersAccessListsListing = get_characters_character_id_access_lists
    def get_characters_character_id_access_lists_access_list_id(
        self,
        *,
        access_list_id: int,
        character_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CharactersAccessListsDetail]:
        """Get access lists (access_list_id) of characters (character_id).

        Request: `GET /characters/{character_id}/access-lists/{access_list_id}`

        Scopes: esi-access.read_lists.v1
        Cached for: 5 min
        Rate limit: 600 tokens per 15m (char-access)
        """
    GetCharactersAccessListsDetail = get_characters_character_id_access_lists_access_list_id

class _ActivitiesTag:
    resource: Any
    def get_characters_character_id_mercenary_tactical_operations(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CharactersMercenaryTacticalOperationsListing]:
        """Get mercenary tactical operations of characters (character_id).

        Request: `GET /characters/{character_id}/mercenary-tactical-operations`

        Scopes: esi-activities.read_character.v1
        Cached for: 5 min
        Rate limit: 150 tokens per 15m (char-activity)
        """
    GetCharactersMercenaryTacticalOperationsListing = get_characters_character_id_mercenary_tactical_operations
    def get_characters_character_id_mercenary_tactical_operations_operation_id(
        self,
        *,
        operation_id: str,
        character_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CharactersMercenaryTacticalOperationsDetail]:
        """Get mercenary tactical operations (operation_id) of characters (character_id).

        Request: `GET
        /characters/{character_id}/mercenary-tactical-operations/{operation_id}`

        Scopes: esi-activities.read_character.v1
        Cached for: 5 min
        Rate limit: 150 tokens per 15m (char-activity)
        """
    GetCharactersMercenaryTacticalOperationsDetail = get_characters_character_id_mercenary_tactical_operations_operation_id
    def get_skyhooks_raidable(
        self,
        *,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[SkyhooksRaidable]:
        """Get skyhooks raidable.

        Request: `GET /skyhooks/raidable`

        Cached for: 5 min
        Rate limit: 30 tokens per 15m (activity)
        """
    GetSkyhooksRaidable = get_skyhooks_raidable

class _AllianceTag:
    resource: Any
    def get_alliances(
        self,
        *,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[int]]:
        """Get alliances.

        Request: `GET /alliances`

        Cached for: 1 h
        """
    GetAlliances = get_alliances
    def get_alliances_alliance_id(
        self,
        *,
        alliance_id: int,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[AllianceDetail]:
        """Get alliances (alliance_id).

        Request: `GET /alliances/{alliance_id}`

        Cached for: 1 h
        """
    GetAlliancesAllianceId = get_alliances_alliance_id
    def get_alliances_alliance_id_corporations(
        self,
        *,
        alliance_id: int,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[int]]:
        """Get corporations of alliances (alliance_id).

        Request: `GET /alliances/{alliance_id}/corporations`

        Cached for: 1 h
        """
    GetAlliancesAllianceIdCorporations = get_alliances_alliance_id_corporations
    def get_alliances_alliance_id_icons(
        self,
        *,
        alliance_id: int,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[AlliancesAllianceIdIconsGet]:
        """Get icons of alliances (alliance_id).

        Request: `GET /alliances/{alliance_id}/icons`
        """
    GetAlliancesAllianceIdIcons = get_alliances_alliance_id_icons

class _AssetsTag:
    resource: Any
    def get_characters_character_id_assets(
        self,
        *,
        character_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CharactersCharacterIdAssetsGetItem]]:
        """Get assets of characters (character_id).

        Request: `GET /characters/{character_id}/assets`

        Scopes: esi-assets.read_assets.v1
        Cached for: 1 h
        Rate limit: 1800 tokens per 15m (char-asset)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    GetCharactersCharacterIdAssets = get_characters_character_id_assets
    def get_corporations_corporation_id_assets(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CorporationsCorporationIdAssetsGetItem]]:
        """Get assets of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/assets`

        Scopes: esi-assets.read_corporation_assets.v1
        Corporation roles: Director
        Cached for: 1 h
        Rate limit: 1800 tokens per 15m (corp-asset)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    GetCorporationsCorporationIdAssets = get_corporations_corporation_id_assets
    def post_characters_character_id_assets_locations(
        self,
        *,
        character_id: int,
        item_ids: Values[int],
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CharactersCharacterIdAssetsLocationsPostItem]]:
        """Post to assets locations of characters (character_id).

        Request: `POST /characters/{character_id}/assets/locations`

        Scopes: esi-assets.read_assets.v1
        Rate limit: 1800 tokens per 15m (char-asset)
        """
    def PostCharactersCharacterIdAssetsLocations(
        self,
        *,
        character_id: int,
        body: Values[int],
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CharactersCharacterIdAssetsLocationsPostItem]]:
        """Post to assets locations of characters (character_id).

        Request: `POST /characters/{character_id}/assets/locations`

        Scopes: esi-assets.read_assets.v1
        Rate limit: 1800 tokens per 15m (char-asset)
        """
    def post_characters_character_id_assets_names(
        self,
        *,
        character_id: int,
        item_ids: Values[int],
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CharactersCharacterIdAssetsNamesPostItem]]:
        """Post to assets names of characters (character_id).

        Request: `POST /characters/{character_id}/assets/names`

        Scopes: esi-assets.read_assets.v1
        Rate limit: 1800 tokens per 15m (char-asset)
        """
    def PostCharactersCharacterIdAssetsNames(
        self,
        *,
        character_id: int,
        body: Values[int],
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CharactersCharacterIdAssetsNamesPostItem]]:
        """Post to assets names of characters (character_id).

        Request: `POST /characters/{character_id}/assets/names`

        Scopes: esi-assets.read_assets.v1
        Rate limit: 1800 tokens per 15m (char-asset)
        """
    def post_corporations_corporation_id_assets_locations(
        self,
        *,
        corporation_id: int,
        item_ids: Values[int],
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CorporationsCorporationIdAssetsLocationsPostItem]]:
        """Post to assets locations of corporations (corporation_id).

        Request: `POST /corporations/{corporation_id}/assets/locations`

        Scopes: esi-assets.read_corporation_assets.v1
        Corporation roles: Director
        Rate limit: 1800 tokens per 15m (corp-asset)
        """
    def PostCorporationsCorporationIdAssetsLocations(
        self,
        *,
        corporation_id: int,
        body: Values[int],
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CorporationsCorporationIdAssetsLocationsPostItem]]:
        """Post to assets locations of corporations (corporation_id).

        Request: `POST /corporations/{corporation_id}/assets/locations`

        Scopes: esi-assets.read_corporation_assets.v1
        Corporation roles: Director
        Rate limit: 1800 tokens per 15m (corp-asset)
        """
    def post_corporations_corporation_id_assets_names(
        self,
        *,
        corporation_id: int,
        item_ids: Values[int],
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CorporationsCorporationIdAssetsNamesPostItem]]:
        """Post to assets names of corporations (corporation_id).

        Request: `POST /corporations/{corporation_id}/assets/names`

        Scopes: esi-assets.read_corporation_assets.v1
        Corporation roles: Director
        Rate limit: 1800 tokens per 15m (corp-asset)
        """
    def PostCorporationsCorporationIdAssetsNames(
        self,
        *,
        corporation_id: int,
        body: Values[int],
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CorporationsCorporationIdAssetsNamesPostItem]]:
        """Post to assets names of corporations (corporation_id).

        Request: `POST /corporations/{corporation_id}/assets/names`

        Scopes: esi-assets.read_corporation_assets.v1
        Corporation roles: Director
        Rate limit: 1800 tokens per 15m (corp-asset)
        """

class _CalendarTag:
    resource: Any
    def get_characters_character_id_calendar(
        self,
        *,
        character_id: int,
        from_event: int | None = None,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CharactersCharacterIdCalendarGetItem]]:
        """Get calendar of characters (character_id).

        Request: `GET /characters/{character_id}/calendar`

        Scopes: esi-calendar.read_calendar_events.v1
        Cached for: 5 s
        Rate limit: 600 tokens per 15m (char-social)
        Pages: by `from_event`; `walk=True` follows
        """
    GetCharactersCharacterIdCalendar = get_characters_character_id_calendar
    def get_characters_character_id_calendar_event_id(
        self,
        *,
        character_id: int,
        event_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CharactersCharacterIdCalendarEventIdGet]:
        """Get calendar (event_id) of characters (character_id).

        Request: `GET /characters/{character_id}/calendar/{event_id}`

        Scopes: esi-calendar.read_calendar_events.v1
        Cached for: 5 s
        Rate limit: 600 tokens per 15m (char-social)
        """
    GetCharactersCharacterIdCalendarEventId = get_characters_character_id_calendar_event_id
    def get_characters_character_id_calendar_event_id_attendees(
        self,
        *,
        character_id: int,
        event_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CharactersCharacterIdCalendarEventIdAttendeesGetItem]]:
        """Get attendees of calendar (event_id) of characters (character_id).

        Request: `GET /characters/{character_id}/calendar/{event_id}/attendees`

        Scopes: esi-calendar.read_calendar_events.v1
        Cached for: 10 min
        Rate limit: 600 tokens per 15m (char-social)
        """
    GetCharactersCharacterIdCalendarEventIdAttendees = get_characters_character_id_calendar_event_id_attendees
    def put_characters_character_id_calendar_event_id(
        self,
        *,
        character_id: int,
        event_id: int,
        response: PutCharactersCharacterIdCalendarEventIdOperationBody,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[None]:
        """Update calendar (event_id) of characters (character_id).

        Request: `PUT /characters/{character_id}/calendar/{event_id}`

        Scopes: esi-calendar.respond_calendar_events.v1
        Cached for: 5 s
        Rate limit: 600 tokens per 15m (char-social)
        """
    def PutCharactersCharacterIdCalendarEventId(
        self,
        *,
        character_id: int,
        event_id: int,
        body: PutCharactersCharacterIdCalendarEventIdOperationBody,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[None]:
        """Update calendar (event_id) of characters (character_id).

        Request: `PUT /characters/{character_id}/calendar/{event_id}`

        Scopes: esi-calendar.respond_calendar_events.v1
        Cached for: 5 s
        Rate limit: 600 tokens per 15m (char-social)
        """

class _CharacterTag:
    resource: Any
    def get_characters_character_id(
        self,
        *,
        character_id: int,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CharactersDetail]:
        """Get characters (character_id).

        Request: `GET /characters/{character_id}`

        Cached for: 24 h
        """
    GetCharactersDetail = get_characters_character_id
    def get_characters_character_id_agents_research(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CharactersCharacterIdAgentsResearchGetItem]]:
        """Get agents research of characters (character_id).

        Request: `GET /characters/{character_id}/agents_research`

        Scopes: esi-characters.read_agents_research.v1
        Cached for: 1 h
        Rate limit: 600 tokens per 15m (char-industry)
        """
    GetCharactersCharacterIdAgentsResearch = get_characters_character_id_agents_research
    def get_characters_character_id_blueprints(
        self,
        *,
        character_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CharactersCharacterIdBlueprintsGetItem]]:
        """Get blueprints of characters (character_id).

        Request: `GET /characters/{character_id}/blueprints`

        Scopes: esi-characters.read_blueprints.v1
        Cached for: 1 h
        Rate limit: 600 tokens per 15m (char-industry)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    GetCharactersCharacterIdBlueprints = get_characters_character_id_blueprints
    def get_characters_character_id_corporationhistory(
        self,
        *,
        character_id: int,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CharactersCharacterIdCorporationhistoryGetItem]]:
        """Get corporationhistory of characters (character_id).

        Request: `GET /characters/{character_id}/corporationhistory`

        Cached for: 24 h
        """
    GetCharactersCharacterIdCorporationhistory = get_characters_character_id_corporationhistory
    def get_characters_character_id_fatigue(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CharactersCharacterIdFatigueGet]:
        """Get fatigue of characters (character_id).

        Request: `GET /characters/{character_id}/fatigue`

        Scopes: esi-characters.read_fatigue.v1
        Cached for: 5 min
        Rate limit: 1200 tokens per 15m (char-location)
        """
    GetCharactersCharacterIdFatigue = get_characters_character_id_fatigue
    def get_characters_character_id_medals(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CharactersCharacterIdMedalsGetItem]]:
        """Get medals of characters (character_id).

        Request: `GET /characters/{character_id}/medals`

        Scopes: esi-characters.read_medals.v1
        Cached for: 1 h
        Rate limit: 600 tokens per 15m (char-detail)
        """
    GetCharactersCharacterIdMedals = get_characters_character_id_medals
    def get_characters_character_id_notifications(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CharactersCharacterIdNotificationsGetItem]]:
        """Get notifications of characters (character_id).

        Request: `GET /characters/{character_id}/notifications`

        Scopes: esi-characters.read_notifications.v1
        Cached for: 10 min
        Rate limit: 15 tokens per 15m (char-notification)
        """
    GetCharactersCharacterIdNotifications = get_characters_character_id_notifications
    def get_characters_character_id_notifications_contacts(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CharactersCharacterIdNotificationsContactsGetItem]]:
        """Get notifications contacts of characters (character_id).

        Request: `GET /characters/{character_id}/notifications/contacts`

        Scopes: esi-characters.read_notifications.v1
        Cached for: 10 min
        Rate limit: 600 tokens per 15m (char-social)
        """
    GetCharactersCharacterIdNotificationsContacts = get_characters_character_id_notifications_contacts
    def get_characters_character_id_portrait(
        self,
        *,
        character_id: int,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CharactersCharacterIdPortraitGet]:
        """Get portrait of characters (character_id).

        Request: `GET /characters/{character_id}/portrait`

        Rate limit: 600 tokens per 15m (char-detail)
        """
    GetCharactersCharacterIdPortrait = get_characters_character_id_portrait
    def get_characters_character_id_roles(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CharactersCharacterIdRolesGet]:
        """Get roles of characters (character_id).

        Request: `GET /characters/{character_id}/roles`

        Scopes: esi-characters.read_corporation_roles.v1
        Cached for: 1 h
        Rate limit: 600 tokens per 15m (char-detail)
        """
    GetCharactersCharacterIdRoles = get_characters_character_id_roles
    def get_characters_character_id_standings(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CharactersCharacterIdStandingsGetItem]]:
        """Get standings of characters (character_id).

        Request: `GET /characters/{character_id}/standings`

        Scopes: esi-characters.read_standings.v1
        Cached for: 1 h
        Rate limit: 600 tokens per 15m (char-social)
        """
    GetCharactersCharacterIdStandings = get_characters_character_id_standings
    def get_characters_character_id_titles(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CharactersCharacterIdTitlesGetItem]]:
        """Get titles of characters (character_id).

        Request: `GET /characters/{character_id}/titles`

        Scopes: esi-characters.read_titles.v1
        Cached for: 1 h
        Rate limit: 600 tokens per 15m (char-detail)
        """
    GetCharactersCharacterIdTitles = get_characters_character_id_titles
    def post_characters_affiliation(
        self,
        *,
        characters: Values[int],
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CharactersAffiliationPostItem]]:
        """Post to characters affiliation.

        Request: `POST /characters/affiliation`

        Cached for: 1 h
        """
    def PostCharactersAffiliation(
        self,
        *,
        body: Values[int],
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CharactersAffiliationPostItem]]:
        """Post to characters affiliation.

        Request: `POST /characters/affiliation`

        Cached for: 1 h
        """
    def post_characters_character_id_cspa(
        self,
        *,
        character_id: int,
        characters: Values[int],
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[float]:
        """Post to cspa of characters (character_id).

        Request: `POST /characters/{character_id}/cspa`

        Scopes: esi-characters.read_contacts.v1
        Rate limit: 600 tokens per 15m (char-detail)
        """
    def PostCharactersCharacterIdCspa(
        self,
        *,
        character_id: int,
        body: Values[int],
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[float]:
        """Post to cspa of characters (character_id).

        Request: `POST /characters/{character_id}/cspa`

        Scopes: esi-characters.read_contacts.v1
        Rate limit: 600 tokens per 15m (char-detail)
        """

class _ClonesTag:
    resource: Any
    def get_characters_character_id_clones(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CharactersCharacterIdClonesGet]:
        """Get clones of characters (character_id).

        Request: `GET /characters/{character_id}/clones`

        Scopes: esi-clones.read_clones.v1
        Cached for: 2 min
        Rate limit: 1200 tokens per 15m (char-location)
        """
    GetCharactersCharacterIdClones = get_characters_character_id_clones
    def get_characters_character_id_implants(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[int]]:
        """Get implants of characters (character_id).

        Request: `GET /characters/{character_id}/implants`

        Scopes: esi-clones.read_implants.v1
        Cached for: 2 min
        Rate limit: 600 tokens per 15m (char-detail)
        """
    GetCharactersCharacterIdImplants = get_characters_character_id_implants

class _ContactsTag:
    resource: Any
    def delete_characters_character_id_contacts(
        self,
        *,
        character_id: int,
        contact_ids: Values[int],
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[None]:
        """Delete contacts of characters (character_id).

        Request: `DELETE /characters/{character_id}/contacts`

        Scopes: esi-characters.write_contacts.v1
        Rate limit: 600 tokens per 15m (char-social)
        """
    DeleteCharactersCharacterIdContacts = delete_characters_character_id_contacts
    def get_alliances_alliance_id_contacts(
        self,
        *,
        alliance_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[AlliancesAllianceIdContactsGetItem]]:
        """Get contacts of alliances (alliance_id).

        Request: `GET /alliances/{alliance_id}/contacts`

        Scopes: esi-alliances.read_contacts.v1
        Cached for: 5 min
        Rate limit: 300 tokens per 15m (alliance-social)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    GetAlliancesAllianceIdContacts = get_alliances_alliance_id_contacts
    def get_alliances_alliance_id_contacts_labels(
        self,
        *,
        alliance_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[AlliancesAllianceIdContactsLabelsGetItem]]:
        """Get contacts labels of alliances (alliance_id).

        Request: `GET /alliances/{alliance_id}/contacts/labels`

        Scopes: esi-alliances.read_contacts.v1
        Cached for: 5 min
        Rate limit: 300 tokens per 15m (alliance-social)
        """
    GetAlliancesAllianceIdContactsLabels = get_alliances_alliance_id_contacts_labels
    def get_characters_character_id_contacts(
        self,
        *,
        character_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CharactersCharacterIdContactsGetItem]]:
        """Get contacts of characters (character_id).

        Request: `GET /characters/{character_id}/contacts`

        Scopes: esi-characters.read_contacts.v1
        Cached for: 5 min
        Rate limit: 600 tokens per 15m (char-social)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    GetCharactersCharacterIdContacts = get_characters_character_id_contacts
    def get_characters_character_id_contacts_labels(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CharactersCharacterIdContactsLabelsGetItem]]:
        """Get contacts labels of characters (character_id).

        Request: `GET /characters/{character_id}/contacts/labels`

        Scopes: esi-characters.read_contacts.v1
        Cached for: 5 min
        Rate limit: 600 tokens per 15m (char-social)
        """
    GetCharactersCharacterIdContactsLabels = get_characters_character_id_contacts_labels
    def get_corporations_corporation_id_contacts(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CorporationsCorporationIdContactsGetItem]]:
        """Get contacts of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/contacts`

        Scopes: esi-corporations.read_contacts.v1
        Cached for: 5 min
        Rate limit: 300 tokens per 15m (corp-social)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    GetCorporationsCorporationIdContacts = get_corporations_corporation_id_contacts
    def get_corporations_corporation_id_contacts_labels(
        self,
        *,
        corporation_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CorporationsCorporationIdContactsLabelsGetItem]]:
        """Get contacts labels of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/contacts/labels`

        Scopes: esi-corporations.read_contacts.v1
        Cached for: 5 min
        Rate limit: 300 tokens per 15m (corp-social)
        """
    GetCorporationsCorporationIdContactsLabels = get_corporations_corporation_id_contacts_labels
    def post_characters_character_id_contacts(
        self,
        *,
        character_id: int,
        standing: float,
        contact_ids: Values[int],
        label_ids: Values[int] | None = None,
        watched: bool | None = False,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[int]]:
        """Post to contacts of characters (character_id).

        Request: `POST /characters/{character_id}/contacts`

        Scopes: esi-characters.write_contacts.v1
        Rate limit: 600 tokens per 15m (char-social)
        """
    def PostCharactersCharacterIdContacts(
        self,
        *,
        character_id: int,
        standing: float,
        body: Values[int],
        label_ids: Values[int] | None = None,
        watched: bool | None = False,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[int]]:
        """Post to contacts of characters (character_id).

        Request: `POST /characters/{character_id}/contacts`

        Scopes: esi-characters.write_contacts.v1
        Rate limit: 600 tokens per 15m (char-social)
        """
    def put_characters_character_id_contacts(
        self,
        *,
        character_id: int,
        standing: float,
        contact_ids: Values[int],
        label_ids: Values[int] | None = None,
        watched: bool | None = False,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[None]:
        """Update contacts of characters (character_id).

        Request: `PUT /characters/{character_id}/contacts`

        Scopes: esi-characters.write_contacts.v1
        Rate limit: 600 tokens per 15m (char-social)
        """
    def PutCharactersCharacterIdContacts(
        self,
        *,
        character_id: int,
        standing: float,
        body: Values[int],
        label_ids: Values[int] | None = None,
        watched: bool | None = False,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[None]:
        """Update contacts of characters (character_id).

        Request: `PUT /characters/{character_id}/contacts`

        Scopes: esi-characters.write_contacts.v1
        Rate limit: 600 tokens per 15m (char-social)
        """

class _ContractsTag:
    resource: Any
    def get_characters_character_id_contracts(
        self,
        *,
        character_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CharactersCharacterIdContractsGetItem]]:
        """Get contracts of characters (character_id).

        Request: `GET /characters/{character_id}/contracts`

        Scopes: esi-contracts.read_character_contracts.v1
        Cached for: 5 min
        Rate limit: 600 tokens per 15m (char-contract)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    GetCharactersCharacterIdContracts = get_characters_character_id_contracts
    def get_characters_character_id_contracts_contract_id_bids(
        self,
        *,
        character_id: int,
        contract_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CharactersCharacterIdContractsContractIdBidsGetItem]]:
        """Get bids of contracts (contract_id) of characters (character_id).

        Request: `GET /characters/{character_id}/contracts/{contract_id}/bids`

        Scopes: esi-contracts.read_character_contracts.v1
        Cached for: 5 min
        Rate limit: 600 tokens per 15m (char-contract)
        """
    GetCharactersCharacterIdContractsContractIdBids = get_characters_character_id_contracts_contract_id_bids
    def get_characters_character_id_contracts_contract_id_items(
        self,
        *,
        character_id: int,
        contract_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CharactersCharacterIdContractsContractIdItemsGetItem]]:
        """Get items of contracts (contract_id) of characters (character_id).

        Request: `GET /characters/{character_id}/contracts/{contract_id}/items`

        Scopes: esi-contracts.read_character_contracts.v1
        Cached for: 1 h
        Rate limit: 600 tokens per 15m (char-contract)
        """
    GetCharactersCharacterIdContractsContractIdItems = get_characters_character_id_contracts_contract_id_items
    def get_contracts_public_bids_contract_id(
        self,
        *,
        contract_id: int,
        page: int | None = 1,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[ContractsPublicBidsContractIdGetItem]]:
        """Get contracts public bids (contract_id).

        Request: `GET /contracts/public/bids/{contract_id}`

        Cached for: 5 min
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    GetContractsPublicBidsContractId = get_contracts_public_bids_contract_id
    def get_contracts_public_items_contract_id(
        self,
        *,
        contract_id: int,
        page: int | None = 1,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[ContractsPublicItemsContractIdGetItem]]:
        """Get contracts public items (contract_id).

        Request: `GET /contracts/public/items/{contract_id}`

        Cached for: 1 h
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    GetContractsPublicItemsContractId = get_contracts_public_items_contract_id
    def get_contracts_public_region_id(
        self,
        *,
        region_id: int,
        page: int | None = 1,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[ContractsPublicRegionIdGetItem]]:
        """Get contracts public (region_id).

        Request: `GET /contracts/public/{region_id}`

        Cached for: 30 min
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    GetContractsPublicRegionId = get_contracts_public_region_id
    def get_corporations_corporation_id_contracts(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CorporationsCorporationIdContractsGetItem]]:
        """Get contracts of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/contracts`

        Scopes: esi-contracts.read_corporation_contracts.v1
        Cached for: 5 min
        Rate limit: 600 tokens per 15m (corp-contract)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    GetCorporationsCorporationIdContracts = get_corporations_corporation_id_contracts
    def get_corporations_corporation_id_contracts_contract_id_bids(
        self,
        *,
        contract_id: int,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CorporationsCorporationIdContractsContractIdBidsGetItem]]:
        """Get bids of contracts (contract_id) of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/contracts/{contract_id}/bids`

        Scopes: esi-contracts.read_corporation_contracts.v1
        Cached for: 1 h
        Rate limit: 600 tokens per 15m (corp-contract)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    GetCorporationsCorporationIdContractsContractIdBids = get_corporations_corporation_id_contracts_contract_id_bids
    def get_corporations_corporation_id_contracts_contract_id_items(
        self,
        *,
        contract_id: int,
        corporation_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CorporationsCorporationIdContractsContractIdItemsGetItem]]:
        """Get items of contracts (contract_id) of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/contracts/{contract_id}/items`

        Scopes: esi-contracts.read_corporation_contracts.v1
        Cached for: 1 h
        Rate limit: 600 tokens per 15m (corp-contract)
        """
    GetCorporationsCorporationIdContractsContractIdItems = get_corporations_corporation_id_contracts_contract_id_items

class _CorporationTag:
    resource: Any
    def get_corporations_corporation_id(
        self,
        *,
        corporation_id: int,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CorporationsDetail]:
        """Get corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}`

        Cached for: 1 h
        """
    GetCorporationsCorporationId = get_corporations_corporation_id
    def get_corporations_corporation_id_alliancehistory(
        self,
        *,
        corporation_id: int,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CorporationsCorporationIdAlliancehistoryGetItem]]:
        """Get alliancehistory of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/alliancehistory`

        Cached for: 1 h
        """
    GetCorporationsCorporationIdAlliancehistory = get_corporations_corporation_id_alliancehistory
    def get_corporations_corporation_id_blueprints(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CorporationsCorporationIdBlueprintsGetItem]]:
        """Get blueprints of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/blueprints`

        Scopes: esi-corporations.read_blueprints.v1
        Corporation roles: Director
        Cached for: 1 h
        Rate limit: 600 tokens per 15m (corp-industry)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    GetCorporationsCorporationIdBlueprints = get_corporations_corporation_id_blueprints
    def get_corporations_corporation_id_containers_logs(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CorporationsCorporationIdContainersLogsGetItem]]:
        """Get containers logs of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/containers/logs`

        Scopes: esi-corporations.read_container_logs.v1
        Corporation roles: Director
        Cached for: 10 min
        Rate limit: 300 tokens per 15m (corp-structure)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    GetCorporationsCorporationIdContainersLogs = get_corporations_corporation_id_containers_logs
    def get_corporations_corporation_id_divisions(
        self,
        *,
        corporation_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CorporationsCorporationIdDivisionsGet]:
        """Get divisions of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/divisions`

        Scopes: esi-corporations.read_divisions.v1
        Corporation roles: Director
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-wallet)
        """
    GetCorporationsCorporationIdDivisions = get_corporations_corporation_id_divisions
    def get_corporations_corporation_id_facilities(
        self,
        *,
        corporation_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CorporationsCorporationIdFacilitiesGetItem]]:
        """Get facilities of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/facilities`

        Scopes: esi-corporations.read_facilities.v1
        Corporation roles: Factory_Manager
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-structure)
        """
    GetCorporationsCorporationIdFacilities = get_corporations_corporation_id_facilities
    def get_corporations_corporation_id_icons(
        self,
        *,
        corporation_id: int,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CorporationsCorporationIdIconsGet]:
        """Get icons of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/icons`

        Cached for: 1 h
        """
    GetCorporationsCorporationIdIcons = get_corporations_corporation_id_icons
    def get_corporations_corporation_id_medals(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CorporationsCorporationIdMedalsGetItem]]:
        """Get medals of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/medals`

        Scopes: esi-corporations.read_medals.v1
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-detail)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    GetCorporationsCorporationIdMedals = get_corporations_corporation_id_medals
    def get_corporations_corporation_id_medals_issued(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CorporationsCorporationIdMedalsIssuedGetItem]]:
        """Get medals issued of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/medals/issued`

        Scopes: esi-corporations.read_medals.v1
        Corporation roles: Director
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-detail)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    GetCorporationsCorporationIdMedalsIssued = get_corporations_corporation_id_medals_issued
    def get_corporations_corporation_id_members(
        self,
        *,
        corporation_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[int]]:
        """Get members of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/members`

        Scopes: esi-corporations.read_corporation_membership.v1
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-member)
        """
    GetCorporationsCorporationIdMembers = get_corporations_corporation_id_members
    def get_corporations_corporation_id_members_limit(
        self,
        *,
        corporation_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[int]:
        """Get members limit of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/members/limit`

        Scopes: esi-corporations.track_members.v1
        Corporation roles: Director
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-member)
        """
    GetCorporationsCorporationIdMembersLimit = get_corporations_corporation_id_members_limit
    def get_corporations_corporation_id_members_titles(
        self,
        *,
        corporation_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CorporationsCorporationIdMembersTitlesGetItem]]:
        """Get members titles of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/members/titles`

        Scopes: esi-corporations.read_titles.v1
        Corporation roles: Director
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-member)
        """
    GetCorporationsCorporationIdMembersTitles = get_corporations_corporation_id_members_titles
    def get_corporations_corporation_id_membertracking(
        self,
        *,
        corporation_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CorporationsCorporationIdMembertrackingGetItem]]:
        """Get membertracking of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/membertracking`

        Scopes: esi-corporations.track_members.v1
        Corporation roles: Director
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-member)
        """
    GetCorporationsCorporationIdMembertracking = get_corporations_corporation_id_membertracking
    def get_corporations_corporation_id_roles(
        self,
        *,
        corporation_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CorporationsCorporationIdRolesGetItem]]:
        """Get roles of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/roles`

        Scopes: esi-corporations.read_corporation_membership.v1
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-member)
        """
    GetCorporationsCorporationIdRoles = get_corporations_corporation_id_roles
    def get_corporations_corporation_id_roles_history(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CorporationsCorporationIdRolesHistoryGetItem]]:
        """Get roles history of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/roles/history`

        Scopes: esi-corporations.read_corporation_membership.v1
        Corporation roles: Director
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-member)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    GetCorporationsCorporationIdRolesHistory = get_corporations_corporation_id_roles_history
    def get_corporations_corporation_id_shareholders(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CorporationsCorporationIdShareholdersGetItem]]:
        """Get shareholders of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/shareholders`

        Scopes: esi-wallet.read_corporation_wallets.v1
        Corporation roles: Director
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-detail)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    GetCorporationsCorporationIdShareholders = get_corporations_corporation_id_shareholders
    def get_corporations_corporation_id_standings(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CorporationsCorporationIdStandingsGetItem]]:
        """Get standings of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/standings`

        Scopes: esi-corporations.read_standings.v1
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-member)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    GetCorporationsCorporationIdStandings = get_corporations_corporation_id_standings
    def get_corporations_corporation_id_starbases(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CorporationsCorporationIdStarbasesGetItem]]:
        """Get starbases of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/starbases`

        Scopes: esi-corporations.read_starbases.v1
        Corporation roles: Director
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-structure)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    GetCorporationsCorporationIdStarbases = get_corporations_corporation_id_starbases
    def get_corporations_corporation_id_starbases_starbase_id(
        self,
        *,
        corporation_id: int,
        starbase_id: int,
        system_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CorporationsCorporationIdStarbasesStarbaseIdGet]:
        """Get starbases (starbase_id) of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/starbases/{starbase_id}`

        Scopes: esi-corporations.read_starbases.v1
        Corporation roles: Director
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-structure)
        """
    GetCorporationsCorporationIdStarbasesStarbaseId = get_corporations_corporation_id_starbases_starbase_id
    def get_corporations_corporation_id_structures(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CorporationsCorporationIdStructuresGetItem]]:
        """Get structures of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/structures`

        Scopes: esi-corporations.read_structures.v1
        Corporation roles: Station_Manager
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-structure)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    GetCorporationsCorporationIdStructures = get_corporations_corporation_id_structures
    def get_corporations_corporation_id_titles(
        self,
        *,
        corporation_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CorporationsCorporationIdTitlesGetItem]]:
        """Get titles of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/titles`

        Scopes: esi-corporations.read_titles.v1
        Corporation roles: Director
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-detail)
        """
    GetCorporationsCorporationIdTitles = get_corporations_corporation_id_titles
    def get_corporations_npccorps(
        self,
        *,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[int]]:
        """Get corporations npccorps.

        Request: `GET /corporations/npccorps`
        """
    GetCorporationsNpccorps = get_corporations_npccorps

class _Corporation_ProjectsTag:
    resource: Any
    def get_corporations_corporation_id_projects(
        self,
        *,
        corporation_id: int,
        after: str | None = None,
        before: str | None = None,
        limit: int | None = 10,
        state: Literal['All', 'Active'] | None = 'Active',
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CorporationsProjectsListing]:
        """Get projects of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/projects`

        Scopes: esi-corporations.read_projects.v1
        Rate limit: 600 tokens per 15m (corp-project)
        Pages: by cursor; `results()` and `frame()` fetch all records
        """
    GetCorporationsProjectsListing = get_corporations_corporation_id_projects
    def get_corporations_corporation_id_projects_project_id(
        self,
        *,
        corporation_id: int,
        project_id: str,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CorporationsProjectsDetail]:
        """Get projects (project_id) of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/projects/{project_id}`

        Scopes: esi-corporations.read_projects.v1
        Cached for: 1 min
        Rate limit: 600 tokens per 15m (corp-project)
        """
    GetCorporationsProjectsDetail = get_corporations_corporation_id_projects_project_id
    def get_corporations_corporation_id_projects_project_id_contribution_character_id(
        self,
        *,
        corporation_id: int,
        project_id: str,
        character_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CorporationsProjectsContribution]:
        """Get contribution (character_id) of projects (project_id) of corporations
        (corporation_id).

        Request: `GET
        /corporations/{corporation_id}/projects/{project_id}/contribution/{character_id}`

        Scopes: esi-corporations.read_projects.v1
        Cached for: 1 min
        Rate limit: 600 tokens per 15m (corp-project)
        """
    GetCorporationsProjectsContribution = get_corporations_corporation_id_projects_project_id_contribution_character_id
    def get_corporations_corporation_id_projects_project_id_contributors(
        self,
        *,
        corporation_id: int,
        project_id: str,
        after: str | None = None,
        before: str | None = None,
        limit: int | None = 10,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CorporationsProjectsContributors]:
        """Get contributors of projects (project_id) of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/projects/{project_id}/contributors`

        Scopes: esi-corporations.read_projects.v1
        Corporation roles: Project_Manager
        Rate limit: 600 tokens per 15m (corp-project)
        Pages: by cursor; `results()` and `frame()` fetch all records
        """
    GetCorporationsProjectsContributors = get_corporations_corporation_id_projects_project_id_contributors

class _CosmeticsTag:
    resource: Any
    def get_characters_character_id_cosmetics_skinr(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CharactersCosmeticsSkinr]:
        """Get cosmetics skinr of characters (character_id).

        Request: `GET /characters/{character_id}/cosmetics/skinr`

        Scopes: esi.cosmetic.char:read
        Cached for: 1 h
        Rate limit: 30 tokens per 15m (char-skinr)
        """
    GetCharactersCosmeticsSkinr = get_characters_character_id_cosmetics_skinr
    def get_characters_character_id_cosmetics_skinr_components(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CharactersCosmeticsSkinrComponents]:
        """Get cosmetics skinr components of characters (character_id).

        Request: `GET /characters/{character_id}/cosmetics/skinr/components`

        Scopes: esi.cosmetic.char:read
        Cached for: 1 h
        Rate limit: 30 tokens per 15m (char-skinr)
        """
    GetCharactersCosmeticsSkinrComponents = get_characters_character_id_cosmetics_skinr_components
    def get_cosmetics_skinr_skinr_id(
        self,
        *,
        skinr_id: str,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CosmeticsSkinr]:
        """Get cosmetics skinr (skinr_id).

        Request: `GET /cosmetics/skinr/{skinr_id}`

        Cached for: 8760 h
        Rate limit: 12000 tokens per 15m (skinr)
        """
    GetCosmeticsSkinr = get_cosmetics_skinr_skinr_id

class _DogmaTag:
    resource: Any
    def get_dogma_attributes(
        self,
        *,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[int]]:
        """Get dogma attributes.

        Request: `GET /dogma/attributes`
        """
    GetDogmaAttributes = get_dogma_attributes
    def get_dogma_attributes_attribute_id(
        self,
        *,
        attribute_id: int,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[DogmaAttributesAttributeIdGet]:
        """Get dogma attributes (attribute_id).

        Request: `GET /dogma/attributes/{attribute_id}`
        """
    GetDogmaAttributesAttributeId = get_dogma_attributes_attribute_id
    def get_dogma_dynamic_items_type_id_item_id(
        self,
        *,
        item_id: int,
        type_id: int,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[DogmaDynamicItemsTypeIdItemIdGet]:
        """Get dogma dynamic items (type_id) (item_id).

        Request: `GET /dogma/dynamic/items/{type_id}/{item_id}`
        """
    GetDogmaDynamicItemsTypeIdItemId = get_dogma_dynamic_items_type_id_item_id
    def get_dogma_effects(
        self,
        *,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[int]]:
        """Get dogma effects.

        Request: `GET /dogma/effects`
        """
    GetDogmaEffects = get_dogma_effects
    def get_dogma_effects_effect_id(
        self,
        *,
        effect_id: int,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[DogmaEffectsEffectIdGet]:
        """Get dogma effects (effect_id).

        Request: `GET /dogma/effects/{effect_id}`
        """
    GetDogmaEffectsEffectId = get_dogma_effects_effect_id

class _Faction_WarfareTag:
    resource: Any
    def get_characters_character_id_fw_stats(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CharactersCharacterIdFwStatsGet]:
        """Get fw stats of characters (character_id).

        Request: `GET /characters/{character_id}/fw/stats`

        Scopes: esi-characters.read_fw_stats.v1
        Rate limit: 150 tokens per 15m (factional-warfare)
        """
    GetCharactersCharacterIdFwStats = get_characters_character_id_fw_stats
    def get_corporations_corporation_id_fw_stats(
        self,
        *,
        corporation_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CorporationsCorporationIdFwStatsGet]:
        """Get fw stats of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/fw/stats`

        Scopes: esi-corporations.read_fw_stats.v1
        Rate limit: 150 tokens per 15m (factional-warfare)
        """
    GetCorporationsCorporationIdFwStats = get_corporations_corporation_id_fw_stats
    def get_fw_leaderboards(
        self,
        *,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[FwLeaderboardsGet]:
        """Get fw leaderboards.

        Request: `GET /fw/leaderboards`

        Rate limit: 150 tokens per 15m (factional-warfare)
        """
    GetFwLeaderboards = get_fw_leaderboards
    def get_fw_leaderboards_characters(
        self,
        *,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[FwLeaderboardsCharactersGet]:
        """Get fw leaderboards characters.

        Request: `GET /fw/leaderboards/characters`

        Rate limit: 150 tokens per 15m (factional-warfare)
        """
    GetFwLeaderboardsCharacters = get_fw_leaderboards_characters
    def get_fw_leaderboards_corporations(
        self,
        *,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[FwLeaderboardsCorporationsGet]:
        """Get fw leaderboards corporations.

        Request: `GET /fw/leaderboards/corporations`

        Rate limit: 150 tokens per 15m (factional-warfare)
        """
    GetFwLeaderboardsCorporations = get_fw_leaderboards_corporations
    def get_fw_stats(
        self,
        *,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[FwStatsGetItem]]:
        """Get fw stats.

        Request: `GET /fw/stats`

        Rate limit: 150 tokens per 15m (factional-warfare)
        """
    GetFwStats = get_fw_stats
    def get_fw_systems(
        self,
        *,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[FwSystemsGetItem]]:
        """Get fw systems.

        Request: `GET /fw/systems`

        Cached for: 30 min
        Rate limit: 150 tokens per 15m (factional-warfare)
        """
    GetFwSystems = get_fw_systems
    def get_fw_wars(
        self,
        *,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[FwWarsGetItem]]:
        """Get fw wars.

        Request: `GET /fw/wars`

        Rate limit: 150 tokens per 15m (factional-warfare)
        """
    GetFwWars = get_fw_wars

class _FittingsTag:
    resource: Any
    def delete_characters_character_id_fittings_fitting_id(
        self,
        *,
        character_id: int,
        fitting_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[None]:
        """Delete fittings (fitting_id) of characters (character_id).

        Request: `DELETE /characters/{character_id}/fittings/{fitting_id}`

        Scopes: esi-fittings.write_fittings.v1
        Rate limit: 150 tokens per 15m (fitting)
        """
    DeleteCharactersCharacterIdFittingsFittingId = delete_characters_character_id_fittings_fitting_id
    def get_characters_character_id_fittings(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CharactersCharacterIdFittingsGetItem]]:
        """Get fittings of characters (character_id).

        Request: `GET /characters/{character_id}/fittings`

        Scopes: esi-fittings.read_fittings.v1
        Cached for: 5 min
        Rate limit: 150 tokens per 15m (fitting)
        """
    GetCharactersCharacterIdFittings = get_characters_character_id_fittings
    def post_characters_character_id_fittings(
        self,
        *,
        character_id: int,
        fitting: PostCharactersCharacterIdFittingsOperationBody,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CharactersCharacterIdFittingsPost]:
        """Post to fittings of characters (character_id).

        Request: `POST /characters/{character_id}/fittings`

        Scopes: esi-fittings.write_fittings.v1
        Rate limit: 150 tokens per 15m (fitting)
        """
    def PostCharactersCharacterIdFittings(
        self,
        *,
        character_id: int,
        body: PostCharactersCharacterIdFittingsOperationBody,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CharactersCharacterIdFittingsPost]:
        """Post to fittings of characters (character_id).

        Request: `POST /characters/{character_id}/fittings`

        Scopes: esi-fittings.write_fittings.v1
        Rate limit: 150 tokens per 15m (fitting)
        """

class _FleetsTag:
    resource: Any
    def delete_fleets_fleet_id_members_member_id(
        self,
        *,
        fleet_id: int,
        member_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[None]:
        """Delete members (member_id) of fleets (fleet_id).

        Request: `DELETE /fleets/{fleet_id}/members/{member_id}`

        Scopes: esi-fleets.write_fleet.v1
        Rate limit: 1800 tokens per 15m (fleet)
        """
    DeleteFleetsFleetIdMembersMemberId = delete_fleets_fleet_id_members_member_id
    def delete_fleets_fleet_id_squads_squad_id(
        self,
        *,
        fleet_id: int,
        squad_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[None]:
        """Delete squads (squad_id) of fleets (fleet_id).

        Request: `DELETE /fleets/{fleet_id}/squads/{squad_id}`

        Scopes: esi-fleets.write_fleet.v1
        Rate limit: 1800 tokens per 15m (fleet)
        """
    DeleteFleetsFleetIdSquadsSquadId = delete_fleets_fleet_id_squads_squad_id
    def delete_fleets_fleet_id_wings_wing_id(
        self,
        *,
        fleet_id: int,
        wing_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[None]:
        """Delete wings (wing_id) of fleets (fleet_id).

        Request: `DELETE /fleets/{fleet_id}/wings/{wing_id}`

        Scopes: esi-fleets.write_fleet.v1
        Rate limit: 1800 tokens per 15m (fleet)
        """
    DeleteFleetsFleetIdWingsWingId = delete_fleets_fleet_id_wings_wing_id
    def get_characters_character_id_fleet(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CharactersCharacterIdFleetGet]:
        """Get fleet of characters (character_id).

        Request: `GET /characters/{character_id}/fleet`

        Scopes: esi-fleets.read_fleet.v1
        Cached for: 1 min
        Rate limit: 1800 tokens per 15m (fleet)
        """
    GetCharactersCharacterIdFleet = get_characters_character_id_fleet
    def get_fleets_fleet_id(
        self,
        *,
        fleet_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[FleetsFleetIdGet]:
        """Get fleets (fleet_id).

        Request: `GET /fleets/{fleet_id}`

        Scopes: esi-fleets.read_fleet.v1
        Cached for: 5 s
        Rate limit: 1800 tokens per 15m (fleet)
        """
    GetFleetsFleetId = get_fleets_fleet_id
    def get_fleets_fleet_id_members(
        self,
        *,
        fleet_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[FleetsFleetIdMembersGetItem]]:
        """Get members of fleets (fleet_id).

        Request: `GET /fleets/{fleet_id}/members`

        Scopes: esi-fleets.read_fleet.v1
        Cached for: 5 s
        Rate limit: 1800 tokens per 15m (fleet)
        """
    GetFleetsFleetIdMembers = get_fleets_fleet_id_members
    def get_fleets_fleet_id_wings(
        self,
        *,
        fleet_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[FleetsFleetIdWingsGetItem]]:
        """Get wings of fleets (fleet_id).

        Request: `GET /fleets/{fleet_id}/wings`

        Scopes: esi-fleets.read_fleet.v1
        Cached for: 5 s
        Rate limit: 1800 tokens per 15m (fleet)
        """
    GetFleetsFleetIdWings = get_fleets_fleet_id_wings
    def post_fleets_fleet_id_members(
        self,
        *,
        fleet_id: int,
        invitation: PostFleetsFleetIdMembersOperationBody,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[None]:
        """Post to members of fleets (fleet_id).

        Request: `POST /fleets/{fleet_id}/members`

        Scopes: esi-fleets.write_fleet.v1
        Rate limit: 1800 tokens per 15m (fleet)
        """
    def PostFleetsFleetIdMembers(
        self,
        *,
        fleet_id: int,
        body: PostFleetsFleetIdMembersOperationBody,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[None]:
        """Post to members of fleets (fleet_id).

        Request: `POST /fleets/{fleet_id}/members`

        Scopes: esi-fleets.write_fleet.v1
        Rate limit: 1800 tokens per 15m (fleet)
        """
    def post_fleets_fleet_id_wings(
        self,
        *,
        fleet_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[FleetsFleetIdWingsPost]:
        """Post to wings of fleets (fleet_id).

        Request: `POST /fleets/{fleet_id}/wings`

        Scopes: esi-fleets.write_fleet.v1
        Rate limit: 1800 tokens per 15m (fleet)
        """
    PostFleetsFleetIdWings = post_fleets_fleet_id_wings
    def post_fleets_fleet_id_wings_wing_id_squads(
        self,
        *,
        fleet_id: int,
        wing_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[FleetsFleetIdWingsWingIdSquadsPost]:
        """Post to squads of wings (wing_id) of fleets (fleet_id).

        Request: `POST /fleets/{fleet_id}/wings/{wing_id}/squads`

        Scopes: esi-fleets.write_fleet.v1
        Rate limit: 1800 tokens per 15m (fleet)
        """
    PostFleetsFleetIdWingsWingIdSquads = post_fleets_fleet_id_wings_wing_id_squads
    def put_fleets_fleet_id(
        self,
        *,
        fleet_id: int,
        new_settings: PutFleetsFleetIdOperationBody,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[None]:
        """Update fleets (fleet_id).

        Request: `PUT /fleets/{fleet_id}`

        Scopes: esi-fleets.write_fleet.v1
        Rate limit: 1800 tokens per 15m (fleet)
        """
    def PutFleetsFleetId(
        self,
        *,
        fleet_id: int,
        body: PutFleetsFleetIdOperationBody,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[None]:
        """Update fleets (fleet_id).

        Request: `PUT /fleets/{fleet_id}`

        Scopes: esi-fleets.write_fleet.v1
        Rate limit: 1800 tokens per 15m (fleet)
        """
    def put_fleets_fleet_id_members_member_id(
        self,
        *,
        fleet_id: int,
        member_id: int,
        movement: PutFleetsFleetIdMembersMemberIdOperationBody,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[None]:
        """Update members (member_id) of fleets (fleet_id).

        Request: `PUT /fleets/{fleet_id}/members/{member_id}`

        Scopes: esi-fleets.write_fleet.v1
        Rate limit: 1800 tokens per 15m (fleet)
        """
    def PutFleetsFleetIdMembersMemberId(
        self,
        *,
        fleet_id: int,
        member_id: int,
        body: PutFleetsFleetIdMembersMemberIdOperationBody,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[None]:
        """Update members (member_id) of fleets (fleet_id).

        Request: `PUT /fleets/{fleet_id}/members/{member_id}`

        Scopes: esi-fleets.write_fleet.v1
        Rate limit: 1800 tokens per 15m (fleet)
        """
    def put_fleets_fleet_id_squads_squad_id(
        self,
        *,
        fleet_id: int,
        squad_id: int,
        naming: PutFleetsFleetIdSquadsSquadIdOperationBody,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[None]:
        """Update squads (squad_id) of fleets (fleet_id).

        Request: `PUT /fleets/{fleet_id}/squads/{squad_id}`

        Scopes: esi-fleets.write_fleet.v1
        Rate limit: 1800 tokens per 15m (fleet)
        """
    def PutFleetsFleetIdSquadsSquadId(
        self,
        *,
        fleet_id: int,
        squad_id: int,
        body: PutFleetsFleetIdSquadsSquadIdOperationBody,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[None]:
        """Update squads (squad_id) of fleets (fleet_id).

        Request: `PUT /fleets/{fleet_id}/squads/{squad_id}`

        Scopes: esi-fleets.write_fleet.v1
        Rate limit: 1800 tokens per 15m (fleet)
        """
    def put_fleets_fleet_id_wings_wing_id(
        self,
        *,
        fleet_id: int,
        wing_id: int,
        naming: PutFleetsFleetIdWingsWingIdOperationBody,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[None]:
        """Update wings (wing_id) of fleets (fleet_id).

        Request: `PUT /fleets/{fleet_id}/wings/{wing_id}`

        Scopes: esi-fleets.write_fleet.v1
        Rate limit: 1800 tokens per 15m (fleet)
        """
    def PutFleetsFleetIdWingsWingId(
        self,
        *,
        fleet_id: int,
        wing_id: int,
        body: PutFleetsFleetIdWingsWingIdOperationBody,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[None]:
        """Update wings (wing_id) of fleets (fleet_id).

        Request: `PUT /fleets/{fleet_id}/wings/{wing_id}`

        Scopes: esi-fleets.write_fleet.v1
        Rate limit: 1800 tokens per 15m (fleet)
        """

class _Freelance_JobsTag:
    resource: Any
    def get_characters_character_id_freelance_jobs(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CharactersFreelanceJobsListing]:
        """Get freelance jobs of characters (character_id).

        Request: `GET /characters/{character_id}/freelance-jobs`

        Scopes: esi-characters.read_freelance_jobs.v1
        Cached for: 1 min
        Rate limit: 300 tokens per 15m (char-freelance-job)
        """
    GetCharactersFreelanceJobsListing = get_characters_character_id_freelance_jobs
    def get_characters_character_id_freelance_jobs_job_id_participation(
        self,
        *,
        character_id: int,
        job_id: str,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CharactersFreelanceJobsParticipation]:
        """Get participation of freelance jobs (job_id) of characters (character_id).

        Request: `GET /characters/{character_id}/freelance-jobs/{job_id}/participation`

        Scopes: esi-characters.read_freelance_jobs.v1
        Cached for: 1 min
        Rate limit: 300 tokens per 15m (char-freelance-job)
        """
    GetCharactersFreelanceJobsParticipation = get_characters_character_id_freelance_jobs_job_id_participation
    def get_corporations_corporation_id_freelance_jobs(
        self,
        *,
        corporation_id: int,
        after: str | None = None,
        before: str | None = None,
        limit: int | None = 10,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CorporationsFreelanceJobsListing]:
        """Get freelance jobs of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/freelance-jobs`

        Scopes: esi-corporations.read_freelance_jobs.v1
        Corporation roles: Project_Manager
        Rate limit: 300 tokens per 15m (corp-freelance-job)
        Pages: by cursor; `results()` and `frame()` fetch all records
        """
    GetCorporationsFreelanceJobsListing = get_corporations_corporation_id_freelance_jobs
    def get_corporations_corporation_id_freelance_jobs_job_id_participants(
        self,
        *,
        corporation_id: int,
        job_id: str,
        after: str | None = None,
        before: str | None = None,
        limit: int | None = 10,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CorporationsFreelanceJobsParticipants]:
        """Get participants of freelance jobs (job_id) of corporations (corporation_id).

        Request: `GET
        /corporations/{corporation_id}/freelance-jobs/{job_id}/participants`

        Scopes: esi-corporations.read_freelance_jobs.v1
        Corporation roles: Project_Manager
        Rate limit: 300 tokens per 15m (corp-freelance-job)
        Pages: by cursor; `results()` and `frame()` fetch all records
        """
    GetCorporationsFreelanceJobsParticipants = get_corporations_corporation_id_freelance_jobs_job_id_participants
    def get_freelance_jobs(
        self,
        *,
        after: str | None = None,
        before: str | None = None,
        limit: int | None = 10,
        corporation_id: int | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[FreelanceJobsListing]:
        """Get freelance jobs.

        Request: `GET /freelance-jobs`

        Rate limit: 12000 tokens per 15m (freelance-job)
        Pages: by cursor; `results()` and `frame()` fetch all records
        """
    GetFreelanceJobsListing = get_freelance_jobs
    def get_freelance_jobs_job_id(
        self,
        *,
        job_id: str,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[FreelanceJobsDetail]:
        """Get freelance jobs (job_id).

        Request: `GET /freelance-jobs/{job_id}`

        Cached for: 1 min
        Rate limit: 12000 tokens per 15m (freelance-job)
        """
    GetFreelanceJobsDetail = get_freelance_jobs_job_id

class _IncursionsTag:
    resource: Any
    def get_incursions(
        self,
        *,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[IncursionsGetItem]]:
        """Get incursions.

        Request: `GET /incursions`

        Cached for: 5 min
        Rate limit: 150 tokens per 15m (incursion)
        """
    GetIncursions = get_incursions

class _IndustryTag:
    resource: Any
    def get_characters_character_id_industry_jobs(
        self,
        *,
        character_id: int,
        include_completed: bool | None = None,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CharactersCharacterIdIndustryJobsGetItem]]:
        """Get industry jobs of characters (character_id).

        Request: `GET /characters/{character_id}/industry/jobs`

        Scopes: esi-industry.read_character_jobs.v1
        Cached for: 5 min
        Rate limit: 600 tokens per 15m (char-industry)
        """
    GetCharactersCharacterIdIndustryJobs = get_characters_character_id_industry_jobs
    def get_characters_character_id_mining(
        self,
        *,
        character_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CharactersCharacterIdMiningGetItem]]:
        """Get mining of characters (character_id).

        Request: `GET /characters/{character_id}/mining`

        Scopes: esi-industry.read_character_mining.v1
        Cached for: 10 min
        Rate limit: 600 tokens per 15m (char-industry)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    GetCharactersCharacterIdMining = get_characters_character_id_mining
    def get_corporation_corporation_id_mining_extractions(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CorporationCorporationIdMiningExtractionsGetItem]]:
        """Get mining extractions of corporation (corporation_id).

        Request: `GET /corporation/{corporation_id}/mining/extractions`

        Scopes: esi-industry.read_corporation_mining.v1
        Corporation roles: Station_Manager
        Cached for: 30 min
        Rate limit: 600 tokens per 15m (corp-industry)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    GetCorporationCorporationIdMiningExtractions = get_corporation_corporation_id_mining_extractions
    def get_corporation_corporation_id_mining_observers(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CorporationCorporationIdMiningObserversGetItem]]:
        """Get mining observers of corporation (corporation_id).

        Request: `GET /corporation/{corporation_id}/mining/observers`

        Scopes: esi-industry.read_corporation_mining.v1
        Corporation roles: Accountant
        Cached for: 1 h
        Rate limit: 600 tokens per 15m (corp-industry)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    GetCorporationCorporationIdMiningObservers = get_corporation_corporation_id_mining_observers
    def get_corporation_corporation_id_mining_observers_observer_id(
        self,
        *,
        corporation_id: int,
        observer_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CorporationCorporationIdMiningObserversObserverIdGetItem]]:
        """Get mining observers (observer_id) of corporation (corporation_id).

        Request: `GET /corporation/{corporation_id}/mining/observers/{observer_id}`

        Scopes: esi-industry.read_corporation_mining.v1
        Corporation roles: Accountant
        Cached for: 1 h
        Rate limit: 600 tokens per 15m (corp-industry)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    GetCorporationCorporationIdMiningObserversObserverId = get_corporation_corporation_id_mining_observers_observer_id
    def get_corporations_corporation_id_industry_jobs(
        self,
        *,
        corporation_id: int,
        include_completed: bool | None = False,
        page: int | None = 1,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CorporationsCorporationIdIndustryJobsGetItem]]:
        """Get industry jobs of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/industry/jobs`

        Scopes: esi-industry.read_corporation_jobs.v1
        Corporation roles: Factory_Manager
        Cached for: 5 min
        Rate limit: 600 tokens per 15m (corp-industry)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    GetCorporationsCorporationIdIndustryJobs = get_corporations_corporation_id_industry_jobs
    def get_industry_facilities(
        self,
        *,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[IndustryFacilitiesGetItem]]:
        """Get industry facilities.

        Request: `GET /industry/facilities`

        Cached for: 1 h
        Rate limit: 150 tokens per 15m (industry)
        """
    GetIndustryFacilities = get_industry_facilities
    def get_industry_systems(
        self,
        *,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[IndustrySystemsGetItem]]:
        """Get industry systems.

        Request: `GET /industry/systems`

        Cached for: 1 h
        Rate limit: 150 tokens per 15m (industry)
        """
    GetIndustrySystems = get_industry_systems

class _InsuranceTag:
    resource: Any
    def get_insurance_prices(
        self,
        *,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[InsurancePricesGetItem]]:
        """Get insurance prices.

        Request: `GET /insurance/prices`

        Cached for: 1 h
        Rate limit: 150 tokens per 15m (insurance)
        """
    GetInsurancePrices = get_insurance_prices

class _KillmailsTag:
    resource: Any
    def get_characters_character_id_killmails_recent(
        self,
        *,
        character_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CharactersCharacterIdKillmailsRecentGetItem]]:
        """Get killmails recent of characters (character_id).

        Request: `GET /characters/{character_id}/killmails/recent`

        Scopes: esi-killmails.read_killmails.v1
        Cached for: 5 min
        Rate limit: 30 tokens per 15m (char-killmail)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    GetCharactersCharacterIdKillmailsRecent = get_characters_character_id_killmails_recent
    def get_corporations_corporation_id_killmails_recent(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CorporationsCorporationIdKillmailsRecentGetItem]]:
        """Get killmails recent of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/killmails/recent`

        Scopes: esi-killmails.read_corporation_killmails.v1
        Corporation roles: Director
        Cached for: 5 min
        Rate limit: 30 tokens per 15m (corp-killmail)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    GetCorporationsCorporationIdKillmailsRecent = get_corporations_corporation_id_killmails_recent
    def get_killmails_killmail_id_killmail_hash(
        self,
        *,
        killmail_hash: str,
        killmail_id: int,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[KillmailsKillmailIdKillmailHashGet]:
        """Get killmails (killmail_id) (killmail_hash).

        Request: `GET /killmails/{killmail_id}/{killmail_hash}`

        Cached for: 720 h
        Rate limit: 3600 tokens per 15m (killmail)
        """
    GetKillmailsKillmailIdKillmailHash = get_killmails_killmail_id_killmail_hash

class _LocationTag:
    resource: Any
    def get_characters_character_id_location(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CharactersCharacterIdLocationGet]:
        """Get location of characters (character_id).

        Request: `GET /characters/{character_id}/location`

        Scopes: esi-location.read_location.v1
        Cached for: 5 s
        Rate limit: 1200 tokens per 15m (char-location)
        """
    GetCharactersCharacterIdLocation = get_characters_character_id_location
    def get_characters_character_id_online(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CharactersCharacterIdOnlineGet]:
        """Get online of characters (character_id).

        Request: `GET /characters/{character_id}/online`

        Scopes: esi-location.read_online.v1
        Cached for: 1 min
        Rate limit: 1200 tokens per 15m (char-location)
        """
    GetCharactersCharacterIdOnline = get_characters_character_id_online
    def get_characters_character_id_ship(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CharactersCharacterIdShipGet]:
        """Get ship of characters (character_id).

        Request: `GET /characters/{character_id}/ship`

        Scopes: esi-location.read_ship_type.v1
        Cached for: 5 s
        Rate limit: 1200 tokens per 15m (char-location)
        """
    GetCharactersCharacterIdShip = get_characters_character_id_ship

class _LoyaltyTag:
    resource: Any
    def get_characters_character_id_loyalty_points(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CharactersCharacterIdLoyaltyPointsGetItem]]:
        """Get loyalty points of characters (character_id).

        Request: `GET /characters/{character_id}/loyalty/points`

        Scopes: esi-characters.read_loyalty.v1
        Cached for: 1 h
        Rate limit: 150 tokens per 15m (char-wallet)
        """
    GetCharactersCharacterIdLoyaltyPoints = get_characters_character_id_loyalty_points
    def get_loyalty_stores_corporation_id_offers(
        self,
        *,
        corporation_id: int,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[LoyaltyStoresCorporationIdOffersGetItem]]:
        """Get offers of loyalty stores (corporation_id).

        Request: `GET /loyalty/stores/{corporation_id}/offers`
        """
    GetLoyaltyStoresCorporationIdOffers = get_loyalty_stores_corporation_id_offers

class _MailTag:
    resource: Any
    def delete_characters_character_id_mail_labels_label_id(
        self,
        *,
        character_id: int,
        label_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[None]:
        """Delete mail labels (label_id) of characters (character_id).

        Request: `DELETE /characters/{character_id}/mail/labels/{label_id}`

        Scopes: esi-mail.organize_mail.v1
        Rate limit: 600 tokens per 15m (char-social)
        """
    DeleteCharactersCharacterIdMailLabelsLabelId = delete_characters_character_id_mail_labels_label_id
    def delete_characters_character_id_mail_mail_id(
        self,
        *,
        character_id: int,
        mail_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[None]:
        """Delete mail (mail_id) of characters (character_id).

        Request: `DELETE /characters/{character_id}/mail/{mail_id}`

        Scopes: esi-mail.organize_mail.v1
        Rate limit: 600 tokens per 15m (char-social)
        """
    DeleteCharactersCharacterIdMailMailId = delete_characters_character_id_mail_mail_id
    def get_characters_character_id_mail(
        self,
        *,
        character_id: int,
        labels: Values[int] | None = None,
        last_mail_id: int | None = None,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CharactersCharacterIdMailGetItem]]:
        """Get mail of characters (character_id).

        Request: `GET /characters/{character_id}/mail`

        Scopes: esi-mail.read_mail.v1
        Cached for: 30 s
        Rate limit: 600 tokens per 15m (char-social)
        Pages: by `last_mail_id`; `walk=True` follows
        """
    GetCharactersCharacterIdMail = get_characters_character_id_mail
    def get_characters_character_id_mail_labels(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CharactersCharacterIdMailLabelsGet]:
        """Get mail labels of characters (character_id).

        Request: `GET /characters/{character_id}/mail/labels`

        Scopes: esi-mail.read_mail.v1
        Cached for: 30 s
        Rate limit: 600 tokens per 15m (char-social)
        """
    GetCharactersCharacterIdMailLabels = get_characters_character_id_mail_labels
    def get_characters_character_id_mail_lists(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CharactersCharacterIdMailListsGetItem]]:
        """Get mail lists of characters (character_id).

        Request: `GET /characters/{character_id}/mail/lists`

        Scopes: esi-mail.read_mail.v1
        Cached for: 2 min
        Rate limit: 600 tokens per 15m (char-social)
        """
    GetCharactersCharacterIdMailLists = get_characters_character_id_mail_lists
    def get_characters_character_id_mail_mail_id(
        self,
        *,
        character_id: int,
        mail_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CharactersCharacterIdMailMailIdGet]:
        """Get mail (mail_id) of characters (character_id).

        Request: `GET /characters/{character_id}/mail/{mail_id}`

        Scopes: esi-mail.read_mail.v1
        Cached for: 30 s
        Rate limit: 600 tokens per 15m (char-social)
        """
    GetCharactersCharacterIdMailMailId = get_characters_character_id_mail_mail_id
    def post_characters_character_id_mail(
        self,
        *,
        character_id: int,
        mail: PostCharactersCharacterIdMailOperationBody,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[int]:
        """Post to mail of characters (character_id).

        Request: `POST /characters/{character_id}/mail`

        Scopes: esi-mail.send_mail.v1
        Rate limit: 600 tokens per 15m (char-social)
        """
    def PostCharactersCharacterIdMail(
        self,
        *,
        character_id: int,
        body: PostCharactersCharacterIdMailOperationBody,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[int]:
        """Post to mail of characters (character_id).

        Request: `POST /characters/{character_id}/mail`

        Scopes: esi-mail.send_mail.v1
        Rate limit: 600 tokens per 15m (char-social)
        """
    def post_characters_character_id_mail_labels(
        self,
        *,
        character_id: int,
        label: PostCharactersCharacterIdMailLabelsOperationBody,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[int]:
        """Post to mail labels of characters (character_id).

        Request: `POST /characters/{character_id}/mail/labels`

        Scopes: esi-mail.organize_mail.v1
        Rate limit: 600 tokens per 15m (char-social)
        """
    def PostCharactersCharacterIdMailLabels(
        self,
        *,
        character_id: int,
        body: PostCharactersCharacterIdMailLabelsOperationBody,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[int]:
        """Post to mail labels of characters (character_id).

        Request: `POST /characters/{character_id}/mail/labels`

        Scopes: esi-mail.organize_mail.v1
        Rate limit: 600 tokens per 15m (char-social)
        """
    def put_characters_character_id_mail_mail_id(
        self,
        *,
        character_id: int,
        mail_id: int,
        contents: PutCharactersCharacterIdMailMailIdOperationBody,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[None]:
        """Update mail (mail_id) of characters (character_id).

        Request: `PUT /characters/{character_id}/mail/{mail_id}`

        Scopes: esi-mail.organize_mail.v1
        Rate limit: 600 tokens per 15m (char-social)
        """
    def PutCharactersCharacterIdMailMailId(
        self,
        *,
        character_id: int,
        mail_id: int,
        body: PutCharactersCharacterIdMailMailIdOperationBody,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[None]:
        """Update mail (mail_id) of characters (character_id).

        Request: `PUT /characters/{character_id}/mail/{mail_id}`

        Scopes: esi-mail.organize_mail.v1
        Rate limit: 600 tokens per 15m (char-social)
        """

class _MarketTag:
    resource: Any
    def get_characters_character_id_orders(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CharactersCharacterIdOrdersGetItem]]:
        """Get orders of characters (character_id).

        Request: `GET /characters/{character_id}/orders`

        Scopes: esi-markets.read_character_orders.v1
        Cached for: 20 min
        """
    GetCharactersCharacterIdOrders = get_characters_character_id_orders
    def get_characters_character_id_orders_history(
        self,
        *,
        character_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CharactersCharacterIdOrdersHistoryGetItem]]:
        """Get orders history of characters (character_id).

        Request: `GET /characters/{character_id}/orders/history`

        Scopes: esi-markets.read_character_orders.v1
        Cached for: 1 h
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    GetCharactersCharacterIdOrdersHistory = get_characters_character_id_orders_history
    def get_corporations_corporation_id_orders(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CorporationsCorporationIdOrdersGetItem]]:
        """Get orders of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/orders`

        Scopes: esi-markets.read_corporation_orders.v1
        Corporation roles: Accountant, Trader
        Cached for: 20 min
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    GetCorporationsCorporationIdOrders = get_corporations_corporation_id_orders
    def get_corporations_corporation_id_orders_history(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CorporationsCorporationIdOrdersHistoryGetItem]]:
        """Get orders history of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/orders/history`

        Scopes: esi-markets.read_corporation_orders.v1
        Corporation roles: Accountant, Trader
        Cached for: 1 h
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    GetCorporationsCorporationIdOrdersHistory = get_corporations_corporation_id_orders_history
    def get_markets_groups(
        self,
        *,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[int]]:
        """Get markets groups.

        Request: `GET /markets/groups`
        """
    GetMarketsGroups = get_markets_groups
    def get_markets_groups_market_group_id(
        self,
        *,
        market_group_id: int,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[MarketsGroupsMarketGroupIdGet]:
        """Get markets groups (market_group_id).

        Request: `GET /markets/groups/{market_group_id}`
        """
    GetMarketsGroupsMarketGroupId = get_markets_groups_market_group_id
    def get_markets_prices(
        self,
        *,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[MarketsPricesGetItem]]:
        """Get markets prices.

        Request: `GET /markets/prices`

        Cached for: 1 h
        """
    GetMarketsPrices = get_markets_prices
    def get_markets_region_id_history(
        self,
        *,
        region_id: int,
        type_id: int,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[MarketsRegionIdHistoryGetItem]]:
        """Get history of markets (region_id).

        Request: `GET /markets/{region_id}/history`
        """
    GetMarketsRegionIdHistory = get_markets_region_id_history
    def get_markets_region_id_orders(
        self,
        *,
        region_id: int,
        order_type: Literal['buy', 'sell', 'all'] | None = 'all',
        page: int | None = 1,
        type_id: int | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[MarketsRegionIdOrdersGetItem]]:
        """Get orders of markets (region_id).

        Request: `GET /markets/{region_id}/orders`

        Cached for: 5 min
        Rate limit: 12000 tokens per 15m (market-order)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    GetMarketsRegionIdOrders = get_markets_region_id_orders
    def get_markets_region_id_types(
        self,
        *,
        region_id: int,
        page: int | None = 1,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[int]]:
        """Get types of markets (region_id).

        Request: `GET /markets/{region_id}/types`

        Cached for: 10 min
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    GetMarketsRegionIdTypes = get_markets_region_id_types
    def get_markets_structures_structure_id(
        self,
        *,
        structure_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[MarketsStructuresStructureIdGetItem]]:
        """Get markets structures (structure_id).

        Request: `GET /markets/structures/{structure_id}`

        Scopes: esi-markets.structure_markets.v1
        Cached for: 5 min
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    GetMarketsStructuresStructureId = get_markets_structures_structure_id

class _MetaTag:
    resource: Any
    def get_meta_changelog(
        self,
        *,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[MetaChangelog]:
        """Get meta changelog.

        Request: `GET /meta/changelog`

        Cached for: 10 min
        Rate limit: 150 tokens per 15m (meta)
        """
    GetMetaChangelog = get_meta_changelog
    def get_meta_compatibility_dates(
        self,
        *,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[MetaCompatibilityDates]:
        """Get meta compatibility dates.

        Request: `GET /meta/compatibility-dates`

        Cached for: 10 min
        Rate limit: 150 tokens per 15m (meta)
        """
    GetMetaCompatibilityDates = get_meta_compatibility_dates
    def get_meta_name(
        self,
        *,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[MetaName]:
        """Get meta name.

        Request: `GET /meta/name`

        Cached for: 10 min
        Rate limit: 150 tokens per 15m (meta)
        """
    GetMetaName = get_meta_name
    def get_meta_status(
        self,
        *,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[MetaStatus]:
        """Get meta status.

        Request: `GET /meta/status`

        Rate limit: 150 tokens per 15m (meta)
        """
    GetMetaStatus = get_meta_status

class _Military_CampaignsTag:
    resource: Any
    def get_characters_character_id_military_campaigns_objectives(
        self,
        *,
        character_id: int,
        after: str | None = None,
        before: str | None = None,
        limit: int | None = 10,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CharactersMilitaryCampaignsObjectivesListing]:
        """Get military campaigns objectives of characters (character_id).

        Request: `GET /characters/{character_id}/military-campaigns/objectives`

        Scopes: esi.activity.char:read
        Cached for: 1 min
        Rate limit: 150 tokens per 15m (char-military-campaign)
        Pages: by cursor; `results()` and `frame()` fetch all records
        """
    GetCharactersMilitaryCampaignsObjectivesListing = get_characters_character_id_military_campaigns_objectives
    def get_characters_character_id_military_campaigns_objectives_objective_id(
        self,
        *,
        character_id: int,
        objective_id: str,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CharactersMilitaryCampaignsObjectivesParticipation]:
        """Get military campaigns objectives (objective_id) of characters (character_id).

        Request: `GET
        /characters/{character_id}/military-campaigns/objectives/{objective_id}`

        Scopes: esi.activity.char:read
        Cached for: 1 min
        Rate limit: 150 tokens per 15m (char-military-campaign)
        """
    GetCharactersMilitaryCampaignsObjectivesParticipation = get_characters_character_id_military_campaigns_objectives_objective_id
    def get_military_campaigns(
        self,
        *,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[MilitaryCampaignsListing]:
        """Get military campaigns.

        Request: `GET /military-campaigns`

        Cached for: 1 min
        Rate limit: 300 tokens per 15m (military-campaign)
        """
    GetMilitaryCampaignsListing = get_military_campaigns
    def get_military_campaigns_campaign_id(
        self,
        *,
        campaign_id: str,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[MilitaryCampaignsDetail]:
        """Get military campaigns (campaign_id).

        Request: `GET /military-campaigns/{campaign_id}`

        Cached for: 1 min
        Rate limit: 300 tokens per 15m (military-campaign)
        """
    GetMilitaryCampaignsDetail = get_military_campaigns_campaign_id
    def get_military_campaigns_campaign_id_objectives(
        self,
        *,
        campaign_id: str,
        after: str | None = None,
        before: str | None = None,
        limit: int | None = 10,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[MilitaryCampaignsObjectivesListing]:
        """Get objectives of military campaigns (campaign_id).

        Request: `GET /military-campaigns/{campaign_id}/objectives`

        Cached for: 1 min
        Rate limit: 300 tokens per 15m (military-campaign)
        Pages: by cursor; `results()` and `frame()` fetch all records
        """
    GetMilitaryCampaignsObjectivesListing = get_military_campaigns_campaign_id_objectives
    def get_military_campaigns_campaign_id_objectives_objective_id(
        self,
        *,
        campaign_id: str,
        objective_id: str,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[MilitaryCampaignsObjectivesDetail]:
        """Get objectives (objective_id) of military campaigns (campaign_id).

        Request: `GET /military-campaigns/{campaign_id}/objectives/{objective_id}`

        Cached for: 1 min
        Rate limit: 300 tokens per 15m (military-campaign)
        """
    GetMilitaryCampaignsObjectivesDetail = get_military_campaigns_campaign_id_objectives_objective_id

class _Paragon_HubTag:
    resource: Any
    def get_characters_character_id_paragon_hub_skinr(
        self,
        *,
        character_id: int,
        after: str | None = None,
        before: str | None = None,
        limit: int | None = 10,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CharactersParagonHubSkinr]:
        """Get paragon hub skinr of characters (character_id).

        Request: `GET /characters/{character_id}/paragon-hub/skinr`

        Scopes: esi.cosmetic.char:read
        Rate limit: 150 tokens per 15m (char-paragon-hub)
        Pages: by cursor; `results()` and `frame()` fetch all records
        """
    GetCharactersParagonHubSkinr = get_characters_character_id_paragon_hub_skinr
    def get_paragon_hub_skinr(
        self,
        *,
        after: str | None = None,
        before: str | None = None,
        limit: int | None = 10,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[ParagonHubSkinr]:
        """Get paragon hub skinr.

        Request: `GET /paragon-hub/skinr`

        Rate limit: 150 tokens per 15m (paragon-hub)
        Pages: by cursor; `results()` and `frame()` fetch all records
        """
    GetParagonHubSkinr = get_paragon_hub_skinr
    def get_paragon_hub_skinr_alliances_alliance_id(
        self,
        *,
        alliance_id: int,
        after: str | None = None,
        before: str | None = None,
        limit: int | None = 10,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[ParagonHubSkinrAlliances]:
        """Get paragon hub skinr alliances (alliance_id).

        Request: `GET /paragon-hub/skinr/alliances/{alliance_id}`

        Scopes: esi.cosmetic.char:read
        Rate limit: 150 tokens per 15m (char-paragon-hub)
        Pages: by cursor; `results()` and `frame()` fetch all records
        """
    GetParagonHubSkinrAlliances = get_paragon_hub_skinr_alliances_alliance_id
    def get_paragon_hub_skinr_characters_character_id(
        self,
        *,
        character_id: int,
        after: str | None = None,
        before: str | None = None,
        limit: int | None = 10,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[ParagonHubSkinrCharacters]:
        """Get paragon hub skinr characters (character_id).

        Request: `GET /paragon-hub/skinr/characters/{character_id}`

        Scopes: esi.cosmetic.char:read
        Rate limit: 150 tokens per 15m (char-paragon-hub)
        Pages: by cursor; `results()` and `frame()` fetch all records
        """
    GetParagonHubSkinrCharacters = get_paragon_hub_skinr_characters_character_id
    def get_paragon_hub_skinr_corporations_corporation_id(
        self,
        *,
        corporation_id: int,
        after: str | None = None,
        before: str | None = None,
        limit: int | None = 10,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[ParagonHubSkinrCorporations]:
        """Get paragon hub skinr corporations (corporation_id).

        Request: `GET /paragon-hub/skinr/corporations/{corporation_id}`

        Scopes: esi.cosmetic.char:read
        Rate limit: 150 tokens per 15m (char-paragon-hub)
        Pages: by cursor; `results()` and `frame()` fetch all records
        """
    GetParagonHubSkinrCorporations = get_paragon_hub_skinr_corporations_corporation_id

class _Planetary_InteractionTag:
    resource: Any
    def get_characters_character_id_planets(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CharactersCharacterIdPlanetsGetItem]]:
        """Get planets of characters (character_id).

        Request: `GET /characters/{character_id}/planets`

        Scopes: esi-planets.manage_planets.v1
        Cached for: 10 min
        Rate limit: 600 tokens per 15m (char-industry)
        """
    GetCharactersCharacterIdPlanets = get_characters_character_id_planets
    def get_characters_character_id_planets_planet_id(
        self,
        *,
        character_id: int,
        planet_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CharactersCharacterIdPlanetsPlanetIdGet]:
        """Get planets (planet_id) of characters (character_id).

        Request: `GET /characters/{character_id}/planets/{planet_id}`

        Scopes: esi-planets.manage_planets.v1
        Cached for: 10 min
        Rate limit: 600 tokens per 15m (char-industry)
        """
    GetCharactersCharacterIdPlanetsPlanetId = get_characters_character_id_planets_planet_id
    def get_corporations_corporation_id_customs_offices(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CorporationsCorporationIdCustomsOfficesGetItem]]:
        """Get customs offices of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/customs_offices`

        Scopes: esi-planets.read_customs_offices.v1
        Corporation roles: Director
        Cached for: 1 h
        Rate limit: 600 tokens per 15m (corp-industry)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    GetCorporationsCorporationIdCustomsOffices = get_corporations_corporation_id_customs_offices
    def get_universe_schematics_schematic_id(
        self,
        *,
        schematic_id: int,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[UniverseSchematicsSchematicIdGet]:
        """Get universe schematics (schematic_id).

        Request: `GET /universe/schematics/{schematic_id}`

        Cached for: 1 h
        """
    GetUniverseSchematicsSchematicId = get_universe_schematics_schematic_id

class _RoutesTag:
    resource: Any
    def post_route_origin_system_id_destination_system_id(
        self,
        *,
        origin_system_id: int,
        destination_system_id: int,
        body: PostRouteOperationBody,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[Route]:
        """Post to route (origin_system_id) (destination_system_id).

        Request: `POST /route/{origin_system_id}/{destination_system_id}`

        Rate limit: 3600 tokens per 15m (routes)
        """
    PostRoute = post_route_origin_system_id_destination_system_id

class _SearchTag:
    resource: Any
    def get_characters_character_id_search(
        self,
        *,
        categories: Values[Literal['agent', 'alliance', 'character', 'constellation', 'corporation', 'faction', 'inventory_type', 'region', 'solar_system', 'station', 'structure']],
        character_id: int,
        search: str,
        strict: bool | None = False,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CharactersCharacterIdSearchGet]:
        """Get search of characters (character_id).

        Request: `GET /characters/{character_id}/search`

        Scopes: esi-search.search_structures.v1
        Cached for: 1 h
        """
    GetCharactersCharacterIdSearch = get_characters_character_id_search

class _SkillsTag:
    resource: Any
    def get_characters_character_id_attributes(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CharactersCharacterIdAttributesGet]:
        """Get attributes of characters (character_id).

        Request: `GET /characters/{character_id}/attributes`

        Scopes: esi-skills.read_skills.v1
        Cached for: 2 min
        Rate limit: 600 tokens per 15m (char-detail)
        """
    GetCharactersCharacterIdAttributes = get_characters_character_id_attributes
    def get_characters_character_id_skillqueue(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CharactersSkillqueueSkill]]:
        """Get skillqueue of characters (character_id).

        Request: `GET /characters/{character_id}/skillqueue`

        Scopes: esi-skills.read_skillqueue.v1
        Cached for: 1 min
        Rate limit: 600 tokens per 15m (char-detail)
        """
    GetCharactersCharacterIdSkillqueue = get_characters_character_id_skillqueue
    def get_characters_character_id_skills(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CharactersSkills]:
        """Get skills of characters (character_id).

        Request: `GET /characters/{character_id}/skills`

        Scopes: esi-skills.read_skills.v1
        Cached for: 1 min
        Rate limit: 600 tokens per 15m (char-detail)
        """
    GetCharactersCharacterIdSkills = get_characters_character_id_skills

class _SovereigntyTag:
    resource: Any
    def get_sovereignty_campaigns(
        self,
        *,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[SovereigntyCampaignsGetItem]]:
        """Get sovereignty campaigns.

        Request: `GET /sovereignty/campaigns`

        Cached for: 5 s
        Rate limit: 600 tokens per 15m (sovereignty)
        """
    GetSovereigntyCampaigns = get_sovereignty_campaigns
    def get_sovereignty_systems(
        self,
        *,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[SovereigntySystems]:
        """Get sovereignty systems.

        Request: `GET /sovereignty/systems`

        Cached for: 5 min
        Rate limit: 600 tokens per 15m (sovereignty)
        """
    GetSovereigntySystems = get_sovereignty_systems

class _StatusTag:
    resource: Any
    def get_status(
        self,
        *,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[Status]:
        """Get status.

        Request: `GET /status`

        Cached for: 30 s
        Rate limit: 600 tokens per 15m (status)
        """
    GetStatus = get_status

class _StructuresTag:
    resource: Any
    def get_characters_character_id_structures_mercenary_dens(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CharactersStructuresMercenaryDensListing]:
        """Get structures mercenary dens of characters (character_id).

        Request: `GET /characters/{character_id}/structures/mercenary-dens`

        Scopes: esi-structures.read_character.v1
        Cached for: 1 h
        Rate limit: 30 tokens per 15m (char-structure)
        """
    GetCharactersStructuresMercenaryDensListing = get_characters_character_id_structures_mercenary_dens
    def get_characters_character_id_structures_mercenary_dens_mercenary_den_id(
        self,
        *,
        mercenary_den_id: int,
        character_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CharactersStructuresMercenaryDensDetail]:
        """Get structures mercenary dens (mercenary_den_id) of characters (character_id).

        Request: `GET
        /characters/{character_id}/structures/mercenary-dens/{mercenary_den_id}`

        Scopes: esi-structures.read_character.v1
        Cached for: 1 h
        Rate limit: 30 tokens per 15m (char-structure)
        """
    GetCharactersStructuresMercenaryDensDetail = get_characters_character_id_structures_mercenary_dens_mercenary_den_id
    def get_corporations_corporation_id_structures_skyhooks(
        self,
        *,
        corporation_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CorporationsStructuresSkyhooksListing]:
        """Get structures skyhooks of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/structures/skyhooks`

        Scopes: esi-structures.read_corporation.v1
        Corporation roles: Station_Manager
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-structure)
        """
    GetCorporationsStructuresSkyhooksListing = get_corporations_corporation_id_structures_skyhooks
    def get_corporations_corporation_id_structures_skyhooks_skyhook_id(
        self,
        *,
        skyhook_id: int,
        corporation_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CorporationsStructuresSkyhooksDetail]:
        """Get structures skyhooks (skyhook_id) of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/structures/skyhooks/{skyhook_id}`

        Scopes: esi-structures.read_corporation.v1
        Corporation roles: Station_Manager
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-structure)
        """
    GetCorporationsStructuresSkyhooksDetail = get_corporations_corporation_id_structures_skyhooks_skyhook_id
    def get_corporations_corporation_id_structures_sovereignty_hubs(
        self,
        *,
        corporation_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CorporationsStructuresSovereigntyHubsListing]:
        """Get structures sovereignty hubs of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/structures/sovereignty-hubs`

        Scopes: esi-structures.read_corporation.v1
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-structure)
        """
    GetCorporationsStructuresSovereigntyHubsListing = get_corporations_corporation_id_structures_sovereignty_hubs
    def get_corporations_corporation_id_structures_sovereignty_hubs_sovereignty_hub_id(
        self,
        *,
        sovereignty_hub_id: int,
        corporation_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[CorporationsStructuresSovereigntyHubsDetail]:
        """Get structures sovereignty hubs (sovereignty_hub_id) of corporations
        (corporation_id).

        Request: `GET
        /corporations/{corporation_id}/structures/sovereignty-hubs/{sovereignty_hub_id}`

        Scopes: esi-structures.read_corporation.v1
        Corporation roles: Station_Manager
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-structure)
        """
    GetCorporationsStructuresSovereigntyHubsDetail = get_corporations_corporation_id_structures_sovereignty_hubs_sovereignty_hub_id

class _UniverseTag:
    resource: Any
    def get_universe_ancestries(
        self,
        *,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[UniverseAncestriesGetItem]]:
        """Get universe ancestries.

        Request: `GET /universe/ancestries`
        """
    GetUniverseAncestries = get_universe_ancestries
    def get_universe_asteroid_belts_asteroid_belt_id(
        self,
        *,
        asteroid_belt_id: int,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[UniverseAsteroidBeltsAsteroidBeltIdGet]:
        """Get universe asteroid belts (asteroid_belt_id).

        Request: `GET /universe/asteroid_belts/{asteroid_belt_id}`
        """
    GetUniverseAsteroidBeltsAsteroidBeltId = get_universe_asteroid_belts_asteroid_belt_id
    def get_universe_bloodlines(
        self,
        *,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[UniverseBloodlinesGetItem]]:
        """Get universe bloodlines.

        Request: `GET /universe/bloodlines`
        """
    GetUniverseBloodlines = get_universe_bloodlines
    def get_universe_categories(
        self,
        *,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[int]]:
        """Get universe categories.

        Request: `GET /universe/categories`
        """
    GetUniverseCategories = get_universe_categories
    def get_universe_categories_category_id(
        self,
        *,
        category_id: int,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[UniverseCategoriesCategoryIdGet]:
        """Get universe categories (category_id).

        Request: `GET /universe/categories/{category_id}`
        """
    GetUniverseCategoriesCategoryId = get_universe_categories_category_id
    def get_universe_constellations(
        self,
        *,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[int]]:
        """Get universe constellations.

        Request: `GET /universe/constellations`
        """
    GetUniverseConstellations = get_universe_constellations
    def get_universe_constellations_constellation_id(
        self,
        *,
        constellation_id: int,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[UniverseConstellationsConstellationIdGet]:
        """Get universe constellations (constellation_id).

        Request: `GET /universe/constellations/{constellation_id}`
        """
    GetUniverseConstellationsConstellationId = get_universe_constellations_constellation_id
    def get_universe_factions(
        self,
        *,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[UniverseFactionsGetItem]]:
        """Get universe factions.

        Request: `GET /universe/factions`
        """
    GetUniverseFactions = get_universe_factions
    def get_universe_graphics(
        self,
        *,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[int]]:
        """Get universe graphics.

        Request: `GET /universe/graphics`
        """
    GetUniverseGraphics = get_universe_graphics
    def get_universe_graphics_graphic_id(
        self,
        *,
        graphic_id: int,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[UniverseGraphicsGraphicIdGet]:
        """Get universe graphics (graphic_id).

        Request: `GET /universe/graphics/{graphic_id}`
        """
    GetUniverseGraphicsGraphicId = get_universe_graphics_graphic_id
    def get_universe_groups(
        self,
        *,
        page: int | None = 1,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[int]]:
        """Get universe groups.

        Request: `GET /universe/groups`

        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    GetUniverseGroups = get_universe_groups
    def get_universe_groups_group_id(
        self,
        *,
        group_id: int,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[UniverseGroupsGroupIdGet]:
        """Get universe groups (group_id).

        Request: `GET /universe/groups/{group_id}`
        """
    GetUniverseGroupsGroupId = get_universe_groups_group_id
    def get_universe_moons_moon_id(
        self,
        *,
        moon_id: int,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[UniverseMoonsMoonIdGet]:
        """Get universe moons (moon_id).

        Request: `GET /universe/moons/{moon_id}`
        """
    GetUniverseMoonsMoonId = get_universe_moons_moon_id
    def get_universe_planets_planet_id(
        self,
        *,
        planet_id: int,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[UniversePlanetsPlanetIdGet]:
        """Get universe planets (planet_id).

        Request: `GET /universe/planets/{planet_id}`
        """
    GetUniversePlanetsPlanetId = get_universe_planets_planet_id
    def get_universe_races(
        self,
        *,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[UniverseRacesGetItem]]:
        """Get universe races.

        Request: `GET /universe/races`
        """
    GetUniverseRaces = get_universe_races
    def get_universe_regions(
        self,
        *,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[int]]:
        """Get universe regions.

        Request: `GET /universe/regions`
        """
    GetUniverseRegions = get_universe_regions
    def get_universe_regions_region_id(
        self,
        *,
        region_id: int,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[UniverseRegionsRegionIdGet]:
        """Get universe regions (region_id).

        Request: `GET /universe/regions/{region_id}`
        """
    GetUniverseRegionsRegionId = get_universe_regions_region_id
    def get_universe_stargates_stargate_id(
        self,
        *,
        stargate_id: int,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[UniverseStargatesStargateIdGet]:
        """Get universe stargates (stargate_id).

        Request: `GET /universe/stargates/{stargate_id}`
        """
    GetUniverseStargatesStargateId = get_universe_stargates_stargate_id
    def get_universe_stars_star_id(
        self,
        *,
        star_id: int,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[UniverseStarsStarIdGet]:
        """Get universe stars (star_id).

        Request: `GET /universe/stars/{star_id}`
        """
    GetUniverseStarsStarId = get_universe_stars_star_id
    def get_universe_stations_station_id(
        self,
        *,
        station_id: int,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[UniverseStationsStationIdGet]:
        """Get universe stations (station_id).

        Request: `GET /universe/stations/{station_id}`
        """
    GetUniverseStationsStationId = get_universe_stations_station_id
    def get_universe_structures(
        self,
        *,
        filter: Literal['market', 'manufacturing_basic'] | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[int]]:
        """Get universe structures.

        Request: `GET /universe/structures`

        Cached for: 1 h
        """
    GetUniverseStructures = get_universe_structures
    def get_universe_structures_structure_id(
        self,
        *,
        structure_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[UniverseStructuresStructureIdGet]:
        """Get universe structures (structure_id).

        Request: `GET /universe/structures/{structure_id}`

        Scopes: esi-universe.read_structures.v1
        Cached for: 1 h
        """
    GetUniverseStructuresStructureId = get_universe_structures_structure_id
    def get_universe_system_jumps(
        self,
        *,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[UniverseSystemJumpsGetItem]]:
        """Get universe system jumps.

        Request: `GET /universe/system_jumps`

        Cached for: 1 h
        """
    GetUniverseSystemJumps = get_universe_system_jumps
    def get_universe_system_kills(
        self,
        *,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[UniverseSystemKillsGetItem]]:
        """Get universe system kills.

        Request: `GET /universe/system_kills`

        Cached for: 1 h
        """
    GetUniverseSystemKills = get_universe_system_kills
    def get_universe_systems(
        self,
        *,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[int]]:
        """Get universe systems.

        Request: `GET /universe/systems`
        """
    GetUniverseSystems = get_universe_systems
    def get_universe_systems_system_id(
        self,
        *,
        system_id: int,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[UniverseSystemsSystemIdGet]:
        """Get universe systems (system_id).

        Request: `GET /universe/systems/{system_id}`
        """
    GetUniverseSystemsSystemId = get_universe_systems_system_id
    def get_universe_types(
        self,
        *,
        page: int | None = 1,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[int]]:
        """Get universe types.

        Request: `GET /universe/types`

        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    GetUniverseTypes = get_universe_types
    def get_universe_types_type_id(
        self,
        *,
        type_id: int,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[UniverseTypesTypeIdGet]:
        """Get universe types (type_id).

        Request: `GET /universe/types/{type_id}`
        """
    GetUniverseTypesTypeId = get_universe_types_type_id
    def post_universe_ids(
        self,
        *,
        names: Values[str],
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[UniverseIdsPost]:
        """Post to universe ids.

        Request: `POST /universe/ids`
        """
    def PostUniverseIds(
        self,
        *,
        body: Values[str],
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[UniverseIdsPost]:
        """Post to universe ids.

        Request: `POST /universe/ids`
        """
    def post_universe_names(
        self,
        *,
        ids: Values[int],
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[UniverseNamesPostItem]]:
        """Post to universe names.

        Request: `POST /universe/names`
        """
    def PostUniverseNames(
        self,
        *,
        body: Values[int],
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[UniverseNamesPostItem]]:
        """Post to universe names.

        Request: `POST /universe/names`
        """

class _User_InterfaceTag:
    resource: Any
    def post_ui_autopilot_waypoint(
        self,
        *,
        destination_id: int,
        add_to_beginning: bool | None = False,
        clear_other_waypoints: bool | None = False,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[None]:
        """Post to ui autopilot waypoint.

        Request: `POST /ui/autopilot/waypoint`

        Scopes: esi-ui.write_waypoint.v1
        Rate limit: 900 tokens per 15m (ui)
        """
    PostUiAutopilotWaypoint = post_ui_autopilot_waypoint
    def post_ui_openwindow_contract(
        self,
        *,
        contract_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[None]:
        """Post to ui openwindow contract.

        Request: `POST /ui/openwindow/contract`

        Scopes: esi-ui.open_window.v1
        Rate limit: 900 tokens per 15m (ui)
        """
    PostUiOpenwindowContract = post_ui_openwindow_contract
    def post_ui_openwindow_information(
        self,
        *,
        target_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[None]:
        """Post to ui openwindow information.

        Request: `POST /ui/openwindow/information`

        Scopes: esi-ui.open_window.v1
        Rate limit: 900 tokens per 15m (ui)
        """
    PostUiOpenwindowInformation = post_ui_openwindow_information
    def post_ui_openwindow_marketdetails(
        self,
        *,
        type_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[None]:
        """Post to ui openwindow marketdetails.

        Request: `POST /ui/openwindow/marketdetails`

        Scopes: esi-ui.open_window.v1
        Rate limit: 900 tokens per 15m (ui)
        """
    PostUiOpenwindowMarketdetails = post_ui_openwindow_marketdetails
    def post_ui_openwindow_newmail(
        self,
        *,
        new_mail: PostUiOpenwindowNewmailOperationBody,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[None]:
        """Post to ui openwindow newmail.

        Request: `POST /ui/openwindow/newmail`

        Scopes: esi-ui.open_window.v1
        Rate limit: 900 tokens per 15m (ui)
        """
    def PostUiOpenwindowNewmail(
        self,
        *,
        body: PostUiOpenwindowNewmailOperationBody,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[None]:
        """Post to ui openwindow newmail.

        Request: `POST /ui/openwindow/newmail`

        Scopes: esi-ui.open_window.v1
        Rate limit: 900 tokens per 15m (ui)
        """

class _WalletTag:
    resource: Any
    def get_characters_character_id_wallet(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[float]:
        """Get wallet of characters (character_id).

        Request: `GET /characters/{character_id}/wallet`

        Scopes: esi-wallet.read_character_wallet.v1
        Cached for: 2 min
        Rate limit: 150 tokens per 15m (char-wallet)
        """
    GetCharactersCharacterIdWallet = get_characters_character_id_wallet
    def get_characters_character_id_wallet_journal(
        self,
        *,
        character_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CharactersCharacterIdWalletJournalGetItem]]:
        """Get wallet journal of characters (character_id).

        Request: `GET /characters/{character_id}/wallet/journal`

        Scopes: esi-wallet.read_character_wallet.v1
        Cached for: 1 h
        Rate limit: 150 tokens per 15m (char-wallet)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    GetCharactersCharacterIdWalletJournal = get_characters_character_id_wallet_journal
    def get_characters_character_id_wallet_transactions(
        self,
        *,
        character_id: int,
        from_id: int | None = None,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CharactersCharacterIdWalletTransactionsGetItem]]:
        """Get wallet transactions of characters (character_id).

        Request: `GET /characters/{character_id}/wallet/transactions`

        Scopes: esi-wallet.read_character_wallet.v1
        Cached for: 1 h
        Rate limit: 150 tokens per 15m (char-wallet)
        Pages: by `from_id`; `walk=True` follows
        """
    GetCharactersCharacterIdWalletTransactions = get_characters_character_id_wallet_transactions
    def get_corporations_corporation_id_wallets(
        self,
        *,
        corporation_id: int,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CorporationsCorporationIdWalletsGetItem]]:
        """Get wallets of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/wallets`

        Scopes: esi-wallet.read_corporation_wallets.v1
        Corporation roles: Accountant, Junior_Accountant
        Cached for: 5 min
        Rate limit: 300 tokens per 15m (corp-wallet)
        """
    GetCorporationsCorporationIdWallets = get_corporations_corporation_id_wallets
    def get_corporations_corporation_id_wallets_division_journal(
        self,
        *,
        corporation_id: int,
        division: int,
        page: int | None = 1,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CorporationsCorporationIdWalletsDivisionJournalGetItem]]:
        """Get journal of wallets (division) of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/wallets/{division}/journal`

        Scopes: esi-wallet.read_corporation_wallets.v1
        Corporation roles: Accountant, Junior_Accountant
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-wallet)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    GetCorporationsCorporationIdWalletsDivisionJournal = get_corporations_corporation_id_wallets_division_journal
    def get_corporations_corporation_id_wallets_division_transactions(
        self,
        *,
        corporation_id: int,
        division: int,
        from_id: int | None = None,
        token: str | Token | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[CorporationsCorporationIdWalletsDivisionTransactionsGetItem]]:
        """Get transactions of wallets (division) of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/wallets/{division}/transactions`

        Scopes: esi-wallet.read_corporation_wallets.v1
        Corporation roles: Accountant, Junior_Accountant
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-wallet)
        Pages: by `from_id`; `walk=True` follows
        """
    GetCorporationsCorporationIdWalletsDivisionTransactions = get_corporations_corporation_id_wallets_division_transactions

class _WarsTag:
    resource: Any
    def get_wars(
        self,
        *,
        max_war_id: int | None = None,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[int]]:
        """Get wars.

        Request: `GET /wars`

        Cached for: 1 h
        Rate limit: 3600 tokens per 15m (killmail)
        Pages: by `max_war_id`; `walk=True` follows
        """
    GetWars = get_wars
    def get_wars_war_id(
        self,
        *,
        war_id: int,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[WarsWarIdGet]:
        """Get wars (war_id).

        Request: `GET /wars/{war_id}`

        Cached for: 1 h
        Rate limit: 3600 tokens per 15m (killmail)
        """
    GetWarsWarId = get_wars_war_id
    def get_wars_war_id_killmails(
        self,
        *,
        war_id: int,
        page: int | None = 1,
        language: Language = ...,
        datasource: str = ...,
        _request_options: dict[str, Any] = ...,
    ) -> CachingHttpFuture[list[WarsWarIdKillmailsGetItem]]:
        """Get killmails of wars (war_id).

        Request: `GET /wars/{war_id}/killmails`

        Cached for: 1 h
        Rate limit: 3600 tokens per 15m (killmail)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    GetWarsWarIdKillmails = get_wars_war_id_killmails

class EsiClient:
    swagger_spec: Any
    Access_List: _Access_ListTag
    Activities: _ActivitiesTag
    Alliance: _AllianceTag
    Assets: _AssetsTag
    Calendar: _CalendarTag
    Character: _CharacterTag
    Clones: _ClonesTag
    Contacts: _ContactsTag
    Contracts: _ContractsTag
    Corporation: _CorporationTag
    Corporation_Projects: _Corporation_ProjectsTag
    Cosmetics: _CosmeticsTag
    Dogma: _DogmaTag
    Faction_Warfare: _Faction_WarfareTag
    Fittings: _FittingsTag
    Fleets: _FleetsTag
    Freelance_Jobs: _Freelance_JobsTag
    Incursions: _IncursionsTag
    Industry: _IndustryTag
    Insurance: _InsuranceTag
    Killmails: _KillmailsTag
    Location: _LocationTag
    Loyalty: _LoyaltyTag
    Mail: _MailTag
    Market: _MarketTag
    Meta: _MetaTag
    Military_Campaigns: _Military_CampaignsTag
    Paragon_Hub: _Paragon_HubTag
    Planetary_Interaction: _Planetary_InteractionTag
    Routes: _RoutesTag
    Search: _SearchTag
    Skills: _SkillsTag
    Sovereignty: _SovereigntyTag
    Status: _StatusTag
    Structures: _StructuresTag
    Universe: _UniverseTag
    User_Interface: _User_InterfaceTag
    Wallet: _WalletTag
    Wars: _WarsTag

# Written by `esi-data stubs`: a change to this file is lost with the next run.
"""Rows and client of `esi.openapi_clients`, at compatibility date 2026-08-18."""

from datetime import date as _date, datetime as _datetime
from typing import Any, Literal, NotRequired, TypedDict, overload
from uuid import UUID

from esi.core.client.call_types import Language, Values
from esi.core.decoding.attribute_row import Row
from esi.models import Token
from esi.openapi_clients import EsiOperation, EsiOperationAsync, ESITag, ESITagAsync

PostCharactersAffiliationOperationBody = list[int]

PostCharactersCharacterIdAssetsLocationsOperationBody = list[int]

PostCharactersCharacterIdAssetsNamesOperationBody = list[int]

PostCharactersCharacterIdContactsOperationBody = list[int]

PostCharactersCharacterIdCspaOperationBody = list[int]

class PostCharactersCharacterIdFittingsOperationBodyItemsItem(TypedDict):
    flag: Literal['Cargo', 'DroneBay', 'FighterBay', 'HiSlot0', 'HiSlot1', 'HiSlot2', 'HiSlot3', 'HiSlot4', 'HiSlot5', 'HiSlot6', 'HiSlot7', 'Invalid', 'LoSlot0', 'LoSlot1', 'LoSlot2', 'LoSlot3', 'LoSlot4', 'LoSlot5', 'LoSlot6', 'LoSlot7', 'MedSlot0', 'MedSlot1', 'MedSlot2', 'MedSlot3', 'MedSlot4', 'MedSlot5', 'MedSlot6', 'MedSlot7', 'RigSlot0', 'RigSlot1', 'RigSlot2', 'ServiceSlot0', 'ServiceSlot1', 'ServiceSlot2', 'ServiceSlot3', 'ServiceSlot4', 'ServiceSlot5', 'ServiceSlot6', 'ServiceSlot7', 'SubSystemSlot0', 'SubSystemSlot1', 'SubSystemSlot2', 'SubSystemSlot3']
    quantity: int
    type_id: int

class PostCharactersCharacterIdFittingsOperationBody(TypedDict):
    description: str
    items: list[PostCharactersCharacterIdFittingsOperationBodyItemsItem]
    name: str
    ship_type_id: int

class PostCharactersCharacterIdMailOperationBodyRecipientsItem(TypedDict):
    recipient_id: int
    recipient_type: Literal['alliance', 'character', 'corporation', 'mailing_list']

class PostCharactersCharacterIdMailOperationBody(TypedDict):
    approved_cost: NotRequired[int]
    body: str
    recipients: list[PostCharactersCharacterIdMailOperationBodyRecipientsItem]
    subject: str

class PostCharactersCharacterIdMailLabelsOperationBody(TypedDict):
    color: NotRequired[Literal['#0000fe', '#006634', '#0099ff', '#00ff33', '#01ffff', '#349800', '#660066', '#666666', '#999999', '#99ffff', '#9a0000', '#ccff9a', '#e6e6e6', '#fe0000', '#ff6600', '#ffff01', '#ffffcd', '#ffffff']]
    name: str

PostCorporationsCorporationIdAssetsLocationsOperationBody = list[int]

PostCorporationsCorporationIdAssetsNamesOperationBody = list[int]

class PostFleetsFleetIdMembersOperationBody(TypedDict):
    character_id: int
    role: Literal['fleet_commander', 'wing_commander', 'squad_commander', 'squad_member']
    squad_id: NotRequired[int]
    wing_id: NotRequired[int]

PostRouteOperationBodyConnectionsItem = TypedDict("PostRouteOperationBodyConnectionsItem", {
    'from': int,
    'to': int,
})

class PostRouteOperationBody(TypedDict):
    avoid_systems: NotRequired[list[int]]
    connections: NotRequired[list[PostRouteOperationBodyConnectionsItem]]
    preference: NotRequired[Literal['Shorter', 'Safer', 'LessSecure']]
    security_penalty: NotRequired[int]

class PostUiOpenwindowNewmailOperationBody(TypedDict):
    body: str
    recipients: list[int]
    subject: str
    to_corp_or_alliance_id: NotRequired[int]
    to_mailing_list_id: NotRequired[int]

PostUniverseIdsOperationBody = list[str]

PostUniverseNamesOperationBody = list[int]

class PutCharactersCharacterIdCalendarEventIdOperationBody(TypedDict):
    response: Literal['accepted', 'declined', 'tentative']

PutCharactersCharacterIdContactsOperationBody = list[int]

class PutCharactersCharacterIdMailMailIdOperationBody(TypedDict):
    labels: NotRequired[list[int]]
    read: NotRequired[bool]

class PutFleetsFleetIdOperationBody(TypedDict):
    is_free_move: NotRequired[bool]
    motd: NotRequired[str]

class PutFleetsFleetIdMembersMemberIdOperationBody(TypedDict):
    role: Literal['fleet_commander', 'wing_commander', 'squad_commander', 'squad_member']
    squad_id: NotRequired[int]
    wing_id: NotRequired[int]

class PutFleetsFleetIdSquadsSquadIdOperationBody(TypedDict):
    name: str

class PutFleetsFleetIdWingsWingIdOperationBody(TypedDict):
    name: str

class AllianceDetail(Row):
    creator_corporation_id: int
    creator_id: int
    date_founded: _datetime
    executor_corporation_id: int | None
    faction_id: int | None
    name: str
    ticker: str

class AlliancesAllianceIdContactsGetItem(Row):
    contact_id: int
    contact_type: Literal['character', 'corporation', 'alliance', 'faction'] | str
    label_ids: list[int] | None
    standing: float

class AlliancesAllianceIdContactsLabelsGetItem(Row):
    label_id: int
    label_name: str

class AlliancesAllianceIdIconsGet(Row):
    px128x128: str | None
    px64x64: str | None

class CharactersDetail(Row):
    achievement_score: int
    alliance_id: int | None
    birthday: _datetime
    bloodline_id: int
    character_title_id: UUID | None
    corporation_id: int
    corporation_title: str | None
    description: str | None
    faction_id: int | None
    gender: Literal['male', 'female'] | str
    name: str
    race_id: int
    security_status: float | None

class CharactersAccessListsListingAccesslist(Row):
    id: int

class CharactersAccessListsListing(Row):
    access_lists: list[CharactersAccessListsListingAccesslist]

class CharactersAccessListsDetailAllianceentry(Row):
    access: Literal['Unspecified', 'Allowed', 'Blocked', 'Manager', 'Admin'] | str
    alliance_id: int

class CharactersAccessListsDetailCharacterentry(Row):
    access: Literal['Unspecified', 'Allowed', 'Blocked', 'Manager', 'Admin'] | str
    character_id: int

class CharactersAccessListsDetailCorporationentry(Row):
    access: Literal['Unspecified', 'Allowed', 'Blocked', 'Manager', 'Admin'] | str
    corporation_id: int

class CharactersAccessListsDetailMembership(Row):
    alliances: list[CharactersAccessListsDetailAllianceentry]
    allow_everyone: bool
    characters: list[CharactersAccessListsDetailCharacterentry]
    corporations: list[CharactersAccessListsDetailCorporationentry]

class CharactersAccessListsDetail(Row):
    description: str
    id: int
    membership: CharactersAccessListsDetailMembership
    name: str

class CharactersCharacterIdAgentsResearchGetItem(Row):
    agent_id: int
    points_per_day: float
    remainder_points: float
    skill_type_id: int
    started_at: _datetime

class CharactersCharacterIdAssetsGetItem(Row):
    is_blueprint_copy: bool | None
    is_singleton: bool
    item_id: int
    location_flag: Literal['AssetSafety', 'AutoFit', 'BoosterBay', 'CapsuleerDeliveries', 'Cargo', 'CorporationGoalDeliveries', 'CorpseBay', 'Deliveries', 'DroneBay', 'ExpeditionHold', 'FighterBay', 'FighterTube0', 'FighterTube1', 'FighterTube2', 'FighterTube3', 'FighterTube4', 'FleetHangar', 'FrigateEscapeBay', 'Hangar', 'HangarAll', 'HiSlot0', 'HiSlot1', 'HiSlot2', 'HiSlot3', 'HiSlot4', 'HiSlot5', 'HiSlot6', 'HiSlot7', 'HiddenModifiers', 'Implant', 'InfrastructureHangar', 'LoSlot0', 'LoSlot1', 'LoSlot2', 'LoSlot3', 'LoSlot4', 'LoSlot5', 'LoSlot6', 'LoSlot7', 'Locked', 'MedSlot0', 'MedSlot1', 'MedSlot2', 'MedSlot3', 'MedSlot4', 'MedSlot5', 'MedSlot6', 'MedSlot7', 'MobileDepotHold', 'MoonMaterialBay', 'QuafeBay', 'RigSlot0', 'RigSlot1', 'RigSlot2', 'RigSlot3', 'RigSlot4', 'RigSlot5', 'RigSlot6', 'RigSlot7', 'ShipHangar', 'Skill', 'SpecializedAmmoHold', 'SpecializedAsteroidHold', 'SpecializedCommandCenterHold', 'SpecializedFuelBay', 'SpecializedGasHold', 'SpecializedIceHold', 'SpecializedIndustrialShipHold', 'SpecializedLargeShipHold', 'SpecializedMaterialBay', 'SpecializedMediumShipHold', 'SpecializedMineralHold', 'SpecializedOreHold', 'SpecializedPlanetaryCommoditiesHold', 'SpecializedSalvageHold', 'SpecializedShipHold', 'SpecializedSmallShipHold', 'StructureDeedBay', 'SubSystemBay', 'SubSystemSlot0', 'SubSystemSlot1', 'SubSystemSlot2', 'SubSystemSlot3', 'SubSystemSlot4', 'SubSystemSlot5', 'SubSystemSlot6', 'SubSystemSlot7', 'Unlocked', 'Wardrobe'] | str
    location_id: int
    location_type: Literal['station', 'solar_system', 'item', 'other'] | str
    quantity: int
    type_id: int

class CharactersCharacterIdAttributesGet(Row):
    accrued_remap_cooldown_date: _datetime | None
    bonus_remaps: int | None
    charisma: int
    intelligence: int
    last_remap_date: _datetime | None
    memory: int
    perception: int
    willpower: int

class CharactersCharacterIdBlueprintsGetItem(Row):
    item_id: int
    location_flag: Literal['AutoFit', 'Cargo', 'CorpseBay', 'DroneBay', 'FleetHangar', 'Deliveries', 'HiddenModifiers', 'Hangar', 'HangarAll', 'LoSlot0', 'LoSlot1', 'LoSlot2', 'LoSlot3', 'LoSlot4', 'LoSlot5', 'LoSlot6', 'LoSlot7', 'MedSlot0', 'MedSlot1', 'MedSlot2', 'MedSlot3', 'MedSlot4', 'MedSlot5', 'MedSlot6', 'MedSlot7', 'HiSlot0', 'HiSlot1', 'HiSlot2', 'HiSlot3', 'HiSlot4', 'HiSlot5', 'HiSlot6', 'HiSlot7', 'AssetSafety', 'Locked', 'Unlocked', 'Implant', 'QuafeBay', 'RigSlot0', 'RigSlot1', 'RigSlot2', 'RigSlot3', 'RigSlot4', 'RigSlot5', 'RigSlot6', 'RigSlot7', 'ShipHangar', 'SpecializedFuelBay', 'SpecializedOreHold', 'SpecializedGasHold', 'SpecializedMineralHold', 'SpecializedSalvageHold', 'SpecializedShipHold', 'SpecializedSmallShipHold', 'SpecializedMediumShipHold', 'SpecializedLargeShipHold', 'SpecializedIndustrialShipHold', 'SpecializedAmmoHold', 'SpecializedCommandCenterHold', 'SpecializedPlanetaryCommoditiesHold', 'SpecializedMaterialBay', 'SubSystemSlot0', 'SubSystemSlot1', 'SubSystemSlot2', 'SubSystemSlot3', 'SubSystemSlot4', 'SubSystemSlot5', 'SubSystemSlot6', 'SubSystemSlot7', 'FighterBay', 'FighterTube0', 'FighterTube1', 'FighterTube2', 'FighterTube3', 'FighterTube4', 'Module'] | str
    location_id: int
    material_efficiency: int
    quantity: int
    runs: int
    time_efficiency: int
    type_id: int

class CharactersCharacterIdCalendarGetItem(Row):
    event_date: _datetime | None
    event_id: int | None
    event_response: Literal['declined', 'not_responded', 'accepted', 'tentative'] | str | None
    importance: int | None
    title: str | None

class CharactersCharacterIdCalendarEventIdGet(Row):
    date: _datetime
    duration: int
    event_id: int
    importance: int
    owner_id: int
    owner_name: str
    owner_type: Literal['eve_server', 'corporation', 'faction', 'character', 'alliance'] | str
    response: str
    text: str
    title: str

class CharactersCharacterIdCalendarEventIdAttendeesGetItem(Row):
    character_id: int | None
    event_response: Literal['declined', 'not_responded', 'accepted', 'tentative'] | str | None

class CharactersCharacterIdClonesGetHomeLocation(Row):
    location_id: int | None
    location_type: Literal['station', 'structure'] | str | None

class CharactersCharacterIdClonesGetJumpClonesItem(Row):
    implants: list[int]
    jump_clone_id: int
    location_id: int
    location_type: Literal['station', 'structure'] | str
    name: str | None

class CharactersCharacterIdClonesGet(Row):
    home_location: CharactersCharacterIdClonesGetHomeLocation | None
    jump_clones: list[CharactersCharacterIdClonesGetJumpClonesItem]
    last_clone_jump_date: _datetime | None
    last_station_change_date: _datetime | None

class CharactersCharacterIdContactsGetItem(Row):
    contact_id: int
    contact_type: Literal['character', 'corporation', 'alliance', 'faction'] | str
    is_blocked: bool | None
    is_watched: bool | None
    label_ids: list[int] | None
    standing: float

class CharactersCharacterIdContactsLabelsGetItem(Row):
    label_id: int
    label_name: str

class CharactersCharacterIdContractsGetItem(Row):
    acceptor_id: int
    assignee_id: int
    availability: Literal['public', 'personal', 'corporation', 'alliance'] | str
    buyout: float | None
    collateral: float | None
    contract_id: int
    date_accepted: _datetime | None
    date_completed: _datetime | None
    date_expired: _datetime
    date_issued: _datetime
    days_to_complete: int | None
    end_location_id: int | None
    for_corporation: bool
    issuer_corporation_id: int
    issuer_id: int
    price: float | None
    reward: float | None
    start_location_id: int | None
    status: Literal['outstanding', 'in_progress', 'finished_issuer', 'finished_contractor', 'finished', 'cancelled', 'rejected', 'failed', 'deleted', 'reversed'] | str
    title: str | None
    type: Literal['unknown', 'item_exchange', 'auction', 'courier', 'loan'] | str
    volume: float | None

class CharactersCharacterIdContractsContractIdBidsGetItem(Row):
    amount: float
    bid_id: int
    bidder_id: int
    date_bid: _datetime

class CharactersCharacterIdContractsContractIdItemsGetItem(Row):
    is_included: bool
    is_singleton: bool
    quantity: int
    raw_quantity: int | None
    record_id: int
    type_id: int

class CharactersCharacterIdCorporationhistoryGetItem(Row):
    corporation_id: int
    is_deleted: bool | None
    record_id: int
    start_date: _datetime

class CharactersCosmeticsSkinrItem(Row):
    activated: bool
    skinr_id: str
    unactivated: int

class CharactersCosmeticsSkinr(Row):
    licenses: list[CharactersCosmeticsSkinrItem]

class Remaining(Row):
    remaining: int | None

class Unlimited(Row):
    unlimited: bool | None

class CharactersCosmeticsSkinrComponentsItemRuns(Row):
    root: Remaining | Unlimited

class CharactersCosmeticsSkinrComponentsItem(Row):
    component_id: int
    runs: CharactersCosmeticsSkinrComponentsItemRuns
    type: Literal['nanocoating', 'pattern'] | str

class CharactersCosmeticsSkinrComponents(Row):
    licenses: list[CharactersCosmeticsSkinrComponentsItem]

class CharactersCharacterIdFatigueGet(Row):
    jump_fatigue_expire_date: _datetime | None
    last_jump_date: _datetime | None
    last_update_date: _datetime | None

class CharactersCharacterIdFittingsGetItemItemsItem(Row):
    flag: Literal['Cargo', 'DroneBay', 'FighterBay', 'HiSlot0', 'HiSlot1', 'HiSlot2', 'HiSlot3', 'HiSlot4', 'HiSlot5', 'HiSlot6', 'HiSlot7', 'Invalid', 'LoSlot0', 'LoSlot1', 'LoSlot2', 'LoSlot3', 'LoSlot4', 'LoSlot5', 'LoSlot6', 'LoSlot7', 'MedSlot0', 'MedSlot1', 'MedSlot2', 'MedSlot3', 'MedSlot4', 'MedSlot5', 'MedSlot6', 'MedSlot7', 'RigSlot0', 'RigSlot1', 'RigSlot2', 'ServiceSlot0', 'ServiceSlot1', 'ServiceSlot2', 'ServiceSlot3', 'ServiceSlot4', 'ServiceSlot5', 'ServiceSlot6', 'ServiceSlot7', 'SubSystemSlot0', 'SubSystemSlot1', 'SubSystemSlot2', 'SubSystemSlot3'] | str
    quantity: int
    type_id: int

class CharactersCharacterIdFittingsGetItem(Row):
    description: str
    fitting_id: int
    items: list[CharactersCharacterIdFittingsGetItemItemsItem]
    name: str
    ship_type_id: int

class CharactersCharacterIdFleetGet(Row):
    fleet_boss_id: int
    fleet_id: int
    role: Literal['fleet_commander', 'squad_commander', 'squad_member', 'wing_commander'] | str
    squad_id: int
    wing_id: int

class FreelanceJobsDetailProgress(Row):
    current: int
    desired: int

class FreelanceJobsDetailReward(Row):
    initial: float
    remaining: float

class FreelanceJobsDetailFreelancejob(Row):
    id: UUID
    last_modified: _datetime
    name: str
    progress: FreelanceJobsDetailProgress
    reward: FreelanceJobsDetailReward | None
    state: Literal['Unspecified', 'Active', 'Closed', 'Completed', 'Expired', 'Deleted'] | str

class CharactersFreelanceJobsListing(Row):
    freelance_jobs: list[FreelanceJobsDetailFreelancejob]

class CharactersFreelanceJobsParticipation(Row):
    contributed: int
    last_modified: _datetime
    state: Literal['Unspecified', 'Committed', 'Kicked', 'Resigned'] | str

class CharactersCharacterIdFwStatsGetKills(Row):
    last_week: int
    total: int
    yesterday: int

class CharactersCharacterIdFwStatsGetVictoryPoints(Row):
    last_week: int
    total: int
    yesterday: int

class CharactersCharacterIdFwStatsGet(Row):
    current_rank: int | None
    enlisted_on: _datetime | None
    faction_id: int | None
    highest_rank: int | None
    kills: CharactersCharacterIdFwStatsGetKills
    victory_points: CharactersCharacterIdFwStatsGetVictoryPoints

class CharactersCharacterIdIndustryJobsGetItem(Row):
    activity_id: int
    blueprint_id: int
    blueprint_location_id: int
    blueprint_type_id: int
    completed_character_id: int | None
    completed_date: _datetime | None
    cost: float | None
    duration: int
    end_date: _datetime
    facility_id: int
    installer_id: int
    job_id: int
    licensed_runs: int | None
    output_location_id: int
    pause_date: _datetime | None
    probability: float | None
    product_type_id: int | None
    runs: int
    start_date: _datetime
    station_id: int
    status: Literal['active', 'cancelled', 'delivered', 'paused', 'ready', 'reverted'] | str
    successful_runs: int | None

class CharactersCharacterIdKillmailsRecentGetItem(Row):
    killmail_hash: str
    killmail_id: int

class CharactersCharacterIdLocationGet(Row):
    solar_system_id: int
    station_id: int | None
    structure_id: int | None

class CharactersCharacterIdLoyaltyPointsGetItem(Row):
    corporation_id: int
    loyalty_points: int

class CharactersCharacterIdMailGetItemRecipientsItem(Row):
    recipient_id: int
    recipient_type: Literal['alliance', 'character', 'corporation', 'mailing_list'] | str

class CharactersCharacterIdMailGetItem(Row):
    is_read: bool | None
    labels: list[int] | None
    mail_id: int | None
    recipients: list[CharactersCharacterIdMailGetItemRecipientsItem] | None
    subject: str | None
    timestamp: _datetime | None

class CharactersCharacterIdMailLabelsGetLabelsItem(Row):
    color: Literal['#0000fe', '#006634', '#0099ff', '#00ff33', '#01ffff', '#349800', '#660066', '#666666', '#999999', '#99ffff', '#9a0000', '#ccff9a', '#e6e6e6', '#fe0000', '#ff6600', '#ffff01', '#ffffcd', '#ffffff'] | str | None
    label_id: int | None
    name: str | None
    unread_count: int | None

class CharactersCharacterIdMailLabelsGet(Row):
    labels: list[CharactersCharacterIdMailLabelsGetLabelsItem] | None
    total_unread_count: int | None

class CharactersCharacterIdMailListsGetItem(Row):
    mailing_list_id: int
    name: str

class CharactersCharacterIdMailMailIdGetRecipientsItem(Row):
    recipient_id: int
    recipient_type: Literal['alliance', 'character', 'corporation', 'mailing_list'] | str

class CharactersCharacterIdMailMailIdGet(Row):
    body: str | None
    labels: list[int] | None
    read: bool | None
    recipients: list[CharactersCharacterIdMailMailIdGetRecipientsItem] | None
    subject: str | None
    timestamp: _datetime | None

class CharactersCharacterIdMedalsGetItemGraphicsItem(Row):
    color: int | None
    graphic: str
    layer: int
    part: int

class CharactersCharacterIdMedalsGetItem(Row):
    corporation_id: int
    date: _datetime
    description: str
    graphics: list[CharactersCharacterIdMedalsGetItemGraphicsItem]
    issuer_id: int
    medal_id: int
    reason: str
    status: Literal['public', 'private'] | str
    title: str

class CharactersMercenaryTacticalOperationsListingOperation(Row):
    id: UUID
    mercenary_den_id: int

class CharactersMercenaryTacticalOperationsListing(Row):
    operations: list[CharactersMercenaryTacticalOperationsListingOperation]

class CharactersMercenaryTacticalOperationsDetail(Row):
    dungeon_type_id: int
    expires: _datetime
    id: UUID
    mercenary_den_id: int
    state: Literal['Unspecified', 'Available', 'Started', 'Completed', 'Expired', 'Removed'] | str

class Cursor(Row):
    after: str | None
    before: str | None

class CharactersMilitaryCampaignsObjectivesParticipationCharacterobjective(Row):
    campaign_id: UUID
    contributed: int
    id: UUID
    is_committed: bool
    last_modified: _datetime

class CharactersMilitaryCampaignsObjectivesListing(Row):
    cursor: Cursor | None
    objectives: list[CharactersMilitaryCampaignsObjectivesParticipationCharacterobjective]

class CharactersMilitaryCampaignsObjectivesParticipation(Row):
    campaign_id: UUID
    contributed: int
    id: UUID
    is_committed: bool
    last_modified: _datetime

class CharactersCharacterIdMiningGetItem(Row):
    date: _date
    quantity: int
    solar_system_id: int
    type_id: int

class CharactersCharacterIdNotificationsGetItem(Row):
    is_read: bool | None
    notification_id: int
    sender_id: int
    sender_type: Literal['character', 'corporation', 'alliance', 'faction', 'other'] | str
    text: str | None
    timestamp: _datetime
    type: Literal['AcceptedAlly', 'AcceptedSurrender', 'AgentRetiredTrigravian', 'AllAnchoringMsg', 'AllMaintenanceBillMsg', 'AllStrucInvulnerableMsg', 'AllStructVulnerableMsg', 'AllWarCorpJoinedAllianceMsg', 'AllWarDeclaredMsg', 'AllWarInvalidatedMsg', 'AllWarRetractedMsg', 'AllWarSurrenderMsg', 'AllianceCapitalChanged', 'AllianceWarDeclaredV2', 'AllyContractCancelled', 'AllyJoinedWarAggressorMsg', 'AllyJoinedWarAllyMsg', 'AllyJoinedWarDefenderMsg', 'BattlePunishFriendlyFire', 'BillOutOfMoneyMsg', 'BillPaidCorpAllMsg', 'BountyClaimMsg', 'BountyESSShared', 'BountyESSTaken', 'BountyPlacedAlliance', 'BountyPlacedChar', 'BountyPlacedCorp', 'BountyYourBountyClaimed', 'BuddyConnectContactAdd', 'CharAppAcceptMsg', 'CharAppRejectMsg', 'CharAppWithdrawMsg', 'CharLeftCorpMsg', 'CharMedalMsg', 'CharTerminationMsg', 'CloneActivationMsg', 'CloneActivationMsg2', 'CloneMovedMsg', 'CloneRevokedMsg1', 'CloneRevokedMsg2', 'CombatOperationFinished', 'ContactAdd', 'ContactEdit', 'ContainerPasswordMsg', 'ContractRegionChangedToPochven', 'CorpAllBillMsg', 'CorpAppAcceptMsg', 'CorpAppInvitedMsg', 'CorpAppNewMsg', 'CorpAppRejectCustomMsg', 'CorpAppRejectMsg', 'CorpBecameWarEligible', 'CorpDividendMsg', 'CorpFriendlyFireDisableTimerCompleted', 'CorpFriendlyFireDisableTimerStarted', 'CorpFriendlyFireEnableTimerCompleted', 'CorpFriendlyFireEnableTimerStarted', 'CorpKicked', 'CorpLiquidationMsg', 'CorpNewCEOMsg', 'CorpNewsMsg', 'CorpNoLongerWarEligible', 'CorpOfficeExpirationMsg', 'CorpStructLostMsg', 'CorpTaxChangeMsg', 'CorpVoteCEORevokedMsg', 'CorpVoteMsg', 'CorpWarDeclaredMsg', 'CorpWarDeclaredV2', 'CorpWarFightingLegalMsg', 'CorpWarInvalidatedMsg', 'CorpWarRetractedMsg', 'CorpWarSurrenderMsg', 'CorporationGoalClosed', 'CorporationGoalCompleted', 'CorporationGoalCreated', 'CorporationGoalExpired', 'CorporationGoalLimitReached', 'CorporationGoalNameChange', 'CorporationLeft', 'CustomsMsg', 'DailyItemRewardAutoClaimed', 'DeclareWar', 'DistrictAttacked', 'DustAppAcceptedMsg', 'ESSMainBankLink', 'EntosisCaptureStarted', 'ExpertSystemExpired', 'ExpertSystemExpiryImminent', 'FWAllianceKickCeoIndividualStandingWarning', 'FWAllianceKickMsg', 'FWAllianceKickedCeoIndividualStanding', 'FWAllianceWarningMsg', 'FWCharKickMsg', 'FWCharRankGainMsg', 'FWCharRankLossMsg', 'FWCharWarningMsg', 'FWCharacterKickFromCorpIndividualStandingWarning', 'FWCharacterKickedFromCorpIndividualStanding', 'FWCorpJoinMsg', 'FWCorpKickMsg', 'FWCorpLeaveMsg', 'FWCorpWarningMsg', 'FWCorporationKickCeoIndividualStandingWarning', 'FWCorporationKickedCeoIndividualStanding', 'FacWarCorpJoinRequestMsg', 'FacWarCorpJoinWithdrawMsg', 'FacWarCorpLeaveRequestMsg', 'FacWarCorpLeaveWithdrawMsg', 'FacWarDirectEnlistmentRevoked', 'FacWarLPDisqualifiedEvent', 'FacWarLPDisqualifiedKill', 'FacWarLPPayoutEvent', 'FacWarLPPayoutKill', 'FreelanceProjectACLDeleted', 'FreelanceProjectClosed', 'FreelanceProjectCompleted', 'FreelanceProjectCreated', 'FreelanceProjectExpired', 'FreelanceProjectLimitReached', 'FreelanceProjectParticipantKicked', 'GameTimeAdded', 'GameTimeReceived', 'GameTimeSent', 'GiftReceived', 'IHubDestroyedByBillFailure', 'IncursionCompletedMsg', 'IndustryOperationFinished', 'IndustryTeamAuctionLost', 'IndustryTeamAuctionWon', 'InfrastructureHubBillAboutToExpire', 'InsuranceExpirationMsg', 'InsuranceFirstShipMsg', 'InsuranceInvalidatedMsg', 'InsuranceIssuedMsg', 'InsurancePayoutMsg', 'InvasionCompletedMsg', 'InvasionSystemLogin', 'InvasionSystemStart', 'JumpCloneDeletedMsg1', 'JumpCloneDeletedMsg2', 'KillReportFinalBlow', 'KillReportVictim', 'KillRightAvailable', 'KillRightAvailableOpen', 'KillRightEarned', 'KillRightUnavailable', 'KillRightUnavailableOpen', 'KillRightUsed', 'LPAutoRedeemed', 'LocateCharMsg', 'MadeWarMutual', 'MercOfferRetractedMsg', 'MercOfferedNegotiationMsg', 'MercenaryDenAttacked', 'MercenaryDenNewMTO', 'MercenaryDenReinforced', 'MissionCanceledTriglavian', 'MissionOfferExpirationMsg', 'MissionTimeoutMsg', 'MoonminingAutomaticFracture', 'MoonminingExtractionCancelled', 'MoonminingExtractionFinished', 'MoonminingExtractionStarted', 'MoonminingLaserFired', 'MutualWarExpired', 'MutualWarInviteAccepted', 'MutualWarInviteRejected', 'MutualWarInviteSent', 'NPCStandingsGained', 'NPCStandingsLost', 'OfferToAllyRetracted', 'OfferedSurrender', 'OfferedToAlly', 'OfficeLeaseCanceledInsufficientStandings', 'OldLscMessages', 'OperationFinished', 'OrbitalAttacked', 'OrbitalReinforced', 'OwnershipTransferred', 'RaffleCreated', 'RaffleExpired', 'RaffleFinished', 'ReimbursementMsg', 'ResearchMissionAvailableMsg', 'RetractsWar', 'SPAutoRedeemed', 'SeasonalChallengeCompleted', 'SkinSequencingCompleted', 'SkyhookDeployed', 'SkyhookDestroyed', 'SkyhookLostShields', 'SkyhookOnline', 'SkyhookUnderAttack', 'SovAllClaimAquiredMsg', 'SovAllClaimLostMsg', 'SovCommandNodeEventStarted', 'SovCorpBillLateMsg', 'SovCorpClaimFailMsg', 'SovDisruptorMsg', 'SovStationEnteredFreeport', 'SovStructureDestroyed', 'SovStructureReinforced', 'SovStructureSelfDestructCancel', 'SovStructureSelfDestructFinished', 'SovStructureSelfDestructRequested', 'SovereigntyIHDamageMsg', 'SovereigntySBUDamageMsg', 'SovereigntyTCUDamageMsg', 'StationAggressionMsg1', 'StationAggressionMsg2', 'StationConquerMsg', 'StationServiceDisabled', 'StationServiceEnabled', 'StationStateChangeMsg', 'StoryLineMissionAvailableMsg', 'StructureAnchoring', 'StructureCourierContractChanged', 'StructureDestroyed', 'StructureFuelAlert', 'StructureImpendingAbandonmentAssetsAtRisk', 'StructureItemsDelivered', 'StructureItemsMovedToSafety', 'StructureLostArmor', 'StructureLostShields', 'StructureLowReagentsAlert', 'StructureNoReagentsAlert', 'StructureOnline', 'StructurePaintPurchased', 'StructureServicesOffline', 'StructureUnanchoring', 'StructureUnderAttack', 'StructureWentHighPower', 'StructureWentLowPower', 'StructuresJobsCancelled', 'StructuresJobsPaused', 'StructuresReinforcementChanged', 'TowerAlertMsg', 'TowerResourceAlertMsg', 'TransactionReversalMsg', 'TutorialMsg', 'WarAdopted ', 'WarAllyInherited', 'WarAllyOfferDeclinedMsg', 'WarConcordInvalidates', 'WarDeclared', 'WarEndedHqSecurityDrop', 'WarHQRemovedFromSpace', 'WarInherited', 'WarInvalid', 'WarRetracted', 'WarRetractedByConcord', 'WarSurrenderDeclinedMsg', 'WarSurrenderOfferMsg'] | str

class CharactersCharacterIdNotificationsContactsGetItem(Row):
    message: str
    notification_id: int
    send_date: _datetime
    sender_character_id: int
    standing_level: float

class CharactersCharacterIdOnlineGet(Row):
    last_login: _datetime | None
    last_logout: _datetime | None
    logins: int | None
    online: bool

class CharactersCharacterIdOrdersGetItem(Row):
    duration: int
    escrow: float | None
    is_buy_order: bool | None
    is_corporation: bool
    issued: _datetime
    location_id: int
    min_volume: int | None
    order_id: int
    price: float
    range: Literal['1', '10', '2', '20', '3', '30', '4', '40', '5', 'region', 'solarsystem', 'station'] | str
    region_id: int
    type_id: int
    volume_remain: int
    volume_total: int

class CharactersCharacterIdOrdersHistoryGetItem(Row):
    duration: int
    escrow: float | None
    is_buy_order: bool | None
    is_corporation: bool
    issued: _datetime
    location_id: int
    min_volume: int | None
    order_id: int
    price: float
    range: Literal['1', '10', '2', '20', '3', '30', '4', '40', '5', 'region', 'solarsystem', 'station'] | str
    region_id: int
    state: Literal['cancelled', 'expired'] | str
    type_id: int
    volume_remain: int
    volume_total: int

class Isk(Row):
    isk: float | None

class Plex(Row):
    plex: int | None

class CharactersParagonHubSkinrItemPrice(Row):
    root: Isk | Plex

class CharacterId(Row):
    character_id: int | None

class CorporationId(Row):
    corporation_id: int | None

class AllianceId(Row):
    alliance_id: int | None

class Public(Row):
    public: bool | None

class CharactersParagonHubSkinrItemTarget(Row):
    root: CharacterId | CorporationId | AllianceId | Public

class CharactersParagonHubSkinrItem(Row):
    created: _datetime
    expires: _datetime
    id: UUID
    last_modified: _datetime
    price: CharactersParagonHubSkinrItemPrice
    quantity: int
    seller_id: int
    skinr_id: str
    state: Literal['listed', 'sold_out', 'expired', 'removed'] | str
    target: CharactersParagonHubSkinrItemTarget

class CharactersParagonHubSkinr(Row):
    cursor: Cursor | None
    listings: list[CharactersParagonHubSkinrItem]

class CharactersCharacterIdPlanetsGetItem(Row):
    last_update: _datetime
    num_pins: int
    owner_id: int
    planet_id: int
    planet_type: Literal['temperate', 'barren', 'oceanic', 'ice', 'gas', 'lava', 'storm', 'plasma'] | str
    solar_system_id: int
    upgrade_level: int

class CharactersCharacterIdPlanetsPlanetIdGetLinksItem(Row):
    destination_pin_id: int
    link_level: int
    source_pin_id: int

class CharactersCharacterIdPlanetsPlanetIdGetPinsItemContentsItem(Row):
    amount: int
    type_id: int

class CharactersCharacterIdPlanetsPlanetIdGetPinsItemExtractorDetailsHeadsItem(Row):
    head_id: int
    latitude: float
    longitude: float

class CharactersCharacterIdPlanetsPlanetIdGetPinsItemExtractorDetails(Row):
    cycle_time: int | None
    head_radius: float | None
    heads: list[CharactersCharacterIdPlanetsPlanetIdGetPinsItemExtractorDetailsHeadsItem]
    product_type_id: int | None
    qty_per_cycle: int | None

class CharactersCharacterIdPlanetsPlanetIdGetPinsItemFactoryDetails(Row):
    schematic_id: int

class CharactersCharacterIdPlanetsPlanetIdGetPinsItem(Row):
    contents: list[CharactersCharacterIdPlanetsPlanetIdGetPinsItemContentsItem] | None
    expiry_time: _datetime | None
    extractor_details: CharactersCharacterIdPlanetsPlanetIdGetPinsItemExtractorDetails | None
    factory_details: CharactersCharacterIdPlanetsPlanetIdGetPinsItemFactoryDetails | None
    install_time: _datetime | None
    last_cycle_start: _datetime | None
    latitude: float
    longitude: float
    pin_id: int
    schematic_id: int | None
    type_id: int

class CharactersCharacterIdPlanetsPlanetIdGetRoutesItem(Row):
    content_type_id: int
    destination_pin_id: int
    quantity: float
    route_id: int
    source_pin_id: int
    waypoints: list[int] | None

class CharactersCharacterIdPlanetsPlanetIdGet(Row):
    links: list[CharactersCharacterIdPlanetsPlanetIdGetLinksItem]
    pins: list[CharactersCharacterIdPlanetsPlanetIdGetPinsItem]
    routes: list[CharactersCharacterIdPlanetsPlanetIdGetRoutesItem]

class CharactersCharacterIdPortraitGet(Row):
    px128x128: str | None
    px256x256: str | None
    px512x512: str | None
    px64x64: str | None

class CharactersCharacterIdRolesGet(Row):
    roles: list[Literal['Account_Take_1', 'Account_Take_2', 'Account_Take_3', 'Account_Take_4', 'Account_Take_5', 'Account_Take_6', 'Account_Take_7', 'Accountant', 'Auditor', 'Brand_Manager', 'Communications_Officer', 'Config_Equipment', 'Config_Starbase_Equipment', 'Container_Take_1', 'Container_Take_2', 'Container_Take_3', 'Container_Take_4', 'Container_Take_5', 'Container_Take_6', 'Container_Take_7', 'Contract_Manager', 'Deliveries_Container_Take', 'Deliveries_Query', 'Deliveries_Take', 'Diplomat', 'Director', 'Factory_Manager', 'Fitting_Manager', 'Hangar_Query_1', 'Hangar_Query_2', 'Hangar_Query_3', 'Hangar_Query_4', 'Hangar_Query_5', 'Hangar_Query_6', 'Hangar_Query_7', 'Hangar_Take_1', 'Hangar_Take_2', 'Hangar_Take_3', 'Hangar_Take_4', 'Hangar_Take_5', 'Hangar_Take_6', 'Hangar_Take_7', 'Junior_Accountant', 'Personnel_Manager', 'Project_Manager', 'Rent_Factory_Facility', 'Rent_Office', 'Rent_Research_Facility', 'Security_Officer', 'Skill_Plan_Manager', 'Starbase_Defense_Operator', 'Starbase_Fuel_Technician', 'Station_Manager', 'Trader'] | str] | None
    roles_at_base: list[Literal['Account_Take_1', 'Account_Take_2', 'Account_Take_3', 'Account_Take_4', 'Account_Take_5', 'Account_Take_6', 'Account_Take_7', 'Accountant', 'Auditor', 'Brand_Manager', 'Communications_Officer', 'Config_Equipment', 'Config_Starbase_Equipment', 'Container_Take_1', 'Container_Take_2', 'Container_Take_3', 'Container_Take_4', 'Container_Take_5', 'Container_Take_6', 'Container_Take_7', 'Contract_Manager', 'Deliveries_Container_Take', 'Deliveries_Query', 'Deliveries_Take', 'Diplomat', 'Director', 'Factory_Manager', 'Fitting_Manager', 'Hangar_Query_1', 'Hangar_Query_2', 'Hangar_Query_3', 'Hangar_Query_4', 'Hangar_Query_5', 'Hangar_Query_6', 'Hangar_Query_7', 'Hangar_Take_1', 'Hangar_Take_2', 'Hangar_Take_3', 'Hangar_Take_4', 'Hangar_Take_5', 'Hangar_Take_6', 'Hangar_Take_7', 'Junior_Accountant', 'Personnel_Manager', 'Project_Manager', 'Rent_Factory_Facility', 'Rent_Office', 'Rent_Research_Facility', 'Security_Officer', 'Skill_Plan_Manager', 'Starbase_Defense_Operator', 'Starbase_Fuel_Technician', 'Station_Manager', 'Trader'] | str] | None
    roles_at_hq: list[Literal['Account_Take_1', 'Account_Take_2', 'Account_Take_3', 'Account_Take_4', 'Account_Take_5', 'Account_Take_6', 'Account_Take_7', 'Accountant', 'Auditor', 'Brand_Manager', 'Communications_Officer', 'Config_Equipment', 'Config_Starbase_Equipment', 'Container_Take_1', 'Container_Take_2', 'Container_Take_3', 'Container_Take_4', 'Container_Take_5', 'Container_Take_6', 'Container_Take_7', 'Contract_Manager', 'Deliveries_Container_Take', 'Deliveries_Query', 'Deliveries_Take', 'Diplomat', 'Director', 'Factory_Manager', 'Fitting_Manager', 'Hangar_Query_1', 'Hangar_Query_2', 'Hangar_Query_3', 'Hangar_Query_4', 'Hangar_Query_5', 'Hangar_Query_6', 'Hangar_Query_7', 'Hangar_Take_1', 'Hangar_Take_2', 'Hangar_Take_3', 'Hangar_Take_4', 'Hangar_Take_5', 'Hangar_Take_6', 'Hangar_Take_7', 'Junior_Accountant', 'Personnel_Manager', 'Project_Manager', 'Rent_Factory_Facility', 'Rent_Office', 'Rent_Research_Facility', 'Security_Officer', 'Skill_Plan_Manager', 'Starbase_Defense_Operator', 'Starbase_Fuel_Technician', 'Station_Manager', 'Trader'] | str] | None
    roles_at_other: list[Literal['Account_Take_1', 'Account_Take_2', 'Account_Take_3', 'Account_Take_4', 'Account_Take_5', 'Account_Take_6', 'Account_Take_7', 'Accountant', 'Auditor', 'Brand_Manager', 'Communications_Officer', 'Config_Equipment', 'Config_Starbase_Equipment', 'Container_Take_1', 'Container_Take_2', 'Container_Take_3', 'Container_Take_4', 'Container_Take_5', 'Container_Take_6', 'Container_Take_7', 'Contract_Manager', 'Deliveries_Container_Take', 'Deliveries_Query', 'Deliveries_Take', 'Diplomat', 'Director', 'Factory_Manager', 'Fitting_Manager', 'Hangar_Query_1', 'Hangar_Query_2', 'Hangar_Query_3', 'Hangar_Query_4', 'Hangar_Query_5', 'Hangar_Query_6', 'Hangar_Query_7', 'Hangar_Take_1', 'Hangar_Take_2', 'Hangar_Take_3', 'Hangar_Take_4', 'Hangar_Take_5', 'Hangar_Take_6', 'Hangar_Take_7', 'Junior_Accountant', 'Personnel_Manager', 'Project_Manager', 'Rent_Factory_Facility', 'Rent_Office', 'Rent_Research_Facility', 'Security_Officer', 'Skill_Plan_Manager', 'Starbase_Defense_Operator', 'Starbase_Fuel_Technician', 'Station_Manager', 'Trader'] | str] | None

class CharactersCharacterIdSearchGet(Row):
    agent: list[int] | None
    alliance: list[int] | None
    character: list[int] | None
    constellation: list[int] | None
    corporation: list[int] | None
    faction: list[int] | None
    inventory_type: list[int] | None
    region: list[int] | None
    solar_system: list[int] | None
    station: list[int] | None
    structure: list[int] | None

class CharactersCharacterIdShipGet(Row):
    ship_item_id: int
    ship_name: str
    ship_type_id: int

class CharactersSkillqueueSkill(Row):
    finish_date: _datetime | None
    finished_level: int
    level_end_sp: int | None
    level_start_sp: int | None
    queue_position: int
    skill_id: int
    start_date: _datetime | None
    training_start_sp: int | None

class CharactersSkillsSkill(Row):
    active_skill_level: int
    skill_id: int
    skillpoints_in_skill: int
    trained_skill_level: int

class CharactersSkills(Row):
    skills: list[CharactersSkillsSkill]
    total_sp: int
    unallocated_sp: int | None

class CharactersCharacterIdStandingsGetItem(Row):
    from_id: int
    from_type: Literal['agent', 'npc_corp', 'faction'] | str
    standing: float

class CharactersStructuresMercenaryDensListingMercenaryden(Row):
    id: int
    planet_id: int

class CharactersStructuresMercenaryDensListing(Row):
    mercenary_dens: list[CharactersStructuresMercenaryDensListingMercenaryden]

class CharactersStructuresMercenaryDensDetailEvolutionanarchy(Row):
    amount: int
    level: Literal['Unspecified', 'Level0', 'Level1', 'Level2', 'Level3', 'Level4'] | str

class CharactersStructuresMercenaryDensDetailEvolutiondevelopment(Row):
    amount: int
    level: Literal['Unspecified', 'Level0', 'Level1', 'Level2', 'Level3', 'Level4'] | str

class CharactersStructuresMercenaryDensDetailEvolution(Row):
    anarchy: CharactersStructuresMercenaryDensDetailEvolutionanarchy
    development: CharactersStructuresMercenaryDensDetailEvolutiondevelopment

class CharactersStructuresMercenaryDensDetailInfomorphs(Row):
    amount: int

class CharactersStructuresMercenaryDensDetailReinforcementtimer(Row):
    end: _datetime

class CharactersStructuresMercenaryDensDetailSkyhook(Row):
    corporation_id: int
    id: int
    planet_id: int

class CharactersStructuresMercenaryDensDetail(Row):
    evolution: CharactersStructuresMercenaryDensDetailEvolution
    id: int
    infomorphs: CharactersStructuresMercenaryDensDetailInfomorphs
    reinforcement_timer: CharactersStructuresMercenaryDensDetailReinforcementtimer | None
    skyhook: CharactersStructuresMercenaryDensDetailSkyhook
    state: Literal['Unspecified', 'Running', 'Paused', 'Disabled'] | str
    type_id: int

class CharactersCharacterIdTitlesGetItem(Row):
    name: str | None
    title_id: int | None

class CharactersCharacterIdWalletJournalGetItem(Row):
    amount: float | None
    balance: float | None
    context_id: int | None
    context_id_type: Literal['structure_id', 'station_id', 'market_transaction_id', 'character_id', 'corporation_id', 'alliance_id', 'eve_system', 'industry_job_id', 'contract_id', 'planet_id', 'system_id', 'type_id'] | str | None
    date: _datetime
    description: str
    first_party_id: int | None
    id: int
    reason: str | None
    ref_type: Literal['acceleration_gate_fee', 'achievement_category_milestone_reward', 'achievement_milestone_reward', 'advertisement_listing_fee', 'agent_donation', 'agent_location_services', 'agent_miscellaneous', 'agent_mission_collateral_paid', 'agent_mission_collateral_refunded', 'agent_mission_reward', 'agent_mission_reward_corporation_tax', 'agent_mission_security_tax', 'agent_mission_time_bonus_reward', 'agent_mission_time_bonus_reward_corporation_tax', 'agent_security_services', 'agent_services_rendered', 'agents_preward', 'air_career_program_reward', 'alliance_maintainance_fee', 'alliance_registration_fee', 'allignment_based_gate_toll', 'asset_safety_recovery_tax', 'bounty', 'bounty_prize', 'bounty_prize_corporation_tax', 'bounty_prizes', 'bounty_reimbursement', 'bounty_surcharge', 'brokers_fee', 'campaign_objective_isk_reward', 'clone_activation', 'clone_transfer', 'contraband_fine', 'contract_auction_bid', 'contract_auction_bid_corp', 'contract_auction_bid_refund', 'contract_auction_sold', 'contract_brokers_fee', 'contract_brokers_fee_corp', 'contract_collateral', 'contract_collateral_deposited_corp', 'contract_collateral_payout', 'contract_collateral_refund', 'contract_deposit', 'contract_deposit_corp', 'contract_deposit_refund', 'contract_deposit_sales_tax', 'contract_price', 'contract_price_payment_corp', 'contract_reversal', 'contract_reward', 'contract_reward_deposited', 'contract_reward_deposited_corp', 'contract_reward_refund', 'contract_sales_tax', 'copying', 'corporate_reward_payout', 'corporate_reward_tax', 'corporation_account_withdrawal', 'corporation_bulk_payment', 'corporation_dividend_payment', 'corporation_liquidation', 'corporation_logo_change_cost', 'corporation_payment', 'corporation_registration_fee', 'cosmetic_market_component_item_purchase', 'cosmetic_market_skin_purchase', 'cosmetic_market_skin_sale', 'cosmetic_market_skin_sale_broker_fee', 'cosmetic_market_skin_sale_tax', 'cosmetic_market_skin_transaction', 'courier_mission_escrow', 'cspa', 'cspaofflinerefund', 'daily_challenge_reward', 'daily_goal_payouts', 'daily_goal_payouts_tax', 'datacore_fee', 'dna_modification_fee', 'docking_fee', 'duel_wager_escrow', 'duel_wager_payment', 'duel_wager_refund', 'ess_escrow_transfer', 'external_trade_delivery', 'external_trade_freeze', 'external_trade_thaw', 'factory_slot_rental_fee', 'flux_payout', 'flux_tax', 'flux_ticket_repayment', 'flux_ticket_sale', 'freelance_jobs_broadcasting_fee', 'freelance_jobs_duration_fee', 'freelance_jobs_escrow_refund', 'freelance_jobs_reward', 'freelance_jobs_reward_corporation_tax', 'freelance_jobs_reward_escrow', 'gm_cash_transfer', 'gm_plex_fee_refund', 'industry_job_tax', 'industry_security_tax', 'infrastructure_hub_maintenance', 'inheritance', 'insurance', 'insurgency_corruption_contribution_reward', 'insurgency_suppression_contribution_reward', 'item_trader_payment', 'jump_clone_activation_fee', 'jump_clone_installation_fee', 'kill_right_fee', 'lp_store', 'manufacturing', 'market_escrow', 'market_fine_paid', 'market_provider_tax', 'market_security_tax', 'market_transaction', 'medal_creation', 'medal_issued', 'milestone_reward_payment', 'mission_completion', 'mission_cost', 'mission_expiration', 'mission_reward', 'npc_bounty_security_tax', 'office_rental_fee', 'operation_bonus', 'opportunity_reward', 'planetary_construction', 'planetary_export_tax', 'planetary_import_tax', 'player_donation', 'player_trading', 'project_discovery_reward', 'project_discovery_tax', 'project_payouts', 'reaction', 'redeemed_isk_token', 'release_of_impounded_property', 'repair_bill', 'reprocessing_tax', 'researching_material_productivity', 'researching_technology', 'researching_time_productivity', 'resource_wars_reward', 'reverse_engineering', 'season_challenge_reward', 'security_processing_fee', 'shares', 'skill_purchase', 'skyhook_claim_fee', 'sovereignity_bill', 'store_purchase', 'store_purchase_refund', 'structure_gate_jump', 'transaction_tax', 'under_construction', 'upkeep_adjustment_fee', 'war_ally_contract', 'war_fee', 'war_fee_surrender'] | str
    second_party_id: int | None
    tax: float | None
    tax_receiver_id: int | None

class CharactersCharacterIdWalletTransactionsGetItem(Row):
    client_id: int
    date: _datetime
    is_buy: bool
    is_personal: bool
    journal_ref_id: int
    location_id: int
    quantity: int
    transaction_id: int
    type_id: int
    unit_price: float

class ContractsPublicBidsContractIdGetItem(Row):
    amount: float
    bid_id: int
    date_bid: _datetime

class ContractsPublicItemsContractIdGetItem(Row):
    is_blueprint_copy: bool | None
    is_included: bool
    item_id: int | None
    material_efficiency: int | None
    quantity: int
    record_id: int
    runs: int | None
    time_efficiency: int | None
    type_id: int

class ContractsPublicRegionIdGetItem(Row):
    buyout: float | None
    collateral: float | None
    contract_id: int
    date_expired: _datetime
    date_issued: _datetime
    days_to_complete: int | None
    end_location_id: int | None
    for_corporation: bool | None
    issuer_corporation_id: int
    issuer_id: int
    price: float | None
    reward: float | None
    start_location_id: int | None
    title: str | None
    type: Literal['unknown', 'item_exchange', 'auction', 'courier', 'loan'] | str
    volume: float | None

class CorporationCorporationIdMiningExtractionsGetItem(Row):
    chunk_arrival_time: _datetime
    extraction_start_time: _datetime
    moon_id: int
    natural_decay_time: _datetime
    structure_id: int

class CorporationCorporationIdMiningObserversGetItem(Row):
    last_updated: _date
    observer_id: int
    observer_type: Literal['structure'] | str

class CorporationCorporationIdMiningObserversObserverIdGetItem(Row):
    character_id: int
    last_updated: _date
    quantity: int
    recorded_corporation_id: int
    type_id: int

class CorporationsDetailPalette(Row):
    main_color: str
    secondary_color: str | None
    tertiary_color: str | None

class CorporationsDetailTaxrates(Row):
    isk: float
    loyalty_point: float

class CorporationsDetail(Row):
    alliance_id: int | None
    ceo_id: int | None
    creator_id: int | None
    date_founded: _datetime | None
    description: str
    enlisted_faction_id: int | None
    friendly_fire: Literal['legal', 'illegal'] | str
    home_station_id: int
    member_count: int
    name: str
    palette: CorporationsDetailPalette | None
    shares: int
    state: Literal['active', 'closed'] | str
    tax_rates: CorporationsDetailTaxrates
    ticker: str
    type: Literal['player_owned', 'npc_owned'] | str
    url: str | None
    war_eligible: bool

class CorporationsCorporationIdAlliancehistoryGetItem(Row):
    alliance_id: int | None
    is_deleted: bool | None
    record_id: int
    start_date: _datetime

class CorporationsCorporationIdAssetsGetItem(Row):
    is_blueprint_copy: bool | None
    is_singleton: bool
    item_id: int
    location_flag: Literal['AssetSafety', 'AutoFit', 'Bonus', 'Booster', 'BoosterBay', 'Capsule', 'CapsuleerDeliveries', 'Cargo', 'CorpDeliveries', 'CorpSAG1', 'CorpSAG2', 'CorpSAG3', 'CorpSAG4', 'CorpSAG5', 'CorpSAG6', 'CorpSAG7', 'CorporationGoalDeliveries', 'CrateLoot', 'Deliveries', 'DroneBay', 'DustBattle', 'DustDatabank', 'ExpeditionHold', 'FighterBay', 'FighterTube0', 'FighterTube1', 'FighterTube2', 'FighterTube3', 'FighterTube4', 'FleetHangar', 'FrigateEscapeBay', 'Hangar', 'HangarAll', 'HiSlot0', 'HiSlot1', 'HiSlot2', 'HiSlot3', 'HiSlot4', 'HiSlot5', 'HiSlot6', 'HiSlot7', 'HiddenModifiers', 'Implant', 'Impounded', 'InfrastructureHangar', 'JunkyardReprocessed', 'JunkyardTrashed', 'LoSlot0', 'LoSlot1', 'LoSlot2', 'LoSlot3', 'LoSlot4', 'LoSlot5', 'LoSlot6', 'LoSlot7', 'Locked', 'MedSlot0', 'MedSlot1', 'MedSlot2', 'MedSlot3', 'MedSlot4', 'MedSlot5', 'MedSlot6', 'MedSlot7', 'MobileDepotHold', 'MoonMaterialBay', 'OfficeFolder', 'Pilot', 'PlanetSurface', 'QuafeBay', 'QuantumCoreRoom', 'Reward', 'RigSlot0', 'RigSlot1', 'RigSlot2', 'RigSlot3', 'RigSlot4', 'RigSlot5', 'RigSlot6', 'RigSlot7', 'SecondaryStorage', 'ServiceSlot0', 'ServiceSlot1', 'ServiceSlot2', 'ServiceSlot3', 'ServiceSlot4', 'ServiceSlot5', 'ServiceSlot6', 'ServiceSlot7', 'ShipHangar', 'ShipOffline', 'Skill', 'SkillInTraining', 'SpecializedAmmoHold', 'SpecializedAsteroidHold', 'SpecializedCommandCenterHold', 'SpecializedFuelBay', 'SpecializedGasHold', 'SpecializedIceHold', 'SpecializedIndustrialShipHold', 'SpecializedLargeShipHold', 'SpecializedMaterialBay', 'SpecializedMediumShipHold', 'SpecializedMineralHold', 'SpecializedOreHold', 'SpecializedPlanetaryCommoditiesHold', 'SpecializedSalvageHold', 'SpecializedShipHold', 'SpecializedSmallShipHold', 'StructureActive', 'StructureFuel', 'StructureInactive', 'StructureOffline', 'SubSystemBay', 'SubSystemSlot0', 'SubSystemSlot1', 'SubSystemSlot2', 'SubSystemSlot3', 'SubSystemSlot4', 'SubSystemSlot5', 'SubSystemSlot6', 'SubSystemSlot7', 'Unlocked', 'Wallet', 'Wardrobe'] | str
    location_id: int
    location_type: Literal['station', 'solar_system', 'item', 'other'] | str
    quantity: int
    type_id: int

class CorporationsCorporationIdBlueprintsGetItem(Row):
    item_id: int
    location_flag: Literal['AssetSafety', 'AutoFit', 'Bonus', 'Booster', 'BoosterBay', 'Capsule', 'CapsuleerDeliveries', 'Cargo', 'CorpDeliveries', 'CorpSAG1', 'CorpSAG2', 'CorpSAG3', 'CorpSAG4', 'CorpSAG5', 'CorpSAG6', 'CorpSAG7', 'CorporationGoalDeliveries', 'CrateLoot', 'Deliveries', 'DroneBay', 'DustBattle', 'DustDatabank', 'ExpeditionHold', 'FighterBay', 'FighterTube0', 'FighterTube1', 'FighterTube2', 'FighterTube3', 'FighterTube4', 'FleetHangar', 'FrigateEscapeBay', 'Hangar', 'HangarAll', 'HiSlot0', 'HiSlot1', 'HiSlot2', 'HiSlot3', 'HiSlot4', 'HiSlot5', 'HiSlot6', 'HiSlot7', 'HiddenModifiers', 'Implant', 'Impounded', 'InfrastructureHangar', 'JunkyardReprocessed', 'JunkyardTrashed', 'LoSlot0', 'LoSlot1', 'LoSlot2', 'LoSlot3', 'LoSlot4', 'LoSlot5', 'LoSlot6', 'LoSlot7', 'Locked', 'MedSlot0', 'MedSlot1', 'MedSlot2', 'MedSlot3', 'MedSlot4', 'MedSlot5', 'MedSlot6', 'MedSlot7', 'MobileDepotHold', 'MoonMaterialBay', 'OfficeFolder', 'Pilot', 'PlanetSurface', 'QuafeBay', 'QuantumCoreRoom', 'Reward', 'RigSlot0', 'RigSlot1', 'RigSlot2', 'RigSlot3', 'RigSlot4', 'RigSlot5', 'RigSlot6', 'RigSlot7', 'SecondaryStorage', 'ServiceSlot0', 'ServiceSlot1', 'ServiceSlot2', 'ServiceSlot3', 'ServiceSlot4', 'ServiceSlot5', 'ServiceSlot6', 'ServiceSlot7', 'ShipHangar', 'ShipOffline', 'Skill', 'SkillInTraining', 'SpecializedAmmoHold', 'SpecializedAsteroidHold', 'SpecializedCommandCenterHold', 'SpecializedFuelBay', 'SpecializedGasHold', 'SpecializedIceHold', 'SpecializedIndustrialShipHold', 'SpecializedLargeShipHold', 'SpecializedMaterialBay', 'SpecializedMediumShipHold', 'SpecializedMineralHold', 'SpecializedOreHold', 'SpecializedPlanetaryCommoditiesHold', 'SpecializedSalvageHold', 'SpecializedShipHold', 'SpecializedSmallShipHold', 'StructureActive', 'StructureFuel', 'StructureInactive', 'StructureOffline', 'SubSystemBay', 'SubSystemSlot0', 'SubSystemSlot1', 'SubSystemSlot2', 'SubSystemSlot3', 'SubSystemSlot4', 'SubSystemSlot5', 'SubSystemSlot6', 'SubSystemSlot7', 'Unlocked', 'Wallet', 'Wardrobe'] | str
    location_id: int
    material_efficiency: int
    quantity: int
    runs: int
    time_efficiency: int
    type_id: int

class CorporationsCorporationIdContactsGetItem(Row):
    contact_id: int
    contact_type: Literal['character', 'corporation', 'alliance', 'faction'] | str
    is_watched: bool | None
    label_ids: list[int] | None
    standing: float

class CorporationsCorporationIdContactsLabelsGetItem(Row):
    label_id: int
    label_name: str

class CorporationsCorporationIdContainersLogsGetItem(Row):
    action: Literal['add', 'assemble', 'configure', 'enter_password', 'lock', 'move', 'repackage', 'set_name', 'set_password', 'unlock'] | str
    character_id: int
    container_id: int
    container_type_id: int
    location_flag: Literal['AssetSafety', 'AutoFit', 'Bonus', 'Booster', 'BoosterBay', 'Capsule', 'CapsuleerDeliveries', 'Cargo', 'CorpDeliveries', 'CorpSAG1', 'CorpSAG2', 'CorpSAG3', 'CorpSAG4', 'CorpSAG5', 'CorpSAG6', 'CorpSAG7', 'CorporationGoalDeliveries', 'CrateLoot', 'Deliveries', 'DroneBay', 'DustBattle', 'DustDatabank', 'ExpeditionHold', 'FighterBay', 'FighterTube0', 'FighterTube1', 'FighterTube2', 'FighterTube3', 'FighterTube4', 'FleetHangar', 'FrigateEscapeBay', 'Hangar', 'HangarAll', 'HiSlot0', 'HiSlot1', 'HiSlot2', 'HiSlot3', 'HiSlot4', 'HiSlot5', 'HiSlot6', 'HiSlot7', 'HiddenModifiers', 'Implant', 'Impounded', 'InfrastructureHangar', 'JunkyardReprocessed', 'JunkyardTrashed', 'LoSlot0', 'LoSlot1', 'LoSlot2', 'LoSlot3', 'LoSlot4', 'LoSlot5', 'LoSlot6', 'LoSlot7', 'Locked', 'MedSlot0', 'MedSlot1', 'MedSlot2', 'MedSlot3', 'MedSlot4', 'MedSlot5', 'MedSlot6', 'MedSlot7', 'MobileDepotHold', 'MoonMaterialBay', 'OfficeFolder', 'Pilot', 'PlanetSurface', 'QuafeBay', 'QuantumCoreRoom', 'Reward', 'RigSlot0', 'RigSlot1', 'RigSlot2', 'RigSlot3', 'RigSlot4', 'RigSlot5', 'RigSlot6', 'RigSlot7', 'SecondaryStorage', 'ServiceSlot0', 'ServiceSlot1', 'ServiceSlot2', 'ServiceSlot3', 'ServiceSlot4', 'ServiceSlot5', 'ServiceSlot6', 'ServiceSlot7', 'ShipHangar', 'ShipOffline', 'Skill', 'SkillInTraining', 'SpecializedAmmoHold', 'SpecializedAsteroidHold', 'SpecializedCommandCenterHold', 'SpecializedFuelBay', 'SpecializedGasHold', 'SpecializedIceHold', 'SpecializedIndustrialShipHold', 'SpecializedLargeShipHold', 'SpecializedMaterialBay', 'SpecializedMediumShipHold', 'SpecializedMineralHold', 'SpecializedOreHold', 'SpecializedPlanetaryCommoditiesHold', 'SpecializedSalvageHold', 'SpecializedShipHold', 'SpecializedSmallShipHold', 'StructureActive', 'StructureFuel', 'StructureInactive', 'StructureOffline', 'SubSystemBay', 'SubSystemSlot0', 'SubSystemSlot1', 'SubSystemSlot2', 'SubSystemSlot3', 'SubSystemSlot4', 'SubSystemSlot5', 'SubSystemSlot6', 'SubSystemSlot7', 'Unlocked', 'Wallet', 'Wardrobe'] | str
    location_id: int
    logged_at: _datetime
    new_config_bitmask: int | None
    old_config_bitmask: int | None
    password_type: Literal['config', 'general'] | str | None
    quantity: int | None
    type_id: int | None

class CorporationsCorporationIdContractsGetItem(Row):
    acceptor_id: int
    assignee_id: int
    availability: Literal['public', 'personal', 'corporation', 'alliance'] | str
    buyout: float | None
    collateral: float | None
    contract_id: int
    date_accepted: _datetime | None
    date_completed: _datetime | None
    date_expired: _datetime
    date_issued: _datetime
    days_to_complete: int | None
    end_location_id: int | None
    for_corporation: bool
    issuer_corporation_id: int
    issuer_id: int
    price: float | None
    reward: float | None
    start_location_id: int | None
    status: Literal['outstanding', 'in_progress', 'finished_issuer', 'finished_contractor', 'finished', 'cancelled', 'rejected', 'failed', 'deleted', 'reversed'] | str
    title: str | None
    type: Literal['unknown', 'item_exchange', 'auction', 'courier', 'loan'] | str
    volume: float | None

class CorporationsCorporationIdContractsContractIdBidsGetItem(Row):
    amount: float
    bid_id: int
    bidder_id: int
    date_bid: _datetime

class CorporationsCorporationIdContractsContractIdItemsGetItem(Row):
    is_included: bool
    is_singleton: bool
    quantity: int
    raw_quantity: int | None
    record_id: int
    type_id: int

class CorporationsCorporationIdCustomsOfficesGetItem(Row):
    alliance_tax_rate: float | None
    allow_access_with_standings: bool
    allow_alliance_access: bool
    bad_standing_tax_rate: float | None
    corporation_tax_rate: float | None
    excellent_standing_tax_rate: float | None
    good_standing_tax_rate: float | None
    neutral_standing_tax_rate: float | None
    office_id: int
    reinforce_exit_end: int
    reinforce_exit_start: int
    standing_level: Literal['bad', 'excellent', 'good', 'neutral', 'terrible'] | str | None
    system_id: int
    terrible_standing_tax_rate: float | None
    type_id: int | None

class CorporationsCorporationIdDivisionsGetHangarItem(Row):
    division: int | None
    name: str | None

class CorporationsCorporationIdDivisionsGetWalletItem(Row):
    division: int | None
    name: str | None

class CorporationsCorporationIdDivisionsGet(Row):
    hangar: list[CorporationsCorporationIdDivisionsGetHangarItem] | None
    wallet: list[CorporationsCorporationIdDivisionsGetWalletItem] | None

class CorporationsCorporationIdFacilitiesGetItem(Row):
    facility_id: int
    system_id: int
    type_id: int

class CorporationsFreelanceJobsListing(Row):
    cursor: Cursor | None
    freelance_jobs: list[FreelanceJobsDetailFreelancejob]

class CorporationsFreelanceJobsParticipantsParticipant(Row):
    contributed: int
    id: int
    name: str
    state: Literal['Unspecified', 'Committed', 'Kicked', 'Resigned'] | str

class CorporationsFreelanceJobsParticipants(Row):
    cursor: Cursor | None
    participants: list[CorporationsFreelanceJobsParticipantsParticipant]

class CorporationsCorporationIdFwStatsGetKills(Row):
    last_week: int
    total: int
    yesterday: int

class CorporationsCorporationIdFwStatsGetVictoryPoints(Row):
    last_week: int
    total: int
    yesterday: int

class CorporationsCorporationIdFwStatsGet(Row):
    enlisted_on: _datetime | None
    faction_id: int | None
    kills: CorporationsCorporationIdFwStatsGetKills
    pilots: int | None
    victory_points: CorporationsCorporationIdFwStatsGetVictoryPoints

class CorporationsCorporationIdIconsGet(Row):
    px128x128: str | None
    px256x256: str | None
    px64x64: str | None

class CorporationsCorporationIdIndustryJobsGetItem(Row):
    activity_id: int
    blueprint_id: int
    blueprint_location_id: int
    blueprint_type_id: int
    completed_character_id: int | None
    completed_date: _datetime | None
    cost: float | None
    duration: int
    end_date: _datetime
    facility_id: int
    installer_id: int
    job_id: int
    licensed_runs: int | None
    location_id: int
    output_location_id: int
    pause_date: _datetime | None
    probability: float | None
    product_type_id: int | None
    runs: int
    start_date: _datetime
    status: Literal['active', 'cancelled', 'delivered', 'paused', 'ready', 'reverted'] | str
    successful_runs: int | None

class CorporationsCorporationIdKillmailsRecentGetItem(Row):
    killmail_hash: str
    killmail_id: int

class CorporationsCorporationIdMedalsGetItem(Row):
    created_at: _datetime
    creator_id: int
    description: str
    medal_id: int
    title: str

class CorporationsCorporationIdMedalsIssuedGetItem(Row):
    character_id: int
    issued_at: _datetime
    issuer_id: int
    medal_id: int
    reason: str
    status: Literal['private', 'public'] | str

class CorporationsCorporationIdMembersTitlesGetItem(Row):
    character_id: int
    titles: list[int]

class CorporationsCorporationIdMembertrackingGetItem(Row):
    base_id: int | None
    character_id: int
    location_id: int | None
    logoff_date: _datetime | None
    logon_date: _datetime | None
    ship_type_id: int | None
    start_date: _datetime | None

class CorporationsCorporationIdOrdersGetItem(Row):
    duration: int
    escrow: float | None
    is_buy_order: bool | None
    issued: _datetime
    issued_by: int
    location_id: int
    min_volume: int | None
    order_id: int
    price: float
    range: Literal['1', '10', '2', '20', '3', '30', '4', '40', '5', 'region', 'solarsystem', 'station'] | str
    region_id: int
    type_id: int
    volume_remain: int
    volume_total: int
    wallet_division: int

class CorporationsCorporationIdOrdersHistoryGetItem(Row):
    duration: int
    escrow: float | None
    is_buy_order: bool | None
    issued: _datetime
    issued_by: int | None
    location_id: int
    min_volume: int | None
    order_id: int
    price: float
    range: Literal['1', '10', '2', '20', '3', '30', '4', '40', '5', 'region', 'solarsystem', 'station'] | str
    region_id: int
    state: Literal['cancelled', 'expired'] | str
    type_id: int
    volume_remain: int
    volume_total: int
    wallet_division: int

class CorporationsProjectsDetailProgress(Row):
    current: int
    desired: int

class CorporationsProjectsDetailReward(Row):
    initial: float
    remaining: float

class CorporationsProjectsDetailProject(Row):
    id: UUID
    last_modified: _datetime
    name: str
    progress: CorporationsProjectsDetailProgress
    reward: CorporationsProjectsDetailReward | None
    state: Literal['Unspecified', 'Active', 'Closed', 'Completed', 'Expired', 'Deleted'] | str

class CorporationsProjectsListing(Row):
    cursor: Cursor | None
    projects: list[CorporationsProjectsDetailProject]

class CorporationsProjectsDetailConfigurationmatcherarchetype(Row):
    archetype_id: int | None

class CorporationsProjectsDetailConfigurationmatcherfaction(Row):
    faction_id: int | None

class SolarSystemId(Row):
    solar_system_id: int | None

class ConstellationId(Row):
    constellation_id: int | None

class RegionId(Row):
    region_id: int | None

class CorporationsProjectsDetailConfigurationcapturefwcomplexLocationsItem(Row):
    root: SolarSystemId | ConstellationId | RegionId

class CorporationsProjectsDetailConfigurationcapturefwcomplex(Row):
    archetypes: list[CorporationsProjectsDetailConfigurationmatcherarchetype] | None
    factions: list[CorporationsProjectsDetailConfigurationmatcherfaction] | None
    locations: list[CorporationsProjectsDetailConfigurationcapturefwcomplexLocationsItem] | None

class CaptureFwComplex(Row):
    capture_fw_complex: CorporationsProjectsDetailConfigurationcapturefwcomplex | None

class FactionId(Row):
    faction_id: int | None

class CorporationsProjectsDetailConfigurationdamageshipIdentitiesItem(Row):
    root: CharacterId | CorporationId | AllianceId | FactionId

class CorporationsProjectsDetailConfigurationdamageshipLocationsItem(Row):
    root: SolarSystemId | ConstellationId | RegionId

class TypeId(Row):
    type_id: int | None

class GroupId(Row):
    group_id: int | None

class CorporationsProjectsDetailConfigurationdamageshipShipsItem(Row):
    root: TypeId | GroupId

class CorporationsProjectsDetailConfigurationdamageship(Row):
    identities: list[CorporationsProjectsDetailConfigurationdamageshipIdentitiesItem] | None
    locations: list[CorporationsProjectsDetailConfigurationdamageshipLocationsItem] | None
    ships: list[CorporationsProjectsDetailConfigurationdamageshipShipsItem] | None

class DamageShip(Row):
    damage_ship: CorporationsProjectsDetailConfigurationdamageship | None

class CorporationsProjectsDetailConfigurationdefendfwcomplexLocationsItem(Row):
    root: SolarSystemId | ConstellationId | RegionId

class CorporationsProjectsDetailConfigurationdefendfwcomplex(Row):
    archetypes: list[CorporationsProjectsDetailConfigurationmatcherarchetype] | None
    factions: list[CorporationsProjectsDetailConfigurationmatcherfaction] | None
    locations: list[CorporationsProjectsDetailConfigurationdefendfwcomplexLocationsItem] | None

class DefendFwComplex(Row):
    defend_fw_complex: CorporationsProjectsDetailConfigurationdefendfwcomplex | None

class StructureId(Row):
    structure_id: int | None

class StationId(Row):
    station_id: int | None

class CorporationsProjectsDetailConfigurationdeliveritemDockingLocationsItem(Row):
    root: StructureId | StationId

class CorporationsProjectsDetailConfigurationdeliveritemItemsItem(Row):
    root: TypeId | GroupId

class CorporationsProjectsDetailConfigurationdeliveritem(Row):
    docking_locations: list[CorporationsProjectsDetailConfigurationdeliveritemDockingLocationsItem] | None
    items: list[CorporationsProjectsDetailConfigurationdeliveritemItemsItem] | None
    office_id: int | None

class DeliverItem(Row):
    deliver_item: CorporationsProjectsDetailConfigurationdeliveritem | None

class CorporationsProjectsDetailConfigurationdestroynpcLocationsItem(Row):
    root: SolarSystemId | ConstellationId | RegionId

class CorporationsProjectsDetailConfigurationdestroynpc(Row):
    locations: list[CorporationsProjectsDetailConfigurationdestroynpcLocationsItem] | None

class DestroyNpc(Row):
    destroy_npc: CorporationsProjectsDetailConfigurationdestroynpc | None

class CorporationsProjectsDetailConfigurationdestroyshipIdentitiesItem(Row):
    root: CharacterId | CorporationId | AllianceId | FactionId

class CorporationsProjectsDetailConfigurationdestroyshipLocationsItem(Row):
    root: SolarSystemId | ConstellationId | RegionId

class CorporationsProjectsDetailConfigurationdestroyshipShipsItem(Row):
    root: TypeId | GroupId

class CorporationsProjectsDetailConfigurationdestroyship(Row):
    identities: list[CorporationsProjectsDetailConfigurationdestroyshipIdentitiesItem] | None
    locations: list[CorporationsProjectsDetailConfigurationdestroyshipLocationsItem] | None
    ships: list[CorporationsProjectsDetailConfigurationdestroyshipShipsItem] | None

class DestroyShip(Row):
    destroy_ship: CorporationsProjectsDetailConfigurationdestroyship | None

class CorporationsProjectsDetailConfigurationmatchercorporation(Row):
    corporation_id: int | None

class CorporationsProjectsDetailConfigurationearnloyaltypoints(Row):
    corporations: list[CorporationsProjectsDetailConfigurationmatchercorporation] | None

class EarnLoyaltyPoint(Row):
    earn_loyalty_point: CorporationsProjectsDetailConfigurationearnloyaltypoints | None

class CorporationsProjectsDetailConfigurationlostshipIdentitiesItem(Row):
    root: CharacterId | CorporationId | AllianceId | FactionId

class CorporationsProjectsDetailConfigurationlostshipLocationsItem(Row):
    root: SolarSystemId | ConstellationId | RegionId

class CorporationsProjectsDetailConfigurationlostshipShipsItem(Row):
    root: TypeId | GroupId

class CorporationsProjectsDetailConfigurationlostship(Row):
    identities: list[CorporationsProjectsDetailConfigurationlostshipIdentitiesItem] | None
    locations: list[CorporationsProjectsDetailConfigurationlostshipLocationsItem] | None
    ships: list[CorporationsProjectsDetailConfigurationlostshipShipsItem] | None

class LostShip(Row):
    lost_ship: CorporationsProjectsDetailConfigurationlostship | None

class ManualManual(Row):
    ...

class Manual(Row):
    manual: ManualManual | None

class CorporationsProjectsDetailConfigurationmanufactureitemDockingLocationsItem(Row):
    root: StructureId | StationId

class CorporationsProjectsDetailConfigurationmanufactureitemItemsItem(Row):
    root: TypeId | GroupId

class CorporationsProjectsDetailConfigurationmanufactureitem(Row):
    docking_locations: list[CorporationsProjectsDetailConfigurationmanufactureitemDockingLocationsItem] | None
    items: list[CorporationsProjectsDetailConfigurationmanufactureitemItemsItem] | None
    owner: Literal['Any', 'Corporation', 'Character'] | str

class ManufactureItem(Row):
    manufacture_item: CorporationsProjectsDetailConfigurationmanufactureitem | None

class CorporationsProjectsDetailConfigurationminematerialLocationsItem(Row):
    root: SolarSystemId | ConstellationId | RegionId

class CorporationsProjectsDetailConfigurationminematerialMaterialsItem(Row):
    root: TypeId | GroupId

class CorporationsProjectsDetailConfigurationminematerial(Row):
    locations: list[CorporationsProjectsDetailConfigurationminematerialLocationsItem] | None
    materials: list[CorporationsProjectsDetailConfigurationminematerialMaterialsItem] | None

class MineMaterial(Row):
    mine_material: CorporationsProjectsDetailConfigurationminematerial | None

class CorporationsProjectsDetailConfigurationremoteboostshieldIdentitiesItem(Row):
    root: CharacterId | CorporationId | AllianceId | FactionId

class CorporationsProjectsDetailConfigurationremoteboostshieldLocationsItem(Row):
    root: SolarSystemId | ConstellationId | RegionId

class CorporationsProjectsDetailConfigurationremoteboostshieldShipsItem(Row):
    root: TypeId | GroupId

class CorporationsProjectsDetailConfigurationremoteboostshield(Row):
    identities: list[CorporationsProjectsDetailConfigurationremoteboostshieldIdentitiesItem] | None
    locations: list[CorporationsProjectsDetailConfigurationremoteboostshieldLocationsItem] | None
    ships: list[CorporationsProjectsDetailConfigurationremoteboostshieldShipsItem] | None

class RemoteBoostShield(Row):
    remote_boost_shield: CorporationsProjectsDetailConfigurationremoteboostshield | None

class CorporationsProjectsDetailConfigurationremoterepairarmorIdentitiesItem(Row):
    root: CharacterId | CorporationId | AllianceId | FactionId

class CorporationsProjectsDetailConfigurationremoterepairarmorLocationsItem(Row):
    root: SolarSystemId | ConstellationId | RegionId

class CorporationsProjectsDetailConfigurationremoterepairarmorShipsItem(Row):
    root: TypeId | GroupId

class CorporationsProjectsDetailConfigurationremoterepairarmor(Row):
    identities: list[CorporationsProjectsDetailConfigurationremoterepairarmorIdentitiesItem] | None
    locations: list[CorporationsProjectsDetailConfigurationremoterepairarmorLocationsItem] | None
    ships: list[CorporationsProjectsDetailConfigurationremoterepairarmorShipsItem] | None

class RemoteRepairArmor(Row):
    remote_repair_armor: CorporationsProjectsDetailConfigurationremoterepairarmor | None

class CorporationsProjectsDetailConfigurationsalvagewreckLocationsItem(Row):
    root: SolarSystemId | ConstellationId | RegionId

class CorporationsProjectsDetailConfigurationsalvagewreck(Row):
    locations: list[CorporationsProjectsDetailConfigurationsalvagewreckLocationsItem] | None

class SalvageWreck(Row):
    salvage_wreck: CorporationsProjectsDetailConfigurationsalvagewreck | None

class CorporationsProjectsDetailConfigurationscansignatureLocationsItem(Row):
    root: SolarSystemId | ConstellationId | RegionId

class CorporationsProjectsDetailConfigurationmatchersignature(Row):
    signature_type_id: int | None

class CorporationsProjectsDetailConfigurationscansignature(Row):
    locations: list[CorporationsProjectsDetailConfigurationscansignatureLocationsItem] | None
    signatures: list[CorporationsProjectsDetailConfigurationmatchersignature] | None

class ScanSignature(Row):
    scan_signature: CorporationsProjectsDetailConfigurationscansignature | None

class CorporationsProjectsDetailConfigurationshipinsuranceIdentitiesItem(Row):
    root: CharacterId | CorporationId | AllianceId | FactionId

class CorporationsProjectsDetailConfigurationshipinsuranceLocationsItem(Row):
    root: SolarSystemId | ConstellationId | RegionId

class CorporationsProjectsDetailConfigurationshipinsuranceShipsItem(Row):
    root: TypeId | GroupId

class CorporationsProjectsDetailConfigurationshipinsurance(Row):
    conflict_type: Literal['Any', 'Pvp', 'Pve'] | str
    identities: list[CorporationsProjectsDetailConfigurationshipinsuranceIdentitiesItem] | None
    locations: list[CorporationsProjectsDetailConfigurationshipinsuranceLocationsItem] | None
    reimburse_implants: bool
    ships: list[CorporationsProjectsDetailConfigurationshipinsuranceShipsItem] | None

class ShipInsurance(Row):
    ship_insurance: CorporationsProjectsDetailConfigurationshipinsurance | None

class CorporationsProjectsDetailConfigurationunknown(Row):
    data: Any
    type: str

class Unknown(Row):
    unknown: CorporationsProjectsDetailConfigurationunknown | None

class CorporationsProjectsDetailConfiguration(Row):
    root: CaptureFwComplex | DamageShip | DefendFwComplex | DeliverItem | DestroyNpc | DestroyShip | EarnLoyaltyPoint | LostShip | Manual | ManufactureItem | MineMaterial | RemoteBoostShield | RemoteRepairArmor | SalvageWreck | ScanSignature | ShipInsurance | Unknown

class CorporationsProjectsDetailContribution(Row):
    participation_limit: int | None
    reward_per_contribution: float | None
    submission_limit: int | None
    submission_multiplier: float | None

class CorporationsProjectsDetailCreator(Row):
    id: int
    name: str

class CorporationsProjectsDetailDetails(Row):
    career: Literal['Unspecified', 'Explorer', 'Industrialist', 'Enforcer', 'Soldier of Fortune'] | str
    created: _datetime
    description: str
    expires: _datetime | None
    finished: _datetime | None

class CorporationsProjectsDetail(Row):
    configuration: CorporationsProjectsDetailConfiguration
    contribution: CorporationsProjectsDetailContribution | None
    creator: CorporationsProjectsDetailCreator
    details: CorporationsProjectsDetailDetails
    id: UUID
    last_modified: _datetime
    name: str
    progress: CorporationsProjectsDetailProgress
    reward: CorporationsProjectsDetailReward | None
    state: Literal['Unspecified', 'Active', 'Closed', 'Completed', 'Expired', 'Deleted'] | str

class CorporationsProjectsContribution(Row):
    contributed: int
    last_modified: _datetime | None

class CorporationsProjectsContributorsContributor(Row):
    contributed: int
    id: int
    name: str

class CorporationsProjectsContributors(Row):
    contributors: list[CorporationsProjectsContributorsContributor]
    cursor: Cursor | None

class CorporationsCorporationIdRolesGetItem(Row):
    character_id: int
    grantable_roles: list[Literal['Account_Take_1', 'Account_Take_2', 'Account_Take_3', 'Account_Take_4', 'Account_Take_5', 'Account_Take_6', 'Account_Take_7', 'Accountant', 'Auditor', 'Brand_Manager', 'Communications_Officer', 'Config_Equipment', 'Config_Starbase_Equipment', 'Container_Take_1', 'Container_Take_2', 'Container_Take_3', 'Container_Take_4', 'Container_Take_5', 'Container_Take_6', 'Container_Take_7', 'Contract_Manager', 'Deliveries_Container_Take', 'Deliveries_Query', 'Deliveries_Take', 'Diplomat', 'Director', 'Factory_Manager', 'Fitting_Manager', 'Hangar_Query_1', 'Hangar_Query_2', 'Hangar_Query_3', 'Hangar_Query_4', 'Hangar_Query_5', 'Hangar_Query_6', 'Hangar_Query_7', 'Hangar_Take_1', 'Hangar_Take_2', 'Hangar_Take_3', 'Hangar_Take_4', 'Hangar_Take_5', 'Hangar_Take_6', 'Hangar_Take_7', 'Junior_Accountant', 'Personnel_Manager', 'Project_Manager', 'Rent_Factory_Facility', 'Rent_Office', 'Rent_Research_Facility', 'Security_Officer', 'Skill_Plan_Manager', 'Starbase_Defense_Operator', 'Starbase_Fuel_Technician', 'Station_Manager', 'Trader'] | str] | None
    grantable_roles_at_base: list[Literal['Account_Take_1', 'Account_Take_2', 'Account_Take_3', 'Account_Take_4', 'Account_Take_5', 'Account_Take_6', 'Account_Take_7', 'Accountant', 'Auditor', 'Brand_Manager', 'Communications_Officer', 'Config_Equipment', 'Config_Starbase_Equipment', 'Container_Take_1', 'Container_Take_2', 'Container_Take_3', 'Container_Take_4', 'Container_Take_5', 'Container_Take_6', 'Container_Take_7', 'Contract_Manager', 'Deliveries_Container_Take', 'Deliveries_Query', 'Deliveries_Take', 'Diplomat', 'Director', 'Factory_Manager', 'Fitting_Manager', 'Hangar_Query_1', 'Hangar_Query_2', 'Hangar_Query_3', 'Hangar_Query_4', 'Hangar_Query_5', 'Hangar_Query_6', 'Hangar_Query_7', 'Hangar_Take_1', 'Hangar_Take_2', 'Hangar_Take_3', 'Hangar_Take_4', 'Hangar_Take_5', 'Hangar_Take_6', 'Hangar_Take_7', 'Junior_Accountant', 'Personnel_Manager', 'Project_Manager', 'Rent_Factory_Facility', 'Rent_Office', 'Rent_Research_Facility', 'Security_Officer', 'Skill_Plan_Manager', 'Starbase_Defense_Operator', 'Starbase_Fuel_Technician', 'Station_Manager', 'Trader'] | str] | None
    grantable_roles_at_hq: list[Literal['Account_Take_1', 'Account_Take_2', 'Account_Take_3', 'Account_Take_4', 'Account_Take_5', 'Account_Take_6', 'Account_Take_7', 'Accountant', 'Auditor', 'Brand_Manager', 'Communications_Officer', 'Config_Equipment', 'Config_Starbase_Equipment', 'Container_Take_1', 'Container_Take_2', 'Container_Take_3', 'Container_Take_4', 'Container_Take_5', 'Container_Take_6', 'Container_Take_7', 'Contract_Manager', 'Deliveries_Container_Take', 'Deliveries_Query', 'Deliveries_Take', 'Diplomat', 'Director', 'Factory_Manager', 'Fitting_Manager', 'Hangar_Query_1', 'Hangar_Query_2', 'Hangar_Query_3', 'Hangar_Query_4', 'Hangar_Query_5', 'Hangar_Query_6', 'Hangar_Query_7', 'Hangar_Take_1', 'Hangar_Take_2', 'Hangar_Take_3', 'Hangar_Take_4', 'Hangar_Take_5', 'Hangar_Take_6', 'Hangar_Take_7', 'Junior_Accountant', 'Personnel_Manager', 'Project_Manager', 'Rent_Factory_Facility', 'Rent_Office', 'Rent_Research_Facility', 'Security_Officer', 'Skill_Plan_Manager', 'Starbase_Defense_Operator', 'Starbase_Fuel_Technician', 'Station_Manager', 'Trader'] | str] | None
    grantable_roles_at_other: list[Literal['Account_Take_1', 'Account_Take_2', 'Account_Take_3', 'Account_Take_4', 'Account_Take_5', 'Account_Take_6', 'Account_Take_7', 'Accountant', 'Auditor', 'Brand_Manager', 'Communications_Officer', 'Config_Equipment', 'Config_Starbase_Equipment', 'Container_Take_1', 'Container_Take_2', 'Container_Take_3', 'Container_Take_4', 'Container_Take_5', 'Container_Take_6', 'Container_Take_7', 'Contract_Manager', 'Deliveries_Container_Take', 'Deliveries_Query', 'Deliveries_Take', 'Diplomat', 'Director', 'Factory_Manager', 'Fitting_Manager', 'Hangar_Query_1', 'Hangar_Query_2', 'Hangar_Query_3', 'Hangar_Query_4', 'Hangar_Query_5', 'Hangar_Query_6', 'Hangar_Query_7', 'Hangar_Take_1', 'Hangar_Take_2', 'Hangar_Take_3', 'Hangar_Take_4', 'Hangar_Take_5', 'Hangar_Take_6', 'Hangar_Take_7', 'Junior_Accountant', 'Personnel_Manager', 'Project_Manager', 'Rent_Factory_Facility', 'Rent_Office', 'Rent_Research_Facility', 'Security_Officer', 'Skill_Plan_Manager', 'Starbase_Defense_Operator', 'Starbase_Fuel_Technician', 'Station_Manager', 'Trader'] | str] | None
    roles: list[Literal['Account_Take_1', 'Account_Take_2', 'Account_Take_3', 'Account_Take_4', 'Account_Take_5', 'Account_Take_6', 'Account_Take_7', 'Accountant', 'Auditor', 'Brand_Manager', 'Communications_Officer', 'Config_Equipment', 'Config_Starbase_Equipment', 'Container_Take_1', 'Container_Take_2', 'Container_Take_3', 'Container_Take_4', 'Container_Take_5', 'Container_Take_6', 'Container_Take_7', 'Contract_Manager', 'Deliveries_Container_Take', 'Deliveries_Query', 'Deliveries_Take', 'Diplomat', 'Director', 'Factory_Manager', 'Fitting_Manager', 'Hangar_Query_1', 'Hangar_Query_2', 'Hangar_Query_3', 'Hangar_Query_4', 'Hangar_Query_5', 'Hangar_Query_6', 'Hangar_Query_7', 'Hangar_Take_1', 'Hangar_Take_2', 'Hangar_Take_3', 'Hangar_Take_4', 'Hangar_Take_5', 'Hangar_Take_6', 'Hangar_Take_7', 'Junior_Accountant', 'Personnel_Manager', 'Project_Manager', 'Rent_Factory_Facility', 'Rent_Office', 'Rent_Research_Facility', 'Security_Officer', 'Skill_Plan_Manager', 'Starbase_Defense_Operator', 'Starbase_Fuel_Technician', 'Station_Manager', 'Trader'] | str] | None
    roles_at_base: list[Literal['Account_Take_1', 'Account_Take_2', 'Account_Take_3', 'Account_Take_4', 'Account_Take_5', 'Account_Take_6', 'Account_Take_7', 'Accountant', 'Auditor', 'Brand_Manager', 'Communications_Officer', 'Config_Equipment', 'Config_Starbase_Equipment', 'Container_Take_1', 'Container_Take_2', 'Container_Take_3', 'Container_Take_4', 'Container_Take_5', 'Container_Take_6', 'Container_Take_7', 'Contract_Manager', 'Deliveries_Container_Take', 'Deliveries_Query', 'Deliveries_Take', 'Diplomat', 'Director', 'Factory_Manager', 'Fitting_Manager', 'Hangar_Query_1', 'Hangar_Query_2', 'Hangar_Query_3', 'Hangar_Query_4', 'Hangar_Query_5', 'Hangar_Query_6', 'Hangar_Query_7', 'Hangar_Take_1', 'Hangar_Take_2', 'Hangar_Take_3', 'Hangar_Take_4', 'Hangar_Take_5', 'Hangar_Take_6', 'Hangar_Take_7', 'Junior_Accountant', 'Personnel_Manager', 'Project_Manager', 'Rent_Factory_Facility', 'Rent_Office', 'Rent_Research_Facility', 'Security_Officer', 'Skill_Plan_Manager', 'Starbase_Defense_Operator', 'Starbase_Fuel_Technician', 'Station_Manager', 'Trader'] | str] | None
    roles_at_hq: list[Literal['Account_Take_1', 'Account_Take_2', 'Account_Take_3', 'Account_Take_4', 'Account_Take_5', 'Account_Take_6', 'Account_Take_7', 'Accountant', 'Auditor', 'Brand_Manager', 'Communications_Officer', 'Config_Equipment', 'Config_Starbase_Equipment', 'Container_Take_1', 'Container_Take_2', 'Container_Take_3', 'Container_Take_4', 'Container_Take_5', 'Container_Take_6', 'Container_Take_7', 'Contract_Manager', 'Deliveries_Container_Take', 'Deliveries_Query', 'Deliveries_Take', 'Diplomat', 'Director', 'Factory_Manager', 'Fitting_Manager', 'Hangar_Query_1', 'Hangar_Query_2', 'Hangar_Query_3', 'Hangar_Query_4', 'Hangar_Query_5', 'Hangar_Query_6', 'Hangar_Query_7', 'Hangar_Take_1', 'Hangar_Take_2', 'Hangar_Take_3', 'Hangar_Take_4', 'Hangar_Take_5', 'Hangar_Take_6', 'Hangar_Take_7', 'Junior_Accountant', 'Personnel_Manager', 'Project_Manager', 'Rent_Factory_Facility', 'Rent_Office', 'Rent_Research_Facility', 'Security_Officer', 'Skill_Plan_Manager', 'Starbase_Defense_Operator', 'Starbase_Fuel_Technician', 'Station_Manager', 'Trader'] | str] | None
    roles_at_other: list[Literal['Account_Take_1', 'Account_Take_2', 'Account_Take_3', 'Account_Take_4', 'Account_Take_5', 'Account_Take_6', 'Account_Take_7', 'Accountant', 'Auditor', 'Brand_Manager', 'Communications_Officer', 'Config_Equipment', 'Config_Starbase_Equipment', 'Container_Take_1', 'Container_Take_2', 'Container_Take_3', 'Container_Take_4', 'Container_Take_5', 'Container_Take_6', 'Container_Take_7', 'Contract_Manager', 'Deliveries_Container_Take', 'Deliveries_Query', 'Deliveries_Take', 'Diplomat', 'Director', 'Factory_Manager', 'Fitting_Manager', 'Hangar_Query_1', 'Hangar_Query_2', 'Hangar_Query_3', 'Hangar_Query_4', 'Hangar_Query_5', 'Hangar_Query_6', 'Hangar_Query_7', 'Hangar_Take_1', 'Hangar_Take_2', 'Hangar_Take_3', 'Hangar_Take_4', 'Hangar_Take_5', 'Hangar_Take_6', 'Hangar_Take_7', 'Junior_Accountant', 'Personnel_Manager', 'Project_Manager', 'Rent_Factory_Facility', 'Rent_Office', 'Rent_Research_Facility', 'Security_Officer', 'Skill_Plan_Manager', 'Starbase_Defense_Operator', 'Starbase_Fuel_Technician', 'Station_Manager', 'Trader'] | str] | None

class CorporationsCorporationIdRolesHistoryGetItem(Row):
    changed_at: _datetime
    character_id: int
    issuer_id: int
    new_roles: list[Literal['Account_Take_1', 'Account_Take_2', 'Account_Take_3', 'Account_Take_4', 'Account_Take_5', 'Account_Take_6', 'Account_Take_7', 'Accountant', 'Auditor', 'Brand_Manager', 'Communications_Officer', 'Config_Equipment', 'Config_Starbase_Equipment', 'Container_Take_1', 'Container_Take_2', 'Container_Take_3', 'Container_Take_4', 'Container_Take_5', 'Container_Take_6', 'Container_Take_7', 'Contract_Manager', 'Deliveries_Container_Take', 'Deliveries_Query', 'Deliveries_Take', 'Diplomat', 'Director', 'Factory_Manager', 'Fitting_Manager', 'Hangar_Query_1', 'Hangar_Query_2', 'Hangar_Query_3', 'Hangar_Query_4', 'Hangar_Query_5', 'Hangar_Query_6', 'Hangar_Query_7', 'Hangar_Take_1', 'Hangar_Take_2', 'Hangar_Take_3', 'Hangar_Take_4', 'Hangar_Take_5', 'Hangar_Take_6', 'Hangar_Take_7', 'Junior_Accountant', 'Personnel_Manager', 'Project_Manager', 'Rent_Factory_Facility', 'Rent_Office', 'Rent_Research_Facility', 'Security_Officer', 'Skill_Plan_Manager', 'Starbase_Defense_Operator', 'Starbase_Fuel_Technician', 'Station_Manager', 'Trader'] | str]
    old_roles: list[Literal['Account_Take_1', 'Account_Take_2', 'Account_Take_3', 'Account_Take_4', 'Account_Take_5', 'Account_Take_6', 'Account_Take_7', 'Accountant', 'Auditor', 'Brand_Manager', 'Communications_Officer', 'Config_Equipment', 'Config_Starbase_Equipment', 'Container_Take_1', 'Container_Take_2', 'Container_Take_3', 'Container_Take_4', 'Container_Take_5', 'Container_Take_6', 'Container_Take_7', 'Contract_Manager', 'Deliveries_Container_Take', 'Deliveries_Query', 'Deliveries_Take', 'Diplomat', 'Director', 'Factory_Manager', 'Fitting_Manager', 'Hangar_Query_1', 'Hangar_Query_2', 'Hangar_Query_3', 'Hangar_Query_4', 'Hangar_Query_5', 'Hangar_Query_6', 'Hangar_Query_7', 'Hangar_Take_1', 'Hangar_Take_2', 'Hangar_Take_3', 'Hangar_Take_4', 'Hangar_Take_5', 'Hangar_Take_6', 'Hangar_Take_7', 'Junior_Accountant', 'Personnel_Manager', 'Project_Manager', 'Rent_Factory_Facility', 'Rent_Office', 'Rent_Research_Facility', 'Security_Officer', 'Skill_Plan_Manager', 'Starbase_Defense_Operator', 'Starbase_Fuel_Technician', 'Station_Manager', 'Trader'] | str]
    role_type: Literal['grantable_roles', 'grantable_roles_at_base', 'grantable_roles_at_hq', 'grantable_roles_at_other', 'roles', 'roles_at_base', 'roles_at_hq', 'roles_at_other'] | str

class CorporationsCorporationIdShareholdersGetItem(Row):
    share_count: int
    shareholder_id: int
    shareholder_type: Literal['character', 'corporation'] | str

class CorporationsCorporationIdStandingsGetItem(Row):
    from_id: int
    from_type: Literal['agent', 'npc_corp', 'faction'] | str
    standing: float

class CorporationsCorporationIdStarbasesGetItem(Row):
    moon_id: int | None
    onlined_since: _datetime | None
    reinforced_until: _datetime | None
    starbase_id: int
    state: Literal['offline', 'online', 'onlining', 'reinforced', 'unanchoring'] | str | None
    system_id: int
    type_id: int
    unanchor_at: _datetime | None

class CorporationsCorporationIdStarbasesStarbaseIdGetFuelsItem(Row):
    quantity: int
    type_id: int

class CorporationsCorporationIdStarbasesStarbaseIdGet(Row):
    allow_alliance_members: bool
    allow_corporation_members: bool
    anchor: Literal['alliance_member', 'config_starbase_equipment_role', 'corporation_member', 'starbase_fuel_technician_role'] | str
    attack_if_at_war: bool
    attack_if_other_security_status_dropping: bool
    attack_security_status_threshold: float | None
    attack_standing_threshold: float | None
    fuel_bay_take: Literal['alliance_member', 'config_starbase_equipment_role', 'corporation_member', 'starbase_fuel_technician_role'] | str
    fuel_bay_view: Literal['alliance_member', 'config_starbase_equipment_role', 'corporation_member', 'starbase_fuel_technician_role'] | str
    fuels: list[CorporationsCorporationIdStarbasesStarbaseIdGetFuelsItem] | None
    offline: Literal['alliance_member', 'config_starbase_equipment_role', 'corporation_member', 'starbase_fuel_technician_role'] | str
    online: Literal['alliance_member', 'config_starbase_equipment_role', 'corporation_member', 'starbase_fuel_technician_role'] | str
    unanchor: Literal['alliance_member', 'config_starbase_equipment_role', 'corporation_member', 'starbase_fuel_technician_role'] | str
    use_alliance_standings: bool

class CorporationsCorporationIdStructuresGetItemServicesItem(Row):
    name: str
    state: Literal['online', 'offline', 'cleanup'] | str

class CorporationsCorporationIdStructuresGetItem(Row):
    corporation_id: int
    fuel_expires: _datetime | None
    name: str | None
    next_reinforce_apply: _datetime | None
    next_reinforce_hour: int | None
    profile_id: int
    reinforce_hour: int | None
    services: list[CorporationsCorporationIdStructuresGetItemServicesItem] | None
    state: Literal['anchor_vulnerable', 'anchoring', 'armor_reinforce', 'armor_vulnerable', 'deploy_vulnerable', 'fitting_invulnerable', 'hull_reinforce', 'hull_vulnerable', 'online_deprecated', 'onlining_vulnerable', 'shield_vulnerable', 'unanchored', 'unknown'] | str
    state_timer_end: _datetime | None
    state_timer_start: _datetime | None
    structure_id: int
    system_id: int
    type_id: int
    unanchors_at: _datetime | None

class CorporationsStructuresSkyhooksListingSkyhook(Row):
    id: int
    planet_id: int

class CorporationsStructuresSkyhooksListing(Row):
    skyhooks: list[CorporationsStructuresSkyhooksListingSkyhook]

class CorporationsStructuresSkyhooksDetailReagent(Row):
    last_cycle: _datetime
    secured_stock: int
    type_id: int
    unsecured_stock: int

class CorporationsStructuresSkyhooksDetailReinforcementtimer(Row):
    end: _datetime

class CorporationsStructuresSkyhooksDetailTheftvulnerability(Row):
    end: _datetime
    start: _datetime

class CorporationsStructuresSkyhooksDetail(Row):
    effective_workforce: int | None
    id: int
    is_active: bool
    planet_id: int
    reagents: list[CorporationsStructuresSkyhooksDetailReagent] | None
    reinforcement_timer: CorporationsStructuresSkyhooksDetailReinforcementtimer | None
    state: Literal['Unspecified', 'ShieldVulnerable', 'ArmorReinforced', 'ArmorVulnerable', 'HullReinforced', 'HullVulnerable'] | str
    theft_vulnerability: CorporationsStructuresSkyhooksDetailTheftvulnerability | None

class CorporationsStructuresSovereigntyHubsListingSovereigntyhub(Row):
    id: int
    solar_system_id: int

class CorporationsStructuresSovereigntyHubsListing(Row):
    sovereignty_hubs: list[CorporationsStructuresSovereigntyHubsListingSovereigntyhub]

class CorporationsStructuresSovereigntyHubsDetailReagent(Row):
    amount: int
    burning_per_hour: int
    type_id: int

class CorporationsStructuresSovereigntyHubsDetailReagentbay(Row):
    last_updated: _datetime
    reagents: list[CorporationsStructuresSovereigntyHubsDetailReagent]

class CorporationsStructuresSovereigntyHubsDetailResourcepower(Row):
    allocated: int
    available: int

class CorporationsStructuresSovereigntyHubsDetailResourceworkforce(Row):
    allocated: int
    available: int

class CorporationsStructuresSovereigntyHubsDetailResources(Row):
    power: CorporationsStructuresSovereigntyHubsDetailResourcepower
    workforce: CorporationsStructuresSovereigntyHubsDetailResourceworkforce

class CorporationsStructuresSovereigntyHubsDetailUpgrade(Row):
    power_state: Literal['Unspecified', 'Online', 'Offline', 'Low', 'Pending'] | str
    type_id: int

class CorporationsStructuresSovereigntyHubsDetailVulnerabilitywindow(Row):
    end: _datetime
    start: _datetime

class CorporationsStructuresSovereigntyHubsDetailTransportconfigurationsource(Row):
    solar_system_id: int

class CorporationsStructuresSovereigntyHubsDetailTransportconfigurationimport(Row):
    sources: list[CorporationsStructuresSovereigntyHubsDetailTransportconfigurationsource]

class Import(Row):
    ...

class CorporationsStructuresSovereigntyHubsDetailTransportconfigurationexport(Row):
    amount: int
    solar_system_id: int | None

class Export(Row):
    export: CorporationsStructuresSovereigntyHubsDetailTransportconfigurationexport | None

class Transit(Row):
    transit: bool | None

class CorporationsStructuresSovereigntyHubsDetailTransportConfiguration(Row):
    root: Import | Export | Transit

class CorporationsStructuresSovereigntyHubsDetailTransportstateimportsource(Row):
    amount: int
    solar_system_id: int

class CorporationsStructuresSovereigntyHubsDetailTransportstateimport(Row):
    sources: list[CorporationsStructuresSovereigntyHubsDetailTransportstateimportsource]

class CorporationsStructuresSovereigntyHubsDetailTransportstateexport(Row):
    amount: int | None
    solar_system_id: int | None

class Export_(Row):
    export: CorporationsStructuresSovereigntyHubsDetailTransportstateexport | None

class CorporationsStructuresSovereigntyHubsDetailTransportState(Row):
    root: Import | Export_ | Transit

class CorporationsStructuresSovereigntyHubsDetailTransport(Row):
    configuration: CorporationsStructuresSovereigntyHubsDetailTransportConfiguration
    state: CorporationsStructuresSovereigntyHubsDetailTransportState

class CorporationsStructuresSovereigntyHubsDetail(Row):
    fuel_access_list_id: int | None
    id: int
    reagent_bay: CorporationsStructuresSovereigntyHubsDetailReagentbay
    resources: CorporationsStructuresSovereigntyHubsDetailResources
    solar_system_id: int
    upgrades: list[CorporationsStructuresSovereigntyHubsDetailUpgrade]
    vulnerability_window: CorporationsStructuresSovereigntyHubsDetailVulnerabilitywindow | None
    workforce_transport: CorporationsStructuresSovereigntyHubsDetailTransport

class CorporationsCorporationIdTitlesGetItem(Row):
    grantable_roles: list[Literal['Account_Take_1', 'Account_Take_2', 'Account_Take_3', 'Account_Take_4', 'Account_Take_5', 'Account_Take_6', 'Account_Take_7', 'Accountant', 'Auditor', 'Brand_Manager', 'Communications_Officer', 'Config_Equipment', 'Config_Starbase_Equipment', 'Container_Take_1', 'Container_Take_2', 'Container_Take_3', 'Container_Take_4', 'Container_Take_5', 'Container_Take_6', 'Container_Take_7', 'Contract_Manager', 'Deliveries_Container_Take', 'Deliveries_Query', 'Deliveries_Take', 'Diplomat', 'Director', 'Factory_Manager', 'Fitting_Manager', 'Hangar_Query_1', 'Hangar_Query_2', 'Hangar_Query_3', 'Hangar_Query_4', 'Hangar_Query_5', 'Hangar_Query_6', 'Hangar_Query_7', 'Hangar_Take_1', 'Hangar_Take_2', 'Hangar_Take_3', 'Hangar_Take_4', 'Hangar_Take_5', 'Hangar_Take_6', 'Hangar_Take_7', 'Junior_Accountant', 'Personnel_Manager', 'Project_Manager', 'Rent_Factory_Facility', 'Rent_Office', 'Rent_Research_Facility', 'Security_Officer', 'Skill_Plan_Manager', 'Starbase_Defense_Operator', 'Starbase_Fuel_Technician', 'Station_Manager', 'Trader'] | str] | None
    grantable_roles_at_base: list[Literal['Account_Take_1', 'Account_Take_2', 'Account_Take_3', 'Account_Take_4', 'Account_Take_5', 'Account_Take_6', 'Account_Take_7', 'Accountant', 'Auditor', 'Brand_Manager', 'Communications_Officer', 'Config_Equipment', 'Config_Starbase_Equipment', 'Container_Take_1', 'Container_Take_2', 'Container_Take_3', 'Container_Take_4', 'Container_Take_5', 'Container_Take_6', 'Container_Take_7', 'Contract_Manager', 'Deliveries_Container_Take', 'Deliveries_Query', 'Deliveries_Take', 'Diplomat', 'Director', 'Factory_Manager', 'Fitting_Manager', 'Hangar_Query_1', 'Hangar_Query_2', 'Hangar_Query_3', 'Hangar_Query_4', 'Hangar_Query_5', 'Hangar_Query_6', 'Hangar_Query_7', 'Hangar_Take_1', 'Hangar_Take_2', 'Hangar_Take_3', 'Hangar_Take_4', 'Hangar_Take_5', 'Hangar_Take_6', 'Hangar_Take_7', 'Junior_Accountant', 'Personnel_Manager', 'Project_Manager', 'Rent_Factory_Facility', 'Rent_Office', 'Rent_Research_Facility', 'Security_Officer', 'Skill_Plan_Manager', 'Starbase_Defense_Operator', 'Starbase_Fuel_Technician', 'Station_Manager', 'Trader'] | str] | None
    grantable_roles_at_hq: list[Literal['Account_Take_1', 'Account_Take_2', 'Account_Take_3', 'Account_Take_4', 'Account_Take_5', 'Account_Take_6', 'Account_Take_7', 'Accountant', 'Auditor', 'Brand_Manager', 'Communications_Officer', 'Config_Equipment', 'Config_Starbase_Equipment', 'Container_Take_1', 'Container_Take_2', 'Container_Take_3', 'Container_Take_4', 'Container_Take_5', 'Container_Take_6', 'Container_Take_7', 'Contract_Manager', 'Deliveries_Container_Take', 'Deliveries_Query', 'Deliveries_Take', 'Diplomat', 'Director', 'Factory_Manager', 'Fitting_Manager', 'Hangar_Query_1', 'Hangar_Query_2', 'Hangar_Query_3', 'Hangar_Query_4', 'Hangar_Query_5', 'Hangar_Query_6', 'Hangar_Query_7', 'Hangar_Take_1', 'Hangar_Take_2', 'Hangar_Take_3', 'Hangar_Take_4', 'Hangar_Take_5', 'Hangar_Take_6', 'Hangar_Take_7', 'Junior_Accountant', 'Personnel_Manager', 'Project_Manager', 'Rent_Factory_Facility', 'Rent_Office', 'Rent_Research_Facility', 'Security_Officer', 'Skill_Plan_Manager', 'Starbase_Defense_Operator', 'Starbase_Fuel_Technician', 'Station_Manager', 'Trader'] | str] | None
    grantable_roles_at_other: list[Literal['Account_Take_1', 'Account_Take_2', 'Account_Take_3', 'Account_Take_4', 'Account_Take_5', 'Account_Take_6', 'Account_Take_7', 'Accountant', 'Auditor', 'Brand_Manager', 'Communications_Officer', 'Config_Equipment', 'Config_Starbase_Equipment', 'Container_Take_1', 'Container_Take_2', 'Container_Take_3', 'Container_Take_4', 'Container_Take_5', 'Container_Take_6', 'Container_Take_7', 'Contract_Manager', 'Deliveries_Container_Take', 'Deliveries_Query', 'Deliveries_Take', 'Diplomat', 'Director', 'Factory_Manager', 'Fitting_Manager', 'Hangar_Query_1', 'Hangar_Query_2', 'Hangar_Query_3', 'Hangar_Query_4', 'Hangar_Query_5', 'Hangar_Query_6', 'Hangar_Query_7', 'Hangar_Take_1', 'Hangar_Take_2', 'Hangar_Take_3', 'Hangar_Take_4', 'Hangar_Take_5', 'Hangar_Take_6', 'Hangar_Take_7', 'Junior_Accountant', 'Personnel_Manager', 'Project_Manager', 'Rent_Factory_Facility', 'Rent_Office', 'Rent_Research_Facility', 'Security_Officer', 'Skill_Plan_Manager', 'Starbase_Defense_Operator', 'Starbase_Fuel_Technician', 'Station_Manager', 'Trader'] | str] | None
    name: str | None
    roles: list[Literal['Account_Take_1', 'Account_Take_2', 'Account_Take_3', 'Account_Take_4', 'Account_Take_5', 'Account_Take_6', 'Account_Take_7', 'Accountant', 'Auditor', 'Brand_Manager', 'Communications_Officer', 'Config_Equipment', 'Config_Starbase_Equipment', 'Container_Take_1', 'Container_Take_2', 'Container_Take_3', 'Container_Take_4', 'Container_Take_5', 'Container_Take_6', 'Container_Take_7', 'Contract_Manager', 'Deliveries_Container_Take', 'Deliveries_Query', 'Deliveries_Take', 'Diplomat', 'Director', 'Factory_Manager', 'Fitting_Manager', 'Hangar_Query_1', 'Hangar_Query_2', 'Hangar_Query_3', 'Hangar_Query_4', 'Hangar_Query_5', 'Hangar_Query_6', 'Hangar_Query_7', 'Hangar_Take_1', 'Hangar_Take_2', 'Hangar_Take_3', 'Hangar_Take_4', 'Hangar_Take_5', 'Hangar_Take_6', 'Hangar_Take_7', 'Junior_Accountant', 'Personnel_Manager', 'Project_Manager', 'Rent_Factory_Facility', 'Rent_Office', 'Rent_Research_Facility', 'Security_Officer', 'Skill_Plan_Manager', 'Starbase_Defense_Operator', 'Starbase_Fuel_Technician', 'Station_Manager', 'Trader'] | str] | None
    roles_at_base: list[Literal['Account_Take_1', 'Account_Take_2', 'Account_Take_3', 'Account_Take_4', 'Account_Take_5', 'Account_Take_6', 'Account_Take_7', 'Accountant', 'Auditor', 'Brand_Manager', 'Communications_Officer', 'Config_Equipment', 'Config_Starbase_Equipment', 'Container_Take_1', 'Container_Take_2', 'Container_Take_3', 'Container_Take_4', 'Container_Take_5', 'Container_Take_6', 'Container_Take_7', 'Contract_Manager', 'Deliveries_Container_Take', 'Deliveries_Query', 'Deliveries_Take', 'Diplomat', 'Director', 'Factory_Manager', 'Fitting_Manager', 'Hangar_Query_1', 'Hangar_Query_2', 'Hangar_Query_3', 'Hangar_Query_4', 'Hangar_Query_5', 'Hangar_Query_6', 'Hangar_Query_7', 'Hangar_Take_1', 'Hangar_Take_2', 'Hangar_Take_3', 'Hangar_Take_4', 'Hangar_Take_5', 'Hangar_Take_6', 'Hangar_Take_7', 'Junior_Accountant', 'Personnel_Manager', 'Project_Manager', 'Rent_Factory_Facility', 'Rent_Office', 'Rent_Research_Facility', 'Security_Officer', 'Skill_Plan_Manager', 'Starbase_Defense_Operator', 'Starbase_Fuel_Technician', 'Station_Manager', 'Trader'] | str] | None
    roles_at_hq: list[Literal['Account_Take_1', 'Account_Take_2', 'Account_Take_3', 'Account_Take_4', 'Account_Take_5', 'Account_Take_6', 'Account_Take_7', 'Accountant', 'Auditor', 'Brand_Manager', 'Communications_Officer', 'Config_Equipment', 'Config_Starbase_Equipment', 'Container_Take_1', 'Container_Take_2', 'Container_Take_3', 'Container_Take_4', 'Container_Take_5', 'Container_Take_6', 'Container_Take_7', 'Contract_Manager', 'Deliveries_Container_Take', 'Deliveries_Query', 'Deliveries_Take', 'Diplomat', 'Director', 'Factory_Manager', 'Fitting_Manager', 'Hangar_Query_1', 'Hangar_Query_2', 'Hangar_Query_3', 'Hangar_Query_4', 'Hangar_Query_5', 'Hangar_Query_6', 'Hangar_Query_7', 'Hangar_Take_1', 'Hangar_Take_2', 'Hangar_Take_3', 'Hangar_Take_4', 'Hangar_Take_5', 'Hangar_Take_6', 'Hangar_Take_7', 'Junior_Accountant', 'Personnel_Manager', 'Project_Manager', 'Rent_Factory_Facility', 'Rent_Office', 'Rent_Research_Facility', 'Security_Officer', 'Skill_Plan_Manager', 'Starbase_Defense_Operator', 'Starbase_Fuel_Technician', 'Station_Manager', 'Trader'] | str] | None
    roles_at_other: list[Literal['Account_Take_1', 'Account_Take_2', 'Account_Take_3', 'Account_Take_4', 'Account_Take_5', 'Account_Take_6', 'Account_Take_7', 'Accountant', 'Auditor', 'Brand_Manager', 'Communications_Officer', 'Config_Equipment', 'Config_Starbase_Equipment', 'Container_Take_1', 'Container_Take_2', 'Container_Take_3', 'Container_Take_4', 'Container_Take_5', 'Container_Take_6', 'Container_Take_7', 'Contract_Manager', 'Deliveries_Container_Take', 'Deliveries_Query', 'Deliveries_Take', 'Diplomat', 'Director', 'Factory_Manager', 'Fitting_Manager', 'Hangar_Query_1', 'Hangar_Query_2', 'Hangar_Query_3', 'Hangar_Query_4', 'Hangar_Query_5', 'Hangar_Query_6', 'Hangar_Query_7', 'Hangar_Take_1', 'Hangar_Take_2', 'Hangar_Take_3', 'Hangar_Take_4', 'Hangar_Take_5', 'Hangar_Take_6', 'Hangar_Take_7', 'Junior_Accountant', 'Personnel_Manager', 'Project_Manager', 'Rent_Factory_Facility', 'Rent_Office', 'Rent_Research_Facility', 'Security_Officer', 'Skill_Plan_Manager', 'Starbase_Defense_Operator', 'Starbase_Fuel_Technician', 'Station_Manager', 'Trader'] | str] | None
    title_id: int | None

class CorporationsCorporationIdWalletsGetItem(Row):
    balance: float
    division: int

class CorporationsCorporationIdWalletsDivisionJournalGetItem(Row):
    amount: float | None
    balance: float | None
    context_id: int | None
    context_id_type: Literal['structure_id', 'station_id', 'market_transaction_id', 'character_id', 'corporation_id', 'alliance_id', 'eve_system', 'industry_job_id', 'contract_id', 'planet_id', 'system_id', 'type_id'] | str | None
    date: _datetime
    description: str
    first_party_id: int | None
    id: int
    reason: str | None
    ref_type: Literal['acceleration_gate_fee', 'achievement_category_milestone_reward', 'achievement_milestone_reward', 'advertisement_listing_fee', 'agent_donation', 'agent_location_services', 'agent_miscellaneous', 'agent_mission_collateral_paid', 'agent_mission_collateral_refunded', 'agent_mission_reward', 'agent_mission_reward_corporation_tax', 'agent_mission_security_tax', 'agent_mission_time_bonus_reward', 'agent_mission_time_bonus_reward_corporation_tax', 'agent_security_services', 'agent_services_rendered', 'agents_preward', 'air_career_program_reward', 'alliance_maintainance_fee', 'alliance_registration_fee', 'allignment_based_gate_toll', 'asset_safety_recovery_tax', 'bounty', 'bounty_prize', 'bounty_prize_corporation_tax', 'bounty_prizes', 'bounty_reimbursement', 'bounty_surcharge', 'brokers_fee', 'campaign_objective_isk_reward', 'clone_activation', 'clone_transfer', 'contraband_fine', 'contract_auction_bid', 'contract_auction_bid_corp', 'contract_auction_bid_refund', 'contract_auction_sold', 'contract_brokers_fee', 'contract_brokers_fee_corp', 'contract_collateral', 'contract_collateral_deposited_corp', 'contract_collateral_payout', 'contract_collateral_refund', 'contract_deposit', 'contract_deposit_corp', 'contract_deposit_refund', 'contract_deposit_sales_tax', 'contract_price', 'contract_price_payment_corp', 'contract_reversal', 'contract_reward', 'contract_reward_deposited', 'contract_reward_deposited_corp', 'contract_reward_refund', 'contract_sales_tax', 'copying', 'corporate_reward_payout', 'corporate_reward_tax', 'corporation_account_withdrawal', 'corporation_bulk_payment', 'corporation_dividend_payment', 'corporation_liquidation', 'corporation_logo_change_cost', 'corporation_payment', 'corporation_registration_fee', 'cosmetic_market_component_item_purchase', 'cosmetic_market_skin_purchase', 'cosmetic_market_skin_sale', 'cosmetic_market_skin_sale_broker_fee', 'cosmetic_market_skin_sale_tax', 'cosmetic_market_skin_transaction', 'courier_mission_escrow', 'cspa', 'cspaofflinerefund', 'daily_challenge_reward', 'daily_goal_payouts', 'daily_goal_payouts_tax', 'datacore_fee', 'dna_modification_fee', 'docking_fee', 'duel_wager_escrow', 'duel_wager_payment', 'duel_wager_refund', 'ess_escrow_transfer', 'external_trade_delivery', 'external_trade_freeze', 'external_trade_thaw', 'factory_slot_rental_fee', 'flux_payout', 'flux_tax', 'flux_ticket_repayment', 'flux_ticket_sale', 'freelance_jobs_broadcasting_fee', 'freelance_jobs_duration_fee', 'freelance_jobs_escrow_refund', 'freelance_jobs_reward', 'freelance_jobs_reward_corporation_tax', 'freelance_jobs_reward_escrow', 'gm_cash_transfer', 'gm_plex_fee_refund', 'industry_job_tax', 'industry_security_tax', 'infrastructure_hub_maintenance', 'inheritance', 'insurance', 'insurgency_corruption_contribution_reward', 'insurgency_suppression_contribution_reward', 'item_trader_payment', 'jump_clone_activation_fee', 'jump_clone_installation_fee', 'kill_right_fee', 'lp_store', 'manufacturing', 'market_escrow', 'market_fine_paid', 'market_provider_tax', 'market_security_tax', 'market_transaction', 'medal_creation', 'medal_issued', 'milestone_reward_payment', 'mission_completion', 'mission_cost', 'mission_expiration', 'mission_reward', 'npc_bounty_security_tax', 'office_rental_fee', 'operation_bonus', 'opportunity_reward', 'planetary_construction', 'planetary_export_tax', 'planetary_import_tax', 'player_donation', 'player_trading', 'project_discovery_reward', 'project_discovery_tax', 'project_payouts', 'reaction', 'redeemed_isk_token', 'release_of_impounded_property', 'repair_bill', 'reprocessing_tax', 'researching_material_productivity', 'researching_technology', 'researching_time_productivity', 'resource_wars_reward', 'reverse_engineering', 'season_challenge_reward', 'security_processing_fee', 'shares', 'skill_purchase', 'skyhook_claim_fee', 'sovereignity_bill', 'store_purchase', 'store_purchase_refund', 'structure_gate_jump', 'transaction_tax', 'under_construction', 'upkeep_adjustment_fee', 'war_ally_contract', 'war_fee', 'war_fee_surrender'] | str
    second_party_id: int | None
    tax: float | None
    tax_receiver_id: int | None

class CorporationsCorporationIdWalletsDivisionTransactionsGetItem(Row):
    client_id: int
    date: _datetime
    is_buy: bool
    journal_ref_id: int
    location_id: int
    quantity: int
    transaction_id: int
    type_id: int
    unit_price: float

class CosmeticsSkinrSlotnanocoating(Row):
    id: int

class Nanocoating(Row):
    nanocoating: CosmeticsSkinrSlotnanocoating | None

class CosmeticsSkinrPatternprojection(Row):
    slot1: bool
    slot2: bool
    slot3: bool
    slot4: bool

class CosmeticsSkinrVector3(Row):
    x: float
    y: float
    z: float

class CosmeticsSkinrVector4(Row):
    w: float
    x: float
    y: float
    z: float

class CosmeticsSkinrPatterntransform(Row):
    position: CosmeticsSkinrVector3
    rotation: CosmeticsSkinrVector4
    scaling: CosmeticsSkinrVector3

class CosmeticsSkinrPatternconfiguration(Row):
    mirrored: bool
    projection: CosmeticsSkinrPatternprojection
    transform: CosmeticsSkinrPatterntransform

class CosmeticsSkinrSlotpattern(Row):
    configuration: CosmeticsSkinrPatternconfiguration
    id: int

class Pattern(Row):
    pattern: CosmeticsSkinrSlotpattern | None

class CosmeticsSkinrLayoutslotConfiguration(Row):
    root: Nanocoating | Pattern

class CosmeticsSkinrLayoutslot(Row):
    configuration: CosmeticsSkinrLayoutslotConfiguration
    id: int

class CosmeticsSkinrLayout(Row):
    pattern_blend_mode: Literal['normal', 'subtract', 'exclusion', 'nested', 'nested_inverted'] | str
    slots: list[CosmeticsSkinrLayoutslot]

class CosmeticsSkinrTier(Row):
    level: int

class CosmeticsSkinr(Row):
    creator_id: int
    id: str
    layout: CosmeticsSkinrLayout
    line: str | None
    name: str
    ship_type_id: int
    tier: CosmeticsSkinrTier

class DogmaAttributesAttributeIdGet(Row):
    attribute_id: int
    default_value: float | None
    description: str | None
    display_name: str | None
    high_is_good: bool | None
    icon_id: int | None
    name: str | None
    published: bool | None
    stackable: bool | None
    unit_id: int | None

class DogmaDynamicItemsTypeIdItemIdGetDogmaAttributesItem(Row):
    attribute_id: int
    value: float

class DogmaDynamicItemsTypeIdItemIdGetDogmaEffectsItem(Row):
    effect_id: int
    is_default: bool

class DogmaDynamicItemsTypeIdItemIdGet(Row):
    created_by: int
    dogma_attributes: list[DogmaDynamicItemsTypeIdItemIdGetDogmaAttributesItem]
    dogma_effects: list[DogmaDynamicItemsTypeIdItemIdGetDogmaEffectsItem]
    mutator_type_id: int
    source_type_id: int

class DogmaEffectsEffectIdGetModifiersItem(Row):
    domain: str | None
    effect_id: int | None
    func: str
    modified_attribute_id: int | None
    modifying_attribute_id: int | None
    operator: int | None

class DogmaEffectsEffectIdGet(Row):
    description: str | None
    disallow_auto_repeat: bool | None
    discharge_attribute_id: int | None
    display_name: str | None
    duration_attribute_id: int | None
    effect_category: int | None
    effect_id: int
    electronic_chance: bool | None
    falloff_attribute_id: int | None
    icon_id: int | None
    is_assistance: bool | None
    is_offensive: bool | None
    is_warp_safe: bool | None
    modifiers: list[DogmaEffectsEffectIdGetModifiersItem] | None
    name: str | None
    post_expression: int | None
    pre_expression: int | None
    published: bool | None
    range_attribute_id: int | None
    range_chance: bool | None
    tracking_speed_attribute_id: int | None

class FleetsFleetIdGet(Row):
    is_free_move: bool
    is_registered: bool
    is_voice_enabled: bool
    motd: str

class FleetsFleetIdMembersGetItem(Row):
    character_id: int
    join_time: _datetime
    role: Literal['fleet_commander', 'wing_commander', 'squad_commander', 'squad_member'] | str
    role_name: str
    ship_type_id: int
    solar_system_id: int
    squad_id: int
    station_id: int | None
    takes_fleet_warp: bool
    wing_id: int

class FleetsFleetIdWingsGetItemSquadsItem(Row):
    id: int
    name: str

class FleetsFleetIdWingsGetItem(Row):
    id: int
    name: str
    squads: list[FleetsFleetIdWingsGetItemSquadsItem]

class FreelanceJobsListing(Row):
    cursor: Cursor | None
    freelance_jobs: list[FreelanceJobsDetailFreelancejob]

class FreelanceJobsDetailBroadcastlocations(Row):
    id: int
    name: str

class FreelanceJobsDetailRestrictions(Row):
    maximum_age: int | None
    minimum_age: int | None

class FreelanceJobsDetailAccessandvisibility(Row):
    acl_protected: bool
    broadcast_locations: list[FreelanceJobsDetailBroadcastlocations] | None
    restrictions: FreelanceJobsDetailRestrictions | None

class FreelanceJobsDetailParametermatchervalue(Row):
    value_type: str
    values: list[str]

class FreelanceJobsDetailParametermatcher(Row):
    values: list[FreelanceJobsDetailParametermatchervalue]

class Matcher(Row):
    matcher: FreelanceJobsDetailParametermatcher | None

class FreelanceJobsDetailParameteroptions(Row):
    selected: list[str]

class Options(Row):
    options: FreelanceJobsDetailParameteroptions | None

class FreelanceJobsDetailParameterboolean(Row):
    value: bool

class Boolean(Row):
    boolean: FreelanceJobsDetailParameterboolean | None

class FreelanceJobsDetailParametercorporationitemdelivery(Row):
    corporation_office_location: FreelanceJobsDetailParametermatcher
    item_type: FreelanceJobsDetailParametermatcher

class CorporationItemDelivery(Row):
    corporation_item_delivery: FreelanceJobsDetailParametercorporationitemdelivery | None

class FreelanceJobsDetailConfigurationParametersValue(Row):
    root: Matcher | Options | Boolean | CorporationItemDelivery

class FreelanceJobsDetailConfigurationParameters(Row):
    root: dict[str, FreelanceJobsDetailConfigurationParametersValue]

class FreelanceJobsDetailConfiguration(Row):
    method: str
    parameters: FreelanceJobsDetailConfigurationParameters
    version: int

class FreelanceJobsDetailContribution(Row):
    contribution_per_participant_limit: int | None
    max_committed_participants: int
    reward_per_contribution: float | None
    submission_limit: int | None
    submission_multiplier: float | None

class FreelanceJobsDetailCreatorcharacter(Row):
    id: int
    name: str

class FreelanceJobsDetailCreatorcorporation(Row):
    id: int
    name: str

class FreelanceJobsDetailCreator(Row):
    character: FreelanceJobsDetailCreatorcharacter
    corporation: FreelanceJobsDetailCreatorcorporation

class FreelanceJobsDetailDetails(Row):
    career: Literal['Unspecified', 'Explorer', 'Industrialist', 'Enforcer', 'Soldier of Fortune'] | str
    created: _datetime
    creator: FreelanceJobsDetailCreator
    description: str
    expires: _datetime | None
    finished: _datetime | None

class FreelanceJobsDetail(Row):
    access_and_visibility: FreelanceJobsDetailAccessandvisibility
    configuration: FreelanceJobsDetailConfiguration
    contribution: FreelanceJobsDetailContribution | None
    details: FreelanceJobsDetailDetails
    id: UUID
    last_modified: _datetime
    name: str
    progress: FreelanceJobsDetailProgress
    reward: FreelanceJobsDetailReward | None
    state: Literal['Unspecified', 'Active', 'Closed', 'Completed', 'Expired', 'Deleted'] | str

class FwLeaderboardsGetKillsActiveTotalItem(Row):
    amount: int | None
    faction_id: int | None

class FwLeaderboardsGetKillsLastWeekItem(Row):
    amount: int | None
    faction_id: int | None

class FwLeaderboardsGetKillsYesterdayItem(Row):
    amount: int | None
    faction_id: int | None

class FwLeaderboardsGetKills(Row):
    active_total: list[FwLeaderboardsGetKillsActiveTotalItem]
    last_week: list[FwLeaderboardsGetKillsLastWeekItem]
    yesterday: list[FwLeaderboardsGetKillsYesterdayItem]

class FwLeaderboardsGetVictoryPointsActiveTotalItem(Row):
    amount: int | None
    faction_id: int | None

class FwLeaderboardsGetVictoryPointsLastWeekItem(Row):
    amount: int | None
    faction_id: int | None

class FwLeaderboardsGetVictoryPointsYesterdayItem(Row):
    amount: int | None
    faction_id: int | None

class FwLeaderboardsGetVictoryPoints(Row):
    active_total: list[FwLeaderboardsGetVictoryPointsActiveTotalItem]
    last_week: list[FwLeaderboardsGetVictoryPointsLastWeekItem]
    yesterday: list[FwLeaderboardsGetVictoryPointsYesterdayItem]

class FwLeaderboardsGet(Row):
    kills: FwLeaderboardsGetKills
    victory_points: FwLeaderboardsGetVictoryPoints

class FwLeaderboardsCharactersGetKillsActiveTotalItem(Row):
    amount: int | None
    character_id: int | None

class FwLeaderboardsCharactersGetKillsLastWeekItem(Row):
    amount: int | None
    character_id: int | None

class FwLeaderboardsCharactersGetKillsYesterdayItem(Row):
    amount: int | None
    character_id: int | None

class FwLeaderboardsCharactersGetKills(Row):
    active_total: list[FwLeaderboardsCharactersGetKillsActiveTotalItem]
    last_week: list[FwLeaderboardsCharactersGetKillsLastWeekItem]
    yesterday: list[FwLeaderboardsCharactersGetKillsYesterdayItem]

class FwLeaderboardsCharactersGetVictoryPointsActiveTotalItem(Row):
    amount: int | None
    character_id: int | None

class FwLeaderboardsCharactersGetVictoryPointsLastWeekItem(Row):
    amount: int | None
    character_id: int | None

class FwLeaderboardsCharactersGetVictoryPointsYesterdayItem(Row):
    amount: int | None
    character_id: int | None

class FwLeaderboardsCharactersGetVictoryPoints(Row):
    active_total: list[FwLeaderboardsCharactersGetVictoryPointsActiveTotalItem]
    last_week: list[FwLeaderboardsCharactersGetVictoryPointsLastWeekItem]
    yesterday: list[FwLeaderboardsCharactersGetVictoryPointsYesterdayItem]

class FwLeaderboardsCharactersGet(Row):
    kills: FwLeaderboardsCharactersGetKills
    victory_points: FwLeaderboardsCharactersGetVictoryPoints

class FwLeaderboardsCorporationsGetKillsActiveTotalItem(Row):
    amount: int | None
    corporation_id: int | None

class FwLeaderboardsCorporationsGetKillsLastWeekItem(Row):
    amount: int | None
    corporation_id: int | None

class FwLeaderboardsCorporationsGetKillsYesterdayItem(Row):
    amount: int | None
    corporation_id: int | None

class FwLeaderboardsCorporationsGetKills(Row):
    active_total: list[FwLeaderboardsCorporationsGetKillsActiveTotalItem]
    last_week: list[FwLeaderboardsCorporationsGetKillsLastWeekItem]
    yesterday: list[FwLeaderboardsCorporationsGetKillsYesterdayItem]

class FwLeaderboardsCorporationsGetVictoryPointsActiveTotalItem(Row):
    amount: int | None
    corporation_id: int | None

class FwLeaderboardsCorporationsGetVictoryPointsLastWeekItem(Row):
    amount: int | None
    corporation_id: int | None

class FwLeaderboardsCorporationsGetVictoryPointsYesterdayItem(Row):
    amount: int | None
    corporation_id: int | None

class FwLeaderboardsCorporationsGetVictoryPoints(Row):
    active_total: list[FwLeaderboardsCorporationsGetVictoryPointsActiveTotalItem]
    last_week: list[FwLeaderboardsCorporationsGetVictoryPointsLastWeekItem]
    yesterday: list[FwLeaderboardsCorporationsGetVictoryPointsYesterdayItem]

class FwLeaderboardsCorporationsGet(Row):
    kills: FwLeaderboardsCorporationsGetKills
    victory_points: FwLeaderboardsCorporationsGetVictoryPoints

class FwStatsGetItemKills(Row):
    last_week: int
    total: int
    yesterday: int

class FwStatsGetItemVictoryPoints(Row):
    last_week: int
    total: int
    yesterday: int

class FwStatsGetItem(Row):
    faction_id: int
    kills: FwStatsGetItemKills
    pilots: int
    systems_controlled: int
    victory_points: FwStatsGetItemVictoryPoints

class FwSystemsGetItem(Row):
    contested: Literal['captured', 'contested', 'uncontested', 'vulnerable'] | str
    occupier_faction_id: int
    owner_faction_id: int
    solar_system_id: int
    victory_points: int
    victory_points_threshold: int

class FwWarsGetItem(Row):
    against_id: int
    faction_id: int

class IncursionsGetItem(Row):
    constellation_id: int
    faction_id: int
    has_boss: bool
    infested_solar_systems: list[int]
    influence: float
    staging_solar_system_id: int
    state: Literal['withdrawing', 'mobilizing', 'established'] | str
    type: str

class IndustryFacilitiesGetItem(Row):
    facility_id: int
    owner_id: int
    region_id: int
    solar_system_id: int
    tax: float | None
    type_id: int

class IndustrySystemsGetItemCostIndicesItem(Row):
    activity: Literal['copying', 'duplicating', 'invention', 'manufacturing', 'none', 'reaction', 'researching_material_efficiency', 'researching_technology', 'researching_time_efficiency', 'reverse_engineering'] | str
    cost_index: float

class IndustrySystemsGetItem(Row):
    cost_indices: list[IndustrySystemsGetItemCostIndicesItem]
    solar_system_id: int

class InsurancePricesGetItemLevelsItem(Row):
    cost: float
    name: str
    payout: float

class InsurancePricesGetItem(Row):
    levels: list[InsurancePricesGetItemLevelsItem]
    type_id: int

class KillmailsKillmailIdKillmailHashGetAttackersItem(Row):
    alliance_id: int | None
    character_id: int | None
    corporation_id: int | None
    damage_done: int
    faction_id: int | None
    final_blow: bool
    security_status: float
    ship_type_id: int | None
    weapon_type_id: int | None

class KillmailsKillmailIdKillmailHashGetVictimItemsItemItemsItem(Row):
    flag: int
    item_type_id: int
    quantity_destroyed: int | None
    quantity_dropped: int | None
    singleton: int

class KillmailsKillmailIdKillmailHashGetVictimItemsItem(Row):
    flag: int
    item_type_id: int
    items: list[KillmailsKillmailIdKillmailHashGetVictimItemsItemItemsItem] | None
    quantity_destroyed: int | None
    quantity_dropped: int | None
    singleton: int

class KillmailsKillmailIdKillmailHashGetVictimPosition(Row):
    x: float
    y: float
    z: float

class KillmailsKillmailIdKillmailHashGetVictim(Row):
    alliance_id: int | None
    character_id: int | None
    corporation_id: int | None
    damage_taken: int
    faction_id: int | None
    items: list[KillmailsKillmailIdKillmailHashGetVictimItemsItem] | None
    position: KillmailsKillmailIdKillmailHashGetVictimPosition | None
    ship_type_id: int

class KillmailsKillmailIdKillmailHashGet(Row):
    attackers: list[KillmailsKillmailIdKillmailHashGetAttackersItem]
    killmail_id: int
    killmail_time: _datetime
    moon_id: int | None
    solar_system_id: int
    victim: KillmailsKillmailIdKillmailHashGetVictim
    war_id: int | None

class LoyaltyStoresCorporationIdOffersGetItemRequiredItemsItem(Row):
    quantity: int
    type_id: int

class LoyaltyStoresCorporationIdOffersGetItem(Row):
    ak_cost: int | None
    isk_cost: int
    lp_cost: int
    offer_id: int
    quantity: int
    required_items: list[LoyaltyStoresCorporationIdOffersGetItemRequiredItemsItem]
    type_id: int

class MarketsGroupsMarketGroupIdGet(Row):
    description: str
    market_group_id: int
    name: str
    parent_group_id: int | None
    types: list[int]

class MarketsPricesGetItem(Row):
    adjusted_price: float | None
    average_price: float | None
    type_id: int

class MarketsRegionIdHistoryGetItem(Row):
    average: float
    date: _date
    highest: float
    lowest: float
    order_count: int
    volume: int

class MarketsRegionIdOrdersGetItem(Row):
    duration: int
    is_buy_order: bool
    issued: _datetime
    location_id: int
    min_volume: int
    order_id: int
    price: float
    range: Literal['station', 'region', 'solarsystem', '1', '2', '3', '4', '5', '10', '20', '30', '40'] | str
    system_id: int
    type_id: int
    volume_remain: int
    volume_total: int

class MarketsStructuresStructureIdGetItem(Row):
    duration: int
    is_buy_order: bool
    issued: _datetime
    location_id: int
    min_volume: int
    order_id: int
    price: float
    range: Literal['station', 'region', 'solarsystem', '1', '2', '3', '4', '5', '10', '20', '30', '40'] | str
    type_id: int
    volume_remain: int
    volume_total: int

class MetaChangelogEntry(Row):
    compatibility_date: _date
    description: str
    method: Literal['GET', 'POST', 'PUT', 'DELETE'] | str
    path: str
    type: Literal['breaking', 'changed', 'new', 'removed'] | str

class MetaChangelogChangelog(Row):
    root: dict[str, list[MetaChangelogEntry]]

class MetaChangelog(Row):
    changelog: MetaChangelogChangelog

class MetaCompatibilityDates(Row):
    compatibility_dates: list[_date]

class MetaNameEntry(Row):
    date: str
    name: str

class MetaName(Row):
    current: str
    history: list[MetaNameEntry]

class MetaStatusRoutestatus(Row):
    method: Literal['GET', 'POST', 'PUT', 'DELETE'] | str
    path: str
    status: Literal['Unknown', 'OK', 'Degraded', 'Down', 'Recovering'] | str

class MetaStatus(Row):
    routes: list[MetaStatusRoutestatus]

class MilitaryCampaignsDetailCampaign(Row):
    finished: _datetime | None
    id: UUID
    progress: int
    started: _datetime | None
    state: Literal['Unspecified', 'Active', 'Completed', 'Expired'] | str

class MilitaryCampaignsListing(Row):
    campaigns: list[MilitaryCampaignsDetailCampaign]

class MilitaryCampaignsDetail(Row):
    finished: _datetime | None
    id: UUID
    progress: int
    started: _datetime | None
    state: Literal['Unspecified', 'Active', 'Completed', 'Expired'] | str

class MilitaryCampaignsObjectivesDetailParticipants(Row):
    committed: int
    contributors: int
    total: int

class MilitaryCampaignsObjectivesDetailObjective(Row):
    finished: _datetime | None
    id: UUID
    last_modified: _datetime
    participants: MilitaryCampaignsObjectivesDetailParticipants
    progress: int
    started: _datetime | None
    state: Literal['Unspecified', 'Active', 'Completed', 'Expired'] | str

class MilitaryCampaignsObjectivesListing(Row):
    cursor: Cursor | None
    objectives: list[MilitaryCampaignsObjectivesDetailObjective]

class MilitaryCampaignsObjectivesDetail(Row):
    finished: _datetime | None
    id: UUID
    last_modified: _datetime
    participants: MilitaryCampaignsObjectivesDetailParticipants
    progress: int
    started: _datetime | None
    state: Literal['Unspecified', 'Active', 'Completed', 'Expired'] | str

class ParagonHubSkinrInternalItemPrice(Row):
    root: Isk | Plex

class ParagonHubSkinrInternalItem(Row):
    created: _datetime
    expires: _datetime
    id: UUID
    last_modified: _datetime
    price: ParagonHubSkinrInternalItemPrice
    quantity: int
    seller_id: int
    skinr_id: str
    state: Literal['listed', 'sold_out', 'expired', 'removed'] | str

class ParagonHubSkinr(Row):
    cursor: Cursor | None
    listings: list[ParagonHubSkinrInternalItem]

class ParagonHubSkinrAlliances(Row):
    cursor: Cursor | None
    listings: list[ParagonHubSkinrInternalItem]

class ParagonHubSkinrCharacters(Row):
    cursor: Cursor | None
    listings: list[ParagonHubSkinrInternalItem]

class ParagonHubSkinrCorporations(Row):
    cursor: Cursor | None
    listings: list[ParagonHubSkinrInternalItem]

class SkyhooksRaidableTheftvulnerability(Row):
    end: _datetime
    start: _datetime

class SkyhooksRaidableVulnerableskyhook(Row):
    planet_id: int
    solar_system_id: int
    theft_vulnerability: SkyhooksRaidableTheftvulnerability

class SkyhooksRaidable(Row):
    skyhooks: list[SkyhooksRaidableVulnerableskyhook]

class SovereigntyCampaignsGetItemParticipantsItem(Row):
    alliance_id: int
    score: float

class SovereigntyCampaignsGetItem(Row):
    attackers_score: float | None
    campaign_id: int
    constellation_id: int
    defender_id: int | None
    defender_score: float | None
    event_type: Literal['tcu_defense', 'ihub_defense', 'station_defense', 'station_freeport'] | str
    participants: list[SovereigntyCampaignsGetItemParticipantsItem] | None
    solar_system_id: int
    start_time: _datetime
    structure_id: int

class SovereigntySystemsFaction(Row):
    faction_id: int

class Faction(Row):
    faction: SovereigntySystemsFaction | None

class SovereigntySystemsDevelopment(Row):
    activity_defense_multiplier: float
    industrial_level: int
    military_level: int
    strategic_level: int

class SovereigntySystemsVulnerabilitywindow(Row):
    end: _datetime
    start: _datetime

class SovereigntySystemsSovereigntyhub(Row):
    id: int
    vulnerability_window: SovereigntySystemsVulnerabilitywindow | None

class SovereigntySystemsAlliance(Row):
    alliance_id: int
    claimed_since: _datetime
    corporation_id: int
    development: SovereigntySystemsDevelopment
    is_capital_system: bool
    sovereignty_hub: SovereigntySystemsSovereigntyhub

class Alliance(Row):
    alliance: SovereigntySystemsAlliance | None

class Unclaimed(Row):
    unclaimed: bool | None

class SovereigntySystemsSolarsystemClaim(Row):
    root: Faction | Alliance | Unclaimed

class SovereigntySystemsSolarsystem(Row):
    claim: SovereigntySystemsSolarsystemClaim
    solar_system_id: int

class SovereigntySystems(Row):
    solar_systems: list[SovereigntySystemsSolarsystem]

class Status(Row):
    players: int
    server_version: str
    start_time: _datetime
    vip: bool

class UniverseAncestriesGetItem(Row):
    bloodline_id: int
    description: str
    icon_id: int | None
    id: int
    name: str
    short_description: str | None

class UniverseAsteroidBeltsAsteroidBeltIdGetPosition(Row):
    x: float
    y: float
    z: float

class UniverseAsteroidBeltsAsteroidBeltIdGet(Row):
    name: str
    position: UniverseAsteroidBeltsAsteroidBeltIdGetPosition
    system_id: int

class UniverseBloodlinesGetItem(Row):
    bloodline_id: int
    charisma: int
    corporation_id: int
    description: str
    intelligence: int
    memory: int
    name: str
    perception: int
    race_id: int
    ship_type_id: int
    willpower: int

class UniverseCategoriesCategoryIdGet(Row):
    category_id: int
    groups: list[int]
    name: str
    published: bool

class UniverseConstellationsConstellationIdGetPosition(Row):
    x: float
    y: float
    z: float

class UniverseConstellationsConstellationIdGet(Row):
    constellation_id: int
    name: str
    position: UniverseConstellationsConstellationIdGetPosition
    region_id: int
    systems: list[int]

class UniverseFactionsGetItem(Row):
    corporation_id: int | None
    description: str
    faction_id: int
    is_unique: bool
    militia_corporation_id: int | None
    name: str
    size_factor: float
    solar_system_id: int | None
    station_count: int
    station_system_count: int

class UniverseGraphicsGraphicIdGet(Row):
    collision_file: str | None
    graphic_file: str | None
    graphic_id: int
    icon_folder: str | None
    sof_dna: str | None
    sof_fation_name: str | None
    sof_hull_name: str | None
    sof_race_name: str | None

class UniverseGroupsGroupIdGet(Row):
    category_id: int
    group_id: int
    name: str
    published: bool
    types: list[int]

class UniverseMoonsMoonIdGetPosition(Row):
    x: float
    y: float
    z: float

class UniverseMoonsMoonIdGet(Row):
    moon_id: int
    name: str
    position: UniverseMoonsMoonIdGetPosition
    system_id: int

class UniversePlanetsPlanetIdGetPosition(Row):
    x: float
    y: float
    z: float

class UniversePlanetsPlanetIdGet(Row):
    name: str
    planet_id: int
    position: UniversePlanetsPlanetIdGetPosition
    system_id: int
    type_id: int

class UniverseRacesGetItem(Row):
    alliance_id: int
    description: str
    name: str
    race_id: int

class UniverseRegionsRegionIdGet(Row):
    constellations: list[int]
    description: str | None
    name: str
    region_id: int

class UniverseSchematicsSchematicIdGet(Row):
    cycle_time: int
    schematic_name: str

class UniverseStargatesStargateIdGetDestination(Row):
    stargate_id: int
    system_id: int

class UniverseStargatesStargateIdGetPosition(Row):
    x: float
    y: float
    z: float

class UniverseStargatesStargateIdGet(Row):
    destination: UniverseStargatesStargateIdGetDestination
    name: str
    position: UniverseStargatesStargateIdGetPosition
    stargate_id: int
    system_id: int
    type_id: int

class UniverseStarsStarIdGet(Row):
    age: int
    luminosity: float
    name: str
    radius: int
    solar_system_id: int
    spectral_class: Literal['K2 V', 'K4 V', 'G2 V', 'G8 V', 'M7 V', 'K7 V', 'M2 V', 'K5 V', 'M3 V', 'G0 V', 'G7 V', 'G3 V', 'F9 V', 'G5 V', 'F6 V', 'K8 V', 'K9 V', 'K6 V', 'G9 V', 'G6 V', 'G4 VI', 'G4 V', 'F8 V', 'F2 V', 'F1 V', 'K3 V', 'F0 VI', 'G1 VI', 'G0 VI', 'K1 V', 'M4 V', 'M1 V', 'M6 V', 'M0 V', 'K2 IV', 'G2 VI', 'K0 V', 'K5 IV', 'F5 VI', 'G6 VI', 'F6 VI', 'F2 IV', 'G3 VI', 'M8 V', 'F1 VI', 'K1 IV', 'F7 V', 'G5 VI', 'M5 V', 'G7 VI', 'F5 V', 'F4 VI', 'F8 VI', 'K3 IV', 'F4 IV', 'F0 V', 'G7 IV', 'G8 VI', 'F2 VI', 'F4 V', 'F7 VI', 'F3 V', 'G1 V', 'G9 VI', 'F3 IV', 'F9 VI', 'M9 V', 'K0 IV', 'F1 IV', 'G4 IV', 'F3 VI', 'K4 IV', 'G5 IV', 'G3 IV', 'G1 IV', 'K7 IV', 'G0 IV', 'K6 IV', 'K9 IV', 'G2 IV', 'F9 IV', 'F0 IV', 'K8 IV', 'G8 IV', 'F6 IV', 'F5 IV', 'A0', 'A0IV', 'A0IV2'] | str
    temperature: int
    type_id: int

class UniverseStationsStationIdGetPosition(Row):
    x: float
    y: float
    z: float

class UniverseStationsStationIdGet(Row):
    max_dockable_ship_volume: float
    name: str
    office_rental_cost: float
    owner: int | None
    position: UniverseStationsStationIdGetPosition
    race_id: int | None
    reprocessing_efficiency: float
    reprocessing_stations_take: float
    services: list[Literal['bounty-missions', 'assasination-missions', 'courier-missions', 'interbus', 'reprocessing-plant', 'refinery', 'market', 'black-market', 'stock-exchange', 'cloning', 'surgery', 'dna-therapy', 'repair-facilities', 'factory', 'labratory', 'gambling', 'fitting', 'paintshop', 'news', 'storage', 'insurance', 'docking', 'office-rental', 'jump-clone-facility', 'loyalty-point-store', 'navy-offices', 'security-offices'] | str]
    station_id: int
    system_id: int
    type_id: int

class UniverseStructuresStructureIdGetPosition(Row):
    x: float
    y: float
    z: float

class UniverseStructuresStructureIdGet(Row):
    name: str
    owner_id: int
    position: UniverseStructuresStructureIdGetPosition | None
    solar_system_id: int
    type_id: int | None

class UniverseSystemJumpsGetItem(Row):
    ship_jumps: int
    system_id: int

class UniverseSystemKillsGetItem(Row):
    npc_kills: int
    pod_kills: int
    ship_kills: int
    system_id: int

class UniverseSystemsSystemIdGetPlanetsItem(Row):
    asteroid_belts: list[int] | None
    moons: list[int] | None
    planet_id: int

class UniverseSystemsSystemIdGetPosition(Row):
    x: float
    y: float
    z: float

class UniverseSystemsSystemIdGet(Row):
    constellation_id: int
    name: str
    planets: list[UniverseSystemsSystemIdGetPlanetsItem] | None
    position: UniverseSystemsSystemIdGetPosition
    security_class: str | None
    security_status: float
    star_id: int | None
    stargates: list[int] | None
    stations: list[int] | None
    system_id: int

class UniverseTypesTypeIdGetDogmaAttributesItem(Row):
    attribute_id: int
    value: float

class UniverseTypesTypeIdGetDogmaEffectsItem(Row):
    effect_id: int
    is_default: bool

class UniverseTypesTypeIdGet(Row):
    capacity: float | None
    description: str
    dogma_attributes: list[UniverseTypesTypeIdGetDogmaAttributesItem] | None
    dogma_effects: list[UniverseTypesTypeIdGetDogmaEffectsItem] | None
    graphic_id: int | None
    group_id: int
    icon_id: int | None
    market_group_id: int | None
    mass: float | None
    name: str
    packaged_volume: float | None
    portion_size: int | None
    published: bool
    radius: float | None
    type_id: int
    volume: float | None

class WarsWarIdGetAggressor(Row):
    alliance_id: int | None
    corporation_id: int | None
    isk_destroyed: float
    ships_killed: int

class WarsWarIdGetAlliesItem(Row):
    alliance_id: int | None
    corporation_id: int | None

class WarsWarIdGetDefender(Row):
    alliance_id: int | None
    corporation_id: int | None
    isk_destroyed: float
    ships_killed: int

class WarsWarIdGet(Row):
    aggressor: WarsWarIdGetAggressor
    allies: list[WarsWarIdGetAlliesItem] | None
    declared: _datetime
    defender: WarsWarIdGetDefender
    finished: _datetime | None
    id: int
    mutual: bool
    open_for_allies: bool
    retracted: _datetime | None
    started: _datetime | None

class WarsWarIdKillmailsGetItem(Row):
    killmail_hash: str
    killmail_id: int

class CharactersAffiliationPostItem(Row):
    alliance_id: int | None
    character_id: int
    corporation_id: int
    faction_id: int | None

class CharactersCharacterIdAssetsLocationsPostItemPosition(Row):
    x: float
    y: float
    z: float

class CharactersCharacterIdAssetsLocationsPostItem(Row):
    item_id: int
    position: CharactersCharacterIdAssetsLocationsPostItemPosition

class CharactersCharacterIdAssetsNamesPostItem(Row):
    item_id: int
    name: str

class CharactersCharacterIdFittingsPost(Row):
    fitting_id: int

class CorporationsCorporationIdAssetsLocationsPostItemPosition(Row):
    x: float
    y: float
    z: float

class CorporationsCorporationIdAssetsLocationsPostItem(Row):
    item_id: int
    position: CorporationsCorporationIdAssetsLocationsPostItemPosition

class CorporationsCorporationIdAssetsNamesPostItem(Row):
    item_id: int
    name: str

class FleetsFleetIdWingsPost(Row):
    wing_id: int

class FleetsFleetIdWingsWingIdSquadsPost(Row):
    squad_id: int

class Route(Row):
    route: list[int]

class UniverseIdsPostAgentsItem(Row):
    id: int | None
    name: str | None

class UniverseIdsPostAlliancesItem(Row):
    id: int | None
    name: str | None

class UniverseIdsPostCharactersItem(Row):
    id: int | None
    name: str | None

class UniverseIdsPostConstellationsItem(Row):
    id: int | None
    name: str | None

class UniverseIdsPostCorporationsItem(Row):
    id: int | None
    name: str | None

class UniverseIdsPostFactionsItem(Row):
    id: int | None
    name: str | None

class UniverseIdsPostInventoryTypesItem(Row):
    id: int | None
    name: str | None

class UniverseIdsPostRegionsItem(Row):
    id: int | None
    name: str | None

class UniverseIdsPostStationsItem(Row):
    id: int | None
    name: str | None

class UniverseIdsPostSystemsItem(Row):
    id: int | None
    name: str | None

class UniverseIdsPost(Row):
    agents: list[UniverseIdsPostAgentsItem] | None
    alliances: list[UniverseIdsPostAlliancesItem] | None
    characters: list[UniverseIdsPostCharactersItem] | None
    constellations: list[UniverseIdsPostConstellationsItem] | None
    corporations: list[UniverseIdsPostCorporationsItem] | None
    factions: list[UniverseIdsPostFactionsItem] | None
    inventory_types: list[UniverseIdsPostInventoryTypesItem] | None
    regions: list[UniverseIdsPostRegionsItem] | None
    stations: list[UniverseIdsPostStationsItem] | None
    systems: list[UniverseIdsPostSystemsItem] | None

class UniverseNamesPostItem(Row):
    category: Literal['alliance', 'character', 'constellation', 'corporation', 'inventory_type', 'region', 'solar_system', 'station', 'faction'] | str
    id: int
    name: str

AccessListID = int

AllianceID = int

AlliancesAllianceIdContactsGet = list[AlliancesAllianceIdContactsGetItem]

AlliancesAllianceIdContactsLabelsGet = list[AlliancesAllianceIdContactsLabelsGetItem]

AlliancesAllianceIdCorporationsGet = list[int]

AlliancesGet = list[int]

ArchetypeID = int

AttributeID = int

BloodlineID = int

CharacterID = int

CharactersAffiliationPost = list[CharactersAffiliationPostItem]

CharactersCharacterIdAgentsResearchGet = list[CharactersCharacterIdAgentsResearchGetItem]

CharactersCharacterIdAssetsGet = list[CharactersCharacterIdAssetsGetItem]

CharactersCharacterIdAssetsLocationsPost = list[CharactersCharacterIdAssetsLocationsPostItem]

CharactersCharacterIdAssetsNamesPost = list[CharactersCharacterIdAssetsNamesPostItem]

CharactersCharacterIdBlueprintsGet = list[CharactersCharacterIdBlueprintsGetItem]

CharactersCharacterIdCalendarEventIdAttendeesGet = list[CharactersCharacterIdCalendarEventIdAttendeesGetItem]

CharactersCharacterIdCalendarGet = list[CharactersCharacterIdCalendarGetItem]

CharactersCharacterIdContactsGet = list[CharactersCharacterIdContactsGetItem]

CharactersCharacterIdContactsLabelsGet = list[CharactersCharacterIdContactsLabelsGetItem]

CharactersCharacterIdContactsPost = list[int]

CharactersCharacterIdContractsContractIdBidsGet = list[CharactersCharacterIdContractsContractIdBidsGetItem]

CharactersCharacterIdContractsContractIdItemsGet = list[CharactersCharacterIdContractsContractIdItemsGetItem]

CharactersCharacterIdContractsGet = list[CharactersCharacterIdContractsGetItem]

CharactersCharacterIdCorporationhistoryGet = list[CharactersCharacterIdCorporationhistoryGetItem]

CharactersCharacterIdCspaPost = float

CharactersCharacterIdFittingsGet = list[CharactersCharacterIdFittingsGetItem]

CharactersCharacterIdImplantsGet = list[int]

CharactersCharacterIdIndustryJobsGet = list[CharactersCharacterIdIndustryJobsGetItem]

CharactersCharacterIdKillmailsRecentGet = list[CharactersCharacterIdKillmailsRecentGetItem]

CharactersCharacterIdLoyaltyPointsGet = list[CharactersCharacterIdLoyaltyPointsGetItem]

CharactersCharacterIdMailGet = list[CharactersCharacterIdMailGetItem]

CharactersCharacterIdMailLabelsPost = int

CharactersCharacterIdMailListsGet = list[CharactersCharacterIdMailListsGetItem]

CharactersCharacterIdMailPost = int

CharactersCharacterIdMedalsGet = list[CharactersCharacterIdMedalsGetItem]

CharactersCharacterIdMiningGet = list[CharactersCharacterIdMiningGetItem]

CharactersCharacterIdNotificationsContactsGet = list[CharactersCharacterIdNotificationsContactsGetItem]

CharactersCharacterIdNotificationsGet = list[CharactersCharacterIdNotificationsGetItem]

CharactersCharacterIdOrdersGet = list[CharactersCharacterIdOrdersGetItem]

CharactersCharacterIdOrdersHistoryGet = list[CharactersCharacterIdOrdersHistoryGetItem]

CharactersCharacterIdPlanetsGet = list[CharactersCharacterIdPlanetsGetItem]

CharactersCharacterIdStandingsGet = list[CharactersCharacterIdStandingsGetItem]

CharactersCharacterIdTitlesGet = list[CharactersCharacterIdTitlesGetItem]

CharactersCharacterIdWalletGet = float

CharactersCharacterIdWalletJournalGet = list[CharactersCharacterIdWalletJournalGetItem]

CharactersCharacterIdWalletTransactionsGet = list[CharactersCharacterIdWalletTransactionsGetItem]

CompatibilityDate = _date

ConstellationID = int

ContractsPublicBidsContractIdGet = list[ContractsPublicBidsContractIdGetItem]

ContractsPublicItemsContractIdGet = list[ContractsPublicItemsContractIdGetItem]

ContractsPublicRegionIdGet = list[ContractsPublicRegionIdGetItem]

CorporationCorporationIdMiningExtractionsGet = list[CorporationCorporationIdMiningExtractionsGetItem]

CorporationCorporationIdMiningObserversGet = list[CorporationCorporationIdMiningObserversGetItem]

CorporationCorporationIdMiningObserversObserverIdGet = list[CorporationCorporationIdMiningObserversObserverIdGetItem]

CorporationID = int

CorporationsCorporationIdAlliancehistoryGet = list[CorporationsCorporationIdAlliancehistoryGetItem]

CorporationsCorporationIdAssetsGet = list[CorporationsCorporationIdAssetsGetItem]

CorporationsCorporationIdAssetsLocationsPost = list[CorporationsCorporationIdAssetsLocationsPostItem]

CorporationsCorporationIdAssetsNamesPost = list[CorporationsCorporationIdAssetsNamesPostItem]

CorporationsCorporationIdBlueprintsGet = list[CorporationsCorporationIdBlueprintsGetItem]

CorporationsCorporationIdContactsGet = list[CorporationsCorporationIdContactsGetItem]

CorporationsCorporationIdContactsLabelsGet = list[CorporationsCorporationIdContactsLabelsGetItem]

CorporationsCorporationIdContainersLogsGet = list[CorporationsCorporationIdContainersLogsGetItem]

CorporationsCorporationIdContractsContractIdBidsGet = list[CorporationsCorporationIdContractsContractIdBidsGetItem]

CorporationsCorporationIdContractsContractIdItemsGet = list[CorporationsCorporationIdContractsContractIdItemsGetItem]

CorporationsCorporationIdContractsGet = list[CorporationsCorporationIdContractsGetItem]

CorporationsCorporationIdCustomsOfficesGet = list[CorporationsCorporationIdCustomsOfficesGetItem]

CorporationsCorporationIdFacilitiesGet = list[CorporationsCorporationIdFacilitiesGetItem]

CorporationsCorporationIdIndustryJobsGet = list[CorporationsCorporationIdIndustryJobsGetItem]

CorporationsCorporationIdKillmailsRecentGet = list[CorporationsCorporationIdKillmailsRecentGetItem]

CorporationsCorporationIdMedalsGet = list[CorporationsCorporationIdMedalsGetItem]

CorporationsCorporationIdMedalsIssuedGet = list[CorporationsCorporationIdMedalsIssuedGetItem]

CorporationsCorporationIdMembersGet = list[int]

CorporationsCorporationIdMembersLimitGet = int

CorporationsCorporationIdMembersTitlesGet = list[CorporationsCorporationIdMembersTitlesGetItem]

CorporationsCorporationIdMembertrackingGet = list[CorporationsCorporationIdMembertrackingGetItem]

CorporationsCorporationIdOrdersGet = list[CorporationsCorporationIdOrdersGetItem]

CorporationsCorporationIdOrdersHistoryGet = list[CorporationsCorporationIdOrdersHistoryGetItem]

CorporationsCorporationIdRolesGet = list[CorporationsCorporationIdRolesGetItem]

CorporationsCorporationIdRolesHistoryGet = list[CorporationsCorporationIdRolesHistoryGetItem]

CorporationsCorporationIdShareholdersGet = list[CorporationsCorporationIdShareholdersGetItem]

CorporationsCorporationIdStandingsGet = list[CorporationsCorporationIdStandingsGetItem]

CorporationsCorporationIdStarbasesGet = list[CorporationsCorporationIdStarbasesGetItem]

CorporationsCorporationIdStructuresGet = list[CorporationsCorporationIdStructuresGetItem]

CorporationsCorporationIdTitlesGet = list[CorporationsCorporationIdTitlesGetItem]

CorporationsCorporationIdWalletsDivisionJournalGet = list[CorporationsCorporationIdWalletsDivisionJournalGetItem]

CorporationsCorporationIdWalletsDivisionTransactionsGet = list[CorporationsCorporationIdWalletsDivisionTransactionsGetItem]

CorporationsCorporationIdWalletsGet = list[CorporationsCorporationIdWalletsGetItem]

CorporationsNpccorpsGet = list[int]

class CorporationsProjectsDetailConfigurationmanual(Row):
    ...

DogmaAttributesGet = list[int]

DogmaEffectsGet = list[int]

DungeonID = int

class ErrorDetail(Row):
    location: str | None
    message: str | None
    value: Any

class Error(Row):
    details: list[ErrorDetail] | None
    error: str
    status: int | None

FactionID = int

FleetsFleetIdMembersGet = list[FleetsFleetIdMembersGetItem]

FleetsFleetIdWingsGet = list[FleetsFleetIdWingsGetItem]

FwStatsGet = list[FwStatsGetItem]

FwSystemsGet = list[FwSystemsGetItem]

FwWarsGet = list[FwWarsGetItem]

GroupID = int

IncursionsGet = list[IncursionsGetItem]

IndustryFacilitiesGet = list[IndustryFacilitiesGetItem]

IndustrySystemsGet = list[IndustrySystemsGetItem]

InsurancePricesGet = list[InsurancePricesGetItem]

ItemID = int

LoyaltyStoresCorporationIdOffersGet = list[LoyaltyStoresCorporationIdOffersGetItem]

MarketsGroupsGet = list[int]

MarketsPricesGet = list[MarketsPricesGetItem]

MarketsRegionIdHistoryGet = list[MarketsRegionIdHistoryGetItem]

MarketsRegionIdOrdersGet = list[MarketsRegionIdOrdersGetItem]

MarketsRegionIdTypesGet = list[int]

MarketsStructuresStructureIdGet = list[MarketsStructuresStructureIdGetItem]

PlanetID = int

RaceID = int

RegionID = int

class RouteConnection(Row):
    to: int

class RouteRequestBody(Row):
    avoid_systems: list[int] | None
    connections: list[RouteConnection] | None
    preference: Literal['Shorter', 'Safer', 'LessSecure'] | str | None
    security_penalty: int | None

ShipTreeGroupID = int

SolarSystemID = int

SovereigntyCampaignsGet = list[SovereigntyCampaignsGetItem]

StationID = int

TypeID = int

UniverseAncestriesGet = list[UniverseAncestriesGetItem]

UniverseBloodlinesGet = list[UniverseBloodlinesGetItem]

UniverseCategoriesGet = list[int]

UniverseConstellationsGet = list[int]

UniverseFactionsGet = list[UniverseFactionsGetItem]

UniverseGraphicsGet = list[int]

UniverseGroupsGet = list[int]

UniverseNamesPost = list[UniverseNamesPostItem]

UniverseRacesGet = list[UniverseRacesGetItem]

UniverseRegionsGet = list[int]

UniverseStructuresGet = list[int]

UniverseSystemJumpsGet = list[UniverseSystemJumpsGetItem]

UniverseSystemKillsGet = list[UniverseSystemKillsGetItem]

UniverseSystemsGet = list[int]

UniverseTypesGet = list[int]

WarsGet = list[int]

WarsWarIdKillmailsGet = list[WarsWarIdKillmailsGetItem]

class DeleteCharactersCharacterIdContactsOperation(EsiOperation[None, None]): ...

class DeleteCharactersCharacterIdContactsOperationAsync(EsiOperationAsync[None, None]): ...

class DeleteCharactersCharacterIdFittingsFittingIdOperation(EsiOperation[None, None]): ...

class DeleteCharactersCharacterIdFittingsFittingIdOperationAsync(EsiOperationAsync[None, None]): ...

class DeleteCharactersCharacterIdMailLabelsLabelIdOperation(EsiOperation[None, None]): ...

class DeleteCharactersCharacterIdMailLabelsLabelIdOperationAsync(EsiOperationAsync[None, None]): ...

class DeleteCharactersCharacterIdMailMailIdOperation(EsiOperation[None, None]): ...

class DeleteCharactersCharacterIdMailMailIdOperationAsync(EsiOperationAsync[None, None]): ...

class DeleteFleetsFleetIdMembersMemberIdOperation(EsiOperation[None, None]): ...

class DeleteFleetsFleetIdMembersMemberIdOperationAsync(EsiOperationAsync[None, None]): ...

class DeleteFleetsFleetIdSquadsSquadIdOperation(EsiOperation[None, None]): ...

class DeleteFleetsFleetIdSquadsSquadIdOperationAsync(EsiOperationAsync[None, None]): ...

class DeleteFleetsFleetIdWingsWingIdOperation(EsiOperation[None, None]): ...

class DeleteFleetsFleetIdWingsWingIdOperationAsync(EsiOperationAsync[None, None]): ...

class GetAlliancesOperation(EsiOperation[list[int], int]): ...

class GetAlliancesOperationAsync(EsiOperationAsync[list[int], int]): ...

class GetAlliancesAllianceIdOperation(EsiOperation[AllianceDetail, AllianceDetail]): ...

class GetAlliancesAllianceIdOperationAsync(EsiOperationAsync[AllianceDetail, AllianceDetail]): ...

class GetAlliancesAllianceIdContactsOperation(EsiOperation[list[AlliancesAllianceIdContactsGetItem], AlliancesAllianceIdContactsGetItem]): ...

class GetAlliancesAllianceIdContactsOperationAsync(EsiOperationAsync[list[AlliancesAllianceIdContactsGetItem], AlliancesAllianceIdContactsGetItem]): ...

class GetAlliancesAllianceIdContactsLabelsOperation(EsiOperation[list[AlliancesAllianceIdContactsLabelsGetItem], AlliancesAllianceIdContactsLabelsGetItem]): ...

class GetAlliancesAllianceIdContactsLabelsOperationAsync(EsiOperationAsync[list[AlliancesAllianceIdContactsLabelsGetItem], AlliancesAllianceIdContactsLabelsGetItem]): ...

class GetAlliancesAllianceIdCorporationsOperation(EsiOperation[list[int], int]): ...

class GetAlliancesAllianceIdCorporationsOperationAsync(EsiOperationAsync[list[int], int]): ...

class GetAlliancesAllianceIdIconsOperation(EsiOperation[AlliancesAllianceIdIconsGet, AlliancesAllianceIdIconsGet]): ...

class GetAlliancesAllianceIdIconsOperationAsync(EsiOperationAsync[AlliancesAllianceIdIconsGet, AlliancesAllianceIdIconsGet]): ...

class GetCharactersDetailOperation(EsiOperation[CharactersDetail, CharactersDetail]): ...

class GetCharactersDetailOperationAsync(EsiOperationAsync[CharactersDetail, CharactersDetail]): ...

class GetCharactersAccessListsListingOperation(EsiOperation[CharactersAccessListsListing, CharactersAccessListsListing]): ...

class GetCharactersAccessListsListingOperationAsync(EsiOperationAsync[CharactersAccessListsListing, CharactersAccessListsListing]): ...

class GetCharactersAccessListsDetailOperation(EsiOperation[CharactersAccessListsDetail, CharactersAccessListsDetail]): ...

class GetCharactersAccessListsDetailOperationAsync(EsiOperationAsync[CharactersAccessListsDetail, CharactersAccessListsDetail]): ...

class GetCharactersCharacterIdAgentsResearchOperation(EsiOperation[list[CharactersCharacterIdAgentsResearchGetItem], CharactersCharacterIdAgentsResearchGetItem]): ...

class GetCharactersCharacterIdAgentsResearchOperationAsync(EsiOperationAsync[list[CharactersCharacterIdAgentsResearchGetItem], CharactersCharacterIdAgentsResearchGetItem]): ...

class GetCharactersCharacterIdAssetsOperation(EsiOperation[list[CharactersCharacterIdAssetsGetItem], CharactersCharacterIdAssetsGetItem]): ...

class GetCharactersCharacterIdAssetsOperationAsync(EsiOperationAsync[list[CharactersCharacterIdAssetsGetItem], CharactersCharacterIdAssetsGetItem]): ...

class GetCharactersCharacterIdAttributesOperation(EsiOperation[CharactersCharacterIdAttributesGet, CharactersCharacterIdAttributesGet]): ...

class GetCharactersCharacterIdAttributesOperationAsync(EsiOperationAsync[CharactersCharacterIdAttributesGet, CharactersCharacterIdAttributesGet]): ...

class GetCharactersCharacterIdBlueprintsOperation(EsiOperation[list[CharactersCharacterIdBlueprintsGetItem], CharactersCharacterIdBlueprintsGetItem]): ...

class GetCharactersCharacterIdBlueprintsOperationAsync(EsiOperationAsync[list[CharactersCharacterIdBlueprintsGetItem], CharactersCharacterIdBlueprintsGetItem]): ...

class GetCharactersCharacterIdCalendarOperation(EsiOperation[list[CharactersCharacterIdCalendarGetItem], CharactersCharacterIdCalendarGetItem]): ...

class GetCharactersCharacterIdCalendarOperationAsync(EsiOperationAsync[list[CharactersCharacterIdCalendarGetItem], CharactersCharacterIdCalendarGetItem]): ...

class GetCharactersCharacterIdCalendarEventIdOperation(EsiOperation[CharactersCharacterIdCalendarEventIdGet, CharactersCharacterIdCalendarEventIdGet]): ...

class GetCharactersCharacterIdCalendarEventIdOperationAsync(EsiOperationAsync[CharactersCharacterIdCalendarEventIdGet, CharactersCharacterIdCalendarEventIdGet]): ...

class GetCharactersCharacterIdCalendarEventIdAttendeesOperation(EsiOperation[list[CharactersCharacterIdCalendarEventIdAttendeesGetItem], CharactersCharacterIdCalendarEventIdAttendeesGetItem]): ...

class GetCharactersCharacterIdCalendarEventIdAttendeesOperationAsync(EsiOperationAsync[list[CharactersCharacterIdCalendarEventIdAttendeesGetItem], CharactersCharacterIdCalendarEventIdAttendeesGetItem]): ...

class GetCharactersCharacterIdClonesOperation(EsiOperation[CharactersCharacterIdClonesGet, CharactersCharacterIdClonesGet]): ...

class GetCharactersCharacterIdClonesOperationAsync(EsiOperationAsync[CharactersCharacterIdClonesGet, CharactersCharacterIdClonesGet]): ...

class GetCharactersCharacterIdContactsOperation(EsiOperation[list[CharactersCharacterIdContactsGetItem], CharactersCharacterIdContactsGetItem]): ...

class GetCharactersCharacterIdContactsOperationAsync(EsiOperationAsync[list[CharactersCharacterIdContactsGetItem], CharactersCharacterIdContactsGetItem]): ...

class GetCharactersCharacterIdContactsLabelsOperation(EsiOperation[list[CharactersCharacterIdContactsLabelsGetItem], CharactersCharacterIdContactsLabelsGetItem]): ...

class GetCharactersCharacterIdContactsLabelsOperationAsync(EsiOperationAsync[list[CharactersCharacterIdContactsLabelsGetItem], CharactersCharacterIdContactsLabelsGetItem]): ...

class GetCharactersCharacterIdContractsOperation(EsiOperation[list[CharactersCharacterIdContractsGetItem], CharactersCharacterIdContractsGetItem]): ...

class GetCharactersCharacterIdContractsOperationAsync(EsiOperationAsync[list[CharactersCharacterIdContractsGetItem], CharactersCharacterIdContractsGetItem]): ...

class GetCharactersCharacterIdContractsContractIdBidsOperation(EsiOperation[list[CharactersCharacterIdContractsContractIdBidsGetItem], CharactersCharacterIdContractsContractIdBidsGetItem]): ...

class GetCharactersCharacterIdContractsContractIdBidsOperationAsync(EsiOperationAsync[list[CharactersCharacterIdContractsContractIdBidsGetItem], CharactersCharacterIdContractsContractIdBidsGetItem]): ...

class GetCharactersCharacterIdContractsContractIdItemsOperation(EsiOperation[list[CharactersCharacterIdContractsContractIdItemsGetItem], CharactersCharacterIdContractsContractIdItemsGetItem]): ...

class GetCharactersCharacterIdContractsContractIdItemsOperationAsync(EsiOperationAsync[list[CharactersCharacterIdContractsContractIdItemsGetItem], CharactersCharacterIdContractsContractIdItemsGetItem]): ...

class GetCharactersCharacterIdCorporationhistoryOperation(EsiOperation[list[CharactersCharacterIdCorporationhistoryGetItem], CharactersCharacterIdCorporationhistoryGetItem]): ...

class GetCharactersCharacterIdCorporationhistoryOperationAsync(EsiOperationAsync[list[CharactersCharacterIdCorporationhistoryGetItem], CharactersCharacterIdCorporationhistoryGetItem]): ...

class GetCharactersCosmeticsSkinrOperation(EsiOperation[CharactersCosmeticsSkinr, CharactersCosmeticsSkinr]): ...

class GetCharactersCosmeticsSkinrOperationAsync(EsiOperationAsync[CharactersCosmeticsSkinr, CharactersCosmeticsSkinr]): ...

class GetCharactersCosmeticsSkinrComponentsOperation(EsiOperation[CharactersCosmeticsSkinrComponents, CharactersCosmeticsSkinrComponents]): ...

class GetCharactersCosmeticsSkinrComponentsOperationAsync(EsiOperationAsync[CharactersCosmeticsSkinrComponents, CharactersCosmeticsSkinrComponents]): ...

class GetCharactersCharacterIdFatigueOperation(EsiOperation[CharactersCharacterIdFatigueGet, CharactersCharacterIdFatigueGet]): ...

class GetCharactersCharacterIdFatigueOperationAsync(EsiOperationAsync[CharactersCharacterIdFatigueGet, CharactersCharacterIdFatigueGet]): ...

class GetCharactersCharacterIdFittingsOperation(EsiOperation[list[CharactersCharacterIdFittingsGetItem], CharactersCharacterIdFittingsGetItem]): ...

class GetCharactersCharacterIdFittingsOperationAsync(EsiOperationAsync[list[CharactersCharacterIdFittingsGetItem], CharactersCharacterIdFittingsGetItem]): ...

class GetCharactersCharacterIdFleetOperation(EsiOperation[CharactersCharacterIdFleetGet, CharactersCharacterIdFleetGet]): ...

class GetCharactersCharacterIdFleetOperationAsync(EsiOperationAsync[CharactersCharacterIdFleetGet, CharactersCharacterIdFleetGet]): ...

class GetCharactersFreelanceJobsListingOperation(EsiOperation[CharactersFreelanceJobsListing, CharactersFreelanceJobsListing]): ...

class GetCharactersFreelanceJobsListingOperationAsync(EsiOperationAsync[CharactersFreelanceJobsListing, CharactersFreelanceJobsListing]): ...

class GetCharactersFreelanceJobsParticipationOperation(EsiOperation[CharactersFreelanceJobsParticipation, CharactersFreelanceJobsParticipation]): ...

class GetCharactersFreelanceJobsParticipationOperationAsync(EsiOperationAsync[CharactersFreelanceJobsParticipation, CharactersFreelanceJobsParticipation]): ...

class GetCharactersCharacterIdFwStatsOperation(EsiOperation[CharactersCharacterIdFwStatsGet, CharactersCharacterIdFwStatsGet]): ...

class GetCharactersCharacterIdFwStatsOperationAsync(EsiOperationAsync[CharactersCharacterIdFwStatsGet, CharactersCharacterIdFwStatsGet]): ...

class GetCharactersCharacterIdImplantsOperation(EsiOperation[list[int], int]): ...

class GetCharactersCharacterIdImplantsOperationAsync(EsiOperationAsync[list[int], int]): ...

class GetCharactersCharacterIdIndustryJobsOperation(EsiOperation[list[CharactersCharacterIdIndustryJobsGetItem], CharactersCharacterIdIndustryJobsGetItem]): ...

class GetCharactersCharacterIdIndustryJobsOperationAsync(EsiOperationAsync[list[CharactersCharacterIdIndustryJobsGetItem], CharactersCharacterIdIndustryJobsGetItem]): ...

class GetCharactersCharacterIdKillmailsRecentOperation(EsiOperation[list[CharactersCharacterIdKillmailsRecentGetItem], CharactersCharacterIdKillmailsRecentGetItem]): ...

class GetCharactersCharacterIdKillmailsRecentOperationAsync(EsiOperationAsync[list[CharactersCharacterIdKillmailsRecentGetItem], CharactersCharacterIdKillmailsRecentGetItem]): ...

class GetCharactersCharacterIdLocationOperation(EsiOperation[CharactersCharacterIdLocationGet, CharactersCharacterIdLocationGet]): ...

class GetCharactersCharacterIdLocationOperationAsync(EsiOperationAsync[CharactersCharacterIdLocationGet, CharactersCharacterIdLocationGet]): ...

class GetCharactersCharacterIdLoyaltyPointsOperation(EsiOperation[list[CharactersCharacterIdLoyaltyPointsGetItem], CharactersCharacterIdLoyaltyPointsGetItem]): ...

class GetCharactersCharacterIdLoyaltyPointsOperationAsync(EsiOperationAsync[list[CharactersCharacterIdLoyaltyPointsGetItem], CharactersCharacterIdLoyaltyPointsGetItem]): ...

class GetCharactersCharacterIdMailOperation(EsiOperation[list[CharactersCharacterIdMailGetItem], CharactersCharacterIdMailGetItem]): ...

class GetCharactersCharacterIdMailOperationAsync(EsiOperationAsync[list[CharactersCharacterIdMailGetItem], CharactersCharacterIdMailGetItem]): ...

class GetCharactersCharacterIdMailLabelsOperation(EsiOperation[CharactersCharacterIdMailLabelsGet, CharactersCharacterIdMailLabelsGet]): ...

class GetCharactersCharacterIdMailLabelsOperationAsync(EsiOperationAsync[CharactersCharacterIdMailLabelsGet, CharactersCharacterIdMailLabelsGet]): ...

class GetCharactersCharacterIdMailListsOperation(EsiOperation[list[CharactersCharacterIdMailListsGetItem], CharactersCharacterIdMailListsGetItem]): ...

class GetCharactersCharacterIdMailListsOperationAsync(EsiOperationAsync[list[CharactersCharacterIdMailListsGetItem], CharactersCharacterIdMailListsGetItem]): ...

class GetCharactersCharacterIdMailMailIdOperation(EsiOperation[CharactersCharacterIdMailMailIdGet, CharactersCharacterIdMailMailIdGet]): ...

class GetCharactersCharacterIdMailMailIdOperationAsync(EsiOperationAsync[CharactersCharacterIdMailMailIdGet, CharactersCharacterIdMailMailIdGet]): ...

class GetCharactersCharacterIdMedalsOperation(EsiOperation[list[CharactersCharacterIdMedalsGetItem], CharactersCharacterIdMedalsGetItem]): ...

class GetCharactersCharacterIdMedalsOperationAsync(EsiOperationAsync[list[CharactersCharacterIdMedalsGetItem], CharactersCharacterIdMedalsGetItem]): ...

class GetCharactersMercenaryTacticalOperationsListingOperation(EsiOperation[CharactersMercenaryTacticalOperationsListing, CharactersMercenaryTacticalOperationsListing]): ...

class GetCharactersMercenaryTacticalOperationsListingOperationAsync(EsiOperationAsync[CharactersMercenaryTacticalOperationsListing, CharactersMercenaryTacticalOperationsListing]): ...

class GetCharactersMercenaryTacticalOperationsDetailOperation(EsiOperation[CharactersMercenaryTacticalOperationsDetail, CharactersMercenaryTacticalOperationsDetail]): ...

class GetCharactersMercenaryTacticalOperationsDetailOperationAsync(EsiOperationAsync[CharactersMercenaryTacticalOperationsDetail, CharactersMercenaryTacticalOperationsDetail]): ...

class GetCharactersMilitaryCampaignsObjectivesListingOperation(EsiOperation[CharactersMilitaryCampaignsObjectivesListing, CharactersMilitaryCampaignsObjectivesParticipationCharacterobjective]): ...

class GetCharactersMilitaryCampaignsObjectivesListingOperationAsync(EsiOperationAsync[CharactersMilitaryCampaignsObjectivesListing, CharactersMilitaryCampaignsObjectivesParticipationCharacterobjective]): ...

class GetCharactersMilitaryCampaignsObjectivesParticipationOperation(EsiOperation[CharactersMilitaryCampaignsObjectivesParticipation, CharactersMilitaryCampaignsObjectivesParticipation]): ...

class GetCharactersMilitaryCampaignsObjectivesParticipationOperationAsync(EsiOperationAsync[CharactersMilitaryCampaignsObjectivesParticipation, CharactersMilitaryCampaignsObjectivesParticipation]): ...

class GetCharactersCharacterIdMiningOperation(EsiOperation[list[CharactersCharacterIdMiningGetItem], CharactersCharacterIdMiningGetItem]): ...

class GetCharactersCharacterIdMiningOperationAsync(EsiOperationAsync[list[CharactersCharacterIdMiningGetItem], CharactersCharacterIdMiningGetItem]): ...

class GetCharactersCharacterIdNotificationsOperation(EsiOperation[list[CharactersCharacterIdNotificationsGetItem], CharactersCharacterIdNotificationsGetItem]): ...

class GetCharactersCharacterIdNotificationsOperationAsync(EsiOperationAsync[list[CharactersCharacterIdNotificationsGetItem], CharactersCharacterIdNotificationsGetItem]): ...

class GetCharactersCharacterIdNotificationsContactsOperation(EsiOperation[list[CharactersCharacterIdNotificationsContactsGetItem], CharactersCharacterIdNotificationsContactsGetItem]): ...

class GetCharactersCharacterIdNotificationsContactsOperationAsync(EsiOperationAsync[list[CharactersCharacterIdNotificationsContactsGetItem], CharactersCharacterIdNotificationsContactsGetItem]): ...

class GetCharactersCharacterIdOnlineOperation(EsiOperation[CharactersCharacterIdOnlineGet, CharactersCharacterIdOnlineGet]): ...

class GetCharactersCharacterIdOnlineOperationAsync(EsiOperationAsync[CharactersCharacterIdOnlineGet, CharactersCharacterIdOnlineGet]): ...

class GetCharactersCharacterIdOrdersOperation(EsiOperation[list[CharactersCharacterIdOrdersGetItem], CharactersCharacterIdOrdersGetItem]): ...

class GetCharactersCharacterIdOrdersOperationAsync(EsiOperationAsync[list[CharactersCharacterIdOrdersGetItem], CharactersCharacterIdOrdersGetItem]): ...

class GetCharactersCharacterIdOrdersHistoryOperation(EsiOperation[list[CharactersCharacterIdOrdersHistoryGetItem], CharactersCharacterIdOrdersHistoryGetItem]): ...

class GetCharactersCharacterIdOrdersHistoryOperationAsync(EsiOperationAsync[list[CharactersCharacterIdOrdersHistoryGetItem], CharactersCharacterIdOrdersHistoryGetItem]): ...

class GetCharactersParagonHubSkinrOperation(EsiOperation[CharactersParagonHubSkinr, CharactersParagonHubSkinrItem]): ...

class GetCharactersParagonHubSkinrOperationAsync(EsiOperationAsync[CharactersParagonHubSkinr, CharactersParagonHubSkinrItem]): ...

class GetCharactersCharacterIdPlanetsOperation(EsiOperation[list[CharactersCharacterIdPlanetsGetItem], CharactersCharacterIdPlanetsGetItem]): ...

class GetCharactersCharacterIdPlanetsOperationAsync(EsiOperationAsync[list[CharactersCharacterIdPlanetsGetItem], CharactersCharacterIdPlanetsGetItem]): ...

class GetCharactersCharacterIdPlanetsPlanetIdOperation(EsiOperation[CharactersCharacterIdPlanetsPlanetIdGet, CharactersCharacterIdPlanetsPlanetIdGet]): ...

class GetCharactersCharacterIdPlanetsPlanetIdOperationAsync(EsiOperationAsync[CharactersCharacterIdPlanetsPlanetIdGet, CharactersCharacterIdPlanetsPlanetIdGet]): ...

class GetCharactersCharacterIdPortraitOperation(EsiOperation[CharactersCharacterIdPortraitGet, CharactersCharacterIdPortraitGet]): ...

class GetCharactersCharacterIdPortraitOperationAsync(EsiOperationAsync[CharactersCharacterIdPortraitGet, CharactersCharacterIdPortraitGet]): ...

class GetCharactersCharacterIdRolesOperation(EsiOperation[CharactersCharacterIdRolesGet, CharactersCharacterIdRolesGet]): ...

class GetCharactersCharacterIdRolesOperationAsync(EsiOperationAsync[CharactersCharacterIdRolesGet, CharactersCharacterIdRolesGet]): ...

class GetCharactersCharacterIdSearchOperation(EsiOperation[CharactersCharacterIdSearchGet, CharactersCharacterIdSearchGet]): ...

class GetCharactersCharacterIdSearchOperationAsync(EsiOperationAsync[CharactersCharacterIdSearchGet, CharactersCharacterIdSearchGet]): ...

class GetCharactersCharacterIdShipOperation(EsiOperation[CharactersCharacterIdShipGet, CharactersCharacterIdShipGet]): ...

class GetCharactersCharacterIdShipOperationAsync(EsiOperationAsync[CharactersCharacterIdShipGet, CharactersCharacterIdShipGet]): ...

class GetCharactersCharacterIdSkillqueueOperation(EsiOperation[list[CharactersSkillqueueSkill], CharactersSkillqueueSkill]): ...

class GetCharactersCharacterIdSkillqueueOperationAsync(EsiOperationAsync[list[CharactersSkillqueueSkill], CharactersSkillqueueSkill]): ...

class GetCharactersCharacterIdSkillsOperation(EsiOperation[CharactersSkills, CharactersSkills]): ...

class GetCharactersCharacterIdSkillsOperationAsync(EsiOperationAsync[CharactersSkills, CharactersSkills]): ...

class GetCharactersCharacterIdStandingsOperation(EsiOperation[list[CharactersCharacterIdStandingsGetItem], CharactersCharacterIdStandingsGetItem]): ...

class GetCharactersCharacterIdStandingsOperationAsync(EsiOperationAsync[list[CharactersCharacterIdStandingsGetItem], CharactersCharacterIdStandingsGetItem]): ...

class GetCharactersStructuresMercenaryDensListingOperation(EsiOperation[CharactersStructuresMercenaryDensListing, CharactersStructuresMercenaryDensListing]): ...

class GetCharactersStructuresMercenaryDensListingOperationAsync(EsiOperationAsync[CharactersStructuresMercenaryDensListing, CharactersStructuresMercenaryDensListing]): ...

class GetCharactersStructuresMercenaryDensDetailOperation(EsiOperation[CharactersStructuresMercenaryDensDetail, CharactersStructuresMercenaryDensDetail]): ...

class GetCharactersStructuresMercenaryDensDetailOperationAsync(EsiOperationAsync[CharactersStructuresMercenaryDensDetail, CharactersStructuresMercenaryDensDetail]): ...

class GetCharactersCharacterIdTitlesOperation(EsiOperation[list[CharactersCharacterIdTitlesGetItem], CharactersCharacterIdTitlesGetItem]): ...

class GetCharactersCharacterIdTitlesOperationAsync(EsiOperationAsync[list[CharactersCharacterIdTitlesGetItem], CharactersCharacterIdTitlesGetItem]): ...

class GetCharactersCharacterIdWalletOperation(EsiOperation[float, float]): ...

class GetCharactersCharacterIdWalletOperationAsync(EsiOperationAsync[float, float]): ...

class GetCharactersCharacterIdWalletJournalOperation(EsiOperation[list[CharactersCharacterIdWalletJournalGetItem], CharactersCharacterIdWalletJournalGetItem]): ...

class GetCharactersCharacterIdWalletJournalOperationAsync(EsiOperationAsync[list[CharactersCharacterIdWalletJournalGetItem], CharactersCharacterIdWalletJournalGetItem]): ...

class GetCharactersCharacterIdWalletTransactionsOperation(EsiOperation[list[CharactersCharacterIdWalletTransactionsGetItem], CharactersCharacterIdWalletTransactionsGetItem]): ...

class GetCharactersCharacterIdWalletTransactionsOperationAsync(EsiOperationAsync[list[CharactersCharacterIdWalletTransactionsGetItem], CharactersCharacterIdWalletTransactionsGetItem]): ...

class GetContractsPublicBidsContractIdOperation(EsiOperation[list[ContractsPublicBidsContractIdGetItem], ContractsPublicBidsContractIdGetItem]): ...

class GetContractsPublicBidsContractIdOperationAsync(EsiOperationAsync[list[ContractsPublicBidsContractIdGetItem], ContractsPublicBidsContractIdGetItem]): ...

class GetContractsPublicItemsContractIdOperation(EsiOperation[list[ContractsPublicItemsContractIdGetItem], ContractsPublicItemsContractIdGetItem]): ...

class GetContractsPublicItemsContractIdOperationAsync(EsiOperationAsync[list[ContractsPublicItemsContractIdGetItem], ContractsPublicItemsContractIdGetItem]): ...

class GetContractsPublicRegionIdOperation(EsiOperation[list[ContractsPublicRegionIdGetItem], ContractsPublicRegionIdGetItem]): ...

class GetContractsPublicRegionIdOperationAsync(EsiOperationAsync[list[ContractsPublicRegionIdGetItem], ContractsPublicRegionIdGetItem]): ...

class GetCorporationCorporationIdMiningExtractionsOperation(EsiOperation[list[CorporationCorporationIdMiningExtractionsGetItem], CorporationCorporationIdMiningExtractionsGetItem]): ...

class GetCorporationCorporationIdMiningExtractionsOperationAsync(EsiOperationAsync[list[CorporationCorporationIdMiningExtractionsGetItem], CorporationCorporationIdMiningExtractionsGetItem]): ...

class GetCorporationCorporationIdMiningObserversOperation(EsiOperation[list[CorporationCorporationIdMiningObserversGetItem], CorporationCorporationIdMiningObserversGetItem]): ...

class GetCorporationCorporationIdMiningObserversOperationAsync(EsiOperationAsync[list[CorporationCorporationIdMiningObserversGetItem], CorporationCorporationIdMiningObserversGetItem]): ...

class GetCorporationCorporationIdMiningObserversObserverIdOperation(EsiOperation[list[CorporationCorporationIdMiningObserversObserverIdGetItem], CorporationCorporationIdMiningObserversObserverIdGetItem]): ...

class GetCorporationCorporationIdMiningObserversObserverIdOperationAsync(EsiOperationAsync[list[CorporationCorporationIdMiningObserversObserverIdGetItem], CorporationCorporationIdMiningObserversObserverIdGetItem]): ...

class GetCorporationsCorporationIdOperation(EsiOperation[CorporationsDetail, CorporationsDetail]): ...

class GetCorporationsCorporationIdOperationAsync(EsiOperationAsync[CorporationsDetail, CorporationsDetail]): ...

class GetCorporationsCorporationIdAlliancehistoryOperation(EsiOperation[list[CorporationsCorporationIdAlliancehistoryGetItem], CorporationsCorporationIdAlliancehistoryGetItem]): ...

class GetCorporationsCorporationIdAlliancehistoryOperationAsync(EsiOperationAsync[list[CorporationsCorporationIdAlliancehistoryGetItem], CorporationsCorporationIdAlliancehistoryGetItem]): ...

class GetCorporationsCorporationIdAssetsOperation(EsiOperation[list[CorporationsCorporationIdAssetsGetItem], CorporationsCorporationIdAssetsGetItem]): ...

class GetCorporationsCorporationIdAssetsOperationAsync(EsiOperationAsync[list[CorporationsCorporationIdAssetsGetItem], CorporationsCorporationIdAssetsGetItem]): ...

class GetCorporationsCorporationIdBlueprintsOperation(EsiOperation[list[CorporationsCorporationIdBlueprintsGetItem], CorporationsCorporationIdBlueprintsGetItem]): ...

class GetCorporationsCorporationIdBlueprintsOperationAsync(EsiOperationAsync[list[CorporationsCorporationIdBlueprintsGetItem], CorporationsCorporationIdBlueprintsGetItem]): ...

class GetCorporationsCorporationIdContactsOperation(EsiOperation[list[CorporationsCorporationIdContactsGetItem], CorporationsCorporationIdContactsGetItem]): ...

class GetCorporationsCorporationIdContactsOperationAsync(EsiOperationAsync[list[CorporationsCorporationIdContactsGetItem], CorporationsCorporationIdContactsGetItem]): ...

class GetCorporationsCorporationIdContactsLabelsOperation(EsiOperation[list[CorporationsCorporationIdContactsLabelsGetItem], CorporationsCorporationIdContactsLabelsGetItem]): ...

class GetCorporationsCorporationIdContactsLabelsOperationAsync(EsiOperationAsync[list[CorporationsCorporationIdContactsLabelsGetItem], CorporationsCorporationIdContactsLabelsGetItem]): ...

class GetCorporationsCorporationIdContainersLogsOperation(EsiOperation[list[CorporationsCorporationIdContainersLogsGetItem], CorporationsCorporationIdContainersLogsGetItem]): ...

class GetCorporationsCorporationIdContainersLogsOperationAsync(EsiOperationAsync[list[CorporationsCorporationIdContainersLogsGetItem], CorporationsCorporationIdContainersLogsGetItem]): ...

class GetCorporationsCorporationIdContractsOperation(EsiOperation[list[CorporationsCorporationIdContractsGetItem], CorporationsCorporationIdContractsGetItem]): ...

class GetCorporationsCorporationIdContractsOperationAsync(EsiOperationAsync[list[CorporationsCorporationIdContractsGetItem], CorporationsCorporationIdContractsGetItem]): ...

class GetCorporationsCorporationIdContractsContractIdBidsOperation(EsiOperation[list[CorporationsCorporationIdContractsContractIdBidsGetItem], CorporationsCorporationIdContractsContractIdBidsGetItem]): ...

class GetCorporationsCorporationIdContractsContractIdBidsOperationAsync(EsiOperationAsync[list[CorporationsCorporationIdContractsContractIdBidsGetItem], CorporationsCorporationIdContractsContractIdBidsGetItem]): ...

class GetCorporationsCorporationIdContractsContractIdItemsOperation(EsiOperation[list[CorporationsCorporationIdContractsContractIdItemsGetItem], CorporationsCorporationIdContractsContractIdItemsGetItem]): ...

class GetCorporationsCorporationIdContractsContractIdItemsOperationAsync(EsiOperationAsync[list[CorporationsCorporationIdContractsContractIdItemsGetItem], CorporationsCorporationIdContractsContractIdItemsGetItem]): ...

class GetCorporationsCorporationIdCustomsOfficesOperation(EsiOperation[list[CorporationsCorporationIdCustomsOfficesGetItem], CorporationsCorporationIdCustomsOfficesGetItem]): ...

class GetCorporationsCorporationIdCustomsOfficesOperationAsync(EsiOperationAsync[list[CorporationsCorporationIdCustomsOfficesGetItem], CorporationsCorporationIdCustomsOfficesGetItem]): ...

class GetCorporationsCorporationIdDivisionsOperation(EsiOperation[CorporationsCorporationIdDivisionsGet, CorporationsCorporationIdDivisionsGet]): ...

class GetCorporationsCorporationIdDivisionsOperationAsync(EsiOperationAsync[CorporationsCorporationIdDivisionsGet, CorporationsCorporationIdDivisionsGet]): ...

class GetCorporationsCorporationIdFacilitiesOperation(EsiOperation[list[CorporationsCorporationIdFacilitiesGetItem], CorporationsCorporationIdFacilitiesGetItem]): ...

class GetCorporationsCorporationIdFacilitiesOperationAsync(EsiOperationAsync[list[CorporationsCorporationIdFacilitiesGetItem], CorporationsCorporationIdFacilitiesGetItem]): ...

class GetCorporationsFreelanceJobsListingOperation(EsiOperation[CorporationsFreelanceJobsListing, FreelanceJobsDetailFreelancejob]): ...

class GetCorporationsFreelanceJobsListingOperationAsync(EsiOperationAsync[CorporationsFreelanceJobsListing, FreelanceJobsDetailFreelancejob]): ...

class GetCorporationsFreelanceJobsParticipantsOperation(EsiOperation[CorporationsFreelanceJobsParticipants, CorporationsFreelanceJobsParticipantsParticipant]): ...

class GetCorporationsFreelanceJobsParticipantsOperationAsync(EsiOperationAsync[CorporationsFreelanceJobsParticipants, CorporationsFreelanceJobsParticipantsParticipant]): ...

class GetCorporationsCorporationIdFwStatsOperation(EsiOperation[CorporationsCorporationIdFwStatsGet, CorporationsCorporationIdFwStatsGet]): ...

class GetCorporationsCorporationIdFwStatsOperationAsync(EsiOperationAsync[CorporationsCorporationIdFwStatsGet, CorporationsCorporationIdFwStatsGet]): ...

class GetCorporationsCorporationIdIconsOperation(EsiOperation[CorporationsCorporationIdIconsGet, CorporationsCorporationIdIconsGet]): ...

class GetCorporationsCorporationIdIconsOperationAsync(EsiOperationAsync[CorporationsCorporationIdIconsGet, CorporationsCorporationIdIconsGet]): ...

class GetCorporationsCorporationIdIndustryJobsOperation(EsiOperation[list[CorporationsCorporationIdIndustryJobsGetItem], CorporationsCorporationIdIndustryJobsGetItem]): ...

class GetCorporationsCorporationIdIndustryJobsOperationAsync(EsiOperationAsync[list[CorporationsCorporationIdIndustryJobsGetItem], CorporationsCorporationIdIndustryJobsGetItem]): ...

class GetCorporationsCorporationIdKillmailsRecentOperation(EsiOperation[list[CorporationsCorporationIdKillmailsRecentGetItem], CorporationsCorporationIdKillmailsRecentGetItem]): ...

class GetCorporationsCorporationIdKillmailsRecentOperationAsync(EsiOperationAsync[list[CorporationsCorporationIdKillmailsRecentGetItem], CorporationsCorporationIdKillmailsRecentGetItem]): ...

class GetCorporationsCorporationIdMedalsOperation(EsiOperation[list[CorporationsCorporationIdMedalsGetItem], CorporationsCorporationIdMedalsGetItem]): ...

class GetCorporationsCorporationIdMedalsOperationAsync(EsiOperationAsync[list[CorporationsCorporationIdMedalsGetItem], CorporationsCorporationIdMedalsGetItem]): ...

class GetCorporationsCorporationIdMedalsIssuedOperation(EsiOperation[list[CorporationsCorporationIdMedalsIssuedGetItem], CorporationsCorporationIdMedalsIssuedGetItem]): ...

class GetCorporationsCorporationIdMedalsIssuedOperationAsync(EsiOperationAsync[list[CorporationsCorporationIdMedalsIssuedGetItem], CorporationsCorporationIdMedalsIssuedGetItem]): ...

class GetCorporationsCorporationIdMembersOperation(EsiOperation[list[int], int]): ...

class GetCorporationsCorporationIdMembersOperationAsync(EsiOperationAsync[list[int], int]): ...

class GetCorporationsCorporationIdMembersLimitOperation(EsiOperation[int, int]): ...

class GetCorporationsCorporationIdMembersLimitOperationAsync(EsiOperationAsync[int, int]): ...

class GetCorporationsCorporationIdMembersTitlesOperation(EsiOperation[list[CorporationsCorporationIdMembersTitlesGetItem], CorporationsCorporationIdMembersTitlesGetItem]): ...

class GetCorporationsCorporationIdMembersTitlesOperationAsync(EsiOperationAsync[list[CorporationsCorporationIdMembersTitlesGetItem], CorporationsCorporationIdMembersTitlesGetItem]): ...

class GetCorporationsCorporationIdMembertrackingOperation(EsiOperation[list[CorporationsCorporationIdMembertrackingGetItem], CorporationsCorporationIdMembertrackingGetItem]): ...

class GetCorporationsCorporationIdMembertrackingOperationAsync(EsiOperationAsync[list[CorporationsCorporationIdMembertrackingGetItem], CorporationsCorporationIdMembertrackingGetItem]): ...

class GetCorporationsCorporationIdOrdersOperation(EsiOperation[list[CorporationsCorporationIdOrdersGetItem], CorporationsCorporationIdOrdersGetItem]): ...

class GetCorporationsCorporationIdOrdersOperationAsync(EsiOperationAsync[list[CorporationsCorporationIdOrdersGetItem], CorporationsCorporationIdOrdersGetItem]): ...

class GetCorporationsCorporationIdOrdersHistoryOperation(EsiOperation[list[CorporationsCorporationIdOrdersHistoryGetItem], CorporationsCorporationIdOrdersHistoryGetItem]): ...

class GetCorporationsCorporationIdOrdersHistoryOperationAsync(EsiOperationAsync[list[CorporationsCorporationIdOrdersHistoryGetItem], CorporationsCorporationIdOrdersHistoryGetItem]): ...

class GetCorporationsProjectsListingOperation(EsiOperation[CorporationsProjectsListing, CorporationsProjectsDetailProject]): ...

class GetCorporationsProjectsListingOperationAsync(EsiOperationAsync[CorporationsProjectsListing, CorporationsProjectsDetailProject]): ...

class GetCorporationsProjectsDetailOperation(EsiOperation[CorporationsProjectsDetail, CorporationsProjectsDetail]): ...

class GetCorporationsProjectsDetailOperationAsync(EsiOperationAsync[CorporationsProjectsDetail, CorporationsProjectsDetail]): ...

class GetCorporationsProjectsContributionOperation(EsiOperation[CorporationsProjectsContribution, CorporationsProjectsContribution]): ...

class GetCorporationsProjectsContributionOperationAsync(EsiOperationAsync[CorporationsProjectsContribution, CorporationsProjectsContribution]): ...

class GetCorporationsProjectsContributorsOperation(EsiOperation[CorporationsProjectsContributors, CorporationsProjectsContributorsContributor]): ...

class GetCorporationsProjectsContributorsOperationAsync(EsiOperationAsync[CorporationsProjectsContributors, CorporationsProjectsContributorsContributor]): ...

class GetCorporationsCorporationIdRolesOperation(EsiOperation[list[CorporationsCorporationIdRolesGetItem], CorporationsCorporationIdRolesGetItem]): ...

class GetCorporationsCorporationIdRolesOperationAsync(EsiOperationAsync[list[CorporationsCorporationIdRolesGetItem], CorporationsCorporationIdRolesGetItem]): ...

class GetCorporationsCorporationIdRolesHistoryOperation(EsiOperation[list[CorporationsCorporationIdRolesHistoryGetItem], CorporationsCorporationIdRolesHistoryGetItem]): ...

class GetCorporationsCorporationIdRolesHistoryOperationAsync(EsiOperationAsync[list[CorporationsCorporationIdRolesHistoryGetItem], CorporationsCorporationIdRolesHistoryGetItem]): ...

class GetCorporationsCorporationIdShareholdersOperation(EsiOperation[list[CorporationsCorporationIdShareholdersGetItem], CorporationsCorporationIdShareholdersGetItem]): ...

class GetCorporationsCorporationIdShareholdersOperationAsync(EsiOperationAsync[list[CorporationsCorporationIdShareholdersGetItem], CorporationsCorporationIdShareholdersGetItem]): ...

class GetCorporationsCorporationIdStandingsOperation(EsiOperation[list[CorporationsCorporationIdStandingsGetItem], CorporationsCorporationIdStandingsGetItem]): ...

class GetCorporationsCorporationIdStandingsOperationAsync(EsiOperationAsync[list[CorporationsCorporationIdStandingsGetItem], CorporationsCorporationIdStandingsGetItem]): ...

class GetCorporationsCorporationIdStarbasesOperation(EsiOperation[list[CorporationsCorporationIdStarbasesGetItem], CorporationsCorporationIdStarbasesGetItem]): ...

class GetCorporationsCorporationIdStarbasesOperationAsync(EsiOperationAsync[list[CorporationsCorporationIdStarbasesGetItem], CorporationsCorporationIdStarbasesGetItem]): ...

class GetCorporationsCorporationIdStarbasesStarbaseIdOperation(EsiOperation[CorporationsCorporationIdStarbasesStarbaseIdGet, CorporationsCorporationIdStarbasesStarbaseIdGet]): ...

class GetCorporationsCorporationIdStarbasesStarbaseIdOperationAsync(EsiOperationAsync[CorporationsCorporationIdStarbasesStarbaseIdGet, CorporationsCorporationIdStarbasesStarbaseIdGet]): ...

class GetCorporationsCorporationIdStructuresOperation(EsiOperation[list[CorporationsCorporationIdStructuresGetItem], CorporationsCorporationIdStructuresGetItem]): ...

class GetCorporationsCorporationIdStructuresOperationAsync(EsiOperationAsync[list[CorporationsCorporationIdStructuresGetItem], CorporationsCorporationIdStructuresGetItem]): ...

class GetCorporationsStructuresSkyhooksListingOperation(EsiOperation[CorporationsStructuresSkyhooksListing, CorporationsStructuresSkyhooksListing]): ...

class GetCorporationsStructuresSkyhooksListingOperationAsync(EsiOperationAsync[CorporationsStructuresSkyhooksListing, CorporationsStructuresSkyhooksListing]): ...

class GetCorporationsStructuresSkyhooksDetailOperation(EsiOperation[CorporationsStructuresSkyhooksDetail, CorporationsStructuresSkyhooksDetail]): ...

class GetCorporationsStructuresSkyhooksDetailOperationAsync(EsiOperationAsync[CorporationsStructuresSkyhooksDetail, CorporationsStructuresSkyhooksDetail]): ...

class GetCorporationsStructuresSovereigntyHubsListingOperation(EsiOperation[CorporationsStructuresSovereigntyHubsListing, CorporationsStructuresSovereigntyHubsListing]): ...

class GetCorporationsStructuresSovereigntyHubsListingOperationAsync(EsiOperationAsync[CorporationsStructuresSovereigntyHubsListing, CorporationsStructuresSovereigntyHubsListing]): ...

class GetCorporationsStructuresSovereigntyHubsDetailOperation(EsiOperation[CorporationsStructuresSovereigntyHubsDetail, CorporationsStructuresSovereigntyHubsDetail]): ...

class GetCorporationsStructuresSovereigntyHubsDetailOperationAsync(EsiOperationAsync[CorporationsStructuresSovereigntyHubsDetail, CorporationsStructuresSovereigntyHubsDetail]): ...

class GetCorporationsCorporationIdTitlesOperation(EsiOperation[list[CorporationsCorporationIdTitlesGetItem], CorporationsCorporationIdTitlesGetItem]): ...

class GetCorporationsCorporationIdTitlesOperationAsync(EsiOperationAsync[list[CorporationsCorporationIdTitlesGetItem], CorporationsCorporationIdTitlesGetItem]): ...

class GetCorporationsCorporationIdWalletsOperation(EsiOperation[list[CorporationsCorporationIdWalletsGetItem], CorporationsCorporationIdWalletsGetItem]): ...

class GetCorporationsCorporationIdWalletsOperationAsync(EsiOperationAsync[list[CorporationsCorporationIdWalletsGetItem], CorporationsCorporationIdWalletsGetItem]): ...

class GetCorporationsCorporationIdWalletsDivisionJournalOperation(EsiOperation[list[CorporationsCorporationIdWalletsDivisionJournalGetItem], CorporationsCorporationIdWalletsDivisionJournalGetItem]): ...

class GetCorporationsCorporationIdWalletsDivisionJournalOperationAsync(EsiOperationAsync[list[CorporationsCorporationIdWalletsDivisionJournalGetItem], CorporationsCorporationIdWalletsDivisionJournalGetItem]): ...

class GetCorporationsCorporationIdWalletsDivisionTransactionsOperation(EsiOperation[list[CorporationsCorporationIdWalletsDivisionTransactionsGetItem], CorporationsCorporationIdWalletsDivisionTransactionsGetItem]): ...

class GetCorporationsCorporationIdWalletsDivisionTransactionsOperationAsync(EsiOperationAsync[list[CorporationsCorporationIdWalletsDivisionTransactionsGetItem], CorporationsCorporationIdWalletsDivisionTransactionsGetItem]): ...

class GetCorporationsNpccorpsOperation(EsiOperation[list[int], int]): ...

class GetCorporationsNpccorpsOperationAsync(EsiOperationAsync[list[int], int]): ...

class GetCosmeticsSkinrOperation(EsiOperation[CosmeticsSkinr, CosmeticsSkinr]): ...

class GetCosmeticsSkinrOperationAsync(EsiOperationAsync[CosmeticsSkinr, CosmeticsSkinr]): ...

class GetDogmaAttributesOperation(EsiOperation[list[int], int]): ...

class GetDogmaAttributesOperationAsync(EsiOperationAsync[list[int], int]): ...

class GetDogmaAttributesAttributeIdOperation(EsiOperation[DogmaAttributesAttributeIdGet, DogmaAttributesAttributeIdGet]): ...

class GetDogmaAttributesAttributeIdOperationAsync(EsiOperationAsync[DogmaAttributesAttributeIdGet, DogmaAttributesAttributeIdGet]): ...

class GetDogmaDynamicItemsTypeIdItemIdOperation(EsiOperation[DogmaDynamicItemsTypeIdItemIdGet, DogmaDynamicItemsTypeIdItemIdGet]): ...

class GetDogmaDynamicItemsTypeIdItemIdOperationAsync(EsiOperationAsync[DogmaDynamicItemsTypeIdItemIdGet, DogmaDynamicItemsTypeIdItemIdGet]): ...

class GetDogmaEffectsOperation(EsiOperation[list[int], int]): ...

class GetDogmaEffectsOperationAsync(EsiOperationAsync[list[int], int]): ...

class GetDogmaEffectsEffectIdOperation(EsiOperation[DogmaEffectsEffectIdGet, DogmaEffectsEffectIdGet]): ...

class GetDogmaEffectsEffectIdOperationAsync(EsiOperationAsync[DogmaEffectsEffectIdGet, DogmaEffectsEffectIdGet]): ...

class GetFleetsFleetIdOperation(EsiOperation[FleetsFleetIdGet, FleetsFleetIdGet]): ...

class GetFleetsFleetIdOperationAsync(EsiOperationAsync[FleetsFleetIdGet, FleetsFleetIdGet]): ...

class GetFleetsFleetIdMembersOperation(EsiOperation[list[FleetsFleetIdMembersGetItem], FleetsFleetIdMembersGetItem]): ...

class GetFleetsFleetIdMembersOperationAsync(EsiOperationAsync[list[FleetsFleetIdMembersGetItem], FleetsFleetIdMembersGetItem]): ...

class GetFleetsFleetIdWingsOperation(EsiOperation[list[FleetsFleetIdWingsGetItem], FleetsFleetIdWingsGetItem]): ...

class GetFleetsFleetIdWingsOperationAsync(EsiOperationAsync[list[FleetsFleetIdWingsGetItem], FleetsFleetIdWingsGetItem]): ...

class GetFreelanceJobsListingOperation(EsiOperation[FreelanceJobsListing, FreelanceJobsDetailFreelancejob]): ...

class GetFreelanceJobsListingOperationAsync(EsiOperationAsync[FreelanceJobsListing, FreelanceJobsDetailFreelancejob]): ...

class GetFreelanceJobsDetailOperation(EsiOperation[FreelanceJobsDetail, FreelanceJobsDetail]): ...

class GetFreelanceJobsDetailOperationAsync(EsiOperationAsync[FreelanceJobsDetail, FreelanceJobsDetail]): ...

class GetFwLeaderboardsOperation(EsiOperation[FwLeaderboardsGet, FwLeaderboardsGet]): ...

class GetFwLeaderboardsOperationAsync(EsiOperationAsync[FwLeaderboardsGet, FwLeaderboardsGet]): ...

class GetFwLeaderboardsCharactersOperation(EsiOperation[FwLeaderboardsCharactersGet, FwLeaderboardsCharactersGet]): ...

class GetFwLeaderboardsCharactersOperationAsync(EsiOperationAsync[FwLeaderboardsCharactersGet, FwLeaderboardsCharactersGet]): ...

class GetFwLeaderboardsCorporationsOperation(EsiOperation[FwLeaderboardsCorporationsGet, FwLeaderboardsCorporationsGet]): ...

class GetFwLeaderboardsCorporationsOperationAsync(EsiOperationAsync[FwLeaderboardsCorporationsGet, FwLeaderboardsCorporationsGet]): ...

class GetFwStatsOperation(EsiOperation[list[FwStatsGetItem], FwStatsGetItem]): ...

class GetFwStatsOperationAsync(EsiOperationAsync[list[FwStatsGetItem], FwStatsGetItem]): ...

class GetFwSystemsOperation(EsiOperation[list[FwSystemsGetItem], FwSystemsGetItem]): ...

class GetFwSystemsOperationAsync(EsiOperationAsync[list[FwSystemsGetItem], FwSystemsGetItem]): ...

class GetFwWarsOperation(EsiOperation[list[FwWarsGetItem], FwWarsGetItem]): ...

class GetFwWarsOperationAsync(EsiOperationAsync[list[FwWarsGetItem], FwWarsGetItem]): ...

class GetIncursionsOperation(EsiOperation[list[IncursionsGetItem], IncursionsGetItem]): ...

class GetIncursionsOperationAsync(EsiOperationAsync[list[IncursionsGetItem], IncursionsGetItem]): ...

class GetIndustryFacilitiesOperation(EsiOperation[list[IndustryFacilitiesGetItem], IndustryFacilitiesGetItem]): ...

class GetIndustryFacilitiesOperationAsync(EsiOperationAsync[list[IndustryFacilitiesGetItem], IndustryFacilitiesGetItem]): ...

class GetIndustrySystemsOperation(EsiOperation[list[IndustrySystemsGetItem], IndustrySystemsGetItem]): ...

class GetIndustrySystemsOperationAsync(EsiOperationAsync[list[IndustrySystemsGetItem], IndustrySystemsGetItem]): ...

class GetInsurancePricesOperation(EsiOperation[list[InsurancePricesGetItem], InsurancePricesGetItem]): ...

class GetInsurancePricesOperationAsync(EsiOperationAsync[list[InsurancePricesGetItem], InsurancePricesGetItem]): ...

class GetKillmailsKillmailIdKillmailHashOperation(EsiOperation[KillmailsKillmailIdKillmailHashGet, KillmailsKillmailIdKillmailHashGet]): ...

class GetKillmailsKillmailIdKillmailHashOperationAsync(EsiOperationAsync[KillmailsKillmailIdKillmailHashGet, KillmailsKillmailIdKillmailHashGet]): ...

class GetLoyaltyStoresCorporationIdOffersOperation(EsiOperation[list[LoyaltyStoresCorporationIdOffersGetItem], LoyaltyStoresCorporationIdOffersGetItem]): ...

class GetLoyaltyStoresCorporationIdOffersOperationAsync(EsiOperationAsync[list[LoyaltyStoresCorporationIdOffersGetItem], LoyaltyStoresCorporationIdOffersGetItem]): ...

class GetMarketsGroupsOperation(EsiOperation[list[int], int]): ...

class GetMarketsGroupsOperationAsync(EsiOperationAsync[list[int], int]): ...

class GetMarketsGroupsMarketGroupIdOperation(EsiOperation[MarketsGroupsMarketGroupIdGet, MarketsGroupsMarketGroupIdGet]): ...

class GetMarketsGroupsMarketGroupIdOperationAsync(EsiOperationAsync[MarketsGroupsMarketGroupIdGet, MarketsGroupsMarketGroupIdGet]): ...

class GetMarketsPricesOperation(EsiOperation[list[MarketsPricesGetItem], MarketsPricesGetItem]): ...

class GetMarketsPricesOperationAsync(EsiOperationAsync[list[MarketsPricesGetItem], MarketsPricesGetItem]): ...

class GetMarketsRegionIdHistoryOperation(EsiOperation[list[MarketsRegionIdHistoryGetItem], MarketsRegionIdHistoryGetItem]): ...

class GetMarketsRegionIdHistoryOperationAsync(EsiOperationAsync[list[MarketsRegionIdHistoryGetItem], MarketsRegionIdHistoryGetItem]): ...

class GetMarketsRegionIdOrdersOperation(EsiOperation[list[MarketsRegionIdOrdersGetItem], MarketsRegionIdOrdersGetItem]): ...

class GetMarketsRegionIdOrdersOperationAsync(EsiOperationAsync[list[MarketsRegionIdOrdersGetItem], MarketsRegionIdOrdersGetItem]): ...

class GetMarketsRegionIdTypesOperation(EsiOperation[list[int], int]): ...

class GetMarketsRegionIdTypesOperationAsync(EsiOperationAsync[list[int], int]): ...

class GetMarketsStructuresStructureIdOperation(EsiOperation[list[MarketsStructuresStructureIdGetItem], MarketsStructuresStructureIdGetItem]): ...

class GetMarketsStructuresStructureIdOperationAsync(EsiOperationAsync[list[MarketsStructuresStructureIdGetItem], MarketsStructuresStructureIdGetItem]): ...

class GetMetaChangelogOperation(EsiOperation[MetaChangelog, MetaChangelog]): ...

class GetMetaChangelogOperationAsync(EsiOperationAsync[MetaChangelog, MetaChangelog]): ...

class GetMetaCompatibilityDatesOperation(EsiOperation[MetaCompatibilityDates, MetaCompatibilityDates]): ...

class GetMetaCompatibilityDatesOperationAsync(EsiOperationAsync[MetaCompatibilityDates, MetaCompatibilityDates]): ...

class GetMetaNameOperation(EsiOperation[MetaName, MetaName]): ...

class GetMetaNameOperationAsync(EsiOperationAsync[MetaName, MetaName]): ...

class GetMetaStatusOperation(EsiOperation[MetaStatus, MetaStatus]): ...

class GetMetaStatusOperationAsync(EsiOperationAsync[MetaStatus, MetaStatus]): ...

class GetMilitaryCampaignsListingOperation(EsiOperation[MilitaryCampaignsListing, MilitaryCampaignsListing]): ...

class GetMilitaryCampaignsListingOperationAsync(EsiOperationAsync[MilitaryCampaignsListing, MilitaryCampaignsListing]): ...

class GetMilitaryCampaignsDetailOperation(EsiOperation[MilitaryCampaignsDetail, MilitaryCampaignsDetail]): ...

class GetMilitaryCampaignsDetailOperationAsync(EsiOperationAsync[MilitaryCampaignsDetail, MilitaryCampaignsDetail]): ...

class GetMilitaryCampaignsObjectivesListingOperation(EsiOperation[MilitaryCampaignsObjectivesListing, MilitaryCampaignsObjectivesDetailObjective]): ...

class GetMilitaryCampaignsObjectivesListingOperationAsync(EsiOperationAsync[MilitaryCampaignsObjectivesListing, MilitaryCampaignsObjectivesDetailObjective]): ...

class GetMilitaryCampaignsObjectivesDetailOperation(EsiOperation[MilitaryCampaignsObjectivesDetail, MilitaryCampaignsObjectivesDetail]): ...

class GetMilitaryCampaignsObjectivesDetailOperationAsync(EsiOperationAsync[MilitaryCampaignsObjectivesDetail, MilitaryCampaignsObjectivesDetail]): ...

class GetParagonHubSkinrOperation(EsiOperation[ParagonHubSkinr, ParagonHubSkinrInternalItem]): ...

class GetParagonHubSkinrOperationAsync(EsiOperationAsync[ParagonHubSkinr, ParagonHubSkinrInternalItem]): ...

class GetParagonHubSkinrAlliancesOperation(EsiOperation[ParagonHubSkinrAlliances, ParagonHubSkinrInternalItem]): ...

class GetParagonHubSkinrAlliancesOperationAsync(EsiOperationAsync[ParagonHubSkinrAlliances, ParagonHubSkinrInternalItem]): ...

class GetParagonHubSkinrCharactersOperation(EsiOperation[ParagonHubSkinrCharacters, ParagonHubSkinrInternalItem]): ...

class GetParagonHubSkinrCharactersOperationAsync(EsiOperationAsync[ParagonHubSkinrCharacters, ParagonHubSkinrInternalItem]): ...

class GetParagonHubSkinrCorporationsOperation(EsiOperation[ParagonHubSkinrCorporations, ParagonHubSkinrInternalItem]): ...

class GetParagonHubSkinrCorporationsOperationAsync(EsiOperationAsync[ParagonHubSkinrCorporations, ParagonHubSkinrInternalItem]): ...

class GetSkyhooksRaidableOperation(EsiOperation[SkyhooksRaidable, SkyhooksRaidable]): ...

class GetSkyhooksRaidableOperationAsync(EsiOperationAsync[SkyhooksRaidable, SkyhooksRaidable]): ...

class GetSovereigntyCampaignsOperation(EsiOperation[list[SovereigntyCampaignsGetItem], SovereigntyCampaignsGetItem]): ...

class GetSovereigntyCampaignsOperationAsync(EsiOperationAsync[list[SovereigntyCampaignsGetItem], SovereigntyCampaignsGetItem]): ...

class GetSovereigntySystemsOperation(EsiOperation[SovereigntySystems, SovereigntySystems]): ...

class GetSovereigntySystemsOperationAsync(EsiOperationAsync[SovereigntySystems, SovereigntySystems]): ...

class GetStatusOperation(EsiOperation[Status, Status]): ...

class GetStatusOperationAsync(EsiOperationAsync[Status, Status]): ...

class GetUniverseAncestriesOperation(EsiOperation[list[UniverseAncestriesGetItem], UniverseAncestriesGetItem]): ...

class GetUniverseAncestriesOperationAsync(EsiOperationAsync[list[UniverseAncestriesGetItem], UniverseAncestriesGetItem]): ...

class GetUniverseAsteroidBeltsAsteroidBeltIdOperation(EsiOperation[UniverseAsteroidBeltsAsteroidBeltIdGet, UniverseAsteroidBeltsAsteroidBeltIdGet]): ...

class GetUniverseAsteroidBeltsAsteroidBeltIdOperationAsync(EsiOperationAsync[UniverseAsteroidBeltsAsteroidBeltIdGet, UniverseAsteroidBeltsAsteroidBeltIdGet]): ...

class GetUniverseBloodlinesOperation(EsiOperation[list[UniverseBloodlinesGetItem], UniverseBloodlinesGetItem]): ...

class GetUniverseBloodlinesOperationAsync(EsiOperationAsync[list[UniverseBloodlinesGetItem], UniverseBloodlinesGetItem]): ...

class GetUniverseCategoriesOperation(EsiOperation[list[int], int]): ...

class GetUniverseCategoriesOperationAsync(EsiOperationAsync[list[int], int]): ...

class GetUniverseCategoriesCategoryIdOperation(EsiOperation[UniverseCategoriesCategoryIdGet, UniverseCategoriesCategoryIdGet]): ...

class GetUniverseCategoriesCategoryIdOperationAsync(EsiOperationAsync[UniverseCategoriesCategoryIdGet, UniverseCategoriesCategoryIdGet]): ...

class GetUniverseConstellationsOperation(EsiOperation[list[int], int]): ...

class GetUniverseConstellationsOperationAsync(EsiOperationAsync[list[int], int]): ...

class GetUniverseConstellationsConstellationIdOperation(EsiOperation[UniverseConstellationsConstellationIdGet, UniverseConstellationsConstellationIdGet]): ...

class GetUniverseConstellationsConstellationIdOperationAsync(EsiOperationAsync[UniverseConstellationsConstellationIdGet, UniverseConstellationsConstellationIdGet]): ...

class GetUniverseFactionsOperation(EsiOperation[list[UniverseFactionsGetItem], UniverseFactionsGetItem]): ...

class GetUniverseFactionsOperationAsync(EsiOperationAsync[list[UniverseFactionsGetItem], UniverseFactionsGetItem]): ...

class GetUniverseGraphicsOperation(EsiOperation[list[int], int]): ...

class GetUniverseGraphicsOperationAsync(EsiOperationAsync[list[int], int]): ...

class GetUniverseGraphicsGraphicIdOperation(EsiOperation[UniverseGraphicsGraphicIdGet, UniverseGraphicsGraphicIdGet]): ...

class GetUniverseGraphicsGraphicIdOperationAsync(EsiOperationAsync[UniverseGraphicsGraphicIdGet, UniverseGraphicsGraphicIdGet]): ...

class GetUniverseGroupsOperation(EsiOperation[list[int], int]): ...

class GetUniverseGroupsOperationAsync(EsiOperationAsync[list[int], int]): ...

class GetUniverseGroupsGroupIdOperation(EsiOperation[UniverseGroupsGroupIdGet, UniverseGroupsGroupIdGet]): ...

class GetUniverseGroupsGroupIdOperationAsync(EsiOperationAsync[UniverseGroupsGroupIdGet, UniverseGroupsGroupIdGet]): ...

class GetUniverseMoonsMoonIdOperation(EsiOperation[UniverseMoonsMoonIdGet, UniverseMoonsMoonIdGet]): ...

class GetUniverseMoonsMoonIdOperationAsync(EsiOperationAsync[UniverseMoonsMoonIdGet, UniverseMoonsMoonIdGet]): ...

class GetUniversePlanetsPlanetIdOperation(EsiOperation[UniversePlanetsPlanetIdGet, UniversePlanetsPlanetIdGet]): ...

class GetUniversePlanetsPlanetIdOperationAsync(EsiOperationAsync[UniversePlanetsPlanetIdGet, UniversePlanetsPlanetIdGet]): ...

class GetUniverseRacesOperation(EsiOperation[list[UniverseRacesGetItem], UniverseRacesGetItem]): ...

class GetUniverseRacesOperationAsync(EsiOperationAsync[list[UniverseRacesGetItem], UniverseRacesGetItem]): ...

class GetUniverseRegionsOperation(EsiOperation[list[int], int]): ...

class GetUniverseRegionsOperationAsync(EsiOperationAsync[list[int], int]): ...

class GetUniverseRegionsRegionIdOperation(EsiOperation[UniverseRegionsRegionIdGet, UniverseRegionsRegionIdGet]): ...

class GetUniverseRegionsRegionIdOperationAsync(EsiOperationAsync[UniverseRegionsRegionIdGet, UniverseRegionsRegionIdGet]): ...

class GetUniverseSchematicsSchematicIdOperation(EsiOperation[UniverseSchematicsSchematicIdGet, UniverseSchematicsSchematicIdGet]): ...

class GetUniverseSchematicsSchematicIdOperationAsync(EsiOperationAsync[UniverseSchematicsSchematicIdGet, UniverseSchematicsSchematicIdGet]): ...

class GetUniverseStargatesStargateIdOperation(EsiOperation[UniverseStargatesStargateIdGet, UniverseStargatesStargateIdGet]): ...

class GetUniverseStargatesStargateIdOperationAsync(EsiOperationAsync[UniverseStargatesStargateIdGet, UniverseStargatesStargateIdGet]): ...

class GetUniverseStarsStarIdOperation(EsiOperation[UniverseStarsStarIdGet, UniverseStarsStarIdGet]): ...

class GetUniverseStarsStarIdOperationAsync(EsiOperationAsync[UniverseStarsStarIdGet, UniverseStarsStarIdGet]): ...

class GetUniverseStationsStationIdOperation(EsiOperation[UniverseStationsStationIdGet, UniverseStationsStationIdGet]): ...

class GetUniverseStationsStationIdOperationAsync(EsiOperationAsync[UniverseStationsStationIdGet, UniverseStationsStationIdGet]): ...

class GetUniverseStructuresOperation(EsiOperation[list[int], int]): ...

class GetUniverseStructuresOperationAsync(EsiOperationAsync[list[int], int]): ...

class GetUniverseStructuresStructureIdOperation(EsiOperation[UniverseStructuresStructureIdGet, UniverseStructuresStructureIdGet]): ...

class GetUniverseStructuresStructureIdOperationAsync(EsiOperationAsync[UniverseStructuresStructureIdGet, UniverseStructuresStructureIdGet]): ...

class GetUniverseSystemJumpsOperation(EsiOperation[list[UniverseSystemJumpsGetItem], UniverseSystemJumpsGetItem]): ...

class GetUniverseSystemJumpsOperationAsync(EsiOperationAsync[list[UniverseSystemJumpsGetItem], UniverseSystemJumpsGetItem]): ...

class GetUniverseSystemKillsOperation(EsiOperation[list[UniverseSystemKillsGetItem], UniverseSystemKillsGetItem]): ...

class GetUniverseSystemKillsOperationAsync(EsiOperationAsync[list[UniverseSystemKillsGetItem], UniverseSystemKillsGetItem]): ...

class GetUniverseSystemsOperation(EsiOperation[list[int], int]): ...

class GetUniverseSystemsOperationAsync(EsiOperationAsync[list[int], int]): ...

class GetUniverseSystemsSystemIdOperation(EsiOperation[UniverseSystemsSystemIdGet, UniverseSystemsSystemIdGet]): ...

class GetUniverseSystemsSystemIdOperationAsync(EsiOperationAsync[UniverseSystemsSystemIdGet, UniverseSystemsSystemIdGet]): ...

class GetUniverseTypesOperation(EsiOperation[list[int], int]): ...

class GetUniverseTypesOperationAsync(EsiOperationAsync[list[int], int]): ...

class GetUniverseTypesTypeIdOperation(EsiOperation[UniverseTypesTypeIdGet, UniverseTypesTypeIdGet]): ...

class GetUniverseTypesTypeIdOperationAsync(EsiOperationAsync[UniverseTypesTypeIdGet, UniverseTypesTypeIdGet]): ...

class GetWarsOperation(EsiOperation[list[int], int]): ...

class GetWarsOperationAsync(EsiOperationAsync[list[int], int]): ...

class GetWarsWarIdOperation(EsiOperation[WarsWarIdGet, WarsWarIdGet]): ...

class GetWarsWarIdOperationAsync(EsiOperationAsync[WarsWarIdGet, WarsWarIdGet]): ...

class GetWarsWarIdKillmailsOperation(EsiOperation[list[WarsWarIdKillmailsGetItem], WarsWarIdKillmailsGetItem]): ...

class GetWarsWarIdKillmailsOperationAsync(EsiOperationAsync[list[WarsWarIdKillmailsGetItem], WarsWarIdKillmailsGetItem]): ...

class PostCharactersAffiliationOperation(EsiOperation[list[CharactersAffiliationPostItem], CharactersAffiliationPostItem]): ...

class PostCharactersAffiliationOperationAsync(EsiOperationAsync[list[CharactersAffiliationPostItem], CharactersAffiliationPostItem]): ...

class PostCharactersCharacterIdAssetsLocationsOperation(EsiOperation[list[CharactersCharacterIdAssetsLocationsPostItem], CharactersCharacterIdAssetsLocationsPostItem]): ...

class PostCharactersCharacterIdAssetsLocationsOperationAsync(EsiOperationAsync[list[CharactersCharacterIdAssetsLocationsPostItem], CharactersCharacterIdAssetsLocationsPostItem]): ...

class PostCharactersCharacterIdAssetsNamesOperation(EsiOperation[list[CharactersCharacterIdAssetsNamesPostItem], CharactersCharacterIdAssetsNamesPostItem]): ...

class PostCharactersCharacterIdAssetsNamesOperationAsync(EsiOperationAsync[list[CharactersCharacterIdAssetsNamesPostItem], CharactersCharacterIdAssetsNamesPostItem]): ...

class PostCharactersCharacterIdContactsOperation(EsiOperation[list[int], int]): ...

class PostCharactersCharacterIdContactsOperationAsync(EsiOperationAsync[list[int], int]): ...

class PostCharactersCharacterIdCspaOperation(EsiOperation[float, float]): ...

class PostCharactersCharacterIdCspaOperationAsync(EsiOperationAsync[float, float]): ...

class PostCharactersCharacterIdFittingsOperation(EsiOperation[CharactersCharacterIdFittingsPost, CharactersCharacterIdFittingsPost]): ...

class PostCharactersCharacterIdFittingsOperationAsync(EsiOperationAsync[CharactersCharacterIdFittingsPost, CharactersCharacterIdFittingsPost]): ...

class PostCharactersCharacterIdMailOperation(EsiOperation[int, int]): ...

class PostCharactersCharacterIdMailOperationAsync(EsiOperationAsync[int, int]): ...

class PostCharactersCharacterIdMailLabelsOperation(EsiOperation[int, int]): ...

class PostCharactersCharacterIdMailLabelsOperationAsync(EsiOperationAsync[int, int]): ...

class PostCorporationsCorporationIdAssetsLocationsOperation(EsiOperation[list[CorporationsCorporationIdAssetsLocationsPostItem], CorporationsCorporationIdAssetsLocationsPostItem]): ...

class PostCorporationsCorporationIdAssetsLocationsOperationAsync(EsiOperationAsync[list[CorporationsCorporationIdAssetsLocationsPostItem], CorporationsCorporationIdAssetsLocationsPostItem]): ...

class PostCorporationsCorporationIdAssetsNamesOperation(EsiOperation[list[CorporationsCorporationIdAssetsNamesPostItem], CorporationsCorporationIdAssetsNamesPostItem]): ...

class PostCorporationsCorporationIdAssetsNamesOperationAsync(EsiOperationAsync[list[CorporationsCorporationIdAssetsNamesPostItem], CorporationsCorporationIdAssetsNamesPostItem]): ...

class PostFleetsFleetIdMembersOperation(EsiOperation[None, None]): ...

class PostFleetsFleetIdMembersOperationAsync(EsiOperationAsync[None, None]): ...

class PostFleetsFleetIdWingsOperation(EsiOperation[FleetsFleetIdWingsPost, FleetsFleetIdWingsPost]): ...

class PostFleetsFleetIdWingsOperationAsync(EsiOperationAsync[FleetsFleetIdWingsPost, FleetsFleetIdWingsPost]): ...

class PostFleetsFleetIdWingsWingIdSquadsOperation(EsiOperation[FleetsFleetIdWingsWingIdSquadsPost, FleetsFleetIdWingsWingIdSquadsPost]): ...

class PostFleetsFleetIdWingsWingIdSquadsOperationAsync(EsiOperationAsync[FleetsFleetIdWingsWingIdSquadsPost, FleetsFleetIdWingsWingIdSquadsPost]): ...

class PostRouteOperation(EsiOperation[Route, Route]): ...

class PostRouteOperationAsync(EsiOperationAsync[Route, Route]): ...

class PostUiAutopilotWaypointOperation(EsiOperation[None, None]): ...

class PostUiAutopilotWaypointOperationAsync(EsiOperationAsync[None, None]): ...

class PostUiOpenwindowContractOperation(EsiOperation[None, None]): ...

class PostUiOpenwindowContractOperationAsync(EsiOperationAsync[None, None]): ...

class PostUiOpenwindowInformationOperation(EsiOperation[None, None]): ...

class PostUiOpenwindowInformationOperationAsync(EsiOperationAsync[None, None]): ...

class PostUiOpenwindowMarketdetailsOperation(EsiOperation[None, None]): ...

class PostUiOpenwindowMarketdetailsOperationAsync(EsiOperationAsync[None, None]): ...

class PostUiOpenwindowNewmailOperation(EsiOperation[None, None]): ...

class PostUiOpenwindowNewmailOperationAsync(EsiOperationAsync[None, None]): ...

class PostUniverseIdsOperation(EsiOperation[UniverseIdsPost, UniverseIdsPost]): ...

class PostUniverseIdsOperationAsync(EsiOperationAsync[UniverseIdsPost, UniverseIdsPost]): ...

class PostUniverseNamesOperation(EsiOperation[list[UniverseNamesPostItem], UniverseNamesPostItem]): ...

class PostUniverseNamesOperationAsync(EsiOperationAsync[list[UniverseNamesPostItem], UniverseNamesPostItem]): ...

class PutCharactersCharacterIdCalendarEventIdOperation(EsiOperation[None, None]): ...

class PutCharactersCharacterIdCalendarEventIdOperationAsync(EsiOperationAsync[None, None]): ...

class PutCharactersCharacterIdContactsOperation(EsiOperation[None, None]): ...

class PutCharactersCharacterIdContactsOperationAsync(EsiOperationAsync[None, None]): ...

class PutCharactersCharacterIdMailMailIdOperation(EsiOperation[None, None]): ...

class PutCharactersCharacterIdMailMailIdOperationAsync(EsiOperationAsync[None, None]): ...

class PutFleetsFleetIdOperation(EsiOperation[None, None]): ...

class PutFleetsFleetIdOperationAsync(EsiOperationAsync[None, None]): ...

class PutFleetsFleetIdMembersMemberIdOperation(EsiOperation[None, None]): ...

class PutFleetsFleetIdMembersMemberIdOperationAsync(EsiOperationAsync[None, None]): ...

class PutFleetsFleetIdSquadsSquadIdOperation(EsiOperation[None, None]): ...

class PutFleetsFleetIdSquadsSquadIdOperationAsync(EsiOperationAsync[None, None]): ...

class PutFleetsFleetIdWingsWingIdOperation(EsiOperation[None, None]): ...

class PutFleetsFleetIdWingsWingIdOperationAsync(EsiOperationAsync[None, None]): ...

class _Access_ListTag(ESITag):
    def GetCharactersAccessListsListing(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersAccessListsListingOperation:
        """Get access lists of characters (character_id).

        Request: `GET /characters/{character_id}/access-lists`

        Scopes: esi-access.read_lists.v1
        Cached for: 5 min
        Rate limit: 600 tokens per 15m (char-access)
        """
    def GetCharactersAccessListsDetail(
        self,
        *,
        access_list_id: int,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersAccessListsDetailOperation:
        """Get access lists (access_list_id) of characters (character_id).

        Request: `GET /characters/{character_id}/access-lists/{access_list_id}`

        Scopes: esi-access.read_lists.v1
        Cached for: 5 min
        Rate limit: 600 tokens per 15m (char-access)
        """

class _ActivitiesTag(ESITag):
    def GetCharactersMercenaryTacticalOperationsListing(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersMercenaryTacticalOperationsListingOperation:
        """Get mercenary tactical operations of characters (character_id).

        Request: `GET /characters/{character_id}/mercenary-tactical-operations`

        Scopes: esi-activities.read_character.v1
        Cached for: 5 min
        Rate limit: 150 tokens per 15m (char-activity)
        """
    def GetCharactersMercenaryTacticalOperationsDetail(
        self,
        *,
        operation_id: str,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersMercenaryTacticalOperationsDetailOperation:
        """Get mercenary tactical operations (operation_id) of characters (character_id).

        Request: `GET
        /characters/{character_id}/mercenary-tactical-operations/{operation_id}`

        Scopes: esi-activities.read_character.v1
        Cached for: 5 min
        Rate limit: 150 tokens per 15m (char-activity)
        """
    def GetSkyhooksRaidable(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetSkyhooksRaidableOperation:
        """Get skyhooks raidable.

        Request: `GET /skyhooks/raidable`

        Cached for: 5 min
        Rate limit: 30 tokens per 15m (activity)
        """

class _AllianceTag(ESITag):
    def GetAlliances(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetAlliancesOperation:
        """Get alliances.

        Request: `GET /alliances`

        Cached for: 1 h
        """
    def GetAlliancesAllianceId(
        self,
        *,
        alliance_id: int,
        accept_language: Language = ...,
    ) -> GetAlliancesAllianceIdOperation:
        """Get alliances (alliance_id).

        Request: `GET /alliances/{alliance_id}`

        Cached for: 1 h
        """
    def GetAlliancesAllianceIdCorporations(
        self,
        *,
        alliance_id: int,
        accept_language: Language = ...,
    ) -> GetAlliancesAllianceIdCorporationsOperation:
        """Get corporations of alliances (alliance_id).

        Request: `GET /alliances/{alliance_id}/corporations`

        Cached for: 1 h
        """
    def GetAlliancesAllianceIdIcons(
        self,
        *,
        alliance_id: int,
        accept_language: Language = ...,
    ) -> GetAlliancesAllianceIdIconsOperation:
        """Get icons of alliances (alliance_id).

        Request: `GET /alliances/{alliance_id}/icons`
        """

class _AssetsTag(ESITag):
    def GetCharactersCharacterIdAssets(
        self,
        *,
        character_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdAssetsOperation:
        """Get assets of characters (character_id).

        Request: `GET /characters/{character_id}/assets`

        Scopes: esi-assets.read_assets.v1
        Cached for: 1 h
        Rate limit: 1800 tokens per 15m (char-asset)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCorporationsCorporationIdAssets(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdAssetsOperation:
        """Get assets of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/assets`

        Scopes: esi-assets.read_corporation_assets.v1
        Corporation roles: Director
        Cached for: 1 h
        Rate limit: 1800 tokens per 15m (corp-asset)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def PostCharactersCharacterIdAssetsLocations(
        self,
        *,
        character_id: int,
        body: Values[int],
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> PostCharactersCharacterIdAssetsLocationsOperation:
        """Post to assets locations of characters (character_id).

        Request: `POST /characters/{character_id}/assets/locations`

        Scopes: esi-assets.read_assets.v1
        Rate limit: 1800 tokens per 15m (char-asset)
        """
    def PostCharactersCharacterIdAssetsNames(
        self,
        *,
        character_id: int,
        body: Values[int],
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> PostCharactersCharacterIdAssetsNamesOperation:
        """Post to assets names of characters (character_id).

        Request: `POST /characters/{character_id}/assets/names`

        Scopes: esi-assets.read_assets.v1
        Rate limit: 1800 tokens per 15m (char-asset)
        """
    def PostCorporationsCorporationIdAssetsLocations(
        self,
        *,
        corporation_id: int,
        body: Values[int],
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> PostCorporationsCorporationIdAssetsLocationsOperation:
        """Post to assets locations of corporations (corporation_id).

        Request: `POST /corporations/{corporation_id}/assets/locations`

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
        accept_language: Language = ...,
    ) -> PostCorporationsCorporationIdAssetsNamesOperation:
        """Post to assets names of corporations (corporation_id).

        Request: `POST /corporations/{corporation_id}/assets/names`

        Scopes: esi-assets.read_corporation_assets.v1
        Corporation roles: Director
        Rate limit: 1800 tokens per 15m (corp-asset)
        """

class _CalendarTag(ESITag):
    def GetCharactersCharacterIdCalendar(
        self,
        *,
        character_id: int,
        from_event: int | None = None,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdCalendarOperation:
        """Get calendar of characters (character_id).

        Request: `GET /characters/{character_id}/calendar`

        Scopes: esi-calendar.read_calendar_events.v1
        Cached for: 5 s
        Rate limit: 600 tokens per 15m (char-social)
        Pages: by `from_event`; `walk=True` follows
        """
    def GetCharactersCharacterIdCalendarEventId(
        self,
        *,
        character_id: int,
        event_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdCalendarEventIdOperation:
        """Get calendar (event_id) of characters (character_id).

        Request: `GET /characters/{character_id}/calendar/{event_id}`

        Scopes: esi-calendar.read_calendar_events.v1
        Cached for: 5 s
        Rate limit: 600 tokens per 15m (char-social)
        """
    def GetCharactersCharacterIdCalendarEventIdAttendees(
        self,
        *,
        character_id: int,
        event_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdCalendarEventIdAttendeesOperation:
        """Get attendees of calendar (event_id) of characters (character_id).

        Request: `GET /characters/{character_id}/calendar/{event_id}/attendees`

        Scopes: esi-calendar.read_calendar_events.v1
        Cached for: 10 min
        Rate limit: 600 tokens per 15m (char-social)
        """
    def PutCharactersCharacterIdCalendarEventId(
        self,
        *,
        character_id: int,
        event_id: int,
        body: PutCharactersCharacterIdCalendarEventIdOperationBody,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> PutCharactersCharacterIdCalendarEventIdOperation:
        """Update calendar (event_id) of characters (character_id).

        Request: `PUT /characters/{character_id}/calendar/{event_id}`

        Scopes: esi-calendar.respond_calendar_events.v1
        Cached for: 5 s
        Rate limit: 600 tokens per 15m (char-social)
        """

class _CharacterTag(ESITag):
    def GetCharactersDetail(
        self,
        *,
        character_id: int,
        accept_language: Language = ...,
    ) -> GetCharactersDetailOperation:
        """Get characters (character_id).

        Request: `GET /characters/{character_id}`

        Cached for: 24 h
        """
    def GetCharactersCharacterIdAgentsResearch(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdAgentsResearchOperation:
        """Get agents research of characters (character_id).

        Request: `GET /characters/{character_id}/agents_research`

        Scopes: esi-characters.read_agents_research.v1
        Cached for: 1 h
        Rate limit: 600 tokens per 15m (char-industry)
        """
    def GetCharactersCharacterIdBlueprints(
        self,
        *,
        character_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdBlueprintsOperation:
        """Get blueprints of characters (character_id).

        Request: `GET /characters/{character_id}/blueprints`

        Scopes: esi-characters.read_blueprints.v1
        Cached for: 1 h
        Rate limit: 600 tokens per 15m (char-industry)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCharactersCharacterIdCorporationhistory(
        self,
        *,
        character_id: int,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdCorporationhistoryOperation:
        """Get corporationhistory of characters (character_id).

        Request: `GET /characters/{character_id}/corporationhistory`

        Cached for: 24 h
        """
    def GetCharactersCharacterIdFatigue(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdFatigueOperation:
        """Get fatigue of characters (character_id).

        Request: `GET /characters/{character_id}/fatigue`

        Scopes: esi-characters.read_fatigue.v1
        Cached for: 5 min
        Rate limit: 1200 tokens per 15m (char-location)
        """
    def GetCharactersCharacterIdMedals(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdMedalsOperation:
        """Get medals of characters (character_id).

        Request: `GET /characters/{character_id}/medals`

        Scopes: esi-characters.read_medals.v1
        Cached for: 1 h
        Rate limit: 600 tokens per 15m (char-detail)
        """
    def GetCharactersCharacterIdNotifications(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdNotificationsOperation:
        """Get notifications of characters (character_id).

        Request: `GET /characters/{character_id}/notifications`

        Scopes: esi-characters.read_notifications.v1
        Cached for: 10 min
        Rate limit: 15 tokens per 15m (char-notification)
        """
    def GetCharactersCharacterIdNotificationsContacts(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdNotificationsContactsOperation:
        """Get notifications contacts of characters (character_id).

        Request: `GET /characters/{character_id}/notifications/contacts`

        Scopes: esi-characters.read_notifications.v1
        Cached for: 10 min
        Rate limit: 600 tokens per 15m (char-social)
        """
    def GetCharactersCharacterIdPortrait(
        self,
        *,
        character_id: int,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdPortraitOperation:
        """Get portrait of characters (character_id).

        Request: `GET /characters/{character_id}/portrait`

        Rate limit: 600 tokens per 15m (char-detail)
        """
    def GetCharactersCharacterIdRoles(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdRolesOperation:
        """Get roles of characters (character_id).

        Request: `GET /characters/{character_id}/roles`

        Scopes: esi-characters.read_corporation_roles.v1
        Cached for: 1 h
        Rate limit: 600 tokens per 15m (char-detail)
        """
    def GetCharactersCharacterIdStandings(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdStandingsOperation:
        """Get standings of characters (character_id).

        Request: `GET /characters/{character_id}/standings`

        Scopes: esi-characters.read_standings.v1
        Cached for: 1 h
        Rate limit: 600 tokens per 15m (char-social)
        """
    def GetCharactersCharacterIdTitles(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdTitlesOperation:
        """Get titles of characters (character_id).

        Request: `GET /characters/{character_id}/titles`

        Scopes: esi-characters.read_titles.v1
        Cached for: 1 h
        Rate limit: 600 tokens per 15m (char-detail)
        """
    def PostCharactersAffiliation(
        self,
        *,
        body: Values[int],
        accept_language: Language = ...,
    ) -> PostCharactersAffiliationOperation:
        """Post to characters affiliation.

        Request: `POST /characters/affiliation`

        Cached for: 1 h
        """
    def PostCharactersCharacterIdCspa(
        self,
        *,
        character_id: int,
        body: Values[int],
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> PostCharactersCharacterIdCspaOperation:
        """Post to cspa of characters (character_id).

        Request: `POST /characters/{character_id}/cspa`

        Scopes: esi-characters.read_contacts.v1
        Rate limit: 600 tokens per 15m (char-detail)
        """

class _ClonesTag(ESITag):
    def GetCharactersCharacterIdClones(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdClonesOperation:
        """Get clones of characters (character_id).

        Request: `GET /characters/{character_id}/clones`

        Scopes: esi-clones.read_clones.v1
        Cached for: 2 min
        Rate limit: 1200 tokens per 15m (char-location)
        """
    def GetCharactersCharacterIdImplants(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdImplantsOperation:
        """Get implants of characters (character_id).

        Request: `GET /characters/{character_id}/implants`

        Scopes: esi-clones.read_implants.v1
        Cached for: 2 min
        Rate limit: 600 tokens per 15m (char-detail)
        """

class _ContactsTag(ESITag):
    def DeleteCharactersCharacterIdContacts(
        self,
        *,
        character_id: int,
        contact_ids: Values[int],
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> DeleteCharactersCharacterIdContactsOperation:
        """Delete contacts of characters (character_id).

        Request: `DELETE /characters/{character_id}/contacts`

        Scopes: esi-characters.write_contacts.v1
        Rate limit: 600 tokens per 15m (char-social)
        """
    def GetAlliancesAllianceIdContacts(
        self,
        *,
        alliance_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetAlliancesAllianceIdContactsOperation:
        """Get contacts of alliances (alliance_id).

        Request: `GET /alliances/{alliance_id}/contacts`

        Scopes: esi-alliances.read_contacts.v1
        Cached for: 5 min
        Rate limit: 300 tokens per 15m (alliance-social)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetAlliancesAllianceIdContactsLabels(
        self,
        *,
        alliance_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetAlliancesAllianceIdContactsLabelsOperation:
        """Get contacts labels of alliances (alliance_id).

        Request: `GET /alliances/{alliance_id}/contacts/labels`

        Scopes: esi-alliances.read_contacts.v1
        Cached for: 5 min
        Rate limit: 300 tokens per 15m (alliance-social)
        """
    def GetCharactersCharacterIdContacts(
        self,
        *,
        character_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdContactsOperation:
        """Get contacts of characters (character_id).

        Request: `GET /characters/{character_id}/contacts`

        Scopes: esi-characters.read_contacts.v1
        Cached for: 5 min
        Rate limit: 600 tokens per 15m (char-social)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCharactersCharacterIdContactsLabels(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdContactsLabelsOperation:
        """Get contacts labels of characters (character_id).

        Request: `GET /characters/{character_id}/contacts/labels`

        Scopes: esi-characters.read_contacts.v1
        Cached for: 5 min
        Rate limit: 600 tokens per 15m (char-social)
        """
    def GetCorporationsCorporationIdContacts(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdContactsOperation:
        """Get contacts of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/contacts`

        Scopes: esi-corporations.read_contacts.v1
        Cached for: 5 min
        Rate limit: 300 tokens per 15m (corp-social)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCorporationsCorporationIdContactsLabels(
        self,
        *,
        corporation_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdContactsLabelsOperation:
        """Get contacts labels of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/contacts/labels`

        Scopes: esi-corporations.read_contacts.v1
        Cached for: 5 min
        Rate limit: 300 tokens per 15m (corp-social)
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
        accept_language: Language = ...,
    ) -> PostCharactersCharacterIdContactsOperation:
        """Post to contacts of characters (character_id).

        Request: `POST /characters/{character_id}/contacts`

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
        accept_language: Language = ...,
    ) -> PutCharactersCharacterIdContactsOperation:
        """Update contacts of characters (character_id).

        Request: `PUT /characters/{character_id}/contacts`

        Scopes: esi-characters.write_contacts.v1
        Rate limit: 600 tokens per 15m (char-social)
        """

class _ContractsTag(ESITag):
    def GetCharactersCharacterIdContracts(
        self,
        *,
        character_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdContractsOperation:
        """Get contracts of characters (character_id).

        Request: `GET /characters/{character_id}/contracts`

        Scopes: esi-contracts.read_character_contracts.v1
        Cached for: 5 min
        Rate limit: 600 tokens per 15m (char-contract)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCharactersCharacterIdContractsContractIdBids(
        self,
        *,
        character_id: int,
        contract_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdContractsContractIdBidsOperation:
        """Get bids of contracts (contract_id) of characters (character_id).

        Request: `GET /characters/{character_id}/contracts/{contract_id}/bids`

        Scopes: esi-contracts.read_character_contracts.v1
        Cached for: 5 min
        Rate limit: 600 tokens per 15m (char-contract)
        """
    def GetCharactersCharacterIdContractsContractIdItems(
        self,
        *,
        character_id: int,
        contract_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdContractsContractIdItemsOperation:
        """Get items of contracts (contract_id) of characters (character_id).

        Request: `GET /characters/{character_id}/contracts/{contract_id}/items`

        Scopes: esi-contracts.read_character_contracts.v1
        Cached for: 1 h
        Rate limit: 600 tokens per 15m (char-contract)
        """
    def GetContractsPublicBidsContractId(
        self,
        *,
        contract_id: int,
        page: int | None = 1,
        accept_language: Language = ...,
    ) -> GetContractsPublicBidsContractIdOperation:
        """Get contracts public bids (contract_id).

        Request: `GET /contracts/public/bids/{contract_id}`

        Cached for: 5 min
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetContractsPublicItemsContractId(
        self,
        *,
        contract_id: int,
        page: int | None = 1,
        accept_language: Language = ...,
    ) -> GetContractsPublicItemsContractIdOperation:
        """Get contracts public items (contract_id).

        Request: `GET /contracts/public/items/{contract_id}`

        Cached for: 1 h
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetContractsPublicRegionId(
        self,
        *,
        region_id: int,
        page: int | None = 1,
        accept_language: Language = ...,
    ) -> GetContractsPublicRegionIdOperation:
        """Get contracts public (region_id).

        Request: `GET /contracts/public/{region_id}`

        Cached for: 30 min
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCorporationsCorporationIdContracts(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdContractsOperation:
        """Get contracts of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/contracts`

        Scopes: esi-contracts.read_corporation_contracts.v1
        Cached for: 5 min
        Rate limit: 600 tokens per 15m (corp-contract)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCorporationsCorporationIdContractsContractIdBids(
        self,
        *,
        contract_id: int,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdContractsContractIdBidsOperation:
        """Get bids of contracts (contract_id) of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/contracts/{contract_id}/bids`

        Scopes: esi-contracts.read_corporation_contracts.v1
        Cached for: 1 h
        Rate limit: 600 tokens per 15m (corp-contract)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCorporationsCorporationIdContractsContractIdItems(
        self,
        *,
        contract_id: int,
        corporation_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdContractsContractIdItemsOperation:
        """Get items of contracts (contract_id) of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/contracts/{contract_id}/items`

        Scopes: esi-contracts.read_corporation_contracts.v1
        Cached for: 1 h
        Rate limit: 600 tokens per 15m (corp-contract)
        """

class _CorporationTag(ESITag):
    def GetCorporationsCorporationId(
        self,
        *,
        corporation_id: int,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdOperation:
        """Get corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}`

        Cached for: 1 h
        """
    def GetCorporationsCorporationIdAlliancehistory(
        self,
        *,
        corporation_id: int,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdAlliancehistoryOperation:
        """Get alliancehistory of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/alliancehistory`

        Cached for: 1 h
        """
    def GetCorporationsCorporationIdBlueprints(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdBlueprintsOperation:
        """Get blueprints of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/blueprints`

        Scopes: esi-corporations.read_blueprints.v1
        Corporation roles: Director
        Cached for: 1 h
        Rate limit: 600 tokens per 15m (corp-industry)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCorporationsCorporationIdContainersLogs(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdContainersLogsOperation:
        """Get containers logs of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/containers/logs`

        Scopes: esi-corporations.read_container_logs.v1
        Corporation roles: Director
        Cached for: 10 min
        Rate limit: 300 tokens per 15m (corp-structure)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCorporationsCorporationIdDivisions(
        self,
        *,
        corporation_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdDivisionsOperation:
        """Get divisions of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/divisions`

        Scopes: esi-corporations.read_divisions.v1
        Corporation roles: Director
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-wallet)
        """
    def GetCorporationsCorporationIdFacilities(
        self,
        *,
        corporation_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdFacilitiesOperation:
        """Get facilities of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/facilities`

        Scopes: esi-corporations.read_facilities.v1
        Corporation roles: Factory_Manager
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-structure)
        """
    def GetCorporationsCorporationIdIcons(
        self,
        *,
        corporation_id: int,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdIconsOperation:
        """Get icons of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/icons`

        Cached for: 1 h
        """
    def GetCorporationsCorporationIdMedals(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdMedalsOperation:
        """Get medals of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/medals`

        Scopes: esi-corporations.read_medals.v1
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-detail)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCorporationsCorporationIdMedalsIssued(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdMedalsIssuedOperation:
        """Get medals issued of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/medals/issued`

        Scopes: esi-corporations.read_medals.v1
        Corporation roles: Director
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-detail)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCorporationsCorporationIdMembers(
        self,
        *,
        corporation_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdMembersOperation:
        """Get members of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/members`

        Scopes: esi-corporations.read_corporation_membership.v1
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-member)
        """
    def GetCorporationsCorporationIdMembersLimit(
        self,
        *,
        corporation_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdMembersLimitOperation:
        """Get members limit of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/members/limit`

        Scopes: esi-corporations.track_members.v1
        Corporation roles: Director
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-member)
        """
    def GetCorporationsCorporationIdMembersTitles(
        self,
        *,
        corporation_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdMembersTitlesOperation:
        """Get members titles of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/members/titles`

        Scopes: esi-corporations.read_titles.v1
        Corporation roles: Director
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-member)
        """
    def GetCorporationsCorporationIdMembertracking(
        self,
        *,
        corporation_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdMembertrackingOperation:
        """Get membertracking of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/membertracking`

        Scopes: esi-corporations.track_members.v1
        Corporation roles: Director
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-member)
        """
    def GetCorporationsCorporationIdRoles(
        self,
        *,
        corporation_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdRolesOperation:
        """Get roles of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/roles`

        Scopes: esi-corporations.read_corporation_membership.v1
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-member)
        """
    def GetCorporationsCorporationIdRolesHistory(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdRolesHistoryOperation:
        """Get roles history of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/roles/history`

        Scopes: esi-corporations.read_corporation_membership.v1
        Corporation roles: Director
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-member)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCorporationsCorporationIdShareholders(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdShareholdersOperation:
        """Get shareholders of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/shareholders`

        Scopes: esi-wallet.read_corporation_wallets.v1
        Corporation roles: Director
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-detail)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCorporationsCorporationIdStandings(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdStandingsOperation:
        """Get standings of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/standings`

        Scopes: esi-corporations.read_standings.v1
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-member)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCorporationsCorporationIdStarbases(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdStarbasesOperation:
        """Get starbases of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/starbases`

        Scopes: esi-corporations.read_starbases.v1
        Corporation roles: Director
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-structure)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCorporationsCorporationIdStarbasesStarbaseId(
        self,
        *,
        corporation_id: int,
        starbase_id: int,
        system_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdStarbasesStarbaseIdOperation:
        """Get starbases (starbase_id) of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/starbases/{starbase_id}`

        Scopes: esi-corporations.read_starbases.v1
        Corporation roles: Director
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-structure)
        """
    def GetCorporationsCorporationIdStructures(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdStructuresOperation:
        """Get structures of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/structures`

        Scopes: esi-corporations.read_structures.v1
        Corporation roles: Station_Manager
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-structure)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCorporationsCorporationIdTitles(
        self,
        *,
        corporation_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdTitlesOperation:
        """Get titles of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/titles`

        Scopes: esi-corporations.read_titles.v1
        Corporation roles: Director
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-detail)
        """
    def GetCorporationsNpccorps(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetCorporationsNpccorpsOperation:
        """Get corporations npccorps.

        Request: `GET /corporations/npccorps`
        """

class _Corporation_ProjectsTag(ESITag):
    def GetCorporationsProjectsListing(
        self,
        *,
        corporation_id: int,
        after: str | None = None,
        before: str | None = None,
        limit: int | None = 10,
        state: Literal['All', 'Active'] | None = 'Active',
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsProjectsListingOperation:
        """Get projects of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/projects`

        Scopes: esi-corporations.read_projects.v1
        Rate limit: 600 tokens per 15m (corp-project)
        Pages: by cursor; `results()` and `frame()` fetch all records
        """
    def GetCorporationsProjectsDetail(
        self,
        *,
        corporation_id: int,
        project_id: str,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsProjectsDetailOperation:
        """Get projects (project_id) of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/projects/{project_id}`

        Scopes: esi-corporations.read_projects.v1
        Cached for: 1 min
        Rate limit: 600 tokens per 15m (corp-project)
        """
    def GetCorporationsProjectsContribution(
        self,
        *,
        corporation_id: int,
        project_id: str,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsProjectsContributionOperation:
        """Get contribution (character_id) of projects (project_id) of corporations
        (corporation_id).

        Request: `GET
        /corporations/{corporation_id}/projects/{project_id}/contribution/{character_id}`

        Scopes: esi-corporations.read_projects.v1
        Cached for: 1 min
        Rate limit: 600 tokens per 15m (corp-project)
        """
    def GetCorporationsProjectsContributors(
        self,
        *,
        corporation_id: int,
        project_id: str,
        after: str | None = None,
        before: str | None = None,
        limit: int | None = 10,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsProjectsContributorsOperation:
        """Get contributors of projects (project_id) of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/projects/{project_id}/contributors`

        Scopes: esi-corporations.read_projects.v1
        Corporation roles: Project_Manager
        Rate limit: 600 tokens per 15m (corp-project)
        Pages: by cursor; `results()` and `frame()` fetch all records
        """

class _CosmeticsTag(ESITag):
    def GetCharactersCosmeticsSkinr(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCosmeticsSkinrOperation:
        """Get cosmetics skinr of characters (character_id).

        Request: `GET /characters/{character_id}/cosmetics/skinr`

        Scopes: esi.cosmetic.char:read
        Cached for: 1 h
        Rate limit: 30 tokens per 15m (char-skinr)
        """
    def GetCharactersCosmeticsSkinrComponents(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCosmeticsSkinrComponentsOperation:
        """Get cosmetics skinr components of characters (character_id).

        Request: `GET /characters/{character_id}/cosmetics/skinr/components`

        Scopes: esi.cosmetic.char:read
        Cached for: 1 h
        Rate limit: 30 tokens per 15m (char-skinr)
        """
    def GetCosmeticsSkinr(
        self,
        *,
        skinr_id: str,
        accept_language: Language = ...,
    ) -> GetCosmeticsSkinrOperation:
        """Get cosmetics skinr (skinr_id).

        Request: `GET /cosmetics/skinr/{skinr_id}`

        Cached for: 8760 h
        Rate limit: 12000 tokens per 15m (skinr)
        """

class _DogmaTag(ESITag):
    def GetDogmaAttributes(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetDogmaAttributesOperation:
        """Get dogma attributes.

        Request: `GET /dogma/attributes`
        """
    def GetDogmaAttributesAttributeId(
        self,
        *,
        attribute_id: int,
        accept_language: Language = ...,
    ) -> GetDogmaAttributesAttributeIdOperation:
        """Get dogma attributes (attribute_id).

        Request: `GET /dogma/attributes/{attribute_id}`
        """
    def GetDogmaDynamicItemsTypeIdItemId(
        self,
        *,
        item_id: int,
        type_id: int,
        accept_language: Language = ...,
    ) -> GetDogmaDynamicItemsTypeIdItemIdOperation:
        """Get dogma dynamic items (type_id) (item_id).

        Request: `GET /dogma/dynamic/items/{type_id}/{item_id}`
        """
    def GetDogmaEffects(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetDogmaEffectsOperation:
        """Get dogma effects.

        Request: `GET /dogma/effects`
        """
    def GetDogmaEffectsEffectId(
        self,
        *,
        effect_id: int,
        accept_language: Language = ...,
    ) -> GetDogmaEffectsEffectIdOperation:
        """Get dogma effects (effect_id).

        Request: `GET /dogma/effects/{effect_id}`
        """

class _Faction_WarfareTag(ESITag):
    def GetCharactersCharacterIdFwStats(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdFwStatsOperation:
        """Get fw stats of characters (character_id).

        Request: `GET /characters/{character_id}/fw/stats`

        Scopes: esi-characters.read_fw_stats.v1
        Rate limit: 150 tokens per 15m (factional-warfare)
        """
    def GetCorporationsCorporationIdFwStats(
        self,
        *,
        corporation_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdFwStatsOperation:
        """Get fw stats of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/fw/stats`

        Scopes: esi-corporations.read_fw_stats.v1
        Rate limit: 150 tokens per 15m (factional-warfare)
        """
    def GetFwLeaderboards(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetFwLeaderboardsOperation:
        """Get fw leaderboards.

        Request: `GET /fw/leaderboards`

        Rate limit: 150 tokens per 15m (factional-warfare)
        """
    def GetFwLeaderboardsCharacters(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetFwLeaderboardsCharactersOperation:
        """Get fw leaderboards characters.

        Request: `GET /fw/leaderboards/characters`

        Rate limit: 150 tokens per 15m (factional-warfare)
        """
    def GetFwLeaderboardsCorporations(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetFwLeaderboardsCorporationsOperation:
        """Get fw leaderboards corporations.

        Request: `GET /fw/leaderboards/corporations`

        Rate limit: 150 tokens per 15m (factional-warfare)
        """
    def GetFwStats(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetFwStatsOperation:
        """Get fw stats.

        Request: `GET /fw/stats`

        Rate limit: 150 tokens per 15m (factional-warfare)
        """
    def GetFwSystems(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetFwSystemsOperation:
        """Get fw systems.

        Request: `GET /fw/systems`

        Cached for: 30 min
        Rate limit: 150 tokens per 15m (factional-warfare)
        """
    def GetFwWars(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetFwWarsOperation:
        """Get fw wars.

        Request: `GET /fw/wars`

        Rate limit: 150 tokens per 15m (factional-warfare)
        """

class _FittingsTag(ESITag):
    def DeleteCharactersCharacterIdFittingsFittingId(
        self,
        *,
        character_id: int,
        fitting_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> DeleteCharactersCharacterIdFittingsFittingIdOperation:
        """Delete fittings (fitting_id) of characters (character_id).

        Request: `DELETE /characters/{character_id}/fittings/{fitting_id}`

        Scopes: esi-fittings.write_fittings.v1
        Rate limit: 150 tokens per 15m (fitting)
        """
    def GetCharactersCharacterIdFittings(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdFittingsOperation:
        """Get fittings of characters (character_id).

        Request: `GET /characters/{character_id}/fittings`

        Scopes: esi-fittings.read_fittings.v1
        Cached for: 5 min
        Rate limit: 150 tokens per 15m (fitting)
        """
    def PostCharactersCharacterIdFittings(
        self,
        *,
        character_id: int,
        body: PostCharactersCharacterIdFittingsOperationBody,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> PostCharactersCharacterIdFittingsOperation:
        """Post to fittings of characters (character_id).

        Request: `POST /characters/{character_id}/fittings`

        Scopes: esi-fittings.write_fittings.v1
        Rate limit: 150 tokens per 15m (fitting)
        """

class _FleetsTag(ESITag):
    def DeleteFleetsFleetIdMembersMemberId(
        self,
        *,
        fleet_id: int,
        member_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> DeleteFleetsFleetIdMembersMemberIdOperation:
        """Delete members (member_id) of fleets (fleet_id).

        Request: `DELETE /fleets/{fleet_id}/members/{member_id}`

        Scopes: esi-fleets.write_fleet.v1
        Rate limit: 1800 tokens per 15m (fleet)
        """
    def DeleteFleetsFleetIdSquadsSquadId(
        self,
        *,
        fleet_id: int,
        squad_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> DeleteFleetsFleetIdSquadsSquadIdOperation:
        """Delete squads (squad_id) of fleets (fleet_id).

        Request: `DELETE /fleets/{fleet_id}/squads/{squad_id}`

        Scopes: esi-fleets.write_fleet.v1
        Rate limit: 1800 tokens per 15m (fleet)
        """
    def DeleteFleetsFleetIdWingsWingId(
        self,
        *,
        fleet_id: int,
        wing_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> DeleteFleetsFleetIdWingsWingIdOperation:
        """Delete wings (wing_id) of fleets (fleet_id).

        Request: `DELETE /fleets/{fleet_id}/wings/{wing_id}`

        Scopes: esi-fleets.write_fleet.v1
        Rate limit: 1800 tokens per 15m (fleet)
        """
    def GetCharactersCharacterIdFleet(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdFleetOperation:
        """Get fleet of characters (character_id).

        Request: `GET /characters/{character_id}/fleet`

        Scopes: esi-fleets.read_fleet.v1
        Cached for: 1 min
        Rate limit: 1800 tokens per 15m (fleet)
        """
    def GetFleetsFleetId(
        self,
        *,
        fleet_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetFleetsFleetIdOperation:
        """Get fleets (fleet_id).

        Request: `GET /fleets/{fleet_id}`

        Scopes: esi-fleets.read_fleet.v1
        Cached for: 5 s
        Rate limit: 1800 tokens per 15m (fleet)
        """
    def GetFleetsFleetIdMembers(
        self,
        *,
        fleet_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetFleetsFleetIdMembersOperation:
        """Get members of fleets (fleet_id).

        Request: `GET /fleets/{fleet_id}/members`

        Scopes: esi-fleets.read_fleet.v1
        Cached for: 5 s
        Rate limit: 1800 tokens per 15m (fleet)
        """
    def GetFleetsFleetIdWings(
        self,
        *,
        fleet_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetFleetsFleetIdWingsOperation:
        """Get wings of fleets (fleet_id).

        Request: `GET /fleets/{fleet_id}/wings`

        Scopes: esi-fleets.read_fleet.v1
        Cached for: 5 s
        Rate limit: 1800 tokens per 15m (fleet)
        """
    def PostFleetsFleetIdMembers(
        self,
        *,
        fleet_id: int,
        body: PostFleetsFleetIdMembersOperationBody,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> PostFleetsFleetIdMembersOperation:
        """Post to members of fleets (fleet_id).

        Request: `POST /fleets/{fleet_id}/members`

        Scopes: esi-fleets.write_fleet.v1
        Rate limit: 1800 tokens per 15m (fleet)
        """
    def PostFleetsFleetIdWings(
        self,
        *,
        fleet_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> PostFleetsFleetIdWingsOperation:
        """Post to wings of fleets (fleet_id).

        Request: `POST /fleets/{fleet_id}/wings`

        Scopes: esi-fleets.write_fleet.v1
        Rate limit: 1800 tokens per 15m (fleet)
        """
    def PostFleetsFleetIdWingsWingIdSquads(
        self,
        *,
        fleet_id: int,
        wing_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> PostFleetsFleetIdWingsWingIdSquadsOperation:
        """Post to squads of wings (wing_id) of fleets (fleet_id).

        Request: `POST /fleets/{fleet_id}/wings/{wing_id}/squads`

        Scopes: esi-fleets.write_fleet.v1
        Rate limit: 1800 tokens per 15m (fleet)
        """
    def PutFleetsFleetId(
        self,
        *,
        fleet_id: int,
        body: PutFleetsFleetIdOperationBody,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> PutFleetsFleetIdOperation:
        """Update fleets (fleet_id).

        Request: `PUT /fleets/{fleet_id}`

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
        accept_language: Language = ...,
    ) -> PutFleetsFleetIdMembersMemberIdOperation:
        """Update members (member_id) of fleets (fleet_id).

        Request: `PUT /fleets/{fleet_id}/members/{member_id}`

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
        accept_language: Language = ...,
    ) -> PutFleetsFleetIdSquadsSquadIdOperation:
        """Update squads (squad_id) of fleets (fleet_id).

        Request: `PUT /fleets/{fleet_id}/squads/{squad_id}`

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
        accept_language: Language = ...,
    ) -> PutFleetsFleetIdWingsWingIdOperation:
        """Update wings (wing_id) of fleets (fleet_id).

        Request: `PUT /fleets/{fleet_id}/wings/{wing_id}`

        Scopes: esi-fleets.write_fleet.v1
        Rate limit: 1800 tokens per 15m (fleet)
        """

class _Freelance_JobsTag(ESITag):
    def GetCharactersFreelanceJobsListing(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersFreelanceJobsListingOperation:
        """Get freelance jobs of characters (character_id).

        Request: `GET /characters/{character_id}/freelance-jobs`

        Scopes: esi-characters.read_freelance_jobs.v1
        Cached for: 1 min
        Rate limit: 300 tokens per 15m (char-freelance-job)
        """
    def GetCharactersFreelanceJobsParticipation(
        self,
        *,
        character_id: int,
        job_id: str,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersFreelanceJobsParticipationOperation:
        """Get participation of freelance jobs (job_id) of characters (character_id).

        Request: `GET /characters/{character_id}/freelance-jobs/{job_id}/participation`

        Scopes: esi-characters.read_freelance_jobs.v1
        Cached for: 1 min
        Rate limit: 300 tokens per 15m (char-freelance-job)
        """
    def GetCorporationsFreelanceJobsListing(
        self,
        *,
        corporation_id: int,
        after: str | None = None,
        before: str | None = None,
        limit: int | None = 10,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsFreelanceJobsListingOperation:
        """Get freelance jobs of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/freelance-jobs`

        Scopes: esi-corporations.read_freelance_jobs.v1
        Corporation roles: Project_Manager
        Rate limit: 300 tokens per 15m (corp-freelance-job)
        Pages: by cursor; `results()` and `frame()` fetch all records
        """
    def GetCorporationsFreelanceJobsParticipants(
        self,
        *,
        corporation_id: int,
        job_id: str,
        after: str | None = None,
        before: str | None = None,
        limit: int | None = 10,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsFreelanceJobsParticipantsOperation:
        """Get participants of freelance jobs (job_id) of corporations (corporation_id).

        Request: `GET
        /corporations/{corporation_id}/freelance-jobs/{job_id}/participants`

        Scopes: esi-corporations.read_freelance_jobs.v1
        Corporation roles: Project_Manager
        Rate limit: 300 tokens per 15m (corp-freelance-job)
        Pages: by cursor; `results()` and `frame()` fetch all records
        """
    def GetFreelanceJobsListing(
        self,
        *,
        after: str | None = None,
        before: str | None = None,
        limit: int | None = 10,
        corporation_id: int | None = None,
        accept_language: Language = ...,
    ) -> GetFreelanceJobsListingOperation:
        """Get freelance jobs.

        Request: `GET /freelance-jobs`

        Rate limit: 12000 tokens per 15m (freelance-job)
        Pages: by cursor; `results()` and `frame()` fetch all records
        """
    def GetFreelanceJobsDetail(
        self,
        *,
        job_id: str,
        accept_language: Language = ...,
    ) -> GetFreelanceJobsDetailOperation:
        """Get freelance jobs (job_id).

        Request: `GET /freelance-jobs/{job_id}`

        Cached for: 1 min
        Rate limit: 12000 tokens per 15m (freelance-job)
        """

class _IncursionsTag(ESITag):
    def GetIncursions(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetIncursionsOperation:
        """Get incursions.

        Request: `GET /incursions`

        Cached for: 5 min
        Rate limit: 150 tokens per 15m (incursion)
        """

class _IndustryTag(ESITag):
    def GetCharactersCharacterIdIndustryJobs(
        self,
        *,
        character_id: int,
        include_completed: bool | None = None,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdIndustryJobsOperation:
        """Get industry jobs of characters (character_id).

        Request: `GET /characters/{character_id}/industry/jobs`

        Scopes: esi-industry.read_character_jobs.v1
        Cached for: 5 min
        Rate limit: 600 tokens per 15m (char-industry)
        """
    def GetCharactersCharacterIdMining(
        self,
        *,
        character_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdMiningOperation:
        """Get mining of characters (character_id).

        Request: `GET /characters/{character_id}/mining`

        Scopes: esi-industry.read_character_mining.v1
        Cached for: 10 min
        Rate limit: 600 tokens per 15m (char-industry)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCorporationCorporationIdMiningExtractions(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationCorporationIdMiningExtractionsOperation:
        """Get mining extractions of corporation (corporation_id).

        Request: `GET /corporation/{corporation_id}/mining/extractions`

        Scopes: esi-industry.read_corporation_mining.v1
        Corporation roles: Station_Manager
        Cached for: 30 min
        Rate limit: 600 tokens per 15m (corp-industry)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCorporationCorporationIdMiningObservers(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationCorporationIdMiningObserversOperation:
        """Get mining observers of corporation (corporation_id).

        Request: `GET /corporation/{corporation_id}/mining/observers`

        Scopes: esi-industry.read_corporation_mining.v1
        Corporation roles: Accountant
        Cached for: 1 h
        Rate limit: 600 tokens per 15m (corp-industry)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCorporationCorporationIdMiningObserversObserverId(
        self,
        *,
        corporation_id: int,
        observer_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationCorporationIdMiningObserversObserverIdOperation:
        """Get mining observers (observer_id) of corporation (corporation_id).

        Request: `GET /corporation/{corporation_id}/mining/observers/{observer_id}`

        Scopes: esi-industry.read_corporation_mining.v1
        Corporation roles: Accountant
        Cached for: 1 h
        Rate limit: 600 tokens per 15m (corp-industry)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCorporationsCorporationIdIndustryJobs(
        self,
        *,
        corporation_id: int,
        include_completed: bool | None = False,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdIndustryJobsOperation:
        """Get industry jobs of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/industry/jobs`

        Scopes: esi-industry.read_corporation_jobs.v1
        Corporation roles: Factory_Manager
        Cached for: 5 min
        Rate limit: 600 tokens per 15m (corp-industry)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetIndustryFacilities(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetIndustryFacilitiesOperation:
        """Get industry facilities.

        Request: `GET /industry/facilities`

        Cached for: 1 h
        Rate limit: 150 tokens per 15m (industry)
        """
    def GetIndustrySystems(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetIndustrySystemsOperation:
        """Get industry systems.

        Request: `GET /industry/systems`

        Cached for: 1 h
        Rate limit: 150 tokens per 15m (industry)
        """

class _InsuranceTag(ESITag):
    def GetInsurancePrices(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetInsurancePricesOperation:
        """Get insurance prices.

        Request: `GET /insurance/prices`

        Cached for: 1 h
        Rate limit: 150 tokens per 15m (insurance)
        """

class _KillmailsTag(ESITag):
    def GetCharactersCharacterIdKillmailsRecent(
        self,
        *,
        character_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdKillmailsRecentOperation:
        """Get killmails recent of characters (character_id).

        Request: `GET /characters/{character_id}/killmails/recent`

        Scopes: esi-killmails.read_killmails.v1
        Cached for: 5 min
        Rate limit: 30 tokens per 15m (char-killmail)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCorporationsCorporationIdKillmailsRecent(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdKillmailsRecentOperation:
        """Get killmails recent of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/killmails/recent`

        Scopes: esi-killmails.read_corporation_killmails.v1
        Corporation roles: Director
        Cached for: 5 min
        Rate limit: 30 tokens per 15m (corp-killmail)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetKillmailsKillmailIdKillmailHash(
        self,
        *,
        killmail_hash: str,
        killmail_id: int,
        accept_language: Language = ...,
    ) -> GetKillmailsKillmailIdKillmailHashOperation:
        """Get killmails (killmail_id) (killmail_hash).

        Request: `GET /killmails/{killmail_id}/{killmail_hash}`

        Cached for: 720 h
        Rate limit: 3600 tokens per 15m (killmail)
        """

class _LocationTag(ESITag):
    def GetCharactersCharacterIdLocation(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdLocationOperation:
        """Get location of characters (character_id).

        Request: `GET /characters/{character_id}/location`

        Scopes: esi-location.read_location.v1
        Cached for: 5 s
        Rate limit: 1200 tokens per 15m (char-location)
        """
    def GetCharactersCharacterIdOnline(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdOnlineOperation:
        """Get online of characters (character_id).

        Request: `GET /characters/{character_id}/online`

        Scopes: esi-location.read_online.v1
        Cached for: 1 min
        Rate limit: 1200 tokens per 15m (char-location)
        """
    def GetCharactersCharacterIdShip(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdShipOperation:
        """Get ship of characters (character_id).

        Request: `GET /characters/{character_id}/ship`

        Scopes: esi-location.read_ship_type.v1
        Cached for: 5 s
        Rate limit: 1200 tokens per 15m (char-location)
        """

class _LoyaltyTag(ESITag):
    def GetCharactersCharacterIdLoyaltyPoints(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdLoyaltyPointsOperation:
        """Get loyalty points of characters (character_id).

        Request: `GET /characters/{character_id}/loyalty/points`

        Scopes: esi-characters.read_loyalty.v1
        Cached for: 1 h
        Rate limit: 150 tokens per 15m (char-wallet)
        """
    def GetLoyaltyStoresCorporationIdOffers(
        self,
        *,
        corporation_id: int,
        accept_language: Language = ...,
    ) -> GetLoyaltyStoresCorporationIdOffersOperation:
        """Get offers of loyalty stores (corporation_id).

        Request: `GET /loyalty/stores/{corporation_id}/offers`
        """

class _MailTag(ESITag):
    def DeleteCharactersCharacterIdMailLabelsLabelId(
        self,
        *,
        character_id: int,
        label_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> DeleteCharactersCharacterIdMailLabelsLabelIdOperation:
        """Delete mail labels (label_id) of characters (character_id).

        Request: `DELETE /characters/{character_id}/mail/labels/{label_id}`

        Scopes: esi-mail.organize_mail.v1
        Rate limit: 600 tokens per 15m (char-social)
        """
    def DeleteCharactersCharacterIdMailMailId(
        self,
        *,
        character_id: int,
        mail_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> DeleteCharactersCharacterIdMailMailIdOperation:
        """Delete mail (mail_id) of characters (character_id).

        Request: `DELETE /characters/{character_id}/mail/{mail_id}`

        Scopes: esi-mail.organize_mail.v1
        Rate limit: 600 tokens per 15m (char-social)
        """
    def GetCharactersCharacterIdMail(
        self,
        *,
        character_id: int,
        labels: Values[int] | None = None,
        last_mail_id: int | None = None,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdMailOperation:
        """Get mail of characters (character_id).

        Request: `GET /characters/{character_id}/mail`

        Scopes: esi-mail.read_mail.v1
        Cached for: 30 s
        Rate limit: 600 tokens per 15m (char-social)
        Pages: by `last_mail_id`; `walk=True` follows
        """
    def GetCharactersCharacterIdMailLabels(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdMailLabelsOperation:
        """Get mail labels of characters (character_id).

        Request: `GET /characters/{character_id}/mail/labels`

        Scopes: esi-mail.read_mail.v1
        Cached for: 30 s
        Rate limit: 600 tokens per 15m (char-social)
        """
    def GetCharactersCharacterIdMailLists(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdMailListsOperation:
        """Get mail lists of characters (character_id).

        Request: `GET /characters/{character_id}/mail/lists`

        Scopes: esi-mail.read_mail.v1
        Cached for: 2 min
        Rate limit: 600 tokens per 15m (char-social)
        """
    def GetCharactersCharacterIdMailMailId(
        self,
        *,
        character_id: int,
        mail_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdMailMailIdOperation:
        """Get mail (mail_id) of characters (character_id).

        Request: `GET /characters/{character_id}/mail/{mail_id}`

        Scopes: esi-mail.read_mail.v1
        Cached for: 30 s
        Rate limit: 600 tokens per 15m (char-social)
        """
    def PostCharactersCharacterIdMail(
        self,
        *,
        character_id: int,
        body: PostCharactersCharacterIdMailOperationBody,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> PostCharactersCharacterIdMailOperation:
        """Post to mail of characters (character_id).

        Request: `POST /characters/{character_id}/mail`

        Scopes: esi-mail.send_mail.v1
        Rate limit: 600 tokens per 15m (char-social)
        """
    def PostCharactersCharacterIdMailLabels(
        self,
        *,
        character_id: int,
        body: PostCharactersCharacterIdMailLabelsOperationBody,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> PostCharactersCharacterIdMailLabelsOperation:
        """Post to mail labels of characters (character_id).

        Request: `POST /characters/{character_id}/mail/labels`

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
        accept_language: Language = ...,
    ) -> PutCharactersCharacterIdMailMailIdOperation:
        """Update mail (mail_id) of characters (character_id).

        Request: `PUT /characters/{character_id}/mail/{mail_id}`

        Scopes: esi-mail.organize_mail.v1
        Rate limit: 600 tokens per 15m (char-social)
        """

class _MarketTag(ESITag):
    def GetCharactersCharacterIdOrders(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdOrdersOperation:
        """Get orders of characters (character_id).

        Request: `GET /characters/{character_id}/orders`

        Scopes: esi-markets.read_character_orders.v1
        Cached for: 20 min
        """
    def GetCharactersCharacterIdOrdersHistory(
        self,
        *,
        character_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdOrdersHistoryOperation:
        """Get orders history of characters (character_id).

        Request: `GET /characters/{character_id}/orders/history`

        Scopes: esi-markets.read_character_orders.v1
        Cached for: 1 h
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCorporationsCorporationIdOrders(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdOrdersOperation:
        """Get orders of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/orders`

        Scopes: esi-markets.read_corporation_orders.v1
        Corporation roles: Accountant, Trader
        Cached for: 20 min
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCorporationsCorporationIdOrdersHistory(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdOrdersHistoryOperation:
        """Get orders history of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/orders/history`

        Scopes: esi-markets.read_corporation_orders.v1
        Corporation roles: Accountant, Trader
        Cached for: 1 h
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetMarketsGroups(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetMarketsGroupsOperation:
        """Get markets groups.

        Request: `GET /markets/groups`
        """
    def GetMarketsGroupsMarketGroupId(
        self,
        *,
        market_group_id: int,
        accept_language: Language = ...,
    ) -> GetMarketsGroupsMarketGroupIdOperation:
        """Get markets groups (market_group_id).

        Request: `GET /markets/groups/{market_group_id}`
        """
    def GetMarketsPrices(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetMarketsPricesOperation:
        """Get markets prices.

        Request: `GET /markets/prices`

        Cached for: 1 h
        """
    def GetMarketsRegionIdHistory(
        self,
        *,
        region_id: int,
        type_id: int,
        accept_language: Language = ...,
    ) -> GetMarketsRegionIdHistoryOperation:
        """Get history of markets (region_id).

        Request: `GET /markets/{region_id}/history`
        """
    def GetMarketsRegionIdOrders(
        self,
        *,
        region_id: int,
        order_type: Literal['buy', 'sell', 'all'] | None = 'all',
        page: int | None = 1,
        type_id: int | None = None,
        accept_language: Language = ...,
    ) -> GetMarketsRegionIdOrdersOperation:
        """Get orders of markets (region_id).

        Request: `GET /markets/{region_id}/orders`

        Cached for: 5 min
        Rate limit: 12000 tokens per 15m (market-order)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetMarketsRegionIdTypes(
        self,
        *,
        region_id: int,
        page: int | None = 1,
        accept_language: Language = ...,
    ) -> GetMarketsRegionIdTypesOperation:
        """Get types of markets (region_id).

        Request: `GET /markets/{region_id}/types`

        Cached for: 10 min
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetMarketsStructuresStructureId(
        self,
        *,
        structure_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetMarketsStructuresStructureIdOperation:
        """Get markets structures (structure_id).

        Request: `GET /markets/structures/{structure_id}`

        Scopes: esi-markets.structure_markets.v1
        Cached for: 5 min
        Pages: numbered; `results()` and `frame()` fetch all of them
        """

class _MetaTag(ESITag):
    def GetMetaChangelog(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetMetaChangelogOperation:
        """Get meta changelog.

        Request: `GET /meta/changelog`

        Cached for: 10 min
        Rate limit: 150 tokens per 15m (meta)
        """
    def GetMetaCompatibilityDates(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetMetaCompatibilityDatesOperation:
        """Get meta compatibility dates.

        Request: `GET /meta/compatibility-dates`

        Cached for: 10 min
        Rate limit: 150 tokens per 15m (meta)
        """
    def GetMetaName(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetMetaNameOperation:
        """Get meta name.

        Request: `GET /meta/name`

        Cached for: 10 min
        Rate limit: 150 tokens per 15m (meta)
        """
    def GetMetaStatus(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetMetaStatusOperation:
        """Get meta status.

        Request: `GET /meta/status`

        Rate limit: 150 tokens per 15m (meta)
        """

class _Military_CampaignsTag(ESITag):
    def GetCharactersMilitaryCampaignsObjectivesListing(
        self,
        *,
        character_id: int,
        after: str | None = None,
        before: str | None = None,
        limit: int | None = 10,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersMilitaryCampaignsObjectivesListingOperation:
        """Get military campaigns objectives of characters (character_id).

        Request: `GET /characters/{character_id}/military-campaigns/objectives`

        Scopes: esi.activity.char:read
        Cached for: 1 min
        Rate limit: 150 tokens per 15m (char-military-campaign)
        Pages: by cursor; `results()` and `frame()` fetch all records
        """
    def GetCharactersMilitaryCampaignsObjectivesParticipation(
        self,
        *,
        character_id: int,
        objective_id: str,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersMilitaryCampaignsObjectivesParticipationOperation:
        """Get military campaigns objectives (objective_id) of characters (character_id).

        Request: `GET
        /characters/{character_id}/military-campaigns/objectives/{objective_id}`

        Scopes: esi.activity.char:read
        Cached for: 1 min
        Rate limit: 150 tokens per 15m (char-military-campaign)
        """
    def GetMilitaryCampaignsListing(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetMilitaryCampaignsListingOperation:
        """Get military campaigns.

        Request: `GET /military-campaigns`

        Cached for: 1 min
        Rate limit: 300 tokens per 15m (military-campaign)
        """
    def GetMilitaryCampaignsDetail(
        self,
        *,
        campaign_id: str,
        accept_language: Language = ...,
    ) -> GetMilitaryCampaignsDetailOperation:
        """Get military campaigns (campaign_id).

        Request: `GET /military-campaigns/{campaign_id}`

        Cached for: 1 min
        Rate limit: 300 tokens per 15m (military-campaign)
        """
    def GetMilitaryCampaignsObjectivesListing(
        self,
        *,
        campaign_id: str,
        after: str | None = None,
        before: str | None = None,
        limit: int | None = 10,
        accept_language: Language = ...,
    ) -> GetMilitaryCampaignsObjectivesListingOperation:
        """Get objectives of military campaigns (campaign_id).

        Request: `GET /military-campaigns/{campaign_id}/objectives`

        Cached for: 1 min
        Rate limit: 300 tokens per 15m (military-campaign)
        Pages: by cursor; `results()` and `frame()` fetch all records
        """
    def GetMilitaryCampaignsObjectivesDetail(
        self,
        *,
        campaign_id: str,
        objective_id: str,
        accept_language: Language = ...,
    ) -> GetMilitaryCampaignsObjectivesDetailOperation:
        """Get objectives (objective_id) of military campaigns (campaign_id).

        Request: `GET /military-campaigns/{campaign_id}/objectives/{objective_id}`

        Cached for: 1 min
        Rate limit: 300 tokens per 15m (military-campaign)
        """

class _Paragon_HubTag(ESITag):
    def GetCharactersParagonHubSkinr(
        self,
        *,
        character_id: int,
        after: str | None = None,
        before: str | None = None,
        limit: int | None = 10,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersParagonHubSkinrOperation:
        """Get paragon hub skinr of characters (character_id).

        Request: `GET /characters/{character_id}/paragon-hub/skinr`

        Scopes: esi.cosmetic.char:read
        Rate limit: 150 tokens per 15m (char-paragon-hub)
        Pages: by cursor; `results()` and `frame()` fetch all records
        """
    def GetParagonHubSkinr(
        self,
        *,
        after: str | None = None,
        before: str | None = None,
        limit: int | None = 10,
        accept_language: Language = ...,
    ) -> GetParagonHubSkinrOperation:
        """Get paragon hub skinr.

        Request: `GET /paragon-hub/skinr`

        Rate limit: 150 tokens per 15m (paragon-hub)
        Pages: by cursor; `results()` and `frame()` fetch all records
        """
    def GetParagonHubSkinrAlliances(
        self,
        *,
        alliance_id: int,
        after: str | None = None,
        before: str | None = None,
        limit: int | None = 10,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetParagonHubSkinrAlliancesOperation:
        """Get paragon hub skinr alliances (alliance_id).

        Request: `GET /paragon-hub/skinr/alliances/{alliance_id}`

        Scopes: esi.cosmetic.char:read
        Rate limit: 150 tokens per 15m (char-paragon-hub)
        Pages: by cursor; `results()` and `frame()` fetch all records
        """
    def GetParagonHubSkinrCharacters(
        self,
        *,
        character_id: int,
        after: str | None = None,
        before: str | None = None,
        limit: int | None = 10,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetParagonHubSkinrCharactersOperation:
        """Get paragon hub skinr characters (character_id).

        Request: `GET /paragon-hub/skinr/characters/{character_id}`

        Scopes: esi.cosmetic.char:read
        Rate limit: 150 tokens per 15m (char-paragon-hub)
        Pages: by cursor; `results()` and `frame()` fetch all records
        """
    def GetParagonHubSkinrCorporations(
        self,
        *,
        corporation_id: int,
        after: str | None = None,
        before: str | None = None,
        limit: int | None = 10,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetParagonHubSkinrCorporationsOperation:
        """Get paragon hub skinr corporations (corporation_id).

        Request: `GET /paragon-hub/skinr/corporations/{corporation_id}`

        Scopes: esi.cosmetic.char:read
        Rate limit: 150 tokens per 15m (char-paragon-hub)
        Pages: by cursor; `results()` and `frame()` fetch all records
        """

class _Planetary_InteractionTag(ESITag):
    def GetCharactersCharacterIdPlanets(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdPlanetsOperation:
        """Get planets of characters (character_id).

        Request: `GET /characters/{character_id}/planets`

        Scopes: esi-planets.manage_planets.v1
        Cached for: 10 min
        Rate limit: 600 tokens per 15m (char-industry)
        """
    def GetCharactersCharacterIdPlanetsPlanetId(
        self,
        *,
        character_id: int,
        planet_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdPlanetsPlanetIdOperation:
        """Get planets (planet_id) of characters (character_id).

        Request: `GET /characters/{character_id}/planets/{planet_id}`

        Scopes: esi-planets.manage_planets.v1
        Cached for: 10 min
        Rate limit: 600 tokens per 15m (char-industry)
        """
    def GetCorporationsCorporationIdCustomsOffices(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdCustomsOfficesOperation:
        """Get customs offices of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/customs_offices`

        Scopes: esi-planets.read_customs_offices.v1
        Corporation roles: Director
        Cached for: 1 h
        Rate limit: 600 tokens per 15m (corp-industry)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetUniverseSchematicsSchematicId(
        self,
        *,
        schematic_id: int,
        accept_language: Language = ...,
    ) -> GetUniverseSchematicsSchematicIdOperation:
        """Get universe schematics (schematic_id).

        Request: `GET /universe/schematics/{schematic_id}`

        Cached for: 1 h
        """

class _RoutesTag(ESITag):
    def PostRoute(
        self,
        *,
        origin_system_id: int,
        destination_system_id: int,
        body: PostRouteOperationBody,
        accept_language: Language = ...,
    ) -> PostRouteOperation:
        """Post to route (origin_system_id) (destination_system_id).

        Request: `POST /route/{origin_system_id}/{destination_system_id}`

        Rate limit: 3600 tokens per 15m (routes)
        """

class _SearchTag(ESITag):
    def GetCharactersCharacterIdSearch(
        self,
        *,
        categories: Values[Literal['agent', 'alliance', 'character', 'constellation', 'corporation', 'faction', 'inventory_type', 'region', 'solar_system', 'station', 'structure']],
        character_id: int,
        search: str,
        strict: bool | None = False,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdSearchOperation:
        """Get search of characters (character_id).

        Request: `GET /characters/{character_id}/search`

        Scopes: esi-search.search_structures.v1
        Cached for: 1 h
        """

class _SkillsTag(ESITag):
    def GetCharactersCharacterIdAttributes(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdAttributesOperation:
        """Get attributes of characters (character_id).

        Request: `GET /characters/{character_id}/attributes`

        Scopes: esi-skills.read_skills.v1
        Cached for: 2 min
        Rate limit: 600 tokens per 15m (char-detail)
        """
    def GetCharactersCharacterIdSkillqueue(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdSkillqueueOperation:
        """Get skillqueue of characters (character_id).

        Request: `GET /characters/{character_id}/skillqueue`

        Scopes: esi-skills.read_skillqueue.v1
        Cached for: 1 min
        Rate limit: 600 tokens per 15m (char-detail)
        """
    def GetCharactersCharacterIdSkills(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdSkillsOperation:
        """Get skills of characters (character_id).

        Request: `GET /characters/{character_id}/skills`

        Scopes: esi-skills.read_skills.v1
        Cached for: 1 min
        Rate limit: 600 tokens per 15m (char-detail)
        """

class _SovereigntyTag(ESITag):
    def GetSovereigntyCampaigns(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetSovereigntyCampaignsOperation:
        """Get sovereignty campaigns.

        Request: `GET /sovereignty/campaigns`

        Cached for: 5 s
        Rate limit: 600 tokens per 15m (sovereignty)
        """
    def GetSovereigntySystems(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetSovereigntySystemsOperation:
        """Get sovereignty systems.

        Request: `GET /sovereignty/systems`

        Cached for: 5 min
        Rate limit: 600 tokens per 15m (sovereignty)
        """

class _StatusTag(ESITag):
    def GetStatus(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetStatusOperation:
        """Get status.

        Request: `GET /status`

        Cached for: 30 s
        Rate limit: 600 tokens per 15m (status)
        """

class _StructuresTag(ESITag):
    def GetCharactersStructuresMercenaryDensListing(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersStructuresMercenaryDensListingOperation:
        """Get structures mercenary dens of characters (character_id).

        Request: `GET /characters/{character_id}/structures/mercenary-dens`

        Scopes: esi-structures.read_character.v1
        Cached for: 1 h
        Rate limit: 30 tokens per 15m (char-structure)
        """
    def GetCharactersStructuresMercenaryDensDetail(
        self,
        *,
        mercenary_den_id: int,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersStructuresMercenaryDensDetailOperation:
        """Get structures mercenary dens (mercenary_den_id) of characters (character_id).

        Request: `GET
        /characters/{character_id}/structures/mercenary-dens/{mercenary_den_id}`

        Scopes: esi-structures.read_character.v1
        Cached for: 1 h
        Rate limit: 30 tokens per 15m (char-structure)
        """
    def GetCorporationsStructuresSkyhooksListing(
        self,
        *,
        corporation_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsStructuresSkyhooksListingOperation:
        """Get structures skyhooks of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/structures/skyhooks`

        Scopes: esi-structures.read_corporation.v1
        Corporation roles: Station_Manager
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-structure)
        """
    def GetCorporationsStructuresSkyhooksDetail(
        self,
        *,
        skyhook_id: int,
        corporation_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsStructuresSkyhooksDetailOperation:
        """Get structures skyhooks (skyhook_id) of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/structures/skyhooks/{skyhook_id}`

        Scopes: esi-structures.read_corporation.v1
        Corporation roles: Station_Manager
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-structure)
        """
    def GetCorporationsStructuresSovereigntyHubsListing(
        self,
        *,
        corporation_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsStructuresSovereigntyHubsListingOperation:
        """Get structures sovereignty hubs of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/structures/sovereignty-hubs`

        Scopes: esi-structures.read_corporation.v1
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-structure)
        """
    def GetCorporationsStructuresSovereigntyHubsDetail(
        self,
        *,
        sovereignty_hub_id: int,
        corporation_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsStructuresSovereigntyHubsDetailOperation:
        """Get structures sovereignty hubs (sovereignty_hub_id) of corporations
        (corporation_id).

        Request: `GET
        /corporations/{corporation_id}/structures/sovereignty-hubs/{sovereignty_hub_id}`

        Scopes: esi-structures.read_corporation.v1
        Corporation roles: Station_Manager
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-structure)
        """

class _UniverseTag(ESITag):
    def GetUniverseAncestries(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetUniverseAncestriesOperation:
        """Get universe ancestries.

        Request: `GET /universe/ancestries`
        """
    def GetUniverseAsteroidBeltsAsteroidBeltId(
        self,
        *,
        asteroid_belt_id: int,
        accept_language: Language = ...,
    ) -> GetUniverseAsteroidBeltsAsteroidBeltIdOperation:
        """Get universe asteroid belts (asteroid_belt_id).

        Request: `GET /universe/asteroid_belts/{asteroid_belt_id}`
        """
    def GetUniverseBloodlines(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetUniverseBloodlinesOperation:
        """Get universe bloodlines.

        Request: `GET /universe/bloodlines`
        """
    def GetUniverseCategories(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetUniverseCategoriesOperation:
        """Get universe categories.

        Request: `GET /universe/categories`
        """
    def GetUniverseCategoriesCategoryId(
        self,
        *,
        category_id: int,
        accept_language: Language = ...,
    ) -> GetUniverseCategoriesCategoryIdOperation:
        """Get universe categories (category_id).

        Request: `GET /universe/categories/{category_id}`
        """
    def GetUniverseConstellations(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetUniverseConstellationsOperation:
        """Get universe constellations.

        Request: `GET /universe/constellations`
        """
    def GetUniverseConstellationsConstellationId(
        self,
        *,
        constellation_id: int,
        accept_language: Language = ...,
    ) -> GetUniverseConstellationsConstellationIdOperation:
        """Get universe constellations (constellation_id).

        Request: `GET /universe/constellations/{constellation_id}`
        """
    def GetUniverseFactions(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetUniverseFactionsOperation:
        """Get universe factions.

        Request: `GET /universe/factions`
        """
    def GetUniverseGraphics(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetUniverseGraphicsOperation:
        """Get universe graphics.

        Request: `GET /universe/graphics`
        """
    def GetUniverseGraphicsGraphicId(
        self,
        *,
        graphic_id: int,
        accept_language: Language = ...,
    ) -> GetUniverseGraphicsGraphicIdOperation:
        """Get universe graphics (graphic_id).

        Request: `GET /universe/graphics/{graphic_id}`
        """
    def GetUniverseGroups(
        self,
        *,
        page: int | None = 1,
        accept_language: Language = ...,
    ) -> GetUniverseGroupsOperation:
        """Get universe groups.

        Request: `GET /universe/groups`

        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetUniverseGroupsGroupId(
        self,
        *,
        group_id: int,
        accept_language: Language = ...,
    ) -> GetUniverseGroupsGroupIdOperation:
        """Get universe groups (group_id).

        Request: `GET /universe/groups/{group_id}`
        """
    def GetUniverseMoonsMoonId(
        self,
        *,
        moon_id: int,
        accept_language: Language = ...,
    ) -> GetUniverseMoonsMoonIdOperation:
        """Get universe moons (moon_id).

        Request: `GET /universe/moons/{moon_id}`
        """
    def GetUniversePlanetsPlanetId(
        self,
        *,
        planet_id: int,
        accept_language: Language = ...,
    ) -> GetUniversePlanetsPlanetIdOperation:
        """Get universe planets (planet_id).

        Request: `GET /universe/planets/{planet_id}`
        """
    def GetUniverseRaces(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetUniverseRacesOperation:
        """Get universe races.

        Request: `GET /universe/races`
        """
    def GetUniverseRegions(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetUniverseRegionsOperation:
        """Get universe regions.

        Request: `GET /universe/regions`
        """
    def GetUniverseRegionsRegionId(
        self,
        *,
        region_id: int,
        accept_language: Language = ...,
    ) -> GetUniverseRegionsRegionIdOperation:
        """Get universe regions (region_id).

        Request: `GET /universe/regions/{region_id}`
        """
    def GetUniverseStargatesStargateId(
        self,
        *,
        stargate_id: int,
        accept_language: Language = ...,
    ) -> GetUniverseStargatesStargateIdOperation:
        """Get universe stargates (stargate_id).

        Request: `GET /universe/stargates/{stargate_id}`
        """
    def GetUniverseStarsStarId(
        self,
        *,
        star_id: int,
        accept_language: Language = ...,
    ) -> GetUniverseStarsStarIdOperation:
        """Get universe stars (star_id).

        Request: `GET /universe/stars/{star_id}`
        """
    def GetUniverseStationsStationId(
        self,
        *,
        station_id: int,
        accept_language: Language = ...,
    ) -> GetUniverseStationsStationIdOperation:
        """Get universe stations (station_id).

        Request: `GET /universe/stations/{station_id}`
        """
    def GetUniverseStructures(
        self,
        *,
        filter: Literal['market', 'manufacturing_basic'] | None = None,
        accept_language: Language = ...,
    ) -> GetUniverseStructuresOperation:
        """Get universe structures.

        Request: `GET /universe/structures`

        Cached for: 1 h
        """
    def GetUniverseStructuresStructureId(
        self,
        *,
        structure_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetUniverseStructuresStructureIdOperation:
        """Get universe structures (structure_id).

        Request: `GET /universe/structures/{structure_id}`

        Scopes: esi-universe.read_structures.v1
        Cached for: 1 h
        """
    def GetUniverseSystemJumps(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetUniverseSystemJumpsOperation:
        """Get universe system jumps.

        Request: `GET /universe/system_jumps`

        Cached for: 1 h
        """
    def GetUniverseSystemKills(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetUniverseSystemKillsOperation:
        """Get universe system kills.

        Request: `GET /universe/system_kills`

        Cached for: 1 h
        """
    def GetUniverseSystems(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetUniverseSystemsOperation:
        """Get universe systems.

        Request: `GET /universe/systems`
        """
    def GetUniverseSystemsSystemId(
        self,
        *,
        system_id: int,
        accept_language: Language = ...,
    ) -> GetUniverseSystemsSystemIdOperation:
        """Get universe systems (system_id).

        Request: `GET /universe/systems/{system_id}`
        """
    def GetUniverseTypes(
        self,
        *,
        page: int | None = 1,
        accept_language: Language = ...,
    ) -> GetUniverseTypesOperation:
        """Get universe types.

        Request: `GET /universe/types`

        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetUniverseTypesTypeId(
        self,
        *,
        type_id: int,
        accept_language: Language = ...,
    ) -> GetUniverseTypesTypeIdOperation:
        """Get universe types (type_id).

        Request: `GET /universe/types/{type_id}`
        """
    def PostUniverseIds(
        self,
        *,
        body: Values[str],
        accept_language: Language = ...,
    ) -> PostUniverseIdsOperation:
        """Post to universe ids.

        Request: `POST /universe/ids`
        """
    def PostUniverseNames(
        self,
        *,
        body: Values[int],
        accept_language: Language = ...,
    ) -> PostUniverseNamesOperation:
        """Post to universe names.

        Request: `POST /universe/names`
        """

class _User_InterfaceTag(ESITag):
    def PostUiAutopilotWaypoint(
        self,
        *,
        destination_id: int,
        add_to_beginning: bool | None = False,
        clear_other_waypoints: bool | None = False,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> PostUiAutopilotWaypointOperation:
        """Post to ui autopilot waypoint.

        Request: `POST /ui/autopilot/waypoint`

        Scopes: esi-ui.write_waypoint.v1
        Rate limit: 900 tokens per 15m (ui)
        """
    def PostUiOpenwindowContract(
        self,
        *,
        contract_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> PostUiOpenwindowContractOperation:
        """Post to ui openwindow contract.

        Request: `POST /ui/openwindow/contract`

        Scopes: esi-ui.open_window.v1
        Rate limit: 900 tokens per 15m (ui)
        """
    def PostUiOpenwindowInformation(
        self,
        *,
        target_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> PostUiOpenwindowInformationOperation:
        """Post to ui openwindow information.

        Request: `POST /ui/openwindow/information`

        Scopes: esi-ui.open_window.v1
        Rate limit: 900 tokens per 15m (ui)
        """
    def PostUiOpenwindowMarketdetails(
        self,
        *,
        type_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> PostUiOpenwindowMarketdetailsOperation:
        """Post to ui openwindow marketdetails.

        Request: `POST /ui/openwindow/marketdetails`

        Scopes: esi-ui.open_window.v1
        Rate limit: 900 tokens per 15m (ui)
        """
    def PostUiOpenwindowNewmail(
        self,
        *,
        body: PostUiOpenwindowNewmailOperationBody,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> PostUiOpenwindowNewmailOperation:
        """Post to ui openwindow newmail.

        Request: `POST /ui/openwindow/newmail`

        Scopes: esi-ui.open_window.v1
        Rate limit: 900 tokens per 15m (ui)
        """

class _WalletTag(ESITag):
    def GetCharactersCharacterIdWallet(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdWalletOperation:
        """Get wallet of characters (character_id).

        Request: `GET /characters/{character_id}/wallet`

        Scopes: esi-wallet.read_character_wallet.v1
        Cached for: 2 min
        Rate limit: 150 tokens per 15m (char-wallet)
        """
    def GetCharactersCharacterIdWalletJournal(
        self,
        *,
        character_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdWalletJournalOperation:
        """Get wallet journal of characters (character_id).

        Request: `GET /characters/{character_id}/wallet/journal`

        Scopes: esi-wallet.read_character_wallet.v1
        Cached for: 1 h
        Rate limit: 150 tokens per 15m (char-wallet)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCharactersCharacterIdWalletTransactions(
        self,
        *,
        character_id: int,
        from_id: int | None = None,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdWalletTransactionsOperation:
        """Get wallet transactions of characters (character_id).

        Request: `GET /characters/{character_id}/wallet/transactions`

        Scopes: esi-wallet.read_character_wallet.v1
        Cached for: 1 h
        Rate limit: 150 tokens per 15m (char-wallet)
        Pages: by `from_id`; `walk=True` follows
        """
    def GetCorporationsCorporationIdWallets(
        self,
        *,
        corporation_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdWalletsOperation:
        """Get wallets of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/wallets`

        Scopes: esi-wallet.read_corporation_wallets.v1
        Corporation roles: Accountant, Junior_Accountant
        Cached for: 5 min
        Rate limit: 300 tokens per 15m (corp-wallet)
        """
    def GetCorporationsCorporationIdWalletsDivisionJournal(
        self,
        *,
        corporation_id: int,
        division: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdWalletsDivisionJournalOperation:
        """Get journal of wallets (division) of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/wallets/{division}/journal`

        Scopes: esi-wallet.read_corporation_wallets.v1
        Corporation roles: Accountant, Junior_Accountant
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-wallet)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCorporationsCorporationIdWalletsDivisionTransactions(
        self,
        *,
        corporation_id: int,
        division: int,
        from_id: int | None = None,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdWalletsDivisionTransactionsOperation:
        """Get transactions of wallets (division) of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/wallets/{division}/transactions`

        Scopes: esi-wallet.read_corporation_wallets.v1
        Corporation roles: Accountant, Junior_Accountant
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-wallet)
        Pages: by `from_id`; `walk=True` follows
        """

class _WarsTag(ESITag):
    def GetWars(
        self,
        *,
        max_war_id: int | None = None,
        accept_language: Language = ...,
    ) -> GetWarsOperation:
        """Get wars.

        Request: `GET /wars`

        Cached for: 1 h
        Rate limit: 3600 tokens per 15m (killmail)
        Pages: by `max_war_id`; `walk=True` follows
        """
    def GetWarsWarId(
        self,
        *,
        war_id: int,
        accept_language: Language = ...,
    ) -> GetWarsWarIdOperation:
        """Get wars (war_id).

        Request: `GET /wars/{war_id}`

        Cached for: 1 h
        Rate limit: 3600 tokens per 15m (killmail)
        """
    def GetWarsWarIdKillmails(
        self,
        *,
        war_id: int,
        page: int | None = 1,
        accept_language: Language = ...,
    ) -> GetWarsWarIdKillmailsOperation:
        """Get killmails of wars (war_id).

        Request: `GET /wars/{war_id}/killmails`

        Cached for: 1 h
        Rate limit: 3600 tokens per 15m (killmail)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """

class ESIClientStub:
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

class _Access_ListTagAsync(ESITagAsync):
    def GetCharactersAccessListsListing(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersAccessListsListingOperationAsync:
        """Get access lists of characters (character_id).

        Request: `GET /characters/{character_id}/access-lists`

        Scopes: esi-access.read_lists.v1
        Cached for: 5 min
        Rate limit: 600 tokens per 15m (char-access)
        """
    def GetCharactersAccessListsDetail(
        self,
        *,
        access_list_id: int,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersAccessListsDetailOperationAsync:
        """Get access lists (access_list_id) of characters (character_id).

        Request: `GET /characters/{character_id}/access-lists/{access_list_id}`

        Scopes: esi-access.read_lists.v1
        Cached for: 5 min
        Rate limit: 600 tokens per 15m (char-access)
        """

class _ActivitiesTagAsync(ESITagAsync):
    def GetCharactersMercenaryTacticalOperationsListing(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersMercenaryTacticalOperationsListingOperationAsync:
        """Get mercenary tactical operations of characters (character_id).

        Request: `GET /characters/{character_id}/mercenary-tactical-operations`

        Scopes: esi-activities.read_character.v1
        Cached for: 5 min
        Rate limit: 150 tokens per 15m (char-activity)
        """
    def GetCharactersMercenaryTacticalOperationsDetail(
        self,
        *,
        operation_id: str,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersMercenaryTacticalOperationsDetailOperationAsync:
        """Get mercenary tactical operations (operation_id) of characters (character_id).

        Request: `GET
        /characters/{character_id}/mercenary-tactical-operations/{operation_id}`

        Scopes: esi-activities.read_character.v1
        Cached for: 5 min
        Rate limit: 150 tokens per 15m (char-activity)
        """
    def GetSkyhooksRaidable(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetSkyhooksRaidableOperationAsync:
        """Get skyhooks raidable.

        Request: `GET /skyhooks/raidable`

        Cached for: 5 min
        Rate limit: 30 tokens per 15m (activity)
        """

class _AllianceTagAsync(ESITagAsync):
    def GetAlliances(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetAlliancesOperationAsync:
        """Get alliances.

        Request: `GET /alliances`

        Cached for: 1 h
        """
    def GetAlliancesAllianceId(
        self,
        *,
        alliance_id: int,
        accept_language: Language = ...,
    ) -> GetAlliancesAllianceIdOperationAsync:
        """Get alliances (alliance_id).

        Request: `GET /alliances/{alliance_id}`

        Cached for: 1 h
        """
    def GetAlliancesAllianceIdCorporations(
        self,
        *,
        alliance_id: int,
        accept_language: Language = ...,
    ) -> GetAlliancesAllianceIdCorporationsOperationAsync:
        """Get corporations of alliances (alliance_id).

        Request: `GET /alliances/{alliance_id}/corporations`

        Cached for: 1 h
        """
    def GetAlliancesAllianceIdIcons(
        self,
        *,
        alliance_id: int,
        accept_language: Language = ...,
    ) -> GetAlliancesAllianceIdIconsOperationAsync:
        """Get icons of alliances (alliance_id).

        Request: `GET /alliances/{alliance_id}/icons`
        """

class _AssetsTagAsync(ESITagAsync):
    def GetCharactersCharacterIdAssets(
        self,
        *,
        character_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdAssetsOperationAsync:
        """Get assets of characters (character_id).

        Request: `GET /characters/{character_id}/assets`

        Scopes: esi-assets.read_assets.v1
        Cached for: 1 h
        Rate limit: 1800 tokens per 15m (char-asset)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCorporationsCorporationIdAssets(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdAssetsOperationAsync:
        """Get assets of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/assets`

        Scopes: esi-assets.read_corporation_assets.v1
        Corporation roles: Director
        Cached for: 1 h
        Rate limit: 1800 tokens per 15m (corp-asset)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def PostCharactersCharacterIdAssetsLocations(
        self,
        *,
        character_id: int,
        body: Values[int],
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> PostCharactersCharacterIdAssetsLocationsOperationAsync:
        """Post to assets locations of characters (character_id).

        Request: `POST /characters/{character_id}/assets/locations`

        Scopes: esi-assets.read_assets.v1
        Rate limit: 1800 tokens per 15m (char-asset)
        """
    def PostCharactersCharacterIdAssetsNames(
        self,
        *,
        character_id: int,
        body: Values[int],
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> PostCharactersCharacterIdAssetsNamesOperationAsync:
        """Post to assets names of characters (character_id).

        Request: `POST /characters/{character_id}/assets/names`

        Scopes: esi-assets.read_assets.v1
        Rate limit: 1800 tokens per 15m (char-asset)
        """
    def PostCorporationsCorporationIdAssetsLocations(
        self,
        *,
        corporation_id: int,
        body: Values[int],
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> PostCorporationsCorporationIdAssetsLocationsOperationAsync:
        """Post to assets locations of corporations (corporation_id).

        Request: `POST /corporations/{corporation_id}/assets/locations`

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
        accept_language: Language = ...,
    ) -> PostCorporationsCorporationIdAssetsNamesOperationAsync:
        """Post to assets names of corporations (corporation_id).

        Request: `POST /corporations/{corporation_id}/assets/names`

        Scopes: esi-assets.read_corporation_assets.v1
        Corporation roles: Director
        Rate limit: 1800 tokens per 15m (corp-asset)
        """

class _CalendarTagAsync(ESITagAsync):
    def GetCharactersCharacterIdCalendar(
        self,
        *,
        character_id: int,
        from_event: int | None = None,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdCalendarOperationAsync:
        """Get calendar of characters (character_id).

        Request: `GET /characters/{character_id}/calendar`

        Scopes: esi-calendar.read_calendar_events.v1
        Cached for: 5 s
        Rate limit: 600 tokens per 15m (char-social)
        Pages: by `from_event`; `walk=True` follows
        """
    def GetCharactersCharacterIdCalendarEventId(
        self,
        *,
        character_id: int,
        event_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdCalendarEventIdOperationAsync:
        """Get calendar (event_id) of characters (character_id).

        Request: `GET /characters/{character_id}/calendar/{event_id}`

        Scopes: esi-calendar.read_calendar_events.v1
        Cached for: 5 s
        Rate limit: 600 tokens per 15m (char-social)
        """
    def GetCharactersCharacterIdCalendarEventIdAttendees(
        self,
        *,
        character_id: int,
        event_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdCalendarEventIdAttendeesOperationAsync:
        """Get attendees of calendar (event_id) of characters (character_id).

        Request: `GET /characters/{character_id}/calendar/{event_id}/attendees`

        Scopes: esi-calendar.read_calendar_events.v1
        Cached for: 10 min
        Rate limit: 600 tokens per 15m (char-social)
        """
    def PutCharactersCharacterIdCalendarEventId(
        self,
        *,
        character_id: int,
        event_id: int,
        body: PutCharactersCharacterIdCalendarEventIdOperationBody,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> PutCharactersCharacterIdCalendarEventIdOperationAsync:
        """Update calendar (event_id) of characters (character_id).

        Request: `PUT /characters/{character_id}/calendar/{event_id}`

        Scopes: esi-calendar.respond_calendar_events.v1
        Cached for: 5 s
        Rate limit: 600 tokens per 15m (char-social)
        """

class _CharacterTagAsync(ESITagAsync):
    def GetCharactersDetail(
        self,
        *,
        character_id: int,
        accept_language: Language = ...,
    ) -> GetCharactersDetailOperationAsync:
        """Get characters (character_id).

        Request: `GET /characters/{character_id}`

        Cached for: 24 h
        """
    def GetCharactersCharacterIdAgentsResearch(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdAgentsResearchOperationAsync:
        """Get agents research of characters (character_id).

        Request: `GET /characters/{character_id}/agents_research`

        Scopes: esi-characters.read_agents_research.v1
        Cached for: 1 h
        Rate limit: 600 tokens per 15m (char-industry)
        """
    def GetCharactersCharacterIdBlueprints(
        self,
        *,
        character_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdBlueprintsOperationAsync:
        """Get blueprints of characters (character_id).

        Request: `GET /characters/{character_id}/blueprints`

        Scopes: esi-characters.read_blueprints.v1
        Cached for: 1 h
        Rate limit: 600 tokens per 15m (char-industry)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCharactersCharacterIdCorporationhistory(
        self,
        *,
        character_id: int,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdCorporationhistoryOperationAsync:
        """Get corporationhistory of characters (character_id).

        Request: `GET /characters/{character_id}/corporationhistory`

        Cached for: 24 h
        """
    def GetCharactersCharacterIdFatigue(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdFatigueOperationAsync:
        """Get fatigue of characters (character_id).

        Request: `GET /characters/{character_id}/fatigue`

        Scopes: esi-characters.read_fatigue.v1
        Cached for: 5 min
        Rate limit: 1200 tokens per 15m (char-location)
        """
    def GetCharactersCharacterIdMedals(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdMedalsOperationAsync:
        """Get medals of characters (character_id).

        Request: `GET /characters/{character_id}/medals`

        Scopes: esi-characters.read_medals.v1
        Cached for: 1 h
        Rate limit: 600 tokens per 15m (char-detail)
        """
    def GetCharactersCharacterIdNotifications(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdNotificationsOperationAsync:
        """Get notifications of characters (character_id).

        Request: `GET /characters/{character_id}/notifications`

        Scopes: esi-characters.read_notifications.v1
        Cached for: 10 min
        Rate limit: 15 tokens per 15m (char-notification)
        """
    def GetCharactersCharacterIdNotificationsContacts(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdNotificationsContactsOperationAsync:
        """Get notifications contacts of characters (character_id).

        Request: `GET /characters/{character_id}/notifications/contacts`

        Scopes: esi-characters.read_notifications.v1
        Cached for: 10 min
        Rate limit: 600 tokens per 15m (char-social)
        """
    def GetCharactersCharacterIdPortrait(
        self,
        *,
        character_id: int,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdPortraitOperationAsync:
        """Get portrait of characters (character_id).

        Request: `GET /characters/{character_id}/portrait`

        Rate limit: 600 tokens per 15m (char-detail)
        """
    def GetCharactersCharacterIdRoles(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdRolesOperationAsync:
        """Get roles of characters (character_id).

        Request: `GET /characters/{character_id}/roles`

        Scopes: esi-characters.read_corporation_roles.v1
        Cached for: 1 h
        Rate limit: 600 tokens per 15m (char-detail)
        """
    def GetCharactersCharacterIdStandings(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdStandingsOperationAsync:
        """Get standings of characters (character_id).

        Request: `GET /characters/{character_id}/standings`

        Scopes: esi-characters.read_standings.v1
        Cached for: 1 h
        Rate limit: 600 tokens per 15m (char-social)
        """
    def GetCharactersCharacterIdTitles(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdTitlesOperationAsync:
        """Get titles of characters (character_id).

        Request: `GET /characters/{character_id}/titles`

        Scopes: esi-characters.read_titles.v1
        Cached for: 1 h
        Rate limit: 600 tokens per 15m (char-detail)
        """
    def PostCharactersAffiliation(
        self,
        *,
        body: Values[int],
        accept_language: Language = ...,
    ) -> PostCharactersAffiliationOperationAsync:
        """Post to characters affiliation.

        Request: `POST /characters/affiliation`

        Cached for: 1 h
        """
    def PostCharactersCharacterIdCspa(
        self,
        *,
        character_id: int,
        body: Values[int],
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> PostCharactersCharacterIdCspaOperationAsync:
        """Post to cspa of characters (character_id).

        Request: `POST /characters/{character_id}/cspa`

        Scopes: esi-characters.read_contacts.v1
        Rate limit: 600 tokens per 15m (char-detail)
        """

class _ClonesTagAsync(ESITagAsync):
    def GetCharactersCharacterIdClones(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdClonesOperationAsync:
        """Get clones of characters (character_id).

        Request: `GET /characters/{character_id}/clones`

        Scopes: esi-clones.read_clones.v1
        Cached for: 2 min
        Rate limit: 1200 tokens per 15m (char-location)
        """
    def GetCharactersCharacterIdImplants(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdImplantsOperationAsync:
        """Get implants of characters (character_id).

        Request: `GET /characters/{character_id}/implants`

        Scopes: esi-clones.read_implants.v1
        Cached for: 2 min
        Rate limit: 600 tokens per 15m (char-detail)
        """

class _ContactsTagAsync(ESITagAsync):
    def DeleteCharactersCharacterIdContacts(
        self,
        *,
        character_id: int,
        contact_ids: Values[int],
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> DeleteCharactersCharacterIdContactsOperationAsync:
        """Delete contacts of characters (character_id).

        Request: `DELETE /characters/{character_id}/contacts`

        Scopes: esi-characters.write_contacts.v1
        Rate limit: 600 tokens per 15m (char-social)
        """
    def GetAlliancesAllianceIdContacts(
        self,
        *,
        alliance_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetAlliancesAllianceIdContactsOperationAsync:
        """Get contacts of alliances (alliance_id).

        Request: `GET /alliances/{alliance_id}/contacts`

        Scopes: esi-alliances.read_contacts.v1
        Cached for: 5 min
        Rate limit: 300 tokens per 15m (alliance-social)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetAlliancesAllianceIdContactsLabels(
        self,
        *,
        alliance_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetAlliancesAllianceIdContactsLabelsOperationAsync:
        """Get contacts labels of alliances (alliance_id).

        Request: `GET /alliances/{alliance_id}/contacts/labels`

        Scopes: esi-alliances.read_contacts.v1
        Cached for: 5 min
        Rate limit: 300 tokens per 15m (alliance-social)
        """
    def GetCharactersCharacterIdContacts(
        self,
        *,
        character_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdContactsOperationAsync:
        """Get contacts of characters (character_id).

        Request: `GET /characters/{character_id}/contacts`

        Scopes: esi-characters.read_contacts.v1
        Cached for: 5 min
        Rate limit: 600 tokens per 15m (char-social)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCharactersCharacterIdContactsLabels(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdContactsLabelsOperationAsync:
        """Get contacts labels of characters (character_id).

        Request: `GET /characters/{character_id}/contacts/labels`

        Scopes: esi-characters.read_contacts.v1
        Cached for: 5 min
        Rate limit: 600 tokens per 15m (char-social)
        """
    def GetCorporationsCorporationIdContacts(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdContactsOperationAsync:
        """Get contacts of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/contacts`

        Scopes: esi-corporations.read_contacts.v1
        Cached for: 5 min
        Rate limit: 300 tokens per 15m (corp-social)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCorporationsCorporationIdContactsLabels(
        self,
        *,
        corporation_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdContactsLabelsOperationAsync:
        """Get contacts labels of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/contacts/labels`

        Scopes: esi-corporations.read_contacts.v1
        Cached for: 5 min
        Rate limit: 300 tokens per 15m (corp-social)
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
        accept_language: Language = ...,
    ) -> PostCharactersCharacterIdContactsOperationAsync:
        """Post to contacts of characters (character_id).

        Request: `POST /characters/{character_id}/contacts`

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
        accept_language: Language = ...,
    ) -> PutCharactersCharacterIdContactsOperationAsync:
        """Update contacts of characters (character_id).

        Request: `PUT /characters/{character_id}/contacts`

        Scopes: esi-characters.write_contacts.v1
        Rate limit: 600 tokens per 15m (char-social)
        """

class _ContractsTagAsync(ESITagAsync):
    def GetCharactersCharacterIdContracts(
        self,
        *,
        character_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdContractsOperationAsync:
        """Get contracts of characters (character_id).

        Request: `GET /characters/{character_id}/contracts`

        Scopes: esi-contracts.read_character_contracts.v1
        Cached for: 5 min
        Rate limit: 600 tokens per 15m (char-contract)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCharactersCharacterIdContractsContractIdBids(
        self,
        *,
        character_id: int,
        contract_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdContractsContractIdBidsOperationAsync:
        """Get bids of contracts (contract_id) of characters (character_id).

        Request: `GET /characters/{character_id}/contracts/{contract_id}/bids`

        Scopes: esi-contracts.read_character_contracts.v1
        Cached for: 5 min
        Rate limit: 600 tokens per 15m (char-contract)
        """
    def GetCharactersCharacterIdContractsContractIdItems(
        self,
        *,
        character_id: int,
        contract_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdContractsContractIdItemsOperationAsync:
        """Get items of contracts (contract_id) of characters (character_id).

        Request: `GET /characters/{character_id}/contracts/{contract_id}/items`

        Scopes: esi-contracts.read_character_contracts.v1
        Cached for: 1 h
        Rate limit: 600 tokens per 15m (char-contract)
        """
    def GetContractsPublicBidsContractId(
        self,
        *,
        contract_id: int,
        page: int | None = 1,
        accept_language: Language = ...,
    ) -> GetContractsPublicBidsContractIdOperationAsync:
        """Get contracts public bids (contract_id).

        Request: `GET /contracts/public/bids/{contract_id}`

        Cached for: 5 min
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetContractsPublicItemsContractId(
        self,
        *,
        contract_id: int,
        page: int | None = 1,
        accept_language: Language = ...,
    ) -> GetContractsPublicItemsContractIdOperationAsync:
        """Get contracts public items (contract_id).

        Request: `GET /contracts/public/items/{contract_id}`

        Cached for: 1 h
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetContractsPublicRegionId(
        self,
        *,
        region_id: int,
        page: int | None = 1,
        accept_language: Language = ...,
    ) -> GetContractsPublicRegionIdOperationAsync:
        """Get contracts public (region_id).

        Request: `GET /contracts/public/{region_id}`

        Cached for: 30 min
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCorporationsCorporationIdContracts(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdContractsOperationAsync:
        """Get contracts of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/contracts`

        Scopes: esi-contracts.read_corporation_contracts.v1
        Cached for: 5 min
        Rate limit: 600 tokens per 15m (corp-contract)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCorporationsCorporationIdContractsContractIdBids(
        self,
        *,
        contract_id: int,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdContractsContractIdBidsOperationAsync:
        """Get bids of contracts (contract_id) of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/contracts/{contract_id}/bids`

        Scopes: esi-contracts.read_corporation_contracts.v1
        Cached for: 1 h
        Rate limit: 600 tokens per 15m (corp-contract)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCorporationsCorporationIdContractsContractIdItems(
        self,
        *,
        contract_id: int,
        corporation_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdContractsContractIdItemsOperationAsync:
        """Get items of contracts (contract_id) of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/contracts/{contract_id}/items`

        Scopes: esi-contracts.read_corporation_contracts.v1
        Cached for: 1 h
        Rate limit: 600 tokens per 15m (corp-contract)
        """

class _CorporationTagAsync(ESITagAsync):
    def GetCorporationsCorporationId(
        self,
        *,
        corporation_id: int,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdOperationAsync:
        """Get corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}`

        Cached for: 1 h
        """
    def GetCorporationsCorporationIdAlliancehistory(
        self,
        *,
        corporation_id: int,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdAlliancehistoryOperationAsync:
        """Get alliancehistory of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/alliancehistory`

        Cached for: 1 h
        """
    def GetCorporationsCorporationIdBlueprints(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdBlueprintsOperationAsync:
        """Get blueprints of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/blueprints`

        Scopes: esi-corporations.read_blueprints.v1
        Corporation roles: Director
        Cached for: 1 h
        Rate limit: 600 tokens per 15m (corp-industry)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCorporationsCorporationIdContainersLogs(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdContainersLogsOperationAsync:
        """Get containers logs of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/containers/logs`

        Scopes: esi-corporations.read_container_logs.v1
        Corporation roles: Director
        Cached for: 10 min
        Rate limit: 300 tokens per 15m (corp-structure)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCorporationsCorporationIdDivisions(
        self,
        *,
        corporation_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdDivisionsOperationAsync:
        """Get divisions of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/divisions`

        Scopes: esi-corporations.read_divisions.v1
        Corporation roles: Director
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-wallet)
        """
    def GetCorporationsCorporationIdFacilities(
        self,
        *,
        corporation_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdFacilitiesOperationAsync:
        """Get facilities of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/facilities`

        Scopes: esi-corporations.read_facilities.v1
        Corporation roles: Factory_Manager
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-structure)
        """
    def GetCorporationsCorporationIdIcons(
        self,
        *,
        corporation_id: int,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdIconsOperationAsync:
        """Get icons of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/icons`

        Cached for: 1 h
        """
    def GetCorporationsCorporationIdMedals(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdMedalsOperationAsync:
        """Get medals of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/medals`

        Scopes: esi-corporations.read_medals.v1
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-detail)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCorporationsCorporationIdMedalsIssued(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdMedalsIssuedOperationAsync:
        """Get medals issued of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/medals/issued`

        Scopes: esi-corporations.read_medals.v1
        Corporation roles: Director
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-detail)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCorporationsCorporationIdMembers(
        self,
        *,
        corporation_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdMembersOperationAsync:
        """Get members of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/members`

        Scopes: esi-corporations.read_corporation_membership.v1
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-member)
        """
    def GetCorporationsCorporationIdMembersLimit(
        self,
        *,
        corporation_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdMembersLimitOperationAsync:
        """Get members limit of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/members/limit`

        Scopes: esi-corporations.track_members.v1
        Corporation roles: Director
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-member)
        """
    def GetCorporationsCorporationIdMembersTitles(
        self,
        *,
        corporation_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdMembersTitlesOperationAsync:
        """Get members titles of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/members/titles`

        Scopes: esi-corporations.read_titles.v1
        Corporation roles: Director
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-member)
        """
    def GetCorporationsCorporationIdMembertracking(
        self,
        *,
        corporation_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdMembertrackingOperationAsync:
        """Get membertracking of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/membertracking`

        Scopes: esi-corporations.track_members.v1
        Corporation roles: Director
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-member)
        """
    def GetCorporationsCorporationIdRoles(
        self,
        *,
        corporation_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdRolesOperationAsync:
        """Get roles of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/roles`

        Scopes: esi-corporations.read_corporation_membership.v1
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-member)
        """
    def GetCorporationsCorporationIdRolesHistory(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdRolesHistoryOperationAsync:
        """Get roles history of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/roles/history`

        Scopes: esi-corporations.read_corporation_membership.v1
        Corporation roles: Director
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-member)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCorporationsCorporationIdShareholders(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdShareholdersOperationAsync:
        """Get shareholders of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/shareholders`

        Scopes: esi-wallet.read_corporation_wallets.v1
        Corporation roles: Director
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-detail)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCorporationsCorporationIdStandings(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdStandingsOperationAsync:
        """Get standings of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/standings`

        Scopes: esi-corporations.read_standings.v1
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-member)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCorporationsCorporationIdStarbases(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdStarbasesOperationAsync:
        """Get starbases of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/starbases`

        Scopes: esi-corporations.read_starbases.v1
        Corporation roles: Director
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-structure)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCorporationsCorporationIdStarbasesStarbaseId(
        self,
        *,
        corporation_id: int,
        starbase_id: int,
        system_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdStarbasesStarbaseIdOperationAsync:
        """Get starbases (starbase_id) of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/starbases/{starbase_id}`

        Scopes: esi-corporations.read_starbases.v1
        Corporation roles: Director
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-structure)
        """
    def GetCorporationsCorporationIdStructures(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdStructuresOperationAsync:
        """Get structures of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/structures`

        Scopes: esi-corporations.read_structures.v1
        Corporation roles: Station_Manager
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-structure)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCorporationsCorporationIdTitles(
        self,
        *,
        corporation_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdTitlesOperationAsync:
        """Get titles of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/titles`

        Scopes: esi-corporations.read_titles.v1
        Corporation roles: Director
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-detail)
        """
    def GetCorporationsNpccorps(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetCorporationsNpccorpsOperationAsync:
        """Get corporations npccorps.

        Request: `GET /corporations/npccorps`
        """

class _Corporation_ProjectsTagAsync(ESITagAsync):
    def GetCorporationsProjectsListing(
        self,
        *,
        corporation_id: int,
        after: str | None = None,
        before: str | None = None,
        limit: int | None = 10,
        state: Literal['All', 'Active'] | None = 'Active',
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsProjectsListingOperationAsync:
        """Get projects of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/projects`

        Scopes: esi-corporations.read_projects.v1
        Rate limit: 600 tokens per 15m (corp-project)
        Pages: by cursor; `results()` and `frame()` fetch all records
        """
    def GetCorporationsProjectsDetail(
        self,
        *,
        corporation_id: int,
        project_id: str,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsProjectsDetailOperationAsync:
        """Get projects (project_id) of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/projects/{project_id}`

        Scopes: esi-corporations.read_projects.v1
        Cached for: 1 min
        Rate limit: 600 tokens per 15m (corp-project)
        """
    def GetCorporationsProjectsContribution(
        self,
        *,
        corporation_id: int,
        project_id: str,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsProjectsContributionOperationAsync:
        """Get contribution (character_id) of projects (project_id) of corporations
        (corporation_id).

        Request: `GET
        /corporations/{corporation_id}/projects/{project_id}/contribution/{character_id}`

        Scopes: esi-corporations.read_projects.v1
        Cached for: 1 min
        Rate limit: 600 tokens per 15m (corp-project)
        """
    def GetCorporationsProjectsContributors(
        self,
        *,
        corporation_id: int,
        project_id: str,
        after: str | None = None,
        before: str | None = None,
        limit: int | None = 10,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsProjectsContributorsOperationAsync:
        """Get contributors of projects (project_id) of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/projects/{project_id}/contributors`

        Scopes: esi-corporations.read_projects.v1
        Corporation roles: Project_Manager
        Rate limit: 600 tokens per 15m (corp-project)
        Pages: by cursor; `results()` and `frame()` fetch all records
        """

class _CosmeticsTagAsync(ESITagAsync):
    def GetCharactersCosmeticsSkinr(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCosmeticsSkinrOperationAsync:
        """Get cosmetics skinr of characters (character_id).

        Request: `GET /characters/{character_id}/cosmetics/skinr`

        Scopes: esi.cosmetic.char:read
        Cached for: 1 h
        Rate limit: 30 tokens per 15m (char-skinr)
        """
    def GetCharactersCosmeticsSkinrComponents(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCosmeticsSkinrComponentsOperationAsync:
        """Get cosmetics skinr components of characters (character_id).

        Request: `GET /characters/{character_id}/cosmetics/skinr/components`

        Scopes: esi.cosmetic.char:read
        Cached for: 1 h
        Rate limit: 30 tokens per 15m (char-skinr)
        """
    def GetCosmeticsSkinr(
        self,
        *,
        skinr_id: str,
        accept_language: Language = ...,
    ) -> GetCosmeticsSkinrOperationAsync:
        """Get cosmetics skinr (skinr_id).

        Request: `GET /cosmetics/skinr/{skinr_id}`

        Cached for: 8760 h
        Rate limit: 12000 tokens per 15m (skinr)
        """

class _DogmaTagAsync(ESITagAsync):
    def GetDogmaAttributes(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetDogmaAttributesOperationAsync:
        """Get dogma attributes.

        Request: `GET /dogma/attributes`
        """
    def GetDogmaAttributesAttributeId(
        self,
        *,
        attribute_id: int,
        accept_language: Language = ...,
    ) -> GetDogmaAttributesAttributeIdOperationAsync:
        """Get dogma attributes (attribute_id).

        Request: `GET /dogma/attributes/{attribute_id}`
        """
    def GetDogmaDynamicItemsTypeIdItemId(
        self,
        *,
        item_id: int,
        type_id: int,
        accept_language: Language = ...,
    ) -> GetDogmaDynamicItemsTypeIdItemIdOperationAsync:
        """Get dogma dynamic items (type_id) (item_id).

        Request: `GET /dogma/dynamic/items/{type_id}/{item_id}`
        """
    def GetDogmaEffects(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetDogmaEffectsOperationAsync:
        """Get dogma effects.

        Request: `GET /dogma/effects`
        """
    def GetDogmaEffectsEffectId(
        self,
        *,
        effect_id: int,
        accept_language: Language = ...,
    ) -> GetDogmaEffectsEffectIdOperationAsync:
        """Get dogma effects (effect_id).

        Request: `GET /dogma/effects/{effect_id}`
        """

class _Faction_WarfareTagAsync(ESITagAsync):
    def GetCharactersCharacterIdFwStats(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdFwStatsOperationAsync:
        """Get fw stats of characters (character_id).

        Request: `GET /characters/{character_id}/fw/stats`

        Scopes: esi-characters.read_fw_stats.v1
        Rate limit: 150 tokens per 15m (factional-warfare)
        """
    def GetCorporationsCorporationIdFwStats(
        self,
        *,
        corporation_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdFwStatsOperationAsync:
        """Get fw stats of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/fw/stats`

        Scopes: esi-corporations.read_fw_stats.v1
        Rate limit: 150 tokens per 15m (factional-warfare)
        """
    def GetFwLeaderboards(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetFwLeaderboardsOperationAsync:
        """Get fw leaderboards.

        Request: `GET /fw/leaderboards`

        Rate limit: 150 tokens per 15m (factional-warfare)
        """
    def GetFwLeaderboardsCharacters(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetFwLeaderboardsCharactersOperationAsync:
        """Get fw leaderboards characters.

        Request: `GET /fw/leaderboards/characters`

        Rate limit: 150 tokens per 15m (factional-warfare)
        """
    def GetFwLeaderboardsCorporations(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetFwLeaderboardsCorporationsOperationAsync:
        """Get fw leaderboards corporations.

        Request: `GET /fw/leaderboards/corporations`

        Rate limit: 150 tokens per 15m (factional-warfare)
        """
    def GetFwStats(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetFwStatsOperationAsync:
        """Get fw stats.

        Request: `GET /fw/stats`

        Rate limit: 150 tokens per 15m (factional-warfare)
        """
    def GetFwSystems(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetFwSystemsOperationAsync:
        """Get fw systems.

        Request: `GET /fw/systems`

        Cached for: 30 min
        Rate limit: 150 tokens per 15m (factional-warfare)
        """
    def GetFwWars(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetFwWarsOperationAsync:
        """Get fw wars.

        Request: `GET /fw/wars`

        Rate limit: 150 tokens per 15m (factional-warfare)
        """

class _FittingsTagAsync(ESITagAsync):
    def DeleteCharactersCharacterIdFittingsFittingId(
        self,
        *,
        character_id: int,
        fitting_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> DeleteCharactersCharacterIdFittingsFittingIdOperationAsync:
        """Delete fittings (fitting_id) of characters (character_id).

        Request: `DELETE /characters/{character_id}/fittings/{fitting_id}`

        Scopes: esi-fittings.write_fittings.v1
        Rate limit: 150 tokens per 15m (fitting)
        """
    def GetCharactersCharacterIdFittings(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdFittingsOperationAsync:
        """Get fittings of characters (character_id).

        Request: `GET /characters/{character_id}/fittings`

        Scopes: esi-fittings.read_fittings.v1
        Cached for: 5 min
        Rate limit: 150 tokens per 15m (fitting)
        """
    def PostCharactersCharacterIdFittings(
        self,
        *,
        character_id: int,
        body: PostCharactersCharacterIdFittingsOperationBody,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> PostCharactersCharacterIdFittingsOperationAsync:
        """Post to fittings of characters (character_id).

        Request: `POST /characters/{character_id}/fittings`

        Scopes: esi-fittings.write_fittings.v1
        Rate limit: 150 tokens per 15m (fitting)
        """

class _FleetsTagAsync(ESITagAsync):
    def DeleteFleetsFleetIdMembersMemberId(
        self,
        *,
        fleet_id: int,
        member_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> DeleteFleetsFleetIdMembersMemberIdOperationAsync:
        """Delete members (member_id) of fleets (fleet_id).

        Request: `DELETE /fleets/{fleet_id}/members/{member_id}`

        Scopes: esi-fleets.write_fleet.v1
        Rate limit: 1800 tokens per 15m (fleet)
        """
    def DeleteFleetsFleetIdSquadsSquadId(
        self,
        *,
        fleet_id: int,
        squad_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> DeleteFleetsFleetIdSquadsSquadIdOperationAsync:
        """Delete squads (squad_id) of fleets (fleet_id).

        Request: `DELETE /fleets/{fleet_id}/squads/{squad_id}`

        Scopes: esi-fleets.write_fleet.v1
        Rate limit: 1800 tokens per 15m (fleet)
        """
    def DeleteFleetsFleetIdWingsWingId(
        self,
        *,
        fleet_id: int,
        wing_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> DeleteFleetsFleetIdWingsWingIdOperationAsync:
        """Delete wings (wing_id) of fleets (fleet_id).

        Request: `DELETE /fleets/{fleet_id}/wings/{wing_id}`

        Scopes: esi-fleets.write_fleet.v1
        Rate limit: 1800 tokens per 15m (fleet)
        """
    def GetCharactersCharacterIdFleet(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdFleetOperationAsync:
        """Get fleet of characters (character_id).

        Request: `GET /characters/{character_id}/fleet`

        Scopes: esi-fleets.read_fleet.v1
        Cached for: 1 min
        Rate limit: 1800 tokens per 15m (fleet)
        """
    def GetFleetsFleetId(
        self,
        *,
        fleet_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetFleetsFleetIdOperationAsync:
        """Get fleets (fleet_id).

        Request: `GET /fleets/{fleet_id}`

        Scopes: esi-fleets.read_fleet.v1
        Cached for: 5 s
        Rate limit: 1800 tokens per 15m (fleet)
        """
    def GetFleetsFleetIdMembers(
        self,
        *,
        fleet_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetFleetsFleetIdMembersOperationAsync:
        """Get members of fleets (fleet_id).

        Request: `GET /fleets/{fleet_id}/members`

        Scopes: esi-fleets.read_fleet.v1
        Cached for: 5 s
        Rate limit: 1800 tokens per 15m (fleet)
        """
    def GetFleetsFleetIdWings(
        self,
        *,
        fleet_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetFleetsFleetIdWingsOperationAsync:
        """Get wings of fleets (fleet_id).

        Request: `GET /fleets/{fleet_id}/wings`

        Scopes: esi-fleets.read_fleet.v1
        Cached for: 5 s
        Rate limit: 1800 tokens per 15m (fleet)
        """
    def PostFleetsFleetIdMembers(
        self,
        *,
        fleet_id: int,
        body: PostFleetsFleetIdMembersOperationBody,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> PostFleetsFleetIdMembersOperationAsync:
        """Post to members of fleets (fleet_id).

        Request: `POST /fleets/{fleet_id}/members`

        Scopes: esi-fleets.write_fleet.v1
        Rate limit: 1800 tokens per 15m (fleet)
        """
    def PostFleetsFleetIdWings(
        self,
        *,
        fleet_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> PostFleetsFleetIdWingsOperationAsync:
        """Post to wings of fleets (fleet_id).

        Request: `POST /fleets/{fleet_id}/wings`

        Scopes: esi-fleets.write_fleet.v1
        Rate limit: 1800 tokens per 15m (fleet)
        """
    def PostFleetsFleetIdWingsWingIdSquads(
        self,
        *,
        fleet_id: int,
        wing_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> PostFleetsFleetIdWingsWingIdSquadsOperationAsync:
        """Post to squads of wings (wing_id) of fleets (fleet_id).

        Request: `POST /fleets/{fleet_id}/wings/{wing_id}/squads`

        Scopes: esi-fleets.write_fleet.v1
        Rate limit: 1800 tokens per 15m (fleet)
        """
    def PutFleetsFleetId(
        self,
        *,
        fleet_id: int,
        body: PutFleetsFleetIdOperationBody,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> PutFleetsFleetIdOperationAsync:
        """Update fleets (fleet_id).

        Request: `PUT /fleets/{fleet_id}`

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
        accept_language: Language = ...,
    ) -> PutFleetsFleetIdMembersMemberIdOperationAsync:
        """Update members (member_id) of fleets (fleet_id).

        Request: `PUT /fleets/{fleet_id}/members/{member_id}`

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
        accept_language: Language = ...,
    ) -> PutFleetsFleetIdSquadsSquadIdOperationAsync:
        """Update squads (squad_id) of fleets (fleet_id).

        Request: `PUT /fleets/{fleet_id}/squads/{squad_id}`

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
        accept_language: Language = ...,
    ) -> PutFleetsFleetIdWingsWingIdOperationAsync:
        """Update wings (wing_id) of fleets (fleet_id).

        Request: `PUT /fleets/{fleet_id}/wings/{wing_id}`

        Scopes: esi-fleets.write_fleet.v1
        Rate limit: 1800 tokens per 15m (fleet)
        """

class _Freelance_JobsTagAsync(ESITagAsync):
    def GetCharactersFreelanceJobsListing(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersFreelanceJobsListingOperationAsync:
        """Get freelance jobs of characters (character_id).

        Request: `GET /characters/{character_id}/freelance-jobs`

        Scopes: esi-characters.read_freelance_jobs.v1
        Cached for: 1 min
        Rate limit: 300 tokens per 15m (char-freelance-job)
        """
    def GetCharactersFreelanceJobsParticipation(
        self,
        *,
        character_id: int,
        job_id: str,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersFreelanceJobsParticipationOperationAsync:
        """Get participation of freelance jobs (job_id) of characters (character_id).

        Request: `GET /characters/{character_id}/freelance-jobs/{job_id}/participation`

        Scopes: esi-characters.read_freelance_jobs.v1
        Cached for: 1 min
        Rate limit: 300 tokens per 15m (char-freelance-job)
        """
    def GetCorporationsFreelanceJobsListing(
        self,
        *,
        corporation_id: int,
        after: str | None = None,
        before: str | None = None,
        limit: int | None = 10,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsFreelanceJobsListingOperationAsync:
        """Get freelance jobs of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/freelance-jobs`

        Scopes: esi-corporations.read_freelance_jobs.v1
        Corporation roles: Project_Manager
        Rate limit: 300 tokens per 15m (corp-freelance-job)
        Pages: by cursor; `results()` and `frame()` fetch all records
        """
    def GetCorporationsFreelanceJobsParticipants(
        self,
        *,
        corporation_id: int,
        job_id: str,
        after: str | None = None,
        before: str | None = None,
        limit: int | None = 10,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsFreelanceJobsParticipantsOperationAsync:
        """Get participants of freelance jobs (job_id) of corporations (corporation_id).

        Request: `GET
        /corporations/{corporation_id}/freelance-jobs/{job_id}/participants`

        Scopes: esi-corporations.read_freelance_jobs.v1
        Corporation roles: Project_Manager
        Rate limit: 300 tokens per 15m (corp-freelance-job)
        Pages: by cursor; `results()` and `frame()` fetch all records
        """
    def GetFreelanceJobsListing(
        self,
        *,
        after: str | None = None,
        before: str | None = None,
        limit: int | None = 10,
        corporation_id: int | None = None,
        accept_language: Language = ...,
    ) -> GetFreelanceJobsListingOperationAsync:
        """Get freelance jobs.

        Request: `GET /freelance-jobs`

        Rate limit: 12000 tokens per 15m (freelance-job)
        Pages: by cursor; `results()` and `frame()` fetch all records
        """
    def GetFreelanceJobsDetail(
        self,
        *,
        job_id: str,
        accept_language: Language = ...,
    ) -> GetFreelanceJobsDetailOperationAsync:
        """Get freelance jobs (job_id).

        Request: `GET /freelance-jobs/{job_id}`

        Cached for: 1 min
        Rate limit: 12000 tokens per 15m (freelance-job)
        """

class _IncursionsTagAsync(ESITagAsync):
    def GetIncursions(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetIncursionsOperationAsync:
        """Get incursions.

        Request: `GET /incursions`

        Cached for: 5 min
        Rate limit: 150 tokens per 15m (incursion)
        """

class _IndustryTagAsync(ESITagAsync):
    def GetCharactersCharacterIdIndustryJobs(
        self,
        *,
        character_id: int,
        include_completed: bool | None = None,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdIndustryJobsOperationAsync:
        """Get industry jobs of characters (character_id).

        Request: `GET /characters/{character_id}/industry/jobs`

        Scopes: esi-industry.read_character_jobs.v1
        Cached for: 5 min
        Rate limit: 600 tokens per 15m (char-industry)
        """
    def GetCharactersCharacterIdMining(
        self,
        *,
        character_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdMiningOperationAsync:
        """Get mining of characters (character_id).

        Request: `GET /characters/{character_id}/mining`

        Scopes: esi-industry.read_character_mining.v1
        Cached for: 10 min
        Rate limit: 600 tokens per 15m (char-industry)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCorporationCorporationIdMiningExtractions(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationCorporationIdMiningExtractionsOperationAsync:
        """Get mining extractions of corporation (corporation_id).

        Request: `GET /corporation/{corporation_id}/mining/extractions`

        Scopes: esi-industry.read_corporation_mining.v1
        Corporation roles: Station_Manager
        Cached for: 30 min
        Rate limit: 600 tokens per 15m (corp-industry)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCorporationCorporationIdMiningObservers(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationCorporationIdMiningObserversOperationAsync:
        """Get mining observers of corporation (corporation_id).

        Request: `GET /corporation/{corporation_id}/mining/observers`

        Scopes: esi-industry.read_corporation_mining.v1
        Corporation roles: Accountant
        Cached for: 1 h
        Rate limit: 600 tokens per 15m (corp-industry)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCorporationCorporationIdMiningObserversObserverId(
        self,
        *,
        corporation_id: int,
        observer_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationCorporationIdMiningObserversObserverIdOperationAsync:
        """Get mining observers (observer_id) of corporation (corporation_id).

        Request: `GET /corporation/{corporation_id}/mining/observers/{observer_id}`

        Scopes: esi-industry.read_corporation_mining.v1
        Corporation roles: Accountant
        Cached for: 1 h
        Rate limit: 600 tokens per 15m (corp-industry)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCorporationsCorporationIdIndustryJobs(
        self,
        *,
        corporation_id: int,
        include_completed: bool | None = False,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdIndustryJobsOperationAsync:
        """Get industry jobs of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/industry/jobs`

        Scopes: esi-industry.read_corporation_jobs.v1
        Corporation roles: Factory_Manager
        Cached for: 5 min
        Rate limit: 600 tokens per 15m (corp-industry)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetIndustryFacilities(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetIndustryFacilitiesOperationAsync:
        """Get industry facilities.

        Request: `GET /industry/facilities`

        Cached for: 1 h
        Rate limit: 150 tokens per 15m (industry)
        """
    def GetIndustrySystems(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetIndustrySystemsOperationAsync:
        """Get industry systems.

        Request: `GET /industry/systems`

        Cached for: 1 h
        Rate limit: 150 tokens per 15m (industry)
        """

class _InsuranceTagAsync(ESITagAsync):
    def GetInsurancePrices(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetInsurancePricesOperationAsync:
        """Get insurance prices.

        Request: `GET /insurance/prices`

        Cached for: 1 h
        Rate limit: 150 tokens per 15m (insurance)
        """

class _KillmailsTagAsync(ESITagAsync):
    def GetCharactersCharacterIdKillmailsRecent(
        self,
        *,
        character_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdKillmailsRecentOperationAsync:
        """Get killmails recent of characters (character_id).

        Request: `GET /characters/{character_id}/killmails/recent`

        Scopes: esi-killmails.read_killmails.v1
        Cached for: 5 min
        Rate limit: 30 tokens per 15m (char-killmail)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCorporationsCorporationIdKillmailsRecent(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdKillmailsRecentOperationAsync:
        """Get killmails recent of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/killmails/recent`

        Scopes: esi-killmails.read_corporation_killmails.v1
        Corporation roles: Director
        Cached for: 5 min
        Rate limit: 30 tokens per 15m (corp-killmail)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetKillmailsKillmailIdKillmailHash(
        self,
        *,
        killmail_hash: str,
        killmail_id: int,
        accept_language: Language = ...,
    ) -> GetKillmailsKillmailIdKillmailHashOperationAsync:
        """Get killmails (killmail_id) (killmail_hash).

        Request: `GET /killmails/{killmail_id}/{killmail_hash}`

        Cached for: 720 h
        Rate limit: 3600 tokens per 15m (killmail)
        """

class _LocationTagAsync(ESITagAsync):
    def GetCharactersCharacterIdLocation(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdLocationOperationAsync:
        """Get location of characters (character_id).

        Request: `GET /characters/{character_id}/location`

        Scopes: esi-location.read_location.v1
        Cached for: 5 s
        Rate limit: 1200 tokens per 15m (char-location)
        """
    def GetCharactersCharacterIdOnline(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdOnlineOperationAsync:
        """Get online of characters (character_id).

        Request: `GET /characters/{character_id}/online`

        Scopes: esi-location.read_online.v1
        Cached for: 1 min
        Rate limit: 1200 tokens per 15m (char-location)
        """
    def GetCharactersCharacterIdShip(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdShipOperationAsync:
        """Get ship of characters (character_id).

        Request: `GET /characters/{character_id}/ship`

        Scopes: esi-location.read_ship_type.v1
        Cached for: 5 s
        Rate limit: 1200 tokens per 15m (char-location)
        """

class _LoyaltyTagAsync(ESITagAsync):
    def GetCharactersCharacterIdLoyaltyPoints(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdLoyaltyPointsOperationAsync:
        """Get loyalty points of characters (character_id).

        Request: `GET /characters/{character_id}/loyalty/points`

        Scopes: esi-characters.read_loyalty.v1
        Cached for: 1 h
        Rate limit: 150 tokens per 15m (char-wallet)
        """
    def GetLoyaltyStoresCorporationIdOffers(
        self,
        *,
        corporation_id: int,
        accept_language: Language = ...,
    ) -> GetLoyaltyStoresCorporationIdOffersOperationAsync:
        """Get offers of loyalty stores (corporation_id).

        Request: `GET /loyalty/stores/{corporation_id}/offers`
        """

class _MailTagAsync(ESITagAsync):
    def DeleteCharactersCharacterIdMailLabelsLabelId(
        self,
        *,
        character_id: int,
        label_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> DeleteCharactersCharacterIdMailLabelsLabelIdOperationAsync:
        """Delete mail labels (label_id) of characters (character_id).

        Request: `DELETE /characters/{character_id}/mail/labels/{label_id}`

        Scopes: esi-mail.organize_mail.v1
        Rate limit: 600 tokens per 15m (char-social)
        """
    def DeleteCharactersCharacterIdMailMailId(
        self,
        *,
        character_id: int,
        mail_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> DeleteCharactersCharacterIdMailMailIdOperationAsync:
        """Delete mail (mail_id) of characters (character_id).

        Request: `DELETE /characters/{character_id}/mail/{mail_id}`

        Scopes: esi-mail.organize_mail.v1
        Rate limit: 600 tokens per 15m (char-social)
        """
    def GetCharactersCharacterIdMail(
        self,
        *,
        character_id: int,
        labels: Values[int] | None = None,
        last_mail_id: int | None = None,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdMailOperationAsync:
        """Get mail of characters (character_id).

        Request: `GET /characters/{character_id}/mail`

        Scopes: esi-mail.read_mail.v1
        Cached for: 30 s
        Rate limit: 600 tokens per 15m (char-social)
        Pages: by `last_mail_id`; `walk=True` follows
        """
    def GetCharactersCharacterIdMailLabels(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdMailLabelsOperationAsync:
        """Get mail labels of characters (character_id).

        Request: `GET /characters/{character_id}/mail/labels`

        Scopes: esi-mail.read_mail.v1
        Cached for: 30 s
        Rate limit: 600 tokens per 15m (char-social)
        """
    def GetCharactersCharacterIdMailLists(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdMailListsOperationAsync:
        """Get mail lists of characters (character_id).

        Request: `GET /characters/{character_id}/mail/lists`

        Scopes: esi-mail.read_mail.v1
        Cached for: 2 min
        Rate limit: 600 tokens per 15m (char-social)
        """
    def GetCharactersCharacterIdMailMailId(
        self,
        *,
        character_id: int,
        mail_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdMailMailIdOperationAsync:
        """Get mail (mail_id) of characters (character_id).

        Request: `GET /characters/{character_id}/mail/{mail_id}`

        Scopes: esi-mail.read_mail.v1
        Cached for: 30 s
        Rate limit: 600 tokens per 15m (char-social)
        """
    def PostCharactersCharacterIdMail(
        self,
        *,
        character_id: int,
        body: PostCharactersCharacterIdMailOperationBody,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> PostCharactersCharacterIdMailOperationAsync:
        """Post to mail of characters (character_id).

        Request: `POST /characters/{character_id}/mail`

        Scopes: esi-mail.send_mail.v1
        Rate limit: 600 tokens per 15m (char-social)
        """
    def PostCharactersCharacterIdMailLabels(
        self,
        *,
        character_id: int,
        body: PostCharactersCharacterIdMailLabelsOperationBody,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> PostCharactersCharacterIdMailLabelsOperationAsync:
        """Post to mail labels of characters (character_id).

        Request: `POST /characters/{character_id}/mail/labels`

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
        accept_language: Language = ...,
    ) -> PutCharactersCharacterIdMailMailIdOperationAsync:
        """Update mail (mail_id) of characters (character_id).

        Request: `PUT /characters/{character_id}/mail/{mail_id}`

        Scopes: esi-mail.organize_mail.v1
        Rate limit: 600 tokens per 15m (char-social)
        """

class _MarketTagAsync(ESITagAsync):
    def GetCharactersCharacterIdOrders(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdOrdersOperationAsync:
        """Get orders of characters (character_id).

        Request: `GET /characters/{character_id}/orders`

        Scopes: esi-markets.read_character_orders.v1
        Cached for: 20 min
        """
    def GetCharactersCharacterIdOrdersHistory(
        self,
        *,
        character_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdOrdersHistoryOperationAsync:
        """Get orders history of characters (character_id).

        Request: `GET /characters/{character_id}/orders/history`

        Scopes: esi-markets.read_character_orders.v1
        Cached for: 1 h
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCorporationsCorporationIdOrders(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdOrdersOperationAsync:
        """Get orders of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/orders`

        Scopes: esi-markets.read_corporation_orders.v1
        Corporation roles: Accountant, Trader
        Cached for: 20 min
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCorporationsCorporationIdOrdersHistory(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdOrdersHistoryOperationAsync:
        """Get orders history of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/orders/history`

        Scopes: esi-markets.read_corporation_orders.v1
        Corporation roles: Accountant, Trader
        Cached for: 1 h
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetMarketsGroups(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetMarketsGroupsOperationAsync:
        """Get markets groups.

        Request: `GET /markets/groups`
        """
    def GetMarketsGroupsMarketGroupId(
        self,
        *,
        market_group_id: int,
        accept_language: Language = ...,
    ) -> GetMarketsGroupsMarketGroupIdOperationAsync:
        """Get markets groups (market_group_id).

        Request: `GET /markets/groups/{market_group_id}`
        """
    def GetMarketsPrices(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetMarketsPricesOperationAsync:
        """Get markets prices.

        Request: `GET /markets/prices`

        Cached for: 1 h
        """
    def GetMarketsRegionIdHistory(
        self,
        *,
        region_id: int,
        type_id: int,
        accept_language: Language = ...,
    ) -> GetMarketsRegionIdHistoryOperationAsync:
        """Get history of markets (region_id).

        Request: `GET /markets/{region_id}/history`
        """
    def GetMarketsRegionIdOrders(
        self,
        *,
        region_id: int,
        order_type: Literal['buy', 'sell', 'all'] | None = 'all',
        page: int | None = 1,
        type_id: int | None = None,
        accept_language: Language = ...,
    ) -> GetMarketsRegionIdOrdersOperationAsync:
        """Get orders of markets (region_id).

        Request: `GET /markets/{region_id}/orders`

        Cached for: 5 min
        Rate limit: 12000 tokens per 15m (market-order)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetMarketsRegionIdTypes(
        self,
        *,
        region_id: int,
        page: int | None = 1,
        accept_language: Language = ...,
    ) -> GetMarketsRegionIdTypesOperationAsync:
        """Get types of markets (region_id).

        Request: `GET /markets/{region_id}/types`

        Cached for: 10 min
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetMarketsStructuresStructureId(
        self,
        *,
        structure_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetMarketsStructuresStructureIdOperationAsync:
        """Get markets structures (structure_id).

        Request: `GET /markets/structures/{structure_id}`

        Scopes: esi-markets.structure_markets.v1
        Cached for: 5 min
        Pages: numbered; `results()` and `frame()` fetch all of them
        """

class _MetaTagAsync(ESITagAsync):
    def GetMetaChangelog(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetMetaChangelogOperationAsync:
        """Get meta changelog.

        Request: `GET /meta/changelog`

        Cached for: 10 min
        Rate limit: 150 tokens per 15m (meta)
        """
    def GetMetaCompatibilityDates(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetMetaCompatibilityDatesOperationAsync:
        """Get meta compatibility dates.

        Request: `GET /meta/compatibility-dates`

        Cached for: 10 min
        Rate limit: 150 tokens per 15m (meta)
        """
    def GetMetaName(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetMetaNameOperationAsync:
        """Get meta name.

        Request: `GET /meta/name`

        Cached for: 10 min
        Rate limit: 150 tokens per 15m (meta)
        """
    def GetMetaStatus(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetMetaStatusOperationAsync:
        """Get meta status.

        Request: `GET /meta/status`

        Rate limit: 150 tokens per 15m (meta)
        """

class _Military_CampaignsTagAsync(ESITagAsync):
    def GetCharactersMilitaryCampaignsObjectivesListing(
        self,
        *,
        character_id: int,
        after: str | None = None,
        before: str | None = None,
        limit: int | None = 10,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersMilitaryCampaignsObjectivesListingOperationAsync:
        """Get military campaigns objectives of characters (character_id).

        Request: `GET /characters/{character_id}/military-campaigns/objectives`

        Scopes: esi.activity.char:read
        Cached for: 1 min
        Rate limit: 150 tokens per 15m (char-military-campaign)
        Pages: by cursor; `results()` and `frame()` fetch all records
        """
    def GetCharactersMilitaryCampaignsObjectivesParticipation(
        self,
        *,
        character_id: int,
        objective_id: str,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersMilitaryCampaignsObjectivesParticipationOperationAsync:
        """Get military campaigns objectives (objective_id) of characters (character_id).

        Request: `GET
        /characters/{character_id}/military-campaigns/objectives/{objective_id}`

        Scopes: esi.activity.char:read
        Cached for: 1 min
        Rate limit: 150 tokens per 15m (char-military-campaign)
        """
    def GetMilitaryCampaignsListing(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetMilitaryCampaignsListingOperationAsync:
        """Get military campaigns.

        Request: `GET /military-campaigns`

        Cached for: 1 min
        Rate limit: 300 tokens per 15m (military-campaign)
        """
    def GetMilitaryCampaignsDetail(
        self,
        *,
        campaign_id: str,
        accept_language: Language = ...,
    ) -> GetMilitaryCampaignsDetailOperationAsync:
        """Get military campaigns (campaign_id).

        Request: `GET /military-campaigns/{campaign_id}`

        Cached for: 1 min
        Rate limit: 300 tokens per 15m (military-campaign)
        """
    def GetMilitaryCampaignsObjectivesListing(
        self,
        *,
        campaign_id: str,
        after: str | None = None,
        before: str | None = None,
        limit: int | None = 10,
        accept_language: Language = ...,
    ) -> GetMilitaryCampaignsObjectivesListingOperationAsync:
        """Get objectives of military campaigns (campaign_id).

        Request: `GET /military-campaigns/{campaign_id}/objectives`

        Cached for: 1 min
        Rate limit: 300 tokens per 15m (military-campaign)
        Pages: by cursor; `results()` and `frame()` fetch all records
        """
    def GetMilitaryCampaignsObjectivesDetail(
        self,
        *,
        campaign_id: str,
        objective_id: str,
        accept_language: Language = ...,
    ) -> GetMilitaryCampaignsObjectivesDetailOperationAsync:
        """Get objectives (objective_id) of military campaigns (campaign_id).

        Request: `GET /military-campaigns/{campaign_id}/objectives/{objective_id}`

        Cached for: 1 min
        Rate limit: 300 tokens per 15m (military-campaign)
        """

class _Paragon_HubTagAsync(ESITagAsync):
    def GetCharactersParagonHubSkinr(
        self,
        *,
        character_id: int,
        after: str | None = None,
        before: str | None = None,
        limit: int | None = 10,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersParagonHubSkinrOperationAsync:
        """Get paragon hub skinr of characters (character_id).

        Request: `GET /characters/{character_id}/paragon-hub/skinr`

        Scopes: esi.cosmetic.char:read
        Rate limit: 150 tokens per 15m (char-paragon-hub)
        Pages: by cursor; `results()` and `frame()` fetch all records
        """
    def GetParagonHubSkinr(
        self,
        *,
        after: str | None = None,
        before: str | None = None,
        limit: int | None = 10,
        accept_language: Language = ...,
    ) -> GetParagonHubSkinrOperationAsync:
        """Get paragon hub skinr.

        Request: `GET /paragon-hub/skinr`

        Rate limit: 150 tokens per 15m (paragon-hub)
        Pages: by cursor; `results()` and `frame()` fetch all records
        """
    def GetParagonHubSkinrAlliances(
        self,
        *,
        alliance_id: int,
        after: str | None = None,
        before: str | None = None,
        limit: int | None = 10,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetParagonHubSkinrAlliancesOperationAsync:
        """Get paragon hub skinr alliances (alliance_id).

        Request: `GET /paragon-hub/skinr/alliances/{alliance_id}`

        Scopes: esi.cosmetic.char:read
        Rate limit: 150 tokens per 15m (char-paragon-hub)
        Pages: by cursor; `results()` and `frame()` fetch all records
        """
    def GetParagonHubSkinrCharacters(
        self,
        *,
        character_id: int,
        after: str | None = None,
        before: str | None = None,
        limit: int | None = 10,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetParagonHubSkinrCharactersOperationAsync:
        """Get paragon hub skinr characters (character_id).

        Request: `GET /paragon-hub/skinr/characters/{character_id}`

        Scopes: esi.cosmetic.char:read
        Rate limit: 150 tokens per 15m (char-paragon-hub)
        Pages: by cursor; `results()` and `frame()` fetch all records
        """
    def GetParagonHubSkinrCorporations(
        self,
        *,
        corporation_id: int,
        after: str | None = None,
        before: str | None = None,
        limit: int | None = 10,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetParagonHubSkinrCorporationsOperationAsync:
        """Get paragon hub skinr corporations (corporation_id).

        Request: `GET /paragon-hub/skinr/corporations/{corporation_id}`

        Scopes: esi.cosmetic.char:read
        Rate limit: 150 tokens per 15m (char-paragon-hub)
        Pages: by cursor; `results()` and `frame()` fetch all records
        """

class _Planetary_InteractionTagAsync(ESITagAsync):
    def GetCharactersCharacterIdPlanets(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdPlanetsOperationAsync:
        """Get planets of characters (character_id).

        Request: `GET /characters/{character_id}/planets`

        Scopes: esi-planets.manage_planets.v1
        Cached for: 10 min
        Rate limit: 600 tokens per 15m (char-industry)
        """
    def GetCharactersCharacterIdPlanetsPlanetId(
        self,
        *,
        character_id: int,
        planet_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdPlanetsPlanetIdOperationAsync:
        """Get planets (planet_id) of characters (character_id).

        Request: `GET /characters/{character_id}/planets/{planet_id}`

        Scopes: esi-planets.manage_planets.v1
        Cached for: 10 min
        Rate limit: 600 tokens per 15m (char-industry)
        """
    def GetCorporationsCorporationIdCustomsOffices(
        self,
        *,
        corporation_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdCustomsOfficesOperationAsync:
        """Get customs offices of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/customs_offices`

        Scopes: esi-planets.read_customs_offices.v1
        Corporation roles: Director
        Cached for: 1 h
        Rate limit: 600 tokens per 15m (corp-industry)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetUniverseSchematicsSchematicId(
        self,
        *,
        schematic_id: int,
        accept_language: Language = ...,
    ) -> GetUniverseSchematicsSchematicIdOperationAsync:
        """Get universe schematics (schematic_id).

        Request: `GET /universe/schematics/{schematic_id}`

        Cached for: 1 h
        """

class _RoutesTagAsync(ESITagAsync):
    def PostRoute(
        self,
        *,
        origin_system_id: int,
        destination_system_id: int,
        body: PostRouteOperationBody,
        accept_language: Language = ...,
    ) -> PostRouteOperationAsync:
        """Post to route (origin_system_id) (destination_system_id).

        Request: `POST /route/{origin_system_id}/{destination_system_id}`

        Rate limit: 3600 tokens per 15m (routes)
        """

class _SearchTagAsync(ESITagAsync):
    def GetCharactersCharacterIdSearch(
        self,
        *,
        categories: Values[Literal['agent', 'alliance', 'character', 'constellation', 'corporation', 'faction', 'inventory_type', 'region', 'solar_system', 'station', 'structure']],
        character_id: int,
        search: str,
        strict: bool | None = False,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdSearchOperationAsync:
        """Get search of characters (character_id).

        Request: `GET /characters/{character_id}/search`

        Scopes: esi-search.search_structures.v1
        Cached for: 1 h
        """

class _SkillsTagAsync(ESITagAsync):
    def GetCharactersCharacterIdAttributes(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdAttributesOperationAsync:
        """Get attributes of characters (character_id).

        Request: `GET /characters/{character_id}/attributes`

        Scopes: esi-skills.read_skills.v1
        Cached for: 2 min
        Rate limit: 600 tokens per 15m (char-detail)
        """
    def GetCharactersCharacterIdSkillqueue(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdSkillqueueOperationAsync:
        """Get skillqueue of characters (character_id).

        Request: `GET /characters/{character_id}/skillqueue`

        Scopes: esi-skills.read_skillqueue.v1
        Cached for: 1 min
        Rate limit: 600 tokens per 15m (char-detail)
        """
    def GetCharactersCharacterIdSkills(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdSkillsOperationAsync:
        """Get skills of characters (character_id).

        Request: `GET /characters/{character_id}/skills`

        Scopes: esi-skills.read_skills.v1
        Cached for: 1 min
        Rate limit: 600 tokens per 15m (char-detail)
        """

class _SovereigntyTagAsync(ESITagAsync):
    def GetSovereigntyCampaigns(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetSovereigntyCampaignsOperationAsync:
        """Get sovereignty campaigns.

        Request: `GET /sovereignty/campaigns`

        Cached for: 5 s
        Rate limit: 600 tokens per 15m (sovereignty)
        """
    def GetSovereigntySystems(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetSovereigntySystemsOperationAsync:
        """Get sovereignty systems.

        Request: `GET /sovereignty/systems`

        Cached for: 5 min
        Rate limit: 600 tokens per 15m (sovereignty)
        """

class _StatusTagAsync(ESITagAsync):
    def GetStatus(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetStatusOperationAsync:
        """Get status.

        Request: `GET /status`

        Cached for: 30 s
        Rate limit: 600 tokens per 15m (status)
        """

class _StructuresTagAsync(ESITagAsync):
    def GetCharactersStructuresMercenaryDensListing(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersStructuresMercenaryDensListingOperationAsync:
        """Get structures mercenary dens of characters (character_id).

        Request: `GET /characters/{character_id}/structures/mercenary-dens`

        Scopes: esi-structures.read_character.v1
        Cached for: 1 h
        Rate limit: 30 tokens per 15m (char-structure)
        """
    def GetCharactersStructuresMercenaryDensDetail(
        self,
        *,
        mercenary_den_id: int,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersStructuresMercenaryDensDetailOperationAsync:
        """Get structures mercenary dens (mercenary_den_id) of characters (character_id).

        Request: `GET
        /characters/{character_id}/structures/mercenary-dens/{mercenary_den_id}`

        Scopes: esi-structures.read_character.v1
        Cached for: 1 h
        Rate limit: 30 tokens per 15m (char-structure)
        """
    def GetCorporationsStructuresSkyhooksListing(
        self,
        *,
        corporation_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsStructuresSkyhooksListingOperationAsync:
        """Get structures skyhooks of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/structures/skyhooks`

        Scopes: esi-structures.read_corporation.v1
        Corporation roles: Station_Manager
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-structure)
        """
    def GetCorporationsStructuresSkyhooksDetail(
        self,
        *,
        skyhook_id: int,
        corporation_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsStructuresSkyhooksDetailOperationAsync:
        """Get structures skyhooks (skyhook_id) of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/structures/skyhooks/{skyhook_id}`

        Scopes: esi-structures.read_corporation.v1
        Corporation roles: Station_Manager
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-structure)
        """
    def GetCorporationsStructuresSovereigntyHubsListing(
        self,
        *,
        corporation_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsStructuresSovereigntyHubsListingOperationAsync:
        """Get structures sovereignty hubs of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/structures/sovereignty-hubs`

        Scopes: esi-structures.read_corporation.v1
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-structure)
        """
    def GetCorporationsStructuresSovereigntyHubsDetail(
        self,
        *,
        sovereignty_hub_id: int,
        corporation_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsStructuresSovereigntyHubsDetailOperationAsync:
        """Get structures sovereignty hubs (sovereignty_hub_id) of corporations
        (corporation_id).

        Request: `GET
        /corporations/{corporation_id}/structures/sovereignty-hubs/{sovereignty_hub_id}`

        Scopes: esi-structures.read_corporation.v1
        Corporation roles: Station_Manager
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-structure)
        """

class _UniverseTagAsync(ESITagAsync):
    def GetUniverseAncestries(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetUniverseAncestriesOperationAsync:
        """Get universe ancestries.

        Request: `GET /universe/ancestries`
        """
    def GetUniverseAsteroidBeltsAsteroidBeltId(
        self,
        *,
        asteroid_belt_id: int,
        accept_language: Language = ...,
    ) -> GetUniverseAsteroidBeltsAsteroidBeltIdOperationAsync:
        """Get universe asteroid belts (asteroid_belt_id).

        Request: `GET /universe/asteroid_belts/{asteroid_belt_id}`
        """
    def GetUniverseBloodlines(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetUniverseBloodlinesOperationAsync:
        """Get universe bloodlines.

        Request: `GET /universe/bloodlines`
        """
    def GetUniverseCategories(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetUniverseCategoriesOperationAsync:
        """Get universe categories.

        Request: `GET /universe/categories`
        """
    def GetUniverseCategoriesCategoryId(
        self,
        *,
        category_id: int,
        accept_language: Language = ...,
    ) -> GetUniverseCategoriesCategoryIdOperationAsync:
        """Get universe categories (category_id).

        Request: `GET /universe/categories/{category_id}`
        """
    def GetUniverseConstellations(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetUniverseConstellationsOperationAsync:
        """Get universe constellations.

        Request: `GET /universe/constellations`
        """
    def GetUniverseConstellationsConstellationId(
        self,
        *,
        constellation_id: int,
        accept_language: Language = ...,
    ) -> GetUniverseConstellationsConstellationIdOperationAsync:
        """Get universe constellations (constellation_id).

        Request: `GET /universe/constellations/{constellation_id}`
        """
    def GetUniverseFactions(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetUniverseFactionsOperationAsync:
        """Get universe factions.

        Request: `GET /universe/factions`
        """
    def GetUniverseGraphics(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetUniverseGraphicsOperationAsync:
        """Get universe graphics.

        Request: `GET /universe/graphics`
        """
    def GetUniverseGraphicsGraphicId(
        self,
        *,
        graphic_id: int,
        accept_language: Language = ...,
    ) -> GetUniverseGraphicsGraphicIdOperationAsync:
        """Get universe graphics (graphic_id).

        Request: `GET /universe/graphics/{graphic_id}`
        """
    def GetUniverseGroups(
        self,
        *,
        page: int | None = 1,
        accept_language: Language = ...,
    ) -> GetUniverseGroupsOperationAsync:
        """Get universe groups.

        Request: `GET /universe/groups`

        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetUniverseGroupsGroupId(
        self,
        *,
        group_id: int,
        accept_language: Language = ...,
    ) -> GetUniverseGroupsGroupIdOperationAsync:
        """Get universe groups (group_id).

        Request: `GET /universe/groups/{group_id}`
        """
    def GetUniverseMoonsMoonId(
        self,
        *,
        moon_id: int,
        accept_language: Language = ...,
    ) -> GetUniverseMoonsMoonIdOperationAsync:
        """Get universe moons (moon_id).

        Request: `GET /universe/moons/{moon_id}`
        """
    def GetUniversePlanetsPlanetId(
        self,
        *,
        planet_id: int,
        accept_language: Language = ...,
    ) -> GetUniversePlanetsPlanetIdOperationAsync:
        """Get universe planets (planet_id).

        Request: `GET /universe/planets/{planet_id}`
        """
    def GetUniverseRaces(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetUniverseRacesOperationAsync:
        """Get universe races.

        Request: `GET /universe/races`
        """
    def GetUniverseRegions(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetUniverseRegionsOperationAsync:
        """Get universe regions.

        Request: `GET /universe/regions`
        """
    def GetUniverseRegionsRegionId(
        self,
        *,
        region_id: int,
        accept_language: Language = ...,
    ) -> GetUniverseRegionsRegionIdOperationAsync:
        """Get universe regions (region_id).

        Request: `GET /universe/regions/{region_id}`
        """
    def GetUniverseStargatesStargateId(
        self,
        *,
        stargate_id: int,
        accept_language: Language = ...,
    ) -> GetUniverseStargatesStargateIdOperationAsync:
        """Get universe stargates (stargate_id).

        Request: `GET /universe/stargates/{stargate_id}`
        """
    def GetUniverseStarsStarId(
        self,
        *,
        star_id: int,
        accept_language: Language = ...,
    ) -> GetUniverseStarsStarIdOperationAsync:
        """Get universe stars (star_id).

        Request: `GET /universe/stars/{star_id}`
        """
    def GetUniverseStationsStationId(
        self,
        *,
        station_id: int,
        accept_language: Language = ...,
    ) -> GetUniverseStationsStationIdOperationAsync:
        """Get universe stations (station_id).

        Request: `GET /universe/stations/{station_id}`
        """
    def GetUniverseStructures(
        self,
        *,
        filter: Literal['market', 'manufacturing_basic'] | None = None,
        accept_language: Language = ...,
    ) -> GetUniverseStructuresOperationAsync:
        """Get universe structures.

        Request: `GET /universe/structures`

        Cached for: 1 h
        """
    def GetUniverseStructuresStructureId(
        self,
        *,
        structure_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetUniverseStructuresStructureIdOperationAsync:
        """Get universe structures (structure_id).

        Request: `GET /universe/structures/{structure_id}`

        Scopes: esi-universe.read_structures.v1
        Cached for: 1 h
        """
    def GetUniverseSystemJumps(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetUniverseSystemJumpsOperationAsync:
        """Get universe system jumps.

        Request: `GET /universe/system_jumps`

        Cached for: 1 h
        """
    def GetUniverseSystemKills(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetUniverseSystemKillsOperationAsync:
        """Get universe system kills.

        Request: `GET /universe/system_kills`

        Cached for: 1 h
        """
    def GetUniverseSystems(
        self,
        *,
        accept_language: Language = ...,
    ) -> GetUniverseSystemsOperationAsync:
        """Get universe systems.

        Request: `GET /universe/systems`
        """
    def GetUniverseSystemsSystemId(
        self,
        *,
        system_id: int,
        accept_language: Language = ...,
    ) -> GetUniverseSystemsSystemIdOperationAsync:
        """Get universe systems (system_id).

        Request: `GET /universe/systems/{system_id}`
        """
    def GetUniverseTypes(
        self,
        *,
        page: int | None = 1,
        accept_language: Language = ...,
    ) -> GetUniverseTypesOperationAsync:
        """Get universe types.

        Request: `GET /universe/types`

        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetUniverseTypesTypeId(
        self,
        *,
        type_id: int,
        accept_language: Language = ...,
    ) -> GetUniverseTypesTypeIdOperationAsync:
        """Get universe types (type_id).

        Request: `GET /universe/types/{type_id}`
        """
    def PostUniverseIds(
        self,
        *,
        body: Values[str],
        accept_language: Language = ...,
    ) -> PostUniverseIdsOperationAsync:
        """Post to universe ids.

        Request: `POST /universe/ids`
        """
    def PostUniverseNames(
        self,
        *,
        body: Values[int],
        accept_language: Language = ...,
    ) -> PostUniverseNamesOperationAsync:
        """Post to universe names.

        Request: `POST /universe/names`
        """

class _User_InterfaceTagAsync(ESITagAsync):
    def PostUiAutopilotWaypoint(
        self,
        *,
        destination_id: int,
        add_to_beginning: bool | None = False,
        clear_other_waypoints: bool | None = False,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> PostUiAutopilotWaypointOperationAsync:
        """Post to ui autopilot waypoint.

        Request: `POST /ui/autopilot/waypoint`

        Scopes: esi-ui.write_waypoint.v1
        Rate limit: 900 tokens per 15m (ui)
        """
    def PostUiOpenwindowContract(
        self,
        *,
        contract_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> PostUiOpenwindowContractOperationAsync:
        """Post to ui openwindow contract.

        Request: `POST /ui/openwindow/contract`

        Scopes: esi-ui.open_window.v1
        Rate limit: 900 tokens per 15m (ui)
        """
    def PostUiOpenwindowInformation(
        self,
        *,
        target_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> PostUiOpenwindowInformationOperationAsync:
        """Post to ui openwindow information.

        Request: `POST /ui/openwindow/information`

        Scopes: esi-ui.open_window.v1
        Rate limit: 900 tokens per 15m (ui)
        """
    def PostUiOpenwindowMarketdetails(
        self,
        *,
        type_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> PostUiOpenwindowMarketdetailsOperationAsync:
        """Post to ui openwindow marketdetails.

        Request: `POST /ui/openwindow/marketdetails`

        Scopes: esi-ui.open_window.v1
        Rate limit: 900 tokens per 15m (ui)
        """
    def PostUiOpenwindowNewmail(
        self,
        *,
        body: PostUiOpenwindowNewmailOperationBody,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> PostUiOpenwindowNewmailOperationAsync:
        """Post to ui openwindow newmail.

        Request: `POST /ui/openwindow/newmail`

        Scopes: esi-ui.open_window.v1
        Rate limit: 900 tokens per 15m (ui)
        """

class _WalletTagAsync(ESITagAsync):
    def GetCharactersCharacterIdWallet(
        self,
        *,
        character_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdWalletOperationAsync:
        """Get wallet of characters (character_id).

        Request: `GET /characters/{character_id}/wallet`

        Scopes: esi-wallet.read_character_wallet.v1
        Cached for: 2 min
        Rate limit: 150 tokens per 15m (char-wallet)
        """
    def GetCharactersCharacterIdWalletJournal(
        self,
        *,
        character_id: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdWalletJournalOperationAsync:
        """Get wallet journal of characters (character_id).

        Request: `GET /characters/{character_id}/wallet/journal`

        Scopes: esi-wallet.read_character_wallet.v1
        Cached for: 1 h
        Rate limit: 150 tokens per 15m (char-wallet)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCharactersCharacterIdWalletTransactions(
        self,
        *,
        character_id: int,
        from_id: int | None = None,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCharactersCharacterIdWalletTransactionsOperationAsync:
        """Get wallet transactions of characters (character_id).

        Request: `GET /characters/{character_id}/wallet/transactions`

        Scopes: esi-wallet.read_character_wallet.v1
        Cached for: 1 h
        Rate limit: 150 tokens per 15m (char-wallet)
        Pages: by `from_id`; `walk=True` follows
        """
    def GetCorporationsCorporationIdWallets(
        self,
        *,
        corporation_id: int,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdWalletsOperationAsync:
        """Get wallets of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/wallets`

        Scopes: esi-wallet.read_corporation_wallets.v1
        Corporation roles: Accountant, Junior_Accountant
        Cached for: 5 min
        Rate limit: 300 tokens per 15m (corp-wallet)
        """
    def GetCorporationsCorporationIdWalletsDivisionJournal(
        self,
        *,
        corporation_id: int,
        division: int,
        page: int | None = 1,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdWalletsDivisionJournalOperationAsync:
        """Get journal of wallets (division) of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/wallets/{division}/journal`

        Scopes: esi-wallet.read_corporation_wallets.v1
        Corporation roles: Accountant, Junior_Accountant
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-wallet)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """
    def GetCorporationsCorporationIdWalletsDivisionTransactions(
        self,
        *,
        corporation_id: int,
        division: int,
        from_id: int | None = None,
        token: str | Token | None = None,
        accept_language: Language = ...,
    ) -> GetCorporationsCorporationIdWalletsDivisionTransactionsOperationAsync:
        """Get transactions of wallets (division) of corporations (corporation_id).

        Request: `GET /corporations/{corporation_id}/wallets/{division}/transactions`

        Scopes: esi-wallet.read_corporation_wallets.v1
        Corporation roles: Accountant, Junior_Accountant
        Cached for: 1 h
        Rate limit: 300 tokens per 15m (corp-wallet)
        Pages: by `from_id`; `walk=True` follows
        """

class _WarsTagAsync(ESITagAsync):
    def GetWars(
        self,
        *,
        max_war_id: int | None = None,
        accept_language: Language = ...,
    ) -> GetWarsOperationAsync:
        """Get wars.

        Request: `GET /wars`

        Cached for: 1 h
        Rate limit: 3600 tokens per 15m (killmail)
        Pages: by `max_war_id`; `walk=True` follows
        """
    def GetWarsWarId(
        self,
        *,
        war_id: int,
        accept_language: Language = ...,
    ) -> GetWarsWarIdOperationAsync:
        """Get wars (war_id).

        Request: `GET /wars/{war_id}`

        Cached for: 1 h
        Rate limit: 3600 tokens per 15m (killmail)
        """
    def GetWarsWarIdKillmails(
        self,
        *,
        war_id: int,
        page: int | None = 1,
        accept_language: Language = ...,
    ) -> GetWarsWarIdKillmailsOperationAsync:
        """Get killmails of wars (war_id).

        Request: `GET /wars/{war_id}/killmails`

        Cached for: 1 h
        Rate limit: 3600 tokens per 15m (killmail)
        Pages: numbered; `results()` and `frame()` fetch all of them
        """

class ESIClientAsyncStub:
    Access_List: _Access_ListTagAsync
    Activities: _ActivitiesTagAsync
    Alliance: _AllianceTagAsync
    Assets: _AssetsTagAsync
    Calendar: _CalendarTagAsync
    Character: _CharacterTagAsync
    Clones: _ClonesTagAsync
    Contacts: _ContactsTagAsync
    Contracts: _ContractsTagAsync
    Corporation: _CorporationTagAsync
    Corporation_Projects: _Corporation_ProjectsTagAsync
    Cosmetics: _CosmeticsTagAsync
    Dogma: _DogmaTagAsync
    Faction_Warfare: _Faction_WarfareTagAsync
    Fittings: _FittingsTagAsync
    Fleets: _FleetsTagAsync
    Freelance_Jobs: _Freelance_JobsTagAsync
    Incursions: _IncursionsTagAsync
    Industry: _IndustryTagAsync
    Insurance: _InsuranceTagAsync
    Killmails: _KillmailsTagAsync
    Location: _LocationTagAsync
    Loyalty: _LoyaltyTagAsync
    Mail: _MailTagAsync
    Market: _MarketTagAsync
    Meta: _MetaTagAsync
    Military_Campaigns: _Military_CampaignsTagAsync
    Paragon_Hub: _Paragon_HubTagAsync
    Planetary_Interaction: _Planetary_InteractionTagAsync
    Routes: _RoutesTagAsync
    Search: _SearchTagAsync
    Skills: _SkillsTagAsync
    Sovereignty: _SovereigntyTagAsync
    Status: _StatusTagAsync
    Structures: _StructuresTagAsync
    Universe: _UniverseTagAsync
    User_Interface: _User_InterfaceTagAsync
    Wallet: _WalletTagAsync
    Wars: _WarsTagAsync

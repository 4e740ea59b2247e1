# Written by `esi-data stubs`: a change to this file is lost with the next run.
"""Rows of the API as dicts, and bodies of requests, at compatibility date 2026-08-18."""

from datetime import date as _date, datetime as _datetime
from typing import Any, Literal, NotRequired, TypedDict, overload

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

class AllianceDetail(TypedDict):
    creator_corporation_id: int
    creator_id: int
    date_founded: _datetime
    executor_corporation_id: int | None
    faction_id: int | None
    name: str
    ticker: str

class AlliancesAllianceIdContactsGetItem(TypedDict):
    contact_id: int
    contact_type: Literal['character', 'corporation', 'alliance', 'faction'] | str
    label_ids: list[int] | None
    standing: float

class AlliancesAllianceIdContactsLabelsGetItem(TypedDict):
    label_id: int
    label_name: str

class AlliancesAllianceIdIconsGet(TypedDict):
    px128x128: str | None
    px64x64: str | None

class CharactersDetail(TypedDict):
    achievement_score: int
    alliance_id: int | None
    birthday: _datetime
    bloodline_id: int
    character_title_id: str | None
    corporation_id: int
    corporation_title: str | None
    description: str | None
    faction_id: int | None
    gender: Literal['male', 'female'] | str
    name: str
    race_id: int
    security_status: float | None

class CharactersAccessListsListingAccesslist(TypedDict):
    id: int

class CharactersAccessListsListing(TypedDict):
    access_lists: list[CharactersAccessListsListingAccesslist]

class CharactersAccessListsDetailAllianceentry(TypedDict):
    access: Literal['Unspecified', 'Allowed', 'Blocked', 'Manager', 'Admin'] | str
    alliance_id: int

class CharactersAccessListsDetailCharacterentry(TypedDict):
    access: Literal['Unspecified', 'Allowed', 'Blocked', 'Manager', 'Admin'] | str
    character_id: int

class CharactersAccessListsDetailCorporationentry(TypedDict):
    access: Literal['Unspecified', 'Allowed', 'Blocked', 'Manager', 'Admin'] | str
    corporation_id: int

class CharactersAccessListsDetailMembership(TypedDict):
    alliances: list[CharactersAccessListsDetailAllianceentry]
    allow_everyone: bool
    characters: list[CharactersAccessListsDetailCharacterentry]
    corporations: list[CharactersAccessListsDetailCorporationentry]

class CharactersAccessListsDetail(TypedDict):
    description: str
    id: int
    membership: CharactersAccessListsDetailMembership
    name: str

class CharactersCharacterIdAgentsResearchGetItem(TypedDict):
    agent_id: int
    points_per_day: float
    remainder_points: float
    skill_type_id: int
    started_at: _datetime

class CharactersCharacterIdAssetsGetItem(TypedDict):
    is_blueprint_copy: bool | None
    is_singleton: bool
    item_id: int
    location_flag: Literal['AssetSafety', 'AutoFit', 'BoosterBay', 'CapsuleerDeliveries', 'Cargo', 'CorporationGoalDeliveries', 'CorpseBay', 'Deliveries', 'DroneBay', 'ExpeditionHold', 'FighterBay', 'FighterTube0', 'FighterTube1', 'FighterTube2', 'FighterTube3', 'FighterTube4', 'FleetHangar', 'FrigateEscapeBay', 'Hangar', 'HangarAll', 'HiSlot0', 'HiSlot1', 'HiSlot2', 'HiSlot3', 'HiSlot4', 'HiSlot5', 'HiSlot6', 'HiSlot7', 'HiddenModifiers', 'Implant', 'InfrastructureHangar', 'LoSlot0', 'LoSlot1', 'LoSlot2', 'LoSlot3', 'LoSlot4', 'LoSlot5', 'LoSlot6', 'LoSlot7', 'Locked', 'MedSlot0', 'MedSlot1', 'MedSlot2', 'MedSlot3', 'MedSlot4', 'MedSlot5', 'MedSlot6', 'MedSlot7', 'MobileDepotHold', 'MoonMaterialBay', 'QuafeBay', 'RigSlot0', 'RigSlot1', 'RigSlot2', 'RigSlot3', 'RigSlot4', 'RigSlot5', 'RigSlot6', 'RigSlot7', 'ShipHangar', 'Skill', 'SpecializedAmmoHold', 'SpecializedAsteroidHold', 'SpecializedCommandCenterHold', 'SpecializedFuelBay', 'SpecializedGasHold', 'SpecializedIceHold', 'SpecializedIndustrialShipHold', 'SpecializedLargeShipHold', 'SpecializedMaterialBay', 'SpecializedMediumShipHold', 'SpecializedMineralHold', 'SpecializedOreHold', 'SpecializedPlanetaryCommoditiesHold', 'SpecializedSalvageHold', 'SpecializedShipHold', 'SpecializedSmallShipHold', 'StructureDeedBay', 'SubSystemBay', 'SubSystemSlot0', 'SubSystemSlot1', 'SubSystemSlot2', 'SubSystemSlot3', 'SubSystemSlot4', 'SubSystemSlot5', 'SubSystemSlot6', 'SubSystemSlot7', 'Unlocked', 'Wardrobe'] | str
    location_id: int
    location_type: Literal['station', 'solar_system', 'item', 'other'] | str
    quantity: int
    type_id: int

class CharactersCharacterIdAttributesGet(TypedDict):
    accrued_remap_cooldown_date: _datetime | None
    bonus_remaps: int | None
    charisma: int
    intelligence: int
    last_remap_date: _datetime | None
    memory: int
    perception: int
    willpower: int

class CharactersCharacterIdBlueprintsGetItem(TypedDict):
    item_id: int
    location_flag: Literal['AutoFit', 'Cargo', 'CorpseBay', 'DroneBay', 'FleetHangar', 'Deliveries', 'HiddenModifiers', 'Hangar', 'HangarAll', 'LoSlot0', 'LoSlot1', 'LoSlot2', 'LoSlot3', 'LoSlot4', 'LoSlot5', 'LoSlot6', 'LoSlot7', 'MedSlot0', 'MedSlot1', 'MedSlot2', 'MedSlot3', 'MedSlot4', 'MedSlot5', 'MedSlot6', 'MedSlot7', 'HiSlot0', 'HiSlot1', 'HiSlot2', 'HiSlot3', 'HiSlot4', 'HiSlot5', 'HiSlot6', 'HiSlot7', 'AssetSafety', 'Locked', 'Unlocked', 'Implant', 'QuafeBay', 'RigSlot0', 'RigSlot1', 'RigSlot2', 'RigSlot3', 'RigSlot4', 'RigSlot5', 'RigSlot6', 'RigSlot7', 'ShipHangar', 'SpecializedFuelBay', 'SpecializedOreHold', 'SpecializedGasHold', 'SpecializedMineralHold', 'SpecializedSalvageHold', 'SpecializedShipHold', 'SpecializedSmallShipHold', 'SpecializedMediumShipHold', 'SpecializedLargeShipHold', 'SpecializedIndustrialShipHold', 'SpecializedAmmoHold', 'SpecializedCommandCenterHold', 'SpecializedPlanetaryCommoditiesHold', 'SpecializedMaterialBay', 'SubSystemSlot0', 'SubSystemSlot1', 'SubSystemSlot2', 'SubSystemSlot3', 'SubSystemSlot4', 'SubSystemSlot5', 'SubSystemSlot6', 'SubSystemSlot7', 'FighterBay', 'FighterTube0', 'FighterTube1', 'FighterTube2', 'FighterTube3', 'FighterTube4', 'Module'] | str
    location_id: int
    material_efficiency: int
    quantity: int
    runs: int
    time_efficiency: int
    type_id: int

class CharactersCharacterIdCalendarGetItem(TypedDict):
    event_date: _datetime | None
    event_id: int | None
    event_response: Literal['declined', 'not_responded', 'accepted', 'tentative'] | str | None
    importance: int | None
    title: str | None

class CharactersCharacterIdCalendarEventIdGet(TypedDict):
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

class CharactersCharacterIdCalendarEventIdAttendeesGetItem(TypedDict):
    character_id: int | None
    event_response: Literal['declined', 'not_responded', 'accepted', 'tentative'] | str | None

class CharactersCharacterIdClonesGetHomeLocation(TypedDict):
    location_id: int | None
    location_type: Literal['station', 'structure'] | str | None

class CharactersCharacterIdClonesGetJumpClonesItem(TypedDict):
    implants: list[int]
    jump_clone_id: int
    location_id: int
    location_type: Literal['station', 'structure'] | str
    name: str | None

class CharactersCharacterIdClonesGet(TypedDict):
    home_location: CharactersCharacterIdClonesGetHomeLocation | None
    jump_clones: list[CharactersCharacterIdClonesGetJumpClonesItem]
    last_clone_jump_date: _datetime | None
    last_station_change_date: _datetime | None

class CharactersCharacterIdContactsGetItem(TypedDict):
    contact_id: int
    contact_type: Literal['character', 'corporation', 'alliance', 'faction'] | str
    is_blocked: bool | None
    is_watched: bool | None
    label_ids: list[int] | None
    standing: float

class CharactersCharacterIdContactsLabelsGetItem(TypedDict):
    label_id: int
    label_name: str

class CharactersCharacterIdContractsGetItem(TypedDict):
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

class CharactersCharacterIdContractsContractIdBidsGetItem(TypedDict):
    amount: float
    bid_id: int
    bidder_id: int
    date_bid: _datetime

class CharactersCharacterIdContractsContractIdItemsGetItem(TypedDict):
    is_included: bool
    is_singleton: bool
    quantity: int
    raw_quantity: int | None
    record_id: int
    type_id: int

class CharactersCharacterIdCorporationhistoryGetItem(TypedDict):
    corporation_id: int
    is_deleted: bool | None
    record_id: int
    start_date: _datetime

class CharactersCosmeticsSkinrItem(TypedDict):
    activated: bool
    skinr_id: str
    unactivated: int

class CharactersCosmeticsSkinr(TypedDict):
    licenses: list[CharactersCosmeticsSkinrItem]

class CharactersCosmeticsSkinrComponentsItemRuns(TypedDict):
    remaining: int | None
    unlimited: bool | None

class CharactersCosmeticsSkinrComponentsItem(TypedDict):
    component_id: int
    runs: CharactersCosmeticsSkinrComponentsItemRuns
    type: Literal['nanocoating', 'pattern'] | str

class CharactersCosmeticsSkinrComponents(TypedDict):
    licenses: list[CharactersCosmeticsSkinrComponentsItem]

class CharactersCharacterIdFatigueGet(TypedDict):
    jump_fatigue_expire_date: _datetime | None
    last_jump_date: _datetime | None
    last_update_date: _datetime | None

class CharactersCharacterIdFittingsGetItemItemsItem(TypedDict):
    flag: Literal['Cargo', 'DroneBay', 'FighterBay', 'HiSlot0', 'HiSlot1', 'HiSlot2', 'HiSlot3', 'HiSlot4', 'HiSlot5', 'HiSlot6', 'HiSlot7', 'Invalid', 'LoSlot0', 'LoSlot1', 'LoSlot2', 'LoSlot3', 'LoSlot4', 'LoSlot5', 'LoSlot6', 'LoSlot7', 'MedSlot0', 'MedSlot1', 'MedSlot2', 'MedSlot3', 'MedSlot4', 'MedSlot5', 'MedSlot6', 'MedSlot7', 'RigSlot0', 'RigSlot1', 'RigSlot2', 'ServiceSlot0', 'ServiceSlot1', 'ServiceSlot2', 'ServiceSlot3', 'ServiceSlot4', 'ServiceSlot5', 'ServiceSlot6', 'ServiceSlot7', 'SubSystemSlot0', 'SubSystemSlot1', 'SubSystemSlot2', 'SubSystemSlot3'] | str
    quantity: int
    type_id: int

class CharactersCharacterIdFittingsGetItem(TypedDict):
    description: str
    fitting_id: int
    items: list[CharactersCharacterIdFittingsGetItemItemsItem]
    name: str
    ship_type_id: int

class CharactersCharacterIdFleetGet(TypedDict):
    fleet_boss_id: int
    fleet_id: int
    role: Literal['fleet_commander', 'squad_commander', 'squad_member', 'wing_commander'] | str
    squad_id: int
    wing_id: int

class FreelanceJobsDetailProgress(TypedDict):
    current: int
    desired: int

class FreelanceJobsDetailReward(TypedDict):
    initial: float
    remaining: float

class FreelanceJobsDetailFreelancejob(TypedDict):
    id: str
    last_modified: _datetime
    name: str
    progress: FreelanceJobsDetailProgress
    reward: FreelanceJobsDetailReward | None
    state: Literal['Unspecified', 'Active', 'Closed', 'Completed', 'Expired', 'Deleted'] | str

class CharactersFreelanceJobsListing(TypedDict):
    freelance_jobs: list[FreelanceJobsDetailFreelancejob]

class CharactersFreelanceJobsParticipation(TypedDict):
    contributed: int
    last_modified: _datetime
    state: Literal['Unspecified', 'Committed', 'Kicked', 'Resigned'] | str

class CharactersCharacterIdFwStatsGetKills(TypedDict):
    last_week: int
    total: int
    yesterday: int

class CharactersCharacterIdFwStatsGetVictoryPoints(TypedDict):
    last_week: int
    total: int
    yesterday: int

class CharactersCharacterIdFwStatsGet(TypedDict):
    current_rank: int | None
    enlisted_on: _datetime | None
    faction_id: int | None
    highest_rank: int | None
    kills: CharactersCharacterIdFwStatsGetKills
    victory_points: CharactersCharacterIdFwStatsGetVictoryPoints

class CharactersCharacterIdIndustryJobsGetItem(TypedDict):
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

class CharactersCharacterIdKillmailsRecentGetItem(TypedDict):
    killmail_hash: str
    killmail_id: int

class CharactersCharacterIdLocationGet(TypedDict):
    solar_system_id: int
    station_id: int | None
    structure_id: int | None

class CharactersCharacterIdLoyaltyPointsGetItem(TypedDict):
    corporation_id: int
    loyalty_points: int

class CharactersCharacterIdMailGetItemRecipientsItem(TypedDict):
    recipient_id: int
    recipient_type: Literal['alliance', 'character', 'corporation', 'mailing_list'] | str

CharactersCharacterIdMailGetItem = TypedDict("CharactersCharacterIdMailGetItem", {
    'from': int | None,
    'is_read': bool | None,
    'labels': list[int] | None,
    'mail_id': int | None,
    'recipients': list[CharactersCharacterIdMailGetItemRecipientsItem] | None,
    'subject': str | None,
    'timestamp': _datetime | None,
})

class CharactersCharacterIdMailLabelsGetLabelsItem(TypedDict):
    color: Literal['#0000fe', '#006634', '#0099ff', '#00ff33', '#01ffff', '#349800', '#660066', '#666666', '#999999', '#99ffff', '#9a0000', '#ccff9a', '#e6e6e6', '#fe0000', '#ff6600', '#ffff01', '#ffffcd', '#ffffff'] | str | None
    label_id: int | None
    name: str | None
    unread_count: int | None

class CharactersCharacterIdMailLabelsGet(TypedDict):
    labels: list[CharactersCharacterIdMailLabelsGetLabelsItem] | None
    total_unread_count: int | None

class CharactersCharacterIdMailListsGetItem(TypedDict):
    mailing_list_id: int
    name: str

class CharactersCharacterIdMailMailIdGetRecipientsItem(TypedDict):
    recipient_id: int
    recipient_type: Literal['alliance', 'character', 'corporation', 'mailing_list'] | str

CharactersCharacterIdMailMailIdGet = TypedDict("CharactersCharacterIdMailMailIdGet", {
    'body': str | None,
    'from': int | None,
    'labels': list[int] | None,
    'read': bool | None,
    'recipients': list[CharactersCharacterIdMailMailIdGetRecipientsItem] | None,
    'subject': str | None,
    'timestamp': _datetime | None,
})

class CharactersCharacterIdMedalsGetItemGraphicsItem(TypedDict):
    color: int | None
    graphic: str
    layer: int
    part: int

class CharactersCharacterIdMedalsGetItem(TypedDict):
    corporation_id: int
    date: _datetime
    description: str
    graphics: list[CharactersCharacterIdMedalsGetItemGraphicsItem]
    issuer_id: int
    medal_id: int
    reason: str
    status: Literal['public', 'private'] | str
    title: str

class CharactersMercenaryTacticalOperationsListingOperation(TypedDict):
    id: str
    mercenary_den_id: int

class CharactersMercenaryTacticalOperationsListing(TypedDict):
    operations: list[CharactersMercenaryTacticalOperationsListingOperation]

class CharactersMercenaryTacticalOperationsDetail(TypedDict):
    dungeon_type_id: int
    expires: _datetime
    id: str
    mercenary_den_id: int
    state: Literal['Unspecified', 'Available', 'Started', 'Completed', 'Expired', 'Removed'] | str

class Cursor(TypedDict):
    after: str | None
    before: str | None

class CharactersMilitaryCampaignsObjectivesParticipationCharacterobjective(TypedDict):
    campaign_id: str
    contributed: int
    id: str
    is_committed: bool
    last_modified: _datetime

class CharactersMilitaryCampaignsObjectivesListing(TypedDict):
    cursor: Cursor | None
    objectives: list[CharactersMilitaryCampaignsObjectivesParticipationCharacterobjective]

class CharactersMilitaryCampaignsObjectivesParticipation(TypedDict):
    campaign_id: str
    contributed: int
    id: str
    is_committed: bool
    last_modified: _datetime

class CharactersCharacterIdMiningGetItem(TypedDict):
    date: _date
    quantity: int
    solar_system_id: int
    type_id: int

class CharactersCharacterIdNotificationsGetItem(TypedDict):
    is_read: bool | None
    notification_id: int
    sender_id: int
    sender_type: Literal['character', 'corporation', 'alliance', 'faction', 'other'] | str
    text: str | None
    timestamp: _datetime
    type: Literal['AcceptedAlly', 'AcceptedSurrender', 'AgentRetiredTrigravian', 'AllAnchoringMsg', 'AllMaintenanceBillMsg', 'AllStrucInvulnerableMsg', 'AllStructVulnerableMsg', 'AllWarCorpJoinedAllianceMsg', 'AllWarDeclaredMsg', 'AllWarInvalidatedMsg', 'AllWarRetractedMsg', 'AllWarSurrenderMsg', 'AllianceCapitalChanged', 'AllianceWarDeclaredV2', 'AllyContractCancelled', 'AllyJoinedWarAggressorMsg', 'AllyJoinedWarAllyMsg', 'AllyJoinedWarDefenderMsg', 'BattlePunishFriendlyFire', 'BillOutOfMoneyMsg', 'BillPaidCorpAllMsg', 'BountyClaimMsg', 'BountyESSShared', 'BountyESSTaken', 'BountyPlacedAlliance', 'BountyPlacedChar', 'BountyPlacedCorp', 'BountyYourBountyClaimed', 'BuddyConnectContactAdd', 'CharAppAcceptMsg', 'CharAppRejectMsg', 'CharAppWithdrawMsg', 'CharLeftCorpMsg', 'CharMedalMsg', 'CharTerminationMsg', 'CloneActivationMsg', 'CloneActivationMsg2', 'CloneMovedMsg', 'CloneRevokedMsg1', 'CloneRevokedMsg2', 'CombatOperationFinished', 'ContactAdd', 'ContactEdit', 'ContainerPasswordMsg', 'ContractRegionChangedToPochven', 'CorpAllBillMsg', 'CorpAppAcceptMsg', 'CorpAppInvitedMsg', 'CorpAppNewMsg', 'CorpAppRejectCustomMsg', 'CorpAppRejectMsg', 'CorpBecameWarEligible', 'CorpDividendMsg', 'CorpFriendlyFireDisableTimerCompleted', 'CorpFriendlyFireDisableTimerStarted', 'CorpFriendlyFireEnableTimerCompleted', 'CorpFriendlyFireEnableTimerStarted', 'CorpKicked', 'CorpLiquidationMsg', 'CorpNewCEOMsg', 'CorpNewsMsg', 'CorpNoLongerWarEligible', 'CorpOfficeExpirationMsg', 'CorpStructLostMsg', 'CorpTaxChangeMsg', 'CorpVoteCEORevokedMsg', 'CorpVoteMsg', 'CorpWarDeclaredMsg', 'CorpWarDeclaredV2', 'CorpWarFightingLegalMsg', 'CorpWarInvalidatedMsg', 'CorpWarRetractedMsg', 'CorpWarSurrenderMsg', 'CorporationGoalClosed', 'CorporationGoalCompleted', 'CorporationGoalCreated', 'CorporationGoalExpired', 'CorporationGoalLimitReached', 'CorporationGoalNameChange', 'CorporationLeft', 'CustomsMsg', 'DailyItemRewardAutoClaimed', 'DeclareWar', 'DistrictAttacked', 'DustAppAcceptedMsg', 'ESSMainBankLink', 'EntosisCaptureStarted', 'ExpertSystemExpired', 'ExpertSystemExpiryImminent', 'FWAllianceKickCeoIndividualStandingWarning', 'FWAllianceKickMsg', 'FWAllianceKickedCeoIndividualStanding', 'FWAllianceWarningMsg', 'FWCharKickMsg', 'FWCharRankGainMsg', 'FWCharRankLossMsg', 'FWCharWarningMsg', 'FWCharacterKickFromCorpIndividualStandingWarning', 'FWCharacterKickedFromCorpIndividualStanding', 'FWCorpJoinMsg', 'FWCorpKickMsg', 'FWCorpLeaveMsg', 'FWCorpWarningMsg', 'FWCorporationKickCeoIndividualStandingWarning', 'FWCorporationKickedCeoIndividualStanding', 'FacWarCorpJoinRequestMsg', 'FacWarCorpJoinWithdrawMsg', 'FacWarCorpLeaveRequestMsg', 'FacWarCorpLeaveWithdrawMsg', 'FacWarDirectEnlistmentRevoked', 'FacWarLPDisqualifiedEvent', 'FacWarLPDisqualifiedKill', 'FacWarLPPayoutEvent', 'FacWarLPPayoutKill', 'FreelanceProjectACLDeleted', 'FreelanceProjectClosed', 'FreelanceProjectCompleted', 'FreelanceProjectCreated', 'FreelanceProjectExpired', 'FreelanceProjectLimitReached', 'FreelanceProjectParticipantKicked', 'GameTimeAdded', 'GameTimeReceived', 'GameTimeSent', 'GiftReceived', 'IHubDestroyedByBillFailure', 'IncursionCompletedMsg', 'IndustryOperationFinished', 'IndustryTeamAuctionLost', 'IndustryTeamAuctionWon', 'InfrastructureHubBillAboutToExpire', 'InsuranceExpirationMsg', 'InsuranceFirstShipMsg', 'InsuranceInvalidatedMsg', 'InsuranceIssuedMsg', 'InsurancePayoutMsg', 'InvasionCompletedMsg', 'InvasionSystemLogin', 'InvasionSystemStart', 'JumpCloneDeletedMsg1', 'JumpCloneDeletedMsg2', 'KillReportFinalBlow', 'KillReportVictim', 'KillRightAvailable', 'KillRightAvailableOpen', 'KillRightEarned', 'KillRightUnavailable', 'KillRightUnavailableOpen', 'KillRightUsed', 'LPAutoRedeemed', 'LocateCharMsg', 'MadeWarMutual', 'MercOfferRetractedMsg', 'MercOfferedNegotiationMsg', 'MercenaryDenAttacked', 'MercenaryDenNewMTO', 'MercenaryDenReinforced', 'MissionCanceledTriglavian', 'MissionOfferExpirationMsg', 'MissionTimeoutMsg', 'MoonminingAutomaticFracture', 'MoonminingExtractionCancelled', 'MoonminingExtractionFinished', 'MoonminingExtractionStarted', 'MoonminingLaserFired', 'MutualWarExpired', 'MutualWarInviteAccepted', 'MutualWarInviteRejected', 'MutualWarInviteSent', 'NPCStandingsGained', 'NPCStandingsLost', 'OfferToAllyRetracted', 'OfferedSurrender', 'OfferedToAlly', 'OfficeLeaseCanceledInsufficientStandings', 'OldLscMessages', 'OperationFinished', 'OrbitalAttacked', 'OrbitalReinforced', 'OwnershipTransferred', 'RaffleCreated', 'RaffleExpired', 'RaffleFinished', 'ReimbursementMsg', 'ResearchMissionAvailableMsg', 'RetractsWar', 'SPAutoRedeemed', 'SeasonalChallengeCompleted', 'SkinSequencingCompleted', 'SkyhookDeployed', 'SkyhookDestroyed', 'SkyhookLostShields', 'SkyhookOnline', 'SkyhookUnderAttack', 'SovAllClaimAquiredMsg', 'SovAllClaimLostMsg', 'SovCommandNodeEventStarted', 'SovCorpBillLateMsg', 'SovCorpClaimFailMsg', 'SovDisruptorMsg', 'SovStationEnteredFreeport', 'SovStructureDestroyed', 'SovStructureReinforced', 'SovStructureSelfDestructCancel', 'SovStructureSelfDestructFinished', 'SovStructureSelfDestructRequested', 'SovereigntyIHDamageMsg', 'SovereigntySBUDamageMsg', 'SovereigntyTCUDamageMsg', 'StationAggressionMsg1', 'StationAggressionMsg2', 'StationConquerMsg', 'StationServiceDisabled', 'StationServiceEnabled', 'StationStateChangeMsg', 'StoryLineMissionAvailableMsg', 'StructureAnchoring', 'StructureCourierContractChanged', 'StructureDestroyed', 'StructureFuelAlert', 'StructureImpendingAbandonmentAssetsAtRisk', 'StructureItemsDelivered', 'StructureItemsMovedToSafety', 'StructureLostArmor', 'StructureLostShields', 'StructureLowReagentsAlert', 'StructureNoReagentsAlert', 'StructureOnline', 'StructurePaintPurchased', 'StructureServicesOffline', 'StructureUnanchoring', 'StructureUnderAttack', 'StructureWentHighPower', 'StructureWentLowPower', 'StructuresJobsCancelled', 'StructuresJobsPaused', 'StructuresReinforcementChanged', 'TowerAlertMsg', 'TowerResourceAlertMsg', 'TransactionReversalMsg', 'TutorialMsg', 'WarAdopted ', 'WarAllyInherited', 'WarAllyOfferDeclinedMsg', 'WarConcordInvalidates', 'WarDeclared', 'WarEndedHqSecurityDrop', 'WarHQRemovedFromSpace', 'WarInherited', 'WarInvalid', 'WarRetracted', 'WarRetractedByConcord', 'WarSurrenderDeclinedMsg', 'WarSurrenderOfferMsg'] | str

class CharactersCharacterIdNotificationsContactsGetItem(TypedDict):
    message: str
    notification_id: int
    send_date: _datetime
    sender_character_id: int
    standing_level: float

class CharactersCharacterIdOnlineGet(TypedDict):
    last_login: _datetime | None
    last_logout: _datetime | None
    logins: int | None
    online: bool

class CharactersCharacterIdOrdersGetItem(TypedDict):
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

class CharactersCharacterIdOrdersHistoryGetItem(TypedDict):
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

class CharactersParagonHubSkinrItemPrice(TypedDict):
    isk: float | None
    plex: int | None

class CharactersParagonHubSkinrItemTarget(TypedDict):
    character_id: int | None
    corporation_id: int | None
    alliance_id: int | None
    public: bool | None

class CharactersParagonHubSkinrItem(TypedDict):
    created: _datetime
    expires: _datetime
    id: str
    last_modified: _datetime
    price: CharactersParagonHubSkinrItemPrice
    quantity: int
    seller_id: int
    skinr_id: str
    state: Literal['listed', 'sold_out', 'expired', 'removed'] | str
    target: CharactersParagonHubSkinrItemTarget

class CharactersParagonHubSkinr(TypedDict):
    cursor: Cursor | None
    listings: list[CharactersParagonHubSkinrItem]

class CharactersCharacterIdPlanetsGetItem(TypedDict):
    last_update: _datetime
    num_pins: int
    owner_id: int
    planet_id: int
    planet_type: Literal['temperate', 'barren', 'oceanic', 'ice', 'gas', 'lava', 'storm', 'plasma'] | str
    solar_system_id: int
    upgrade_level: int

class CharactersCharacterIdPlanetsPlanetIdGetLinksItem(TypedDict):
    destination_pin_id: int
    link_level: int
    source_pin_id: int

class CharactersCharacterIdPlanetsPlanetIdGetPinsItemContentsItem(TypedDict):
    amount: int
    type_id: int

class CharactersCharacterIdPlanetsPlanetIdGetPinsItemExtractorDetailsHeadsItem(TypedDict):
    head_id: int
    latitude: float
    longitude: float

class CharactersCharacterIdPlanetsPlanetIdGetPinsItemExtractorDetails(TypedDict):
    cycle_time: int | None
    head_radius: float | None
    heads: list[CharactersCharacterIdPlanetsPlanetIdGetPinsItemExtractorDetailsHeadsItem]
    product_type_id: int | None
    qty_per_cycle: int | None

class CharactersCharacterIdPlanetsPlanetIdGetPinsItemFactoryDetails(TypedDict):
    schematic_id: int

class CharactersCharacterIdPlanetsPlanetIdGetPinsItem(TypedDict):
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

class CharactersCharacterIdPlanetsPlanetIdGetRoutesItem(TypedDict):
    content_type_id: int
    destination_pin_id: int
    quantity: float
    route_id: int
    source_pin_id: int
    waypoints: list[int] | None

class CharactersCharacterIdPlanetsPlanetIdGet(TypedDict):
    links: list[CharactersCharacterIdPlanetsPlanetIdGetLinksItem]
    pins: list[CharactersCharacterIdPlanetsPlanetIdGetPinsItem]
    routes: list[CharactersCharacterIdPlanetsPlanetIdGetRoutesItem]

class CharactersCharacterIdPortraitGet(TypedDict):
    px128x128: str | None
    px256x256: str | None
    px512x512: str | None
    px64x64: str | None

class CharactersCharacterIdRolesGet(TypedDict):
    roles: list[Literal['Account_Take_1', 'Account_Take_2', 'Account_Take_3', 'Account_Take_4', 'Account_Take_5', 'Account_Take_6', 'Account_Take_7', 'Accountant', 'Auditor', 'Brand_Manager', 'Communications_Officer', 'Config_Equipment', 'Config_Starbase_Equipment', 'Container_Take_1', 'Container_Take_2', 'Container_Take_3', 'Container_Take_4', 'Container_Take_5', 'Container_Take_6', 'Container_Take_7', 'Contract_Manager', 'Deliveries_Container_Take', 'Deliveries_Query', 'Deliveries_Take', 'Diplomat', 'Director', 'Factory_Manager', 'Fitting_Manager', 'Hangar_Query_1', 'Hangar_Query_2', 'Hangar_Query_3', 'Hangar_Query_4', 'Hangar_Query_5', 'Hangar_Query_6', 'Hangar_Query_7', 'Hangar_Take_1', 'Hangar_Take_2', 'Hangar_Take_3', 'Hangar_Take_4', 'Hangar_Take_5', 'Hangar_Take_6', 'Hangar_Take_7', 'Junior_Accountant', 'Personnel_Manager', 'Project_Manager', 'Rent_Factory_Facility', 'Rent_Office', 'Rent_Research_Facility', 'Security_Officer', 'Skill_Plan_Manager', 'Starbase_Defense_Operator', 'Starbase_Fuel_Technician', 'Station_Manager', 'Trader'] | str] | None
    roles_at_base: list[Literal['Account_Take_1', 'Account_Take_2', 'Account_Take_3', 'Account_Take_4', 'Account_Take_5', 'Account_Take_6', 'Account_Take_7', 'Accountant', 'Auditor', 'Brand_Manager', 'Communications_Officer', 'Config_Equipment', 'Config_Starbase_Equipment', 'Container_Take_1', 'Container_Take_2', 'Container_Take_3', 'Container_Take_4', 'Container_Take_5', 'Container_Take_6', 'Container_Take_7', 'Contract_Manager', 'Deliveries_Container_Take', 'Deliveries_Query', 'Deliveries_Take', 'Diplomat', 'Director', 'Factory_Manager', 'Fitting_Manager', 'Hangar_Query_1', 'Hangar_Query_2', 'Hangar_Query_3', 'Hangar_Query_4', 'Hangar_Query_5', 'Hangar_Query_6', 'Hangar_Query_7', 'Hangar_Take_1', 'Hangar_Take_2', 'Hangar_Take_3', 'Hangar_Take_4', 'Hangar_Take_5', 'Hangar_Take_6', 'Hangar_Take_7', 'Junior_Accountant', 'Personnel_Manager', 'Project_Manager', 'Rent_Factory_Facility', 'Rent_Office', 'Rent_Research_Facility', 'Security_Officer', 'Skill_Plan_Manager', 'Starbase_Defense_Operator', 'Starbase_Fuel_Technician', 'Station_Manager', 'Trader'] | str] | None
    roles_at_hq: list[Literal['Account_Take_1', 'Account_Take_2', 'Account_Take_3', 'Account_Take_4', 'Account_Take_5', 'Account_Take_6', 'Account_Take_7', 'Accountant', 'Auditor', 'Brand_Manager', 'Communications_Officer', 'Config_Equipment', 'Config_Starbase_Equipment', 'Container_Take_1', 'Container_Take_2', 'Container_Take_3', 'Container_Take_4', 'Container_Take_5', 'Container_Take_6', 'Container_Take_7', 'Contract_Manager', 'Deliveries_Container_Take', 'Deliveries_Query', 'Deliveries_Take', 'Diplomat', 'Director', 'Factory_Manager', 'Fitting_Manager', 'Hangar_Query_1', 'Hangar_Query_2', 'Hangar_Query_3', 'Hangar_Query_4', 'Hangar_Query_5', 'Hangar_Query_6', 'Hangar_Query_7', 'Hangar_Take_1', 'Hangar_Take_2', 'Hangar_Take_3', 'Hangar_Take_4', 'Hangar_Take_5', 'Hangar_Take_6', 'Hangar_Take_7', 'Junior_Accountant', 'Personnel_Manager', 'Project_Manager', 'Rent_Factory_Facility', 'Rent_Office', 'Rent_Research_Facility', 'Security_Officer', 'Skill_Plan_Manager', 'Starbase_Defense_Operator', 'Starbase_Fuel_Technician', 'Station_Manager', 'Trader'] | str] | None
    roles_at_other: list[Literal['Account_Take_1', 'Account_Take_2', 'Account_Take_3', 'Account_Take_4', 'Account_Take_5', 'Account_Take_6', 'Account_Take_7', 'Accountant', 'Auditor', 'Brand_Manager', 'Communications_Officer', 'Config_Equipment', 'Config_Starbase_Equipment', 'Container_Take_1', 'Container_Take_2', 'Container_Take_3', 'Container_Take_4', 'Container_Take_5', 'Container_Take_6', 'Container_Take_7', 'Contract_Manager', 'Deliveries_Container_Take', 'Deliveries_Query', 'Deliveries_Take', 'Diplomat', 'Director', 'Factory_Manager', 'Fitting_Manager', 'Hangar_Query_1', 'Hangar_Query_2', 'Hangar_Query_3', 'Hangar_Query_4', 'Hangar_Query_5', 'Hangar_Query_6', 'Hangar_Query_7', 'Hangar_Take_1', 'Hangar_Take_2', 'Hangar_Take_3', 'Hangar_Take_4', 'Hangar_Take_5', 'Hangar_Take_6', 'Hangar_Take_7', 'Junior_Accountant', 'Personnel_Manager', 'Project_Manager', 'Rent_Factory_Facility', 'Rent_Office', 'Rent_Research_Facility', 'Security_Officer', 'Skill_Plan_Manager', 'Starbase_Defense_Operator', 'Starbase_Fuel_Technician', 'Station_Manager', 'Trader'] | str] | None

class CharactersCharacterIdSearchGet(TypedDict):
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

class CharactersCharacterIdShipGet(TypedDict):
    ship_item_id: int
    ship_name: str
    ship_type_id: int

class CharactersSkillqueueSkill(TypedDict):
    finish_date: _datetime | None
    finished_level: int
    level_end_sp: int | None
    level_start_sp: int | None
    queue_position: int
    skill_id: int
    start_date: _datetime | None
    training_start_sp: int | None

class CharactersSkillsSkill(TypedDict):
    active_skill_level: int
    skill_id: int
    skillpoints_in_skill: int
    trained_skill_level: int

class CharactersSkills(TypedDict):
    skills: list[CharactersSkillsSkill]
    total_sp: int
    unallocated_sp: int | None

class CharactersCharacterIdStandingsGetItem(TypedDict):
    from_id: int
    from_type: Literal['agent', 'npc_corp', 'faction'] | str
    standing: float

class CharactersStructuresMercenaryDensListingMercenaryden(TypedDict):
    id: int
    planet_id: int

class CharactersStructuresMercenaryDensListing(TypedDict):
    mercenary_dens: list[CharactersStructuresMercenaryDensListingMercenaryden]

class CharactersStructuresMercenaryDensDetailEvolutionanarchy(TypedDict):
    amount: int
    level: Literal['Unspecified', 'Level0', 'Level1', 'Level2', 'Level3', 'Level4'] | str

class CharactersStructuresMercenaryDensDetailEvolutiondevelopment(TypedDict):
    amount: int
    level: Literal['Unspecified', 'Level0', 'Level1', 'Level2', 'Level3', 'Level4'] | str

class CharactersStructuresMercenaryDensDetailEvolution(TypedDict):
    anarchy: CharactersStructuresMercenaryDensDetailEvolutionanarchy
    development: CharactersStructuresMercenaryDensDetailEvolutiondevelopment

class CharactersStructuresMercenaryDensDetailInfomorphs(TypedDict):
    amount: int

class CharactersStructuresMercenaryDensDetailReinforcementtimer(TypedDict):
    end: _datetime

class CharactersStructuresMercenaryDensDetailSkyhook(TypedDict):
    corporation_id: int
    id: int
    planet_id: int

class CharactersStructuresMercenaryDensDetail(TypedDict):
    evolution: CharactersStructuresMercenaryDensDetailEvolution
    id: int
    infomorphs: CharactersStructuresMercenaryDensDetailInfomorphs
    reinforcement_timer: CharactersStructuresMercenaryDensDetailReinforcementtimer | None
    skyhook: CharactersStructuresMercenaryDensDetailSkyhook
    state: Literal['Unspecified', 'Running', 'Paused', 'Disabled'] | str
    type_id: int

class CharactersCharacterIdTitlesGetItem(TypedDict):
    name: str | None
    title_id: int | None

class CharactersCharacterIdWalletJournalGetItem(TypedDict):
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

class CharactersCharacterIdWalletTransactionsGetItem(TypedDict):
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

class ContractsPublicBidsContractIdGetItem(TypedDict):
    amount: float
    bid_id: int
    date_bid: _datetime

class ContractsPublicItemsContractIdGetItem(TypedDict):
    is_blueprint_copy: bool | None
    is_included: bool
    item_id: int | None
    material_efficiency: int | None
    quantity: int
    record_id: int
    runs: int | None
    time_efficiency: int | None
    type_id: int

class ContractsPublicRegionIdGetItem(TypedDict):
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

class CorporationCorporationIdMiningExtractionsGetItem(TypedDict):
    chunk_arrival_time: _datetime
    extraction_start_time: _datetime
    moon_id: int
    natural_decay_time: _datetime
    structure_id: int

class CorporationCorporationIdMiningObserversGetItem(TypedDict):
    last_updated: _date
    observer_id: int
    observer_type: Literal['structure'] | str

class CorporationCorporationIdMiningObserversObserverIdGetItem(TypedDict):
    character_id: int
    last_updated: _date
    quantity: int
    recorded_corporation_id: int
    type_id: int

class CorporationsDetailPalette(TypedDict):
    main_color: str
    secondary_color: str | None
    tertiary_color: str | None

class CorporationsDetailTaxrates(TypedDict):
    isk: float
    loyalty_point: float

class CorporationsDetail(TypedDict):
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

class CorporationsCorporationIdAlliancehistoryGetItem(TypedDict):
    alliance_id: int | None
    is_deleted: bool | None
    record_id: int
    start_date: _datetime

class CorporationsCorporationIdAssetsGetItem(TypedDict):
    is_blueprint_copy: bool | None
    is_singleton: bool
    item_id: int
    location_flag: Literal['AssetSafety', 'AutoFit', 'Bonus', 'Booster', 'BoosterBay', 'Capsule', 'CapsuleerDeliveries', 'Cargo', 'CorpDeliveries', 'CorpSAG1', 'CorpSAG2', 'CorpSAG3', 'CorpSAG4', 'CorpSAG5', 'CorpSAG6', 'CorpSAG7', 'CorporationGoalDeliveries', 'CrateLoot', 'Deliveries', 'DroneBay', 'DustBattle', 'DustDatabank', 'ExpeditionHold', 'FighterBay', 'FighterTube0', 'FighterTube1', 'FighterTube2', 'FighterTube3', 'FighterTube4', 'FleetHangar', 'FrigateEscapeBay', 'Hangar', 'HangarAll', 'HiSlot0', 'HiSlot1', 'HiSlot2', 'HiSlot3', 'HiSlot4', 'HiSlot5', 'HiSlot6', 'HiSlot7', 'HiddenModifiers', 'Implant', 'Impounded', 'InfrastructureHangar', 'JunkyardReprocessed', 'JunkyardTrashed', 'LoSlot0', 'LoSlot1', 'LoSlot2', 'LoSlot3', 'LoSlot4', 'LoSlot5', 'LoSlot6', 'LoSlot7', 'Locked', 'MedSlot0', 'MedSlot1', 'MedSlot2', 'MedSlot3', 'MedSlot4', 'MedSlot5', 'MedSlot6', 'MedSlot7', 'MobileDepotHold', 'MoonMaterialBay', 'OfficeFolder', 'Pilot', 'PlanetSurface', 'QuafeBay', 'QuantumCoreRoom', 'Reward', 'RigSlot0', 'RigSlot1', 'RigSlot2', 'RigSlot3', 'RigSlot4', 'RigSlot5', 'RigSlot6', 'RigSlot7', 'SecondaryStorage', 'ServiceSlot0', 'ServiceSlot1', 'ServiceSlot2', 'ServiceSlot3', 'ServiceSlot4', 'ServiceSlot5', 'ServiceSlot6', 'ServiceSlot7', 'ShipHangar', 'ShipOffline', 'Skill', 'SkillInTraining', 'SpecializedAmmoHold', 'SpecializedAsteroidHold', 'SpecializedCommandCenterHold', 'SpecializedFuelBay', 'SpecializedGasHold', 'SpecializedIceHold', 'SpecializedIndustrialShipHold', 'SpecializedLargeShipHold', 'SpecializedMaterialBay', 'SpecializedMediumShipHold', 'SpecializedMineralHold', 'SpecializedOreHold', 'SpecializedPlanetaryCommoditiesHold', 'SpecializedSalvageHold', 'SpecializedShipHold', 'SpecializedSmallShipHold', 'StructureActive', 'StructureFuel', 'StructureInactive', 'StructureOffline', 'SubSystemBay', 'SubSystemSlot0', 'SubSystemSlot1', 'SubSystemSlot2', 'SubSystemSlot3', 'SubSystemSlot4', 'SubSystemSlot5', 'SubSystemSlot6', 'SubSystemSlot7', 'Unlocked', 'Wallet', 'Wardrobe'] | str
    location_id: int
    location_type: Literal['station', 'solar_system', 'item', 'other'] | str
    quantity: int
    type_id: int

class CorporationsCorporationIdBlueprintsGetItem(TypedDict):
    item_id: int
    location_flag: Literal['AssetSafety', 'AutoFit', 'Bonus', 'Booster', 'BoosterBay', 'Capsule', 'CapsuleerDeliveries', 'Cargo', 'CorpDeliveries', 'CorpSAG1', 'CorpSAG2', 'CorpSAG3', 'CorpSAG4', 'CorpSAG5', 'CorpSAG6', 'CorpSAG7', 'CorporationGoalDeliveries', 'CrateLoot', 'Deliveries', 'DroneBay', 'DustBattle', 'DustDatabank', 'ExpeditionHold', 'FighterBay', 'FighterTube0', 'FighterTube1', 'FighterTube2', 'FighterTube3', 'FighterTube4', 'FleetHangar', 'FrigateEscapeBay', 'Hangar', 'HangarAll', 'HiSlot0', 'HiSlot1', 'HiSlot2', 'HiSlot3', 'HiSlot4', 'HiSlot5', 'HiSlot6', 'HiSlot7', 'HiddenModifiers', 'Implant', 'Impounded', 'InfrastructureHangar', 'JunkyardReprocessed', 'JunkyardTrashed', 'LoSlot0', 'LoSlot1', 'LoSlot2', 'LoSlot3', 'LoSlot4', 'LoSlot5', 'LoSlot6', 'LoSlot7', 'Locked', 'MedSlot0', 'MedSlot1', 'MedSlot2', 'MedSlot3', 'MedSlot4', 'MedSlot5', 'MedSlot6', 'MedSlot7', 'MobileDepotHold', 'MoonMaterialBay', 'OfficeFolder', 'Pilot', 'PlanetSurface', 'QuafeBay', 'QuantumCoreRoom', 'Reward', 'RigSlot0', 'RigSlot1', 'RigSlot2', 'RigSlot3', 'RigSlot4', 'RigSlot5', 'RigSlot6', 'RigSlot7', 'SecondaryStorage', 'ServiceSlot0', 'ServiceSlot1', 'ServiceSlot2', 'ServiceSlot3', 'ServiceSlot4', 'ServiceSlot5', 'ServiceSlot6', 'ServiceSlot7', 'ShipHangar', 'ShipOffline', 'Skill', 'SkillInTraining', 'SpecializedAmmoHold', 'SpecializedAsteroidHold', 'SpecializedCommandCenterHold', 'SpecializedFuelBay', 'SpecializedGasHold', 'SpecializedIceHold', 'SpecializedIndustrialShipHold', 'SpecializedLargeShipHold', 'SpecializedMaterialBay', 'SpecializedMediumShipHold', 'SpecializedMineralHold', 'SpecializedOreHold', 'SpecializedPlanetaryCommoditiesHold', 'SpecializedSalvageHold', 'SpecializedShipHold', 'SpecializedSmallShipHold', 'StructureActive', 'StructureFuel', 'StructureInactive', 'StructureOffline', 'SubSystemBay', 'SubSystemSlot0', 'SubSystemSlot1', 'SubSystemSlot2', 'SubSystemSlot3', 'SubSystemSlot4', 'SubSystemSlot5', 'SubSystemSlot6', 'SubSystemSlot7', 'Unlocked', 'Wallet', 'Wardrobe'] | str
    location_id: int
    material_efficiency: int
    quantity: int
    runs: int
    time_efficiency: int
    type_id: int

class CorporationsCorporationIdContactsGetItem(TypedDict):
    contact_id: int
    contact_type: Literal['character', 'corporation', 'alliance', 'faction'] | str
    is_watched: bool | None
    label_ids: list[int] | None
    standing: float

class CorporationsCorporationIdContactsLabelsGetItem(TypedDict):
    label_id: int
    label_name: str

class CorporationsCorporationIdContainersLogsGetItem(TypedDict):
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

class CorporationsCorporationIdContractsGetItem(TypedDict):
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

class CorporationsCorporationIdContractsContractIdBidsGetItem(TypedDict):
    amount: float
    bid_id: int
    bidder_id: int
    date_bid: _datetime

class CorporationsCorporationIdContractsContractIdItemsGetItem(TypedDict):
    is_included: bool
    is_singleton: bool
    quantity: int
    raw_quantity: int | None
    record_id: int
    type_id: int

class CorporationsCorporationIdCustomsOfficesGetItem(TypedDict):
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

class CorporationsCorporationIdDivisionsGetHangarItem(TypedDict):
    division: int | None
    name: str | None

class CorporationsCorporationIdDivisionsGetWalletItem(TypedDict):
    division: int | None
    name: str | None

class CorporationsCorporationIdDivisionsGet(TypedDict):
    hangar: list[CorporationsCorporationIdDivisionsGetHangarItem] | None
    wallet: list[CorporationsCorporationIdDivisionsGetWalletItem] | None

class CorporationsCorporationIdFacilitiesGetItem(TypedDict):
    facility_id: int
    system_id: int
    type_id: int

class CorporationsFreelanceJobsListing(TypedDict):
    cursor: Cursor | None
    freelance_jobs: list[FreelanceJobsDetailFreelancejob]

class CorporationsFreelanceJobsParticipantsParticipant(TypedDict):
    contributed: int
    id: int
    name: str
    state: Literal['Unspecified', 'Committed', 'Kicked', 'Resigned'] | str

class CorporationsFreelanceJobsParticipants(TypedDict):
    cursor: Cursor | None
    participants: list[CorporationsFreelanceJobsParticipantsParticipant]

class CorporationsCorporationIdFwStatsGetKills(TypedDict):
    last_week: int
    total: int
    yesterday: int

class CorporationsCorporationIdFwStatsGetVictoryPoints(TypedDict):
    last_week: int
    total: int
    yesterday: int

class CorporationsCorporationIdFwStatsGet(TypedDict):
    enlisted_on: _datetime | None
    faction_id: int | None
    kills: CorporationsCorporationIdFwStatsGetKills
    pilots: int | None
    victory_points: CorporationsCorporationIdFwStatsGetVictoryPoints

class CorporationsCorporationIdIconsGet(TypedDict):
    px128x128: str | None
    px256x256: str | None
    px64x64: str | None

class CorporationsCorporationIdIndustryJobsGetItem(TypedDict):
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

class CorporationsCorporationIdKillmailsRecentGetItem(TypedDict):
    killmail_hash: str
    killmail_id: int

class CorporationsCorporationIdMedalsGetItem(TypedDict):
    created_at: _datetime
    creator_id: int
    description: str
    medal_id: int
    title: str

class CorporationsCorporationIdMedalsIssuedGetItem(TypedDict):
    character_id: int
    issued_at: _datetime
    issuer_id: int
    medal_id: int
    reason: str
    status: Literal['private', 'public'] | str

class CorporationsCorporationIdMembersTitlesGetItem(TypedDict):
    character_id: int
    titles: list[int]

class CorporationsCorporationIdMembertrackingGetItem(TypedDict):
    base_id: int | None
    character_id: int
    location_id: int | None
    logoff_date: _datetime | None
    logon_date: _datetime | None
    ship_type_id: int | None
    start_date: _datetime | None

class CorporationsCorporationIdOrdersGetItem(TypedDict):
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

class CorporationsCorporationIdOrdersHistoryGetItem(TypedDict):
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

class CorporationsProjectsDetailProgress(TypedDict):
    current: int
    desired: int

class CorporationsProjectsDetailReward(TypedDict):
    initial: float
    remaining: float

class CorporationsProjectsDetailProject(TypedDict):
    id: str
    last_modified: _datetime
    name: str
    progress: CorporationsProjectsDetailProgress
    reward: CorporationsProjectsDetailReward | None
    state: Literal['Unspecified', 'Active', 'Closed', 'Completed', 'Expired', 'Deleted'] | str

class CorporationsProjectsListing(TypedDict):
    cursor: Cursor | None
    projects: list[CorporationsProjectsDetailProject]

class CorporationsProjectsDetailConfigurationmatcherarchetype(TypedDict):
    archetype_id: int | None

class CorporationsProjectsDetailConfigurationmatcherfaction(TypedDict):
    faction_id: int | None

class CorporationsProjectsDetailConfigurationcapturefwcomplexLocationsItem(TypedDict):
    solar_system_id: int | None
    constellation_id: int | None
    region_id: int | None

class CorporationsProjectsDetailConfigurationcapturefwcomplex(TypedDict):
    archetypes: list[CorporationsProjectsDetailConfigurationmatcherarchetype] | None
    factions: list[CorporationsProjectsDetailConfigurationmatcherfaction] | None
    locations: list[CorporationsProjectsDetailConfigurationcapturefwcomplexLocationsItem] | None

class CorporationsProjectsDetailConfigurationdamageshipIdentitiesItem(TypedDict):
    character_id: int | None
    corporation_id: int | None
    alliance_id: int | None
    faction_id: int | None

class CorporationsProjectsDetailConfigurationdamageshipLocationsItem(TypedDict):
    solar_system_id: int | None
    constellation_id: int | None
    region_id: int | None

class CorporationsProjectsDetailConfigurationdamageshipShipsItem(TypedDict):
    type_id: int | None
    group_id: int | None

class CorporationsProjectsDetailConfigurationdamageship(TypedDict):
    identities: list[CorporationsProjectsDetailConfigurationdamageshipIdentitiesItem] | None
    locations: list[CorporationsProjectsDetailConfigurationdamageshipLocationsItem] | None
    ships: list[CorporationsProjectsDetailConfigurationdamageshipShipsItem] | None

class CorporationsProjectsDetailConfigurationdefendfwcomplexLocationsItem(TypedDict):
    solar_system_id: int | None
    constellation_id: int | None
    region_id: int | None

class CorporationsProjectsDetailConfigurationdefendfwcomplex(TypedDict):
    archetypes: list[CorporationsProjectsDetailConfigurationmatcherarchetype] | None
    factions: list[CorporationsProjectsDetailConfigurationmatcherfaction] | None
    locations: list[CorporationsProjectsDetailConfigurationdefendfwcomplexLocationsItem] | None

class CorporationsProjectsDetailConfigurationdeliveritemDockingLocationsItem(TypedDict):
    structure_id: int | None
    station_id: int | None

class CorporationsProjectsDetailConfigurationdeliveritemItemsItem(TypedDict):
    type_id: int | None
    group_id: int | None

class CorporationsProjectsDetailConfigurationdeliveritem(TypedDict):
    docking_locations: list[CorporationsProjectsDetailConfigurationdeliveritemDockingLocationsItem] | None
    items: list[CorporationsProjectsDetailConfigurationdeliveritemItemsItem] | None
    office_id: int | None

class CorporationsProjectsDetailConfigurationdestroynpcLocationsItem(TypedDict):
    solar_system_id: int | None
    constellation_id: int | None
    region_id: int | None

class CorporationsProjectsDetailConfigurationdestroynpc(TypedDict):
    locations: list[CorporationsProjectsDetailConfigurationdestroynpcLocationsItem] | None

class CorporationsProjectsDetailConfigurationdestroyshipIdentitiesItem(TypedDict):
    character_id: int | None
    corporation_id: int | None
    alliance_id: int | None
    faction_id: int | None

class CorporationsProjectsDetailConfigurationdestroyshipLocationsItem(TypedDict):
    solar_system_id: int | None
    constellation_id: int | None
    region_id: int | None

class CorporationsProjectsDetailConfigurationdestroyshipShipsItem(TypedDict):
    type_id: int | None
    group_id: int | None

class CorporationsProjectsDetailConfigurationdestroyship(TypedDict):
    identities: list[CorporationsProjectsDetailConfigurationdestroyshipIdentitiesItem] | None
    locations: list[CorporationsProjectsDetailConfigurationdestroyshipLocationsItem] | None
    ships: list[CorporationsProjectsDetailConfigurationdestroyshipShipsItem] | None

class CorporationsProjectsDetailConfigurationmatchercorporation(TypedDict):
    corporation_id: int | None

class CorporationsProjectsDetailConfigurationearnloyaltypoints(TypedDict):
    corporations: list[CorporationsProjectsDetailConfigurationmatchercorporation] | None

class CorporationsProjectsDetailConfigurationlostshipIdentitiesItem(TypedDict):
    character_id: int | None
    corporation_id: int | None
    alliance_id: int | None
    faction_id: int | None

class CorporationsProjectsDetailConfigurationlostshipLocationsItem(TypedDict):
    solar_system_id: int | None
    constellation_id: int | None
    region_id: int | None

class CorporationsProjectsDetailConfigurationlostshipShipsItem(TypedDict):
    type_id: int | None
    group_id: int | None

class CorporationsProjectsDetailConfigurationlostship(TypedDict):
    identities: list[CorporationsProjectsDetailConfigurationlostshipIdentitiesItem] | None
    locations: list[CorporationsProjectsDetailConfigurationlostshipLocationsItem] | None
    ships: list[CorporationsProjectsDetailConfigurationlostshipShipsItem] | None

class CorporationsProjectsDetailConfigurationmanufactureitemDockingLocationsItem(TypedDict):
    structure_id: int | None
    station_id: int | None

class CorporationsProjectsDetailConfigurationmanufactureitemItemsItem(TypedDict):
    type_id: int | None
    group_id: int | None

class CorporationsProjectsDetailConfigurationmanufactureitem(TypedDict):
    docking_locations: list[CorporationsProjectsDetailConfigurationmanufactureitemDockingLocationsItem] | None
    items: list[CorporationsProjectsDetailConfigurationmanufactureitemItemsItem] | None
    owner: Literal['Any', 'Corporation', 'Character'] | str

class CorporationsProjectsDetailConfigurationminematerialLocationsItem(TypedDict):
    solar_system_id: int | None
    constellation_id: int | None
    region_id: int | None

class CorporationsProjectsDetailConfigurationminematerialMaterialsItem(TypedDict):
    type_id: int | None
    group_id: int | None

class CorporationsProjectsDetailConfigurationminematerial(TypedDict):
    locations: list[CorporationsProjectsDetailConfigurationminematerialLocationsItem] | None
    materials: list[CorporationsProjectsDetailConfigurationminematerialMaterialsItem] | None

class CorporationsProjectsDetailConfigurationremoteboostshieldIdentitiesItem(TypedDict):
    character_id: int | None
    corporation_id: int | None
    alliance_id: int | None
    faction_id: int | None

class CorporationsProjectsDetailConfigurationremoteboostshieldLocationsItem(TypedDict):
    solar_system_id: int | None
    constellation_id: int | None
    region_id: int | None

class CorporationsProjectsDetailConfigurationremoteboostshieldShipsItem(TypedDict):
    type_id: int | None
    group_id: int | None

class CorporationsProjectsDetailConfigurationremoteboostshield(TypedDict):
    identities: list[CorporationsProjectsDetailConfigurationremoteboostshieldIdentitiesItem] | None
    locations: list[CorporationsProjectsDetailConfigurationremoteboostshieldLocationsItem] | None
    ships: list[CorporationsProjectsDetailConfigurationremoteboostshieldShipsItem] | None

class CorporationsProjectsDetailConfigurationremoterepairarmorIdentitiesItem(TypedDict):
    character_id: int | None
    corporation_id: int | None
    alliance_id: int | None
    faction_id: int | None

class CorporationsProjectsDetailConfigurationremoterepairarmorLocationsItem(TypedDict):
    solar_system_id: int | None
    constellation_id: int | None
    region_id: int | None

class CorporationsProjectsDetailConfigurationremoterepairarmorShipsItem(TypedDict):
    type_id: int | None
    group_id: int | None

class CorporationsProjectsDetailConfigurationremoterepairarmor(TypedDict):
    identities: list[CorporationsProjectsDetailConfigurationremoterepairarmorIdentitiesItem] | None
    locations: list[CorporationsProjectsDetailConfigurationremoterepairarmorLocationsItem] | None
    ships: list[CorporationsProjectsDetailConfigurationremoterepairarmorShipsItem] | None

class CorporationsProjectsDetailConfigurationsalvagewreckLocationsItem(TypedDict):
    solar_system_id: int | None
    constellation_id: int | None
    region_id: int | None

class CorporationsProjectsDetailConfigurationsalvagewreck(TypedDict):
    locations: list[CorporationsProjectsDetailConfigurationsalvagewreckLocationsItem] | None

class CorporationsProjectsDetailConfigurationscansignatureLocationsItem(TypedDict):
    solar_system_id: int | None
    constellation_id: int | None
    region_id: int | None

class CorporationsProjectsDetailConfigurationmatchersignature(TypedDict):
    signature_type_id: int | None

class CorporationsProjectsDetailConfigurationscansignature(TypedDict):
    locations: list[CorporationsProjectsDetailConfigurationscansignatureLocationsItem] | None
    signatures: list[CorporationsProjectsDetailConfigurationmatchersignature] | None

class CorporationsProjectsDetailConfigurationshipinsuranceIdentitiesItem(TypedDict):
    character_id: int | None
    corporation_id: int | None
    alliance_id: int | None
    faction_id: int | None

class CorporationsProjectsDetailConfigurationshipinsuranceLocationsItem(TypedDict):
    solar_system_id: int | None
    constellation_id: int | None
    region_id: int | None

class CorporationsProjectsDetailConfigurationshipinsuranceShipsItem(TypedDict):
    type_id: int | None
    group_id: int | None

class CorporationsProjectsDetailConfigurationshipinsurance(TypedDict):
    conflict_type: Literal['Any', 'Pvp', 'Pve'] | str
    identities: list[CorporationsProjectsDetailConfigurationshipinsuranceIdentitiesItem] | None
    locations: list[CorporationsProjectsDetailConfigurationshipinsuranceLocationsItem] | None
    reimburse_implants: bool
    ships: list[CorporationsProjectsDetailConfigurationshipinsuranceShipsItem] | None

class CorporationsProjectsDetailConfigurationunknown(TypedDict):
    data: Any
    type: str

class CorporationsProjectsDetailConfiguration(TypedDict):
    capture_fw_complex: CorporationsProjectsDetailConfigurationcapturefwcomplex | None
    damage_ship: CorporationsProjectsDetailConfigurationdamageship | None
    defend_fw_complex: CorporationsProjectsDetailConfigurationdefendfwcomplex | None
    deliver_item: CorporationsProjectsDetailConfigurationdeliveritem | None
    destroy_npc: CorporationsProjectsDetailConfigurationdestroynpc | None
    destroy_ship: CorporationsProjectsDetailConfigurationdestroyship | None
    earn_loyalty_point: CorporationsProjectsDetailConfigurationearnloyaltypoints | None
    lost_ship: CorporationsProjectsDetailConfigurationlostship | None
    manual: dict[str, Any] | None
    manufacture_item: CorporationsProjectsDetailConfigurationmanufactureitem | None
    mine_material: CorporationsProjectsDetailConfigurationminematerial | None
    remote_boost_shield: CorporationsProjectsDetailConfigurationremoteboostshield | None
    remote_repair_armor: CorporationsProjectsDetailConfigurationremoterepairarmor | None
    salvage_wreck: CorporationsProjectsDetailConfigurationsalvagewreck | None
    scan_signature: CorporationsProjectsDetailConfigurationscansignature | None
    ship_insurance: CorporationsProjectsDetailConfigurationshipinsurance | None
    unknown: CorporationsProjectsDetailConfigurationunknown | None

class CorporationsProjectsDetailContribution(TypedDict):
    participation_limit: int | None
    reward_per_contribution: float | None
    submission_limit: int | None
    submission_multiplier: float | None

class CorporationsProjectsDetailCreator(TypedDict):
    id: int
    name: str

class CorporationsProjectsDetailDetails(TypedDict):
    career: Literal['Unspecified', 'Explorer', 'Industrialist', 'Enforcer', 'Soldier of Fortune'] | str
    created: _datetime
    description: str
    expires: _datetime | None
    finished: _datetime | None

class CorporationsProjectsDetail(TypedDict):
    configuration: CorporationsProjectsDetailConfiguration
    contribution: CorporationsProjectsDetailContribution | None
    creator: CorporationsProjectsDetailCreator
    details: CorporationsProjectsDetailDetails
    id: str
    last_modified: _datetime
    name: str
    progress: CorporationsProjectsDetailProgress
    reward: CorporationsProjectsDetailReward | None
    state: Literal['Unspecified', 'Active', 'Closed', 'Completed', 'Expired', 'Deleted'] | str

class CorporationsProjectsContribution(TypedDict):
    contributed: int
    last_modified: _datetime | None

class CorporationsProjectsContributorsContributor(TypedDict):
    contributed: int
    id: int
    name: str

class CorporationsProjectsContributors(TypedDict):
    contributors: list[CorporationsProjectsContributorsContributor]
    cursor: Cursor | None

class CorporationsCorporationIdRolesGetItem(TypedDict):
    character_id: int
    grantable_roles: list[Literal['Account_Take_1', 'Account_Take_2', 'Account_Take_3', 'Account_Take_4', 'Account_Take_5', 'Account_Take_6', 'Account_Take_7', 'Accountant', 'Auditor', 'Brand_Manager', 'Communications_Officer', 'Config_Equipment', 'Config_Starbase_Equipment', 'Container_Take_1', 'Container_Take_2', 'Container_Take_3', 'Container_Take_4', 'Container_Take_5', 'Container_Take_6', 'Container_Take_7', 'Contract_Manager', 'Deliveries_Container_Take', 'Deliveries_Query', 'Deliveries_Take', 'Diplomat', 'Director', 'Factory_Manager', 'Fitting_Manager', 'Hangar_Query_1', 'Hangar_Query_2', 'Hangar_Query_3', 'Hangar_Query_4', 'Hangar_Query_5', 'Hangar_Query_6', 'Hangar_Query_7', 'Hangar_Take_1', 'Hangar_Take_2', 'Hangar_Take_3', 'Hangar_Take_4', 'Hangar_Take_5', 'Hangar_Take_6', 'Hangar_Take_7', 'Junior_Accountant', 'Personnel_Manager', 'Project_Manager', 'Rent_Factory_Facility', 'Rent_Office', 'Rent_Research_Facility', 'Security_Officer', 'Skill_Plan_Manager', 'Starbase_Defense_Operator', 'Starbase_Fuel_Technician', 'Station_Manager', 'Trader'] | str] | None
    grantable_roles_at_base: list[Literal['Account_Take_1', 'Account_Take_2', 'Account_Take_3', 'Account_Take_4', 'Account_Take_5', 'Account_Take_6', 'Account_Take_7', 'Accountant', 'Auditor', 'Brand_Manager', 'Communications_Officer', 'Config_Equipment', 'Config_Starbase_Equipment', 'Container_Take_1', 'Container_Take_2', 'Container_Take_3', 'Container_Take_4', 'Container_Take_5', 'Container_Take_6', 'Container_Take_7', 'Contract_Manager', 'Deliveries_Container_Take', 'Deliveries_Query', 'Deliveries_Take', 'Diplomat', 'Director', 'Factory_Manager', 'Fitting_Manager', 'Hangar_Query_1', 'Hangar_Query_2', 'Hangar_Query_3', 'Hangar_Query_4', 'Hangar_Query_5', 'Hangar_Query_6', 'Hangar_Query_7', 'Hangar_Take_1', 'Hangar_Take_2', 'Hangar_Take_3', 'Hangar_Take_4', 'Hangar_Take_5', 'Hangar_Take_6', 'Hangar_Take_7', 'Junior_Accountant', 'Personnel_Manager', 'Project_Manager', 'Rent_Factory_Facility', 'Rent_Office', 'Rent_Research_Facility', 'Security_Officer', 'Skill_Plan_Manager', 'Starbase_Defense_Operator', 'Starbase_Fuel_Technician', 'Station_Manager', 'Trader'] | str] | None
    grantable_roles_at_hq: list[Literal['Account_Take_1', 'Account_Take_2', 'Account_Take_3', 'Account_Take_4', 'Account_Take_5', 'Account_Take_6', 'Account_Take_7', 'Accountant', 'Auditor', 'Brand_Manager', 'Communications_Officer', 'Config_Equipment', 'Config_Starbase_Equipment', 'Container_Take_1', 'Container_Take_2', 'Container_Take_3', 'Container_Take_4', 'Container_Take_5', 'Container_Take_6', 'Container_Take_7', 'Contract_Manager', 'Deliveries_Container_Take', 'Deliveries_Query', 'Deliveries_Take', 'Diplomat', 'Director', 'Factory_Manager', 'Fitting_Manager', 'Hangar_Query_1', 'Hangar_Query_2', 'Hangar_Query_3', 'Hangar_Query_4', 'Hangar_Query_5', 'Hangar_Query_6', 'Hangar_Query_7', 'Hangar_Take_1', 'Hangar_Take_2', 'Hangar_Take_3', 'Hangar_Take_4', 'Hangar_Take_5', 'Hangar_Take_6', 'Hangar_Take_7', 'Junior_Accountant', 'Personnel_Manager', 'Project_Manager', 'Rent_Factory_Facility', 'Rent_Office', 'Rent_Research_Facility', 'Security_Officer', 'Skill_Plan_Manager', 'Starbase_Defense_Operator', 'Starbase_Fuel_Technician', 'Station_Manager', 'Trader'] | str] | None
    grantable_roles_at_other: list[Literal['Account_Take_1', 'Account_Take_2', 'Account_Take_3', 'Account_Take_4', 'Account_Take_5', 'Account_Take_6', 'Account_Take_7', 'Accountant', 'Auditor', 'Brand_Manager', 'Communications_Officer', 'Config_Equipment', 'Config_Starbase_Equipment', 'Container_Take_1', 'Container_Take_2', 'Container_Take_3', 'Container_Take_4', 'Container_Take_5', 'Container_Take_6', 'Container_Take_7', 'Contract_Manager', 'Deliveries_Container_Take', 'Deliveries_Query', 'Deliveries_Take', 'Diplomat', 'Director', 'Factory_Manager', 'Fitting_Manager', 'Hangar_Query_1', 'Hangar_Query_2', 'Hangar_Query_3', 'Hangar_Query_4', 'Hangar_Query_5', 'Hangar_Query_6', 'Hangar_Query_7', 'Hangar_Take_1', 'Hangar_Take_2', 'Hangar_Take_3', 'Hangar_Take_4', 'Hangar_Take_5', 'Hangar_Take_6', 'Hangar_Take_7', 'Junior_Accountant', 'Personnel_Manager', 'Project_Manager', 'Rent_Factory_Facility', 'Rent_Office', 'Rent_Research_Facility', 'Security_Officer', 'Skill_Plan_Manager', 'Starbase_Defense_Operator', 'Starbase_Fuel_Technician', 'Station_Manager', 'Trader'] | str] | None
    roles: list[Literal['Account_Take_1', 'Account_Take_2', 'Account_Take_3', 'Account_Take_4', 'Account_Take_5', 'Account_Take_6', 'Account_Take_7', 'Accountant', 'Auditor', 'Brand_Manager', 'Communications_Officer', 'Config_Equipment', 'Config_Starbase_Equipment', 'Container_Take_1', 'Container_Take_2', 'Container_Take_3', 'Container_Take_4', 'Container_Take_5', 'Container_Take_6', 'Container_Take_7', 'Contract_Manager', 'Deliveries_Container_Take', 'Deliveries_Query', 'Deliveries_Take', 'Diplomat', 'Director', 'Factory_Manager', 'Fitting_Manager', 'Hangar_Query_1', 'Hangar_Query_2', 'Hangar_Query_3', 'Hangar_Query_4', 'Hangar_Query_5', 'Hangar_Query_6', 'Hangar_Query_7', 'Hangar_Take_1', 'Hangar_Take_2', 'Hangar_Take_3', 'Hangar_Take_4', 'Hangar_Take_5', 'Hangar_Take_6', 'Hangar_Take_7', 'Junior_Accountant', 'Personnel_Manager', 'Project_Manager', 'Rent_Factory_Facility', 'Rent_Office', 'Rent_Research_Facility', 'Security_Officer', 'Skill_Plan_Manager', 'Starbase_Defense_Operator', 'Starbase_Fuel_Technician', 'Station_Manager', 'Trader'] | str] | None
    roles_at_base: list[Literal['Account_Take_1', 'Account_Take_2', 'Account_Take_3', 'Account_Take_4', 'Account_Take_5', 'Account_Take_6', 'Account_Take_7', 'Accountant', 'Auditor', 'Brand_Manager', 'Communications_Officer', 'Config_Equipment', 'Config_Starbase_Equipment', 'Container_Take_1', 'Container_Take_2', 'Container_Take_3', 'Container_Take_4', 'Container_Take_5', 'Container_Take_6', 'Container_Take_7', 'Contract_Manager', 'Deliveries_Container_Take', 'Deliveries_Query', 'Deliveries_Take', 'Diplomat', 'Director', 'Factory_Manager', 'Fitting_Manager', 'Hangar_Query_1', 'Hangar_Query_2', 'Hangar_Query_3', 'Hangar_Query_4', 'Hangar_Query_5', 'Hangar_Query_6', 'Hangar_Query_7', 'Hangar_Take_1', 'Hangar_Take_2', 'Hangar_Take_3', 'Hangar_Take_4', 'Hangar_Take_5', 'Hangar_Take_6', 'Hangar_Take_7', 'Junior_Accountant', 'Personnel_Manager', 'Project_Manager', 'Rent_Factory_Facility', 'Rent_Office', 'Rent_Research_Facility', 'Security_Officer', 'Skill_Plan_Manager', 'Starbase_Defense_Operator', 'Starbase_Fuel_Technician', 'Station_Manager', 'Trader'] | str] | None
    roles_at_hq: list[Literal['Account_Take_1', 'Account_Take_2', 'Account_Take_3', 'Account_Take_4', 'Account_Take_5', 'Account_Take_6', 'Account_Take_7', 'Accountant', 'Auditor', 'Brand_Manager', 'Communications_Officer', 'Config_Equipment', 'Config_Starbase_Equipment', 'Container_Take_1', 'Container_Take_2', 'Container_Take_3', 'Container_Take_4', 'Container_Take_5', 'Container_Take_6', 'Container_Take_7', 'Contract_Manager', 'Deliveries_Container_Take', 'Deliveries_Query', 'Deliveries_Take', 'Diplomat', 'Director', 'Factory_Manager', 'Fitting_Manager', 'Hangar_Query_1', 'Hangar_Query_2', 'Hangar_Query_3', 'Hangar_Query_4', 'Hangar_Query_5', 'Hangar_Query_6', 'Hangar_Query_7', 'Hangar_Take_1', 'Hangar_Take_2', 'Hangar_Take_3', 'Hangar_Take_4', 'Hangar_Take_5', 'Hangar_Take_6', 'Hangar_Take_7', 'Junior_Accountant', 'Personnel_Manager', 'Project_Manager', 'Rent_Factory_Facility', 'Rent_Office', 'Rent_Research_Facility', 'Security_Officer', 'Skill_Plan_Manager', 'Starbase_Defense_Operator', 'Starbase_Fuel_Technician', 'Station_Manager', 'Trader'] | str] | None
    roles_at_other: list[Literal['Account_Take_1', 'Account_Take_2', 'Account_Take_3', 'Account_Take_4', 'Account_Take_5', 'Account_Take_6', 'Account_Take_7', 'Accountant', 'Auditor', 'Brand_Manager', 'Communications_Officer', 'Config_Equipment', 'Config_Starbase_Equipment', 'Container_Take_1', 'Container_Take_2', 'Container_Take_3', 'Container_Take_4', 'Container_Take_5', 'Container_Take_6', 'Container_Take_7', 'Contract_Manager', 'Deliveries_Container_Take', 'Deliveries_Query', 'Deliveries_Take', 'Diplomat', 'Director', 'Factory_Manager', 'Fitting_Manager', 'Hangar_Query_1', 'Hangar_Query_2', 'Hangar_Query_3', 'Hangar_Query_4', 'Hangar_Query_5', 'Hangar_Query_6', 'Hangar_Query_7', 'Hangar_Take_1', 'Hangar_Take_2', 'Hangar_Take_3', 'Hangar_Take_4', 'Hangar_Take_5', 'Hangar_Take_6', 'Hangar_Take_7', 'Junior_Accountant', 'Personnel_Manager', 'Project_Manager', 'Rent_Factory_Facility', 'Rent_Office', 'Rent_Research_Facility', 'Security_Officer', 'Skill_Plan_Manager', 'Starbase_Defense_Operator', 'Starbase_Fuel_Technician', 'Station_Manager', 'Trader'] | str] | None

class CorporationsCorporationIdRolesHistoryGetItem(TypedDict):
    changed_at: _datetime
    character_id: int
    issuer_id: int
    new_roles: list[Literal['Account_Take_1', 'Account_Take_2', 'Account_Take_3', 'Account_Take_4', 'Account_Take_5', 'Account_Take_6', 'Account_Take_7', 'Accountant', 'Auditor', 'Brand_Manager', 'Communications_Officer', 'Config_Equipment', 'Config_Starbase_Equipment', 'Container_Take_1', 'Container_Take_2', 'Container_Take_3', 'Container_Take_4', 'Container_Take_5', 'Container_Take_6', 'Container_Take_7', 'Contract_Manager', 'Deliveries_Container_Take', 'Deliveries_Query', 'Deliveries_Take', 'Diplomat', 'Director', 'Factory_Manager', 'Fitting_Manager', 'Hangar_Query_1', 'Hangar_Query_2', 'Hangar_Query_3', 'Hangar_Query_4', 'Hangar_Query_5', 'Hangar_Query_6', 'Hangar_Query_7', 'Hangar_Take_1', 'Hangar_Take_2', 'Hangar_Take_3', 'Hangar_Take_4', 'Hangar_Take_5', 'Hangar_Take_6', 'Hangar_Take_7', 'Junior_Accountant', 'Personnel_Manager', 'Project_Manager', 'Rent_Factory_Facility', 'Rent_Office', 'Rent_Research_Facility', 'Security_Officer', 'Skill_Plan_Manager', 'Starbase_Defense_Operator', 'Starbase_Fuel_Technician', 'Station_Manager', 'Trader'] | str]
    old_roles: list[Literal['Account_Take_1', 'Account_Take_2', 'Account_Take_3', 'Account_Take_4', 'Account_Take_5', 'Account_Take_6', 'Account_Take_7', 'Accountant', 'Auditor', 'Brand_Manager', 'Communications_Officer', 'Config_Equipment', 'Config_Starbase_Equipment', 'Container_Take_1', 'Container_Take_2', 'Container_Take_3', 'Container_Take_4', 'Container_Take_5', 'Container_Take_6', 'Container_Take_7', 'Contract_Manager', 'Deliveries_Container_Take', 'Deliveries_Query', 'Deliveries_Take', 'Diplomat', 'Director', 'Factory_Manager', 'Fitting_Manager', 'Hangar_Query_1', 'Hangar_Query_2', 'Hangar_Query_3', 'Hangar_Query_4', 'Hangar_Query_5', 'Hangar_Query_6', 'Hangar_Query_7', 'Hangar_Take_1', 'Hangar_Take_2', 'Hangar_Take_3', 'Hangar_Take_4', 'Hangar_Take_5', 'Hangar_Take_6', 'Hangar_Take_7', 'Junior_Accountant', 'Personnel_Manager', 'Project_Manager', 'Rent_Factory_Facility', 'Rent_Office', 'Rent_Research_Facility', 'Security_Officer', 'Skill_Plan_Manager', 'Starbase_Defense_Operator', 'Starbase_Fuel_Technician', 'Station_Manager', 'Trader'] | str]
    role_type: Literal['grantable_roles', 'grantable_roles_at_base', 'grantable_roles_at_hq', 'grantable_roles_at_other', 'roles', 'roles_at_base', 'roles_at_hq', 'roles_at_other'] | str

class CorporationsCorporationIdShareholdersGetItem(TypedDict):
    share_count: int
    shareholder_id: int
    shareholder_type: Literal['character', 'corporation'] | str

class CorporationsCorporationIdStandingsGetItem(TypedDict):
    from_id: int
    from_type: Literal['agent', 'npc_corp', 'faction'] | str
    standing: float

class CorporationsCorporationIdStarbasesGetItem(TypedDict):
    moon_id: int | None
    onlined_since: _datetime | None
    reinforced_until: _datetime | None
    starbase_id: int
    state: Literal['offline', 'online', 'onlining', 'reinforced', 'unanchoring'] | str | None
    system_id: int
    type_id: int
    unanchor_at: _datetime | None

class CorporationsCorporationIdStarbasesStarbaseIdGetFuelsItem(TypedDict):
    quantity: int
    type_id: int

class CorporationsCorporationIdStarbasesStarbaseIdGet(TypedDict):
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

class CorporationsCorporationIdStructuresGetItemServicesItem(TypedDict):
    name: str
    state: Literal['online', 'offline', 'cleanup'] | str

class CorporationsCorporationIdStructuresGetItem(TypedDict):
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

class CorporationsStructuresSkyhooksListingSkyhook(TypedDict):
    id: int
    planet_id: int

class CorporationsStructuresSkyhooksListing(TypedDict):
    skyhooks: list[CorporationsStructuresSkyhooksListingSkyhook]

class CorporationsStructuresSkyhooksDetailReagent(TypedDict):
    last_cycle: _datetime
    secured_stock: int
    type_id: int
    unsecured_stock: int

class CorporationsStructuresSkyhooksDetailReinforcementtimer(TypedDict):
    end: _datetime

class CorporationsStructuresSkyhooksDetailTheftvulnerability(TypedDict):
    end: _datetime
    start: _datetime

class CorporationsStructuresSkyhooksDetail(TypedDict):
    effective_workforce: int | None
    id: int
    is_active: bool
    planet_id: int
    reagents: list[CorporationsStructuresSkyhooksDetailReagent] | None
    reinforcement_timer: CorporationsStructuresSkyhooksDetailReinforcementtimer | None
    state: Literal['Unspecified', 'ShieldVulnerable', 'ArmorReinforced', 'ArmorVulnerable', 'HullReinforced', 'HullVulnerable'] | str
    theft_vulnerability: CorporationsStructuresSkyhooksDetailTheftvulnerability | None

class CorporationsStructuresSovereigntyHubsListingSovereigntyhub(TypedDict):
    id: int
    solar_system_id: int

class CorporationsStructuresSovereigntyHubsListing(TypedDict):
    sovereignty_hubs: list[CorporationsStructuresSovereigntyHubsListingSovereigntyhub]

class CorporationsStructuresSovereigntyHubsDetailReagent(TypedDict):
    amount: int
    burning_per_hour: int
    type_id: int

class CorporationsStructuresSovereigntyHubsDetailReagentbay(TypedDict):
    last_updated: _datetime
    reagents: list[CorporationsStructuresSovereigntyHubsDetailReagent]

class CorporationsStructuresSovereigntyHubsDetailResourcepower(TypedDict):
    allocated: int
    available: int

class CorporationsStructuresSovereigntyHubsDetailResourceworkforce(TypedDict):
    allocated: int
    available: int

class CorporationsStructuresSovereigntyHubsDetailResources(TypedDict):
    power: CorporationsStructuresSovereigntyHubsDetailResourcepower
    workforce: CorporationsStructuresSovereigntyHubsDetailResourceworkforce

class CorporationsStructuresSovereigntyHubsDetailUpgrade(TypedDict):
    power_state: Literal['Unspecified', 'Online', 'Offline', 'Low', 'Pending'] | str
    type_id: int

class CorporationsStructuresSovereigntyHubsDetailVulnerabilitywindow(TypedDict):
    end: _datetime
    start: _datetime

class CorporationsStructuresSovereigntyHubsDetailTransportconfigurationsource(TypedDict):
    solar_system_id: int

class CorporationsStructuresSovereigntyHubsDetailTransportconfigurationimport(TypedDict):
    sources: list[CorporationsStructuresSovereigntyHubsDetailTransportconfigurationsource]

class CorporationsStructuresSovereigntyHubsDetailTransportconfigurationexport(TypedDict):
    amount: int
    solar_system_id: int | None

CorporationsStructuresSovereigntyHubsDetailTransportConfiguration = TypedDict("CorporationsStructuresSovereigntyHubsDetailTransportConfiguration", {
    'import': CorporationsStructuresSovereigntyHubsDetailTransportconfigurationimport | None,
    'export': CorporationsStructuresSovereigntyHubsDetailTransportconfigurationexport | None,
    'transit': bool | None,
})

class CorporationsStructuresSovereigntyHubsDetailTransportstateimportsource(TypedDict):
    amount: int
    solar_system_id: int

class CorporationsStructuresSovereigntyHubsDetailTransportstateimport(TypedDict):
    sources: list[CorporationsStructuresSovereigntyHubsDetailTransportstateimportsource]

class CorporationsStructuresSovereigntyHubsDetailTransportstateexport(TypedDict):
    amount: int | None
    solar_system_id: int | None

CorporationsStructuresSovereigntyHubsDetailTransportState = TypedDict("CorporationsStructuresSovereigntyHubsDetailTransportState", {
    'import': CorporationsStructuresSovereigntyHubsDetailTransportstateimport | None,
    'export': CorporationsStructuresSovereigntyHubsDetailTransportstateexport | None,
    'transit': bool | None,
})

class CorporationsStructuresSovereigntyHubsDetailTransport(TypedDict):
    configuration: CorporationsStructuresSovereigntyHubsDetailTransportConfiguration
    state: CorporationsStructuresSovereigntyHubsDetailTransportState

class CorporationsStructuresSovereigntyHubsDetail(TypedDict):
    fuel_access_list_id: int | None
    id: int
    reagent_bay: CorporationsStructuresSovereigntyHubsDetailReagentbay
    resources: CorporationsStructuresSovereigntyHubsDetailResources
    solar_system_id: int
    upgrades: list[CorporationsStructuresSovereigntyHubsDetailUpgrade]
    vulnerability_window: CorporationsStructuresSovereigntyHubsDetailVulnerabilitywindow | None
    workforce_transport: CorporationsStructuresSovereigntyHubsDetailTransport

class CorporationsCorporationIdTitlesGetItem(TypedDict):
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

class CorporationsCorporationIdWalletsGetItem(TypedDict):
    balance: float
    division: int

class CorporationsCorporationIdWalletsDivisionJournalGetItem(TypedDict):
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

class CorporationsCorporationIdWalletsDivisionTransactionsGetItem(TypedDict):
    client_id: int
    date: _datetime
    is_buy: bool
    journal_ref_id: int
    location_id: int
    quantity: int
    transaction_id: int
    type_id: int
    unit_price: float

class CosmeticsSkinrSlotnanocoating(TypedDict):
    id: int

class CosmeticsSkinrPatternprojection(TypedDict):
    slot1: bool
    slot2: bool
    slot3: bool
    slot4: bool

class CosmeticsSkinrVector3(TypedDict):
    x: float
    y: float
    z: float

class CosmeticsSkinrVector4(TypedDict):
    w: float
    x: float
    y: float
    z: float

class CosmeticsSkinrPatterntransform(TypedDict):
    position: CosmeticsSkinrVector3
    rotation: CosmeticsSkinrVector4
    scaling: CosmeticsSkinrVector3

class CosmeticsSkinrPatternconfiguration(TypedDict):
    mirrored: bool
    projection: CosmeticsSkinrPatternprojection
    transform: CosmeticsSkinrPatterntransform

class CosmeticsSkinrSlotpattern(TypedDict):
    configuration: CosmeticsSkinrPatternconfiguration
    id: int

class CosmeticsSkinrLayoutslotConfiguration(TypedDict):
    nanocoating: CosmeticsSkinrSlotnanocoating | None
    pattern: CosmeticsSkinrSlotpattern | None

class CosmeticsSkinrLayoutslot(TypedDict):
    configuration: CosmeticsSkinrLayoutslotConfiguration
    id: int

class CosmeticsSkinrLayout(TypedDict):
    pattern_blend_mode: Literal['normal', 'subtract', 'exclusion', 'nested', 'nested_inverted'] | str
    slots: list[CosmeticsSkinrLayoutslot]

class CosmeticsSkinrTier(TypedDict):
    level: int

class CosmeticsSkinr(TypedDict):
    creator_id: int
    id: str
    layout: CosmeticsSkinrLayout
    line: str | None
    name: str
    ship_type_id: int
    tier: CosmeticsSkinrTier

class DogmaAttributesAttributeIdGet(TypedDict):
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

class DogmaDynamicItemsTypeIdItemIdGetDogmaAttributesItem(TypedDict):
    attribute_id: int
    value: float

class DogmaDynamicItemsTypeIdItemIdGetDogmaEffectsItem(TypedDict):
    effect_id: int
    is_default: bool

class DogmaDynamicItemsTypeIdItemIdGet(TypedDict):
    created_by: int
    dogma_attributes: list[DogmaDynamicItemsTypeIdItemIdGetDogmaAttributesItem]
    dogma_effects: list[DogmaDynamicItemsTypeIdItemIdGetDogmaEffectsItem]
    mutator_type_id: int
    source_type_id: int

class DogmaEffectsEffectIdGetModifiersItem(TypedDict):
    domain: str | None
    effect_id: int | None
    func: str
    modified_attribute_id: int | None
    modifying_attribute_id: int | None
    operator: int | None

class DogmaEffectsEffectIdGet(TypedDict):
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

class FleetsFleetIdGet(TypedDict):
    is_free_move: bool
    is_registered: bool
    is_voice_enabled: bool
    motd: str

class FleetsFleetIdMembersGetItem(TypedDict):
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

class FleetsFleetIdWingsGetItemSquadsItem(TypedDict):
    id: int
    name: str

class FleetsFleetIdWingsGetItem(TypedDict):
    id: int
    name: str
    squads: list[FleetsFleetIdWingsGetItemSquadsItem]

class FreelanceJobsListing(TypedDict):
    cursor: Cursor | None
    freelance_jobs: list[FreelanceJobsDetailFreelancejob]

class FreelanceJobsDetailBroadcastlocations(TypedDict):
    id: int
    name: str

class FreelanceJobsDetailRestrictions(TypedDict):
    maximum_age: int | None
    minimum_age: int | None

class FreelanceJobsDetailAccessandvisibility(TypedDict):
    acl_protected: bool
    broadcast_locations: list[FreelanceJobsDetailBroadcastlocations] | None
    restrictions: FreelanceJobsDetailRestrictions | None

class FreelanceJobsDetailParametermatchervalue(TypedDict):
    value_type: str
    values: list[str]

class FreelanceJobsDetailParametermatcher(TypedDict):
    values: list[FreelanceJobsDetailParametermatchervalue]

class FreelanceJobsDetailParameteroptions(TypedDict):
    selected: list[str]

class FreelanceJobsDetailParameterboolean(TypedDict):
    value: bool

class FreelanceJobsDetailParametercorporationitemdelivery(TypedDict):
    corporation_office_location: FreelanceJobsDetailParametermatcher
    item_type: FreelanceJobsDetailParametermatcher

class FreelanceJobsDetailConfigurationParametersValue(TypedDict):
    matcher: FreelanceJobsDetailParametermatcher | None
    options: FreelanceJobsDetailParameteroptions | None
    boolean: FreelanceJobsDetailParameterboolean | None
    corporation_item_delivery: FreelanceJobsDetailParametercorporationitemdelivery | None

class FreelanceJobsDetailConfiguration(TypedDict):
    method: str
    parameters: dict[str, FreelanceJobsDetailConfigurationParametersValue]
    version: int

class FreelanceJobsDetailContribution(TypedDict):
    contribution_per_participant_limit: int | None
    max_committed_participants: int
    reward_per_contribution: float | None
    submission_limit: int | None
    submission_multiplier: float | None

class FreelanceJobsDetailCreatorcharacter(TypedDict):
    id: int
    name: str

class FreelanceJobsDetailCreatorcorporation(TypedDict):
    id: int
    name: str

class FreelanceJobsDetailCreator(TypedDict):
    character: FreelanceJobsDetailCreatorcharacter
    corporation: FreelanceJobsDetailCreatorcorporation

class FreelanceJobsDetailDetails(TypedDict):
    career: Literal['Unspecified', 'Explorer', 'Industrialist', 'Enforcer', 'Soldier of Fortune'] | str
    created: _datetime
    creator: FreelanceJobsDetailCreator
    description: str
    expires: _datetime | None
    finished: _datetime | None

class FreelanceJobsDetail(TypedDict):
    access_and_visibility: FreelanceJobsDetailAccessandvisibility
    configuration: FreelanceJobsDetailConfiguration
    contribution: FreelanceJobsDetailContribution | None
    details: FreelanceJobsDetailDetails
    id: str
    last_modified: _datetime
    name: str
    progress: FreelanceJobsDetailProgress
    reward: FreelanceJobsDetailReward | None
    state: Literal['Unspecified', 'Active', 'Closed', 'Completed', 'Expired', 'Deleted'] | str

class FwLeaderboardsGetKillsActiveTotalItem(TypedDict):
    amount: int | None
    faction_id: int | None

class FwLeaderboardsGetKillsLastWeekItem(TypedDict):
    amount: int | None
    faction_id: int | None

class FwLeaderboardsGetKillsYesterdayItem(TypedDict):
    amount: int | None
    faction_id: int | None

class FwLeaderboardsGetKills(TypedDict):
    active_total: list[FwLeaderboardsGetKillsActiveTotalItem]
    last_week: list[FwLeaderboardsGetKillsLastWeekItem]
    yesterday: list[FwLeaderboardsGetKillsYesterdayItem]

class FwLeaderboardsGetVictoryPointsActiveTotalItem(TypedDict):
    amount: int | None
    faction_id: int | None

class FwLeaderboardsGetVictoryPointsLastWeekItem(TypedDict):
    amount: int | None
    faction_id: int | None

class FwLeaderboardsGetVictoryPointsYesterdayItem(TypedDict):
    amount: int | None
    faction_id: int | None

class FwLeaderboardsGetVictoryPoints(TypedDict):
    active_total: list[FwLeaderboardsGetVictoryPointsActiveTotalItem]
    last_week: list[FwLeaderboardsGetVictoryPointsLastWeekItem]
    yesterday: list[FwLeaderboardsGetVictoryPointsYesterdayItem]

class FwLeaderboardsGet(TypedDict):
    kills: FwLeaderboardsGetKills
    victory_points: FwLeaderboardsGetVictoryPoints

class FwLeaderboardsCharactersGetKillsActiveTotalItem(TypedDict):
    amount: int | None
    character_id: int | None

class FwLeaderboardsCharactersGetKillsLastWeekItem(TypedDict):
    amount: int | None
    character_id: int | None

class FwLeaderboardsCharactersGetKillsYesterdayItem(TypedDict):
    amount: int | None
    character_id: int | None

class FwLeaderboardsCharactersGetKills(TypedDict):
    active_total: list[FwLeaderboardsCharactersGetKillsActiveTotalItem]
    last_week: list[FwLeaderboardsCharactersGetKillsLastWeekItem]
    yesterday: list[FwLeaderboardsCharactersGetKillsYesterdayItem]

class FwLeaderboardsCharactersGetVictoryPointsActiveTotalItem(TypedDict):
    amount: int | None
    character_id: int | None

class FwLeaderboardsCharactersGetVictoryPointsLastWeekItem(TypedDict):
    amount: int | None
    character_id: int | None

class FwLeaderboardsCharactersGetVictoryPointsYesterdayItem(TypedDict):
    amount: int | None
    character_id: int | None

class FwLeaderboardsCharactersGetVictoryPoints(TypedDict):
    active_total: list[FwLeaderboardsCharactersGetVictoryPointsActiveTotalItem]
    last_week: list[FwLeaderboardsCharactersGetVictoryPointsLastWeekItem]
    yesterday: list[FwLeaderboardsCharactersGetVictoryPointsYesterdayItem]

class FwLeaderboardsCharactersGet(TypedDict):
    kills: FwLeaderboardsCharactersGetKills
    victory_points: FwLeaderboardsCharactersGetVictoryPoints

class FwLeaderboardsCorporationsGetKillsActiveTotalItem(TypedDict):
    amount: int | None
    corporation_id: int | None

class FwLeaderboardsCorporationsGetKillsLastWeekItem(TypedDict):
    amount: int | None
    corporation_id: int | None

class FwLeaderboardsCorporationsGetKillsYesterdayItem(TypedDict):
    amount: int | None
    corporation_id: int | None

class FwLeaderboardsCorporationsGetKills(TypedDict):
    active_total: list[FwLeaderboardsCorporationsGetKillsActiveTotalItem]
    last_week: list[FwLeaderboardsCorporationsGetKillsLastWeekItem]
    yesterday: list[FwLeaderboardsCorporationsGetKillsYesterdayItem]

class FwLeaderboardsCorporationsGetVictoryPointsActiveTotalItem(TypedDict):
    amount: int | None
    corporation_id: int | None

class FwLeaderboardsCorporationsGetVictoryPointsLastWeekItem(TypedDict):
    amount: int | None
    corporation_id: int | None

class FwLeaderboardsCorporationsGetVictoryPointsYesterdayItem(TypedDict):
    amount: int | None
    corporation_id: int | None

class FwLeaderboardsCorporationsGetVictoryPoints(TypedDict):
    active_total: list[FwLeaderboardsCorporationsGetVictoryPointsActiveTotalItem]
    last_week: list[FwLeaderboardsCorporationsGetVictoryPointsLastWeekItem]
    yesterday: list[FwLeaderboardsCorporationsGetVictoryPointsYesterdayItem]

class FwLeaderboardsCorporationsGet(TypedDict):
    kills: FwLeaderboardsCorporationsGetKills
    victory_points: FwLeaderboardsCorporationsGetVictoryPoints

class FwStatsGetItemKills(TypedDict):
    last_week: int
    total: int
    yesterday: int

class FwStatsGetItemVictoryPoints(TypedDict):
    last_week: int
    total: int
    yesterday: int

class FwStatsGetItem(TypedDict):
    faction_id: int
    kills: FwStatsGetItemKills
    pilots: int
    systems_controlled: int
    victory_points: FwStatsGetItemVictoryPoints

class FwSystemsGetItem(TypedDict):
    contested: Literal['captured', 'contested', 'uncontested', 'vulnerable'] | str
    occupier_faction_id: int
    owner_faction_id: int
    solar_system_id: int
    victory_points: int
    victory_points_threshold: int

class FwWarsGetItem(TypedDict):
    against_id: int
    faction_id: int

class IncursionsGetItem(TypedDict):
    constellation_id: int
    faction_id: int
    has_boss: bool
    infested_solar_systems: list[int]
    influence: float
    staging_solar_system_id: int
    state: Literal['withdrawing', 'mobilizing', 'established'] | str
    type: str

class IndustryFacilitiesGetItem(TypedDict):
    facility_id: int
    owner_id: int
    region_id: int
    solar_system_id: int
    tax: float | None
    type_id: int

class IndustrySystemsGetItemCostIndicesItem(TypedDict):
    activity: Literal['copying', 'duplicating', 'invention', 'manufacturing', 'none', 'reaction', 'researching_material_efficiency', 'researching_technology', 'researching_time_efficiency', 'reverse_engineering'] | str
    cost_index: float

class IndustrySystemsGetItem(TypedDict):
    cost_indices: list[IndustrySystemsGetItemCostIndicesItem]
    solar_system_id: int

class InsurancePricesGetItemLevelsItem(TypedDict):
    cost: float
    name: str
    payout: float

class InsurancePricesGetItem(TypedDict):
    levels: list[InsurancePricesGetItemLevelsItem]
    type_id: int

class KillmailsKillmailIdKillmailHashGetAttackersItem(TypedDict):
    alliance_id: int | None
    character_id: int | None
    corporation_id: int | None
    damage_done: int
    faction_id: int | None
    final_blow: bool
    security_status: float
    ship_type_id: int | None
    weapon_type_id: int | None

class KillmailsKillmailIdKillmailHashGetVictimItemsItemItemsItem(TypedDict):
    flag: int
    item_type_id: int
    quantity_destroyed: int | None
    quantity_dropped: int | None
    singleton: int

class KillmailsKillmailIdKillmailHashGetVictimItemsItem(TypedDict):
    flag: int
    item_type_id: int
    items: list[KillmailsKillmailIdKillmailHashGetVictimItemsItemItemsItem] | None
    quantity_destroyed: int | None
    quantity_dropped: int | None
    singleton: int

class KillmailsKillmailIdKillmailHashGetVictimPosition(TypedDict):
    x: float
    y: float
    z: float

class KillmailsKillmailIdKillmailHashGetVictim(TypedDict):
    alliance_id: int | None
    character_id: int | None
    corporation_id: int | None
    damage_taken: int
    faction_id: int | None
    items: list[KillmailsKillmailIdKillmailHashGetVictimItemsItem] | None
    position: KillmailsKillmailIdKillmailHashGetVictimPosition | None
    ship_type_id: int

class KillmailsKillmailIdKillmailHashGet(TypedDict):
    attackers: list[KillmailsKillmailIdKillmailHashGetAttackersItem]
    killmail_id: int
    killmail_time: _datetime
    moon_id: int | None
    solar_system_id: int
    victim: KillmailsKillmailIdKillmailHashGetVictim
    war_id: int | None

class LoyaltyStoresCorporationIdOffersGetItemRequiredItemsItem(TypedDict):
    quantity: int
    type_id: int

class LoyaltyStoresCorporationIdOffersGetItem(TypedDict):
    ak_cost: int | None
    isk_cost: int
    lp_cost: int
    offer_id: int
    quantity: int
    required_items: list[LoyaltyStoresCorporationIdOffersGetItemRequiredItemsItem]
    type_id: int

class MarketsGroupsMarketGroupIdGet(TypedDict):
    description: str
    market_group_id: int
    name: str
    parent_group_id: int | None
    types: list[int]

class MarketsPricesGetItem(TypedDict):
    adjusted_price: float | None
    average_price: float | None
    type_id: int

class MarketsRegionIdHistoryGetItem(TypedDict):
    average: float
    date: _date
    highest: float
    lowest: float
    order_count: int
    volume: int

class MarketsRegionIdOrdersGetItem(TypedDict):
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

class MarketsStructuresStructureIdGetItem(TypedDict):
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

class MetaChangelogEntry(TypedDict):
    compatibility_date: _date
    description: str
    method: Literal['GET', 'POST', 'PUT', 'DELETE'] | str
    path: str
    type: Literal['breaking', 'changed', 'new', 'removed'] | str

class MetaChangelog(TypedDict):
    changelog: dict[str, list[MetaChangelogEntry]]

class MetaCompatibilityDates(TypedDict):
    compatibility_dates: list[_date]

class MetaNameEntry(TypedDict):
    date: str
    name: str

class MetaName(TypedDict):
    current: str
    history: list[MetaNameEntry]

class MetaStatusRoutestatus(TypedDict):
    method: Literal['GET', 'POST', 'PUT', 'DELETE'] | str
    path: str
    status: Literal['Unknown', 'OK', 'Degraded', 'Down', 'Recovering'] | str

class MetaStatus(TypedDict):
    routes: list[MetaStatusRoutestatus]

class MilitaryCampaignsDetailCampaign(TypedDict):
    finished: _datetime | None
    id: str
    progress: int
    started: _datetime | None
    state: Literal['Unspecified', 'Active', 'Completed', 'Expired'] | str

class MilitaryCampaignsListing(TypedDict):
    campaigns: list[MilitaryCampaignsDetailCampaign]

class MilitaryCampaignsDetail(TypedDict):
    finished: _datetime | None
    id: str
    progress: int
    started: _datetime | None
    state: Literal['Unspecified', 'Active', 'Completed', 'Expired'] | str

class MilitaryCampaignsObjectivesDetailParticipants(TypedDict):
    committed: int
    contributors: int
    total: int

class MilitaryCampaignsObjectivesDetailObjective(TypedDict):
    finished: _datetime | None
    id: str
    last_modified: _datetime
    participants: MilitaryCampaignsObjectivesDetailParticipants
    progress: int
    started: _datetime | None
    state: Literal['Unspecified', 'Active', 'Completed', 'Expired'] | str

class MilitaryCampaignsObjectivesListing(TypedDict):
    cursor: Cursor | None
    objectives: list[MilitaryCampaignsObjectivesDetailObjective]

class MilitaryCampaignsObjectivesDetail(TypedDict):
    finished: _datetime | None
    id: str
    last_modified: _datetime
    participants: MilitaryCampaignsObjectivesDetailParticipants
    progress: int
    started: _datetime | None
    state: Literal['Unspecified', 'Active', 'Completed', 'Expired'] | str

class ParagonHubSkinrInternalItemPrice(TypedDict):
    isk: float | None
    plex: int | None

class ParagonHubSkinrInternalItem(TypedDict):
    created: _datetime
    expires: _datetime
    id: str
    last_modified: _datetime
    price: ParagonHubSkinrInternalItemPrice
    quantity: int
    seller_id: int
    skinr_id: str
    state: Literal['listed', 'sold_out', 'expired', 'removed'] | str

class ParagonHubSkinr(TypedDict):
    cursor: Cursor | None
    listings: list[ParagonHubSkinrInternalItem]

class ParagonHubSkinrAlliances(TypedDict):
    cursor: Cursor | None
    listings: list[ParagonHubSkinrInternalItem]

class ParagonHubSkinrCharacters(TypedDict):
    cursor: Cursor | None
    listings: list[ParagonHubSkinrInternalItem]

class ParagonHubSkinrCorporations(TypedDict):
    cursor: Cursor | None
    listings: list[ParagonHubSkinrInternalItem]

class SkyhooksRaidableTheftvulnerability(TypedDict):
    end: _datetime
    start: _datetime

class SkyhooksRaidableVulnerableskyhook(TypedDict):
    planet_id: int
    solar_system_id: int
    theft_vulnerability: SkyhooksRaidableTheftvulnerability

class SkyhooksRaidable(TypedDict):
    skyhooks: list[SkyhooksRaidableVulnerableskyhook]

class SovereigntyCampaignsGetItemParticipantsItem(TypedDict):
    alliance_id: int
    score: float

class SovereigntyCampaignsGetItem(TypedDict):
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

class SovereigntySystemsFaction(TypedDict):
    faction_id: int

class SovereigntySystemsDevelopment(TypedDict):
    activity_defense_multiplier: float
    industrial_level: int
    military_level: int
    strategic_level: int

class SovereigntySystemsVulnerabilitywindow(TypedDict):
    end: _datetime
    start: _datetime

class SovereigntySystemsSovereigntyhub(TypedDict):
    id: int
    vulnerability_window: SovereigntySystemsVulnerabilitywindow | None

class SovereigntySystemsAlliance(TypedDict):
    alliance_id: int
    claimed_since: _datetime
    corporation_id: int
    development: SovereigntySystemsDevelopment
    is_capital_system: bool
    sovereignty_hub: SovereigntySystemsSovereigntyhub

class SovereigntySystemsSolarsystemClaim(TypedDict):
    faction: SovereigntySystemsFaction | None
    alliance: SovereigntySystemsAlliance | None
    unclaimed: bool | None

class SovereigntySystemsSolarsystem(TypedDict):
    claim: SovereigntySystemsSolarsystemClaim
    solar_system_id: int

class SovereigntySystems(TypedDict):
    solar_systems: list[SovereigntySystemsSolarsystem]

class Status(TypedDict):
    players: int
    server_version: str
    start_time: _datetime
    vip: bool

class UniverseAncestriesGetItem(TypedDict):
    bloodline_id: int
    description: str
    icon_id: int | None
    id: int
    name: str
    short_description: str | None

class UniverseAsteroidBeltsAsteroidBeltIdGetPosition(TypedDict):
    x: float
    y: float
    z: float

class UniverseAsteroidBeltsAsteroidBeltIdGet(TypedDict):
    name: str
    position: UniverseAsteroidBeltsAsteroidBeltIdGetPosition
    system_id: int

class UniverseBloodlinesGetItem(TypedDict):
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

class UniverseCategoriesCategoryIdGet(TypedDict):
    category_id: int
    groups: list[int]
    name: str
    published: bool

class UniverseConstellationsConstellationIdGetPosition(TypedDict):
    x: float
    y: float
    z: float

class UniverseConstellationsConstellationIdGet(TypedDict):
    constellation_id: int
    name: str
    position: UniverseConstellationsConstellationIdGetPosition
    region_id: int
    systems: list[int]

class UniverseFactionsGetItem(TypedDict):
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

class UniverseGraphicsGraphicIdGet(TypedDict):
    collision_file: str | None
    graphic_file: str | None
    graphic_id: int
    icon_folder: str | None
    sof_dna: str | None
    sof_fation_name: str | None
    sof_hull_name: str | None
    sof_race_name: str | None

class UniverseGroupsGroupIdGet(TypedDict):
    category_id: int
    group_id: int
    name: str
    published: bool
    types: list[int]

class UniverseMoonsMoonIdGetPosition(TypedDict):
    x: float
    y: float
    z: float

class UniverseMoonsMoonIdGet(TypedDict):
    moon_id: int
    name: str
    position: UniverseMoonsMoonIdGetPosition
    system_id: int

class UniversePlanetsPlanetIdGetPosition(TypedDict):
    x: float
    y: float
    z: float

class UniversePlanetsPlanetIdGet(TypedDict):
    name: str
    planet_id: int
    position: UniversePlanetsPlanetIdGetPosition
    system_id: int
    type_id: int

class UniverseRacesGetItem(TypedDict):
    alliance_id: int
    description: str
    name: str
    race_id: int

class UniverseRegionsRegionIdGet(TypedDict):
    constellations: list[int]
    description: str | None
    name: str
    region_id: int

class UniverseSchematicsSchematicIdGet(TypedDict):
    cycle_time: int
    schematic_name: str

class UniverseStargatesStargateIdGetDestination(TypedDict):
    stargate_id: int
    system_id: int

class UniverseStargatesStargateIdGetPosition(TypedDict):
    x: float
    y: float
    z: float

class UniverseStargatesStargateIdGet(TypedDict):
    destination: UniverseStargatesStargateIdGetDestination
    name: str
    position: UniverseStargatesStargateIdGetPosition
    stargate_id: int
    system_id: int
    type_id: int

class UniverseStarsStarIdGet(TypedDict):
    age: int
    luminosity: float
    name: str
    radius: int
    solar_system_id: int
    spectral_class: Literal['K2 V', 'K4 V', 'G2 V', 'G8 V', 'M7 V', 'K7 V', 'M2 V', 'K5 V', 'M3 V', 'G0 V', 'G7 V', 'G3 V', 'F9 V', 'G5 V', 'F6 V', 'K8 V', 'K9 V', 'K6 V', 'G9 V', 'G6 V', 'G4 VI', 'G4 V', 'F8 V', 'F2 V', 'F1 V', 'K3 V', 'F0 VI', 'G1 VI', 'G0 VI', 'K1 V', 'M4 V', 'M1 V', 'M6 V', 'M0 V', 'K2 IV', 'G2 VI', 'K0 V', 'K5 IV', 'F5 VI', 'G6 VI', 'F6 VI', 'F2 IV', 'G3 VI', 'M8 V', 'F1 VI', 'K1 IV', 'F7 V', 'G5 VI', 'M5 V', 'G7 VI', 'F5 V', 'F4 VI', 'F8 VI', 'K3 IV', 'F4 IV', 'F0 V', 'G7 IV', 'G8 VI', 'F2 VI', 'F4 V', 'F7 VI', 'F3 V', 'G1 V', 'G9 VI', 'F3 IV', 'F9 VI', 'M9 V', 'K0 IV', 'F1 IV', 'G4 IV', 'F3 VI', 'K4 IV', 'G5 IV', 'G3 IV', 'G1 IV', 'K7 IV', 'G0 IV', 'K6 IV', 'K9 IV', 'G2 IV', 'F9 IV', 'F0 IV', 'K8 IV', 'G8 IV', 'F6 IV', 'F5 IV', 'A0', 'A0IV', 'A0IV2'] | str
    temperature: int
    type_id: int

class UniverseStationsStationIdGetPosition(TypedDict):
    x: float
    y: float
    z: float

class UniverseStationsStationIdGet(TypedDict):
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

class UniverseStructuresStructureIdGetPosition(TypedDict):
    x: float
    y: float
    z: float

class UniverseStructuresStructureIdGet(TypedDict):
    name: str
    owner_id: int
    position: UniverseStructuresStructureIdGetPosition | None
    solar_system_id: int
    type_id: int | None

class UniverseSystemJumpsGetItem(TypedDict):
    ship_jumps: int
    system_id: int

class UniverseSystemKillsGetItem(TypedDict):
    npc_kills: int
    pod_kills: int
    ship_kills: int
    system_id: int

class UniverseSystemsSystemIdGetPlanetsItem(TypedDict):
    asteroid_belts: list[int] | None
    moons: list[int] | None
    planet_id: int

class UniverseSystemsSystemIdGetPosition(TypedDict):
    x: float
    y: float
    z: float

class UniverseSystemsSystemIdGet(TypedDict):
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

class UniverseTypesTypeIdGetDogmaAttributesItem(TypedDict):
    attribute_id: int
    value: float

class UniverseTypesTypeIdGetDogmaEffectsItem(TypedDict):
    effect_id: int
    is_default: bool

class UniverseTypesTypeIdGet(TypedDict):
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

class WarsWarIdGetAggressor(TypedDict):
    alliance_id: int | None
    corporation_id: int | None
    isk_destroyed: float
    ships_killed: int

class WarsWarIdGetAlliesItem(TypedDict):
    alliance_id: int | None
    corporation_id: int | None

class WarsWarIdGetDefender(TypedDict):
    alliance_id: int | None
    corporation_id: int | None
    isk_destroyed: float
    ships_killed: int

class WarsWarIdGet(TypedDict):
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

class WarsWarIdKillmailsGetItem(TypedDict):
    killmail_hash: str
    killmail_id: int

class CharactersAffiliationPostItem(TypedDict):
    alliance_id: int | None
    character_id: int
    corporation_id: int
    faction_id: int | None

class CharactersCharacterIdAssetsLocationsPostItemPosition(TypedDict):
    x: float
    y: float
    z: float

class CharactersCharacterIdAssetsLocationsPostItem(TypedDict):
    item_id: int
    position: CharactersCharacterIdAssetsLocationsPostItemPosition

class CharactersCharacterIdAssetsNamesPostItem(TypedDict):
    item_id: int
    name: str

class CharactersCharacterIdFittingsPost(TypedDict):
    fitting_id: int

class CorporationsCorporationIdAssetsLocationsPostItemPosition(TypedDict):
    x: float
    y: float
    z: float

class CorporationsCorporationIdAssetsLocationsPostItem(TypedDict):
    item_id: int
    position: CorporationsCorporationIdAssetsLocationsPostItemPosition

class CorporationsCorporationIdAssetsNamesPostItem(TypedDict):
    item_id: int
    name: str

class FleetsFleetIdWingsPost(TypedDict):
    wing_id: int

class FleetsFleetIdWingsWingIdSquadsPost(TypedDict):
    squad_id: int

class Route(TypedDict):
    route: list[int]

class UniverseIdsPostAgentsItem(TypedDict):
    id: int | None
    name: str | None

class UniverseIdsPostAlliancesItem(TypedDict):
    id: int | None
    name: str | None

class UniverseIdsPostCharactersItem(TypedDict):
    id: int | None
    name: str | None

class UniverseIdsPostConstellationsItem(TypedDict):
    id: int | None
    name: str | None

class UniverseIdsPostCorporationsItem(TypedDict):
    id: int | None
    name: str | None

class UniverseIdsPostFactionsItem(TypedDict):
    id: int | None
    name: str | None

class UniverseIdsPostInventoryTypesItem(TypedDict):
    id: int | None
    name: str | None

class UniverseIdsPostRegionsItem(TypedDict):
    id: int | None
    name: str | None

class UniverseIdsPostStationsItem(TypedDict):
    id: int | None
    name: str | None

class UniverseIdsPostSystemsItem(TypedDict):
    id: int | None
    name: str | None

class UniverseIdsPost(TypedDict):
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

class UniverseNamesPostItem(TypedDict):
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

CorporationsProjectsDetailConfigurationmanual = dict[str, Any]

DogmaAttributesGet = list[int]

DogmaEffectsGet = list[int]

DungeonID = int

class ErrorDetail(TypedDict):
    location: str | None
    message: str | None
    value: Any

class Error(TypedDict):
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

RouteConnection = TypedDict("RouteConnection", {
    'from': int,
    'to': int,
})

class RouteRequestBody(TypedDict):
    avoid_systems: list[int] | None
    connections: list[RouteConnection] | None
    preference: Literal['Shorter', 'Safer', 'LessSecure'] | str | None
    security_penalty: int | None

ShipTreeGroupID = int

SolarSystemID = int

SovereigntyCampaignsGet = list[SovereigntyCampaignsGetItem]

StationID = int

TypeID = int

UUID_ = str

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

class Remaining(TypedDict):
    remaining: int | None

class Unlimited(TypedDict):
    unlimited: bool | None

class Isk(TypedDict):
    isk: float | None

class Plex(TypedDict):
    plex: int | None

class Public(TypedDict):
    public: bool | None

class Manual(TypedDict):
    manual: dict[str, Any] | None

class Unknown(TypedDict):
    unknown: CorporationsProjectsDetailConfigurationunknown | None

Import = TypedDict("Import", {
    'import': CorporationsStructuresSovereigntyHubsDetailTransportconfigurationimport | None,
})

class Export(TypedDict):
    export: CorporationsStructuresSovereigntyHubsDetailTransportconfigurationexport | None

class Transit(TypedDict):
    transit: bool | None

class Nanocoating(TypedDict):
    nanocoating: CosmeticsSkinrSlotnanocoating | None

class Pattern(TypedDict):
    pattern: CosmeticsSkinrSlotpattern | None

class Matcher(TypedDict):
    matcher: FreelanceJobsDetailParametermatcher | None

class Options(TypedDict):
    options: FreelanceJobsDetailParameteroptions | None

class Boolean(TypedDict):
    boolean: FreelanceJobsDetailParameterboolean | None

class Faction(TypedDict):
    faction: SovereigntySystemsFaction | None

class Alliance(TypedDict):
    alliance: SovereigntySystemsAlliance | None

class Unclaimed(TypedDict):
    unclaimed: bool | None

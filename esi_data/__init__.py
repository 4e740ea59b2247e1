"""EVE Online's ESI API straight to DataFrames, in notebooks and scripts.

from esi_data import Esi

    esi = Esi(app_info_text="my-notebook/1.0 (me@example.com)")
    orders = esi.client.Market.get_markets_region_id_orders(region_id=10000002).frame()
"""

from esi_data.client import Esi
from esi_data.frames import concat
from esi_data.pulls import frame, frame_localized
from esi_data.tables import read_parquet as read
from esi_data.tables import to_parquet

__all__ = ["Esi", "concat", "frame", "frame_localized", "read", "to_parquet"]

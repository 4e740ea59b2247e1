"""Frames of values in columns, as pages decoded without rows give them."""

from esi_data.frames.build import frame_of_table
from esi_data.frames.rows import Table


def frame_from_columns(columns, plan):
    """Return the frame of values by column name, lists or NumPy arrays of one length."""
    names = {column.name for column in plan.columns}
    known = {name: values for name, values in columns.items() if name in names}
    unknown = {name: values for name, values in columns.items() if name not in names}
    return frame_of_table(Table(known, unknown, len(next(iter(columns.values()), ()))), plan)

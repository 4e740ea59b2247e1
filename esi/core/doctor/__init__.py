"""Does what the toolkit relies on work here, and does the API do what we assume?

A check is a rule on plain values, with its question, what is expected and how to mend it. `machine`
has those of a Python environment, `assumptions` those of the API's responses to the requests of
`probes`. `esi_data.doctor` and `manage.py esi_doctor` add their own, and `report` writes them all.
"""

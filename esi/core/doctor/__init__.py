"""Does what the toolkit relies on work here, and does the API do what we assume?

A check is a rule on plain values with a question, the expected answer and a remedy. `machine`
checks a Python environment, and `assumptions` the API's responses to the requests of `probes`.
`esi_data.doctor` and `manage.py esi_doctor` add checks of their own; `report` writes the results.
"""

"""Does the API do what the toolkit assumes?

`shapes` makes a check from a status, a header or a rule on responses. Each other module holds the
assumptions on one subject, and `table` lists all of them in the order of reports.
"""

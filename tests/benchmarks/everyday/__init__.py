"""How fast are everyday tasks, compared with the usual alternatives?"""

"""Do sites and apps of others run on esi-toolkit?"""

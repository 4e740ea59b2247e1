"""One migration, for all databases of the 5.x line and for new ones."""

# What it replaces: the names that databases of the 5.x line have on record.
REPLACED = (
    "0001_initial",
    "0002_scopes_20161208",
    "0003_hide_tokens_from_admin_site",
    "0004_remove_unique_access_token",
    "0005_remove_token_length_limit",
    "0006_remove_url_length_limit",
    "0007_fix_mysql_8_migration",
    "0008_nullable_refresh_token",
    "0009_set_old_tokens_to_sso_v1",
    "0010_set_new_tokens_to_sso_v2",
    "0011_add_token_indices",
    "0012_fix_token_type_choices",
)

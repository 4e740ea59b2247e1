#!/usr/bin/env bash
# Install Alliance Auth 4.6.4, which requires django-esi, beside esi-toolkit; migrate and start it, and
# log a player in through the sandbox's single sign-on (log_in_allianceauth.py).
# Needs Python 3.11 or 3.12, redis-server, and what mysqlclient compiles with (Debian:
# libmariadb-dev pkg-config gcc). Everything happens in a folder of its own; name one to keep it.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
python=${PYTHON:-python3.12}
port=58000 redis=56379 sandbox=58085
jobs=()
stop() {
    [ ${#jobs[@]} -eq 0 ] || { kill "${jobs[@]}"; wait "${jobs[@]}"; } 2>/dev/null || true
    [ -n "${1:-}" ] || rm -rf "$work"
}
if [ -n "${1:-}" ]; then mkdir -p "$1"; work=$(cd "$1" && pwd); else work=$(mktemp -d); fi
trap 'stop "${1:-}"' EXIT

"$python" -m venv "$work/venv"
pip="$work/venv/bin/python -m pip --quiet --disable-pip-version-check"
$pip wheel --no-deps -w "$work/wheels" "$root" "$root/compat/django-esi"
echo "django-esi==10.9999" > "$work/constraints.txt"
# setuptools: one of its requirements still imports distutils. The sandbox: for this script alone.
$pip install -c "$work/constraints.txt" --find-links "$work/wheels" \
    "allianceauth==4.6.4" "setuptools<81" "esi-toolkit[sandbox]"
$pip install --force-reinstall --no-deps --no-index --find-links "$work/wheels" esi-toolkit
$pip check
cd "$work"
PATH="$work/venv/bin:$PATH"
python -c "import esi; assert esi.__version__.startswith('11'), esi.__version__"

rm -rf site db.sqlite3
mkdir site && allianceauth start myauth site > /dev/null
cat >> site/myauth/settings/local.py <<Y
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "$work/db.sqlite3"}}
CACHES = {"default": {"BACKEND": "django_redis.cache.RedisCache", "LOCATION": "redis://127.0.0.1:$redis/1", "OPTIONS": {"CLIENT_CLASS": "django_redis.client.DefaultClient"}}}
BROKER_URL = "redis://127.0.0.1:$redis/0"
SITE_URL = "http://127.0.0.1:$port"
CSRF_TRUSTED_ORIGINS = [SITE_URL]
ALLOWED_HOSTS = ["127.0.0.1"]
STATIC_ROOT = "$work/static"
REGISTRATION_VERIFY_EMAIL = False
ESI_SSO_CLIENT_ID = "Alliance Auth"
ESI_SSO_CLIENT_SECRET = "not-a-secret"
ESI_SSO_CALLBACK_URL = SITE_URL + "/sso/callback"
ESI_SSO_METADATA_URL = "http://127.0.0.1:$sandbox/.well-known/oauth-authorization-server"
ESI_API_URL = "http://127.0.0.1:$sandbox/"
ESI_USER_CONTACT_EMAIL = "admin@example.com"
Y
redis-server --port $redis --bind 127.0.0.1 --save "" --dir "$work" > "$work/redis.log" & jobs+=($!)
python -m esi.sandbox --port $sandbox > "$work/sandbox.log" 2>&1 & jobs+=($!)
cd site
export DJANGO_SETTINGS_MODULE=myauth.settings.local
python manage.py check --fail-level ERROR > "$work/check.log" 2>&1
python manage.py migrate > "$work/migrate.log" 2>&1
python manage.py makemigrations esi --check --dry-run > "$work/makemigrations.log" 2>&1
python manage.py collectstatic --no-input > "$work/collectstatic.log" 2>&1
python manage.py runserver 127.0.0.1:$port --noreload > "$work/server.log" 2>&1 & jobs+=($!)
PYTHONPATH=. python "$root/compat/log_in_allianceauth.py" "http://127.0.0.1:$port" "http://127.0.0.1:$sandbox" || {
    tail -n 60 "$work/server.log"
    exit 1
}

#!/usr/bin/env bash
# Install Alliance Auth 4.6.4, which requires django-esi, beside esi-toolkit; migrate and start it.
# Needs Python 3.11 or 3.12, redis-server, curl, and what mysqlclient compiles with
# (Debian: libmariadb-dev pkg-config gcc). Everything happens in a folder of its own.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
python=${PYTHON:-python3.12}
port=58000 redis=56379
trap 'kill ${server:-} ${queue:-} 2>/dev/null || true; rm -rf "$work"' EXIT

"$python" -m venv "$work/venv"
pip="$work/venv/bin/python -m pip --quiet --disable-pip-version-check"
$pip wheel --no-deps -w "$work/wheels" "$root" "$root/compat/django-esi"
echo "django-esi==9999.0" > "$work/constraints.txt"
# setuptools: one of its requirements still imports distutils.
$pip install -c "$work/constraints.txt" --find-links "$work/wheels" "allianceauth==4.6.4" "setuptools<81"
$pip check
"$work/venv/bin/python" -c "import esi; assert esi.__version__.startswith('11'), esi.__version__"

cd "$work"
PATH="$work/venv/bin:$PATH"
mkdir site && allianceauth start myauth site > /dev/null
cat >> site/myauth/settings/local.py <<X
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "$work/db.sqlite3"}}
CACHES = {"default": {"BACKEND": "django_redis.cache.RedisCache", "LOCATION": "redis://127.0.0.1:$redis/1", "OPTIONS": {"CLIENT_CLASS": "django_redis.client.DefaultClient"}}}
BROKER_URL = "redis://127.0.0.1:$redis/0"
SITE_URL = "http://127.0.0.1:$port"
CSRF_TRUSTED_ORIGINS = [SITE_URL]
ALLOWED_HOSTS = ["127.0.0.1"]
ESI_SSO_CLIENT_ID = ESI_SSO_CLIENT_SECRET = "test-dummy"
ESI_SSO_CALLBACK_URL = SITE_URL + "/sso/callback"
ESI_USER_CONTACT_EMAIL = "admin@example.com"
X
redis-server --port $redis --bind 127.0.0.1 --save "" --dir "$work" > /dev/null & queue=$!
cd site
manage="python manage.py"
$manage check --fail-level ERROR > /dev/null 2>&1
$manage migrate > "$work/migrate.log" 2>&1
$manage makemigrations esi --check --dry-run > /dev/null 2>&1
$manage runserver 127.0.0.1:$port --noreload > "$work/server.log" 2>&1 & server=$!
answer() { curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$port$1"; }
for _ in $(seq 120); do [ "$(answer /account/login/)" = 200 ] && break; sleep 0.5; done
for want in "/account/login/ 200" "/sso/login 302" "/sso/callback/ 400"; do
    set -- $want
    [ "$(answer "$1")" = "$2" ] || { echo "$1 did not answer $2"; tail -n 40 "$work/server.log"; exit 1; }
    echo "$1 $2"
done
echo "Alliance Auth 4.6.4 runs on esi-toolkit"

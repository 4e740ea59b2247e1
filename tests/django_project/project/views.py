"""Views of the site: one for each decorator, one to log in, one with a DataFrame."""

from django.contrib.auth import get_user_model, login, logout
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from esi.decorators import single_use_token, token_required, tokens_required
from esi.models import Token
from project.manual import esi

WALLET = "esi-wallet.read_character_wallet.v1"
SKILLS = ["esi-skills.read_skills.v1"]


def home(request):
    """Show the home page: the logged-in user and the pages."""
    return render(request, "home.html")


@token_required(new=True)
def log_in(request, token):
    """Log in by a character: the user is the one that owns it."""
    name = f"{token.character_id}"
    user, _ = get_user_model().objects.get_or_create(username=name)
    user.first_name = token.character_name
    user.save()
    token.user = user
    token.save()
    Token.objects.all().equivalent_to(token).delete()
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    return redirect("home")


@require_POST
def log_out(request):
    """Log out."""
    logout(request)
    return redirect("home")


@token_required(scopes=WALLET)
def wallet(request, token):
    """Show the balance of one character, which the user selects."""
    balance = esi.client.Wallet.get_characters_character_id_wallet(
        character_id=token.character_id, token=token.valid_access_token()
    ).results()
    return render(request, "wallet.html", {"token": token, "balance": balance})


@tokens_required(scopes=SKILLS)
def skills(request, tokens):
    """Skill points of all characters of the user."""
    rows = [
        (
            token.character_name,
            esi.client.Skills.get_characters_character_id_skills(
                character_id=token.character_id, token=token
            ).results()["total_sp"],
        )
        for token in tokens.order_by("character_name")
    ]
    return render(request, "skills.html", {"rows": rows})


@single_use_token(scopes=["publicData"])
def once(request, token):
    """Say who someone is, without keeping anything of them."""
    return render(request, "once.html", {"token": token})


def market(request):
    """Show a DataFrame."""
    from esi_data import frame

    orders = frame(esi.client.Market.get_markets_region_id_orders(region_id=10000002))
    best = orders.groupby("type_id", observed=True)["price"].agg(["count", "min", "max"]).head(10)
    table = best.reset_index().to_html(index=False, border=0, float_format="{:,.2f}".format)
    return render(request, "market.html", {"table": table, "count": len(orders)})


@token_required(scopes=WALLET)
def broken(request, token):
    """Fail after using the token."""
    access = token.valid_access_token()
    raise RuntimeError(len(access))

"""Serve the site of asynchronous views with uvicorn: `python -m project.serve PORT`."""

import gc
import os
import sys

import django
import uvicorn
from django.core.management import call_command


def main():
    """Make the tables and serve until a signal comes."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "project.asynchronous"
    django.setup()
    call_command("migrate", verbosity=0)
    from project.asynchronous import make_application

    application = make_application()
    gc.collect()
    gc.freeze()  # as docs/guides/async.md advises
    uvicorn.run(application, host="127.0.0.1", port=int(sys.argv[1]), lifespan="off")


if __name__ == "__main__":
    main()

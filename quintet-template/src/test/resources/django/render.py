"""Renders templates with the installed Django, for the test that renders them with Quintet too.

    render.py < names     each line of names: a seed, a tab, a template's name

Prints a line of JSON for each: what came out, or that it failed. The variables are `Anything`, which the test
has in Java as well: it answers every name, by rules that depend on nothing but the path that was asked for.
"""

import json
import sys
import zlib

import django
import django.urls
from django.conf import settings
from django.template import Context, Engine
from django.utils.safestring import mark_safe


class Anything:
    def __init__(self, path):
        self.path = path
        self.dice = zlib.crc32(path.encode())

    def __getitem__(self, name):
        if not isinstance(name, str) or name.isdigit():
            raise KeyError(name)
        return value(self.path + "." + name)

    def __iter__(self):
        return iter([value(self.path + "[%d]" % i) for i in range(self.dice % 4)])

    def __len__(self):
        return self.dice % 4

    def __str__(self):
        return "<%s & 'co'>" % self.path


def value(path):
    dice = zlib.crc32(path.encode()) // 7 % 9
    if dice == 0:
        return None
    if dice == 1:
        return zlib.crc32(path.encode()) % 5
    if dice == 2:
        return 'text "%s" <b>' % path
    if dice == 3:
        return mark_safe("<i>%s</i>" % path)
    if dice == 4:
        return True
    return Anything(path)


class Variables(dict):
    def __init__(self, seed):
        super().__init__()
        self.seed = seed

    def __contains__(self, name):
        return not name.startswith(("forloop", "block", "use_l10n", "use_tz", "True", "False", "None"))

    def __getitem__(self, name):
        if name in self.keys():
            return super().__getitem__(name)
        if name not in self:
            raise KeyError(name)
        return value(self.seed + ":" + name)


def main(folders):
    settings.configure(LANGUAGE_CODE="en", USE_I18N=True, USE_TZ=True, TIME_ZONE="UTC", STATIC_URL="/static/", USE_L10N=False)
    django.setup()

    def reverse(name, urlconf=None, args=None, kwargs=None, current_app=None):
        return "/%s/%s" % (name, "-".join([*map(str, args or ()), *map(str, (kwargs or {}).values())]))

    django.urls.reverse = reverse
    libraries = {
        "i18n": "django.templatetags.i18n",
        "l10n": "django.templatetags.l10n",
        "static": "django.templatetags.static",
        "tz": "django.templatetags.tz",
        "cache": "django.templatetags.cache",
    }
    engine = Engine(dirs=folders, libraries=libraries)
    for line in sys.stdin:
        seed, name = line.rstrip("\n").split("\t")
        context = Context()
        context.dicts.append(Variables(seed))
        try:
            answer = {"page": engine.get_template(name).render(context)}
        except Exception as failed:
            answer = {"error": "%s: %s" % (type(failed).__name__, failed)}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])

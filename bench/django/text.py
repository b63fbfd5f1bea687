"""Times Django's filters of text beside ours.

    text.py ARTICLE JMH.csv     ARTICLE is article.txt, JMH.csv what TextBench wrote

Prints, for each: Django's time, ours, and the ratio. Exit code 2 where Django is not installed, 1 where
ours takes more than a tenth of its time (escaping is only shown).
"""

import csv
import sys
import timeit


def timed(call):
    """The best of five rounds, in nanoseconds a call."""
    timer = timeit.Timer(call)
    number, took = timer.autorange()
    return min([took, *timer.repeat(4, number)]) / number * 1e9


def main(article, results):
    try:
        import django
        from django.conf import settings
    except ImportError:
        print("text: Django is not installed here (Debian: apt-get install python3-django)")
        return 2
    settings.configure(USE_I18N=False)
    django.setup()
    from django.utils.html import escape, urlize
    from django.utils.text import Truncator, slugify

    with open(article, encoding="utf-8") as file:
        text = file.read() * 10
    html = "".join(
        '<p class="line">' + line.replace("<", "&lt;") + "</p>\n" for line in text.splitlines()
    )
    title = "Nuages & autres pièces: L'Été à Saint-Ouen, n° 2 (1946)"
    theirs = {
        "escape": lambda: escape(text),
        "urlize": lambda: urlize(text, autoescape=True),
        "truncateWords": lambda: Truncator(text).words(200),
        "truncateHtmlWords": lambda: Truncator(html).words(200, html=True),
        "truncateChars": lambda: Truncator(text).chars(1000),
        "slugify": lambda: slugify(title),
    }
    with open(results, encoding="utf-8", newline="") as file:
        ours = {row["Benchmark"].rsplit(".", 1)[1]: float(row["Score"]) for row in csv.DictReader(file)}
    print(f"Django {django.get_version()}, Python {sys.version.split()[0]}")
    missed = False
    for name, call in theirs.items():
        django_ns = timed(call)
        ratio = ours[name] / django_ns
        verdict = "" if name == "escape" else " ok" if ratio <= 0.1 else " MISSED"
        missed |= verdict == " MISSED"
        print(f"{name:18} {django_ns:12.0f} ns {ours[name]:10.0f} ns {ratio:7.3f}{verdict}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

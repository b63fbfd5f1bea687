"""Times pages of templates: ours, those of other Java engines, and Django's, in turn, round after round.

    templates.py JAVA CLASSPATH TEMPLATES [--rounds N] [--seconds N] [ENGINE ...]

Prints the median time of each (CPU time of the thread that renders), and the median of the rounds' ratios
of ours to theirs, held against the bars. Exit code 1 where one is missed. Without Django its row is missing.
"""

import argparse
import statistics
import subprocess
import sys
import time

PAGES = ("fortunes", "table")
BARS = {"jte": 1.1, "jte-text": 1.1, "pebble": 1 / 2, "thymeleaf": 1 / 3, "django": 1 / 20}
ENGINES = ("quintet", "jte", "jte-text", "rocker", "qute", "pebble", "thymeleaf", "django")


def data(page):
    if page == "fortunes":
        texts = ["A computer program does what you tell it to do, no. %d" % i for i in range(1, 11)]
        texts += ['<script>alert("This should not be displayed.");</script>', "フレームワークのベンチマーク"]
        return {"fortunes": [{"id": i + 1, "message": text} for i, text in enumerate(texts)]}
    return {
        "rows": [
            {
                "id": i,
                "title": "Album no. %d" % i,
                "artist": "Reinhardt & Grappelli",
                "stock": i % 7,
                "label": "" if i % 3 == 0 else "Swing %d" % i,
            }
            for i in range(1, 201)
        ]
    }


def django(folder, page, seconds):
    from django.conf import settings

    settings.configure(USE_I18N=False)
    import django as installed

    installed.setup()
    from django.template import Context, Engine

    template = Engine(dirs=[folder]).get_template(page + ".html")
    variables = data(page)
    end = time.process_time() + seconds
    times = []
    batch = 200 if page == "fortunes" else 10
    while time.process_time() < end:
        before = time.process_time()
        for _ in range(batch):
            template.render(Context(variables)).encode()
        times.append((time.process_time() - before) / batch * 1e6)
    return statistics.median(times[len(times) // 2 :])


def measured(arguments, engine, page):
    if engine == "django":
        command = [sys.executable, __file__, "--django", page, "x", "x", arguments.templates]
        command += ["--seconds", str(arguments.seconds)]
    else:
        command = [arguments.java, "-XX:+UseSerialGC", "-Xmx1g", "-cp", arguments.classpath]
        command += ["dev.quintet.bench.templates.PageTimes", engine, page, str(arguments.seconds)]
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode != 0:
        print("templates: %s failed: %s" % (engine, result.stderr.strip()[-300:]))
        return None
    return float(result.stdout.split()[-1])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--django", metavar="PAGE")
    parser.add_argument("java")
    parser.add_argument("classpath")
    parser.add_argument("templates")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=8)
    parser.add_argument("engines", nargs="*", default=[])
    arguments = parser.parse_intermixed_args()
    if arguments.django:
        print(django(arguments.templates, arguments.django, arguments.seconds))
        return 0
    engines = [e for e in ENGINES if e == "quintet" or not arguments.engines or e in arguments.engines]
    try:
        import django as installed

        print("Django %s, Python %s" % (installed.get_version(), sys.version.split()[0]))
    except ImportError:
        engines = [e for e in engines if e != "django"]
        print("templates: Django is not installed here (Debian: apt-get install python3-django)")
    times = {(e, p): [] for e in engines for p in PAGES}
    for _ in range(arguments.rounds):
        for page in PAGES:
            for engine in engines:
                times[engine, page].append(measured(arguments, engine, page))
    missed = False
    for page in PAGES:
        print("\n%s" % page)
        for engine in engines:
            pairs = [(o, t) for o, t in zip(times["quintet", page], times[engine, page]) if o and t]
            if not pairs:
                continue
            ratio = statistics.median(ours / theirs for ours, theirs in pairs)
            bar = BARS.get(engine)
            verdict = "" if bar is None else "<= %.2f %s" % (bar, "ok" if ratio <= bar else "MISSED")
            missed |= verdict.endswith("MISSED")
            line = "  %-10s %10.2f us  ours/theirs %.3f  %s"
            print(line % (engine, statistics.median(t for _, t in pairs), ratio, verdict))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())

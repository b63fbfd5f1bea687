"""Compares migrations with Django's: finding a change, and migrating from nothing.

    migrations.py JAVA CLASSPATH [--models N] [--migrations N] [--rounds N]

One after the other, round after round, each in a process of its own; prints CPU seconds and the ratio
of the medians. `detect` is the finding alone, in a process that has done it before; `start` the same
once, and `migrate`, with the whole process, interpreter or JVM and all: the first has no bar. Exit
code 2 where Django is not installed, 1 where a bar is missed.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time

BARS = {"detect": 0.1, "migrate": 0.5}


def fields(models, number):
    made = [("id", models.BigAutoField(primary_key=True, serialize=False))]
    for i in range(4):
        made.append((f"text{i}", models.CharField(max_length=100)))
        made.append((f"number{i}", models.IntegerField(null=True)))
    if number:
        target = f"shop.Thing{number - 1}"
        made.append(("before", models.ForeignKey(target, models.CASCADE)))
    return made


def setup(folder):
    import django
    from django.conf import settings

    settings.configure(
        DATABASES={
            "default": {
                "ENGINE": "django.db.backends.sqlite3",
                "NAME": os.path.join(folder, "bench.db"),
            }
        },
        INSTALLED_APPS=["shop"],
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        USE_TZ=True,
    )
    sys.path.insert(0, folder)
    os.makedirs(os.path.join(folder, "shop", "migrations"))
    open(os.path.join(folder, "shop", "__init__.py"), "w").close()
    open(os.path.join(folder, "shop", "migrations", "__init__.py"), "w").close()
    django.setup()


def detect(count, folder):
    """CPU seconds of finding it, when it was found before."""
    setup(folder)
    for _ in range(2):
        find(count)
    began = time.process_time()
    for _ in range(3):
        find(count)
    print((time.process_time() - began) / 3)


def start(count, folder):
    setup(folder)
    find(count)


def find(count):
    from django.db import models
    from django.db.migrations.autodetector import MigrationAutodetector
    from django.db.migrations.state import ModelState, ProjectState

    before, after = ProjectState(), ProjectState()
    for i in range(count):
        before.add_model(ModelState("shop", f"Thing{i}", fields(models, i)))
        more = fields(models, i)
        if i == count // 2:
            more.append(("added", models.IntegerField(null=True)))
        after.add_model(ModelState("shop", f"Thing{i}", more))
    found = MigrationAutodetector(before, after)._detect_changes()
    assert sum(len(one.operations) for one in found["shop"]) == 1


def migrate(count, folder):
    setup(folder)
    from django.core.management import call_command

    for i in range(count):
        lines = [
            "from django.db import migrations, models",
            "class Migration(migrations.Migration):",
            f"    dependencies = {[('shop', f'm{i - 1:04d}')] if i else []}",
            f"    operations = [migrations.CreateModel('Thing{i}', [",
            "        ('id', models.BigAutoField(primary_key=True, serialize=False)),",
        ]
        for j in range(4):
            lines.append(f"        ('text{j}', models.CharField(max_length=100)),")
            lines.append(f"        ('number{j}', models.IntegerField(null=True)),")
        if i:
            lines.append(
                f"        ('before', models.ForeignKey('shop.Thing{i - 1}', models.CASCADE)),"
            )
        lines.append("    ])]")
        with open(os.path.join(folder, "shop", "migrations", f"m{i:04d}.py"), "w") as file:
            file.write("\n".join(lines) + "\n")
    call_command("migrate", verbosity=0)


def child(what, count):
    with tempfile.TemporaryDirectory() as folder:
        {"detect": detect, "start": start, "migrate": migrate}[what](count, folder)
    if what == "detect":
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(used.ru_utime + used.ru_stime)


def seconds(command):
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("java")
    parser.add_argument("classpath")
    parser.add_argument("--models", type=int, default=500)
    parser.add_argument("--migrations", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    try:
        import django
    except ImportError:
        print("migrations: Django is not installed here (Debian: apt-get install python3-django)")
        return 2
    missed = False
    for what, count in (
        ("detect", args.models),
        ("start", args.models),
        ("migrate", args.migrations),
    ):
        ours, theirs = [], []
        for _ in range(args.rounds):
            ours.append(
                seconds(
                    [
                        args.java,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        args.classpath,
                        "dev.quintet.bench.migrations.MigrationsBench",
                        what,
                        str(count),
                    ]
                )
            )
            theirs.append(seconds([sys.executable, __file__, "--child", what, str(count)]))
        mine, other = statistics.median(ours), statistics.median(theirs)
        ratio = mine / other
        print(
            f"{what} {count}: ours {mine:.3f} s, Django {django.__version__} {other:.3f} s,"
            f" ratio {ratio:.3f}" + (f" (bar {BARS[what]})" if what in BARS else "")
        )
        missed |= ratio > BARS.get(what, ratio)
    return 1 if missed else 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        child(sys.argv[2], int(sys.argv[3]))
    else:
        sys.exit(main())

"""Times a form of Django beside ours.

    forms.py JMH.csv     JMH.csv is what FormBench wrote

Prints Django's time, ours, and the ratio. Exit code 2 where Django is not installed, 1 where ours takes more
than a tenth of its time.
"""

import csv
import sys
import timeit


def timed(call):
    """The best of five rounds, in nanoseconds a call."""
    timer = timeit.Timer(call)
    number, took = timer.autorange()
    return min([took, *timer.repeat(4, number)]) / number * 1e9


def main(results):
    try:
        import django
        from django.conf import settings
    except ImportError:
        print("forms: Django is not installed here (Debian: apt-get install python3-django)")
        return 2
    settings.configure(USE_I18N=False)
    django.setup()
    from django import forms
    from django.http import QueryDict

    class Registration(forms.Form):
        first = forms.CharField(max_length=50)
        last = forms.CharField(max_length=50)
        email = forms.EmailField()
        email2 = forms.EmailField(help_text="Another one.")
        site = forms.URLField(required=False)
        slug = forms.SlugField()
        street = forms.CharField(max_length=100)
        city = forms.CharField(max_length=100)
        zip = forms.CharField(min_length=4, max_length=10)
        country = forms.ChoiceField(
            choices=[("a", "Austria"), ("b", "Belgium"), ("c", "Croatia"), ("d", "Denmark"), ("f", "France")]
        )
        age = forms.IntegerField(min_value=0, max_value=150)
        children = forms.IntegerField(min_value=0, required=False)
        price = forms.DecimalField(max_digits=8, decimal_places=2)
        born = forms.DateField()
        met = forms.DateField(required=False)
        starts = forms.TimeField()
        news = forms.BooleanField(required=False)
        terms = forms.BooleanField()
        note = forms.CharField(widget=forms.Textarea)
        count = forms.IntegerField()

    submitted = QueryDict(
        "first=Django&last=Reinhardt&email=django%40example.com&email2=nobody"
        "&site=https%3A%2F%2Fexample.com%2Fa%3Fb%3Dc&slug=nuages&street=Rue+1"
        "&city=Samois&zip=77920&country=b&age=43&children=2&price=12.50"
        "&born=1910-01-23&met=1934-12-02&starts=20%3A30&news=on"
        "&terms=on&note=%3Cb%3Elong%3C%2Fb%3E&count=many"
    )

    def validate():
        return Registration(submitted).is_valid()

    def whole():
        form = Registration(submitted)
        return "" if form.is_valid() else form.as_p()

    assert list(Registration(submitted).errors) == ["email2", "count"]
    with open(results, encoding="utf-8", newline="") as file:
        ours = {row["Benchmark"].rsplit(".", 1)[1]: float(row["Score"]) for row in csv.DictReader(file)}
    print(f"Django {django.get_version()}, Python {sys.version.split()[0]}")
    missed = False
    for name, call in {"validate": validate, "whole": whole}.items():
        django_ns = timed(call)
        ratio = ours[name] / django_ns
        missed |= ratio > 0.1
        verdict = "ok" if ratio <= 0.1 else "MISSED"
        print(f"{name:10} {django_ns:12.0f} ns {ours[name]:10.0f} ns {ratio:7.3f} {verdict}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

# Run by BesideDjangoTest: reads what Quintet wrote, and writes what Quintet reads.
# Arguments: the URL of the database, and the key of the book that Quintet wrote.
import datetime
import decimal
import sys
import urllib.parse

import django
from django.conf import settings

url = urllib.parse.urlparse(sys.argv[1])
if url.scheme == "sqlite":
    database = {"ENGINE": "django.db.backends.sqlite3", "NAME": url.path}
else:
    database = {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": url.path.strip("/"),
        "USER": url.username,
        "PASSWORD": url.password,
        "HOST": url.hostname,
        "PORT": url.port or "",
    }
settings.configure(
    DATABASES={"default": database},
    INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth", "library"],
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    USE_TZ=True,
    TIME_ZONE="UTC",
)
django.setup()

from library.models import Author, Book, Copy, Member, TaggedItem  # noqa: E402

UTC = datetime.timezone.utc


def same(got, expected):
    assert got == expected and type(got) is type(expected), (got, expected)


book = Book.objects.get(pk=int(sys.argv[2]))
same(book.created, datetime.datetime(2024, 2, 29, 23, 59, 59, 1, tzinfo=UTC))
assert datetime.datetime.now(UTC) - book.updated < datetime.timedelta(hours=1), book.updated
same(book.title, 'Größe "1" – ok')
same(book.subtitle, "")
same(book.edition, 1)
same(book.price, decimal.Decimal("19.90"))
same(book.weight, 0.1)
same(book.published, datetime.date(1999, 12, 31))
same(book.status, 2)
same(book.language, "fr")
same(book.in_print, True)
same(book.metadata, {"a": [1, 2.5, "č"], "n": None, "t": True})
same(book.reading_time, datetime.timedelta(seconds=-90061, milliseconds=500))
same(book.cover.name, "")
same(sorted(book.categories.values_list("pk", flat=True)), [1, 2])
same(book.editor.name, "Žofie Müller")
same(book.editor.is_active, None)
same(book.editor.rating, decimal.Decimal("4.50"))
same(book.editor.last_ip, "2001:db8::1")
same([tag.tag for tag in book.tags.all()], ["fresh"])
same(TaggedItem.objects.get(tag="fresh").content_object, book)
same(Book.objects.filter(metadata__a__1=2.5).count(), 1)
same(Book.objects.filter(created__gt=book.created - datetime.timedelta(microseconds=1),
                         created__lt=book.created + datetime.timedelta(microseconds=1)).count(), 1)
copy = Copy.objects.get(barcode="QUINTET-1")
same(copy.book, book)
same(bytes(copy.checksum), b"\x00\x01\xff")
same(copy.acquired, datetime.datetime(2025, 6, 1, tzinfo=UTC))
same(Copy.objects.get(pk=copy.pk).barcode, "QUINTET-1")
same([one.pk for one in Member.objects.get(pk=2).friends.filter(pk=1)], [1])

author = Author.objects.create(name="Made", slug="made", is_active=True)
made = Book.objects.create(
    created=datetime.datetime(2024, 3, 1, 1, 2, 3, 4, tzinfo=UTC),
    title="Made by Django",
    slug="made",
    isbn="9780000000002",
    publisher=book.publisher,
    editor=author,
    price=decimal.Decimal("7.30"),
    pages=1,
    weight=0.25,
    published=datetime.date(2001, 2, 3),
    status=9,
    language="ja",
    in_print=False,
    metadata={"k": [1, None, "ř"]},
    reading_time=datetime.timedelta(hours=1, milliseconds=250),
)
made.categories.set([1, 2])
Copy.objects.create(
    book=made,
    branch=copy.branch,
    barcode="DJANGO-1",
    acquired=datetime.datetime(2025, 6, 1, tzinfo=UTC),
    checksum=b"\x09\x08\x07",
)
print("all as written")

# A part of the recorded library, in words that Django 3.2 knows too. Nothing here makes a table.
import uuid
from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.db import models


class TaggedItem(models.Model):
    tag = models.SlugField(max_length=40)
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    content_object = GenericForeignKey("content_type", "object_id")


class Publisher(models.Model):
    name = models.CharField(max_length=120, unique=True)


class Author(models.Model):
    name = models.CharField(max_length=120, db_index=True)
    slug = models.SlugField(unique=True, allow_unicode=True)
    email = models.EmailField(blank=True)
    birth_date = models.DateField(null=True, blank=True)
    bio = models.TextField(blank=True)
    rating = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    is_active = models.BooleanField(null=True)
    last_ip = models.GenericIPAddressField(null=True, blank=True)
    tags = GenericRelation(TaggedItem, related_query_name="author")


class Category(models.Model):
    name = models.CharField(max_length=60)


class Book(models.Model):
    created = models.DateTimeField()
    updated = models.DateTimeField(auto_now=True)
    title = models.CharField(max_length=200)
    subtitle = models.CharField(max_length=200, null=True, blank=True)
    slug = models.SlugField(max_length=80)
    isbn = models.CharField("ISBN", max_length=13, unique=True)
    edition = models.PositiveSmallIntegerField(default=1)
    publisher = models.ForeignKey(Publisher, on_delete=models.PROTECT, related_name="books")
    categories = models.ManyToManyField(Category, blank=True, related_name="books")
    editor = models.ForeignKey(Author, on_delete=models.SET_NULL, null=True, blank=True)
    price = models.DecimalField(max_digits=8, decimal_places=2)
    pages = models.PositiveIntegerField()
    weight = models.FloatField(null=True, blank=True)
    published = models.DateField(null=True, blank=True)
    status = models.SmallIntegerField(default=0)
    language = models.CharField(max_length=2, default="en")
    in_print = models.BooleanField(null=True)
    metadata = models.JSONField(null=True, blank=True)
    reading_time = models.DurationField(null=True, blank=True)
    cover = models.FileField(upload_to="covers/", blank=True)
    tags = GenericRelation(TaggedItem, related_query_name="book")


class Branch(models.Model):
    code = models.CharField(max_length=8, unique=True)

    class Meta:
        db_table = "lib_branch"


class Copy(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    book = models.ForeignKey(Book, on_delete=models.CASCADE, related_name="copies")
    branch = models.ForeignKey(Branch, on_delete=models.CASCADE, to_field="code", db_column="br")
    barcode = models.CharField(max_length=20, unique=True)
    acquired = models.DateTimeField()
    condition = models.SmallIntegerField(default=5)
    checksum = models.BinaryField(max_length=16, null=True)


class Member(models.Model):
    name = models.CharField(max_length=120)
    friends = models.ManyToManyField("self", blank=True)

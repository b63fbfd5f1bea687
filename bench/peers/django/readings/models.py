from django.db import models


class Reading(models.Model):
    name = models.CharField(max_length=60)
    kind = models.IntegerField()
    taken = models.DateTimeField()
    worth = models.DecimalField(max_digits=10, decimal_places=2)
    done = models.BooleanField()

    class Meta:
        db_table = "reading"
        ordering = ["-id"]

    def __str__(self):
        return self.name

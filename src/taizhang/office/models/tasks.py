"""Tasks in a tree: who is responsible, until when, how one sees that it is done."""

from django.db import models

from taizhang.office.models.units import Post, Unit

DIRECTIONS = (("up", "越高越好"), ("down", "越低越好"), ("keep", "达到即可"))
PACES = (("sum", "累计完成"), ("rate", "期末比较"))


class Task(models.Model):
    """One task. ``light`` and ``light_why`` are computed; ``reported`` is what the unit says."""

    number = models.CharField(max_length=24, unique=True)
    title = models.CharField(max_length=300)
    words = models.TextField(blank=True, default="")
    kind = models.CharField(max_length=30, db_index=True)
    group = models.CharField(max_length=120, blank=True, default="", db_index=True)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    weight = models.DecimalField(max_digits=7, decimal_places=2, default=1)
    lead = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="led")
    post = models.ForeignKey(Post, null=True, blank=True, on_delete=models.PROTECT, related_name="duties")
    supports = models.ManyToManyField(Unit, through="Support", related_name="supported")
    deadline = models.DateField(null=True, blank=True, db_index=True)

    indicator = models.CharField(max_length=120, blank=True, default="")
    baseline = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)
    target = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)
    unit_text = models.CharField(max_length=30, blank=True, default="")
    direction = models.CharField(max_length=8, choices=DIRECTIONS, default="up")
    pace = models.CharField(max_length=8, choices=PACES, default="sum")
    traced = models.TextField(blank=True, default="")

    clock = models.CharField(max_length=30, default="none")
    lights = models.CharField(max_length=30, default="gyr")
    ladder = models.CharField(max_length=30, default="usual")

    state = models.CharField(max_length=12, default="drafted", db_index=True)
    light = models.CharField(max_length=12, blank=True, default="", db_index=True)
    light_why = models.CharField(max_length=400, blank=True, default="")
    light_since = models.DateField(null=True, blank=True)
    share = models.DecimalField(max_digits=6, decimal_places=4, null=True, blank=True)
    reported = models.CharField(max_length=12, blank=True, default="")
    reported_why = models.CharField(max_length=400, blank=True, default="")

    created_at = models.DateTimeField(auto_now_add=True)
    assigned_on = models.DateField(null=True, blank=True)
    signed_on = models.DateField(null=True, blank=True)
    asked_close_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    version = models.IntegerField(default=1)

    class Meta:
        ordering = ("number",)

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


class Support(models.Model):
    """A supporting unit of a task, in the order in which they were named."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="support_links")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    order = models.IntegerField(default=0)

    class Meta:
        ordering = ("order",)
        constraints = (models.UniqueConstraint(fields=("task", "unit"), name="one_support_a_unit"),)


class Checkpoint(models.Model):
    """What should be reached by a date: a value, or words."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="checkpoints")
    due = models.DateField()
    value = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)
    words = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        ordering = ("due",)


class Stage(models.Model):
    """A stage of the task, copied from a template; done on a day or not yet."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="stages")
    order = models.IntegerField()
    name = models.CharField(max_length=60)
    done_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("order",)

"""Units in a tree, posts in units, people at posts."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


class Unit(models.Model):
    """A unit of the government; ``path`` (``/1/5/``) makes "all below" one prefix."""

    name = models.CharField(max_length=120, unique=True)
    aliases = models.TextField(blank=True, default="")
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    path = models.CharField(max_length=255, default="/", db_index=True)
    order = models.IntegerField(default=0)
    closed = models.BooleanField(default=False)
    version = models.IntegerField(default=1)

    class Meta:
        ordering = ("path", "order")

    def __str__(self) -> str:
        return self.name

    @property
    def depth(self) -> int:
        """How many units stand above."""
        return self.path.count("/") - 2

    def names(self) -> list[str]:
        """The name and every alias (one a line)."""
        return [self.name, *(alias.strip() for alias in self.aliases.splitlines() if alias.strip())]


class PersonManager(BaseUserManager):
    """Finds people by login."""

    def create_person(self, name: str, login: str | None, password: str | None = None) -> "Person":
        """Make a person; without login or password they cannot sign in."""
        person = self.model(name=name, login=login or None)
        person.set_password(password)
        person.save(using=self._db)
        return person


class Person(AbstractBaseUser):
    """Someone who holds posts; with a login, if they have an account."""

    name = models.CharField(max_length=60)
    login = models.CharField(max_length=60, unique=True, null=True, blank=True)
    phone = models.CharField(max_length=40, blank=True, default="")
    is_active = models.BooleanField(default=True)
    must_change = models.BooleanField(default=False)
    version = models.IntegerField(default=1)

    objects = PersonManager()
    USERNAME_FIELD = "login"

    class Meta:
        ordering = ("name", "pk")

    def __str__(self) -> str:
        return self.name


class Post(models.Model):
    """A post in a unit with its role; duty stays with it when the holder changes."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="posts")
    title = models.CharField(max_length=60)
    role = models.CharField(max_length=20)
    holder = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="posts")
    closed = models.BooleanField(default=False)
    version = models.IntegerField(default=1)

    class Meta:
        ordering = ("unit__path", "pk")

    def __str__(self) -> str:
        return f"{self.unit} {self.title}"

"""The gallery of components."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from doithoai.web.gallery.samples import samples


@login_not_required
def gallery(request: HttpRequest) -> HttpResponse:
    """Every component in its states."""
    return render(request, "gallery/gallery.html", samples())

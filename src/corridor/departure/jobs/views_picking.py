"""Picking an occupation and skills by their names, without JavaScript: a search, then a list."""

from __future__ import annotations

from dataclasses import replace

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs import reads, wording
from corridor.departure.jobs.forms_hiring import SKILL_LEVELS, FindForm
from corridor.kernel.actors.api import acting
from corridor.kernel.places import api as places


@require_http_methods(["GET", "POST"])
@login_required
def occupation(request: HttpRequest, number: str) -> HttpResponse:
    """Choose the ESCO occupation, or one of the ISCO groups."""
    actor = acting(request)
    found = reads.own_by_number(actor, number)
    draft = jobs.draft_of(found)
    if request.method == "POST":
        picked = chosen(request.POST.get("pick", ""))
        if picked is None:
            messages.error(request, _("Choose one of the list."))
            return redirect("jobs.hiring_occupation", number=number)
        isco, esco = picked
        jobs.change_vacancy(
            actor=actor,
            vacancy=found,
            draft=replace(draft, isco=isco, esco=esco),
            revision=found.revision,
        )
        return redirect("jobs.hiring_edit", number=number, part="job")
    text = request.GET.get("q", found.title).strip()[:100]
    context = {
        "vacancy": found,
        "form": FindForm(initial={"q": text}),
        "text": text,
        "found": places.search_occupations(text) if text else [],
        "groups": places.occupation_groups(),
        "now": wording.names_for([found]).occupation(found),
    }
    return render(request, "jobs/pick_occupation.html", context)


def chosen(pick: str) -> tuple[str, str] | None:
    """ISCO and ESCO codes of what was picked: an address of ESCO, or the digit of a group."""
    if pick.isdecimal() and len(pick) == 1:
        return pick, ""
    try:
        found = places.occupation(pick)
    except places.UnknownCode:
        return None
    return found.group_id, found.code


@require_http_methods(["GET", "POST"])
@login_required
def skills(request: HttpRequest, number: str) -> HttpResponse:
    """Add skills: those ESCO relates to the occupation, or found by their words."""
    actor = acting(request)
    found = reads.own_by_number(actor, number)
    draft = jobs.draft_of(found)
    if request.method == "POST":
        level = request.POST.get("level", "1")
        added = [
            jobs.SkillAsked(skill=skill, level_least=int(level) if level in "123" else 1)
            for skill in dict.fromkeys(request.POST.getlist("pick"))
            if known(skill)
        ]
        if "usual" in request.POST:
            added += jobs.skills_of({found.esco}).get(found.esco, ())
        held = {each.skill for each in draft.skills}
        new = [each for each in added if each.skill not in held]
        jobs.change_vacancy(
            actor=actor,
            vacancy=found,
            draft=replace(draft, skills=(*draft.skills, *new)),
            revision=found.revision,
        )
        messages.success(request, _("%(count)s skills were added.") % {"count": len(new)})
        return redirect("jobs.hiring_edit", number=number, part="needs")
    text = request.GET.get("q", "").strip()[:100]
    context = {
        "vacancy": found,
        "form": FindForm(initial={"q": text}),
        "text": text,
        "found": places.search_skills(text) if text else [],
        "levels": SKILL_LEVELS,
        "has_usual": bool(found.esco and jobs.skills_of({found.esco}).get(found.esco)),
        "occupation": wording.names_for([found]).occupation(found),
    }
    return render(request, "jobs/pick_skills.html", context)


def known(skill: str) -> bool:
    try:
        places.skill(skill)
    except places.UnknownCode:
        return False
    return True

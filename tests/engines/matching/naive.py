"""The slow twin: one worker, one vacancy, one criterion at a time, on plain rows."""

from __future__ import annotations

import hashlib

from corridor.engines.matching import CEFR, ORDER, Criteria

DEFAULT_WEIGHT = {"skills_essential": 2, "skills_optional": 1}


def pairs(cell):
    return [item for item in (cell or "").split(";") if item]


def levelled(cell):
    found = {}
    for item in pairs(cell):
        code, level = item.split("x")[0].rsplit(":", 1)
        found[code] = CEFR.index(level) + 1 if level in CEFR else int(level)
    return found


def asked_skills(vacancy, criteria):
    own = criteria.skills is None or criteria.skills.own
    asked = {}
    for column, default in DEFAULT_WEIGHT.items() if own else ():
        for item in pairs(vacancy.get(column)):
            weight = int(item.split("x")[1]) if "x" in item else default
            code, level = item.split("x")[0].rsplit(":", 1)
            asked[code] = [int(level), weight, column == "skills_essential"]
    for code, level in (criteria.skills.also if criteria.skills else {}).items():
        now = asked.get(code, [0, 0, True])
        asked[code] = [max(now[0], level), max(now[1], 2), True]
    return asked


def asked_languages(vacancy, criteria):
    chosen = criteria.languages
    asked = levelled(vacancy.get("languages")) if chosen is None or chosen.own else {}
    for code, level in (chosen.also if chosen else {}).items():
        asked[code] = max(asked.get(code, 0), level)
    return asked


def floor(vacancy, criteria, name, key):
    chosen = getattr(criteria, name)
    own = (vacancy.get(key) or 0) if chosen is None or chosen.own else 0
    return max(own, getattr(chosen, key) if chosen else 0)


def shared_digits(worker, group):
    best = 0
    for code in pairs(worker.get("isco")):
        same = 0
        while same < len(group) and code[same] == group[same]:
            same += 1
        best = max(best, same)
    return best


def passes_country(worker, vacancy, chosen):
    own = pairs(vacancy.get("countries")) if chosen.own else []
    allowed = set(own) & set(chosen.allow) if own and chosen.allow else set(own or chosen.allow)
    country = worker.get(chosen.by)
    if (own or chosen.allow) and country not in allowed:
        return False
    return not chosen.refuse or (bool(country) and country not in chosen.refuse)


def passes_age(worker, age):
    born = worker.get("birth_year")
    return bool(born) and age.min <= age.as_of.year - born <= age.max


def passes(name, worker, vacancy, criteria: Criteria) -> bool:
    chosen = getattr(criteria, name)
    if name == "occupation":
        group = (vacancy.get("isco") or "")[: chosen.digits]
        return shared_digits(worker, group) == len(group)
    if name == "countries":
        return passes_country(worker, vacancy, chosen)
    if name in ("permits", "licences"):
        own = pairs(vacancy.get(name)) if chosen.own else []
        asked, held = {*own, *chosen.also}, set(pairs(worker.get(name)))
        return (not asked or bool(asked & held)) if name == "permits" else asked <= held
    if name == "education":
        return (worker.get("eqf") or 0) >= floor(vacancy, criteria, name, "eqf_min")
    if name == "experience":
        asked = floor(vacancy, criteria, name, "years_min")
        years = worker.get("years")
        return asked == 0 or (years is not None and years >= asked)
    if name == "languages":
        held = levelled(worker.get("languages"))
        asked = asked_languages(vacancy, criteria)
        return all(held.get(code, 0) >= level for code, level in asked.items())
    if name == "availability":
        start, ready = vacancy.get("start"), worker.get("available_from")
        return not start or not ready or (ready - start).days <= chosen.grace_days
    if name == "age":
        return passes_age(worker, chosen)
    held = levelled(worker.get("skills"))
    essential = {c: a for c, a in asked_skills(vacancy, criteria).items() if a[2]}
    met = sum(held.get(code, 0) >= asked[0] for code, asked in essential.items())
    return met * 100 >= len(essential) * chosen.essential_percent


def share(total, weights):
    """Largest remainder by hand; equal remainders to the earlier."""
    whole = sum(weights)
    shares = [total * weight // whole for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda i: (-(total * weights[i] % whole), i))
    for place in by_remainder[: total - sum(shares)]:
        shares[place] += 1
    return shares


def components(worker, vacancy, criteria):
    """(weight of component, [(weight, held, target), ...]) in the order of the components."""

    def above(name):
        return criteria.soft[name].above if name in criteria.soft else 0

    skills, held = asked_skills(vacancy, criteria), levelled(worker.get("skills"))
    languages, spoken = asked_languages(vacancy, criteria), levelled(worker.get("languages"))
    group = vacancy.get("isco") or ""
    years = floor(vacancy, criteria, "experience", "years_min") + above("experience")
    eqf = min(floor(vacancy, criteria, "education", "eqf_min") + above("education"), 8)
    asked = {
        "skills": [
            (skills[c][1], held.get(c, 0), min(skills[c][0] + above("skills"), 3))
            for c in sorted(skills)
        ],
        "languages": [
            (1, spoken.get(c, 0), min(languages[c] + above("languages"), 7))
            for c in sorted(languages)
        ],
        "experience": [(1, worker.get("years") or 0, years)] if years else [],
        "education": [(1, worker.get("eqf") or 0, eqf)] if eqf else [],
        "occupation": [(1, shared_digits(worker, group), len(group))] if group else [],
    }
    return [
        (criteria.soft[name].weight, parts)
        for name, parts in asked.items()
        if parts and name in criteria.soft and criteria.soft[name].weight
    ]


def score(worker, vacancy, criteria):
    parts = components(worker, vacancy, criteria)
    if not parts:
        return 10_000
    total = 0
    for points, (_, items) in zip(share(10_000, [p[0] for p in parts]), parts, strict=True):
        shares = share(points, [item[0] for item in items])
        for own, (_, held, target) in zip(shares, items, strict=True):
            total += own * min(held, target) // target
    return total


def shortlist(workers, vacancies, criteria, *, top, seed):
    """[(vacancy id, worker id, rank, score)] and {vacancy id: {criterion: fell}}."""
    rows, funnel = [], {}
    for vacancy in vacancies:
        fell = dict.fromkeys(ORDER, 0)
        eligible = []
        for worker in workers:
            failed = [n for n in criteria.hard if not passes(n, worker, vacancy, criteria)]
            if failed:
                fell[failed[0]] += 1
            else:
                ticket = hashlib.sha256(f"{seed}:{worker['id']}".encode()).digest()[:8]
                eligible.append((-score(worker, vacancy, criteria), ticket, worker["id"]))
        funnel[vacancy["id"]] = fell
        for rank, (points, _, worker_id) in enumerate(sorted(eligible)[:top], 1):
            rows.append((vacancy["id"], worker_id, rank, -points))
    return rows, funnel

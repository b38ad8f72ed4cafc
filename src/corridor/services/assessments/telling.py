"""What those who take part are told: by e-mail or SMS, and on their page of messages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from babel.dates import format_datetime
from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from corridor.kernel import script
from corridor.kernel.accounts.api import User
from corridor.kernel.messaging import api as messaging
from corridor.services.assessments.models import Candidate, Objection, Result, Session, Slot

TEMPLATE = "assessments/note"
BRIEF_LENGTH_MAX = 250
NO_BREAK = "\u00a0"  # set apart, it must not be torn over two lines


@dataclass(frozen=True)
class Note:
    """A subject and sentences, in the language that is spoken when they are made."""

    subject: str
    sentences: tuple[str, ...]

    def brief(self) -> str:
        """What fits into a few SMS in any script."""
        subject = self.subject[:BRIEF_LENGTH_MAX]
        found = subject if subject.endswith((".", "!", "?")) else f"{subject}."
        for sentence in self.sentences:
            if len(found) + len(sentence) > BRIEF_LENGTH_MAX:
                break
            found += f" {sentence}"
        return found


def recipient_of(candidate: Candidate) -> messaging.Recipient | None:
    """How the person of this candidate is reached: as their profile says, else their account."""
    person = candidate.person
    user = person.user
    email = person.email or (user.email if user else None)
    phone = person.phone or (user.phone if user else None)
    if not (email or phone or user):
        return None
    known = {code for code, _name in settings.LANGUAGES}
    spoken = user.language if user else person.language
    return messaging.Recipient(
        email=email or None,
        phone=phone or None,
        user_id=user.pk if user else None,
        language=spoken if spoken in known else settings.LANGUAGE_CODE,
    )


def tell(candidate: Candidate, note: Callable[[], Note], *, key: str) -> bool:
    """Send a note to a candidate, once per key; False where nothing reaches them."""
    to = recipient_of(candidate)
    if to is None:
        return False
    page = reverse("assessments.mine", kwargs={"number": candidate.session.number})
    _send(to, note, page=page, key=f"{TEMPLATE}:{candidate.pk}:{key}")
    return True


def tell_user(user: User, note: Callable[[], Note], *, session: Session, key: str) -> None:
    """The same to somebody with an account, such as an examiner."""
    to = messaging.Recipient(
        email=user.email, phone=user.phone, user_id=user.pk, language=user.language
    )
    _send(to, note, page=session.get_absolute_url(), key=f"{TEMPLATE}:user{user.pk}:{key}")


def _send(to: messaging.Recipient, note: Callable[[], Note], *, page: str, key: str) -> None:
    with translation.override(to.language):
        made = note()
    context = {
        "subject": made.subject,
        "sentences": made.sentences,
        "brief": made.brief(),
        "page": settings.BASE_URL + page,
    }
    messaging.send(to=to, template=TEMPLATE, context=context, key=key)


def when(moment: datetime, session: Session) -> str:
    """A moment where the session is held, with the name of that time."""
    language = translation.to_locale(translation.get_language() or "en")
    local = moment.astimezone(session.zone)
    own = script.has_own_digits()
    pattern = "EEEE، d MMMM y، HH:mm" if own else "EEEE, d MMMM y, HH:mm"
    said: str = script.in_digits(format_datetime(local, pattern, locale=language))
    place = session.time_zone.rpartition("/")[2].replace("_", " ")
    offset = f"{local:%z}"
    zone = f"{place}, UTC{offset[:3]}:{offset[3:]}"
    return f"{said} ({script.apart(zone.replace(' ', NO_BREAK)) if own else zone})"


def hour(moment: datetime, session: Session) -> str:
    """The hour alone, where the session is held, in the reader's digits."""
    return script.in_digits(moment.astimezone(session.zone).strftime("%H:%M"))


def where(session: Session) -> str:
    return ", ".join(part for part in (session.place, session.link) if part)


def facts_of(session: Session, slot: Slot | None) -> tuple[str, ...]:
    """When, where and what to bring."""
    found = [_("Place: %(place)s") % {"place": where(session)}]
    if slot is not None:
        found.insert(0, _("Time: %(time)s") % {"time": when(slot.starts_at, session)})
    if session.note:
        found.append(session.note)
    return tuple(found)


def invited(candidate: Candidate) -> Note:
    session = candidate.session
    until = when(session.books_until, session)
    return Note(
        _("You are invited: %(title)s") % {"title": session.title},
        (
            _("Choose a time until %(until)s, or say that you cannot come.") % {"until": until},
            *facts_of(session, None),
        ),
    )


def booked(candidate: Candidate) -> Note:
    session = candidate.session
    return Note(
        _("You have a place: %(title)s") % {"title": session.title},
        (
            *facts_of(session, candidate.slot),
            _("Bring your number %(reference)s.")
            % {"reference": candidate.person.reference_spaced},
        ),
    )


def moved_up(candidate: Candidate) -> Note:
    note = booked(candidate)
    became_free = _("A place became free and it is yours. If you cannot come, say so.")
    return Note(note.subject, (became_free, *note.sentences))


def on_waiting_list(candidate: Candidate) -> Note:
    return Note(
        _("You are on the waiting list: %(title)s") % {"title": candidate.session.title},
        (_("When a place becomes free, it is yours and we tell you at once."),),
    )


def changed(candidate: Candidate) -> Note:
    session = candidate.session
    return Note(
        _("Time or place changed: %(title)s") % {"title": session.title},
        facts_of(session, candidate.slot),
    )


def cancelled(session: Session) -> Note:
    return Note(
        _("Cancelled: %(title)s") % {"title": session.title},
        (
            _("It will not be held on %(time)s.") % {"time": when(session.starts_at, session)},
            _("Reason: %(reason)s") % {"reason": session.cancelled_because},
        ),
    )


def reminded(candidate: Candidate) -> Note:
    note = booked(candidate)
    return Note(_("Do not forget: %(title)s") % {"title": candidate.session.title}, note.sentences)


def result_told(result: Result) -> Note:
    """The result in plain words: line by line, what it is worth, and what one can do."""
    session = result.candidate.session
    subject = _("Your result: %(title)s") % {"title": session.title}
    return Note(subject, (*_reached(result), *_what_next(result)))


def _reached(result: Result) -> Iterable[str]:
    session = result.candidate.session
    yield _("You passed.") if result.passed else _("You did not pass.")
    for line in session.lines:
        points = {"line": line.text, "points": result.scores[line.code], "most": line.scale_max}
        yield _("%(line)s: %(points)s of %(most)s points") % points
    share = {"share": f"{result.percent:.4g}", "mark": f"{session.pass_share / 100:.4g}"}
    yield _("Together %(share)s%%; %(mark)s%% are needed.") % share
    if result.level:
        yield _("Level: %(level)s") % {"level": result.level}


def _what_next(result: Result) -> Iterable[str]:
    from corridor.services.assessments import reads

    if result.passed and result.valid_until:
        yield _("It is valid until %(day)s.") % {"day": day(result.valid_until)}
    again = reads.may_try_again_on(result)
    if not result.passed:
        yield _("You may try again from %(day)s; ask the office for a date.") % {"day": day(again)}
    until = reads.objection_until(result)
    yield _(
        "If you think it is wrong, object until %(day)s; the answer comes within %(days)s days."
    ) % {
        "day": day(until),
        "days": result.candidate.session.kind.reply_days,
    }


def answered(objection: Objection) -> Note:
    title = objection.result.candidate.session.title
    said = (
        _("Your objection was right; the result is corrected.")
        if objection.upheld
        else _("The result stays as it is.")
    )
    return Note(
        _("Answer to your objection: %(title)s") % {"title": title}, (said, objection.answer)
    )


def day(value: Any) -> str:
    """A day in words, its day before its month in English too."""
    plain = script.has_own_digits() or translation.get_language() == "en"
    return script.in_digits(date_format(value, "j F Y" if plain else "DATE_FORMAT"))

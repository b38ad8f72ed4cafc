"""A Europass CV is read into what a person says; anything else is refused whole."""

from __future__ import annotations

from datetime import date

import pytest

from corridor.kernel.people import europass
from corridor.kernel.people.errors import EuropassUnreadable
from corridor.kernel.people.kinds import Experience, Language, Licence, Qualification, Skill

# Typed by hand after the schema's documentation (Europass CV XML schema 3.0, chapter 3).
CV = b"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Candidate xmlns="http://www.europass.eu/1.0" xmlns:oa="http://www.openapplications.org/oagis/9"
    xmlns:eures="http://www.europass_eures.eu/1.0" xmlns:hr="http://www.hr-xml.org/3">
  <CandidatePerson>
    <PersonName><oa:GivenName>Amina</oa:GivenName></PersonName>
    <PrimaryLanguageCode name="NORMAL">amh</PrimaryLanguageCode>
  </CandidatePerson>
  <CandidateProfile languageCode="en">
    <EmploymentHistory>
      <EmployerHistory>
        <hr:OrganizationName>Black Lion Hospital</hr:OrganizationName>
        <PositionHistory>
          <PositionTitle typeCode="FREETEXT">Nurse</PositionTitle>
          <eures:EmploymentPeriod>
            <eures:StartDate><hr:FormattedDateTime>2018-02</hr:FormattedDateTime></eures:StartDate>
            <eures:EndDate><hr:FormattedDateTime>2020</hr:FormattedDateTime></eures:EndDate>
            <hr:CurrentIndicator>false</hr:CurrentIndicator>
          </eures:EmploymentPeriod>
          <Country>et</Country>
        </PositionHistory>
      </EmployerHistory>
      <EmployerHistory>
        <PositionHistory>
          <PositionTitle>Carer</PositionTitle>
          <eures:EmploymentPeriod>
            <eures:StartDate>
            <hr:FormattedDateTime>2021-05-04</hr:FormattedDateTime></eures:StartDate>
            <eures:EndDate><hr:FormattedDateTime>2030</hr:FormattedDateTime></eures:EndDate>
            <hr:CurrentIndicator>true</hr:CurrentIndicator>
          </eures:EmploymentPeriod>
        </PositionHistory>
      </EmployerHistory>
      <EmployerHistory><hr:OrganizationName>No title</hr:OrganizationName></EmployerHistory>
    </EmploymentHistory>
    <EducationHistory>
      <EducationOrganizationAttendance>
        <hr:OrganizationName>Addis Ababa University</hr:OrganizationName>
        <AttendancePeriod>
          <eures:EndDate><hr:FormattedDateTime>2017-07-01</hr:FormattedDateTime></eures:EndDate>
        </AttendancePeriod>
        <EducationDegree><hr:DegreeName>BSc Nursing</hr:DegreeName></EducationDegree>
        <EducationLevelCode>6</EducationLevelCode>
      </EducationOrganizationAttendance>
    </EducationHistory>
    <eures:Licenses><License><hr:LicenseTypeCode>B</hr:LicenseTypeCode></License></eures:Licenses>
    <PersonQualifications>
      <PersonCompetency>
        <CompetencyID schemeName="NORMAL">deu</CompetencyID>
        <hr:TaxonomyID>language</hr:TaxonomyID>
        <eures:CompetencyDimension>
        <eures:Score>
        <hr:ScoreText>B2</hr:ScoreText></eures:Score></eures:CompetencyDimension>
        <eures:CompetencyDimension>
        <eures:Score>
        <hr:ScoreText>A2</hr:ScoreText></eures:Score></eures:CompetencyDimension>
      </PersonCompetency>
      <PersonCompetency>
        <CompetencyID schemeName="FREE_TEXT">Elvish</CompetencyID>
        <hr:TaxonomyID>language</hr:TaxonomyID>
      </PersonCompetency>
    </PersonQualifications>
    <Skills>
      <PersonCompetency>
        <hr:TaxonomyID>Digital_Skill</hr:TaxonomyID>
        <hr:CompetencyName>Spreadsheets</hr:CompetencyName>
      </PersonCompetency>
      <OrganisationalSkills>
        <OrganisationalSkill><Title>Planning of shifts</Title></OrganisationalSkill>
      </OrganisationalSkills>
    </Skills>
  </CandidateProfile>
</Candidate>
"""


@pytest.mark.usefixtures("starter")
def test_everything_a_cv_says_is_found_and_the_rest_is_named() -> None:
    found = europass.read_europass(CV)
    assert found.values == (
        Experience(
            label="Nurse",
            employer="Black Lion Hospital",
            country="ETH",
            from_date=date(2018, 2, 1),
            until_date=date(2020, 12, 31),
        ),
        Experience(label="Carer", from_date=date(2021, 5, 4)),
        Qualification(
            label="BSc Nursing", eqf=6, institution="Addis Ababa University", awarded_year=2017
        ),
        Language(language="am", cefr="NATIVE"),
        Language(language="de", cefr="A2"),
        Skill(label="Spreadsheets"),
        Skill(label="Planning of shifts"),
        Licence(label="Driving licence B", gives="drive"),
    )
    assert found.left_out == ("Experience: –", "Language: –")


ENTITY = b'<!DOCTYPE Candidate [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"%PDF-1.7",
        b'{"SkillsPassport": {}}',
        b"<Candidate/>",
        b'<html xmlns="http://www.w3.org/1999/xhtml"/>',
        CV[:-20],
        CV.replace(b"europass.eu/1.0", b"europass.example/1.0"),
        ENTITY + b'<Candidate xmlns="http://www.europass.eu/1.0">&a;</Candidate>',
        b'<?xml version="1.0" encoding="klingon"?><Candidate/>',
        b" " * (europass.BYTES_MOST + 1),
    ],
    ids=["empty", "pdf", "json", "bare", "html", "cut", "other", "entity", "encoding", "long"],
)
def test_anything_else_is_refused(content: bytes) -> None:
    with pytest.raises(EuropassUnreadable):
        europass.read_europass(content)


@pytest.mark.usefixtures("starter")
def test_an_impossible_day_is_no_day() -> None:
    wrong = CV.replace(b"2018-02<", b"2018-99<")
    assert europass.read_europass(wrong).values[0].from_date is None


def test_a_cv_of_nothing_says_nothing() -> None:
    found = europass.read_europass(b'<Candidate xmlns="http://www.europass.eu/2.0"/>')
    assert found == europass.Found((), ())

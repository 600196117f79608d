// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/names.h"

#include "core/codes/places.h"
#include "models/text.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>
#include <utility>

namespace madoguchi::models {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Names)
};

constexpr std::array<std::pair<std::string_view, const char*>, 13> kApplicantFields{{
    {"/party/kind", QT_TRANSLATE_NOOP("Names", "Kind of applicant")},
    {"/party/name/display", QT_TRANSLATE_NOOP("Names", "Name")},
    {"/party/name/jis", QT_TRANSLATE_NOOP("Names", "Name for exchange")},
    {"/party/name/kana", QT_TRANSLATE_NOOP("Names", "Name in kana")},
    {"/party/representative", QT_TRANSLATE_NOOP("Names", "Representative")},
    {"/party/address/postalCode", QT_TRANSLATE_NOOP("Names", "Postal code")},
    {"/party/address/municipality", QT_TRANSLATE_NOOP("Names", "Municipality")},
    {"/party/address/town", QT_TRANSLATE_NOOP("Names", "Town")},
    {"/party/address/rest", QT_TRANSLATE_NOOP("Names", "Block and number")},
    {"/party/address/building", QT_TRANSLATE_NOOP("Names", "Building")},
    {"/party/phone", QT_TRANSLATE_NOOP("Names", "Telephone")},
    {"/party/email", QT_TRANSLATE_NOOP("Names", "E-mail")},
    {"/agent", QT_TRANSLATE_NOOP("Names", "Agent")},
}};

QString applicantFieldTitle(std::string_view pointer) {
  constexpr std::string_view agent = "/agent/";
  if (pointer.substr(0, agent.size()) == agent)
    return Say::tr("Agent: %1")
        .arg(applicantFieldTitle("/party/" + std::string(pointer.substr(agent.size()))));
  for (const auto& [name, title] : kApplicantFields)
    if (name == pointer) return Say::tr(title);
  return qtext(pointer);
}

} // namespace

QString personName(const References& references, const core::UserId& id) {
  const auto found = references.people.find(id);
  if (found == references.people.end()) return qtext(id.value);
  return localText(found->second.nameJa, found->second.nameEn);
}

QString officeName(const References& references, const core::OfficeId& id) {
  const core::Office* office = references.offices.find(id);
  return office == nullptr ? qtext(id.value) : localText(office->nameJa, office->nameEn);
}

QString procedureTitle(const References& references, const core::ProcedureId& id, int version) {
  const core::Procedure* procedure = references.procedure(id, version);
  return procedure == nullptr ? qtext(id.value) : localText(procedure->title);
}

QString criterionTitle(const core::Procedure* procedure, const core::CriterionId& id) {
  const core::Criterion* criterion = procedure == nullptr ? nullptr : core::criterion(*procedure, id);
  return criterion == nullptr ? qtext(id.value) : localText(criterion->title);
}

QString findingTitle(const core::Procedure* procedure, const core::CriterionId& id,
                     std::string_view finding) {
  if (finding.empty()) return Say::tr("open");
  const core::Criterion* criterion = procedure == nullptr ? nullptr : core::criterion(*procedure, id);
  const core::Finding* found = criterion == nullptr ? nullptr : core::finding(*criterion, finding);
  return found == nullptr ? qtext(finding) : localText(found->title);
}

QString documentKindTitle(const core::Procedure* procedure, std::string_view kind) {
  const core::DocumentKind* found = procedure == nullptr ? nullptr : core::documentKind(*procedure, kind);
  if (found != nullptr) return localText(found->title);
  return kind.empty() ? Say::tr("Other document") : qtext(kind);
}

QString fieldTitle(const core::Procedure* procedure, std::string_view pointer) {
  constexpr std::string_view form = "/form";
  constexpr std::string_view applicant = "/applicant";
  if (pointer == "/holder") return Say::tr("Holder");
  if (pointer == "/draft") return Say::tr("Draft decision");
  constexpr std::string_view criteria = "/criteria/";
  if (pointer.substr(0, criteria.size()) == criteria)
    return criterionTitle(procedure, core::CriterionId(std::string(pointer.substr(criteria.size()))));
  if (pointer.substr(0, applicant.size() + 1) == "/applicant/")
    return applicantFieldTitle(pointer.substr(applicant.size()));
  if (pointer.substr(0, form.size() + 1) == "/form/") pointer.remove_prefix(form.size());
  const core::Field* field = procedure == nullptr ? nullptr : core::field(*procedure, pointer);
  return field == nullptr ? applicantFieldTitle(pointer) : localText(field->title);
}

QString addressLine(const core::Address& address) {
  const core::Municipality* municipality = core::knownPlace(address.municipality);
  QStringList parts;
  if (!address.postalCode.empty()) {
    QString code = qtext(address.postalCode);
    if (code.size() == 7) code.insert(3, QChar(u'-'));
    parts << QChar(u'〒') + code;
  }
  QString line = municipality == nullptr ? qtext(address.municipality) : qtext(municipality->ja);
  parts << line + qtext(address.town) + qtext(address.rest);
  if (!address.building.empty()) parts << qtext(address.building);
  return parts.join(QChar(u' '));
}

} // namespace madoguchi::models

// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intakedraft.h"

#include "core/base/codec.h"
#include "core/text/mynumber.h"

#include <boost/describe.hpp>

#include <algorithm>

namespace madoguchi::models {

BOOST_DESCRIBE_STRUCT(IntakeDraft, (),
                      (procedure, office, channel, stampedOn, isProtected, scan, applicant, form, typed))

namespace {

// No case has this id.
const core::CaseId kPlace("desk:intake");
const QString kPaper = QStringLiteral("paper");
const QString kScan = QStringLiteral("scan:");

QString nameOf(const QString& scan) {
  return scan.isEmpty() ? kPaper : kScan + scan;
}

void leaveOutNumbers(core::json::value& value) {
  if (auto* text = value.if_string()) {
    if (core::findMyNumber({text->data(), text->size()})) text->clear();
  } else if (auto* array = value.if_array()) {
    for (core::json::value& item : *array)
      leaveOutNumbers(item);
  } else if (auto* object = value.if_object()) {
    for (auto& pair : *object)
      leaveOutNumbers(pair.value());
  }
}

bool isNothing(const core::json::value& form) {
  return form.is_null() || (form.is_object() && form.get_object().empty());
}

} // namespace

bool IntakeDraft::isEmpty() const {
  // Who applies is a person until somebody says otherwise; that alone is a choice too.
  core::Applicant nobody;
  nobody.party.kind = applicant.party.kind;
  return scan.empty() && applicant == nobody && isNothing(form) && typed.empty();
}

std::optional<IntakeDraft> keptIntake(const DraftKeeper& drafts, const QString& scan) {
  const QString text = drafts.drafts(kPlace).value(nameOf(scan));
  if (text.isEmpty()) return std::nullopt;
  const auto draft = core::parseJson(text.toStdString()).and_then([](const core::json::value& value) {
    return core::codec::read<IntakeDraft>(value);
  });
  return draft ? std::optional(*draft) : std::nullopt;
}

void keepIntake(DraftKeeper& drafts, const QString& scan, const IntakeDraft& draft) {
  QMap<QString, QString> kept = drafts.drafts(kPlace);
  core::json::value value = core::codec::toValue(draft);
  leaveOutNumbers(value);
  if (draft.isEmpty() || core::findMyNumber(scan.toStdString()))
    kept.remove(nameOf(scan));
  else
    kept.insert(nameOf(scan), QString::fromStdString(core::canonicalJson(value)));
  if (kept != drafts.drafts(kPlace)) drafts.keep(kPlace, kept);
}

void forgetGoneScans(DraftKeeper& drafts, const ScanTray& tray) {
  if (!tray.isReadable()) return;
  const auto waits = [&](const QString& path) {
    return std::any_of(tray.files().begin(), tray.files().end(),
                       [&](const ScannedFile& file) { return file.path == path; });
  };
  QMap<QString, QString> kept = drafts.drafts(kPlace);
  for (auto draft = kept.begin(); draft != kept.end();) {
    const bool ofTray = draft.key().startsWith(kScan + tray.folder());
    const bool gone = ofTray && !waits(draft.key().mid(kScan.size()));
    draft = gone ? kept.erase(draft) : std::next(draft);
  }
  if (kept != drafts.drafts(kPlace)) drafts.keep(kPlace, kept);
}

} // namespace madoguchi::models

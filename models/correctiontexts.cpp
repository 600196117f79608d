// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correctiontexts.h"

#include "core/calendar/era.h"
#include "core/procedures/correctiontext.h"
#include "models/correctionletter.h"
#include "models/correctionreplies.h"
#include "models/names.h"
#include "models/schemapath.h"
#include "models/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace madoguchi::models {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(CorrectionTexts)
};

constexpr const char* kGeneral[] = {"記入がありません。記入のうえ提出してください。",
                                    "添付書類の記載と一致しません。確認のうえ訂正してください。",
                                    "書類が不鮮明で読み取れません。再度提出してください。",
                                    "有効期限が切れています。有効なものを提出してください。",
                                    "添付がありません。提出してください。"};
constexpr const char* kWhole = "申請書";

/// In the user's language, as far as it can be known before it is used.
QString helpOf(const core::Procedure& procedure, const core::CorrectionTemplate& item) {
  const core::CorrectionItem about{item.pointer, item.documentKind, {}};
  const QString target = item.pointer.empty() && item.documentKind.empty() ? Say::tr("the field or document")
                                                                           : targetName(&procedure, about);
  const core::CorrectionWords words{target.toStdString(), Say::tr("the due day").toStdString()};
  const auto language = isJapanese() ? core::NoticeLanguage::Japanese : core::NoticeLanguage::English;
  return qtext(core::fillCorrection(procedure, isJapanese() ? item.text.ja : item.text.en, words, language));
}

bool isSame(const core::CorrectionItem& one, const core::CorrectionItem& other) {
  return one.pointer == other.pointer && one.documentKind == other.documentKind;
}

} // namespace

std::vector<UsualText> usualTexts(const core::Procedure* procedure, const QStringList& own) {
  std::vector<UsualText> all;
  if (procedure != nullptr)
    for (const core::CorrectionTemplate& item : procedure->corrections)
      all.push_back({UsualText::Origin::Procedure,
                     localText(item.title),
                     helpOf(*procedure, item),
                     item.text.ja,
                     {item.pointer, item.documentKind, {}}});
  for (const QString& text : own)
    all.push_back({UsualText::Origin::Own, text, {}, text.toStdString()});
  for (const char* text : kGeneral)
    all.push_back({UsualText::Origin::General, QString::fromUtf8(text), {}, text});
  return all;
}

QString filledText(const core::Procedure* procedure, const std::string& text,
                   const core::CorrectionItem& item, std::optional<core::Date> due) {
  if (procedure == nullptr) return qtext(text);
  std::string target = targetTitle(procedure, item);
  if (target.empty()) target = kWhole;
  return qtext(core::fillCorrection(*procedure, text, {target, due ? core::toEraText(*due) : std::string()}));
}

std::vector<CorrectionTarget> correctionTargets(const core::Procedure& procedure) {
  std::vector<CorrectionTarget> targets;
  for (const core::DocumentKind& kind : procedure.documents)
    targets.push_back({Say::tr("Document: %1").arg(localText(kind.title)), {{}, kind.id, {}}});
  for (const core::Section& section : procedure.layout.sections)
    for (const core::Field& field : section.fields)
      targets.push_back({localText(field.title), {field.pointer, {}, {}}});
  if (procedure.layout.sections.empty())
    for (const SchemaPath& path : schemaPaths(procedure.form))
      targets.push_back({qtext(path.title), {path.pointer, {}, {}}});
  return targets;
}

QString targetName(const core::Procedure* procedure, const core::CorrectionItem& item) {
  if (!item.documentKind.empty()) return documentKindTitle(procedure, item.documentKind);
  if (item.pointer.empty()) return Say::tr("The whole application");
  if (procedure != nullptr && procedure->layout.sections.empty())
    if (const std::string path = schemaPath(procedure->form, item.pointer); !path.empty()) return qtext(path);
  return fieldTitle(procedure, item.pointer);
}

std::vector<core::CorrectionItem> proposedItems(const core::CaseState& state,
                                                const core::Procedure& procedure,
                                                const std::vector<core::FormError>& errors) {
  std::vector<core::CorrectionItem> items;
  for (const core::CorrectionItem* open : openItems(state))
    items.push_back(*open);
  const auto add = [&items](core::CorrectionItem item) {
    const bool there = std::any_of(items.begin(), items.end(),
                                   [&](const core::CorrectionItem& known) { return isSame(known, item); });
    if (!there) items.push_back(std::move(item));
  };
  for (const core::FormError& error : errors)
    add({error.pointer, {}, correctionText(error).toStdString()});
  for (const core::DocumentKind* kind : core::requiredDocuments(procedure, state.form)) {
    const bool there = std::any_of(state.documents.begin(), state.documents.end(), [&](const auto& document) {
      return document.kind == kind->id && !document.detached;
    });
    if (!there) add({{}, kind->id, missingDocumentText().toStdString()});
  }
  return items;
}

} // namespace madoguchi::models

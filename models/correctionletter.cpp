// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correctionletter.h"

#include "core/calendar/era.h"
#include "models/formerrortext.h"
#include "models/schemapath.h"
#include "models/text.h"

namespace madoguchi::models {

namespace {

using Kind = core::NoticeParagraph::Kind;

// The letter is an act of the office: its words are Japanese, whatever language the desk speaks.
constexpr const char* kTitle = "補正について（依頼）";

std::string opening(const core::CaseState& state, const core::Procedure* procedure, core::Date due) {
  const std::string what = procedure == nullptr ? "申請" : procedure->title.ja + "の申請";
  return core::toEraText(state.arrivedOn) + "に受け付けた" + what +
         "について、次のとおり補正が必要ですので、" + core::toEraText(due) +
         "までに補正してください（行政手続法第7条）。";
}

} // namespace

std::string targetTitle(const core::Procedure* procedure, const core::CorrectionItem& item) {
  if (procedure == nullptr) return {};
  if (!item.documentKind.empty())
    if (const core::DocumentKind* kind = core::documentKind(*procedure, item.documentKind))
      return kind->title.ja;
  if (!item.pointer.empty())
    if (const core::Field* field = core::field(*procedure, item.pointer)) return field->title.ja;
  const bool isBare = procedure->layout.sections.empty();
  return isBare && !item.pointer.empty() ? schemaPath(procedure->form, item.pointer) : std::string();
}

core::NoticeText correctionLetter(const core::CaseState& state, const References& references,
                                  const core::CorrectionRound& round) {
  const core::Procedure* procedure = references.procedure(state.procedure, state.procedureVersion);
  const core::Office* office = references.offices.find(state.office);
  core::NoticeText letter;
  letter.number = state.number;
  letter.date = core::toEraText(round.sentOn);
  letter.addressee = state.applicant.party.name.display;
  letter.authority = procedure == nullptr ? std::string() : procedure->notices.authority.ja;
  letter.title = kTitle;
  letter.paragraphs.push_back({Kind::Body, opening(state, procedure, round.dueOn)});
  int number = 0;
  for (const core::CorrectionItem& item : round.items) {
    std::string target = targetTitle(procedure, item);
    // A usual text names it itself.
    if (item.text.find(target) != std::string::npos) target.clear();
    letter.paragraphs.push_back({Kind::Condition, std::to_string(++number) + "　" +
                                                      (target.empty() ? "" : target + "：") + item.text});
  }
  letter.paragraphs.push_back(
      {Kind::Body, "補正をお待ちする間の日数は、標準処理期間に含まれません。期限までに補正がないときは、"
                   "現在の申請の内容により判断することがあります。"});
  if (office != nullptr) letter.paragraphs.push_back({Kind::Body, "問合せ先　" + office->nameJa});
  return letter;
}

QString correctionText(const core::FormError& error) {
  // What exactly is wrong can be said in the words of the desk alone.
  if (isJapanese()) return formErrorText(error);
  return error.keyword == "required" ? QStringLiteral("記入がありません。記入のうえ提出してください。")
                                     : QStringLiteral("記載に誤りがあります。確認のうえ訂正してください。");
}

QString missingDocumentText() {
  return QStringLiteral("この書類が添付されていません。");
}

QString emailText(const core::NoticeText& letter) {
  QStringList lines{QStringLiteral("件名：%1　%2").arg(qtext(letter.title), qtext(letter.number)), QString(),
                    QStringLiteral("%1　様").arg(qtext(letter.addressee)), QString()};
  for (const core::NoticeParagraph& paragraph : letter.paragraphs) {
    lines << qtext(paragraph.text);
    if (paragraph.kind == Kind::Body) lines << QString();
  }
  lines << qtext(letter.date) << qtext(letter.authority);
  return lines.join(QChar(u'\n'));
}

} // namespace madoguchi::models

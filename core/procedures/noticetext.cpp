// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/procedures/noticetext.h"

#include "core/procedures/placeholders.h"

#include <algorithm>
#include <array>
#include <optional>

namespace madoguchi::core {

namespace {

constexpr std::array<std::string_view, 11> kNames{"number",     "date",      "addressee", "applied_on",
                                                  "office",     "procedure", "article",   "authority",
                                                  "conditions", "reasons",   "appeal"};
constexpr std::string_view kField = "field:";

bool isKnown(std::string_view name) {
  if (name.substr(0, kField.size()) == kField)
    return name.size() > kField.size() && name[kField.size()] == '/';
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

class Filler {
public:
  Filler(const Procedure& procedure, const NoticeData& data, NoticeLanguage language)
      : m_procedure(procedure), m_data(data), m_language(language) {}

  const std::string& in(const LocalText& text) const {
    return m_language == NoticeLanguage::Japanese ? text.ja : text.en;
  }

  Result<void> addParagraph(const std::string& text, std::vector<NoticeParagraph>& out) const {
    if (text == "{conditions}")
      return addList(m_data.conditions, NoticeParagraph::Kind::Condition, true, out);
    if (text == "{reasons}") return addList(reasonTexts(), NoticeParagraph::Kind::Reason, true, out);
    if (text == "{appeal}") return addList(m_data.appeal, NoticeParagraph::Kind::Appeal, false, out);
    auto filled = fill(text);
    if (!filled) return tl::unexpected<Error>(filled.error());
    out.push_back({NoticeParagraph::Kind::Body, std::move(*filled)});
    return {};
  }

  Result<std::string> fill(const std::string& text) const {
    const auto pieces = piecesOf(text, isKnown);
    if (!pieces) return tl::unexpected<Error>(pieces.error());
    std::string out;
    for (const TextPiece& piece : *pieces) {
      const auto value = piece.placeholder ? valueOf(piece.text) : piece.text;
      if (!value) return failure(ErrorCode::InvalidArgument, "nothing for {" + piece.text + "}");
      out.append(*value);
    }
    return out;
  }

private:
  std::vector<std::string> reasonTexts() const {
    const bool japanese = m_language == NoticeLanguage::Japanese;
    std::vector<std::string> out;
    for (const NoticeReason& reason : m_data.reasons)
      out.push_back(japanese ? reason.criterion + "（" + reason.article + "）　" + reason.fact
                             : reason.criterion + " (" + reason.article + "): " + reason.fact);
    return out;
  }

  static Result<void> addList(const std::vector<std::string>& items, NoticeParagraph::Kind kind,
                              bool numbered, std::vector<NoticeParagraph>& out) {
    if (items.empty())
      return failure(ErrorCode::InvalidArgument, "the template asks for a list that is empty");
    int number = 0;
    for (const std::string& item : items)
      out.push_back({kind, numbered ? std::to_string(++number) + " " + item : item});
    return {};
  }

  std::optional<std::string> valueOf(const std::string& name) const {
    if (name.substr(0, kField.size()) == kField) {
      const auto found = m_data.fields.find(name.substr(kField.size()));
      return found == m_data.fields.end() ? std::nullopt : std::optional(found->second);
    }
    if (name == "number") return m_data.number;
    if (name == "date") return m_data.date;
    if (name == "addressee") return m_data.addressee;
    if (name == "applied_on") return m_data.appliedOn;
    if (name == "office") return m_data.office;
    if (name == "procedure") return in(m_procedure.title);
    if (name == "article")
      return m_language == NoticeLanguage::Japanese ? m_procedure.basis : m_procedure.basisEn;
    if (name == "authority") return in(m_procedure.notices.authority);
    return std::nullopt;
  }

  const Procedure& m_procedure;
  const NoticeData& m_data;
  NoticeLanguage m_language;
};

} // namespace

Result<NoticeText> fillNotice(const Procedure& procedure, std::string_view outcome, const NoticeData& data,
                              NoticeLanguage language) {
  const auto found = procedure.notices.byOutcome.find(std::string(outcome));
  if (found == procedure.notices.byOutcome.end())
    return failure(ErrorCode::InvalidArgument, "no notice for " + std::string(outcome));
  const Filler filler(procedure, data, language);
  NoticeText out;
  out.number = data.number;
  out.date = data.date;
  out.addressee = data.addressee;
  out.authority = filler.in(procedure.notices.authority);
  auto title = filler.fill(filler.in(found->second.title));
  if (!title) return tl::unexpected<Error>(title.error());
  out.title = std::move(*title);
  for (const LocalText& paragraph : found->second.paragraphs) {
    const auto added = filler.addParagraph(filler.in(paragraph), out.paragraphs);
    if (!added) return tl::unexpected<Error>(added.error());
  }
  return out;
}

Result<std::vector<std::string>> placeholdersOf(std::string_view text) {
  const auto pieces = piecesOf(text, isKnown);
  if (!pieces) return tl::unexpected<Error>(pieces.error());
  return namesIn(*pieces);
}

} // namespace madoguchi::core

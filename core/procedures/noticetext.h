// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/procedures/procedure.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::core {

/// The Japanese text is the act; the English one is a reference for the reader.
enum class NoticeLanguage { Japanese, English };

struct NoticeReason {
  std::string criterion; ///< its title in the language of the notice
  std::string fact;
  std::string article;
};

/// What fills a notice. All texts are ready to print, in the language of the notice.
struct NoticeData {
  std::string number; ///< document number
  std::string date;   ///< day of the act, as era date in Japanese
  std::string addressee;
  std::string appliedOn; ///< day of arrival
  std::string office;
  std::vector<std::string> conditions;
  std::vector<NoticeReason> reasons;
  std::map<std::string, std::string> fields; ///< by field pointer, for {field:…}
  std::vector<std::string> appeal;           ///< 教示, see appealtext.h; locked, printed as it is
};

struct NoticeParagraph {
  enum class Kind { Body, Condition, Reason, Appeal };
  Kind kind = Kind::Body;
  std::string text; ///< conditions and reasons carry their number: "1 …"
  bool operator==(const NoticeParagraph&) const = default;
};

struct NoticeText {
  std::string number;
  std::string date;
  std::string addressee; ///< 様 is added by who lays the page out
  std::string authority;
  std::string title;
  std::vector<NoticeParagraph> paragraphs;
};

/// Fills the template of an outcome. Placeholders in braces: {number} {date} {addressee} {applied_on}
/// {office} {procedure} {article} {authority} {field:/pointer} anywhere; {conditions}, {reasons} and
/// {appeal} as a paragraph of their own, which becomes one paragraph for each item.
/// Errors: InvalidArgument for an outcome without a template, a field without a value, a placeholder that
/// nobody knows, or reasons, conditions or 教示 that the template asks for and the data lack.
[[nodiscard]] Result<NoticeText> fillNotice(const Procedure& procedure, std::string_view outcome,
                                            const NoticeData& data,
                                            NoticeLanguage language = NoticeLanguage::Japanese);

/// The placeholders of a template text, without braces, in order. Errors: InvalidArgument for a brace left
/// open or closed, and for a name that nobody knows.
[[nodiscard]] Result<std::vector<std::string>> placeholdersOf(std::string_view text);

} // namespace madoguchi::core

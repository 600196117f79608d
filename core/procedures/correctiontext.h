// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/procedures/formfields.h"
#include "core/procedures/noticetext.h"
#include "core/procedures/packagenode.h"

#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::core {

/// What is known of a request when a template is filled; both ready to print, in the language of the letter.
struct CorrectionWords {
  std::string target; ///< the field or document that the item is tied to
  std::string due;    ///< the last day for the answer; empty while there is none
};

/// Fills a template's text (CorrectionTemplate): {target} and {due}, the title of a document by
/// {document:kind}, that of a field by {field:/pointer}. What nothing is known of stays as it is, to be seen.
[[nodiscard]] std::string fillCorrection(const Procedure& procedure, std::string_view text,
                                         const CorrectionWords& words,
                                         NoticeLanguage language = NoticeLanguage::Japanese);

/// Whether the templates of a package name only what the procedure has, alike in both languages.
void checkCorrections(const Procedure& procedure, const std::vector<FormField>& fields,
                      PackageProblem& problem);

} // namespace madoguchi::core

// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/cases/casestate.h"
#include "core/procedures/noticetext.h"
#include "models/ports/referencesource.h"

namespace madoguchi::models {

/// The notice of a decided case: the template of its outcome filled with the case, with the appeal text that
/// is right for the day of the act. The Japanese text is the act.
/// Errors: WrongState before the decision, NoSuchProcedure, and those of fillNotice and appealParagraphs.
[[nodiscard]] core::Result<core::NoticeText>
noticeOf(const core::CaseState& state, const References& references, core::NoticeLanguage language);

} // namespace madoguchi::models

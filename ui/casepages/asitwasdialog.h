// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/statetext.h"
#include "ui/basics/dialog.h"

#include <set>

class QTextBrowser;

namespace madoguchi::ui {

/// A case as it was at some time, to be read only. What differs from the case as it is now is marked.
class AsItWasDialog : public Dialog {
  Q_OBJECT

public:
  AsItWasDialog(const QString& when, const std::vector<models::StatePart>& then,
                const std::vector<models::StatePart>& now, QWidget* parent = nullptr);

private:
  QTextBrowser* m_text;
};

} // namespace madoguchi::ui

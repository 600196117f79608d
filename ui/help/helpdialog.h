// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/dialog.h"
#include "ui/help/keypage.h"

namespace madoguchi::ui {

/// All keys, and the help texts.
class HelpDialog : public Dialog {
  Q_OBJECT

public:
  enum class Page { Keys, Topics };

  HelpDialog(const Context& context, std::vector<KeyLine> keys, Page page, QWidget* parent = nullptr);

Q_SIGNALS:
  /// The dialog closes, and other keys are to hold now.
  void keysChanged();

protected:
  void done(int result) override;

private:
  KeyPage* m_keys;
};

} // namespace madoguchi::ui

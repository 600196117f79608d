// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/cases/casestate.h"
#include "ui/basics/context.h"
#include "ui/basics/dialog.h"

#include <QByteArray>

class QComboBox;
class QDialogButtonBox;
class QPushButton;
class QVBoxLayout;

namespace madoguchi::ui {

/// The notice as it will go out, and how it goes; or as it went.
class NoticeDialog : public Dialog {
  Q_OBJECT

public:
  enum class Kind { ToIssue, Issued };
  NoticeDialog(const Context& context, Kind kind, const QByteArray& pdf, QWidget* parent = nullptr);

  [[nodiscard]] core::Channel channel() const;

Q_SIGNALS:
  void saveWanted();
  void printWanted();

private:
  QPushButton* addIssuing();

  QVBoxLayout* m_layout;
  QDialogButtonBox* m_buttons;
  QComboBox* m_channel = nullptr; ///< of a notice to be issued
};

} // namespace madoguchi::ui

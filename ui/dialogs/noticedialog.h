// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/cases/casestate.h"
#include "ui/basics/dialog.h"

#include <QByteArray>

class QComboBox;

namespace madoguchi::ui {

/// The notice as it will go out, and how it goes.
class NoticeDialog : public Dialog {
  Q_OBJECT

public:
  explicit NoticeDialog(const QByteArray& pdf, QWidget* parent = nullptr);

  [[nodiscard]] core::Channel channel() const;

Q_SIGNALS:
  void saveWanted();
  void printWanted();

private:
  QComboBox* m_channel;
};

} // namespace madoguchi::ui

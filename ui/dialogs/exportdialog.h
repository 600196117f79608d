// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/listexporter.h"
#include "ui/basics/context.h"
#include "ui/basics/dialog.h"
#include "ui/basics/listpage.h"

#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QRadioButton;

namespace madoguchi::ui {

/// Writes a list, or the marked cases of it, into a file or onto paper; shows how far it is, and can be
/// stopped. Stands beside the window: work goes on.
class ExportDialog : public Dialog {
  Q_OBJECT

public:
  enum class Purpose { File, Paper };

  ExportDialog(const Context& context, Purpose purpose, ShownList list, QWidget* parent = nullptr);
  ~ExportDialog() override;

  /// Writes to the place, which the user has chosen.
  void begin(models::ListJob::Format format, const QString& place);

Q_SIGNALS:
  void said(const madoguchi::ui::Message& message);

private:
  void layOut();
  void followExporter();
  void choosePlace();
  void choosePrinter();
  void chooseFile();
  void take(qint64 rows);
  void refresh();
  [[nodiscard]] QString origin() const;

  Context m_context;
  Purpose m_purpose;
  ShownList m_list;
  QRadioButton* m_all;
  QRadioButton* m_marked;
  QComboBox* m_format;
  QCheckBox* m_byteOrderMark;
  QLabel* m_state;
  QProgressBar* m_progress;
  QPushButton* m_begin;
  QPushButton* m_stop;
  std::optional<quint64> m_request;
  QString m_place;
};

} // namespace madoguchi::ui

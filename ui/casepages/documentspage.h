// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"

#include <QWidget>

#include <map>
#include <string>

class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace madoguchi::ui {

class DocumentViewer;

/// The documents of the case, what is still missing of them, and the chosen one beside the list. Files are
/// attached by a dialog, or dropped here.
class DocumentsPage : public QWidget {
  Q_OBJECT

public:
  DocumentsPage(const Context& context, QWidget* parent = nullptr);

  void attach(const QString& path);

Q_SIGNALS:
  void failed(const QString& text);

protected:
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

private:
  struct Upload {
    core::CaseId caseId;
    QString name;
    std::string kind;
  };

  void refresh();
  void refreshMissing();
  void refreshButtons();
  void chooseFile();
  void finishUpload(quint64 request, const core::BlobId& blob, qint64 size);
  void verify();
  void detach();
  [[nodiscard]] const core::CaseDocument* current() const;

  Context m_context;
  QLabel* m_missing;
  QTableWidget* m_table;
  QComboBox* m_kind;
  QPushButton* m_attach;
  QPushButton* m_verify;
  QPushButton* m_detach;
  DocumentViewer* m_preview;
  std::map<quint64, Upload> m_uploads;
  core::CaseId m_shownCase;
  bool m_filling = false;
};

} // namespace madoguchi::ui

// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/attachmentqueue.h"
#include "ui/basics/context.h"
#include "ui/basics/listpage.h"

#include <QWidget>

#include <functional>
#include <string>

class QComboBox;
class QLabel;
class QPushButton;
class QScrollArea;
class QTableWidget;

namespace madoguchi::ui {

class DocumentViewer;
class PlaceColumn;
class TurningSplitter;

/// The documents of the case, what is still missing of them, and the chosen one beside the list. Files are
/// attached by a dialog, or dropped here.
class DocumentsPage : public QWidget, public ListPage {
  Q_OBJECT

public:
  DocumentsPage(const Context& context, QWidget* parent = nullptr);

  void attach(const QString& path);
  /// What the buttons do, the last two with the chosen document; each with why it cannot be done now, or an
  /// empty text.
  /// Whether a file is on its way into the case.
  [[nodiscard]] bool isAttaching() const { return m_queue.isBusy(); }
  void chooseFile();
  [[nodiscard]] QString whyNotAttach() const;
  void verify();
  [[nodiscard]] QString whyNotVerify() const;
  void detach();
  [[nodiscard]] QString whyNotDetach() const;
  /// The chosen document stays on this PC, or need not any more.
  void keep();
  [[nodiscard]] QString whyNotKeep() const;
  /// All documents of the case do, also those that come later; or need not any more.
  void keepAll();
  [[nodiscard]] QString whyNotKeepAll() const;
  /// A scan of the tray, into the case that is open.
  void attachScan(const QString& path, const std::string& kind, const models::AttachmentQueue::Paper& paper);
  [[nodiscard]] const QAbstractItemModel& listModel() const override;
  /// Of somebody under protection without the names of files: people write into them.
  [[nodiscard]] ShownList shownList() const override;
  void beginMark(const core::CriterionId& criterion);
  /// Chooses its document and goes to the place.
  void showMark(const core::EvidenceMark& mark);

Q_SIGNALS:
  void failed(const QString& text);
  /// A place was marked as evidence.
  void marked();

protected:
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  void setUpTable();
  void connectAll();
  void refresh();
  void refreshMissing();
  /// Between the list with its buttons and the document, where it is below them.
  void shareHeight();
  void refreshButtons();
  void refreshKeep();
  /// Empty where the rules allow it; `command` is made from the document that is chosen.
  using MakeCommand = std::function<core::CommandBody(const core::CaseDocument&)>;
  [[nodiscard]] QString whyNotWithChosen(const MakeCommand& command) const;
  [[nodiscard]] const core::CaseDocument* current() const;

  Context m_context;
  QLabel* m_missing;
  QTableWidget* m_table;
  PlaceColumn* m_places = nullptr;
  QComboBox* m_kind;
  QPushButton* m_attach;
  QPushButton* m_verify;
  QPushButton* m_keep;
  QPushButton* m_detach;
  QScrollArea* m_scroll;
  TurningSplitter* m_split;
  QWidget* m_upper; ///< the list and its buttons
  DocumentViewer* m_preview;
  models::AttachmentQueue m_queue;
  core::CaseId m_shownCase;
  bool m_filling = false;
};

} // namespace madoguchi::ui

// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"
#include "ui/basics/dialog.h"
#include "ui/basics/listpage.h"
#include "ui/dialogs/exportdialog.h"

#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QPushButton;
class QTimer;

namespace madoguchi::ui {

/// Finds cases everywhere by name, kana, number, address, organisation, form, note or day, and says and shows
/// why each one was found (Ctrl+F). Enter opens what was found for the text that stands there, also where
/// that is not here yet.
class SearchDialog : public Dialog, public ListPage {
  Q_OBJECT

public:
  SearchDialog(const Context& context, QWidget* parent = nullptr);

  [[nodiscard]] const QAbstractItemModel& listModel() const override;
  /// What was found, and why.
  [[nodiscard]] ShownList shownList() const override;

Q_SIGNALS:
  void chosen(const core::CaseId& id);

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  /// What is shown belongs to the text that was asked for last, once it is `Here`.
  enum class Answer { None, Awaited, Here };

  void addTakingOut(QPushButton* button, const QString& key, const QKeySequence& fallback,
                    ExportDialog::Purpose purpose);
  void followText();
  void search();
  void take(quint64 generation, const std::vector<core::SearchHit>& hits);
  void addHit(const core::SearchHit& hit);
  void choose();
  void openHit(const QListWidgetItem& item);
  [[nodiscard]] QString reasonText(const core::SearchHit& hit) const;

  Context m_context;
  QLineEdit* m_text;
  QListWidget* m_list;
  QLabel* m_state;
  QPushButton* m_print;
  QPushButton* m_export;
  QTimer* m_pause;
  QString m_asked;
  Answer m_answer = Answer::None;
  bool m_opensFirst = false; ///< Enter was pressed before the answer came
  quint64 m_generation = 0;
};

} // namespace madoguchi::ui

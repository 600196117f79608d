// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/evidence.h"
#include "ui/basics/context.h"

#include <QFrame>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace madoguchi::ui {

class PageView;

/// Marks on the pages of the shown document: draws those that the case has, and makes a new one. Hidden until
/// a mark is begun; then it says how to place the frame, and asks for which criterion it is evidence.
class EvidencePanel : public QFrame {
  Q_OBJECT

public:
  EvidencePanel(const Context& context, PageView& view, QWidget* parent = nullptr);

  /// The document whose pages the view shows; empty for none.
  void setDocument(const core::DocumentId& document);
  /// Its pages have arrived.
  void refresh();
  /// Says why where it cannot be done. `criterion`: chosen to begin with; empty leaves the choice as it is.
  void begin(const core::CriterionId& criterion = {});
  /// Now, or as soon as its pages are there.
  void show(const core::EvidenceMark& mark);

Q_SIGNALS:
  void marked();
  /// A mark is begun, or that has ended.
  void marking(bool now);
  void refused(const QString& why);

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  void place(int page, const QRectF& area);
  void save();
  void end();
  void fillCriteria();
  [[nodiscard]] std::vector<models::NumberedMark> marks() const;

  Context m_context;
  PageView& m_view;
  QLabel* m_hint;
  QComboBox* m_criterion;
  QLineEdit* m_note;
  QPushButton* m_save;
  core::DocumentId m_document;
  std::optional<core::EvidenceMark> m_placed;
  std::optional<core::EvidenceMark> m_wanted; ///< to be shown when the pages are there
};

} // namespace madoguchi::ui

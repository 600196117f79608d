// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/errortext.h"
#include "ui/basics/context.h"
#include "ui/basics/listpage.h"

#include <QWidget>

#include <initializer_list>
#include <utility>

class QAbstractButton;
class QHBoxLayout;
class QLabel;
class QTableView;

namespace madoguchi::ui {

class BarChart;

/// A page of numbers: a heading, what is counted by, charts for those who would rather look, and a table with
/// the same numbers. Its model reads only while the page is seen.
class NumbersPage : public QWidget, public ListPage {
  Q_OBJECT

public:
  [[nodiscard]] const QAbstractItemModel& listModel() const override;
  [[nodiscard]] ShownList shownList() const override;

Q_SIGNALS:
  void said(const madoguchi::ui::Message& message);

protected:
  NumbersPage(const Context& context, const QString& title, QWidget* parent);

  [[nodiscard]] const Context& context() const { return m_context; }
  /// Stands under the heading; hidden while it has nothing to say.
  void state(const QString& text);
  /// The line above the charts, from the left; more may be added at its right end.
  QHBoxLayout* layOut(std::initializer_list<QAbstractButton*> choices,
                      std::initializer_list<std::pair<BarChart*, int>> charts, QTableView* table);
  template <class Model>
  void follow(Model& model) {
    connect(&model, &Model::modelReset, this, &NumbersPage::refresh);
    connect(&model, &Model::failed, this, [this](const core::Error& error) {
      Q_EMIT said({Message::Severity::Error, models::errorText(error.code)});
    });
  }

  virtual void load() = 0;
  virtual void rest() = 0;
  virtual void refresh() = 0;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

private:
  Context m_context;
  QString m_title;
  QLabel* m_state;
  QTableView* m_numbers = nullptr;
};

} // namespace madoguchi::ui

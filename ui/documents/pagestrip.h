// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/pagesource.h"

#include <QListWidget>

#include <optional>

namespace madoguchi::ui {

/// A small picture of each page; those in sight are asked for one after another, so that they never keep the
/// large page waiting. Page numbers count from 0.
class PageStrip : public QListWidget {
  Q_OBJECT

public:
  explicit PageStrip(models::PageSource& source, QWidget* parent = nullptr);

  void setPages(const QList<QSizeF>& pages);
  void setCurrentPage(int page);

Q_SIGNALS:
  void pageChosen(int page);

protected:
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;

private:
  void askNext();

  models::PageSource& m_source;
  std::optional<quint64> m_request;
  int m_asked = -1;
};

} // namespace madoguchi::ui

// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/pagestrip.h"

#include <QScrollBar>

namespace madoguchi::ui {

namespace {

constexpr int kWidth = 84, kHeight = 112;
constexpr int kDone = Qt::UserRole;

} // namespace

PageStrip::PageStrip(models::PageSource& source, QWidget* parent) : QListWidget(parent), m_source(source) {
  setAccessibleName(tr("Small pictures of the pages"));
  setViewMode(IconMode);
  setFlow(TopToBottom);
  setWrapping(false);
  setMovement(Static);
  setIconSize({kWidth, kHeight});
  setUniformItemSizes(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFixedWidth(kWidth + 44);
  connect(this, &QListWidget::currentRowChanged, this, &PageStrip::pageChosen);
  connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &PageStrip::askNext);
  connect(&source, &models::PageSource::rendered, this, [this](quint64 request, const QImage& picture) {
    if (request != m_request) return;
    m_request.reset();
    if (QListWidgetItem* at = item(m_asked)) {
      at->setIcon(QPixmap::fromImage(picture));
      at->setData(kDone, true);
    }
    askNext();
  });
  connect(&source, &models::PageSource::failed, this, [this](quint64 request) {
    if (request == m_request) m_request.reset();
  });
}

void PageStrip::setPages(const QList<QSizeF>& pages) {
  const QSignalBlocker quiet(this);
  clear();
  m_request.reset();
  QPixmap empty(kWidth, kHeight);
  empty.fill(Qt::white);
  for (int page = 0; page < pages.size(); ++page) {
    auto* entry = new QListWidgetItem(QIcon(empty), QString::number(page + 1), this);
    entry->setTextAlignment(Qt::AlignHCenter);
    entry->setSizeHint({kWidth + 16, kHeight + fontMetrics().height() + 12});
    entry->setData(Qt::AccessibleTextRole, tr("Page %1").arg(page + 1));
  }
  askNext();
}

void PageStrip::setCurrentPage(int page) {
  const QSignalBlocker quiet(this);
  setCurrentRow(page);
}

void PageStrip::askNext() {
  if (m_request || !isVisible() || count() == 0) return;
  const int first = std::max(0, row(itemAt(viewport()->rect().topLeft() + QPoint(20, 4))));
  for (int page = first; page < count(); ++page) {
    if (!visualItemRect(item(page)).intersects(viewport()->rect())) return;
    if (item(page)->data(kDone).toBool()) continue;
    m_asked = page;
    m_request = m_source.nextRequest();
    m_source.render(*m_request, page, static_cast<int>(kWidth * devicePixelRatioF()));
    return;
  }
}

void PageStrip::resizeEvent(QResizeEvent* event) {
  QListWidget::resizeEvent(event);
  askNext();
}

void PageStrip::showEvent(QShowEvent* event) {
  QListWidget::showEvent(event);
  askNext();
}

} // namespace madoguchi::ui

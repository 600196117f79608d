// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casepages/timelinepage.h"

#include "ui/casepages/timelinedelegate.h"

#include <QListView>
#include <QVBoxLayout>

namespace madoguchi::ui {

TimelinePage::TimelinePage(const Context& context, QWidget* parent) : QWidget(parent) {
  auto* list = new QListView(this);
  list->setObjectName(QStringLiteral("timeline"));
  list->setAccessibleName(tr("What happened to the case"));
  list->setModel(&context.desk.timeline);
  list->setItemDelegate(new TimelineDelegate(context.theme, list));
  list->setResizeMode(QListView::Adjust);
  list->setVerticalScrollMode(QListView::ScrollPerPixel);
  list->setEditTriggers(QListView::NoEditTriggers);
  list->setFrameShape(QFrame::NoFrame);
  setFocusProxy(list);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins({});
  layout->addWidget(list);
}

} // namespace madoguchi::ui

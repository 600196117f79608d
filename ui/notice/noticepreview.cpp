// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notice/noticepreview.h"

#include "ui/basics/icons.h"
#include "ui/basics/theme.h"
#include "ui/basics/widgets.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPdfDocument>
#include <QPdfView>
#include <QToolButton>

#include <algorithm>

namespace madoguchi::ui {

namespace {

constexpr double kStep = 1.25;
constexpr double kSmallest = 0.25;
constexpr double kLargest = 6;

} // namespace

NoticePreview::NoticePreview(QWidget* parent)
    : QWidget(parent), m_document(new QPdfDocument(this)), m_view(new QPdfView(this)),
      m_smaller(plainButton({}, {}, this)), m_larger(plainButton({}, {}, this)),
      m_fit(plainButton({}, {}, this)), m_pages(mutedLabel({}, this)) {
  auto* bar = new QHBoxLayout;
  bar->setContentsMargins(space::kSmall, space::kTight, space::kSmall, space::kTight);
  bar->addWidget(m_pages);
  bar->addStretch();
  for (QToolButton* button : {m_smaller, m_larger, m_fit})
    bar->addWidget(button);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addLayout(bar);
  layout->addWidget(m_view, 1);
  m_view->setPageMode(QPdfView::PageMode::MultiPage);
  m_view->setZoomMode(QPdfView::ZoomMode::FitToWidth);
  m_view->setDocument(m_document);
  connect(m_smaller, &QToolButton::clicked, this, [this] { zoomBy(1 / kStep); });
  connect(m_larger, &QToolButton::clicked, this, [this] { zoomBy(kStep); });
  connect(m_fit, &QToolButton::clicked, this,
          [this] { m_view->setZoomMode(QPdfView::ZoomMode::FitToWidth); });
  retitle();
}

NoticePreview::~NoticePreview() {
  // The document reads from the buffer, which goes before it.
  m_document->close();
}

void NoticePreview::setTitle(const QString& title) {
  m_title = title;
  retitle();
}

void NoticePreview::setPdf(const QByteArray& pdf) {
  if (pdf == m_buffer.data()) return;
  m_document->close();
  m_buffer.close();
  m_buffer.setData(pdf);
  if (!pdf.isEmpty() && m_buffer.open(QIODevice::ReadOnly)) m_document->load(&m_buffer);
  retitle();
}

void NoticePreview::zoomBy(double factor) {
  const double shown = m_view->zoomFactor();
  m_view->setZoomMode(QPdfView::ZoomMode::Custom);
  m_view->setZoomFactor(std::clamp(shown * factor, kSmallest, kLargest));
}

void NoticePreview::retitle() {
  m_view->setAccessibleName(m_title.isEmpty() ? tr("Notice") : m_title);
  m_pages->setText(m_document->pageCount() > 0 ? tr("%n page(s)", nullptr, m_document->pageCount())
                                               : QString());
  const QColor colour = palette().color(QPalette::WindowText);
  const auto name = [colour](QToolButton* button, const char* sign, const QString& what) {
    button->setIcon(icon(QString::fromLatin1(sign), colour));
    button->setToolTip(what);
    button->setAccessibleName(what);
  };
  name(m_smaller, "zoom-out", tr("Smaller"));
  name(m_larger, "zoom-in", tr("Larger"));
  name(m_fit, "fit-width", tr("Fit the width"));
}

void NoticePreview::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retitle();
}

} // namespace madoguchi::ui

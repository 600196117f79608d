// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notice/noticepreview.h"

#include "ui/basics/widgets.h"
#include "ui/documents/pagetool.h"
#include "ui/documents/pageview.h"
#include "ui/documents/previewwords.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>

namespace madoguchi::ui {

namespace {

constexpr double kStep = 1.25;

} // namespace

NoticePreview::NoticePreview(const Context& context, QWidget* parent)
    : QWidget(parent), m_source(context.desk.ports.newPages()), m_stack(new QStackedWidget(this)),
      m_view(new PageView(*m_source, context.theme, m_stack)), m_words(new PreviewWords(m_stack)),
      m_pages(mutedLabel({}, this)) {
  m_view->setObjectName(QStringLiteral("noticePages"));
  m_pages->setObjectName(QStringLiteral("noticePageCount"));
  m_stack->addWidget(m_view);
  m_stack->addWidget(m_words);
  auto* bar = new QHBoxLayout;
  bar->setContentsMargins(space::kSmall, space::kTight, space::kSmall, space::kTight);
  bar->addWidget(m_pages, 1);
  // The keys are those of the document viewer.
  const QColor colour = context.theme.colours().text;
  bar->addWidget(pageTool(this, QStringLiteral("zoom-out"), colour, tr("Smaller"), Qt::CTRL | Qt::Key_Minus,
                          [this] { m_view->zoomBy(1 / kStep); }));
  bar->addWidget(pageTool(this, QStringLiteral("zoom-in"), colour, tr("Larger"), Qt::CTRL | Qt::Key_Plus,
                          [this] { m_view->zoomBy(kStep); }));
  bar->addWidget(pageTool(this, QStringLiteral("fit-width"), colour, tr("Fit the width"),
                          Qt::CTRL | Qt::Key_0, [this] { m_view->fitWidth(); }));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addLayout(bar);
  layout->addWidget(m_stack, 1);
  connect(m_words, &PreviewWords::againWanted, this, &NoticePreview::open);
  connect(m_source.get(), &models::PageSource::opened, this,
          [this](quint64 request, const QList<QSizeF>& pages) {
            if (request != m_open) return;
            m_open.reset();
            m_view->setPages(pages);
            count();
          });
  // While a paper is opened, what still fails is of the one before. After that it is a page of this one: an
  // empty sheet would pass for the paper.
  connect(m_source.get(), &models::PageSource::failed, this,
          [this](quint64 request, models::PageSource::Failure why) {
            if (m_open ? request == m_open : m_view->pageCount() > 0) fail(why);
          });
  setTitle(tr("Notice"));
}

NoticePreview::~NoticePreview() {
  // It shows pages of the source, which goes before the children do.
  delete m_view;
}

void NoticePreview::setTitle(const QString& title) {
  m_view->setAccessibleName(title);
}

void NoticePreview::setPdf(const QByteArray& pdf) {
  if (pdf == m_pdf) return;
  m_pdf = pdf;
  open();
}

void NoticePreview::open() {
  m_open.reset();
  m_view->setPages({});
  m_stack->setCurrentWidget(m_view);
  if (m_pdf.isEmpty()) {
    m_source->close();
  } else {
    m_open = m_source->nextRequest();
    m_source->open(*m_open, m_pdf, QStringLiteral("application/pdf"));
  }
  count();
}

void NoticePreview::fail(models::PageSource::Failure why) {
  m_open.reset();
  m_source->close();
  m_view->setPages({});
  m_words->say(why);
  m_stack->setCurrentWidget(m_words);
  count();
}

void NoticePreview::count() {
  const int pages = m_view->pageCount();
  const QString shown = pages > 0 ? tr("%n page(s)", nullptr, pages) : QString();
  m_pages->setText(m_open ? tr("Loading …") : shown);
}

} // namespace madoguchi::ui

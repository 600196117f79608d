// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/scanpreview.h"

#include "models/errortext.h"
#include "ui/basics/passfocus.h"
#include "ui/basics/widgets.h"
#include "ui/documents/pageview.h"

#include <QFileInfo>
#include <QMimeDatabase>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace madoguchi::ui {

ScanPreview::ScanPreview(const Context& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_pages(context.desk.ports.newPages()),
      m_stack(new QStackedWidget(this)), m_text(mutedLabel({})),
      m_view(new PageView(*m_pages, context.theme)) {
  m_text->setAlignment(Qt::AlignCenter);
  m_text->setObjectName(QStringLiteral("scanText"));
  m_view->setObjectName(QStringLiteral("scanPages"));
  m_stack->addWidget(m_text);
  m_stack->addWidget(m_view);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins({});
  layout->addWidget(m_stack);
  setMinimumWidth(em(this) * 30);
  passFocusOn(this, m_view);
  models::BlobSource& blobs = context.desk.ports.blobs;
  connect(&blobs, &models::BlobSource::loaded, this, [this](quint64 request, const QByteArray& content) {
    if (request != m_read) return;
    m_read.reset();
    const QString type = QMimeDatabase().mimeTypeForFile(m_path, QMimeDatabase::MatchExtension).name();
    m_open = m_pages->nextRequest();
    m_pages->open(*m_open, content, type);
  });
  connect(&blobs, &models::BlobSource::failed, this, [this](quint64 request, const core::Error& error) {
    if (request == m_read) say(models::errorText(error.code));
  });
  connect(m_pages.get(), &models::PageSource::opened, this,
          [this](quint64 request, const QList<QSizeF>& sizes) {
            if (request != m_open) return;
            m_view->setPages(sizes);
            m_view->setAccessibleDescription(tr("%n pages", nullptr, static_cast<int>(sizes.size())));
            m_stack->setCurrentIndex(1);
            Q_EMIT shown();
          });
  connect(m_pages.get(), &models::PageSource::failed, this, [this](quint64 request) {
    if (request == m_open) say(tr("The pages of this file cannot be shown."));
  });
  show({});
}

ScanPreview::~ScanPreview() {
  // It shows pages of the source, which goes before the children do.
  delete m_view;
}

int ScanPreview::pageCount() const {
  return m_stack->currentIndex() == 1 ? m_view->pageCount() : 0;
}

void ScanPreview::say(const QString& text) {
  m_text->setText(text);
  m_stack->setCurrentIndex(0);
  Q_EMIT shown();
}

void ScanPreview::show(const QString& path) {
  if (path == m_path && !path.isEmpty()) return;
  m_path = path;
  m_read.reset();
  m_open.reset();
  m_view->setPages({});
  if (path.isEmpty()) return say(tr("The pages of the scan are shown here."));
  say(tr("Loading …"));
  m_read = m_context.desk.ports.blobs.nextRequest();
  m_context.desk.ports.blobs.readFile(*m_read, path);
}

} // namespace madoguchi::ui

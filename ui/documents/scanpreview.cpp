// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/scanpreview.h"

#include "core/codes/mediatype.h"
#include "models/errortext.h"
#include "models/text.h"
#include "ui/basics/passfocus.h"
#include "ui/basics/widgets.h"
#include "ui/documents/pageview.h"
#include "ui/documents/previewwords.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace madoguchi::ui {

ScanPreview::ScanPreview(const Context& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_pages(context.desk.ports.newPages()),
      m_stack(new QStackedWidget(this)), m_words(new PreviewWords),
      m_view(new PageView(*m_pages, context.theme)) {
  m_view->setObjectName(QStringLiteral("scanPages"));
  m_stack->addWidget(m_words);
  m_stack->addWidget(m_view);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins({});
  layout->addWidget(m_stack);
  setMinimumWidth(em(this) * 30);
  passFocusOn(this, m_view);
  connect(m_words, &PreviewWords::againWanted, this, &ScanPreview::read);
  models::BlobSource& blobs = context.desk.ports.blobs;
  connect(&blobs, &models::BlobSource::loaded, this, [this](quint64 request, const QByteArray& content) {
    if (request != m_read) return;
    m_read.reset();
    m_open = m_pages->nextRequest();
    m_pages->open(*m_open, content, models::qtext(core::mediaTypeOf(m_path.toStdString())));
  });
  connect(&blobs, &models::BlobSource::failed, this, [this](quint64 request, const core::Error& error) {
    if (request != m_read) return;
    QString text = models::errorText(error.code);
    if (error.code == core::ErrorCode::MyNumberFound)
      text += QChar(u' ') +
              tr("Strike it out on the paper and scan it again, or in the file and its name, and try again.");
    say(text, true);
  });
  connect(m_pages.get(), &models::PageSource::opened, this,
          [this](quint64 request, const QList<QSizeF>& sizes) {
            if (request != m_open) return;
            m_open.reset();
            m_view->setPages(sizes);
            m_view->setAccessibleDescription(tr("%n pages", nullptr, static_cast<int>(sizes.size())));
            m_stack->setCurrentIndex(1);
            Q_EMIT shown();
          });
  // While a scan is opened, what still fails is of the one before. After that it is a page of this one:
  // nobody can compare an empty sheet with the paper.
  connect(m_pages.get(), &models::PageSource::failed, this,
          [this](quint64 request, models::PageSource::Failure why) {
            if (m_open ? request != m_open : pageCount() == 0) return;
            m_open.reset();
            m_pages->close();
            m_view->setPages({});
            m_words->say(why);
            showWords();
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

void ScanPreview::say(const QString& text, bool again) {
  m_words->say(text, again);
  showWords();
}

void ScanPreview::showWords() {
  m_stack->setCurrentWidget(m_words);
  Q_EMIT shown();
}

void ScanPreview::show(const QString& path) {
  if (path == m_path && !path.isEmpty()) return;
  m_path = path;
  read();
}

void ScanPreview::read() {
  m_read.reset();
  m_open.reset();
  m_view->setPages({});
  if (m_path.isEmpty()) return say(tr("The pages of the scan are shown here."));
  say(tr("Loading …"));
  m_read = m_context.desk.ports.blobs.nextRequest();
  m_context.desk.ports.blobs.readFile(*m_read, m_path);
}

} // namespace madoguchi::ui

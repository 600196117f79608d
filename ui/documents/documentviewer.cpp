// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/documentviewer.h"

#include "models/errortext.h"
#include "models/sizetext.h"
#include "models/text.h"
#include "ui/basics/passfocus.h"
#include "ui/basics/widgets.h"
#include "ui/basics/wraplayout.h"
#include "ui/documents/evidencepanel.h"
#include "ui/documents/pagestrip.h"
#include "ui/documents/pagetool.h"
#include "ui/documents/pageview.h"
#include "ui/documents/previewwords.h"

#include <QLineEdit>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace madoguchi::ui {

namespace {

using Failure = models::PageSource::Failure;

} // namespace

DocumentViewer::DocumentViewer(const Context& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_stack(new QStackedWidget(this)), m_words(new PreviewWords),
      m_view(new PageView(context.pages, context.theme)), m_strip(new PageStrip(context.pages)),
      m_evidence(new EvidencePanel(context, *m_view)) {
  m_view->setObjectName(QStringLiteral("pageView"));
  m_strip->setObjectName(QStringLiteral("pageStrip"));
  m_strip->hide();
  auto* shown = new QWidget;
  auto* tools = makeTools();
  auto* finder = makeFinder();
  auto* pages = new QHBoxLayout;
  pages->setSpacing(0);
  pages->addWidget(m_strip);
  pages->addWidget(m_view, 1);
  auto* column = new QVBoxLayout(shown);
  column->setContentsMargins({});
  column->setSpacing(0);
  column->addWidget(tools);
  column->addWidget(finder);
  column->addWidget(m_evidence);
  column->addLayout(pages, 1);
  m_stack->addWidget(m_words);
  m_stack->addWidget(shown);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins({});
  layout->addWidget(m_stack);
  m_view->setMinimumHeight(fontMetrics().height() * 4);
  passFocusOn(this, m_view);

  connect(m_words, &PreviewWords::againWanted, this, &DocumentViewer::load);
  connect(m_view, &PageView::placeChanged, this, &DocumentViewer::refreshPlace);
  connect(m_strip, &PageStrip::pageChosen, m_view, &PageView::goTo);
  connect(m_evidence, &EvidencePanel::marked, this, &DocumentViewer::marked);
  connect(m_evidence, &EvidencePanel::marking, this, &DocumentViewer::marking);
  connect(m_evidence, &EvidencePanel::marking, finder, &QWidget::setHidden);
  connect(m_evidence, &EvidencePanel::refused, this, &DocumentViewer::refused);
  followJournal();
  clear();
}

DocumentViewer::~DocumentViewer() {
  m_context.pages.close();
}

QWidget* DocumentViewer::makeTools() {
  const QColor colour = m_context.theme.colours().text;
  auto* tools = new QWidget;
  auto* line = new WrapLayout(tools);
  line->setContentsMargins(space::kSmall, space::kSmall, space::kSmall, space::kSmall);
  m_page = new QSpinBox;
  m_page->setObjectName(QStringLiteral("pageNumber"));
  m_page->setAccessibleName(tr("Page"));
  m_page->setButtonSymbols(QSpinBox::NoButtons);
  m_page->setKeyboardTracking(false);
  m_count = new QLabel;
  m_zoom = new QLabel;
  m_zoom->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("000 %")));
  m_zoom->setAlignment(Qt::AlignCenter);
  line->addWidget(pageTool(this, QStringLiteral("pages"), colour, tr("Small pictures of the pages"),
                           Qt::CTRL | Qt::SHIFT | Qt::Key_P,
                           [this] { m_strip->setVisible(!m_strip->isVisible()); }));
  line->addWidget(pageTool(this, QStringLiteral("previous"), colour, tr("Page before"),
                           Qt::CTRL | Qt::Key_PageUp, [this] { m_view->goTo(m_view->currentPage() - 1); }));
  line->addWidget(m_page);
  line->addWidget(m_count);
  line->addWidget(pageTool(this, QStringLiteral("following"), colour, tr("Page after"),
                           Qt::CTRL | Qt::Key_PageDown, [this] { m_view->goTo(m_view->currentPage() + 1); }));
  line->addWidget(pageTool(this, QStringLiteral("zoom-out"), colour, tr("Smaller"), Qt::CTRL | Qt::Key_Minus,
                           [this] { m_view->zoomBy(1 / 1.25); }));
  line->addWidget(m_zoom);
  line->addWidget(pageTool(this, QStringLiteral("zoom-in"), colour, tr("Larger"), Qt::CTRL | Qt::Key_Plus,
                           [this] { m_view->zoomBy(1.25); }));
  line->addWidget(pageTool(this, QStringLiteral("fit-width"), colour, tr("As wide as the view"),
                           Qt::CTRL | Qt::Key_0, [this] { m_view->fitWidth(); }));
  line->addWidget(pageTool(this, QStringLiteral("rotate"), colour, tr("Turn to the right"),
                           Qt::CTRL | Qt::SHIFT | Qt::Key_R, [this] { m_view->rotate(); }));
  line->addWidget(pageTool(this, QStringLiteral("mark"), colour, tr("Mark a place as evidence"), Qt::Key_M,
                           [this] { m_evidence->begin(); }));
  connect(m_page, &QSpinBox::editingFinished, this, [this] { m_view->goTo(m_page->value() - 1); });
  return tools;
}

QWidget* DocumentViewer::makeFinder() {
  const QColor colour = m_context.theme.colours().text;
  auto* finder = new QWidget;
  auto* line = new QHBoxLayout(finder);
  line->setContentsMargins(space::kSmall, 0, space::kSmall, space::kSmall);
  m_find = new QLineEdit;
  m_find->setObjectName(QStringLiteral("findInDocument"));
  m_find->setPlaceholderText(tr("Find in this document"));
  m_find->setAccessibleName(m_find->placeholderText());
  offerClearing(m_find, tr("Clear the text"));
  m_hitCount = mutedLabel({});
  m_hitCount->setObjectName(QStringLiteral("hitCount"));
  m_hitCount->setWordWrap(false);
  line->addWidget(m_find, 1);
  line->addWidget(m_hitCount);
  line->addWidget(pageTool(this, QStringLiteral("previous"), colour, tr("Place before"),
                           Qt::SHIFT | Qt::Key_F3, [this] { step(-1); }));
  line->addWidget(pageTool(this, QStringLiteral("following"), colour, tr("Place after"), Qt::Key_F3,
                           [this] { step(1); }));
  connect(m_find, &QLineEdit::returnPressed, this, [this] { m_hits.isEmpty() ? find() : step(1); });
  connect(m_find, &QLineEdit::textChanged, this, [this] {
    m_hits.clear();
    m_hit = -1;
    m_findRequest.reset();
    m_hitCount->clear();
    m_view->showHits({}, -1);
  });
  return finder;
}

void DocumentViewer::followJournal() {
  const models::Ports& ports = m_context.desk.ports;
  connect(&ports.journal, &models::DeskJournal::recorded, this, [this](quint64 request) {
    if (request != m_journalRequest) return;
    m_journalRequest.reset();
    m_loadRequest = m_context.desk.ports.blobs.nextRequest();
    m_context.desk.ports.blobs.load(*m_loadRequest, m_blob);
  });
  connect(&ports.journal, &models::DeskJournal::failed, this,
          [this](quint64 request, const core::Error& error) {
            if (request == m_journalRequest) showWords(models::errorText(error.code), true);
          });
  connect(&ports.blobs, &models::BlobSource::loaded, this,
          [this](quint64 request, const QByteArray& content) {
            if (request != m_loadRequest) return;
            m_loadRequest.reset();
            m_openRequest = m_context.pages.nextRequest();
            m_context.pages.open(*m_openRequest, content, m_mediaType);
          });
  connect(&ports.blobs, &models::BlobSource::failed, this, [this](quint64 request, const core::Error& error) {
    if (request != m_loadRequest) return;
    m_loadRequest.reset();
    showWords(models::errorText(error.code), true);
  });
  if (const models::DocumentPlaces* places = ports.places)
    connect(places, &models::DocumentPlaces::transferred, this, [this, places](const core::BlobId& blob) {
      const auto transfer = places->transferOf(blob);
      if (blob == m_blob && m_loadRequest && transfer)
        showWords(tr("Loading … %1").arg(models::transferText(transfer->done, m_size)));
    });
  connect(&m_context.pages, &models::PageSource::opened, this,
          [this](quint64 request, const QList<QSizeF>& pages) {
            if (request != m_openRequest) return;
            m_openRequest.reset();
            m_stack->setCurrentIndex(1);
            m_page->setRange(1, static_cast<int>(pages.size()));
            m_count->setText(QStringLiteral("/ %1").arg(pages.size()));
            m_view->setPages(pages);
            m_strip->setPages(pages);
            m_evidence->refresh();
            refreshPlace();
          });
  connect(&m_context.pages, &models::PageSource::found, this,
          [this](quint64 request, const QList<models::PageHit>& hits) {
            if (request != m_findRequest) return;
            m_findRequest.reset();
            m_hits = hits;
            m_hit = -1;
            step(1);
          });
  connect(&m_context.pages, &models::PageSource::failed, this, [this](quint64 request, Failure why) {
    if (request != m_openRequest && why != Failure::Stopped && why != Failure::TooSlow) return;
    m_openRequest.reset();
    m_words->say(why);
    m_stack->setCurrentWidget(m_words);
  });
}

void DocumentViewer::beginMark(const core::CriterionId& criterion) {
  m_evidence->begin(criterion);
}

void DocumentViewer::showMark(const core::EvidenceMark& mark) {
  m_evidence->show(mark);
}

void DocumentViewer::show(const core::CaseDocument& document, const core::CaseId& caseId) {
  m_evidence->setDocument(document.id);
  if (document.blob == m_blob) return;
  m_blob = document.blob;
  m_case = caseId;
  m_size = document.size;
  m_mediaType = models::qtext(document.mediaType);
  m_find->clear();
  if (m_mediaType == QLatin1String("application/pdf") || m_mediaType.startsWith(QLatin1String("image/")))
    load();
  else
    showWords(tr("This kind of file has no preview."));
}

void DocumentViewer::load() {
  showWords(tr("Loading …"));
  m_openRequest.reset();
  m_loadRequest.reset();
  m_journalRequest = m_context.desk.ports.journal.nextRequest();
  m_context.desk.ports.journal.record(*m_journalRequest, "openDocument", m_case.value);
}

void DocumentViewer::clear() {
  if (!m_blob.value.empty()) m_context.pages.close();
  m_blob = {};
  m_evidence->setDocument({});
  m_journalRequest.reset();
  m_loadRequest.reset();
  m_openRequest.reset();
  m_view->setPages({});
  m_strip->setPages({});
  showWords(tr("Choose a document to see it here."));
}

void DocumentViewer::showWords(const QString& text, bool again) {
  m_words->say(text, again);
  m_stack->setCurrentWidget(m_words);
}

void DocumentViewer::find() {
  if (m_find->text().isEmpty()) return;
  m_findRequest = m_context.pages.nextRequest();
  m_context.pages.find(*m_findRequest, m_find->text());
}

void DocumentViewer::step(int by) {
  if (m_hits.isEmpty()) {
    if (m_hit == -1 && !m_find->text().isEmpty()) m_hitCount->setText(tr("Nothing found"));
    return;
  }
  const int count = static_cast<int>(m_hits.size());
  m_hit = m_hit < 0 ? (by > 0 ? 0 : count - 1) : (m_hit + by + count) % count;
  m_hitCount->setText(tr("%1 of %2", "place in a document").arg(m_hit + 1).arg(count));
  m_view->showHits(m_hits, m_hit);
}

void DocumentViewer::refreshPlace() {
  if (m_view->pageCount() == 0) return;
  const QSignalBlocker quiet(m_page);
  m_page->setValue(m_view->currentPage() + 1);
  m_zoom->setText(QStringLiteral("%1 %").arg(qRound(m_view->zoom() * 72 / 96 * 100)));
  m_strip->setCurrentPage(m_view->currentPage());
  m_view->setAccessibleDescription(
      tr("Page %1 of %2").arg(m_view->currentPage() + 1).arg(m_view->pageCount()));
}

} // namespace madoguchi::ui

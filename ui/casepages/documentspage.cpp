// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casepages/documentspage.h"

#include "models/datetext.h"
#include "models/errortext.h"
#include "models/names.h"
#include "models/sizetext.h"
#include "models/text.h"
#include "ui/basics/icons.h"
#include "ui/basics/passfocus.h"
#include "ui/basics/turningsplitter.h"
#include "ui/basics/widgets.h"
#include "ui/basics/wraplayout.h"
#include "ui/casepages/caselist.h"
#include "ui/casepages/placecolumn.h"
#include "ui/documents/attachbar.h"
#include "ui/documents/documentviewer.h"

#include <QComboBox>
#include <QDropEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QMimeData>
#include <QScrollArea>
#include <QTableWidget>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace madoguchi::ui {

namespace {

constexpr int kColumns = 5;
constexpr int kFileColumn = 1;
constexpr int kPlaceColumn = 4;
constexpr int kBeside = 100; ///< digits' widths from which on a document stands beside the list

} // namespace

DocumentsPage::DocumentsPage(const Context& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_missing(new QLabel(this)),
      m_table(new QTableWidget(0, kColumns, this)), m_kind(new QComboBox(this)),
      m_attach(new QPushButton(icon(QStringLiteral("attach"), context.theme.colours().text),
                               tr("Attach a file …"), this)),
      m_verify(new QPushButton(tr("Mark as verified"), this)),
      m_keep(new QPushButton(tr("Keep on this PC"), this)), m_detach(new QPushButton(tr("Take off"), this)),
      m_scroll(new QScrollArea(this)),
      m_split(new TurningSplitter(em(this) * kBeside, {300, 300}, m_scroll->viewport())),
      m_upper(new QWidget(m_split)), m_preview(new DocumentViewer(context, this)),
      m_queue(context.opened, context.desk.ports.blobs, context.desk.ports.journal, context.desk.ports.scans,
              context.desk.ports.newDocumentId) {
  setAcceptDrops(true);
  m_missing->setObjectName(QStringLiteral("missingDocuments"));
  m_missing->setWordWrap(true);
  setUpTable();
  m_places = new PlaceColumn(context, *m_table, kPlaceColumn);
  m_kind->setObjectName(QStringLiteral("documentKind"));
  m_kind->setAccessibleName(tr("Kind of the document to attach"));
  m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_kind->setMinimumContentsLength(10);
  m_attach->setObjectName(QStringLiteral("attachDocument"));
  m_verify->setObjectName(QStringLiteral("verifyDocument"));
  m_detach->setObjectName(QStringLiteral("detachDocument"));
  m_keep->setObjectName(QStringLiteral("keepDocument"));
  m_keep->setVisible(context.desk.ports.places != nullptr);

  m_kind->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  auto* act = new WrapLayout(nullptr);
  for (QWidget* part :
       {static_cast<QWidget*>(m_verify), static_cast<QWidget*>(m_keep), static_cast<QWidget*>(m_detach),
        static_cast<QWidget*>(m_kind), static_cast<QWidget*>(m_attach)})
    act->addWidget(part);
  auto* box = new QVBoxLayout(m_upper);
  box->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kSmall);
  box->addWidget(m_missing);
  box->addWidget(m_table, 1);
  box->addLayout(act);
  box->addWidget(new AttachBar(m_queue, m_upper));
  m_upper->installEventFilter(this);
  m_preview->installEventFilter(this);
  m_split->addWidget(m_upper);
  m_split->addWidget(m_preview);
  m_split->setChildrenCollapsible(false);
  m_split->setSizes({em(this) * 40, em(this) * 60});
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins({});
  // On a low screen it is scrolled, never squeezed.
  m_scroll->setWidget(m_split);
  m_scroll->setWidgetResizable(true);
  m_scroll->setFocusPolicy(Qt::NoFocus);
  layout->addWidget(m_scroll);
  passFocusOn(this, m_table);
  connectAll();
  refresh();
}

void DocumentsPage::connectAll() {
  connect(m_preview, &DocumentViewer::marked, this, &DocumentsPage::marked);
  // Above the page the list would squeeze what one draws on.
  connect(m_preview, &DocumentViewer::marking, this,
          [this](bool now) { m_upper->setVisible(!now || m_split->orientation() == Qt::Horizontal); });
  connect(m_preview, &DocumentViewer::refused, this, &DocumentsPage::failed);
  // Between the buttons a long name is cut off.
  connect(m_kind, &QComboBox::currentTextChanged, m_kind, &QWidget::setToolTip);
  connect(m_attach, &QPushButton::clicked, this, &DocumentsPage::chooseFile);
  connect(m_verify, &QPushButton::clicked, this, &DocumentsPage::verify);
  connect(m_detach, &QPushButton::clicked, this, &DocumentsPage::detach);
  connect(m_keep, &QPushButton::clicked, this, &DocumentsPage::keep);
  connect(m_places, &PlaceColumn::changed, this, &DocumentsPage::refreshKeep);
  connect(m_places, &PlaceColumn::failed, this, &DocumentsPage::failed);
  connect(m_table, &QTableWidget::currentCellChanged, this, [this] {
    if (!m_filling) refreshButtons();
  });
  connect(&m_queue, &models::AttachmentQueue::failed, this, &DocumentsPage::failed);
  connect(&m_context.opened, &models::OpenCase::changed, this, &DocumentsPage::refresh);
  connect(&m_context.opened, &models::OpenCase::switched, this, &DocumentsPage::refresh);
}

void DocumentsPage::setUpTable() {
  m_table->setObjectName(QStringLiteral("documents"));
  m_table->setAccessibleName(tr("Documents of the case"));
  m_table->setHorizontalHeaderLabels(
      {tr("Document"), tr("File"), tr("Size"), tr("Verified"), tr("On this PC")});
  m_table->setEditTriggers(QTableWidget::NoEditTriggers);
  m_table->setSelectionBehavior(QTableWidget::SelectRows);
  m_table->setSelectionMode(QTableWidget::SingleSelection);
  m_table->setTabKeyNavigation(false);
  m_table->setMinimumHeight(4 * fontMetrics().height());
  m_table->setAttribute(Qt::WA_InputMethodEnabled, false);
  m_table->verticalHeader()->hide();
  m_table->horizontalHeader()->setSectionResizeMode(kFileColumn, QHeaderView::Stretch);
}

void DocumentsPage::refresh() {
  const models::OpenCase& opened = m_context.opened;
  const core::CaseState* state = opened.state();
  const core::Procedure* procedure = opened.procedure();
  m_filling = true;
  const int row = m_table->currentRow();
  const QVariant kind = m_kind->currentData();
  m_table->setRowCount(0);
  m_kind->clear();
  if (procedure != nullptr)
    for (const core::DocumentKind& known : procedure->documents)
      m_kind->addItem(models::localText(known.title), models::qtext(known.id));
  m_kind->addItem(models::documentKindTitle(nullptr, {}), QString());
  const bool same = m_shownCase == opened.id();
  m_shownCase = state == nullptr ? core::CaseId() : opened.id();
  m_kind->setCurrentIndex(same ? qMax(0, m_kind->findData(kind)) : 0);
  for (std::size_t i = 0; state != nullptr && i < state->documents.size(); ++i) {
    const core::CaseDocument& document = state->documents[i];
    if (document.detached) continue;
    const int at = m_table->rowCount();
    m_table->insertRow(at);
    const QString verified =
        document.verifiedBy.empty()
            ? QString()
            : QStringLiteral("✓ %1").arg(models::personName(*opened.references(), document.verifiedBy));
    const QString cells[] = {models::documentKindTitle(procedure, document.kind),
                             models::qtext(document.name), models::sizeText(document.size), verified};
    for (int column = 0; column < kPlaceColumn; ++column)
      m_table->setItem(at, column, new QTableWidgetItem(cells[column]));
    m_table->setItem(at, kPlaceColumn, new QTableWidgetItem);
    m_table->item(at, 0)->setData(Qt::UserRole, static_cast<int>(i));
  }
  m_table->resizeColumnToContents(0);
  m_table->resizeColumnToContents(2);
  m_table->resizeColumnToContents(3);
  if (m_table->rowCount() > 0) m_table->setCurrentCell(qBound(0, row, m_table->rowCount() - 1), 0);
  m_filling = false;
  shareHeight();
  m_places->watch();
  refreshMissing();
  refreshButtons();
}

bool DocumentsPage::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest) shareHeight();
  return QWidget::eventFilter(watched, event);
}

void DocumentsPage::shareHeight() {
  // A splitter does not ask how high texts and buttons are that wrap, and would lay one over the other.
  const auto leastOf = [](const QWidget* part) {
    return part->layout()->minimumHeightForWidth(part->width());
  };
  const int least = leastOf(m_upper);
  m_upper->setMinimumHeight(least);
  m_preview->setMinimumHeight(leastOf(m_preview));
  // No higher than its documents: the one that is looked at needs the room.
  const int rows = m_table->horizontalHeader()->sizeHint().height() + m_table->verticalHeader()->length() +
                   2 * m_table->frameWidth();
  m_split->setHighestBelow(least + qMax(0, rows - m_table->minimumHeight()));
}

void DocumentsPage::refreshMissing() {
  const core::CaseState* state = m_context.opened.state();
  const core::Procedure* procedure = m_context.opened.procedure();
  QStringList missing;
  if (state != nullptr && procedure != nullptr)
    for (const core::DocumentKind* kind : core::requiredDocuments(*procedure, state->form)) {
      const bool there =
          std::any_of(state->documents.begin(), state->documents.end(),
                      [&](const auto& document) { return document.kind == kind->id && !document.detached; });
      if (!there) missing << models::localText(kind->title);
    }
  if (state == nullptr)
    m_missing->clear();
  else
    m_missing->setText(missing.isEmpty() ? tr("All required documents are here.")
                                         : tr("Missing: %1").arg(models::listed(missing)));
}

void DocumentsPage::refreshButtons() {
  const QString noAttach = whyNotAttach();
  m_attach->setEnabled(noAttach.isEmpty());
  m_kind->setEnabled(noAttach.isEmpty());
  m_attach->setToolTip(noAttach.isEmpty() ? tr("Or drop files here") : noAttach);
  const core::CaseDocument* document = current();
  const bool verified = document != nullptr && !document->verifiedBy.empty();
  m_verify->setText(verified ? tr("Take the verification back") : tr("Mark as verified"));
  for (const auto& [button, why] :
       {std::pair(m_verify, whyNotVerify()), std::pair(m_detach, whyNotDetach())}) {
    button->setEnabled(why.isEmpty());
    button->setToolTip(why);
  }
  refreshKeep();
  if (document != nullptr)
    m_preview->show(*document, m_context.opened.id());
  else
    m_preview->clear();
}

void DocumentsPage::refreshKeep() {
  const core::CaseDocument* document = current();
  const QString why = whyNotKeep();
  m_keep->setEnabled(why.isEmpty());
  m_keep->setToolTip(
      why.isEmpty() ? tr("So that it can be seen without the server, however full it gets here") : why);
  m_keep->setText(document != nullptr && m_places->isKept(*document) ? tr("Need not stay on this PC")
                                                                     : tr("Keep on this PC"));
}

QString DocumentsPage::whyNotAttach() const {
  const core::AttachDocument trial{core::DocumentId("-"), {}, "-", {}, 1, core::BlobId(std::string(64, '0'))};
  const auto refusal = m_context.opened.check(trial);
  return refusal ? models::errorText(refusal->code) : QString();
}

QString DocumentsPage::whyNotWithChosen(const MakeCommand& command) const {
  const core::CaseDocument* document = current();
  if (document == nullptr) return tr("Choose a document first.");
  const auto refusal = m_context.opened.check(command(*document));
  return refusal ? models::errorText(refusal->code) : QString();
}

QString DocumentsPage::whyNotVerify() const {
  return whyNotWithChosen([](const core::CaseDocument& chosen) {
    return core::VerifyDocument{chosen.id, chosen.verifiedBy.empty(), {}};
  });
}

QString DocumentsPage::whyNotDetach() const {
  return whyNotWithChosen([](const core::CaseDocument& chosen) { return core::DetachDocument{chosen.id}; });
}

QString DocumentsPage::whyNotKeep() const {
  if (QString why = m_places->whyNot(); !why.isEmpty()) return why;
  return current() == nullptr ? tr("Choose a document first.") : QString();
}

QString DocumentsPage::whyNotKeepAll() const {
  return m_places->whyNot();
}

void DocumentsPage::keep() {
  if (const core::CaseDocument* document = current()) m_places->toggle(*document);
}

void DocumentsPage::keepAll() {
  m_places->toggleAll();
}

const QAbstractItemModel& DocumentsPage::listModel() const {
  return *m_table->model();
}

ShownList DocumentsPage::shownList() const {
  ShownList list = caseList(m_context.opened, tr("Documents"));
  auto columns = shownColumns(*m_table->horizontalHeader());
  if (list.hidesOffice)
    columns.erase(std::remove_if(columns.begin(), columns.end(),
                                 [](const auto& each) { return each.column == kFileColumn; }),
                  columns.end());
  list.rows = std::make_shared<const models::ListRows>(models::rowsOf(*m_table->model(), columns));
  return list;
}

const core::CaseDocument* DocumentsPage::current() const {
  const core::CaseState* state = m_context.opened.state();
  const QTableWidgetItem* item = m_table->item(m_table->currentRow(), 0);
  if (state == nullptr || item == nullptr) return nullptr;
  const auto index = static_cast<std::size_t>(item->data(Qt::UserRole).toInt());
  return index < state->documents.size() ? &state->documents[index] : nullptr;
}

void DocumentsPage::beginMark(const core::CriterionId& criterion) {
  m_preview->beginMark(criterion);
}

void DocumentsPage::showMark(const core::EvidenceMark& mark) {
  const core::CaseState* state = m_context.opened.state();
  for (int row = 0; state != nullptr && row < m_table->rowCount(); ++row) {
    const auto index = static_cast<std::size_t>(m_table->item(row, 0)->data(Qt::UserRole).toInt());
    if (index >= state->documents.size() || state->documents[index].id != mark.document) continue;
    m_table->setCurrentCell(row, 0);
    m_preview->showMark(mark);
    m_preview->setFocus(Qt::OtherFocusReason);
    return;
  }
  Q_EMIT failed(tr("The document of this mark was taken off the case."));
}

void DocumentsPage::chooseFile() {
  auto* dialog = new QFileDialog(this, tr("Attach a file"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFiles);
  connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& paths) {
    for (const QString& path : paths)
      attach(path);
  });
  dialog->open();
}

void DocumentsPage::attach(const QString& path) {
  m_queue.add(path, m_kind->currentData().toString().toStdString());
}

void DocumentsPage::attachScan(const QString& path, const std::string& kind,
                               const models::AttachmentQueue::Paper& paper) {
  m_queue.add(path, kind, paper);
}

void DocumentsPage::verify() {
  if (const core::CaseDocument* document = current())
    m_context.opened.perform(core::VerifyDocument{document->id, document->verifiedBy.empty(), {}});
}

void DocumentsPage::detach() {
  if (const core::CaseDocument* document = current())
    m_context.opened.perform(core::DetachDocument{document->id});
}

void DocumentsPage::dragEnterEvent(QDragEnterEvent* event) {
  if (m_attach->isEnabled() && event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void DocumentsPage::dropEvent(QDropEvent* event) {
  for (const QUrl& url : event->mimeData()->urls())
    if (url.isLocalFile()) attach(url.toLocalFile());
}

} // namespace madoguchi::ui

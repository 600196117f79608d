// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/intakedialog.h"

#include "core/codes/mediatype.h"
#include "core/procedures/formcarry.h"
#include "models/errortext.h"
#include "models/labels.h"
#include "models/names.h"
#include "models/text.h"
#include "ui/basics/dayedit.h"
#include "ui/basics/turningsplitter.h"
#include "ui/basics/widgets.h"
#include "ui/casepages/applicanteditor.h"
#include "ui/documents/scanpreview.h"
#include "ui/forms/formview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace madoguchi::ui {

namespace {

constexpr int kBeside = 96; ///< digits' widths from which on the form stands beside the applicant

/// The fields of several forms, one above the other, begin on one line.
void alignTitles(const QWidget& part) {
  QWidgetList titles;
  int widest = 0;
  for (const QFormLayout* form : part.findChildren<QFormLayout*>())
    for (int row = 0; row < form->rowCount(); ++row)
      if (const QLayoutItem* item = form->itemAt(row, QFormLayout::LabelRole);
          item != nullptr && item->widget()) {
        titles << item->widget();
        widest = qMax(widest, item->sizeHint().width());
      }
  for (QWidget* title : titles)
    title->setMinimumWidth(widest);
}

} // namespace

IntakeDialog::IntakeDialog(const Context& context, QWidget* parent)
    : Dialog(parent), m_context(context), m_references(context.desk.ports.references.references()),
      m_split(new TurningSplitter(em(this) * kBeside, {300, 300, 300}, this)),
      m_side(new QScrollArea(m_split)), m_paper(new QWidget(m_side->viewport())),
      m_procedure(new QComboBox(m_paper)), m_office(new QComboBox(m_paper)),
      m_channel(new QComboBox(m_paper)), m_stamped(new DayEdit(m_paper)),
      m_visibility(new QComboBox(m_paper)), m_scan(new QLineEdit(m_paper)),
      m_compared(new QCheckBox(tr("I looked at every page of the scan:\ncomplete and legible"), m_paper)),
      m_applicant(new ApplicantEditor(m_paper)), m_view(new FormView(m_form, m_split)),
      m_preview(new ScanPreview(context, m_split)), m_error(errorLabel(this)),
      m_again(mutedLabel(tr("This was begun before and kept. “Discard …” begins anew."), this)),
      m_discard(new QPushButton(tr("Discard …"), this)), m_receive(primaryButton(tr("Receive"), this)) {
  setObjectName(QStringLiteral("intakeDialog"));
  setWindowTitle(tr("Receive on paper"));
  setAttribute(Qt::WA_DeleteOnClose);
  m_procedure->setObjectName(QStringLiteral("intakeProcedure"));
  m_office->setObjectName(QStringLiteral("intakeOffice"));
  m_channel->setObjectName(QStringLiteral("intakeChannel"));
  m_stamped->setObjectName(QStringLiteral("intakeDay"));
  m_stamped->setAccessibleTitle(tr("Day on the receipt stamp"));
  m_stamped->setDay(models::today(context.desk.ports.clock));
  m_scan->setObjectName(QStringLiteral("intakeScan"));
  m_scan->setAccessibleName(tr("File of the scan"));
  m_scan->setPlaceholderText(tr("The scan becomes the first document of the case"));
  m_compared->setObjectName(QStringLiteral("intakeCompared"));
  m_receive->setObjectName(QStringLiteral("accept"));
  m_receive->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
  m_receive->setAutoDefault(false);
  m_again->setObjectName(QStringLiteral("intakeAgain"));
  m_discard->setObjectName(QStringLiteral("intakeDiscard"));
  m_discard->setAutoDefault(false);
  for (QComboBox* choice : {m_procedure, m_office, m_channel, m_visibility}) {
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(8);
  }
  layOutSide();
  m_preview->hide();
  m_split->setChildrenCollapsible(false);
  m_split->setStretchFactor(0, 2);
  m_split->setStretchFactor(1, 3);
  m_split->setStretchFactor(2, 3);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  buttons->addButton(m_receive, QDialogButtonBox::AcceptRole);
  buttons->addButton(m_discard, QDialogButtonBox::ResetRole);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(m_split, 1);
  layout->addWidget(m_again);
  layout->addWidget(m_error);
  layout->addWidget(buttons);
  resize(em(this) * 150, fontMetrics().height() * 44);
  fillChoices();
  m_applicant->show({}, {}, true);
  alignTitles(*m_paper);
  if (context.desk.ports.postal != nullptr) {
    m_applicant->completeFrom(*context.desk.ports.postal);
    m_view->completeFrom(*context.desk.ports.postal);
  }
  connectAll();
  m_blank = written();
  begin({});
  m_procedure->setFocus();
}

void IntakeDialog::layOutSide() {
  auto* browse = new QPushButton(tr("Choose …"), m_paper);
  browse->setAutoDefault(false);
  connect(browse, &QPushButton::clicked, this, &IntakeDialog::chooseScan);
  auto* scan = new QHBoxLayout;
  scan->addWidget(m_scan, 1);
  scan->addWidget(browse);
  auto* head = new QFormLayout;
  head->setRowWrapPolicy(QFormLayout::WrapLongRows);
  head->addRow(tr("&Procedure"), m_procedure);
  head->addRow(tr("&Office"), m_office);
  head->addRow(tr("How it came"), m_channel);
  head->addRow(tr("Day on the stamp"), m_stamped);
  head->addRow(tr("Protection"), m_visibility);
  head->addRow(tr("Scan"), scan);
  head->addRow(QString(), m_compared);
  auto* box = new QVBoxLayout(m_paper);
  box->addLayout(head);
  box->addWidget(line(m_paper));
  box->addWidget(titleLabel(tr("Applicant"), m_paper));
  box->addWidget(m_applicant);
  box->addStretch(1);
  m_side->setAccessibleName(tr("What is on the paper"));
  m_side->setWidget(m_paper);
  m_side->setWidgetResizable(true);
}

void IntakeDialog::connectAll() {
  connect(m_procedure, &QComboBox::currentIndexChanged, this, &IntakeDialog::changeProcedure);
  connect(m_stamped, &DayEdit::dayChanged, this, &IntakeDialog::check);
  connect(m_compared, &QCheckBox::toggled, this, &IntakeDialog::check);
  connect(m_scan, &QLineEdit::textChanged, this, [this] {
    // Another scan wants another look.
    m_compared->setChecked(false);
    m_preview->show({});
    check();
  });
  connect(m_scan, &QLineEdit::editingFinished, this, &IntakeDialog::showScan);
  connect(m_preview, &ScanPreview::shown, this, &IntakeDialog::check);
  connect(m_receive, &QPushButton::clicked, this, &IntakeDialog::receive);
  connect(m_discard, &QPushButton::clicked, this, &IntakeDialog::askDiscard);
  connectKeeping();
  models::Ports& ports = m_context.desk.ports;
  connect(&ports.blobs, &models::BlobSource::stored, this,
          [this](quint64 request, const core::BlobId& blob, qint64 size) {
            if (request != m_upload) return;
            m_upload.reset();
            const QString name = QFileInfo(m_scan->text()).fileName();
            core::CaseDocument scanned;
            scanned.id = m_context.desk.ports.newDocumentId();
            scanned.name = name.toStdString();
            scanned.mediaType = core::mediaTypeOf(scanned.name);
            scanned.size = size;
            scanned.verifyNote =
                tr("Pages looked through when it was received: complete and legible").toStdString();
            scanned.blob = blob;
            perform(scanned);
          });
  connect(&ports.blobs, &models::BlobSource::failed, this, [this](quint64 request, const core::Error& error) {
    if (request != m_upload) return;
    m_upload.reset();
    showError(m_error, models::errorText(error.code));
    check();
  });
  connect(&ports.commands, &models::CommandSink::done, this,
          [this](quint64 request, const models::CommandDone& done) {
            if (request != m_command) return;
            m_context.desk.undo.push(done);
            forget();
            if (!m_fromTray.isEmpty() && m_scan->text() == m_fromTray)
              m_context.desk.ports.scans->putAway(m_fromTray);
            Q_EMIT received(done.caseId);
            accept();
          });
  connect(&ports.commands, &models::CommandSink::refused, this,
          [this](quint64 request, const core::Refusal& refusal) {
            if (request != m_command) return;
            m_command.reset();
            showError(m_error, models::errorText(refusal.code));
            check();
          });
}

void IntakeDialog::fillChoices() {
  for (const core::Procedure* known : m_references->openProcedures())
    m_procedure->addItem(models::localText(known->title), models::qtext(known->id.value));
  for (const core::Office& office : m_references->offices.all()) {
    const bool mine = std::any_of(
        m_references->me.grants.begin(), m_references->me.grants.end(), [&](const core::Grant& grant) {
          return (grant.role == core::Role::Clerk || grant.role == core::Role::Supervisor) &&
                 m_references->offices.isWithin(office.id, grant.office);
        });
    if (mine) m_office->addItem(models::officeName(*m_references, office.id), models::qtext(office.id.value));
  }
  if (const auto me = m_references->people.find(m_references->me.id); me != m_references->people.end())
    m_office->setCurrentIndex(qMax(0, m_office->findData(models::qtext(me->second.office.value))));
  for (const core::Channel channel : {core::Channel::Counter, core::Channel::Post})
    m_channel->addItem(models::label(channel), static_cast<int>(channel));
  m_visibility->addItem(tr("Ordinary"), false);
  m_visibility->addItem(tr("Person under protection: address hidden in lists and letters"), true);
}

const core::Procedure* IntakeDialog::procedure() const {
  const QString id = m_procedure->currentData().toString();
  for (const core::Procedure* known : m_references->openProcedures())
    if (models::qtext(known->id.value) == id) return known;
  return nullptr;
}

void IntakeDialog::showProcedure() {
  m_form.clear();
  m_schema.reset();
  m_given = nullptr;
  if (const core::Procedure* chosen = procedure()) {
    if (auto schema = core::FormSchema::compile(chosen->form)) m_schema = *schema;
    const core::FormSchema* rules = m_schema ? &*m_schema : nullptr;
    m_given = core::fittingValues(*chosen, rules, m_all);
    m_form.show(*chosen, rules, m_given, {});
    QMap<QString, QString> typed;
    for (const auto& [pointer, text] : m_typed)
      typed.insert(models::qtext(pointer), models::qtext(text));
    m_view->restoreDrafts(typed);
  }
  check();
}

void IntakeDialog::check() {
  const auto day = m_stamped->day();
  const bool past = day && *day <= models::today(m_context.desk.ports.clock);
  // A scan counts as the original only after somebody has looked at it, which takes pages that are shown.
  const bool hasScan = !m_scan->text().isEmpty();
  const bool seen = m_preview->pageCount() > 0;
  m_compared->setVisible(hasScan);
  m_compared->setEnabled(seen);
  if (!seen) m_compared->setChecked(false);
  const bool looked = !hasScan || m_compared->isChecked();
  m_receive->setEnabled(procedure() != nullptr && m_office->count() > 0 && past && looked && !m_upload &&
                        !m_command);
  m_receive->setToolTip(looked ? QString() : tr("First say that you looked at the pages of the scan."));
}

void IntakeDialog::setScan(const QString& path) {
  m_scan->setText(path);
  showScan();
}

void IntakeDialog::showScan() {
  m_preview->setVisible(!m_scan->text().isEmpty());
  m_preview->show(m_scan->text());
}

void IntakeDialog::takeScan(const QString& path, core::Date receivedOn) {
  models::forgetGoneScans(m_context.desk.ports.drafts, *m_context.desk.ports.scans);
  m_blank.stampedOn = receivedOn;
  begin(path);
}

void IntakeDialog::chooseScan() {
  auto* dialog = new QFileDialog(this, tr("Choose the scan"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setNameFilter(tr("Scans (*.pdf *.png *.jpg *.jpeg *.tif *.tiff)"));
  connect(dialog, &QFileDialog::fileSelected, this, &IntakeDialog::setScan);
  dialog->open();
}

void IntakeDialog::receive() {
  showError(m_error, {});
  if (!m_view->commit()) return showError(m_error, tr("A field holds something that cannot be saved."));
  if (m_applicant->applicant().party.name.display.empty()) {
    showError(m_error, tr("Write the applicant's name."));
    return m_applicant->focusFirst();
  }
  if (m_scan->text().isEmpty()) return perform(std::nullopt);
  m_upload = m_context.desk.ports.blobs.nextRequest();
  check();
  m_context.desk.ports.blobs.storeFile(*m_upload, m_scan->text());
}

void IntakeDialog::perform(const std::optional<core::CaseDocument>& scan) {
  const core::Procedure* chosen = procedure();
  core::ReceiveOnPaper command;
  command.procedure = chosen->id;
  command.procedureVersion = chosen->version;
  command.office = core::OfficeId(m_office->currentData().toString().toStdString());
  command.channel = static_cast<core::Channel>(m_channel->currentData().toInt());
  command.stampedOn = m_stamped->day().value();
  command.visibility =
      m_visibility->currentData().toBool() ? core::Visibility::Protected : core::Visibility::Ordinary;
  command.applicant = m_applicant->applicant();
  command.form = m_form.form();
  command.scan = scan;
  m_command = m_context.desk.ports.commands.nextRequest();
  check();
  m_context.desk.ports.commands.perform(*m_command, {}, 0, command);
}

} // namespace madoguchi::ui

// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/exportdialog.h"

#include "models/datetext.h"
#include "models/errortext.h"
#include "models/names.h"
#include "models/text.h"
#include "ui/basics/widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLocale>
#include <QPrintDialog>
#include <QPrinter>
#include <QProgressBar>
#include <QRadioButton>
#include <QVBoxLayout>

namespace madoguchi::ui {

using Format = models::ListJob::Format;

namespace {

constexpr int kProgressSteps = 1000;

QString number(qint64 count) {
  return QLocale().toString(count);
}

QString suffixOf(Format format) {
  switch (format) {
  case Format::Csv:
    return QStringLiteral(".csv");
  case Format::Xlsx:
    return QStringLiteral(".xlsx");
  default:
    return QStringLiteral(".pdf");
  }
}

} // namespace

ExportDialog::ExportDialog(const Context& context, Purpose purpose, ShownList list, QWidget* parent)
    : Dialog(parent), m_context(context), m_purpose(purpose), m_list(std::move(list)),
      m_all(new QRadioButton(this)), m_marked(new QRadioButton(this)), m_format(new QComboBox(this)),
      m_byteOrderMark(new QCheckBox(tr("With a &byte order mark, as older spreadsheets need it"), this)),
      m_state(mutedLabel({}, this)), m_progress(new QProgressBar(this)),
      m_begin(primaryButton(purpose == Purpose::File ? tr("Write …") : tr("Print …"), this)),
      m_stop(new QPushButton(tr("Stop"), this)) {
  setObjectName(QStringLiteral("exportDialog"));
  setWindowTitle(purpose == Purpose::File ? tr("Write the list to a file") : tr("Print the list"));
  setAttribute(Qt::WA_DeleteOnClose);
  const models::CaseTableModel& table = context.desk.table;
  const bool ofCases = m_list.rows == nullptr;
  const auto all = ofCases ? table.rowCount() : static_cast<qint64>(m_list.rows->rows.size());
  const auto marked = ofCases ? static_cast<qint64>(table.markedCount()) : 0;
  m_all->setObjectName(QStringLiteral("exportAll"));
  m_all->setText(tr("The &whole list: %1").arg(number(all)));
  m_marked->setObjectName(QStringLiteral("exportMarked"));
  m_marked->setText(tr("The &marked cases: %1").arg(number(marked)));
  m_marked->setVisible(ofCases);
  (marked > 0 ? m_marked : m_all)->setChecked(true);
  m_format->setObjectName(QStringLiteral("exportFormat"));
  m_format->setAccessibleName(tr("Format"));
  m_format->addItem(tr("Spreadsheet (XLSX)"), static_cast<int>(Format::Xlsx));
  m_format->addItem(tr("Text with commas (CSV)"), static_cast<int>(Format::Csv));
  m_format->addItem(tr("Paper in a file (PDF)"), static_cast<int>(Format::Pdf));
  m_byteOrderMark->setObjectName(QStringLiteral("exportByteOrderMark"));
  m_byteOrderMark->setChecked(true);
  m_begin->setObjectName(QStringLiteral("exportBegin"));
  m_stop->setObjectName(QStringLiteral("exportStop"));
  m_state->setObjectName(QStringLiteral("exportState"));
  m_progress->setMaximum(kProgressSteps);
  m_progress->setAccessibleName(tr("Progress"));
  layOut();
  followExporter();
  refresh();
}

void ExportDialog::layOut() {
  const bool ofCases = m_list.rows == nullptr;
  auto* name = new QLabel(m_list.title, this);
  name->setObjectName(QStringLiteral("exportName"));
  name->setTextFormat(Qt::PlainText); // it may be what somebody typed
  name->setWordWrap(true);
  auto* form = new QFormLayout;
  form->addRow(tr("List"), name);
  form->addRow(ofCases ? tr("Cases") : tr("Rows"), m_all);
  if (ofCases) form->addRow(QString(), m_marked);
  if (m_purpose == Purpose::File) {
    form->addRow(tr("Format"), m_format);
    form->addRow(QString(), m_byteOrderMark);
  }
  m_format->setVisible(m_purpose == Purpose::File);
  m_byteOrderMark->setVisible(m_purpose == Purpose::File);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  buttons->addButton(m_begin, QDialogButtonBox::ActionRole);
  buttons->addButton(m_stop, QDialogButtonBox::ActionRole);
  auto* layout = new QVBoxLayout(this);
  layout->setSpacing(space::kMedium);
  layout->addLayout(form);
  layout->addWidget(mutedLabel(
      ofCases ? tr("The columns are those of the table. That the list was taken out is recorded. Addresses "
                   "are never in it.")
              : tr("It is the list as it stood on the page just now. That it was taken out is recorded."),
      this));
  layout->addWidget(m_progress);
  layout->addWidget(m_state);
  layout->addWidget(buttons);
  setMinimumWidth(em(this) * 60);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ExportDialog::followExporter() {
  models::ListExporter& exporter = m_context.desk.ports.lists;
  connect(m_begin, &QPushButton::clicked, this, &ExportDialog::choosePlace);
  connect(m_stop, &QPushButton::clicked, this, [this] {
    if (m_request) m_context.desk.ports.lists.cancel(*m_request);
  });
  connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::refresh);
  connect(
      &exporter, &models::ListExporter::progressed, this, [this](quint64 request, qint64 done, qint64 total) {
        if (request != m_request) return;
        m_progress->setValue(static_cast<int>(done * kProgressSteps / qMax(total, qint64{1})));
        // A workbook takes a while after its last row.
        const bool closes = done == total && m_purpose == Purpose::File;
        m_state->setText(closes ? tr("Closing the file …") : tr("%1 of %2").arg(number(done), number(total)));
      });
  connect(&exporter, &models::ListExporter::finished, this, [this](quint64 request, qint64 rows) {
    if (request == m_request) take(rows);
  });
  connect(&exporter, &models::ListExporter::failed, this, [this](quint64 request, const core::Error& error) {
    if (request != m_request) return;
    m_request.reset();
    m_state->setText(error.code == core::ErrorCode::Cancelled ? tr("Stopped. Nothing was written.")
                                                              : models::errorText(error.code));
    refresh();
  });
}

ExportDialog::~ExportDialog() {
  // Who closes the dialog does not want the list any more.
  if (m_request) m_context.desk.ports.lists.cancel(*std::exchange(m_request, {}));
}

void ExportDialog::refresh() {
  const bool idle = !m_request;
  for (QWidget* widget :
       {static_cast<QWidget*>(m_all), static_cast<QWidget*>(m_format), static_cast<QWidget*>(m_begin)})
    widget->setEnabled(idle);
  m_marked->setEnabled(idle && m_list.rows == nullptr && m_context.desk.table.markedCount() > 0);
  m_byteOrderMark->setEnabled(idle && m_format->currentData().toInt() == static_cast<int>(Format::Csv));
  m_progress->setVisible(!idle);
  m_stop->setVisible(!idle);
}

void ExportDialog::choosePlace() {
  m_purpose == Purpose::File ? chooseFile() : choosePrinter();
}

void ExportDialog::chooseFile() {
  const auto format = static_cast<Format>(m_format->currentData().toInt());
  auto* dialog = new QFileDialog(this, windowTitle());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(suffixOf(format).mid(1));
  // By its day one list is told from the next.
  dialog->selectFile(QStringLiteral("%1 %2%3").arg(
      m_list.fileName, models::qtext(core::toText(m_context.desk.opened.today())), suffixOf(format)));
  connect(dialog, &QFileDialog::fileSelected, this,
          [this, format](const QString& file) { begin(format, file); });
  dialog->open();
}

void ExportDialog::choosePrinter() {
  auto* dialog = new QPrintDialog(this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QDialog::accepted, this, [this, dialog] {
    const QPrinter* printer = dialog->printer();
    if (printer->outputFileName().isEmpty())
      begin(Format::Print, printer->printerName());
    else
      begin(Format::Pdf, printer->outputFileName());
  });
  dialog->open();
}

void ExportDialog::begin(Format format, const QString& place) {
  if (m_request) return;
  models::ListJob job;
  job.rows = m_list.rows;
  job.caseId = m_list.caseId;
  job.query = m_context.desk.table.query();
  if (m_marked->isChecked() && m_marked->isEnabled())
    job.keys = std::make_shared<const models::Keys>(m_context.desk.table.markedKeys());
  job.columns = m_list.columns;
  job.format = format;
  job.byteOrderMark = m_byteOrderMark->isChecked();
  job.path = place;
  job.title = m_list.title;
  job.origin = origin();
  if (m_context.desk.ports.training != nullptr) job.mark = tr("Practice: made-up cases, without any effect");
  m_place = place;
  m_progress->setValue(0);
  m_state->clear();
  m_request = m_context.desk.ports.lists.nextRequest();
  refresh();
  m_context.desk.ports.lists.start(*m_request, job);
}

QString ExportDialog::origin() const {
  const auto references = m_context.desk.ports.references.references();
  const QString when = models::shortMoment(m_context.desk.opened.now());
  const QString name = models::personName(*references, references->me.id);
  const auto me = references->people.find(references->me.id);
  if (m_list.hidesOffice || me == references->people.end()) return tr("Made by %1 on %2").arg(name, when);
  return tr("%1, made by %2 on %3").arg(models::officeName(*references, me->second.office), name, when);
}

void ExportDialog::take(qint64 rows) {
  m_request.reset();
  const bool ofCases = m_list.rows == nullptr;
  const QString file = QFileInfo(m_place).fileName();
  QString text;
  if (m_purpose == Purpose::Paper)
    text = (ofCases ? tr("%1 cases were sent to the printer.") : tr("%1 rows were sent to the printer."))
               .arg(number(rows));
  else
    text = (ofCases ? tr("%1 cases were written to %2.") : tr("%1 rows were written to %2."))
               .arg(number(rows), file);
  Q_EMIT said({Message::Severity::Done, text});
  accept();
}

} // namespace madoguchi::ui

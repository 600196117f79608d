// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/attendancedialog.h"

#include "models/datetext.h"
#include "models/errortext.h"
#include "models/labels.h"
#include "models/names.h"
#include "models/text.h"
#include "ui/basics/dayedit.h"
#include "ui/basics/widgets.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace madoguchi::ui {

namespace {

enum Column { kWho, kRank, kFrom, kTo, kColumns };

} // namespace

AttendanceDialog::AttendanceDialog(const Context& context, QWidget* parent)
    : Dialog(parent), m_context(context), m_people(new QComboBox(this)), m_from(new DayEdit(this)),
      m_to(new DayEdit(this)), m_note(mutedLabel({}, this)), m_error(errorLabel(this)),
      m_away(primaryButton(tr("Record as away"), this)),
      m_back(new QPushButton(tr("Cancel the absence"), this)), m_table(new QTableWidget(0, kColumns, this)),
      m_nobody(mutedLabel(tr("Nobody is recorded as away from today on. Choose a person and the days above."),
                          this)) {
  setObjectName(QStringLiteral("attendanceDialog"));
  setWindowTitle(tr("Who is away"));
  setAttribute(Qt::WA_DeleteOnClose);
  m_people->setObjectName(QStringLiteral("absentPerson"));
  m_people->setAccessibleName(tr("Person"));
  m_from->setObjectName(QStringLiteral("absentFrom"));
  m_from->setAccessibleTitle(tr("From"));
  m_to->setObjectName(QStringLiteral("absentTo"));
  m_to->setAccessibleTitle(tr("To"));
  m_error->setObjectName(QStringLiteral("absentError"));
  m_away->setObjectName(QStringLiteral("absentRecord"));
  m_away->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
  m_back->setObjectName(QStringLiteral("absentBack"));
  for (QPushButton* button : {m_away, m_back})
    button->setAutoDefault(false);
  m_table->setObjectName(QStringLiteral("absences"));
  m_table->setAccessibleName(tr("Absences from today on"));
  m_table->setHorizontalHeaderLabels({tr("Who"), tr("Rank"), tr("From"), tr("To")});
  m_table->setEditTriggers(QTableWidget::NoEditTriggers);
  m_table->setSelectionBehavior(QTableWidget::SelectRows);
  m_table->setSelectionMode(QTableWidget::SingleSelection);
  m_table->setTabKeyNavigation(false);
  m_table->verticalHeader()->hide();
  m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
  auto* form = new QFormLayout;
  form->addRow(tr("&Person"), m_people);
  form->addRow(tr("&From"), m_from);
  form->addRow(tr("&To"), m_to);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(m_away);
  buttons->addWidget(m_back);
  buttons->addStretch(1);
  auto* close = new QDialogButtonBox(QDialogButtonBox::Close, this);
  connect(close, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* layout = new QVBoxLayout(this);
  layout->setSpacing(space::kMedium);
  layout->addWidget(
      mutedLabel(tr("While a decider is away, the substitute that the procedure names may decide "
                    "within its limits. What was decided like that is shown to the decider on "
                    "return. Both days are included."),
                 this));
  layout->addLayout(form);
  layout->addLayout(buttons);
  layout->addWidget(m_note);
  layout->addWidget(m_error);
  layout->addWidget(m_table, 1);
  layout->addWidget(m_nobody, 1, Qt::AlignTop);
  layout->addWidget(close);
  resize(em(this) * 84, fontMetrics().height() * 30);
  m_from->setDay(context.opened.today());
  m_to->setDay(context.opened.today());
  fillPeople();
  fillTable();
  connectAll();
  check();
}

void AttendanceDialog::connectAll() {
  connect(m_away, &QPushButton::clicked, this, [this] { record(true); });
  connect(m_back, &QPushButton::clicked, this, [this] { record(false); });
  connect(m_from, &DayEdit::dayChanged, this, [this] {
    // A day on which it ends before it begins is never meant.
    if (m_from->day() && m_to->day() && *m_to->day() < *m_from->day()) m_to->setDay(m_from->day());
    check();
  });
  connect(m_to, &DayEdit::dayChanged, this, &AttendanceDialog::check);
  connect(m_people, &QComboBox::currentIndexChanged, this, &AttendanceDialog::check);
  connect(m_table, &QTableWidget::itemSelectionChanged, this, &AttendanceDialog::takeRow);
  models::Ports& ports = m_context.desk.ports;
  connect(&ports.sync, &models::SyncStatusSource::statusChanged, this, &AttendanceDialog::check);
  connect(&ports.references, &models::ReferenceSource::referencesChanged, this, &AttendanceDialog::fillTable);
  connect(&ports.absences, &models::AbsenceRecorder::recorded, this, [this](quint64 request) {
    if (request != m_request) return;
    m_request.reset();
    check();
    note(tr("Recorded."));
  });
  connect(&ports.absences, &models::AbsenceRecorder::failed, this,
          [this](quint64 request, const core::Error& error) {
            if (request != m_request) return;
            m_request.reset();
            check();
            showError(m_error, models::errorText(error.code));
          });
}

void AttendanceDialog::fillPeople() {
  const auto references = m_context.desk.ports.references.references();
  const auto add = [&](const models::Person& person) {
    m_people->addItem(QStringLiteral("%1　%2").arg(models::personName(*references, person.id),
                                                   models::rankLabel(person.rank)),
                      models::qtext(person.id.value));
  };
  if (const auto me = references->people.find(references->me.id); me != references->people.end())
    add(me->second);
  for (const auto& [id, person] : references->people)
    if (id != references->me.id &&
        core::mayRecordAbsence(references->me, {id, {}, {}, person.rank, person.office, false},
                               references->offices))
      add(person);
}

void AttendanceDialog::fillTable() {
  const auto references = m_context.desk.ports.references.references();
  m_table->setRowCount(0);
  for (const auto& [id, person] : references->absences)
    for (const core::Absence& absence : person.absences) {
      if (absence.to < m_context.opened.today()) continue;
      const int row = m_table->rowCount();
      m_table->insertRow(row);
      const QString cells[] = {models::personName(*references, id), models::rankLabel(person.rank),
                               models::shortDay(absence.from), models::shortDay(absence.to)};
      for (int column = 0; column < kColumns; ++column)
        m_table->setItem(row, column, new QTableWidgetItem(cells[column]));
      m_table->item(row, kWho)->setData(Qt::UserRole, models::qtext(id.value));
      m_table->item(row, kFrom)->setData(Qt::UserRole, models::qtext(core::toText(absence.from)));
      m_table->item(row, kTo)->setData(Qt::UserRole, models::qtext(core::toText(absence.to)));
    }
  m_table->setVisible(m_table->rowCount() > 0);
  m_nobody->setVisible(m_table->rowCount() == 0);
  enable();
}

void AttendanceDialog::takeRow() {
  const int row = m_table->currentRow();
  if (row < 0 || m_table->selectedItems().isEmpty()) return;
  const int person = m_people->findData(m_table->item(row, kWho)->data(Qt::UserRole));
  if (person < 0) return; // somebody whom this user may not record
  m_people->setCurrentIndex(person);
  const auto dayIn = [&](int column) {
    return core::parseDate(m_table->item(row, column)->data(Qt::UserRole).toString().toStdString());
  };
  // What is past stays; it goes on from today.
  m_from->setDay(std::max(*dayIn(kFrom), m_context.opened.today()));
  m_to->setDay(*dayIn(kTo));
}

core::UserId AttendanceDialog::person() const {
  return core::UserId(m_people->currentData().toString().toStdString());
}

bool AttendanceDialog::isAway() const {
  const auto& absences = m_context.desk.ports.references.references()->absences;
  const auto known = absences.find(person());
  return known != absences.end() && std::any_of(known->second.absences.begin(), known->second.absences.end(),
                                                [this](const auto& absence) {
                                                  return absence.from <= *m_to->day() &&
                                                         absence.to >= *m_from->day();
                                                });
}

void AttendanceDialog::enable() {
  const bool online = m_context.desk.ports.sync.status().link == models::SyncStatus::Link::Online;
  const auto from = m_from->day();
  const bool whole = from && m_to->day() && *m_to->day() >= *from && *from >= m_context.opened.today();
  const bool ready = online && whole && !m_request && m_people->count() > 0;
  m_away->setEnabled(ready);
  m_back->setEnabled(ready && isAway());
  m_back->setToolTip(ready && !isAway() ? tr("No absence is recorded on these days.") : QString());
}

void AttendanceDialog::note(const QString& text) {
  m_note->setText(text);
  m_note->setVisible(!text.isEmpty());
}

void AttendanceDialog::check() {
  enable();
  const bool online = m_context.desk.ports.sync.status().link == models::SyncStatus::Link::Online;
  note(online ? QString() : tr("Offline: this can be recorded only while the server can be reached."));
}

void AttendanceDialog::record(bool away) {
  showError(m_error, {});
  m_request = m_context.desk.ports.absences.nextRequest();
  const core::AttendanceChange change{person(), *m_from->day(), *m_to->day(), away};
  m_context.desk.ports.absences.record(*m_request, change);
  check();
}

} // namespace madoguchi::ui

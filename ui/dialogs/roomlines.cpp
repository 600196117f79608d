// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/roomlines.h"

#include "models/errortext.h"
#include "models/ports/offlineroom.h"
#include "models/sizetext.h"
#include "ui/basics/theme.h"
#include "ui/basics/widgets.h"

#include <QComboBox>
#include <QVBoxLayout>

namespace madoguchi::ui {

namespace {

constexpr qint64 kMegabyte = 1024L * 1024;
constexpr qint64 kChoices[] = {100 * kMegabyte,  250 * kMegabyte,       500 * kMegabyte,
                               1024 * kMegabyte, 2L * 1024 * kMegabyte, 5L * 1024 * kMegabyte};

} // namespace

RoomLines::RoomLines(const Context& context, QWidget* parent)
    : QWidget(parent), m_room(*context.desk.ports.room), m_choice(new QComboBox(this)),
      m_free(new QPushButton(tr("Free roo&m now"), this)), m_use(mutedLabel(tr("Measuring …"), this)),
      m_said(mutedLabel({}, this)) {
  m_choice->setObjectName(QStringLiteral("roomLimit"));
  m_free->setObjectName(QStringLiteral("freeRoom"));
  m_free->setAutoDefault(false);
  m_free->setToolTip(tr("Lets go of the documents that can be fetched again. Those of your own cases, those "
                        "that you keep here and all that has not been sent stay."));
  m_use->setObjectName(QStringLiteral("roomUse"));
  m_said->setObjectName(QStringLiteral("roomSaid"));
  m_said->hide();
  auto* title = new QLabel(tr("&Documents, at most"), this);
  title->setBuddy(m_choice);
  auto* first = new QHBoxLayout;
  first->addWidget(title);
  first->addWidget(m_choice);
  first->addWidget(m_free);
  first->addStretch(1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins({});
  layout->setSpacing(space::kTight);
  layout->addLayout(first); // in one line with the title that a form puts before it
  layout->addWidget(m_use);
  layout->addWidget(m_said);
  fillChoice();

  models::Preferences& preferences = context.desk.ports.preferences;
  connect(m_choice, &QComboBox::activated, this, [this, &preferences] {
    preferences.setValue(models::kRoomPreference, m_choice->currentData());
    m_room.setLimit(m_choice->currentData().toLongLong());
  });
  connect(m_free, &QPushButton::clicked, this, [this] {
    m_free->setEnabled(false);
    m_freeing = m_room.nextRequest();
    m_room.freeNow(m_freeing);
  });
  connect(&m_room, &models::OfflineRoom::changed, this, [this] {
    fillChoice();
    measure();
  });
  connect(&m_room, &models::OfflineRoom::measured, this, [this](quint64 request, const core::RoomUse& use) {
    if (request == m_measuring) show(use);
  });
  connect(&m_room, &models::OfflineRoom::freed, this, [this](quint64 request, qint64 bytes) {
    if (request != m_freeing) return;
    m_free->setEnabled(true);
    m_said->setText(
        bytes > 0 ? tr("%1 of documents went. They are fetched again when you look at them.")
                        .arg(models::sizeText(bytes))
                  : tr("Nothing could go: what is here is of your own cases, kept by you, or not sent yet."));
    m_said->show();
  });
  connect(&m_room, &models::OfflineRoom::failed, this, [this](quint64 request, const core::Error& error) {
    if (request != m_freeing && request != m_measuring) return;
    m_free->setEnabled(true);
    m_said->setText(models::errorText(error.code));
    m_said->show();
  });
  measure();
}

void RoomLines::fillChoice() {
  const auto most = m_room.mostAllowed();
  m_choice->clear();
  for (const qint64 bytes : kChoices)
    if (!most || bytes < *most) m_choice->addItem(models::sizeText(bytes), bytes);
  if (most)
    m_choice->addItem(tr("%1 (the most your administration allows)").arg(models::sizeText(*most)), *most);
  int at = m_choice->findData(m_room.limit());
  if (at < 0) {
    m_choice->addItem(models::sizeText(m_room.limit()), m_room.limit());
    at = m_choice->count() - 1;
  }
  m_choice->setCurrentIndex(at);
}

void RoomLines::measure() {
  m_measuring = m_room.nextRequest();
  m_room.measure(m_measuring);
}

void RoomLines::show(const core::RoomUse& use) {
  m_use->setText(
      tr("Now: cases %1, search %2, documents %3; together %4. Cases stay as long as your offices see "
         "them, closed ones too; of the documents those go first that were not looked at longest.")
          .arg(models::sizeText(use.cases), models::sizeText(use.search), models::sizeText(use.documents),
               models::sizeText(use.total())));
}

} // namespace madoguchi::ui

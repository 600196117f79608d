// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/attachmentqueue.h"

#include "core/codes/mediatype.h"
#include "models/datetext.h"
#include "models/errortext.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace madoguchi::models {

namespace {

bool canBeMasked(const QString& name) {
  return core::isPlainText(core::mediaTypeOf(name.toStdString()));
}

} // namespace

AttachmentQueue::AttachmentQueue(OpenCase& opened, BlobSource& blobs, DeskJournal& journal, ScanTray* tray,
                                 std::function<core::DocumentId()> newId, QObject* parent)
    : QObject(parent), m_opened(opened), m_blobs(blobs), m_journal(journal), m_tray(tray),
      m_newId(std::move(newId)) {
  connect(&blobs, &BlobSource::stored, this, [this](quint64 request, const core::BlobId& blob, qint64 size) {
    if (request == m_request) attach(blob, size);
  });
  connect(&blobs, &BlobSource::failed, this, [this](quint64 request, const core::Error& error) {
    if (request == m_request) refuse(error);
  });
  connect(&journal, &DeskJournal::recorded, this, [this](quint64 request) {
    if (request != m_maskJournal || !m_current) return;
    m_maskJournal.reset();
    m_request = m_blobs.nextRequest();
    m_blobs.storeMasked(*m_request, m_current->path);
  });
  connect(&journal, &DeskJournal::failed, this, [this](quint64 request, const core::Error& error) {
    if (request == m_maskJournal) refuse(error);
  });
  connect(&opened, &OpenCase::performed, this, [this](const CommandDone& done) {
    const auto* attached = std::get_if<core::AttachDocument>(&done.body);
    if (attached == nullptr || attached->document != m_attaching) return;
    if (m_current->paper && m_tray != nullptr) m_tray->putAway(m_current->path);
    finish();
  });
  // What was refused is said by whoever shows the case; a scan then stays in the tray.
  connect(&opened, &OpenCase::refused, this, [this] {
    if (m_attaching) finish();
  });
}

QString AttachmentQueue::currentName() const {
  return m_current ? m_current->name : QString();
}

void AttachmentQueue::add(const QString& path, const std::string& kind, const std::optional<Paper>& paper) {
  if (!m_current) m_total = m_done = 0;
  m_items.push_back({m_opened.id(), path, QFileInfo(path).fileName(), kind, paper});
  ++m_total;
  if (!m_current) begin();
  Q_EMIT changed();
}

void AttachmentQueue::begin() {
  m_current = m_items.front();
  m_items.pop_front();
  m_request = m_blobs.nextRequest();
  m_blobs.storeFile(*m_request, m_current->path);
}

void AttachmentQueue::finish() {
  ++m_done;
  m_current.reset();
  m_request.reset();
  m_maskJournal.reset();
  m_attaching.reset();
  m_asks = false;
  if (!m_items.empty()) begin();
  Q_EMIT changed();
}

void AttachmentQueue::cancel() {
  m_total -= static_cast<int>(m_items.size());
  m_items.clear();
  if (m_asks) return finish();
  Q_EMIT changed();
}

void AttachmentQueue::refuse(const core::Error& error) {
  m_request.reset();
  m_maskJournal.reset();
  const bool number = error.code == core::ErrorCode::MyNumberFound;
  if (number && !m_asks && canBeMasked(m_current->name)) {
    m_asks = true;
    return Q_EMIT changed();
  }
  QString text = tr("“%1” was not attached. %2").arg(m_current->name, errorText(error.code));
  if (number)
    text += QChar(u' ') +
            tr("Strike it out on the paper, or in the file and its name, and attach the file again.");
  Q_EMIT failed(text);
  finish();
}

void AttachmentQueue::mask() {
  if (!m_asks || m_maskJournal) return;
  // Without the row in the journal it does not happen.
  m_maskJournal = m_journal.nextRequest();
  m_journal.record(*m_maskJournal, "maskMyNumber", m_current->caseId.value);
}

void AttachmentQueue::leaveOut() {
  if (!m_asks) return;
  m_journal.record(m_journal.nextRequest(), "leaveOutMyNumber", m_current->caseId.value);
  finish();
}

void AttachmentQueue::attach(const core::BlobId& blob, qint64 size) {
  m_request.reset();
  // Another case may be open by now: then the file was kept for nothing, and nothing else happened.
  if (m_current->caseId != m_opened.id() || m_opened.state() == nullptr) {
    Q_EMIT failed(tr("“%1” was not attached: another case was opened meanwhile.").arg(m_current->name));
    return finish();
  }
  const auto& documents = m_opened.state()->documents;
  const bool there = std::any_of(documents.begin(), documents.end(),
                                 [&](const auto& known) { return known.blob == blob && !known.detached; });
  if (there) {
    Q_EMIT failed(tr("“%1” is in this case already, with the same content.").arg(m_current->name));
    // A scan whose case was reached just before the program ended: the paper is safe.
    if (m_current->paper && m_tray != nullptr) m_tray->putAway(m_current->path);
    return finish();
  }
  const auto commands = commandsFor(*m_current, blob, size);
  m_attaching = std::get<core::AttachDocument>(commands.front()).document;
  m_opened.perform(commands);
}

std::vector<core::CommandBody> AttachmentQueue::commandsFor(const Item& item, const core::BlobId& blob,
                                                            qint64 size) {
  core::AttachDocument attachment;
  attachment.document = m_newId();
  attachment.documentKind = item.kind;
  attachment.name = item.name.toStdString();
  attachment.mediaType = core::mediaTypeOf(attachment.name);
  attachment.size = size;
  attachment.blob = blob;
  std::vector<core::CommandBody> commands{attachment};
  if (!item.paper) return commands;
  const QString day = longDay(item.paper->receivedOn);
  if (item.paper->compared)
    commands.emplace_back(core::VerifyDocument{
        attachment.document, true,
        tr("Received on paper on %1. Every page was compared with the paper: complete and legible.")
            .arg(day)
            .toStdString()});
  else
    commands.emplace_back(
        core::AddNote{tr("“%1” was received on paper on %2. Its pages wait for a second look.")
                          .arg(item.name, day)
                          .toStdString()});
  return commands;
}

} // namespace madoguchi::models

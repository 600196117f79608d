// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casepages/criteriontext.h"

#include "models/text.h"
#include "ui/basics/widgets.h"

#include <QEvent>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <optional>

namespace madoguchi::ui {

namespace {

struct Part {
  const char* name;
  std::string core::CriterionFinding::*found;
  std::string core::SetCriterion::*sent;
};

enum : std::size_t { kFact, kArticle };

constexpr std::array<Part, 3> kParts{
    {{"fact", &core::CriterionFinding::fact, &core::SetCriterion::fact},
     {"article", &core::CriterionFinding::article, &core::SetCriterion::article},
     {"note", &core::CriterionFinding::note, &core::SetCriterion::note}}};

const QString kDrafts = QStringLiteral("criterion/");

struct Typed {
  QString text;
  QString base;
};

using Draft = std::array<std::optional<Typed>, kParts.size()>;

/// Ends in a word of its own, so that no criterion's drafts begin as those of another.
QString nameOf(const core::CriterionId& criterion) {
  return kDrafts + models::qtext(criterion.value) + QStringLiteral("/text");
}

Draft draftOf(const models::DraftKeeper& drafts, const core::CaseId& id, const core::CriterionId& criterion) {
  Draft draft;
  const auto value = core::parseJson(drafts.drafts(id).value(nameOf(criterion)).toStdString());
  const auto* all = value ? value->if_object() : nullptr;
  if (all == nullptr) return draft;
  for (std::size_t part = 0; part < kParts.size(); ++part) {
    const auto* found = all->if_contains(kParts[part].name);
    const auto* texts = found == nullptr ? nullptr : found->if_array();
    if (texts == nullptr || texts->size() != 2 || !texts->front().is_string() || !texts->back().is_string())
      continue;
    draft[part] = Typed{models::qtext(std::string(texts->front().get_string())),
                        models::qtext(std::string(texts->back().get_string()))};
  }
  return draft;
}

bool isSame(const QString& one, const QString& other) {
  return one.trimmed() == other.trimmed();
}

} // namespace

CriterionText::CriterionText(const Context& context, QWidget* parent)
    : QObject(parent), m_context(context), m_fact(new QPlainTextEdit(parent)),
      m_article(new QLineEdit(parent)), m_note(new QLineEdit(parent)), m_unsent(mutedLabel({}, parent)) {
  m_fact->setObjectName(QStringLiteral("fact"));
  m_fact->setTabChangesFocus(true);
  m_fact->setMaximumHeight(parent->fontMetrics().height() * 5);
  m_fact->installEventFilter(this);
  m_article->setObjectName(QStringLiteral("article"));
  m_note->setObjectName(QStringLiteral("criterionNote"));
  m_unsent->setObjectName(QStringLiteral("criterionUnsent"));
  m_unsent->hide();
  connect(m_fact, &QPlainTextEdit::textChanged, this, &CriterionText::onTyped);
  for (QLineEdit* input : {m_article, m_note}) {
    connect(input, &QLineEdit::textChanged, this, &CriterionText::onTyped);
    connect(input, &QLineEdit::editingFinished, this, &CriterionText::commit);
  }
  connect(&context.opened, &models::OpenCase::performed, this, &CriterionText::onPerformed);
  connect(&context.opened, &models::OpenCase::refused, this, [this] { m_sent.clear(); });
}

void CriterionText::addTo(QFormLayout& form) {
  form.addRow(tr("&Fact"), m_fact);
  form.addRow(tr("A&rticle"), m_article);
  form.addRow(tr("N&ote"), m_note);
  form.addRow(m_unsent);
}

QString CriterionText::written(std::size_t part) const {
  if (part == kFact) return m_fact->toPlainText();
  return (part == kArticle ? m_article : m_note)->text();
}

void CriterionText::write(std::size_t part, const QString& text) {
  if (part == kFact)
    m_fact->setPlainText(text);
  else
    (part == kArticle ? m_article : m_note)->setText(text);
}

core::CriterionFinding CriterionText::inCase() const {
  const models::OpenCase& opened = m_context.opened;
  if (opened.state() == nullptr || opened.id() != m_case) return {};
  const auto found = opened.state()->findings.find(m_criterion);
  return found == opened.state()->findings.end() ? core::CriterionFinding{} : found->second;
}

core::CriterionFinding CriterionText::expected() const {
  core::CriterionFinding now = inCase();
  const auto sent = m_sent.find(m_criterion);
  if (sent == m_sent.end()) return now;
  now.finding = sent->second.finding;
  for (const Part& part : kParts)
    now.*part.found = sent->second.*part.sent;
  return now;
}

bool CriterionText::isUnsent(std::size_t part) const {
  return !isSame(written(part), m_base[part]);
}

bool CriterionText::isContested(std::size_t part) const {
  const std::string now = inCase().*kParts[part].found;
  const auto sent = m_sent.find(m_criterion);
  const bool mine = sent != m_sent.end() && sent->second.*kParts[part].sent == now;
  return isUnsent(part) && !mine && !isSame(models::qtext(now), m_base[part]);
}

void CriterionText::show(const core::Criterion* criterion, bool editable) {
  const models::OpenCase& opened = m_context.opened;
  const bool another = criterion == nullptr || opened.id() != m_case || criterion->id != m_criterion;
  if (opened.id() != m_case || !opened.isBusy()) m_sent.clear();
  m_case = criterion == nullptr ? core::CaseId() : opened.id();
  m_criterion = criterion == nullptr ? core::CriterionId() : criterion->id;
  m_editable = editable;
  m_filling = true;
  const Draft draft = another ? draftOf(m_context.desk.ports.drafts, m_case, m_criterion) : Draft();
  const core::CriterionFinding now = inCase();
  for (std::size_t part = 0; part < kParts.size(); ++part) {
    const QString stands = models::qtext(now.*kParts[part].found);
    if (another) {
      write(part, draft[part] ? draft[part]->text : stands);
      m_base[part] = draft[part] ? draft[part]->base : stands;
    } else if (!isUnsent(part)) {
      // The same once more would move the cursor.
      if (!isSame(written(part), stands)) write(part, stands);
      m_base[part] = stands;
    }
    if (isSame(written(part), stands)) m_base[part] = stands;
  }
  m_article->setPlaceholderText(criterion == nullptr ? QString() : models::qtext(criterion->article));
  m_fact->setReadOnly(!editable);
  m_article->setReadOnly(!editable);
  m_note->setReadOnly(!editable);
  m_filling = false;
  keep();
  tell();
}

void CriterionText::save(const std::string& finding) {
  // Without a finding the case would forget the texts.
  if (!m_editable || m_criterion.empty() || finding.empty()) return;
  const core::CriterionFinding now = expected();
  core::SetCriterion command{m_criterion, now.finding, finding, now.fact, now.article, now.note};
  const bool isOnItsWay = m_sent.count(m_criterion) > 0;
  for (std::size_t part = 0; part < kParts.size(); ++part)
    if (isOnItsWay || isUnsent(part)) command.*kParts[part].sent = written(part).trimmed().toStdString();
  const bool same = command.finding == now.finding && command.fact == now.fact &&
                    command.article == now.article && command.note == now.note;
  if (same) return;
  m_sent[m_criterion] = command;
  m_context.opened.perform(command);
}

void CriterionText::commit() {
  if (m_filling || m_context.opened.id() != m_case) return;
  for (std::size_t part = 0; part < kParts.size(); ++part)
    if (isContested(part)) {
      if (m_editable) Q_EMIT failed(contestedText());
      return;
    }
  save(expected().finding);
}

void CriterionText::complete(core::SetCriterion& command) const {
  const Draft draft = draftOf(m_context.desk.ports.drafts, m_case, command.criterion);
  for (std::size_t part = 0; part < kParts.size(); ++part)
    if (draft[part]) command.*kParts[part].sent = draft[part]->text.trimmed().toStdString();
}

bool CriterionText::holdsDrafts() const {
  const QMap<QString, QString> drafts = m_context.desk.ports.drafts.drafts(m_case);
  const auto first = drafts.lowerBound(kDrafts);
  return first != drafts.end() && first.key().startsWith(kDrafts);
}

void CriterionText::onTyped() {
  if (m_filling) return;
  keep();
  tell();
}

void CriterionText::onPerformed(const models::CommandDone& done) {
  const auto* sent = std::get_if<core::SetCriterion>(&done.body);
  if (sent == nullptr) return;
  if (done.caseId == m_case && sent->criterion == m_criterion) {
    for (std::size_t part = 0; part < kParts.size(); ++part)
      m_base[part] = models::qtext(sent->*kParts[part].sent);
    return onTyped();
  }
  models::DraftKeeper& drafts = m_context.desk.ports.drafts;
  const Draft draft = draftOf(drafts, done.caseId, sent->criterion);
  for (std::size_t part = 0; part < kParts.size(); ++part)
    if (draft[part] && !isSame(draft[part]->text, models::qtext(sent->*kParts[part].sent))) return;
  drafts.keepPart(done.caseId, nameOf(sent->criterion), {});
}

void CriterionText::keep() {
  if (m_case.empty()) return;
  core::json::object all;
  for (std::size_t part = 0; part < kParts.size(); ++part)
    if (isUnsent(part))
      all[kParts[part].name] = core::json::array{core::json::string(written(part).toStdString()),
                                                 core::json::string(m_base[part].toStdString())};
  const QString name = nameOf(m_criterion);
  QMap<QString, QString> typed;
  if (!all.empty()) typed.insert(name, models::qtext(core::canonicalJson(all)));
  m_context.desk.ports.drafts.keepPart(m_case, name, typed);
}

QString CriterionText::contestedText() {
  return tr("Somebody else has changed this meanwhile. Choose the finding again to put yours there.");
}

void CriterionText::tell() {
  QStringList lines;
  bool unsent = false;
  bool contested = false;
  const core::CriterionFinding now = inCase();
  for (std::size_t part = 0; part < kParts.size(); ++part) {
    if (!isUnsent(part)) continue;
    unsent = true;
    contested = contested || isContested(part);
    const QString stands = models::qtext(now.*kParts[part].found);
    if (!stands.isEmpty() && (!m_editable || isContested(part)))
      lines << tr("In the case now: %1").arg(stands);
  }
  if (unsent && !m_editable)
    lines.prepend(tr("You can no longer change this here: what you typed is kept, but is not in the case."));
  else if (contested)
    lines << contestedText();
  else if (unsent && expected().finding.empty())
    lines << tr("Kept for you. It goes into the case with the finding.");
  m_unsent->setText(lines.join(QChar(u'\n')));
  m_unsent->setVisible(!lines.isEmpty());
}

bool CriterionText::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_fact && event->type() == QEvent::FocusOut) commit();
  return QObject::eventFilter(watched, event);
}

} // namespace madoguchi::ui

// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/searchdialog.h"

#include "models/errortext.h"
#include "models/labels.h"
#include "models/names.h"
#include "models/text.h"
#include "ui/basics/keys.h"
#include "ui/basics/widgets.h"
#include "ui/window/searchdelegate.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QShortcut>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace madoguchi::ui {

namespace {

// Graphemes of the text that stand before the match.
constexpr qsizetype kBefore = 24;
constexpr qsizetype kMostText = 160;
constexpr int kMostHits = 100;
constexpr int kPause = 40; ///< milliseconds from one search to the next

QString fieldText(core::SearchField field) {
  switch (field) {
  case core::SearchField::Name:
    return SearchDialog::tr("name");
  case core::SearchField::Kana:
    return SearchDialog::tr("kana");
  case core::SearchField::Number:
    return SearchDialog::tr("number");
  case core::SearchField::Address:
    return SearchDialog::tr("address");
  case core::SearchField::Form:
    return SearchDialog::tr("form");
  case core::SearchField::Organisation:
    return SearchDialog::tr("organisation");
  case core::SearchField::Note:
    return SearchDialog::tr("note");
  case core::SearchField::Received:
    return SearchDialog::tr("received on this day");
  case core::SearchField::Due:
    return SearchDialog::tr("due on this day");
  }
  return {};
}

QString foldText(core::FoldReason reason) {
  switch (reason) {
  case core::FoldReason::Width:
    return SearchDialog::tr("full or half width");
  case core::FoldReason::Case:
    return SearchDialog::tr("capital or small letters");
  case core::FoldReason::Kana:
    return SearchDialog::tr("hiragana or katakana");
  case core::FoldReason::SmallKana:
    return SearchDialog::tr("small kana");
  case core::FoldReason::LongVowel:
    return SearchDialog::tr("long vowel");
  case core::FoldReason::Punctuation:
    return SearchDialog::tr("spaces and signs");
  case core::FoldReason::VariantKanji:
    return SearchDialog::tr("variant kanji");
  case core::FoldReason::VoicedMark:
    return SearchDialog::tr("voiced marks");
  case core::FoldReason::IterationMark:
    return SearchDialog::tr("repetition sign 々");
  case core::FoldReason::PlaceGa:
    return SearchDialog::tr("が or ヶ in a name");
  }
  return {};
}

} // namespace

SearchDialog::SearchDialog(const Context& context, QWidget* parent)
    : Dialog(parent), m_context(context), m_text(new QLineEdit(this)), m_list(new QListWidget(this)),
      m_state(mutedLabel({}, this)), m_print(new QPushButton(tr("&Print …"), this)),
      m_export(new QPushButton(tr("&Write to a file …"), this)), m_pause(new QTimer(this)) {
  setObjectName(QStringLiteral("searchDialog"));
  setWindowTitle(tr("Search in all cases"));
  setAttribute(Qt::WA_DeleteOnClose);
  m_text->setObjectName(QStringLiteral("searchText"));
  m_text->setAccessibleName(tr("Search in all cases"));
  m_text->setPlaceholderText(tr("Name, kana, number, address, day, text of the form or of notes"));
  m_text->installEventFilter(this);
  m_list->setObjectName(QStringLiteral("searchHits"));
  m_list->setAccessibleName(tr("Cases found"));
  m_list->setItemDelegate(new SearchDelegate(context.theme, m_list));
  m_list->setUniformItemSizes(true);
  m_list->setAttribute(Qt::WA_InputMethodEnabled, false);
  auto* layout = new QVBoxLayout(this);
  layout->setSpacing(space::kSmall);
  layout->addWidget(m_text);
  layout->addWidget(m_state);
  layout->addWidget(m_list, 1);
  auto* below = new QHBoxLayout;
  below->addStretch(1);
  below->addWidget(m_print);
  below->addWidget(m_export);
  layout->addLayout(below);
  // The keys of the window's own commands.
  addTakingOut(m_print, QStringLiteral("printList"), QKeySequence(Qt::CTRL | Qt::Key_P),
               ExportDialog::Purpose::Paper);
  addTakingOut(m_export, QStringLiteral("exportList"), QKeySequence(Qt::CTRL | Qt::Key_E),
               ExportDialog::Purpose::File);
  resize(em(this) * 90, fontMetrics().height() * 28);
  m_pause->setSingleShot(true);
  m_pause->setInterval(kPause);
  connect(m_pause, &QTimer::timeout, this, [this] {
    if (m_text->text() != m_asked) search();
  });
  connect(m_text, &QLineEdit::textChanged, this, &SearchDialog::followText);
  connect(m_text, &QLineEdit::returnPressed, this, &SearchDialog::choose);
  connect(m_list, &QListWidget::itemActivated, this, [this](const QListWidgetItem* item) { openHit(*item); });
  connect(this, &QDialog::finished, this, [this] { m_opensFirst = false; });
  connect(&context.desk.ports.search, &models::CaseSource::searchLoaded, this, &SearchDialog::take);
  connect(&context.desk.ports.search, &models::CaseSource::failed, this,
          [this](quint64 generation, const core::Error& error) {
            if (generation != m_generation) return;
            m_answer = Answer::None;
            m_opensFirst = false;
            m_state->setText(models::errorText(error.code));
          });
}

void SearchDialog::addTakingOut(QPushButton* button, const QString& key, const QKeySequence& fallback,
                                ExportDialog::Purpose purpose) {
  button->setObjectName(QStringLiteral("search:") + key);
  button->setAutoDefault(false);
  button->setEnabled(false);
  const QKeySequence keys = keyOf(m_context, key, fallback);
  button->setToolTip(withKey(QString(button->text()).remove(QChar(u'&')), keys));
  connect(new QShortcut(keys, this), &QShortcut::activated, button, &QPushButton::click);
  connect(button, &QPushButton::clicked, this, [this, purpose] {
    auto* dialog = new ExportDialog(m_context, purpose, shownList(), this);
    connect(dialog, &ExportDialog::said, this,
            [this](const Message& message) { m_state->setText(message.text); });
    dialog->show();
  });
  const auto allow = [this, button] { button->setEnabled(m_list->count() > 0); };
  connect(m_list->model(), &QAbstractItemModel::rowsInserted, button, allow);
  connect(m_list->model(), &QAbstractItemModel::rowsRemoved, button, allow);
  connect(m_list->model(), &QAbstractItemModel::modelReset, button, allow);
}

const QAbstractItemModel& SearchDialog::listModel() const {
  return *m_list->model();
}

ShownList SearchDialog::shownList() const {
  ShownList list;
  list.title = tr("Cases found for “%1”").arg(m_asked);
  list.fileName = tr("Cases found");
  list.rows = std::make_shared<const models::ListRows>(
      models::rowsOf(*m_list->model(), {{tr("Number"), 0, SearchDelegate::kNumberRole},
                                        {tr("Applicant"), 0, SearchDelegate::kApplicantRole},
                                        {tr("Procedure"), 0, SearchDelegate::kProcedureRole},
                                        {tr("Status"), 0, SearchDelegate::kStatusRole},
                                        {tr("Found by"), 0, SearchDelegate::kReasonRole},
                                        {tr("Text"), 0, SearchDelegate::kTextRole}}));
  return list;
}

void SearchDialog::followText() {
  m_opensFirst = false;
  // The first letter after a rest is searched at once; those that follow it quickly, when the pause is over.
  if (!m_pause->isActive()) search();
}

void SearchDialog::search() {
  m_pause->start();
  m_asked = m_text->text();
  m_answer = Answer::None;
  m_list->clear();
  m_state->clear();
  m_generation = m_context.desk.ports.search.nextGeneration();
  if (m_asked.trimmed().isEmpty()) return;
  m_answer = Answer::Awaited;
  m_context.desk.ports.search.requestSearch(m_asked, kMostHits, m_generation);
}

QString SearchDialog::reasonText(const core::SearchHit& hit) const {
  QStringList folds;
  for (const core::FoldReason reason : hit.match.reasons)
    folds << foldText(reason);
  const QString where = hit.text.empty() ? fieldText(hit.field) : tr("found in %1").arg(fieldText(hit.field));
  return folds.isEmpty() ? where : tr("%1 (%2)").arg(where, models::listed(folds));
}

void SearchDialog::addHit(const core::SearchHit& hit) {
  const auto references = m_context.desk.ports.references.references();
  const QString number = hit.row.number.empty() ? tr("(no number yet)") : models::qtext(hit.row.number);
  const QString applicant = models::qtext(hit.row.applicant);
  const QString procedure = models::procedureTitle(*references, hit.row.procedure, hit.row.procedureVersion);
  const QString status = models::label(hit.row.status);
  const QString title = QStringLiteral("%1　%2　%3　%4").arg(number, applicant, procedure, status);
  // A long text is cut around what was found.
  const auto at = std::min(hit.match.range.at, hit.text.size());
  QString before = models::qtext(hit.text.substr(0, at));
  const QString found = models::qtext(hit.text.substr(at, hit.match.range.length));
  const QString after =
      models::qtext(hit.text.substr(std::min(at + hit.match.range.length, hit.text.size())));
  if (before.size() > kBefore) before = QStringLiteral("…") + before.right(kBefore);
  auto* item = new QListWidgetItem(title, m_list);
  item->setData(SearchDelegate::kCaseRole, models::qtext(hit.row.id.value));
  item->setData(SearchDelegate::kNumberRole, number);
  item->setData(SearchDelegate::kApplicantRole, applicant);
  item->setData(SearchDelegate::kProcedureRole, procedure);
  item->setData(SearchDelegate::kStatusRole, status);
  item->setData(SearchDelegate::kReasonRole, reasonText(hit));
  item->setData(SearchDelegate::kTextRole, QString(before + found + after.left(kMostText)));
  item->setData(SearchDelegate::kMatchRole,
                QPoint(static_cast<int>(before.size()), static_cast<int>(found.size())));
  item->setData(Qt::AccessibleTextRole, QStringLiteral("%1, %2: %3").arg(title, reasonText(hit), found));
}

void SearchDialog::take(quint64 generation, const std::vector<core::SearchHit>& hits) {
  if (generation != m_generation) return;
  m_answer = Answer::Here;
  // The best may come after the newest: what the user has chosen meanwhile stays chosen.
  const QString chosen = m_list->currentRow() > 0
                             ? m_list->currentItem()->data(SearchDelegate::kCaseRole).toString()
                             : QString();
  m_list->clear();
  int current = 0;
  for (const core::SearchHit& hit : hits) {
    if (models::qtext(hit.row.id.value) == chosen) current = m_list->count();
    addHit(hit);
  }
  m_list->setCurrentRow(current);
  const auto count = static_cast<int>(hits.size());
  if (count == 0)
    m_state->setText(tr("No case was found."));
  else if (count >= kMostHits)
    m_state->setText(tr("The first %n case(s). Add a word to find fewer.", nullptr, count));
  else
    m_state->setText(tr("%n case(s)", nullptr, count));
  if (std::exchange(m_opensFirst, false)) choose();
}

void SearchDialog::choose() {
  // Rows of another text are not what the user means, even while they are still in sight.
  if (m_text->text() != m_asked || m_answer == Answer::None) search();
  m_opensFirst = m_answer == Answer::Awaited;
  const QListWidgetItem* item = m_list->currentItem();
  if (!m_opensFirst && item != nullptr) openHit(*item);
}

void SearchDialog::openHit(const QListWidgetItem& item) {
  const core::CaseId id(item.data(SearchDelegate::kCaseRole).toString().toStdString());
  accept();
  Q_EMIT chosen(id);
}

bool SearchDialog::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_text && event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Up || key == Qt::Key_Down) {
      QCoreApplication::sendEvent(m_list, event);
      return true;
    }
  }
  return Dialog::eventFilter(watched, event);
}

} // namespace madoguchi::ui

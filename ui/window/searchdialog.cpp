// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/searchdialog.h"

#include "models/errortext.h"
#include "models/labels.h"
#include "models/names.h"
#include "models/text.h"
#include "ui/basics/widgets.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace madoguchi::ui {

namespace {

constexpr int kMostHits = 100;
constexpr int kTypingPause = 150; ///< milliseconds

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
  }
  return {};
}

} // namespace

SearchDialog::SearchDialog(const Context& context, QWidget* parent)
    : QDialog(parent), m_context(context), m_text(new QLineEdit(this)), m_list(new QListWidget(this)),
      m_state(mutedLabel({}, this)), m_typing(new QTimer(this)) {
  setObjectName(QStringLiteral("searchDialog"));
  setWindowTitle(tr("Search in all cases"));
  setAttribute(Qt::WA_DeleteOnClose);
  m_text->setObjectName(QStringLiteral("searchText"));
  m_text->setAccessibleName(tr("Search in all cases"));
  m_text->setPlaceholderText(tr("Name, kana, number, address"));
  m_text->installEventFilter(this);
  m_list->setObjectName(QStringLiteral("searchHits"));
  auto* layout = new QVBoxLayout(this);
  layout->setSpacing(space::kSmall);
  layout->addWidget(m_text);
  layout->addWidget(m_state);
  layout->addWidget(m_list, 1);
  resize(em(this) * 90, fontMetrics().height() * 28);
  m_typing->setSingleShot(true);
  m_typing->setInterval(kTypingPause);
  connect(m_typing, &QTimer::timeout, this, &SearchDialog::search);
  connect(m_text, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));
  connect(m_text, &QLineEdit::returnPressed, this, &SearchDialog::choose);
  connect(m_list, &QListWidget::itemActivated, this, &SearchDialog::choose);
  connect(&context.desk.ports.search, &models::CaseSource::searchLoaded, this, &SearchDialog::take);
  connect(&context.desk.ports.search, &models::CaseSource::failed, this,
          [this](quint64 generation, const core::Error& error) {
            if (generation == m_generation) m_state->setText(models::errorText(error.code));
          });
}

void SearchDialog::search() {
  m_list->clear();
  m_state->clear();
  m_generation = m_context.desk.ports.search.nextGeneration();
  if (m_text->text().trimmed().isEmpty()) return;
  m_context.desk.ports.search.requestSearch(m_text->text(), kMostHits, m_generation);
}

QString SearchDialog::reasonText(const core::SearchHit& hit) const {
  const std::string part = hit.text.substr(hit.match.range.at, hit.match.range.length);
  QStringList folds;
  for (const core::FoldReason reason : hit.match.reasons)
    folds << foldText(reason);
  const QString where = tr("found in %1: “%2”").arg(fieldText(hit.field), models::qtext(part));
  return folds.isEmpty() ? where : tr("%1 (%2)").arg(where, folds.join(QStringLiteral(", ")));
}

void SearchDialog::take(quint64 generation, const std::vector<core::SearchHit>& hits) {
  if (generation != m_generation) return;
  m_list->clear();
  const auto references = m_context.desk.ports.references.references();
  for (const core::SearchHit& hit : hits) {
    const QString number = hit.row.number.empty() ? tr("(no number yet)") : models::qtext(hit.row.number);
    auto* item = new QListWidgetItem(
        QStringLiteral("%1　%2　%3　%4\n%5")
            .arg(number, models::qtext(hit.row.applicant),
                 models::procedureTitle(*references, hit.row.procedure, hit.row.procedureVersion),
                 models::label(hit.row.status), reasonText(hit)),
        m_list);
    item->setData(Qt::UserRole, models::qtext(hit.row.id.value));
  }
  m_list->setCurrentRow(0);
  const auto count = static_cast<int>(hits.size());
  m_state->setText(count == 0 ? tr("No case was found.") : tr("%n case(s)", nullptr, count));
}

void SearchDialog::choose() {
  const QListWidgetItem* item = m_list->currentItem();
  if (item == nullptr) return;
  const core::CaseId id(item->data(Qt::UserRole).toString().toStdString());
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
  return QDialog::eventFilter(watched, event);
}

} // namespace madoguchi::ui

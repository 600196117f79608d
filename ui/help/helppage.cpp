// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/helppage.h"

#include "models/text.h"
#include "ui/basics/passfocus.h"
#include "ui/basics/theme.h"
#include "ui/basics/widgets.h"

#include <QDir>
#include <QFile>
#include <QHBoxLayout>
#include <QListWidget>
#include <QTextBrowser>
#include <QTextTable>

namespace madoguchi::ui {

namespace {

// Markdown tables come without lines, and then nobody sees the rows.
void styleTables(QTextDocument* document, const QColor& lines) {
  for (QTextFrame* frame : document->rootFrame()->childFrames()) {
    auto* table = qobject_cast<QTextTable*>(frame);
    if (table == nullptr) continue;
    QTextTableFormat format = table->format();
    format.setBorder(1);
    format.setBorderBrush(lines);
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBorderCollapse(true);
    format.setCellPadding(space::kTight);
    format.setCellSpacing(0);
    table->setFormat(format);
  }
}

} // namespace

HelpPage::HelpPage(QWidget* parent)
    : QWidget(parent), m_topics(new QListWidget(this)), m_text(new QTextBrowser(this)) {
  m_topics->setObjectName(QStringLiteral("helpTopics"));
  m_topics->setAccessibleName(tr("Topics"));
  m_text->setObjectName(QStringLiteral("helpText"));
  m_text->setAccessibleName(tr("Help"));
  m_text->document()->setDocumentMargin(space::kLarge);
  const QDir folder(QStringLiteral(":/help/") +
                    (models::isJapanese() ? QLatin1String("ja") : QLatin1String("en")));
  for (const QString& name : folder.entryList({QStringLiteral("*.md")}, QDir::Files, QDir::Name)) {
    QFile file(folder.filePath(name));
    file.open(QIODevice::ReadOnly);
    const QString text = QString::fromUtf8(file.readAll());
    // The first line is the title: "# Title".
    auto* item = new QListWidgetItem(text.section(u'\n', 0, 0).mid(2), m_topics);
    item->setData(Qt::UserRole, text);
  }
  m_topics->setMaximumWidth(m_topics->sizeHintForColumn(0) + space::kLarge * 2);
  auto* layout = new QHBoxLayout(this);
  layout->addWidget(m_topics);
  layout->addWidget(m_text, 1);
  passFocusOn(this, m_topics);
  connect(m_topics, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
    if (item == nullptr) return;
    m_text->setMarkdown(item->data(Qt::UserRole).toString());
    styleTables(m_text->document(), palette().color(QPalette::Mid));
  });
  m_topics->setCurrentRow(0);
}

} // namespace madoguchi::ui

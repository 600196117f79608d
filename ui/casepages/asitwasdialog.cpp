// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casepages/asitwasdialog.h"

#include "ui/basics/theme.h"
#include "ui/basics/widgets.h"

#include <QDialogButtonBox>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>

namespace madoguchi::ui {

namespace {

bool isThere(const std::vector<models::StatePart>& parts, const QString& title,
             const std::pair<QString, QString>& line) {
  return std::any_of(parts.begin(), parts.end(), [&](const models::StatePart& part) {
    return part.title == title && std::find(part.lines.begin(), part.lines.end(), line) != part.lines.end();
  });
}

} // namespace

AsItWasDialog::AsItWasDialog(const QString& when, const std::vector<models::StatePart>& then,
                             const std::vector<models::StatePart>& now, QWidget* parent)
    : Dialog(parent), m_text(new QTextBrowser(this)) {
  setObjectName(QStringLiteral("asItWasDialog"));
  setWindowTitle(tr("The case as it was"));
  setAttribute(Qt::WA_DeleteOnClose);
  auto* heading = titleLabel(when, this);
  heading->setWordWrap(true);
  m_text->setObjectName(QStringLiteral("asItWas"));
  m_text->setAccessibleName(tr("The case as it was"));
  m_text->setOpenLinks(false);
  QString html;
  for (const models::StatePart& part : then) {
    html += QStringLiteral("<h3>%1</h3><table cellpadding=\"2\">").arg(part.title.toHtmlEscaped());
    for (const auto& line : part.lines)
      html += QStringLiteral("<tr><td>%1</td><td width=\"36%\">%2</td><td>%3</td></tr>")
                  .arg(isThere(now, part.title, line) ? QString() : QStringLiteral("≠"),
                       line.first.toHtmlEscaped(), line.second.toHtmlEscaped());
    html += QStringLiteral("</table>");
  }
  m_text->setHtml(html);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* layout = new QVBoxLayout(this);
  layout->setSpacing(space::kSmall);
  layout->addWidget(heading);
  layout->addWidget(mutedLabel(
      tr("Only to be read. Lines with ≠ are not as they are now; what came later is not here."), this));
  layout->addWidget(m_text, 1);
  layout->addWidget(buttons);
  resize(em(this) * 100, fontMetrics().height() * 36);
  m_text->setFocus();
}

} // namespace madoguchi::ui

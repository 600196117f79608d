// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/work/figuretable.h"

#include <QHeaderView>
#include <QStyleOptionHeader>

namespace madoguchi::ui {

namespace {

/// Breaks a name of several words into two lines where its column is as wide as its contents: numbers are
/// short, and their names would have the table scroll sideways.
class NarrowHeader : public QHeaderView {
public:
  explicit NarrowHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent) {
    setHighlightSections(true);
    setSectionsClickable(true);
  }

protected:
  [[nodiscard]] QSize sectionSizeFromContents(int section) const override {
    const QSize whole = QHeaderView::sectionSizeFromContents(section);
    const QString name = model()->headerData(section, orientation()).toString();
    const QString lines = broken(section, name);
    if (lines == name) return whole;
    QStyleOptionHeaderV2 option;
    initStyleOption(&option);
    initStyleOptionForIndex(&option, section);
    const QFontMetrics& metrics = option.fontMetrics;
    return whole + metrics.size(0, lines) - metrics.size(0, name);
  }
  void initStyleOptionForIndex(QStyleOptionHeader* option, int section) const override {
    QHeaderView::initStyleOptionForIndex(option, section);
    option->text = broken(section, option->text);
  }

private:
  [[nodiscard]] QString broken(int section, const QString& name) const {
    if (sectionResizeMode(section) != ResizeToContents) return name;
    QString best = name;
    const auto width = [this](const QString& text) { return fontMetrics().size(0, text).width(); };
    for (qsizetype at = name.indexOf(u' '); at >= 0; at = name.indexOf(u' ', at + 1)) {
      const QString lines = QString(name).replace(at, 1, u'\n');
      if (width(lines) < width(best)) best = lines;
    }
    return best;
  }
};

} // namespace

QTableView* figureTable(const QString& objectName, const QString& accessibleName, QAbstractItemModel& model,
                        QWidget* parent) {
  auto* table = new QTableView(parent);
  table->setObjectName(objectName);
  table->setAccessibleName(accessibleName);
  auto* header = new NarrowHeader(table);
  table->setHorizontalHeader(header);
  table->setModel(&model);
  table->setSelectionBehavior(QTableView::SelectRows);
  table->setSelectionMode(QTableView::SingleSelection);
  table->setShowGrid(false);
  table->setAlternatingRowColors(true);
  table->setTabKeyNavigation(false);
  table->setAttribute(Qt::WA_InputMethodEnabled, false);
  table->verticalHeader()->hide();
  return table;
}

} // namespace madoguchi::ui

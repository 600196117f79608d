// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/ui/window/inkaudit.h"

#include "tests/support/guitestsupport.h"
#include "tests/unit/ui/window/controls.h"

#include <QtWidgets>

#include <cmath>
#include <map>

namespace madoguchi::tests {

namespace {

constexpr double kSignRatio = 3; // WCAG 2.1, 1.4.11
constexpr int kSpeck = 8;        // pixels of one colour that are no more than the edge of something

double channel(double value) {
  return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

// WCAG 2.1, relative luminance and contrast ratio.
double luminance(const QColor& colour) {
  return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) +
         0.0722 * channel(colour.blueF());
}

// As it comes out over the ground.
QColor over(const QColor& ink, const QColor& ground) {
  const double part = ink.alphaF();
  const auto mixed = [part](double above, double below) { return above * part + below * (1 - part); };
  return QColor::fromRgbF(static_cast<float>(mixed(ink.redF(), ground.redF())),
                          static_cast<float>(mixed(ink.greenF(), ground.greenF())),
                          static_cast<float>(mixed(ink.blueF(), ground.blueF())));
}

QString placeholderOf(const QWidget* widget) {
  if (const auto* line = qobject_cast<const QLineEdit*>(widget)) return line->placeholderText();
  if (const auto* area = qobject_cast<const QPlainTextEdit*>(widget)) return area->placeholderText();
  return {};
}

std::map<QRgb, int> coloursOf(const QImage& image) {
  std::map<QRgb, int> found;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x)
      ++found[image.pixel(x, y) | 0xff000000];
  return found;
}

QStringList faultsOfRow(const QImage& row, const ui::Colours& colours) {
  const std::map<QRgb, int> found = coloursOf(row);
  const auto most = std::max_element(found.begin(), found.end(), [](const auto& one, const auto& other) {
    return one.second < other.second;
  });
  QStringList faults;
  if (most == found.end() || most->first != colours.selection.rgb()) return faults;
  for (const QColor& ink : {colours.text, colours.muted, colours.danger, colours.warning, colours.ok}) {
    const auto drawn = found.find(ink.rgb());
    if (drawn == found.end() || drawn->second < kSpeck || ink == colours.selection) continue;
    if (contrast(ink, colours.selection) < kSignRatio)
      faults << QStringLiteral("%1 pixels of %2 on the selection").arg(drawn->second).arg(ink.name());
  }
  return faults;
}

} // namespace

double contrast(const QColor& one, const QColor& other) {
  const double a = luminance(one), b = luminance(other);
  return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QStringList faultsOfPlaceholders(const QWidget& page, double least, int& looked) {
  QStringList faults;
  for (const QWidget* widget : page.findChildren<QWidget*>()) {
    if (!widget->isVisibleTo(&page) || !widget->isEnabled() || placeholderOf(widget).isEmpty()) continue;
    ++looked;
    const QPalette& palette = widget->palette();
    const QColor ground = palette.color(QPalette::Base);
    const double ratio = contrast(over(palette.color(QPalette::PlaceholderText), ground), ground);
    if (ratio < least)
      faults << QStringLiteral("%1: its placeholder has a contrast of %2").arg(title(widget)).arg(ratio);
  }
  return faults;
}

QStringList faultsOfSelections(QWidget& page, const ui::Colours& colours, int& looked) {
  QStringList faults;
  for (auto* view : page.findChildren<QAbstractItemView*>()) {
    if (!view->isVisibleTo(&page) || view->selectionModel() == nullptr) continue;
    const QRect seen = view->viewport()->rect();
    QImage picture;
    for (const QModelIndex& index : view->selectionModel()->selectedIndexes()) {
      const QRect place = view->visualRect(index).intersected(seen);
      if (place.isEmpty()) continue;
      if (picture.isNull()) picture = view->viewport()->grab().toImage();
      ++looked;
      for (const QString& fault : faultsOfRow(partOf(picture, place), colours))
        faults << title(view) + QStringLiteral(": ") + fault;
    }
  }
  return faults;
}

} // namespace madoguchi::tests

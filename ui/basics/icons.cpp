// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/basics/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

#include <map>

namespace madoguchi::ui {

namespace {

constexpr qreal kDisabledOpacity = 0.45;

/// Draws when something is to be seen, and each size once: a window has some two hundred icons, and shows few
/// of them when it comes up.
class DrawnIcon final : public QIconEngine {
public:
  DrawnIcon(QByteArray svg, const QColor& colour, const QColor& selected)
      : m_svg(std::move(svg)), m_colour(colour.name().toLatin1()), m_selected(selected.name().toLatin1()) {}

  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override {
    const int side = qMin(size.width(), size.height());
    QPixmap& drawn = m_drawn[{side, mode}];
    if (!drawn.isNull() || side <= 0) return drawn;
    drawn = QPixmap(side, side);
    drawn.fill(Qt::transparent);
    QPainter painter(&drawn);
    if (mode == QIcon::Disabled) painter.setOpacity(kDisabledOpacity);
    QByteArray svg = m_svg;
    QSvgRenderer(svg.replace("currentColor", mode == QIcon::Selected ? m_selected : m_colour))
        .render(&painter);
    return drawn;
  }

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
    const qreal ratio = painter->device()->devicePixelRatioF();
    const int side = qMin(rect.width(), rect.height());
    QRect square(0, 0, side, side);
    square.moveCenter(rect.center());
    painter->drawPixmap(square, pixmap((QSizeF(square.size()) * ratio).toSize(), mode, state));
  }

  /// What a window manager is given.
  QList<QSize> availableSizes(QIcon::Mode, QIcon::State) override {
    return {{16, 16}, {24, 24}, {32, 32}, {48, 48}, {128, 128}};
  }

  [[nodiscard]] QIconEngine* clone() const override { return new DrawnIcon(*this); }

private:
  QByteArray m_svg;
  QByteArray m_colour;
  QByteArray m_selected;
  std::map<std::pair<int, QIcon::Mode>, QPixmap> m_drawn; ///< by the side in pixels
};

} // namespace

QIcon icon(const QString& name, const QColor& colour) {
  return icon(name, colour, colour);
}

QIcon icon(const QString& name, const QColor& colour, const QColor& selected) {
  QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
  if (!file.open(QIODevice::ReadOnly)) return {};
  return QIcon(new DrawnIcon(file.readAll(), colour, selected));
}

} // namespace madoguchi::ui

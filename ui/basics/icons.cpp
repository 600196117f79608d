// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/basics/icons.h"

#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace madoguchi::ui {

namespace {

QPixmap drawn(const QByteArray& svg, const QColor& colour, int size) {
  QByteArray coloured = svg;
  coloured.replace("currentColor", colour.name().toLatin1());
  QSvgRenderer renderer(coloured);
  QPixmap pixmap(size, size);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  renderer.render(&painter);
  return pixmap;
}

} // namespace

QIcon icon(const QString& name, const QColor& colour) {
  QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
  if (!file.open(QIODevice::ReadOnly)) return {};
  const QByteArray svg = file.readAll();
  QColor pale = colour;
  pale.setAlphaF(0.45F);
  QIcon result;
  for (const int size : {16, 20, 24, 32, 40, 48}) {
    result.addPixmap(drawn(svg, colour, size));
    QPixmap disabled(size, size);
    disabled.fill(Qt::transparent);
    QPainter painter(&disabled);
    painter.setOpacity(pale.alphaF());
    painter.drawPixmap(0, 0, drawn(svg, colour, size));
    painter.end();
    result.addPixmap(disabled, QIcon::Disabled);
  }
  return result;
}

} // namespace madoguchi::ui

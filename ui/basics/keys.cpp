// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/basics/keys.h"

namespace madoguchi::ui {

QKeySequence keyOf(const Context& context, models::CaseAction action) {
  return keyOf(context, models::nameOf(action), models::defaultKey(action));
}

QKeySequence keyOf(const Context& context, const QString& name, const QKeySequence& fallback) {
  const QVariant own = context.desk.ports.preferences.value(QStringLiteral("keys/") + name);
  return own.isValid() ? QKeySequence(own.toString()) : fallback;
}

QKeySequence apartKey(const Context& context) {
  return keyOf(context, QStringLiteral("openApart"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return));
}

QString withKey(const QString& text, const QKeySequence& key) {
  if (key.isEmpty()) return text;
  return QStringLiteral("%1 (%2)").arg(text, key.toString(QKeySequence::NativeText));
}

} // namespace madoguchi::ui

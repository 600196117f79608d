// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QObject>

#include <optional>
#include <vector>

namespace madoguchi::tests {

/// An object on the accessibility bus.
struct Accessible {
  QString service;
  QString path;

  bool operator==(const Accessible& other) const { return service == other.service && path == other.path; }
};

/// Bits of GetState (AtspiStateType of at-spi2-core).
enum class AccessibleState { Active = 1, Focusable = 11, Focused = 12, Showing = 25 };

/// What is told of an object in answer to a few questions.
struct Told {
  Accessible object;
  QString role; ///< "push button", "table cell" …
  QString name;
  quint64 states = 0;

  [[nodiscard]] bool is(AccessibleState state) const { return (states >> static_cast<int>(state) & 1) != 0; }
};

/// The accessibility bus as a screen reader uses it: asks over D-Bus and hears what is announced. An object
/// that is gone by the time it is asked answers nothing.
class ScreenReaderBus : public QObject {
  Q_OBJECT

public:
  /// On the bus at the address.
  explicit ScreenReaderBus(const QString& address);
  ~ScreenReaderBus() override;

  /// Registers as a listener to the focus: programs keep still about what nobody has registered for. False
  /// where nobody answers.
  [[nodiscard]] bool listen();

  /// Programs that have announced themselves.
  [[nodiscard]] std::vector<Accessible> programs() const;
  [[nodiscard]] std::optional<Told> tell(const Accessible& object) const;
  [[nodiscard]] std::vector<Accessible> children(const Accessible& object) const;
  [[nodiscard]] int childCount(const Accessible& object) const;

  struct Table {
    int rows = 0;
    int columns = 0;
  };
  /// Of a table or a list; nothing of other objects.
  [[nodiscard]] std::optional<Table> table(const Told& told) const;
  [[nodiscard]] std::optional<Accessible> cell(const Accessible& table, int row, int column) const;
  [[nodiscard]] QString columnName(const Accessible& table, int column) const;

  /// Does the action as its user would; false where there is none of this name.
  [[nodiscard]] bool act(const Accessible& object, const QString& action) const;

  /// What was last announced to have the keyboard.
  [[nodiscard]] const std::optional<Accessible>& focused() const { return m_focused; }
  /// Also what was announced so far and has not been heard yet.
  void forgetFocus();

private Q_SLOTS:
  void hear(const QDBusMessage& signal);

private:
  [[nodiscard]] std::optional<QVariant> ask(const Accessible& object, const QString& interface,
                                            const QString& method, const QVariantList& arguments = {}) const;
  [[nodiscard]] QVariant property(const Accessible& object, const QString& interface,
                                  const QString& name) const;

  QDBusConnection m_bus;
  std::optional<Accessible> m_focused;
};

} // namespace madoguchi::tests

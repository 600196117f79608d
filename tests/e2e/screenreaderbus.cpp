// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/screenreaderbus.h"

#include <QCoreApplication>
#include <QDBusArgument>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QDeadlineTimer>

namespace madoguchi::tests {

namespace {

const QString kConnection = QStringLiteral("screenreader");
const QString kRegistry = QStringLiteral("org.a11y.atspi.Registry");
const QString kAccessible = QStringLiteral("org.a11y.atspi.Accessible");
const QString kTable = QStringLiteral("org.a11y.atspi.Table");
const QString kAction = QStringLiteral("org.a11y.atspi.Action");
const QString kObjectEvent = QStringLiteral("org.a11y.atspi.Event.Object");
const Accessible kDesktop{kRegistry, QStringLiteral("/org/a11y/atspi/accessible/root")};
constexpr int kPatienceMillis = 20'000; ///< for one answer

const QDBusArgument& operator>>(const QDBusArgument& argument, Accessible& object) {
  QDBusObjectPath path;
  argument.beginStructure();
  argument >> object.service >> path;
  argument.endStructure();
  object.path = path.path();
  return argument;
}

bool isNull(const Accessible& object) {
  return object.path.isEmpty() || object.path.endsWith(QLatin1String("/null"));
}

} // namespace

ScreenReaderBus::ScreenReaderBus(const QString& address)
    : m_bus(QDBusConnection::connectToBus(address, kConnection)) {}

bool ScreenReaderBus::listen() {
  // The registry that D-Bus starts may leave the bus before it has answered its first caller; the next one
  // starts it again.
  const QDeadlineTimer deadline(kPatienceMillis);
  while (!ask({kRegistry, QStringLiteral("/org/a11y/atspi/registry")}, kRegistry,
              QStringLiteral("RegisterEvent"), {QStringLiteral("object:state-changed:focused")}))
    if (deadline.hasExpired()) return false;
  return m_bus.connect({}, {}, kObjectEvent, QStringLiteral("StateChanged"), this, SLOT(hear(QDBusMessage)));
}

ScreenReaderBus::~ScreenReaderBus() {
  QDBusConnection::disconnectFromBus(kConnection);
}

std::optional<QVariant> ScreenReaderBus::ask(const Accessible& object, const QString& interface,
                                             const QString& method, const QVariantList& arguments) const {
  auto call = QDBusMessage::createMethodCall(object.service, object.path, interface, method);
  call.setArguments(arguments);
  const auto answer = m_bus.call(call, QDBus::Block, kPatienceMillis);
  if (answer.type() != QDBusMessage::ReplyMessage) return std::nullopt;
  return answer.arguments().value(0);
}

QVariant ScreenReaderBus::property(const Accessible& object, const QString& interface,
                                   const QString& name) const {
  const auto answer = ask(object, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"),
                          {interface, name});
  return answer ? answer->value<QDBusVariant>().variant() : QVariant();
}

std::vector<Accessible> ScreenReaderBus::programs() const {
  return children(kDesktop);
}

std::optional<Told> ScreenReaderBus::tell(const Accessible& object) const {
  const auto states = ask(object, kAccessible, QStringLiteral("GetState"));
  if (!states) return std::nullopt;
  Told told{object, {}, {}, 0};
  const auto words = qdbus_cast<QList<uint>>(*states);
  for (int i = 0; i < qMin(2, int(words.size())); ++i)
    told.states |= quint64(words[i]) << (32 * i);
  const auto role = ask(object, kAccessible, QStringLiteral("GetRoleName"));
  const QVariant name = property(object, kAccessible, QStringLiteral("Name"));
  if (!role || !name.isValid()) return std::nullopt;
  told.role = role->toString();
  told.name = name.toString().trimmed();
  return told;
}

std::vector<Accessible> ScreenReaderBus::children(const Accessible& object) const {
  std::vector<Accessible> found;
  const auto answer = ask(object, kAccessible, QStringLiteral("GetChildren"));
  if (!answer) return found;
  const auto list = answer->value<QDBusArgument>();
  list.beginArray();
  while (!list.atEnd()) {
    Accessible child;
    list >> child;
    if (!isNull(child)) found.push_back(child);
  }
  list.endArray();
  return found;
}

int ScreenReaderBus::childCount(const Accessible& object) const {
  return property(object, kAccessible, QStringLiteral("ChildCount")).toInt();
}

std::optional<ScreenReaderBus::Table> ScreenReaderBus::table(const Told& told) const {
  static const QStringList kRoles{QStringLiteral("table"), QStringLiteral("list"), QStringLiteral("tree"),
                                  QStringLiteral("tree table")};
  if (!kRoles.contains(told.role)) return std::nullopt;
  const Accessible& object = told.object;
  const QVariant rows = property(object, kTable, QStringLiteral("NRows"));
  const QVariant columns = property(object, kTable, QStringLiteral("NColumns"));
  if (!rows.isValid() || !columns.isValid()) return std::nullopt;
  return Table{rows.toInt(), columns.toInt()};
}

std::optional<Accessible> ScreenReaderBus::cell(const Accessible& table, int row, int column) const {
  const auto answer = ask(table, kTable, QStringLiteral("GetAccessibleAt"), {row, column});
  if (!answer) return std::nullopt;
  Accessible found;
  answer->value<QDBusArgument>() >> found;
  if (isNull(found)) return std::nullopt;
  return found;
}

QString ScreenReaderBus::columnName(const Accessible& table, int column) const {
  const auto answer = ask(table, kTable, QStringLiteral("GetColumnDescription"), {column});
  return answer ? answer->toString().trimmed() : QString();
}

bool ScreenReaderBus::act(const Accessible& object, const QString& action) const {
  const int actions = property(object, kAction, QStringLiteral("NActions")).toInt();
  for (int i = 0; i < actions; ++i) {
    const auto name = ask(object, kAction, QStringLiteral("GetName"), {i});
    if (name && name->toString() == action)
      return ask(object, kAction, QStringLiteral("DoAction"), {i}).has_value();
  }
  return false;
}

void ScreenReaderBus::forgetFocus() {
  QCoreApplication::processEvents();
  m_focused.reset();
}

void ScreenReaderBus::hear(const QDBusMessage& signal) {
  const auto arguments = signal.arguments();
  if (arguments.size() < 2 || arguments[0].toString() != QLatin1String("focused")) return;
  if (arguments[1].toInt() == 1) m_focused = Accessible{signal.service(), signal.path()};
}

} // namespace madoguchi::tests

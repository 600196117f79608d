// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QThread>

#include <algorithm>
#include <array>
#include <ctime>
#include <vector>

namespace madoguchi::bench {

/// What one event, or one action of the user, cost the UI thread.
struct Cost {
  double millis = 0; ///< processor time of the thread, so that a busy machine and other threads do not count
  QString step;      ///< of the work
  QString what;      ///< event and receiver
};

/// Weighs every event that the UI thread is given, with all that it sets off at once: those that are sent out
/// of it are part of it, those that are posted are weighed by themselves.
class ProbedApplication : public QApplication {
public:
  ProbedApplication(int& argc, char** argv) : QApplication(argc, argv) {}

  bool notify(QObject* receiver, QEvent* event) override {
    const bool isOurs = QThread::currentThread() == thread(); // the workers' events come by here too
    if (!isOurs || m_depth > 0 || !m_watches) return QApplication::notify(receiver, event);
    const auto type = event->type();
    // The receiver may die of the event.
    const QString name =
        QString::fromLatin1(receiver->metaObject()->className()) + u'#' + receiver->objectName();
    ++m_depth;
    const double begun = now();
    const bool done = QApplication::notify(receiver, event);
    keep(now() - begun, [&] { return QStringLiteral("event %1 to %2").arg(int(type)).arg(name); });
    --m_depth;
    return done;
  }

  /// Something that code calls as if the user had done it; weighed as one event.
  template <class Action>
  void act(const char* what, const Action& action) {
    begin();
    action();
    end(what);
  }
  void begin() {
    ++m_depth;
    m_begun = now();
  }
  void end(const char* what) {
    keep(now() - m_begun, [&] { return QString::fromUtf8(what); });
    --m_depth;
  }
  /// What has begun was none of the user's.
  void drop() { --m_depth; }

  /// From now on the work is called so.
  void enter(const QString& step) {
    m_step = step;
    m_watches = true;
  }
  [[nodiscard]] std::size_t count() const { return m_count; }
  /// The dearest first.
  [[nodiscard]] const std::vector<Cost>& worst() const { return m_worst; }
  /// How many took longer than 1, 5, 16 and 50 ms.
  [[nodiscard]] const std::array<std::size_t, 4>& over() const { return m_over; }

private:
  static constexpr std::size_t kKept = 15;
  static constexpr std::array<double, 4> kSteps{1, 5, 16, 50};

  static double now() {
    timespec at{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &at);
    return static_cast<double>(at.tv_sec) * 1e3 + static_cast<double>(at.tv_nsec) / 1e6;
  }

  template <class What>
  void keep(double millis, const What& what) {
    ++m_count;
    for (std::size_t i = 0; i < kSteps.size(); ++i)
      m_over[i] += millis > kSteps[i] ? 1 : 0;
    if (m_worst.size() == kKept && millis <= m_worst.back().millis) return;
    const auto place = std::find_if(m_worst.begin(), m_worst.end(),
                                    [millis](const Cost& cost) { return cost.millis < millis; });
    m_worst.insert(place, {millis, m_step, what()});
    if (m_worst.size() > kKept) m_worst.pop_back();
  }

  QString m_step;
  bool m_watches = false;
  int m_depth = 0;
  double m_begun = 0; ///< of an action
  std::size_t m_count = 0;
  std::array<std::size_t, 4> m_over{};
  std::vector<Cost> m_worst;
};

} // namespace madoguchi::bench

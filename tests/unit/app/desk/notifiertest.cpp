// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/notifier.h"

#include <QtTest>

using namespace madoguchi;
using app::Notifier;
using core::Queue;

class NotifierTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldTellOnlyOfMore() {
    const std::map<Queue, qint64> before{{Queue::NeedsAttention, 1}, {Queue::ReturnedToMe, 2}};
    QCOMPARE(Notifier::textFor(before, before), QString());
    QCOMPARE(Notifier::textFor(before, {{Queue::NeedsAttention, 0}, {Queue::ReturnedToMe, 2}}), QString());
    QCOMPARE(Notifier::textFor(before, {{Queue::NeedsAttention, 3}, {Queue::ReturnedToMe, 1}}),
             u"Needs attention: 3"_qs);
  }

  void shouldSayNothing_whenTheDeskHasJustOpened() {
    QCOMPARE(Notifier::textFor({}, {{Queue::NeedsAttention, 5}}), QString());
  }
};

QTEST_GUILESS_MAIN(NotifierTest)
#include "notifiertest.moc"

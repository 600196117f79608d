// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/settingsdialog.h"

#include "models/datetext.h"
#include "models/desknews.h"
#include "models/sizetext.h"
#include "tests/support/fakedesk.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

#include <algorithm>

using namespace madoguchi;

class SettingsDialogTest : public QObject {
  Q_OBJECT

  tests::FakeDesk m_fake{"sato"};
  models::Desk m_desk{m_fake.ports()};
  ui::Theme m_theme{ui::Look::Light};

  ui::SettingsDialog* open() {
    auto* dialog = new ui::SettingsDialog(ui::Context{m_desk, m_theme});
    dialog->show();
    return dialog;
  }

private Q_SLOTS:
  void shouldKeepWhatIsChosen() {
    auto* dialog = open();
    auto* notifications = dialog->findChild<QCheckBox*>(u"notifications"_qs);
    QVERIFY(notifications->isChecked());
    notifications->click();
    QCOMPARE(m_fake.preferences.value(u"notifications"_qs, true).toBool(), false);
    dialog->reject();
    auto* again = open();
    QVERIFY(!again->findChild<QCheckBox*>(u"notifications"_qs)->isChecked());
    again->reject();
  }

  void shouldLetEachKindOfNewsBeTurnedOff() {
    m_fake.preferences.setValue(u"notifications"_qs, true);
    auto* dialog = open();
    auto* all = dialog->findChild<QCheckBox*>(u"notifications"_qs);
    for (const auto kind : models::DeskNews::kKinds) {
      const QString key = models::DeskNews::preference(kind);
      auto* box = dialog->findChild<QCheckBox*>(key);
      QVERIFY2(box != nullptr && box->isChecked(), qPrintable(key));
      box->click();
      QCOMPARE(m_fake.preferences.value(key, true).toBool(), false);
      box->click();
      all->setChecked(false);
      QVERIFY(!box->isEnabled());
      all->setChecked(true);
      QVERIFY(box->isEnabled());
    }
    dialog->reject();
  }

  void shouldSayWhatRoomIsTaken_andFreeSome() {
    auto* dialog = open();
    const auto* use = dialog->findChild<QLabel*>(u"roomUse"_qs);
    const auto* said = dialog->findChild<QLabel*>(u"roomSaid"_qs);
    QTRY_VERIFY2(use->text().contains(models::sizeText(m_fake.room.use.total())), qPrintable(use->text()));
    QVERIFY(!said->isVisible());
    auto* button = dialog->findChild<QPushButton*>(u"freeRoom"_qs);
    const QString freed = models::sizeText(m_fake.room.use.documents);
    button->click();
    QVERIFY(!button->isEnabled());
    QTRY_VERIFY2(said->text().contains(freed), qPrintable(said->text()));
    QVERIFY(button->isEnabled());
    button->click();
    QTRY_VERIFY2(said->text().contains(u"Nothing could go"), qPrintable(said->text()));
    dialog->reject();
  }

  void shouldOfferNoMoreRoomThanTheSiteAllows() {
    auto* dialog = open();
    auto* choice = dialog->findChild<QComboBox*>(u"roomLimit"_qs);
    QCOMPARE(choice->currentData().toLongLong(), m_fake.room.limit());
    QCOMPARE(choice->itemData(choice->count() - 1).toLongLong(), tests::FakeRoom::kMost);
    choice->setCurrentIndex(0);
    Q_EMIT choice->activated(0);
    const qint64 chosen = choice->itemData(0).toLongLong();
    QCOMPARE(m_fake.room.limit(), chosen);
    QCOMPARE(m_fake.preferences.value(models::kRoomPreference, {}).toLongLong(), chosen);
    QCOMPARE(choice->currentData().toLongLong(), chosen);
    dialog->reject();
  }

  void shouldAskForAnotherWindow_whenLanguageOrLookChanges() {
    auto* dialog = open();
    const QSignalSpy language(dialog, &ui::SettingsDialog::languageWanted);
    auto* choice = dialog->findChild<QComboBox*>(u"language"_qs);
    choice->setCurrentIndex(0);
    Q_EMIT choice->activated(0);
    QCOMPARE(language.count(), 1);
    QCOMPARE(language[0][0].toString(), u"ja"_qs);
    auto* second = open();
    const QSignalSpy look(second, &ui::SettingsDialog::lookWanted);
    auto* looks = second->findChild<QComboBox*>(u"look"_qs);
    looks->setCurrentIndex(looks->findData(u"dark"_qs));
    Q_EMIT looks->activated(looks->currentIndex());
    QCOMPARE(look.count(), 1);
    QCOMPARE(look[0][0].toString(), u"dark"_qs);
  }

  void shouldShowTheScannerFolder_andStopWatchingIt() {
    m_fake.scans.watch(u"/srv/scanner"_qs);
    m_fake.preferences.setValue(u"scanFolder"_qs, u"/srv/scanner"_qs);
    auto* dialog = open();
    auto* place = dialog->findChild<QLabel*>(u"settingsScanPlace"_qs);
    QVERIFY(place->text().contains(u"scanner"_qs));
    auto* none = dialog->findChild<QPushButton*>(u"settingsScanNone"_qs);
    QVERIFY(none->isVisible());
    none->click();
    QCOMPARE(m_fake.scans.folder(), QString());
    QCOMPARE(m_fake.preferences.value(u"scanFolder"_qs, u"x"_qs).toString(), QString());
    QVERIFY(!none->isVisible());
    QVERIFY(!place->text().contains(u"scanner"_qs));
    QVERIFY(dialog->findChild<QPushButton*>(u"settingsScanFolder"_qs)->isVisible());
    dialog->reject();
  }

  void shouldPutTitlesInLine_withWhatTheyAreOf() {
    m_fake.scans.watch(u"/srv/scanner"_qs);
    auto* dialog = open();
    const auto middle = [dialog](const QWidget* part) {
      return part->mapTo(dialog, part->rect().center()).y();
    };
    for (const char* name : {"stayReady", "changeKeys", "settingsScanFolder", "choosePin"}) {
      const auto* part = dialog->findChild<QWidget*>(QString::fromLatin1(name));
      const auto labels = dialog->findChildren<QLabel*>(Qt::FindDirectChildrenOnly);
      QVERIFY2(std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel* label) { return qAbs(middle(label) - middle(part)) < 3; }),
               name);
    }
    dialog->reject();
  }

  void shouldSayHowLongItServesWithoutTheServer() {
    const auto text = [this] {
      auto* dialog = open();
      const QString said = dialog->findChild<QLabel*>(u"settingsOffline"_qs)->text();
      dialog->reject();
      return said;
    };
    const QString unknown = text();
    m_fake.session.leasedUntil = m_fake.now + std::chrono::hours(72);
    m_fake.status.lastSync = m_fake.now;
    const QString known = text();
    QVERIFY2(!unknown.contains(models::shortMoment(*m_fake.session.leasedUntil)), qPrintable(unknown));
    QVERIFY2(known.contains(models::shortMoment(*m_fake.session.leasedUntil)), qPrintable(known));
    QVERIFY2(known.contains(models::shortMoment(m_fake.now)), qPrintable(known));
  }

  void shouldNameEveryField_forAScreenReader() {
    auto* dialog = open();
    for (QComboBox* box : dialog->findChildren<QComboBox*>()) {
      bool labelled = false;
      for (const QLabel* label : dialog->findChildren<QLabel*>())
        labelled = labelled || label->buddy() == box;
      QVERIFY(labelled);
    }
    dialog->reject();
  }
};

QTEST_MAIN(SettingsDialogTest)
#include "settingsdialogtest.moc"

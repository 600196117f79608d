// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QString>

namespace madoguchi::models {

/// A scan that is complete and waits for a case.
struct ScannedFile {
  QString path;
  QString name;
  qint64 size = 0; ///< bytes
  QDateTime at;    ///< when it was written
  bool operator==(const ScannedFile&) const = default;
};

/// The folder into which a scanner puts its files. A file stays there until what it became is safe in a case;
/// then it goes into the subfolder "done", never away. UI thread; the disk is touched elsewhere.
class ScanTray : public QObject {
  Q_OBJECT

public:
  using QObject::QObject;

  [[nodiscard]] const QList<ScannedFile>& files() const { return m_files; } ///< the oldest first
  [[nodiscard]] const QString& folder() const { return m_folder; }          ///< empty: none is watched
  [[nodiscard]] bool isReadable() const { return m_isReadable; }
  /// IT has fixed the folder; the user's choice does not count.
  [[nodiscard]] bool isFixed() const { return m_isFixed; }

  /// The user's own choice; empty: none.
  virtual void watch(const QString& folder) = 0;
  /// Moves a file of the tray to "done"; nothing there is ever overwritten.
  virtual void putAway(const QString& path) = 0;

Q_SIGNALS:
  void changed();

protected:
  QList<ScannedFile> m_files;
  QString m_folder;
  bool m_isReadable = true;
  bool m_isFixed = false;
};

} // namespace madoguchi::models

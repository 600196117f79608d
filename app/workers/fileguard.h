// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profile/sitesettings.h"
#include "app/workers/numbersearch.h"
#include "app/workers/previewtalk.h"
#include "core/base/error.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <functional>

namespace madoguchi::app {

/// What to do with a My Number in a plain text.
enum class MyNumbers { Refuse, Mask };

/// Every file passes here before it is attached, and every document before it is first shown: virus scan as
/// IT has set it, and no My Number in what is attached. Works on a thread of its own; answers on the UI
/// thread, and not at all when `owner` is gone by then.
class FileGuard : public QObject {
public:
  using Answer = std::function<void(const core::Result<QByteArray>& content)>;

  explicit FileGuard(QString siteFile = siteSettingsFile(), QString preview = previewProgram(),
                     QObject* parent = nullptr);
  /// Ends the scan in hand.
  ~FileGuard() override;

  /// Reads a file that is to be attached. Errors: FileUnreadable, TooLarge, FileBroken (it changed while it
  /// was read), FileInfected, FileNotScanned, MyNumberFound.
  void admitFile(const QPointer<QObject>& owner, const QString& path, MyNumbers numbers, Answer answer);
  /// Scans what is to be shown. Errors: FileInfected, FileNotScanned.
  void admitContent(const QPointer<QObject>& owner, const QByteArray& content, Answer answer);

private:
  void run(const QPointer<QObject>& owner, std::function<core::Result<QByteArray>()> work, Answer answer);

  QString m_siteFile;
  QString m_preview;
  QThread m_thread;
  QObject* m_there; ///< lives on the thread
};

/// As IT has set it; the content itself, or why not.
[[nodiscard]] core::Result<QByteArray> scanned(const SiteSettings& settings, const QByteArray& content);
/// All of admitFile, on the caller's thread.
[[nodiscard]] core::Result<QByteArray> admitted(const SiteSettings& settings, const QString& path,
                                                MyNumbers numbers, const QString& preview);

} // namespace madoguchi::app

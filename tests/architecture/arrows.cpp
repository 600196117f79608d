// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/arrows.h"

#include <QDir>
#include <QHash>
#include <QLibraryInfo>

namespace madoguchi::tests {

namespace {

using Names = QStringList;

// What every target may use, because core's headers show it: values, results, documents.
const Names kValues{u"std"_qs, u"expected"_qs, u"boost-json"_qs};
const Names kQtView{u"QtCore"_qs, u"QtGui"_qs};
const Names kQtWindows{u"QtWidgets"_qs, u"QtSvg"_qs, u"QtSvgWidgets"_qs, u"QtCharts"_qs,
                       u"QtPrintSupport"_qs};

struct Prefix {
  QLatin1String header;
  QLatin1String library;
};

// The first match counts, so the special cases stand before the general ones.
constexpr Prefix kHeaderPrefixes[] = {
    {QLatin1String("boost/json"), QLatin1String("boost-json")},
    {QLatin1String("boost/describe"), QLatin1String("boost-json")},
    {QLatin1String("boost/mp11"), QLatin1String("boost-json")},
    {QLatin1String("boost/system"), QLatin1String("boost-json")},
    {QLatin1String("boost/log"), QLatin1String("boost-log")},
    {QLatin1String("boost/program_options"), QLatin1String("boost-program-options")},
    {QLatin1String("boost/asio"), QLatin1String("boost-asio")},
    {QLatin1String("boost/beast"), QLatin1String("boost-asio")},
    {QLatin1String("boost/url"), QLatin1String("boost-asio")},
    {QLatin1String("boost/"), QLatin1String("boost")},
    {QLatin1String("tl/expected"), QLatin1String("expected")},
    {QLatin1String("unicode/"), QLatin1String("icu")},
    {QLatin1String("valijson/"), QLatin1String("valijson")},
    {QLatin1String("seccomp.h"), QLatin1String("seccomp")},
    {QLatin1String("sodium"), QLatin1String("sodium")},
    {QLatin1String("sqlite3.h"), QLatin1String("sqlite")},
    {QLatin1String("sqlcipher/"), QLatin1String("sqlite")},
    {QLatin1String("SQLiteCpp/"), QLatin1String("sqlite")},
    {QLatin1String("libpq"), QLatin1String("postgresql")},
    {QLatin1String("postgresql/"), QLatin1String("postgresql")},
    {QLatin1String("openssl/"), QLatin1String("openssl")},
    {QLatin1String("zlib.h"), QLatin1String("zlib")},
    {QLatin1String("zstd"), QLatin1String("zstd")},
    {QLatin1String("expat"), QLatin1String("expat")},
    {QLatin1String("curl/"), QLatin1String("curl")},
    {QLatin1String("xlsxwriter"), QLatin1String("xlsxwriter")},
    {QLatin1String("qt6keychain/"), QLatin1String("keychain")},
    {QLatin1String("sys/"), QLatin1String("posix")},
    {QLatin1String("linux/"), QLatin1String("posix")},
    {QLatin1String("netinet/"), QLatin1String("posix")},
    {QLatin1String("arpa/"), QLatin1String("posix")},
};

// Standard headers that not everybody may use; a library that no layer lists is forbidden everywhere.
QString specialStandardLibrary(const QString& header) {
  static const QHash<QString, QString> special{
      {u"fstream"_qs, u"std-files"_qs},         {u"iostream"_qs, u"std-files"_qs},
      {u"filesystem"_qs, u"std-files"_qs},      {u"random"_qs, u"std-random"_qs},
      {u"thread"_qs, u"std-threads"_qs},        {u"mutex"_qs, u"std-threads"_qs},
      {u"shared_mutex"_qs, u"std-threads"_qs},  {u"condition_variable"_qs, u"std-threads"_qs},
      {u"future"_qs, u"std-threads"_qs},        {u"semaphore"_qs, u"std-threads"_qs},
      {u"latch"_qs, u"std-threads"_qs},         {u"barrier"_qs, u"std-threads"_qs},
      {u"regex"_qs, u"std-regex (use ICU)"_qs}, {u"ranges"_qs, u"std-ranges (clang 14 cannot read it)"_qs},
  };
  return special.value(header, u"std"_qs);
}

bool isPosix(const QString& header) {
  static const Names posix{u"unistd.h"_qs, u"fcntl.h"_qs, u"signal.h"_qs,  u"poll.h"_qs, u"pthread.h"_qs,
                           u"netdb.h"_qs,  u"pwd.h"_qs,   u"termios.h"_qs, u"spawn.h"_qs};
  return posix.contains(header);
}

// The Qt module of <QLabel> is the folder in which Qt installs it.
QString qtModuleOf(const QString& header) {
  static const Names threads{u"QThread"_qs,        u"QThreadPool"_qs, u"QRunnable"_qs,     u"QMutex"_qs,
                             u"QReadWriteLock"_qs, u"QSemaphore"_qs,  u"QWaitCondition"_qs};
  if (threads.contains(header.section(u'/', -1))) return u"qt-threads"_qs;
  if (header.startsWith(u"QtConcurrent"_qs)) return u"qt-threads"_qs;
  // It reads a database on the disk at its first question, which the window must not wait for.
  if (header.section(u'/', -1).startsWith(u"QMime"_qs) && !header.endsWith(u"QMimeData"_qs))
    return u"qt-mime (use core/codes/mediatype.h)"_qs;
  if (header.contains(u'/')) return header.section(u'/', 0, 0);
  const QDir qt(QLibraryInfo::path(QLibraryInfo::HeadersPath));
  for (const QString& module : qt.entryList({u"Qt*"_qs}, QDir::Dirs))
    if (QFile::exists(qt.filePath(module + u'/' + header))) return module;
  return {};
}

// All that can be reached along arrows; app and its workers know each other, so visited ones are kept.
void collectReachable(const QString& from, QStringList& reached) {
  if (reached.contains(from)) return;
  reached.append(from);
  for (const Layer& layer : allowedArrows())
    if (layer.folder == from)
      for (const QString& next : layer.uses)
        collectReachable(next, reached);
}

} // namespace

const QList<Layer>& allowedArrows() {
  const Names disk{u"std-files"_qs, u"posix"_qs};
  const Names store{u"sqlite"_qs, u"sodium"_qs, u"zstd"_qs};
  const Names client{u"storage"_qs, u"sync/http"_qs, u"sync"_qs, u"models"_qs, u"ui"_qs, u"generate"_qs};
  const Names desk =
      kQtView + kQtWindows + Names{u"QtNetwork"_qs, u"QtDBus"_qs, u"keychain"_qs,   u"sodium"_qs,
                                   u"boost-log"_qs, u"boost"_qs,  u"std-random"_qs, u"xlsxwriter"_qs};
  const Names service{u"boost-asio"_qs,  u"boost-log"_qs,  u"boost-program-options"_qs,
                      u"boost"_qs,       u"openssl"_qs,    u"postgresql"_qs,
                      u"zlib"_qs,        u"expat"_qs,      u"icu"_qs,
                      u"std-threads"_qs, u"std-random"_qs, u"curl"_qs};
  static const QList<Layer> table{
      // OpenSSL in core is for SHA-256 alone, a hash is part of the rules; libsodium for what is sealed.
      {u"core"_qs, {}, kValues + Names{u"icu"_qs, u"valijson"_qs, u"openssl"_qs, u"sodium"_qs}},
      // Made-up cases: what the server fills a demonstration with, and the practice office of the desk.
      {u"generate"_qs, {u"core"_qs}, kValues},
      {u"protocol"_qs, {u"core"_qs}, kValues},
      // openssl: the pages of SQLCipher are its AES and HMAC, and a ready-made cache comes under another key.
      {u"storage"_qs, {u"core"_qs}, kValues + disk + store + Names{u"openssl"_qs}},
      {u"sync"_qs, {u"core"_qs, u"protocol"_qs}, kValues},
      // zlib and zstd: Qt unpacks answers too, but does not tell a cut one from a whole one.
      {u"sync/http"_qs, {u"sync"_qs}, kValues + Names{u"QtCore"_qs, u"QtNetwork"_qs, u"zlib"_qs, u"zstd"_qs}},
      {u"models"_qs, {u"core"_qs}, kValues + kQtView},
      {u"ui"_qs, {u"models"_qs}, kValues + kQtView + kQtWindows},
      {u"app"_qs, client + Names{u"app/workers"_qs}, kValues + disk + desk},
      // Whatever reads a PDF, for the screen or for a printer, reads it in a process that may die of it.
      {u"app/preview"_qs, {u"models"_qs}, kValues + disk + kQtView + Names{u"QtPdf"_qs, u"seccomp"_qs}},
      // Of the preview only the language of its pipe; architecturetest sees to it that no more comes along.
      {u"app/workers"_qs, client + Names{u"app"_qs, u"app/preview"_qs},
       kValues + disk + desk + Names{u"std-threads"_qs, u"qt-threads"_qs}},
      {u"server"_qs,
       {u"core"_qs, u"generate"_qs, u"protocol"_qs, u"storage"_qs, u"server/verify"_qs},
       kValues + disk + store + service},
      // The audit verifier is a second opinion: it shares no code with the server that wrote the rows.
      {u"server/verify"_qs,
       {u"core"_qs},
       kValues + disk + Names{u"sqlite"_qs, u"postgresql"_qs, u"sodium"_qs}},
  };
  return table;
}

Layer layerOf(const QString& path) {
  Layer found;
  for (const Layer& layer : allowedArrows())
    if (path.startsWith(layer.folder + u'/') && layer.folder.size() > found.folder.size()) found = layer;
  return found;
}

bool mayUse(const Layer& from, const QString& to) {
  QStringList reached;
  collectReachable(from.folder, reached);
  return reached.contains(to);
}

QString libraryOfHeader(const QString& header) {
  for (const auto& [prefix, library] : kHeaderPrefixes)
    if (header.startsWith(prefix)) return library;
  if (isPosix(header)) return u"posix"_qs;
  if (header.size() > 1 && header.front() == u'Q' && (header[1].isUpper() || header[1] == u't'))
    return qtModuleOf(header);
  // What is left without a folder and without an extension is the standard library's.
  return header.contains(u'/') || header.contains(u'.') ? QString() : specialStandardLibrary(header);
}

QString libraryOfTarget(const QString& target) {
  if (target == u"Qt6Keychain::Qt6Keychain"_qs) return u"keychain"_qs;
  if (target.startsWith(u"Qt6::"_qs)) return u"Qt"_qs + target.mid(5);
  static const QHash<QString, QString> known{
      {u"Boost::json"_qs, u"boost-json"_qs},
      {u"Boost::log"_qs, u"boost-log"_qs},
      {u"Boost::url"_qs, u"boost-asio"_qs},
      {u"Boost::program_options"_qs, u"boost-program-options"_qs},
      {u"Boost::thread"_qs, u"boost"_qs},
      {u"Boost::filesystem"_qs, u"boost"_qs},
      {u"Boost::headers"_qs, u"boost"_qs},
      {u"Boost::boost"_qs, u"boost"_qs},
      {u"ICU::uc"_qs, u"icu"_qs},
      {u"ICU::i18n"_qs, u"icu"_qs},
      {u"ICU::data"_qs, u"icu"_qs},
      {u"PkgConfig::SECCOMP"_qs, u"seccomp"_qs},
      {u"PkgConfig::SODIUM"_qs, u"sodium"_qs},
      {u"PkgConfig::ZSTD"_qs, u"zstd"_qs},
      {u"madoguchi_sqlcipher"_qs, u"sqlite"_qs},
      {u"PostgreSQL::PostgreSQL"_qs, u"postgresql"_qs},
      {u"PkgConfig::PQ"_qs, u"postgresql"_qs},
      {u"PkgConfig::XLSXWRITER"_qs, u"xlsxwriter"_qs},
      {u"OpenSSL::SSL"_qs, u"openssl"_qs},
      {u"OpenSSL::Crypto"_qs, u"openssl"_qs},
      {u"ZLIB::ZLIB"_qs, u"zlib"_qs},
      {u"EXPAT::EXPAT"_qs, u"expat"_qs},
      {u"CURL::libcurl"_qs, u"curl"_qs},
      {u"Threads::Threads"_qs, u"std-threads"_qs},
      {u"madoguchi_options"_qs, u"std"_qs},
  };
  return known.value(target);
}

} // namespace madoguchi::tests

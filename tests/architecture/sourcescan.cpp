// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/sourcescan.h"

#include "tests/architecture/arrows.h"

#include <algorithm>

namespace madoguchi::tests {

namespace {

constexpr int kLongestFile = 400;

QString finding(const QString& path, qsizetype line, const QString& what) {
  return path + u':' + QString::number(line) + u": "_qs + what;
}

QString checkHeader(const Layer& from, const QString& header) {
  const QString library = libraryOfHeader(header);
  if (library.isEmpty()) return from.folder + u" includes <"_qs + header + u">, which no table knows"_qs;
  if (!from.libraries.contains(library))
    return from.folder + u" may not use "_qs + library + u" (<"_qs + header + u">)"_qs;
  return {};
}

QString checkOwnHeader(const Layer& from, const QString& header) {
  if (header.endsWith(u".moc"_qs)) return {};
  const Layer to = layerOf(header);
  if (to.folder.isEmpty())
    return from.folder + u" includes \""_qs + header + u"\", which lies in no layer"_qs;
  if (!mayUse(from, to.folder))
    return from.folder + u" may not use "_qs + to.folder + u" (\""_qs + header + u"\")"_qs;
  return {};
}

QString withoutLineComment(const QString& line) {
  const qsizetype comment = line.indexOf(u"//"_qs);
  return comment < 0 ? line : line.left(comment);
}

struct Call {
  QString command;
  qsizetype line;
  QStringList words;
};

// The commands of a CMakeLists with their words; enough of the language for our own lists.
QList<Call> callsOf(const QString& text) {
  QList<Call> calls;
  bool open = false;
  const QStringList lines = text.split(u'\n');
  for (qsizetype i = 0; i < lines.size(); ++i) {
    QString line = lines[i].section(u'#', 0, 0);
    line.replace(u'(', u" ( "_qs).replace(u')', u" ) "_qs);
    for (const QString& word : line.split(u' ', Qt::SkipEmptyParts)) {
      if (word == u"("_qs)
        open = true;
      else if (word == u")"_qs)
        open = false;
      else if (!open)
        calls.append(Call{word, i + 1, {}});
      else if (!calls.isEmpty())
        calls.last().words.append(word.trimmed());
    }
  }
  return calls;
}

bool definesTarget(const Call& call) {
  static const QStringList commands{u"add_library"_qs, u"add_executable"_qs, u"qt_add_executable"_qs,
                                    u"madoguchi_library"_qs, u"madoguchi_executable"_qs};
  return commands.contains(call.command) && !call.words.isEmpty();
}

bool isKeyword(const QString& word) {
  return std::all_of(word.begin(), word.end(), [](QChar c) { return c.isUpper() || c == u'_'; });
}

struct Link {
  QString what;
  bool header;
};

// What one command links: USES and PCH of our functions, or all of target_link_libraries.
QList<Link> linksOf(const Call& call) {
  QList<Link> links;
  QString section = call.command == u"target_link_libraries"_qs ? u"USES"_qs : QString();
  if (section.isEmpty() && !definesTarget(call)) return links;
  for (qsizetype i = 1; i < call.words.size(); ++i) {
    const QString& word = call.words[i];
    if (isKeyword(word)) {
      if (call.command != u"target_link_libraries"_qs) section = word;
    } else if (section == u"USES"_qs) {
      links.append(Link{word, false});
    } else if (section == u"PCH"_qs && word.startsWith(u'<')) {
      links.append(Link{word.mid(1, word.size() - 2), true});
    }
  }
  return links;
}

} // namespace

QStringList forbiddenIncludes(const QString& path, const QString& text) {
  const Layer from = layerOf(path);
  QStringList found;
  const QStringList lines = text.split(u'\n');
  for (qsizetype i = 0; i < lines.size(); ++i) {
    QString line = lines[i].trimmed();
    if (!line.startsWith(u'#')) continue;
    line = line.mid(1).trimmed();
    if (!line.startsWith(u"include"_qs)) continue;
    line = line.mid(7).trimmed();
    const QString wrong = line.startsWith(u'<') ? checkHeader(from, line.mid(1).section(u'>', 0, 0))
                                                : checkOwnHeader(from, line.mid(1).section(u'"', 0, 0));
    if (!wrong.isEmpty()) found.append(finding(path, i + 1, wrong));
  }
  return found;
}

QStringList impureCalls(const QString& path, const QString& text) {
  static const QStringList pureFolders{u"core"_qs, u"generate"_qs, u"protocol"_qs, u"sync"_qs};
  static const QStringList impure{u"_clock::now"_qs, u"std::time("_qs,  u"randombytes"_qs, u"std::rand("_qs,
                                  u"fopen("_qs,      u"std::getenv"_qs, u"std::cout"_qs,   u"std::cerr"_qs};
  QStringList found;
  if (!pureFolders.contains(layerOf(path).folder)) return found;
  const QStringList lines = text.split(u'\n');
  for (qsizetype i = 0; i < lines.size(); ++i)
    for (const QString& call : impure)
      if (withoutLineComment(lines[i]).contains(call))
        found.append(finding(path, i + 1, u"pure code calls "_qs + call));
  return found;
}

QStringList untidiness(const QString& path, const QString& text) {
  QStringList found;
  const QStringList lines = text.split(u'\n');
  if (lines.size() < 2 || !lines[0].startsWith(u"// Madoguchi - "_qs) ||
      lines[1] != u"// SPDX-License-Identifier: GPL-3.0-or-later"_qs)
    found.append(finding(path, 1, u"the two-line licence header is missing"_qs));
  if (lines.size() - 1 > kLongestFile)
    found.append(finding(path, lines.size() - 1,
                         u"longer than %1 lines: something wants out of it"_qs.arg(kLongestFile)));
  for (qsizetype i = 0; i < lines.size(); ++i)
    if (lines[i].contains(u"TO"
                          "DO"_qs) ||
        lines[i].contains(u"FIX"
                          "ME"_qs))
      found.append(finding(path, i + 1, u"a note left for later"_qs));
  return found;
}

QStringList definedTargets(const QString& text) {
  QStringList targets;
  for (const Call& call : callsOf(text))
    if (definesTarget(call)) targets.append(call.words.front());
  return targets;
}

QStringList forbiddenLinks(const QString& path, const QString& text,
                           const QHash<QString, QString>& folderOfTarget) {
  const Layer from = layerOf(path);
  QStringList found;
  for (const Call& call : callsOf(text)) {
    for (const auto& [what, isHeader] : linksOf(call)) {
      QString wrong;
      if (isHeader) {
        wrong = checkHeader(from, what);
      } else if (folderOfTarget.contains(what)) {
        const QString to = folderOfTarget.value(what);
        if (!mayUse(from, to)) wrong = from.folder + u" may not link "_qs + what;
      } else if (const QString library = libraryOfTarget(what); !from.libraries.contains(library)) {
        wrong = from.folder + u" may not link "_qs + what;
      }
      if (!wrong.isEmpty()) found.append(finding(path, call.line, wrong));
    }
  }
  return found;
}

} // namespace madoguchi::tests

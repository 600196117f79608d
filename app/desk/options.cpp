// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/options.h"

#include <QCommandLineParser>
#include <QFile>

#include <cstdlib>
#include <iostream>

namespace madoguchi::app {

namespace {

[[noreturn]] void refuse(const QString& why) {
  std::cerr << "madoguchi: " << why.toStdString() << '\n';
  std::exit(2);
}

QString passwordFrom(const QString& file) {
  if (file.isEmpty()) return qEnvironmentVariable("MADOGUCHI_PASSWORD");
  QFile secret(file);
  if (!secret.open(QIODevice::ReadOnly)) refuse(QStringLiteral("the password file cannot be read"));
  return QString::fromUtf8(secret.readLine()).trimmed();
}

QString oneOf(const QString& value, const QStringList& known, const QString& option) {
  if (!value.isEmpty() && !known.contains(value))
    refuse(QStringLiteral("--%1 takes %2").arg(option, known.join(QStringLiteral(", "))));
  return value;
}

} // namespace

DeskOptions parseDeskOptions(const QStringList& arguments) {
  QCommandLineParser parser;
  parser.setApplicationDescription(
      QStringLiteral("Desktop case management for the counter window of a government."));
  parser.addHelpOption();
  parser.addVersionOption();
  const QCommandLineOption profile(QStringLiteral("profile"), QStringLiteral("Folder of the profile."),
                                   QStringLiteral("DIR"));
  const QCommandLineOption server(QStringLiteral("server"),
                                  QStringLiteral("https://host[:port]; remembered in the profile."),
                                  QStringLiteral("URL"));
  const QCommandLineOption fingerprint(
      QStringLiteral("fingerprint"),
      QStringLiteral("SHA-256 of the server's certificate, where the system does not trust it."),
      QStringLiteral("HEX"));
  const QCommandLineOption user(QStringLiteral("user"), QStringLiteral("Login name."),
                                QStringLiteral("LOGIN"));
  const QCommandLineOption password(
      QStringLiteral("password-file"),
      QStringLiteral(
          "Signs in with the first line of the file (or with MADOGUCHI_PASSWORD); for demonstrations."),
      QStringLiteral("FILE"));
  const QCommandLineOption language(QStringLiteral("language"), QStringLiteral("ja or en."),
                                    QStringLiteral("LANGUAGE"));
  const QCommandLineOption theme(QStringLiteral("theme"), QStringLiteral("auto, light, dark or contrast."),
                                 QStringLiteral("THEME"));
  const QCommandLineOption demonstration(
      {QStringLiteral("demonstration-key-store"), QStringLiteral("demonstration")},
      QStringLiteral("Keys in plain files; for demonstrations and tests only."));
  const QCommandLineOption ready(
      QStringLiteral("ready"),
      QStringLiteral(
          "Begins without a window; the next start shows it at once. For the begin of a session."));
  parser.addOptions({profile, server, fingerprint, user, password, language, theme, demonstration, ready});
  parser.process(arguments);
  if (!parser.positionalArguments().isEmpty()) refuse(QStringLiteral("unknown argument; see --help"));
  DeskOptions options;
  options.profile = parser.value(profile);
  options.server = parser.value(server);
  options.fingerprint = parser.value(fingerprint);
  options.login = parser.value(user);
  options.password = passwordFrom(parser.value(password));
  options.language =
      oneOf(parser.value(language), {QStringLiteral("ja"), QStringLiteral("en")}, QStringLiteral("language"));
  options.look = oneOf(
      parser.value(theme),
      {QStringLiteral("auto"), QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("contrast")},
      QStringLiteral("theme"));
  options.demonstrationKeyStore = parser.isSet(demonstration);
  options.ready = parser.isSet(ready);
  return options;
}

} // namespace madoguchi::app

// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/outsideforms.h"

#include "tests/support/testsupport.h"

#include <QDir>

namespace madoguchi::tests {

namespace {

core::json::value read(const QString& path) {
  return core::parseJson(readFile(path.toStdString())).value_or(nullptr);
}

OutsideForm formAt(const QString& path) {
  OutsideForm out;
  out.name = QFileInfo(path).fileName().toStdString();
  out.procedure = bareProcedure(read(path));
  return out;
}

} // namespace

core::Procedure bareProcedure(core::json::value form) {
  core::Procedure out;
  out.id = core::ProcedureId("outside");
  out.title = {"様式", "Form"};
  out.form = std::move(form);
  return out;
}

std::vector<OutsideForm> outsideForms() {
  std::vector<OutsideForm> out;
  const auto data = sharedData();
  if (!data) return out;
  const QString forms = QString::fromStdString(*data) + QStringLiteral("/forms/");
  const QDir vets(forms + QStringLiteral("vets"));
  for (const QString& file : vets.entryList({QStringLiteral("*-schema.json")}, QDir::Files, QDir::Name)) {
    out.push_back(formAt(vets.filePath(file)));
    const QString base = file.chopped(qsizetype(sizeof("-schema.json")) - 1);
    // "cypress" examples hold what another program wraps around a form.
    for (const QString& kind : {QStringLiteral("-example.json"), QStringLiteral("-cypress-example.json")})
      if (vets.exists(base + kind))
        out.back().examples.push_back({(base + kind).toStdString(), read(vets.filePath(base + kind)),
                                       !kind.contains(QStringLiteral("cypress"))});
  }
  for (const QString& version : {QStringLiteral("v0.2.1"), QStringLiteral("v0.6.0")}) {
    const QString form = forms + QStringLiteral("odp/") + version + QStringLiteral("/submission.json");
    if (!QFile::exists(form)) continue;
    out.push_back(formAt(form));
    out.back().name = "odp " + version.toStdString();
    const QDir examples(forms + QStringLiteral("odp/examples-") + version);
    for (const QString& file : examples.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name))
      out.back().examples.push_back({file.toStdString(), read(examples.filePath(file)), true});
  }
  return out;
}

} // namespace madoguchi::tests

// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/shots/formshots.h"

#include "tests/support/outsideforms.h"
#include "ui/basics/language.h"
#include "ui/basics/theme.h"
#include "ui/dialogs/formversiondialog.h"
#include "ui/forms/formview.h"

#include <QApplication>
#include <QElapsedTimer>

#include <algorithm>

namespace madoguchi::tests {

namespace {

core::json::value parsed(std::string text) {
  std::replace(text.begin(), text.end(), '\'', '"');
  return core::parseJson(text).value();
}

/// Every kind of line that a form can have.
std::string everything() {
  std::string places;
  for (int i = 0; i < 60; ++i)
    places += (i == 0 ? "'" : ",'") + std::to_string(100 + i) + " 窓口'";
  return "{'title':'営業の届出','description':'A form of every kind of "
         "field','type':'object','required':['name','opened'],'"
         "properties':{'name':{'type':'string','title':'屋号','description':'看板のとおりに書いてください。'}"
         ",'opened':{'"
         "type':'string','format':'date','title':'開業日'},'at':{'type':'string','format':'date-time','title'"
         ":'立会い'},'"
         "place':{'enum':[" +
         places +
         "],'title':'受付窓口'},'fee':{'type':'integer','minimum':100,'title':'手数料'},'mail':{'type':'"
         "string','format':'"
         "email','title':'電子メール'},'locked':{'type':'string','readOnly':true,'title':'整理番号'},'by':{'"
         "title':'届出人','"
         "oneOf':[{'title':'個人','type':'object','required':['family'],'properties':{'family':{'type':'"
         "string','title':'"
         "氏'},'given':{'type':'string','title':'名'}}},{'title':'法人','type':'object','properties':{'firm':"
         "{'type':'"
         "string','title':'名称'}}}]},'cars':{'type':'array','title':'車両','items':{'type':'object','"
         "properties':{'plate':"
         "{'type':'string','title':'登録番号'},'routes':{'type':'array','title':'経路','items':{'type':'"
         "string'}}},'required"
         "':['plate']}},'parent':{'$ref':'#','title':'上位の届出'}}}";
}

const char* const kFilled =
    "{'name':'まどぐち食堂','opened':'2026-02-30','fee':20,'mail':'nobody','locked':'A-12','by':{"
    "'family':'山田'},'cars':[{'plate':'多摩100い1','routes':['府中','調布']},{'plate':'多摩100い2'}]}";

struct Shown {
  Shown(core::Procedure bare, const core::json::value& form, const QSize& window)
      : procedure(std::move(bare)), schema(core::FormSchema::compile(procedure.form).value()), view(model) {
    const std::map<std::string, core::OfficeValue> corrected{
        {"/form/name",
         {"まどくち食堂", core::UserId("sato"),
          core::Instant(std::chrono::milliseconds(1'780'000'000'000))}}};
    model.show(procedure, &schema, form, corrected);
    view.resize(QSize(980, 900).boundedTo(window));
    view.show();
  }

  core::Procedure procedure;
  core::FormSchema schema;
  models::FormModel model;
  ui::FormView view;
};

class FormCamera {
public:
  FormCamera(const ShotSet& set, const QDir& folder) : m_set(set), m_folder(folder) {}

  void take(QWidget& widget, const char* page) {
    QElapsedTimer passed;
    passed.start();
    while (passed.elapsed() < 200)
      QApplication::processEvents(QEventLoop::AllEvents, 20);
    const QString name = m_set.fileName(QStringLiteral("form-") + QString::fromLatin1(page));
    if (!widget.grab().save(m_folder.filePath(name))) qFatal("cannot write %s", qPrintable(name));
    ++m_count;
  }
  [[nodiscard]] int count() const { return m_count; }

private:
  ShotSet m_set;
  QDir m_folder;
  int m_count = 0;
};

void shootOutside(FormCamera& camera, const QSize& window) {
  const std::vector<OutsideForm> forms = outsideForms();
  const std::pair<const char*, const char*> wanted[] = {
      {"odp v0.2.1", "odp"}, {"21-686C-schema.json", "dependents"}, {"20-0996-schema.json", "review"}};
  for (const auto& [name, page] : wanted)
    for (const OutsideForm& form : forms)
      if (form.name == name) {
        Shown shown(form.procedure, form.examples.empty() ? parsed("{}") : form.examples.front().value,
                    window);
        camera.take(shown.view, page);
      }
}

} // namespace

int takeFormShots(const ShotSet& set, const QDir& folder) {
  FormCamera camera(set, folder);
  {
    Shown shown(bareProcedure(parsed(everything())), parsed(kFilled), set.window);
    camera.take(shown.view, "everything");
    shown.view.jumpTo(QStringLiteral("/cars/1/plate"));
    camera.take(shown.view, "lists");
    shown.view.setReadOnly(true);
    camera.take(shown.view, "read-only");
    core::Procedure next = bareProcedure(parsed(everything()));
    next.version = 2;
    auto& properties = next.form.as_object()["properties"].as_object();
    properties.erase("mail");
    properties["area"] = {{"type", "integer"}, {"title", "面積"}};
    properties["name"].as_object()["maxLength"] = 4;
    ui::FormVersionDialog dialog(shown.procedure, next, shown.model.form(), {});
    dialog.show();
    camera.take(dialog, "versions");
  }
  shootOutside(camera, set.window);
  return camera.count();
}

} // namespace madoguchi::tests

// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The work of our benchmarks done by PouchDB against its own server, in a process of its own over HTTP on this
// machine, both with LevelDB on the disk: prints name and seconds. Each replication is asked for when the
// server holds all.
//
//   pouchdb.js [DOCUMENTS]     100000 of about 1 KB unless told otherwise
'use strict';

const {fork} = require('child_process');
const fs = require('fs');
const path = require('path');

const kChanges = 1000;
const kBatch = 1000; // the best of 100, 500, 1000 and 2000
const documents = Number(process.argv[2] || 100000);

function pouch(prefix) {
  const PouchDB = require('pouchdb-core')
    .plugin(require('pouchdb-adapter-http'))
    .plugin(require('pouchdb-adapter-leveldb'))
    .plugin(require('pouchdb-mapreduce'))
    .plugin(require('pouchdb-replication'));
  return PouchDB.defaults({prefix});
}

// The fields of a row in our list, and text to make it about 1 KB.
function documentOf(number, version) {
  return {
    _id: 'case-' + String(number).padStart(9, '0'),
    number: `令和8-東-${number}`,
    office: 'east',
    procedure: 'sign-permit',
    status: ['Received', 'Examination', 'Approval', 'Notified'][number % 4],
    applicant: `申請者 ${number % 9973}`,
    due: `2026-${String(number % 12 + 1).padStart(2, '0')}-01`,
    version,
    text: '広告物の許可を受けたいので申請します。'.repeat(12),
  };
}

async function put(database, first, count, version) {
  for (let from = first; from < first + count; from += kBatch) {
    const rows = [];
    for (let number = from; number < Math.min(from + kBatch, first + count); ++number)
      rows.push(documentOf(number, version));
    if (version > 1) {
      const known = await database.allDocs({keys: rows.map((row) => row._id)});
      known.rows.forEach((row, i) => { rows[i]._rev = row.value.rev; });
    }
    await database.bulkDocs(rows);
  }
}

// The server's process: answers HTTP, and changes documents when it is told to.
async function serve(folder) {
  const express = require('express');
  const Database = pouch(folder + path.sep);
  const app = express();
  app.use('/', require('express-pouchdb')(Database, {
    mode: 'minimumForPouchDB', logPath: path.join(folder, 'log'), configPath: path.join(folder, 'config')}));
  const database = new Database('cases');
  const server = app.listen(0, '127.0.0.1', () => process.send({port: server.address().port}));
  process.on('message', async ({first, count, version}) => {
    await put(database, first, count, version);
    process.send({done: true});
  });
}

function answerOf(child) {
  return new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error('the server ended with ' + code)));
  });
}

async function seconds(name, work) {
  const begun = process.hrtime.bigint();
  const result = await work();
  const took = Number(process.hrtime.bigint() - begun) / 1e9;
  console.log(`${name}\t${took.toFixed(2)} s`);
  return result;
}

function demand(condition, what) {
  if (!condition) throw new Error(what);
}

async function measure(folder) {
  const child = fork(__filename, ['serve', path.join(folder, 'server')]);
  const {port} = await answerOf(child);
  const change = async (first, count, version) => {
    child.send({first, count, version});
    await answerOf(child);
  };
  await change(0, documents, 1);
  const Database = pouch(path.join(folder, 'client') + path.sep);
  const local = new Database('cases');
  const remote = new Database(`http://127.0.0.1:${port}/cases`, {adapter: 'http'});
  const options = {batch_size: kBatch};

  const first = await seconds(`PouchDB: first sync of ${documents} documents`,
    () => local.replicate.from(remote, options));
  demand(first.docs_written === documents, 'the first sync is incomplete');

  await change(0, kChanges, 2);
  const arriving = await seconds(`PouchDB: ${kChanges} changed documents arrive`,
    () => local.replicate.from(remote, options));
  demand(arriving.docs_written === kChanges, 'not all changes arrived');

  // A desk that has been at work before does not look through all that it holds.
  await local.replicate.to(remote, options);
  await put(local, kChanges, kChanges, 2);
  const sent = await seconds(`PouchDB: upload of ${kChanges} edits`, () => local.replicate.to(remote, options));
  demand(sent.docs_written === kChanges, 'not all edits were uploaded');
  child.disconnect();
  child.kill();
}

async function main() {
  if (process.argv[2] === 'serve') return serve(process.argv[3]);
  const folder = fs.mkdtempSync(path.join(process.cwd(), 'bench-pouchdb-'));
  try {
    for (const part of ['server', 'client']) fs.mkdirSync(path.join(folder, part));
    await measure(folder);
  } finally {
    fs.rmSync(folder, {recursive: true, force: true});
  }
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});

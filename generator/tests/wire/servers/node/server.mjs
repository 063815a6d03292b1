// Answers with what exegesis, express, busboy and cookie-parser understood. Arguments: the description as JSON.
//
// The number of the port is the first line of standard output; the end of standard input is the end
// of the server. HTTP, parameters and bodies are read by the libraries and not here.

import busboy from 'busboy';
import cookieParser from 'cookie-parser';
import express from 'express';
import { middleware } from 'exegesis-express';
import { readFileSync } from 'node:fs';

const description = JSON.parse(readFileSync(process.argv[2], 'utf8'));
description['x-exegesis-controller'] = 'echo';
// exegesis has no reader for XML.
delete description.paths['/body/xml'];
delete description.paths['/reply/xml'];

const operations = Object.values(description.paths).flatMap((path) => Object.values(path));
const own = { getText, getBytes, getHeaders, getProblem, streamEvents, streamLines, continueStreams };
const echo = Object.fromEntries(
  operations.map(({ operationId }) => [operationId, own[operationId] ?? understood]),
);

const app = express();
app.use(cookieParser());
app.use(
  await middleware(description, {
    controllers: { echo },
    mimeTypeParsers: {
      'application/octet-stream': { parseReq: bytes },
      'multipart/form-data': { parseReq: multipart },
    },
  }),
);
const server = app.listen(0, '127.0.0.1', () => console.log(server.address().port));
process.stdin.resume().on('end', () => process.exit());

/** What the request was understood as. */
function understood({ params, requestBody, req }) {
  // exegesis has no reader for cookies.
  return { ...params, cookie: req.cookies, body: requestBody, parts: req.parts };
}

function getText({ res }) {
  res.status(200).set('content-type', 'text/plain; charset=utf-8').setBody('é ☕\r\n');
}

function getBytes({ res }) {
  const all = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
  res.status(200).set('content-type', 'application/octet-stream').setBody(all);
}

function getHeaders({ origRes }) {
  origRes.set({
    'X-Text': 'a text, with a comma',
    'X-Number': '-7',
    'X-List': 'blue, black,brown',
    'X-Object': 'R,100,G,200,B,150',
    'X-Exploded': 'R=100,G=200,B=150',
    'X-Json': '{"name":"a, b","count":2}',
  });
  origRes.status(204).end();
}

function getProblem({ res }) {
  res.status(409).set('content-type', 'application/problem+json').setBody('{"title":"Taken"}');
}

let proceed = () => {};

/** Lets the open stream go on. */
function continueStreams({ res }) {
  proceed();
  res.status(204).end();
}

function streamEvents(context) {
  return stream(context, 'text/event-stream', [
    ': a comment\nevent: first\nid: 1\ndata: {"name":"one",\ndata: "count":1}\n\n',
    'data: {"name":"two"}\n\n',
  ]);
}

function streamLines(context) {
  return stream(context, 'application/jsonl', ['{"name":"one","count":1}\n', '{"name":"two"}\n']);
}

/** Sends one item, and the next when it is told to; or breaks the connection then. */
async function stream({ params, origRes }, mediaType, [first, second]) {
  const told = new Promise((resolve) => (proceed = resolve));
  origRes.status(200).set('content-type', mediaType);
  origRes.write(first);
  await told;
  if (params.query.broken) {
    origRes.write(second.slice(0, 5));
    setImmediate(() => origRes.destroy());
  } else {
    origRes.end(second);
  }
}

function bytes(req, res, next) {
  express.raw({ type: () => true })(req, res, (error) => {
    req.body = error ? undefined : req.body.toString('base64');
    next(error);
  });
}

/** The parts in their order, and the object that they are the members of. */
function multipart(req, res, next) {
  req.parts = [];
  const reader = busboy({ headers: req.headers, defParamCharset: 'utf8' });
  reader.on('field', (name, text, { mimeType }) => req.parts.push({ name, text, mimeType }));
  reader.on('file', (name, content, { filename, mimeType }) => {
    const part = { name, filename, mimeType };
    req.parts.push(part);
    const chunks = [];
    content.on('data', (chunk) => chunks.push(chunk));
    content.on('end', () => (part.base64 = Buffer.concat(chunks).toString('base64')));
  });
  reader.on('error', next);
  reader.on('close', () => {
    req.body = members(req.parts);
    next();
  });
  req.pipe(reader);
}

function members(parts) {
  const body = {};
  for (const { name, text, base64, mimeType } of parts) {
    const value = base64 ?? (mimeType === 'application/json' ? JSON.parse(text) : text);
    body[name] = name in body ? [body[name], value].flat() : value;
  }
  return body;
}

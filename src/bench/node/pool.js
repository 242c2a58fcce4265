// Mails a second through nodemailer's pool: node pool.js PORT MAILS HTML-FILE TEXT-FILE
import { readFileSync } from 'node:fs';
import nodemailer from 'nodemailer';

const [port, mails, htmlFile, textFile] = process.argv.slice(2);
const html = readFileSync(htmlFile, 'utf8');
const text = readFileSync(textFile, 'utf8');
const pool = nodemailer.createTransport({
  host: '127.0.0.1',
  port: Number(port),
  pool: true,
  maxConnections: 10,
  maxMessages: Infinity,
  ignoreTLS: true,
});

let next = 0;
async function sendAll() {
  while (next < Number(mails)) {
    const number = next++;
    await pool.sendMail({
      from: 'digest@example.org',
      to: `reader${number}@example.org`,
      subject: '20 papers for today',
      html,
      text,
    });
  }
}

const begun = process.hrtime.bigint();
await Promise.all(Array.from({ length: 20 }, sendAll));
const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
pool.close();
console.log(Number(mails) / seconds);

// Judges the signatures of the files that are named on standard input, one a line: prints pass, or why not, for each.
// mailauth.mjs FOLDER_OF_MAILAUTH NAME VALUE: its DNS knows one TXT record.
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';

const [folder, name, value] = process.argv.slice(2);
const { dkimVerify } = createRequire(`${folder}/`)('mailauth/lib/dkim/verify');

const resolver = async (asked, type) => {
  if (asked === name && type === 'TXT') return [value.match(/.{1,255}/g)];
  throw Object.assign(new Error(`no ${type} of ${asked}`), { code: 'ENOTFOUND' });
};

for await (const file of createInterface({ input: process.stdin })) {
  const { results } = await dkimVerify(await readFile(file), { resolver });
  const passed = results.length === 1 && results[0].status.result === 'pass' && results[0].status.aligned;
  console.log(passed ? 'pass' : `fail ${JSON.stringify(results.map((result) => result.status))}`);
}

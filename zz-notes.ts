import { explainRows } from "#core/docker/explain-part";
import { parseCommand } from "#core/docker/parse-command";
import { allFlagNotes } from "#core/docker/script/all-flag-notes";
import { plugins } from "#core/docker/script/plugins";
import { readFileSync } from "node:fs";
for (const t of readFileSync(0,"utf8").split("\n").filter(Boolean)) { console.log("##",t); for (const r of explainRows(t,parseCommand(t,{plugins}),allFlagNotes)) console.log("   ",r.text,"|",r.says); }

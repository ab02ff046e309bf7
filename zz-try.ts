import { canonicalCommand } from "#core/docker/canonical-command";
import { parseCommand } from "#core/docker/parse-command";
import { describeEffect } from "#core/docker/say/describe-effect";
import { engineRequests } from "#core/docker/say/engine-requests";
import { plugins } from "#core/docker/script/plugins";
import { readFileSync } from "node:fs";
for (const t of readFileSync(0,"utf8").split("\n").filter(Boolean)) {
  const c = canonicalCommand(parseCommand(t,{plugins}));
  console.log("##",t);
  if (c.kind!=="canonical") { console.log("  !!",c.kind,(c as any).message??(c as any).why); continue; }
  if (process.argv[2]) console.log("  ",JSON.stringify(c.aspects.map(({name,value})=>[name,value])));
  for (const s of describeEffect(c)) console.log("  ",s);
  for (const r of engineRequests(c)) console.log("   R",r.method,r.path,"—",r.why);
}

import { refuseConflicts } from "./canonical/container/engine-conflicts";
import { conflicts } from "./canonical/container/run-container";
import { actionReader } from "./canonical/look/template-actions";
import { templateReader } from "./canonical/look/templates";
import { putAddresses } from "./canonical/network-addresses";
import { addressing } from "./canonical/networks-volumes";
import { canonicalOther } from "./canonical/other-programs";
import { rareRefinements } from "./canonical/rare-refinements";
import { addRefinements } from "./canonical/refinements";
import { otherPrograms } from "./parse/other-names";
import { parseOther } from "./parse/parse-other";
import { mendText } from "./repair/mend-text";
import { mender } from "./repair/repair-text";
import { addRareCommands } from "./tables/command-table";
import { programs } from "./tables/other-programs";
import { rareTable } from "./tables/rare-table";
import { rareReaders } from "./values/flag-readers";
import { rareLists } from "./values/rare-lists";
import { rareValues } from "./values/rare-values";
import { addTypes } from "./values/typed-values";

/*
 * The whole command language: whoever imports this file can read every command. The browser loads
 * it only when a typed command needs it (app/_local/deck/command-grader.ts).
 */
addTypes(rareValues);
rareReaders.put(rareLists);
conflicts.put(refuseConflicts);
addressing.put(putAddresses);
addRefinements(rareRefinements);
otherPrograms.put({ programs, parseOther, canonicalOther });
templateReader.put(actionReader);
mender.put(mendText);
addRareCommands(rareTable);

import "./require-node.mjs";
import { writeFonts } from "./subset-fonts.mjs";

// `npm run fonts`: writes app/_fonts anew, for when a font's package or what is kept of it changed.
await writeFonts();

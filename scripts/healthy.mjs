import { isWell } from "./is-well.mjs";
import { probeUrl, readListening } from "./settings.mjs";

// For a container's health check: whether the server that these settings start is well.
const settings = readListening(process.env);
process.exitCode = settings.ok && (await isWell(`${probeUrl(settings.value)}/api/health`)) ? 0 : 1;

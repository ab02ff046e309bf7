import { afterAll } from "vitest";
import { closeShared } from "#db/postgres/sample-postgres";

afterAll(closeShared);

import { digestOf } from "#core/engine/state/ids";
import type { Files, HistoryLine, Image } from "#core/engine/types";
import { apacheImages } from "./apache-images";
import { baseImages } from "./base-images";
import { emptyConfig } from "./empty-config";
import { nginxImages } from "./nginx-images";
import type { Recipe } from "./recipe";
import { storeImages } from "./store-images";

const searchPath = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/** Moment of the images' making: the recorded ones are of late November 2026. */
const born = Date.UTC(2026, 10, 20, 9);

/** Files of the layers that every registry knows, by the layer's id. */
export const knownLayers = new Map<string, { files: Files; size: number }>();
/** Images of the registry by short name and tag. */
export const catalog = new Map<string, Image>();

function addImage(recipe: Recipe): void {
  const layers: string[] = [];
  const history: HistoryLine[] = [];
  const created = born + recipe.hour * 3_600_000;
  let chain = "";
  for (const { by, files, size = 0, comment = "" } of [...recipe.from, ...recipe.steps]) {
    history.push({ by, created, comment, layer: files !== undefined, size });
    if (files === undefined) continue;
    chain = digestOf(`${chain}|${JSON.stringify(files)}`);
    layers.push(chain);
    knownLayers.set(chain, { files, size });
  }
  const env = [searchPath, ...(recipe.config.env ?? [])];
  const config = { ...emptyConfig, ...recipe.config, env };
  const comment = recipe.steps.length === 0 ? "Imported from -" : "";
  const id = digestOf(JSON.stringify([layers, config, comment]));
  const image: Image = { id, created, layers, config, history, parent: "", comment, author: "" };
  for (const tag of recipe.tags) catalog.set(tag, image);
}

for (const recipe of [...baseImages, ...nginxImages, ...apacheImages, ...storeImages]) {
  addImage(recipe);
}

import { digestOf } from "#core/engine/state/ids";
import { hostOf, type Machine } from "#core/engine/state/machine";
import type { Files, Image } from "#core/engine/types";
import { knownLayers } from "./catalog";

const nothing: Files = {};

/** The files that a layer adds to those below it. */
export const layerFiles = (m: Machine, host: string, id: string): Files =>
  knownLayers.get(id)?.files ?? hostOf(m, host).layers[id]?.files ?? nothing;

/** A layer's size in bytes. */
export const layerSize = (m: Machine, host: string, id: string): number =>
  knownLayers.get(id)?.size ?? hostOf(m, host).layers[id]?.size ?? 0;

/** An image's size in bytes: that of all its layers. */
export const imageSize = (m: Machine, host: string, image: Image): number =>
  image.layers.reduce((sum, id) => sum + layerSize(m, host, id), 0);

/** How many bytes files take. */
export const filesSize = (files: Files): number =>
  Object.values(files).reduce((sum, node) => sum + (node.t === "f" ? node.x.length : 0), 0);

/** The id of an image by what it is: the same content has the same id. */
export const imageIdOf = (image: Omit<Image, "id">): string =>
  digestOf(
    JSON.stringify([image.layers, image.config, image.history, image.parent, image.created]),
  );

/** The digest of an image's manifest, as a registry names it. */
export const manifestOf = (imageId: string): string => digestOf(`manifest/${imageId}`);

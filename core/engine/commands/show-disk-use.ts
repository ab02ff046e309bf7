import type { Ctx } from "#core/engine/client/context";
import { addHandlers } from "#core/engine/client/docker";
import { showListing } from "#core/engine/client/listing";
import { isUp } from "#core/engine/containers/is-up";
import { filesSize, imageSize } from "#core/engine/images/layers";
import { hostOf } from "#core/engine/state/machine";
import { decimalSize } from "#core/engine/state/words";
import { usersOf } from "#core/engine/volumes/volumes";

/** One kind of what takes room on the disk. */
type Row = {
  Type: string;
  TotalCount: number;
  Active: number;
  Size: string;
  Reclaimable: string;
};

const heads = {
  Type: "TYPE",
  TotalCount: "TOTAL",
  Active: "ACTIVE",
  Size: "SIZE",
  Reclaimable: "RECLAIMABLE",
};
const columns = ["Type", "TotalCount", "Active", "Size", "Reclaimable"];

const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);

const share = (part: number, whole: number) =>
  `${decimalSize(part)} (${whole === 0 ? 0 : Math.floor((part / whole) * 100)}%)`;

function imagesRow({ m, host }: Ctx): Row {
  const own = hostOf(m, host);
  const images = Object.values(own.images);
  const containers = Object.values(own.containers);
  const used = images.filter(({ id }) => containers.some(({ imageId }) => imageId === id));
  const whole = sum(images.map((one) => imageSize(m, host, one)));
  const usedSize = sum(used.map((one) => imageSize(m, host, one)));
  return {
    Type: "Images",
    TotalCount: images.length,
    Active: used.length,
    Size: decimalSize(whole),
    Reclaimable: share(whole - usedSize, whole),
  };
}

function containersRow({ m, host }: Ctx): Row {
  const own = hostOf(m, host);
  const containers = Object.values(own.containers);
  const upper = containers.map(({ id }) => filesSize(own.upper[id] ?? {}));
  const stopped = sum(containers.map((one, i) => (isUp(one) ? 0 : (upper[i] ?? 0))));
  return {
    Type: "Containers",
    TotalCount: containers.length,
    Active: containers.filter(isUp).length,
    Size: decimalSize(sum(upper)),
    Reclaimable: share(stopped, sum(upper)),
  };
}

function volumesRow({ m, host }: Ctx): Row {
  const volumes = Object.values(hostOf(m, host).volumes);
  const mounted = volumes.filter(({ name }) => usersOf(m, host, name).length > 0);
  const whole = sum(volumes.map(({ files }) => filesSize(files)));
  return {
    Type: "Local Volumes",
    TotalCount: volumes.length,
    Active: mounted.length,
    Size: decimalSize(whole),
    Reclaimable: share(whole - sum(mounted.map(({ files }) => filesSize(files))), whole),
  };
}

function cacheRow({ m, host }: Ctx): Row {
  const cached = Object.values(hostOf(m, host).cache);
  const size = decimalSize(sum(cached.map((one) => one.size)));
  return {
    Type: "Build Cache",
    TotalCount: cached.length === 0 ? 0 : cached.length + 2,
    Active: 0,
    Size: size,
    Reclaimable: size,
  };
}

function diskUse(ctx: Ctx): number {
  const rows = [imagesRow(ctx), containersRow(ctx), volumesRow(ctx), cacheRow(ctx)];
  const listing = { context: "diskUsageContext", heads, columns, rows };
  ctx.out(showListing(listing, ctx.text("format")));
  return 0;
}

addHandlers({ "show disk use": diskUse, "show disk usage": diskUse });

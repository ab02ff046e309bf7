import type { Ctx } from "#core/engine/client/context";
import { addHandlers } from "#core/engine/client/docker";
import { hasLabels } from "#core/engine/client/has-labels";
import { showListing } from "#core/engine/client/listing";
import { cutTo } from "#core/engine/client/table";
import { globExpression } from "#core/engine/files/paths";
import { imageSize, manifestOf } from "#core/engine/images/layers";
import { searchable } from "#core/engine/images/searchable";
import { digestsOf, findImage, fullName, shortName, tagsOf } from "#core/engine/images/store";
import { shortId } from "#core/engine/state/ids";
import { hostOf, type Machine, refuse } from "#core/engine/state/machine";
import { agoWords, apiTime, clientTime, decimalSize } from "#core/engine/state/words";
import type { Image } from "#core/engine/types";

const parts = (name: string): [string, string] => {
  const colon = name.lastIndexOf(":");
  return [name.slice(0, colon), name.slice(colon + 1)];
};

/** Whether a name is what a pattern means: "nginx", "my/*", "nginx:1.27", "*:latest". */
function fits(pattern: string, name: string): boolean {
  const [repository, tag] = parts(name);
  const hasTag = /:[^/]*$/.test(pattern);
  const [wanted, wantedTag] = hasTag ? parts(pattern) : [pattern, "*"];
  const short = wanted.replace(/^docker\.io\/(?:library\/)?/, "");
  return globExpression(short).test(repository) && globExpression(wantedTag).test(tag);
}

/** Images that others are built on, which only `-a` shows. */
export const parentsOf = (m: Machine, host: string): Set<string> =>
  new Set(
    Object.values(hostOf(m, host).images)
      .map(({ parent }) => parent)
      .filter((one) => one !== ""),
  );

function list(ctx: Ctx): number {
  const { m, host } = ctx;
  const references = ctx.list("filter reference");
  const dangling = ctx.list("filter dangling").at(-1);
  const moment = (value: string) =>
    (findImage(m, host, value) ?? refuse(`No such image: ${shortName(fullName(value))}`)).created;
  const before = ctx.list("filter before").map(moment);
  const since = ctx.list("filter since").map(moment);
  const parents = parentsOf(m, host);
  const used = new Set(Object.values(hostOf(m, host).containers).map(({ imageId }) => imageId));
  const rows: Record<string, unknown>[] = [];
  const whole = ctx.has("no-trunc");
  const images = Object.values(hostOf(m, host).images).sort(
    (a, b) => b.created - a.created || (a.id < b.id ? 1 : -1),
  );
  for (const image of images) {
    const tags = tagsOf(m, host, image.id).sort();
    const isDangling = tags.length === 0 && digestsOf(m, host, image.id).length === 0;
    if (
      dangling !== undefined &&
      (isDangling && !parents.has(image.id)) !== /^(?:true|1)$/.test(dangling)
    )
      continue;
    if (!hasLabels(image.config.labels, ctx.list("filter label"))) continue;
    if (before.some((at) => image.created >= at) || since.some((at) => image.created <= at))
      continue;
    if (tags.length === 0 && parents.has(image.id) && !ctx.has("all")) continue;
    const shown =
      references.length === 0
        ? tags
        : tags.filter((tag) => references.some((pattern) => fits(pattern, tag)));
    if (references.length > 0 && shown.length === 0) continue;
    for (const name of shown.length === 0 ? ["<none>:<none>"] : shown)
      rows.push(imageRow(ctx, image, name, whole, used));
  }
  const heads = {
    ID: "IMAGE ID",
    Repository: "REPOSITORY",
    Tag: "TAG",
    Digest: "DIGEST",
    CreatedSince: "CREATED",
    CreatedAt: "CREATED AT",
    Size: "SIZE",
    Containers: "CONTAINERS",
  };
  const columns = [
    "Repository",
    "Tag",
    ...(ctx.flags("digests").length > 0 ? ["Digest"] : []),
    "ID",
    "CreatedSince",
    "Size",
  ];
  const unique = ctx.text("format") === "{{.ID}}" && ctx.flags("quiet").length > 0;
  ctx.out(
    showListing(
      { context: "imageContext", heads, columns, rows },
      unique ? "{{.ID}}" : ctx.text("format"),
    ),
  );
  return 0;
}

function imageRow(
  { m, host }: Ctx,
  image: Image,
  name: string,
  whole: boolean,
  used: ReadonlySet<string>,
): Record<string, unknown> {
  const [repository, tag] = parts(name);
  const digest = digestsOf(m, host, image.id).find((one) => one.startsWith(`${repository}@`));
  return {
    ID: whole ? `sha256:${image.id}` : shortId(image.id),
    Repository: repository,
    Tag: tag,
    Digest: digest === undefined ? "<none>" : `sha256:${manifestOf(image.id)}`,
    CreatedSince: agoWords(image.created, m.state.now),
    CreatedAt: clientTime(image.created),
    Size: decimalSize(imageSize(m, host, image)),
    Containers: used.has(image.id) ? "1" : "N/A",
    VirtualSize: decimalSize(imageSize(m, host, image)),
    SharedSize: "N/A",
    UniqueSize: "N/A",
  };
}

function history(ctx: Ctx): number {
  const { m, host, args } = ctx;
  const image =
    findImage(m, host, args[0] ?? "") ??
    refuse(`No such image: ${shortName(fullName(args[0] ?? ""))}`);
  const whole = ctx.has("no-trunc");
  const ids = idsOfLines(m, host, image);
  const rows = image.history
    .map((line, i) => {
      const id = ids[i] ?? "";
      return {
        ID: id === "" ? "<missing>" : whole ? `sha256:${id}` : shortId(id),
        CreatedSince: agoWords(line.created, m.state.now),
        CreatedAt: apiTime(line.created).replace(/\.\d+Z$/, "Z"),
        CreatedBy: whole ? line.by : cutTo(line.by.replace(/\t/g, " "), 45),
        Size: decimalSize(line.size),
        Comment: line.comment,
      };
    })
    .reverse();
  const heads = {
    ID: "IMAGE",
    CreatedSince: "CREATED",
    CreatedAt: "CREATED AT",
    CreatedBy: "CREATED BY",
    Size: "SIZE",
    Comment: "COMMENT",
  };
  const columns = ["ID", "CreatedSince", "CreatedBy", "Size", "Comment"];
  const format = ctx.flags("quiet").length > 0 ? "{{.ID}}" : ctx.text("format");
  ctx.out(showListing({ context: "historyContext", heads, columns, rows }, format));
  return 0;
}

/** Which image a line of history ended with, where this host knows: by the chain of parents. */
function idsOfLines(m: Machine, host: string, image: Image): string[] {
  const ids: string[] = image.history.map(() => "");
  let one: Image | undefined = image;
  while (one !== undefined) {
    ids[one.history.length - 1] = one.id;
    one = one.parent === "" ? undefined : hostOf(m, host).images[one.parent];
  }
  return ids;
}

function search(ctx: Ctx): number {
  const term = ctx.args[0] ?? "";
  const limit = ctx.number("limit") ?? 25;
  const rows = searchable
    .filter(({ name }) => name.includes(term.replace("library/", "")))
    .slice(0, limit)
    .map(({ name, description, stars, official }) => ({
      Name: name,
      Description: ctx.has("no-trunc") ? description : cutTo(description, 45),
      StarCount: String(stars),
      IsOfficial: official ? "[OK]" : "",
    }));
  const heads = {
    Name: "NAME",
    Description: "DESCRIPTION",
    StarCount: "STARS",
    IsOfficial: "OFFICIAL",
  };
  ctx.out(
    showListing(
      {
        context: "searchContext",
        heads,
        columns: ["Name", "Description", "StarCount", "IsOfficial"],
        rows,
      },
      ctx.text("format"),
    ),
  );
  return 0;
}

addHandlers({ "list images": list, "show history": history, "search images": search });

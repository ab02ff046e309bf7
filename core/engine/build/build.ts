import { addHandlers } from "#core/engine/client/docker";
import { buildByKit } from "./buildkit";
import { buildClassic } from "./classic";

addHandlers({
  "build image": (ctx) =>
    ctx.call.env.DOCKER_BUILDKIT === "0" ? buildClassic(ctx) : buildByKit(ctx),
});

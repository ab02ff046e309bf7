import type { MetadataRoute } from "next";
import { siteText } from "#core/text/site/site-text";

/** What a device needs to know to install the app. */
export default function manifest(): MetadataRoute.Manifest {
  const icon = (size: number) => ({
    src: `/icons/app-${size}.png`,
    sizes: `${size}x${size}`,
    type: "image/png",
  });
  return {
    name: "Mooring",
    short_name: "Mooring",
    description: siteText().description,
    id: "/",
    start_url: "/study",
    scope: "/",
    display: "standalone",
    background_color: "#f6f2ea",
    theme_color: "#14213d",
    icons: [icon(192), icon(512), { ...icon(512), purpose: "maskable" }],
  };
}

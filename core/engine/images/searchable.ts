/** What `docker search` finds. */
export const searchable: readonly {
  name: string;
  description: string;
  stars: number;
  official: boolean;
}[] = [
  { name: "nginx", description: "Official build of Nginx.", stars: 20000, official: true },
  {
    name: "nginx/nginx-ingress",
    description: "NGINX and NGINX Plus Ingress Controllers",
    stars: 100,
    official: false,
  },
];

import { handleAuth } from "#server/auth";

export const GET = handleAuth;
export const POST = handleAuth;

import { handleAuth } from "#server/account/auth";

export const GET = handleAuth;
export const POST = handleAuth;

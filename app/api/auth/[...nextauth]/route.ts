import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "#server/auth";

type Context = { params: Promise<{ nextauth: string[] }> };

/** The settings are read at the first request, not at build time. */
async function handle(request: NextRequest, context: Context): Promise<Response> {
  return NextAuth(request, context, authOptions());
}

export { handle as GET, handle as POST };

ALTER TABLE "entries" ADD COLUMN IF NOT EXISTS "extra" text collate "C";--> statement-breakpoint
ALTER TABLE "entries" ADD COLUMN IF NOT EXISTS "unread_by" bigint;--> statement-breakpoint
ALTER TABLE "logs" ADD COLUMN IF NOT EXISTS "unread_by" bigint;--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "entries_unread" ON "entries" ("learner","unread_by") WHERE unread_by is not null;
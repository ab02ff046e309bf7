CREATE TABLE IF NOT EXISTS "account_links" (
	"token_hash" text collate "C" PRIMARY KEY NOT NULL,
	"purpose" text collate "C" NOT NULL,
	"user_id" text collate "C",
	"email" text collate "C",
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE IF NOT EXISTS "attempts" (
	"id" text collate "C" NOT NULL,
	"key" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	CONSTRAINT "attempts_id_key_pk" PRIMARY KEY("id","key")
);
--> statement-breakpoint
CREATE TABLE IF NOT EXISTS "card_states" (
	"learner" text collate "C" NOT NULL,
	"card" text collate "C" NOT NULL,
	"phase" text collate "C" NOT NULL,
	"stability" double precision,
	"difficulty" double precision,
	"due" bigint,
	"due_day" bigint,
	"step" bigint,
	"reps" bigint,
	"lapses" bigint,
	"last_review" bigint,
	"last_day" bigint,
	"utc_offset" bigint,
	"missed" bigint NOT NULL,
	"folded" bigint NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "card_states_learner_card_pk" PRIMARY KEY("learner","card"),
	CONSTRAINT "card_states_numbers" CHECK ((phase = 'new') = (stability is null))
);
--> statement-breakpoint
CREATE TABLE IF NOT EXISTS "daily_totals" (
	"learner" text collate "C" NOT NULL,
	"study_day" bigint NOT NULL,
	"topic" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"band" text collate "C" NOT NULL,
	"mode" text collate "C" NOT NULL,
	"reviews" bigint NOT NULL,
	"passed" bigint NOT NULL,
	"first" bigint NOT NULL,
	"first_passed" bigint NOT NULL,
	"introduced" bigint NOT NULL,
	"duration" bigint NOT NULL,
	CONSTRAINT "daily_totals_learner_study_day_topic_kind_band_mode_pk" PRIMARY KEY("learner","study_day","topic","kind","band","mode")
);
--> statement-breakpoint
CREATE TABLE IF NOT EXISTS "entries" (
	"learner" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"type" text collate "C" NOT NULL,
	"device" text collate "C" NOT NULL,
	"sequence" bigint NOT NULL,
	"at" bigint NOT NULL,
	"received_at" bigint NOT NULL,
	"claimed_at" bigint,
	"version" bigint NOT NULL,
	"body_hash" text collate "C" NOT NULL,
	"card" text collate "C",
	"card_version" text collate "C",
	"deck_version" text collate "C",
	"mode" text collate "C",
	"quiz" text collate "C",
	"study_day" bigint,
	"utc_offset" bigint,
	"answer" text collate "C",
	"seed" bigint,
	"verdict_shown" text collate "C",
	"verdict_graded" text collate "C",
	"graded" text collate "C",
	"overruled" bigint,
	"confidence" bigint,
	"rating_sent" text collate "C",
	"rating" text collate "C",
	"duration" bigint,
	"topic" text collate "C",
	"target" text collate "C",
	"body" text collate "C",
	CONSTRAINT "entries_learner_id_pk" PRIMARY KEY("learner","id")
);
--> statement-breakpoint
CREATE TABLE IF NOT EXISTS "histories" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"begun_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE IF NOT EXISTS "logs" (
	"learner" text collate "C" PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 0 NOT NULL,
	"settings" text collate "C",
	"retention_version" bigint DEFAULT 0 NOT NULL,
	"stored_bytes" bigint DEFAULT 0 NOT NULL,
	"stored_cards" bigint DEFAULT 0 NOT NULL,
	"last_day" bigint DEFAULT 0 NOT NULL,
	"entries_of_day" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE IF NOT EXISTS "reports" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"learner" text collate "C",
	"card" text collate "C" NOT NULL,
	"card_version" text collate "C" NOT NULL,
	"reason" text collate "C" NOT NULL,
	"text" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	"received_at" bigint NOT NULL,
	"body_hash" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE IF NOT EXISTS "sessions" (
	"token_hash" text collate "C" PRIMARY KEY NOT NULL,
	"user_id" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"last_seen_at" bigint NOT NULL,
	"user_agent" text collate "C"
);
--> statement-breakpoint
CREATE TABLE IF NOT EXISTS "users" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"email" text collate "C" NOT NULL,
	"password_hash" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "account_links_user" ON "account_links" ("user_id");--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "account_links_email" ON "account_links" ("email");--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "account_links_expiry" ON "account_links" ("expires_at");--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "attempts_key" ON "attempts" ("key","at");--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "attempts_expiry" ON "attempts" ("expires_at");--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "card_states_version" ON "card_states" ("learner","version","card");--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "entries_card" ON "entries" ("learner","card","at","device","sequence","id");--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "entries_version" ON "entries" ("learner","version","at","type");--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "entries_quiz" ON "entries" ("learner","quiz") WHERE quiz is not null;--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "entries_taking" ON "entries" ("learner","version") WHERE type = 'quiz';--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "entries_target" ON "entries" ("learner","target") WHERE target is not null;--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "entries_setting" ON "entries" ("learner","type","id") WHERE type = 'setting';--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "reports_learner" ON "reports" ("learner","received_at","id");--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "sessions_user" ON "sessions" ("user_id");--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "sessions_expiry" ON "sessions" ("expires_at");
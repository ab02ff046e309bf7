CREATE TABLE `card_states` (
	`learner` text NOT NULL,
	`card` text NOT NULL,
	`phase` text NOT NULL,
	`stability` real,
	`difficulty` real,
	`due` integer,
	`due_day` integer,
	`step` integer,
	`reps` integer,
	`lapses` integer,
	`last_review` integer,
	`last_day` integer,
	`utc_offset` integer,
	`missed` integer NOT NULL,
	`folded` integer NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`learner`, `card`),
	FOREIGN KEY (`learner`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "card_states_numbers" CHECK((phase = 'new') = (stability is null))
);
--> statement-breakpoint
CREATE INDEX `card_states_version` ON `card_states` (`learner`,`version`);--> statement-breakpoint
CREATE TABLE `daily_totals` (
	`learner` text NOT NULL,
	`study_day` integer NOT NULL,
	`topic` text NOT NULL,
	`kind` text NOT NULL,
	`band` text NOT NULL,
	`mode` text NOT NULL,
	`reviews` integer NOT NULL,
	`passed` integer NOT NULL,
	`first` integer NOT NULL,
	`first_passed` integer NOT NULL,
	`introduced` integer NOT NULL,
	`duration` integer NOT NULL,
	PRIMARY KEY(`learner`, `study_day`, `topic`, `kind`, `band`, `mode`),
	FOREIGN KEY (`learner`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `entries` (
	`learner` text NOT NULL,
	`id` text NOT NULL,
	`type` text NOT NULL,
	`device` text NOT NULL,
	`sequence` integer NOT NULL,
	`at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`version` integer NOT NULL,
	`body_hash` text NOT NULL,
	`card` text,
	`card_version` text,
	`deck_version` text,
	`mode` text,
	`quiz` text,
	`study_day` integer,
	`utc_offset` integer,
	`answer` text,
	`seed` integer,
	`verdict_shown` text,
	`verdict_graded` text,
	`graded` text,
	`overruled` integer,
	`confidence` integer,
	`rating_sent` text,
	`rating` text,
	`duration` integer,
	`topic` text,
	`target` text,
	`body` text,
	PRIMARY KEY(`learner`, `id`),
	FOREIGN KEY (`learner`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `entries_card` ON `entries` (`learner`,`card`,`at`,`device`,`sequence`);--> statement-breakpoint
CREATE INDEX `entries_version` ON `entries` (`learner`,`version`);--> statement-breakpoint
CREATE INDEX `entries_quiz` ON `entries` (`learner`,`quiz`) WHERE quiz is not null;--> statement-breakpoint
CREATE INDEX `entries_setting` ON `entries` (`learner`,`at`,`device`,`sequence`) WHERE type = 'setting';--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE INDEX `sessions_expiry` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `throttle` (
	`key` text PRIMARY KEY NOT NULL,
	`points` integer DEFAULT 0 NOT NULL,
	`expire` integer
);
--> statement-breakpoint
CREATE INDEX `throttle_expiry` ON `throttle` (`expire`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`password_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`log_version` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_unique` ON `users` (`email`);
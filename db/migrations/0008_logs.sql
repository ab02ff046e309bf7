CREATE TABLE `logs` (
	`learner` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 0 NOT NULL,
	`settings` text,
	`retention_version` integer DEFAULT 0 NOT NULL,
	`stored_bytes` integer DEFAULT 0 NOT NULL,
	`stored_cards` integer DEFAULT 0 NOT NULL,
	`last_day` integer DEFAULT 0 NOT NULL,
	`entries_of_day` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`learner`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `logs`
	SELECT `id`, CASE WHEN `email` LIKE 'deleted %' THEN -1 ELSE `log_version` END, `settings`, `retention_version`,
		`stored_bytes`, `stored_cards`, `last_day`, `entries_of_day`
	FROM `users`;--> statement-breakpoint
ALTER TABLE `users` DROP COLUMN `log_version`;--> statement-breakpoint
ALTER TABLE `users` DROP COLUMN `settings`;--> statement-breakpoint
ALTER TABLE `users` DROP COLUMN `retention_version`;--> statement-breakpoint
ALTER TABLE `users` DROP COLUMN `stored_bytes`;--> statement-breakpoint
ALTER TABLE `users` DROP COLUMN `stored_cards`;--> statement-breakpoint
ALTER TABLE `users` DROP COLUMN `last_day`;--> statement-breakpoint
ALTER TABLE `users` DROP COLUMN `entries_of_day`;
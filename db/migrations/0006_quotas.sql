DROP INDEX `entries_card`;--> statement-breakpoint
CREATE INDEX `entries_taking` ON `entries` (`learner`,`version`) WHERE type = 'quiz';--> statement-breakpoint
CREATE INDEX `entries_target` ON `entries` (`learner`,`target`) WHERE target is not null;--> statement-breakpoint
CREATE INDEX `entries_card` ON `entries` (`learner`,`card`,`at`,`device`,`sequence`,`id`);--> statement-breakpoint
ALTER TABLE `users` ADD `settings` text;--> statement-breakpoint
ALTER TABLE `users` ADD `retention_version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `users` ADD `stored_bytes` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `users` ADD `stored_cards` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `users` ADD `last_day` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `users` ADD `entries_of_day` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE `users` SET
	`stored_bytes` = (SELECT coalesce(sum(400 + coalesce(octet_length(`answer`), 0) + coalesce(octet_length(`body`), 0)), 0) FROM `entries` WHERE `learner` = `users`.`id`),
	`stored_cards` = (SELECT count(*) FROM `card_states` WHERE `learner` = `users`.`id`);

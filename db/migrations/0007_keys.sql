DROP INDEX `card_states_version`;--> statement-breakpoint
CREATE INDEX `card_states_version` ON `card_states` (`learner`,`version`,`card`);--> statement-breakpoint
DROP INDEX `entries_setting`;--> statement-breakpoint
CREATE INDEX `entries_setting` ON `entries` (`learner`,`type`,`id`) WHERE type = 'setting';--> statement-breakpoint
DROP INDEX `reports_learner`;--> statement-breakpoint
CREATE INDEX `reports_learner` ON `reports` (`learner`,`received_at`,`id`);
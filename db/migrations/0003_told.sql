DROP INDEX `entries_version`;--> statement-breakpoint
DROP INDEX `entries_setting`;--> statement-breakpoint
CREATE INDEX `entries_version` ON `entries` (`learner`,`version`,`at`,`type`);--> statement-breakpoint
CREATE INDEX `entries_setting` ON `entries` (`learner`,`type`) WHERE type = 'setting';
ALTER TABLE `entries` ADD `extra` text;--> statement-breakpoint
ALTER TABLE `entries` ADD `unread_by` integer;--> statement-breakpoint
CREATE INDEX `entries_unread` ON `entries` (`learner`,`unread_by`) WHERE unread_by is not null;--> statement-breakpoint
ALTER TABLE `logs` ADD `unread_by` integer;--> statement-breakpoint
UPDATE `entries` SET `unread_by` = 0 WHERE `type` NOT IN ('review', 'void', 'setting', 'quiz', 'report');--> statement-breakpoint
UPDATE `logs` SET `unread_by` = 0 WHERE `learner` IN (SELECT `learner` FROM `entries` WHERE `unread_by` IS NOT NULL);

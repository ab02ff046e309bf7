CREATE TABLE `reports` (
	`id` text PRIMARY KEY NOT NULL,
	`learner` text,
	`card` text NOT NULL,
	`card_version` text NOT NULL,
	`reason` text NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`body_hash` text NOT NULL,
	FOREIGN KEY (`learner`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `reports_learner` ON `reports` (`learner`);
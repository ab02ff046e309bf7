CREATE TABLE `histories` (
	`id` text PRIMARY KEY NOT NULL,
	`begun_at` integer NOT NULL
);

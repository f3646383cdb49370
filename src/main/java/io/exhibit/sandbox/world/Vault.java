package io.exhibit.sandbox.world;

/** One vault of AWS Backup with the number of its recovery points; a locked one keeps each for 35 days at least. */
public record Vault(String name, boolean locked, long points) {}

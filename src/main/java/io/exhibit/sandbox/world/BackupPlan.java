package io.exhibit.sandbox.world;

/** One plan of AWS Backup: every night into {@code vault}, kept for {@code days}; {@code copy} is the region of a copy, or "". */
public record BackupPlan(String id, String name, String vault, int days, String copy) {}

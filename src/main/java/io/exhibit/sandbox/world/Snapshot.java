package io.exhibit.sandbox.world;

import java.time.Instant;
import java.util.List;

/** One manual snapshot of a database; {@code shared} are the accounts that may restore it. */
public record Snapshot(String name, Database of, Instant created, List<String> shared) {}

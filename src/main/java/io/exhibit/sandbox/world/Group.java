package io.exhibit.sandbox.world;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One IAM group with the ARNs of its managed policies and its inline policies by name. */
public record Group(String name, Instant created, List<String> attached, Map<String, String> inline) {}

package io.exhibit.aws.vault;

/**
 * An object that a leaf seals, as its list under {@code log/objects} has it.
 *
 * @param name in the vault
 * @param sha256 of its bytes, hexadecimal
 * @param version that holds them, "" in a bucket without versioning
 */
record Entry(String name, long bytes, String sha256, String version) {}

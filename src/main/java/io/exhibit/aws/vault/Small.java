package io.exhibit.aws.vault;

import java.util.Map;

/**
 * A small object as a whole.
 *
 * @param etag of its content, for {@code If-Match}
 */
record Small(String etag, Map<String, String> metadata, byte[] content) {}

package io.exhibit.console.frame;

import io.exhibit.run.ItemIndex;
import java.util.Optional;

/**
 * A population as far as it can be paged through.
 *
 * @param index empty while it is still being laid out
 * @param soFar how many items lie there by now
 */
public record Laid(Optional<ItemIndex> index, long soFar) {}

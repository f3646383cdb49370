package io.exhibit.seal;

import io.exhibit.assessment.Channel;

/**
 * A channel as the vault keeps it.
 *
 * @param salt as of a receipt
 */
record SealedChannel(Channel channel, String salt) {}

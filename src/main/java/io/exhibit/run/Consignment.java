package io.exhibit.run;

/**
 * A pack that is to go by a channel.
 *
 * @param to where the channel leads
 * @param sha256 of the pack's zip as the log has it
 */
public record Consignment(String pack, String channel, String to, String sha256) {}

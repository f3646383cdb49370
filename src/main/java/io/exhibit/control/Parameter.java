package io.exhibit.control;

/**
 * A threshold. None of them stands in the rule; {@code policy} says where the organization set it.
 *
 * @param value Long, Double, String, Boolean or List of String
 * @param unit such as "days", or ""
 * @param policy reference of the organization's policy, or "" : then "tool default" is printed
 */
public record Parameter(String name, Object value, String unit, String policy, Position position) {}

package io.exhibit.aws;

import java.util.Collection;
import java.util.regex.Pattern;
import software.amazon.awssdk.regions.Region;

/**
 * What can be told of a region's name without asking AWS. The SDK's list is as old as the SDK; a name that is made like
 * AWS's own (area, compass point, number: eu-west-1, us-gov-east-1) may be a region that was opened since.
 */
public final class RegionNames {

    private static final Pattern MADE_LIKE_ONE = Pattern.compile(
            "[a-z]{2,5}(-[a-z]{2,5})?-(north|south|east|west|central|north(east|west)|south(east|west))-[0-9]");

    private RegionNames() {}

    /** Whether a region may have this name. */
    public static boolean mayBe(String name) {
        return MADE_LIKE_ONE.matcher(name).matches() || known().contains(name);
    }

    /** Names of the regions that the SDK knows. */
    public static Collection<String> known() {
        return Region.regions().stream()
                .filter(region -> !region.isGlobalRegion())
                .map(Region::id)
                .toList();
    }
}

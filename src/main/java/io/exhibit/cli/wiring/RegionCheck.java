package io.exhibit.cli.wiring;

import io.exhibit.aws.RegionNames;
import io.exhibit.control.Problem;
import io.exhibit.control.Scope;
import java.util.List;

/** Names of regions in the organization's scope that AWS does not have: a misspelt one would leave another in the scope. */
public final class RegionCheck {

    private RegionCheck() {}

    /** One for each region of the scope that cannot be a name of AWS's; whether it exists, only AWS can tell. */
    public static List<Problem> problems(Scope scope) {
        return scope.regions().values().stream()
                .filter(region -> !region.name().equals(Scope.OTHERS) && !RegionNames.mayBe(region.name()))
                .map(region -> new Problem(
                        "unknown-region",
                        region.position(),
                        "AWS has no region \"" + region.name() + "\".",
                        Problem.didYouMean(region.name(), RegionNames.known())))
                .toList();
    }
}

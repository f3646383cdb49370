package io.exhibit.sandbox.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One service that acts for the organization: trusted by it, or administered by an account other than the management account. */
public record Delegation(String account, String service, Instant since) {
    private static final Instant TRUSTED = Story.at("2020-06-03T11:00:00Z");
    private static final String STACKS = "member.org.stacksets.cloudformation.amazonaws.com";

    /** What accounts administer; {@code account} is the delegated administrator. */
    static List<Delegation> ofAdministrators(World world) {
        List<Delegation> all = new ArrayList<>();
        for (String service : List.of(
                "access-analyzer.amazonaws.com",
                "guardduty.amazonaws.com",
                "inspector2.amazonaws.com",
                "securityhub.amazonaws.com")) {
            all.add(new Delegation(Accounts.SECURITY, service, TRUSTED.plus(Duration.ofDays(1))));
        }
        if (world.holds(Story.STACKS_DELEGATED)) {
            all.add(new Delegation(Accounts.SANDBOX, STACKS, Story.STACKS_DELEGATED.from()));
        }
        return all.stream()
                .filter(each -> world.account(each.account()).isPresent())
                .toList();
    }

    /** What the organization trusts; {@code account} is the management account. */
    static List<Delegation> ofTrustedServices() {
        return List.of(
                        "access-analyzer.amazonaws.com",
                        "cloudtrail.amazonaws.com",
                        "config.amazonaws.com",
                        "guardduty.amazonaws.com",
                        "iam.amazonaws.com",
                        "inspector2.amazonaws.com",
                        STACKS,
                        "securityhub.amazonaws.com",
                        "sso.amazonaws.com")
                .stream()
                .map(service -> new Delegation(Accounts.MANAGEMENT, service, TRUSTED))
                .toList();
    }
}

package io.exhibit.sandbox.world;

import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Accounts.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The service control policies of the organization. */
final class ControlPolicies {
    /** Shuts GuardDuty, among others, out of eu-west-1 of the account that it is attached to. */
    public static final String QUARANTINE = "p-quarant1";

    private static final String TYPE = "SERVICE_CONTROL_POLICY";

    private static final String HOSTILE =
            "No region but ours. \u202egnitset rof\u202c zero\u200bwidth, \u0627\u0644\u0639\u0631\u0628\u064a\u0629, \u092d\u093e\u0930\u0924, \ud83e\udda0,"
                    + " <script>alert(1)</script>, =cmd|' /C calc'!A0";

    private ControlPolicies() {}

    static List<ControlPolicy> of(World world) {
        List<ControlPolicy> all = new ArrayList<>();
        all.add(new ControlPolicy(
                "p-FullAWSAccess",
                "FullAWSAccess",
                TYPE,
                "Allows access to every operation",
                true,
                Documents.document(Tree.of("Effect", "Allow", "Action", "*", "Resource", "*")),
                everywhere(world)));
        all.add(deny(
                "p-n0leave01",
                "DenyLeaveOrganization",
                "No account leaves on its own",
                List.of("organizations:LeaveOrganization"),
                List.of(Place.ROOT)));
        all.add(deny(
                "p-keepl0gs1",
                "DenyDisableLogging",
                "What records and detects stays on",
                List.of(
                        "cloudtrail:StopLogging",
                        "cloudtrail:DeleteTrail",
                        "cloudtrail:UpdateTrail",
                        "guardduty:DeleteDetector",
                        "guardduty:UpdateDetector",
                        "config:StopConfigurationRecorder"),
                List.of(Place.WORKLOADS, Place.SECURITY)));
        all.add(deny("p-regi0ns01", "RegionsOfOurs", HOSTILE, List.of("ec2:RunInstances"), List.of(Place.SANDBOX)));
        if (world.since(Story.GUARDDUTY_DENIED.from())) {
            List<String> targets = world.holds(Story.GUARDDUTY_DENIED) ? List.of(Accounts.PORTAL) : List.of();
            all.add(deny(
                    QUARANTINE, "QuarantineEuWest1", "While the region is moved", List.of("guardduty:*"), targets));
        }
        return List.copyOf(all);
    }

    /** Where AWS's own policies are attached: to everything. */
    static List<String> everywhere(World world) {
        return Stream.of(
                        Stream.of(Place.ROOT),
                        Unit.all().stream().map(Unit::id),
                        world.accounts().stream().map(Account::id))
                .flatMap(ids -> ids)
                .toList();
    }

    static String quarantineArn() {
        return new ControlPolicy(QUARANTINE, "", TYPE, "", false, "", List.of()).arn();
    }

    private static ControlPolicy deny(
            String id, String name, String description, List<String> actions, List<String> targets) {
        String content =
                Documents.document(List.of(Tree.of("Sid", name, "Effect", "Deny", "Action", actions, "Resource", "*")));
        return new ControlPolicy(id, name, TYPE, description, false, content, targets);
    }
}

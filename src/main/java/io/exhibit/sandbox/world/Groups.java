package io.exhibit.sandbox.world;

import java.util.List;
import java.util.Map;

/** The IAM groups of each account. */
final class Groups {
    private static final String LONGEST =
            "a-group-name-of-the-greatest-length-that-iam-accepts,which-is-one-hundred-and-twenty-eight-characters@sandbox.harborview-health";

    private Groups() {}

    static List<Group> of(Account account) {
        return switch (account.name()) {
            case "management" ->
                List.of(
                        group("administrators", List.of(Documents.aws("AdministratorAccess"))),
                        group("billing", List.of(Documents.aws("job-function/Billing"))),
                        new Group(
                                "collectors",
                                Story.at("2026-06-01T08:00:00Z"),
                                List.of(),
                                Map.of(
                                        "assume-collector",
                                        Documents.allow("sts:AssumeRole", "arn:aws:iam::*:role/ExhibitCollector"))));
            case "security" -> List.of(programs(), group("security-staff", List.of(Documents.aws("SecurityAudit"))));
            case "claims-prod" ->
                List.of(
                        group("claims-staff", List.of(own(account, "claims-read"))),
                        group("operators", List.of(own(account, "operator-console"))),
                        programs());
            case "portal-prod" ->
                List.of(
                        group("operators", List.of(own(account, "operator-console"))),
                        group("portal-staff", List.of(Documents.aws("ReadOnlyAccess"))),
                        programs());
            case "sandbox" ->
                List.of(
                        new Group(LONGEST, Story.at("2024-04-04T04:04:04Z"), List.of(), Map.of()),
                        group("demo", List.of(own(account, "try-everything"), Documents.aws("PowerUserAccess"))));
            default -> List.of(group("operators", List.of(own(account, "operator-console"))));
        };
    }

    static String own(Account account, String policy) {
        return "arn:aws:iam::" + account.id() + ":policy/" + policy;
    }

    private static Group programs() {
        String document = Documents.allow(
                "Objects", List.of("s3:GetObject", "s3:PutObject"), List.of("arn:aws:s3:::harborview-exchange/*"));
        return new Group("programs", Story.at("2021-01-05T08:00:00Z"), List.of(), Map.of("exchange-bucket", document));
    }

    private static Group group(String name, List<String> attached) {
        return new Group(name, Story.at("2021-01-05T08:00:00Z"), attached, Map.of());
    }
}
